package import Teamwork

/// The goals below the vision: does everything lead to it?
package struct GoalTree: Sendable {
  package struct Node: Sendable {
    package var id: String
    package var title: String
    /// Nil where the record does not say.
    package var status: GoalStatus?
    package var children: [Node]

    package init(id: String, title: String, status: GoalStatus?, children: [Node] = []) {
      self.id = id
      self.title = title
      self.status = status
      self.children = children
    }
  }

  /// Goals that others lead to, or that say why themselves; those with most below them first.
  package var branches: [Node]
  /// Goals with neither a parent nor a why.
  package var without: [Node]

  package init(branches: [Node], without: [Node]) {
    self.branches = branches
    self.without = without
  }

  package var table: Table {
    var rows: [[Line]] = []
    func add(_ node: Node, _ above: String) {
      rows.append([Line(node.title), Line(node.status?.words ?? "no state"), Line(above)])
      for child in node.children { add(child, node.title) }
    }
    for branch in branches { add(branch, "the vision") }
    for node in without { add(node, "no goal, and no why") }
    return Table(
      "Goals and what they lead to", columns: [.init("Goal"), .init("State"), .init("Leads to")], rows: rows)
  }
}
