package import Teamwork
internal import Text

extension Graph {
  /// Goals and what they lead to, and dashed what they need.
  package static func goals(_ workspace: Workspace) -> Graph {
    var graph = Graph(title: "The goals" + ofTeam(workspace))
    let goals = workspace.records(of: .goal)
    var places: [Name: Int] = [:]
    for goal in goals where places[goal.id] == nil {
      places[goal.id] = graph.nodes.count
      graph.nodes.append(
        Node(
          id: goal.reference, label: goal.title,
          detail: goal.owners.map { name($0, workspace) }.joined(separator: ", "),
          state: goal.status?.words ?? "no state",
          mark: Mark(of: goal.status)))
    }
    for goal in goals {
      guard let place = places[goal.id] else { continue }
      if let parent = goal.name("parent").flatMap({ places[$0.value] }) {
        graph.edges.append(Edge(from: place, to: parent, kind: .leadsTo))
      }
      for need in goal.names("needs") {
        if let needed = places[need.value] { graph.edges.append(Edge(from: place, to: needed, kind: .needs)) }
      }
    }
    graph.tree = GoalTree(workspace)
    graph.vision = workspace.charter.vision
    if graph.isEmpty { graph.absence = "There is no goal yet." }
    return graph
  }

  static func ofTeam(_ workspace: Workspace) -> String {
    workspace.records(of: .charter).first?.text("name").map { " of \($0)" } ?? ""
  }

  static func name(_ person: Name, _ workspace: Workspace) -> String {
    workspace.record(.person, person)?.title ?? person.text
  }
}

extension GoalTree {
  /// Goals further down stand beside those at this depth.
  private static let deepest = 64

  /// All goals of a workspace. One that leads back to itself stands where it was met first.
  init(_ workspace: Workspace) {
    let goals = workspace.records(of: .goal)
    var places: [Name: Int] = [:]
    for (place, goal) in goals.enumerated() where places[goal.id] == nil { places[goal.id] = place }
    var below: [Int: [Int]] = [:]
    var tops: [Int] = []
    for (place, goal) in goals.enumerated() where places[goal.id] == place {
      let parent = goal.name("parent").flatMap { places[$0.value] }
      if let parent, parent != place { below[parent, default: []].append(place) } else { tops.append(place) }
    }
    var met = Set<Int>()
    /// The nodes below a goal; those below the deepest are laid flat.
    func children(_ place: Int, _ depth: Int) -> [Node] {
      if depth == Self.deepest {
        var flat: [Node] = []
        var waiting = Array((below[place] ?? []).reversed())
        while let next = waiting.popLast() {
          guard met.insert(next).inserted else { continue }
          flat.append(node(next, []))
          waiting += (below[next] ?? []).reversed()
        }
        return flat
      }
      return (below[place] ?? []).compactMap { met.insert($0).inserted ? node($0, children($0, depth + 1)) : nil }
    }
    func node(_ place: Int, _ children: [Node]) -> Node {
      Node(id: goals[place].id.text, title: goals[place].title, status: goals[place].status, children: children)
    }
    var branches: [Node] = []
    var without: [Node] = []
    // Those that are left after the tops lie on circles.
    for place in tops + goals.indices where places[goals[place].id] == place && met.insert(place).inserted {
      let top = node(place, children(place, 1))
      if top.children.isEmpty, goals[place].text("why") == nil { without.append(top) } else { branches.append(top) }
    }
    let sizes = branches.map(\.descendants.count)
    let order = branches.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    self.init(branches: order.map { branches[$0] }, without: without)
  }
}
