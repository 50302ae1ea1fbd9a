internal import Documents
internal import Teamwork
internal import Text

/// The text of a new record, with `{{…}}` where something is to be filled in.
///
/// The front matter of a template is not YAML yet, so it is taken line by line: a field with the lines that belong to it is
/// a block, and so is a field that is only suggested in a comment.
struct Template {
  /// What is known, by the name in the braces. What is not known stays an open question.
  var values: [String: String]
  /// What is otherwise below the front matter.
  var valuesBelow: [String: String] = [:]

  private struct Block {
    /// The field; nil for other lines.
    var field: String?
    var lines: [String]
    /// A value from the command line: nothing in it is filled in.
    var isFinal = false

    init(field: String, lines: [String]) {
      self.field = field
      self.lines = lines
      isFinal = true
    }

    init(_ block: FrontMatterOutline.Block, _ source: SourceText) {
      field = block.key?.text
      lines = source.text(block.range).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
    }
  }

  struct Filled {
    var text: String
    /// Fields that wait for what is usually known, `me` or `title`, and is not.
    var missing: [(field: String, name: String)] = []
  }

  /// - Parameters:
  ///   - assignments: field and YAML, in the order of the schema; nil takes the field out.
  ///   - order: the fields of the kind as the schema has them.
  ///   - body: what becomes of what stands below the front matter.
  func filled(
    _ text: String, with assignments: [(field: String, yaml: String?)] = [], order: [String] = [],
    body: (String) -> String = { $0 }
  ) -> Filled {
    let hasCarriageReturns = text.utf8.contains(0x0D)
    let plain = hasCarriageReturns ? String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self) : text
    let source = SourceText(Array(plain.utf8))
    let outline = FrontMatterOutline(source)
    // A front matter that does not end is none, so that nothing of the text is taken for fields.
    let front = outline.content.map { $0.upperBound < outline.bodyStart } == true ? outline : nil
    let lines = source.text((front?.bodyStart ?? 0)..<source.bytes.count)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks = front?.blocks.map { Block($0, source) } ?? []
    let hasFrontMatter = front?.content?.isEmpty == false
    for assignment in assignments { Self.apply(assignment, to: &blocks, order) }
    var result = hasFrontMatter || !assignments.isEmpty ? ["---"] : []
    for block in blocks { result += block.isFinal ? block.lines : block.lines.map(filledFrontMatter) }
    if !result.isEmpty { result.append("---") }
    let lower = Template(values: values.merging(valuesBelow) { $1 })
    let below = body(lines.map { lower.replacingPlaceholders(in: $0) { $0 } }.joined(separator: "\n"))
    result += below.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Filled(text: result.joined(separator: hasCarriageReturns ? "\r\n" : "\n"), missing: blocks.flatMap(missing))
  }

  private func missing(_ block: Block) -> [(field: String, name: String)] {
    guard !block.isFinal, let field = block.field else { return [] }
    return ["title", "name", "me"].filter { name in
      values[name] == nil && block.lines.contains { !$0.hasPrefix("#") && $0.contains("{{\(name)}}") }
    }.map { (field, $0) }
  }

  // MARK: Blocks

  private static func apply(_ assignment: (field: String, yaml: String?), to blocks: inout [Block], _ order: [String]) {
    let lines = assignment.yaml.map { ["\(assignment.field): \($0)"] } ?? []
    let block = Block(field: assignment.field, lines: lines)
    let same = blocks.indices.filter { blocks[$0].field == assignment.field }
    // A field that is there, before one that is only suggested.
    if let found = same.first(where: { !(blocks[$0].lines.first ?? "").hasPrefix("#") }) ?? same.first {
      blocks[found] = block
      return
    }
    let rank = order.firstIndex(of: assignment.field) ?? order.count
    let ranks = blocks.map { $0.field.flatMap(order.firstIndex) }
    let place =
      ranks.lastIndex { $0.map { $0 < rank } ?? false }.map { $0 + 1 } ?? ranks.firstIndex { $0 != nil } ?? blocks.count
    blocks.insert(block, at: place)
  }

  // MARK: Placeholders

  /// One line of front matter. What is filled in keeps to the rules of the place: quotes, a flow list, plain text.
  private func filledFrontMatter(_ line: String) -> String {
    guard line.contains("{{") else { return line }
    let start = line.prefix { $0 == " " }
    var head = String(start)
    var rest = line[start.endIndex...]
    if rest.hasPrefix("#") { return replacingPlaceholders(in: line) { visible($0) } }
    while rest.hasPrefix("- ") {
      head += "- "
      rest = rest.dropFirst(2)
    }
    let inner = FrontMatterOutline(SourceText(Array("---\n\(rest)\n".utf8)))
    if let field = inner.blocks.first?.key?.text {
      let value = rest.dropFirst(field.count + 1)
      let space = value.prefix { $0 == " " }
      head += field + ":" + space
      rest = value[space.endIndex...]
    }
    switch rest.first {
    case "\"": return head + replacingPlaceholders(in: String(rest), YAMLText.escaped)
    case "'":
      return head
        + replacingPlaceholders(in: String(rest)) {
          $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        }
    case "[": return head + replacingPlaceholders(in: String(rest)) { YAMLText.scalar($0, in: .flow) }
    case "{" where !rest.hasPrefix("{{"):
      return head + replacingPlaceholders(in: String(rest)) { YAMLText.scalar($0, in: .flow) }
    default:
      // A comment at the end of the line stays one.
      let end = Self.commentStart(rest) ?? rest.endIndex
      let value = rest[..<end].trimmed
      let filled = replacingPlaceholders(in: String(value)) { $0 }
      let isAlone =
        value.hasPrefix("{{") && value.hasSuffix("}}") && value.dropFirst(2).dropLast(2).contains("{{") == false
      let isID = isAlone && ["me", "today", "week"].contains(String(value.dropFirst(2).dropLast(2)))
      return head + YAMLText.scalar(filled, isWords: !isID) + rest[(value.endIndex)...]
    }
  }

  /// Where ` #` begins, outside of braces.
  private static func commentStart(_ text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix("{{"), let end = closing(text[index...]) {
        index = end
        continue
      }
      if text[index] == " ", text[text.index(after: index)...].hasPrefix("#") { return index }
      index = text.index(after: index)
    }
    return nil
  }

  /// The end of a placeholder that begins where `text` does.
  private static func closing(_ text: Substring) -> Substring.Index? {
    var index = text.index(text.startIndex, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
    while index < text.endIndex {
      if text[index...].hasPrefix("}}") { return text.index(index, offsetBy: 2) }
      index = text.index(after: index)
    }
    return nil
  }

  /// Replaces in one pass, so that braces in a title are never taken for a placeholder.
  private func replacingPlaceholders(in line: String, _ form: (String) -> String) -> String {
    guard line.contains("{{") else { return line }
    var result = ""
    var rest = Substring(line)
    while !rest.isEmpty {
      if rest.hasPrefix("{{"), let end = Self.closing(rest) {
        let name = rest[..<end].dropFirst(2).dropLast(2).trimmed
        result += values[String(name)].map(form) ?? String(rest[..<end])
        rest = rest[end...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
