internal import Documents
package import Teamwork
internal import Text

extension Graph {
  /// Where there are more tasks than this, those that neither need nor are needed are left out.
  private static let fewTasks = 20

  /// Tasks and what they need, by goal or meeting, with who owns them. Dropped tasks are left out.
  package static func tasks(_ workspace: Workspace) -> Graph {
    var graph = Graph(title: "The tasks" + ofTeam(workspace) + ", and what they need")
    var places: [Anchor: Int] = [:]
    var needs: [[TaskReference]] = []
    var homes: [Int] = []
    for (number, record) in workspace.records.enumerated() where record.isReadable {
      for (index, task) in record.tasks.enumerated() where task.state != .dropped {
        let anchor = task.anchor?.value
        if let anchor, places[Anchor(record: number, name: anchor)] == nil {
          places[Anchor(record: number, name: anchor)] = graph.nodes.count
        }
        let owners = task.owners.map { name($0, workspace) }.joined(separator: ", ")
        graph.nodes.append(
          Node(
            id: "\(record.id)^\(anchor?.text ?? "\(index + 1)")", label: task.text,
            detail: owners.isEmpty ? "nobody yet" : owners,
            state: task.state == .done ? "done" : "open", group: number, mark: task.state == .done ? .done : .promised))
        needs.append(task.needs.map(\.value))
        homes.append(number)
      }
    }
    for (place, needed) in needs.enumerated() {
      for need in needed {
        var home = homes[place]
        if let record = need.record {
          guard case .record(let number) = workspace.resolve(record, as: Kind.withTasks) else { continue }
          home = number
        }
        if let target = places[Anchor(record: home, name: need.anchor)], target != place {
          graph.edges.append(Edge(from: place, to: target, kind: .needs))
        }
      }
    }
    if graph.isEmpty { graph.absence = "There is no task yet." }
    if graph.nodes.count > fewTasks {
      graph.absence = "None of the \(graph.nodes.count) tasks needs another."
      graph.keepLinked()
    }
    graph.nameGroups { workspace.records[$0].title }
    return graph
  }

  private struct Anchor: Hashable {
    let record: Int
    let name: Name
  }

  /// Leaves out what no edge leads from or to.
  private mutating func keepLinked() {
    let linked = Set(edges.flatMap { [$0.from, $0.to] })
    var places: [Int: Int] = [:]
    var kept: [Node] = []
    for (place, node) in nodes.enumerated() where linked.contains(place) {
      places[place] = kept.count
      kept.append(node)
    }
    nodes = kept
    edges = edges.map { edge in
      var edge = edge
      edge.from = places[edge.from] ?? 0
      edge.to = places[edge.to] ?? 0
      return edge
    }
  }

  /// Numbers the groups that have nodes, in the order in which they come.
  private mutating func nameGroups(_ name: (Int) -> String) {
    var places: [Int: Int] = [:]
    for index in nodes.indices {
      guard let old = nodes[index].group else { continue }
      if places[old] == nil {
        places[old] = groups.count
        groups.append(name(old))
      }
      nodes[index].group = places[old]
    }
  }
}
