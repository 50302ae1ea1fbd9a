internal import Teamwork
internal import Text

extension GoalsSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "goals-done", "Goals done of those due", .goals,
      """
      The goals that are `done` at the end, of those whose `due` lies in the period and not after today. Goals that were set aside are \
      left out; a goal whose date was moved out of the period counts under “dates moved”.
      """,
      use:
        "Shows whether what was promised for this time came about. It says nothing of how hard the goals were; easy goals make it high."
    ),
    .init(
      "goals-written-about", "Goals written about", .goals,
      """
      The goals that a status report of the period links to, by the goal or one of its tasks, or names, of all goals that were open at \
      some time in the period.
      """,
      use: "Shows which goals the group hears of. Silence may mean trouble, or a calm week: a talk finds out."),
    .init(
      "dates-moved", "Dates moved", .goals,
      "The commits that changed the `due` of a goal from one day to another, each goal counted by itself; earlier days count too.",
      use:
        "Shows how firm plans are. A date that moves early and with a reason is a good sign; none moved at all may mean that nobody looks."
    ),
    .init(
      "days-slipped", "Days slipped", .goals,
      "The median of the days by which a date was moved later, each move counted by itself.",
      use:
        "Shows how far off plans are when they are. Many small moves and one large one look alike here: the time line shows each."
    ),
    .init(
      "slips-explained", "Slips explained", .goals,
      """
      The moves to a later date whose commit says more in its subject than that something changed (“update”, “wip”, the goal's own name), \
      of all moves to a later date.
      """,
      use: "Shows whether those who wait can read why. Whether the reason is a good one is not looked at."),
    .init(
      "tasks-done", "Tasks done", .goals,
      "The tasks of goals whose box was ticked in the period. One that was opened again and ticked again counts twice.",
      use: "Shows that work gets finished. Tasks differ in size, so the number compares with nothing but itself."),
    .init(
      "scope-growth", "Scope growth", .goals,
      """
      Tasks added to goals that were there already, minus those removed or dropped. Tasks that a goal came with or went with are not counted.
      """,
      use: "Shows whether work grows on the way. Growth may be learning; it wants a date that grows with it."),
    .init(
      "weeks-without-news", "Weeks without news", .goals,
      """
      Of the goals that are open at the end, the median of the weeks of the period that have passed since somebody last wrote about it or \
      changed its file.
      """,
      use: "Shows how fresh the picture is that everybody has. Goals that are paused on purpose make it larger."),
    .init(
      "state-changes", "Changes of state", .goals,
      "The commits that changed the `status` of a goal, each goal counted by itself.",
      use:
        "Shows whether states are kept up to date. Many goals changed in one commit say less than the same number one by one."
    ),
    .init(
      "goals-that-gave-way", "Goals that gave way", .goals,
      "The goals that an accepted decision of the period names under `yields`.",
      use:
        "Shows where a part stood back for the whole. It is a merit of those who did, and never a loss to be held against them."
    ),
  ]

  static func measures(
    _ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard, _ dates: GoalDates, _ scope: ScopeChanges,
    _ yields: [DecisionsOfPeriod.Yield], _ states: GoalStates
  ) -> [Measure] {
    let due = states.done.count + states.standing.count
    let later = dates.later
    let moved = dates.all.map(\.event)
    let silent: Measure.Value = .none("No status reports are on file for these weeks.")
    let noSlip: Measure.Value = .none("No date was moved later.")
    return [
      Measure(
        "goals-done", due == 0 ? .none("No goal was due in this time.") : .share(states.done.count, of: due),
        events: states.changes.filter { context.story.events[$0].isMove(to: .done) },
        records: (states.done + states.standing).map(\.record.path)),
      Measure(
        "goals-written-about",
        context.reports.isEmpty ? silent : .share(goals.all.count { heard.isHeard($0.id) }, of: goals.all.count),
        trend: writtenAbout(context, goals, heard), trendUnit: .count, records: context.reports.map(\.path)),
      Measure("dates-moved", .count(dates.all.count), trend: context.trend(moved), events: moved.sorted()),
      Measure("days-slipped", dates.median.map { .days($0) } ?? noSlip, events: later.map(\.event).sorted()),
      Measure(
        "slips-explained", later.isEmpty ? noSlip : .share(later.count { $0.reason != nil }, of: later.count),
        events: later.map(\.event).sorted()),
      Measure("tasks-done", .count(scope.done.count), trend: context.trend(scope.done), events: scope.done.sorted()),
      Measure(
        "scope-growth", .count(scope.growth), trend: growth(context, scope),
        events: (scope.added + scope.removed).sorted()),
      Measure(
        "weeks-without-news", withoutNews(context, goals, heard), records: goals.all.filter(\.isOpen).map(\.record.path)
      ),
      Measure(
        "state-changes", .count(states.changes.count), trend: context.trend(states.changes), events: states.changes),
      Measure(
        "goals-that-gave-way", .count(Set(yields.map(\.goal)).count),
        events: yields.compactMap(\.decision.event).sorted(), records: Set(yields.map(\.decision.record.path)).sorted()),
    ]
  }

  /// How many goals were written about in each part.
  private static func writtenAbout(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard) -> [Measure
    .Point]
  {
    let parts = context.parts
    guard parts.parts.count > 1, !context.reports.isEmpty else { return [] }
    let places = context.weeks.map { parts.index(of: max($0.monday, context.period.from)) }
    var counts = [Int](repeating: 0, count: parts.parts.count)
    for goal in goals.all {
      var last: Int?
      for (week, said) in (heard.weeks[goal.id] ?? []).enumerated() where said != .no && places[week] != last {
        last = places[week]
        if let last { counts[last] += 1 }
      }
    }
    return parts.points(counts.map(Double.init))
  }

  private static func growth(_ context: ReportContext, _ scope: ScopeChanges) -> [Measure.Point] {
    let parts = context.parts
    guard parts.parts.count > 1 else { return [] }
    let added = parts.counts(of: scope.added.compactMap(context.day(ofEvent:)))
    let removed = parts.counts(of: scope.removed.compactMap(context.day(ofEvent:)))
    return parts.points(zip(added, removed).map { Double($0 - $1) })
  }

  private static func withoutNews(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard)
    -> Measure.Value
  {
    let open = goals.all.filter(\.isOpen)
    guard !open.isEmpty, let first = context.weeks.first else { return .none("No goal is open at the end.") }
    let weeks = open.map { goal -> Int in
      let changed = goal.trail.last.flatMap(context.day(ofEvent:)).map {
        min((Week($0).monday - first.monday) / 7, context.weeks.count - 1)
      }
      let last = max(heard.last(goal.id) ?? -1, changed ?? -1)
      return context.weeks.count - 1 - last
    }
    return weeks.median.map { .count($0) } ?? .none("No goal is open at the end.")
  }
}
