package import Teamwork

/// The goals on a time line: which dates moved, how often, and why.
package struct DateLines: Sendable {
  package struct Move: Sendable {
    package var from: Day
    package var to: Day
    /// Who moved it.
    package var by: String
    package var day: Day
    /// The whole id; nil while it is not committed.
    package var commit: String?
    /// The subject of the commit, or the prose that came with it; nil where nothing says why.
    package var reason: String?

    package init(from: Day, to: Day, by: String, day: Day, commit: String?, reason: String?) {
      self.from = from
      self.to = to
      self.by = by
      self.day = day
      self.commit = commit
      self.reason = reason
    }
  }

  package struct Row: Sendable {
    package var id: String
    package var title: String
    package var owners: [String]
    package var start: Day?
    package var due: Day?
    /// The day of each change of state in the period, the first being that at its beginning (or when the goal came).
    package var states: [(from: Day, status: GoalStatus)]
    /// The day that it was done or dropped.
    package var ended: Day?
    /// In the period, the earliest first.
    package var moves: [Move]

    package init(
      id: String, title: String, owners: [String], start: Day?, due: Day?, states: [(from: Day, status: GoalStatus)],
      ended: Day?, moves: [Move]
    ) {
      self.id = id
      self.title = title
      self.owners = owners
      self.start = start
      self.due = due
      self.states = states
      self.ended = ended
      self.moves = moves
    }
  }

  package var period: Period
  package var today: Day
  /// Those that moved first.
  package var rows: [Row]

  package init(period: Period, today: Day, rows: [Row]) {
    self.period = period
    self.today = today
    self.rows = rows
  }

  package var table: Table {
    let year = period.to.civil.year
    let rows = rows.map { row -> [Line] in
      let moves = row.moves.map { move in
        "\(move.from.short(in: year)) → \(move.to.short(in: year)), \(move.by), \(move.day.short(in: year)): "
          + (move.reason.map { "“\($0)”" } ?? "no reason written")
      }
      return [
        Line(row.title), Line(row.start?.short(in: year) ?? ""), Line(row.due?.short(in: year) ?? "no date"),
        Line(row.states.last?.status.words ?? ""),
        Line(moves.joined(separator: "; ")),
      ]
    }
    return Table(
      "Goals and their dates", columns: [.init("Goal"), .init("Start"), .init("Due"), .init("State"), .init("Moved")],
      rows: rows)
  }
}
