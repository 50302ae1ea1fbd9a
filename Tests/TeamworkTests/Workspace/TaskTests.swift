import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct TaskTests {
  private func task(_ line: String, _ files: [String: String] = [:]) throws -> Task {
    try #require(Tree.tasks("- [ ] \(line)\n", files).first)
  }

  private func rules(_ body: String, _ files: [String: String] = [:]) -> [String] {
    var tree = Tree(files)
    tree.files["goals/beta.md"] = Array(Tree.goal(body).utf8)
    return tree.rules
  }

  private func told(_ needs: [Located<TaskReference>]) -> [String] {
    needs.map { "\($0.value.record.map { "\($0)" } ?? "")^\($0.value.anchor)" }
  }

  // MARK: Boxes

  @Test func boxesSayTheState() throws {
    let tasks = try Tree.tasks("- [ ] a\n- [x] b\n- [X] c\n- [-] d\n* [ ] e\n+ [ ] f\n\n1. [ ] g\n2) h\n")
    #expect(tasks.map(\.state) == [.open, .done, .done, .dropped, .open, .open, .open])
    #expect(tasks.map(\.text) == ["a", "b", "c", "d", "e", "f", "g"])
  }

  @Test(arguments: [
    "- [y] a", "- [] a", "- [ ]a", "- [  ] a", "- (x) a", "- a [ ]", "[ ] a", "    - [ ] a", "```\n- [ ] a\n```",
    "<!--\n- [ ] a\n-->", "- \\[ ] a", "- `[ ]` a",
  ])
  func noTasks(_ body: String) throws { #expect(try Tree.tasks(body + "\n").isEmpty) }

  @Test func itemsInQuotesAreNotTasks() throws {
    #expect(try Tree.tasks("> - [ ] a\n>   - [x] b\n\n- [ ] c\n\n  > - [ ] d\n").map(\.text) == ["c"])
  }

  @Test func tasksStandAnywhereInAGoal() throws {
    let body = "- [ ] a\n\n## Later\n\n1. Think\n   - [ ] b\n\nProse.\n\n* [ ] c\n"
    #expect(try Tree.tasks(body).map(\.text) == ["a", "b", "c"])
  }

  @Test func meetingsHaveActionsAndOtherKindsHaveNone() throws {
    let meeting = "---\ntitle: x\nkind: kickoff\ndate: 2026-11-02\npeople: ana\n---\n- [ ] Book a room @ana\n"
    #expect(try Tree.record("meetings/x.md", meeting).tasks.map(\.text) == ["Book a room"])
    #expect(try Tree.record("status/2026-W47/ana.md", "## Done\n\n- [x] Book a room @ben ^room\n").tasks.isEmpty)
    #expect(try Tree.record("notes/x.md", Tree.note("- [ ] Book a room due:soon\n")).tasks.isEmpty)
    #expect(Tree(["notes/x.md": Tree.note("- [ ] Book a room due:soon\n")]).found == [])
  }

  // MARK: Attributes

  @Test func attributesInAnyOrder() throws {
    let roles = ["roles/release-manager.md": "---\ntitle: x\nholders: ana\nresponsibilities: Publish\n---\n"]
    for line in [
      "Announce the beta @ana due:2026-12-01 needs:guide,press-kit^release role:release-manager effort:3d ^announce",
      "effort:3d role:release-manager Announce, @ana, the due:2026-12-01 beta needs:guide,press-kit^release ^announce",
      "needs:guide,press-kit^release @ana due:2026-12-01 Announce the beta role:release-manager effort:3d ^announce",
      "@ana: Announce\tdue:2026-12-01  needs:guide needs:press-kit^release the beta effort:3d role:release-manager\t^announce",
    ] {
      let task = try task(line, roles)
      #expect(["Announce the beta", "Announce, the beta"].contains(task.text), "\(line)")
      #expect(task.owners == ["ana"])
      #expect(task.due?.value == Day("2026-12-01"))
      #expect(told(task.needs) == ["^guide", "press-kit^release"])
      #expect(task.role?.value == "release-manager")
      #expect(task.effort?.value == Effort(amount: 3, unit: .days))
      #expect(task.anchor?.value == "announce")
    }
  }

  @Test func whenItWasDone() throws {
    #expect(try Tree.tasks("- [x] Load-test @ben done:2026-11-19 ^load-test\n").first?.done?.value == Day("2026-11-19"))
  }

  @Test func attributesStandOutsideCodeAndLinks() throws {
    let line =
      "Read `due:2026-12-01 @ben` and [due:2026-12-01 @ben](../people/ana.md) and [[beta|due:2026-12-01]] and <https://x.org/due:2026-12-01>"
    let task = try task(line)
    #expect(task.markdown == line)
    #expect(
      task.text
        == "Read due:2026-12-01 @ben and due:2026-12-01 @ben and [[beta|due:2026-12-01]] and https://x.org/due:2026-12-01"
    )
    #expect(task.due == nil && task.owners.isEmpty)
  }

  @Test func aWrappedTaskIsOne() throws {
    let task = try task(
      "Write the guide  \n  for all due:2026-12-01\\\n  `due:soon` @ben\n  (effort:3d) ^guide\n\n  due:2026-12-02 @ana")
    #expect(task.text == "Write the guide for all due:soon")
    #expect(task.markdown == "Write the guide for all `due:soon`")
    #expect(task.due?.value == Day("2026-12-01") && task.owners == ["ben"] && task.anchor?.value == "guide")
    #expect(task.effort?.value == Effort(amount: 3, unit: .days))
    #expect(rules("- [ ] Write the guide\n  due:soon @ana\n") == ["invalid-date"])
  }

  @Test(arguments: [
    "(due:2026-12-01)", "**due:2026-12-01**", "_due:2026-12-01_", "[due:2026-12-01]", "(**due:2026-12-01**)",
    "~~due:2026-12-01~~", "(@ana, due:2026-12-01)", "(@ana; due:2026-12-01)", "(@ana due:2026-12-01)",
    "(due:2026-12-01,@ana)", "(by @ana, due:2026-12-01)", "(due:2026-12-01).",
  ])
  func bracketsAndEmphasisStandAroundAttributes(_ word: String) throws {
    for line in [
      "Write it @ana \(word)", "\(word) Write it @ana", "Write \(word) it @ana", "Write it \(word) @ana effort:1d",
    ] {
      let task = try task(line)
      #expect(task.due?.value == Day("2026-12-01"), "\(line)")
      #expect(task.owners == ["ana"], "\(line)")
      #expect(["Write it", "Write it.", "Write . it", ". Write it", "Write it ."].contains(task.text), "\(line)")
      #expect(task.text == task.markdown)
      #expect(rules("- [ ] \(line)\n").filter { $0.hasPrefix("malformed") } == [])
    }
    #expect(try task("Write it (^guide)").anchor?.value == "guide")
  }

  @Test(arguments: ["note:later", "https://x.org", "due:", "10:30", "x/due:2026-12-01"])
  func otherWordsAreText(_ word: String) throws {
    #expect(try task("Write \(word) now").text == "Write \(word) now")
    #expect(rules("- [ ] Write \(word) now @ana\n") == [])
  }

  @Test(arguments: ["due:soon", "due:2026-2-3", "done:2026-02-30", "due:2026-12-01,"])
  func noDates(_ word: String) throws {
    #expect(rules("- [ ] Write the guide @ana \(word)\n") == ["invalid-date"])
    #expect(try task("Write the guide \(word) @ana").text == "Write the guide")
  }

  @Test func anAttributeStandsOnce() {
    #expect(rules("- [ ] Write due:2026-12-01 due:2026-12-02 @ana\n") == ["duplicate-field"])
    #expect(rules("- [ ] Write effort:1d effort:2d @ana\n") == ["duplicate-field"])
  }

  @Test(arguments: [("3h", 3, Effort.Unit.hours), ("0.5d", 0.5, .days), ("2w", 2, .weeks), ("1.25w", 1.25, .weeks)])
  func efforts(_ text: String, _ amount: Double, _ unit: Effort.Unit) throws {
    #expect(try task("Write effort:\(text)").effort?.value == Effort(amount: amount, unit: unit))
  }

  @Test(arguments: ["3", "3m", "d", "-1d", "0d", "3D", "1e3d", "infd", "nand", "0x1d", "3dd", "٣d"])
  func noEfforts(_ text: String) { #expect(rules("- [ ] Write effort:\(text) @ana\n") == ["wrong-type"]) }

  @Test func aRoleIsARecord() {
    #expect(rules("- [ ] Write @ana role:cook\n") == ["unknown-reference"])
  }

  // MARK: Owners

  @Test func ownersStandAnywhere() throws {
    #expect(try task("@ana writes and @ben reads, then @ana").owners == ["ana", "ben"])
    #expect(try task("Write (@ana), **@ben**.").owners == ["ana", "ben"])
    #expect(try task("Write, @ana.").owners == ["ana"])
    #expect(try task("Write to ana@example.org and x/@ben").owners == [])
  }

  /// Ben's record says `name: Ben`.
  @Test(arguments: [
    ("**@ben**: fix the login", "fix the login", "fix the login"),
    ("@ben: fix the login", "fix the login", "fix the login"),
    ("@ben fix the login", "fix the login", "fix the login"),
    ("@ben, @ana — fix the login", "fix the login", "fix the login"),
    ("fix the login (by @ben)", "fix the login", "fix the login"),
    ("fix the login (owner: @ben)", "fix the login", "fix the login"),
    ("fix the login [@ben]", "fix the login", "fix the login"),
    ("fix the login @ben, @ana and @ben.", "fix the login.", "fix the login."),
    ("fix the login — @ben due:2026-12-01", "fix the login", "fix the login"),
    ("fix the login _@ben_ ^x", "fix the login", "fix the login"),
    ("fix, @ben, the **login @ana**", "fix, the login", "fix, the **login**"),
    ("**@ben** fix *the* login", "fix the login", "fix *the* login"),
    ("Review @ben's draft", "Review Ben's draft", "Review @ben's draft"),
    ("Review **@ben's** draft @ana", "Review Ben's draft", "Review **@ben's** draft"),
    ("Interview @ana about the bread @ben", "Interview Ana about the bread", "Interview @ana about the bread"),
    ("Pair with @ben", "Pair with Ben", "Pair with @ben"),
    ("Pair with @ben and @ana due:2026-12-01", "Pair with Ben and Ana", "Pair with @ben and @ana"),
    ("Pair with @ben @ana", "Pair with Ben", "Pair with @ben"),
    ("@ben should review it", "Ben should review it", "@ben should review it"),
    ("Bake (with @ben and others)", "Bake (with Ben and others)", "Bake (with @ben and others)"),
    ("Port to C++ @ben", "Port to C++", "Port to C++"),
    ("Prepare: @ben", "Prepare:", "Prepare:"),
    ("Ask @platform (@ben)", "Ask @platform", "Ask @platform"),
    ("Ask for bread (@platform, @ben)", "Ask for bread (@platform, Ben)", "Ask for bread (@platform, @ben)"),
    ("# 1 @ben", "# 1", "\\# 1"), ("1. first @ben", "1. first", "1\\. first"),
    (
      "use `a  b` and ~~c~~ \\*d\\* &amp; [e](f) @ben", "use a b and c *d* & e",
      "use `a  b` and ~~c~~ \\*d\\* &amp; [e](f)"
    ),
    ("see [e] and ![f](g) h @ben\n\n[e]: u.md", "see e and f h", "see [e](<u.md>) and f h"),
    ("@ben", "", ""), ("**@ben**", "", ""),
  ])
  func ownersGoWhereTheyStandAlone(_ line: String, _ text: String, _ markdown: String) throws {
    let task = try task(line)
    #expect(task.text == text)
    #expect(task.markdown == markdown)
    #expect(!task.owners.isEmpty)
  }

  @Test func whoIsInterviewedMakesAnotherTask() {
    let body =
      "- [ ] Interview @ana about the bread in the new kitchen\n- [ ] Interview @ben about the bread in the new kitchen\n"
    #expect(rules(body).filter { $0 == "duplicate-task" } == [])
    #expect(rules(body.replacing("@ana", with: "@ben")).contains("duplicate-task"))
  }

  @Test func aPulseHasTasks() throws {
    let pulse =
      "---\ntitle: Autumn\ndate: 2026-11-02\nanswers: {\"How are you?\": [1, 1, 1, 1, 1]}\n---\n- [ ] Buy chairs @ana due:2026-12-01 ^chairs\n"
    #expect(try Tree.record("pulse/autumn.md", pulse).tasks.map(\.text) == ["Buy chairs"])
    var tree = Tree([
      "pulse/autumn.md": pulse, "goals/x.md": Tree.goal("- [ ] Sit @ana due:2026-11-20 needs:autumn^chairs\n"),
    ])
    #expect(tree.rules == ["needs-later-work"])
    tree.files["goals/x.md"] = Array(Tree.goal("- [ ] Sit @ana needs:autumn^table\n").utf8)
    #expect(tree.rules == ["unknown-reference"])
  }

  @Test func aTeamIsMentionedNotAnOwner() throws {
    let task = try task("Ask @platform for help")
    #expect(task.owners == [] && task.text == "Ask @platform for help")
    #expect(rules("- [ ] Ask @platform for help\n") == [])
  }

  @Test func nobodyIsAnUnknownReference() throws {
    #expect(rules("- [ ] Ask @nobody for help\n") == ["unknown-reference"])
    // Prose below the first paragraph is prose.
    #expect(rules("- [ ] Ask for help @ana\n\n  as @nobody said\n") == ["unknown-mention"])
    // Another form of a name is another name.
    let jose = ["people/josé.md": "---\nname: José\nemails: j@x.org\n---\n"]
    #expect(rules("- [ ] Ask for help @jose\u{301}\n", jose) == ["unknown-reference"])
    #expect(rules("- [ ] Ask for help @josé\n", jose) == [])
    #expect(rules("- [ ] Ask for help @Ana\n") == ["unknown-reference"])
  }

  @Test func nestedItemsAreSubTasksAndTheirOwners() throws {
    let tasks = try Tree.tasks(
      "- [ ] a @ana\n  - [ ] b\n    - [ ] c\n  - Think\n    - [ ] d @ben\n      - [ ] e\n  - [ ] f @platform\n- [ ] g\n"
    )
    #expect(tasks.map(\.parent) == [nil, 0, 1, 0, 3, 0, nil])
    #expect(tasks.map(\.owners) == [["ana"], ["ana"], ["ana"], ["ben"], ["ben"], ["ana"], []])
    #expect(tasks.map(\.hasOwnOwners) == [true, false, false, true, false, false, false])
  }

  // MARK: Needs

  @Test func needsNameTasks() {
    #expect(rules("- [ ] a @ana ^a\n- [ ] b @ana needs:a ^b\n") == [])
    #expect(rules("- [ ] a @ana ^a\n- [ ] b @ana needs:c ^b\n") == ["unknown-reference"])
    #expect(rules("- [ ] a @ana ^a\n- [ ] b @ana needs:A ^b\n") == ["unknown-reference"])
    #expect(rules("- [ ] b @ana needs:gamma^a\n") == ["unknown-reference"])
    let gamma = ["goals/gamma.md": Tree.goal("- [ ] Knead the dough @ana ^a\n")]
    #expect(rules("- [ ] b @ana needs:gamma^a\n", gamma) == [])
    #expect(rules("- [ ] b @ana needs:gamma^b\n", gamma) == ["unknown-reference"])
    #expect(rules("- [ ] b @ana needs:gamma^\n", gamma) == ["unknown-reference"])
    #expect(rules("- [ ] b @ana needs:c,gamma^b\n", gamma) == ["unknown-reference", "unknown-reference"])
  }

  @Test func needsNameARecordThatIsUnambiguous() {
    let both = [
      "goals/gamma.md": Tree.goal("- [ ] Knead the dough @ana ^a\n"),
      "meetings/gamma.md":
        "---\ntitle: x\nkind: kickoff\ndate: 2026-11-02\npeople: ana\n---\n- [ ] Book a room @ana ^room\n",
    ]
    #expect(rules("- [ ] b @ana needs:gamma^a\n", both) == ["ambiguous-reference"])
    #expect(rules("- [ ] b @ana needs:goals/gamma^a,meetings/gamma^room\n", both) == [])
    #expect(rules("- [ ] b @ana needs:meetings/gamma^a\n", both) == ["unknown-reference"])
    #expect(rules("- [ ] b @ana needs:people/ana^a\n") == ["unknown-reference"])
  }

  // MARK: Anchors

  @Test func anAnchorIsLast() throws {
    #expect(try task("Write the guide ^guide").anchor?.value == "guide")
    #expect(try task("Write the guide ^guide  ").anchor?.value == "guide")
    #expect(try task("Write the guide @ana\t^guide\t").anchor?.value == "guide")
    for line in [
      "Write ^guide now", "Write ^guide @ana", "Write the guide^guide", "Write `^guide`", "Write [x](y)^guide",
      "Write ^",
    ] {
      #expect(try task(line).anchor == nil, "\(line)")
    }
    #expect(try task("Write ^one ^two").anchor?.value == "two")
    #expect(try task("Write ^one ^two").text == "Write ^one")
  }

  @Test(arguments: ["Guide", "-guide", "gui/de", "guide!", "jose\u{301}", "gu\u{200D}ide"])
  func anAnchorIsSpelledLikeAnID(_ anchor: String) {
    #expect(rules("- [ ] Write the guide @ana ^\(anchor)\n") == ["invalid-id"])
  }

  @Test func anAnchorIsUniqueInItsRecord() throws {
    let body = "- [ ] a @ana ^guide\n- [x] b ^guide\n- [ ] c @ana ^Guide2\n- [-] d ^guide\n"
    let findings = Tree(["goals/beta.md": Tree.goal(body)]).findings.filter { $0.code.name == "duplicate-anchor" }
    // One finding, at the first place, with the others beside it.
    #expect(Tree.told(findings) == ["goals/beta.md:6:15 duplicate-anchor"])
    #expect(
      findings.first?.related.map { $0.source.position(of: $0.range.lowerBound) } == [
        .init(line: 7, column: 10), .init(line: 9, column: 10),
      ])
    #expect(rules("- [ ] a @ana ^guide\n", ["goals/gamma.md": Tree.goal("- [ ] Knead the dough @ana ^guide\n")]) == [])
  }

  // MARK: Bytes

  @Test func windowsLineEndsMakeNoDifference() throws {
    let text = Tree.goal(
      "- [ ] Write the guide @ana due:2026-12-01 ^guide\n  - [x] Draft done:2026-11-19\n- [-] Sing ^sing\n")
    let tasks = try Tree.record(
      "goals/beta.md", text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    ).tasks
    #expect(tasks.map(\.text) == ["Write the guide", "Draft", "Sing"])
    #expect(tasks.map { $0.anchor?.value } == ["guide", nil, "sing"])
    #expect(
      tasks[0].due?.value == Day("2026-12-01") && tasks[1].done?.value == Day("2026-11-19") && tasks[1].parent == 0)
  }

  @Test func placesAreInTheFile() throws {
    let record = try Tree.record("goals/beta.md", Tree.goal("- [ ] Größe @ana due:2026-12-01 ^größe\n"))
    let task = try #require(record.tasks.first)
    let document = record.document
    #expect(document.text(task.checkboxRange) == "[ ]")
    #expect(document.text(task.range) == "Größe @ana due:2026-12-01 ^größe")
    #expect(task.due.map { document.text($0.range) } == "2026-12-01")
    #expect(task.anchor.map { document.text($0.range) } == "größe")
    #expect(task.mentions.map { document.text($0.range) } == ["@ana"])
  }
}

@Suite struct DetachedDates {
  @Test func aSpaceBeforeTheDateIsToldAndMended() throws {
    let body = "- [ ] Write the guide @ana due: 2026-12-01\n- [ ] Say what is due: nothing yet @ana\n"
    let finding = try #require(Tree(["goals/beta.md": Tree.goal(body)]).findings.first)
    #expect(finding.code.name == "malformed-attribute")
    #expect(finding.fix?.isSafe == true)
    #expect(finding.fix?.edits.map(\.replacement) == ["due:2026-12-01"])
    #expect(Tree(["goals/beta.md": Tree.goal(body)]).findings.count == 1)
  }

  @Test func summariesAmongTheRecordsHideNone() {
    let found = Tree(charter: "summaries: .teamwork/goals", ["goals/beta.md": "no front matter"]).rules
    #expect(found.contains("missing-front-matter"))
  }

  /// A mention in the sentence is a part of what is to be done; one at the end says whose it is.
  @Test func whoIsPartOfTheSentenceTellsTasksApart() {
    func told(_ one: String, _ other: String) -> [String] {
      Tree(["goals/x.md": Tree.goal("- [ ] \(one)\n- [ ] \(other)\n", "owners: [ana, ben]")]).rules
        .filter { $0 == "duplicate-task" || $0 == "similar-task" }
    }
    #expect(told("Interview @ana about the launch @ben", "Interview @ben about the launch @ana") == [])
    #expect(told("Interview @ana about the launch @ben", "Interview @ana about the launch @cho") == ["duplicate-task"])
  }
}
