internal import Teamwork
internal import Text

extension Summary {
  /// The goals whose state is another than before, by the state they came to.
  private func moved(to status: GoalStatus) -> [Goal] {
    goals.filter { $0.status.now == status && $0.status.before != nil && $0.status.before != status }
  }

  /// The news in a sentence.
  package var headline: Line {
    var clauses: [String] = []
    func say(_ goals: [Goal], _ one: String, _ many: String) {
      guard !goals.isEmpty else { return }
      let subject =
        goals.count <= 2
        ? SummaryWords.list(goals.map { "“\($0.title)”" }) : "\(SummaryWords.number(goals.count)) goals"
      clauses.append("\(subject) \(goals.count == 1 ? one : many)")
    }
    say(moved(to: .done), "is done", "are done")
    say(moved(to: .offTrack), "went off track", "went off track")
    say(moved(to: .atRisk).filter { $0.status.before != .offTrack }, "is at risk", "are at risk")
    let recovered = moved(to: .onTrack).filter { $0.status.before == .atRisk || $0.status.before == .offTrack }
    say(recovered, "is back on track", "are back on track")
    say(moved(to: .paused), "is paused", "are paused")
    say(moved(to: .dropped), "was dropped", "were dropped")
    if clauses.count < 3, !slips.isEmpty {
      clauses.append(slips.count == 1 ? "one date moved" : "\(SummaryWords.number(slips.count)) dates moved")
    }
    let new = goals.count { before != nil && $0.status.before == nil && $0.status.now != nil }
    if clauses.count < 3, new > 0 {
      clauses.append(new == 1 ? "one goal is new" : "\(SummaryWords.number(new)) goals are new")
    }
    if clauses.isEmpty {
      let done = goals.reduce(0) { $0 + $1.tasks.doneInPeriod }
      let written = Set(
        (wins + blocked + next + needs + other).map(\.person) + goals.flatMap { $0.entries.map(\.person) }
      ).count
      if done > 0 { clauses.append(SummaryWords.counted(done, "task was done", "tasks were done")) }
      if before != nil { clauses.append("no goal changed its state") }
      let told = goals.count { !$0.entries.isEmpty }
      let about = told > 0 ? " about \(SummaryWords.counted(told, "goal"))" : ""
      if written > 0, done == 0 {
        clauses.insert("\(SummaryWords.counted(written, "person", "people")) wrote\(about)", at: 0)
      }
    }
    if clauses.isEmpty || clauses == ["no goal changed its state"] {
      let span = period.week == nil ? "time" : "week"
      return Line([
        .strong([
          .text(
            before == nil
              ? "Nothing was written in this \(span)." : "A quiet \(span)\(asOf < period.to ? " so far" : "").")
        ])
      ])
    }
    return Line([.strong([.text(SummaryWords.capitalised(SummaryWords.list(Array(clauses.prefix(3)))) + ".")])])
  }

  /// The states of the goals in progress, and what they were.
  var states: Line? {
    let open: [GoalStatus] = [.onTrack, .atRisk, .offTrack]
    let total = open.reduce(0) { $0 + (now[$1] ?? 0) }
    let told = open.filter { (now[$0] ?? 0) > 0 || (before?[$0] ?? 0) > 0 }
    guard total > 0 else { return nil }
    var parts: [Line.Part] = [.text("\(counted(total, "goal")) in progress: ")]
    for (index, status) in told.enumerated() {
      if index > 0 { parts.append(.text(", ")) }
      parts.append(.state("\(now[status] ?? 0) \(status.words)", Self.tone(status)))
    }
    if let before, !before.isEmpty, told.contains(where: { before[$0] ?? 0 != now[$0] ?? 0 }) {
      let numbers = SummaryWords.list(told.map { String(before[$0] ?? 0) })
      parts.append(.text(" (\(period.week == nil ? "before" : "last week"): \(numbers))"))
    }
    let rest = [GoalStatus.proposed, .paused].compactMap { status in
      now[status].flatMap { $0 > 0 ? "\($0) \(status.words)" : nil }
    }
    if !rest.isEmpty { parts.append(.text("; " + rest.joined(separator: ", "))) }
    parts.append(.text("."))
    return Line(parts)
  }

  static func tone(_ status: GoalStatus?) -> Line.Tone {
    switch status {
    case .onTrack, .done: .good
    case .atRisk: .attention
    case .offTrack: .bad
    default: .plain
    }
  }
}
