internal import Teamwork

/// Days, both ends included, laid out from 0 to 1, with as many ticks as can be told apart.
struct TimeAxis {
  let from: Day
  let to: Day
  /// Where weeks, months or years begin; the earliest first.
  let ticks: [Tick]

  struct Tick {
    let day: Day
    let label: String
    /// False where nothing begins: the label only says what the axis starts with.
    let hasLine: Bool
  }

  /// - Parameter most: how many labels there is room for.
  init(from: Day, to: Day, most: Int = 8) {
    self.from = from
    self.to = max(from, to)
    ticks = Self.ticks(from, self.to, most: max(2, most))
  }

  init(_ weeks: [Week], most: Int = 8) {
    self.init(from: weeks.first?.monday ?? Day(number: 0), to: weeks.last?.sunday ?? Day(number: 6), most: most)
  }

  private var length: Double { Double(to - from + 1) }

  /// Where a day begins. Days beyond the axis are at its ends.
  func start(_ day: Day) -> Double { min(1, max(0, Double(day - from) / length)) }

  /// The middle of a day.
  func middle(_ day: Day) -> Double { min(1, max(0, (Double(day - from) + 0.5) / length)) }

  /// The lines at the ticks, and one at today's place, as an item behind all rows of a list.
  ///
  /// No drawing: that would not be broken over the pages of a print.
  func grid(today: Double? = nil) -> String {
    func line(_ place: Double, _ style: String) -> String { "<i\(style) style=\"left:\(SVG.percent(place))\"></i>" }
    let lines =
      ticks.filter(\.hasLine).map { line(start($0.day), "") }
      + [today].compactMap { $0.map { line($0, " class=\"now\"") } }
    return "<li class=\"grid\" aria-hidden=\"true\">\(lines.joined())</li>\n"
  }

  /// The labels, their feet at `y`. Without those that would touch one around `avoided`.
  func labels(y: Double, avoiding avoided: Double? = nil) -> String {
    ticks.filter { tick in
      let place = start(tick.day)
      // A label at the end would stand out beyond the picture.
      return place <= 0.93 && avoided.map { place < $0 - 0.16 || place > $0 + 0.08 } ?? true
    }.map { "<text x=\"\(SVG.percent(start($0.day)))\" y=\"\(SVG.number(y))\">\(SVG.text($0.label))</text>" }.joined()
  }

  private static func ticks(_ from: Day, _ to: Day, most: Int) -> [Tick] {
    let days = to - from + 1
    if days <= 7 * most, days < 56 {
      let first = Week(from).monday
      let mondays = stride(from: first.number, through: to.number, by: 7).map(Day.init(number:)).filter { $0 >= from }
      let ticks = mondays.map { Tick(day: $0, label: "W" + twoDigits(Week($0).week), hasLine: $0 != from) }
      if let head = ticks.first, (head.day - from) * 8 <= days { return ticks }
      return [Tick(day: from, label: "W" + twoDigits(Week(from).week), hasLine: false)] + ticks
    }
    let months = days / 30 + 1
    let step = [1, 2, 3, 6, 12].first { months / $0 <= most } ?? 12 * (months / 12 / most + 1)
    return monthTicks(from, to, step: step, days: days)
  }

  private static func monthTicks(_ from: Day, _ to: Day, step: Int, days: Int) -> [Tick] {
    var (year, month, _) = from.civil
    let spansYears = year != to.civil.year
    var ticks: [Tick] = []
    while let day = Day(year: year, month: month, day: 1), day <= to {
      // Counted from January, and over several years from a year that they divide.
      let isOnStep = step <= 12 ? (month - 1) % step == 0 : month == 1 && year % (step / 12) == 0
      if day >= from, isOnStep {
        ticks.append(
          Tick(day: day, label: month == 1 && spansYears ? String(year) : Day.months[month - 1], hasLine: day != from))
      }
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    let room = ticks.first.map { $0.day - from } ?? days
    if room * 8 > days {
      let (year, month, _) = from.civil
      ticks.insert(Tick(day: from, label: step >= 12 ? String(year) : Day.months[month - 1], hasLine: false), at: 0)
    }
    return ticks
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
