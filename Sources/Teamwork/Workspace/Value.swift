package import Documents
package import Text

/// A value with its place, in UTF-8 offsets of its file.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: Range<Int>

  package init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// What a field holds, read as its declared type.
package indirect enum Value: Sendable {
  case text(String)
  case day(Day)
  case week(Week)
  case int(Int)
  case number(Double)
  case bool(Bool)
  /// What was written, to be looked up.
  case reference(Name)
  case list([Located<Value>])
  case mapping([Member])

  package struct Member: Sendable {
    package var name: Name
    package var keyRange: Range<Int>
    package var value: Located<Value>
  }

  package subscript(member name: Name) -> Located<Value>? {
    guard case .mapping(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// A member of a mapping, read as its field is declared.
  package func located<Content>(_ field: Field<Content>) -> Located<Content>? {
    self[member: field.name].flatMap { member in Content.read(member.value).map { Located($0, at: member.range) } }
  }

  package subscript<Content>(field: Field<Content>) -> Content? { located(field)?.value }

  /// Ids that stand in no file as they are.
  package static func ids(_ ids: [Name]) -> Value { .list(ids.map { Located(.reference($0), at: 0..<0) }) }

  package var asText: String? {
    switch self {
    case .text(let text): text
    case .reference(let name): name.text
    default: nil
    }
  }
}

/// A field of a record as it stands in the file.
package struct FieldValue: Sendable {
  package let name: Name
  package let keyRange: Range<Int>
  /// The declaration; nil for one of the workspace's `extra-fields`, and for an unknown field.
  package let field: FieldDeclaration?
  package let range: Range<Int>
  /// Nil where the value is not of the declared type; the record's diagnostics say so.
  package let value: Value?
}

/// What is found wrong with a value while it is read.
extension Diagnostic.Code {
  package static let wrongType = Self("wrong-type")
  package static let invalidValue = Self("invalid-value")
  package static let invalidDate = Self("invalid-date")
  package static let unknownField = Self("unknown-field")
  package static let missingField = Self("missing-field")
  package static let invalidID = Self("invalid-id")
}
