import Teamwork
import Testing

@testable import Reports

struct ParticipationSectionTests {
  private func section(
    _ story: ToldStory, _ from: String = "2026-09-07", _ to: String = "2026-10-04", asOf: String? = nil
  ) -> Reports.Section {
    ParticipationSection.make(story.context(from: from, to: to, asOf: asOf))
  }

  private func begin(_ charter: String = SomeTeam.charter(), _ more: [String: String] = [:]) -> ToldStory {
    var story = ToldStory()
    var files: [String: String?] = [
      "teamwork.md": charter, "people/ana.md": SomeTeam.person("Ana"), "people/ben.md": SomeTeam.person("Ben"),
      "people/chi.md": SomeTeam.person("Chi", "away: {from: 2026-09-14, to: 2026-09-20}"),
      "goals/beta.md": SomeTeam.goal("Beta", "at-risk", owners: "ana", "- [ ] Draw @ana ^draw"),
    ]
    for (path, text) in more { files[path] = text }
    story.commit("2026-09-01", by: "ana@example.com", "Begin", files)
    return story
  }

  // MARK: Reports

  @Test func countsWhatWasDueWrittenAndLate() throws {
    var story = begin()
    story.commit(
      "2026-09-13", by: "ana@example.com", "Status",
      ["status/2026-W37/ana.md": SomeTeam.report("## Blocked\n\n- No paper")])
    // The Monday after is in time, the Tuesday is later.
    story.commit(
      "2026-09-14", by: "ben@example.com", "Status", ["status/2026-W37/ben.md": SomeTeam.report("## Done\n\n- Read")])
    story.commit(
      "2026-09-22", by: "ben@example.com", "Status", ["status/2026-W38/ben.md": SomeTeam.report("## Done\n\n- Read on")]
    )
    let found = section(story)
    // Three people, four weeks, and Chi was away for one.
    #expect(try found.shown("reports-written") == "3 of 11")
    #expect(try found.shown("people-heard") == "2 of 3")
    #expect(try found.shown("owners-heard") == "1 of 1")
    #expect(try found.shown("reports-late") == "1 of 3")
    #expect(try found.measure("reports-late").events.count == 1)
    #expect(try found.measure("reports-written").trend.map(\.label) == ["W37", "W38", "W39", "W40"])
    guard case .reports(let grid) = try found.figure("report-grid").content else { throw Missing() }
    #expect(grid.groups.count == 1)
    #expect(grid.groups[0].rows.map(\.name) == ["Ana", "Ben", "Chi"])
    #expect(
      grid.groups[0].rows.map { $0.cells.map(\.words) } == [
        ["written, blocked", "none", "none", "none"], ["written", "later", "none", "none"],
        ["none", "away", "none", "none"],
      ])
    #expect(found.words.contains("One report came later than the Monday after its week."))
    #expect(try found.figure("report-grid").title == "In two of four weeks nobody wrote a report")
  }

  @Test func nothingIsDueOfAWeekThatIsNotOver() throws {
    var story = begin()
    story.commit(
      "2026-09-23", by: "ana@example.com", "Status", ["status/2026-W39/ana.md": SomeTeam.report("## Done\n\n- Early")])
    let found = section(story, asOf: "2026-09-24")
    // Two weeks are over.
    #expect(try found.shown("reports-written") == "0 of 5")
    guard case .reports(let grid) = try found.figure("report-grid").content else { throw Missing() }
    #expect(grid.groups[0].rows.map { $0.cells.last?.words } == ["written", "", ""])
  }

  @Test func withoutARhythmNobodyIsDue() throws {
    var story = begin(SomeTeam.charter(""))
    story.commit(
      "2026-09-13", by: "ben@example.com", "Status", ["status/2026-W37/ben.md": SomeTeam.report("## Done\n\n- Read")])
    let found = section(story)
    #expect(try found.shown("reports-written") != "1 of 11")
    guard case .reports(let grid) = try found.figure("report-grid").content else { throw Missing() }
    #expect(grid.groups[0].rows.map(\.name) == ["Ben"])
    #expect(grid.groups[0].rows.map(\.isDue) == [false])
    #expect(grid.table.rows.map { $0[2].plain } == ["0", "0", "0", "0"])
    #expect(found.note.contains(where: { $0.plain.contains("the charter names no rhythm") }))
    #expect(!found.finding.contains(where: { $0.plain.contains("due") }))
  }

  @Test func aGroupOfMoreThanFortyIsToldByTeam() throws {
    var files: [String: String] = ["teams/red.md": "---\nname: Red\n---\n"]
    for number in 1...41 {
      files["people/p\(number).md"] = SomeTeam.person("P\(number)", number == 1 ? "teams: [red]" : "")
    }
    let found = section(begin(SomeTeam.charter(), files))
    guard case .reports(let grid) = try found.figure("report-grid").content else { throw Missing() }
    #expect(grid.groups.map(\.title) == ["Red", nil])
    #expect(grid.groups.map(\.rows.count) == [1, 43])
  }

  @Test func wavesAreMostReportsInFewWeeks() throws {
    func story(_ weeks: [Int]) -> ToldStory {
      var story = begin()
      var files: [String: String?] = [:]
      for (number, week) in weeks.enumerated() { files["status/2026-W\(week)/p\(number).md"] = SomeTeam.report("- x") }
      story.commit("2026-12-01", by: "ana@example.com", "Status", files)
      return story
    }
    let waves = section(story([37, 37, 37, 37, 41, 41, 41, 41, 42, 43, 44]), "2026-09-07", "2026-11-08")
    #expect(waves.words.contains("Reports come in waves: 8 of 11 are of two weeks, W37 and W41"))
    let even = section(story([37, 37, 38, 38, 39, 40, 41, 42, 43, 44, 45]), "2026-09-07", "2026-11-08")
    #expect(!even.words.contains("waves"))
  }

  // MARK: In the way

  @Test func followsWhatWasInTheWay() throws {
    var story = begin()
    story.commit(
      "2026-09-11", by: "ana@example.com", "Status",
      [
        "status/2026-W37/ana.md": SomeTeam.report(
          "## Blocked\n\n- [[beta]] waits for paper\n- none\n- The rain\n- [[beta^draw]] has no pens\n- [[old]] rests")
      ])
    story.commit(
      "2026-09-18", by: "ana@example.com", "Draw",
      ["goals/beta.md": SomeTeam.goal("Beta", "at-risk", owners: "ana", "- [x] Draw @ana ^draw")])
    story.commit(
      "2026-09-19", by: "ben@example.com", "Status",
      ["status/2026-W38/ben.md": SomeTeam.report("## Done\n\n- Bought paper for [[beta]]")])
    story.commit(
      "2026-09-26", by: "ana@example.com", "Status",
      ["status/2026-W39/ana.md": SomeTeam.report("## Blocked\n\n- [[beta]] waits for ink")])
    let found = section(story)
    #expect(
      try found.cells("in-the-way").map { [$0[0], $0[2], $0[4]] } == [
        ["Beta", "W39", "too early to tell"], ["Beta", "W37", "Ben wrote in W38"], ["", "W37", "names no goal"],
        ["Beta", "W37", "the task is done, 18 Sep (0000003)"], ["", "W37", "names no goal"],
      ])
    #expect(try found.shown("blocks-answered") == "2 of 2")
    #expect(
      found.words.contains(
        "Two entries that name a goal were followed: one by a change of the goal or the end of the task and one by what somebody else wrote of it. One entry is of the newest week: too early to tell."
      ))
  }

  @Test func troubleMadeVisibleIsNoAnswer() throws {
    var story = begin(SomeTeam.charter(), ["goals/beta.md": SomeTeam.goal("Beta", "on-track", owners: "ana")])
    story.commit(
      "2026-09-11", by: "ana@example.com", "Status",
      ["status/2026-W37/ana.md": SomeTeam.report("## Blocked\n\n- [[beta]] waits")])
    story.commit(
      "2026-09-12", by: "ana@example.com", "Risk", ["goals/beta.md": SomeTeam.goal("Beta", "at-risk", owners: "ana")])
    story.commit(
      "2026-09-18", by: "ana@example.com", "Status",
      ["status/2026-W38/ana.md": SomeTeam.report("## Done\n\n- Other things")])
    let silent = section(story)
    #expect(try silent.shown("blocks-answered") == "0 of 1")
    #expect(silent.words.contains("Nothing has been heard since of “Beta”."))
    #expect(try silent.figure("in-the-way").title == "One thing was in the way, and nothing was heard of it since")
    story.commit(
      "2026-09-20", by: "ben@example.com", "Help",
      ["goals/beta.md": SomeTeam.goal("Beta", "at-risk", owners: "ana, ben")])
    #expect(try section(story).cells("in-the-way")[0][4] == "Ben is an owner now, 20 Sep (0000005)")
    // What came after the period is no part of its story.
    #expect(try section(story, "2026-09-07", "2026-09-19").shown("blocks-answered") == "0 of 1")
  }

  @Test func needsComeBackUntilTheyAreMet() throws {
    var story = begin()
    for (week, day) in [(37, "2026-09-11"), (38, "2026-09-18"), (39, "2026-09-25")] {
      story.commit(
        day, by: "ana@example.com", "Status",
        [
          "status/2026-W\(week)/ana.md": SomeTeam.report(
            "## Needs\n\n- A second screen!\n" + (week == 37 ? "- A chair\n" : week == 39 ? "- A lamp\n" : ""))
        ])
    }
    let found = section(story)
    #expect(
      try found.cells("needs") == [
        ["Ana", "W37–W39", "“A second screen!”", "stands in the newest report"],
        ["Ana", "W39", "“A lamp”", "stands in the newest report"],
      ])
    #expect(try found.figure("needs").title == "One need came back, in three reports")
    #expect(
      found.words.contains(
        "Five times somebody wrote what they need. One need came back in later reports. Two needs stand"))
  }

  // MARK: Parties

  @Test func namesWhomAGoalNamesAndNobodyHeard() throws {
    var story = begin(
      SomeTeam.charter(),
      [
        "goals/beta.md":
          "---\ntitle: Beta\nstatus: on-track\nowners: [ana]\nteams: [red]\nresources: [blue]\n---\n\n- [ ] Draw @ben\n- [x] Read @chi\n",
        "teams/red.md": "---\nname: Red\nmembers: [ana]\n---\n",
        "teams/blue.md": "---\nname: Blue\nmembers: [ben]\n---\n",
      ])
    story.commit("2026-09-11", by: "ana@example.com", "Status", ["status/2026-W37/ana.md": SomeTeam.report("- x")])
    let found = section(story)
    #expect(try found.shown("parties-never-heard") == "2 of 4")
    #expect(
      try found.cells("parties") == [["Ben", "has a task", "“Beta”"], ["the Blue team", "is drawn on", "“Beta”"]])
    #expect(
      found.words.contains(
        "Nothing is on file in this period from Ben and the Blue team. A talk may find out what they need."))
    // A meeting is a way to be heard too.
    story.commit(
      "2026-09-12", by: "ana@example.com", "Meet",
      ["meetings/a.md": "---\ntitle: Check\nkind: check-in\ndate: 2026-09-12\npeople: [ana, ben]\n---\n"])
    #expect(
      section(story).words.contains("Everybody whom an open goal names was heard from: two people and two teams."))
  }

  // MARK: Meetings

  private func oneOnOne(_ day: String, _ people: String) -> String {
    "---\ntitle: Talk\nkind: one-on-one\ndate: \(day)\npeople: [\(people)]\n---\n"
  }

  @Test func pairsHaveTheirOwnRhythm() throws {
    let story = begin(
      SomeTeam.charter(),
      [
        "people/ben.md": SomeTeam.person("Ben", "manager: ana"),
        "people/dev.md": SomeTeam.person("Dev", "manager: ana\nuntil: 2026-09-20"),
        "meetings/1.md": oneOnOne("2026-08-03", "ana, chi"), "meetings/2.md": oneOnOne("2026-08-31", "chi, ana"),
        "meetings/3.md": oneOnOne("2026-09-28", "ana, chi"), "meetings/4.md": oneOnOne("2026-09-10", "ben, chi"),
        "meetings/5.md": oneOnOne("2026-09-30", "ana, dev"), "meetings/6.md": oneOnOne("2026-12-24", "ana, ben"),
      ])
    let found = section(story)
    guard case .meetings(let pairs) = try found.figure("one-on-ones").content else { throw Missing() }
    #expect(pairs.rows.map(\.pair) == ["Ana and Ben", "Ana and Chi", "Ben and Chi"])
    #expect(pairs.rows.map(\.rhythm) == [14, 28, 14])
    #expect(pairs.rows.map(\.since) == [nil, 6, 24])
    #expect(pairs.rows[1].days.map(\.description) == ["2026-09-28"])
    #expect(try found.shown("one-on-ones-within-rhythm") == "1 of 3")
    #expect(try found.figure("one-on-ones").title == "One pair has not met for longer than its rhythm, one not at all")
  }

  @Test func whereNobodyKeepsMeetingsNobodyIsTold() throws {
    let found = section(begin(SomeTeam.charter(), ["people/ben.md": SomeTeam.person("Ben", "manager: ana")]))
    #expect(!found.figures.contains { $0.id == "one-on-ones" })
    #expect(found.missing.map(\.command).contains("tw new meeting 'The two of us' kind=one-on-one"))
  }

  @Test func tellsOtherMeetingsAndChannels() throws {
    let found = section(
      begin(
        SomeTeam.charter("channels:\n  - name: Kitchen\n    for: lunch"),
        [
          "goals/gamma.md": SomeTeam.goal("Gamma", "on-track", owners: "ana, ben"),
          "meetings/1.md": "---\ntitle: Start\nkind: kickoff\ndate: 2026-09-08\npeople: [ana]\ngoals: [beta]\n---\n",
          "meetings/2.md": "---\ntitle: Picnic\nkind: social\ndate: 2026-09-10\npeople: [ana]\n---\n",
          "meetings/3.md": "---\ntitle: Before\nkind: planning\ndate: 2026-08-10\npeople: [ana]\n---\n",
        ]))
    #expect(found.words.contains("People met for one kick-off (8 Sep) and one time together (10 Sep)."))
    #expect(found.words.contains("No check-in, retrospective, planning or celebration is on file for the period."))
    #expect(found.words.contains("No kick-off names one of two shared goals in progress: “Gamma”."))
    #expect(found.words.contains("Where people talk, as the charter says: Kitchen (lunch)."))
  }

  // MARK: Moods and surveys

  @Test func moodsAreShownFromFiveUp() throws {
    var story = begin()
    var files: [String: String?] = [:]
    for (number, mood) in [2, 3, 4, 4, 5].enumerated() {
      files["status/2026-W37/p\(number).md"] = SomeTeam.report("- x", mood: mood)
    }
    for number in 0..<4 { files["status/2026-W38/p\(number).md"] = SomeTeam.report("- x", mood: 1) }
    story.commit("2026-09-21", by: "ana@example.com", "Status", files)
    let found = section(story)
    #expect(
      found.words.contains(
        "The mood of W37 was 3.6, on a scale of 1 to 5. Of one week it is not shown: fewer than five wrote one."))
    #expect(try found.shown("mood") == "3.6")
    #expect(try found.measure("mood").trend.map(\.value) == [3.6, nil, nil, nil])
    let few = section(story, "2026-09-14", "2026-10-04")
    #expect(few.words.contains("Moods are not shown: in no week did five people or more write one."))
    #expect(try few.shown("mood") == "Not shown: in no week did five people or more write a mood.")
  }

  @Test func answersAreComparedWithTheSurveyBefore() throws {
    let story = begin(
      SomeTeam.charter(),
      [
        "pulse/a.md":
          "---\ntitle: August\ndate: 2026-08-10\nanswers:\n  I speak up: [0, 0, 5, 0, 0]\n  I get help: [0, 0, 0, 5, 0]\n  Few: [1, 1, 1, 1, 0]\n---\n",
        "pulse/b.md":
          "---\ntitle: September\ndate: 2026-09-10\nanswers:\n  I speak up: [0, 0, 0, 5, 0]\n  I get help: [0, 0, 0, 5, 0]\n  Few: [1, 1, 1, 1, 1]\n  Fewer: [1, 0, 0, 0, 0]\n---\n",
      ])
    let found = section(story)
    #expect(
      try found.cells("pulse") == [
        ["I speak up", "0", "0", "0", "5", "0", "4.0", "3.0"], ["I get help", "0", "0", "0", "5", "0", "4.0", "4.0"],
        ["Few", "1", "1", "1", "1", "1", "3.0", ""],
      ])
    #expect(try found.figure("pulse").title == "To one question more people say yes than before")
    #expect(try found.figure("pulse").foot?.plain == "One question has fewer than five answers and is not shown.")
    #expect(found.words.contains("more agree with “I speak up” (3.0 to 4.0)."))
    #expect(try found.measure("pulse").trend.map(\.label) == ["10 Aug", "10 Sep"])
    // Of another period's survey nothing is told.
    #expect(!section(story, "2026-09-14", "2026-10-04").figures.contains { $0.id == "pulse" })
  }

  // MARK: Nothing

  @Test func anEmptyWorkspaceSaysWhatWouldBegin() throws {
    let found = section(ToldStory())
    #expect(found.figures.isEmpty)
    #expect(
      found.missing.map(\.command) == [
        "tw new status", "tw new meeting 'The two of us' kind=one-on-one", "tw new pulse 'How we are doing'",
        "tw explain channels",
      ])
    #expect(found.measures.map(\.definition.name) == ParticipationSection.definitions.map(\.name))
    for measure in found.measures {
      if case .none = measure.value { continue } else { Issue.record("\(measure.definition.name) has a value") }
    }
  }

  private struct Missing: Error {}
}
