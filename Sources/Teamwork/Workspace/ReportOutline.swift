package import Documents
package import Text

/// The headings of a status report, in the order of the file: Markdown's, lines that are all bold, and `##Blocked`, which
/// Markdown takes for text.
package struct ReportOutline: Sendable {
  package struct Mark: Sendable {
    package enum Form: Sendable { case heading, bold, unspaced }

    package let form: Form
    /// The words without markup.
    package let words: String
    /// The whole heading, or line.
    package let range: Range<Int>
    /// What the words stand for; nil for other words.
    package let known: Name?
    /// Where what stands under it is told.
    package let section: StatusEntry.Section
    /// From 1. A bold line is as deep as the heading before it.
    let level: Int
  }

  package let marks: [Mark]

  package init(_ body: Body, of document: Document, _ charter: Charter) {
    typealias Found = (form: Mark.Form, level: Int?, words: String, range: Range<Int>)
    var found: [Found] = body.headings.map { (.heading, $0.level, $0.text, $0.range) }
    found += body.boldLines.map { (.bold, nil, $0.text, $0.range) }
    for block in body.blocks where block.kind == .paragraph {
      found += Self.unspaced(in: block.range, document).compactMap { level, words, range in
        // `#blocked` may be meant, `#hall` and `#12` are tags and numbers.
        level == 1 && charter.heading(words) == nil ? nil : (.unspaced, level, words, range)
      }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    var marks: [Mark] = []
    // Those that the next one may lie under, the outermost first.
    var above: [Mark] = []
    var depth = 1
    for (form, ownLevel, words, range) in found {
      let level = ownLevel ?? depth
      if form == .heading { depth = level }
      while let last = above.last, last.level >= level { above.removeLast() }
      let known = charter.heading(words)
      let section: StatusEntry.Section =
        if let known { .known(known) } else if case .known(let key)? = above.last?.section { .known(key) } else {
          .other(Self.told(words))
        }
      let mark = Mark(form: form, words: words, range: range, known: known, section: section, level: level)
      marks.append(mark)
      above.append(mark)
    }
    self.marks = marks
  }

  /// Where what begins at an offset is told.
  func section(at offset: Int) -> StatusEntry.Section {
    let next = first(from: offset + 1)
    return next == 0 ? .general : marks[next - 1].section
  }

  /// Those in a range.
  func marks(in range: Range<Int>) -> ArraySlice<Mark> {
    marks[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  /// The first that begins at an offset or behind it.
  private func first(from offset: Int) -> Int {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `Notes:` is told as `Notes`.
  private static func told(_ words: String) -> String {
    var words = Substring(words).trimmed
    while let last = words.last, last == ":" || last.isWhitespace { words.removeLast() }
    return words.isEmpty ? "…" : String(words)
  }

  /// Lines that begin with signs of a heading and have no blank behind them, with their level and their words.
  static func unspaced(in range: Range<Int>, _ document: Document) -> [(level: Int, words: String, range: Range<Int>)] {
    let bytes = document.source.bytes
    var found: [(level: Int, words: String, range: Range<Int>)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let next = min(document.source.nextLine(start), range.upperBound)
      let line = document.trimmed(start..<next)
      let words = bytes[line].drop { $0 == UInt8(ascii: "#") }
      let level = words.startIndex - line.lowerBound
      if (1...6).contains(level), let first = words.first, first != 0x20, first != 0x09 {
        var text = document.text(words.startIndex..<line.upperBound)
        while text.last == "#" { text.removeLast() }
        found.append((level, text, line))
      }
      start = next
    }
    return found
  }
}

extension Document {
  /// A range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let bytes = source.bytes
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
