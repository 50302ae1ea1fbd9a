internal import Documents
internal import Teamwork
internal import Text

/// In which weeks somebody wrote about a goal.
struct GoalsHeard {
  /// For each of the period's weeks, of goals that somebody wrote about.
  let weeks: [Name: [GoalStrips.Heard]]
  /// What was said of a goal, in the order of the weeks.
  let said: [Name: [ReportContext.Said]]

  init(_ context: ReportContext) {
    let places = Dictionary(context.weeks.enumerated().map { ($1, $0) }) { first, _ in first }
    let nobody = [GoalStrips.Heard](repeating: .no, count: context.weeks.count)
    var weeks: [Name: [GoalStrips.Heard]] = [:]
    var said: [Name: [ReportContext.Said]] = [:]
    var speaking: Set<ObjectIdentifier> = []
    for entry in context.entries where !entry.entry.saysNothing {
      speaking.insert(ObjectIdentifier(entry.record))
      guard let place = places[entry.week] else { continue }
      let isBlocked = entry.entry.heading == "blocked"
      for goal in entry.goals {
        said[goal, default: []].append(entry)
        if isBlocked {
          weeks[goal, default: nobody][place] = .blocked
        } else if weeks[goal]?[place] != .blocked {
          weeks[goal, default: nobody][place] = .written
        }
      }
    }
    // A report that names several goals and links to none is about each of them.
    for report in context.reports where speaking.contains(ObjectIdentifier(report)) {
      guard let place = report.week.flatMap({ places[$0] }) else { continue }
      for goal in report.names("goals") where (weeks[goal.value]?[place] ?? .no) == .no {
        weeks[goal.value, default: nobody][place] = .written
      }
    }
    self.weeks = weeks
    self.said = said
  }

  func isHeard(_ goal: Name) -> Bool { weeks[goal] != nil }

  /// The place of the last week in which somebody wrote about it.
  func last(_ goal: Name) -> Int? { weeks[goal]?.lastIndex { $0 != .no } }
}

extension GoalStrips {
  /// Nil where there is nothing to draw.
  init(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard) {
    let nobody = [Heard](repeating: .no, count: context.weeks.count)
    var quiet: [Row] = []
    var told: [(row: Row, last: Int?)] = []
    for goal in goals.all {
      let progress = TaskProgress(from: nil, to: goal.record.tasks)
      let row = Row(
        id: goal.id.text, title: goal.record.title, states: goal.course.states, heard: heard.weeks[goal.id] ?? nobody,
        done: progress.done, total: progress.total)
      let last = heard.last(goal.id)
      if goals.all.count > Self.most, last != nil, !row.heard.contains(.blocked), Set(row.states).count == 1 {
        quiet.append(row)
      } else {
        told.append((row, last))
      }
    }
    self.init(weeks: context.weeks, groups: Self.groups(told, context), quiet: quiet)
  }

  /// Beyond it, goals that stood still in one state and were written about are only counted.
  private static let most = 60
  /// Fewer make no group of their own.
  private static let fewest = 4

  /// By when they were last heard of, the oldest first.
  private static func groups(_ told: [(row: Row, last: Int?)], _ context: ReportContext) -> [Group] {
    func sorted(_ rows: [Row]) -> [Row] {
      rows.sorted { (Name($0.title), Name($0.id)) < (Name($1.title), Name($1.id)) }
    }
    if told.count <= fewest || told.allSatisfy({ $0.last == nil }) {
      return told.isEmpty ? [] : [Group(title: nil, rows: sorted(told.map(\.row)))]
    }
    let parts = context.parts
    var byPart = [[Row]](repeating: [], count: max(parts.parts.count, 1))
    var silent: [Row] = []
    for (row, last) in told {
      guard let last else {
        silent.append(row)
        continue
      }
      byPart[parts.index(of: max(context.weeks[last].monday, context.period.from)) ?? byPart.count - 1].append(row)
    }
    var groups: [Group] = silent.isEmpty ? [] : [Group(title: "Not written about", rows: sorted(silent))]
    var waiting: (from: Int, to: Int, rows: [Row])?
    func title(_ from: Int, _ to: Int) -> String {
      let (first, last) = (parts.parts[from].name, parts.parts[to].name)
      return from == to
        ? "Last heard of in \(first)"
        : to == from + 1 ? "Last heard of in \(first) or \(last)" : "Last heard of from \(first) to \(last)"
    }
    for part in byPart.indices where !byPart[part].isEmpty {
      if part == byPart.count - 1 {
        if let (from, to, rows) = waiting { groups.append(Group(title: title(from, to), rows: sorted(rows))) }
        groups.append(Group(title: "Heard of in \(parts.parts[part].name)", rows: sorted(byPart[part])))
        return groups
      }
      let rows = (waiting?.rows ?? []) + byPart[part]
      let from = waiting?.from ?? part
      waiting = (from, part, rows)
      if rows.count >= fewest {
        groups.append(Group(title: title(from, part), rows: sorted(rows)))
        waiting = nil
      }
    }
    if let (from, to, rows) = waiting { groups.append(Group(title: title(from, to), rows: sorted(rows))) }
    return groups
  }
}

extension ReportContext.GoalCourse {
  /// At the end of each week.
  fileprivate var states: [GoalStatus?] {
    var last: (record: Record, status: GoalStatus?)?
    return weeks.map { record in
      guard let record else { return nil }
      if last?.record !== record { last = (record, record.status) }
      return last?.status
    }
  }
}
