internal import Teamwork
internal import Text

extension Tool {
  /// `tw why`: from a task, person, role or goal up to the vision.
  static let why: @Sendable (Session) throws -> Outcome = { session in
    let workspace = try session.latestWorkspace()
    let target = try RecordLookup(workspace: workspace, prefix: session.repository().prefix).target(
      session.command.arguments[0])
    let node = WhyTree(workspace).node(target)
    if session.format == "json" {
      return session.answer([("chains", .array(node.chains.map { .array($0.map(\.json)) }))])
    }
    return session.answer(node.styled(width: min(session.environment.width, 120)))
  }
}
