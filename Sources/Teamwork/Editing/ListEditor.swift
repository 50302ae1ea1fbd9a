internal import Documents
internal import Text

/// Takes entries out of a list and puts others in, in the list's own style: `[a, b]`, or a line for each.
struct ListEditor {
  let document: Document
  let list: YAMLNode
  let nodes: [YAMLNode]
  let isWords: Bool

  static func flow(_ items: [String], _ isWords: Bool) -> String {
    "[" + items.map { YAMLText.scalar($0, in: .flow, isWords: isWords) }.joined(separator: ", ") + "]"
  }

  /// Nil where it cannot be done.
  ///
  /// - Parameters:
  ///   - old: the texts of the entries; nil for one that is no text, which stays.
  ///   - new: the same of the list as it should be.
  func edits(from old: [String?], to new: [String?]) -> [TextEdit]? {
    let difference = new.map(Key.init).difference(from: old.map(Key.init))
    var removed = Set<Int>()
    var inserted: [Int: String] = [:]
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _):
        guard let text = new[offset] else { return nil }
        inserted[offset] = text
      }
    }
    // Between two entries that stay, some go and some come: the first of them change places.
    var edits: [TextEdit] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      let start = from
      while removed.contains(from) { from += 1 }
      var texts: [String] = []
      while let text = inserted[to] {
        texts.append(text)
        to += 1
      }
      let gone = start..<from
      for (node, text) in zip(gone, texts) { edits.append(replacement(of: nodes[node], with: text)) }
      if gone.count > texts.count {
        guard let found = removal(of: (start + texts.count)..<from) else { return nil }
        edits += found
      } else if texts.count > gone.count {
        guard let edit = insertion(of: texts.dropFirst(gone.count).map { $0 }, at: from) else { return nil }
        edits.append(edit)
      }
      from += 1
      to += 1
    }
    return edits
  }

  /// Compared byte for byte.
  private struct Key: Hashable {
    let name: Name?
    init(_ text: String?) { name = text.map { Name($0) } }
  }

  private var isFlow: Bool { document.isFlow(list) }
  private var bytes: [UInt8] { document.bytes }

  private func replacement(of node: YAMLNode, with text: String) -> TextEdit {
    .init(
      range: node.range,
      replacement: YAMLText.scalar(
        text, like: bytes[node.range.lowerBound], in: isFlow ? .flow : .block, isWords: isWords))
  }

  // MARK: Taking out

  private func removal(of gone: Range<Int>) -> [TextEdit]? {
    if !isFlow { return linesRemoval(of: gone) }
    let (first, last) = (nodes[gone.lowerBound], nodes[gone.upperBound - 1])
    let range: Range<Int>
    if gone.upperBound < nodes.count {
      // With the comma behind it; a comment there stays.
      let next = nodes[gone.upperBound].range.lowerBound
      guard let comma = bytes[last.range.upperBound..<next].firstIndex(of: UInt8(ascii: ",")) else { return nil }
      let end = bytes[last.range.upperBound..<next].contains(UInt8(ascii: "#")) ? comma + 1 : next
      range = first.range.lowerBound..<end
    } else if gone.lowerBound > 0 {
      // With the comma before it.
      let before = nodes[gone.lowerBound - 1].range.upperBound
      let start = bytes[before..<first.range.lowerBound].contains(UInt8(ascii: "#")) ? first.range.lowerBound : before
      range = start..<last.range.upperBound
    } else {
      // A comma at the end would have nothing before it.
      let close = list.range.upperBound - 1
      let end =
        bytes[last.range.upperBound..<close].first { $0 != 0x20 } == UInt8(ascii: ",")
        ? (bytes[last.range.upperBound...].firstIndex(of: UInt8(ascii: ",")) ?? last.range.upperBound - 1) + 1
        : last.range.upperBound
      range = first.range.lowerBound..<end
    }
    return [.init(range: range, replacement: "")]
  }

  /// One entry that is not the first. Such removals do not overlap; nil where a comment or an unusual form is in the way.
  func removal(ofRepeated number: Int) -> TextEdit? {
    if !isFlow { return linesRemoval(of: number..<(number + 1))?.first }
    // With the comma before it.
    let range = nodes[number - 1].range.upperBound..<nodes[number].range.upperBound
    return bytes[range.lowerBound..<nodes[number].range.lowerBound].contains(UInt8(ascii: "#"))
      ? nil : .init(range: range, replacement: "")
  }

  /// Each with its line and the comment behind it; comments on lines of their own stay.
  private func linesRemoval(of gone: Range<Int>) -> [TextEdit]? {
    var edits: [TextEdit] = []
    for number in gone {
      guard let dash = dash(of: nodes[number]) else { return nil }
      edits.append(
        .init(
          range: document.source.lineStart(dash)..<document.source.nextLine(document.end(of: nodes[number])),
          replacement: ""))
    }
    return edits
  }

  // MARK: Putting in

  /// - Parameter place: the entry before which they are to stand, or the count of entries.
  private func insertion(of texts: [String], at place: Int) -> TextEdit? {
    guard isFlow else { return linesInsertion(of: texts, at: place) }
    let items = texts.map { YAMLText.scalar($0, in: .flow, isWords: isWords) }.joined(separator: ", ")
    if place > 0 {
      let at = nodes[place - 1].range.upperBound
      return .init(range: at..<at, replacement: ", " + items)
    }
    let at = nodes.first?.range.lowerBound ?? list.range.lowerBound + 1
    return .init(range: at..<at, replacement: nodes.isEmpty ? items : items + ", ")
  }

  private func linesInsertion(of texts: [String], at place: Int) -> TextEdit? {
    guard let model = nodes.first, let dash = dash(of: model) else { return nil }
    let start = document.source.lineStart(dash)
    let isOnOneLine = !bytes[dash..<model.range.lowerBound].contains(0x0A)
    let head = document.text(start..<(isOnOneLine && !model.isAbsent ? model.range.lowerBound : dash + 1))
    let at = place > 0 ? document.source.nextLine(document.end(of: nodes[place - 1])) : start
    let lines = texts.map {
      (head.last == "-" ? head + " " : head) + YAMLText.scalar($0, isWords: isWords)
        + document.source.lineBreak(before: at)
    }
    return .init(range: at..<at, replacement: lines.joined())
  }

  /// The dash before an entry, where it is the first thing on its line.
  private func dash(of node: YAMLNode) -> Int? {
    var dash = min(node.range.lowerBound, bytes.count - 1)
    // An entry without a value stands where its dash ends.
    if node.isAbsent { dash -= 1 }
    while dash > list.range.lowerBound,
      bytes[dash] != UInt8(ascii: "-") || bytes[document.source.lineStart(dash)..<dash].contains(where: { $0 != 0x20 })
    { dash -= 1 }
    let start = document.source.lineStart(dash)
    return bytes[dash] == UInt8(ascii: "-") && document.source.indent(ofLineAt: start) == dash - start ? dash : nil
  }
}
