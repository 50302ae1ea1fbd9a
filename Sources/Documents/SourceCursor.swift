/// A place in a paragraph that moves along as its inlines are read.
///
/// cmark says where an inline is only roughly: not at all for bare addresses, wrongly behind a link that is wrapped, and it
/// forgets how far a line is indented. What it read is therefore followed through the source, one inline after another.
struct SourceCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let quoteDepth: Int
  /// The end of the paragraph.
  let end: Int
  /// What cmark's columns begin with on each line of the paragraph, less one.
  let columnOffset: Int
  /// Where the next inline begins.
  private(set) var index: Int
  /// What cmark counts columns from: where the text of its present line begins.
  private(set) var lineStart: Int
  /// How far into its line the last place was that a column led to, so that a long line is walked along once.
  private var reached = (count: 0, place: 0)
  /// Whether all inlines were found where they were expected.
  private(set) var isExact = true
  /// How far is looked for what does not stand where it should.
  private static let window = 4_096

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, quoteDepth: Int, columnOffset: Int) {
    self.bytes = bytes
    self.quoteDepth = quoteDepth
    self.columnOffset = columnOffset
    end = range.upperBound
    index = range.lowerBound
    lineStart = range.lowerBound
  }

  var byte: UInt8? { index < end ? bytes[index] : nil }

  mutating func move(to place: Int) { index = min(max(index, place), end) }

  mutating func lose() { isExact = false }

  /// How far is looked for something: what is not lost ends before the paragraph does.
  var horizon: Int { isExact ? end : min(end, index + Self.window) }

  // MARK: Lines

  /// Where the text of a line begins, behind blanks and the signs of quotations.
  private func content(ofLineAt start: Int) -> Int {
    var place = start
    var quotes = quoteDepth
    while place < end {
      if bytes[place] == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if bytes[place] != 0x20, bytes[place] != 0x09 {
        break
      }
      place += 1
    }
    return place
  }

  /// Behind the line end at an offset.
  private func behindLineEnd(_ place: Int) -> Int {
    place + 1 < bytes.count && bytes[place] == 0x0D && bytes[place + 1] == 0x0A ? place + 2 : place + 1
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// To the text of the next line.
  mutating func nextLine() {
    // A line that is broken by a backslash goes on for cmark: its columns count from where the last one began.
    let isCounted = byte != UInt8(ascii: "\\")
    var place = index
    while place < end, !Self.isLineEnd(bytes[place]) { place += 1 }
    index = place < end ? content(ofLineAt: behindLineEnd(place)) : end
    if isCounted { lineStart = index }
  }

  /// Where so many bytes of what cmark read end, which has neither indents nor the signs of quotations.
  func place(_ count: Int, from start: Int) -> Int {
    var place = start
    var left = count
    while left > 0, place < end {
      let isEnd = Self.isLineEnd(bytes[place])
      let next = isEnd ? behindLineEnd(place) : place + 1
      left -= next - place
      place = isEnd && left > 0 ? content(ofLineAt: next) : next
    }
    return min(place, end)
  }

  /// Where an inline ends that cmark says ends at a column of its present line.
  mutating func place(behindColumn column: Int32) -> Int {
    let count = Int(column) - columnOffset
    if reached.place < lineStart || reached.count > count { reached = (0, lineStart) }
    let found = place(count - reached.count, from: reached.place)
    // Behind a line end it depends on what is still to come where the next line's text begins.
    if found > lineStart, !Self.isLineEnd(bytes[found - 1]) { reached = (count, found) }
    return found
  }

  /// Over something that cmark counted the lines of.
  mutating func pass(to place: Int) {
    var line = index
    while line < place {
      if Self.isLineEnd(bytes[line]) {
        line = behindLineEnd(line)
        lineStart = content(ofLineAt: line)
      } else {
        line += 1
      }
    }
    move(to: place)
  }

  // MARK: What cmark read

  /// Whether a text stands here as it is.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + text.count <= end && memoryMatches(text, in: bytes, at: index)
  }

  /// The stretch that a text was read from, which begins here but for what was lost.
  ///
  /// - Parameter part: is called for each part that is shown as it stands, and for each that is not, with what is shown.
  mutating func run(_ text: UnsafeBufferPointer<UInt8>, _ part: (Range<Int>, ArraySlice<UInt8>?) -> Void) -> Range<Int>
  {
    // `&` is what `&amp;` begins with, too.
    if matches(text), !memoryContains(text, UInt8(ascii: "&")) {
      let run = index..<(index + text.count)
      part(run, nil)
      index = run.upperBound
      return run
    }
    if let end = aligned(text, part) {
      let run = index..<end
      index = end
      return run
    }
    lose()
    let start = index
    if let found = memoryIndex(of: text, in: bytes, from: index, to: horizon) {
      index = found + text.count
      return found..<index
    }
    // It may stand anywhere: what is not found is looked at twice rather than never.
    return start..<end
  }

  /// Follows a text whose escapes and entities were resolved; where it ends.
  private func aligned(_ text: UnsafeBufferPointer<UInt8>, _ part: (Range<Int>, ArraySlice<UInt8>?) -> Void) -> Int? {
    var parts: [(Range<Int>, Range<Int>?)] = []
    var place = index
    var read = 0
    var plain = place
    func flush() { if plain < place { parts.append((plain..<place, nil)) } }
    while read < text.count {
      guard place < end else { return nil }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), place + 1 < end, bytes[place + 1] == text[read], Self.isPunctuation(text[read]) {
        flush()
        parts.append((place..<(place + 2), read..<(read + 1)))
        place += 2
        read += 1
        plain = place
      } else if byte == UInt8(ascii: "&"), let (length, shown) = entity(at: place, text, read) {
        flush()
        parts.append((place..<(place + length), read..<(read + shown)))
        place += length
        read += shown
        plain = place
      } else if byte == text[read] {
        place += 1
        read += 1
      } else {
        return nil
      }
    }
    flush()
    for (range, shown) in parts { part(range, shown.map { ArraySlice(text[$0]) }) }
    return place
  }

  /// The length of an entity, and of the one or two characters that it stands for in the text.
  private func entity(at place: Int, _ text: UnsafeBufferPointer<UInt8>, _ read: Int) -> (length: Int, shown: Int)? {
    var close = place + 1
    while close < end, close < place + 34, bytes[close] != UInt8(ascii: ";") {
      guard ReferenceScanner.isWordByte(bytes[close]) || bytes[close] == UInt8(ascii: "#") else { return nil }
      close += 1
    }
    guard close < end, bytes[close] == UInt8(ascii: ";"), close > place + 1 else { return nil }
    let length = close + 1 - place
    // One that nobody knows is a text.
    if read + length <= text.count, (0..<length).allSatisfy({ bytes[place + $0] == text[read + $0] }) { return nil }
    func scalarEnd(_ start: Int) -> Int {
      var next = start + 1
      while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
      return next
    }
    let one = scalarEnd(read)
    // Few stand for two characters; what follows tells.
    if one < text.count, close + 1 >= end || bytes[close + 1] != text[one],
      close + 1 >= end || (bytes[close + 1] != UInt8(ascii: "\\") && bytes[close + 1] != UInt8(ascii: "&"))
    {
      let two = scalarEnd(one)
      if two == text.count || (close + 1 < end && bytes[close + 1] == text[two]) { return (length, two - read) }
    }
    return (length, one - read)
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
