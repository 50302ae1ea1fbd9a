package import Text

/// Front matter as its lines show it, without YAML: a template with gaps, and what is just being typed, need not be YAML yet.
///
/// A field is a line that begins with a key and a colon, and the lines that belong to it: those that are indented, and the
/// entries of a list. A field that is only suggested stands in a comment. Nothing is refused.
package struct FrontMatterOutline: Sendable {
  package struct Block: Sendable {
    /// Nil for lines that are no field's: comments, and what is neither.
    package let key: Name?
    /// Whether the field stands in a comment.
    package let isSuggested: Bool
    /// From the start of its first line to the end of its last, the line end included.
    package fileprivate(set) var range: Range<Int>
    /// What stands behind the colon on the first line, white space at both ends aside; empty where there is no key.
    package let value: Range<Int>
  }

  /// In the order of the file; together they are the content.
  package private(set) var blocks: [Block] = []
  /// What stands between the `---` lines; to the end of the text where there is only the first. Nil without front matter.
  package let content: Range<Int>?
  /// Where the body begins.
  package let bodyStart: Int
  private let source: SourceText

  package init(_ source: SourceText) {
    self.source = source
    let start = source.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    switch source.bytes.withUnsafeBufferPointer({ Fences.find($0, from: start) }) {
    case .none: (content, bodyStart) = (nil, start)
    case .open: (content, bodyStart) = (source.nextLine(start)..<source.bytes.count, source.bytes.count)
    case .closed(let found, let rest): (content, bodyStart) = (found, rest)
    }
    guard let content else { return }
    var line = content.lowerBound
    while line < content.upperBound {
      let next = min(source.nextLine(line), content.upperBound)
      if let last = blocks.indices.last, belongsToLast(line) {
        blocks[last].range = blocks[last].range.lowerBound..<next
      } else {
        blocks.append(block(line..<next))
      }
      line = next
    }
  }

  /// The block that an offset lies in.
  package func block(at offset: Int) -> Block? { blocks.first { $0.range.contains(offset) } }

  private func belongsToLast(_ line: Int) -> Bool {
    let bytes = source.bytes[line...]
    return [" ", "\t", "- ", "# - ", "#  "].contains { bytes.starts(with: $0.utf8) }
  }

  private func block(_ line: Range<Int>) -> Block {
    let bytes = source.bytes
    var start = line.lowerBound
    let isSuggested = bytes[start] == UInt8(ascii: "#")
    if isSuggested {
      start += 1
      while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    }
    var end = start
    while end < line.upperBound, Self.isKeyByte(bytes[end]) { end += 1 }
    let isKey =
      end > start && end < line.upperBound && bytes[end] == UInt8(ascii: ":")
      && (end + 1 == line.upperBound || isWhiteSpace(bytes[end + 1]))
    guard isKey else {
      return Block(key: nil, isSuggested: false, range: line, value: line.lowerBound..<line.lowerBound)
    }
    var value = (end + 1)..<line.upperBound
    while let first = value.first, isWhiteSpace(bytes[first]) { value = value.dropFirst() }
    while let last = value.last, isWhiteSpace(bytes[last]) { value = value.dropLast() }
    return Block(key: Name(source.text(start..<end)), isSuggested: isSuggested, range: line, value: value)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    ReferenceScanner.isWordByte(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
