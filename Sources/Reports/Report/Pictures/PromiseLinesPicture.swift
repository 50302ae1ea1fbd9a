internal import Teamwork
internal import Text

extension PromiseLines {
  private static let mostRows = 30

  /// As HTML with inline SVG, its key above it: what waits first, then what came later, then what was kept.
  func picture() -> String {
    let dated = rows.filter { $0.asked != nil || $0.neededBy != nil || $0.promised != nil || $0.delivered != nil }
    if dated.isEmpty { return "" }
    let shown = Array(
      dated.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element).prefix(
        Self.mostRows))
    let axis = axis(of: shown)
    let hasToday = axis.from <= today && today <= axis.to
    let now = hasToday ? axis.middle(today) : nil
    var ruler = axis.labels(y: 13, avoiding: now)
    if let now {
      let anchor = now > 0.93 ? "end" : now < 0.07 ? "start" : "middle"
      ruler += "<text class=\"b\" x=\"\(SVG.percent(now))\" y=\"13\" text-anchor=\"\(anchor)\">today</text>"
    }
    return key(of: shown)
      + PictureRows.list("promises", axis: ruler, behind: axis.grid(today: now), shown.map { draw($0, axis) })
      + PictureRows.rest(rows.count - shown.count, "request", "requests")
  }

  /// The period and what is promised or needed beyond it, but at most half as long again: one far day must not press all others.
  private func axis(of shown: [Row]) -> TimeAxis {
    let beyond = period.to + max(28, (period.to - period.from) / 2)
    let last =
      shown.flatMap { [$0.neededBy, $0.promised, $0.delivered] }.compactMap { $0 }.filter { $0 <= beyond }.max()
      ?? period.to
    let to = max(last, period.to)
    return TimeAxis(from: period.from, to: to + max(1, (to - period.from) / 50))
  }

  // MARK: A row

  private func draw(_ row: Row, _ axis: TimeAxis) -> String {
    let middle = 15.0
    func place(_ day: Day) -> Double? { axis.from <= day && day <= axis.to ? axis.middle(day) : nil }
    var svg = ""
    let end = row.delivered ?? (isOpen(row) ? today : nil)
    if let start = [row.asked, row.promised, row.neededBy].compactMap({ $0 }).min(), let end, start < end {
      svg += SVG.line(
        x1: axis.middle(start), y1: middle, x2: axis.middle(end), y2: middle,
        style: row.delivered == nil ? "lm wait" : "lm way")
      // What lies between the day given and the day of delivery.
      if let day = row.promised ?? row.neededBy, day < end, day >= start {
        svg += SVG.line(
          x1: axis.middle(day), y1: middle, x2: axis.middle(end), y2: middle,
          style: row.delivered == nil ? "la wait" : "la way")
      }
    }
    for (day, mark) in [
      (row.asked, Mark.asked), (row.neededBy, .needed), (row.promised, .promised), (row.delivered, .delivered),
    ] {
      if let day, let x = place(day) { svg += SVG.use(mark, x: SVG.percent(x), y: middle) }
    }
    return PictureRows.row(
      row.title, aside: row.between, SVG.drawing(height: 30, title: sentence(row), svg), value: outcome(row),
      needsSomebody: isOpen(row) && rank(row) == 0)
  }

  private func sentence(_ row: Row) -> String {
    let year = period.to.civil.year
    let days = [
      ("asked on", row.asked), ("needed by", row.neededBy), ("promised for", row.promised),
      ("delivered on", row.delivered),
    ].compactMap { word, day in
      day.map { "\(word) \($0.short(in: year))" }
    }
    return "\(row.title), \(row.between): " + (days + [outcome(row)]).joined(separator: ", ")
  }

  // MARK: What became of it

  private func isOpen(_ row: Row) -> Bool { row.delivered == nil && row.status != "declined" && row.status != "done" }

  /// How many days after the day given it came; nil where it has not come, or no day was given.
  private func lateness(_ row: Row) -> Int? {
    guard let delivered = row.delivered, let given = row.promised ?? row.neededBy else { return nil }
    return delivered - given
  }

  /// Open and past its day, open, came later, all else.
  private func rank(_ row: Row) -> Int {
    if isOpen(row) { return (row.promised ?? row.neededBy).map { $0 < today } ?? false ? 0 : 1 }
    return lateness(row).map { $0 > 0 } ?? false ? 2 : 3
  }

  private func outcome(_ row: Row) -> String {
    if isOpen(row) {
      if let promised = row.promised {
        return promised < today ? "\(counted(today - promised, "day")) past its date" : "promised"
      }
      return "no date promised"
    }
    if row.delivered == nil { return row.status }
    guard let late = lateness(row) else { return "delivered" }
    return late > 0 ? "\(counted(late, "day")) later" : row.promised != nil ? "kept" : "in time"
  }

  private func key(of shown: [Row]) -> String {
    var items: [(String, String)] = []
    func add(_ day: KeyPath<Row, Day?>, _ mark: Mark, _ words: String) {
      if shown.contains(where: { $0[keyPath: day] != nil }) { items.append((SVG.sign(mark), words)) }
    }
    add(\.asked, .asked, "asked")
    add(\.neededBy, .needed, "needed by")
    add(\.promised, .promised, "promised")
    add(\.delivered, .delivered, "delivered")
    if shown.contains(where: isOpen) {
      items.append((SVG.sample("<line class=\"lm wait\" x1=\"0\" y1=\"7\" x2=\"26\" y2=\"7\"/>"), "still open"))
    }
    if shown.contains(where: { rank($0) == 0 || rank($0) == 2 }) {
      items.append((SVG.sample("<line class=\"la way\" x1=\"0\" y1=\"7\" x2=\"26\" y2=\"7\"/>"), "after its date"))
    }
    return SVG.key(drawn: items)
  }
}
