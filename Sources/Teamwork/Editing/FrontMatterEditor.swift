package import Documents
package import Text

/// Changes a field of a record's front matter, and no other byte of the file.
///
/// Comments, order, quoting, indentation, the byte-order mark and line ends stay as they are. What was written is read again:
/// an edit that does not read back as its value, or that changes what another field says, is refused.
package struct FrontMatterEditor {
  let document: Document
  let mapping: YAMLMapping

  /// - Throws: `EditRefusal` where the front matter cannot be read.
  package init(_ document: Document) throws(EditRefusal) {
    self.document = document
    switch document.frontMatter {
    case .mapping(let mapping): self.mapping = mapping
    case .absent: mapping = YAMLMapping()
    case .unreadable:
      throw EditRefusal(message: "the front matter cannot be read", help: "`tw validate` says why; mend it first")
    }
  }

  /// The file with the field edited.
  ///
  /// - Parameters:
  ///   - isWords: whether what looks like a number or a date is words all the same, see `YAMLText`.
  ///   - order: the fields of the kind as the schema has them; a new field takes its place among them.
  /// - Throws: `EditRefusal` where it cannot be done without touching anything else.
  package func edited(_ field: Name, _ edit: FieldEdit, isWords: Bool, order: [Name], limits: Limits = Limits())
    throws(EditRefusal) -> [UInt8]
  {
    if document.diagnostics.contains(where: { $0.code == .duplicateField && $0.field.map { Name($0) == field } == true }
    ) {
      throw EditRefusal(
        message: "`\(field)` stands twice, or has something in it that does", help: "keep one of them, in the file")
    }
    let entry = mapping.entries.first { $0.key == field }
    let change = try self.change(field, entry, edit, isWords, order)
    guard let change else { return document.bytes }
    let bytes = document.source.applying(change.edits)
    let after = Document(bytes, limits: limits, skipsBody: true)
    let isFaulty = after.diagnostics.contains { new in
      !document.diagnostics.contains { $0.code == new.code && $0.message == new.message }
    }
    guard !isFaulty, case .mapping(let read) = after.frontMatter, read.says(mapping, besides: field),
      says(read[field], change.expected)
    else {
      throw .unsafe(field)
    }
    return bytes
  }

  // MARK: What is written, and how it should read

  private enum Expectation {
    case nothing
    case text(String)
    /// Nil for what is no text.
    case list([String?])
  }

  private struct Change {
    var edits: [TextEdit]
    var expected: Expectation
  }

  private func says(_ node: YAMLNode?, _ expected: Expectation) -> Bool {
    switch (expected, node?.content) {
    case (.nothing, nil): true
    case (.nothing, .scalar?): node?.isAbsent == true
    // A block ends in a line end, which is its form and not its words.
    case (.text(let text), .scalar(let read, let isPlain)?):
      Name(read) == Name(text) || (!isPlain && Name(read) == Name(text + "\n"))
    case (.list(let items), .sequence(let nodes)?):
      items.count == nodes.count
        && zip(items, nodes).allSatisfy { item, node in
          item.map { Name($0) } == (node.isAbsent ? nil : node.text).map { Name($0) }
        }
    case (.list(let items), .scalar(let read, _)?):
      node?.isAbsent == true ? items.isEmpty : items.count == 1 && items[0].map { Name($0) } == Name(read)
    default: false
    }
  }

  /// Nil where nothing is to be done.
  private func change(
    _ field: Name, _ entry: YAMLMapping.Entry?, _ edit: FieldEdit, _ isWords: Bool, _ order: [Name]
  ) throws(EditRefusal) -> Change? {
    guard let entry else {
      let text: String
      let expected: Expectation
      switch edit {
      case .remove, .dropping: return nil
      case .text(let value): (text, expected) = (YAMLText.scalar(value, isWords: isWords), .text(value))
      case .list(let items), .adding(let items): (text, expected) = (ListEditor.flow(items, isWords), .list(items))
      }
      return Change(edits: [insertion(of: "\(field): \(text)", for: field, order)], expected: expected)
    }
    switch edit {
    case .remove:
      let start = document.source.lineStart(entry.keyRange.lowerBound)
      guard document.source.indent(ofLineAt: start) == entry.keyRange.lowerBound - start else { throw .unsafe(field) }
      return Change(
        edits: [.init(range: start..<document.source.nextLine(end(entry)), replacement: "")], expected: .nothing)
    case .text(let value):
      if entry.value.text.map({ Name($0) }) == Name(value), !entry.value.isAbsent { return nil }
      return Change(edits: try replacing(entry, with: value, isWords), expected: .text(value))
    case .list, .adding, .dropping:
      return try list(entry, edit, isWords)
    }
  }

  private func list(_ entry: YAMLMapping.Entry, _ edit: FieldEdit, _ isWords: Bool) throws(EditRefusal) -> Change? {
    let nodes: [YAMLNode]
    switch entry.value.content {
    case .sequence(let found): nodes = found
    case .scalar: nodes = entry.value.isAbsent ? [] : [entry.value]
    case .mapping: throw .unsafe(entry.key)
    }
    let old = nodes.map { node in node.isAbsent ? nil : node.text }
    let new: [String?]
    switch edit {
    case .adding(let items):
      new = old + items.filter { item in !old.contains { $0.map { Name($0) } == Name(item) } }
    case .dropping(let items):
      new = old.filter { item in !items.contains { Name($0) == item.map { Name($0) } } }
    case .list(let items):
      if old.contains(nil) {
        throw EditRefusal(
          message: "`\(entry.key)` has entries with more than one line can say",
          help: "change them in the file, or use `+=` and `-=`")
      }
      new = items
    case .text, .remove: return nil
    }
    if old.map({ $0.map { Name($0) } }) == new.map({ $0.map { Name($0) } }) { return nil }
    guard case .sequence = entry.value.content else {
      let items = new.compactMap { $0 }
      if items.count == 1, !entry.value.isAbsent {
        return Change(edits: try replacing(entry, with: items[0], isWords), expected: .list(new))
      }
      return Change(edits: try replacing(entry, withYAML: ListEditor.flow(items, isWords)), expected: .list(new))
    }
    let editor = ListEditor(document: document, list: entry.value, nodes: nodes, isWords: isWords)
    guard let edits = editor.edits(from: old, to: new) else { throw .unsafe(entry.key) }
    return Change(edits: edits, expected: .list(new))
  }

  // MARK: Values

  /// Another text in the place of a value, written in the same style.
  private func replacing(_ entry: YAMLMapping.Entry, with text: String, _ isWords: Bool) throws(EditRefusal)
    -> [TextEdit]
  {
    guard case .scalar = entry.value.content, !entry.value.isAbsent else {
      return try replacing(entry, withYAML: YAMLText.scalar(text, isWords: isWords))
    }
    if let block = block(entry.value), let lines = self.lines(of: text, in: block) {
      return [.init(range: block.content, replacement: lines)]
    }
    let style = document.bytes[entry.value.range.lowerBound]
    return try replacing(entry, withYAML: YAMLText.scalar(text, like: style, isWords: isWords))
  }

  private func replacing(_ entry: YAMLMapping.Entry, withYAML yaml: String) throws(EditRefusal) -> [TextEdit] {
    let value = entry.value
    if value.isAbsent {
      guard let colon = document.bytes[entry.keyRange.upperBound...].firstIndex(of: UInt8(ascii: ":")) else {
        throw .unsafe(entry.key)
      }
      return [.init(range: (colon + 1)..<(colon + 1), replacement: " " + yaml)]
    }
    if let block = block(value) {
      // A comment may stand behind the sign that the block begins with.
      return [.init(range: block.sign, replacement: yaml), .init(range: block.content, replacement: "")]
    }
    switch value.content {
    case .scalar: break
    case .sequence, .mapping:
      // What goes over lines is more than one line can replace.
      let first = document.bytes[value.range.lowerBound]
      guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { throw .unsafe(entry.key) }
    }
    return [.init(range: value.range, replacement: yaml)]
  }

  /// A text that stands in lines of its own, below `|` or `>`.
  private struct Block {
    /// `|`, `>-`.
    var sign: Range<Int>
    /// The lines below, without the last line end.
    var content: Range<Int>
    var indent: Int
    var isFolded: Bool
  }

  private func block(_ value: YAMLNode) -> Block? {
    guard case .scalar(_, isPlain: false) = value.content else { return nil }
    let bytes = document.bytes
    let start = value.range.lowerBound
    guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return nil }
    var sign = start
    while sign < bytes.count, !isSpace(bytes[sign]) { sign += 1 }
    var head = document.source.nextLine(start)
    // The line end of the head stays, so that what is left is a line.
    head -= document.source.lineBreak(before: head).utf8.count
    guard value.range.upperBound > head else {
      return Block(sign: start..<sign, content: head..<head, indent: 0, isFolded: false)
    }
    var first = document.source.nextLine(start)
    while first < value.range.upperBound, isSpace(bytes[first + document.source.indent(ofLineAt: first)]) {
      first = document.source.nextLine(first)
    }
    return Block(
      sign: start..<sign, content: head..<value.range.upperBound, indent: document.source.indent(ofLineAt: first),
      isFolded: bytes[start] == UInt8(ascii: ">"))
  }

  /// The lines of a text as a block holds them; nil where it cannot.
  private func lines(of text: String, in block: Block) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard block.indent > 0, !(block.isFolded && lines.count > 1),
      lines.allSatisfy({ line in
        line.utf8.first.map { !isSpace($0) } ?? false && line.utf8.last != 0x20 && !line.utf8.contains(0x0D)
      })
    else { return nil }
    let lineBreak = document.source.lineBreak(before: document.source.nextLine(block.sign.lowerBound))
    return lines.map { lineBreak + String(repeating: " ", count: block.indent) + $0 }.joined()
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  // MARK: Places

  /// Where what belongs to an entry ends, without comments and white space behind it.
  private func end(_ entry: YAMLMapping.Entry) -> Int { max(entry.keyRange.upperBound, end(entry.value)) }

  private func end(_ node: YAMLNode) -> Int { document.end(of: node) }

  /// A line for a field that is not there yet.
  private func insertion(of line: String, for field: Name, _ order: [Name]) -> TextEdit {
    guard let front = document.frontMatterRange else {
      let start = document.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let lineBreak = document.source.lineBreak(before: 0)
      return .init(range: start..<start, replacement: ["---", line, "---", ""].joined(separator: lineBreak))
    }
    func place(_ name: Name) -> Int { order.firstIndex(of: name) ?? order.count }
    let own = place(field)
    let before = mapping.entries.enumerated().filter { place($0.element.key) < own || own == order.count }
      .max { (place($0.element.key), $0.offset) < (place($1.element.key), $1.offset) }?.element
    let indent =
      mapping.entries.first.map { $0.keyRange.lowerBound - document.source.lineStart($0.keyRange.lowerBound) } ?? 0
    var at = front.upperBound
    if let before {
      at = afterComments(of: before, indent, until: front.upperBound)
    } else if let first = mapping.entries.first {
      at = document.source.lineStart(first.keyRange.lowerBound)
    }
    return .init(
      range: at..<at, replacement: String(repeating: " ", count: indent) + line + document.source.lineBreak(before: at))
  }

  /// The line behind an entry and the comments that are indented as a part of it.
  private func afterComments(of entry: YAMLMapping.Entry, _ indent: Int, until limit: Int) -> Int {
    var at = min(document.source.nextLine(end(entry)), limit)
    while at < limit, document.source.indent(ofLineAt: at) > indent,
      document.bytes[at + document.source.indent(ofLineAt: at)] == UInt8(ascii: "#")
    {
      at = document.source.nextLine(at)
    }
    return at
  }
}

extension Document {
  /// Where a node's last word ends; a block's range goes on to what stands behind it, comments included.
  func end(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: return node.range.upperBound
    case .sequence(let nodes):
      return isFlow(node) ? node.range.upperBound : nodes.last.map(end) ?? node.range.upperBound
    case .mapping(let mapping):
      guard !isFlow(node), let last = mapping.entries.last else { return node.range.upperBound }
      return max(last.keyRange.upperBound, end(of: last.value))
    }
  }

  /// Whether a collection stands in brackets.
  func isFlow(_ node: YAMLNode) -> Bool {
    node.range.lowerBound < bytes.count
      && (bytes[node.range.lowerBound] == UInt8(ascii: "[") || bytes[node.range.lowerBound] == UInt8(ascii: "{"))
  }
}
