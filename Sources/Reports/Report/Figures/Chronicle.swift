package import Teamwork

/// Things that happened, each with its day: goals that came and went, or how help came to a goal.
package struct Chronicle: Sendable {
  package enum Mark: Sendable {
    case state(GoalStatus)
    case written, blocked
    /// A new owner, or somebody who took a task.
    case joined
  }

  package struct Entry: Sendable {
    package var mark: Mark
    /// "W08 · Ed Page", "14 January".
    package var head: Line
    package var words: Line

    package init(mark: Mark, head: Line, words: Line) {
      self.mark = mark
      self.head = head
      self.words = words
    }
  }

  /// The earliest first.
  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  package var table: Table {
    Table("What happened", columns: [.init("When"), .init("What")], rows: entries.map { [$0.head, $0.words] })
  }
}
