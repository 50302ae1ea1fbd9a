package import Teamwork

/// Reports by week: who was heard, how often.
package struct ReportGrid: Sendable {
  package enum Cell: Sendable {
    /// Was due, and did not come.
    case none
    /// Was not due.
    case notDue
    case written
    /// Written, and says that something is blocked.
    case blocked
    /// Written after the week's end.
    case late
    case away

    package var words: String {
      switch self {
      case .none: "none"
      case .notDue: ""
      case .written: "written"
      case .blocked: "written, blocked"
      case .late: "later"
      case .away: "away"
      }
    }
  }

  package struct Row: Sendable {
    package var name: String
    /// Owes reports; who does not is set in italics.
    package var isDue: Bool
    /// For each of `weeks`.
    package var cells: [Cell]
    /// The weeks, by number, of which a report was written that was not due.
    package var unasked: Set<Int>

    package init(name: String, isDue: Bool, cells: [Cell], unasked: Set<Int> = []) {
      self.name = name
      self.isDue = isDue
      self.cells = cells
      self.unasked = unasked
    }
  }

  package struct Group: Sendable {
    /// The team; nil for people without one, or where there are few people.
    package var title: String?
    package var rows: [Row]

    package init(title: String?, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package var weeks: [Week]
  package var groups: [Group]

  package init(weeks: [Week], groups: [Group]) {
    self.weeks = weeks
    self.groups = groups
  }

  /// Reports that were written about a week.
  package func written(in week: Int) -> Int {
    groups.flatMap(\.rows).count { [.written, .blocked, .late].contains($0.cells[week]) }
  }

  /// How many were due.
  package func due(in week: Int) -> Int {
    groups.flatMap(\.rows).count {
      [.written, .blocked, .late, .none].contains($0.cells[week]) && $0.isDue && !$0.unasked.contains(week)
    }
  }

  package var table: Table {
    Table(
      "Reports by week, of those who were to report or wrote",
      columns: [.init("Week")] + [.init("Written", isNumber: true), .init("Due", isNumber: true), .init("By")],
      rows: weeks.indices.map { index in
        let names = groups.flatMap(\.rows).filter { [.written, .blocked, .late].contains($0.cells[index]) }.map(\.name)
        return [
          Line(weeks[index].description), "\(written(in: index))", "\(due(in: index))",
          Line(names.joined(separator: ", ")),
        ]
      })
  }
}
