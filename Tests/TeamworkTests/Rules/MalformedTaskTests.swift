import Documents
import TestSupport
import Testing

@testable import Teamwork

/// What is nearly a task, or nearly an attribute of one, and what only looks like it from afar.
@Suite struct MalformedTaskTests {
  private static let others = [
    "roles/cook.md": "---\ntitle: x\nholders: ana\nresponsibilities: Choose the bread\n---\n",
    "goals/gamma.md": Tree.goal("- [ ] Knead the dough @ana ^dough\n").replacing("Public beta", with: "Gamma"),
  ]

  private func found(_ body: String) -> [Diagnostic] {
    var tree = Tree(Self.others)
    tree.files["goals/beta.md"] = Array(Tree.goal(body).utf8)
    return tree.findings
  }

  /// The body with every safe fix, and what is marked in it.
  private func mended(_ body: String, _ rule: String) throws -> String? {
    let findings = found(body)
    #expect(findings.map(\.code.name) == [rule], "\(body)")
    guard let fix = findings.first?.fix, fix.isSafe else { return nil }
    let record = try Tree.record("goals/beta.md", Tree.goal(body), Self.others)
    let text = String(decoding: record.document.source.applying(fix.edits), as: UTF8.self)
    let after = String(text.dropFirst(Tree.goal().count))
    #expect(found(after).map(\.code.name) == [], "\(after)")
    return after
  }

  @Test(arguments: [
    ("- [] a", "- [ ] a"), ("* [] a", "* [ ] a"), ("1. [] a", "1. [ ] a"), ("-[ ] a", "- [ ] a"), ("*[x] a", "* [x] a"),
    ("-[] a", "- [ ] a"), ("- [ ]a", "- [ ] a"), ("- [x]a", "- [x] a"), ("- [ x] a", "- [x] a"),
    ("- [x ] a", "- [x] a"),
    ("- [  ] a", "- [ ] a"), ("- [\u{A0}] a", "- [ ] a"), ("- [✓] a", "- [x] a"), ("- [✔️] a", "- [x] a"),
    ("- [х] a", "- [x] a"),
    ("- [–] a", "- [-] a"), ("[ ] a", "- [ ] a"), ("[x] a", "- [x] a"), ("• [ ] a", "- [ ] a"), ("– [x] a", "- [x] a"),
    ("- [ ] b\n-[ ] a", "- [ ] b\n- [ ] a"), ("2.[ ] a", "2. [ ] a"), ("- [ ] b\n  - [] a", "- [ ] b\n  - [ ] a"),
    ("- [/] a", nil), ("- [y] a", nil), ("- [?] a", nil), ("- [ ]", nil), ("- [x]", nil), ("- [-]", nil),
    ("- [ ]  ", nil),
    ("- [ ]\n  a", nil), ("- [ ] <!-- a -->", nil), ("- []", nil), ("- - [ ] a", nil),
    ("- b\n\n  c\n      - [ ] a", nil),
  ])
  func nearlyTasks(_ body: String, _ expected: String?) throws {
    let after = try mended(body + "\n", "malformed-task")
    #expect(after == expected.map { $0 + "\n" })
  }

  @Test(arguments: [
    "- [x](../people/ana.md) a", "- [a][b] c\n\n[b]: ../people/ana.md", "- [1] a", "- [12] a", "- [^1] a\n\n[^1]: b",
    "- [[gamma]] a",
    "- [TODO] a", "- [x]: a", "- []string is a type", "- (x) a", "- a [ ] b", "> - [] a", "> -[ ] a", "    - [] a",
    "```\n- [] a\n-[ ] b\n```",
    "- `[]` a", "- \\[] a", "<!--\n- [] a\n-->", "- [ ] a @ana", "- [a]\n\n[a]: ../people/ana.md",
    "[Ana](../people/ana.md) a", "a[ ] b",
    "- [WIP] a", "| a | [ ] |\n|---|---|\n", "- [x].", "-     [ ] a",
  ])
  func noTasks(_ body: String) { #expect(found(body + "\n").map(\.code.name) == []) }

  @Test func otherKindsHaveNoTasks() {
    #expect(Tree(["notes/x.md": Tree.note("- [] a\n-[ ] b\n")]).found == [])
  }

  @Test(arguments: [
    ("due: 2026-12-01", "due:2026-12-01"), ("Due:2026-12-01", "due:2026-12-01"), ("DUE: 2026-12-01", "due:2026-12-01"),
    ("due 2026-12-01", "due:2026-12-01"), ("due=2026-12-01", "due:2026-12-01"), ("due : 2026-12-01", "due:2026-12-01"),
    ("due :2026-12-01", "due:2026-12-01"), ("Due date: 2026-12-01", "due:2026-12-01"),
    ("deadline: 2026-12-01", "due:2026-12-01"),
    ("done: 2026-11-20", "done:2026-11-20"), ("effort: 3d", "effort:3d"), ("effort 3d", "effort:3d"),
    ("Effort:3d", "effort:3d"),
    ("efort:3d", "effort:3d"), ("role: cook", "role:cook"), ("Role:cook", "role:cook"), ("needs: b", "needs:b"),
    ("need:b", "needs:b"),
    ("needs: gamma^dough", "needs:gamma^dough"), ("Needs:b,gamma^dough", "needs:b,gamma^dough"),
    ("needs:b, gamma^dough", "needs:b,gamma^dough"),
  ])
  func nearlyAttributes(_ written: String, _ meant: String) throws {
    let rest = "\n- [x] Read the book @ana ^b\n"
    #expect(
      try mended("- [ ] Write it @ana \(written)" + rest, "malformed-attribute") == "- [ ] Write it @ana \(meant)"
        + rest)
    let message = found("- [ ] Write it @ana \(written)" + rest).first
    #expect(message?.help?.contains(meant) == true)
  }

  @Test(arguments: [
    ("- [ ] Write ^guide @ana", "- [ ] Write @ana ^guide"), ("- [ ] Write @ana ^ guide", "- [ ] Write @ana ^guide"),
    ("- [ ] Write @ana ^two words", nil), ("- [ ] Write @ana (due:2026-12-01 at last)", nil),
    ("- [ ] Write ^one @ana ^two", nil),
    ("- [ ] The report due 2026-12-01 must be filed @ana", nil),
  ])
  func nearlyAttributesElsewhere(_ body: String, _ expected: String?) throws {
    #expect(try mended(body + "\n", "malformed-attribute") == expected.map { $0 + "\n" })
  }

  @Test(arguments: [
    "due to the rain @ana", "Meet at 12:30 @ana", "role: playing games @ana", "needs: some time @ana",
    "needs: review @ana", "needs guide @ana",
    "Say when it is due: soon @ana", "Note: due on Friday @ana", "effort: high @ana", "Write x^2 and 2 ^ 3 @ana",
    "press ^C twice @ana",
    "see ^guide for what to do when it rains @ana", "`due: 2026-12-01` @ana",
    "[due: 2026-12-01](../people/ana.md) @ana", "done @ana", "role: @ana",
    "read https://x.org/?due=2026-12-01 @ana", "Ratio 1:2 = 0.5 @ana", "effort @ana", "2026-12-01 is the day @ana",
    "due 3 days later @ana",
    "Retro of 2026-11-20 @ana", "role x @ana", "Due dates for all goals @ana",
    "the needs: a list, gamma and so on @ana",
  ])
  func proseIsNotAccused(_ words: String) { #expect(found("- [ ] \(words)\n").map(\.code.name) == []) }
}
