/// What cmark-gfm 0.29 cannot read in bounded time is refused before it is asked: it is quadratic in
/// the depth of quotes and lists, in the cells of a table's row, in what reference definitions expand to, and within one
/// paragraph in what `InlineCost` counts.
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
    /// Whether paragraphs have to be looked at one by one: together they may be too much.
    var isCostly = false
  }

  /// Looks at the lines of a body once. `starts` are the offsets of its lines.
  static func judge(_ bytes: UnsafeBufferPointer<UInt8>, lineStarts: [Int32]) -> Verdict {
    var readsTables = false
    var isTooWide = false
    var longestDefinition = 0
    var brackets = 0
    // A paragraph ends at an empty line at the latest.
    var stretch = InlineCost()
    var steps = 0
    var tableSteps = 0
    let isShort = bytes.count <= InlineCost.neverTooMuch
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
      if !isShort {
        if line.allSatisfy(isWhiteSpace) {
          steps += stretch.steps
          stretch = InlineCost()
        } else {
          stretch.count(line)
          // What could be the second line of a table makes cmark read the paragraph before it again.
          if isDelimiterRow(line) { tableSteps += stretch.length }
        }
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
    steps += stretch.steps
    return Verdict(
      fault: nil, readsTables: readsTables && !isTooWide && tableSteps <= InlineCost.most,
      isCostly: steps > InlineCost.most)
  }

  /// Whether a line has nothing but what draws the line below a table's head.
  private static func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDash = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"): break
      default: if !isWhiteSpace(byte) { return false }
      }
    }
    return hasDash
  }

  /// What is wrong with a text whose blocks cmark knows and whose paragraphs it has not read yet.
  ///
  /// - Parameter paragraphs: their lines, counted from 0.
  static func judge(
    _ paragraphs: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>, lineStarts: [Int32]
  ) -> Diagnostic? {
    var steps = 0
    var worst = (steps: 0, place: 0)
    for lines in paragraphs {
      var cost = InlineCost()
      let start = Int(lineStarts[lines.lowerBound])
      let end = lines.upperBound < lineStarts.count ? Int(lineStarts[lines.upperBound]) : bytes.count
      cost.count(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      steps += cost.steps
      if cost.steps > worst.steps { worst = (cost.steps, start) }
    }
    if steps <= InlineCost.most { return nil }
    return Diagnostic(
      .unreadableFile, at: worst.place..<(worst.place + 1),
      "a paragraph with more emphasis, links and markup than can be read in reasonable time",
      help: "the body of this file was not read; divide the paragraph that begins here by empty lines")
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
