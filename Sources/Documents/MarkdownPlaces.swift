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

  /// A paragraph that a table follows at once: cmark reads both as one, and then forgets where the paragraph is.
  private func isBeforeTable(_ node: OpaquePointer) -> Bool {
    cmark_node_get_start_line(node) == 0 && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH
  }

  /// Where a node begins.
  private func start(of node: OpaquePointer) -> Int {
    Int(lineStarts[lineIndex(of: node)]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
  }

  /// A place in a table's head behind a paragraph, whose columns are counted from where the paragraph begins.
  private func place(inHeadOf table: OpaquePointer, column: Int32, _ context: Context) -> Int {
    let start = start(of: table)
    let cursor = SourceCursor(bytes, start..<body.range.upperBound, quoteDepth: context.quoteDepth, columnOffset: 0)
    return cursor.place(Int(column - cmark_node_get_start_column(table)), from: start)
  }

  /// The line on which a table begins that stands right behind a paragraph.
  private func headLine(of table: OpaquePointer, _ context: Context) -> Int {
    guard let row = cmark_node_first_child(table), let cell = cmark_node_first_child(row) else {
      return start(of: table)
    }
    var place = place(inHeadOf: table, column: cmark_node_get_start_column(cell), context)
    while place > body.range.lowerBound, bytes[place - 1] != 0x0A, bytes[place - 1] != 0x0D { place -= 1 }
    return place
  }

  /// A block with all its signs.
  func wholeRange(of node: OpaquePointer, _ context: Context) -> Range<Int> {
    if isBeforeTable(node) { return textRange(of: node, context) }
    let range = blockRange(of: node)
    guard let before = cmark_node_previous(node), isBeforeTable(before) else { return range }
    var start = headLine(of: node, context)
    while start < range.upperBound, isWhiteSpace(bytes[start]) { start += 1 }
    return start..<max(start, range.upperBound)
  }

  /// The text of a paragraph or heading.
  func textRange(of node: OpaquePointer, _ context: Context) -> Range<Int> {
    if isBeforeTable(node), let table = cmark_node_next(node) {
      let start = start(of: table)
      var end = headLine(of: table, context)
      while end > start, isWhiteSpace(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ">") { end -= 1 }
      return start..<max(start, end)
    }
    return cmark_node_get_type(node) == CMARK_NODE_HEADING ? headingText(of: node) : blockRange(of: node)
  }

  /// A heading without its marks.
  private func headingText(of node: OpaquePointer) -> Range<Int> {
    let line = lineIndex(of: node)
    var start = start(of: node)
    if start < body.range.upperBound, bytes[start] == UInt8(ascii: "#") {
      let end = lineEnd(line)
      while start < end, bytes[start] == UInt8(ascii: "#") || isWhiteSpace(bytes[start]) { start += 1 }
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

  /// A table's cells share their line: only their columns tell where they end.
  func cellRange(of node: OpaquePointer, _ context: Context) -> Range<Int> {
    let line = lineIndex(of: node)
    if let row = cmark_node_parent(node), let table = cmark_node_parent(row), cmark_node_previous(row) == nil,
      let before = cmark_node_previous(table), isBeforeTable(before)
    {
      let start = place(inHeadOf: table, column: cmark_node_get_start_column(node), context)
      return start..<max(start, place(inHeadOf: table, column: cmark_node_get_end_column(node) + 1, context))
    }
    let start = start(of: node)
    return start..<max(start, min(lineEnd(line), Int(lineStarts[line]) + Int(cmark_node_get_end_column(node))))
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
