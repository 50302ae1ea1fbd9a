package import Text

/// When somebody reports, and what of it still stands: the one answer to "who was due", "who wrote" and "who was away".
package struct ReportsOfPerson: Sendable {
  /// How it is with the report of one week.
  package enum State: Sendable {
    case written
    /// Written, and nobody had asked for it: without a rhythm that somebody agreed to, or sooner than that.
    case unasked
    case away
    /// Was to report, and no report is on file.
    case none
    /// Without a rhythm, not yet there or no longer, or covered by a report of an earlier week.
    case notDue

    package var isWritten: Bool { self == .written || self == .unasked }
  }

  package let person: Name
  /// How often somebody reports; nil where nobody agreed to a rhythm, or nobody has such a record.
  package let cadence: Cadence?
  /// Those into which somebody put more than their template had, the newest first.
  package let written: [Record]
  private let record: Record?
  private let weeks: Set<Week>
  private let away: [Period]
  private let workspace: Workspace

  /// What an older report says stands no longer.
  package static let recentWeeks = 4

  /// - Parameters:
  ///   - written: the newest first.
  ///   - workspace: where they are read.
  init(_ person: Name, _ record: Record?, charter: Charter, written: [Record], in workspace: Workspace) {
    self.person = person
    self.record = record
    self.written = written
    self.workspace = workspace
    cadence = record.flatMap { $0[Person.cadence] ?? charter.cadence }
    weeks = Set(written.compactMap(\.week))
    away = record?.absences ?? []
  }

  // MARK: Weeks

  /// Somebody who reports every second week or month is due when the time since their last report is over.
  package func state(in week: Week) -> State {
    let isWritten = weeks.contains(week)
    // Of somebody who has no record is only known whether they wrote.
    guard let record else { return isWritten ? .unasked : .notDue }
    let monday = week.monday
    if !isWritten,
      record[Person.since].map({ $0 > week.sunday }) == true
        || record[Person.until].map({ $0 < monday }) == true
    {
      return .notDue
    }
    func wrote(_ count: Int) -> Bool { weeks.contains(Week(monday - 7 * count)) }
    let isCovered =
      switch cadence {
      case nil, .never: true
      case .weekly: false
      case .biweekly: wrote(1)
      case .monthly: (1...3).contains(where: wrote)
      }
    if isWritten { return isCovered ? .unasked : .written }
    if isCovered, cadence != nil { return .notDue }
    // Three working days or more.
    let isAway = !away.isEmpty && (0..<5).count { day in away.contains { $0.contains(monday + day) } } >= 3
    return isAway ? .away : cadence == nil ? .notDue : .none
  }

  package func states(in weeks: [Week]) -> [State] { weeks.map(state) }

  // MARK: What stands

  /// The newest report, where it is recent, with what it says. That something is in the way or needed stands until the next
  /// report is without it.
  ///
  /// - Parameters:
  ///   - week: what is recent is seen from here.
  ///   - before: the week that is about to be reported on; nil to take the newest of all.
  package func standing(in week: Week, before: Week? = nil) -> (report: Record, week: Week, entries: [StatusEntry])? {
    let oldest = Week(week.monday - 7 * Self.recentWeeks)
    for report in written {
      guard let own = report.week, before.map({ own < $0 }) ?? true else { continue }
      return own < oldest ? nil : (report, own, entries(of: report))
    }
    return nil
  }

  /// The first of the weeks in a row, as far back as reports follow each other, in which the person said something under
  /// the same heading about the same tasks, else the same goals; where it links to none, in the same words.
  ///
  /// - Parameter week: that of the report that the entry stands in.
  package func first(saying entry: StatusEntry, in week: Week) -> Week {
    var first = week
    for report in written {
      guard let own = report.week, own < week else { continue }
      if !entries(of: report).contains(where: { $0.section == entry.section && $0.speaksOfTheSame(as: entry) }) {
        break
      }
      first = own
    }
    return first
  }

  private func entries(of report: Record) -> [StatusEntry] {
    report.statusEntries(in: workspace).filter { !$0.saysNothing }
  }
}

/// The status reports of a workspace into which somebody has put more than their template had.
package struct WrittenReports: Sendable {
  /// By person, the newest first.
  private let reports: [Name: [Record]]

  init(_ workspace: Workspace) {
    let all = workspace.records.filter { $0.kind == .status && $0.week != nil && $0.isWritten(in: workspace) }
    reports = Dictionary(grouping: all) { Name($0.ownID) }.mapValues { reports in
      reports.sorted { ($1.week?.monday ?? Day(number: .min)) < ($0.week?.monday ?? Day(number: .min)) }
    }
  }

  package var all: [Record] { reports.values.flatMap { $0 } }

  /// In the order of their ids.
  package var people: [Name] { reports.keys.sorted() }

  package func of(_ person: Name) -> [Record] { reports[person] ?? [] }
}

extension Workspace {
  package var writtenReports: WrittenReports { reportsMemo { WrittenReports(self) } }

  /// - Parameters:
  ///   - latest: where the reports are read, as what was written late counts, too.
  ///   - name: what the person is called there, where that is another name.
  package func reports(of person: Name, readIn latest: Workspace? = nil, as name: Name? = nil) -> ReportsOfPerson {
    let latest = latest ?? self
    return ReportsOfPerson(
      person, record(.person, person), charter: charter, written: latest.writtenReports.of(name ?? person), in: latest)
  }
}

extension Record {
  /// Of a status report: whether somebody has put more into it than its template had.
  package func isWritten(in workspace: Workspace) -> Bool {
    guard isReadable, let body = document.body else { return true }
    return (body.hasProse && body.placeholders.isEmpty) || !statusEntries(in: workspace).isEmpty
  }

  /// Of a person: when they are away.
  package var absences: [Period] {
    self[Person.away].compactMap { item in
      guard let from = item[Person.Absence.from], let to = item[Person.Absence.to] else { return nil }
      return Period(from: from, to: to)
    }
  }
}

extension StatusEntry {
  /// `- none`, where a template has a heading and somebody is tidy.
  package var saysNothing: Bool {
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return Self.nothing.contains(words) && !text.contains { $0.isNumber }
  }

  private static let nothing: Set<String> = [
    "", "none", "nothing", "no", "nope", "n a", "na", "nil", "no blockers", "no blocker", "not blocked", "nothing new",
    "nothing blocked", "nothing this week", "none this week", "nothing to report", "no needs", "no news", "all good",
  ]

  /// Whether two entries are about the same tasks, else the same goals, else are in the same words.
  fileprivate func speaksOfTheSame(as other: StatusEntry) -> Bool {
    if !tasks.isEmpty, !other.tasks.isEmpty { return tasks.contains { task in other.tasks.contains { $0 == task } } }
    return goals.isEmpty ? Name(other.text) == Name(text) : !Set(other.goals).isDisjoint(with: goals)
  }
}
