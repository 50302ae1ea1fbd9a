internal import Teamwork

extension BurnUp {
  /// As HTML with inline SVG; empty where there is nothing to see move.
  func picture() -> String {
    let drawn = curves.filter { curve in
      weeks.count >= 2 && curve.scope.count == weeks.count && curve.done.count == weeks.count
        && (curve.scope.max() ?? 0) > 0
    }
    guard let first = drawn.first else { return "" }
    var html = plot(first, height: 150, steps: 3, isLarge: true)
    let others = drawn.dropFirst().prefix(6)
    if !others.isEmpty {
      html += "<div class=\"burns\">\n"
      for curve in others {
        html += "<div>\n<h4>\(title(of: curve))</h4>\n\(plot(curve, height: 64, steps: 2, isLarge: false))</div>\n"
      }
      html += "</div>\n"
    }
    return html
  }

  private func title(of curve: Curve) -> String {
    let words: [Line.Part] = [.text(curve.title)]
    return HTMLWriter(folder: "").write(Line(curve.goal.map { [.link(words, .place("g-\($0)"))] } ?? words))
  }

  /// Scope as a line of steps, what is done as an area below it; at the end both in figures.
  private func plot(_ curve: Curve, height: Double, steps: Int, isLarge: Bool) -> String {
    let scope = curve.scope.map { max(0, $0) }
    let done = curve.done.map { max(0, $0) }
    let highest = max(scope.max() ?? 1, done.max() ?? 1, 1)
    let tick = Self.tick(for: highest, steps: steps)
    let top = 8.0
    func y(_ value: Int) -> Double { top + (height - top) * (1 - Double(value) / Double(highest)) }
    let scale = Array(stride(from: tick, through: highest, by: tick))
    let grid = scale.map { "M0 \(SVG.number(y($0)))H\(weeks.count)" }.joined()
    let shapes =
      "<path class=\"soft\" d=\"\(Self.area(scope, y, height))\"/><path class=\"lr g\" d=\"\(grid)\"/>"
      + "<path class=\"ink\" d=\"\(Self.area(done, y, height))\"/><path class=\"l g\" d=\"M0 \(Self.stairs(scope, y))\" stroke-width=\"1.5\"/>"
    let axis = TimeAxis(weeks, most: isLarge ? 8 : 4)
    let full = height + 18
    let plot =
      SVG.stretched(width: Double(weeks.count), height: height, shapes)
      + SVG.line(x1: 0, y1: height, x2: 1, y2: height, style: "lm") + axis.labels(y: height + 15)
    let numbers = scale.map { "<text x=\"100%\" y=\"\(SVG.number(y($0) + 4))\" text-anchor=\"end\">\($0)</text>" }
      .joined()
    let ruler = isLarge ? SVG.drawing(height: full, title: nil, numbers) : ""
    return
      "<div class=\"burn\(isLarge ? " large" : "")\">\(ruler)\(SVG.drawing(height: full, title: sentence(curve), plot))\(ends(curve, y, full))</div>\n"
  }

  /// A step for each week: the level is that of its end.
  private static func stairs(_ values: [Int], _ y: (Int) -> Double) -> String {
    var path = ""
    var last: Int?
    for (week, value) in values.enumerated() {
      if value != last { path += week == 0 ? SVG.number(y(value)) : "H\(week)V" + SVG.number(y(value)) }
      last = value
    }
    return path + "H\(values.count)"
  }

  private static func area(_ values: [Int], _ y: (Int) -> Double, _ foot: Double) -> String {
    "M0 \(SVG.number(foot))V\(stairs(values, y))V\(SVG.number(foot))Z"
  }

  /// 1, 2 or 5 with noughts, so that at most `steps` lie below `highest`.
  private static func tick(for highest: Int, steps: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where highest / (factor * power) <= steps { return factor * power }
      power *= 10
    }
  }

  /// The figures at the end, at their height; where both would touch, apart from each other.
  private func ends(_ curve: Curve, _ y: (Int) -> Double, _ full: Double) -> String {
    let scope = max(0, curve.scope.last ?? 0)
    let done = max(0, curve.done.last ?? 0)
    let lower = min(y(done) + 4, full - 22)
    let upper = max(11, min(y(scope) + 4, lower - 32))
    func figure(_ value: Int, _ words: String, _ y: Double) -> String {
      "<text class=\"b\" x=\"0\" y=\"\(SVG.number(y))\">\(value)</text><text x=\"0\" y=\"\(SVG.number(y + 14))\">\(words)</text>"
    }
    return SVG.drawing(
      height: full, title: nil, figure(scope, "in scope", upper) + figure(done, "done", max(lower, upper + 32)))
  }

  private func sentence(_ curve: Curve) -> String {
    func name(_ week: Int) -> String {
      weeks[0].year == weeks[weeks.count - 1].year ? String(weeks[week].description.suffix(3)) : weeks[week].description
    }
    let last = weeks.count - 1
    return
      "\(curve.title): \(curve.done[0]) of \(curve.scope[0]) tasks done in \(name(0)), \(curve.done[last]) of \(curve.scope[last]) in \(name(last))"
  }
}
