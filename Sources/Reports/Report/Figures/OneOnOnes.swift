package import Teamwork
internal import Text

/// Pairs who meet, and who have not met for longer than they do otherwise.
package struct OneOnOnes: Sendable {
  package struct Row: Sendable {
    /// "Ana and Ben".
    package var pair: String
    package var days: [Day]
    /// The rhythm that is taken for theirs, in days.
    package var rhythm: Int
    /// Days since they met last, as of the end; nil where they have not met.
    package var since: Int?

    package init(pair: String, days: [Day], rhythm: Int, since: Int?) {
      self.pair = pair
      self.days = days
      self.rhythm = rhythm
      self.since = since
    }

    package var isPast: Bool { since.map { $0 > rhythm } ?? true }
  }

  package var period: Period
  package var today: Day
  package var rows: [Row]

  package init(period: Period, today: Day, rows: [Row]) {
    self.period = period
    self.today = today
    self.rows = rows
  }

  package var table: Table {
    let year = period.to.civil.year
    return Table(
      "One-on-ones", columns: [.init("Pair"), .init("Met"), .init("Rhythm"), .init("Last")],
      rows: rows.map { row in
        [
          Line(row.pair), Line(row.days.map { $0.short(in: year) }.joined(separator: ", ")), Line("\(row.rhythm) days"),
          Line(row.since.map { $0 == 0 ? "today" : "\(counted($0, "day")) ago" } ?? "not yet"),
        ]
      })
  }
}
