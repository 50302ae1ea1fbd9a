internal import Teamwork
internal import Text

extension FeedbackFlow {
  /// Below it a piece of feedback could be told to be somebody's.
  private static let fewest = 5
  /// Of letters above each other; beyond it, columns by week say more.
  private static let mostLanes = 3

  /// As HTML with inline SVG, its key above it; empty where there is no feedback. Of a direction with fewer than five items
  /// there is only their number: no days, no kinds, no answers.
  func picture() -> String {
    if rows.allSatisfy(\.items.isEmpty) { return "" }
    let axis = TimeAxis(from: period.from, to: period.to)
    let most = rows.map(\.items.count).max() ?? 1
    let drawn = rows.filter { $0.items.count >= Self.fewest }
    return key(of: drawn, axis)
      + PictureRows.list(
        "feedback", axis: drawn.isEmpty ? nil : axis.labels(y: 13), head: "answered",
        rows.map { draw($0, axis, most: most) })
  }

  private func draw(_ row: Row, _ axis: TimeAxis, most: Int) -> String {
    let words = SummaryWords.capitalised(row.direction.words)
    let count = row.items.count
    // The arrow says the direction, its thickness how much.
    let sign = Self.arrow(row.direction, thickness: count == 0 ? nil : 1.2 + 2.4 * Double(count) / Double(most))
    guard count >= Self.fewest else {
      let told = count == 0 ? "none" : "\(count); fewer than \(SummaryWords.number(Self.fewest)) are only counted"
      return
        "<li class=\"row\"><span class=\"lab\">\(sign)\(SVG.text(words))</span><span class=\"few\">\(SVG.text(told))</span><span class=\"val\"></span></li>\n"
    }
    let answered = row.items.count(where: \.isAnswered)
    let kinds = Self.kinds.compactMap { kind, name in
      let count = row.items.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) of \(name)"
    }
    let title = "\(words): \(count) given, \(answered) answered; \(kinds.joined(separator: ", "))"
    let lanes = lanes(row.items, axis)
    let drawing =
      (lanes.max() ?? 0) < Self.mostLanes ? letters(row.items, lanes, axis, title) : columns(row.items, title)
    return
      "<li class=\"row\"><span class=\"lab\">\(sign)\(SVG.text(words))</span>\(drawing)<span class=\"val\">\(answered) of \(count)</span></li>\n"
  }

  // MARK: Letters

  private static let kinds = [
    ("thanks", "thanks"), ("praise", "praise"), ("suggestion", "suggestion"), ("concern", "concern"),
  ]

  private func letters(_ items: [Item], _ lanes: [Int], _ axis: TimeAxis, _ title: String) -> String {
    let step = 18.0
    let height = step * Double((lanes.max() ?? 0) + 1) + 10
    var svg = SVG.line(x1: 0, y1: height - 14, x2: 1, y2: height - 14, style: "lr")
    for (item, lane) in zip(items, lanes) {
      svg += Self.letter(
        item.kind, item.isAnswered, x: SVG.percent(axis.middle(item.day)), y: height - 14 - step * Double(lane))
    }
    return SVG.drawing(height: height, title: title, svg)
  }

  private static func letter(_ kind: String, _ isAnswered: Bool, x: String, y: Double) -> String {
    let shape = "<circle class=\"\(isAnswered ? "ink" : "open")\" cx=\"\(x)\" cy=\"\(SVG.number(y))\" r=\"7.5\"/>"
    return shape
      + "<text class=\"letter\(isAnswered ? "" : " a")\" x=\"\(x)\" y=\"\(SVG.number(y + 3.8))\" text-anchor=\"middle\">\(SVG.text(kind.prefix(1).uppercased()))</text>"
  }

  /// The lowest line on which each letter touches none before it.
  private func lanes(_ items: [Item], _ axis: TimeAxis) -> [Int] {
    let width = 0.04
    var ends: [Double] = []
    return items.map { item in
      let x = axis.middle(item.day)
      let lane = ends.firstIndex { $0 + width <= x } ?? ends.count
      if lane == ends.count { ends.append(x) } else { ends[lane] = x }
      return lane
    }
  }

  // MARK: Columns

  /// One a week: answered below, open above.
  private func columns(_ items: [Item], _ title: String) -> String {
    let first = Week(period.from).monday
    let axis = TimeAxis(from: period.from, to: period.to)
    var weeks: [Int: (answered: Int, open: Int)] = [:]
    for item in items {
      let week = (item.day - first) / 7
      weeks[week, default: (0, 0)].answered += item.isAnswered ? 1 : 0
      weeks[week, default: (0, 0)].open += item.isAnswered ? 0 : 1
    }
    let most = Double(weeks.values.map { $0.answered + $0.open }.max() ?? 1)
    let (height, foot) = (46.0, 42.0)
    var svg = SVG.line(x1: 0, y1: foot, x2: 1, y2: foot, style: "lm")
    for (week, count) in weeks.sorted(by: { $0.key < $1.key }) {
      let (start, end) = (axis.start(first + 7 * week), axis.start(first + 7 * week + 7))
      let answered = 38 * Double(count.answered) / most
      let open = 38 * Double(count.open) / most
      let (x, width) = (start + (end - start) * 0.15, (end - start) * 0.7)
      if answered > 0 { svg += SVG.rectangle(x: x, width: width, y: foot - answered, height: answered, style: "ink") }
      if open > 0 { svg += SVG.rectangle(x: x, width: width, y: foot - answered - open, height: open, style: "hatch") }
    }
    return SVG.drawing(height: height, title: title, svg)
  }

  // MARK: Signs

  private static func arrow(_ direction: Direction, thickness: Double?) -> String {
    guard let thickness else { return "<svg class=\"k arrow\" width=\"22\" height=\"22\" aria-hidden=\"true\"></svg>" }
    let path =
      switch direction {
      case .toMembers: "M11 3V19M6 14L11 19L16 14"
      case .toLeads: "M11 19V3M6 8L11 3L16 8"
      case .amongMembers: "M2 11H20M7 6L2 11L7 16M15 6L20 11L15 16"
      case .toTeams: "M2 11H20M15 6L20 11L15 16"
      }
    return
      "<svg class=\"k arrow\" width=\"22\" height=\"22\" aria-hidden=\"true\"><path class=\"l\" d=\"\(path)\" stroke-width=\"\(SVG.number(thickness))\"/></svg>"
  }

  private func key(of drawn: [Row], _ axis: TimeAxis) -> String {
    if drawn.isEmpty { return "" }
    func sign(_ content: String) -> String {
      "<svg class=\"k letters\" width=\"16\" height=\"16\" aria-hidden=\"true\">\(content)</svg>"
    }
    let shown = drawn.filter { (lanes($0.items, axis).max() ?? 0) < Self.mostLanes }.flatMap(\.items)
    var items = Self.kinds.filter { kind, _ in shown.contains { $0.kind == kind } }.map { kind, name in
      (sign(Self.letter(kind, true, x: "8", y: 8)), name)
    }
    let all = drawn.flatMap(\.items)
    if all.contains(where: \.isAnswered) {
      items.append((sign("<rect class=\"ink\" x=\"1\" y=\"2\" width=\"12\" height=\"12\"/>"), "solid: answered"))
    }
    if all.contains(where: { !$0.isAnswered }) {
      if !shown.isEmpty {
        items.append((sign("<circle class=\"open\" cx=\"8\" cy=\"8\" r=\"7\"/>"), "dashed: no answer yet"))
      }
      if shown.count < all.count {
        items.append(
          (sign("<rect class=\"hatch\" x=\"1\" y=\"2\" width=\"12\" height=\"12\"/>"), "hatched: no answer yet"))
      }
    }
    return SVG.key(drawn: items)
  }
}
