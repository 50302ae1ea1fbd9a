package import Documents
package import Text

extension FrontMatterEditor {
  /// The file with one member of one mapping of a list changed, or added where it is not there: `now` of a measure.
  ///
  /// - Parameters:
  ///   - item: which of the field's mappings; a single mapping is a list of one.
  ///   - order: the members as the schema has them; a new one takes its place among them.
  /// - Throws: `EditRefusal` where it cannot be done without touching anything else.
  package func edited(
    _ member: Name, ofItem item: Int, in field: Name, to text: String, order: [Name], limits: Limits = Limits()
  ) throws(EditRefusal) -> [UInt8] {
    guard let before = mapping[field], case .mapping(let members)? = Self.items(before)[at: item]?.content else {
      throw .unsafe(field)
    }
    if let value = members[member], value.text.map({ Name($0) }) == Name(text), !value.isAbsent {
      return document.bytes
    }
    let bytes = document.source.applying([try edit(of: member, in: members, field, to: text, order)])
    let after = Document(bytes, limits: limits, skipsBody: true)
    let isFaulty = after.diagnostics.contains { new in
      !document.diagnostics.contains { $0.code == new.code && $0.message == new.message }
    }
    // What was written is read again: all but the member is to say what it said.
    guard !isFaulty, case .mapping(let read) = after.frontMatter, read.says(mapping, besides: field),
      let now = read[field].map(Self.items), now.count == Self.items(before).count,
      zip(now, Self.items(before)).enumerated().allSatisfy({ number, pair in
        guard number == item else { return pair.0.says(pair.1) }
        guard case .mapping(let changed) = pair.0.content else { return false }
        return changed.says(members, besides: member) && changed[member]?.text.map { Name($0) } == Name(text)
      })
    else { throw .unsafe(field) }
    return bytes
  }

  private static func items(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = node.content { nodes } else { [node] }
  }

  private func edit(
    of member: Name, in members: YAMLMapping, _ field: Name, to text: String, _ order: [Name]
  ) throws(EditRefusal) -> TextEdit {
    if let entry = members.entries.first(where: { $0.key == member }) {
      if !entry.value.isAbsent {
        let style = document.bytes[entry.value.range.lowerBound]
        return .init(range: entry.value.range, replacement: YAMLText.scalar(text, like: style, isWords: false))
      }
      guard let colon = document.bytes[entry.keyRange.upperBound...].firstIndex(of: UInt8(ascii: ":")) else {
        throw .unsafe(field)
      }
      return .init(range: (colon + 1)..<(colon + 1), replacement: " " + YAMLText.scalar(text, isWords: false))
    }
    // Behind the last of those that the schema has before it.
    let place = order.firstIndex(of: member) ?? order.count
    let earlier = members.entries.last { order.firstIndex(of: $0.key).map { $0 < place } ?? false }
    guard let before = earlier ?? members.entries.last else { throw .unsafe(field) }
    let line = "\(member): \(YAMLText.scalar(text, isWords: false))"
    let end = max(before.keyRange.upperBound, document.end(of: before.value))
    let start = document.source.lineStart(before.keyRange.lowerBound)
    let isAlone = members.entries.allSatisfy {
      $0.keyRange == before.keyRange || document.source.lineStart($0.keyRange.lowerBound) != start
    }
    if !isAlone { return .init(range: end..<end, replacement: ", " + line) }
    let lead = document.bytes[start..<before.keyRange.lowerBound]
    // Only blanks and the `-` of a list stand before a key on a line of its own.
    guard lead.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else {
      return .init(range: end..<end, replacement: ", " + line)
    }
    let at = document.source.nextLine(end)
    let indent = String(repeating: " ", count: lead.count)
    let lineBreak = document.source.lineBreak(before: at)
    return .init(range: at..<at, replacement: indent + line + lineBreak)
  }
}

extension Array {
  fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
