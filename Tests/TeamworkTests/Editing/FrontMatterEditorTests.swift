import Documents
import Testing
import Text

@testable import Teamwork

/// Edits of one field, and the file that comes of them.
@Suite struct FrontMatterEditorTests {
  static let order: [Name] = ["title", "owners", "status", "parent", "why", "start", "due", "needs"]

  static func edit(_ text: String, _ field: Name, _ edit: FieldEdit, isWords: Bool = true) throws -> String {
    let bytes = try FrontMatterEditor(Document(Array(text.utf8))).edited(field, edit, isWords: isWords, order: order)
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let before: String
    let field: Name
    let edit: FieldEdit
    let after: String
    var testDescription: String { name }

    init(_ name: String, _ before: String, _ field: Name, _ edit: FieldEdit, _ after: String) {
      (self.name, self.before, self.field, self.edit, self.after) = (name, before, field, edit, after)
    }
  }

  static let cases: [Case] = [
    Case(
      "a plain value", "title: A # first\ndue: 2026-12-01  # the board's\n", "due", .text("soon"),
      "title: A # first\ndue: soon  # the board's\n"),
    Case("double quotes stay", "title: \"A\"\n", "title", .text("B"), "title: \"B\"\n"),
    Case("single quotes stay", "title: 'A'\n", "title", .text("It's"), "title: 'It''s'\n"),
    Case("quotes where they are needed", "title: A\n", "title", .text("B: C"), "title: \"B: C\"\n"),
    Case("a line break leaves single quotes", "why: 'A'\n", "why", .text("B\nC"), "why: \"B\\nC\"\n"),
    Case("an empty field", "due:   # when?\ntitle: A\n", "due", .text("x"), "due: x   # when?\ntitle: A\n"),
    Case("a value on the next line", "due:\n  2026-12-01\ntitle: A\n", "due", .text("x"), "due:\n  x\ntitle: A\n"),
    Case(
      "several lines of plain text", "why: one\n  two\n  three # it\ntitle: A\n", "why", .text("four"),
      "why: four # it\ntitle: A\n"),
    Case(
      "a block", "why: | # it\n    one\n\n    two\n\n# then\ntitle: A\n", "why", .text("three\nfour"),
      "why: | # it\n    three\n    four\n\n# then\ntitle: A\n"),
    Case("a folded block", "why: >-\n  one\n  two\ntitle: A\n", "why", .text("three"), "why: >-\n  three\ntitle: A\n"),
    Case(
      "a folded block cannot hold lines", "why: >- # it\n  one\n  two\ntitle: A\n", "why", .text("a\nb"),
      "why: \"a\\nb\" # it\ntitle: A\n"),
    Case("an empty block", "why: |\ntitle: A\n", "why", .text("b"), "why: b\ntitle: A\n"),
    Case(
      "a new field in its place", "title: A\n# when\ndue: x\n", "status", .text("done"),
      "title: A\nstatus: done\n# when\ndue: x\n"),
    Case("a new field before all", "# head\n  due: x\n", "title", .text("A"), "# head\n  title: A\n  due: x\n"),
    Case(
      "a new field behind a list and its comments", "owners:\n- ana\n  # - ben\ndue: x\n", "status", .text("z"),
      "owners:\n- ana\n  # - ben\nstatus: z\ndue: x\n"),
    Case(
      "a field of the team's own comes last", "title: A\ndue: x\n", "district", .text("north"),
      "title: A\ndue: x\ndistrict: north\n"),
    Case("taken out", "title: A\n# when\ndue: x # y\nwhy: z\n", "due", .remove, "title: A\n# when\nwhy: z\n"),
    Case(
      "a list taken out", "title: A\nowners:\n  - a\n  # b\n  - c\n  # d\nwhy: z\n", "owners", .remove,
      "title: A\n  # d\nwhy: z\n"),
    Case(
      "added in brackets", "owners: [ana, \"ben\" ] # two\n", "owners", .adding(["cid"]),
      "owners: [ana, \"ben\", cid ] # two\n"),
    Case(
      "added in brackets with a comma at the end", "owners: [\n  ana,\n  ben, # b\n]\n", "owners", .adding(["cid"]),
      "owners: [\n  ana,\n  ben, cid, # b\n]\n"),
    Case("added to empty brackets", "owners: [ ]\n", "owners", .adding(["cid", "d, e"]), "owners: [cid, \"d, e\" ]\n"),
    Case("what is there is not added", "owners: [ana]\n", "owners", .adding(["ana"]), "owners: [ana]\n"),
    Case(
      "the first out of brackets", "owners: [ana, ben, cid]\n", "owners", .dropping(["ana"]), "owners: [ben, cid]\n"),
    Case(
      "the last out of brackets", "owners: [ana, ben, cid]\n", "owners", .dropping(["cid", "ben"]), "owners: [ana]\n"),
    Case("all out of brackets", "owners: [ana, ben,]\n", "owners", .dropping(["ana", "ben"]), "owners: []\n"),
    Case(
      "a comment of who stays", "owners: [ana, # first\n  ben]\n", "owners", .dropping(["ben"]),
      "owners: [ana, # first\n  ]\n"),
    Case("brackets set", "owners: [ana, ben, cid]\n", "owners", .list(["dan", "ben"]), "owners: [dan, ben]\n"),
    Case(
      "lines added", "owners:\n   -  ana # a\n   # b\n   -  ben\n# c\ndue: x\n", "owners", .adding(["cid"]),
      "owners:\n   -  ana # a\n   # b\n   -  ben\n   -  cid\n# c\ndue: x\n"),
    Case(
      "lines taken out", "owners:\n- ana # a\n# b\n- ben\n- 'cid'\ndue: x\n", "owners", .dropping(["ana", "cid"]),
      "owners:\n# b\n- ben\ndue: x\n"),
    Case(
      "all lines taken out", "owners:\n- ana # a\n- ben\ndue: x\n", "owners", .dropping(["ana", "ben"]),
      "owners:\ndue: x\n"),
    Case(
      "lines set", "owners:\n- ana # a\n- 'ben'\ndue: x\n", "owners", .list(["cid", "dan", "eve"]),
      "owners:\n- cid # a\n- 'dan'\n- eve\ndue: x\n"),
    Case(
      "a single value becomes a list", "owners: 'ana' # a\n", "owners", .adding(["ben"]), "owners: [ana, ben] # a\n"),
    Case("a single value stays one", "owners: 'ana' # a\n", "owners", .list(["ben"]), "owners: 'ben' # a\n"),
    Case("an empty list field", "owners: # who?\n", "owners", .adding(["ana", "ben"]), "owners: [ana, ben] # who?\n"),
    Case("a new list", "title: A\n", "owners", .list(["ana", "12"]), "title: A\nowners: [ana, \"12\"]\n"),
    Case(
      "mappings stay", "needs:\n- id: a # b\n  does: |\n    c\n- d\n", "needs", .dropping(["d"]),
      "needs:\n- id: a # b\n  does: |\n    c\n"),
    Case(
      "added behind a mapping", "needs:\n- id: a\n  does: c # e\n\ndue: x\n", "needs", .adding(["d"]),
      "needs:\n- id: a\n  does: c # e\n- d\n\ndue: x\n"),
    Case("brackets around everything", "{title: A, due: x}\n", "due", .text("z"), "{title: A, due: z}\n"),
  ]

  @Test(arguments: cases) func changesOnlyThat(_ one: Case) throws {
    #expect(try Self.edit("---\n\(one.before)---\nBody\n", one.field, one.edit) == "---\n\(one.after)---\nBody\n")
    // And the same with the other line end, and a byte-order mark.
    let other = { (text: String) in
      "\u{FEFF}"
        + "---\n\(text)---\nBody\n".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    #expect(try Array(Self.edit(other(one.before), one.field, one.edit).utf8) == Array(other(one.after).utf8))
  }

  @Test func frontMatterIsMade() throws {
    #expect(try Self.edit("## Done\n", "due", .text("x")) == "---\ndue: x\n---\n## Done\n")
    #expect(try Self.edit("\u{FEFF}## Done\r\n", "due", .text("x")) == "\u{FEFF}---\r\ndue: x\r\n---\r\n## Done\r\n")
    #expect(try Self.edit("---\n---\n", "due", .text("x")) == "---\ndue: x\n---\n")
    #expect(try Self.edit("", "due", .text("x")) == "---\ndue: x\n---\n")
    #expect(try Self.edit("", "due", .remove) == "")
  }

  @Test(arguments: [
    ("due: x\ndue: y\n", FieldEdit.text("z")), ("due: {a: b}\n", .list(["z"])), ("due:\n- a: b\n- c\n", .list(["z"])),
    ("{title: A, due: x}\n", .remove), ("due:\n  a: b\n", .text("z")), ("? due\n: - x\n", .remove),
    ("due: [\n", .text("x")),
  ])
  func refusesWhatWouldTouchMore(_ front: String, _ edit: FieldEdit) {
    #expect(throws: EditRefusal.self) { try Self.edit("---\n\(front)---\n", "due", edit) }
  }
}
