internal import Text

extension Graph {
  /// Of the vision above all.
  private static let head = 19.0
  private static let rowHeight = 24.0
  private static let widestTitle = 90

  /// The tree as the report draws it, all goals by name; what goals need as dashed lines at the right.
  func sheet(tree: GoalTree) -> String {
    let tops = tree.branches.map { ($0, false) } + tree.without.map { ($0, true) }
    let limbs = tops.enumerated().flatMap { index, top in
      TreeLimb.limbs(of: top.0, isLast: index == tops.count - 1, isLoose: top.1)
    }
    var content =
      Self.text(Self.shortened(vision ?? "The vision", to: Self.widestTitle), x: 0, y: 12, style: "b") + "\n"
    var ends: [String: (x: Double, row: Int)] = [:]
    var widest = Self.width(of: Self.shortened(vision ?? "", to: Self.widestTitle))
    for (row, limb) in limbs.enumerated() {
      let y = Self.head + Double(row) * Self.rowHeight
      let title = Self.shortened(limb.node.title, to: Self.widestTitle)
      let state = limb.node.status?.words ?? "no state"
      content +=
        "<g><title>\(SVG.text("\(limb.node.title): \(limb.sentence)"))</title><svg y=\"\(SVG.number(y))\" width=\"\(SVG.number(limb.width))\" height=\"\(SVG.number(Self.rowHeight))\">\(limb.drawing)</svg>"
        + "<text\(limb.depth == 0 && !limb.isLoose ? " class=\"b\"" : "") x=\"\(SVG.number(limb.width))\" y=\"\(SVG.number(y + 16))\">\(SVG.text(title)) <tspan class=\"q\">· \(state)</tspan></text></g>\n"
      let end = limb.width + Self.width(of: title + " · " + state) + 8
      ends["goal/" + limb.node.id] = (end, row)
      widest = max(widest, end)
    }
    let lanes = needs(ends, from: widest)
    return sheet(
      width: widest + lanes.width, height: Self.head + Double(limbs.count) * Self.rowHeight, content + lanes.drawing)
  }

  /// A dashed line from each goal that needs another to that, at the right of all words; lines side by side share no lane.
  private func needs(_ ends: [String: (x: Double, row: Int)], from left: Double) -> (drawing: String, width: Double) {
    func y(_ row: Int) -> Double { Self.head + Double(row) * Self.rowHeight + TreeLimb.middle }
    var drawing = ""
    var lanes: [[ClosedRange<Int>]] = []
    for edge in edges where edge.kind == .needs {
      guard let from = ends[nodes[edge.from].id], let to = ends[nodes[edge.to].id], from.row != to.row else { continue }
      let rows = min(from.row, to.row)...max(from.row, to.row)
      let lane = lanes.firstIndex { taken in !taken.contains { $0.overlaps(rows) } } ?? lanes.count
      if lane == lanes.count { lanes.append([]) }
      lanes[lane].append(rows)
      let x = left + 10 + 10 * Double(lane)
      // Two lines of one row lie a little apart.
      let (fromY, toY) = (y(from.row) + 2, y(to.row) - 2)
      drawing +=
        "<g><title>\(SVG.text("\(nodes[edge.from].label) needs \(nodes[edge.to].label)"))</title><path class=\"l need\" d=\"M\(SVG.number(from.x)) \(SVG.number(fromY))H\(SVG.number(x))V\(SVG.number(toY))H\(SVG.number(to.x + 5))\"/>"
        + "<path class=\"ink\" d=\"M\(SVG.number(to.x)) \(SVG.number(toY))l6-3.2v6.4z\"/></g>\n"
    }
    return (drawing, lanes.isEmpty ? 0 : 16 + 10 * Double(lanes.count))
  }
}
