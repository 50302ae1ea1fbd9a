internal import Teamwork
internal import Text

/// Ideas, practices, challenges and risks that were shared, and what became of each.
struct NotesOfPeriod {
  struct Note {
    let record: Record
    /// When it was shared.
    let day: Day?
    /// What its state became, as places in the story's `events`, the earliest first.
    let moves: [Int]
    let created: Int?
    /// Came in the period.
    let isNew: Bool

    /// A note without a state is open.
    var state: String { record.text("status") ?? "open" }
    var isOpen: Bool { state == "open" }
    var isRisk: Bool { record.text("kind") == "risk" }
  }

  /// Those shared in the period, or open when it began, or told of since; the newest first.
  private(set) var notes: [Note] = []
  /// Went in the period: their titles.
  private(set) var gone: [(title: String, event: Int)] = []
  /// All that are on file at the end.
  let total: Int

  init(_ context: ReportContext) {
    let records = context.now.records(of: .note)
    total = records.count
    let before = context.input.before?.records(of: .note) ?? []
    if records.isEmpty, before.isEmpty,
      !context.eventsInPeriod.contains(where: { context.story.events[$0].kind == .note })
    {
      return
    }
    let trails = context.trails(of: .note)
    for record in records {
      let trail = trails[record.id]
      let created = trail.first { context.story.events[$0].isCreation }
      let day = record.day("date")?.value ?? created.flatMap(context.day)
      let moves = trail.filter { context.story.events[$0].move(of: "status") != nil }
      let note = Note(
        record: record, day: day, moves: moves, created: created, isNew: day.map(context.period.contains) ?? false)
      if note.isNew || note.isOpen || moves.contains(where: context.isInPeriod) { notes.append(note) }
    }
    notes.sort { ($0.day ?? Day(number: .min), $0.record.id) > ($1.day ?? Day(number: .min), $1.record.id) }
    for (id, trail) in trails.gone {
      if let last = trail.last, context.isInPeriod(last), context.story.events[last].isRemoval {
        gone.append((context.story.events[last].title ?? id.text, last))
      }
    }
    gone.sort { ($0.event, Name($0.title)) < ($1.event, Name($1.title)) }
  }

  /// Ideas, practices and challenges.
  var shared: [Note] { notes.filter { !$0.isRisk } }
  var followed: Int { shared.count { !$0.isOpen } }
  var risks: [Note] { notes.filter(\.isRisk) }
  var openRisks: [Note] { risks.filter(\.isOpen) }
  /// Nobody watches them.
  var unownedRisks: [Note] { openRisks.filter { $0.record.name("owner") == nil } }

  // MARK: In words

  /// "adopted on 18 Sep `a1b2c3d`", "open for seven weeks".
  static func outcome(_ note: Note, _ context: ReportContext) -> Line {
    var parts: [Line.Part] = []
    if let last = note.moves.last, let day = context.day(ofEvent: last), !note.isOpen {
      parts.append(.text("\(note.state) on \(context.day(day))"))
      if let source = context.quoted(last) { parts += [.text(" "), source] }
    } else if !note.isOpen {
      parts.append(.text("\(note.state), as it came"))
      if let source = note.created.flatMap(context.quoted) { parts += [.text(" "), source] }
    } else if let day = note.day, context.input.asOf - day >= 14 {
      parts.append(.text("open for \(SummaryWords.number((context.input.asOf - day) / 7)) weeks"))
    } else {
      parts.append(.text("open"))
    }
    return Line(parts)
  }

  private static let mostRows = 40

  func table(_ context: ReportContext) -> Figure? {
    let shared = shared
    guard !shared.isEmpty else { return nil }
    let rows = shared.prefix(Self.mostRows).map { note -> [Line] in
      [
        "\(context.record(note.record))", Line(note.record.text("kind") ?? ""),
        Line(note.record.names("by").map { context.person($0.value) }.joined(separator: ", ")),
        Line(note.day.map(context.day) ?? ""), Self.outcome(note, context),
      ]
    }
    let title: String
    switch (followed, shared.count) {
    case (0, 1): title = "The one note that was shared is still open"
    case (1, 1): title = "The one note that was shared was taken up"
    case (0, let all): title = "\(SummaryWords.capitalised(SummaryWords.every(all))) notes are still open"
    case (let some, let all) where some == all: title = "Something became of all \(SummaryWords.number(all)) notes"
    case (let some, let all): title = "Something became of \(SummaryWords.ratio(some, all)) notes"
    }
    return Figure(
      "notes", title, encoding: "Ideas, practices and challenges, the newest first, with what their state became.",
      .table(
        Table(
          "What became of notes",
          columns: [.init("Note"), .init("Kind"), .init("By"), .init("Shared"), .init("What became of it")],
          rows: Array(rows))),
      foot: shared.count > Self.mostRows
        ? "And \(SummaryWords.number(shared.count - Self.mostRows)) older ones: \(.code("tw list notes"))." : nil)
  }

  func riskTable(_ context: ReportContext) -> Figure? {
    let risks = risks.sorted {
      ($0.isOpen ? 0 : 1, $1.day ?? Day(number: .min), $0.record.id) < (
        $1.isOpen ? 0 : 1, $0.day ?? Day(number: .min), $1.record.id
      )
    }
    guard !risks.isEmpty else { return nil }
    let rows = risks.prefix(Self.mostRows).map { note -> [Line] in
      let goals = note.record.names("goals").map { goal -> Line in
        guard let record = context.now.record(.goal, goal.value), let status = record.status else {
          return "\(context.goal(goal.value))"
        }
        return "\(context.goal(goal.value)) (\(.state(status.words, Summary.tone(status))))"
      }
      return [
        "\(context.record(note.record))", Line.some(of: goals, most: 5),
        note.record.name("owner").map { Line(context.person($0.value)) }
          ?? (note.isOpen ? Line([.state("nobody yet", .attention)]) : ""), Self.outcome(note, context),
      ]
    }
    let open = openRisks.count
    let unowned = unownedRisks.count
    let title: String
    switch (open, unowned) {
    case (0, _): title = "No risk is open"
    case (1, 0): title = "The one open risk is in somebody’s hands"
    case (1, _): title = "The one open risk has nobody yet"
    case (let open, 0):
      title = "\(SummaryWords.capitalised(SummaryWords.every(open))) open risks are in somebody’s hands"
    default:
      title =
        "\(SummaryWords.capitalised(SummaryWords.ratio(unowned, open))) open risks \(unowned == 1 ? "has" : "have") nobody yet"
    }
    return Figure(
      "risks", title, encoding: "Risks beside the goals that they threaten, the open ones first.",
      .table(
        Table(
          "Risks", columns: [.init("Risk"), .init("Threatens"), .init("In the hands of"), .init("State")],
          rows: Array(rows))),
      foot: risks.count > Self.mostRows
        ? "And \(SummaryWords.number(risks.count - Self.mostRows)) more: \(.code("tw list notes"))." : nil)
  }
}
