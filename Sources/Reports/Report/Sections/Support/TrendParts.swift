internal import Teamwork

/// The parts of the period that a trend is told by: months, or weeks where there are six or fewer.
struct TrendParts {
  let labels: [String]
  private let period: Period
  private let isByWeek: Bool
  private let first: Int

  init(_ context: ReportContext) {
    // What has not come yet has no part.
    period = Period(from: context.period.from, to: max(context.period.from, context.input.asOf))
    isByWeek = context.period.to - context.period.from < 42
    first = isByWeek ? Week(period.from).monday.number / 7 : Self.month(period.from)
    let isLong = Self.month(period.to) - Self.month(period.from) >= 12
    if isByWeek {
      let count = Week(period.to).monday.number / 7 - first + 1
      let monday = Week(period.from).monday
      labels = (0..<count).map { WeekWords.short(Week(monday + 7 * $0)) }
    } else {
      labels = (first...Self.month(period.to)).map { Day.months[$0 % 12] + (isLong ? " \($0 / 12)" : "") }
    }
  }

  var count: Int { labels.count }

  private static func month(_ day: Day) -> Int {
    let (year, month, _) = day.civil
    return year * 12 + month - 1
  }

  /// The part that a day lies in; nil outside the period.
  func part(of day: Day) -> Int? {
    guard period.contains(day) else { return nil }
    return (isByWeek ? Week(day).monday.number / 7 : Self.month(day)) - first
  }

  /// A week belongs to the part that its Sunday lies in.
  func part(of week: Week) -> Int? { part(of: max(period.from, min(week.sunday, period.to))) }

  /// A point for each part.
  func points(_ value: (Int) -> Double?) -> [Measure.Point] { labels.indices.map { Measure.Point(labels[$0], value($0)) } }

  func points(counting days: [Day]) -> [Measure.Point] {
    var counts = [Int](repeating: 0, count: count)
    for day in days { if let part = part(of: day) { counts[part] += 1 } }
    return points { Double(counts[$0]) }
  }

  /// Of each part, the share of the days that stand for a yes.
  func points(sharing days: [(day: Day, isCounted: Bool)]) -> [Measure.Point] {
    var counts = [(yes: Int, all: Int)](repeating: (0, 0), count: count)
    for (day, isCounted) in days {
      guard let part = part(of: day) else { continue }
      counts[part].all += 1
      if isCounted { counts[part].yes += 1 }
    }
    return points { counts[$0].all == 0 ? nil : Double(counts[$0].yes) / Double(counts[$0].all) }
  }
}

/// How weeks are said.
enum WeekWords {
  static func short(_ week: Week) -> String { (week.week < 10 ? "W0" : "W") + String(week.week) }

  /// `W47`, with the year where it is another.
  static func short(_ week: Week, in year: Int) -> String { week.year == year ? short(week) : week.description }

  /// `W08–W09, W12 and W21`, of weeks in order.
  static func list(_ weeks: [Week], in year: Int) -> String {
    var runs: [(first: Week, last: Week)] = []
    for week in weeks {
      if let last = runs.last?.last, last.monday + 7 == week.monday { runs[runs.count - 1].last = week } else { runs.append((week, week)) }
    }
    return SummaryWords.list(runs.map { $0.first == $0.last ? short($0.first, in: year) : "\(short($0.first, in: year))–\(short($0.last, in: year))" })
  }
}
