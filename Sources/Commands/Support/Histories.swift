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
}
