internal import Documents
internal import Teamwork
internal import Text

/// How help came to a goal: somebody wrote that they were blocked or needed something, and somebody else wrote about the
/// goal afterwards, came to own it or took one of its tasks.
struct GoalStory {
  private enum Step {
    case said(ReportContext.Said)
    case joined([Name], words: String, commit: CommitInfo)
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

  private static func asks(_ said: ReportContext.Said) -> Bool { said.entry.heading == "blocked" || said.entry.heading == "needs" }

  /// From the first who asks: every time that the word, or the work, went to somebody else.
  private static func chain(_ goal: GoalsOfPeriod.Goal, _ said: [ReportContext.Said], _ context: ReportContext) -> [Moment] {
    var all = said.map { Moment(day: $0.week.monday + 4, people: [$0.person], step: .said($0)) }
    for index in goal.trail { if let moment = joined(context.story.events[index], context) { all.append(moment) } }
    // Of one day, in the order above: reports are sorted by week and person, events by their commits.
    all = all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    guard let first = all.firstIndex(where: { if case .said(let said) = $0.step { asks(said) } else { false } }) else { return [] }
    var chain = [all[first]]
    var isHelped = false
    for moment in all[(first + 1)...] {
      let isAsker = moment.people == chain[0].people
      guard moment.people != chain[chain.count - 1].people, isHelped || !isAsker else { continue }
      if !isAsker { isHelped = true }
      chain.append(moment)
    }
    return isHelped ? chain : []
  }

  private static func joined(_ event: Event, _ context: ReportContext) -> Moment? {
    guard let commit = context.story.commit(of: event) else { return nil }
    func moment(_ people: [Name], _ words: (String, Bool) -> String) -> Moment? {
      guard !people.isEmpty else { return nil }
      let names = SummaryWords.list(people.map(context.person).sorted { Name($0) < Name($1) })
      return Moment(day: commit.day, people: people, step: .joined(people, words: words(names, people.count == 1), commit: commit))
    }
    switch event.change {
    case .field("owners", let from, let to):
      let old = from?.elements.compactMap(\.asText) ?? []
      return moment((to?.elements.compactMap(\.asText) ?? []).filter { !old.contains($0) }) { names, one in "\(names) \(one ? "joins" : "join") as \(one ? "an owner" : "owners")." }
    case .taskChanged(let from, let to):
      let others = from.owners.isEmpty ? ", which nobody had" : to.owners.contains { from.owners.contains($0) } ? ", beside \(SummaryWords.list(from.owners.map(context.person)))" : ""
      return moment(to.owners.filter { !from.owners.contains($0) }) { names, one in "\(names) \(one ? "takes" : "take") the task “\(to.text)”\(others)." }
    default: return nil
    }
  }

  // MARK: In words

  func figure(_ context: ReportContext) -> Figure {
    let left = moments.count - Self.mostTold
    let told = left > 0 ? Array(moments.prefix(Self.mostTold - 1)) + [moments[moments.count - 1]] : moments
    var entries = told.map { moment -> Chronicle.Entry in
      switch moment.step {
      case .said(let said):
        return .init(
          mark: Self.asks(said) ? .blocked : .written, head: "W\(said.week.week) · \(context.person(said.person))", words: Line.quotation(context.words(said), most: 280))
      case .joined(_, let words, let commit):
        return .init(mark: .joined, head: "\(context.dayInFull(commit.day)) · \(context.commit(commit))", words: Line(words))
      }
    }
    let progress = TaskProgress(from: nil, to: goal.record.tasks)
    let tasks = progress.total == 0 ? "" : "; \(SummaryWords.ratio(progress.done, progress.total)) \(SummaryWords.verb(progress.total, "task is", "tasks are")) done"
    let status = goal.course.now?.status
    entries.append(
      .init(
        mark: .state(status ?? .proposed), head: Line(context.dayInFull(context.input.asOf)),
        words: Line(goal.course.now == nil ? "The goal has gone." : "The goal is \(status == .proposed ? "still a proposal" : status?.words ?? "without a state")\(tasks).")))
    return Figure(
      "goal-story", "One story: how help came to \(goal.record.title)",
      encoding: "From the first who wrote of something in the way, each time that the word or the work went to somebody else.", .chronicle(Chronicle(entries: entries)),
      foot: left > 0 ? "\(SummaryWords.starting(left, "step")) before the last \(SummaryWords.verb(left, "is", "are")) left out." : nil)
  }
}
