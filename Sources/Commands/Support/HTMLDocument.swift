internal import Text

/// One self-contained HTML file from the templates.
enum HTMLDocument {
  static func page(title: String, body: String, template: String, style: String) -> String {
    // Each placeholder stands once; what is put in is not searched again.
    var result = ""
    var rest = Substring(EmbeddedTemplates.text(template) ?? "{{body}}")
    for (placeholder, text) in [("{{title}}", escapedForHTML(visible(title))), ("{{style}}", EmbeddedTemplates.text(style) ?? ""), ("{{body}}", body)] {
      guard let range = rest.firstRange(of: placeholder) else { continue }
      result += rest[..<range.lowerBound] + text
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
