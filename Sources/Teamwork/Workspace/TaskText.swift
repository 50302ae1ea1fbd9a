internal import Documents
internal import Text

/// A task's text: what remains of its first paragraph without attributes and owners.
///
/// Attributes go with their brackets and emphasis; owners where they stand alone: at an end, between commas, in brackets
/// of their own. Who is a part of a sentence stays in it.
struct TaskText {
  private let task: Task
  /// The file.
  private let bytes: [UInt8]
  private let shown: ShownText
  private let mentions: [Range<Int>]
  private let groups: [Range<Int>]
  /// For each mention what is shown for it, and whether it is an owner where it stands alone.
  private let names: [(name: String?, isOwner: Bool)]
  /// Stretches that are left out, in order.
  private var holes: [Range<Int>] = []
  /// The mentions that stay, in order, with the name that is shown.
  private var kept: [(range: Range<Int>, name: String)] = []

  /// As it is shown.
  private(set) var plain = ""
  private(set) var markdown = ""

  /// - Parameter names: of each of the task's mentions.
  init(_ task: Task, _ item: ListItem, in document: Document, _ names: [(name: String?, isOwner: Bool)]) {
    self.task = task
    bytes = document.bytes
    self.names = names
    let shown = ShownText(item, in: document)
    self.shown = shown
    mentions = task.mentions.map { shown.indices(ofPlaces: $0.range) }
    groups = task.groups.map(shown.indices)
    if !mentions.isEmpty || !task.attributes.isEmpty { findHoles() }
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
    for (index, range) in mentions.enumerated() where !holes.hold(range.lowerBound) {
      if let name = names[index].name { kept.append((range, name)) }
    }
  }

  private func units() -> [Unit] {
    var units: [Unit] = []
    func isOwner(_ range: Range<Int>) -> Bool {
      var index = mentions.firstEnding(behind: range.lowerBound)
      while index < mentions.count, mentions[index].lowerBound < range.upperBound {
        if !names[index].isOwner { return false }
        index += 1
      }
      return true
    }
    let whole = groups.filter(isOwner)
    for group in whole { units.append(Unit(range: group, isAlone: true)) }
    func isInGroup(_ place: Int) -> Bool { whole.hold(place) }
    for attribute in task.attributes {
      let range = shown.indices(ofPlaces: attribute.range)
      if !isInGroup(range.lowerBound) { units.append(Unit(range: range, isAlone: true)) }
    }
    for (index, range) in mentions.enumerated() where !isInGroup(range.lowerBound) && names[index].isOwner {
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
  private static let before = ShortWords(
    "with", "to", "for", "from", "by", "about", "of", "at", "on", "via", "like", "than", "as", "and", "or", "ask",
    "tell",
    "help", "see", "without", "through", "after", "before", "behind", "between", "against")
  /// Words that an owner at the start belongs to: "@ben should review".
  private static let behind = ShortWords(
    "and", "or", "to", "will", "should", "must", "can", "could", "may", "might", "is", "was", "has", "had", "needs",
    "wants", "does", "would")

  /// For each mention of units at the end whether it stays: those that the words before them lead to.
  private func object(_ units: ArraySlice<Unit>) -> ArraySlice<Bool> {
    guard let first = units.first, first.mention != nil else { return [] }
    return Self.leadsOn(shown.bytes[..<first.range.lowerBound]) ? run(units) : []
  }

  /// Whether whom is named behind a text belongs to its last word.
  static func leadsOn(_ text: ArraySlice<UInt8>) -> Bool {
    var end = text.endIndex
    while end > text.startIndex, isSpace(text[end - 1]) { end -= 1 }
    var start = end
    while start > text.startIndex, !isSpace(text[start - 1]) { start -= 1 }
    return before.contains(text[start..<end])
  }

  /// For each mention of units at the start whether it stays: those of whom the words behind them tell.
  private func subject(_ units: ArraySlice<Unit>) -> ArraySlice<Bool> {
    guard let last = units.last, last.mention != nil else { return [] }
    var start = last.range.upperBound
    while let byte = byte(start), isBlank(byte) { start += 1 }
    let end = shown.bytes[start...].firstIndex { isBlank($0) } ?? shown.bytes.count
    guard start > last.range.upperBound,
      Self.behind.contains(shown.bytes[start..<end])
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
    // The last bytes of letters and digits are none of a dash.
    let last = shown.bytes[end - 1]
    if last < 0x80, last != UInt8(ascii: "-"), last != UInt8(ascii: "|"), last != UInt8(ascii: "/"),
      last != UInt8(ascii: "&")
    {
      return nil
    }
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
    var source = MarkdownLine(capacity: shown.bytes.count)
    var marks = shown.marks[...]
    var holes = holes[...]
    var kept = kept[...]
    var escapes = shown.escapes[...]
    let count = shown.bytes.count
    var index = 0
    while index < count {
      while let mark = marks.first, mark.index <= index { source.add(marks.removeFirst()) }
      while let hole = holes.first, hole.upperBound <= index { holes.removeFirst() }
      while let name = kept.first, name.range.lowerBound < index { kept.removeFirst() }
      while let escape = escapes.first, escape.shown.lowerBound < index { escapes.removeFirst() }
      if let hole = holes.first, hole.lowerBound <= index {
        // What follows a hole directly is a word of its own no more.
        index = min(hole.upperBound, count)
      } else if let name = kept.first, name.range.lowerBound == index {
        Self.add(Array(name.name.utf8)[...], to: &text)
        source.add(shown.bytes[name.range])
        index = name.range.upperBound
      } else if let escape = escapes.first, escape.shown.lowerBound == index {
        Self.add(shown.bytes[escape.shown], to: &text)
        source.add(bytes[escape.source])
        index = escape.shown.upperBound
      } else {
        var end = marks.first?.index ?? count
        if let hole = holes.first { end = min(end, hole.lowerBound) }
        if let name = kept.first { end = min(end, name.range.lowerBound) }
        if let escape = escapes.first { end = min(end, escape.shown.lowerBound) }
        Self.add(shown.bytes[index..<end], to: &text)
        addWords(index..<end, to: &source)
        index = end
      }
    }
    for mark in marks { source.add(mark) }
    if text.last == 0x20 { text.removeLast() }
    plain = String(decoding: text, as: UTF8.self)
    markdown = source.bytes == text ? plain : String(decoding: source.bytes, as: UTF8.self)
  }

  /// One blank where there are several, and none before what ends a sentence.
  private static func add(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      if !isBlank(byte) {
        text.append(byte)
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
  }

  private func addWords(_ range: Range<Int>, to source: inout MarkdownLine) {
    var start = range.lowerBound
    for index in range where isBlank(shown.bytes[index]) && !shown.isOpaque(index) {
      if start < index { source.add(shown.bytes[start..<index]) }
      source.addBlank()
      start = index + 1
    }
    if start < range.upperBound { source.add(shown.bytes[start..<range.upperBound]) }
  }
}
