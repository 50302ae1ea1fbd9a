internal import Text

/// What leads to what in a workspace, to be drawn: as Mermaid, for Graphviz, or as an SVG file.
package struct Graph: Sendable {
  package struct Node: Sendable {
    /// Of the record: `goal/public-beta`, `public-beta^guide`, `person/ana`. Of one graph each stands once.
    package var id: String
    package var label: String
    /// A second line: owners, teams.
    package var detail: String
    /// As people say it: "at risk"; nil for what has none.
    package var state: String?
    /// A place in `groups`.
    package var group: Int?
    var mark: Mark?

    init(id: String, label: String, detail: String = "", state: String? = nil, group: Int? = nil, mark: Mark? = nil) {
      self.id = id
      self.label = label
      self.detail = detail
      self.state = state
      self.group = group
      self.mark = mark
    }
  }

  package struct Edge: Sendable {
    package enum Kind: Sendable {
      /// From a goal to the one above it.
      case leadsTo
      /// From what needs to what it needs; in a drawing it is dashed.
      case needs
      /// From who asks to who is asked.
      case asks
    }

    /// Places in `nodes`.
    package var from: Int
    package var to: Int
    package var kind: Kind
    package var label: String
    /// Of a request: as the format says it.
    package var state: String?
    var mark: Mark?

    init(from: Int, to: Int, kind: Kind, label: String = "", state: String? = nil, mark: Mark? = nil) {
      self.from = from
      self.to = to
      self.kind = kind
      self.label = label
      self.state = state
      self.mark = mark
    }
  }

  /// "The goals of Kerbline".
  package var title: String
  package var groups: [String] = []
  package var nodes: [Node] = []
  package var edges: [Edge] = []
  /// Of a graph of goals: they are drawn as the report draws them.
  var tree: GoalTree?
  /// What stands above the tree.
  var vision: String?

  init(title: String) { self.title = title }

  /// Why there is nothing to draw, where there is nothing; a sentence.
  package var absence = ""

  /// Whether there is nothing to draw.
  package var isEmpty: Bool { nodes.isEmpty }

  /// A drawing in any case: one that says so where there is nothing. Whoever shows the file finds one.
  package var drawable: Graph {
    guard isEmpty else { return self }
    var graph = Graph(title: title)
    graph.nodes = [Node(id: "nothing", label: absence)]
    return graph
  }

  /// What a node says, a line each.
  func lines(of node: Node) -> [String] { [node.label, node.detail, node.state ?? ""].filter { !$0.isEmpty } }
}
