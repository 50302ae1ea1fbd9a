internal import Teamwork
internal import Text

extension OneOnOnes {
  /// With more pairs than these, only those past their rhythm are drawn, and no more than these.
  private static let most = 40

  /// As HTML with inline SVG, its key above it.
  func picture() -> String {
    let shown = rows.count <= Self.most ? rows : Array(rows.filter(\.isPast).prefix(Self.most))
    if shown.isEmpty { return "" }
    let axis = TimeAxis(from: period.from, to: period.to, most: 6)
    var key = [(SVG.sign(.written), "met")]
    if shown.contains(where: \.isPast) {
      key.append(
        (SVG.sample("<rect class=\"hatch\" x=\"0\" y=\"4\" width=\"26\" height=\"7\"/>"), "longer than their rhythm"))
    }
    return SVG.key(drawn: key)
      + PictureRows.list("meetings", axis: axis.labels(y: 13), head: "met last", shown.map { draw($0, axis) })
      + PictureRows.rest(rows.count - shown.count, "pair", "pairs")
  }

  private func draw(_ row: Row, _ axis: TimeAxis) -> String {
    let year = period.to.civil.year
    let days = row.days.filter(period.contains)
    var svg = SVG.line(x1: 0, y1: 12, x2: 1, y2: 12, style: "lr")
    if row.isPast {
      // Where they never met, nothing says since when they could have.
      let from = row.since.map { today - $0 + row.rhythm } ?? period.from
      let start = axis.start(max(from, period.from))
      svg += SVG.rectangle(
        x: start, width: axis.start(min(today, period.to) + 1) - start, y: 8, height: 8, style: "hatch")
    }
    for day in days { svg += SVG.use(.written, x: SVG.percent(axis.middle(day)), y: 12) }
    let met =
      days.isEmpty ? "did not meet in this time" : "met on \(SummaryWords.list(days.map { $0.short(in: year) }))"
    let words =
      "\(row.pair) \(met)\(row.isPast ? "; that is longer than their rhythm of \(counted(row.rhythm, "day"))" : "")"
    return PictureRows.row(
      row.pair, aside: Self.rhythm(row.rhythm), SVG.drawing(height: 24, title: words, svg), value: Self.ago(row.since),
      needsSomebody: row.isPast)
  }

  private static func rhythm(_ days: Int) -> String {
    switch days {
    case ...1: "every day"
    case 7: "every week"
    case let days where days % 7 == 0: "every \(SummaryWords.number(days / 7)) weeks"
    default: "every \(days) days"
    }
  }

  private static func ago(_ days: Int?) -> String {
    switch days {
    case nil: "not yet"
    case .some(...0): "today"
    case .some(let days) where days < 14: "\(counted(days, "day")) ago"
    case .some(let days): "\(counted(days / 7, "week")) ago"
    }
  }
}
