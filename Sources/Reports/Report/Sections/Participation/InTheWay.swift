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
    // Somebody may write a thing twice; it is in the way once.
    var seen: Set<String> = []
    items = context.entries.filter {
      $0.entry.heading == "blocked" && !$0.entry.saysNothing && seen.insert("\($0.record.id) \($0.entry.text)").inserted
    }
    .map { Item(said: $0, answer: after.answer(to: $0), event: after.event($0)) }
    .sorted { ($1.said.week, $0.said.person) < ($0.said.week, $1.said.person) }
  }

  private var followed: [Item] { items.filter(\.answer.isKnown) }
  private var silent: [Item] { items.filter { if case .nothing = $0.answer { true } else { false } } }

  var finding: Line? {
    guard !items.isEmpty else { return context.reports.isEmpty ? nil : "Nobody wrote that something was in the way." }
    let reports = Set(items.map(\.said.record.id)).count
    var sentences: [Line] = []
    sentences.append(
      "\(SummaryWords.capitalised(SummaryWords.counted(reports, "report says", "reports say"))) that something was in the way."
    )
    if !followed.isEmpty {
      let moved = followed.count { if case .moved = $0.answer { true } else { false } }
      let told = followed.count { if case .told = $0.answer { true } else { false } }
      let own = followed.count - moved - told - silent.count
      let ways = [
        (moved, "by a change of the goal or the end of the task"), (told, "by what somebody else wrote of it"),
        (own, "by another line of their own"),
        (silent.count, "by nothing"),
      ].filter { $0.0 > 0 }
      let what = SummaryWords.capitalised(
        SummaryWords.counted(followed.count, "entry that names a goal was", "entries that name a goal were"))
      // Where there is one way, its number is that of the entries.
      let how =
        ways.count == 1
        ? " \(ways[0].1)" : ": \(SummaryWords.list(ways.map { "\(SummaryWords.number($0.0)) \($0.1)" }))"
      sentences.append("\(what) followed\(how).")
    }
    if !silent.isEmpty {
      sentences.append(
        "Nothing has been heard since of \(Line.goals(Set(silent.flatMap(\.said.goals)).sorted(), context)).")
    }
    let early = items.count { if case .early = $0.answer { true } else { false } }
    if early > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(early, "entry is", "entries are"))) of the newest week: too early to tell."
      )
    }
    return .sentences(sentences)
  }

  var figure: Figure? {
    guard !items.isEmpty else { return nil }
    // What waits for a word comes first.
    func isWaiting(_ item: Item) -> Bool { if case .nothing = item.answer { true } else { false } }
    func isNew(_ item: Item) -> Bool { if case .early = item.answer { true } else { false } }
    let ordered = items.filter(isWaiting) + items.filter(isNew) + items.filter { !isWaiting($0) && !isNew($0) }
    let year = context.period.to.civil.year
    let title =
      items.count == 1
      ? "One thing was in the way" + (silent.isEmpty ? "" : ", and nothing was heard of it since")
      : "\(SummaryWords.capitalised(SummaryWords.number(items.count))) things were in the way"
        + (silent.isEmpty ? "" : "; of \(SummaryWords.number(silent.count)) nothing was heard since")
    let rest = ordered.count - Self.most
    return Figure(
      "in-the-way", title,
      encoding:
        "What people wrote under Blocked, and the first that was done or said about the goal after it. Heard of does not mean solved.",
      .table(
        Table(
          "What people said was in their way",
          columns: [.init("Goal"), .init("Who"), .init("Week"), .init("In their words"), .init("Since then")],
          rows: ordered.prefix(Self.most).map { item in
            let goals = item.said.goals.map { context.goal($0) }
            var names: [Line.Part] = []
            for goal in goals { names += (names.isEmpty ? [] : [.text(", ")]) + [goal] }
            return [
              Line(names), Line(context.person(item.said.person)),
              Line([.link([.text(WeekWords.short(item.said.week, in: year))], .file(item.said.record.path))]),
              Line.words(of: item.said, context), item.answer.words,
            ]
          })), foot: rest > 0 ? "\(rest) more are in the reports." : nil)
  }

  var measure: Measure {
    let parts = context.parts
    let followed = followed
    let value: Measure.Value =
      context.reports.isEmpty
      ? .none("No reports of these weeks are on file.")
      : items.isEmpty
        ? .none("No report has an entry under Blocked.")
        : followed.isEmpty
          ? .none("No entry under Blocked links to a goal and is older than the newest week, so none can be followed.")
          : .share(followed.count { $0.answer.isAnswered }, of: followed.count)
    return Measure(
      "blocks-answered", value,
      trend: parts.points(parts.shares(of: followed.map { (parts.index(of: $0.said.week), $0.answer.isAnswered) })),
      events: Array(Set(followed.compactMap(\.event))).sorted())
  }
}
