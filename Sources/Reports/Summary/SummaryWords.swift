internal import Teamwork
internal import Text

/// How numbers, days and people are said in a summary.
enum SummaryWords {
  /// Below ten in words, as inside a sentence.
  static func number(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    number(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
  }

  /// `a, b and c`.
  static func list(_ words: [String], last: String = "and") -> String { alternatives(words, last: last) }

  static func names(_ people: [Summary.Person]) -> String { list(people.map(\.name)) }

  /// The first letter of a sentence.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `16–22 November 2026`, `30 November – 6 December 2026`.
  static func days(_ period: Period) -> String {
    let (fromYear, fromMonth, fromDay) = period.from.civil
    let (toYear, toMonth, toDay) = period.to.civil
    let month = Day.monthsInFull
    if (fromYear, fromMonth) == (toYear, toMonth) {
      let days = fromDay == toDay ? "\(fromDay)" : "\(fromDay)–\(toDay)"
      return "\(days) \(month[toMonth - 1]) \(toYear)"
    }
    let from = "\(fromDay) \(month[fromMonth - 1])" + (fromYear == toYear ? "" : " \(fromYear)")
    return "\(from) – \(toDay) \(month[toMonth - 1]) \(toYear)"
  }
}
