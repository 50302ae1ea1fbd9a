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
    Table(
      "Tasks in scope and done, at the end of each week",
      columns: [.init("Week")] + curves.map { .init($0.title, isNumber: true) },
      rows: weeks.indices.map { index in
        [Line(weeks[index].description)] + curves.map { Line("\($0.done[index]) of \($0.scope[index])") }
      })
  }
}
