import Testing

@testable import Documents

/// Half a megabyte of Markdown is read, or refused with a word, at once; and what people write is never refused.
@Suite(.serialized, .timeLimit(.minutes(1))) struct MarkdownCost {
  private static let size = 500_000

  private static func read(_ text: String) -> Document { Document(Array(text.utf8)) }

  private static func filled(_ unit: String, to size: Int = size) -> String {
    String(repeating: unit, count: size / unit.utf8.count)
  }

  /// Each took minutes.
  @Test(arguments: [
    "*a* [x](#y) ", "**b**[^1] ", "a <?", "a <!A ", "a <![CDATA[", "![a [x](#y) ", "_a_ ![x](y.png) ", "~~a~~ [x](#y) ",
    "*a* [x](#y)\n", "*a* [x](#y)\n    ", "> *a* [x](#y)\n", "- *a* ![\n  [x](#y) ",
  ])
  func whatCannotBeReadInTimeIsRefused(_ unit: String) {
    for text in [Self.filled(unit), "# " + Self.filled(unit), "- " + Self.filled(unit), Self.filled(unit) + "\n===\n"] {
      let document = Self.read(text)
      let isCutByLines = unit.hasPrefix("- ") && !text.hasPrefix("# ")
      if !isCutByLines, !(text.hasPrefix("# ") && unit.contains("\n")) {
        #expect(document.diagnostics.map(\.code) == [.unreadableFile], "\(unit)")
        #expect(document.body == nil)
      }
      // With its own lines it is read: what is long is the text, not the paragraph.
      #expect(Self.read(Self.filled(unit + "\n\n", to: 100_000)).diagnostics.isEmpty, "\(unit)")
    }
  }

  /// What is quadratic in others is read within the time that the suite has.
  @Test(arguments: [
    "[[", "[a](", "*a ", "`a``", "&a;", "\\", "<a b=", "a@b.c ", "[^1]: a\n\n", "[a]: b\n", "[a][b] ", "| a |\n",
    "|-|\n",
    "|-|-|\n|-|\n", "a\n|-|-|\n", "<!--a-->", "<!-- a -->\n", "a <!-- b --> ", "- [ ] a `b` @c due:2026-01-01 ", "@a/",
    "(@", "[x](y) ", "[x](y)\n", "{{", "`{{a}}` ", "**a** ", "https://a.b/c ", "- a\n\n  b\n\n", "\t* a\n", "#",
    "# a\n",
    "[[a|b", "<a>", "</a>", "a&#65;b", "\\*a ", "a\\\n", "~~a~~ ", "1. ", "\u{200B}", "[x]: y 'z'\n", "é@a ",
  ])
  func theRestIsReadAtOnce(_ unit: String) {
    let document = Self.read(Self.filled(unit))
    #expect(document.body != nil || document.diagnostics.contains { $0.code == .unreadableFile }, "\(unit)")
  }

  /// The second line of a table makes cmark read all that stands before it.
  @Test func linesThatAreNearlyTables() {
    let head = String(repeating: "a", count: 250_000) + "|\n"
    #expect(Self.read(head + Self.filled("|-|-|\n", to: 250_000)).body != nil)
    #expect(Self.read(Self.filled("|", to: 1_000) + "\n" + Self.filled("|-|\n")).body != nil)
  }

  /// What people write: long lists and tables with links and emphasis, without an empty line.
  @Test(arguments: [
    "- [ ] **Write** the [guide](guide.md) for _all_ @ana [[beta]] due:2026-12-01 ^a\n",
    "- [The project](project.md) – *what it does*, and **why**\n", "1. *a* [x](y.md)\n",
    "  * nested *a* [x](y.md)\n", "## A *heading* with a [link](x.md)\n", "> - quoted *a* [x](y.md)\n",
    "*a* [x](y.md) and ![b](c.png).\n\n",
  ])
  func listsAreRead(_ line: String) {
    for size in [100_000, 1_000_000] {
      let document = Self.read(Self.filled(line, to: size))
      #expect(document.diagnostics.isEmpty, "\(line)")
      #expect(document.body?.references.isEmpty == false)
    }
  }

  @Test func tablesAreRead() {
    let rows = Self.filled("| [one](a.md) | **two** | *three* @ana | [four](b.md) `x` |\n", to: 1_000_000)
    let document = Self.read("| a | b | c | d |\n|---|:-:|--:|---|\n" + rows)
    #expect(document.diagnostics.isEmpty)
    #expect((document.body?.references.count ?? 0) > 40_000)
    // The same rows without their head are one paragraph.
    #expect(Self.read(rows).diagnostics.map(\.code) == [.unreadableFile])
  }

  /// The whole paragraph is named, and what to do.
  @Test func theRefusalSaysWhere() throws {
    let text = "Short.\n\n" + Self.filled("*a* [x](#y) ") + "\n\nShort.\n"
    let diagnostic = try #require(Self.read(text).diagnostics.first)
    #expect(diagnostic.range.lowerBound == 8)
    #expect(diagnostic.help?.contains("empty lines") == true)
  }
}
