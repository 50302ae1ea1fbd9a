internal import Git
internal import Storage
internal import Teamwork

extension Session {
  /// The newest commit of HEAD's history, in topological order, whose committer time is before an instant.
  ///
  /// - Parameter instant: seconds since 1970.
  /// - Returns: nil where the history begins later, or has not begun.
  func commit(before instant: Int64) throws -> ObjectID? {
    let repository = try repository()
    guard let head = try repository.head() else { return nil }
    let history = try repository.history(from: head)
    return history.newest(before: instant).map { history.steps[$0].id }
  }

  /// The commit that a revision names.
  ///
  /// - Throws: `Failure` with status 1 where there is none.
  func commit(named revision: String) throws -> ObjectID {
    do {
      return try repository().resolveCommit(revision)
    } catch let error as GitError {
      guard case .revisionNotFound = error.kind else { throw error }
      throw Failure.notFound(error.message, help: "`git log --oneline` lists the commits")
    }
  }

  /// The commit that `--at` names: a revision, or a day, which stands for its end.
  func commit(at name: String) throws -> ObjectID {
    guard let day = Day(name) else { return try commit(named: name) }
    guard let commit = try commit(before: currentZone().start(of: day + 1)) else {
      throw Failure.notFound("there is no commit before the end of \(day)", help: "the history begins later")
    }
    return commit
  }

  /// The time zone that days are counted in now: that of the worktree's charter, else of HEAD's.
  private func currentZone() throws -> Zone {
    try zone(of: repository().workTree == nil ? workspace(at: repository().head()) : workspace())
  }
}
