internal import Teamwork
internal import Text

/// Tasks of goals that came, went, were done and found somebody, and how scope and done went week by week.
struct ScopeChanges {
  /// Places in the story's `events`.
  private(set) var done: [Int] = []
  private(set) var reopened: [Int] = []
  private(set) var added: [Int] = []
  /// Removed or dropped.
  private(set) var removed: [Int] = []
  /// Found their first owner.
  private(set) var taken: [Int] = []
  /// Have another owner than before.
  private(set) var handed: [Int] = []
  private var addedTo: [Name: Int] = [:]
  private let curves: [BurnUp.Curve]

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    for goal in goals.all {
      for index in goal.trail {
        switch context.story.events[index].change {
        case .taskDone: done.append(index)
        case .taskReopened: reopened.append(index)
        case .taskAdded:
          added.append(index)
          addedTo[goal.id, default: 0] += 1
        case .taskRemoved(let task): if task.state != .dropped { removed.append(index) }
        case .taskDropped: removed.append(index)
        case .taskChanged(let from, let to) where !to.owners.isEmpty && Set(from.owners) != Set(to.owners):
          if from.owners.isEmpty { taken.append(index) } else { handed.append(index) }
        default: break
        }
      }
    }
    curves = Self.curves(context, goals)
  }

  /// The goals that changed most, beside all together.
  private static let mostCurves = 6

  private static func curves(_ context: ReportContext, _ goals: GoalsOfPeriod) -> [BurnUp.Curve] {
    var all = BurnUp.Curve(
      goal: nil, title: "All goals", scope: [Int](repeating: 0, count: context.weeks.count),
      done: [Int](repeating: 0, count: context.weeks.count))
    var changing: [(curve: BurnUp.Curve, change: Int)] = []
    for goal in goals.all {
      let before = goal.course.before.map { TaskProgress(from: nil, to: $0.tasks) }
      if let before { all.start = ((all.start?.scope ?? 0) + before.total, (all.start?.done ?? 0) + before.done) }
      var curve = BurnUp.Curve(
        goal: goal.id.text, title: goal.record.title, scope: [], done: [], start: before.map { ($0.total, $0.done) })
      var last: Record?
      var progress = TaskProgress(from: nil, to: [])
      for record in goal.course.weeks {
        if record !== last {
          progress = TaskProgress(from: nil, to: record?.tasks ?? [])
          last = record
        }
        curve.scope.append(progress.total)
        curve.done.append(progress.done)
      }
      var change = 0
      for week in curve.scope.indices {
        all.scope[week] += curve.scope[week]
        all.done[week] += curve.done[week]
        let earlier = week > 0 ? (scope: curve.scope[week - 1], done: curve.done[week - 1]) : curve.start
        if let earlier { change += abs(curve.scope[week] - earlier.scope) + abs(curve.done[week] - earlier.done) }
      }
      if change > 0 { changing.append((curve, change)) }
    }
    let most = changing.enumerated().sorted { ($1.element.change, $0.offset) < ($0.element.change, $1.offset) }.prefix(
      mostCurves
    ).map(\.element.curve)
    // One goal alone is all of them.
    return [all] + (goals.all.count > 1 ? most : [])
  }

  /// Added, minus removed and dropped.
  var growth: Int { added.count - removed.count }

  var hasTasks: Bool { curves[0].scope.contains { $0 > 0 } }

  func finding(_ context: ReportContext) -> [Line] {
    guard hasTasks || !done.isEmpty else { return [] }
    var line =
      "\(done.isEmpty ? "No task was" : "\(SummaryWords.starting(done.count, "task was", "tasks were"))") done" as Line
    if !reopened.isEmpty {
      line = "\(line), and \(SummaryWords.counted(reopened.count, "task was", "tasks were")) opened again"
    }
    line = "\(line)."
    if added.isEmpty, removed.isEmpty {
      line = "\(line) Scope stood still: no task was added to a goal or taken out of one."
    } else {
      let out =
        removed.isEmpty
        ? "none was taken out" : "\(SummaryWords.counted(removed.count, "was", "were")) set aside or taken out"
      line =
        "\(line) \(added.isEmpty ? "None was" : SummaryWords.capitalised(SummaryWords.counted(added.count, "was", "were"))) added to goals on the way, and \(out)."
      let most = addedTo.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let most, added.count > 3, most.value * 3 >= added.count {
        line =
          "\(line) \(SummaryWords.capitalised(SummaryWords.number(most.value))) of the added ones are in \(context.named(most.key))."
      }
    }
    var lines = [line]
    if !taken.isEmpty || !handed.isEmpty {
      var moves: [String] = []
      if !taken.isEmpty {
        moves.append(
          "\(SummaryWords.counted(taken.count, "task")) found \(taken.count == 1 ? "its" : "their") first owner")
      }
      if !handed.isEmpty {
        moves.append(
          "the owners of \(SummaryWords.counted(handed.count, taken.isEmpty ? "task" : "other", taken.isEmpty ? "tasks" : "others")) changed"
        )
      }
      lines.append(Line(SummaryWords.capitalised(SummaryWords.list(moves)) + "."))
    }
    return lines
  }

  /// Nil where there are no tasks, or not two weeks of them.
  func figure(_ context: ReportContext) -> Figure? {
    guard hasTasks, curves[0].scope.count > 1, let (first, doneFirst) = curves[0].first,
      let last = curves[0].scope.last,
      let doneLast = curves[0].done.last
    else { return nil }
    let scope =
      last > first
      ? "Scope grew from \(first) to \(last) tasks"
      : last < first ? "Scope shrank from \(first) to \(last) tasks" : "Scope stands at \(last) tasks"
    let done =
      doneLast == doneFirst
      ? "\(doneLast) \(doneLast == 1 ? "is" : "are") done, as before"
      : doneLast > doneFirst
        ? "done rose from \(doneFirst) to \(doneLast)" : "done fell from \(doneFirst) to \(doneLast)"
    return Figure(
      "burn-up", "\(scope); \(done)",
      encoding:
        "The line is the number of tasks at the end of each week, dropped ones left out; the area below is what is done. First all goals, then those in which most changed.",
      .burnUp(BurnUp(weeks: context.weeks, curves: curves)))
  }
}
