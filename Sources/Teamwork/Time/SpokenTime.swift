/// Days and weeks as people say them on a command line, seen from a day. Files hold only `2026-11-20` and `2026-W47`.
package enum SpokenTime {
  /// What `Day(saying:on:)` understands, for a message or a help page.
  package static let days =
    "a date like `2026-11-20`, `today`, `tomorrow`, `yesterday`, a weekday like `friday` (the next one), `+3d` or `+2w`"

  /// What `Week(saying:on:)` understands.
  package static let weeks = "a week like `2026-W47`, its number, `47` or `W47`, `this` or `last`"

  fileprivate static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// A number of at most so many digits, and nothing else.
  fileprivate static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension Day {
  /// A date, or a day told from `today`: `today`, `tomorrow`, `yesterday`, a weekday or its first three letters (the next one,
  /// never today), `+3d`, `+2w`, and with a minus what is past. Capitals do not matter; nil for anything else.
  ///
  /// - Parameter today: asked only where the word depends on it.
  package init?(saying text: String, on today: @autoclosure () throws -> Day) rethrows {
    if let day = Day(text) {
      self = day
      return
    }
    let word = text.lowercased()
    if let days = Self.distance(word) {
      self = try today() + days
    } else if let weekday = SpokenTime.weekdays.firstIndex(where: { $0 == word || $0.prefix(3) == word }) {
      let today = try today()
      self = today + ((weekday + 1 - today.weekday + 6) % 7 + 1)
    } else {
      return nil
    }
    if !(1...9999).contains(civil.year) { return nil }
  }

  /// How many days lie between today and `tomorrow`, `+3d`, `-2w`.
  private static func distance(_ word: String) -> Int? {
    switch word {
    case "today": return 0
    case "tomorrow": return 1
    case "yesterday": return -1
    default: break
    }
    guard let sign = word.first, sign == "+" || sign == "-", let unit = word.last, unit == "d" || unit == "w",
      let count = SpokenTime.number(word.dropFirst().dropLast(), digits: 1...6)
    else { return nil }
    return (sign == "-" ? -count : count) * (unit == "w" ? 7 : 1)
  }
}

extension Week {
  /// A week, or one told from `today`: `this`, `last`, or its number with or without the `W`, which is of this year, or of the
  /// last one where that is nearer. Capitals do not matter; nil for anything else, and for a number that no such year has.
  ///
  /// - Parameter today: asked only where the word depends on it.
  package init?(saying text: String, on today: @autoclosure () throws -> Day) rethrows {
    if let week = Week(text) {
      self = week
      return
    }
    let word = text.lowercased()
    if word == "this" {
      self = Week(try today())
    } else if word == "last" {
      self = Week(try today()).previous
    } else {
      guard let number = SpokenTime.number(word.hasPrefix("w") ? word.dropFirst() : word[...], digits: 1...2) else {
        return nil
      }
      let this = Week(try today())
      let found = [this.year, this.year - 1].compactMap { Week(year: $0, week: number) }
      guard let nearest = found.min(by: { abs($0.monday - this.monday) < abs($1.monday - this.monday) }) else {
        return nil
      }
      self = nearest
    }
  }
}
