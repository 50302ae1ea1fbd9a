import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct CharterTests {
  private func charter(_ text: String) -> Charter { Tree(charter: text).workspace.charter }

  @Test func saysWhatItDoesNotSay() {
    let charter = Tree().workspace.charter
    #expect(charter.name == "Kitchen" && charter.vision == "Everyone eats" && charter.format == 1)
    #expect(charter.mode == .collaborate && charter.cadence == nil && charter.timeZone == "UTC")
    #expect(charter.summaries == nil && charter.rules.isEmpty && charter.limits == .init())
  }

  @Test func isReadAsItIsWritten() {
    let charter = charter("mode: cooperate\ncadence: biweekly\ntimezone: Europe/Berlin\nsummaries: docs/weekly")
    #expect(
      charter.mode == .cooperate && charter.cadence == .biweekly && charter.timeZone == "Europe/Berlin"
        && charter.summaries == "docs/weekly")
  }

  @Test func withoutOneTheDefaultsHold() {
    var tree = Tree(["goals/beta.md": Tree.goal("", "extra: x")])
    tree.files["teamwork.md"] = nil
    #expect(tree.rules == ["unknown-field", "missing-charter"])
    #expect(!tree.workspace.hasCharter)
    #expect(tree.workspace.charter.mode == .collaborate)
  }

  @Test func aWrongValueLeavesTheDefault() {
    let tree = Tree(charter: "mode: together\ncadence: daily\ntimezone: Mars/Olympus")
    #expect(tree.rules == ["invalid-value", "invalid-value", "invalid-date"])
    let charter = tree.workspace.charter
    #expect(charter.mode == .collaborate && charter.cadence == nil && charter.timeZone == "UTC")
  }

  @Test(arguments: ["utc", "Berlin", "CEST", "+01:00", "../../../etc/passwd"])
  func noTimeZones(_ text: String) { #expect(Tree(charter: "timezone: \(text)").rules == ["invalid-date"]) }

  // MARK: Extra fields

  @Test func extraFieldsAreFieldsOfTheirKind() {
    let files = [
      "goals/beta.md": Tree.goal("", "budget: {a: [b]}\nsprint: 7"),
      "notes/x.md": "---\ntitle: x\nkind: idea\nby: ana\ndate: 2026-11-02\nbudget: 3\n---\n",
    ]
    #expect(Tree(charter: "extra-fields: {goal: [budget, sprint]}", files).found == ["notes/x.md:6:1 unknown-field"])
    #expect(Tree(charter: "extra-fields: {goals: [budget], goal: sprint, note: budget}", files).found == [])
    #expect(Tree(charter: "extra-fields: {charter: [office]}\noffice: Lyon").found == [])
  }

  @Test func extraFieldsOfNoKind() throws {
    let finding = try #require(Tree(charter: "extra-fields: {gaol: [budget]}").findings.first)
    #expect(finding.code.name == "invalid-value" && finding.help == "did you mean `goal`?")
    #expect(Tree(charter: "extra-fields: [budget]").rules == ["wrong-type"])
    #expect(Tree(charter: "extra-fields: budget").rules == ["wrong-type"])
    #expect(Tree(charter: "extra-fields: {goal: {budget: int}}").rules == ["wrong-type"])
  }

  // MARK: Rules

  @Test func rulesAreSwitched() {
    let files = ["goals/beta.md": "---\ntitle: x\nstatus: proposed\n---\n"]
    #expect(Tree(files).findings.map(\.severity) == [.warning])
    #expect(Tree(charter: "rules: {unaligned-goal: error}", files).findings.map(\.severity) == [.error])
    #expect(Tree(charter: "rules: {unaligned-goal: off}", files).found == [])
    #expect(Tree(charter: "rules: {unaligned-goal: \"off\"}", files).found == [])
    #expect(Tree(charter: "rules: {unaligned-goal: }", files).rules == ["unaligned-goal"])
  }

  @Test func rulesThatNothingHas() throws {
    let finding = try #require(Tree(charter: "rules: {unaligned-gaol: off}").findings.first)
    #expect(finding.code.name == "invalid-value" && finding.help == "did you mean `unaligned-goal`?")
    #expect(Tree(charter: "rules: {unaligned-goal: never}").rules == ["invalid-value"])
    #expect(Tree(charter: "rules: {unaligned-goal: false}").rules == ["invalid-value"])
    #expect(Tree(charter: "rules: off").rules == ["wrong-type"])
  }

  // MARK: Headings

  @Test func headingsHaveOtherWords() {
    let charter = charter("headings: {done: [Fait, Terminé], next: À venir}")
    #expect(
      charter.heading("Fait") == "done" && charter.heading("terminé") == "done" && charter.heading("à venir:") == "next"
    )
    #expect(charter.heading("termine\u{301}") == "done")
    // Ours stay.
    #expect(
      charter.heading("Done") == "done" && charter.heading("DONE ") == "done" && charter.heading("Wins:") == "wins")
    #expect(charter.heading("Notes") == nil && charter.heading("") == nil)
  }

  @Test(arguments: [
    ("Completed", "done"), ("finished!", "done"), ("Shipped ✅", "done"), ("✅ This week", "done"),
    ("LAST WEEK…", "done"),
    ("Next week", "next"), ("Next steps:", "next"), ("Plan", "next"), ("To-do", "next"), ("TODO", "next"),
    ("🏗️ In progress", "next"), ("1️⃣ Up next", "next"), ("Blockers", "blocked"), ("🚧 Blocked 🚧", "blocked"),
    (":construction: Blocked by", "blocked"), ("Stuck?", "blocked"), ("👩🏽‍💻 Help wanted", "needs"),
    ("Questions?", "needs"), ("Asks", "needs"), ("🇩🇪 Highlights", "wins"), ("Good  news :tada:", "wins"),
    ("Win", "wins"),
  ])
  func headingsMeanTheSameUnderOtherWords(_ words: (String, String)) {
    #expect(charter("tags: x").heading(words.0)?.text == words.1)
  }

  @Test(arguments: ["Done by others", "Not done", "Weekly", "Notes:", "🚧", "…", "10", "Unblocked", "Plan B"])
  func otherHeadingsAreNone(_ words: String) { #expect(charter("tags: x").heading(words) == nil) }

  @Test func theTeamsWordsComeFirst() {
    let charter = charter("headings: {needs: [Blockers, Plan], wins: ['🎉 Fête']}")
    #expect(charter.heading("🚧 blockers") == "needs" && charter.heading("Plan") == "needs")
    #expect(charter.heading("Blocked") == "blocked" && charter.heading("fête!") == "wins")
  }

  @Test func headingsThatNothingHas() {
    #expect(Tree(charter: "headings: {finished: [Fait]}").rules == ["invalid-value"])
    #expect(Tree(charter: "headings: {done: {a: b}}").rules == ["wrong-type"])
  }

  // MARK: Limits

  @Test func limitsMayBeReachedNotPassed() {
    let note = Tree.note(String(repeating: "x", count: 60) + "\n")
    let size = note.utf8.count
    let big = Tree(charter: "limits: {file-size: \(size)}", ["notes/x.md": note])
    #expect(big.found == [])
    let small = Tree(charter: "limits: {file-size: \(size - 1)}", ["notes/x.md": note])
    #expect(small.found == ["notes/x.md:1:1 unreadable-file"])
  }

  @Test func frontMatterHasALimitOfItsOwn() {
    let size = "title: Public beta\nstatus: proposed\nwhy: Others can build on it\n".utf8.count
    // The charter's own front matter is longer than that.
    func found(_ limit: Int) -> [String] {
      Tree(
        charter: "limits: {front-matter-size: \(limit)}",
        ["goals/beta.md": Tree.goal("x\n", "why2: " + String(repeating: "x", count: 60))]
      ).found
    }
    let whole = size + "why2: ".utf8.count + 60 + 1
    #expect(found(whole) == ["goals/beta.md:5:1 unknown-field"])
    #expect(found(whole - 1) == ["goals/beta.md:2:1 unreadable-file"])
  }

  @Test func depthCountsTheMappingItself() {
    let goal = ["goals/beta.md": Tree.goal("", "tags: [a]")]
    #expect(Tree(charter: "limits: {depth: 2}", goal).found == [])
    #expect(
      Tree(charter: "limits: {depth: 2}", ["goals/beta.md": Tree.goal("", "measures: [{name: a, target: 1}]")]).found
        == ["goals/beta.md:5:12 invalid-yaml"])
    #expect(
      Tree(charter: "limits: {depth: 3}", ["goals/beta.md": Tree.goal("", "measures: [{name: a, target: 1}]")]).found
        == [])
  }

  @Test func limitsThatNothingHas() {
    #expect(Tree(charter: "limits: {file-size: 0}").rules == ["invalid-value"])
    #expect(Tree(charter: "limits: {file-size: large}").rules == ["wrong-type"])
    #expect(Tree(charter: "limits: {files: 7}").rules == ["unknown-field"])
  }

  // MARK: Modes

  @Test func aGoalTakesItsModeFromItselfElseItsOnlyTeamElseTheCharter() throws {
    let teams = [
      "teams/ops.md": "---\nname: Ops\nmembers: ana\nmode: cooperate\n---\n",
      "teams/web.md": "---\nname: Web\nmembers: ana\n---\n",
      "goals/own.md": Tree.goal("", "mode: collaborate\nteams: [ops]"), "goals/team.md": Tree.goal("", "teams: [ops]"),
      "goals/silent.md": Tree.goal("", "teams: [web]"), "goals/two.md": Tree.goal("", "teams: [ops, web]"),
      "goals/none.md": Tree.goal(),
    ]
    func modes(_ workspace: Workspace) throws -> [Mode] {
      try ["own", "team", "silent", "two", "none"].map {
        workspace.mode(of: try #require(workspace.record(.goal, Name($0))))
      }
    }
    #expect(try modes(Tree(teams).workspace) == [.collaborate, .cooperate, .collaborate, .collaborate, .collaborate])
    #expect(
      try modes(Tree(charter: "mode: cooperate", teams).workspace) == [
        .collaborate, .cooperate, .cooperate, .cooperate, .cooperate,
      ])
  }
}
