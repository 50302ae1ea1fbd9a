internal import CMarkdown

/// The paragraphs of a text, known when cmark has found its blocks and not yet read what is in them.
///
/// cmark reads a text in two steps: all blocks, then the running text of each. It does not show what it has between the two.
/// An extension that opens no block is shown the block in which each line of text stands, and from there leads the way to all.
enum MarkdownParagraphs {
  // Written once, under the lock of a global's initialisation, and only read by cmark afterwards.
  nonisolated(unsafe) static let probe: OpaquePointer? = {
    let probe = cmark_syntax_extension_new("tw-paragraphs")
    cmark_syntax_extension_set_open_block_func(probe) { _, _, _, parent, _, _ in
      if MarkdownMemory.document == nil, var top = parent {
        while let above = cmark_node_parent(top) { top = above }
        MarkdownMemory.document = top
      }
      return nil
    }
    return probe
  }()

  /// The lines of each paragraph, heading and row of a table, counted from 0. The last paragraph may not have ended, and is
  /// taken to go on to the end.
  ///
  /// - Parameter lineCount: of the text that was read with `probe`.
  static func found(lineCount: Int) -> [Range<Int>] {
    // Text without one line that could open a block is headings, each on a line of its own.
    guard let document = MarkdownMemory.document else { return (0..<lineCount).map { $0..<($0 + 1) } }
    var paragraphs: [Range<Int>] = []
    collect(document, isLast: true, lineCount, &paragraphs)
    return paragraphs
  }

  private static func collect(_ node: OpaquePointer, isLast: Bool, _ lineCount: Int, _ paragraphs: inout [Range<Int>]) {
    let start = max(0, Int(cmark_node_get_start_line(node)) - 1)
    let end = isLast ? lineCount : min(lineCount, max(start + 1, Int(cmark_node_get_end_line(node))))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      if start < end { paragraphs.append(start..<end) }
    default:
      if let name = cmark_node_get_type_string(node), String(cString: name) == "table" {
        // A row is a line, and its cells are read one by one.
        for line in start..<end { paragraphs.append(line..<(line + 1)) }
        return
      }
      var child = cmark_node_first_child(node)
      while let inner = child {
        child = cmark_node_next(inner)
        collect(inner, isLast: isLast && child == nil, lineCount, &paragraphs)
      }
    }
  }
}
