internal import Teamwork

/// The columns of the grid of reports: weeks, or months, quarters or years where there are too many of them.
struct ReportSpans {
  struct Span {
    var label: String
    /// What is said of it where it is heard.
    var words: String
    /// Places in the grid's weeks.
    var weeks: Range<Int>
  }

  struct Head {
    var label: String
    /// How many columns it stands over.
    var columns: Int
  }

  enum Unit {
    case week, month, quarter, year

    var words: String {
      switch self {
      case .week: "week"
      case .month: "month"
      case .quarter: "quarter"
      case .year: "year"
      }
    }
  }

  let unit: Unit
  let spans: [Span]
  /// Months above weeks, years above months and quarters.
  let heads: [Head]

  /// More weeks can not be told apart on a phone.
  private static let mostWeeks = 30
  /// Of counts like "3 of 4".
  private static let mostCounts = 18

  /// - Parameter weeks: in order.
  init(_ weeks: [Week]) {
    func count(_ unit: Unit) -> Int { Self.runs(weeks.indices) { Self.number(weeks[$0], unit) }.count }
    let unit: Unit =
      weeks.count <= Self.mostWeeks ? .week : [.month, .quarter].first { count($0) <= Self.mostCounts } ?? .year
    let runs = Self.runs(weeks.indices) { Self.number(weeks[$0], unit) }
    self.unit = unit
    spans = runs.map { run in
      let (year, month, _) = weeks[run.lowerBound].monday.civil
      switch unit {
      case .week:
        let number = weeks[run.lowerBound].week
        return Span(
          label: number < 10 ? "0\(number)" : "\(number)", words: weeks[run.lowerBound].description, weeks: run)
      case .month:
        return Span(label: Day.months[month - 1], words: "\(Day.monthsInFull[month - 1]) \(year)", weeks: run)
      case .quarter: return Span(label: "Q\((month + 2) / 3)", words: "Q\((month + 2) / 3) \(year)", weeks: run)
      case .year: return Span(label: "\(year)", words: "\(year)", weeks: run)
      }
    }
    if unit == .year {
      heads = []
    } else {
      let above = Self.runs(runs.indices) { Self.number(weeks[runs[$0].lowerBound], unit == .week ? .month : .year) }
      heads = above.map { run in
        let (year, month, _) = weeks[runs[run.lowerBound].lowerBound].monday.civil
        return Head(label: unit == .week ? Day.months[month - 1] : "\(year)", columns: run.count)
      }
    }
  }

  /// Counted on without a break, so that equal ones follow each other. A week belongs to the month of its Monday.
  private static func number(_ week: Week, _ unit: Unit) -> Int {
    let (year, month, _) = week.monday.civil
    switch unit {
    case .week: return week.monday.number
    case .month: return year * 12 + month
    case .quarter: return year * 4 + (month - 1) / 3
    case .year: return year
    }
  }

  private static func runs(_ places: Range<Int>, _ key: (Int) -> Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in places {
      if let last = runs.last, key(last.lowerBound) == key(place) {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
