internal import Documents
internal import Teamwork
internal import Text

/// What was decided in the period, what waits to be, and what gave way.
struct DecisionsOfPeriod {
  struct Decision {
    let record: Record
    let day: Day
    /// Its place in the story's `events`: where it came, or, for one that was settled later, where that happened.
    let event: Int?

    var isConsulted: Bool { !record.names("consulted").isEmpty }
  }

  /// A goal that gave way so that another can succeed.
  struct Yield {
    let decision: Decision
    let goal: Name
    let to: Name
    let why: String?
  }

  /// Settled in the period, the earliest first.
  private(set) var made: [Decision] = []
  /// Proposed and not settled at the end, the oldest first.
  private(set) var open: [Decision] = []
  /// Went in the period: their titles.
  private(set) var gone: [(title: String, event: Int)] = []
  /// What the file says cannot be told apart: no state, or no day.
  private(set) var untold: [Record] = []
  /// All that are on file at the end.
  let total: Int

  private static let settled: Set<String> = ["accepted", "rejected", "superseded"]

  init(_ context: ReportContext) {
    let records = context.now.records(of: .decision)
    total = records.count
    if records.isEmpty, context.input.before?.records(of: .decision).isEmpty != false,
      !context.eventsInPeriod.contains(where: { context.story.events[$0].kind == .decision })
    {
      return
    }
    let trails = context.trails(of: .decision)
    for record in records {
      let trail = trails[record.id]
      let came = trail.first { context.story.events[$0].isCreation }
      guard let state = record.text("status"), let day = record.day("date")?.value ?? came.flatMap(context.day) else {
        untold.append(record)
        continue
      }
      if state == "proposed" {
        open.append(Decision(record: record, day: day, event: came))
      } else if Self.settled.contains(state) {
        let moved = trail.first { index in
          guard context.isInPeriod(index), let move = context.story.events[index].move(of: "status") else {
            return false
          }
          return move.from?.asText == "proposed" && move.to?.asText.map { Self.settled.contains($0.text) } == true
        }
        if let moved, let settledOn = context.day(ofEvent: moved) {
          // Proposed for a while: it was decided on the day on which its state said so.
          made.append(Decision(record: record, day: settledOn, event: moved))
        } else if context.period.contains(day) {
          made.append(Decision(record: record, day: day, event: came))
        }
      }
    }
    made.sort { ($0.day, $0.record.id) < ($1.day, $1.record.id) }
    open.sort { ($0.day, $0.record.id) < ($1.day, $1.record.id) }
    gone = Self.gone(context, trails)
  }

  private static func gone(_ context: ReportContext, _ trails: RecordTrails) -> [(title: String, event: Int)] {
    return trails.gone.compactMap { id, trail -> (title: String, event: Int)? in
      guard let last = trail.last, context.isInPeriod(last), context.story.events[last].isRemoval else {
        return nil
      }
      return (context.story.events[last].title ?? id.text, last)
    }.sorted { ($0.event, Name($0.title)) < ($1.event, Name($1.title)) }
  }

  var consulted: Int { made.count(where: \.isConsulted) }

  /// What accepted decisions say gave way.
  var yields: [Yield] {
    made.filter { $0.record.text("status") == "accepted" }.flatMap { decision in
      decision.record.list("yields").compactMap { item -> Yield? in
        guard case .reference(let goal)? = item.value[member: "goal"]?.value,
          case .reference(let to)? = item.value[member: "to"]?.value
        else { return nil }
        return Yield(decision: decision, goal: goal, to: to, why: item.value[member: "why"]?.value.asText)
      }
    }
  }

  // MARK: As a table

  private static let mostRows = 40

  private var title: String {
    switch (made.count, consulted) {
    case (0, _):
      SummaryWords.capitalised(SummaryWords.counted(open.count, "decision"))
        + (open.count == 1 ? " is proposed and waits" : " are proposed and wait")
    case (1, 1): "The one decision was made after asking others"
    case (1, _): "The one decision names nobody who was asked before"
    case (let all, 0): "None of the \(SummaryWords.number(all)) decisions names somebody who was asked before"
    case (let all, let some) where some == all:
      "\(SummaryWords.capitalised(SummaryWords.every(all))) decisions were made after asking others"
    case (let all, let some):
      "\(SummaryWords.capitalised(SummaryWords.ratio(some, all))) decisions \(some == 1 ? "was" : "were") made after asking others"
    }
  }

  func figure(_ context: ReportContext) -> Figure? {
    let all = (made + open).sorted { ($0.day, $0.record.id) > ($1.day, $1.record.id) }
    guard !all.isEmpty else { return nil }
    let rows = all.prefix(Self.mostRows).map { decision -> [Line] in
      let record = decision.record
      let asked = record.names("consulted").map { context.called($0.value, [.person, .team]) }
      let source = decision.event.flatMap(context.quoted)
      return [
        "\(context.record(record))", Line(context.day(decision.day)), Line(record.text("status") ?? ""),
        Line(record.names("by").map { context.person($0.value) }.joined(separator: ", ")),
        Line(asked.isEmpty ? "nobody named" : asked.joined(separator: ", ")), Line(source.map { [$0] } ?? []),
      ]
    }
    return Figure(
      "decisions", title, encoding: "Each decision with who took it and whom they asked before, newest first.",
      .table(
        Table(
          "Decisions of the period",
          columns: [
            .init("Decision"), .init("Day"), .init("State"), .init("Decided by"), .init("Asked before"),
            .init("Commit"),
          ], rows: Array(rows))),
      foot: all.count > Self.mostRows
        ? "And \(SummaryWords.number(all.count - Self.mostRows)) older ones: \(.code("tw list decisions"))." : nil)
  }
}
