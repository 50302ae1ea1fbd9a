internal import Text

/// Rows that are words in HTML and marks in SVG, on one scale.
enum PictureRows {
  /// - Parameters:
  ///   - style: a class of its own beside `rows`, for the widths of its columns.
  ///   - axis: what stands above the drawings, its feet at 13 pixels; nil where nothing does.
  ///   - behind: items that lie behind all rows.
  static func list(_ style: String, axis: String? = nil, head: String = "", behind: String = "", _ rows: [String])
    -> String
  {
    var html = "<ol class=\"rows \(style)\">"
    if let axis {
      html +=
        "<li class=\"row axis\" aria-hidden=\"true\"><span class=\"lab\"></span>\(SVG.drawing(height: 18, title: nil, axis))<span class=\"val\">\(SVG.text(head))</span></li>\n"
    }
    return html + behind + rows.joined() + "</ol>\n"
  }

  /// - Parameters:
  ///   - aside: said more quietly after the label.
  ///   - drawing: as markup.
  ///   - needsSomebody: whether the value is set in the accent.
  static func row(_ label: String, aside: String = "", _ drawing: String, value: String, needsSomebody: Bool = false)
    -> String
  {
    let quiet = aside.isEmpty ? "" : " <span class=\"q\">\(SVG.text(aside))</span>"
    return
      "<li class=\"row\"><span class=\"lab\">\(SVG.text(label))\(quiet)</span>\(drawing)<span class=\"val\(needsSomebody ? " due" : "")\">\(SVG.text(value))</span></li>\n"
  }

  /// Says how many rows are left to the table; empty where none is.
  static func rest(_ count: Int, _ singular: String, _ plural: String) -> String {
    count <= 0
      ? ""
      : "<p class=\"foot\">\(SVG.text(counted(count, "more \(singular)", "more \(plural)"))) \(count == 1 ? "is" : "are") in the table.</p>\n"
  }

  /// Words that are read and copied, and not seen.
  static func hidden(_ words: String) -> String { "<span class=\"vh\">\(SVG.text(words))</span>" }
}
