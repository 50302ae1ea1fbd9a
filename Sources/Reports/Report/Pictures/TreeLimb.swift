internal import Teamwork

/// A goal of a tree with the lines that lead to it: a row of the report's picture, and of the one that `tw graph` draws.
struct TreeLimb {
  let node: GoalTree.Node
  /// The goal that it leads to; nil for a branch's own.
  let above: GoalTree.Node?
  /// 0 where it leads to the vision.
  let depth: Int
  /// For each level above its own: whether its line goes on below this row.
  let rails: [Bool]
  let isLast: Bool
  /// Whether goals of its own follow below.
  let leadsOn: Bool
  /// It leads nowhere yet: its line is dashed.
  let isLoose: Bool

  /// Deeper goals are no further to the right, so that words keep their room.
  static let deepest = 7
  /// Where the mark stands, from the row's top.
  static let middle = 12.0

  private static func rail(_ level: Int) -> Double { Double(6 + 20 * level) }
  private var level: Int { min(depth, Self.deepest) }
  private var mark: Double { Self.rail(level + 1) }
  /// Of its lines and its mark, in pixels: words begin there.
  var width: Double { mark + 12 }

  /// A tree in rows, from top to bottom.
  ///
  /// - Parameters:
  ///   - isLast: whether no branch follows.
  ///   - deepest: goals below this depth are left out.
  static func limbs(of branch: GoalTree.Node, isLast: Bool, isLoose: Bool = false, deepest: Int = .max) -> [TreeLimb] {
    var limbs: [TreeLimb] = []
    func add(_ node: GoalTree.Node, _ above: GoalTree.Node?, _ rails: [Bool], isLast: Bool) {
      let children = rails.count < deepest ? node.children : []
      limbs.append(
        TreeLimb(
          node: node, above: above, depth: rails.count, rails: rails, isLast: isLast, leadsOn: !children.isEmpty,
          isLoose: isLoose))
      for (index, child) in children.enumerated() {
        add(child, node, rails + [!isLast], isLast: index == children.count - 1)
      }
    }
    add(branch, nil, [], isLast: isLast)
    return limbs
  }

  /// Lines and mark, for a box of any height.
  var drawing: String {
    let style = isLoose ? "lm rail loose" : "lm rail"
    var svg = ""
    func upright(_ level: Int, _ from: String, _ to: String) {
      let x = SVG.number(Self.rail(level))
      svg += "<line class=\"\(style)\" x1=\"\(x)\" y1=\"\(from)\" x2=\"\(x)\" y2=\"\(to)\"/>"
    }
    for (index, goesOn) in rails.prefix(level).enumerated() where goesOn { upright(index, "0", "100%") }
    let y = SVG.number(Self.middle)
    upright(level, "0", isLast ? y : "100%")
    svg +=
      "<line class=\"\(style)\" x1=\"\(SVG.number(Self.rail(level)))\" y1=\"\(y)\" x2=\"\(SVG.number(mark - 7))\" y2=\"\(y)\"/>"
    if leadsOn, level + 1 <= Self.deepest { upright(level + 1, SVG.number(Self.middle + 7), "100%") }
    return svg + SVG.use(Mark(of: node.status), x: SVG.number(mark), y: Self.middle)
  }

  /// For those who do not see the lines.
  var sentence: String {
    let way =
      above.map { "leads to \($0.title)" } ?? (isLoose ? "leads to no goal, and says no why" : "leads to the vision")
    return (node.status?.words ?? "no state") + ", " + way
  }
}

extension Mark {
  /// A dash where the record says no state.
  init(of status: GoalStatus?) { self = status.map(Mark.init) ?? .away }
}

extension GoalTree.Node {
  /// All goals below it, each before those below itself.
  var descendants: [GoalTree.Node] {
    var found: [GoalTree.Node] = []
    func add(_ node: GoalTree.Node) {
      for child in node.children {
        found.append(child)
        add(child)
      }
    }
    add(self)
    return found
  }
}
