internal import Text

/// One self-contained HTML file from the templates.
enum HTMLDocument {
  /// - Throws: `Failure` when the template or the style sheet is not embedded.
  static func page(title: String, body: String, template: String, style: String) throws -> String {
    guard let page = EmbeddedTemplates.text(template), let css = EmbeddedTemplates.text(style) else {
      throw Failure("the templates `\(template)` and `\(style)` are not part of this tw", help: "build it anew")
    }
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
