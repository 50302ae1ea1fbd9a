internal import Teamwork
internal import Text

/// Goals that came, were reached, were set aside, came back and went.
struct GoalComings {
  private enum Sort: Int { case came, renamed, done, dropped, back, went }

  private struct Moment {
    let sort: Sort
    let goal: GoalsOfPeriod.Goal
    let event: Int
    let commit: CommitInfo
    /// As the goal came.
    let status: GoalStatus?
    /// What it was called before.
    var earlier: Name?
  }

  private let moments: [Moment]

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    moments = goals.all.flatMap { goal in goal.trail.compactMap { Self.moment($0, goal, context) } }.sorted { a, b in
      // What one commit did stands together; of one sort, too.
      a.commit.id == b.commit.id && a.sort != b.sort
        ? a.sort.rawValue < b.sort.rawValue : context.isEarlier(a.event, b.event)
    }
  }

  private static func moment(_ index: Int, _ goal: GoalsOfPeriod.Goal, _ context: ReportContext) -> Moment? {
    let event = context.story.events[index]
    guard let commit = context.story.commit(of: event) else { return nil }
    func moment(_ sort: Sort, _ status: GoalStatus? = nil, earlier: Name? = nil) -> Moment {
      Moment(sort: sort, goal: goal, event: index, commit: commit, status: status, earlier: earlier)
    }
    switch event.change {
    case .created where event.isRestored:
      return moment(.back, goal.course.weeks.lazy.compactMap { $0 }.last?.status)
    case .created:
      let later = goal.trail.lazy.filter { $0 <= index }.compactMap { context.story.events[$0].statusMove }.first
      return moment(.came, later.map(\.from) ?? goal.record.status)
    case .removed: return moment(.went)
    case .renamed(let from, let to): return from == to ? nil : moment(.renamed, earlier: from)
    default:
      guard let move = event.statusMove, move.from != move.to, let to = move.to else { return nil }
      if to == .done { return moment(.done) }
      if to == .dropped { return moment(.dropped) }
      return move.from?.isOpen == false ? moment(.back, to) : nil
    }
  }

  // MARK: In words

  private func count(_ sort: Sort) -> Int { Set(moments.filter { $0.sort == sort }.map(\.goal.id)).count }

  var title: String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 {
        parts.append(
          parts.isEmpty
            ? "\(SummaryWords.counted(count, "goal")) \(count == 1 ? one : many)"
            : "\(SummaryWords.number(count)) \(count == 1 ? one : many)")
      }
    }
    add(count(.came), "came", "came")
    add(count(.done), "was reached", "were reached")
    add(count(.dropped), "was set aside", "were set aside")
    add(count(.back), "came back", "came back")
    add(count(.renamed), "has a new name", "have a new name")
    add(count(.went), "was removed", "were removed")
    return SummaryWords.capitalised(SummaryWords.list(parts))
  }

  private static let most = 40
  /// More of one sort in one commit are told together.
  private static let mostAlike = 3

  func figure(_ context: ReportContext) -> Figure? {
    guard !moments.isEmpty else { return nil }
    var entries: [Chronicle.Entry] = []
    var index = 0
    while index < moments.count {
      let moment = moments[index]
      let alike = moments[index...].prefix { $0.sort == moment.sort && $0.commit.id == moment.commit.id }
      if alike.count > Self.mostAlike {
        entries.append(
          entry(
            moment,
            "\(Line.some(of: context.goalLines(alike.map(\.goal.id)), most: 4)) \(Self.together(moment.sort)): “\(moment.commit.subject)”.",
            context))
      } else {
        entries += alike.map { entry($0, words($0, context), context) }
      }
      index += alike.count
    }
    let hidden = max(0, entries.count - Self.most)
    return Figure(
      "goals-came-and-went", title,
      encoding: "Each day on which a goal came, was reached, set aside or taken up again, with the commit that did it.",
      .chronicle(Chronicle(entries: Array(entries.suffix(Self.most)))),
      foot: hidden == 0
        ? nil
        : "\(SummaryWords.starting(hidden, "earlier entry is", "earlier entries are")) left out: \(.code("tw log --from \(context.period.from) --to \(context.period.to)"))."
    )
  }

  private func entry(_ moment: Moment, _ words: Line, _ context: ReportContext) -> Chronicle.Entry {
    let mark: GoalStatus =
      switch moment.sort {
      case .came, .back: moment.status ?? .proposed
      case .done: .done
      case .dropped, .went: .dropped
      case .renamed: moment.goal.record.status ?? .proposed
      }
    return .init(
      mark: .state(mark), head: "\(context.dayInFull(moment.commit.day)) · \(context.commit(moment.commit))",
      words: words)
  }

  private static func together(_ sort: Sort) -> String {
    switch sort {
    case .came: "came together"
    case .renamed: "have new names"
    case .done: "were set to done together"
    case .dropped: "were set aside together"
    case .back: "came back together"
    case .went: "were removed together"
    }
  }

  private func words(_ moment: Moment, _ context: ReportContext) -> Line {
    let goal = context.goal(moment.goal.id)
    let author = context.author(moment.commit)
    let reason = GoalDates.reason(moment.commit, moment.goal.id).map { ": “\($0)”" }
    switch moment.sort {
    case .came:
      let record = moment.goal.course.weeks.first { $0 != nil }.flatMap { $0 } ?? moment.goal.record
      let others = record.owners.filter { $0 != moment.commit.person }.map(context.person).sorted {
        Name($0) < Name($1)
      }
      let owners = others.isEmpty || record.owners.count > others.count ? "" : " for \(SummaryWords.list(others))"
      return moment.status == .proposed
        ? "\(goal): proposed by \(author)\(owners)."
        : "\(goal): brought by \(author)\(owners)\(moment.status.map { ", \($0.words)" } ?? "")."
    case .renamed: return "\(goal) has a new name; its file was \(.code((moment.earlier ?? "").text))."
    case .done: return "\(goal) is done, says \(author)."
    case .dropped: return "\(goal) is set aside by \(author)\(reason ?? "; no reason is written")."
    case .back: return "\(goal) comes back\(moment.status.map { ", \($0.words)" } ?? "")\(reason ?? "")."
    case .went: return "\(goal) goes: \(author) removed its file\(reason ?? "; no reason is written")."
    }
  }
}
