internal import Text

extension Graph {
  private static let request = (left: 240.0, width: 330.0, height: 30.0)
  private static let side = (width: 190.0, height: 36.0)

  /// Who asks at the left, who is asked at the right, between them a line for each request with its state.
  func requestSheet() -> String {
    let right = Self.request.left + Self.request.width + 50
    let order = edges.indices.sorted { (edges[$0].from, edges[$0].to, $0) < (edges[$1].from, edges[$1].to, $1) }
    let height = Double(order.count) * Self.request.height
    let from = column(order.map { edges[$0].from }, x: 0, over: height)
    let to = column(order.map { edges[$0].to }, x: right, over: height)
    var content = ""
    for (row, index) in order.enumerated() {
      let edge = edges[index]
      let y = Double(row) * Self.request.height + Self.request.height / 2 + Self.head
      let start = Self.request.left
      let end = Self.request.left + Self.request.width
      let sentence = "\(nodes[edge.from].label) asks \(nodes[edge.to].label): \(edge.label), \(edge.state ?? "")"
      content += "<g><title>\(SVG.text(sentence))</title>"
      content += Self.curve(from: (Self.side.width, from.places[edge.from] ?? y), to: (start - 8, y), style: "lm")
      content += Self.curve(from: (end, y), to: (right - 6, to.places[edge.to] ?? y), style: "lm")
      content += edge.mark.map { SVG.use($0, x: SVG.number(start), y: y) } ?? ""
      content +=
        "<text x=\"\(SVG.number(start + 12))\" y=\"\(SVG.number(y + 4))\">\(SVG.text(Self.shortened(edge.label, to: 34))) <tspan class=\"q\">· \(SVG.text(edge.state ?? ""))</tspan></text></g>\n"
    }
    for place in to.places.values.sorted() {
      content += "<path class=\"mid\" d=\"M\(SVG.number(right)) \(SVG.number(place))l-6-3.2v6.4z\"/>"
    }
    let heads = Self.text("asks", x: 0, y: 12, style: "q") + Self.text("is asked", x: right, y: 12, style: "q")
    return sheet(
      width: right + Self.side.width, height: max(height, from.height, to.height) + Self.head,
      heads + "\n" + content + from.drawing + to.drawing)
  }

  private static let head = 24.0

  /// Those at one side, spread over the height, each near the middle of its rows.
  ///
  /// - Parameter ends: of each row.
  private func column(_ ends: [Int], x: Double, over height: Double) -> (
    places: [Int: Double], height: Double, drawing: String
  ) {
    var rows: [Int: (sum: Int, count: Int)] = [:]
    for (row, end) in ends.enumerated() { rows[end] = ((rows[end]?.sum ?? 0) + row, (rows[end]?.count ?? 0) + 1) }
    let middles = rows.mapValues { Double($0.sum) / Double($0.count) }
    let members = rows.keys.sorted { (middles[$0] ?? 0, $0) < (middles[$1] ?? 0, $1) }
    let step = max(Self.side.height + 8, height / Double(max(1, members.count)))
    var places: [Int: Double] = [:]
    var drawing = ""
    for (row, node) in members.enumerated() {
      let middle = Self.head + (Double(row) + 0.5) * step
      places[node] = middle
      drawing +=
        "<rect class=\"soft\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(middle - Self.side.height / 2))\" width=\"\(SVG.number(Self.side.width))\" height=\"\(SVG.number(Self.side.height))\"/>"
      let hasDetail = !nodes[node].detail.isEmpty
      drawing += Self.text(
        Self.shortened(nodes[node].label, to: 26), x: x + 8, y: middle + (hasDetail ? -3 : 4), style: "b")
      if hasDetail {
        drawing += Self.text(Self.shortened(nodes[node].detail, to: 26), x: x + 8, y: middle + 12, style: "q")
      }
      drawing += "\n"
    }
    return (places, Double(members.count) * step, drawing)
  }
}
