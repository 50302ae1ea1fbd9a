internal import Teamwork
internal import Text

extension Command {
  /// `tw why`: from a task, person, role or goal up to the vision.
  static let why = Command(
    CommandDeclaration(
      name: "why", group: .understand, summary: "follow a task, person, role or goal up to the vision",
      arguments: [
        ArgumentDeclaration(name: "REF", help: "a record, a @person, or a task as record^anchor", hint: .record)
      ],
      options: [.format("text", "json")],
      examples: [.init(command: "tw why public-beta^guide", does: "what the task `guide` is good for")])
  ) { session in
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
