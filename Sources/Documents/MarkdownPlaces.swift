internal import CMarkdown

/// Where things stand in the file, and what is found by looking at its bytes alone.
extension MarkdownReader {
  func lineIndex(of node: OpaquePointer) -> Int {
    min(max(0, Int(cmark_node_get_start_line(node)) - 1), lineStarts.count - 1)
  }

  /// The end of a line's text, without its line end.
  func lineEnd(_ line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : body.range.upperBound
    while end > Int(lineStarts[line]), isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Where the line of an offset ends, or the text does.
  func lineBreak(after offset: Int, before end: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low < lineStarts.count ? min(end, Int(lineStarts[low]) - 1) : end
  }

  /// From a block's first character to the end of its last line.
  func blockRange(of node: OpaquePointer) -> Range<Int> {
    let first = lineIndex(of: node)
    // A list or item that ends at a blank line says column 0 of the line behind it.
    var last = Int(cmark_node_get_end_line(node)) - 1
    if cmark_node_get_end_column(node) == 0 { last -= 1 }
    last = min(max(first, last), lineStarts.count - 1)
    let start = Int(lineStarts[first]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    return start..<max(start, lineEnd(last))
  }

  /// A heading without its marks.
  func headingText(of node: OpaquePointer) -> Range<Int> {
    let line = lineIndex(of: node)
    var start = Int(lineStarts[line]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    if start < body.range.upperBound, bytes[start] == UInt8(ascii: "#") {
      let whole = extended(start..<start, over: UInt8(ascii: "#"))
      start = whole.upperBound
      let end = lineEnd(line)
      while start < end, isWhiteSpace(bytes[start]) { start += 1 }
      return start..<max(start, end)
    }
    // The line below that makes it a heading is no part of it; cmark tells only where it all begins.
    var lines = 0
    var child = cmark_node_first_child(node)
    while let inline = child {
      let type = cmark_node_get_type(inline)
      if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { lines += 1 }
      child = cmark_node_next(inline)
    }
    return start..<max(start, lineEnd(min(line + lines, lineStarts.count - 1)))
  }

  func cellRange(of node: OpaquePointer) -> Range<Int> {
    let line = lineIndex(of: node)
    let start = Int(lineStarts[line]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    return start..<max(start, min(lineEnd(line), Int(lineStarts[line]) + Int(cmark_node_get_end_column(node))))
  }

  /// Where a paragraph's text goes on in a line that is not its first.
  func contentStart(ofLine line: Int, quoteDepth: Int) -> Int {
    var index = Int(lineStarts[line])
    let end = lineEnd(line)
    var quotes = quoteDepth
    while index < end {
      if bytes[index] == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if bytes[index] != 0x20, bytes[index] != 0x09 {
        break
      }
      index += 1
    }
    return index
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func plainText(of node: OpaquePointer) -> String {
    var text = ""
    guard let iterator = cmark_iter_new(node) else { return text }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(inner) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += cmark_node_get_literal(inner).map { String(cString: $0) } ?? ""
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
  }

  // MARK: Comments and placeholders

  mutating func findComments(in range: Range<Int>, most: Int = .max) {
    var index = range.lowerBound
    var found = 0
    while found < most, let start = memoryIndex(of: "<!--", in: bytes, from: index, to: range.upperBound) {
      let end =
        memoryIndex(of: "-->", in: bytes, from: min(start + 4, range.upperBound), to: range.upperBound).map { $0 + 3 }
        ?? range.upperBound
      body.comments.append(start..<end)
      index = end
      found += 1
    }
  }

  func isOnlyComments(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var next = body.comments.lastIndex { $0.upperBound <= range.lowerBound }.map { $0 + 1 } ?? 0
    while index < range.upperBound {
      if isWhiteSpace(bytes[index]) {
        index += 1
      } else if next < body.comments.count, body.comments[next].contains(index) {
        index = body.comments[next].upperBound
        next += 1
      } else {
        return false
      }
    }
    return true
  }

  mutating func findPlaceholders() {
    let end = body.range.upperBound
    var index = body.range.lowerBound
    // Code does not overlap; `passed` of its ranges lie before `index`.
    code.sort { $0.lowerBound < $1.lowerBound }
    var passed = 0
    while let start = memoryIndex(of: "{{", in: bytes, from: index, to: end) {
      let line = memoryIndex(of: 0x0A, in: bytes, from: start, to: end) ?? end
      guard let close = memoryIndex(of: "}}", in: bytes, from: start, to: line) else {
        index = line
        continue
      }
      while passed < code.count, code[passed].upperBound <= start { passed += 1 }
      if passed == code.count || start < code[passed].lowerBound { body.placeholders.append(start..<(close + 2)) }
      index = close + 2
    }
  }
}
