import Testing

@testable import Documents

/// Texts that make careless readers slow. What is asserted is that everything in them is
/// still found; the time limit only has to tell linear from quadratic.
@Suite(.serialized, .timeLimit(.minutes(1))) struct HostileInputs {
  private static let size = 100_000

  private static func filled(_ unit: String, _ before: String = "") -> (document: Document, count: Int) {
    let count = (size - before.utf8.count) / unit.utf8.count
    return (Document(Array((before + String(repeating: unit, count: count)).utf8)), count)
  }

  @Test(arguments: ["- [ ] a\n", "* a\n\n", "1. a\n"])
  func everyItemIsFound(_ unit: String) throws {
    let (document, count) = Self.filled(unit)
    #expect(document.diagnostics.isEmpty)
    #expect(document.body?.items.count == count)
  }

  @Test(arguments: [
    "@x ", "@x\n\n", "[[a]]\n", "[[a]] ", "[a](b.md)\n", "[a](b.md) ", "![a](b.png) ", "- [ ] a @x\n", "&lt;@x\n",
  ])
  func everyReferenceIsFound(_ unit: String) throws {
    let (document, count) = Self.filled(unit)
    #expect(document.diagnostics.isEmpty)
    #expect(document.body?.references.count == count)
  }

  @Test func everyReferenceOfOneTaskIsFound() throws {
    let (document, count) = Self.filled("[[a]] `b` ", "- [ ] ")
    let body = try #require(document.body)
    #expect(body.items.count == 1)
    #expect(body.references.count == count)
    #expect(body.items.first?.pieces.filter { $0.kind == .opaque }.count == count)
  }

  @Test func mentionsBehindALongWordAreFound() throws {
    let (document, count) = Self.filled("(@b", String(repeating: "a", count: 30_000))
    #expect(document.body?.references.count == count)
  }

  @Test func everyHeadingIsFound() throws {
    let (document, count) = Self.filled("# a\n")
    #expect(document.body?.headings.count == count)
  }

  @Test(arguments: [
    "<!-- tw:allow similar-task: a -->\n\n", "<!-- tw:allow similar-task: a -->\n",
    "a <!-- tw:allow similar-task: a -->\n",
  ])
  func everyCommentIsFound(_ unit: String) throws {
    let (document, count) = Self.filled(unit)
    #expect(document.body?.comments.count == count)
  }

  @Test func placeholdersAreFoundOutsideCodeOnly() throws {
    let (document, count) = Self.filled("`{{a}}` {{b}}\n")
    #expect(document.body?.placeholders.count == count)
    #expect(document.body?.placeholders.first.map { document.text($0) } == "{{b}}")
  }

  /// Nothing in these means anything, and saying so must not take long either.
  @Test(arguments: [
    "[[", "[", "@", "{{", "{{{{ }", "<!--", "<", "<a ", "- [ ] ", "|", "|a|b|\n", "`", "*", "**a**", "*_", "a**b",
    "_a_ ", "\\", "&amp;", "\r\n",
    " ", "\t", "\n", "a\n", "a", "[a](", "![", "```\n", "<div>\n", "http://a/@b(", "> > > a\n", "[a]: /u\n", "~", "=\n",
    "a <!--\n",
  ])
  func endsSoon(_ unit: String) throws {
    let (document, _) = Self.filled(unit)
    #expect(document.diagnostics.isEmpty)
    #expect(document.body != nil)
  }

  @Test func backticksOfEveryLength() throws {
    let text = (1...900).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    #expect(Document(Array(text.utf8)).body != nil)
  }

  @Test func listsInsideEachOther() throws {
    let within = (0..<100).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(Document(Array(within.utf8)).body?.items.count == 100)
    let inOneLine = Document(Array(String(repeating: "- ", count: 101).utf8))
    #expect(inOneLine.body == nil)
    #expect(inOneLine.diagnostics.map(\.code) == [.unreadableFile])
  }

  @Test func definitionsThatExpandAreRefused() throws {
    let text = "[a]: /" + String(repeating: "x", count: 10_000) + "\n\n" + String(repeating: "[a] ", count: 100_000)
    let document = Document(Array(text.utf8))
    #expect(document.body == nil)
    #expect(document.diagnostics.map(\.code) == [.unreadableFile])
  }

  // MARK: Front matter

  private static func frontMatter(_ content: String) -> Document { Document(Array("---\n\(content)---\n".utf8)) }

  @Test func thousandsOfKeys() throws {
    let document = Self.frontMatter((0..<7_000).map { "k\($0): a\n" }.joined())
    guard case .mapping(let mapping) = document.frontMatter else {
      return #expect(Bool(false), "\(document.diagnostics)")
    }
    #expect(mapping.entries.count == 7_000)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func oneKeyThousandsOfTimes() throws {
    let document = Self.frontMatter(String(repeating: "k: a\n", count: 12_000))
    #expect(document.diagnostics.count == 1)
    #expect(document.diagnostics.allSatisfy { $0.code == .duplicateField })
  }

  @Test(arguments: ["[", "{a: ", "- ", "{", "!!a ", "&a ", "? "])
  func depthIsRefused(_ unit: String) throws {
    let document = Self.frontMatter(
      "a: " + (unit == "- " ? "\n  " : "") + String(repeating: unit, count: 60_000 / unit.utf8.count) + "\n")
    #expect(document.diagnostics.map(\.code) == [.invalidYAML])
  }
}
