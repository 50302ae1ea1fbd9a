/// What Git knows of a workspace: who changed what, when.
package struct EventHistory: Sendable {
  /// The commits that touched the workspace, newest first, each before its parents.
  package let commits: [CommitInfo]
  /// Newest first; of one commit in the order of their paths.
  package let events: [Event]
  /// The history goes on beyond what the repository holds.
  package let isCut: Bool

  package init(commits: [CommitInfo], events: [Event], isCut: Bool) {
    self.commits = commits
    self.events = events
    self.isCut = isCut
  }

  package func commit(of event: Event) -> CommitInfo? { event.commit.map { commits[$0] } }
}

/// What changed in the workspace's tree from one end of a week to the next.
package struct WeekMark: Sendable {
  package let week: Week
  /// The newest commit before the week's end (or before the end of the period, where that is earlier); nil where
  /// the history has not begun.
  package let commit: String?
  /// What is other than at the mark before; for the first mark, than at the period's beginning.
  package let changes: [RecordChange]

  package init(week: Week, commit: String?, changes: [RecordChange]) {
    self.week = week
    self.commit = commit
    self.changes = changes
  }
}
