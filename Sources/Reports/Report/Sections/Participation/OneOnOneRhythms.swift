internal import Teamwork
internal import Text

/// The pairs that meet one-on-one, and who has not met for longer than they do otherwise.
struct OneOnOneRhythms {
  /// Alphabetical.
  let rows: [OneOnOnes.Row]
  /// The meetings of the period.
  let meetings: [Record]
  private let context: ReportContext

  /// In days: what counts where a pair has no rhythm of its own.
  private static let usual = 14
  /// The picture shows at most so many.
  private static let most = 40

  private struct Pair: Hashable {
    let first: Name
    let second: Name

    init(_ a: Name, _ b: Name) { (first, second) = a < b ? (a, b) : (b, a) }
  }

  init(_ context: ReportContext) {
    self.context = context
    let asOf = context.input.asOf
    var days: [Pair: [Day]] = [:]
    var meetings: [Record] = []
    for record in context.now.records where record.kind == .meeting && record.text("kind") == "one-on-one" {
      let people = Set(record.names("people").map(\.value)).sorted()
      guard people.count == 2, let day = record.day("date")?.value, day <= asOf else { continue }
      days[Pair(people[0], people[1]), default: []].append(day)
      if context.period.contains(day) { meetings.append(record) }
    }
    self.meetings = meetings
    // A team that keeps no such records is not told that nobody meets.
    if !days.isEmpty {
      for person in context.now.records(of: .person) {
        if let manager = person.name("manager")?.value, manager != person.id,
          context.now.record(.person, manager) != nil
        {
          if days[Pair(person.id, manager)] == nil { days[Pair(person.id, manager)] = [] }
        }
      }
    }
    let week = Week(asOf)
    func isThere(_ id: Name) -> Bool {
      guard let person = context.now.record(.person, id) else { return false }
      if let since = person.day("since")?.value, since > week.sunday { return false }
      return person.day("until").map { $0.value >= asOf } ?? true
    }
    rows = days.filter { isThere($0.key.first) && isThere($0.key.second) }.map { pair, days in
      let days = days.sorted()
      let names = SummaryWords.sorted([context.person(pair.first), context.person(pair.second)])
      return OneOnOnes.Row(
        pair: "\(names[0]) and \(names[1])", days: days.filter(context.period.contains), rhythm: Self.rhythm(days),
        since: days.last.map { asOf - $0 })
    }.sorted { ($0.pair.lowercased(), $0.pair) < ($1.pair.lowercased(), $1.pair) }
  }

  /// The median time between two meetings; a week at least.
  private static func rhythm(_ days: [Day]) -> Int {
    zip(days, days.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.median.map { max(7, $0) } ?? usual
  }

  private var past: [OneOnOnes.Row] { rows.filter { $0.isPast && $0.since != nil } }
  private var never: [OneOnOnes.Row] { rows.filter { $0.since == nil } }

  var finding: Line? {
    guard !rows.isEmpty else { return nil }
    var sentences: [Line] = []
    let met = rows.count { !$0.days.isEmpty }
    sentences.append(
      "\(SummaryWords.capitalised(SummaryWords.counted(meetings.count, "one-on-one"))) of \(SummaryWords.counted(met, "pair")) \(meetings.count == 1 ? "is" : "are") on file for the period."
    )
    if !past.isEmpty {
      let pairs =
        past.prefix(4).map(\.pair).joined(separator: "; ")
        + (past.count > 4 ? "; and \(SummaryWords.counted(past.count - 4, "other pair"))" : "")
      sentences.append(
        "Longer ago than their rhythm, or than two weeks where they have none yet, is the last of \(pairs).")
    }
    if !never.isEmpty {
      sentences.append(
        "Of \(SummaryWords.counted(never.count, "person and their manager", "people and their managers")) no one-on-one is on file."
      )
    }
    return .sentences(sentences)
  }

  var figure: Figure? {
    guard !rows.isEmpty else { return nil }
    let late = past.count + never.count
    let title =
      late == 0
      ? "All pairs met within their rhythm"
      : past.isEmpty
        ? "\(SummaryWords.capitalised(SummaryWords.counted(late, "pair"))) \(late == 1 ? "has" : "have") no one-on-one on file"
        : "\(SummaryWords.capitalised(SummaryWords.counted(past.count, "pair"))) \(past.count == 1 ? "has" : "have") not met for longer than \(past.count == 1 ? "its" : "their") rhythm"
          + (never.isEmpty ? "" : ", \(SummaryWords.number(never.count)) not at all")
    let shown = rows.count <= Self.most ? rows : Array(rows.filter(\.isPast).prefix(Self.most))
    return Figure(
      "one-on-ones", title,
      encoding:
        "Pairs that met at least once, and people with their manager. Rhythm: the median time between their meetings, two weeks where there is none. Only the date is counted, never what was said.",
      .meetings(OneOnOnes(period: context.period, today: context.input.asOf, rows: shown)),
      foot: shown.count < rows.count
        ? "\(rows.count - shown.count) more pairs, \(rows.count { !$0.isPast }) of them within their rhythm, are not shown."
        : nil)
  }

  var measure: Measure {
    let parts = context.parts
    return Measure(
      "one-on-ones-within-rhythm",
      rows.isEmpty
        ? .none("No meetings of kind one-on-one are on file.") : .share(rows.count { !$0.isPast }, of: rows.count),
      trend: rows.isEmpty
        ? [] : parts.points(parts.counts(of: meetings.compactMap { $0.day("date")?.value }).map(Double.init)),
      records: meetings.map(\.path))
  }
}
