internal import Git
internal import Teamwork

/// `A..B`: from one commit to another; `A...B`: to the second from where it parted from the first. An end that is left out is
/// HEAD, as in Git.
struct RevisionRange {
  let old: String
  let new: String
  let isFromMergeBase: Bool

  /// Nil for what has no dots between two ends.
  init?(_ word: String) {
    let bytes = Array(word.utf8)
    guard let start = bytes.indices.first(where: { $0 + 1 < bytes.count && bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E })
    else { return nil }
    let isThree = start + 2 < bytes.count && bytes[start + 2] == 0x2E
    let (old, new) = (bytes[..<start], bytes[(start + (isThree ? 3 : 2))...])
    // `..` is a folder, and `../goals/beta.md` is a file.
    if old.isEmpty && new.isEmpty || new.first == 0x2F { return nil }
    func name(_ bytes: ArraySlice<UInt8>) -> String { bytes.isEmpty ? "HEAD" : String(decoding: bytes, as: UTF8.self) }
    self.old = name(old)
    self.new = name(new)
    isFromMergeBase = isThree
  }
}

extension Session {
  typealias NamedCommit = (name: String, id: ObjectID)

  /// The two ends of a range.
  ///
  /// - Throws: `Failure` with status 2 that says which end names no commit.
  func commits(of range: RevisionRange) throws -> (old: NamedCommit, new: NamedCommit) {
    func found(_ name: String) throws -> NamedCommit {
      do {
        return (name, try commit(named: name))
      } catch let failure as Failure where failure.status == 1 {
        throw Failure(failure.message, help: failure.help)
      }
    }
    let (old, new) = (try found(range.old), try found(range.new))
    guard range.isFromMergeBase else { return (old, new) }
    let theirs = Set(try repository().history(from: old.id).steps.map(\.id))
    // Each commit stands before its parents: the first that both have comes after all others that both have.
    guard let base = try repository().history(from: new.id).steps.first(where: { theirs.contains($0.id) })?.id else {
      throw Failure("\(quoted(range.old)) and \(quoted(range.new)) have no commit in common", help: "write `A..B`")
    }
    return ((range.old, base), new)
  }
}
