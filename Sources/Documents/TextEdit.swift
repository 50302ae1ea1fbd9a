/// A text to put in the place of a range of a file. An empty range is an insertion, an empty replacement a deletion.
package struct TextEdit: Sendable, Hashable {
  /// UTF-8 offsets into the file.
  package var range: Range<Int>
  package var replacement: String

  package init(range: Range<Int>, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceText {
  /// The bytes with edits made. Their ranges do not overlap; at one place an insertion stands before what is replaced there.
  package func applying(_ edits: [TextEdit]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var index = 0
    let ordered = edits.sorted { a, b in
      (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
    for edit in ordered {
      result += bytes[index..<edit.range.lowerBound]
      result += edit.replacement.utf8
      index = edit.range.upperBound
    }
    return result + bytes[index...]
  }

  /// The edit that takes out a range, and its line when nothing else stands on it.
  package func removal(of range: Range<Int>) -> TextEdit {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    let beginsLine = start == 0 || bytes[start - 1] == 0x0A
    let endsLine = end == bytes.count || bytes[end] == 0x0A
    if beginsLine, endsLine { return TextEdit(range: start..<min(bytes.count, end + 1), replacement: "") }
    return TextEdit(range: range, replacement: "")
  }
}
