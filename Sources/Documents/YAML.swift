package import Text

/// A value of the front matter with its place. Scalars are text: what they mean is for the type of
/// their field to say, not for YAML to guess.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain` is false for a quoted or block scalar, so that an empty plain one can be told as "no value".
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
  }

  package var content: Content
  /// UTF-8 offsets into the file, quotes and brackets included.
  package var range: Range<Int>

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// A key without a value: `due:`.
  package var isAbsent: Bool {
    if case .scalar(let text, let isPlain) = content { isPlain && text.isEmpty } else { false }
  }
}

/// Keys and values in the order of the file; a key that stands twice stands here once, with its first value.
package struct YAMLMapping: Sendable {
  package struct Entry: Sendable {
    package var key: Name
    package var keyRange: Range<Int>
    package var value: YAMLNode
  }

  package var entries: [Entry]

  package init(entries: [Entry] = []) { self.entries = entries }

  package subscript(key: Name) -> YAMLNode? {
    for entry in entries where entry.key == key { return entry.value }
    return nil
  }
}
