/// Some days that something is told of, both ends included.
package struct Period: Sendable, Hashable {
  package let from: Day
  package let to: Day
  /// Set when it is exactly one week.
  package let week: Week?

  package init(_ week: Week) {
    from = week.monday
    to = week.sunday
    self.week = week
  }

  package init(from: Day, to: Day) {
    self.from = from
    self.to = to
    let week = Week(from)
    self.week = week.monday == from && week.sunday == to ? week : nil
  }

  package func contains(_ day: Day) -> Bool { from <= day && day <= to }

  /// The weeks whose reports belong to it: each week belongs to the period that its Monday lies in; a
  /// period shorter than a week has the week that it lies in.
  package var weeks: [Week] {
    var weeks: [Week] = []
    var week = Week(from)
    if week.monday < from { week = week.next }
    while week.monday <= to {
      weeks.append(week)
      week = week.next
    }
    return weeks.isEmpty ? [Week(from)] : weeks
  }
}
