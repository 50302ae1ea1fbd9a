package import Teamwork
internal import Text

extension Graph {
  /// Who asks whom for what, and where it stands; people with their teams.
  package static func requests(_ workspace: Workspace) -> Graph {
    var graph = Graph(title: "The requests" + ofTeam(workspace))
    var places: [String: Int] = [:]
    func place(_ reference: Name, _ kinds: [Kind]) -> Int {
      var node = Node(id: reference.text, label: reference.text)
      if case .record(let number) = workspace.resolve(reference, as: kinds) {
        let record = workspace.records[number]
        node = Node(
          id: record.reference, label: record.title,
          detail: record.kind == .person ? teams(of: record.id, workspace) : record.kind.name)
      }
      if let place = places[node.id] { return place }
      places[node.id] = graph.nodes.count
      graph.nodes.append(node)
      return graph.nodes.count - 1
    }
    for request in workspace.records(of: .request) {
      guard let from = request.name("from"), let to = request.name("to") else { continue }
      let state = request.text("status")
      graph.edges.append(
        Edge(
          from: place(from.value, [.person]), to: place(to.value, [.person, .team, .role]), kind: .asks,
          label: request.title, state: state ?? "no state",
          mark: mark(state)))
    }
    if graph.isEmpty { graph.absence = "There is no request yet." }
    return graph
  }

  /// By name: those that the person names and those that name the person.
  private static func teams(of person: Name, _ workspace: Workspace) -> String {
    workspace.membership.teams(of: person).compactMap { workspace.record(.team, $0)?.title }.joined(separator: ", ")
  }

  private static func mark(_ state: String?) -> Mark {
    switch state {
    case "accepted": .promised
    case "declined", "withdrawn": .dropped
    case "done": .done
    default: .gap
    }
  }
}
