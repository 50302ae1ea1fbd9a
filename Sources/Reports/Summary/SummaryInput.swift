package import Teamwork
package import Text

/// What a summary is made from: three states of the workspace and what happened between.
package struct SummaryInput: Sendable {
  package var period: Period
  /// The day that it is told from: the period's last, or today when that is earlier.
  package var asOf: Day
  /// The state at the period's beginning, which may be empty; nil where history does not reach back so far.
  package var before: Workspace?
  /// The state at its end.
  package var now: Workspace
  /// Where reports are read: what was written late counts too.
  package var latest: Workspace
  /// What the commits of the period did, the newest first.
  package var events: [(event: Event, commit: CommitInfo)]
  /// What the records of `now` were called in `before`.
  package var names: EarlierNames
  /// What the records of `latest` were called in `now`.
  package var laterNames: EarlierNames
  /// The lives of the goals of `now`: see `Lineage`.
  package var lives: [Name: Int]
  /// For each path the newest commit that touched it in the period.
  package var commitOfPath: [String: CommitInfo]
  /// How many commits of the period touched the workspace.
  package var commits: Int
  /// The newest commit of what `now` is told from; nil without a history.
  package var head: String?
  /// What could not be seen, in sentences.
  package var notes: [String]
  /// Whether `now` is of the period, and not today's for want of a history.
  package var reachesPeriod: Bool

  package init(
    period: Period, asOf: Day, before: Workspace?, now: Workspace, latest: Workspace,
    events: [(event: Event, commit: CommitInfo)], names: EarlierNames, lives: [Name: Int],
    commitOfPath: [String: CommitInfo], commits: Int, head: String?, notes: [String], reachesPeriod: Bool,
    laterNames: EarlierNames = EarlierNames()
  ) {
    self.period = period
    self.asOf = asOf
    self.before = before
    self.now = now
    self.latest = latest
    self.events = events
    self.names = names
    self.lives = lives
    self.commitOfPath = commitOfPath
    self.commits = commits
    self.head = head
    self.notes = notes
    self.reachesPeriod = reachesPeriod
    self.laterNames = laterNames
  }
}
