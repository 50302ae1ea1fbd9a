internal import Teamwork
internal import Text

/// Goals that somebody proposed, and what became of them.
struct Proposals {
  struct Proposal {
    let goal: GoalsOfPeriod.Goal
    /// Where it became a proposal last, else where it came, when that is known.
    let raised: Int?
    /// Where it ceased to be a proposal.
    let settled: Int?
    /// What became of it; nil while it waits.
    let became: GoalStatus?
    /// What happened to the goal above it in the four weeks after, its state and its progress aside.
    let moved: [Int]

    var record: Record { goal.record }
    var isOpen: Bool { became == nil && goal.course.now != nil }
    var events: [Int] { [raised, settled].compactMap { $0 } }
  }

  let all: [Proposal]

  /// More are told in a table.
  private static let mostTold = 12
  private static let daysAfter = 28

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    all = goals.all.compactMap { goal in
      let moves = goal.trail.compactMap { index in
        context.story.events[index].statusMove.map { (index: index, move: $0) }
      }
      let wasProposed =
        goal.course.before?.status == .proposed || goal.course.versions.contains { $0.status == .proposed }
        || moves.contains { $0.move.from == .proposed || $0.move.to == .proposed }
      guard wasProposed else { return nil }
      let isOpen = goal.course.now?.status == .proposed
      let settled = isOpen ? nil : moves.last { $0.move.from == .proposed }?.index
      return Proposal(
        goal: goal, raised: moves.last { $0.move.to == .proposed && $0.move.from != .proposed }?.index ?? goal.came,
        settled: settled, became: isOpen ? nil : goal.course.now?.status, moved: Self.moved(goal, context, goals))
    }
  }

  /// What a proposal from below may have moved: dates, words and tasks of the goal above it.
  private static func moved(_ goal: GoalsOfPeriod.Goal, _ context: ReportContext, _ goals: GoalsOfPeriod) -> [Int] {
    guard let came = goal.came, context.isInPeriod(came), let day = context.day(ofEvent: came),
      let parent = goal.record.name("parent")?.value,
      let above = goals[parent]
    else { return [] }
    return above.trail.filter { index in
      guard let then = context.day(ofEvent: index), (0...daysAfter).contains(then - day), index <= came else {
        return false
      }
      switch context.story.events[index].change {
      case .field(let name, _, _): return name != "status" && name != "measures"
      case .taskAdded, .taskRemoved, .taskDropped: return true
      default: return false
      }
    }
  }

  // MARK: In words

  func finding(_ context: ReportContext) -> [Line] {
    guard !all.isEmpty else { return ["Nobody proposed a goal in this time."] }
    let open = all.filter(\.isOpen)
    let count =
      "\(SummaryWords.starting(all.count, "goal")) \(SummaryWords.verb(all.count, "was a proposal", "were proposals")) at some time"
    let taken = all.count { $0.became.map { $0 != .dropped } ?? false }
    let aside = all.count { $0.became == .dropped }
    let gone = all.count { $0.goal.course.now == nil }
    var fates: [String] = []
    if taken > 0 { fates.append("\(SummaryWords.number(taken)) \(SummaryWords.verb(taken, "was", "were")) taken") }
    if aside > 0 { fates.append("\(SummaryWords.number(aside)) \(SummaryWords.verb(aside, "was", "were")) set aside") }
    if gone > 0 { fates.append("\(SummaryWords.number(gone)) \(SummaryWords.verb(gone, "was", "were")) removed") }
    if !open.isEmpty {
      fates.append("\(SummaryWords.number(open.count)) \(SummaryWords.verb(open.count, "waits", "wait")) for an answer")
    }
    var line = "\(count): \(SummaryWords.list(fates))." as Line
    if let together = together(context) { line = "\(line) \(together)" }
    if all.count == 1 {
      let only = all[0]
      line =
        "One goal was proposed, \(context.named(only.goal.id)): \(only.isOpen ? "it waits for an answer" : only.goal.course.now == nil ? "it was removed" : only.became == .dropped ? "it was set aside" : "it was taken")."
    } else if !open.isEmpty, open.count < all.count || open.count <= 4 {
      line = "\(line) Still open: \(Line.some(of: context.goalLines(open.map(\.goal.id)), most: 4))."
    }
    let moving = all.filter { !$0.moved.isEmpty }
    if moving.isEmpty { return [line] }
    let above = Line.some(
      of: moving.map { proposal in
        "\(context.named(proposal.record.name("parent")?.value ?? "")) after \(context.named(proposal.goal.id))"
      }, most: 3)
    return [
      line,
      "\(SummaryWords.starting(moving.count, "proposal")) from below \(SummaryWords.verb(moving.count, "was", "were")) followed within four weeks by a change to the goal above: \(above).",
    ]
  }

  /// Most of them settled by one commit.
  private func together(_ context: ReportContext) -> Line? {
    var counts: [Int: Int] = [:]
    for proposal in all {
      if let commit = proposal.settled.flatMap({ context.story.events[$0].commit }) { counts[commit, default: 0] += 1 }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 5,
      most.value * 2 >= all.count
    else { return nil }
    let commit = context.story.commits[most.key]
    return
      "\(SummaryWords.capitalised(SummaryWords.number(most.value))) got their answer together, on \(context.dayInFull(commit.day)) (\(context.commit(commit)))."
  }

  private func fate(_ proposal: Proposal, _ context: ReportContext) -> Line {
    if proposal.goal.course.now == nil { return "removed" }
    guard let became = proposal.became else { return "waits for an answer" }
    guard let settled = proposal.settled, let (author, commit) = context.told(settled) else {
      return "now \(became.words)"
    }
    let words = became == .dropped ? "set aside" : "taken"
    let now = became == .dropped ? "" : ", now \(became.words)"
    return "\(words) on \(context.dayInFull(commit.day)) by \(author)\(now) (\(context.commit(commit)))"
  }

  private func raised(_ proposal: Proposal, _ context: ReportContext) -> (by: String, day: Day)? {
    proposal.raised.flatMap(context.told).map { ($0.author, $0.commit.day) }
  }

  func figure(_ context: ReportContext) -> Figure? {
    guard !all.isEmpty else { return nil }
    let title =
      all.count == 1
      ? "One proposal and what became of it" : "\(SummaryWords.starting(all.count, "proposal")) and what became of them"
    let sorted = all.sorted { a, b in
      switch (a.raised, b.raised) {
      case (let first?, let second?): context.isEarlier(first, second)
      case (nil, nil): a.goal.id < b.goal.id
      default: a.raised == nil
      }
    }
    let parents = Set(all.map { $0.record.name("parent")?.value })
    guard all.count > Self.mostTold else {
      let entries = sorted.map { proposal in
        let raised = raised(proposal, context)
        // Below the same goal, each need not say so.
        let under =
          parents.count == 1
          ? "" : proposal.record.name("parent").map { " under \(context.goal($0.value))" as Line } ?? ""
        return Chronicle.Entry(
          mark: .state(proposal.became ?? .proposed),
          head: raised.map { "\(context.dayInFull($0.day)) · \($0.by)" } ?? "earlier",
          words: "\(context.goal(proposal.goal.id))\(under): \(fate(proposal, context)).")
      }
      return Figure(
        "proposals", title,
        encoding:
          "Each proposal with the day on which it was raised and who raised it; the mark is its state at the end.",
        .chronicle(Chronicle(entries: entries)))
    }
    let rows = sorted.map { proposal -> [Line] in
      let raised = raised(proposal, context)
      return [
        "\(context.goal(proposal.goal.id))",
        Line(raised.map { "\($0.by), \(context.day($0.day))" } ?? "before what is known"), fate(proposal, context),
      ]
    }
    return Figure(
      "proposals", title, encoding: "Each proposal with who raised it and what became of it, the oldest first.",
      .table(
        Table(
          "Proposals and what became of them",
          columns: [.init("Proposal"), .init("Raised by"), .init("What became of it")], rows: rows)))
  }
}
