#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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
    a.text.utf8.count == b.text.utf8.count && compare(a, b) == 0
  }

  package static func < (a: Name, b: Name) -> Bool {
    let order = compare(a, b)
    return order == 0 ? a.text.utf8.count < b.text.utf8.count : order < 0
  }

  /// The order of the bytes that both have.
  private static func compare(_ a: Name, _ b: Name) -> Int32 {
    let order = a.text.utf8.withContiguousStorageIfAvailable { a in
      b.text.utf8.withContiguousStorageIfAvailable { b in memcmp(a.baseAddress!, b.baseAddress!, min(a.count, b.count))
      }
    }
    if let order = order ?? nil { return order }
    // Strings that Foundation made may not be contiguous.
    return a.text.utf8.elementsEqual(b.text.utf8) ? 0 : a.text.utf8.lexicographicallyPrecedes(b.text.utf8) ? -1 : 1
  }

  // Equal bytes have equal normal forms, and `String` hashes the normal form.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
