package import Teamwork

/// Every goal, week by week: what its file said at the end of each week, and in which weeks somebody wrote about it.
package struct GoalStrips: Sendable {
  package struct Row: Sendable {
    package var id: String
    package var title: String
    /// For each week of `weeks`; nil where there was no such goal.
    package var states: [GoalStatus?]
    /// For each week: whether somebody wrote about it, and whether something was blocked.
    package var heard: [Heard]
    package var done: Int
    package var total: Int

    package init(id: String, title: String, states: [GoalStatus?], heard: [Heard], done: Int, total: Int) {
      self.id = id
      self.title = title
      self.states = states
      self.heard = heard
      self.done = done
      self.total = total
    }
  }

  package enum Heard: Sendable { case no, written, blocked }

  package struct Group: Sendable {
    /// "Last heard of in May"; nil where there is one group.
    package var title: String?
    package var rows: [Row]

    package init(title: String?, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package var weeks: [Week]
  package var groups: [Group]
  /// Goals that stood still in one state and are only counted: "214 on track throughout".
  package var quiet: [Row]

  package init(weeks: [Week], groups: [Group], quiet: [Row]) {
    self.weeks = weeks
    self.groups = groups
    self.quiet = quiet
  }

  package var table: Table {
    let rows = (groups.flatMap(\.rows) + quiet).map { row -> [Line] in
      var moves: [String] = []
      for (index, state) in row.states.enumerated() where index == 0 || state != row.states[index - 1] {
        if let state {
          moves.append("\(state.words) from W\(weeks[index].week)")
        } else if index > 0 {
          moves.append("gone in W\(weeks[index].week)")
        }
      }
      let written = zip(weeks, row.heard).compactMap { week, heard in
        heard == .no ? nil : "W\(week.week)" + (heard == .blocked ? " (blocked)" : "")
      }
      return [
        Line(row.title), Line(moves.joined(separator: ", ")),
        Line(written.isEmpty ? "not written about" : written.joined(separator: ", ")), "\(row.done) of \(row.total)",
      ]
    }
    return Table(
      "Goals week by week",
      columns: [.init("Goal"), .init("States"), .init("Written about"), .init("Tasks done", isNumber: true)], rows: rows
    )
  }
}
