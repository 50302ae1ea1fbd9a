@_spi(_Unicode) import Swift
internal import Teamwork
internal import Text

/// Ids made from titles and names.
enum Identifier {
  static let limit = 100

  /// `Löschen & Säubern` gives `loschen-saubern`; a text of which nothing is left gives `fallback`.
  ///
  /// - Parameter limit: how many bytes it may have.
  static func from(_ title: String, fallback: String, limit: Int = limit) -> String {
    var scalars = String.UnicodeScalarView()
    var gap = false
    for scalar in decomposed(title.lowercased()) {
      // The accents of Latin letters go; in other scripts a mark is part of the letter.
      if (0x300...0x36F).contains(scalar.value), let last = scalars.last, last.isASCII { continue }
      if scalar == "'" || scalar == "’" { continue }
      let spelled = spellings[scalar]?.unicodeScalars ?? String.UnicodeScalarView([scalar])
      if spelled.allSatisfy({ isPart($0, isFirst: scalars.isEmpty) }) {
        if gap, !scalars.isEmpty { scalars.append("-") }
        scalars.append(contentsOf: spelled)
        gap = false
      } else {
        gap = true
      }
    }
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: String(scalars)._nfc)
    var id = String(composed)
    if id.utf8.count > limit { id = shortened(id, to: limit) }
    return RecordPath.fault(ofID: id) == nil ? id : fallback
  }

  /// The id, or with `-2`, `-3`, … behind it the first that nobody has.
  static func free(_ id: String, isTaken: (String) -> Bool) -> String {
    var candidate = id
    var number = 2
    while isTaken(candidate) {
      let ending = "-\(number)"
      candidate = shortened(id, to: limit - ending.utf8.count) + ending
      number += 1
    }
    return candidate
  }

  /// For a person: the first name, as people are called; where that is taken the whole name.
  static func ofPerson(_ name: String, isTaken: (String) -> Bool) -> String {
    let whole = from(name, fallback: "person")
    let first = from(String(name.split(separator: " ").first ?? ""), fallback: whole)
    return isTaken(first) ? free(whole, isTaken: isTaken) : first
  }

  /// At most so many bytes, cut between words where that leaves enough.
  private static func shortened(_ id: String, to limit: Int) -> String {
    guard id.utf8.count > limit else { return id }
    var cut = Substring(id)
    while cut.utf8.count > limit { cut.removeLast() }
    if let hyphen = cut.lastIndex(of: "-"), cut[..<hyphen].utf8.count > limit / 2 { cut = cut[..<hyphen] }
    while cut.hasSuffix("-") { cut.removeLast() }
    return String(cut)
  }

  private static func isPart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    // As the rule for ids says, with hyphens only between words.
    if scalar == "-" || scalar == "." || scalar == "_" { return false }
    return RecordPath.fault(ofID: isFirst ? String(scalar) : "a\(scalar)") == nil || isCombined(scalar)
  }

  /// A mark may be no id by itself in its decomposed form; the whole is composed and checked again.
  private static func isCombined(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .otherLetter, .lowercaseLetter: true
    default: false
    }
  }

  private static func decomposed(_ text: String) -> [Unicode.Scalar] { Array(text._nfd) }

  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  ]
}
