internal import Teamwork
internal import Text

extension Tool {
  /// `tw diff`: what changed between two trees, in the words of the format.
  static let diff: @Sendable (Session) throws -> Outcome = { session in
    let revisions = session.command.arguments
    let old: Workspace
    let new: Workspace
    if let range = revisions.lazy.compactMap(RevisionRange.init).first {
      if revisions.count > 1 {
        throw Failure("a range has both ends in it", help: "write `A..B`, or `A B`")
      }
      let (first, last) = try session.commits(of: range)
      new = try session.workspace(at: last.id)
      old = try session.workspace(at: first.id, sharing: new)
    } else if revisions.count == 2 {
      new = try session.workspace(at: session.commit(named: revisions[1]))
      old = try session.workspace(at: session.commit(named: revisions[0]), sharing: new)
    } else {
      new = try session.workspace()
      // Before the first commit there was nothing.
      let commit = try revisions.first.map { try session.commit(named: $0) } ?? session.repository().head()
      old = try session.workspace(at: commit)
    }
    if old.isEmpty, new.isEmpty { throw session.noWorkspace(new.folder, "in either") }
    let events = EventBuilder.events(from: old, to: new)
    if session.format == "json" {
      return session.answer([("events", .array(events.map { EventWriter.object($0, nil) }))])
    }
    if events.isEmpty { session.note("Nothing changed.") }
    var text = StyledText()
    StoryText(width: session.lineWidth, year: try session.today(in: new).civil.year).append(events, to: &text)
    return session.paged(text)
  }
}
