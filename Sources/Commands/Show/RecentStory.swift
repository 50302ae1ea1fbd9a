internal import Storage
internal import Teamwork
internal import Text

extension Session {
  /// Histories are read whole; where that takes long, `tw show` does not do it unasked.
  private static let mostCommits = 1_000
  private static let mostRecords = 1_500
  /// How many commits are told, and how much of each.
  private static let newest = 5
  private static let mostPhrases = 4

  /// What happened to a record or task lately, and where the rest is.
  func appendStory(of workspace: Workspace, _ target: Target, to text: inout StyledText) throws {
    let record = workspace.records[target.record]
    let anchor = target.task.flatMap { record.tasks[$0].anchor?.value }
    // A task without a name cannot be asked for, so it has none here.
    guard let head = try repository().head(), target.task == nil || anchor != nil else { return }
    let isShared = workspace.records.contains { $0.id == record.id && $0.kind != record.kind }
    let command = "`tw log \(isShared ? record.reference : record.id.text)\(anchor.map { "^\($0)" } ?? "")`"
    text.line()
    text.append("Story", .heading)
    guard workspace.recordCount <= Self.mostRecords,
      try repository().history(from: head).steps.count <= Self.mostCommits,
      let history = try history(
        skippingBodiesOf: Set(Kind.allCases.filter { !$0.declaration.hasTasks }), eventsOnly: true)
    else { return text.line("  \(command) tells it", .dim) }
    let story = history.story
    let events = try HistorySubject(of: record, task: target.task, in: workspace, history).events(
      of: history, told: true)
    let commits = Set(events.compactMap(\.commit)).sorted()
    if commits.isEmpty {
      return text.line(story.isCut ? "  it begins before this history" : "  not committed yet", .dim)
    }
    text.line(commits.count > Self.newest ? "  the newest; \(command) tells the rest" : "", .dim)
    let rows = commits.prefix(Self.newest).map { number in
      (story.commits[number], events.filter { $0.commit == number })
    }
    let column = 2 + (rows.map { $0.0.day.short().utf8.count }.max() ?? 0) + 2
    for (commit, own) in rows {
      var phrases = EventWords(year: commit.day.civil.year).phrases(own)
      let more = phrases.count - Self.mostPhrases
      if more > 1 {
        phrases.removeLast(more)
        phrases.append(Phrase("… \(more) more", .dim))
      }
      phrases[0].add("(\(commit.authorName))", .dim)
      var head = padded("  " + commit.day.short(), to: column)
      for phrase in phrases {
        text.append(head)
        phrase.write(to: &text, from: column, indent: column + 2, width: lineWidth)
        head = String(repeating: " ", count: column)
      }
    }
  }
}
