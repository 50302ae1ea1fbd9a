import TestSupport
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
    entries.map { ([$0.heading.map { "\($0)" } ?? "(\($0.otherWords ?? ""))", $0.text]).joined(separator: ": ") }
  }

  @Test func eachItemUnderAHeadingIsAnEntry() throws {
    let body =
      "## Done\n\n- One\n- Two\n\n## Next\n* Three\n\n## Blocked:\n1. Four\n\n### needs\n+ Five\n\n## WINS\n- Six\n\n## Else\n- Seven\n"
    #expect(
      told(try entries(body)) == [
        "done: One", "done: Two", "next: Three", "blocked: Four", "needs: Five", "wins: Six", "(Else): Seven",
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
        "done: One", "done: Two", "(Else): Three",
      ])
  }

  @Test func everyBlockOfTheDocumentIsAnEntry() throws {
    let body =
      "A word before.\n\n## Done\n\nWrote it, see [[beta^guide]].\nAll of it.\n\n- A list\n\n  with a second paragraph\n\nAnd more.\n\n{{Open?}}\n\n> quoted\n\n## Else\n\nIt rained.\n"
    let found = try entries(body)
    #expect(
      told(found) == [
        "(In general): A word before.", "done: Wrote it, see [[beta^guide]]. All of it.", "done: A list",
        "done: And more.", "done: quoted", "(Else): It rained.",
      ])
    #expect(found[1].goals == ["beta"] && found[2].details == ["with a second paragraph"])
  }

  @Test func aReportInProseIsTold() throws {
    #expect(
      told(try entries("We moved on with [[beta]].\n\nNext is the guide.\n")) == [
        "(In general): We moved on with [[beta]].", "(In general): Next is the guide.",
      ])
  }

  @Test func quotationsCodeAndTables() throws {
    let body = """
      ## Blocked

      > Ben says:
      > - it waits
      >
      > for ever

      ```sh
      make test
      echo `date`
      ```

      | what | who |
      |---|---|
      | a | b \\| c |

      <details>

      <p>By hand</p>

          indented
      """
    let found = try entries(body)
    #expect(
      told(found) == [
        "blocked: Ben says:", "blocked: `make test`", "blocked: what | who", "blocked: <p>By hand</p>",
        "blocked: `indented`",
      ])
    #expect(found[0].details == ["it waits", "for ever"] && found[1].details == ["`` echo `date` ``"])
    #expect(found[2].details == ["a | b \\| c"])
  }

  @Test func whatLiesInAnItemIsItsDetail() throws {
    let body =
      "## Done\n\n- One\n\n  more of it\n  in two lines\n  - Two\n\n    > quoted\n\n  ```\n  code\n  ```\n- > only quoted\n-\n- Four\n"
    let found = try entries(body)
    #expect(told(found) == ["done: One", "done: only quoted", "done: Four"])
    #expect(found[0].details == ["more of it in two lines", "Two", "quoted", "code"])
  }

  @Test(arguments: [
    "## Blocked\n\n- Waiting for A\n  -\n", "## Blocked\n\n- # Waiting for A\n", "## Blocked\n\n1. ## Waiting for A\n",
    "## Done\n\n## Blocked\n\n> ## Done\n\n- Waiting for A\n",
  ])
  func headingsInItemsAndQuotationsAreNone(_ body: String) throws {
    #expect(told(try entries(body)).last == "blocked: Waiting for A")
  }

  // MARK: Headings

  @Test(arguments: [
    ("## Blockers", "blocked"), ("## 🚧 Blocked", "blocked"), ("# **Blocked**:", "blocked"), ("**Blocked:**", "blocked"),
    ("**Blocked**:", "blocked"), ("__Blockers__", "blocked"), ("🚧 **Blocked**", "blocked"),
    ("***Blocked***", "blocked"),
    ("##Blocked", "blocked"), ("#Blocked", "blocked"), ("Blocked\n---", "blocked"), ("## `Blocked`", "blocked"),
    ("## In progress", "next"), ("**Next week**", "next"), ("## Notes", "(Notes)"), ("**Notes:**", "(Notes)"),
    ("##Notes", "(Notes)"), ("## Unblocked", "(Unblocked)"), ("## 🚧", "(🚧)"),
    // No headings: a part of a line, bold in a list, a tag, code.
    ("**Blocked:** by Ben", "done"), ("#hall", "done"), ("`##Blocked`", "done"), ("\\##Blocked", "done"),
    ("**Blocked** and **Next**", "done"), ("<b>Blocked</b>", "done"), ("- **Blocked**", "done"),
    ("> **Blocked**", "done"),
  ])
  func whatIsAHeading(_ line: String, _ section: String) throws {
    let found = told(try entries("## Done\n\n- One\n\n\(line)\n\n- Two\n"))
    #expect(found.first == "done: One" && found.last == "\(section): Two")
    // What is no heading is told as what somebody wrote.
    #expect(found.count == (section == "done" ? 3 : 2))
  }

  @Test func aBoldLineEndsWhatStandsAbove() throws {
    let body =
      "**Done**\nWrote the guide.\n**Problems**\nNone.\n\n## Next\n\n- Go on\n\n**Blocked:**\n- Waiting\n\n### The API\n\n- Paper\n"
    #expect(
      told(try entries(body)) == [
        "done: Wrote the guide.", "(Problems): None.", "next: Go on", "blocked: Waiting", "blocked: Paper",
      ])
  }

  @Test func nestedItemsAreDetails() throws {
    let found = try entries("## Done\n\n- One\n  goes on\n  - Two\n    - Three\n- Four\n")
    #expect(told(found) == ["done: One goes on", "done: Four"])
    #expect(found.first?.details == ["Two", "Three"])
  }

  @Test func boxesAreNoPartOfTheText() throws {
    #expect(told(try entries("## Done\n\n- [x] One @ben\n- [ ] Two\n")) == ["done: One @ben", "done: Two"])
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
