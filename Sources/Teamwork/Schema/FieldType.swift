/// What the value of a field may be. The same declaration gives the check, the JSON Schema and the
/// reference page.
package indirect enum FieldType: Sendable {
  /// Any text.
  case text
  /// A text without a line break.
  case line
  /// `2026-11-20`.
  case date
  /// `2026-W47`.
  case week
  /// A name of the IANA time zone database.
  case timeZone
  case int(ClosedRange<Int>)
  case number
  case bool
  case email
  case url
  case oneOf([String])
  /// The id of a record of one of these kinds.
  case reference([Kind])
  /// The id of a team, or any words: what a goal draws on.
  case referenceOrLine([Kind])
  /// Several; a single value is a list of one.
  case list(FieldType)
  /// A mapping with fields of its own.
  case mapping([FieldDeclaration])
  /// A line, or a mapping: a responsibility.
  case lineOrMapping([FieldDeclaration])
  /// A mapping whose keys people choose.
  case dictionary(key: KeyType, value: FieldType)
  /// Exactly so many counts: the answers to a question.
  case counts(Int)

  package enum KeyType: Sendable {
    case kind, rule, heading, any
  }

  /// Whether records may be named in it, at any depth.
  var namesRecords: Bool {
    switch self {
    case .reference: true
    case .list(let element): element.namesRecords
    case .mapping(let fields), .lineOrMapping(let fields): fields.contains { $0.namesRecords }
    default: false
    }
  }

  /// How the type is called in a message: "a date like 2026-11-20".
  package var phrase: String {
    switch self {
    case .text: "a text"
    case .line: "a text on one line"
    case .date: "a date like `2026-11-20`"
    case .week: "a week like `2026-W47`"
    case .timeZone: "a time zone like `Europe/Berlin`"
    case .int(let range):
      range.upperBound == .max
        ? (range.lowerBound == .min ? "a whole number" : "a whole number from \(range.lowerBound) up")
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number"
    case .bool: "`true` or `false`"
    case .email: "an e-mail address"
    case .url: "a web address"
    case .oneOf(let values): "one of " + values.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(let kinds): "the id of " + alternatives(kinds.map(\.declaration.article))
    case .referenceOrLine(let kinds):
      "the id of " + alternatives(kinds.map(\.declaration.article)) + ", or a text on one line"
    case .list(let element): "a list, each " + element.phrase
    case .mapping(let fields): "a mapping with " + alternatives(fields.map { "`\($0.name)`" }, last: "and")
    case .lineOrMapping(let fields):
      "a text on one line, or a mapping with " + alternatives(fields.map { "`\($0.name)`" }, last: "and")
    case .dictionary(_, let value): "a mapping, each value " + value.phrase
    case .counts(let count): "a list of \(count) counts"
    }
  }
}

/// `a, b or c`.
package func alternatives(_ words: [String], last: String = "or") -> String {
  guard let final = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + final
}
