internal import Teamwork

extension PeriodParts {
  /// The part that a week's Sunday lies in; a week that reaches beyond the end belongs to the last.
  func index(of week: Week) -> Int? {
    guard let first = parts.first?.days.from, let last = parts.last?.days.to else { return nil }
    return index(of: max(first, min(week.sunday, last)))
  }

  /// Of each part, the share of those that stand for a yes; nil where there are none.
  func shares(of items: some Sequence<(part: Int?, isCounted: Bool)>) -> [Double?] {
    var counts = [(yes: Int, all: Int)](repeating: (0, 0), count: parts.count)
    for case (let part?, let isCounted) in items {
      counts[part].all += 1
      if isCounted { counts[part].yes += 1 }
    }
    return counts.map { $0.all == 0 ? nil : Double($0.yes) / Double($0.all) }
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
      if let last = runs.last?.last, last.monday + 7 == week.monday {
        runs[runs.count - 1].last = week
      } else {
        runs.append((week, week))
      }
    }
    return SummaryWords.list(
      runs.map {
        $0.first == $0.last ? short($0.first, in: year) : "\(short($0.first, in: year))–\(short($0.last, in: year))"
      })
  }
}
