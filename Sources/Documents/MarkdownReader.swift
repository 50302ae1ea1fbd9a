internal import CMarkdown

/// Reads a body with cmark-gfm and keeps what has a meaning.
///
/// cmark says where a block is, but for a paragraph that a table follows at once; where its inlines are, `SourceCursor`
/// finds out.
struct MarkdownReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var body: Body
  private(set) var fault: Diagnostic?
  /// Offsets of the lines of the file that the body begins with.
  var lineStarts: [Int32] = []
  var code: [Range<Int>] = []
  let wantsCode: Bool
  /// How far was looked for references.
  var scanned = 0

  /// The body in `range` of a file's bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> (body: Body, fault: Diagnostic?) {
    var reader = MarkdownReader(bytes, range: range)
    reader.read()
    return (reader.body, reader.fault)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    body = Body(range: range)
    wantsCode = memoryIndex(of: "{{", in: bytes, from: range.lowerBound, to: range.upperBound) != nil
  }

  mutating func read() {
    let range = body.range
    guard !range.isEmpty else { return }
    findLines()
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    let starts = lineStarts.map { $0 - Int32(range.lowerBound) }
    let verdict = MarkdownGuard.judge(text, lineStarts: starts)
    if refuse(verdict.fault) { return }
    MarkdownMemory.whileReading {
      let signs = MarkdownExtensions.signs(in: text)
      // Without the option a footnote of one word is a link definition.
      let options = CMARK_OPT_SOURCEPOS | (signs.contains(.footnote) ? CMARK_OPT_FOOTNOTES : 0)
      // CMARK_OPT_SOURCEPOS makes cmark count the lines inside code spans and HTML. Parser and nodes are not
      // freed: they are gone with the memory.
      guard let parser = cmark_parser_new_with_mem(options, MarkdownMemory.functions) else { return }
      MarkdownExtensions.attach(signs, to: parser, tables: verdict.readsTables)
      if verdict.isCostly { cmark_parser_attach_syntax_extension(parser, MarkdownParagraphs.probe) }
      text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      if verdict.isCostly {
        // A last line without an end is not looked at before the end.
        if text.last != 0x0A, text.last != 0x0D { cmark_parser_feed(parser, "\n", 1) }
        let paragraphs = MarkdownParagraphs.found(lineCount: starts.count)
        if refuse(MarkdownGuard.judge(paragraphs, text, lineStarts: starts)) { return }
      }
      guard let document = MarkdownExtensions.finish(parser, signs) else { return }
      readBlocks(in: document, Context())
    }
    if wantsCode { findPlaceholders() }
  }

  /// - Parameter fault: its place counts from the body's start.
  private mutating func refuse(_ fault: Diagnostic?) -> Bool {
    guard var fault else { return false }
    let start = body.range.lowerBound
    fault.range = (fault.range.lowerBound + start)..<(fault.range.upperBound + start)
    self.fault = fault
    return true
  }

  /// cmark ends a line at LF, CRLF and a lone CR.
  mutating func findLines() {
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
      if byte == 0x0D, index < range.upperBound, bytes[index] == 0x0A {
        index += 1
      } else if byte != 0x0D, byte != 0x0A {
        continue
      }
      if index < range.upperBound { lineStarts.append(Int32(index)) }
    }
  }

  // MARK: Blocks

  struct Context {
    var quoteDepth = 0
    var item: Int?
    /// Whether it is a block of the document itself.
    var isTop = true
  }

  /// The last of the document's headings.
  private var heading: Int? { body.headings.isEmpty ? nil : body.headings.count - 1 }

  private mutating func addBlock(_ kind: Block.Kind, _ node: OpaquePointer, _ context: Context) {
    if context.isTop { body.blocks.append(Block(kind: kind, range: wholeRange(of: node, context), heading: heading)) }
  }

  /// The nesting is bounded by `MarkdownGuard` and by the size of a file, so this may call itself.
  mutating func readBlocks(in parent: OpaquePointer, _ context: Context) {
    var child = cmark_node_first_child(parent)
    while let node = child {
      readBlock(node, context)
      child = cmark_node_next(node)
    }
  }

  mutating func readBlock(_ node: OpaquePointer, _ context: Context) {
    var inner = context
    inner.isTop = false
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE:
      inner.quoteDepth += 1
      body.hasProse = true
      addBlock(.quotation, node, context)
      readBlocks(in: node, inner)
    case CMARK_NODE_LIST:
      body.hasProse = true
      addBlock(.list, node, context)
      readBlocks(in: node, inner)
    case CMARK_NODE_ITEM:
      readItem(node, inner)
    case CMARK_NODE_PARAGRAPH:
      if readInlines(of: node, in: textRange(of: node, context), context).hasText {
        body.hasProse = true
        addBlock(.paragraph, node, context)
        if context.isTop { findBoldLines(in: node) }
      }
    case CMARK_NODE_HEADING:
      // What a heading refers to belongs to nobody's item.
      _ = readInlines(of: node, in: textRange(of: node, context), context)
      if context.isTop {
        body.headings.append(
          Heading(
            level: Int(cmark_node_get_heading_level(node)), text: plainText(of: node), range: blockRange(of: node)))
      } else {
        body.hasProse = true
      }
    case CMARK_NODE_HTML_BLOCK:
      let range = blockRange(of: node)
      findComments(in: range)
      if !isOnlyComments(range) {
        body.hasProse = true
        addBlock(.html, node, context)
      }
    case CMARK_NODE_CODE_BLOCK:
      body.hasProse = true
      addBlock(.code, node, context)
      if wantsCode { code.append(blockRange(of: node)) }
    case CMARK_NODE_THEMATIC_BREAK:
      body.hasProse = true
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      body.hasProse = true
      addBlock(.footnote, node, context)
      readBlocks(in: node, inner)
    default:
      body.hasProse = true
      // A table's cells are blocks of an extension; what they hold are inlines.
      addBlock(.table, node, context)
      let child = cmark_node_first_child(node)
      if let child, cmark_node_get_type(child).rawValue & UInt32(CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE {
        _ = readInlines(of: node, in: cellRange(of: node, context), context)
      } else {
        readBlocks(in: node, inner)
      }
    }
  }

  mutating func readItem(_ node: OpaquePointer, _ context: Context) {
    let range = blockRange(of: node)
    let content = self.content(ofItem: range)
    let index = body.items.count
    body.items.append(
      ListItem(
        range: range, content: content, paragraph: content..<content, checkboxRange: content..<content,
        parent: context.item, heading: heading, isInQuote: context.quoteDepth > 0))
    var inner = context
    inner.item = index
    let first = cmark_node_first_child(node)
    // An empty bullet below a line makes that line a heading: it is no less what the item says.
    let paragraph = first.flatMap {
      [CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING].contains(cmark_node_get_type($0)) ? $0 : nil
    }
    if let paragraph {
      let box = box(of: node, content, paragraph, inner)
      var inlines = readInlines(
        of: paragraph, in: textRange(of: paragraph, inner), inner, isItemsOwn: true, isTask: box != nil)
      var start = box == nil ? textRange(of: paragraph, inner).lowerBound : content + 3
      // What cmark takes for text; the others it has taken out.
      while box != nil, start < inlines.end, isWhiteSpace(bytes[start]) { start += 1 }
      if let first = inlines.pieces.first, first.range.lowerBound < start {
        inlines.pieces[0].range = start..<max(start, first.range.upperBound)
      }
      body.items[index].paragraph = start..<max(start, inlines.end)
      body.items[index].beginsWithLink = inlines.beginsWithLink
      if let box, inlines.hasText, start < inlines.end {
        body.items[index].checkbox = box
        body.items[index].checkboxRange = content..<(content + 3)
        body.items[index].pieces = inlines.pieces
      }
    }
    var child = first
    while let block = child {
      let next = cmark_node_next(block)
      if block != paragraph { readBlock(block, inner) }
      child = next
    }
  }
}
