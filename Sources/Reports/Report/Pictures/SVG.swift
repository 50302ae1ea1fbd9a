internal import Text

/// Pieces of inline SVG. Numbers have one decimal at most and nothing is random, so that the same input gives the
/// same bytes.
enum SVG {
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let text = (tenths < 0 ? "-" : "") + String(abs(tenths) / 10)
    return tenths % 10 == 0 ? text : text + ".\(abs(tenths) % 10)"
  }

  /// A place between 0 and 1 as a percentage of the width.
  static func percent(_ fraction: Double) -> String { number(fraction * 100) + "%" }

  static func text(_ text: String) -> String { escapedForHTML(visible(text)) }

  /// A drawing as wide as its place: x in percent, y in pixels.
  ///
  /// - Parameters:
  ///   - title: what it says, as a sentence, for those who do not see it; nil where words beside it say the same.
  static func drawing(height: Double, title: String?, style: String = "r", _ content: String) -> String {
    let name = title.map { " role=\"img\"><title>\(text($0))</title>" } ?? " aria-hidden=\"true\">"
    return "<svg class=\"\(style)\" height=\"\(number(height))\"\(name)\(content)</svg>"
  }

  /// A sign within a drawing.
  static func use(_ mark: Mark, x: String, y: Double) -> String {
    "<use href=\"#\(mark.id)\" x=\"\(x)\" y=\"\(number(y))\"/>"
  }

  /// A sign in running text or in a cell.
  ///
  /// - Parameter title: nil where words beside it say the same.
  static func sign(_ mark: Mark, title: String? = nil) -> String {
    let name = title.map { " role=\"img\"><title>\(text($0))</title>" } ?? " aria-hidden=\"true\">"
    return "<svg class=\"k\" width=\"12\" height=\"12\" viewBox=\"-6 -6 12 12\"\(name)<use href=\"#\(mark.id)\"/></svg>"
  }

  /// A rectangle: x and width in percent of the drawing's width, from 0 to 1.
  static func rectangle(x: Double, width: Double, y: Double, height: Double, style: String) -> String {
    "<rect class=\"\(style)\" x=\"\(percent(x))\" y=\"\(number(y))\" width=\"\(percent(max(0, width)))\" height=\"\(number(height))\"/>"
  }

  static func line(x1: Double, y1: Double, x2: Double, y2: Double, style: String) -> String {
    "<line class=\"\(style)\" x1=\"\(percent(x1))\" y1=\"\(number(y1))\" x2=\"\(percent(x2))\" y2=\"\(number(y2))\"/>"
  }

  /// The signs that a picture needs, each with its words.
  static func key(_ marks: [(Mark, String)]) -> String {
    if marks.isEmpty { return "" }
    return "<ul class=\"key\">" + marks.map { "<li>\(sign($0.0))\(text($0.1))</li>" }.joined() + "</ul>\n"
  }
}
