import Teamwork
import TestSupport
import Testing

@testable import Commands

@Suite struct TemplateTests {
  /// Who adds a kind writes one, and tells one of it in the example.
  @Test(arguments: Kind.allCases) func eachKindHasATemplateAndAnExample(_ kind: Kind) throws {
    #expect(EmbeddedTemplates.files.contains { $0.path == kind.name + ".md" })
    let files = try ProjectFile.all(below: ".teamwork-example", ending: ".md")
    #expect(
      files.contains { file in
        if case .record(kind, _, _) = RecordPath(String(file.path.dropFirst(".teamwork-example/".count))) {
          true
        } else {
          false
        }
      })
  }

  let order = ["title", "owners", "due", "why", "tags"]

  @Test(arguments: [
    ("title: {{title}}", "a: b", "title: \"a: b\""),
    ("title: \"{{title}}!\"", "a \"b\" \\", "title: \"a \\\"b\\\" \\\\!\""),
    ("title: '{{title}}'", "it's", "title: 'it''s'"), ("tags: [{{title}}, x]", "a, b", "tags: [\"a, b\", x]"),
    ("title: On {{title}} # why", "x", "title: On x # why"), ("- {{title}}", "- x", "- \"- x\""),
    ("# {{title}}", "a: b", "# a: b"),
    ("title: {{title}}", "{{title}}", "title: \"{{title}}\""), ("title: {{other}}", "x", "title: \"{{other}}\""),
    ("title:   {{title}}   # c", "no", "title:   \"no\"   # c"),
    ("tags: [{name: {{title}}}]", "a}", "tags: [{name: \"a}\"}]"),
  ])
  func fillsByPlace(line: String, value: String, filled: String) {
    let text = Template(values: ["title": value]).filled("---\n\(line)\n---\nBody {{title}}\n").text
    #expect(text == "---\n\(filled)\n---\nBody \(value)\n")
  }

  @Test func putsFieldsWhereTheyBelong() {
    let template = Template(values: [:])
    func filled(_ front: String, _ field: String, _ yaml: String?) -> String {
      String(template.filled("---\n\(front)---\n", with: [(field, yaml)], order: order).text.dropFirst(4).dropLast(4))
    }
    #expect(filled("title: x\nwhy: y\n", "due", "d") == "title: x\ndue: d\nwhy: y\n")
    #expect(filled("why: y\n", "title", "t") == "title: t\nwhy: y\n")
    #expect(filled("title: x\n# due: 1 # c\nwhy: y\n", "due", "d") == "title: x\ndue: d\nwhy: y\n")
    #expect(filled("# due: 1\ndue: 2\n", "due", "d") == "# due: 1\ndue: d\n")
    #expect(filled("owners:\n  - a\n  - b\nwhy: y\n", "owners", "[c]") == "owners: [c]\nwhy: y\n")
    #expect(filled("owners:\n- a\nwhy: y\n", "owners", nil) == "why: y\n")
    #expect(filled("# just words: here\n", "tags", "[x]") == "# just words: here\ntags: [x]\n")
    #expect(template.filled("Only text\n", with: [("due", "d")], order: order).text == "---\ndue: d\n---\nOnly text\n")
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("a:b", "a:b"), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a#b", "a#b"),
    ("@x", "\"@x\""), ("", "\"\""),
    (" x", "\" x\""), ("x ", "\"x \""), ("yes", "\"yes\""), ("NULL", "\"NULL\""), ("12", "\"12\""),
    ("0x1F", "\"0x1F\""), ("12 monkeys", "12 monkeys"),
    ("2026-11-20", "\"2026-11-20\""), ("-x", "\"-x\""), ("a\nb", "\"a\\nb\""), ("\u{7}", "\"\\u0007\""), ("é", "é"),
    ("a\\b", "a\\b"), ("x:", "\"x:\""),
    ("\u{85}", "\"\\u0085\""), ("don't", "don't"), ("'x'", "\"'x'\""), ("%a", "\"%a\""), ("`x`", "\"`x`\""),
    ("~", "\"~\""),
  ])
  func quotesWhatNeedsIt(text: String, yaml: String) { #expect(YAMLText.scalar(text) == yaml) }

  @Test func quotesMoreInFlow() {
    #expect(YAMLText.scalar("a, b", in: .flow) == "\"a, b\"")
    #expect(YAMLText.scalar("a]", in: .flow) == "\"a]\"")
    #expect(YAMLText.scalar("ana@example.org", in: .flow) == "ana@example.org")
  }
}
