internal import CMarkdown

/// A piece of running text: what a person wrote, taken apart so that every output can write it in its own way.
///
/// Raw HTML is dropped, pictures become their descriptions, and of links only those to the web, to mail and
/// to files stay links: somebody's text is never markup of ours.
package indirect enum Inline: Sendable, Hashable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case struck([Inline])
  case link([Inline], Destination)
  case mention(String)
  case wiki(kind: String?, id: String, anchor: String?, label: String?)

  package enum Destination: Sendable, Hashable {
    /// `https:`, `http:` or `mailto:`.
    case address(String)
    /// A file, seen from the file that the text stands in.
    case file(String)
  }

  /// The inlines of a piece of Markdown, its lines and blocks run together.
  package static func parse(_ markdown: String) -> [Inline] {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [.text(markdown)] }
    defer { cmark_parser_free(parser) }
    let bytes = Array(markdown.utf8)
    let verdict = bytes.withUnsafeBufferPointer { MarkdownGuard.judge($0, lineStarts: [0]) }
    if verdict.fault != nil || verdict.isCostly { return [.text(markdown)] }
    var signs = bytes.withUnsafeBufferPointer { MarkdownExtensions.signs(in: $0) }
    signs.remove(.box)
    if bytes.contains(UInt8(ascii: "@")) { signs.insert(.mail) }
    MarkdownExtensions.attach(signs, to: parser, tables: false)
    bytes.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
    guard let document = MarkdownExtensions.finish(parser, signs) else { return [.text(markdown)] }
    defer { cmark_node_free(document) }
    return merged(inlines(in: document, depth: 0))
  }

  private static func inlines(in parent: OpaquePointer, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      // Deeper than anybody reads: the words stay, the markup goes.
      let inner = depth < 24 ? merged(inlines(in: node, depth: depth + 1)) : [.text(words(of: node))]
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: result += references(in: literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result.append(.text(" "))
      case CMARK_NODE_CODE: result.append(.code(literal))
      case CMARK_NODE_CODE_BLOCK: result.append(.code(literal.split(separator: "\n").joined(separator: " ")))
      case CMARK_NODE_EMPH: result.append(.emphasis(inner))
      case CMARK_NODE_STRONG: result.append(.strong(inner))
      case CMARK_NODE_LINK:
        let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        // An address that shows itself mentions nobody.
        let words = words(of: node)
        let isBare = url == words || url == "http://" + words || url == "mailto:" + words
        let shown = isBare ? [.text(words)] : inner
        if let destination = destination(url) { result.append(.link(shown, destination)) } else { result += shown }
      case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: break
      case let type
      where type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE
        && type != CMARK_NODE_IMAGE:
        result.append(.struck(inner))
      default:
        if !result.isEmpty, !inner.isEmpty { result.append(.text(" ")) }
        result += inner
      }
    }
    return result
  }

  private static func destination(_ url: String) -> Destination? {
    let lowered = url.lowercased()
    if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") || lowered.hasPrefix("mailto:") {
      return .address(url)
    }
    return ReferenceScanner.filePath(of: url).map { .file($0) }
  }

  /// Mentions and wiki links within a text.
  private static func references(in text: String) -> [Inline] {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "@")) || bytes.contains(UInt8(ascii: "[")) else { return [.text(text)] }
    return bytes.withUnsafeBufferPointer { bytes in
      var result: [Inline] = []
      var start = 0
      var index = 0
      func flush(_ end: Int) {
        if start < end { result.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
      }
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "@"),
          let range = ReferenceScanner.mention(bytes, at: index, from: 0, block: 0..<bytes.count, to: bytes.count)
        {
          flush(index)
          result.append(.mention(String(decoding: bytes[(range.lowerBound + 1)..<range.upperBound], as: UTF8.self)))
          index = range.upperBound
          start = index
        } else if bytes[index] == UInt8(ascii: "["), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "["),
          let (target, range) = ReferenceScanner.wikiLink(bytes, at: index, to: bytes.count),
          case .wiki(let kind, let id, let anchor) = target
        {
          flush(index)
          let whole = String(decoding: bytes[(range.lowerBound + 2)..<(range.upperBound - 2)], as: UTF8.self)
          let label = whole.firstIndex(of: "|").map { String(whole[whole.index(after: $0)...]) }
          result.append(.wiki(kind: kind, id: id, anchor: anchor, label: label))
          index = range.upperBound
          start = index
        } else {
          index += 1
        }
      }
      flush(bytes.count)
      return result
    }
  }

  private static func words(of node: OpaquePointer) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(inner)
      if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE {
        text += cmark_node_get_literal(inner).map { String(cString: $0) } ?? ""
      }
    }
  }

  /// Neighbouring texts as one.
  package static func merged(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      if case .text(let next) = inline, case .text(let last)? = result.last {
        result[result.count - 1] = .text(last + next)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}
