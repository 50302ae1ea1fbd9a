internal import Teamwork
internal import Text

/// Reports of past weeks, feedback and accepted decisions that somebody changed for whom they do not speak.
struct RewrittenLater {
  struct Rewriting {
    let commit: Int
    /// The first of its events, as a place in the story's `events`.
    let event: Int
    let isRemoval: Bool
  }

  /// In the order of the story: newest first.
  private(set) var found: [Rewriting] = []

  init(_ context: ReportContext, _ spoken: SpokenRecords) {
    let story = context.story
    var seen: Set<String> = []
    func add(_ index: Int, _ commit: Int) {
      guard seen.insert("\(commit) \(story.events[index].path)").inserted else { return }
      found.append(Rewriting(commit: commit, event: index, isRemoval: story.events[index].isRemoval))
    }
    for index in context.eventsInPeriod where story.events[index].kind == .status {
      let event = story.events[index]
      guard Self.isChange(event), let commit = event.commit, let week = Week(String(event.id.text.prefix(8))),
        week < Week(story.commits[commit].day),
        story.commits[commit].person != SpokenRecords.person(ofReport: event.id)
      else { continue }
      add(index, commit)
    }
    for trail in spoken.trails[.feedback]?.all ?? [] {
      let speakers = spoken.speakers(.feedback, trail) ?? []
      let receivers = spoken.record(.feedback, trail)?.receivers(context.now) ?? []
      for index in trail.events where context.isInPeriod(index) && Self.isChange(story.events[index]) {
        guard let commit = story.events[index].commit else { continue }
        let author = story.commits[commit].person
        if author.map(speakers.contains) == true { continue }
        // Whoever was given feedback may say that it was heard.
        if story.events[index].move(of: "acknowledged") != nil, author.map(receivers.contains) == true { continue }
        add(index, commit)
      }
    }
    for trail in spoken.trails[.decision]?.all ?? [] {
      let speakers = spoken.speakers(.decision, trail) ?? []
      for index in trail.events where context.isInPeriod(index) && Self.isChange(story.events[index]) {
        guard let commit = story.events[index].commit, story.commits[commit].person.map(speakers.contains) != true,
          Self.wasAccepted(before: commit, trail.events, spoken.record(.decision, trail), story)
        else { continue }
        add(index, commit)
      }
    }
    found.sort { $0.event < $1.event }
  }

  private static func isChange(_ event: Event) -> Bool {
    switch event.change {
    case .created, .renamed: false
    default: true
    }
  }

  /// What a decision's state was before a commit: the next move of its state says what it moved from.
  private static func wasAccepted(before commit: Int, _ trail: [Int], _ record: Record?, _ story: EventHistory) -> Bool
  {
    // Trails are told the earliest first, commits the newest first.
    for index in trail {
      guard let own = story.events[index].commit, own <= commit, let move = story.events[index].move(of: "status")
      else { continue }
      return move.from?.asText == "accepted"
    }
    return record?.text("status") == "accepted"
  }

  // MARK: In words

  private static let most = 6

  func lines(_ context: ReportContext) -> [Line] {
    var lines = found.prefix(Self.most).map { rewriting -> Line in
      let event = context.story.events[rewriting.event]
      let commit = context.story.commits[rewriting.commit]
      let verb = rewriting.isRemoval ? "removed" : "changed"
      // The name of its file, and its commit, tell who gave it to whom.
      if event.kind == .feedback {
        return "A piece of feedback was \(verb) by somebody else on \(context.day(commit.day))."
      }
      return
        "\(Self.called(event, context)) was \(verb) by \(CommitDates.name(of: commit, context)) on \(context.day(commit.day)) \(context.commit(commit))."
    }
    if found.count > Self.most {
      let rest = found.dropFirst(Self.most)
      let commits = Set(rest.map(\.commit)).count
      lines.append(
        "So \(rest.count == 1 ? "was" : "were") \(SummaryWords.number(rest.count)) more, in \(SummaryWords.counted(commits, "commit"))."
      )
    }
    return lines
  }

  private static func called(_ event: Event, _ context: ReportContext) -> Line {
    switch event.kind {
    case .status:
      let week = Week(String(event.id.text.prefix(8))).map(WeekWords.short) ?? ""
      return Line([
        .link(
          [.text("The report of \(context.person(SpokenRecords.person(ofReport: event.id))) for \(week)")],
          .file(event.path))
      ])
    default:
      return Line([
        .link(
          [.text("The decision “\(context.now.record(event.kind, event.id)?.title ?? event.id.text)”")],
          .file(event.path))
      ])
    }
  }
}
