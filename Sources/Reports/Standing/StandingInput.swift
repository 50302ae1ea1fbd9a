package import Teamwork
package import Text

/// What today's standing is told from.
package struct StandingInput: Sendable {
  package var workspace: Workspace
  package var today: Day
  /// What history knows of since when; empty without a history.
  package var story: EventHistory
  /// The lives of the workspace's records: see `Lineage`.
  package var lives: [Kind: [Name: Int]]
  /// Whom it is told to; nil for everybody.
  package var person: Name?

  package init(
    workspace: Workspace, today: Day, story: EventHistory, lives: [Kind: [Name: Int]] = [:], person: Name?
  ) {
    self.workspace = workspace
    self.today = today
    self.story = story
    self.lives = lives
    self.person = person
  }
}
