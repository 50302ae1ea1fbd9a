package import Text

/// A field of the front matter, as the reference page, completion and hover know it.
package final class FieldDeclaration: DeclaredField {
  package var declaration: FieldDeclaration { self }
  package let name: Name
  package let type: FieldType
  package let isRequired: Bool
  /// Whether records may be named in it, at any depth.
  package let namesRecords: Bool
  package let documentation: String

  init(_ name: Name, _ type: FieldType, isRequired: Bool, _ documentation: String) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    namesRecords = type.namesRecords
    self.documentation = documentation
  }
}

/// A field whatever its value reads as.
package protocol DeclaredField: Sendable {
  var declaration: FieldDeclaration { get }
}

extension DeclaredField {
  package var name: Name { declaration.name }
}

/// A field together with what its value reads as: `goal[Goal.due]` is a day or nil. Its declaration is the schema's.
package struct Field<Content: FieldReadable>: DeclaredField {
  package let declaration: FieldDeclaration

  /// - Parameter documentation: a sentence, what it means.
  init(_ name: Name, _ type: FieldType, required: Bool = false, _ documentation: String) {
    declaration = FieldDeclaration(name, type, isRequired: required, documentation)
  }
}

extension Field where Content: SelfDeclared {
  /// A field whose declared type follows from what it reads as.
  init(_ name: Name, required: Bool = false, _ documentation: String) {
    self.init(name, Content.type, required: required, documentation)
  }
}

/// What the value of a field can be read as.
package protocol FieldReadable: Sendable {
  /// Nil where the value is something else.
  static func read(_ value: Value) -> Self?
}

/// What says by itself how a field is declared that holds it.
package protocol SelfDeclared: FieldReadable {
  static var type: FieldType { get }
}

/// One of several words, in the order in which they are offered.
package protocol FieldChoice: SelfDeclared, CaseIterable, RawRepresentable where RawValue == String {}

extension FieldChoice {
  package static var type: FieldType { .oneOf(allCases.map(\.rawValue)) }
  package static func read(_ value: Value) -> Self? { value.asText.flatMap(Self.init(rawValue:)) }
}

extension String: FieldReadable {
  package static func read(_ value: Value) -> String? { value.asText }
}

extension Name: FieldReadable {
  /// An id that is to be looked up; of a field that also takes words, those.
  package static func read(_ value: Value) -> Name? {
    switch value {
    case .reference(let name): name
    case .text(let text): Name(text)
    default: nil
    }
  }
}

extension Day: SelfDeclared {
  package static var type: FieldType { .date }
  package static func read(_ value: Value) -> Day? { if case .day(let day) = value { day } else { nil } }
}

extension Week: SelfDeclared {
  package static var type: FieldType { .week }
  package static func read(_ value: Value) -> Week? { if case .week(let week) = value { week } else { nil } }
}

extension Int: FieldReadable {
  package static func read(_ value: Value) -> Int? { if case .int(let number) = value { number } else { nil } }
}

extension Double: SelfDeclared {
  package static var type: FieldType { .number }
  package static func read(_ value: Value) -> Double? { if case .number(let number) = value { number } else { nil } }
}

extension Value: FieldReadable {
  package static func read(_ value: Value) -> Value? { value }
}

extension Array: FieldReadable where Element: FieldReadable {
  package static func read(_ value: Value) -> [Element]? {
    if case .list(let items) = value { items.compactMap { Element.read($0.value) } } else { nil }
  }
}
