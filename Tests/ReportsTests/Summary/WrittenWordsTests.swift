import CMarkdown
import Foundation
import Teamwork
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
}
