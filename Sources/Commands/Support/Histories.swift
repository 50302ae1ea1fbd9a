internal import Git
internal import Storage
internal import Teamwork

extension Session {
  /// The history of the workspace up to HEAD; nil before the first commit.
  ///
  /// - Parameters:
  ///   - skipped: kinds whose bodies are not needed.
  ///   - eventsOnly: whether the records themselves are not needed.
  ///   - other: a version of the workspace that was read already.
  func history(skippingBodiesOf skipped: Set<Kind> = [], eventsOnly: Bool = false, sharing other: Workspace? = nil)
    throws -> WorkspaceHistory?
  {
    guard let head = try repository().head() else { return nil }
    let (directory, variables) = (directory, environment.variables)
    let repositories = RepositoryPool { try Repository(discoveringFrom: directory, variables: variables) }
    let history = try WorkspaceHistory(
      repositories, head: head, folder: folder(), skippingBodiesOf: skipped, eventsOnly: eventsOnly, sharing: other)
    kept.append(history)
    try requireKnownFormat(history.charter)
    if !history.zone.isKnown {
      warn("this system does not know the time zone `\(history.zone.name)`: days are counted in UTC; install `tzdata`")
    }
    return history
  }

  /// `--from` and `--to`, both days included.
  func days() throws -> (from: Day?, to: Day?) {
    func day(_ name: String) throws -> Day? {
      guard let text = command.options.value(for: name) else { return nil }
      guard let day = Day(text) else {
        throw Failure("`--\(name)` is `\(text)`, and there is no such date", help: "write it like 2026-11-20")
      }
      return day
    }
    let (from, to) = (try day("from"), try day("to"))
    if let from, let to, to < from { throw Failure("`--to` is \(to), before `--from`, \(from)") }
    return (from, to)
  }
}
