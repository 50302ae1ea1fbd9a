internal import Teamwork
internal import Text

/// What people wrote under `Blocked`, and what came of it.
struct InTheWay {
  struct Item {
    let said: ReportContext.Said
    let answer: WhatCameOfIt.Answer
    let event: Int?
  }

  /// The newest first.
  let items: [Item]
  private let context: ReportContext

  /// Of the rest it is said how many there are.
  private static let most = 40

  init(_ context: ReportContext, _ after: WhatCameOfIt) {
    self.context = context
    items = context.entries.filter { $0.entry.heading == "blocked" && !$0.entry.saysNothing }
      .map { Item(said: $0, answer: after.answer(to: $0), event: after.event($0)) }
      .sorted { ($1.said.week, $0.said.person) < ($0.said.week, $1.said.person) }
  }

  private var followed: [Item] { items.filter { if case .unknown = $0.answer { false } else { true } } }
  private var silent: [Item] { items.filter { if case .nothing = $0.answer { true } else { false } } }

  var finding: Line? {
    guard !items.isEmpty else { return context.reports.isEmpty ? nil : "Nobody wrote that something was in the way." }
    let reports = Set(items.map(\.said.record.id)).count
    var sentences: [Line] = []
    sentences.append("\(SummaryWords.capitalised(SummaryWords.counted(reports, "report says", "reports say"))) that something was in the way.")
    let answered = followed.count { $0.answer.isAnswered }
    if !followed.isEmpty {
      let what = SummaryWords.capitalised(SummaryWords.part(answered, of: followed.count, "entry that names a goal", "entries that name a goal"))
      sentences.append("\(what) got an answer: the goal’s state or owners changed, the task came to its end, or somebody else wrote about it.")
    }
    if !silent.isEmpty {
      let goals = Set(silent.flatMap(\.said.goals)).sorted().prefix(4).map { context.goal($0) }
      let more = Set(silent.flatMap(\.said.goals)).count - goals.count
      var names: [Line.Part] = []
      for (index, goal) in goals.enumerated() {
        if index > 0 { names.append(.text(index == goals.count - 1 && more == 0 ? " and " : ", ")) }
        names.append(goal)
      }
      if more > 0 { names.append(.text(" and \(SummaryWords.counted(more, "other"))")) }
      sentences.append("Nothing has been heard since of \(names).")
    }
    return .joined(sentences)
  }

  var figure: Figure? {
    guard !items.isEmpty else { return nil }
    // What waits for a word comes first.
    let ordered = silent + items.filter { if case .nothing = $0.answer { false } else { true } }
    let year = context.period.to.civil.year
    let title =
      items.count == 1
      ? "One thing was in the way" + (silent.isEmpty ? "" : ", and nothing was heard of it since")
      : "\(SummaryWords.capitalised(SummaryWords.number(items.count))) things were in the way"
        + (silent.isEmpty ? "" : "; of \(SummaryWords.number(silent.count)) nothing was heard since")
    let rest = ordered.count - Self.most
    return Figure(
      "in-the-way", title,
      encoding: "What people wrote under Blocked, and the first that was done or said about the goal after it. Heard of does not mean solved.",
      .table(
        Table(
          "What people said was in their way", columns: [.init("Goal"), .init("Who"), .init("Week"), .init("In their words"), .init("Since then")],
          rows: ordered.prefix(Self.most).map { item in
            let goals = item.said.goals.map { context.goal($0) }
            var names: [Line.Part] = []
            for goal in goals { names += (names.isEmpty ? [] : [.text(", ")]) + [goal] }
            return [
              Line(names), Line(context.person(item.said.person)), Line([.link([.text(WeekWords.short(item.said.week, in: year))], .file(item.said.record.path))]),
              .quoted(context.words(item.said)), item.answer.words,
            ]
          })), foot: rest > 0 ? "\(rest) more, all heard of since or without a goal, are in the reports." : nil)
  }

  var measure: Measure {
    let parts = TrendParts(context)
    let followed = followed
    let value: Measure.Value =
      context.reports.isEmpty
      ? .none("No reports of these weeks are on file.")
      : items.isEmpty
        ? .none("No report has an entry under Blocked.")
        : followed.isEmpty ? .none("No entry under Blocked links to a goal, so none can be followed.") : .share(followed.count { $0.answer.isAnswered }, of: followed.count)
    return Measure(
      "blocks-answered", value,
      trend: parts.points(sharing: followed.map { (max(context.period.from, min($0.said.week.sunday, context.input.asOf)), $0.answer.isAnswered) }),
      events: Array(Set(followed.compactMap(\.event))).sorted())
  }
}
