internal import Documents
internal import Text

/// A task's text: what remains of its first paragraph without attributes and owners.
///
/// Attributes go with their brackets and emphasis; owners where they stand alone: at an end, between commas, in brackets
/// of their own. Who is a part of a sentence stays in it.
struct TaskText {
  private let task: Task
  private let document: Document
  private let shown: ShownText
  private let words: TaskWords
  /// For each mention what is shown for it, and whether it is an owner where it stands alone.
  private let names: [(name: String?, isOwner: Bool)]
  /// Stretches that are left out, in order.
  private var holes: [Range<Int>] = []
  /// The mentions that stay, by where they begin, with the name that is shown and where they end.
  private var kept: [Int: (name: String, end: Int)] = [:]

  /// As it is shown.
  private(set) var plain = ""
  private(set) var markdown = ""

  /// - Parameter names: of each of the task's mentions.
  init(_ task: Task, _ item: ListItem, in document: Document, _ names: [(name: String?, isOwner: Bool)]) {
    self.task = task
    self.document = document
    self.names = names
    shown = ShownText(item, in: document)
    words = TaskWords(task, shown)
    findHoles()
    write()
  }

  // MARK: What is left out

  /// A mention or an attribute, or brackets with nothing else in them.
  private struct Unit {
    var range: Range<Int>
    /// Its mention, as an index.
    var mention: Int?
    /// Whether it may go.
    var isAlone: Bool
  }

  private mutating func findHoles() {
    let units = units()
    var first = 0
    while first < units.count {
      // What only blanks and commas divide goes or stays together.
      var last = first
      while last + 1 < units.count, joins(units[last].range.upperBound..<units[last + 1].range.lowerBound) { last += 1 }
      settle(units[first...last])
      first = last + 1
    }
    holes.sort { $0.lowerBound < $1.lowerBound }
    for (index, range) in words.mentions.enumerated() where !holes.hold(range.lowerBound) {
      if let name = names[index].name { kept[range.lowerBound] = (name, range.upperBound) }
    }
  }

  private func units() -> [Unit] {
    var units: [Unit] = []
    func isOwner(_ range: Range<Int>) -> Bool {
      var index = words.mentions.firstEnding(behind: range.lowerBound)
      while index < words.mentions.count, words.mentions[index].lowerBound < range.upperBound {
        if !names[index].isOwner { return false }
        index += 1
      }
      return true
    }
    let whole = words.groups.filter(isOwner)
    for group in whole { units.append(Unit(range: group, isAlone: true)) }
    func isInGroup(_ place: Int) -> Bool { whole.hold(place) }
    for attribute in task.attributes {
      let range = shown.index(ofPlace: attribute.range.lowerBound)..<shown.index(ofPlace: attribute.range.upperBound)
      if !isInGroup(range.lowerBound) { units.append(Unit(range: range, isAlone: true)) }
    }
    for (index, range) in words.mentions.enumerated() where !isInGroup(range.lowerBound) && names[index].isOwner {
      units.append(Unit(range: range, mention: index, isAlone: isWord(range)))
    }
    return units.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func byte(_ index: Int) -> UInt8? { shown.bytes.indices.contains(index) ? shown.bytes[index] : nil }

  /// Whether nothing touches a mention but the signs that divide sentences.
  private func isWord(_ range: Range<Int>) -> Bool {
    let before = byte(range.lowerBound - 1)
    guard before.map({ isBlank($0) || ",;/&+".utf8.contains($0) }) ?? true else { return false }
    var end = range.upperBound
    while let byte = byte(end), ".,;:!?/&+".utf8.contains(byte) { end += 1 }
    return byte(end).map { isBlank($0) || (end > range.upperBound && $0 == UInt8(ascii: "@")) } ?? true
  }

  /// Whether what stands between two units is nothing but what joins a list.
  private func joins(_ between: Range<Int>) -> Bool {
    let text = shown.bytes[between].filter { !isBlank($0) && !",;/&+".utf8.contains($0) }
    return text.isEmpty || text.elementsEqual("and".utf8)
  }

  private mutating func settle(_ units: ArraySlice<Unit>) {
    guard let first = units.first, let last = units.last else { return }
    // Behind the end of a sentence nothing follows.
    var rest = last.range.upperBound
    while let byte = byte(rest), isBlank(byte) || ".!?,;".utf8.contains(byte) { rest += 1 }
    let isAtEnd = rest == shown.bytes.count
    let isAtStart = shown.bytes[..<first.range.lowerBound].allSatisfy { isBlank($0) }
    var going = units.filter { $0.mention == nil }
    if isAtEnd || isAtStart {
      var staying = isAtStart && !isAtEnd ? subject(units) : object(units)
      for unit in units where unit.mention != nil {
        if unit.isAlone, !(staying.popFirst() ?? false) { going.append(unit) }
      }
    } else {
      for unit in units where unit.mention != nil && unit.isAlone && isBetweenCommas(unit.range) { going.append(unit) }
    }
    going.sort { $0.range.lowerBound < $1.range.lowerBound }
    if going.count == units.count {
      let whole = first.range.lowerBound..<last.range.upperBound
      holes.append(isAtEnd ? extendedBack(whole) : isAtStart ? extendedOn(whole) : betweenCommas(whole))
      return
    }
    for unit in going {
      let isLast = isAtEnd && unit.range == last.range
      holes.append(isLast ? extendedBack(unit.range) : unit.range)
    }
  }

  // MARK: Sentences

  /// Words that an owner at the end belongs to: "Pair with @ben".
  private static let before: Set<String> = [
    "with", "to", "for", "from", "by", "about", "of", "at", "on", "via", "like", "than", "as", "and", "or", "ask",
    "tell",
    "help", "see", "without", "through", "after", "before", "behind", "between", "against",
  ]
  /// Words that an owner at the start belongs to: "@ben should review".
  private static let behind: Set<String> = [
    "and", "or", "to", "will", "should", "must", "can", "could", "may", "might", "is", "was", "has", "had", "needs",
    "wants",
    "does", "would",
  ]

  /// For each mention of units at the end whether it stays: those that the words before them lead to.
  private func object(_ units: ArraySlice<Unit>) -> ArraySlice<Bool> {
    guard let first = units.first, first.mention != nil else { return [] }
    return Self.leadsOn(shown.bytes[..<first.range.lowerBound]) ? run(units) : []
  }

  /// Whether whom is named behind a text belongs to its last word.
  static func leadsOn(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.reversed().drop(while: isSpace).prefix { !isSpace($0) }
    return word.count < 10 && before.contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
  }

  /// For each mention of units at the start whether it stays: those of whom the words behind them tell.
  private func subject(_ units: ArraySlice<Unit>) -> ArraySlice<Bool> {
    guard let last = units.last, last.mention != nil else { return [] }
    var start = last.range.upperBound
    while let byte = byte(start), isBlank(byte) { start += 1 }
    let end = shown.bytes[start...].firstIndex { isBlank($0) } ?? shown.bytes.count
    guard start > last.range.upperBound,
      Self.behind.contains(String(decoding: shown.bytes[start..<end], as: UTF8.self).lowercased())
    else { return [] }
    return ArraySlice(units.filter { $0.mention != nil }.map { _ in true })
  }

  /// The first mention, and those that a sign or "and" joins to it.
  private func run(_ units: ArraySlice<Unit>) -> ArraySlice<Bool> {
    var staying = [true]
    for (unit, next) in zip(units, units.dropFirst()) {
      let between = shown.bytes[unit.range.upperBound..<next.range.lowerBound]
      guard next.mention != nil, between.contains(where: { !isBlank($0) }) else { break }
      staying.append(true)
    }
    return staying[...]
  }

  private func isBetweenCommas(_ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    while before > 0, isBlank(shown.bytes[before - 1]) { before -= 1 }
    return byte(before - 1) == UInt8(ascii: ",") && byte(range.upperBound) == UInt8(ascii: ",")
  }

  // MARK: What goes with it

  /// With what led to it at the end of a text: a comma, a dash that stands by itself.
  private func extendedBack(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0 {
      if isBlank(shown.bytes[start - 1]) || (shown.bytes[start - 1] == UInt8(ascii: ",") && !shown.isOpaque(start - 1))
      {
        start -= 1
      } else if let dash = dash(endingAt: start), dash == 0 || isBlank(shown.bytes[dash - 1]) {
        start = dash
      } else {
        break
      }
    }
    return start..<range.upperBound
  }

  private static let dashes = ["-", "–", "—", "·", "•", "|", "/", "&"]

  /// The dash or its like that ends at a place.
  private func dash(endingAt end: Int) -> Int? {
    for dash in Self.dashes {
      let start = end - dash.utf8.count
      if start >= 0, shown.bytes[start..<end].elementsEqual(dash.utf8) { return start }
    }
    return nil
  }

  /// With what divides it from the text that begins behind it.
  private func extendedOn(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < shown.bytes.count {
      if isBlank(shown.bytes[end]) || ",;:|".utf8.contains(shown.bytes[end])
        || (shown.bytes[end] == UInt8(ascii: "-") && byte(end + 1).map(isBlank) ?? true)
      {
        end += 1
      } else if let dash = Self.dashes.dropFirst().first(where: { shown.bytes[end...].starts(with: $0.utf8) }) {
        end += dash.utf8.count
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  /// With one of the commas that it stands between.
  private func betweenCommas(_ range: Range<Int>) -> Range<Int> {
    guard isBetweenCommas(range) else { return range }
    var start = range.lowerBound
    while start > 0, isBlank(shown.bytes[start - 1]) { start -= 1 }
    return (start - 1)..<range.upperBound
  }

  // MARK: Writing

  private mutating func write() {
    var text: [UInt8] = []
    text.reserveCapacity(shown.bytes.count)
    var source = MarkdownLine()
    var marks = shown.marks[...]
    var hole = 0
    var index = 0
    while index < shown.bytes.count {
      while let mark = marks.first, mark.index <= index {
        source.add(mark)
        marks.removeFirst()
      }
      while hole < holes.count, holes[hole].upperBound <= index { hole += 1 }
      if hole < holes.count, holes[hole].contains(index) {
        // What follows a hole directly is a word of its own no more.
        index += 1
        continue
      }
      if let (name, end) = kept[index] {
        Self.add(name.utf8, to: &text)
        source.add(shown.bytes[index..<end])
        index = end
        continue
      }
      let byte = shown.bytes[index]
      if let (count, written) = shown.escape(at: index, in: document) {
        Self.add(shown.bytes[index..<(index + count)], to: &text)
        source.add(written)
        index += count
        continue
      }
      Self.add(CollectionOfOne(byte), to: &text)
      if isBlank(byte), !shown.isOpaque(index) { source.addBlank() } else { source.add(CollectionOfOne(byte)) }
      index += 1
    }
    for mark in marks { source.add(mark) }
    if text.last == 0x20 { text.removeLast() }
    plain = String(decoding: text, as: UTF8.self)
    markdown = source.bytes.elementsEqual(text) ? plain : String(decoding: source.bytes, as: UTF8.self)
  }

  /// One blank where there are several, and none before what ends a sentence.
  private static func add(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      if isBlank(byte) {
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else {
        text.append(byte)
      }
    }
  }
}

/// Markdown on one line that is put together from parts of other Markdown.
private struct MarkdownLine {
  private(set) var bytes: [UInt8] = []
  private var hasBlank = false
  /// Where marks of emphasis opened that nothing stands behind yet.
  private var open: [(start: Int, end: Int, hadBlank: Bool)] = []

  mutating func add(_ mark: ShownText.Mark) {
    switch mark.kind {
    case .opening:
      let start = (bytes.count, hasBlank)
      flush()
      bytes += mark.markdown
      open.append((start.0, bytes.count, start.1))
    case .before:
      flush()
      bytes += mark.markdown
    case .behind: bytes += mark.markdown
    case .closing:
      // Emphasis around nothing is none.
      if let last = open.popLast(), last.end == bytes.count {
        bytes.removeSubrange(last.start...)
        hasBlank = hasBlank || last.hadBlank
      } else {
        bytes += mark.markdown
      }
    }
  }

  mutating func addBlank() { hasBlank = true }

  private mutating func flush() {
    if hasBlank, !bytes.isEmpty { bytes.append(0x20) }
    hasBlank = false
  }

  mutating func add(_ part: some Collection<UInt8>) {
    flush()
    if bytes.isEmpty, let first = part.first, Self.beginsBlock(first) { bytes.append(UInt8(ascii: "\\")) }
    // `1.` at the beginning would be a list.
    if let first = part.first, first == UInt8(ascii: ".") || first == UInt8(ascii: ")"), !bytes.isEmpty,
      bytes.count < 10, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    {
      bytes.append(UInt8(ascii: "\\"))
    }
    bytes += part
  }

  /// Whether a line that begins with it could be no text.
  private static func beginsBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"):
      true
    default: false
    }
  }
}
