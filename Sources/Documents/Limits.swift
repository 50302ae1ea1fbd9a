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
