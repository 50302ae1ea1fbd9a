internal import CMarkdown

/// The running text of paragraphs, headings and table cells: where it stands, and what it refers to.
extension MarkdownReader {
  /// What the text of a block says.
  struct Inlines {
    /// Whether there is more in it than comments.
    var hasText = false
    /// Behind the last of them.
    var end: Int
    /// Only where they were asked for; empty where the text is shown as it stands.
    var pieces: [Piece] = []
    var beginsWithLink = false
  }

  /// The texts, links and comments of a leaf block.
  ///
  /// - Parameters:
  ///   - range: where its text stands.
  ///   - isItemsOwn: whether it is the first paragraph of the context's item.
  ///   - isTask: whether it is also that of a task, whose pieces are wanted.
  mutating func readInlines(
    of block: OpaquePointer, in range: Range<Int>, _ context: Context, isItemsOwn: Bool = false, isTask: Bool = false
  ) -> Inlines {
    var cursor = SourceCursor(
      bytes, range, quoteDepth: context.quoteDepth, columnOffset: columnOffset(of: block, range.lowerBound))
    // A table's cells begin with blanks.
    while let byte = cursor.byte, byte == 0x20 || byte == 0x09 { cursor.move(to: cursor.index + 1) }
    var result = Inlines(end: range.upperBound)
    var pieces: [Piece] = []
    /// The links that are open, and pictures.
    var links: [OpenLink] = []
    let mayStray = cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH && context.quoteDepth == 0
    var isLineStart = mayStray && !isItemsOwn

    func add(_ kind: Piece.Kind, _ range: Range<Int>, markdown: String? = nil) {
      if isTask { pieces.append(Piece(kind: kind, range: range, markdown: markdown)) }
    }

    var current = cmark_node_first_child(block)
    if let first = current, isLink(first) { result.beginsWithLink = true }
    while let node = current {
      let start = cursor.index
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        result.hasText = true
        guard let literal = cmark_node_get_literal(node) else { break }
        let text = UnsafeBufferPointer(
          start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: stringLength(literal))
        if text.isEmpty { break }
        let run = cursor.run(text) { part, shown in
          if isTask {
            pieces.append(
              Piece(
                kind: links.isEmpty ? .words : .opaque, range: part,
                shown: shown.map { String(decoding: $0, as: UTF8.self) }))
          }
        }
        if isLineStart, let stray = strayBox(at: run.lowerBound, to: range.upperBound) {
          body.strayCheckboxes.append(stray)
        }
        // A bare address mentions nobody.
        if links.last?.opening != 0 {
          scan(run, block: range, item: context.item, isOwn: isItemsOwn && links.isEmpty)
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        cursor.nextLine()
        add(.lineEnd, start..<cursor.index)
      case CMARK_NODE_CODE:
        result.hasText = true
        readCode(&cursor, add: add)
        if wantsCode { code.append(start..<cursor.index) }
      case CMARK_NODE_HTML_INLINE:
        if let literal = cmark_node_get_literal(node) { readHTML(literal, &cursor, &result.hasText, in: range) }
        add(.before, start..<cursor.index, markdown: "")
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        result.hasText = true
        let link = OpenLink(node, at: cursor, place: body.references.count)
        cursor.move(to: start + link.opening)
        add(.before, start..<cursor.index, markdown: link.isPicture ? "" : nil)
        links.append(link)
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        result.hasText = true
        if let close = memoryIndex(of: UInt8(ascii: "]"), in: bytes, from: start, to: range.upperBound) {
          cursor.move(to: close + 1)
        }
        add(.before, start..<cursor.index, markdown: "")
      default:
        cursor.move(to: start + marks(of: node, at: start))
        add(.opening, start..<cursor.index)
      }
      isLineStart = mayStray && isBreak(node)
      // Down, along, or up: inlines nest as deep as somebody likes, so nothing calls itself here.
      if let down = cmark_node_first_child(node) {
        current = down
        continue
      }
      var along: OpaquePointer? = node
      while let here = along, here != block {
        if isLink(here) {
          if let link = links.popLast() {
            let start = cursor.index
            end(link, &cursor)
            add(.behind, start..<cursor.index, markdown: link.closing(bytes[start..<cursor.index]))
            refer(link, to: cursor, context, isItemsOwn: isItemsOwn)
          }
        } else if isMarked(here) {
          let start = cursor.index
          cursor.move(to: start + marks(of: here, at: start))
          add(.closing, start..<cursor.index)
        }
        if let next = cmark_node_next(here) {
          along = next
          break
        }
        along = cmark_node_parent(here)
      }
      current = along == block ? nil : along
    }
    if cursor.isExact {
      result.end = cursor.index
      let isPlain = pieces.count == 1 && pieces[0].kind == .words && pieces[0].shown == nil
      if !isPlain { result.pieces = pieces }
    }
    return result
  }

  /// What the columns of a block's inlines are more than their distance from where its text begins.
  private func columnOffset(of block: OpaquePointer, _ text: Int) -> Int {
    let offset = Int(cmark_node_get_start_column(block)) - 1
    // A heading's text begins behind its signs.
    let isHeading = cmark_node_get_type(block) == CMARK_NODE_HEADING
    return isHeading ? text - Int(lineStarts[lineIndex(of: block)]) : offset
  }

  private func isBreak(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
  }

  private func isLink(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  /// Whether it is emphasis or strikethrough, which has marks at both ends.
  private func isMarked(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
      CMARK_NODE_LINK, CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_REFERENCE:
      false
    default: true
    }
  }

  /// How many marks emphasis or strikethrough has at each end.
  private func marks(of node: OpaquePointer, at start: Int) -> Int {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH: 1
    case CMARK_NODE_STRONG: 2
    default: start + 1 < bytes.count && bytes[start] == UInt8(ascii: "~") && bytes[start + 1] == bytes[start] ? 2 : 1
    }
  }

  // MARK: Code and HTML

  private func readCode(_ cursor: inout SourceCursor, add: (Piece.Kind, Range<Int>, String?) -> Void) {
    let start = cursor.index
    func runEnd(_ start: Int) -> Int {
      var place = start
      while place < cursor.end, bytes[place] == UInt8(ascii: "`") { place += 1 }
      return place
    }
    let first = runEnd(start)
    var place = first
    while first > start, place < cursor.horizon {
      guard let mark = memoryIndex(of: UInt8(ascii: "`"), in: bytes, from: place, to: cursor.horizon) else { break }
      let last = runEnd(mark)
      if last - mark == first - start {
        let shown = shownCode(first..<mark)
        cursor.pass(to: last)
        add(.before, start..<shown.lowerBound, nil)
        add(.opaque, shown, nil)
        add(.behind, shown.upperBound..<last, nil)
        return
      }
      place = last
    }
    cursor.lose()
  }

  /// Code without the one blank at each end that is there to hold backticks off.
  private func shownCode(_ code: Range<Int>) -> Range<Int> {
    guard let first = bytes[code].first, let last = bytes[code].last, code.count > 2, isWhiteSpace(first),
      isWhiteSpace(last), !bytes[code].allSatisfy(isWhiteSpace)
    else { return code }
    let hasPair = first == 0x0D && bytes[code.lowerBound + 1] == 0x0A
    return (code.lowerBound + (hasPair ? 2 : 1))..<(code.upperBound - 1)
  }

  private mutating func readHTML(
    _ literal: UnsafePointer<CChar>, _ cursor: inout SourceCursor, _ hasText: inout Bool, in block: Range<Int>
  ) {
    let text = UnsafeBufferPointer(
      start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: stringLength(literal))
    let isComment = text.starts(with: "<!--".utf8)
    let start =
      cursor.byte == UInt8(ascii: "<")
      ? cursor.index
      : memoryIndex(of: UInt8(ascii: "<"), in: bytes, from: cursor.index, to: cursor.horizon) ?? cursor.index
    if start != cursor.index { cursor.lose() }
    if isComment { findComments(in: start..<block.upperBound, most: 1) } else { hasText = true }
    cursor.pass(to: cursor.place(text.count, from: start))
  }

  // MARK: Links

  /// A link or picture whose text is being read.
  struct OpenLink {
    let node: OpaquePointer
    let isPicture: Bool
    let start: Int
    /// How many bytes stand before its text.
    let opening: Int
    /// Its place among the references, which what its text refers to stands behind.
    let place: Int

    init(_ node: OpaquePointer, at cursor: SourceCursor, place: Int) {
      self.node = node
      self.place = place
      isPicture = cmark_node_get_type(node) == CMARK_NODE_IMAGE
      start = cursor.index
      // A bare address has nothing around it.
      opening = isPicture ? 2 : cursor.byte == UInt8(ascii: "[") || cursor.byte == UInt8(ascii: "<") ? 1 : 0
    }

    /// What is to be written behind its text so that it leads where it does; nil for what stands there.
    func closing(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
      if isPicture { return "" }
      if written.isEmpty || written.first == UInt8(ascii: ">") || written.starts(with: "](".utf8) { return nil }
      // Where it leads is defined somewhere else.
      guard let url = cmark_node_get_url(node) else { return nil }
      let escaped = String(cString: url).unicodeScalars.reduce(into: "") { text, scalar in
        if "<>\\".unicodeScalars.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return "](<\(escaped)>)"
    }
  }

  /// Moves behind a link whose text was read.
  private func end(_ link: OpenLink, _ cursor: inout SourceCursor) {
    switch cursor.byte {
    case UInt8(ascii: ">") where link.opening == 1 && bytes[link.start] == UInt8(ascii: "<"):
      cursor.move(to: cursor.index + 1)
    case UInt8(ascii: "]") where link.opening > 0:
      let end = cursor.place(behindColumn: cmark_node_get_end_column(link.node))
      let isEnd = end > cursor.index && (bytes[end - 1] == UInt8(ascii: ")") || bytes[end - 1] == UInt8(ascii: "]"))
      if isEnd {
        cursor.move(to: end)
      } else if let end = bracketEnd(behind: cursor.index + 1, to: cursor.horizon) {
        // What follows tells whether it is there.
        cursor.move(to: end)
      } else {
        cursor.lose()
      }
    default: if link.opening > 0 { cursor.lose() }
    }
  }

  /// Where what stands in brackets behind a link's text ends; where none do, where the text does.
  private func bracketEnd(behind start: Int, to end: Int) -> Int? {
    guard start < end else { return start }
    let open = bytes[start]
    let close: UInt8
    switch open {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    default: return start
    }
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }

  private mutating func refer(_ link: OpenLink, to cursor: SourceCursor, _ context: Context, isItemsOwn: Bool) {
    guard let url = cmark_node_get_url(link.node), let path = ReferenceScanner.filePath(of: String(cString: url)),
      link.opening > 0
    else { return }
    // What is told stands on one line.
    let line = memoryIndex(of: 0x0A, in: bytes, from: link.start, to: cursor.index) ?? cursor.index
    body.references.insert(
      Reference(
        target: link.isPicture ? .picture(path) : .file(path),
        range: link.start..<max(min(link.start + 1, cursor.end), line), item: context.item, isOwn: false),
      at: link.place)
  }

  // MARK: References

  /// Mentions and wiki links in a stretch of text.
  mutating func scan(_ run: Range<Int>, block: Range<Int>, item: Int?, isOwn: Bool) {
    // Most runs have neither.
    guard
      memoryIndex(of: UInt8(ascii: "@"), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
        || memoryIndex(of: UInt8(ascii: "["), in: bytes, from: run.lowerBound, to: run.upperBound) != nil
    else { return }
    // A wiki link may reach over marks that are none in it.
    var index = max(run.lowerBound, scanned)
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
              isOwn: isOwn))
          index = range.upperBound
        } else {
          index += 1
        }
      case UInt8(ascii: "["):
        if index + 1 < run.upperBound, bytes[index + 1] == UInt8(ascii: "["),
          let (target, range) = ReferenceScanner.wikiLink(bytes, at: index, to: block.upperBound)
        {
          body.references.append(Reference(target: target, range: range, item: item, isOwn: isOwn))
          index = range.upperBound
        } else {
          index += 1
        }
      default:
        index += 1
      }
    }
    scanned = max(scanned, index)
  }
}
