#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Git does not read a repository that somebody else could have prepared.
extension Location {
  /// The folder or file that belongs to somebody else, and to whom; nil when all is ours.
  var foreign: (path: String, owner: UInt32)? {
    let user = geteuid()
    for path in [workTree, gitFile, gitDirectory].compactMap(\.self) {
      if let owner = FileSystem.status(path)?.owner, owner != user { return (path, owner) }
    }
    return nil
  }

  func notTrusted() -> GitError {
    let path = workTree ?? gitDirectory
    let owner = foreign.map { FileSystem.userName($0.owner) } ?? "somebody else"
    let quoted = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    return GitError(
      .notTrusted(owner: owner),
      "the repository in \(path) belongs to \(owner), so it is not read; "
        + "if you trust it: git config --global --add safe.directory \(quoted)"
    )
  }
}
