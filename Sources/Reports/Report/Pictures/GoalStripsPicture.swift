internal import Teamwork

extension GoalStrips {
  /// The goals whose rows carry the id `g-ID`; all others are to be found elsewhere in a document.
  var anchoredGoals: [String] { groups.flatMap(\.rows).map(\.id) }

  /// As HTML with inline SVG, its key above it.
  func picture() -> String {
    if weeks.isEmpty || groups.allSatisfy(\.rows.isEmpty) && quiet.isEmpty { return "" }
    let axis = TimeAxis(weeks, most: 7)
    var blocks: [String] = []
    for group in groups where !group.rows.isEmpty {
      let parts = Self.parts(group.rows)
      for (index, part) in parts.enumerated() {
        let heading = index == 0 ? group.title.map { Self.heading($0, group.rows.count) } ?? "" : ""
        blocks.append(block(heading, part.map { row($0, axis) }, axis))
      }
    }
    if !quiet.isEmpty {
      let heading = blocks.isEmpty ? "" : Self.heading("Stood still", quiet.count)
      blocks.append(block(heading, quietRows(axis), axis))
    }
    return key + "<div class=\"strips\(isLong ? " pairs" : "")\">\n" + blocks.joined() + "</div>\n"
  }

  /// Whether it is drawn in two columns where there is room.
  private var isLong: Bool { groups.reduce(0) { $0 + $1.rows.count } > 12 }

  private static func heading(_ title: String, _ count: Int) -> String {
    "<h4>\(SVG.text(title)) <span>· \(count)</span></h4>\n"
  }

  /// Even parts of at most ten rows, so that an axis is always near and no part need be broken over columns.
  private static func parts(_ rows: [Row]) -> [ArraySlice<Row>] {
    let count = (rows.count + 9) / 10
    return (0..<count).map { rows[($0 * rows.count / count)..<(($0 + 1) * rows.count / count)] }
  }

  private func block(_ heading: String, _ rows: [String], _ axis: TimeAxis) -> String {
    let ruler = SVG.drawing(height: 18, title: nil, axis.labels(y: 13))
    return
      "<div class=\"block\">\n\(heading)<ol class=\"rows\"><li class=\"row axis\" aria-hidden=\"true\"><span class=\"lab\"></span>\(ruler)<span class=\"val\">tasks</span></li>\n"
      + axis.grid() + rows.joined() + "</ol></div>\n"
  }

  // MARK: Rows

  private func row(_ row: Row, _ axis: TimeAxis) -> String {
    let tasks = row.total > 0 ? "\(row.done)/\(row.total)" : ""
    let drawing = SVG.drawing(height: 26, title: sentence(row), bands(row, middle: 18) + dots(row, y: 6))
    return
      "<li class=\"row\" id=\"g-\(SVG.text(row.id))\"><span class=\"lab\">\(SVG.text(row.title))</span>\(drawing)<span class=\"val\">\(tasks)</span></li>\n"
  }

  /// The goals that stood still: a row a state.
  private func quietRows(_ axis: TimeAxis) -> [String] {
    let counts = quiet.reduce(into: [GoalStatus?: (goals: Int, done: Int, total: Int)]()) { counts, row in
      let last = row.states.last(where: { $0 != nil }).flatMap { $0 }
      let old = counts[last] ?? (0, 0, 0)
      counts[last] = (old.goals + 1, old.done + row.done, old.total + row.total)
    }
    return (GoalStatus.allCases.map(Optional.some) + [nil]).compactMap { status in
      guard let count = counts[status] else { return nil }
      let words = "\(count.goals) \(status.map { "\($0.words) throughout" } ?? "without a state")"
      let sign =
        status.map { $0.isOpen ? "" : SVG.use(Mark($0), x: SVG.percent(0.5 / Double(weeks.count)), y: 13) } ?? ""
      let band = status.map { StateBand.draw($0, from: 0, to: 1, middle: 13) } ?? ""
      let tasks = count.total > 0 ? "\(count.done)/\(count.total)" : ""
      return
        "<li class=\"row\"><span class=\"lab\">\(words)</span>\(SVG.drawing(height: 26, title: nil, band + sign))<span class=\"val\">\(tasks)</span></li>\n"
    }
  }

  private func place(_ week: Int) -> Double { Double(week) / Double(weeks.count) }

  private func bands(_ row: Row, middle: Double) -> String {
    let runs = runs(row)
    let half = 0.5 / Double(weeks.count)
    return runs.enumerated().map { index, run in
      guard let status = run.status else { return "" }
      let start = place(run.weeks.lowerBound)
      guard status.isOpen else { return SVG.use(Mark(status), x: SVG.percent(start + half), y: middle) }
      // Up to the sign that ends it.
      let isEnded = index + 1 < runs.count && runs[index + 1].status?.isOpen == false
      return StateBand.draw(status, from: start, to: place(run.weeks.upperBound) + (isEnded ? half : 0), middle: middle)
    }.joined()
  }

  private func runs(_ row: Row) -> [(status: GoalStatus?, weeks: Range<Int>)] {
    var runs: [(status: GoalStatus?, weeks: Range<Int>)] = []
    for (week, status) in row.states.prefix(weeks.count).enumerated() {
      if let last = runs.last, last.status == status {
        runs[runs.count - 1].weeks = last.weeks.lowerBound..<(week + 1)
      } else {
        runs.append((status, week..<(week + 1)))
      }
    }
    return runs
  }

  /// How many weeks share a dot: where there are more than fit, dots would only make a line.
  private var weeksADot: Int {
    let most = isLong ? 30 : 60
    return (weeks.count + most - 1) / most
  }

  private func dots(_ row: Row, y: Double) -> String {
    let heard = row.heard.prefix(weeks.count)
    return stride(from: 0, to: heard.count, by: weeksADot).map { first in
      let part = heard[first..<min(heard.count, first + weeksADot)]
      guard part.contains(where: { $0 != .no }) else { return "" }
      let middle = place(first) + Double(part.count) / 2 / Double(weeks.count)
      return SVG.use(part.contains(.blocked) ? .blocked : .written, x: SVG.percent(middle), y: y)
    }.joined()
  }

  // MARK: Words

  private var key: String {
    let all = groups.flatMap(\.rows) + quiet
    let heard = Set(all.flatMap(\.heard))
    var items: [(String, String)] = []
    let span = weeksADot > 1 ? ", a sign for \(weeksADot) weeks" : ""
    if heard.contains(.written) { items.append((SVG.sign(.written), "written about" + span)) }
    if heard.contains(.blocked) {
      items.append((SVG.sign(.blocked), "and something was blocked" + (heard.contains(.written) ? "" : span)))
    }
    return SVG.key(drawn: items + StateBand.key(of: all.flatMap { $0.states.compactMap { $0 } }))
  }

  private func sentence(_ row: Row) -> String {
    var parts = runs(row).compactMap { run -> String? in
      guard let status = run.status else { return nil }
      let first = name(run.weeks.lowerBound)
      if !status.isOpen { return "\(status.words) in \(first)" }
      return run.weeks.count == 1
        ? "\(status.words) in \(first)" : "\(status.words) \(first) to \(name(run.weeks.upperBound - 1))"
    }
    let heard = row.heard.prefix(weeks.count).indices.filter { row.heard[$0] != .no }
    if heard.isEmpty {
      parts.append("not written about")
    } else if heard.count <= 8 {
      parts.append(
        "written about in "
          + heard.map { name($0) + (row.heard[$0] == .blocked ? " (blocked)" : "") }.joined(separator: ", "))
    } else {
      let blocked = heard.count { row.heard[$0] == .blocked }
      parts.append(
        "written about in \(heard.count) weeks from \(name(heard[0])) to \(name(heard[heard.count - 1]))"
          + (blocked > 0 ? ", blocked in \(blocked) of them" : ""))
    }
    if row.total > 0 { parts.append("\(row.done) of \(row.total) tasks done") }
    return "\(row.title): " + parts.joined(separator: "; ")
  }

  /// `W07`, or `2026-W07` where there are weeks of several years.
  private func name(_ week: Int) -> String {
    let text = weeks[week].description
    return weeks[0].year == weeks[weeks.count - 1].year ? String(text.suffix(3)) : text
  }
}
