internal import Teamwork

extension GoalTree {
  /// Of a branch with more goals than this those further below are only marks.
  private static let mostNamed = 12
  /// Of a tree with more goals than this only the branches are named.
  private static let mostInAll = 100

  /// As HTML with inline SVG, its key above it.
  func picture() -> String {
    if branches.isEmpty && without.isEmpty { return "" }
    let larger = branches.filter { !$0.children.isEmpty }
    let single = branches.filter(\.children.isEmpty)
    let hasSingles = !single.isEmpty
    let hasLoose = !without.isEmpty
    let isLarge = (branches + without).reduce(0) { $0 + 1 + $1.descendants.count } > Self.mostInAll
    var blocks: [String] = []
    for (index, branch) in larger.enumerated() {
      blocks.append(draw(branch, isLast: index == larger.count - 1 && !hasSingles && !hasLoose, isLarge: isLarge))
    }
    if hasSingles { blocks.append(alone(single, "Say themselves what they are for", isLast: !hasLoose)) }
    if hasLoose { blocks.append(alone(without, "Lead to no goal, and say no why", isLast: true, isLoose: true)) }
    let count = blocks.reduce(0) { $0 + $1.utf8.split(separator: 0x0A).count }
    return SVG.key(states)
      + "<p class=\"tree-top\">The vision</p>\n<div class=\"branches\(count > 14 ? " pairs" : "")\">\n"
      + blocks.joined() + "</div>\n"
  }

  private func draw(_ branch: Node, isLast: Bool, isLarge: Bool) -> String {
    let all = branch.descendants
    if all.count <= (isLarge ? 3 : Self.mostNamed) {
      return block(TreeLimb.limbs(of: branch, isLast: isLast).map { row($0) })
    }
    // Those directly below keep their names where others lead to them in turn; all others are marks.
    let named = branch.children.filter { !$0.children.isEmpty }
    let rest = branch.children.filter(\.children.isEmpty)
    if isLarge || named.count > Self.mostNamed {
      return block([row(TreeLimb.limbs(of: branch, isLast: isLast, deepest: 0)[0], marks: all)])
    }
    var short = branch
    short.children = named
    return block(
      TreeLimb.limbs(of: short, isLast: isLast, deepest: 1).map { limb in
        row(limb, marks: limb.depth == 0 ? rest : limb.node.descendants)
      })
  }

  /// Goals that stand alone: by name where they are few, else a mark each.
  private func alone(_ nodes: [Node], _ words: String, isLast: Bool, isLoose: Bool = false) -> String {
    if nodes.count <= Self.mostNamed {
      let rows = nodes.enumerated().flatMap { index, node in
        TreeLimb.limbs(of: node, isLast: isLast && index == nodes.count - 1, isLoose: isLoose)
      }
      return block(rows.map { row($0) })
    }
    return
      "<ul class=\"branch\(isLoose ? " loose" : "")\"><li class=\"crowd\"><span>\(words) <span class=\"q\">· \(nodes.count)</span></span>\(crowd(nodes))</li>\n</ul>\n"
  }

  private func block(_ rows: [String]) -> String { "<ul class=\"branch\">" + rows.joined() + "</ul>\n" }

  private func row(_ limb: TreeLimb, marks: [Node] = []) -> String {
    let width = SVG.number(limb.width)
    let lines = "<svg width=\"\(width)\" role=\"img\"><title>\(SVG.text(limb.sentence))</title>\(limb.drawing)</svg>"
    let title = SVG.text(limb.node.title)
    let count = marks.isEmpty ? "" : " <span class=\"q\">· \(marks.count)</span>"
    let words = limb.depth == 0 && !limb.isLoose ? "<b>\(title)</b>" : title
    return
      "<li class=\"limb\" style=\"padding-left:\(width)px\">\(lines)<span>\(words)\(count)</span>\(crowd(marks))</li>\n"
  }

  private func crowd(_ nodes: [Node]) -> String {
    if nodes.isEmpty { return "" }
    return "<span class=\"marks\">"
      + nodes.map { SVG.sign(Mark(of: $0.status), title: "\($0.title): \($0.status?.words ?? "no state")") }.joined()
      + "</span>"
  }

  /// The states that occur, for the key.
  private var states: [(Mark, String)] {
    let all = (branches + without).flatMap { [$0] + $0.descendants }.map(\.status)
    let found = Set(all)
    let known = GoalStatus.allCases.filter(found.contains).map { (Mark($0), $0.words) }
    return known + (found.contains(nil) ? [(.away, "no state")] : [])
  }
}
