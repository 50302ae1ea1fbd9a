extension SVG {
  /// The signs and samples that a picture needs, each drawn already and with its words.
  static func key(drawn items: [(String, String)]) -> String {
    if items.isEmpty { return "" }
    return "<ul class=\"key\">" + items.map { "<li>\($0.0)\(text($0.1))</li>" }.joined() + "</ul>\n"
  }

  /// A piece of a drawing, 26 pixels wide, for a key.
  static func sample(_ content: String) -> String {
    "<svg class=\"k wide\" width=\"26\" height=\"14\" aria-hidden=\"true\">\(content)</svg>"
  }

  /// A drawing in which shapes stretch with the width of their place: x counts from 0 to `width`, y in pixels. Its lines
  /// keep their thickness by the class `g`.
  static func stretched(width: Double, height: Double, _ content: String) -> String {
    "<svg viewBox=\"0 0 \(number(width)) \(number(height))\" width=\"100%\" height=\"\(number(height))\" preserveAspectRatio=\"none\">\(content)</svg>"
  }
}
