internal import Reports
internal import Text

extension Command {
  /// `tw graph`: what leads to what, for something that draws it.
  static let graph = Command(
    CommandDeclaration(
      name: "graph", group: .understand, summary: "draw goals, tasks or requests, and how they hang together",
      arguments: [
        ArgumentDeclaration(
          name: "WHAT", help: "what to draw; goals unless given", choices: ["goals", "tasks", "requests"],
          isRequired: false)
      ],
      options: [.format("mermaid", "dot", "svg")],
      description: """
        Goals stand below the goal that they lead to; a dashed line leads to what is needed first. Of tasks those are drawn
        that need others or are needed, where there are more than a few.

        Mermaid is drawn by GitHub and GitLab within Markdown, `dot` by Graphviz; an SVG file needs nothing else.
        """,
      examples: [
        .init(command: "tw graph", does: "the goals, for a block of Mermaid"),
        .init(command: "tw graph tasks --format svg > tasks.svg", does: "what waits for what, as a picture"),
      ])
  ) { session in
    let workspace = try session.latestWorkspace()
    let graph: Graph
    switch session.command.arguments.first ?? "goals" {
    case "tasks": graph = .tasks(workspace)
    case "requests": graph = .requests(workspace)
    default: graph = .goals(workspace)
    }
    if graph.isEmpty { session.note(graph.absence) }
    let drawing = graph.drawable
    let text =
      switch session.command.options.value(for: "format") {
      case "dot": drawing.dot
      case "svg": drawing.svg
      default: drawing.mermaid
      }
    return Outcome(output: Array(text.utf8))
  }
}
