internal import Git
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw log`: what changed, in the words of the format, newest first.
  static let log = Command(
    CommandDeclaration(
      name: "log", group: .understand, summary: "tell what changed, newest first",
      arguments: [
        ArgumentDeclaration(
          name: "REF", help: "only this record, task or person; or `A..B`: only these commits", hint: .record,
          isRequired: false)
      ],
      options: [
        OptionDeclaration(long: "by", value: "PERSON", help: "only what this person committed", hint: .record),
        OptionDeclaration(
          long: "", short: "n", value: "N", help: "only the newest N commits that have something to tell"),
        OptionDeclaration(long: "from", value: "DATE", help: "the first day"),
        OptionDeclaration(long: "to", value: "DATE", help: "the last day, included"),
        .format("text", "json"),
      ],
      description: """
        What commits did to goals, roles, reports and the rest, told in the words of the format. The story of a record or
        task is told whatever it was called, also where one branch renamed it and another changed it; what takes a free name
        begins a story of its own. Merges count for what they change themselves.

        `tw log @jonas` tells what happened to his page, `tw log --by jonas` what he did.
        """,
      examples: [
        .init(command: "tw log public-beta", does: "how a goal came to be what it is"),
        .init(command: "tw log --from 2026-11-16", does: "what changed since Monday"),
        .init(command: "tw log --by jonas -n 5", does: "what Jonas did last"),
      ])
  ) { session in
    let (from, to) = try session.days()
    let most = try session.mostCommits()
    // Only tasks are told of a body.
    let skipped = Set(Kind.allCases.filter { !$0.declaration.hasTasks })
    let history = try session.history(skippingBodiesOf: skipped, eventsOnly: true)
    let story = history?.story ?? EventHistory(commits: [], events: [], isCut: false)
    // Where nothing ever happened there may be no workspace at all.
    if story.events.isEmpty, !story.isCut { _ = try session.latestWorkspace() }
    let author = try session.author(in: story)
    var subject: HistorySubject?
    var isInRange: [Bool]?
    if let argument = session.command.arguments.first {
      isInRange = try history.flatMap { try session.range(argument, in: $0) }
      if isInRange == nil { subject = try session.subject(argument, of: history, story) }
    }
    var events = try subject.map { try $0.events(of: history, told: session.format != "json") } ?? story.events
    if from != nil || to != nil || author != nil || isInRange != nil {
      events = events.filter { event in
        guard let number = event.commit else { return false }
        let commit = story.commits[number]
        return (from.map { commit.day >= $0 } ?? true) && (to.map { commit.day <= $0 } ?? true)
          && (author.map { commit.person == $0 } ?? true) && isInRange?[number] ?? true
      }
    }
    if let most { events = newest(most, events) }
    if let cut = history?.history.steps.last(where: { $0.isCut && !$0.isMissingParent }) {
      session.warn(
        "history is cut at \(cut.id.hex.prefix(7)): what lies before cannot be seen; `git fetch --unshallow` brings it")
    }
    session.warnOfOddities(events, of: story)
    if session.format == "json" { return session.answer([("events", EventWriter.array(events, of: story))]) }
    if events.isEmpty { session.note(subject?.silence ?? "Nothing changed.") }
    return session.paged(HistoryText(width: session.lineWidth, year: nil).styled(events, of: story))
  }

  /// Those of so many commits.
  private static func newest(_ most: Int, _ events: [Event]) -> [Event] {
    var left = most
    var last: Int?
    return Array(
      events.prefix { event in
        if event.commit != last {
          left -= 1
          last = event.commit
        }
        return left >= 0
      })
  }
}

extension Session {
  /// `-n`; nil for all.
  fileprivate func mostCommits() throws -> Int? {
    guard let text = command.options.value(for: "n") else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0 else {
      throw Failure("`-n` is \(quoted(text)), and is to be a number of commits", help: "write it like `-n 10`")
    }
    return number
  }

  /// `--by`: whose commits are told; nil for everybody's.
  ///
  /// - Throws: `Failure` with status 1 where nobody has that id.
  fileprivate func author(in story: EventHistory) throws -> Name? {
    guard let text = command.options.value(for: "by") else { return nil }
    let id = Name(text.hasPrefix("@") ? String(text.dropFirst()) : text)
    let workspace = try latestWorkspace()
    if workspace.record(.person, id) != nil { return id }
    // Somebody who has another id now is asked for by the old one, too.
    if let life = story.events.first(where: { $0.kind == .person && wasCalled(id, $0) })?.life {
      let now = story.events.first { $0.kind == .person && $0.life == life }
      if let now, now.id != id, workspace.record(.person, now.id) != nil { return now.id }
      throw Failure.notFound(
        "\(quoted(id.text)) is no longer among the people, and commits are known by the addresses that people have",
        help: "`tw log @\(id)` tells what happened to their page")
    }
    throw Failure.notFound(
      "there is no person \(quoted(text))",
      help: didYouMean(id.text, workspace.ids(.person)) ?? "`tw list people` lists them")
  }

  private func wasCalled(_ id: Name, _ event: Event) -> Bool {
    if case .renamed(id, _) = event.change { true } else { event.id == id }
  }

  /// Which of the story's commits `A..B` names; nil where a word is no such range.
  ///
  /// - Throws: `Failure` where one of its ends names no commit, or one that HEAD does not have.
  fileprivate func range(_ word: String, in history: WorkspaceHistory) throws -> [Bool]? {
    guard let range = RevisionRange(word), try !latestWorkspace().records.contains(where: { $0.id == Name(word) })
    else {
      return nil
    }
    let (old, new) = try commits(of: range)
    func step(_ commit: (name: String, id: ObjectID)) throws -> Int {
      guard let step = history.history.steps.firstIndex(where: { $0.id == commit.id }) else {
        throw Failure("\(quoted(commit.name)) is no commit of HEAD's history", help: "`git switch` to where it is")
      }
      return step
    }
    return history.commits(after: try step(old), upTo: try step(new))
  }

  /// Commits that are odd are told all the same; that they are, is said.
  fileprivate func warnOfOddities(_ events: [Event], of story: EventHistory) {
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
  fileprivate func subject(_ reference: String, of history: WorkspaceHistory?, _ story: EventHistory) throws
    -> HistorySubject
  {
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
      return try HistorySubject(of: record, task: target.task, in: workspace, history)
    } catch let failure as Failure where failure.status == 1 {
      let names = HistoryNames(story)
      let path = reference.hasSuffix(".md") ? (prefix.isEmpty ? reference : prefix + "/" + reference) : nil
      if let subject = try names.subject(reference, path: path) { return subject }
      guard failure.help.map({ $0.hasPrefix("did you mean") }) != true else { throw failure }
      throw Failure.notFound(
        "nothing is or was called \(quoted(reference))", help: didYouMean(reference, names.all) ?? failure.help)
    }
  }
}
