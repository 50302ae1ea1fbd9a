package import Teamwork

/// Scope and done over time: does work grow faster than it is finished?
package struct BurnUp: Sendable {
  package struct Curve: Sendable {
    /// Of the goal; nil for all goals together.
    package var goal: String?
    package var title: String
    /// Of each of `weeks`, at its end.
    package var scope: [Int]
    package var done: [Int]

    package init(goal: String?, title: String, scope: [Int], done: [Int]) {
      self.goal = goal
      self.title = title
      self.scope = scope
      self.done = done
    }
  }

  package var weeks: [Week]
  /// All goals first, then those in which most changed.
  package var curves: [Curve]

  package init(weeks: [Week], curves: [Curve]) {
    self.weeks = weeks
    self.curves = curves
  }

  package var table: Table {
    func at(_ curve: Curve, _ week: Int) -> String { "\(curve.done[week]) of \(curve.scope[week])" }
    return Table(
      "Tasks done, of those in scope, at the end of a week",
      columns: [.init("Goals"), .init("At first", isNumber: true), .init("At last", isNumber: true), .init("Changed")],
      rows: curves.map { curve in
        let changes = weeks.indices.dropFirst().filter { curve.scope[$0] != curve.scope[$0 - 1] || curve.done[$0] != curve.done[$0 - 1] }
        let told = changes.map { "W\(weeks[$0].week) \(at(curve, $0))" }.joined(separator: ", ")
        return [Line(curve.title), Line(weeks.isEmpty ? "" : at(curve, 0)), Line(weeks.isEmpty ? "" : at(curve, weeks.count - 1)), Line(told.isEmpty ? "never" : told)]
      })
  }
}
