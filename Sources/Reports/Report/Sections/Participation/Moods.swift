internal import Teamwork
internal import Text

/// How people said they felt, only of weeks in which five or more did.
struct Moods {
  private let context: ReportContext
  /// The reports with a mood, by week.
  private let moods: [(week: Week, moods: [Int])]
  private let paths: [String]

  private static let fewest = 5

  init(_ context: ReportContext) {
    self.context = context
    var byWeek: [Week: [Int]] = [:]
    var paths: [String] = []
    for record in context.reports {
      guard let week = record.week, let mood = record.int("mood"), (1...5).contains(mood) else { continue }
      byWeek[week, default: []].append(mood)
      paths.append(record.path)
    }
    moods = context.weeks.compactMap { week in byWeek[week].map { (week, $0) } }
    self.paths = paths
  }

  private var shown: [(week: Week, moods: [Int])] { moods.filter { $0.moods.count >= Self.fewest } }

  private static func mean(_ moods: [Int]) -> Double { Double(moods.reduce(0, +)) / Double(moods.count) }

  var finding: Line? {
    guard !moods.isEmpty else { return nil }
    let (shown, year) = (shown, context.period.to.civil.year)
    guard let low = shown.min(by: { Self.mean($0.moods) < Self.mean($1.moods) }),
      let high = shown.max(by: { Self.mean($0.moods) < Self.mean($1.moods) })
    else {
      return "Moods are not shown: in no week did five people or more write one."
    }
    let hidden = moods.count - shown.count
    let rest =
      hidden == 0 ? "" : " Of \(SummaryWords.counted(hidden, "week")) it is not shown: fewer than five wrote one."
    if shown.count == 1 {
      return
        "The mood of \(WeekWords.short(low.week, in: year)) was \(oneDecimal(Self.mean(low.moods))), on a scale of 1 to 5.\(rest)"
    }
    return
      "The mood by week, on a scale of 1 to 5, was lowest in \(WeekWords.short(low.week, in: year)) (\(oneDecimal(Self.mean(low.moods)))) and highest in \(WeekWords.short(high.week, in: year)) (\(oneDecimal(Self.mean(high.moods)))).\(rest)"
  }

  var figure: Figure? {
    let shown = shown
    guard let first = shown.first, let last = shown.last, shown.count > 1 else { return nil }
    let year = context.period.to.civil.year
    let (from, to) = (oneDecimal(Self.mean(first.moods)), oneDecimal(Self.mean(last.moods)))
    let change = Self.mean(last.moods) - Self.mean(first.moods)
    return Figure(
      "mood",
      from == to ? "The mood is where it was" : "The mood went \(change > 0 ? "up" : "down") from \(from) to \(to)",
      encoding: "The mean of what people wrote, of weeks in which five or more did.",
      .table(
        Table(
          "Mood by week",
          columns: [.init("Week"), .init("Reports with a mood", isNumber: true), .init("Mean", isNumber: true)],
          rows: moods.map { week, moods in
            let isShown = moods.count >= Self.fewest
            return [
              Line(WeekWords.short(week, in: year)), isShown ? "\(moods.count)" : "fewer than five",
              isShown ? Line(oneDecimal(Self.mean(moods))) : "not shown",
            ]
          })))
  }

  var measure: Measure {
    let shown = shown
    guard !shown.isEmpty else {
      return Measure(
        "mood",
        .none(moods.isEmpty ? "No report names a mood." : "Not shown: in no week did five people or more write a mood.")
      )
    }
    let parts = context.parts
    var sums = [(sum: Int, count: Int)](repeating: (0, 0), count: parts.parts.count)
    for (week, moods) in shown {
      if let part = parts.index(of: week) {
        sums[part] = (sums[part].sum + moods.reduce(0, +), sums[part].count + moods.count)
      }
    }
    return Measure(
      "mood", .number(Self.mean(shown.flatMap(\.moods))),
      trend: parts.points(sums.map { $0.count == 0 ? nil : Double($0.sum) / Double($0.count) }),
      records: paths)
  }
}
