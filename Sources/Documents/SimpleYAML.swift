internal import Text

/// Reads the YAML that nearly all front matter is made of, many times faster than libyaml does.
///
/// It knows `key: value` at the margin, where the value is a word or words, a text in quotes, `[a, b]`, or a list below
/// the key whose items are such values or `{key: value}`. Whatever else it meets, a fault above all, it leaves to
/// libyaml: it never says what libyaml would not say.
struct SimpleYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var index = 0

  /// Collections that can be inside each other here: the front matter, a list, a mapping in it.
  private static let depth = 3

  /// Nil where the bytes are not as simple as that.
  ///
  /// - Parameter bytes: UTF-8, the front matter alone, which stands at `base` in its file.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, base: Int, depthLimit: Int) -> YAMLMapping? {
    if depthLimit < depth || bytes.isEmpty { return nil }
    var reader = SimpleYAML(bytes: bytes, base: base)
    return reader.mapping()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  private mutating func mapping() -> YAMLMapping? {
    var entries: [YAMLMapping.Entry] = []
    entries.reserveCapacity(12)
    while index < bytes.count {
      guard let key = key(), !entries.contains(where: { $0.key == key.name }), entries.count < 32 else { return nil }
      let value: YAMLNode?
      if take(0x0A) {
        value = list()
      } else {
        guard take(0x20), let scalar = blockValue(), take(0x0A) else { return nil }
        value = scalar
      }
      guard let value else { return nil }
      entries.append(.init(key: key.name, keyRange: key.range, value: value))
    }
    return YAMLMapping(entries: entries)
  }

  /// `key:`
  private mutating func key() -> (name: Name, range: Range<Int>)? {
    let start = index
    guard index < bytes.count, bytes[index] &- 0x61 < 26 else { return nil }
    while index < bytes.count, Self.isKeyByte(bytes[index]) { index += 1 }
    let end = index
    guard end - start <= 64, take(UInt8(ascii: ":")) else { return nil }
    return (Name(text(start..<end)), (base + start)..<(base + end))
  }

  /// Lines of `- value`, all indented alike and further than the key.
  private mutating func list() -> YAMLNode? {
    var items: [YAMLNode] = []
    var indentation = 0
    while index < bytes.count, bytes[index] == 0x20 {
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      if items.isEmpty { indentation = index - start }
      guard index - start == indentation, take(UInt8(ascii: "-")), take(0x20), let item = itemValue(), take(0x0A) else { return nil }
      items.append(item)
    }
    guard let last = items.last else { return nil }
    // From the first `-`, which stands one space before the first item.
    return YAMLNode(content: .sequence(items), range: (items[0].range.lowerBound - 2)..<last.range.upperBound)
  }

  // MARK: Values

  private mutating func blockValue() -> YAMLNode? {
    guard index < bytes.count else { return nil }
    return switch bytes[index] {
    case UInt8(ascii: "\""): doubleQuoted()
    case UInt8(ascii: "'"): singleQuoted()
    case UInt8(ascii: "["): flowList()
    default: blockText()
    }
  }

  private mutating func itemValue() -> YAMLNode? {
    index < bytes.count && bytes[index] == UInt8(ascii: "{") ? flowMapping() : blockValue()
  }

  /// Words up to the end of the line.
  private mutating func blockText() -> YAMLNode? {
    let start = index
    guard let first = bytes[index...].first, Self.isLetterOrDigit(first) else { return nil }
    while index < bytes.count, bytes[index] != 0x0A {
      let byte = bytes[index]
      guard Self.isText(byte) else { return nil }
      // A colon before a space makes a key, a `#` behind one a comment.
      if byte == UInt8(ascii: ":"), index + 1 == bytes.count || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A { return nil }
      if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return nil }
      index += 1
    }
    if bytes[index - 1] == 0x20 { return nil }
    return scalar(start..<index, isPlain: true)
  }

  private mutating func doubleQuoted() -> YAMLNode? {
    let start = index
    index += 1
    var isEscaped = false
    var isASCII = true
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] >= 0x80 { isASCII = false }
      guard Self.isText(bytes[index]) else { return nil }
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\\") else { return nil }
        isEscaped = true
      }
      index += 1
    }
    // Escapes may hide something beside other letters: libyaml's reader looks into that.
    guard take(UInt8(ascii: "\"")), isASCII || !isEscaped else { return nil }
    let inner = (start + 1)..<(index - 1)
    return node(.scalar(isEscaped ? unescaped(inner) : text(inner), isPlain: false), start..<index)
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func singleQuoted() -> YAMLNode? {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
      guard Self.isText(bytes[index]) else { return nil }
      index += 1
    }
    // What follows is a line's end: two quotes, which are one, are not.
    guard take(UInt8(ascii: "'")) else { return nil }
    return node(.scalar(text((start + 1)..<(index - 1)), isPlain: false), start..<index)
  }

  /// `[a, b]`
  private mutating func flowList() -> YAMLNode? {
    let start = index
    index += 1
    var items: [YAMLNode] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        if !items.isEmpty { _ = take(0x20) }
        guard let item = flowText() else { return nil }
        items.append(item)
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { return nil }
    }
    return node(.sequence(items), start..<index)
  }

  /// `{key: value, key: value}`
  private mutating func flowMapping() -> YAMLNode? {
    let start = index
    index += 1
    var entries: [YAMLMapping.Entry] = []
    repeat {
      if !entries.isEmpty { _ = take(0x20) }
      guard let key = key(), take(0x20), !entries.contains(where: { $0.key == key.name }), entries.count < 32, let value = flowText() else { return nil }
      entries.append(.init(key: key.name, keyRange: key.range, value: value))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return nil }
    return node(.mapping(YAMLMapping(entries: entries)), start..<index)
  }

  /// Words between brackets.
  private mutating func flowText() -> YAMLNode? {
    let start = index
    guard index < bytes.count, Self.isLetterOrDigit(bytes[index]) else { return nil }
    while index < bytes.count, Self.isFlowByte(bytes[index]) { index += 1 }
    if bytes[index - 1] == 0x20 { return nil }
    return scalar(start..<index, isPlain: true)
  }

  // MARK: Bytes

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }

  private func scalar(_ range: Range<Int>, isPlain: Bool) -> YAMLNode { node(.scalar(text(range), isPlain: isPlain), range) }

  private func node(_ content: YAMLNode.Content, _ range: Range<Int>) -> YAMLNode {
    YAMLNode(content: content, range: (base + range.lowerBound)..<(base + range.upperBound))
  }

  /// Printable ASCII, and the characters of two bytes from U+00C0 on, none of which breaks a line.
  private static func isText(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || (0x80...0xBF).contains(byte) || isLead(byte) }

  private static func isLead(_ byte: UInt8) -> Bool { (0xC3...0xDF).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || isLead(byte) }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isFlowByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == 0x20 || (0x2D...0x2F).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
      || byte == UInt8(ascii: "+") || (0x80...0xBF).contains(byte)
  }
}
