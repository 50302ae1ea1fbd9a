internal import Teamwork
internal import Text

/// How few people hold half of something, without names: decisions by month, open goals and waiting requests as they
/// stood at the end of each month.
struct RestingOnFew {
  let decisions: [Concentration.Bar]
  let goals: [Concentration.Bar?]
  let requests: [Concentration.Bar?]
  let decided: Concentration.Bar?
  private let parts: PeriodParts

  /// Fewer say nothing of how deciding is shared.
  static let fewest = 3
  private static let mostBars = 12

  init(_ context: ReportContext, _ made: [DecisionsOfPeriod.Decision]) {
    let parts = context.parts
    self.parts = parts
    decisions = Self.joined(parts, made)
    decided =
      made.count < Self.fewest
      ? nil : Concentration.Bar(label: "the period", shares: Self.shares(made.flatMap { Self.deciders($0.record) }))
    let goals = context.atEnds(of: parts, .goal) {
      $0.isOpenGoal ? $0.owners : nil
    } _: {
      Self.shares($0.joined())
    }
    let now = context.now
    let requests = context.atEnds(of: parts, .request) {
      Self.isWaiting($0) ? Self.asked($0, now) : nil
    } _: {
      Self.shares($0)
    }
    let fewest = Self.fewest
    func bars(_ shares: [[Int]?]) -> [Concentration.Bar?] {
      zip(parts.parts, shares).map { part, shares in
        shares.flatMap { $0.reduce(0, +) < fewest ? nil : Concentration.Bar(label: part.name, shares: $0) }
      }
    }
    self.goals = bars(goals)
    self.requests = bars(requests)
  }

  /// Neither declined nor done nor withdrawn.
  static func isWaiting(_ request: Record) -> Bool {
    request[Request.status]?.isWaiting == true
  }

  private static func asked(_ request: Record, _ workspace: Workspace) -> Name? {
    guard let to = request.name("to")?.value else { return nil }
    // `software` and `teams/software` are one.
    guard case .record(let number) = workspace.resolve(to, as: [.person, .team, .role]) else { return to }
    return Name(workspace.records[number].reference)
  }

  private static func deciders(_ decision: Record) -> [Name] { Array(Set(decision.names("by").map(\.value))) }

  /// How much each holder holds, the most first.
  private static func shares(_ holders: some Sequence<Name>) -> [Int] {
    var counts: [Name: Int] = [:]
    for holder in holders { counts[holder, default: 0] += 1 }
    return counts.values.sorted(by: >)
  }

  /// Months with fewer than three decisions go together with the next; the last ones with those before.
  private static func joined(_ parts: PeriodParts, _ made: [DecisionsOfPeriod.Decision]) -> [Concentration.Bar] {
    var spans: [(from: Int, to: Int, decisions: [Record])] = []
    var byPart = [[Record]](repeating: [], count: parts.parts.count)
    for decision in made { if let part = parts.index(of: decision.day) { byPart[part].append(decision.record) } }
    for (part, records) in byPart.enumerated() {
      if let last = spans.last, last.decisions.count < fewest {
        spans[spans.count - 1] = (last.from, part, last.decisions + records)
      } else {
        spans.append((part, part, records))
      }
    }
    if let last = spans.last, last.decisions.count < fewest, spans.count > 1 {
      spans.removeLast()
      let before = spans[spans.count - 1]
      spans[spans.count - 1] = (before.from, last.to, before.decisions + last.decisions)
    }
    return spans.filter { $0.decisions.count >= fewest }.map { span in
      let label =
        span.from == span.to
        ? parts.parts[span.from].name : "\(parts.parts[span.from].name) to \(parts.parts[span.to].name)"
      return .init(label: label, shares: shares(span.decisions.flatMap(deciders)))
    }
  }

  /// As it stood last.
  var owned: Concentration.Bar? { goals.last { _ in true }.flatMap { $0 } }
  var asked: Concentration.Bar? { requests.last { _ in true }.flatMap { $0 } }

  func trend(_ bars: [Concentration.Bar?]) -> [Measure.Point] { parts.points(bars.map { $0.map { Double($0.half) } }) }

  // MARK: In words

  /// Whether half of it rests on a third or less of those who have any of it.
  static func isWithFew(_ bar: Concentration.Bar) -> Bool { bar.shares.count > 2 && bar.half * 3 <= bar.shares.count }

  /// "Half of the 14 open goals rest on 3 of 9 owners."
  private static func sentence(
    _ bar: Concentration.Bar, _ name: String, _ one: String, _ many: String, rest: String, _ holder: String,
    _ holders: String
  ) -> String {
    let things = bar.total == 1 ? "the one \(one)" : "the \(many)"
    switch bar.shares.count {
    case 1: return "\(SummaryWords.capitalised(things)) \(bar.total == 1 ? "rests" : "rest") on one \(holder)."
    case 2: return "\(SummaryWords.capitalised(things)) \(rest) two \(holders)."
    default:
      return
        "\(name) \(isWithFew(bar) ? "rests on few" : "is spread"): half of \(things) \(rest) \(SummaryWords.ratio(bar.half, bar.shares.count)) \(holders)."
    }
  }

  /// From how many things up a sentence is made of them.
  private static let fewestToTell = 5

  private func isTold(_ bar: Concentration.Bar?) -> Concentration.Bar? {
    bar.flatMap { $0.total >= Self.fewestToTell ? $0 : nil }
  }

  /// Without what a picture's title says already.
  var sentences: [String] {
    var found: [String] = []
    if let owned = isTold(owned), decided != nil {
      found.append(Self.sentence(owned, "Ownership", "open goal", "open goals", rest: "rest on", "owner", "owners"))
    }
    if let asked = isTold(asked) {
      found.append(
        Self.sentence(
          asked, "Being asked", "waiting request", "waiting requests", rest: "are addressed to", "person or team",
          "people and teams"))
    }
    return found
  }

  /// How the number of people who decide moved, where months can be compared.
  var movement: String? {
    guard let first = decisions.first, let last = decisions.last, decisions.count > 1,
      first.shares.count != last.shares.count
    else { return nil }
    func people(_ bar: Concentration.Bar) -> String { SummaryWords.counted(bar.shares.count, "person", "people") }
    return "In \(first.label) \(people(first)) decided, in \(last.label) \(SummaryWords.number(last.shares.count))."
  }

  var figure: Figure? {
    func shown(_ bars: [Concentration.Bar?]) -> [Concentration.Bar] {
      let bars = bars.compactMap { $0 }
      if bars.count <= Self.mostBars { return bars }
      // Every so many months, the last among them.
      let step = (bars.count + Self.mostBars - 1) / Self.mostBars
      return bars.enumerated().filter { (bars.count - 1 - $0.offset) % step == 0 }.map(\.element)
    }
    let groups = [
      Concentration.Group(title: "Who decides", bars: shown(decisions)),
      .init(title: "Who owns open goals", bars: shown(goals)),
      .init(title: "Who is asked", bars: shown(requests)),
    ].filter { !$0.bars.isEmpty }
    guard !groups.isEmpty else { return nil }
    let title: String
    if let decided, decided.shares.count > 1 {
      title = "Half of the decisions rest on \(SummaryWords.ratio(decided.half, decided.shares.count)) people"
    } else if let owned, owned.shares.count > 1 {
      title = "Half of the open goals rest on \(SummaryWords.ratio(owned.half, owned.shares.count)) owners"
    } else {
      title = "How few hold half of what there is"
    }
    let ends = parts.isWeekly ? "week" : "month"
    return Figure(
      "concentration", title,
      encoding:
        "A bar a \(ends), a block for each who holds something, widest first and without names; the stronger blocks together make half.",
      .concentration(Concentration(groups: groups)),
      foot: decisions.isEmpty
        ? nil
        : "A decision counts once for each who took it. A \(ends) with fewer than three decisions is joined with the next."
    )
  }
}
