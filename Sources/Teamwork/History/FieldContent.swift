internal import Documents
package import Text

/// What a field said, for comparing and telling: read as its declared type, and as it was written where it is not of
/// that type. Texts are compared byte for byte.
package indirect enum FieldContent: Sendable, Equatable {
  case text(Name)
  case int(Int)
  case number(Double)
  case bool(Bool)
  case list([FieldContent])
  /// In the order of the file, which is no part of what it says.
  case mapping([Member])

  package struct Member: Sendable {
    package let name: Name
    package let value: FieldContent?
  }

  package static func == (a: FieldContent, b: FieldContent) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.number(let a), .number(let b)): return a == b
    case (.bool(let a), .bool(let b)): return a == b
    case (.list(let a), .list(let b)): return a == b
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && a.allSatisfy { member in b.contains { $0.name == member.name && $0.value == member.value } }
    default: return false
    }
  }

  /// Nil where the field is empty.
  init?(_ node: YAMLNode, as type: FieldType?) {
    switch node.content {
    case .scalar(let text, _):
      if text.isEmpty { return nil }
      switch type {
      case .list(let element)?:
        guard let only = FieldContent(node, as: element) else { return nil }
        self = .list([only])
      case .int?:
        self = ValueReader.isWholeNumber(text) ? Int(text).map { .int($0) } ?? .text(Name(text)) : .text(Name(text))
      case .number?:
        if ValueReader.isPlainNumber(text), let number = Double(text), number.isFinite {
          self = .number(number)
        } else {
          self = .text(Name(text))
        }
      case .bool?: self = text == "true" ? .bool(true) : text == "false" ? .bool(false) : .text(Name(text))
      default: self = .text(Name(text))
      }
    case .sequence(let nodes):
      if nodes.isEmpty { return nil }
      let element: FieldType? =
        switch type {
        case .list(let element)?: element
        case .counts?: .int(0...Int.max)
        default: nil
        }
      self = .list(nodes.map { FieldContent($0, as: element) ?? .text("") })
    case .mapping(let mapping):
      if mapping.entries.isEmpty { return nil }
      let members = mapping.entries.map { entry in
        Member(name: entry.key, value: FieldContent(entry.value, as: type?.member(entry.key)))
      }
      if case .list? = type { self = .list([.mapping(members)]) } else { self = .mapping(members) }
    }
  }

  /// As people read it; not yet safe for a terminal.
  package var shown: String {
    switch self {
    case .text(let name): name.text
    case .int(let number): String(number)
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .bool(let value): value ? "true" : "false"
    case .list(let items):
      items.map(\.shown).joined(
        separator: items.contains { if case .mapping = $0 { true } else { false } } ? "; " : ", ")
    case .mapping(let members): members.map { "\($0.name): \($0.value?.shown ?? "")" }.joined(separator: ", ")
    }
  }

  package var asText: Name? { if case .text(let name) = self { name } else { nil } }

  /// The elements of a list; a single value is a list of one.
  package var elements: [FieldContent] { if case .list(let items) = self { items } else { [self] } }

  package var json: JSON {
    switch self {
    case .text(let name): .string(name.text)
    case .int(let number): .int(number)
    case .number(let number): Int(exactly: number).map(JSON.int) ?? .number(number)
    case .bool(let value): .bool(value)
    case .list(let items): .array(items.map(\.json))
    case .mapping(let members): .object(members.map { ($0.name.text, $0.value?.json ?? .null) })
    }
  }
}

extension FieldType {
  /// The type of a member of a mapping.
  fileprivate func member(_ name: Name) -> FieldType? {
    switch self {
    case .mapping(let fields), .lineOrMapping(let fields): fields.first { $0.name == name }?.type
    case .dictionary(_, let value): value
    case .list(let element): element.member(name)
    default: nil
    }
  }
}
