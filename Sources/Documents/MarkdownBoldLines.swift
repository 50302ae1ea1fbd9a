internal import CMarkdown

/// Lines that people write in bold instead of a heading.
extension MarkdownReader {
  /// Finds the lines of a paragraph that are all bold. Signs and emoji may stand beside the bold words.
  mutating func findBoldLines(in paragraph: OpaquePointer) {
    var line = BoldLine()
    var child = cmark_node_first_child(paragraph)
    while let node = child {
      child = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        add(line)
        line = BoldLine()
      case CMARK_NODE_TEXT:
        let text = plainText(of: node)
        line.text += text
        if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
          line.isPlain = true
        }
      case CMARK_NODE_HTML_INLINE:
        if cmark_node_get_literal(node).map({ String(cString: $0).hasPrefix("<!--") }) != true { line.isPlain = true }
      default:
        if isStrong(node) {
          line.text += plainText(of: node)
          let number = lineIndex(of: node)
          // Bold words over several lines are no line of their own.
          if plainText(of: node).isEmpty || line.number.map({ $0 != number }) == true || hasBreak(node) {
            line.isPlain = true
          }
          line.number = number
        } else {
          line.isPlain = true
        }
      }
    }
    add(line)
  }

  private struct BoldLine {
    var text = ""
    /// Whether there is more in it than bold words.
    var isPlain = false
    /// The file's line, from 0 at the body's beginning.
    var number: Int?
  }

  private mutating func add(_ line: BoldLine) {
    guard !line.isPlain, let number = line.number else { return }
    var start = Int(lineStarts[number])
    let end = lineEnd(number)
    while start < end, isWhiteSpace(bytes[start]) { start += 1 }
    body.boldLines.append(Heading(level: 0, text: line.text, range: start..<end))
  }

  /// `**bold**`, also within `***both***`.
  private func isStrong(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_STRONG: return true
    case CMARK_NODE_EMPH:
      guard let inner = cmark_node_first_child(node), cmark_node_next(inner) == nil else { return false }
      return cmark_node_get_type(inner) == CMARK_NODE_STRONG
    default: return false
    }
  }

  private func hasBreak(_ node: OpaquePointer) -> Bool {
    guard let iterator = cmark_iter_new(node) else { return true }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return false }
      guard let inner = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(inner)
      if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { return true }
    }
  }
}
