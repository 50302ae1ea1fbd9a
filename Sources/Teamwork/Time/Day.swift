/// A day of the Gregorian calendar, without time and zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil where there is no such day. Years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year)
    else { return nil }
    self.init(inYear: year, month: month, day: day)
  }

  /// Of any year: the weeks at both ends of the calendar have days beyond it.
  fileprivate init(inYear year: Int, month: Int, day: Int) {
    // Days from civil, after Howard Hinnant: years begin in March, eras have 400 years.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Exactly `2026-11-20`.
  package init?(_ text: String) {
    var copy = text
    let parsed: Day? = copy.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
      else { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard let parsed else { return nil }
    self = parsed
  }

  /// `2026-2-3` and `2026/02/03` say which day they mean.
  package init?(mending text: String) {
    let separator: Character = text.contains("/") ? "/" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// What to do about a text that is nearly a date; nil for one that is not.
  package static func help(for text: String) -> String? {
    if let day = Day(mending: text) { return "did you mean `\(day)`?" }
    // `2026-02-30` looks right.
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]),
      let last = (28...31).last(where: { Day(year: parts[0], month: parts[1], day: $0) != nil })
    else { return nil }
    return "\(monthsInFull[parts[1] - 1]) \(parts[0]) has \(last) days"
  }

  package var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// `2026-11-20`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// `20 Nov`, or `20 Nov 2025` when the year is not `year`.
  package func short(in year: Int? = nil) -> String {
    let (own, month, day) = civil
    let text = "\(day) \(Self.months[month - 1])"
    return year == own ? text : "\(text) \(own)"
  }

  /// `Fri`.
  package var weekdayName: String { Self.weekdays[weekday - 1] }

  package static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  package static let monthsInFull = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }
}

/// A week of ISO 8601: it begins on Monday, and the year's first has its first Thursday.
package struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year that the week is counted in, which its first or last days may not be of.
  package let year: Int
  package let week: Int

  /// The week that a day lies in.
  package init(_ day: Day) {
    let thursday = day + (4 - day.weekday)
    year = thursday.civil.year
    week = (thursday - Day(inYear: year, month: 1, day: 1)) / 7 + 1
  }

  /// Exactly `2026-W47`; nil where the year has no such week.
  package init?(_ text: String) {
    var copy = text
    let parsed: (Int, Int)? = copy.withUTF8 { bytes in
      guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
        let year = decimal(bytes[0..<4]), let week = decimal(bytes[6..<8])
      else { return nil }
      return (year, week)
    }
    guard let (year, week) = parsed else { return nil }
    self.init(year: year, week: week)
  }

  /// Nil where the year has no such week.
  package init?(year: Int, week: Int) {
    guard (1...53).contains(week), let january = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = january - (january.weekday - 1) + (week - 1) * 7
    self.init(monday)
    if self.year != year || self.week != week { return nil }
  }

  package var monday: Day {
    // 4 January always lies in the first week.
    let january = Day(inYear: year, month: 1, day: 4)
    return january - (january.weekday - 1) + (week - 1) * 7
  }

  package var sunday: Day { monday + 6 }
  package var next: Week { Week(monday + 7) }
  package var previous: Week { Week(monday - 7) }

  /// `2026-W47`.
  package var description: String { "\(padded(year, to: 4))-W\(padded(week, to: 2))" }

  package static func < (a: Week, b: Week) -> Bool { (a.year, a.week) < (b.year, b.week) }
}

private func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

private func decimal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var value = 0
  for byte in bytes {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
