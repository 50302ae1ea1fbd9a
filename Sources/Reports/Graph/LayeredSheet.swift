internal import Text

extension Graph {
  private static let column = 280.0
  private static let box = (width: 232.0, height: 54.0)
  private static let row = 64.0

  /// What must come first stands at the left; a lane for each group.
  func layeredSheet() -> String {
    let layers = closeLayers()
    var places: [(x: Double, y: Double)] = Array(repeating: (0, 0), count: nodes.count)
    var content = ""
    var y = 0.0
    let columns = Double((layers.max() ?? 0) + 1)
    let width = columns * Self.column - (Self.column - Self.box.width)
    let lanes = (groups.indices.map(Optional.some) + [nil]).map { group in
      nodes.indices.filter { nodes[$0].group == group }
    }
    // A node stands where those that it needs stand, or in the next free row.
    var needed: [[Int]] = Array(repeating: [], count: nodes.count)
    for edge in edges { needed[edge.from].append(edge.to) }
    for (lane, members) in lanes.enumerated() where !members.isEmpty {
      if lane < groups.count {
        content +=
          "<path class=\"lr\" d=\"M0 \(SVG.number(y))H\(SVG.number(width))\"/>"
          + Self.text(Self.shortened(groups[lane], to: 60), x: 0, y: y + 18, style: "b") + "\n"
        y += 28
      }
      var free: [Int: Int] = [:]
      for node in members.sorted(by: { (layers[$0], $0) < (layers[$1], $1) }) {
        let above = needed[node].filter { nodes[$0].group == nodes[node].group && layers[$0] < layers[node] }.map {
          Int((places[$0].y - y) / Self.row)
        }
        let line = max(free[layers[node]] ?? 0, above.min() ?? 0)
        free[layers[node]] = line + 1
        places[node] = (Double(layers[node]) * Self.column, y + Double(line) * Self.row)
      }
      y += Double(free.values.max() ?? 0) * Self.row + 10
    }
    for edge in edges {
      let (needed, needing) = (places[edge.to], places[edge.from])
      let sentence = SVG.text("\(nodes[edge.from].label) needs \(nodes[edge.to].label)")
      let middle = Self.box.height / 2
      content +=
        "<g><title>\(sentence)</title>"
        + Self.curve(
          from: (needed.x + Self.box.width + 5, needed.y + middle), to: (needing.x, needing.y + middle), style: "l need"
        )
      content +=
        "<path class=\"ink\" d=\"M\(SVG.number(needed.x + Self.box.width)) \(SVG.number(needed.y + middle))l6-3.2v6.4z\"/></g>\n"
    }
    for (index, node) in nodes.enumerated() { content += draw(node, at: places[index]) }
    return sheet(width: width, height: y, content)
  }

  private func draw(_ node: Node, at place: (x: Double, y: Double)) -> String {
    let mark = node.mark.map { SVG.use($0, x: SVG.number(place.x + 14), y: place.y + Self.box.height / 2) } ?? ""
    let left = place.x + 28
    let broken = wrapped(visible(node.label), to: 31)
    let rows = (broken.count > 2 ? [broken[0], broken[1] + " " + broken[2]] : broken).map { truncated($0, to: 31) }
    let top = place.y + (rows.count > 1 ? 16 : 23)
    let words = rows.enumerated().map { Self.text($1, x: left, y: top + 15 * Double($0)) }.joined()
    return
      "<g><title>\(SVG.text(lines(of: node).joined(separator: "; ")))</title><rect class=\"soft\" x=\"\(SVG.number(place.x))\" y=\"\(SVG.number(place.y))\" width=\"\(SVG.number(Self.box.width))\" height=\"\(SVG.number(Self.box.height))\"/>\(mark)"
      + words + Self.text(Self.shortened(node.detail, to: 31), x: left, y: top + 15 * Double(rows.count), style: "q")
      + "</g>\n"
  }

  /// For each node how many must come before it one after the other: the longest way to one that needs nothing. What
  /// needs itself over others is cut where the circle was entered.
  func layers() -> [Int] {
    var needed: [[Int]] = Array(repeating: [], count: nodes.count)
    for edge in edges { needed[edge.from].append(edge.to) }
    var layers = Array(repeating: 0, count: nodes.count)
    var isDone = Array(repeating: false, count: nodes.count)
    var isOpen = isDone
    for start in nodes.indices where !isDone[start] {
      // Its own stack: chains may be long.
      var stack = [(node: start, next: 0)]
      isOpen[start] = true
      while let (node, next) = stack.last {
        if next < needed[node].count {
          stack[stack.count - 1].next += 1
          let target = needed[node][next]
          if isDone[target] {
            layers[node] = max(layers[node], layers[target] + 1)
          } else if !isOpen[target] {
            isOpen[target] = true
            stack.append((target, 0))
          }
        } else {
          isDone[node] = true
          stack.removeLast()
          if let above = stack.last?.node { layers[above] = max(layers[above], layers[node] + 1) }
        }
      }
    }
    return layers
  }

  /// The same layers, but what is needed stands next to what needs it, so that few lines pass by others.
  func closeLayers() -> [Int] {
    var layers = layers()
    var needing: [[Int]] = Array(repeating: [], count: nodes.count)
    for edge in edges { needing[edge.to].append(edge.from) }
    for node in nodes.indices.sorted(by: { (layers[$1], $0) < (layers[$0], $1) }) {
      if let next = needing[node].map({ layers[$0] }).min(), next - 1 > layers[node] { layers[node] = next - 1 }
    }
    return layers
  }
}
