/// What cmark-gfm 0.29 cannot read in bounded time is refused before it is asked: it is quadratic in
/// the depth of quotes and lists, in the cells of a table's row, and in what reference definitions expand to.
enum MarkdownGuard {
  /// Quotes and lists inside each other on one line.
  static let nesting = 100
  /// `|` on a line; a body with a wider row is read without tables, its cells as text.
  static let cells = 200
  /// Bytes that reference definitions may expand to.
  static let expansion = 20_000_000

  struct Verdict {
    var fault: Diagnostic?
    var readsTables: Bool
  }

  /// Looks at the lines of a body once. `starts` are the offsets of its lines.
  static func judge(_ bytes: UnsafeBufferPointer<UInt8>, lineStarts: [Int32]) -> Verdict {
    var readsTables = false
    var isTooWide = false
    var longestDefinition = 0
    var brackets = 0
    for (number, start) in lineStarts.enumerated() {
      let start = Int(start)
      let end = number + 1 < lineStarts.count ? Int(lineStarts[number + 1]) : bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if let depth = deepNesting(line) {
        return Verdict(
          fault: Diagnostic(
            .unreadableFile, at: start..<(start + depth),
            "quotes and lists more than \(nesting) deep on one line",
            help: "the body of this file was not read; flatten it"),
          readsTables: false)
      }
      if line.count > 1, memoryContains(line, UInt8(ascii: "|")) {
        readsTables = true
        if line.lazy.filter({ $0 == UInt8(ascii: "|") }).count > cells { isTooWide = true }
      }
      if line.first == UInt8(ascii: "["), line.count > 64,
        memoryIndex(of: "]:", in: line, from: 0, to: line.count) != nil
      {
        longestDefinition = max(longestDefinition, line.count)
      }
    }
    if longestDefinition > 0 {
      brackets = bytes.lazy.filter { $0 == UInt8(ascii: "[") }.count
      if longestDefinition * brackets > expansion {
        return Verdict(
          fault: Diagnostic(
            .unreadableFile, at: 0..<1, "long link definitions, used too often",
            help: "the body of this file was not read; shorten the definitions"),
          readsTables: false)
      }
    }
    return Verdict(fault: nil, readsTables: readsTables && !isTooWide)
  }

  /// The length of a line's prefix of container markers when there are too many of them.
  private static func deepNesting(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var markers = 0
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        // `-----` and `*****` are one mark; a list marker has a space behind it.
        if line[index] == UInt8(ascii: ">") || (index + 1 < line.count && isWhiteSpace(line[index + 1])) {
          markers += 1
        }
      default: return nil
      }
      if markers > nesting { return index + 1 }
      index += 1
    }
    return nil
  }
}
