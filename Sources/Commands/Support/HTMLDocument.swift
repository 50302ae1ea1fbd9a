internal import Text

/// One self-contained HTML file from the templates.
enum HTMLDocument {
  /// - Parameter styles: the style sheets, in the order in which they count.
  /// - Throws: `Failure` when the template or a style sheet is not embedded.
  static func page(title: String, body: String, template: String, styles: [String]) throws -> String {
    func text(_ name: String) throws -> String {
      guard let text = EmbeddedTemplates.text(name) else {
        throw Failure("the template `\(name)` is not part of this tw", help: "build it anew")
      }
      return text
    }
    let page = try text(template)
    let css = try styles.map(text).joined()
    // Each placeholder stands once; what is put in is not searched again.
    var result = ""
    var rest = Substring(page)
    for (placeholder, text) in [("{{title}}", escapedForHTML(visible(title))), ("{{style}}", css), ("{{body}}", body)] {
      guard let range = rest.firstRange(of: placeholder) else { continue }
      result += rest[..<range.lowerBound] + text
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
