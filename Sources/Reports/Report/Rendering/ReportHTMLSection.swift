internal import Text

extension ReportHTML {
  /// The finding, in the margin how it is counted, then pictures, what is not on file, and the measures.
  func section(_ section: Section) -> String {
    let place = text(section.id.place)
    var html =
      "<section class=\"s\" id=\"\(place)\" aria-labelledby=\"\(place)-h\">\n<div class=\"head\">\n<div class=\"main\">\n"
    html +=
      "<h2 id=\"\(place)-h\">\(text(section.id.title))</h2>\n"
      + section.finding.map { "<p>\(writer.write($0))</p>\n" }.joined() + "</div>\n"
    if !section.note.isEmpty {
      html += "<aside>\n" + section.note.map { "<p>\(writer.write($0))</p>\n" }.joined() + "</aside>\n"
    }
    html += "</div>\n"
    if section.id == .wins { html += wins }
    html += section.figures.map(figure).joined() + section.missing.map(missing).joined() + measures(section) + trace
    return html + "</section>\n"
  }

  private func figure(_ figure: Figure) -> String {
    var html = "<figure id=\"\(text(figure.id))\">\n<figcaption><h3>\(text(figure.title))</h3>"
    if !figure.encoding.isEmpty { html += "<p>\(text(figure.encoding))</p>" }
    html += "</figcaption>\n"
    let picture: String
    if case .table = figure.content { picture = "" } else { picture = figure.picture() }
    if picture.isEmpty {
      html += foldedTable(figure.table)
    } else {
      html += picture
      if !figure.isTable, !figure.table.rows.isEmpty {
        html += "<details><summary>Show as a table</summary>\n\(table(figure.table))</details>\n"
      }
    }
    if let foot = figure.foot { html += "<p class=\"foot\">\(writer.write(foot))</p>\n" }
    return html + "</figure>\n"
  }

  private func table(_ table: Table) -> String {
    table.rows.isEmpty ? "" : "<div class=\"t\">\n\(writer.write(table))</div>\n"
  }

  private static let mostRows = 15

  /// A long table, its first rows in sight.
  private func foldedTable(_ table: Table) -> String {
    // A fold that hides a row or two hides more than it saves.
    if table.rows.count <= Self.mostRows + 3 { return self.table(table) }
    var (first, rest) = (table, table)
    first.rows = Array(table.rows.prefix(Self.mostRows))
    rest.rows = Array(table.rows.dropFirst(Self.mostRows))
    rest.caption += ", continued"
    return self.table(first)
      + "<details><summary>and \(rest.rows.count) more</summary>\n\(self.table(rest))</details>\n"
  }

  private func missing(_ missing: Section.Missing) -> String {
    "<p class=\"empty\"><b>\(text(missing.what))</b> \(prose(missing.would)) Begin with \(code(missing.command)).</p>\n"
  }

  /// The whole list, which no report can hold.
  private var trace: String {
    "<p class=\"trace\">All changes of these days: \(code("tw log --from \(report.period.from) --to \(report.period.to)"))</p>\n"
  }

  // MARK: Measures

  private func measures(_ section: Section) -> String {
    section.measures.isEmpty ? "" : "<ul class=\"measures\">\n" + section.measures.map(measure).joined() + "</ul>\n"
  }

  private func measure(_ measure: Measure) -> String {
    let title = writer.write(Line([.link([.text(measure.definition.title)], .place("m-\(measure.definition.name)"))]))
    if case .none(let reason) = measure.value {
      return "<li><span>\(title)</span><span></span><b>–</b><span class=\"why\">\(text(reason))</span></li>\n"
    }
    return "<li><span>\(title)</span>\(trend(measure))<b>\(text(measure.shown))</b></li>\n"
  }

  /// The parts of the period as small columns, the newest dark. Empty where there is nothing to compare.
  private func trend(_ measure: Measure) -> String {
    let values = measure.trend.map(\.value)
    let most = values.compactMap { $0 }.filter(\.isFinite).max() ?? 0
    guard values.count > 1, values.contains(where: { $0 != nil }) else { return "<span></span>" }
    let slot = 1 / Double(values.count)
    let columns = values.enumerated().map { index, value in
      guard let value, value.isFinite else { return "" }
      let height = most > 0 ? max(1, max(0, value) / most * 16) : 1
      return SVG.rectangle(
        x: Double(index) * slot, width: slot * 0.72, y: 16 - height, height: height,
        style: index == values.count - 1 ? "ink" : "mid")
    }
    return SVG.drawing(height: 16, title: "\(measure.definition.title): \(measure.trendShown)", columns.joined())
  }
}
