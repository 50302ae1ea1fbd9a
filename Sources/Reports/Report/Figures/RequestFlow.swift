/// Requests between teams: who asks whom, and who has answered.
package struct RequestFlow: Sendable {
  package struct Band: Sendable {
    /// Places in `from` and `to`.
    package var from: Int
    package var to: Int
    package var count: Int

    package init(from: Int, to: Int, count: Int) {
      self.from = from
      self.to = to
      self.count = count
    }
  }

  package struct Side: Sendable {
    package var name: String
    package var count: Int
    /// Of those on the right: accepted, declined or done.
    package var answered: Int

    package init(name: String, count: Int, answered: Int) {
      self.name = name
      self.count = count
      self.answered = answered
    }
  }

  /// Who asks, most first; at most twelve, the last being "7 others".
  package var from: [Side]
  /// Who is asked, most first.
  package var to: [Side]
  package var bands: [Band]

  package init(from: [Side], to: [Side], bands: [Band]) {
    self.from = from
    self.to = to
    self.bands = bands
  }

  package var table: Table {
    Table(
      "Requests, by who asks and who is asked",
      columns: [.init("From"), .init("To"), .init("Requests", isNumber: true)],
      rows: bands.map { [Line(from[$0.from].name), Line(to[$0.to].name), "\($0.count)"] })
  }
}
