/// The text of one file, read: its front matter, its body, and what is wrong with it as a text.
///
/// Reading never fails. What could not be read is told in `diagnostics`.
package struct Document: Sendable {
  package enum FrontMatter: Sendable {
    /// The file does not begin with `---`.
    case absent
    /// There is one, but it could not be read; `diagnostics` say why.
    case unreadable
    case mapping(YAMLMapping)
  }

  package let source: SourceText
  package private(set) var frontMatter: FrontMatter = .absent
  /// What stands between the `---` lines; nil without front matter.
  package private(set) var frontMatterRange: Range<Int>?
  /// Nil when the text or the body was not read.
  package private(set) var body: Body?
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether the body was left unread on purpose.
  package let skipsBody: Bool

  /// - Parameters:
  ///   - path: relative to the repository's top, for the diagnostics.
  ///   - skipsBody: read the front matter only.
  package init(_ bytes: [UInt8], path: String = "", limits: Limits = Limits(), skipsBody: Bool = false) {
    source = SourceText(bytes, path: path)
    self.skipsBody = skipsBody
    bytes.withUnsafeBufferPointer { read($0, limits) }
    if !diagnostics.isEmpty { diagnostics = diagnostics.map { $0.placed(in: source) } }
  }

  package var bytes: [UInt8] { source.bytes }

  /// The text of a range, repaired where it is no UTF-8.
  package func text(_ range: Range<Int>) -> String { source.text(range) }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    if bytes.count > limits.fileSize {
      diagnostics.append(Self.tooLarge(bytes.count, limits))
      frontMatter = .unreadable
      return
    }
    let scan = SourceScan(bytes)
    diagnostics = scan.faults
    guard scan.isText else {
      frontMatter = .unreadable
      return
    }
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var bodyStart = start
    switch Fences.find(bytes, from: start) {
    case .none: break
    case .open(let line):
      diagnostics.append(
        Diagnostic(
          .unterminatedFrontMatter, at: line, "the front matter begins here and does not end",
          help: "close it with a line of `---`"))
      frontMatter = .unreadable
      return
    case .closed(let content, let rest):
      frontMatterRange = content
      bodyStart = rest
      readFrontMatter(bytes, content, limits, conflicts: scan.conflicts)
    }
    if skipsBody { return }
    let (body, fault) = MarkdownReader.read(bytes, range: bodyStart..<bytes.count)
    if let fault { diagnostics.append(fault) } else { self.body = body }
  }

  private mutating func readFrontMatter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ limits: Limits, conflicts: [Int]
  ) {
    frontMatter = .unreadable
    if content.count > limits.frontMatterSize {
      diagnostics.append(
        Diagnostic(
          .unreadableFile, at: content.lowerBound..<min(content.upperBound, content.lowerBound + 1),
          "the front matter has \(content.count) bytes; the limit is \(limits.frontMatterSize)",
          help: "move prose into the body, or first raise `limits: {front-matter-size: …}` in the charter"))
      return
    }
    // A conflict is one fault; what YAML makes of its markers would be a second for the same cause.
    if conflicts.contains(where: content.contains) { return }
    let (mapping, found) = YAMLReader.read(
      UnsafeBufferPointer(rebasing: bytes[content]), base: content.lowerBound, depthLimit: limits.depth)
    // A character that nobody sees is one fault; what YAML makes of it would be a second for the same cause.
    let isHidden = mapping == nil && diagnostics.contains { $0.code == .hiddenCharacters && content.overlaps($0.range) }
    diagnostics += isHidden ? found.filter { $0.code != .invalidYAML } : found
    if let mapping { frontMatter = .mapping(mapping) }
  }

  /// What is wrong with a file whose size passes the limit; its content need not be read for it.
  package static func tooLarge(_ size: Int, _ limits: Limits) -> Diagnostic {
    Diagnostic(
      .unreadableFile, at: 0..<0, "the file has \(size) bytes; the limit is \(limits.fileSize)",
      help: "split it, or first raise `limits: {file-size: …}` in the charter")
  }
}

/// The `---` lines around the front matter.
enum Fences {
  case none
  /// The first line's range.
  case open(Range<Int>)
  /// What stands between them, and where the body begins.
  case closed(content: Range<Int>, rest: Int)

  static func find(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Fences {
    guard let first = fence(bytes, at: start) else { return .none }
    var line = first
    while line < bytes.count {
      if let end = fence(bytes, at: line) { return .closed(content: first..<line, rest: end) }
      guard let newline = memoryIndex(of: 0x0A, in: bytes, from: line, to: bytes.count) else { break }
      line = newline + 1
    }
    return .open(start..<(start + 3))
  }

  /// Where the line behind a fence begins, when the line at `start` is one: `---`, then only spaces and tabs.
  private static func fence(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D
    else { return nil }
    var index = start + 3
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == bytes.count { return index }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return index + 2 }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
