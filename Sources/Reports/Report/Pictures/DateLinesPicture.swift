internal import Teamwork

extension DateLines {
  /// More are only in the table.
  private static let mostRows = 40

  /// As HTML with inline SVG, its key above it.
  func picture() -> String {
    if rows.isEmpty { return "" }
    let shown = rows.prefix(Self.mostRows)
    let axis = axis(of: shown)
    let hasToday = axis.from <= today && today <= axis.to
    let now = axis.middle(today)
    var ruler = axis.labels(y: 13, avoiding: hasToday ? now : nil)
    if hasToday {
      let anchor = now > 0.93 ? "end" : now < 0.07 ? "start" : "middle"
      ruler +=
        "<text class=\"b\" x=\"\(SVG.percent(now))\" y=\"13\" text-anchor=\"\(anchor)\">\(SVG.text(today.short(in: period.to.civil.year)))</text>"
    }
    var html =
      key(of: shown, hasToday: hasToday)
      + "<ol class=\"rows dates\"><li class=\"row axis\" aria-hidden=\"true\"><span class=\"lab\"></span>\(SVG.drawing(height: 18, title: nil, ruler))</li>\n"
    html += axis.grid(today: hasToday ? now : nil)
    for row in shown { html += draw(row, axis) }
    html += "</ol>\n"
    let rest = rows.count - shown.count
    if rest > 0 { html += "<p class=\"foot\">\(rest) more \(rest == 1 ? "goal is" : "goals are") in the table.</p>\n" }
    return html
  }

  /// The period, and as far beyond it as flags stand, but at most as long again: one far date must not press all others.
  private func axis(of shown: ArraySlice<Row>) -> TimeAxis {
    let days = max(28, period.to - period.from)
    let flags = shown.flatMap { row in [row.due].compactMap { $0 } + row.moves.flatMap { [$0.from, $0.to] } }
    let last = flags.filter { $0 <= period.to + days }.max() ?? period.to
    let first = shown.flatMap { $0.moves.map(\.from) }.filter { $0 >= period.from - days / 4 }.min() ?? period.from
    let from = min(first, period.from)
    let to = max(last, period.to, min(today, period.to + days))
    // Room for a flag's cloth.
    return TimeAxis(from: from, to: to + max(1, (to - from) / 50), most: 8)
  }

  // MARK: Rows

  private func draw(_ row: Row, _ axis: TimeAxis) -> String {
    let levels = levels(of: row.moves)
    let head = 8 + 7 * Double((levels.max() ?? -1) + 1)
    let middle = head + 11
    let drawing = SVG.drawing(
      height: middle + 9, title: sentence(row), line(row, axis, middle) + flags(row, axis, levels, middle))
    var label = "<span class=\"lab\"><span>\(SVG.text(row.title))"
    let aside =
      row.owners.joined(separator: ", ") + (row.due == nil ? (row.owners.isEmpty ? "" : " · ") + "no due date" : "")
    if !aside.isEmpty { label += " <span class=\"q\">\(SVG.text(aside))</span>" }
    label += "</span></span>"
    let notes = row.moves.map(note).joined()
    return "<li class=\"row\">\(label)\(drawing)" + (notes.isEmpty ? "" : "<div class=\"note\">\(notes)</div>")
      + "</li>\n"
  }

  private func line(_ row: Row, _ axis: TimeAxis, _ middle: Double) -> String {
    let end = row.ended ?? today
    var svg = ""
    func plan(_ from: Double, _ to: Double) {
      if from < to { svg += SVG.line(x1: from, y1: middle, x2: to, y2: middle, style: "lm") }
    }
    if let first = row.states.first?.from ?? row.due { plan(axis.start(row.start ?? first), axis.start(first)) }
    if let due = row.due, row.ended == nil { plan(axis.middle(end), axis.middle(due)) }
    for (index, state) in row.states.enumerated() {
      let next = index + 1 < row.states.count ? row.states[index + 1].from : end
      // A state that the day ends with counts for that day.
      let stop = index + 1 < row.states.count ? axis.start(next) : axis.middle(next)
      let start = index == 0 ? max(state.from, row.start ?? state.from) : state.from
      if start <= end {
        svg += StateBand.draw(state.status, from: axis.start(start), to: min(stop, axis.middle(end)), middle: middle)
      }
    }
    if let ended = row.ended, ended >= axis.from, ended <= axis.to {
      svg += SVG.use(
        row.states.last?.status == .dropped ? .dropped : .done, x: SVG.percent(axis.middle(ended)), y: middle)
    }
    return svg
  }

  private func flags(_ row: Row, _ axis: TimeAxis, _ levels: [Int], _ middle: Double) -> String {
    var svg = ""
    let foot = middle - 6
    for (index, move) in row.moves.enumerated() {
      let y = 4.5 + 7 * Double((levels.max() ?? 0) - levels[index])
      let (from, to) = (axis.middle(move.from), axis.middle(move.to))
      svg += SVG.use(.oldFlag, x: SVG.percent(from), y: foot)
      svg += SVG.line(x1: from, y1: y, x2: to, y2: y, style: "la")
      if from != to {
        svg += "<use href=\"#\(from < to ? "k-ahead" : "k-back")\" x=\"\(SVG.percent(to))\" y=\"\(SVG.number(y))\"/>"
      }
    }
    guard let due = row.due else { return svg }
    if due > axis.to {
      // Beyond the drawing: where it would be is said in words.
      let words = SVG.text("due " + due.short(in: period.to.civil.year) + " →")
      return svg
        + "<text class=\"\(row.moves.isEmpty ? "b" : "a")\" x=\"100%\" y=\"\(SVG.number(middle - 4))\" text-anchor=\"end\">\(words)</text>"
    }
    return due < axis.from
      ? svg : svg + SVG.use(row.moves.isEmpty ? .flag : .movedFlag, x: SVG.percent(axis.middle(due)), y: foot)
  }

  /// Arrows lie on one line as long as each begins where the last one ended; one that turns back lies above it.
  private func levels(of moves: [Move]) -> [Int] {
    var levels: [Int] = []
    for (index, move) in moves.enumerated() {
      guard index > 0 else {
        levels.append(0)
        continue
      }
      let isForward = move.to > move.from
      let wasForward = moves[index - 1].to > moves[index - 1].from
      let follows = isForward ? move.from >= moves[index - 1].to : move.from <= moves[index - 1].to
      levels.append(isForward == wasForward && follows ? levels[index - 1] : min(levels[index - 1] + 1, 4))
    }
    return levels
  }

  // MARK: Words

  private func day(_ day: Day) -> String { day.short(in: period.to.civil.year) }

  private func note(_ move: Move) -> String {
    var parts: [Line.Part] = [
      .strong([.text("\(day(move.from)) → \(day(move.to))")]), .text(" \(move.by), \(day(move.day)): "),
    ]
    parts.append(.text(move.reason.map { "“\($0)”" } ?? "no reason written"))
    if let commit = move.commit { parts += [.text(" "), .link([.code(String(commit.prefix(7)))], .commit(commit))] }
    return "<p><span>\(HTMLWriter(folder: "").write(Line(parts)))</span></p>"
  }

  private func sentence(_ row: Row) -> String {
    var parts: [String] = []
    if let start = row.start { parts.append("from \(day(start))") }
    parts.append(row.due.map { "due \(day($0))" } ?? "no due date")
    for state in row.states {
      parts.append("\(state.status.words) from \(day(state.from))")
    }
    for move in row.moves { parts.append("moved from \(day(move.from)) to \(day(move.to)) on \(day(move.day))") }
    if let ended = row.ended, row.states.last?.status.isOpen ?? true { parts.append("ended \(day(ended))") }
    return "\(row.title): " + parts.joined(separator: "; ")
  }

  private func key(of shown: ArraySlice<Row>, hasToday: Bool) -> String {
    var items = StateBand.key(of: shown.flatMap { $0.states.map(\.status) })
    if shown.contains(where: { $0.due != nil && $0.moves.isEmpty }) { items.append((SVG.sign(.flag), "due")) }
    if shown.contains(where: { !$0.moves.isEmpty }) {
      items.append((SVG.sign(.oldFlag), "was due"))
      items.append((SVG.sign(.movedFlag), "due now, moved"))
    }
    if hasToday {
      items.append((SVG.sample("<line class=\"l today\" x1=\"50%\" y1=\"0\" x2=\"50%\" y2=\"14\"/>"), "today"))
    }
    return SVG.key(drawn: items)
  }
}
