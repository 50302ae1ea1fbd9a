internal import Storage
internal import Teamwork
internal import Text

extension Day {
  /// A day that was said on the command line.
  ///
  /// - Parameter place: where it was said: "`--from`".
  /// - Throws: `Failure` where the word is no day, with all that would be one.
  static func said(_ word: String, as place: String, on today: @autoclosure () throws -> Day) throws -> Day {
    if let day = try Day(saying: word, on: today()) { return day }
    throw Failure(
      "\(place) is \(quoted(word)), and there is no such date", help: Day.help(for: word) ?? "write \(SpokenTime.days)")
  }
}

extension Week {
  /// The same of a week.
  static func said(_ word: String, as place: String, on today: @autoclosure () throws -> Day) throws -> Week {
    if let week = try Week(saying: word, on: today()) { return week }
    throw Failure("\(place) is \(quoted(word)), and there is no such week", help: "write \(SpokenTime.weeks)")
  }
}

extension FieldType {
  /// A value from the command line as a file has it: days and weeks that were said in words are spelled out.
  func written(_ value: String, as field: String, on today: Day) throws -> String {
    if value.isEmpty { return value }
    return switch self {
    case .date: try Day.said(value, as: field, on: today).description
    case .week: try Week.said(value, as: field, on: today).description
    default: value
    }
  }
}

extension Session {
  /// Today by the charter of the worktree, or of HEAD where there is none.
  func today() throws -> Day { try today(in: currentZone.get) }

  /// `--from` and `--to`, both days included.
  func days() throws -> (from: Day?, to: Day?) {
    func day(_ name: String) throws -> Day? {
      try command.options.value(for: name).map { try Day.said($0, as: "`--\(name)`", on: today()) }
    }
    let (from, to) = (try day("from"), try day("to"))
    if let from, let to, to < from { throw Failure("`--to` is \(to), before `--from`, \(from)") }
    return (from, to)
  }
}
