internal import Text

extension ResponsibilityMatrix {
  /// As an HTML table, its key above it. On narrow screens it is shown as a list; the roles keep it a table for those who hear it.
  func picture() -> String {
    let rows = groups.flatMap(\.rows)
    if rows.isEmpty { return "" }
    let hasGaps = rows.contains { $0.gaps > 0 }
    let hasOthers = rows.contains { !$0.others.isEmpty || $0.parts.isEmpty }
    let width = 1 + columns.count + (hasGaps ? 1 : 0) + (hasOthers ? 1 : 0)
    // Many columns need a wide screen, and a long way down needs the names in view.
    let style = "carry\(columns.count > 14 ? " broad" : "")\(rows.count > 30 ? " tall" : "")\(hasOthers ? "" : " bare")"
    var html =
      key(of: rows) + "<table class=\"\(style)\" role=\"table\"><caption class=\"vh\">\(SVG.text(caption))</caption>\n"
    html +=
      "<colgroup><col class=\"what\"/>"
      + columns.indices.map { $0 % 2 == 0 ? "<col class=\"even\"/>" : "<col/>" }.joined() + "</colgroup>\n"
    html += head(hasGaps, hasOthers)
    for group in groups where !group.rows.isEmpty {
      html += "<tbody role=\"rowgroup\">\n"
      if let title = group.title {
        html +=
          "<tr role=\"row\" class=\"group\"><th scope=\"rowgroup\" role=\"rowheader\" colspan=\"\(width)\">\(SVG.text(title))</th></tr>\n"
      }
      for row in group.rows { html += draw(row, hasGaps, hasOthers) }
      html += "</tbody>\n"
    }
    return html + "</table>\n"
  }

  private func head(_ hasGaps: Bool, _ hasOthers: Bool) -> String {
    func column(_ style: String, _ words: String) -> String {
      "<th scope=\"col\" role=\"columnheader\"\(style)>\(words)</th>"
    }
    func upright(_ words: String) -> String {
      // Names that are cut can be read in full by pointing at them.
      "<div\(words.utf8.count > 16 ? " title=\"\(SVG.text(words))\"" : "")>\(SVG.text(words))</div>"
    }
    var html = "<thead role=\"rowgroup\"><tr role=\"row\">" + column("", PictureRows.hidden("What"))
    for name in columns { html += column(" class=\"up\"", upright(name)) }
    if hasGaps { html += column(" class=\"up gaps\"", upright(gapTitle)) }
    if hasOthers { html += column(" class=\"others\"", columns.isEmpty ? "who" : "others") }
    return html + "</tr></thead>\n"
  }

  private func draw(_ row: Row, _ hasGaps: Bool, _ hasOthers: Bool) -> String {
    var html = "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">\(SVG.text(row.title))</th>"
    for index in columns.indices {
      guard let part = row.parts[index] else {
        html += "<td role=\"cell\"></td>"
        continue
      }
      html +=
        "<td role=\"cell\">\(SVG.sign(part.mark))<span class=\"pn\" aria-hidden=\"true\">\(SVG.text(columns[index]))</span>\(PictureRows.hidden(part.words))</td>"
    }
    if hasGaps {
      html +=
        "<td role=\"cell\" class=\"gaps\">"
        + (row.gaps == 0
          ? "" : "\(SVG.sign(.gap))<span class=\"pn\" aria-hidden=\"true\">\(SVG.text(gapTitle)): </span>\(row.gaps)")
        + "</td>"
    }
    if hasOthers {
      var others = row.others.map {
        "<span class=\"one\">\(SVG.sign($0.part.mark))\(SVG.text($0.name))\(PictureRows.hidden(" (\($0.part.words))"))</span>"
      }.joined(separator: ", ")
      if row.parts.isEmpty, row.others.isEmpty {
        others = "<span class=\"one nobody\">\(SVG.sign(.gap))nobody yet</span>"
      }
      html += "<td role=\"cell\" class=\"others\">\(others)</td>"
    }
    return html + "</tr>\n"
  }

  private func key(of rows: [Row]) -> String {
    let parts = rows.flatMap { Array($0.parts.values) + $0.others.map(\.part) }
    var items = [Part.ownerWithTasks, .owner, .tasks, .role].filter(parts.contains).map { ($0.mark, $0.words) }
    if rows.contains(where: { $0.gaps > 0 }) {
      items.append((.gap, gapTitle))
    } else if rows.contains(where: { $0.parts.isEmpty && $0.others.isEmpty }) {
      items.append((.gap, "nobody yet"))
    }
    return SVG.key(items)
  }
}

extension ResponsibilityMatrix.Part {
  fileprivate var mark: Mark {
    switch self {
    case .ownerWithTasks: .owner
    case .owner: .idleOwner
    case .tasks: .tasks
    // A ring: held, as far as is known without work in it.
    case .role: .promised
    }
  }
}
