internal import Text

extension SummaryWords {
  /// `three of eight`, `none of the eight`, `all eight`, `25 of 27`, with what they are: `all eight requests`.
  static func part(_ count: Int, of all: Int, _ singular: String, _ plural: String? = nil) -> String {
    let plural = plural ?? singular + "s"
    if all == 1 { return count == 1 ? "the only \(singular)" : "none" }
    let total = number(all)
    if count == 0 { return "none of the \(total) \(plural)" }
    if count == all { return all == 2 ? "both \(plural)" : "all \(total) \(plural)" }
    return all < 10 ? "\(number(count)) of \(total) \(plural)" : "\(count) of \(all) \(plural)"
  }

  /// At most so many by their names: `Ana, Ben and 7 others`.
  static func few(_ names: [String], atMost most: Int = 6) -> String {
    // One more name is as short as "one other".
    if names.count <= most + 1 { return list(names) }
    return list(Array(names.prefix(most)) + ["\(number(names.count - most)) others"])
  }

  /// Alphabetical, capitals aside.
  static func sorted(_ names: [String]) -> [String] { names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) } }
}

extension Line {
  /// Somebody's words between quotation marks, cut only where they are very long.
  static func quoted(_ words: [Part], atMost most: Int = 280) -> Line {
    let text = Line.plain(words)
    guard text.count > most else { return "“\(words)”" }
    var cut = text.prefix(most)
    if let space = cut.lastIndex(of: " ") { cut = cut[..<space] }
    return "“\(String(cut).trimmedEnd) …”"
  }

  static func joined(_ sentences: [Line]) -> Line {
    var parts: [Part] = []
    for sentence in sentences { parts += (parts.isEmpty ? [] : [.text(" ")]) + sentence.parts }
    return Line(parts)
  }
}
