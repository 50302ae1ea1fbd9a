internal import Documents

/// From `start` up to, but not with, `end`; columns count code points.
struct PositionRange: Hashable, Sendable {
  var start: SourceText.Position
  var end: SourceText.Position
}

/// A place in a file as it is shown.
struct Place {
  /// Relative to the repository's top, with `/`.
  let path: String
  let range: PositionRange
  /// The whole line where the range starts, without its line end; nil where there is no text to show
  /// (a missing file, bytes that are no text).
  let excerpt: String?

  init(_ source: SourceText, _ range: Range<Int>) {
    path = source.path
    self.range = .init(start: source.position(of: range.lowerBound), end: source.position(of: range.upperBound))
    excerpt = source.text(ofLine: self.range.start.line)
  }
}

extension Diagnostic {
  var place: Place { Place(source, range) }

  /// The line that it begins in, from 1.
  var line: Int { source.line(at: range.lowerBound) }
}

extension Diagnostic.RelatedLocation {
  var place: Place { Place(source, range) }
}
