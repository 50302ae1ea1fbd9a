internal import Reports
internal import Text

extension Tool {
  /// `tw graph`: what leads to what, for something that draws it.
  static let graph: @Sendable (Session) throws -> Outcome = { session in
    let workspace = try session.latestWorkspace()
    let graph: Graph
    let what = session.command.arguments.first ?? "goals"
    switch what {
    case "tasks": graph = .tasks(workspace)
    case "requests": graph = .requests(workspace)
    default: graph = .goals(workspace)
    }
    if graph.isEmpty { return Outcome(errors: Array("There is no \(what.dropLast()) yet.\n".utf8)) }
    let text =
      switch session.command.options.value(for: "format") {
      case "dot": graph.dot
      case "svg": graph.svg
      default: graph.mermaid
      }
    return Outcome(output: Array(text.utf8))
  }
}
