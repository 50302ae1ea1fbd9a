internal import Documents
internal import Text

/// The words of a task as they are shown, and what in them is an attribute.
///
/// All places are those of the shown text.
struct TaskWords {
  struct Word {
    /// Up to white space, or in a group up to its brackets and commas.
    let core: Range<Int>
    /// An index into `groups`.
    let group: Int?
  }

  struct Attribute {
    let attribute: TaskAttribute
    /// The key or sign included.
    let range: Range<Int>
    let value: Range<Int>
  }

  let shown: ShownText
  private(set) var all: [Word] = []
  /// Brackets that hold only attributes and mentions.
  private(set) var groups: [Range<Int>] = []
  /// Where people and teams are mentioned, in order.
  let mentions: [Range<Int>]
  private let links: [Range<Int>]

  /// More words are no group.
  private static let longestGroup = 12

  init(_ task: Task, _ shown: ShownText) {
    self.shown = shown
    mentions = task.mentions.map { shown.indices(ofPlaces: $0.range) }
    links = task.links.map(shown.indices)
    let words = split()
    var index = 0
    while index < words.count {
      if let count = group(words[index...]) {
        let open = words[index].lowerBound
        let close = end(of: words[index + count - 1])
        groups.append(open..<close)
        for number in index..<(index + count) {
          let word = words[number]
          let lower = number == index ? open + 1 : word.lowerBound
          let upper = number == index + count - 1 ? close - 1 : withoutComma(word).upperBound
          for part in parts(lower..<max(lower, upper)) {
            all.append(Word(core: part, group: groups.count - 1))
          }
        }
        index += count
      } else {
        all.append(Word(core: words[index], group: nil))
        index += 1
      }
    }
  }

  private func split() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for (index, byte) in shown.bytes.enumerated() where isBlank(byte) && !shown.isOpaque(index) {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    if start < shown.bytes.count { words.append(start..<shown.bytes.count) }
    return words
  }

  private func withoutComma(_ word: Range<Int>) -> Range<Int> {
    var end = word.upperBound
    while end > word.lowerBound, shown.bytes[end - 1] == UInt8(ascii: ",") || shown.bytes[end - 1] == UInt8(ascii: ";")
    {
      end -= 1
    }
    return word.lowerBound..<end
  }

  /// Without what may follow a bracket.
  private func end(of word: Range<Int>) -> Int {
    var end = word.upperBound
    while end > word.lowerBound, ",.;:".utf8.contains(shown.bytes[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Groups

  /// How many of the words are brackets that hold nothing but attributes and mentions; nil for none.
  private func group(_ words: ArraySlice<Range<Int>>) -> Int? {
    guard let first = words.first, first.count > 1, !shown.isOpaque(first.lowerBound) else { return nil }
    let close: UInt8
    switch shown.bytes[first.lowerBound] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    default: return nil
    }
    var hasAny = false
    for (count, word) in words.prefix(Self.longestGroup).enumerated() {
      let end = end(of: word)
      let isLast = end > word.lowerBound && shown.bytes[end - 1] == close
      let lower = count == 0 ? word.lowerBound + 1 : word.lowerBound
      let core = lower..<max(lower, isLast ? end - 1 : withoutComma(word).upperBound)
      if core.isEmpty || isTouched(core) { return nil }
      if parts(core).allSatisfy({ isMention($0) || isAttribute($0) }) {
        hasAny = true
      } else if hasAny || !isLead(core) {
        return nil
      }
      if isLast { return hasAny ? count + 1 : nil }
    }
    return nil
  }

  /// What commas divide that have no blank behind them; the list of `needs:` is one.
  private func parts(_ core: Range<Int>) -> [Range<Int>] {
    // The commas of `needs:a,b` are its own.
    if key(core)?.0 == .needs { return [core] }
    return shown.bytes[core].split(whereSeparator: { ",;".utf8.contains($0) }).map { $0.startIndex..<$0.endIndex }
  }

  private func isMention(_ range: Range<Int>) -> Bool {
    let place = mentions.firstEnding(behind: range.lowerBound)
    return place < mentions.count && mentions[place] == range
  }

  private func isAttribute(_ range: Range<Int>) -> Bool { key(range) != nil || sign(range) }

  private func sign(_ range: Range<Int>) -> Bool {
    range.count > 1 && shown.bytes[range.lowerBound] == UInt8(ascii: "^")
  }

  /// What may stand before the owners in brackets of their own.
  private static let leads: Set<String> = [
    "by", "owner", "owners", "owned", "assignee", "assigned", "to", "who", "lead",
  ]

  private func isLead(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    if end > range.lowerBound, shown.bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return end - range.lowerBound < 10
      && Self.leads.contains(String(decoding: shown.bytes[range.lowerBound..<end], as: UTF8.self).lowercased())
  }

  /// Whether a word is not of the task's own words alone: it touches code, a link or an escape.
  func isTouched(_ range: Range<Int>) -> Bool {
    let link = links.firstEnding(behind: range.lowerBound - 1)
    if link < links.count, links[link].lowerBound <= range.upperBound { return true }
    return shown.hasMarks && range.contains { shown.isOpaque($0) }
  }

  // MARK: Attributes

  /// The attribute that a word is.
  ///
  /// - Parameter isLast: whether nothing follows it: only there a task has its name.
  func attribute(_ word: Word, isLast: Bool) -> Attribute? {
    if isTouched(word.core) { return nil }
    if isLast, sign(word.core) {
      return Attribute(attribute: .anchor, range: word.core, value: (word.core.lowerBound + 1)..<word.core.upperBound)
    }
    guard let (attribute, value) = key(word.core) else { return nil }
    return Attribute(attribute: attribute, range: word.core, value: value)
  }

  /// `due:x` at least.
  private func key(_ range: Range<Int>) -> (TaskAttribute, Range<Int>)? {
    guard range.count > 4, shown.bytes[range.lowerBound] >= UInt8(ascii: "a"),
      shown.bytes[range.lowerBound] <= UInt8(ascii: "z"),
      let colon = shown.bytes[range].prefix(8).firstIndex(of: UInt8(ascii: ":")), colon + 1 < range.upperBound
    else { return nil }
    let key = shown.bytes[range.lowerBound..<colon]
    for attribute in Self.keyed where key.elementsEqual(attribute.rawValue.utf8) {
      return (attribute, (colon + 1)..<range.upperBound)
    }
    return nil
  }

  /// Those that are written with a key.
  static let keyed: [TaskAttribute] = [.due, .done, .needs, .role, .effort]
}

extension [Range<Int>] {
  /// The index of the first that ends behind a place, of ranges in order that do not overlap; the count where none does.
  func firstEnding(behind place: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether one of them holds a place.
  func hold(_ place: Int) -> Bool {
    let index = firstEnding(behind: place)
    return index < count && self[index].lowerBound <= place
  }
}
