import Teamwork
import Testing

@testable import Reports

struct VisionSectionTests {
  private func value(_ name: String, _ section: Section) -> String {
    section.measures.first { $0.definition.name == name }?.shown ?? "none of that name"
  }
  private func make(_ files: [String: String?]) -> Section {
    var story = ToldStory()
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three + files)
    return VisionSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
  }

  private func tree(_ section: Section) throws -> GoalTree {
    guard case .tree(let tree)? = section.figures.first(where: { $0.id == "goal-tree" })?.content else {
      throw Unexpected()
    }
    return tree
  }

  @Test func drawsWhatLeadsToWhat() throws {
    let section = make(
      Team.goal("top", "status: on-track\nwhy: To eat") + Team.goal("middle", "status: on-track\nparent: top")
        + Team.goal("leaf", "status: proposed\nparent: middle")
        + Team.goal("alone", "status: on-track\nwhy: To sing") + Team.goal("lost", "status: on-track")
        + Team.goal("astray", "status: on-track\nparent: nowhere"))
    let tree = try self.tree(section)
    #expect(tree.branches.map(\.title) == ["Top", "Alone"])
    #expect(tree.branches[0].children.map(\.title) == ["Middle"])
    #expect(tree.branches[0].children[0].children.map(\.title) == ["Leaf"])
    #expect(tree.without.map(\.title) == ["Astray", "Lost"])
    #expect(value("goals-with-a-way", section) == "4 of 6")
    #expect(
      section.finding[0].plain
        == "Four of six goals have a way to the vision: two lead to two larger goals and two say themselves why they are there. Two goals name no way yet: “Astray” and “Lost”."
    )
  }

  @Test func saysThatNothingIsJoined() throws {
    let section = make(Team.goal("one", "status: on-track") + Team.goal("two", "status: on-track"))
    #expect(section.figures.first?.title == "No goal names a goal above it")
    #expect(section.finding[0].plain.hasPrefix("None of the two goals names a goal above it or says why it is there"))
    #expect(section.missing.map(\.what) == ["No goal names its teams."])
  }

  /// A parent that was closed long ago is still the way; circles and long chains end.
  @Test func keepsClosedParentsAndSurvivesCircles() throws {
    let section = make(
      Team.goal("closed", "status: done") + Team.goal("child", "status: on-track\nparent: closed")
        + Team.goal("round", "status: on-track\nparent: about")
        + Team.goal("about", "status: on-track\nparent: round") + Team.goal("self", "status: on-track\nparent: self"))
    let tree = try self.tree(section)
    #expect(tree.branches.map(\.title) == ["About", "Closed", "Self"])
    #expect(value("goals-with-a-way", section) == "1 of 4")
    #expect(
      section.finding[0].plain.hasSuffix(
        "Three goals lead back to themselves and so to no vision: “About”, “Round” and “Self”."))
    let chain = (0..<300).reduce(into: [String: String?]()) {
      $0 = $0 + Team.goal("g\($1)", "status: on-track" + ($1 == 0 ? "" : "\nparent: g\($1 - 1)"))
    }
    #expect(try self.tree(make(chain)).branches.count == 1)
    #expect(try self.tree(make(chain)).table.rows.count == 300)
  }

  @Test func whoMadeItAProposalRaisedIt() throws {
    var story = ToldStory()
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three + Team.goal("idea", "status: on-track"))
    story.commit("2026-09-07", by: "chi@example.com", "Ask for it again", Team.goal("idea", "status: proposed"))
    let section = VisionSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    let table = try #require(section.figures.first { $0.id == "proposals" }).table
    #expect(table.rows.map { $0.map(\.plain).joined(separator: " ") }.joined().contains("Chi"))
  }

  @Test func tellsWhatBecameOfProposals() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin",
      Team.three + Team.goal("top", "status: on-track\ndue: 2026-12-01") + Team.goal("before", "status: proposed"))
    story.commit(
      "2026-09-07", by: "chi@example.com", "Propose",
      Team.goal("idea", "status: proposed\nparent: top") + Team.goal("no", "status: proposed\nparent: top"))
    story.commit(
      "2026-09-10", by: "ana@example.com", "Make room", Team.goal("top", "status: on-track\ndue: 2026-12-15"))
    story.commit(
      "2026-09-12", by: "ana@example.com", "Yes and no",
      Team.goal("idea", "status: on-track\nparent: top") + Team.goal("no", "status: dropped\nparent: top"))
    let section = VisionSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
    #expect(value("proposals-answered", section) == "2 of 3")
    let said = section.finding.map(\.plain)
    #expect(
      said.contains(
        "Three goals were proposals at some time: one was taken, one was set aside and one waits for an answer. Still open: “Before”."
      ))
    #expect(
      said.contains(
        "Two proposals from below were followed within four weeks by a change to the goal above: “Top” after “Idea” and “Top” after “No”."
      ))
    guard case .chronicle(let chronicle)? = section.figures.first(where: { $0.id == "proposals" })?.content else {
      throw Unexpected()
    }
    #expect(
      chronicle.entries.map { "\($0.head.plain): \($0.words.plain)" } == [
        "30 August · Ana: Before: waits for an answer.",
        "7 September · Chi: Idea under Top: taken on 12 September by Ana, now on track (0000004).",
        "7 September · Chi: No under Top: set aside on 12 September by Ana (0000004).",
      ])
  }

  @Test func showsWhereTeamsMeet() throws {
    let section = make(
      Team.goal("one", "status: on-track\nteams: [bar, kitchen]") + Team.goal("two", "status: on-track\nteams: [yard]")
        + Team.goal("three", "status: on-track")
        + ["teams/kitchen.md": "---\nname: Kitchen\n---\n", "teams/bar.md": "---\nname: Bar\n---\n"])
    #expect(value("goals-across-teams", section) == "1 of 2")
    #expect(
      section.finding.last?.plain
        == "One of two goals that name a team belongs to several. Two pairs of teams share none: Bar and yard; Kitchen and yard."
    )
    let table = try #require(section.figures.first { $0.id == "goals-by-team" }?.table)
    #expect(
      table.rows.map { $0.map(\.plain) } == [
        ["Bar", "1", "0", "Kitchen (1)", "yard"], ["Kitchen", "1", "0", "Bar (1)", "yard"],
        ["yard", "1", "1", "none", "Bar, Kitchen"],
      ])
  }
}
