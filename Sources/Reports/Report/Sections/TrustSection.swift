internal import Teamwork
internal import Text

/// Trust.
enum TrustSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "claims-matched", "Records by those for whom they speak", .trust,
      "Of the status reports, feedback, requests and decisions that came in the period, those whose commit has an author with an address of a person for whom they speak (`person`, `from`, `by`), by the people on file now.",
      use:
        "What stands under somebody’s name should be theirs. An import, or a request that was written down for somebody, is not a forgery."
    ),
    .init(
      "records-rewritten", "Records rewritten by others", .trust,
      "Reports of past weeks, feedback and accepted decisions that somebody changed or removed in the period for whom they do not speak, once for each commit. Whom feedback is to may acknowledge it.",
      use: "People rely on what they said staying as they said it. Mending a link is a rewriting too."),
    .init(
      "commits-backdated", "Commits with odd dates", .trust,
      "Commits of the period that were made more than a day before they were committed, that bear an earlier time than a commit they build on, or that brought a status report more than 14 days after its week.",
      use:
        "Shows where the days of this report may not be the days on which things happened. A rebase or a slow clock explains most of them."
    ),
    .init(
      "commits-signed", "Commits with a signature", .trust,
      "Of the period’s commits that touched the workspace, those that carry a signature; whether it is good is not checked.",
      use:
        "Without a signature, the author is what the commit says. Many teams trust the place where they push instead."),
    .init(
      "commits-by-people-on-file", "Commits by people on file", .trust,
      "Of the period’s commits that touched the workspace, those whose author’s address is in the `emails` of a person on file now.",
      use:
        "The others are told by the names that they give themselves. A second address, or a bot, is the usual reason."),
    .init(
      "versions-unreadable", "Versions that could not be read", .trust,
      "Changes of the period in which a record’s front matter could not be read, before or after it.",
      use: "Whatever is counted elsewhere says nothing of them."),
  ]

  static func make(_ context: ReportContext, others: [Section]) -> Section {
    var section = Section(.trust)
    let commits = CommitDates(context)
    let spoken = SpokenRecords(context)
    let claims = SpokenFor(context, spoken)
    let rewritten = RewrittenLater(context, spoken)
    let unreadable = unreadable(context)
    section.finding = finding(context, commits, claims, rewritten, unreadable)
    section.note = [
      "Authors are the commits’, compared with the people’s \(.code("emails")) as they are on file now. What a commit says of its author and its day can be made up; the order of the commits can not."
    ]
    section.measures = measures(context, commits, claims, rewritten, unreadable)
    section.figures = notMeasured(others + [section])
    return section
  }

  private static func strong(_ text: String) -> Line.Part { .strong([.text(text)]) }

  // MARK: What was found

  private static func finding(
    _ context: ReportContext, _ commits: CommitDates, _ claims: SpokenFor, _ rewritten: RewrittenLater,
    _ unreadable: [Int]
  ) -> [Line] {
    var lines: [Line] = []
    if let summary = claims.summary() { lines.append(Line.sentences([summary] + claims.others(context))) }
    if claims.unsaid > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(claims.unsaid, "record"))) came in the period without saying for whom \(claims.unsaid == 1 ? "it speaks" : "they speak")."
      )
    }
    if claims.unknown > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(claims.unknown, "record"))) came and went within a week; for whom \(claims.unknown == 1 ? "it" : "they") spoke is not known."
      )
    }
    if rewritten.found.isEmpty {
      lines.append(
        "\(strong("Nothing was rewritten by others:")) reports of past weeks, feedback and accepted decisions stand as those wrote them for whom they speak."
      )
    } else {
      let count = rewritten.found.count
      lines.append(
        Line.sentences(
          [
            "\(strong("\(SummaryWords.capitalised(SummaryWords.counted(count, "record"))) \(count == 1 ? "was" : "were") rewritten later by somebody else."))"
          ] + rewritten.lines(context)))
    }
    if !commits.all.isEmpty { lines += [commits.signatures(), commits.strangers(context), commits.dates(context)] }
    lines.append(history(context, commits))
    let files = context.now.unreadCount
    if !unreadable.isEmpty || files > 0 {
      let paths = Set(unreadable.map { context.story.events[$0].path }).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }.map { Line([.code($0)]) }
      var parts: [Line] = []
      if !unreadable.isEmpty {
        parts.append(
          "\(strong("\(SummaryWords.capitalised(SummaryWords.counted(unreadable.count, "version"))) could not be read")) and \(unreadable.count == 1 ? "tells" : "tell") nothing: \(Line.some(of: paths, most: 4))."
        )
      }
      if files > 0 {
        parts.append(
          "At the end of the period \(SummaryWords.counted(files, "file")) can not be read as a whole; \(.code("tw validate")) says why."
        )
      }
      lines.append(Line.sentences(parts))
    }
    return lines
  }

  private static func history(_ context: ReportContext, _ commits: CommitDates) -> Line {
    if context.story.commits.isEmpty {
      return "\(strong("There is no history to tell from:")) nothing here has been committed."
    }
    let merges = commits.merges.count
    let merged =
      merges == 0
      ? ""
      : " \(SummaryWords.capitalised(SummaryWords.counted(merges, "merge"))) changed something that none of the merged branches had."
    if context.story.isCut {
      return
        "\(strong("The history is cut off:")) this clone does not reach back to the beginning, so that what lies before can not be seen.\(merged) → \(.code("git fetch --unshallow")) brings the rest."
    }
    if context.input.before == nil {
      return "\(strong("The beginning is not known:")) what stood before the period can not be seen.\(merged)"
    }
    let removed = Set(
      context.eventsInPeriod.filter { context.story.events[$0].isRemoval && context.story.events[$0].kind == .status }
        .map { context.story.events[$0].path }
    ).count
    let reports =
      removed == 0
      ? "no status report was removed"
      : "\(SummaryWords.counted(removed, "status report")) \(removed == 1 ? "was" : "were") removed on the way"
    return "\(strong("The history is whole:")) it is not cut, and \(reports).\(merged)"
  }

  /// Places in the story's `events`: one for each version of a file that could not be read.
  private static func unreadable(_ context: ReportContext) -> [Int] {
    var seen: Set<String> = []
    return context.eventsInPeriod.filter { index in
      let event = context.story.events[index]
      return event.isUnreadable && seen.insert("\(event.commit ?? -1) \(event.path)").inserted
    }
  }

  // MARK: What is not known

  private static func notMeasured(_ sections: [Section]) -> [Figure] {
    var reasons: [String] = []
    var measures: [String: [Measure]] = [:]
    for measure in sections.flatMap(\.measures) {
      guard case .none(let why) = measure.value else { continue }
      if measures[why] == nil { reasons.append(why) }
      measures[why, default: []].append(measure)
    }
    let count = measures.reduce(0) { $0 + $1.value.count }
    guard count > 0 else { return [] }
    let rows = reasons.map { why -> [Line] in
      let titles = (measures[why] ?? []).map { measure -> Line in
        Line([.link([.text(measure.definition.title)], .place("m-\(measure.definition.name)"))])
      }
      return [Line.some(of: titles, most: 12), Line(why)]
    }
    let all = sections.reduce(0) { $0 + $1.measures.count }
    return [
      Figure(
        "not-measured", "\(SummaryWords.capitalised(SummaryWords.ratio(count, all))) figures could not be measured",
        encoding: "What this report says nothing of, and why.",
        .table(Table("What could not be measured", columns: [.init("Not measured"), .init("Why")], rows: rows)))
    ]
  }

  // MARK: Figures with a name

  private static func measures(
    _ context: ReportContext, _ commits: CommitDates, _ claims: SpokenFor, _ rewritten: RewrittenLater,
    _ unreadable: [Int]
  ) -> [Measure] {
    let parts = context.parts
    let story = context.story
    func counts(_ commits: [Int]) -> [Int] { parts.counts(of: commits.lazy.map { story.commits[$0].day }) }
    func counts(ofEvents events: [Int]) -> [Int] { parts.counts(of: events.lazy.compactMap(context.day(ofEvent:))) }
    func shares(_ some: [Int], _ all: [Int]) -> [Measure.Point] {
      parts.points(zip(some, all).map { $1 == 0 ? nil : Double($0) / Double($1) })
    }
    let none = Measure.Value.none("No commit of the period touched the workspace.")
    let hasCommits = !commits.all.isEmpty
    let all = counts(commits.all)
    // The events of some commits: the first of each stands for it.
    var firsts: [Int: Int] = [:]
    for index in context.eventsInPeriod.reversed() {
      if let commit = story.events[index].commit { firsts[commit] = index }
    }
    func events(of commits: [Int]) -> [Int] { commits.compactMap { firsts[$0] } }
    // The names of feedback's files tell who gave it to whom.
    func events(_ found: [Int]) -> [Int] { found.filter { story.events[$0].kind != .feedback } }
    let backdated = commits.backdated
    return [
      Measure(
        "claims-matched",
        claims.claims.isEmpty
          ? .none("Nothing that speaks for somebody came in the period.")
          : .share(claims.matched, of: claims.claims.count),
        trend: claims.claims.isEmpty
          ? []
          : shares(
            counts(ofEvents: claims.claims.filter(\.isMatched).map(\.event)),
            counts(ofEvents: claims.claims.map(\.event))),
        events: events(claims.claims.map(\.event))),
      Measure(
        "records-rewritten", hasCommits ? .count(rewritten.found.count) : none,
        trend: hasCommits ? parts.points(counts(ofEvents: rewritten.found.map(\.event)).map(Double.init)) : [],
        events: events(rewritten.found.map(\.event))),
      Measure(
        "commits-backdated", hasCommits ? .count(backdated.count) : none,
        trend: hasCommits ? parts.points(counts(backdated).map(Double.init)) : [],
        events: events(of: backdated)),
      Measure(
        "commits-signed", hasCommits ? .share(commits.signed.count, of: commits.all.count) : none,
        trend: hasCommits ? shares(counts(commits.signed), all) : [],
        events: events(of: commits.signed)),
      Measure(
        "commits-by-people-on-file", hasCommits ? .share(commits.known.count, of: commits.all.count) : none,
        trend: hasCommits ? shares(counts(commits.known), all) : [], events: events(of: commits.known)),
      Measure(
        "versions-unreadable", hasCommits ? .count(unreadable.count) : none,
        trend: hasCommits ? parts.points(counts(ofEvents: unreadable).map(Double.init)) : [],
        events: unreadable),
    ]
  }
}
