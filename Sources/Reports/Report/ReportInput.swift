package import Teamwork
package import Text

/// What a report is made from: the states of the workspace, and what history tells between them.
package struct ReportInput: Sendable {
  package var period: Period
  /// The period's last day, or today when that is earlier.
  package var asOf: Day
  /// The state at the period's beginning; nil where it is not known.
  package var before: Workspace?
  /// The state at its end.
  package var now: Workspace
  /// HEAD's state: what was written later about the period is here too.
  package var latest: Workspace
  /// The whole of it, not only the period's.
  package var story: EventHistory
  /// For each of the story's commits: whether it brought the state from the period's beginning to its end.
  package var isInPeriod: [Bool]
  /// The ends of the weeks, the earliest first. Has every week that any day of the period lies in.
  package var marks: [WeekMark]
  /// What the records of `now` were called in `before`.
  package var names: EarlierNames
  /// The lives of the records that stand at the period's end, by kind and id.
  package var lives: [Kind: [Name: Int]]
  /// The newest commit of the period's end.
  package var head: CommitInfo?
  /// What could not be seen, in sentences.
  package var notes: [String]
  package var address: String?

  package init(
    period: Period, asOf: Day, before: Workspace?, now: Workspace, latest: Workspace, story: EventHistory,
    isInPeriod: [Bool],
    marks: [WeekMark],
    names: EarlierNames, lives: [Kind: [Name: Int]], head: CommitInfo?, notes: [String] = [], address: String? = nil
  ) {
    self.period = period
    self.asOf = asOf
    self.before = before
    self.now = now
    self.latest = latest
    self.story = story
    self.isInPeriod = isInPeriod
    self.marks = marks
    self.names = names
    self.lives = lives
    self.head = head
    self.notes = notes
    self.address = address
  }
}
