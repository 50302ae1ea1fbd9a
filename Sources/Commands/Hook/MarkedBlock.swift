/// Marked lines in a file that belongs to somebody else: how they are put in, found and taken out again.
///
/// A block begins with an empty line, so that it can stand after a last line that has no end, and the file can be restored
/// to the byte. Only at the very beginning of a file it has none: then the file was not there before.
enum MarkedBlock {
  private static let start = "# >>> tw >>>"
  private static let end = "# <<< tw <<<"

  /// - Parameter lines: what stands between the marks, without a line end behind the last.
  static func bytes(_ lines: String) -> [UInt8] { Array("\n\(start)\n\(lines)\n\(end)\n".utf8) }

  /// Where the first block stands in a file, with the empty line before it; nil where there is none.
  ///
  /// - Throws: `Failure` where its end is missing.
  static func range(in file: [UInt8]) throws -> Range<Int>? {
    var position = 0
    var begin: Int?
    for line in file.split(separator: newline, omittingEmptySubsequences: false) {
      let after = min(file.count, position + line.count + 1)
      if line.elementsEqual(start.utf8) { begin = begin ?? position }
      if let begin, line.elementsEqual(end.utf8) {
        let hasEmptyLine = begin > 0 && file[begin - 1] == newline
        return (hasEmptyLine ? begin - 1 : begin)..<after
      }
      position = after
    }
    if begin != nil { throw Failure("the block `\(start)` has no end", help: "take it out by hand") }
    return nil
  }

  /// A file as it was without its blocks.
  ///
  /// - Throws: `Failure` where the end of a block is missing.
  static func removed(from file: [UInt8]) throws -> [UInt8] {
    var rest = file
    while var range = try range(in: rest) {
      // What somebody wrote behind the block keeps a line of its own.
      let before = rest[..<range.lowerBound].last
      if range.upperBound < rest.count, before != nil, before != newline {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      rest.removeSubrange(range)
    }
    return rest
  }

  private static let newline = UInt8(ascii: "\n")
}
