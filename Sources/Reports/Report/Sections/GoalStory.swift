internal import Documents
internal import Teamwork
internal import Text

/// How help came to a goal: somebody wrote that they were blocked or needed something, and somebody who did not own the
/// goal wrote about it afterwards, came to own it or took one of its tasks.
struct GoalStory {
  private enum Step {
    case said(ReportContext.Said)
    /// What they took on: tasks, or nothing for the goal itself.
    case joined(tasks: [String], commit: CommitInfo)
  }

  private struct Moment {
    let day: Day
    /// Those who said it, or who came.
    let people: [Name]
    let step: Step
  }

  private let goal: GoalsOfPeriod.Goal
  private let moments: [Moment]

  private static let mostTold = 6

  /// The longest there is; nil where there is none.
  init?(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard) {
    var best: (goal: GoalsOfPeriod.Goal, moments: [Moment])?
    for goal in goals.all {
      guard let said = heard.said[goal.id], said.contains(where: Self.asks) else { continue }
      let chain = Self.chain(goal, said, context)
      if chain.count > best?.moments.count ?? 1 { best = (goal, chain) }
    }
    guard let best else { return nil }
    goal = best.goal
    moments = best.moments
  }

  private static func asks(_ said: ReportContext.Said) -> Bool {
    said.entry.heading == "blocked" || said.entry.heading == "needs"
  }

  /// The last who asked before help came, everybody who helped, and who wrote last.
  private static func chain(_ goal: GoalsOfPeriod.Goal, _ said: [ReportContext.Said], _ context: ReportContext)
    -> [Moment]
  {
    var all = said.map { Moment(day: $0.week.monday + 4, people: [$0.person], step: .said($0)) }
    for index in goal.trail { if let moment = joined(context.story.events[index], context) { all.append(moment) } }
    // Of one day, in the order above: reports are sorted by week and person, events by their commits.
    all = all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)

    // Who owned it at first is no help from elsewhere.
    let first = goal.course.before ?? goal.course.weeks.first { $0 != nil }.flatMap { $0 }
    let owners = Set(first?.owners ?? [])
    func helps(_ moment: Moment, _ asker: Moment) -> Bool {
      moment.people != asker.people && !moment.people.allSatisfy(owners.contains)
    }
    var asker: Int?
    var chain: [Moment] = []
    for (index, moment) in all.enumerated() {
      if let asker, helps(moment, all[asker]) {
        if chain.isEmpty { chain.append(all[asker]) }
        if let both = merged(chain[chain.count - 1], moment) {
          chain[chain.count - 1] = both
        } else if moment.people != chain[chain.count - 1].people {
          chain.append(moment)
        }
      } else if chain.isEmpty, case .said(let said) = moment.step, asks(said) {
        asker = index
      }
    }
    if let last = all.last, chain.count > 1, last.day > chain[chain.count - 1].day { chain.append(last) }
    return chain
  }

  private static func joined(_ event: Event, _ context: ReportContext) -> Moment? {
    guard let commit = context.story.commit(of: event) else { return nil }
    func moment(_ people: [Name], _ tasks: [String]) -> Moment? {
      people.isEmpty ? nil : Moment(day: commit.day, people: people, step: .joined(tasks: tasks, commit: commit))
    }
    switch event.change {
    case .field("owners", let from, let to):
      let old = from?.elements.compactMap(\.asText) ?? []
      return moment((to?.elements.compactMap(\.asText) ?? []).filter { !old.contains($0) }, [])
    case .taskChanged(let from, let to):
      let stay = from.owners.filter(to.owners.contains)
      let others =
        from.owners.isEmpty
        ? ", which nobody had" : stay.isEmpty ? "" : ", beside \(SummaryWords.list(stay.map(context.person)))"
      return moment(to.owners.filter { !from.owners.contains($0) }, ["“\(to.text)”\(others)"])
    default: return nil
    }
  }

  /// What one commit gave to the same people is one step.
  private static func merged(_ a: Moment, _ b: Moment) -> Moment? {
    guard a.people == b.people, case .joined(let first, let commit) = a.step, case .joined(let second, commit) = b.step,
      !first.isEmpty, !second.isEmpty
    else { return nil }
    return Moment(day: a.day, people: a.people, step: .joined(tasks: first + second, commit: commit))
  }

  // MARK: In words

  func figure(_ context: ReportContext) -> Figure {
    let left = moments.count - Self.mostTold
    let told = left > 0 ? Array(moments.prefix(Self.mostTold - 1)) + [moments[moments.count - 1]] : moments
    var entries = told.map { moment -> Chronicle.Entry in
      switch moment.step {
      case .said(let said):
        return .init(
          mark: Self.asks(said) ? .blocked : .written,
          head: "\(WeekWords.short(said.week, in: context.period.to.civil.year)) · \(context.person(said.person))",
          words: Line.quotation(context.words(said, of: goal.id), most: 280))
      case .joined(let tasks, let commit):
        let names = SummaryWords.list(moment.people.map(context.person).sorted { Name($0) < Name($1) })
        let isOne = moment.people.count == 1
        let words =
          tasks.isEmpty
          ? "\(names) \(isOne ? "joins as an owner" : "join as owners")."
          : "\(names) \(isOne ? "takes" : "take") the \(tasks.count == 1 ? "task" : "tasks") \(tasks.joined(separator: ", and "))."
        return .init(
          mark: .joined, head: "\(context.dayInFull(commit.day)) · \(context.commit(commit))", words: Line(words))
      }
    }
    let progress = TaskProgress(from: nil, to: goal.record.tasks)
    let tasks =
      progress.total == 0
      ? ""
      : "; \(progress.total == 1 ? "its one task is \(progress.done == 1 ? "done" : "open")" : "\(SummaryWords.ratio(progress.done, progress.total)) tasks \(SummaryWords.verb(max(progress.done, 1), "is", "are")) done")"
    let status = goal.course.now?.status
    entries.append(
      .init(
        mark: .state(status ?? .proposed), head: Line(context.dayInFull(context.input.asOf)),
        words: Line(
          goal.course.now == nil
            ? "The goal has gone."
            : "The goal is \(status == .proposed ? "still a proposal" : status?.words ?? "without a state")\(tasks).")))
    return Figure(
      "goal-story", "One story: how help came to \(goal.record.title)",
      encoding: "Who wrote of something in the way, who came to help from elsewhere, and what was heard last.",
      .chronicle(Chronicle(entries: entries)),
      foot: left > 0
        ? "\(SummaryWords.starting(left, "step")) before the last \(SummaryWords.verb(left, "is", "are")) left out."
        : nil)
  }
}
