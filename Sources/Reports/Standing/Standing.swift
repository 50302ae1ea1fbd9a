package import Teamwork

/// Where we stand today, as a value: what waits for whom, and what would help.
package struct Standing: Sendable {
  /// One thing that waits.
  package struct Item: Sendable {
    package var words: Line
    /// What would help; costs little.
    package var offer: Line?
    /// How long it waits, or is late; nil where that is not known, or has not begun.
    package var days: Int?
    package var source: Summary.Source

    package init(_ words: Line, offer: Line? = nil, days: Int? = nil, source: Summary.Source) {
      self.words = words
      self.offer = offer
      self.days = days
      self.source = source
    }
  }

  package struct Section: Sendable {
    package enum Name: String, Sendable, CaseIterable {
      // Of the whole team, in the order in which it is told.
      case late, troubled, blocked, waiting, needs, said, unanswered, promised, undecided, silent, overloaded,
        unreported
      case due
      // Of one person.
      case myWork, askedOfMe, waitsForMe, myPromises, myRequests, toThank, toRead, myGoals, myReport
    }

    package var name: Name
    package var title: String
    package var items: [Item]
  }

  package var name: String?
  package var vision: String?
  package var today: Day
  /// Of whom it is told; nil for everybody.
  package var person: String?
  package var states: [GoalStatus: Int]
  /// Without those in which nothing waits.
  package var sections: [Section]
}
