/// How a summary or a report is written.
enum PageFormat: String, CaseIterable {
  case text, markdown, json, html

  /// What the ending of a file's name asks for.
  init(fileName: String) {
    self =
      fileName.hasSuffix(".html")
      ? .html : fileName.hasSuffix(".json") ? .json : fileName.hasSuffix(".txt") ? .text : .markdown
  }

  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .json: "json"
    case .html: "html"
    }
  }
}
