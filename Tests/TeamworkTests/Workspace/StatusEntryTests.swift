import Testing
import Text

@testable import Teamwork

@Suite struct StatusEntryTests {
  private func entries(_ body: String, charter: String = "tags: x") throws -> [StatusEntry] {
    let workspace = Tree(
      charter: charter,
      [
        "status/2026-W47/ana.md": body, "goals/beta.md": Tree.goal("- [ ] Write the guide @ana ^guide\n"),
        "goals/gamma.md": Tree.goal(),
      ]
    ).workspace
    return try #require(workspace.record(.status, "2026-W47/ana")).statusEntries(in: workspace)
  }

  private func told(_ entries: [StatusEntry]) -> [String] {
    entries.map { "\($0.heading.map { "\($0)" } ?? "-"): \($0.text)" }
  }

  @Test func eachItemUnderAHeadingIsAnEntry() throws {
    let body =
      "## Done\n\n- One\n- Two\n\n## Next\n* Three\n\n## Blocked:\n1. Four\n\n### needs\n+ Five\n\n## WINS\n- Six\n\n## Else\n- Seven\n"
    #expect(
      told(try entries(body)) == [
        "done: One", "done: Two", "next: Three", "blocked: Four", "needs: Five", "wins: Six", "-: Seven",
      ])
  }

  @Test func theTeamsOwnWordsCount() throws {
    let body = "## Fait\n- One\n\n## Terminé\n- Two\n\n## Done\n- Three\n"
    #expect(
      told(try entries(body, charter: "headings: {done: [Fait, Terminé]}")) == [
        "done: One", "done: Two", "done: Three",
      ])
  }

  @Test func anItemUnderASubHeadingIsUnderTheHeading() throws {
    #expect(
      told(try entries("## Done\n\n- One\n\n### The API\n\n- Two\n\n## Else\n\n- Three\n")) == [
        "done: One", "done: Two", "-: Three",
      ])
  }

  @Test func sentencesUnderAHeadingAreEntriesToo() throws {
    let body =
      "A word before.\n\n## Done\n\nWrote it, see [[beta^guide]].\nAll of it.\n\n- A list\n\n  with a second paragraph\n\nAnd more.\n\n{{Open?}}\n\n> quoted\n\n## Else\n\nNot told.\n"
    let found = try entries(body)
    #expect(told(found) == ["done: Wrote it, see [[beta^guide]]. All of it.", "done: A list", "done: And more."])
    #expect(found[0].goals == ["beta"])
  }

  @Test func nestedItemsAreDetails() throws {
    let found = try entries("## Done\n\n- One\n  goes on\n  - Two\n    - Three\n- Four\n")
    #expect(told(found) == ["done: One goes on", "done: Four"])
    #expect(found.first?.details == ["Two", "Three"])
  }

  @Test func boxesAreNoPartOfTheText() throws {
    #expect(told(try entries("## Done\n\n- [x] One @ben\n- [ ] Two\n")) == ["done: One @ben", "done: Two"])
  }

  @Test func whatIsQuotedOrInCodeIsNoEntry() throws {
    #expect(told(try entries("## Done\n\n> - One\n>   - Two\n\n- Three\n\n```\n- Four\n```\n")) == ["done: Three"])
  }

  @Test func linksTieItToGoalsAndTasks() throws {
    let found = try entries(
      "## Done\n\n- [[beta^guide]] and [[beta]]\n- [It](../../goals/gamma.md#x)\n  - for [[beta|the beta]]\n- [[ana]] `[[beta]]` [[nothing]]\n"
    )
    #expect(found.map { $0.goals.map(\.text) } == [["beta"], ["gamma", "beta"], []])
    #expect(found.map { $0.tasks.map { "\($0.goal)^\($0.anchor)" } } == [["beta^guide"], [], []])
  }

  @Test func otherKindsHaveNone() throws {
    let workspace = Tree(["notes/x.md": Tree.note("## Done\n\n- One\n")]).workspace
    #expect(try #require(workspace.record(.note, "x")).statusEntries(in: workspace).isEmpty)
  }

  @Test func theFirstWordsOfABody() throws {
    func first(_ body: String) throws -> String? { try Tree.record("notes/x.md", Tree.note(body)).firstWords }
    #expect(try first("\n# Title\n\nOne\ntwo.\n\nThree\n") == "One two.")
    #expect(try first("<!-- x -->\n") == nil)
    #expect(try first("") == nil)
    #expect(try first("One\r\ntwo\r\n\r\nthree") == "One two")
  }
}
