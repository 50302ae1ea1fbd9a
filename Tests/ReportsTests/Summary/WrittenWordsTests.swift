import CMarkdown
import Foundation
import Teamwork
import TestSupport
import Testing

@testable import Documents
@testable import Reports

/// Somebody's words in our Markdown: GitHub shows for them what it shows for theirs.
@Suite struct WrittenWordsTests {
  private static let team = Workspace(
    MemorySource([
      ".teamwork/people/ana.md": Array("---\nname: Ana\nemails: a@x.org\n---\n".utf8),
      ".teamwork/goals/beta.md": Array("---\ntitle: Beta\nstatus: proposed\nwhy: x\n---\n".utf8),
    ]), folder: ".teamwork")

  private func line(_ markdown: String) -> Line {
    Line(LinkResolver(Self.team).inlines(markdown, in: ".teamwork/goals/beta.md"))
  }

  /// As cmark-gfm makes it, paragraphs' tags aside.
  private static func html(_ markdown: String) -> String {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_parser_free(parser) }
    MarkdownExtensions.attach([.tilde, .address, .box], to: parser, tables: true)
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    let document = MarkdownExtensions.finish(parser, .tilde)
    defer { cmark_node_free(document) }
    let html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))
    defer { free(html) }
    // A bracket in an address may be spelled with or without percents.
    let text = html.map { String(cString: $0) } ?? ""
    return text.replacing("%28", with: "(").replacing("%29", with: ")").replacing("<br />\n", with: " ")
  }

  @Test(arguments: [
    "~~x~~ and ~y~ and ~~~z~~~", "a ~ b ~c", "~5 days", "https://en.wikipedia.org/wiki/Foo_(bar)",
    "see https://x.org/__main__.html, and more", "www.x.org/?q=[a]", "https://x.org/?q=[[beta]]&r=*a*",
    "http://x.org/a*b*c",
    "a\\\nb", "a  \nb", "ends in \\", "\\*no\\* \\_no\\_ \\~\\~no\\~\\~ \\[no\\](u)", "&lt;b&gt; &amp;amp; &copy;",
    "`a|b` and `` ` ``",
    "**a** *b* ***c*** **a*b*c**", "snake_case and __init__ and _x_", "1. first", "\\# no heading", "a < b > c",
    "ana@example.org",
    "[a](https://x.org) and <https://y.org/(z)>", "!\\[a](b)", "2 * 3 * 4", "“a” – b…", "\\- no list",
    "a ~~b **c** d~~ e", "x^2^ | y",
  ])
  func areShownAsTheyWere(_ markdown: String) {
    let line = line(markdown)
    // What begins a list was one before it was read on one line.
    let source = markdown.hasPrefix("1. ") ? "first" : markdown
    #expect(Self.html(line.markdown) == Self.html(source), "\(line.markdown)")
  }

  @Test func wordsWithoutMarks() {
    #expect(line("~~x~~ **y** `z` https://x.org/(a)").plain == "x y z https://x.org/(a)")
    #expect(Page([.paragraph(line("~~x~~"))]).html().contains("<del>x</del>"))
    #expect(line("@ana: [[beta]] at https://x.org/@ana").plain == "Ana: Beta at https://x.org/@ana")
  }

  private static let words = [
    "ship", "the", "guide", "`code`", "`` a ` b ``", "`a", "b`", "*em*", "**strong", "text**", "~~gone~~", "\\*", "\\_",
    "&amp;", "&copy;", "&nosuch;", "https://x.org/a_(b)", "www.x.org/__m__.html?q=a", "ana@example.org", "x^2",
    "__init__",
    "a_b_c", "**", "*", "_", "~", "`", "]", "|", "é", "日本", "e\u{301}", "#", "1.", "-", ">", "\\", "***x***",
    "*a **b** c*", "\"q\"", "!", "(", ")", "&lt;", "~x~", "a  b", "<", "{x}", ":", "w",
  ]

  /// Entries of a report, over two lines and more, which are told on one.
  @Test func entriesOfReportsAreShownAsTheyWere() throws {
    var random = SplitMix(state: 11)
    var differing: [String] = []
    for _ in 0..<2_000 {
      let lines = (0..<Int.random(in: 1...3, using: &random)).map { number in
        // A line that begins a block is no part of the entry.
        let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          Self.words.randomElement(using: &random) ?? ""
        }
        return (number == 0 ? "so " : "and ")
          + words.joined(separator: ["", " ", " "].randomElement(using: &random) ?? "")
          + (["", "", "", "\\", "  "].randomElement(using: &random) ?? "")
      }
      let source = lines.joined(separator: "\n")
      // Escaping the tilde makes it punctuation, behind which nothing is emphasised; nor is it before a break, which a
      // backslash at the end is and a space is not.
      if source.contains("**~") || source.contains("**\\\n") { continue }
      let report = "---\n---\n\n## Done\n\n- " + lines.joined(separator: "\n  ") + "\n"
      let workspace = Workspace(
        MemorySource([".teamwork/status/2026-W47/ana.md": Array(report.utf8)]), folder: ".teamwork")
      let record = try #require(workspace.records.first { $0.week != nil })
      let entries = record.statusEntries(in: workspace)
      guard entries.count == 1 else {
        differing.append("\(entries.count) entries of \(source)")
        continue
      }
      let shown = Line(LinkResolver(workspace).inlines(entries[0].text, in: record.path)).markdown
      if Self.folded(Self.html(shown)) != Self.folded(Self.html(source)) {
        differing.append("\(source)\n→ \(entries[0].text)\n→ \(shown)\n")
      }
    }
    #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(12).joined(separator: "\n"))")
  }

  private static func folded(_ html: String) -> String {
    html.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(" </p>", with: "</p>")
      .replacing("<code> ", with: "<code>").replacing(" </code>", with: "</code>").replacing("%3B", with: ";")
  }
}
