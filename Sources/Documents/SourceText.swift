internal import Text

/// The bytes of one file, and where its lines are.
///
/// Everything inside counts UTF-8 bytes from the start of the file. libyaml counts code points, cmark-gfm bytes of a line,
/// people and editors columns: this and `CodePointTable` are the only places that convert. The table of lines is made when
/// it is first asked for, so that a text in which nothing is wrong costs nothing.
package final class SourceText: Sendable {
  /// Relative to the repository's top, with `/`; empty for a text that is no file's.
  package let path: String
  package let bytes: [UInt8]
  private let lines = Memo<[Int32]>()
  private let counts = Memo<CharacterCounts>()

  package init(_ bytes: [UInt8], path: String = "") {
    self.bytes = bytes
    self.path = path
  }

  /// What is taken for the source of a diagnostic that nobody has given a place yet.
  static let none = SourceText([])

  /// Where the lines begin.
  private var lineStarts: [Int32] { lines { Self.lineStarts(bytes) } }

  /// The text of a range, repaired where it is no UTF-8.
  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Lines and columns

  /// A place in a text as people count: line and column from 1.
  package struct Position: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  /// What a column counts.
  package enum Unit: Sendable {
    case utf8, utf16, codePoints
  }

  package var lineCount: Int { lineStarts.count }

  /// The line, from 1, that an offset lies in.
  package func line(at offset: Int) -> Int {
    let starts = lineStarts
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low + 1
  }

  /// Line and column of an offset. A byte-order mark is in no column.
  package func position(of offset: Int, in unit: Unit = .codePoints) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    let start = min(contentStart(ofLine: line), offset)
    return Position(line: line, column: count(unit, start..<offset) + 1)
  }

  /// The offset of a position: that of the line's end where the column lies behind it, of the file's end where the line does,
  /// and of the character's beginning where the column lies inside one.
  package func offset(of position: Position, in unit: Unit = .codePoints) -> Int {
    if position.line < 1 { return 0 }
    if position.line > lineCount { return bytes.count }
    let end = contentEnd(ofLine: position.line)
    var offset = contentStart(ofLine: position.line)
    var column = 1
    while offset < end, column < position.column {
      var next = offset + 1
      while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
      column += unit.width(of: bytes[offset], length: next - offset)
      if column > position.column { break }
      offset = next
    }
    return offset
  }

  /// The text of a line, counted from 1, without its line end; nil when it is not UTF-8, or longer than
  /// anybody would read.
  package func text(ofLine line: Int) -> String? {
    guard line >= 1, line <= lineCount, !bytes.isEmpty else { return nil }
    let content = contentStart(ofLine: line)..<contentEnd(ofLine: line)
    return content.count > Self.longestShown ? nil : String(validating: bytes[content], as: UTF8.self)
  }

  /// A longer line is not shown.
  private static let longestShown = 4_096

  private func contentStart(ofLine line: Int) -> Int {
    line == 1 && bytes.first == byteOrderMark[0] && bytes.starts(with: byteOrderMark)
      ? byteOrderMark.count : Int(lineStarts[line - 1])
  }

  private func contentEnd(ofLine line: Int) -> Int {
    var end = line < lineCount ? Int(lineStarts[line]) - 1 : bytes.count
    let start = contentStart(ofLine: line)
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return max(start, end)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      var starts: [Int32] = [0]
      var index = 0
      while let end = memoryIndex(of: 0x0A, in: bytes, from: index, to: bytes.count) {
        index = end + 1
        starts.append(Int32(index))
      }
      return starts
    }
  }

  /// How many units of a column a range has. In a long line they are not counted again for every place in it.
  private func count(_ unit: Unit, _ range: Range<Int>) -> Int {
    if unit == .utf8 { return range.count }
    if range.count <= CharacterCounts.stride {
      return bytes.withUnsafeBufferPointer { unit.count(in: $0[range]) }
    }
    let counts = counts { CharacterCounts(bytes) }
    return counts.count(unit, before: range.upperBound, in: bytes)
      - counts.count(unit, before: range.lowerBound, in: bytes)
  }

  // MARK: Around an offset

  /// Where the line of an offset begins.
  package func lineStart(_ offset: Int) -> Int {
    var index = offset
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  /// Where the line behind that of an offset begins.
  package func nextLine(_ offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The line end before an offset; of the file's first line where there is none.
  package func lineBreak(before offset: Int) -> String {
    let end = offset > 0 && bytes[offset - 1] == 0x0A ? offset - 1 : bytes.firstIndex(of: 0x0A) ?? 0
    return end > 0 && bytes[end - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// The spaces that a line begins with.
  package func indent(ofLineAt start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index - start
  }
}

/// U+FEFF in UTF-8, which may stand at the start of a file.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension SourceText.Unit {
  /// How many units a character takes.
  fileprivate func width(of lead: UInt8, length: Int) -> Int {
    switch self {
    case .utf8: length
    case .utf16: lead >= 0xF0 ? 2 : 1
    case .codePoints: 1
    }
  }

  /// How many units the characters take that begin in some bytes; not for UTF-8.
  fileprivate func count(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += width(of: byte, length: 1) }
    return count
  }
}

/// How many characters begin before every so many bytes.
private struct CharacterCounts: Sendable {
  private var codePoints: [Int32] = []
  private var utf16: [Int32] = []
  static let stride = 1_024

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var counts: (codePoints: Int32, utf16: Int32) = (0, 0)
      var start = 0
      while start < bytes.count {
        codePoints.append(counts.codePoints)
        utf16.append(counts.utf16)
        let block = bytes[start..<min(start + Self.stride, bytes.count)]
        counts.codePoints += Int32(SourceText.Unit.codePoints.count(in: block))
        counts.utf16 += Int32(SourceText.Unit.utf16.count(in: block))
        start += Self.stride
      }
    }
  }

  /// How many units begin before an offset.
  func count(_ unit: SourceText.Unit, before offset: Int, in bytes: [UInt8]) -> Int {
    let block = min(offset / Self.stride, codePoints.count - 1)
    let before = Int(unit == .utf16 ? utf16[block] : codePoints[block])
    return before + bytes.withUnsafeBufferPointer { unit.count(in: $0[(block * Self.stride)..<offset]) }
  }
}
