internal import Teamwork
internal import Text

extension Command {
  /// `tw diff`: what changed between two trees, in the words of the format.
  static let diff = Command(
    CommandDeclaration(
      name: "diff", group: .understand, summary: "tell what changed between two trees",
      arguments: [
        ArgumentDeclaration(
          name: "REV", help: "the older tree, HEAD unless given; or both trees, as `A..B`", hint: .revision,
          isRequired: false),
        ArgumentDeclaration(
          name: "REV", help: "the newer one; the worktree unless given", hint: .revision, isRequired: false),
      ],
      options: [.format("text", "json")],
      description: """
        The same words as `tw log`, for what is not committed yet or for any two revisions. Files that Git does not know
        yet are told, too. `A..B` is `A B`; `A...B` begins where the two parted, as in Git.
        """,
      examples: [
        .init(command: "tw diff", does: "what the next commit would say"),
        .init(command: "tw diff v1.0 main", does: "what became of the goals since"),
      ])
  ) { session in
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
    HistoryText(width: session.lineWidth, year: try session.today(in: new).civil.year).append(events, to: &text)
    return session.paged(text)
  }
}
