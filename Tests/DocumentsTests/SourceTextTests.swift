import TestSupport
import Testing

@testable import Documents

/// Lines, columns and edits of a text.
@Suite struct SourceTexts {
  /// One byte, two, three, four (two units of UTF-16), both line ends, an empty line, and none at the end.
  static let mixed = SourceText(Array("aé日🧭\r\n\nß🧭x".utf8))

  @Test func columnsCountWhatIsAskedFor() {
    let end = Self.mixed.bytes.count
    #expect(Self.mixed.lineCount == 3)
    #expect(Self.mixed.position(of: 10) == .init(line: 1, column: 5))
    #expect(Self.mixed.position(of: 10, in: .utf16) == .init(line: 1, column: 6))
    #expect(Self.mixed.position(of: 10, in: .utf8) == .init(line: 1, column: 11))
    #expect(Self.mixed.position(of: end) == .init(line: 3, column: 4))
    #expect(Self.mixed.position(of: end, in: .utf16) == .init(line: 3, column: 5))
    #expect(
      Self.mixed.text(ofLine: 1) == "aé日🧭" && Self.mixed.text(ofLine: 2) == "" && Self.mixed.text(ofLine: 4) == nil)
  }

  @Test(arguments: [SourceText.Unit.utf8, .utf16, .codePoints])
  func aPlaceLeadsToItsOffsetAndBack(_ unit: SourceText.Unit) {
    let long = String(repeating: "é🧭", count: 900)
    for text in ["", "\n", "a\nb\n", "\u{FEFF}é\nx", "aé日🧭\r\n\nß🧭x", "\r\n\r\n", long + "\n" + long] {
      let source = SourceText(Array(text.utf8))
      let mark = text.hasPrefix("\u{FEFF}") ? 3 : 0
      for offset in mark...max(mark, source.bytes.count)
      where offset == source.bytes.count || source.bytes[offset] & 0xC0 != 0x80 {
        // Between CR and LF nobody can stand.
        if offset > 0, offset < source.bytes.count, source.bytes[offset - 1] == 0x0D { continue }
        let position = source.position(of: offset, in: unit)
        #expect(source.offset(of: position, in: unit) == offset, "\(text.prefix(8).debugDescription) \(offset)")
        #expect(source.line(at: offset) == position.line)
      }
    }
  }

  @Test func aPlaceOutsideTheTextIsItsNearest() {
    #expect(Self.mixed.offset(of: .init(line: 1, column: 99)) == 10)
    #expect(Self.mixed.offset(of: .init(line: 9, column: 1)) == Self.mixed.bytes.count)
    #expect(Self.mixed.offset(of: .init(line: 0, column: 1)) == 0)
    // In the midst of 🧭.
    #expect(Self.mixed.offset(of: .init(line: 1, column: 5), in: .utf16) == 6)
    #expect(Self.mixed.position(of: 999) == Self.mixed.position(of: Self.mixed.bytes.count))
  }

  @Test func aByteOrderMarkIsInNoColumn() {
    let source = SourceText([0xEF, 0xBB, 0xBF] + Array("ab\n".utf8))
    #expect(source.position(of: 0) == .init(line: 1, column: 1))
    #expect(source.position(of: 4) == .init(line: 1, column: 2))
    #expect(source.text(ofLine: 1) == "ab")
  }

  @Test func editsAreMadeTogether() {
    let source = SourceText(Array("one two three".utf8))
    let edits: [TextEdit] = [
      .init(range: 8..<13, replacement: "3"), .init(range: 0..<3, replacement: "1"),
      .init(range: 4..<4, replacement: "& "),
      .init(range: 4..<7, replacement: "2"),
    ]
    #expect(source.applying(edits) == Array("1 & 2 3".utf8))
    #expect(source.applying([]) == source.bytes)
  }

  @Test func whatIsTakenOutTakesItsLineWhereNothingElseStandsOnIt() {
    func removing(_ text: String) -> String {
      let marked = MarkedText(text)
      let source = SourceText(marked.bytes)
      return String(decoding: source.applying(marked.ranges.map(source.removal(of:))), as: UTF8.self)
    }
    #expect(removing("a\n  «xx» \r\nb\n") == "a\nb\n")
    #expect(removing("a «xx»\nb\n") == "a \nb\n")
    #expect(removing("«xx»") == "")
  }
}

@Suite struct Diagnostics {
  private func diagnostic(_ code: String, _ path: String, _ at: Int, _ message: String = "m") -> Diagnostic {
    Diagnostic(.init(code), in: SourceText(Array("abcdef".utf8), path: path), at: at..<at, message)
  }

  @Test func standInOneOrder() {
    let finished = [
      diagnostic("b", "z.md", 0), diagnostic("b", "a.md", 4), diagnostic("b", "a.md", 2, "n"),
      diagnostic("b", "a.md", 2),
      diagnostic("a", "a.md", 2),
    ].finished()
    #expect(
      finished.map { "\($0.source.path) \($0.range.lowerBound) \($0.code) \($0.message)" } == [
        "a.md 2 a m", "a.md 2 b m", "a.md 2 b n", "a.md 4 b m", "z.md 0 b m",
      ])
  }

  @Test func haveFingerprintsOfTheirOwnThatDoNotHangOnTheLine() {
    let two = [diagnostic("a", "a.md", 1), diagnostic("a", "a.md", 3)].finished()
    #expect(two[0].fingerprint != two[1].fingerprint && two[0].fingerprint.utf8.count == 16)
    let moved = [diagnostic("a", "a.md", 2), diagnostic("a", "a.md", 5)].finished()
    #expect(moved.map(\.fingerprint) == two.map(\.fingerprint))
  }

  @Test func offerTheNearestOfWhatThereIs() {
    var misspelt = diagnostic("a", "a.md", 1)
    misspelt.help = "look it up"
    misspelt.misspelling = .init("platfrm", prefix: "teams/") { ["platform", "press"] }
    #expect([misspelt].finished().map(\.help) == ["did you mean `teams/platform`?"])
    misspelt.misspelling = .init("xyz") { ["platform"] }
    #expect([misspelt].finished().map(\.help) == ["look it up"])
  }
}
