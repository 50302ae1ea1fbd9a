package import Teamwork

/// Are promised dates kept?
package struct PromiseLines: Sendable {
  package struct Row: Sendable {
    package var title: String
    /// "Ana asks Ben".
    package var between: String
    package var status: String
    package var asked: Day?
    package var neededBy: Day?
    package var promised: Day?
    package var delivered: Day?

    package init(
      title: String, between: String, status: String, asked: Day?, neededBy: Day?, promised: Day?, delivered: Day?
    ) {
      self.title = title
      self.between = between
      self.status = status
      self.asked = asked
      self.neededBy = neededBy
      self.promised = promised
      self.delivered = delivered
    }
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
    func day(_ day: Day?) -> Line { Line(day?.short(in: year) ?? "") }
    return Table(
      "Requests and their dates",
      columns: [
        .init("Request"), .init("Who"), .init("State"), .init("Asked"), .init("Needed"), .init("Promised"),
        .init("Delivered"),
      ],
      rows: rows.map {
        [
          Line($0.title), Line($0.between), Line($0.status), day($0.asked), day($0.neededBy), day($0.promised),
          day($0.delivered),
        ]
      })
  }
}
