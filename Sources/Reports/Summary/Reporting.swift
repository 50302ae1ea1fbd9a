internal import Teamwork
internal import Text

/// Who was to report in which week, and who did: the same for summaries and reports.
struct Reporting {
  enum State {
    case written
    /// Written, and nobody had asked for it: without a rhythm that somebody agreed to, or sooner than that.
    case unasked
    case away
    /// Was to report, and no report is on file.
    case none
    /// Without a rhythm, not yet there or no longer, or covered by a report of an earlier week.
    case notDue

    var isWritten: Bool { self == .written || self == .unasked }
  }

  let weeks: [Week]
  private let charter: Charter
  private let mondays: [Day]
  /// The Mondays of the weeks of which a person has written.
  private let written: [String: Set<Day>]

  /// - Parameters:
  ///   - now: whose charter says how often people report.
  ///   - latest: where reports are read; what was written late counts too.
  ///   - weeks: of which it is told, the earliest first.
  init(now: Workspace, latest: Workspace, weeks: [Week]) {
    self.weeks = weeks
    charter = now.charter
    mondays = weeks.map(\.monday)
    var written: [String: Set<Day>] = [:]
    if let first = mondays.first, let last = mondays.last {
      for record in latest.records where record.kind == .status {
        // A monthly report covers the three weeks after its own.
        guard let monday = record.week?.monday, first - 21 <= monday, monday <= last, record.isWritten(in: latest)
        else { continue }
        written[record.ownID, default: []].insert(monday)
      }
    }
    self.written = written
  }

  /// How often somebody reports; nil where nobody agreed to a rhythm.
  func cadence(of person: Record) -> Cadence? { person[Person.cadence] ?? charter.cadence }

  /// Of somebody who has no record: whether they wrote.
  func states(of person: Name) -> [State] {
    let own = written[person.text] ?? []
    return mondays.map { own.contains($0) ? .unasked : .notDue }
  }

  /// For each of the weeks. Somebody who reports every second week or month is due when the time since their last
  /// report is over.
  func states(of person: Record) -> [State] {
    let own = written[person.id.text] ?? []
    let cadence = cadence(of: person)
    let (since, until) = (person.day("since")?.value, person.day("until")?.value)
    let away = person.awayTimes
    return mondays.map { monday in
      let isWritten = own.contains(monday)
      if !isWritten, since.map({ $0 > monday + 6 }) == true || until.map({ $0 < monday }) == true { return .notDue }
      let isCovered =
        switch cadence {
        case nil, .never: true
        case .weekly: false
        case .biweekly: own.contains(monday - 7)
        case .monthly: (1...3).contains { own.contains(monday - 7 * $0) }
        }
      if isWritten { return isCovered ? .unasked : .written }
      if isCovered, cadence != nil { return .notDue }
      // Three working days or more.
      let isAway = !away.isEmpty && (0..<5).count { day in away.contains { $0.contains(monday + day) } } >= 3
      return isAway ? .away : cadence == nil ? .notDue : .none
    }
  }
}

extension Record {
  /// Of a status report: whether somebody has put more into it than its template had.
  func isWritten(in workspace: Workspace) -> Bool {
    guard isReadable, let body = document.body else { return true }
    return (body.hasProse && body.placeholders.isEmpty) || !statusEntries(in: workspace).isEmpty
  }

  /// Of a person.
  var awayTimes: [Period] {
    list("away").compactMap { item in
      guard case .day(let from)? = item.value[member: "from"]?.value,
        case .day(let to)? = item.value[member: "to"]?.value
      else { return nil }
      return Period(from: from, to: to)
    }
  }
}

extension StatusEntry {
  /// `- none`, where a template has a heading and somebody is tidy.
  var saysNothing: Bool {
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return Self.nothing.contains(words) && !text.contains { $0.isNumber }
  }

  private static let nothing: Set<String> = [
    "", "none", "nothing", "no", "nope", "n a", "na", "nil", "no blockers", "no blocker", "not blocked", "nothing new",
    "nothing blocked",
    "nothing this week", "none this week", "nothing to report", "no needs", "no news", "all good",
  ]
}
