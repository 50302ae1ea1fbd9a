/// Something wrong with a text as text, before anybody asks what it means.
///
/// A document is never refused as a whole: its faults are part of its value.
package struct Fault: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Bytes that are not UTF-8, or NUL.
    case notUTF8
    /// A character that a reader does not see, or that changes how the rest is shown.
    case hiddenCharacter
    /// A conflict that Git left and nobody resolved.
    case conflictMarker
    /// A first `---` without a second.
    case unterminatedFrontMatter
    /// Front matter that is not a YAML mapping as the format allows it.
    case invalidYAML
    /// A key that a mapping already has.
    case duplicateField
    /// Past a limit, so that a part was not read.
    case pastLimit
  }

  package var kind: Kind
  /// UTF-8 offsets into the file.
  package var range: Range<Int>
  package var message: String
  package var help: String?
  /// The top-level key it stands under, where there is one.
  package var field: String?
  /// The other places that it is about, for `duplicateField`.
  package var others: [Range<Int>]

  package init(
    _ kind: Kind, at range: Range<Int>, _ message: String, help: String? = nil,
    field: String? = nil, others: [Range<Int>] = []
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
    self.field = field
    self.others = others
  }
}

/// How much is read before a document is refused; each may be reached, not passed.
package struct Limits: Sendable, Hashable {
  /// Bytes of a file.
  package var fileSize = 1_048_576
  /// Bytes between the two `---` lines.
  package var frontMatterSize = 65_536
  /// Collections inside each other in the front matter, the mapping itself being the first.
  package var depth = 32

  package init() {}
}
