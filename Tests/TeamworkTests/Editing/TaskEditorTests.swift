import Documents
import Testing
import Text

@testable import Teamwork

/// Edits of one attribute of a task, and the line that comes of them.
@Suite struct TaskEditorTests {
  static func workspace(_ body: String) -> Workspace {
    var files: [String: [UInt8]] = [:]
    for id in ["ana", "ben", "cid", "zoë"] { files["people/\(id).md"] = Array("---\nname: X\n---\n".utf8) }
    files["teams/crew.md"] = Array("---\nname: Crew\n---\n".utf8)
    files["goals/g.md"] = Array(body.utf8)
    files["goals/other.md"] = Array("---\ntitle: Other\n---\n- [ ] Far ^far\n".utf8)
    return Workspace(MemorySource(files), folder: "")
  }

  static func edit(_ body: String, _ attribute: TaskAttribute, _ edit: FieldEdit, task: Int = 0) throws -> String {
    let workspace = workspace(body)
    let record = try #require(workspace.record(.goal, "g"))
    return String(
      decoding: try TaskEditor(record, task: task, in: workspace).edited(attribute, edit).document.bytes, as: UTF8.self)
  }

  static let cases: [(before: String, TaskAttribute, FieldEdit, after: String)] = [
    ("- [ ] Write", .due, .text("2026-12-01"), "- [ ] Write due:2026-12-01"),
    ("- [ ] Write ^guide", .due, .text("2026-12-01"), "- [ ] Write due:2026-12-01 ^guide"),
    ("- [ ] Write due:soon ^guide", .due, .text("2026-12-01"), "- [ ] Write due:2026-12-01 ^guide"),
    ("- [ ] Write  due:2026-01-01  ^guide", .due, .remove, "- [ ] Write   ^guide"),
    ("- [ ] due:2026-01-01 Write", .due, .remove, "- [ ] Write"),
    ("- [ ] Write `due:2026-01-01` it", .due, .remove, "- [ ] Write `due:2026-01-01` it"),
    ("- [ ] Write `due:2026-01-01`", .due, .text("2026-12-01"), "- [ ] Write `due:2026-01-01` due:2026-12-01"),
    (
      "- [ ] Write [due:2026-01-01](http://x.y)", .effort, .text("3d"),
      "- [ ] Write [due:2026-01-01](http://x.y) effort:3d"
    ),
    ("- [x] Write done:2026-01-01 ^a", .state, .text("open"), "- [ ] Write done:2026-01-01 ^a"),
    ("- [X] Write", .state, .text("done"), "- [X] Write"),
    ("- [ ] Write", .state, .text("dropped"), "- [-] Write"),
    ("- [ ] Write due:2026-01-01 ^a", .owners, .adding(["ana"]), "- [ ] Write @ana due:2026-01-01 ^a"),
    (
      "- [ ] Write @ana due:2026-01-01 ^a", .owners, .adding(["ben", "ana", "zoë"]),
      "- [ ] Write @ana @ben @zoë due:2026-01-01 ^a"
    ),
    ("- [ ] Write @ana due:2026-01-01 ^a", .owners, .list(["ben"]), "- [ ] Write @ben due:2026-01-01 ^a"),
    ("- [ ] @ana @ben Write", .owners, .remove, "- [ ] Write"),
    ("- [ ] Write @ana, @ben and `@ana`", .owners, .list(["cid", "ben"]), "- [ ] Write @cid, @ben and `@ana`"),
    ("- [ ] Write with @crew @ana", .owners, .remove, "- [ ] Write with @crew"),
    ("- [ ] Write", .owners, .adding(["ana", "ben"]), "- [ ] Write @ana @ben"),
    ("- [ ] Ask @ana to write", .owners, .adding(["ben"]), "- [ ] Ask @ana to write @ben"),
    ("- [ ] Write needs:a,b ^c", .needs, .dropping(["a"]), "- [ ] Write needs:b ^c"),
    ("- [ ] Write needs:a needs:b ^c", .needs, .dropping(["b"]), "- [ ] Write needs:a ^c"),
    ("- [ ] Write needs:a", .needs, .adding(["g^a", "other^far"]), "- [ ] Write needs:a,other^far"),
    (
      "- [ ] Write needs:g^a,other^far due:2026-01-01", .needs, .dropping(["a", "goals/other^far"]),
      "- [ ] Write due:2026-01-01"
    ),
    ("- [ ] Write", .anchor, .text("guide"), "- [ ] Write ^guide"),
    ("- [ ] Write ^guide", .anchor, .remove, "- [ ] Write"),
    (
      "- [ ] Write  \n  more words due:2026-01-01", .due, .text("2026-12-01"),
      "- [ ] Write  \n  more words due:2026-12-01"
    ),
    ("1. [-]\tWrite\trole:x\t^g", .role, .remove, "1. [-]\tWrite\t^g"),
    // Wrapped: it stands at the end, and a line break stays one.
    ("- [ ] Write\\\n  more", .done, .text("2026-12-01"), "- [ ] Write\\\n  more done:2026-12-01"),
    ("- [ ] Write\nmore\n\n  Below", .owners, .adding(["ana"]), "- [ ] Write\nmore @ana\n\n  Below"),
    ("- [ ] Write\\\n  more\n  ^g", .done, .text("2026-12-01"), "- [ ] Write\\\n  more\n  done:2026-12-01 ^g"),
    ("- [ ] Write `a\n  b`", .due, .text("2026-12-01"), "- [ ] Write `a\n  b` due:2026-12-01"),
    ("- [ ] Write\n  due:2026-01-01\n  more", .due, .remove, "- [ ] Write\n  more"),
    ("- [ ] Write\\\n  due:2026-01-01 @ana", .owners, .remove, "- [ ] Write\\\n  due:2026-01-01"),
    ("- [ ] Write\n  due:2026-01-01 more", .due, .remove, "- [ ] Write\n  more"),
    ("- [ ] Write @ana\n  due:2026-01-01", .due, .remove, "- [ ] Write @ana"),
    ("- [ ] Write due:2026-01-01\\\n  more", .due, .remove, "- [ ] Write\\\n  more"),
    ("- [ ] Write it\n  -\n", .due, .text("2026-12-01"), "- [ ] Write it due:2026-12-01\n  -\n"),
    ("- [ ] Write it\n  | a |\n  |---|", .owners, .adding(["ana"]), "- [ ] Write it @ana\n  | a |\n  |---|"),
    // In brackets and emphasis.
    ("- [ ] Write (due:2026-01-01) it", .due, .text("2026-12-01"), "- [ ] Write (due:2026-12-01) it"),
    ("- [ ] Write **due:2026-01-01** it", .due, .remove, "- [ ] Write it"),
    ("- [ ] Write (due:2026-01-01) it", .due, .remove, "- [ ] Write it"),
    ("- [ ] Write (@ana, due:2026-01-01)", .due, .remove, "- [ ] Write (@ana)"),
    ("- [ ] Write (@ana, due:2026-01-01; effort:1d)", .due, .remove, "- [ ] Write (@ana; effort:1d)"),
    ("- [ ] Write (@ana, due:2026-01-01)", .owners, .remove, "- [ ] Write (due:2026-01-01)"),
    ("- [ ] Write (@ana, due:2026-01-01)", .owners, .list(["ben"]), "- [ ] Write (@ben, due:2026-01-01)"),
    ("- [ ] Write (@ana) ^g", .done, .text("2026-12-01"), "- [ ] Write (@ana) done:2026-12-01 ^g"),
    ("- [ ] Write (@ana, ^g)", .due, .text("2026-12-01"), "- [ ] Write due:2026-12-01 (@ana, ^g)"),
    ("- [ ] **@ana**: write", .owners, .list(["ben"]), "- [ ] **@ben**: write"),
    ("- [ ] @ana: write", .owners, .list(["ben"]), "- [ ] @ben: write"),
    ("- [ ] Log in to", .owners, .adding(["ana"]), "- [ ] Log in to (@ana)"),
    ("- [ ] Pair with @ben", .done, .text("2026-12-01"), "- [ ] Pair with @ben done:2026-12-01"),
    ("- [ ] Prepare:\n  - [ ] a", .done, .text("2026-12-01"), "- [ ] Prepare: done:2026-12-01\n  - [ ] a"),
    (
      "- [ ] Write\n  - [ ] Below due:2026-01-01 ^b", .due, .text("2026-12-01"),
      "- [ ] Write due:2026-12-01\n  - [ ] Below due:2026-01-01 ^b"
    ),
  ]

  @Test(arguments: cases.indices) func changesOnlyThat(_ index: Int) throws {
    let (before, attribute, edit, after) = Self.cases[index]
    let head = "---\ntitle: G\nowners: [ana]\n---\n"
    #expect(try Self.edit(head + before + "\n", attribute, edit) == head + after + "\n")
    let other = { (text: String) in
      "\u{FEFF}"
        + (head + text + "\n").split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    #expect(try Array(Self.edit(other(before), attribute, edit).utf8) == Array(other(after).utf8))
  }

  @Test(arguments: [
    ("- [ ] Write @ana. Then rest", TaskAttribute.owners, FieldEdit.remove),
    ("- [ ] Write due:2026-01-01 due:2026-01-02", .due, .text("2026-12-01")),
    // What stands before it would become the name.
    ("- [ ] Write ^a ^b", .anchor, .remove),
    ("- [ ] Write @ana's draft", .owners, .list(["ben"])),
  ])
  func refusesWhatWouldTouchMore(_ line: String, _ attribute: TaskAttribute, _ edit: FieldEdit) {
    #expect(throws: EditRefusal.self) { try Self.edit("---\ntitle: G\n---\n\(line)\n", attribute, edit) }
  }
}
