internal import Teamwork

extension Line {
  /// `a, b and c`, or `a, b and 12 more`.
  static func some(of lines: [Line], most: Int = 3) -> Line {
    // "And one more" would take as much room as its name.
    let shown = lines.count <= most + 1 ? lines : Array(lines.prefix(most))
    var parts: [Part] = []
    for (index, line) in shown.enumerated() {
      if index > 0 { parts.append(.text(index == shown.count - 1 && shown.count == lines.count ? " and " : ", ")) }
      parts += line.parts
    }
    if shown.count < lines.count { parts.append(.text(" and \(SummaryWords.number(lines.count - shown.count)) more")) }
    return Line(parts)
  }

  /// Sentences one after the other.
  static func sentences(_ lines: [Line]) -> Line {
    var parts: [Part] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { parts.append(.text(" ")) }
      parts += line.parts
    }
    return Line(parts)
  }

  /// What somebody wrote, short enough to be read in passing.
  static func quotation(_ words: [Part], most: Int = 240) -> Line {
    let plain = Line(words).plain
    guard plain.count > most else { return Line([.text("“")] + words + [.text("”")]) }
    let cut = plain.prefix(most)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return Line("“\(String(cut[..<end].trimmed)) …”")
  }
}

extension SummaryWords {
  /// "both", "all three"; of one alone: "the only".
  static func every(_ count: Int) -> String { count == 1 ? "the only" : count == 2 ? "both" : "all \(number(count))" }

  /// "none of nine", "two of nine", "both", "all nine", "12 of 42": in words while both are below ten.
  static func ratio(_ part: Int, _ whole: Int) -> String {
    if part == 0 { return "none of \(number(whole))" }
    if part == whole, whole > 1 { return every(whole) }
    return whole < 10 ? "\(number(part)) of \(number(whole))" : "\(part) of \(whole)"
  }
}
