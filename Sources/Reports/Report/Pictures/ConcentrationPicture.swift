internal import Text

extension Concentration {
  /// As HTML with inline SVG.
  func picture() -> String {
    let groups = groups.filter { $0.bars.contains { $0.total > 0 } }
    return groups.map { group in
      "<div class=\"keep\"><h4>\(SVG.text(group.title))</h4>\n"
        + PictureRows.list(
          "halves", axis: "<text x=\"50%\" y=\"13\" text-anchor=\"middle\">half</text>", head: "hold half",
          group.bars.filter { $0.total > 0 }.map(draw)) + "</div>\n"
    }.joined()
  }

  private func draw(_ bar: Bar) -> String {
    let words = "\(bar.label): \(bar.total) in all, held by \(bar.shares.count { $0 > 0 }); half is held by \(bar.half)"
    return PictureRows.row(
      bar.label, aside: String(bar.total),
      SVG.drawing(height: 22, title: words, blocks(bar) + SVG.line(x1: 0.5, y1: 0, x2: 0.5, y2: 22, style: "l today")),
      value: "\(bar.half) of \(bar.shares.count { $0 > 0 })")
  }

  /// Blocks under half a per cent, whose gaps would swallow them, are one.
  private func blocks(_ bar: Bar) -> String {
    let total = Double(bar.total)
    var svg = ""
    var before = 0
    for (index, share) in bar.shares.enumerated() where share > 0 {
      let isNarrow = index >= bar.half && Double(share) / total < 0.005
      let width = isNarrow ? bar.total - before : share
      svg += SVG.rectangle(
        x: Double(before) / total, width: Double(width) / total, y: 4, height: 14,
        style: index < bar.half ? "ink" : "mid")
      if before > 0 {
        svg += SVG.line(x1: Double(before) / total, y1: 4, x2: Double(before) / total, y2: 18, style: "lp gap")
      }
      before += width
      if isNarrow { break }
    }
    return svg
  }
}
