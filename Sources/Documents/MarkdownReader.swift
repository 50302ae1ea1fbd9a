internal import CMarkdown

/// Reads a body with cmark-gfm and keeps what has a meaning.
///
/// cmark says where a block is exactly, but where an inline is only on the block's first line: on the
/// others it forgets how far the line was indented. Texts are therefore read from the source at the
/// corrected place, and searched for when the source there is not what cmark read.
struct MarkdownReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var body: Body
  private(set) var fault: Fault?
  /// Offsets of the lines of the file that the body begins with.
  private var lineStarts: [Int32] = []
  private var code: [Range<Int>] = []
  private let wantsCode: Bool

  /// The body in `range` of a file's bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> (body: Body, fault: Fault?) {
    var reader = MarkdownReader(bytes, range: range)
    reader.read()
    return (reader.body, reader.fault)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    body = Body(range: range)
    wantsCode = memoryIndex(of: "{{", in: bytes, from: range.lowerBound, to: range.upperBound) != nil
  }

  private mutating func read() {
    let range = body.range
    guard !range.isEmpty else { return }
    findLines()
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    let verdict = MarkdownGuard.judge(text, lineStarts: lineStarts.map { $0 - Int32(range.lowerBound) })
    if var fault = verdict.fault {
      fault.range = (fault.range.lowerBound + range.lowerBound)..<(fault.range.upperBound + range.lowerBound)
      self.fault = fault
      return
    }
    MarkdownMemory.whileReading {
      // Without the option a footnote of one word is a link definition. It is asked for only where there is one.
      let hasFootnotes = memoryIndex(of: "[^", in: bytes, from: range.lowerBound, to: range.upperBound) != nil
      let options = CMARK_OPT_SOURCEPOS | (hasFootnotes ? CMARK_OPT_FOOTNOTES : 0)
      // CMARK_OPT_SOURCEPOS makes cmark count the lines inside code spans and HTML. Parser and nodes are not
      // freed: they are gone with the memory.
      guard let parser = cmark_parser_new_with_mem(options, MarkdownMemory.functions) else { return }
      if verdict.readsTables, let table = MarkdownExtensions.table { cmark_parser_attach_syntax_extension(parser, table) }
      text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      guard let document = cmark_parser_finish(parser) else { return }
      readBlocks(in: document, Context())
    }
    if wantsCode { findPlaceholders() }
  }

  /// cmark ends a line at LF, CRLF and a lone CR.
  private mutating func findLines() {
    let range = body.range
    lineStarts.reserveCapacity(range.count / 32 + 1)
    lineStarts.append(Int32(range.lowerBound))
    let hasCarriageReturns = memoryIndex(of: 0x0D, in: bytes, from: range.lowerBound, to: range.upperBound) != nil
    var index = range.lowerBound
    if !hasCarriageReturns {
      while let end = memoryIndex(of: 0x0A, in: bytes, from: index, to: range.upperBound) {
        index = end + 1
        if index < range.upperBound { lineStarts.append(Int32(index)) }
      }
      return
    }
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < range.upperBound, bytes[index] == 0x0A { index += 1 } else if byte != 0x0D, byte != 0x0A { continue }
      if index < range.upperBound { lineStarts.append(Int32(index)) }
    }
  }

  // MARK: Blocks

  private struct Context {
    var quoteDepth = 0
    var item: Int?
  }

  /// The nesting is bounded by `MarkdownGuard` and by the size of a file, so this may call itself.
  private mutating func readBlocks(in parent: OpaquePointer, _ context: Context) {
    var child = cmark_node_first_child(parent)
    while let node = child {
      readBlock(node, context)
      child = cmark_node_next(node)
    }
  }

  private mutating func readBlock(_ node: OpaquePointer, _ context: Context) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE:
      var inner = context
      inner.quoteDepth += 1
      body.hasProse = true
      readBlocks(in: node, inner)
    case CMARK_NODE_ITEM:
      readItem(node, context)
    case CMARK_NODE_PARAGRAPH:
      if readInlines(of: node, context, isItemsFirst: false) { body.hasProse = true }
    case CMARK_NODE_HEADING:
      // What a heading refers to belongs to nobody's item.
      _ = readInlines(of: node, context, isItemsFirst: false)
      body.headings.append(
        Heading(
          level: Int(cmark_node_get_heading_level(node)), text: plainText(of: node), range: blockRange(of: node)))
    case CMARK_NODE_HTML_BLOCK:
      let range = blockRange(of: node)
      findComments(in: range)
      if !isOnlyComments(range) { body.hasProse = true }
    case CMARK_NODE_CODE_BLOCK:
      body.hasProse = true
      if wantsCode { code.append(blockRange(of: node)) }
    default:
      body.hasProse = true
      // A table's cells are blocks of an extension; what they hold are inlines.
      let child = cmark_node_first_child(node)
      if let child, cmark_node_get_type(child).rawValue & UInt32(CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE {
        _ = readInlines(of: node, context, isItemsFirst: false)
      } else {
        readBlocks(in: node, context)
      }
    }
  }

  private mutating func readItem(_ node: OpaquePointer, _ context: Context) {
    let range = blockRange(of: node)
    var item = ListItem(
      range: range, paragraph: range.lowerBound..<range.lowerBound,
      firstLine: range.lowerBound..<range.lowerBound, boxRange: range.lowerBound..<range.lowerBound,
      parent: context.item, heading: body.headings.isEmpty ? nil : body.headings.count - 1,
      isInQuote: context.quoteDepth > 0)
    let first = cmark_node_first_child(node)
    let paragraph = first.flatMap { cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH ? $0 : nil }
    if let paragraph {
      let text = blockRange(of: paragraph)
      let line = lineIndex(of: paragraph)
      var start = text.lowerBound
      if let (box, length) = self.box(at: start) {
        item.box = box
        item.boxRange = start..<(start + 3)
        start += length
      }
      item.paragraph = min(start, text.upperBound)..<text.upperBound
      item.firstLine = start..<max(start, min(lineEnd(line), text.upperBound))
    }
    let index = body.items.count
    body.items.append(item)
    var inner = context
    inner.item = index
    if let paragraph { _ = readInlines(of: paragraph, inner, isItemsFirst: true) }
    var child = first
    while let block = child {
      let next = cmark_node_next(block)
      if block != paragraph { readBlock(block, inner) }
      child = next
    }
  }

  /// `[ ]`, `[x]`, `[X]` or `[-]` with white space behind it, and the length up to the text.
  private func box(at start: Int) -> (Box, Int)? {
    guard start + 3 <= bytes.count, bytes[start] == UInt8(ascii: "["), bytes[start + 2] == UInt8(ascii: "]")
    else { return nil }
    let box: Box
    switch bytes[start + 1] {
    case UInt8(ascii: " "): box = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): box = .done
    case UInt8(ascii: "-"): box = .dropped
    default: return nil
    }
    var end = start + 3
    if end < bytes.count, !isWhiteSpace(bytes[end]) { return nil }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return (box, end - start)
  }

  // MARK: Inlines

  /// The texts, links and comments of a leaf block. True when there is more in it than comments.
  private mutating func readInlines(
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
    func place(_ node: OpaquePointer, column: Int32) -> Int {
      let line = Int(cmark_node_get_start_line(node)) - 1
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
          scan(run, block: blockRange, item: context.item,
               isOnFirstLine: isItemsFirst && isFirst && linkDepth == 0)
          cursor = max(cursor, run.upperBound)
        }
      case CMARK_NODE_CODE:
        hasText = true
        if wantsCode || (isItemsFirst && isTask(context.item)) {
          let start = place(node, column: cmark_node_get_start_column(node))
          let end = start + Int(cmark_node_get_end_column(node) - cmark_node_get_start_column(node)) + 1
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
          let text = UnsafeBufferPointer(rebasing: UnsafeRawBufferPointer(
            start: literal, count: stringLength(literal)).assumingMemoryBound(to: UInt8.self)[...])
          let found = matches(text, at: start) ? start
            : memoryIndex(of: UInt8(ascii: "<"), in: bytes, from: cursor, to: blockRange.upperBound) ?? cursor
          let range = found..<min(blockRange.upperBound, found + text.count)
          if text.starts(with: "<!--".utf8) { findComments(in: found..<blockRange.upperBound, most: 1) } else { hasText = true }
          if isItemsFirst { addOpaque(range, context.item) }
          cursor = max(cursor, range.upperBound)
        }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        hasText = true
        readLink(node, start: place(node, column: cmark_node_get_start_column(node)), cursor: cursor,
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

  private func isLink(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  private func isTask(_ item: Int?) -> Bool { item.map { body.items[$0].box != nil } ?? false }

  private mutating func addOpaque(_ range: Range<Int>, _ item: Int?) {
    guard let item, body.items[item].box != nil, range.lowerBound < body.items[item].firstLine.upperBound else { return }
    body.items[item].opaque.append(range)
  }

  /// Where the text that cmark read stands in the source.
  private func sourceRun(
    _ literal: UnsafePointer<CChar>, at start: Int, length: Int, cursor: Int, block: Range<Int>
  ) -> Range<Int> {
    let count = stringLength(literal)
    guard count > 0 else { return cursor..<cursor }
    let text = UnsafeBufferPointer(
      start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: count)
    if let range = inside(block, start, start + length) {
      // Escapes and entities make the source longer than the text; the first byte still tells.
      if length == count ? matches(text, at: start) : (bytes[start] == text[0] || bytes[start] == UInt8(ascii: "\\") || bytes[start] == UInt8(ascii: "&")) {
        return range
      }
    }
    if let found = memoryIndex(of: text, in: bytes, from: cursor, to: block.upperBound) { return found..<(found + count) }
    // Its parts were unescaped on the way: everything up to the block's end is looked at.
    return cursor..<block.upperBound
  }

  private func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + text.count <= bytes.count else { return false }
    return memoryMatches(text, in: bytes, at: start)
  }

  private func inside(_ block: Range<Int>, _ start: Int, _ end: Int) -> Range<Int>? {
    start >= block.lowerBound && start <= end && start < block.upperBound ? start..<min(end, block.upperBound) : nil
  }

  private func extended(_ range: Range<Int>, over byte: UInt8) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start > body.range.lowerBound, bytes[start - 1] == byte { start -= 1 }
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return start..<end
  }

  // MARK: References

  /// Mentions and wiki links in a stretch of text.
  private mutating func scan(_ run: Range<Int>, block: Range<Int>, item: Int?, isOnFirstLine: Bool) {
    // Most runs have neither.
    guard memoryIndex(of: UInt8(ascii: "@"), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
      || memoryIndex(of: UInt8(ascii: "["), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
    else { return }
    var index = run.lowerBound
    while index < run.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "@"):
        if let range = ReferenceScanner.mention(bytes, at: index, from: run.lowerBound, block: block, to: run.upperBound) {
          body.references.append(
            Reference(
              target: .mention(string((range.lowerBound + 1)..<range.upperBound)), range: range, item: item,
              isOnFirstLine: isOnFirstLine && range.lowerBound < (item.map { body.items[$0].firstLine.upperBound } ?? 0)))
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

  private mutating func readLink(
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
      let line = memoryIndex(of: 0x0A, in: bytes, from: start, to: block.upperBound) ?? block.upperBound
      place = start..<max(start + 1, min(end, line))
    } else if let found = memoryIndex(of: opening, in: bytes, from: cursor, to: block.upperBound) {
      place = found..<(memoryIndex(of: 0x0A, in: bytes, from: found, to: block.upperBound) ?? block.upperBound)
    }
    if isItemsFirst { addOpaque(place, context.item) }
    guard let url = cmark_node_get_url(node), let path = ReferenceScanner.filePath(of: String(cString: url)) else { return }
    body.references.append(
      Reference(target: isPicture ? .picture(path) : .file(path), range: place, item: context.item, isOnFirstLine: false))
  }

  // MARK: Comments and placeholders

  private mutating func findComments(in range: Range<Int>, most: Int = .max) {
    var index = range.lowerBound
    var found = 0
    while found < most, let start = memoryIndex(of: "<!--", in: bytes, from: index, to: range.upperBound) {
      let end = memoryIndex(of: "-->", in: bytes, from: min(start + 4, range.upperBound), to: range.upperBound).map { $0 + 3 } ?? range.upperBound
      body.comments.append(start..<end)
      index = end
      found += 1
    }
  }

  private func isOnlyComments(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if isWhiteSpace(bytes[index]) {
        index += 1
      } else if let comment = body.comments.last(where: { $0.contains(index) }) {
        index = comment.upperBound
      } else {
        return false
      }
    }
    return true
  }

  private mutating func findPlaceholders() {
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

  // MARK: Places

  private func lineIndex(of node: OpaquePointer) -> Int {
    min(max(0, Int(cmark_node_get_start_line(node)) - 1), lineStarts.count - 1)
  }

  /// The end of a line's text, without its line end.
  private func lineEnd(_ line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : body.range.upperBound
    while end > Int(lineStarts[line]), isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// From a block's first character to the end of its last line.
  private func blockRange(of node: OpaquePointer) -> Range<Int> {
    let first = lineIndex(of: node)
    // A list or item that ends at a blank line says column 0 of the line behind it.
    var last = Int(cmark_node_get_end_line(node)) - 1
    if cmark_node_get_end_column(node) == 0 { last -= 1 }
    last = min(max(first, last), lineStarts.count - 1)
    let start = Int(lineStarts[first]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    return start..<max(start, lineEnd(last))
  }

  private func cellRange(of node: OpaquePointer) -> Range<Int> {
    let line = lineIndex(of: node)
    let start = Int(lineStarts[line]) + max(0, Int(cmark_node_get_start_column(node)) - 1)
    return start..<max(start, min(lineEnd(line), Int(lineStarts[line]) + Int(cmark_node_get_end_column(node))))
  }

  /// Where a paragraph's text goes on in a line that is not its first.
  private func contentStart(ofLine line: Int, quoteDepth: Int) -> Int {
    var index = Int(lineStarts[line])
    let end = lineEnd(line)
    var quotes = quoteDepth
    while index < end {
      if bytes[index] == UInt8(ascii: ">"), quotes > 0 { quotes -= 1 } else if bytes[index] != 0x20, bytes[index] != 0x09 { break }
      index += 1
    }
    return index
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func plainText(of node: OpaquePointer) -> String {
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
}

/// The extensions that libcmark-gfm registers once for the process.
private enum MarkdownExtensions {
  // Written once, under the lock of a global's initialisation, and only read by cmark afterwards.
  nonisolated(unsafe) static let table: OpaquePointer? = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table")
  }()
}
