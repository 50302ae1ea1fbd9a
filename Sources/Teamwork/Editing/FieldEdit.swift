internal import Documents
internal import Text

/// What is to become of a field.
package enum FieldEdit: Sendable {
  /// The field goes.
  case remove
  case text(String)
  case list([String])
  /// Added to the list, where they are not in it.
  case adding([String])
  /// Taken out of the list, where they are in it.
  case dropping([String])
}

/// Why a file was not edited.
package struct EditRefusal: Error, Sendable {
  package let message: String
  package let help: String

  static func unsafe(_ field: Name) -> EditRefusal {
    EditRefusal(
      message: "`\(field)` is written in a way that cannot be changed without touching the rest",
      help: "change it in the file")
  }
}

extension YAMLNode {
  /// Whether two nodes say the same, however they are written.
  func says(_ other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, _), .scalar(let b, _)): Name(a) == Name(b) && isAbsent == other.isAbsent
    case (.sequence(let a), .sequence(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.says($1) }
    case (.mapping(let a), .mapping(let b)): a.says(b)
    default: false
    }
  }
}

extension YAMLMapping {
  /// - Parameter field: what may differ.
  func says(_ other: YAMLMapping, besides field: Name? = nil) -> Bool {
    let (mine, others) = (entries.filter { $0.key != field }, other.entries.filter { $0.key != field })
    return mine.count == others.count && zip(mine, others).allSatisfy { $0.key == $1.key && $0.value.says($1.value) }
  }
}
