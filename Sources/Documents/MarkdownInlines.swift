internal import CMarkdown

/// The running text of paragraphs, headings and table cells: where it stands, and what it refers to.
extension MarkdownReader {
  /// The texts, links and comments of a leaf block. True when there is more in it than comments.
  mutating func readInlines(
    of block: OpaquePointer, _ context: Context, isItemsFirst: Bool
  ) -> Bool {
    let type = cmark_node_get_type(block)
    // A table's cells share their line: only their columns tell where they end.
    let isCell = type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING
    let blockRange = isCell ? cellRange(of: block) : blockRange(of: block)
    let firstLine = lineIndex(of: block)
    let offset = Int(cmark_node_get_start_column(block)) - 1
    var hasText = false
    var linkDepth = 0
    // Where the last inline ended: what is searched for comes behind it.
    var cursor = blockRange.lowerBound

    /// Where cmark's line and column are in the file.
    func place(_ node: OpaquePointer, line: Int32? = nil, column: Int32) -> Int {
      let line = Int(line ?? cmark_node_get_start_line(node)) - 1
      guard line >= firstLine, line < lineStarts.count else { return cursor }
      if line == firstLine { return Int(lineStarts[line]) + Int(column) - 1 }
      return contentStart(ofLine: line, quoteDepth: context.quoteDepth) + Int(column) - 1 - offset
    }

    var current = cmark_node_first_child(block)
    while let node = current {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        hasText = true
        let isFirst = Int(cmark_node_get_start_line(node)) - 1 == firstLine
        if let literal = cmark_node_get_literal(node) {
          let run = sourceRun(
            literal, at: place(node, column: cmark_node_get_start_column(node)),
            length: Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1,
            cursor: cursor, block: blockRange)
          scan(
            run, block: blockRange, item: context.item,
            isOnFirstLine: isItemsFirst && isFirst && linkDepth == 0)
          cursor = max(cursor, run.upperBound)
        }
      case CMARK_NODE_CODE:
        hasText = true
        if wantsCode || (isItemsFirst && isTask(context.item)) {
          let start = place(node, column: cmark_node_get_start_column(node))
          let isLong = cmark_node_get_end_line(node) > cmark_node_get_start_line(node)
          let end =
            isLong
            ? place(node, line: cmark_node_get_end_line(node), column: cmark_node_get_end_column(node)) + 1
            : start + Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1
          if let range = inside(blockRange, start, max(start, end)) {
            let whole = extended(range, over: UInt8(ascii: "`"))
            if wantsCode { code.append(whole) }
            if isItemsFirst { addOpaque(whole, context.item) }
            cursor = max(cursor, whole.upperBound)
          }
        }
      case CMARK_NODE_HTML_INLINE:
        if let literal = cmark_node_get_literal(node) {
          let start = place(node, column: cmark_node_get_start_column(node))
          let text = UnsafeBufferPointer(
            rebasing: UnsafeRawBufferPointer(
              start: literal, count: stringLength(literal)
            ).assumingMemoryBound(to: UInt8.self)[...])
          let found =
            matches(text, at: start)
            ? start
            : memoryIndex(of: UInt8(ascii: "<"), in: bytes, from: cursor, to: blockRange.upperBound) ?? cursor
          let range = found..<min(blockRange.upperBound, found + text.count)
          if text.starts(with: "<!--".utf8) {
            findComments(in: found..<blockRange.upperBound, most: 1)
          } else {
            hasText = true
          }
          if isItemsFirst { addOpaque(range, context.item) }
          cursor = max(cursor, range.upperBound)
        }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        hasText = true
        readLink(
          node, start: place(node, column: cmark_node_get_start_column(node)), cursor: cursor,
          block: blockRange, context, isItemsFirst: isItemsFirst)
      default:
        break
      }
      // Down, along, or up: inlines nest as deep as somebody likes, so nothing calls itself here.
      if let down = cmark_node_first_child(node) {
        if isLink(node) { linkDepth += 1 }
        current = down
        continue
      }
      var along: OpaquePointer? = node
      while let here = along, here != block {
        if let next = cmark_node_next(here) {
          along = next
          break
        }
        along = cmark_node_parent(here)
        if let up = along, up != block, isLink(up) { linkDepth -= 1 }
      }
      current = along == block ? nil : along
    }
    return hasText
  }

  func isLink(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  func isTask(_ item: Int?) -> Bool { item.map { body.items[$0].box != nil } ?? false }

  mutating func addOpaque(_ range: Range<Int>, _ item: Int?) {
    guard let item, body.items[item].box != nil, range.lowerBound < body.items[item].firstLine.upperBound else {
      return
    }
    body.items[item].opaque.append(range)
  }

  /// Where the text that cmark read stands in the source.
  func sourceRun(
    _ literal: UnsafePointer<CChar>, at start: Int, length: Int, cursor: Int, block: Range<Int>
  ) -> Range<Int> {
    let count = stringLength(literal)
    guard count > 0 else { return cursor..<cursor }
    let text = UnsafeBufferPointer(
      start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: count)
    if let range = inside(block, start, start + length) {
      // Escapes and entities make the source longer than the text; the first byte still tells.
      if length == count
        ? matches(text, at: start)
        : (bytes[start] == text[0] || bytes[start] == UInt8(ascii: "\\") || bytes[start] == UInt8(ascii: "&"))
      {
        return range
      }
    }
    if let found = memoryIndex(of: text, in: bytes, from: cursor, to: block.upperBound) {
      return found..<(found + count)
    }
    // Its parts were unescaped on the way: everything up to the block's end is looked at.
    return cursor..<block.upperBound
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + text.count <= bytes.count else { return false }
    return memoryMatches(text, in: bytes, at: start)
  }

  func inside(_ block: Range<Int>, _ start: Int, _ end: Int) -> Range<Int>? {
    start >= block.lowerBound && start <= end && start < block.upperBound ? start..<min(end, block.upperBound) : nil
  }

  func extended(_ range: Range<Int>, over byte: UInt8) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start > body.range.lowerBound, bytes[start - 1] == byte { start -= 1 }
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return start..<end
  }

  // MARK: References

  /// Mentions and wiki links in a stretch of text.
  mutating func scan(_ run: Range<Int>, block: Range<Int>, item: Int?, isOnFirstLine: Bool) {
    // Most runs have neither.
    guard
      memoryIndex(of: UInt8(ascii: "@"), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
        || memoryIndex(of: UInt8(ascii: "["), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
    else { return }
    var index = run.lowerBound
    while index < run.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "@"):
        if let range = ReferenceScanner.mention(
          bytes, at: index, from: run.lowerBound, block: block, to: run.upperBound)
        {
          body.references.append(
            Reference(
              target: .mention(string((range.lowerBound + 1)..<range.upperBound)), range: range, item: item,
              isOnFirstLine: isOnFirstLine && range.lowerBound < (item.map { body.items[$0].firstLine.upperBound } ?? 0)
            ))
          index = range.upperBound
        } else {
          index += 1
        }
      case UInt8(ascii: "["):
        if index + 1 < run.upperBound, bytes[index + 1] == UInt8(ascii: "["),
          let (target, range) = ReferenceScanner.wikiLink(bytes, at: index, to: block.upperBound)
        {
          body.references.append(Reference(target: target, range: range, item: item, isOnFirstLine: isOnFirstLine))
          if isOnFirstLine { addOpaque(range, item) }
          index = range.upperBound
        } else {
          index += 1
        }
      default:
        index += 1
      }
    }
  }

  mutating func readLink(
    _ node: OpaquePointer, start: Int, cursor: Int, block: Range<Int>,
    _ context: Context, isItemsFirst: Bool
  ) {
    let isPicture = cmark_node_get_type(node) == CMARK_NODE_IMAGE
    let opening: StaticString = isPicture ? "![" : "["
    var place = cursor..<min(block.upperBound, cursor + 1)
    if start >= block.lowerBound, start < block.upperBound,
      bytes[start] == UInt8(ascii: isPicture ? "!" : "[") || bytes[start] == UInt8(ascii: "<")
    {
      // Its end is right as long as it stands on one line.
      let end = start + Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1
      let line = lineBreak(after: start, before: block.upperBound)
      place = start..<max(start + 1, min(end, line))
    } else if let found = memoryIndex(of: opening, in: bytes, from: cursor, to: block.upperBound) {
      place = found..<lineBreak(after: found, before: block.upperBound)
    }
    if isItemsFirst { addOpaque(place, context.item) }
    guard let url = cmark_node_get_url(node), let path = ReferenceScanner.filePath(of: String(cString: url)) else {
      return
    }
    body.references.append(
      Reference(
        target: isPicture ? .picture(path) : .file(path), range: place, item: context.item, isOnFirstLine: false))
  }
}
