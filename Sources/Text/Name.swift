/// A string that is compared byte for byte.
///
/// `String` holds two texts equal when they are canonically equivalent, so that `josé` composed and
/// `josé` decomposed are one key of a dictionary. Ids and references are not like that: Git, the file
/// system and the format tell them apart, and so does `Name`. Order is the order of the UTF-8 bytes.
package struct Name: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { self.text = value }

  package var description: String { text }
  package var isEmpty: Bool { text.isEmpty }

  package static func == (a: Name, b: Name) -> Bool {
    // Bytes that are equal make strings that are equal, so the quick test comes first.
    a.text == b.text && a.text.utf8.elementsEqual(b.text.utf8)
  }

  package static func < (a: Name, b: Name) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  // Equal bytes have equal normal forms, and `String` hashes the normal form.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
