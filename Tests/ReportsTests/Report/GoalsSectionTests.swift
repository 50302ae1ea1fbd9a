import Teamwork
import Testing

@testable import Reports

struct GoalsSectionTests {
  private func value(_ name: String, _ section: Section) -> String {
    section.measures.first { $0.definition.name == name }?.shown ?? "none of that name"
  }
  private func figure(_ id: String, _ section: Section) -> Figure? { section.figures.first { $0.id == id } }
  private func said(_ section: Section) -> String { section.finding.map(\.plain).joined(separator: "\n") }

  @Test func saysThatThereAreNoGoals() {
    var story = ToldStory()
    story.commit("2026-08-01", by: "ana@example.com", "Begin", Team.three)
    let section = GoalsSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(said(section) == "No goal was open in this time.")
    #expect(section.figures.isEmpty)
    #expect(section.missing.map(\.command) == ["tw new goal 'What will be true'"])
    #expect(section.measures.count == GoalsSection.definitions.count)
  }

  /// Before the period everything was closed: that is no story of this period.
  @Test func leavesOutGoalsThatWereClosedBefore() {
    var story = ToldStory()
    story.commit(
      "2026-08-01", by: "ana@example.com", "Begin",
      Team.three + Team.goal("old", "status: done") + Team.goal("new", "status: on-track"))
    let goals = GoalsOfPeriod(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(goals.all.map(\.id.text) == ["new"])
  }

  @Test func tellsEveryMoveOfADate() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("beta", "status: on-track\nowners: [ben, ana]\nstart: 2026-08-01\ndue: 2026-10-01")
        + Team.goal("gamma", "status: on-track\ndue: 2026-10-01")
        + Team.goal("delta", "status: on-track\ndue: 2026-10-01"))
    story.commit(
      "2026-09-08", by: "ana@example.com", "The oven comes late",
      Team.goal("beta", "status: at-risk\nowners: [ben, ana]\nstart: 2026-08-01\ndue: 2026-10-15"))
    story.commit(
      "2026-10-20", by: "ben@example.com", "Update beta.md",
      Team.goal("beta", "status: at-risk\nowners: [ben, ana]\nstart: 2026-08-01\ndue: 2026-11-05"))
    story.commit(
      "2026-10-21", by: "ben@example.com", "The guests come sooner",
      Team.goal("gamma", "status: on-track\ndue: 2026-09-28"))
    let context = story.context(from: "2026-09-01", to: "2026-10-31")
    let section = GoalsSection.make(context)

    let dates = try #require(figure("goal-dates", section))
    #expect(dates.title == "Two goals moved their date, one of them twice")
    guard case .dates(let lines) = dates.content else { throw Unexpected() }
    #expect(lines.rows.map(\.id) == ["beta", "gamma", "delta"])
    #expect(lines.rows[0].owners == ["Ana", "Ben"])
    #expect(lines.rows[0].moves.map(\.reason) == ["The oven comes late", nil])
    #expect(lines.rows[0].moves.map(\.by) == ["Ana", "Ben"])
    #expect(lines.rows[0].states.map(\.status) == [.onTrack, .atRisk])
    #expect(lines.rows[0].states.map(\.from.description) == ["2026-09-01", "2026-09-08"])
    #expect(
      said(section).contains(
        "Three dates were moved, in two goals, one of them to an earlier day. Half of those that moved later did so by 14 days or less. Two of three moves have a written reason."
      ))

    #expect(value("dates-moved", section) == "3")
    #expect(value("days-slipped", section) == "14 days")
    #expect(value("slips-explained", section) == "1 of 2")
    #expect(value("state-changes", section) == "1")
    let moved = try #require(section.measures.first { $0.definition.name == "dates-moved" })
    #expect(moved.trend.map(\.label) == ["Sep", "Oct"])
    #expect(moved.trend.map(\.value) == [1, 2])
    #expect(
      moved.events.map { context.story.commit(of: context.story.events[$0])?.subject } == [
        "The guests come sooner", "Update beta.md", "The oven comes late",
      ])
  }

  @Test func saysThatNoDateMoved() {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin", Team.three + Team.goal("beta", "status: on-track\ndue: 2026-10-01"))
    story.commit("2026-09-08", by: "ana@example.com", "Give the date up", Team.goal("beta", "status: on-track"))
    let section = GoalsSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(figure("goal-dates", section) == nil)
    #expect(said(section).contains("No due date moved. “Beta” has no date any more."))
    #expect(value("days-slipped", section) == "No date was moved later.")
  }

  @Test(arguments: [
    ("Update", false), ("wip", false), ("Update beta.md", false), ("Move the due date of beta", false),
    ("fix: typo", false), ("The oven comes late", true),
    ("Merge branch 'main'", false), ("", false),
  ])
  func knowsASubjectThatSaysNothing(_ subject: String, _ says: Bool) {
    let commit = CommitInfo(id: "c", time: 0, day: Day(number: 0), authorName: "", authorEmail: "", subject: subject)
    #expect((GoalDates.reason(commit, "beta") != nil) == says)
  }

  @Test func countsWhatWasDueDoneAndStands() {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("older", "status: on-track\ndue: 2026-08-01")
        + Team.goal("beta", "status: on-track\ndue: 2026-09-10")
        + Team.goal("gamma", "status: at-risk\ndue: 2026-09-20")
        + Team.goal("delta", "status: on-track\ndue: 2026-09-20")
        + Team.goal("later", "status: on-track\ndue: 2026-12-20"))
    story.commit(
      "2026-09-09", by: "ana@example.com", "Beta is done", Team.goal("beta", "status: done\ndue: 2026-09-10"))
    story.commit(
      "2026-09-10", by: "ana@example.com", "Delta can wait", Team.goal("delta", "status: dropped\ndue: 2026-09-20"))
    let section = GoalsSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(value("goals-done", section) == "1 of 2")
    #expect(
      said(section).hasPrefix(
        """
        One goal became done: “Beta”. One was set aside: “Delta”. Two goals that were due by 30 September are neither done nor set aside, one of them since before this time: \
        “Older” and “Gamma”. At the end, two are on track and one is at risk.
        """))
  }

  @Test func hearsOfGoalsByLinksAndByName() throws {
    var story = ToldStory()
    let goals =
      Team.goal("beta", "status: on-track", "- [ ] Draw ^draw") + Team.goal("gamma", "status: on-track")
      + Team.goal("delta", "status: on-track")
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three + goals)
    story.commit(
      "2026-09-11", by: "ana@example.com", "W37",
      Team.status(
        "2026-W37", "ana",
        "## Blocked\n\n- [[beta^draw]] waits for paint\n- none\n\n## Done\n\n- Something for [[beta]]")
        + ["status/2026-W38/ben.md": "---\nperson: ben\ngoals: [gamma]\n---\n\n## Done\n\n- Much\n"])
    let section = GoalsSection.make(story.context(from: "2026-09-07", to: "2026-09-27"))
    #expect(value("goals-written-about", section) == "2 of 3")
    #expect(
      said(section).contains("Two of three goals were written about. Of the open ones, “Delta” has not been heard of."))
    guard case .strips(let strips)? = figure("goal-strips", section)?.content else { throw Unexpected() }
    #expect(strips.groups.map(\.title) == [nil])
    #expect(strips.groups[0].rows.map(\.title) == ["Beta", "Delta", "Gamma"])
    #expect(strips.groups[0].rows.map(\.heard) == [[.blocked, .no, .no], [.no, .no, .no], [.no, .written, .no]])
  }

  @Test func groupsGoalsByWhenTheyWereHeardOf() throws {
    var story = ToldStory()
    let names = ["a", "b", "c", "d", "e", "f", "g"]
    story.commit(
      "2026-06-01", by: "ana@example.com", "Begin",
      Team.three + names.reduce(into: [:]) { $0 = $0 + Team.goal($1, "status: on-track") })
    // Two in July, three in August, one in September, one never.
    for (week, goals) in [("2026-W28", ["a", "b"]), ("2026-W33", ["c", "d", "e"]), ("2026-W37", ["f"])] {
      story.commit(
        "2026-09-20", by: "ana@example.com", week,
        Team.status(week, "ana", "## Done\n\n" + goals.map { "- [[\($0)]]" }.joined(separator: "\n")))
    }
    let section = GoalsSection.make(story.context(from: "2026-07-01", to: "2026-09-30"))
    guard case .strips(let strips)? = figure("goal-strips", section)?.content else { throw Unexpected() }
    #expect(
      strips.groups.map(\.title) == ["Not written about", "Last heard of in July or August", "Heard of in September"])
    #expect(strips.groups.map { $0.rows.map(\.title) } == [["G"], ["A", "B", "C", "D", "E"], ["F"]])
  }

  @Test func followsTasksThroughTheWeeks() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("beta", "status: on-track", "- [ ] Draw\n- [ ] Cut\n- [ ] Sew @ben"))
    story.commit(
      "2026-09-02", by: "ana@example.com", "Draw",
      Team.goal("beta", "status: on-track", "- [x] Draw\n- [ ] Cut\n- [ ] Sew @ben"))
    story.commit(
      "2026-09-09", by: "ana@example.com", "More",
      Team.goal("beta", "status: on-track", "- [x] Draw\n- [ ] Cut @chi\n- [-] Sew @ben\n- [ ] Iron the whole thing"))
    let section = GoalsSection.make(story.context(from: "2026-08-31", to: "2026-09-13"))
    #expect(
      said(section).contains(
        "One task was done. One was added to goals on the way, and one was set aside or taken out. One task found its first owner."
      ))
    #expect(value("tasks-done", section) == "1")
    #expect(value("scope-growth", section) == "0")
    guard case .burnUp(let curves)? = figure("burn-up", section)?.content else { throw Unexpected() }
    #expect(curves.curves.map(\.scope) == [[3, 3]])
    #expect(curves.curves.map(\.done) == [[1, 1]])
    #expect(figure("burn-up", section)?.title == "Scope stands at 3 tasks; done rose from 0 to 1")
    #expect(curves.table.rows.map { $0.map(\.plain) } == [["All goals", "0 of 3", "1 of 3", "W36 1 of 3"]])
  }

  @Test func tellsTheStoryOfHelpFromElsewhere() throws {
    var story = ToldStory()
    let before = "- [ ] Compile ^compile\n- [ ] Link @ana"
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("beta", "status: proposed\nowners: [ana]", before)
        + Team.goal("gamma", "status: on-track\nowners: [ana, ben]"))
    story.commit(
      "2026-09-04", by: "ana@example.com", "W36",
      Team.status("2026-W36", "ana", "## Needs\n\n- Somebody who compiles ([[beta]])"))
    // Two owners who write in turns.
    for (week, person) in [("2026-W36", "ben"), ("2026-W37", "ana"), ("2026-W38", "ben"), ("2026-W39", "ana")] {
      story.commit(
        "2026-09-05", by: "\(person)@example.com", week,
        Team.status(
          week, person,
          "## Blocked\n\n- [[gamma]] stands still" + (week == "2026-W37" ? "\n\n## Done\n\n- [[beta]] goes on" : "")))
    }
    story.commit(
      "2026-09-15", by: "chi@example.com", "Take it",
      Team.goal("beta", "status: proposed\nowners: [ana]", "- [ ] Compile @chi ^compile\n- [ ] Link @ana @chi"))
    story.commit(
      "2026-09-25", by: "chi@example.com", "W39", Team.status("2026-W39", "chi", "## Done\n\n- It compiles ([[beta]])"))
    let section = GoalsSection.make(story.context(from: "2026-08-31", to: "2026-09-30"))
    let figure = try #require(self.figure("goal-story", section))
    #expect(figure.title == "One story: how help came to Beta")
    guard case .chronicle(let chronicle) = figure.content else { throw Unexpected() }
    #expect(
      chronicle.entries.map { "\($0.head.plain): \($0.words.plain)" } == [
        "W36 · Ana: “Somebody who compiles”",
        "15 September · 0000007: Chi takes the tasks “Compile”, which nobody had, and “Link”, beside Ana.",
        "W39 · Chi: “It compiles”", "30 September: The goal is still a proposal; none of two tasks is done.",
      ])
  }

  @Test func hasNoStoryWhereOwnersWriteInTurns() {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("gamma", "status: on-track\nowners: [ana, ben]"))
    story.commit(
      "2026-09-04", by: "ana@example.com", "W36",
      Team.status("2026-W36", "ana", "## Blocked\n\n- [[gamma]] stands still"))
    story.commit(
      "2026-09-11", by: "ben@example.com", "W37", Team.status("2026-W37", "ben", "## Done\n\n- [[gamma]] moves"))
    #expect(figure("goal-story", GoalsSection.make(story.context(from: "2026-08-31", to: "2026-09-30"))) == nil)
  }

  @Test func tellsWhatCameAndWentAndWhoCameToHelp() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("beta", "status: on-track\nowners: [ana]") + Team.goal("old", "status: on-track")
        + Team.goal("gone", "status: on-track"))
    story.commit("2026-09-02", by: "ana@example.com", "An idea", Team.goal("idea", "status: proposed\nowners: [ben]"))
    story.commit("2026-09-03", by: "chi@example.com", "Nobody wants it", Team.goal("old", "status: dropped"))
    story.commit("2026-09-04", by: "chi@example.com", "wip", ["goals/gone.md": nil])
    story.commit("2026-09-05", by: "ana@example.com", "Done", Team.goal("beta", "status: done\nowners: [ben, chi]"))
    let section = GoalsSection.make(story.context(from: "2026-08-31", to: "2026-09-30"))
    let came = try #require(figure("goals-came-and-went", section))
    #expect(came.title == "One goal came, one was reached, one was set aside and one was removed")
    guard case .chronicle(let chronicle) = came.content else { throw Unexpected() }
    #expect(
      chronicle.entries.map(\.words.plain) == [
        "Idea: proposed by Ana for Ben.", "Old is set aside by Chi: “Nobody wants it”.",
        "Gone goes: Chi removed its file; no reason is written.", "Beta is done, says Ana.",
      ])
    let hands = try #require(figure("goal-hands", section))
    #expect(hands.title == "One goal found new owners")
    guard case .chronicle(let moves) = hands.content else { throw Unexpected() }
    #expect(moves.entries.map(\.words.plain) == ["Beta: Ana handed over to Ben and Chi."])
  }

  @Test func tellsWhatOneCommitDidTogether() throws {
    var story = ToldStory()
    let names = ["a", "b", "c", "d", "e", "f"]
    func all(_ status: String) -> [String: String?] {
      names.reduce(into: [:]) { $0 = $0 + Team.goal($1, "status: \(status)") }
    }
    story.commit("2026-09-01", by: "ana@example.com", "Six at once", Team.three + all("proposed"))
    story.commit("2026-09-19", by: "ben@example.com", "Go", all("on-track"))
    let context = story.context(from: "2026-08-31", to: "2026-09-30")
    let section = GoalsSection.make(context)
    #expect(
      said(section).contains(
        "At the end, six are on track. Six goals became on track together, on 19 September in one commit (0000002)."))
    guard case .chronicle(let chronicle)? = figure("goals-came-and-went", section)?.content else { throw Unexpected() }
    #expect(chronicle.entries.map(\.words.plain) == ["“A”, “B”, “C”, “D” and two more came together: “Six at once”."])
    let vision = VisionSection.make(context)
    #expect(
      vision.finding.map(\.plain).contains(
        "Six goals were proposals at some time: six were taken. Six got their answer together, on 19 September (0000002)."
      ))
  }

  @Test func tellsWhatGaveWayAndWhatIsShared() {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("beta", "status: on-track\nstart: 2026-09-01\ndue: 2026-09-20\nresources: [The Oven]")
        + Team.goal("gamma", "status: paused\nstart: 2026-09-10\ndue: 2026-10-20\nresources: [the  oven]")
        + Team.goal("delta", "status: on-track\nstart: 2026-10-21\ndue: 2026-11-20\nresources: [the oven]")
        + Team.goal("other", "status: on-track\nresources: [the yard]"))
    story.commit(
      "2026-09-09", by: "ana@example.com", "Decide",
      [
        "decisions/way.md":
          "---\ntitle: Beta first\nby: [ana]\nstatus: accepted\ndate: 2026-09-09\nyields:\n  - {goal: gamma, to: beta, why: One oven}\n---\n"
      ])
    let section = GoalsSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(
      said(section).contains("One goal gave way so that another can succeed: “Gamma” to “Beta”. Deciding says why."))
    #expect(said(section).contains("“Beta” and “Gamma” both draw on “The Oven” from 10 September to 20 September."))
    #expect(value("goals-that-gave-way", section) == "1")
  }
}

struct Unexpected: Error {}
