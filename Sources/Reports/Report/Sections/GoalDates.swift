internal import Teamwork
internal import Text

/// Every move of a goal's `due` in the period.
struct GoalDates {
  struct Move {
    let goal: Name
    let event: Int
    let from: Day
    let to: Day
    /// What the commit says, unless that is nothing.
    let reason: String?

    var isLater: Bool { to > from }
  }

  /// The earliest first, goal by goal.
  let moves: [Name: [Move]]
  /// In the order of their commits.
  let all: [Move]
  /// Goals whose date went without another in its place.
  let given: [Name]

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    var moves: [Name: [Move]] = [:]
    var given: [Name] = []
    func day(_ content: FieldContent?) -> Day? { content?.asText.flatMap { Day($0.text) } }
    for goal in goals.all {
      for index in goal.trail {
        guard let move = context.story.events[index].move(of: "due"), let from = day(move.from),
          let commit = context.story.commit(of: context.story.events[index])
        else { continue }
        if let to = day(move.to) {
          if to != from {
            moves[goal.id, default: []].append(
              .init(goal: goal.id, event: index, from: from, to: to, reason: Self.reason(commit, goal.id)))
          }
        } else if move.to == nil {
          given.append(goal.id)
        }
      }
    }
    self.moves = moves
    self.given = given
    all = moves.values.flatMap { $0 }.sorted { context.isEarlier($0.event, $1.event) }
  }

  var later: [Move] { all.filter(\.isLater) }

  /// Of the moves to a later date, in days.
  var median: Int? { later.map { $0.to - $0.from }.median }

  /// The subject of a commit, or, where it says no more than that something changed, what stands below it; nil without either.
  static func reason(_ commit: CommitInfo, _ goal: Name) -> String? {
    let named = Set(goal.text.lowercased().split { !$0.isLetter }.map(String.init))
    let words = commit.subject.lowercased().split { !$0.isLetter }.map(String.init)
    return words.allSatisfy { empty.contains($0) || named.contains($0) } ? commit.details : commit.subject
  }

  private static let empty: Set<String> = [
    "a", "adjust", "again", "and", "branch", "bump", "change", "changed", "changes", "cleanup", "commit", "date",
    "dates", "deadline", "due", "edit", "edits",
    "file", "files", "fix", "fixed", "fixes", "fixup", "for", "from", "goal", "goals", "in", "into", "main", "master",
    "md", "merge", "minor", "misc", "more",
    "move", "moved", "new", "of", "on", "push", "save", "set", "some", "status", "stuff", "sync", "teamwork", "the",
    "things", "to", "tweak", "tweaks", "typo",
    "update", "updated", "updates", "updating", "various", "wip",
  ]

  // MARK: In words

  func finding(_ context: ReportContext) -> [Line] {
    var lines: [Line] = []
    if all.isEmpty {
      lines.append("No due date moved.")
    } else {
      let named =
        all.count == 1
        ? "The one date that moved" : "\(SummaryWords.starting(all.count, "date was moved", "dates were moved"))"
      if all.count == 1, let move = all.first {
        lines.append(
          "\(named), that of \(context.named(move.goal)), went from \(context.dayInFull(move.from)) to \(context.dayInFull(move.to))\(move.reason == nil ? "; no reason is written" : "")."
        )
      } else {
        let later = self.later
        let silent = all.count { $0.reason == nil }
        let earlier = all.count - later.count
        var parts = ["\(named), in \(SummaryWords.counted(moves.count, "goal"))"]
        if earlier > 0 {
          parts.append(
            later.isEmpty
              ? "all of them to an earlier day" : "\(SummaryWords.number(earlier)) of them to an earlier day")
        }
        var line = "\(parts.joined(separator: ", "))." as Line
        if let median, later.count > 1 {
          line = "\(line) Half of those that moved later did so by \(SummaryWords.counted(median, "day")) or less."
        }
        line =
          "\(line) \(silent == 0 ? "A reason is written for each" : "\(SummaryWords.capitalised(SummaryWords.ratio(all.count - silent, all.count))) moves \(SummaryWords.verb(all.count - silent, "has", "have")) a written reason")."
        lines.append(line)
      }
    }
    if !given.isEmpty {
      lines.append(
        "\(Line.some(of: context.goalLines(given), most: 3)) \(SummaryWords.verb(given.count, "has", "have")) no date any more."
      )
    }
    return lines
  }

  var title: String {
    let again = moves.values.filter { $0.count > 1 }
    if moves.count == 1, let only = moves.values.first {
      return "One goal moved its date" + (only.count > 1 ? " \(SummaryWords.times(only.count))" : "")
    }
    let more =
      again.isEmpty
      ? ""
      : again.count == 1
        ? ", one of them \(SummaryWords.times(again[0].count))"
        : ", \(SummaryWords.number(again.count)) of them more than once"
    return SummaryWords.starting(moves.count, "goal") + " moved their date" + more
  }

  /// Nil where no date moved.
  func figure(_ context: ReportContext, _ goals: GoalsOfPeriod) -> Figure? {
    guard !moves.isEmpty else { return nil }
    let dated = goals.all.filter { moves[$0.id] != nil || $0.record.day("due") != nil }
    let moved = dated.filter { moves[$0.id] != nil }.sorted {
      context.isEarlier(moves[$0.id]![0].event, moves[$1.id]![0].event)
    }
    let still = dated.filter { moves[$0.id] == nil }.sorted { (Self.due($0), $0.id) < (Self.due($1), $1.id) }
    let shown = moved + still.prefix(max(0, Self.most - moved.count))
    let rest = dated.count - shown.count
    return Figure(
      "goal-dates", title,
      encoding: "Each line runs from the start of a goal to its due date. A moved date leaves its old flag behind.",
      .dates(DateLines(period: context.period, today: context.input.asOf, rows: shown.map { row($0, context) })),
      foot: rest == 0
        ? nil : "\(SummaryWords.starting(rest, "goal more has a date", "goals more have a date")) that did not move.")
  }

  private static let most = 40

  private static func due(_ goal: GoalsOfPeriod.Goal) -> Day { goal.record.day("due")?.value ?? Day(number: .max) }

  private func row(_ goal: GoalsOfPeriod.Goal, _ context: ReportContext) -> DateLines.Row {
    var states: [(from: Day, status: GoalStatus)] = []
    var ended: Day?
    let changes = goal.trail.compactMap { index in
      context.story.events[index].statusMove.map { (index: index, move: $0) }
    }
    let came = goal.came.flatMap { context.isInPeriod($0) ? context.day(ofEvent: $0) : nil } ?? context.period.from
    if let first = goal.course.before?.status ?? changes.first?.move.from ?? goal.record.status {
      states.append((came, first))
    }
    for (index, move) in changes {
      guard let to = move.to, let day = context.day(ofEvent: index) else { continue }
      states.append((day, to))
      ended = to.isOpen ? nil : day
    }
    let record = goal.record
    return .init(
      id: goal.id.text, title: record.title, owners: record.owners.map(context.person).sorted { Name($0) < Name($1) },
      start: record.day("start")?.value,
      due: record.day("due")?.value, states: states, ended: ended,
      moves: (moves[goal.id] ?? []).compactMap { move in
        context.told(move.event).map {
          .init(
            from: move.from, to: move.to, by: $0.author, day: $0.commit.day, commit: $0.commit.id, reason: move.reason)
        }
      })
  }
}
