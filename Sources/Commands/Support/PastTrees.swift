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
  ///
  /// - Throws: `Failure` with status 1 where there is none, or the day is still to come.
  func commit(at name: String) throws -> ObjectID {
    guard let day = try day(at: name) else { return try commit(named: name) }
    let today = try today()
    if day > today {
      throw Failure.notFound(
        "\(quoted(name)) has not come: it is \(day), and today is \(today)",
        help: "days that are past are `yesterday`, `-3d`, `-2w` or a date")
    }
    guard let commit = try commit(before: currentZone.get().start(of: day + 1)) else {
      throw Failure.notFound("there is no commit before the end of \(day)", help: "the history begins later")
    }
    return commit
  }

  /// The day that a word says, unless a branch or tag is called so.
  private func day(at name: String) throws -> Day? {
    guard let day = try Day(saying: name, on: today()) else { return nil }
    // A date is no name of a branch that anybody would expect.
    if Day(name) != nil { return day }
    do {
      _ = try repository().resolveCommit(name)
    } catch let error as GitError {
      guard case .revisionNotFound = error.kind else { throw error }
      return day
    }
    throw Failure(
      "\(quoted(name)) is a day and a revision", help: "write the day as `\(day)`, a branch as `refs/heads/\(name)`")
  }
}
