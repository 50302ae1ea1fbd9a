internal import CMarkdown

/// The boxes of task lists.
extension MarkdownReader {
  /// Where what an item holds begins, behind its marker and blanks.
  func content(ofItem item: Range<Int>) -> Int {
    var place = item.lowerBound
    while place < item.upperBound, isDigit(bytes[place]) { place += 1 }
    if place < item.upperBound { place += 1 }
    while place < item.upperBound, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// The box that an item begins with: where cmark sees one, and `[-]`, which is ours.
  func box(of item: OpaquePointer, _ content: Int, _ paragraph: OpaquePointer, _ context: Context) -> Checkbox? {
    guard content + 2 < bytes.count, bytes[content] == UInt8(ascii: "["), bytes[content + 2] == UInt8(ascii: "]") else {
      return nil
    }
    switch bytes[content + 1] {
    case UInt8(ascii: "-"):
      let isBox =
        content + 3 < bytes.count && isWhiteSpace(bytes[content + 3]) && context.quoteDepth == 0
        && textRange(of: paragraph, context).lowerBound == content && isFirstOnLine(item)
        && cmark_node_first_child(paragraph).map { cmark_node_get_type($0) == CMARK_NODE_TEXT } == true
      return isBox ? .dropped : nil
    case UInt8(ascii: " "):
      return isTask(item) ? .open : nil
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return isTask(item) ? .done : nil
    default: return nil
    }
  }

  private func isTask(_ item: OpaquePointer) -> Bool {
    MarkdownExtensions.taskList.map { cmark_node_get_syntax_extension(item) == $0 } ?? false
  }

  /// Of two markers on one line only the first can have a box.
  private func isFirstOnLine(_ item: OpaquePointer) -> Bool {
    let start = Int(lineStarts[lineIndex(of: item)])
    return bytes[start..<(start + max(0, Int(cmark_node_get_start_column(item)) - 1))].allSatisfy(isWhiteSpace)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What a line of running text begins with where that looks like an item of a task list: `-[ ]`, `- [ ]` too far in, `[ ]`.
  func strayBox(at start: Int, to end: Int) -> Range<Int>? {
    var place = start
    while place < end, isDigit(bytes[place]) { place += 1 }
    switch place < end ? bytes[place] : 0 {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): if place == start { place += 1 }
    case UInt8(ascii: "."), UInt8(ascii: ")"): if place > start { place += 1 }
    case 0xE2:
      // `•`, `–` and `—`.
      if place == start, place + 2 < end, bytes[place + 1] == 0x80, [0xA2, 0x93, 0x94].contains(bytes[place + 2]) {
        place += 3
      }
    default: break
    }
    let hasMarker = place > start
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    guard place + 1 < end, bytes[place] == UInt8(ascii: "[") else { return nil }
    if bytes[place + 1] == UInt8(ascii: "]"), hasMarker {
      place += 2
    } else if place + 2 < end, bytes[place + 2] == UInt8(ascii: "]") {
      switch bytes[place + 1] {
      case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"): break
      case UInt8(ascii: "-") where hasMarker: break
      default: return nil
      }
      place += 3
    } else {
      return nil
    }
    return place == end || isWhiteSpace(bytes[place]) ? start..<place : nil
  }
}
