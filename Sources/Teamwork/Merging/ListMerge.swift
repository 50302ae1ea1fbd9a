internal import Documents
internal import Text

/// A field that is a list of plain values, as it is written: `[a, b]` on one line, or a line each.
struct ListLines {
  enum Style: Equatable { case inline, lines }

  let style: Style
  /// Before the first element, brackets left out, and behind the last.
  let head: [UInt8]
  let tail: [UInt8]
  let keys: [Name]
  /// As they are written; whole lines where each has one.
  let elements: [Name: [UInt8]]

  /// - Parameter isDeclared: whether the format says that the field is a list, so that a single value is a list of one.
  init?(_ field: YAMLBlock, isDeclared: Bool) {
    let core = field.bytes
    // Lists of lines end, for YAML, where the next field begins.
    let range = (field.node.range.lowerBound - field.start)..<min(field.node.range.upperBound - field.start, core.count)
    var elements: [Name: [UInt8]] = [:]
    var keys: [Name] = []
    switch field.node.content {
    case .scalar(let text, true) where isDeclared && !text.isEmpty && core[range].allSatisfy(Self.isPlain):
      style = .inline
      keys = [Name(text)]
      elements[keys[0]] = Array(core[range])
    case .sequence(let nodes):
      for node in nodes {
        guard let text = node.text else { return nil }
        keys.append(Name(text))
      }
      if core[range].first == UInt8(ascii: "[") {
        guard !core[range].contains(0x0A) else { return nil }
        style = .inline
        for (key, node) in zip(keys, nodes) {
          elements[key] = Array(core[(node.range.lowerBound - field.start)..<(node.range.upperBound - field.start)])
        }
      } else {
        let all = lines(of: core[...])
        guard all.count == nodes.count + 1,
          all.dropFirst().allSatisfy({ $0.drop { $0 == 0x20 }.starts(with: [UInt8(ascii: "-"), 0x20]) })
        else { return nil }
        style = .lines
        for (key, line) in zip(keys, all.dropFirst()) { elements[key] = Array(line) }
        (head, tail) = (Array(all[0]), [])
        guard elements.count == keys.count else { return nil }
        (self.keys, self.elements) = (keys, elements)
        return
      }
    default: return nil
    }
    guard elements.count == keys.count else { return nil }
    (head, tail) = (Array(core[..<range.lowerBound]), Array(core[range.upperBound...]))
    (self.keys, self.elements) = (keys, elements)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [0x2D, 0x2E, 0x5F].contains(byte)
  }
}

/// Merges a list by its elements.
enum ListMerge {
  /// - Returns: nil where these are no lists of plain values, or there is more than elements in which they differ.
  static func merge(_ versions: Versions<ListLines?>, hasBase: Bool) -> [UInt8]? {
    guard let ours = versions.ours, let theirs = versions.theirs, ours.style == theirs.style else { return nil }
    let base = versions.base
    guard base != nil || !hasBase, base.map({ $0.style == ours.style }) ?? true,
      let head = Versions(base: base?.head ?? [], ours: ours.head, theirs: theirs.head).settled,
      let tail = Versions(base: base?.tail ?? [], ours: ours.tail, theirs: theirs.tail).settled
    else { return nil }
    let keys = Versions(base: base?.keys ?? [], ours: ours.keys, theirs: theirs.keys)
    guard let order = keys.mergedOrder(survives: { ours.elements[$0] != nil && theirs.elements[$0] != nil }) else {
      return nil
    }
    let elements = order.compactMap { key in
      let written = [base, ours, theirs].map { $0?.elements[key] }
      if let ours = written[1], let theirs = written[2] {
        return Versions(base: written[0] ?? [], ours: ours, theirs: theirs).settled
          ?? min(ours, theirs) { $0.lexicographicallyPrecedes($1) }
      }
      return written[1] ?? written[2]
    }
    switch ours.style {
    case .lines: return head + elements.joined() + tail
    case .inline: return head + [UInt8(ascii: "[")] + elements.joined(separator: ", ".utf8) + [UInt8(ascii: "]")] + tail
    }
  }

  private static func min(_ a: [UInt8], _ b: [UInt8], by precedes: ([UInt8], [UInt8]) -> Bool) -> [UInt8] {
    precedes(b, a) ? b : a
  }
}
