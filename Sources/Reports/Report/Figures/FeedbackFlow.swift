package import Teamwork

/// Does feedback go both ways? Who gave it to whom is not shown.
package struct FeedbackFlow: Sendable {
  package enum Direction: Sendable, CaseIterable {
    case toMembers, toLeads, amongMembers, toTeams

    package var words: String {
      switch self {
      case .toMembers: "from a manager"
      case .toLeads: "to a manager"
      case .amongMembers: "among colleagues"
      case .toTeams: "to a team"
      }
    }
  }

  package struct Item: Sendable {
    package var day: Day
    /// `praise`, `thanks`, `suggestion`, `concern`.
    package var kind: String
    /// Acknowledged, or replied to.
    package var isAnswered: Bool

    package init(day: Day, kind: String, isAnswered: Bool) {
      self.day = day
      self.kind = kind
      self.isAnswered = isAnswered
    }
  }

  package struct Row: Sendable {
    package var direction: Direction
    /// By day; where there are fewer than five, only how many are told of a direction.
    package var items: [Item]

    package init(direction: Direction, items: [Item]) {
      self.direction = direction
      self.items = items
    }
  }

  package var period: Period
  /// One for every direction.
  package var rows: [Row]

  package init(period: Period, rows: [Row]) {
    self.period = period
    self.rows = rows
  }

  package var table: Table {
    Table(
      "Feedback by direction",
      columns: [
        .init("Direction"), .init("Given", isNumber: true), .init("Answered", isNumber: true),
        .init("Thanks and praise", isNumber: true), .init("Suggestions and concerns", isNumber: true),
      ],
      rows: rows.map { row in
        let warm = row.items.count { $0.kind == "thanks" || $0.kind == "praise" }
        // Below five a kind could be told to be somebody's.
        let few = row.items.count < 5
        return [
          Line(row.direction.words), "\(row.items.count)", Line(few ? "" : "\(row.items.count { $0.isAnswered })"),
          Line(few ? "" : "\(warm)"),
          Line(few ? "" : "\(row.items.count - warm)"),
        ]
      })
  }
}
