internal import Teamwork
internal import Text

/// What a trend has a point for: the weeks of a period of six weeks or less, else its months.
struct PeriodParts {
  struct Part {
    /// `Sep`, `W08`; with the year where the period lies in several.
    let label: String
    /// `September`, `W08`.
    let name: String
    let days: Period
  }

  let parts: [Part]
  let isWeekly: Bool
  private let first: Int

  init(_ period: Period, until last: Day) {
    let end = max(period.from, min(period.to, last))
    isWeekly = period.to - period.from < 42
    let hasYears = period.from.civil.year != end.civil.year
    func year(_ year: Int) -> String { hasYears ? " \(year)" : "" }
    var parts: [Part] = []
    var from = period.from
    while from <= end {
      if isWeekly {
        let week = Week(from)
        let label = WeekWords.short(week) + year(week.year)
        parts.append(Part(label: label, name: label, days: Period(from: from, to: min(week.sunday, end))))
        from = week.sunday + 1
      } else {
        let (number, month, day) = from.civil
        let next = Self.monthAfter(from, day)
        parts.append(
          Part(
            label: Day.months[month - 1] + year(number), name: Day.monthsInFull[month - 1] + year(number),
            days: Period(from: from, to: min(next - 1, end))))
        from = next
      }
    }
    self.parts = parts
    first = isWeekly ? Week(period.from).monday.number : Self.monthNumber(period.from)
  }

  /// Nil for a day before or after.
  func index(of day: Day) -> Int? {
    let index = isWeekly ? (day.number - first) / 7 : Self.monthNumber(day) - first
    return parts.indices.contains(index) && parts[index].days.contains(day) ? index : nil
  }

  /// How many of some days lie in each part.
  func counts(of days: some Sequence<Day>) -> [Int] {
    var counts = [Int](repeating: 0, count: parts.count)
    for day in days { if let index = index(of: day) { counts[index] += 1 } }
    return counts
  }

  func points(_ values: [Double?]) -> [Measure.Point] { zip(parts, values).map { Measure.Point($0.label, $1) } }

  private static func monthNumber(_ day: Day) -> Int {
    let (year, month, _) = day.civil
    return year * 12 + month
  }

  private static func monthAfter(_ day: Day, _ dayOfMonth: Int) -> Day {
    // 31 days on is always in one of the next two months.
    var next = day - (dayOfMonth - 1) + 31
    next = next - (next.civil.day - 1)
    return next
  }
}

extension ReportContext {
  var parts: PeriodParts { PeriodParts(period, until: input.asOf) }

  /// Something about the records of a kind, as they stood at the end of each part; nil where that is not known.
  ///
  /// - Parameters:
  ///   - told: what counts of a record, asked once of each version; nil of one that does not count.
  ///   - value: is given what counts of all, in no order.
  func atEnds<Told, Value>(
    of parts: PeriodParts, _ kind: Kind, _ told: (Record) -> Told?, _ value: (Dictionary<Name, Told>.Values) -> Value
  ) -> [Value?] {
    var lastMark: [Int: Int] = [:]
    for (number, mark) in input.marks.enumerated() {
      let isLast = number == input.marks.count - 1
      if let part = parts.index(of: isLast ? input.asOf : mark.week.sunday) { lastMark[part] = number }
    }
    let wanted = Dictionary(lastMark.map { ($0.value, $0.key) }) { first, _ in first }
    var states: [Name: Told] = [:]
    for record in input.before?.records ?? [] where record.kind == kind { states[Name(record.path)] = told(record) }
    var values = [Value?](repeating: nil, count: parts.parts.count)
    for (number, mark) in input.marks.enumerated() {
      for change in mark.changes {
        if let before = change.before, before.kind == kind { states[Name(before.path)] = nil }
      }
      for change in mark.changes {
        if let after = change.after, after.kind == kind { states[Name(after.path)] = told(after) }
      }
      if let part = wanted[number], input.before != nil || mark.commit != nil {
        values[part] = value(states.values)
      }
    }
    return values
  }
}
