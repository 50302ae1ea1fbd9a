/// A hook of Git's that `tw` has something to say in.
enum GitHook: String, CaseIterable, Sendable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case preReceive = "pre-receive"

  /// Those of a repository in which people work.
  static let ofCommits: [GitHook] = [.preCommit, .preMergeCommit]

  /// What Git is about to do.
  var occasion: String {
    switch self {
    case .preCommit: "commit"
    case .preMergeCommit: "merge"
    case .preReceive: "push"
    }
  }

  /// The line that does it all, to add by hand.
  ///
  /// - Parameter folder: the workspace's, of letters that mean nothing to a shell.
  func line(_ folder: String) -> String {
    let workspace = folder == ".teamwork" ? "" : "--workspace \(folder) "
    return "tw \(workspace)hook run \(rawValue) || exit 1"
  }
}
