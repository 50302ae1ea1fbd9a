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
    for warning in try repository().warnings() { warn(warning) }
    if let cut = history.history.steps.last(where: \.isMissingParent) {
      warn(
        "a commit before \(cut.id.hex.prefix(7)) is missing from the repository: what lies before cannot be seen; "
          + "`git fsck` tells more, `git fetch` may bring it")
    }
    try requireKnownFormat(history.charter)
    if !history.zone.isKnown {
      warn("this system does not know the time zone `\(history.zone.name)`: days are counted in UTC; install `tzdata`")
    }
    return history
  }
}
