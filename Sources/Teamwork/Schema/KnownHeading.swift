package import Text

/// A heading that `tw` understands; the charter may give it other words.
package struct KnownHeading: Sendable {
  /// As the charter's `headings` names it, `done`.
  package let key: Name
  package let title: String
  package let documentation: String
  /// What people call it, too.
  package let others: [String]
  /// All words that it goes by, as they are compared.
  private let folded: Set<String>

  package init(_ key: Name, _ title: String, _ documentation: String, others: [String] = []) {
    self.key = key
    self.title = title
    self.documentation = documentation
    self.others = others
    folded = Set(([title] + others).map(Self.folded))
  }

  /// Whether a heading of these words is this one, but for the charter's own words.
  package func isCalled(_ text: String) -> Bool {
    folded.contains(Self.folded(text))
  }

  /// All words that it goes by, its title first.
  package var words: [String] { [title] + others }

  /// The words of a heading as they are compared: without emoji and closing punctuation, in small letters, with one
  /// space between them. Emphasis is no part of a heading's text.
  static func folded(_ text: String) -> String {
    var words = String.UnicodeScalarView()
    var gap = false
    for scalar in withoutEmojiNames(text.lowercased()).unicodeScalars {
      if isEmoji(scalar) || scalar.properties.isWhitespace || scalar == "-" {
        // The digit of a keycap, as in 1️⃣.
        if scalar.value == 0x20E3, let last = words.last, ("0"..."9").contains(last) { words.removeLast() }
        gap = true
        continue
      }
      if gap, !words.isEmpty { words.append(" ") }
      gap = false
      words.append(scalar)
    }
    while let last = words.last, last == " " || isPunctuation(last) { words.removeLast() }
    while words.first == " " { words.removeFirst() }
    return String(words)
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return false }
    if scalar.properties.isEmojiPresentation || scalar.properties.isEmojiModifier { return true }
    switch scalar.value {
    // Joiners and selectors between them, keycaps, the letters of flags of regions.
    case 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0xE0020...0xE007F: return true
    default: return scalar.properties.generalCategory == .otherSymbol
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .otherPunctuation, .closePunctuation, .connectorPunctuation, .finalPunctuation: true
    default: false
    }
  }

  /// `:construction: Blocked`, as GitHub writes emoji.
  private static func withoutEmojiNames(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var index = 1
    while index + 1 < parts.count {
      let name = parts[index].utf8
      let isName =
        !name.isEmpty
        && name.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2B || $0 == 0x2D
        }
      guard isName else {
        index += 1
        continue
      }
      parts[index - 1] += " " + parts[index + 1]
      parts.removeSubrange(index...(index + 1))
    }
    return parts.joined(separator: ":")
  }
}
