internal import Text

extension Page {
  /// The page as the body of an HTML document. Links are seen from `folder`, relative to the repository's top.
  ///
  /// Every text is escaped where it enters; no text can bring markup of its own.
  package func html(from folder: String = "") -> String {
    let writer = HTMLWriter(folder: folder)
    var html = ""
    var isInSection = false
    for block in blocks {
      switch block {
      case .title(let line): html += "<h1>\(writer.write(line))</h1>\n"
      case .heading(let words):
        if isInSection { html += "</section>\n" }
        isInSection = true
        html += "<section>\n<h2>\(escapedForHTML(words))</h2>\n"
      case .subheading(let line): html += "<h3>\(writer.write(line))</h3>\n"
      case .paragraph(let line): html += "<p>\(writer.write(line))</p>\n"
      case .list(let items):
        html += "<ul>\n"
        for item in items {
          html += "<li>\(writer.write(item.line))"
          if !item.details.isEmpty {
            html += "\n<ul>\n" + item.details.map { "<li>\(writer.write($0))</li>\n" }.joined() + "</ul>\n"
          }
          html += "</li>\n"
        }
        html += "</ul>\n"
      case .table(let table): html += writer.write(table)
      case .footnote(let line):
        if isInSection { html += "</section>\n" }
        isInSection = false
        html += "<footer><p>\(writer.write(line))</p></footer>\n"
      }
    }
    return html + (isInSection ? "</section>\n" : "")
  }

  /// The words of the title, for the head of a document.
  package var plainTitle: String {
    for case .title(let line) in blocks { return line.plain }
    return ""
  }
}

struct HTMLWriter {
  let folder: String

  func write(_ line: Line) -> String { line.parts.map(write).joined() }

  /// More columns than these do not fit on a phone: there each row becomes a list, every cell with its column's title.
  private static let columnsOnPhone = 4

  func write(_ table: Table) -> String {
    let isWide = table.columns.count > Self.columnsOnPhone
    // What a style sheet makes a list of is still a table to those who hear it.
    func role(_ name: String) -> String { isWide ? " role=\"\(name)\"" : "" }
    func numeric(_ column: Int) -> String { table.columns[column].isNumber ? " class=\"n\"" : "" }
    let titles = table.columns.map { escapedForHTML(visible($0.title)) }
    var html =
      "<table\(isWide ? " class=\"wide\"" : "")\(role("table"))>\n<caption>\(escapedForHTML(visible(table.caption)))</caption>\n<thead\(role("rowgroup"))><tr\(role("row"))>"
    for (index, title) in titles.enumerated() {
      html += "<th scope=\"col\"\(role("columnheader"))\(numeric(index))>\(title)</th>"
    }
    html += "</tr></thead>\n<tbody\(role("rowgroup"))>\n"
    for row in table.rows {
      html += "<tr\(role("row"))>"
      for (index, cell) in row.enumerated() {
        html +=
          index == 0
          ? "<th scope=\"row\"\(role("rowheader"))>\(write(cell))</th>"
          : "<td\(role("cell"))\(numeric(index))\(isWide ? " data-title=\"\(titles[index])\"" : "")>\(write(cell))</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private func write(_ part: Line.Part) -> String {
    switch part {
    case .text(let text): return escapedForHTML(visible(text))
    case .code(let text): return "<code>\(escapedForHTML(visible(text)))</code>"
    case .emphasis(let inner): return "<em>\(inner.map(write).joined())</em>"
    case .struck(let inner): return "<del>\(inner.map(write).joined())</del>"
    case .strong(let inner): return "<strong>\(inner.map(write).joined())</strong>"
    case .quiet(let inner): return "<small>\(inner.map(write).joined())</small>"
    case .state(let text, let tone): return "<span class=\"state \(tone.rawValue)\">\(escapedForHTML(text))</span>"
    case .link(let inner, let target):
      let words = inner.map(write).joined()
      switch target {
      case .place(let place): return "<a href=\"#\(escapedForHTML(place))\">\(words)</a>"
      case .commit(let id): return "<a class=\"c\" href=\"#c-\(escapedForHTML(String(id.prefix(7))))\">\(words)</a>"
      case .file(let path): return "<a href=\"\(escapedForHTML(PagePath.relative(path, from: folder)))\">\(words)</a>"
      case .address(let address):
        return
          "<a href=\"\(escapedForHTML(PagePath.encoded(address, keeping: ":/?#[]@!$&'()*+,;=%~")))\" rel=\"noreferrer\">\(words)</a>"
      }
    }
  }
}
