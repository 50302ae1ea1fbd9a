import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct ValueReaderTests {
  /// What is found about a goal with this line in its front matter.
  private func goal(_ line: String) -> [String] { Tree(["goals/beta.md": Tree.goal("", line)]).rules }

  private func field(_ line: String, _ name: Name) throws -> FieldValue {
    try #require(Tree.record("goals/beta.md", Tree.goal("", line))[name])
  }

  // MARK: Text

  @Test(arguments: [
    "no", "012", "1e3", "2026-11-20", "~", "null", "true", "0x1F", "1_000", "12:30:00", ".inf", "=", "<<",
  ])
  func aScalarIsTextInATextField(_ text: String) throws {
    let record = try Tree.record("goals/beta.md", "---\ntitle: \(text)\nstatus: proposed\nwhy: \(text)\n---\n")
    #expect(record.text("title") == text)
    #expect(record.text("why") == text)
    #expect(record.diagnostics.isEmpty)
  }

  @Test func aLineHasNoLineBreak() {
    #expect(
      Tree([
        "goals/beta.md": "---\ntitle: |\n  Public\n  beta\nstatus: proposed\nwhy: |\n  Others can\n  build on it\n---\n"
      ]).found == ["goals/beta.md:2:8 wrong-type"])
    #expect(
      Tree(["goals/beta.md": "---\ntitle: \"Public\\nbeta\"\nstatus: proposed\nwhy: x\n---\n"]).found == [
        "goals/beta.md:2:8 wrong-type"
      ])
    #expect(goal("resources: [field time, platform]") == [])
    #expect(goal("resources: [\"field\\ntime\"]") == ["wrong-type"])
    #expect(goal("tags: [\"a\\nb\"]") == ["wrong-type"])
  }

  @Test(arguments: ["title: [a, b]", "title: {a: b}"])
  func aTextIsNoCollection(_ line: String) {
    #expect(
      Tree(["goals/beta.md": "---\n\(line)\nstatus: proposed\nwhy: x\n---\n"]).found == ["goals/beta.md:2:8 wrong-type"]
    )
  }

  // MARK: Days

  @Test(arguments: [
    "2026-2-3", "soon", "2026-02-30", "2026/11/20", "20 Nov 2026", "~", "\"\"", "2026-11-20T00:00:00Z", "20261120",
  ])
  func noDates(_ text: String) { #expect(goal("due: \(text)") == ["invalid-date"]) }

  @Test(arguments: ["2026-11-20", "\"2026-11-20\"", "'2026-11-20'", "0001-01-01", "9999-12-31"])
  func dates(_ text: String) throws {
    #expect(goal("due: \(text)") == [])
    #expect(try field("due: \(text)", "due").value.map { if case .day = $0 { true } else { false } } == true)
  }

  @Test func aCollectionIsNoDate() {
    #expect(goal("due: [2026-11-20]") == ["wrong-type"])
    #expect(goal("due: {on: 2026-11-20}") == ["wrong-type"])
  }

  @Test func aDateThatSaysWhichDayItMeansIsMended() throws {
    for text in ["2026-2-3", "2026/02/03", "2026/2/3"] {
      let finding = try #require(Tree(["goals/beta.md": Tree.goal("", "due: \(text)")]).findings.first)
      #expect(finding.fix?.edits.first?.replacement == "2026-02-03")
      #expect(finding.help == "did you mean `2026-02-03`?")
    }
    // Which of the two is the month nobody knows.
    #expect(Tree(["goals/beta.md": Tree.goal("", "due: 2/3/2026")]).findings.first?.fix == nil)
  }

  // MARK: Closed sets

  @Test(arguments: ["on-track", "'done'", "dropped"])
  func allowedValues(_ text: String) {
    let files = ["goals/beta.md": "---\ntitle: x\nowners: ana\nstatus: \(text)\nwhy: x\nmode: cooperate\n---\n"]
    #expect(Tree(files).found == [])
  }

  @Test(arguments: ["On-Track", "on track", "ontrack", "fine", "~", "true"])
  func otherValues(_ text: String) {
    #expect(
      Tree(["goals/beta.md": "---\ntitle: x\nstatus: \(text)\nwhy: x\n---\n"]).found == [
        "goals/beta.md:3:9 invalid-value"
      ])
  }

  @Test func theNearestAllowedValueIsOffered() throws {
    let finding = try #require(Tree(["goals/beta.md": "---\ntitle: x\nstatus: on-trak\nwhy: x\n---\n"]).findings.first)
    #expect(finding.help == "did you mean `on-track`?")
    #expect(finding.fix == nil)
    let written = try #require(Tree(["goals/beta.md": "---\ntitle: x\nstatus: On Track\nwhy: x\n---\n"]).findings.first)
    #expect(written.fix?.edits.first?.replacement == "on-track")
  }

  // MARK: Numbers

  @Test(arguments: [
    ("1", []), ("5", []), ("0", ["invalid-value"]), ("6", ["invalid-value"]), ("9", ["invalid-value"]),
    ("-3", ["invalid-value"]),
    ("99999999999999999999", ["invalid-value"]), ("-99999999999999999999", ["invalid-value"]), ("good", ["wrong-type"]),
    ("3.5", ["wrong-type"]), ("1e0", ["wrong-type"]),
    ("3 ", []), ("\"3\"", []), ("~", ["wrong-type"]), ("[3]", ["wrong-type"]), ("٣", ["wrong-type"]),
    ("0x3", ["wrong-type"]), ("true", ["wrong-type"]),
  ])
  func aMoodIsFromOneToFive(_ text: String, _ rules: [String]) {
    #expect(Tree(["status/2026-W47/ana.md": "---\nmood: \(text)\n---\n- Chose the bread.\n"]).rules == rules)
  }

  @Test(arguments: [
    ("1", true), ("-2.5", true), ("1e3", true), ("+4", true), ("\"7\"", true), ("0.1", true), ("nan", false),
    ("inf", false), ("1e999", false), ("0x10", false), ("1_000", false), ("12%", false), ("1,5", false),
    (".inf", false), ("e", false), ("--1", false),
  ])
  func numbers(_ text: String, _ isNumber: Bool) {
    #expect(
      goal("measures: [{name: Testers, target: \(text.contains(",") ? "\"\(text)\"" : text)}]")
        == (isNumber ? [] : ["wrong-type"]))
  }

  // MARK: Addresses

  @Test(arguments: [
    ("dee+x@example.org", true), ("a+b@x.y", true), ("ana", false), ("@x", false), ("ana@", false), ("a@b@c", false),
    ("Ana <ana@x.org>", false), ("a b@x.org", false), ("\"\"", false),
  ])
  func emails(_ text: String, _ isOne: Bool) {
    let tree = Tree([
      "people/dee.md":
        "---\nname: Dee\nemails: [dee@example.org, \(text == "\"\"" || !text.contains("<") ? (text == "\"\"" ? text : "\"\(text)\"") : "'\(text)'")]\n---\n"
    ])
    #expect(tree.rules == (isOne ? [] : ["wrong-type"]))
  }

  @Test(arguments: [
    ("https://chat.example.org/team", true), ("http://x", true), ("mailto:team@example.org", true),
    ("example.org", false), ("https://", false), ("https://a b", false), ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false), ("//x.org", false), ("nowhere", false),
  ])
  func urls(_ text: String, _ isOne: Bool) {
    #expect(
      Tree(charter: "channels: [{name: Chat, for: talk, url: \"\(text)\"}]").rules == (isOne ? [] : ["wrong-type"]))
  }

  // MARK: Lists

  @Test func aSingleValueIsAListOfOne() throws {
    #expect(
      try field("owners: ana", "owners").value.map { if case .list(let items) = $0 { items.count } else { 0 } } == 1)
    #expect(goal("measures: {name: Testers, target: 5}") == [])
    #expect(try Tree.record("goals/beta.md", Tree.goal("", "owners: ana")).owners == ["ana"])
    #expect(
      Tree(["people/dee.md": "---\nname: Dee\nemails: dee@example.org\naway: {from: 2026-11-01, to: 2026-11-02}\n---\n"]
      ).found == [])
  }

  @Test func eachWrongEntryIsOneFinding() {
    #expect(
      Tree(["people/dee.md": "---\nname: Dee\nemails: [dee, dee@example.org, 7]\n---\n"]).found == [
        "people/dee.md:3:10 wrong-type", "people/dee.md:3:32 wrong-type",
      ])
    #expect(goal("owners: [[ana]]") == ["wrong-type"])
    #expect(goal("owners: {ana: ben}") == ["wrong-type"])
    #expect(goal("owners:\n- ana\n-\n- ben") == ["wrong-type"])
  }

  // MARK: Nothing

  @Test func aFieldWithoutAValueIsAbsent() throws {
    #expect(goal("due:\nowners:\nmode: # nothing yet") == [])
    #expect(try Tree.record("goals/beta.md", Tree.goal("", "due:"))["due"] == nil)
  }

  @Test(arguments: ["", " \"\"", " ''", " \"  \"", " # none"])
  func aRequiredTextThatIsEmptyIsMissing(_ text: String) {
    #expect(
      Tree(["goals/beta.md": "---\nstatus: proposed\ntitle:\(text)\nwhy: x\n---\n"]).found == [
        "goals/beta.md:3:1 missing-field"
      ])
  }

  @Test(arguments: ["", " []", " [ ]", " [\n]", " # none", " \"\""])
  func aRequiredListThatIsEmptyIsMissing(_ text: String) {
    #expect(
      Tree(["notes/x.md": "---\ntitle: x\nkind: idea\nby:\(text)\ndate: 2026-11-02\n---\n"]).found == [
        "notes/x.md:4:1 missing-field"
      ])
  }

  @Test(arguments: ["", " \"\"", " ''"])
  func anyRequiredFieldThatIsEmptyIsMissing(_ text: String) {
    let note = "---\ntitle: x\nkind:\(text)\nby: ana\ndate:\(text)\n---\n"
    #expect(Tree(["notes/x.md": note]).found == ["notes/x.md:3:1 missing-field", "notes/x.md:5:1 missing-field"])
    let feedback = "---\nfrom:\(text)\nto: ben\ndate: 2026-11-02\nkind: thanks\n---\n"
    #expect(Tree(["feedback/x.md": feedback]).found == ["feedback/x.md:2:1 missing-field"])
  }

  @Test(arguments: ["{}", "{ }", "\"\""])
  func requiredAnswersThatAreEmptyAreMissing(_ text: String) {
    #expect(
      Tree(["pulse/q.md": "---\ntitle: x\ndate: 2026-11-02\nanswers: \(text)\n---\n"]).found == [
        "pulse/q.md:4:1 missing-field"
      ])
  }

  @Test func aListOfWrongEntriesIsNotMissingToo() {
    #expect(Tree(["people/dee.md": "---\nname: Dee\nemails: [dee]\n---\n"]).rules == ["wrong-type"])
  }

  @Test func anEmptyFrontMatterHasNoFields() {
    for empty in ["---\n---\n", "---\n\n---\n", "---\n# nothing yet\n---\n"] {
      #expect(Tree(["goals/beta.md": empty]).rules == ["unaligned-goal", "missing-field", "missing-field"], "\(empty)")
      #expect(Tree(["status/2026-W47/ana.md": empty + "- Chose the bread.\n"]).rules == [])
    }
  }

  // MARK: Mappings

  @Test func aMemberIsRequiredUnknownOrWrong() {
    #expect(goal("measures: [{name: Testers}]") == ["missing-field"])
    #expect(goal("measures: [{name: Testers, target: 5, goal: 6}]") == ["unknown-field"])
    #expect(goal("measures: [{name: Testers, target: many}]") == ["wrong-type"])
    #expect(goal("measures: [{name: Testers, target: }]") == ["missing-field"])
    #expect(goal("measures: [{name: \" \", target: 5}]") == ["missing-field"])
    #expect(goal("measures: [Testers]") == ["wrong-type"])
  }

  @Test func anEmptyMemberIsOneFinding() {
    let decision =
      "---\ntitle: x\nby: ana\nstatus: proposed\ndate: 2026-11-02\nyields: [{goal: \"\", to: beta, why: x}]\n---\n"
    #expect(Tree(["decisions/x.md": decision, "goals/beta.md": Tree.goal()]).rules == ["missing-field"])
  }

  @Test func referencesInMappingsAreLookedUp() {
    let decision =
      "---\ntitle: x\nby: ana\nstatus: proposed\ndate: 2026-11-02\nyields: [{goal: beta, to: gamma, why: x}]\n---\n"
    #expect(
      Tree(["decisions/x.md": decision, "goals/beta.md": Tree.goal()]).found == [
        "decisions/x.md:6:27 unknown-reference"
      ])
  }

  @Test func aResponsibilityIsALineOrAMapping() {
    func role(_ text: String) -> [String] {
      Tree(["roles/cook.md": "---\ntitle: Cook\nholders: ana\nresponsibilities:\n\(text)\n---\n"]).rules
    }
    #expect(role("- Choose the bread") == [])
    #expect(role("- {id: bread, does: Choose the bread}") == [])
    #expect(role("- {id: bread}") == ["missing-field"])
    #expect(role("- [Choose the bread]") == ["wrong-type"])
    #expect(role("- {id: bread, does: Choose the bread, when: daily}") == ["unknown-field"])
  }

  @Test func answersAreFiveCounts() {
    func pulse(_ text: String) -> [String] {
      Tree(["pulse/q.md": "---\ntitle: x\ndate: 2026-11-02\nanswers:\n  How was it?: \(text)\n---\n"]).rules
    }
    #expect(pulse("[1, 1, 1, 1, 1]") == [])
    #expect(pulse("[0, 0, 0, 0, 5]") == [])
    #expect(pulse("[1, 1, 1, 1]") == ["wrong-type"])
    #expect(pulse("[1, 1, 1, 1, 1, 1]") == ["wrong-type"])
    #expect(pulse("5") == ["wrong-type"])
    #expect(pulse("[a, 1, 1, 1, 1]") == ["wrong-type"])
    #expect(pulse("[-1, 3, 3, 3, 3]") == ["invalid-value"])
    #expect(pulse("[1, 1, 1, 1, 0]") == ["too-few-answers"])
  }

  // MARK: Names

  @Test func anUnknownFieldIsToldWithTheNearest() throws {
    let finding = try #require(Tree(["goals/beta.md": Tree.goal("", "ownres: ana")]).findings.first)
    #expect(finding.code.name == "unknown-field" && finding.severity == .warning)
    #expect(finding.help == "did you mean `owners`?")
    #expect(goal("Owners: ana") == ["unknown-field"])
    #expect(goal("estimate: {a: [b]}") == ["unknown-field"])
  }

  @Test func anyKindMayHaveTags() {
    #expect(
      Tree(charter: "tags: [a]", ["people/dee.md": "---\nname: Dee\nemails: d@x.org\ntags: a\n---\n"]).found == [])
    #expect(Tree(["status/2026-W47/ana.md": "---\ntags: [no, 012]\n---\n- Chose the bread.\n"]).found == [])
  }

  @Test func twoFieldsOfOneName() {
    #expect(goal("why: twice") == ["duplicate-field"])
  }
}
