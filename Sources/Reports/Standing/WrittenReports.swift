package import Teamwork
package import Text

/// The status reports into which somebody has put more than the template had, and what of them still stands.
package struct WrittenReports: Sendable {
  private let workspace: Workspace
  /// By person, the newest first.
  private let reports: [Name: [Record]]

  /// What an older report says stands no longer.
  package static let recentWeeks = 4

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    let all = workspace.records.filter { $0.kind == .status && $0.week != nil && $0.isWritten(in: workspace) }
    reports = Dictionary(grouping: all) { Name($0.ownID) }.mapValues { $0.sorted { $0.week! > $1.week! } }
  }

  var all: [Record] { reports.values.flatMap { $0 } }

  var people: [Name] { reports.keys.sorted() }

  /// A person's reports of the weeks before one, the newest first.
  func reports(of person: Name, before week: Week) -> [Record] { (reports[person] ?? []).filter { $0.week! < week } }

  /// A person's newest report, where it is recent, with what it says. That something is in the way or needed stands until
  /// the person's next report is without it.
  ///
  /// - Parameters:
  ///   - week: what is recent is seen from here.
  ///   - before: the week that is about to be reported on; nil to take the newest of all.
  package func standing(of person: Name, in week: Week, before: Week? = nil) -> (
    report: Record, entries: [StatusEntry]
  )? {
    let oldest = Week(week.monday - 7 * Self.recentWeeks)
    let newest = (reports[person] ?? []).first { report in before.map { report.week! < $0 } ?? true }
    guard let newest, newest.week! >= oldest else { return nil }
    return (newest, newest.statusEntries(in: workspace).filter { !$0.saysNothing })
  }
}
