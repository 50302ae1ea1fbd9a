internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw log`: what changed, in the words of the format, newest first.
  static let log: @Sendable (Session) throws -> Outcome = { session in
    let (from, to) = try session.days()
    // Only tasks are told of a body.
    let skipped = Set(Kind.allCases.filter { !$0.declaration.hasTasks })
    let history = try session.history(skippingBodiesOf: skipped, eventsOnly: true)
    let story = history?.story ?? Story(commits: [], events: [], isCut: false)
    // Where nothing ever happened there may be no workspace at all.
    if story.events.isEmpty, !story.isCut { _ = try session.latestWorkspace() }
    var events = story.events
    if let reference = session.command.arguments.first {
      events = try session.subject(reference, of: story).events(of: events, told: session.format != "json")
    }
    if from != nil || to != nil {
      events = events.filter { event in
        guard let day = story.commit(of: event)?.day else { return false }
        return (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
      }
    }
    if let cut = history?.history.steps.last(where: { $0.isCut && !$0.isMissingParent }) {
      session.warn(
        "history is cut at \(cut.id.hex.prefix(7)): what lies before cannot be seen; `git fetch --unshallow` brings it")
    }
    session.warnOfOddities(events, of: story)
    if session.format == "json" { return session.answer([("events", EventWriter.array(events, of: story))]) }
    if events.isEmpty { session.note("Nothing changed.") }
    return session.paged(StoryText(width: session.lineWidth, year: nil).styled(events, of: story))
  }
}

extension Session {
  /// Commits that are odd are told all the same; that they are, is said.
  fileprivate func warnOfOddities(_ events: [Event], of story: Story) {
    let odd = Set(events.compactMap(\.commit)).sorted().filter { story.commits[$0].oddity != nil }.map {
      story.commits[$0]
    }
    guard let first = odd.first, let oddity = first.oddity else { return }
    warn(
      "commit \(first.short) \(oddity)"
        + (odd.count > 1 ? "; \(counted(odd.count - 1, "other commit is", "other commits are")) odd, too" : ""))
  }

  /// What a REF names now, else what it named once.
  ///
  /// - Throws: `Failure` with status 1 where nothing ever had that name.
  fileprivate func subject(_ reference: String, of story: Story) throws -> StorySubject {
    let names = StoryNames(story)
    let prefix = try repository().prefix
    do {
      let workspace = try latestWorkspace()
      let target = try RecordLookup(workspace: workspace, prefix: prefix).target(reference)
      let record = workspace.records[target.record]
      if let task = target.task, record.tasks[task].anchor == nil {
        throw Failure(
          "\(quoted(reference)) has no anchor, and its story is told by it",
          help: "`tw log \(record.reference)` tells that of the \(record.kind.name)")
      }
      return StorySubject(
        kind: record.kind, id: record.id, task: target.task.flatMap { record.tasks[$0].anchor?.value })
    } catch let failure as Failure where failure.status == 1 {
      let path = reference.hasSuffix(".md") ? (prefix.isEmpty ? reference : prefix + "/" + reference) : nil
      if let subject = try names.subject(reference, path: path) { return subject }
      guard failure.help.map({ $0.hasPrefix("did you mean") }) != true else { throw failure }
      throw Failure.notFound(
        "nothing is or was called \(quoted(reference))", help: didYouMean(reference, names.all) ?? failure.help)
    }
  }
}
