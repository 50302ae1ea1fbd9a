/// How much is read before a document is refused; each may be reached, not passed.
package struct Limits: Sendable, Hashable {
  /// Bytes of a file.
  package var fileSize = 1_048_576
  /// Bytes between the two `---` lines.
  package var frontMatterSize = 65_536
  /// Collections inside each other in the front matter, the mapping itself being the first.
  package var depth = 32

  package init() {}

  /// As wide as a charter may make them: what is read within them is still read at once.
  package static let ceiling = Limits(fileSize: 16_777_216, frontMatterSize: 1_048_576, depth: 128)

  private init(fileSize: Int, frontMatterSize: Int, depth: Int) {
    self.fileSize = fileSize
    self.frontMatterSize = frontMatterSize
    self.depth = depth
  }

  /// The narrower of each.
  package func within(_ other: Limits) -> Limits {
    Limits(
      fileSize: min(fileSize, other.fileSize), frontMatterSize: min(frontMatterSize, other.frontMatterSize),
      depth: min(depth, other.depth))
  }
}
