/// The text of a paragraph as it is shown: without marks, escapes and line ends, with the way back to the source.
package struct ShownText: Sendable {
  /// What has to be written in Markdown before one of its bytes.
  package struct Mark: Sendable {
    package enum Kind: Sendable {
      /// Of emphasis or strikethrough.
      case opening, closing
      /// Of code or a link.
      case before, behind
    }

    package let kind: Kind
    /// The byte that it stands before, or the count of all.
    package let index: Int
    package let markdown: [UInt8]
  }

  /// Bytes that are not written as they are shown.
  package struct Escape: Sendable {
    package let shown: Range<Int>
    /// What is written for them, in the file.
    package let source: Range<Int>
  }

  /// UTF-8. A line end is a space.
  package let bytes: [UInt8]
  package private(set) var marks: [Mark] = []
  /// Where each byte stands in the file; empty where all stand in a row.
  private var places: [Int32] = []
  /// Where what each byte was read from ends.
  private var ends: [Int32] = []
  private let start: Int
  private let end: Int
  /// Bytes that are no words of the paragraph's own: code, links, escapes.
  private var opaque: [Bool] = []
  /// The stretches that stand for an escape, in order.
  package private(set) var escapes: [Escape] = []

  package init(_ item: ListItem, in document: Document) {
    self = document.bytes.withUnsafeBufferPointer { ShownText(item.paragraph, item.pieces, $0) }
  }

  private init(_ range: Range<Int>, _ pieces: [Piece], _ source: UnsafeBufferPointer<UInt8>) {
    start = range.lowerBound
    end = range.upperBound
    if pieces.isEmpty {
      bytes = Array(source[range])
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var places: [Int32] = []
    var ends: [Int32] = []
    var opaque: [Bool] = []
    var marks: [Mark] = []
    var escapes: [Escape] = []
    func add(_ byte: UInt8, from range: Range<Int>, isOpaque: Bool) {
      bytes.append(byte)
      places.append(Int32(range.lowerBound))
      ends.append(Int32(range.upperBound))
      opaque.append(isOpaque)
    }
    for piece in pieces {
      switch piece.kind {
      case .lineEnd: add(0x20, from: piece.range, isOpaque: false)
      case .opening, .closing, .before, .behind:
        let written = piece.markdown.map { Array($0.utf8) } ?? Self.onOneLine(source[piece.range])
        if written.isEmpty { continue }
        let kind: Mark.Kind =
          switch piece.kind {
          case .opening: .opening
          case .closing: .closing
          case .before: .before
          default: .behind
          }
        marks.append(Mark(kind: kind, index: bytes.count, markdown: written))
      case .words, .opaque:
        if let shown = piece.shown {
          escapes.append(Escape(shown: bytes.count..<(bytes.count + shown.utf8.count), source: piece.range))
          for byte in shown.utf8 { add(byte, from: piece.range, isOpaque: true) }
          continue
        }
        var place = piece.range.lowerBound
        while place < piece.range.upperBound {
          // Code may be wrapped.
          let isLineEnd = source[place] == 0x0A || source[place] == 0x0D
          var next = place + 1
          if isLineEnd { while next < piece.range.upperBound, isWhiteSpace(source[next]) { next += 1 } }
          add(isLineEnd ? 0x20 : source[place], from: place..<next, isOpaque: piece.kind == .opaque)
          place = next
        }
      }
    }
    (self.bytes, self.places, self.ends, self.opaque) = (bytes, places, ends, opaque)
    (self.marks, self.escapes) = (marks, escapes)
  }

  private static func onOneLine(_ source: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if !source.contains(0x0A), !source.contains(0x0D) { return Array(source) }
    return Array(source.split(whereSeparator: isWhiteSpace).joined(separator: [0x20]))
  }

  // MARK: Places

  /// Where a byte stands in the file; for the count of all the end of the paragraph.
  package func place(_ index: Int) -> Int {
    places.isEmpty ? start + index : index < places.count ? Int(places[index]) : end
  }

  /// Where a stretch that is not empty stands in the file.
  package func range(_ shown: Range<Int>) -> Range<Int> {
    if places.isEmpty { return (start + shown.lowerBound)..<(start + shown.upperBound) }
    return Int(places[shown.lowerBound])..<Int(ends[shown.upperBound - 1])
  }

  /// The first byte that stands at an offset in the file or behind it.
  package func index(ofPlace place: Int) -> Int {
    if places.isEmpty { return min(max(0, place - start), bytes.count) }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes that stand in a range of the file.
  package func indices(ofPlaces range: Range<Int>) -> Range<Int> {
    index(ofPlace: range.lowerBound)..<index(ofPlace: range.upperBound)
  }

  package func isOpaque(_ index: Int) -> Bool { opaque.isEmpty ? false : opaque[index] }

  package var hasMarks: Bool { !places.isEmpty }
}
