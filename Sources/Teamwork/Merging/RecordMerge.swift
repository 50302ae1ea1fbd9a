package import Documents
internal import Text

/// Merges two versions of a record that came from one.
///
/// Fields are merged one by one, lists by their elements, tasks by anchor or text, and everything else by lines. What
/// cannot be read as a record is merged by lines as a whole.
package enum RecordMerge {
  /// - Parameters:
  ///   - base: empty where both sides made the file.
  ///   - kind: nil for what is no record.
  /// - Returns: the merged text; nil where a version is no text, and the two cannot be put into one.
  package static func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], kind: Kind?, limits: Limits = Limits(), lines: LineMerge
  ) throws -> Merged? {
    let versions = Versions(base: base, ours: ours, theirs: theirs)
    if let settled = versions.settled { return Merged(settled) }
    if !versions.all({ !$0.contains(0) }) { return nil }
    var shapes = versions.map(TextShape.init)
    // Where lines end in both ways within one version, each has its own end for a part of it.
    let isMixed = !shapes.all { $0.hasReturns != nil || $0.isEmpty }
    if isMixed { shapes = shapes.map { $0.keepingReturns } }
    guard let kind, let shape = TextShape.merged(shapes) else { return try lines(versions) }
    let plain = Versions(
      base: shapes.base.plain(base), ours: shapes.ours.plain(ours), theirs: shapes.theirs.plain(theirs))
    let merged = try structured(plain, kind, limits, lines, isMixed: isMixed) ?? lines(plain)
    return Merged(shape.shaped(merged.bytes), isClean: merged.isClean)
  }

  /// Nil where it cannot be merged as a record.
  private static func structured(
    _ versions: Versions<[UInt8]>, _ kind: Kind, _ limits: Limits, _ lines: LineMerge, isMixed: Bool
  ) throws -> Merged? {
    let documents = versions.map { Document($0, limits: limits) }
    guard !versions.ours.isEmpty, !versions.theirs.isEmpty, let bodies = bodies(documents),
      let begin = documents.map({ Array($0.bytes[..<($0.frontMatterRange?.lowerBound ?? 0)]) }).settled,
      let end = Versions(
        base: fence(documents.base, bodies.base), ours: fence(documents.ours, bodies.ours),
        theirs: fence(documents.theirs, bodies.theirs)
      ).settled
    else { return nil }
    var merged = Merged(begin)
    if !documents.all({ $0.frontMatterRange == nil }) {
      guard let fields = try FieldMerge(merge: lines, kind: kind)(documents), !begin.isEmpty || fields.bytes.isEmpty
      else { return nil }
      merged = merged + fields + Merged(end)
    }
    if isMixed {
      merged =
        try merged
        + lines(
          Versions(
            base: Array(versions.base[bodies.base]), ours: Array(versions.ours[bodies.ours]),
            theirs: Array(versions.theirs[bodies.theirs])))
    } else {
      merged = try merged + BodyMerge.merge(documents, bodies, kind, lines)
    }
    // A merge that nobody will look at must be a record, as all three were.
    if merged.isClean, documents.all({ $0.diagnostics.isEmpty }),
      !Document(merged.bytes, limits: limits).diagnostics.isEmpty
    {
      return nil
    }
    return merged
  }

  private static func bodies(_ documents: Versions<Document>) -> Versions<Range<Int>>? {
    guard let base = body(documents.base), let ours = body(documents.ours), let theirs = body(documents.theirs) else {
      return nil
    }
    return Versions(base: base, ours: ours, theirs: theirs)
  }

  private static func body(_ document: Document) -> Range<Int>? {
    if case .unreadable = document.frontMatter { return nil }
    if document.diagnostics.contains(where: { $0.code == .duplicateField || $0.code == .conflictMarkers }) {
      return nil
    }
    return document.body?.range
  }

  /// The line that ends the front matter.
  private static func fence(_ document: Document, _ body: Range<Int>) -> [UInt8] {
    Array(document.bytes[(document.frontMatterRange?.upperBound ?? 0)..<body.lowerBound])
  }
}

/// How a text is written down: it changes as a whole, or not at all.
struct TextShape {
  private let hasMark: Bool
  /// Nil without lines, and for lines that end in both ways.
  let hasReturns: Bool?
  private let endsLine: Bool
  let isEmpty: Bool

  init(_ bytes: [UInt8]) {
    hasMark = bytes.starts(with: byteOrderMark)
    endsLine = bytes.last == 0x0A
    isEmpty = bytes.isEmpty
    var (plain, returns) = (0, 0)
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      if index > 0, bytes[index - 1] == 0x0D { returns += 1 } else { plain += 1 }
    }
    hasReturns = returns == 0 ? plain == 0 ? nil : false : plain == 0 ? true : nil
  }

  private init(hasMark: Bool, hasReturns: Bool, endsLine: Bool) {
    (self.hasMark, self.hasReturns, self.endsLine, isEmpty) = (hasMark, hasReturns, endsLine, false)
  }

  /// For which returns are signs like others.
  var keepingReturns: TextShape { isEmpty ? self : TextShape(hasMark: hasMark, hasReturns: false, endsLine: endsLine) }

  /// Nil where both sides changed it, each in its way.
  static func merged(_ shapes: Versions<TextShape>) -> TextShape? {
    // What was not there had no shape.
    var shapes = shapes
    if shapes.base.isEmpty { shapes.base = shapes.ours }
    if shapes.ours.isEmpty { shapes.ours = shapes.base }
    if shapes.theirs.isEmpty { shapes.theirs = shapes.base }
    let returns = shapes.map { $0.hasReturns ?? false }
    guard shapes.all({ $0.hasReturns != nil }), let hasMark = shapes.map(\.hasMark).settled,
      let hasReturns = returns.settled,
      let endsLine = shapes.map(\.endsLine).settled
    else { return nil }
    return TextShape(hasMark: hasMark, hasReturns: hasReturns, endsLine: endsLine)
  }

  /// Without mark and returns, its last line ended.
  func plain(_ bytes: [UInt8]) -> [UInt8] {
    var plain = Array(hasMark ? bytes[byteOrderMark.count...] : bytes[...])
    if hasReturns == true { plain = withoutReturns(plain) }
    if !endsLine, !isEmpty { plain.append(0x0A) }
    return plain
  }

  private func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() where !(byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    { plain.append(byte) }
    return plain
  }

  /// The other way round.
  func shaped(_ plain: [UInt8]) -> [UInt8] {
    var bytes = hasMark ? byteOrderMark : []
    for byte in plain {
      if byte == 0x0A, hasReturns == true { bytes.append(0x0D) }
      bytes.append(byte)
    }
    if !endsLine, bytes.last == 0x0A { bytes.removeLast(hasReturns == true ? 2 : 1) }
    return bytes
  }
}
