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
    /// Before the first week; nil where there was nothing then, or it is not known.
    package var start: (scope: Int, done: Int)?

    package init(goal: String?, title: String, scope: [Int], done: [Int], start: (scope: Int, done: Int)? = nil) {
      self.goal = goal
      self.title = title
      self.scope = scope
      self.done = done
      self.start = start
    }

    /// From where it is told: its start, else the end of the first week.
    var first: (scope: Int, done: Int)? { start ?? scope.first.flatMap { scope in done.first.map { (scope, $0) } } }
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
    func hasChanged(_ curve: Curve, _ week: Int) -> Bool {
      let before = week == 0 ? curve.start : (curve.scope[week - 1], curve.done[week - 1])
      return before.map { $0 != (curve.scope[week], curve.done[week]) } ?? false
    }
    return Table(
      "Tasks done, of those in scope, at the end of a week",
      columns: [.init("Goals"), .init("At first", isNumber: true), .init("At last", isNumber: true), .init("Changed")],
      rows: curves.map { curve in
        let changes = weeks.indices.filter { hasChanged(curve, $0) }
        let told = changes.map { "W\(weeks[$0].week) \(at(curve, $0))" }.joined(separator: ", ")
        return [
          Line(curve.title), Line(curve.first.map { "\($0.done) of \($0.scope)" } ?? ""),
          Line(weeks.isEmpty ? "" : at(curve, weeks.count - 1)), Line(told.isEmpty ? "never" : told),
        ]
      })
  }
}
