internal import Reports
internal import Text

extension Tool {
  /// `tw graph`: what leads to what, for something that draws it.
  static let graph: @Sendable (Session) throws -> Outcome = { session in
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
