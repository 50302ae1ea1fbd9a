extension PulseAnswers {
  /// Below it an answer could be told to be somebody's.
  private static let fewest = 5

  /// As HTML with inline SVG; questions with fewer than five answers are left out.
  func picture() -> String {
    let shown = rows.filter { $0.answers >= Self.fewest && $0.counts.count == 5 && $0.counts.allSatisfy { $0 >= 0 } }
    if shown.isEmpty { return "" }
    // Shares, not counts: a question that fewer answered has the same shape.
    let most = shown.map { Double($0.counts.max() ?? 0) / Double($0.answers) }.max() ?? 1
    let scale = (0..<5).map {
      "<text x=\"\(SVG.percent(Self.middle($0)))\" y=\"13\" text-anchor=\"middle\">\($0 + 1)</text>"
    }.joined()
    return PictureRows.list("answers", axis: scale, head: "mean", shown.map { draw($0, most: most) })
  }

  private func draw(_ row: Row, most: Double) -> String {
    let foot = 44.0
    var svg = ""
    for (index, count) in row.counts.enumerated() {
      let height = count == 0 ? 0 : max(2, 28 * Double(count) / Double(row.answers) / most)
      let middle = Self.middle(index)
      if count > 0 {
        svg += SVG.rectangle(x: middle - 0.08, width: 0.16, y: foot - height, height: height, style: "mid")
      }
      svg +=
        "<text class=\"\(count > 0 ? "b" : "zero")\" x=\"\(SVG.percent(middle))\" y=\"\(SVG.number(foot - height - 4))\" text-anchor=\"middle\">\(count)</text>"
    }
    svg += SVG.line(x1: 0, y1: foot + 0.5, x2: 1, y2: foot + 0.5, style: "lm")
    let counts = zip(1..., row.counts).map { "\($0.1) chose \($0.0)" }.joined(separator: ", ")
    return PictureRows.row(
      row.question, SVG.drawing(height: foot + 2, title: "\(row.question): \(counts)", svg), value: Self.mean(row))
  }

  private static func middle(_ column: Int) -> Double { 0.1 + 0.2 * Double(column) }

  /// "3.8, up from 3.4".
  private static func mean(_ row: Row) -> String {
    let now = oneDecimal(row.mean)
    guard let before = row.before else { return now }
    let then = oneDecimal(before)
    return now == then ? "\(now), as before" : "\(now), \(row.mean > before ? "up" : "down") from \(then)"
  }
}
