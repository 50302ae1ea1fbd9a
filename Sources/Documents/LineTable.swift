/// Where the lines of a text begin, to turn byte offsets into lines and columns.
///
/// Everything inside counts UTF-8 bytes. libyaml counts code points, cmark counts bytes from 1,
/// editors count UTF-16: this and `CodePointTable` are the only places that convert.
package struct LineTable: Sendable {
  private let starts: [Int32]
  private let bytes: [UInt8]
  /// How many code points begin before every `stride`th byte, so that a long line is not counted again
  /// for every place in it.
  private let counts: [Int32]
  private static let stride = 1_024
  /// A longer line is not shown.
  private static let longestShown = 4_096

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [Int32] = [0]
    var counts: [Int32] = []
    var count: Int32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(Int32(index + 1)) }
    }
    self.starts = starts
    self.counts = counts
  }

  /// How many code points begin before an offset.
  private func codePoints(before offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    for index in (block * Self.stride)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Line and column from 1; columns count Unicode code points, and a byte-order mark none.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    var start = Int(starts[low])
    if start == 0, bytes.starts(with: byteOrderMark) { start = min(byteOrderMark.count, offset) }
    return (low + 1, codePoints(before: offset) - codePoints(before: start) + 1)
  }

  /// The text of a line, counted from 1, without its line end; nil when it is not UTF-8, or longer than
  /// anybody would read.
  package func text(ofLine line: Int) -> String? {
    guard line >= 1, line <= starts.count else { return nil }
    var start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : bytes.count
    if line == 1, bytes.starts(with: byteOrderMark) { start = min(byteOrderMark.count, end) }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end - start > Self.longestShown ? nil : String(validating: bytes[start..<end], as: UTF8.self)
  }
}

/// U+FEFF in UTF-8, which may stand at the start of a file.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
