#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the walk through a history needs of a commit, read from its raw bytes.
struct CommitHeader {
  var tree: ObjectID
  var parents: [ObjectID]
  /// The rest of the value of the first `author` and `committer` line; nil without one.
  var author: Range<Int>?
  var committer: Range<Int>?
  var authorLines = 0
  var isSigned = false
  /// The value of the `encoding` line, where there is one.
  var encoding: Range<Int>?
  /// Where the message begins.
  var message: Int

  /// nil when there is no `tree` line where one must be.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var lines = HeaderLines(bytes: bytes)
    guard let first = lines.next(), lines.has("tree ", first),
      let tree = ObjectID(hex: UnsafeRawBufferPointer(rebasing: bytes[(first.lowerBound + 5)..<first.upperBound]))
    else { return nil }
    self.tree = tree
    parents = []
    while let line = lines.next() {
      if lines.has("parent ", line) {
        guard let id = ObjectID(hex: UnsafeRawBufferPointer(rebasing: bytes[(line.lowerBound + 7)..<line.upperBound]))
        else { return nil }
        parents.append(id)
      } else if lines.has("author ", line) {
        author = author ?? (line.lowerBound + 7)..<line.upperBound
        authorLines += 1
      } else if lines.has("committer ", line) {
        committer = committer ?? (line.lowerBound + 10)..<line.upperBound
      } else if lines.has("encoding ", line) {
        encoding = (line.lowerBound + 9)..<line.upperBound
      } else if lines.has("gpgsig", line) {
        // `gpgsig`, or `gpgsig-sha256`.
        isSigned = true
      }
    }
    message = lines.position
  }

  /// What a tag object points to.
  static func tagTarget(_ bytes: UnsafeRawBufferPointer) -> ObjectID? {
    var lines = HeaderLines(bytes: bytes)
    guard let first = lines.next(), lines.has("object ", first) else { return nil }
    return ObjectID(hex: UnsafeRawBufferPointer(rebasing: bytes[(first.lowerBound + 7)..<first.upperBound]))
  }
}

/// The lines of an object's header, up to the empty one.
private struct HeaderLines {
  let bytes: UnsafeRawBufferPointer
  var position = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = bytes.count
    if let base = bytes.baseAddress, let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start) {
      end = UnsafeRawPointer(found) - base
    }
    position = min(end + 1, bytes.count)
    return start == end ? nil : start..<end
  }

  func has(_ prefix: StaticString, _ line: Range<Int>) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard line.count >= length else { return false }
    for index in 0..<length where bytes[line.lowerBound + index] != prefix.utf8Start[index] { return false }
    return true
  }
}
