internal import Teamwork
internal import Text

/// How states moved, and where goals stand at the end.
struct GoalStates {
  /// Every change of a state, as places in the story's `events`, the newest first.
  let changes: [Int]
  /// Due in the period and not set aside: those that are done, and those that stand.
  let done: [GoalsOfPeriod.Goal]
  let standing: [GoalsOfPeriod.Goal]
  /// Were due before the period, and are open still.
  private let older: [GoalsOfPeriod.Goal]
  private let counts: [GoalStatus: Int]
  private let finished: [GoalsOfPeriod.Goal]
  private let dropped: [GoalsOfPeriod.Goal]
  /// Set to one state by one commit: at least five, and most of all changes.
  private let together: (commit: CommitInfo, status: GoalStatus, count: Int)?

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    struct Group: Hashable {
      let commit: Int
      let status: GoalStatus
    }
    var changes: [Int] = []
    var groups: [Group: Int] = [:]
    for goal in goals.all {
      for index in goal.trail {
        guard let move = context.story.events[index].statusMove, move.from != move.to else { continue }
        changes.append(index)
        if let to = move.to, let commit = context.story.events[index].commit {
          groups[Group(commit: commit, status: to), default: 0] += 1
        }
      }
    }
    self.changes = changes.sorted()
    let largest = groups.max {
      ($0.value, $1.key.commit, $1.key.status.rawValue) < ($1.value, $0.key.commit, $0.key.status.rawValue)
    }
    if let largest, largest.value >= 5, largest.value * 2 >= changes.count {
      together = (context.story.commits[largest.key.commit], largest.key.status, largest.value)
    } else {
      together = nil
    }
    let span = Period(from: context.period.from, to: context.input.asOf)
    let due = goals.all.filter { goal in goal.course.now?.day("due").map { span.contains($0.value) } == true }
    done = due.filter { $0.course.now?.status == .done }
    standing = due.filter(\.isOpen)
    older = goals.all.filter { goal in
      goal.isOpen && goal.course.now?.day("due").map { $0.value < context.period.from } == true
    }
    finished = goals.all.filter { $0.course.now?.status == .done }
    dropped = goals.all.filter { $0.course.now?.status == .dropped }
    var counts: [GoalStatus: Int] = [:]
    for goal in goals.all { if let status = goal.course.now?.status, status.isOpen { counts[status, default: 0] += 1 } }
    self.counts = counts
  }

  func finding(_ context: ReportContext) -> [Line] {
    var line: Line
    if finished.isEmpty {
      line = "No goal became done."
    } else {
      line =
        "\(SummaryWords.starting(finished.count, "goal")) became done: \(Line.some(of: context.goalLines(finished.map(\.id)), most: 4))."
    }
    if !dropped.isEmpty {
      line =
        "\(line) \(SummaryWords.capitalised(SummaryWords.counted(dropped.count, "was", "were"))) set aside: \(Line.some(of: context.goalLines(dropped.map(\.id)), most: 4))."
    }
    let open = older + standing
    if !open.isEmpty {
      let count = open.count
      let before =
        older.isEmpty
        ? ""
        : older.count == count
          ? ", since before this time" : ", \(SummaryWords.number(older.count)) of them since before this time"
      let names = count <= 4 ? ": \(Line.some(of: context.goalLines(open.map(\.id)), most: 4))" : "" as Line
      line = """
        \(line) \(SummaryWords.starting(count, "goal that was", "goals that were")) due by \(context.dayInFull(context.input.asOf)) \
        \(SummaryWords.verb(count, "is", "are")) neither done nor set aside\(before)\(names).
        """
    }
    let order: [GoalStatus] = [.onTrack, .atRisk, .offTrack, .paused, .proposed]
    let states = order.compactMap { status in
      counts[status].map {
        "\(SummaryWords.number($0)) \(status == .proposed ? SummaryWords.verb($0, "is a proposal", "are proposals") : "\(SummaryWords.verb($0, "is", "are")) \(status.words)")"
      }
    }
    if !states.isEmpty {
      line = "\(line) At the end, \(SummaryWords.list(states))."
      if let together {
        line = """
          \(line) \(SummaryWords.starting(together.count, "goal")) became \(together.status.words) together, on \(context.dayInFull(together.commit.day)) in one \
          commit (\(context.commit(together.commit))).
          """
      }
    }
    return [line]
  }
}
