internal import Documents
internal import Teamwork
internal import Text

/// What people were glad of.
enum WinsSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "wins-told", "Wins told", .wins,
      """
      The entries under “Wins” in the status reports of the period's weeks, without those that say “none”; what stands in a report twice counts once. Wins that nobody wrote down \
      are not counted.
      """,
      use:
        "Shows whether a group takes the time to be glad. It is no measure of what was achieved: a quiet group may have had more wins than it tells."
    ),
    .init(
      "weeks-with-wins", "Weeks with wins", .wins,
      "The weeks of which at least one report tells of a win, of all weeks that have a day in the period.",
      use: "Shows whether wins are told all along or only at the end. A week without one asks nothing of anybody."),
  ]

  static func make(_ context: ReportContext) -> Section {
    let told = entries(context)
    let done = Self.done(context)
    let celebrations = Self.celebrations(context)
    let weeks = Set(told.map(\.week))

    var section = Section(.wins)
    if !told.isEmpty {
      section.finding.append(
        """
        \(SummaryWords.starting(told.count, "win")) \(SummaryWords.verb(told.count, "was", "were")) told, in \
        \(SummaryWords.ratio(weeks.count, context.weeks.count)) \(SummaryWords.verb(context.weeks.count, "week", "weeks")).
        """)
    }
    if !done.isEmpty {
      let goals = Line.some(of: context.goalLines(done.map(\.goal)), most: 6)
      section.finding.append("\(SummaryWords.starting(done.count, "goal")) became done: \(goals).")
    }
    if !celebrations.isEmpty {
      let days = Line.some(
        of: celebrations.map { "“\(context.record($0.record))” on \(context.dayInFull($0.day))" }, most: 6)
      section.finding.append("The team celebrated: \(days).")
    }
    if section.finding.isEmpty {
      section.finding.append("Nobody wrote of a win, no goal became done, and no celebration is on file.")
    }

    section.note = [
      "Wins stand as people wrote them in their status reports, newest first; then the goals that became done, and meetings of the kind \(.code("celebration"))."
    ]
    if told.isEmpty {
      section.missing.append(
        context.reports.isEmpty
          ? .init(
            "No status reports are on file for these weeks.",
            "With reports, this section tells what people were glad of, in their own words.", command: "tw new status")
          : .init(
            "No report tells of a win.",
            "With a list under `Wins`, this section tells what people were glad of, in their own words.",
            command: "tw new status"))
    }
    if celebrations.isEmpty {
      section.missing.append(
        .init(
          "No celebration is on file.",
          "With meetings of that kind, this section also says what the team celebrated together.",
          command: "tw new meeting 'Cake' kind=celebration"))
    }

    let parts = context.parts
    let days = told.map { max(context.period.from, min($0.week.monday, context.input.asOf)) }
    let trend = parts.parts.count > 1 ? parts.points(parts.counts(of: days).map(Double.init)) : []
    let paths = Array(Set(told.map(\.record.path))).sorted()
    section.measures = [
      Measure(
        "wins-told",
        context.reports.isEmpty ? .none("No status reports are on file for these weeks.") : .count(told.count),
        trend: trend,
        records: paths),
      Measure(
        "weeks-with-wins",
        context.reports.isEmpty
          ? .none("No status reports are on file for these weeks.") : .share(weeks.count, of: context.weeks.count),
        records: paths),
    ]
    return section
  }

  static func wins(_ context: ReportContext) -> [Report.Win] {
    var newest: [String: CommitInfo] = [:]
    for event in context.story.events where newest[event.path] == nil {
      newest[event.path] = context.story.commit(of: event)
    }
    func source(_ record: Record, at offset: Int) -> Summary.Source {
      let line = record.document.source.line(at: offset)
      return .init(path: record.path, line: line, commit: newest[record.path]?.id)
    }

    var wins: [(day: Day, win: Report.Win)] = []
    for said in entries(context) {
      let words = context.words(said, of: said.goals.count == 1 ? said.goals.first : nil)
      var by = "\(context.person(said.person)), \(WeekWords.short(said.week, in: context.period.to.civil.year))" as Line
      for goal in said.goals where !Line(words).plain.contains(context.goalTitle(goal)) {
        by = "\(by) · \(context.goal(goal))"
      }
      wins.append(
        (
          said.week.sunday,
          .init(
            words: Line(words), by: by, source: source(said.record, at: said.entry.range.lowerBound), isQuotation: true)
        ))
    }
    for (goal, event) in done(context) {
      guard let (author, commit) = context.told(event), let record = context.now.record(.goal, goal) else { continue }
      wins.append(
        (
          commit.day,
          .init(
            words: "\(context.goal(goal)) is \(.state("done", .good)).",
            by: "\(author), \(context.day(commit.day)) · \(context.commit(commit))",
            source: .init(path: record.path, line: 1, commit: commit.id), isQuotation: false)
        ))
    }
    for (record, day) in celebrations(context) {
      wins.append(
        (
          day,
          .init(
            words: "\(context.record(record))", by: "celebrated, \(context.day(day))",
            source: source(record, at: record.headRange.lowerBound), isQuotation: false)
        ))
    }
    // Of one day, in the order above.
    return wins.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element.win)
  }

  // MARK: Where wins are found

  private static func entries(_ context: ReportContext) -> [ReportContext.Said] {
    struct Words: Hashable {
      let path: String
      let text: String
    }
    var known: Set<Words> = []
    // What stands in a report twice is told once.
    return context.entries.filter {
      $0.entry.heading == "wins" && !$0.entry.saysNothing
        && known.insert(Words(path: $0.record.path, text: $0.entry.text)).inserted
    }
  }

  /// Goals that are done at the end and became so in the period, the newest first.
  private static func done(_ context: ReportContext) -> [(goal: Name, event: Int)] {
    var known: Set<Name> = []
    return context.eventsInPeriod.compactMap { index in
      let event = context.story.events[index]
      guard event.isMove(to: .done), let id = context.idAtEnd(event), context.now.record(.goal, id)?.status == .done,
        known.insert(id).inserted
      else { return nil }
      return (id, index)
    }
  }

  private static func celebrations(_ context: ReportContext) -> [(record: Record, day: Day)] {
    context.now.records(of: .meeting).compactMap { record in
      guard record.text("kind") == "celebration", let day = record.day("date")?.value, context.period.contains(day),
        day <= context.input.asOf
      else { return nil }
      return (record, day)
    }.sorted { ($1.day, $0.record.id) < ($0.day, $1.record.id) }
  }
}
