internal import Teamwork

extension Chronicle {
  /// As HTML: a line of signs in the order of time, each with its words.
  func picture() -> String {
    if entries.isEmpty { return "" }
    let writer = HTMLWriter(folder: "")
    let items = entries.map { entry in
      "<li>\(SVG.sign(entry.mark.sign, title: entry.mark.words))<p class=\"when\">\(writer.write(entry.head))</p><p>\(writer.write(entry.words))</p></li>\n"
    }
    return "<ol class=\"story\">\n" + items.joined() + "</ol>\n"
  }
}

extension Chronicle.Mark {
  fileprivate var sign: Mark {
    switch self {
    case .state(let status): Mark(status)
    case .written: .written
    case .blocked: .blocked
    case .joined: .owner
    }
  }

  fileprivate var words: String {
    switch self {
    case .state(let status): status.words
    case .written: "written"
    case .blocked: "blocked"
    case .joined: "somebody joined"
    }
  }
}
