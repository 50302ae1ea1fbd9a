/// How much rests on few: decisions, goals, requests, by month; without names.
package struct Concentration: Sendable {
  package struct Bar: Sendable {
    /// "September", or "July to September" where months were joined.
    package var label: String
    /// What each holder holds, the most first.
    package var shares: [Int]

    package init(label: String, shares: [Int]) {
      self.label = label
      self.shares = shares
    }

    package var total: Int { shares.reduce(0, +) }

    /// How few hold half of it or more.
    package var half: Int {
      var sum = 0
      for (index, share) in shares.enumerated() {
        sum += share
        if sum * 2 >= total { return index + 1 }
      }
      return 0
    }
  }

  package struct Group: Sendable {
    /// "Who decides", "Who owns goals", "Who is asked".
    package var title: String
    package var bars: [Bar]

    package init(title: String, bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  package var groups: [Group]

  package init(groups: [Group]) { self.groups = groups }

  package var table: Table {
    Table(
      "How few hold half",
      columns: [.init("What"), .init("When"), .init("In all", isNumber: true), .init("Half is held by")],
      rows: groups.flatMap { group in
        group.bars.map { bar in
          [Line(group.title), Line(bar.label), "\(bar.total)", Line("\(bar.half) of \(bar.shares.count)")]
        }
      })
  }
}
