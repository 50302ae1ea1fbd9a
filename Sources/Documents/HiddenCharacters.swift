/// Finds what a reader of a text cannot see: see the rule `hidden-characters`.
enum HiddenCharacters {
  /// Whether a code point is one of them. `isFirst` is true at the start of a file, where U+FEFF is
  /// a byte-order mark.
  static func contains(_ scalar: UInt32, isFirst: Bool = false) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x2060, 0x2028, 0x2029: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF: !isFirst
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  /// What a character is called in a message.
  static func name(of scalar: UInt32) -> String {
    switch scalar {
    case 0x00...0x1F, 0x7F...0x9F: "a control character"
    case 0x200B: "a zero-width space"
    case 0x2060: "a word joiner"
    case 0x2028: "a line separator"
    case 0x2029: "a paragraph separator"
    case 0xFEFF: "a byte-order mark that is not at the start"
    case 0xE0000...0xE007F: "a tag character"
    default: "a character that changes the direction of the text"
    }
  }

  /// `U+202E`.
  static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What is wrong with a text that has such a character after YAML's escapes were decoded.
  static func fault(in text: String, at range: Range<Int>) -> Diagnostic? {
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      // A CR is let through only before its LF; YAML can spell both with escapes.
      if previous == 0x0D, value != 0x0A { return fault(for: 0x0D, at: range, decoded: true) }
      if value != 0x0D, contains(value) { return fault(for: value, at: range, decoded: true) }
      previous = value
    }
    return previous == 0x0D ? fault(for: 0x0D, at: range, decoded: true) : nil
  }

  static func fault(for scalar: UInt32, at range: Range<Int>, decoded: Bool) -> Diagnostic {
    Diagnostic(
      .hiddenCharacters, at: range,
      decoded
        ? "this value has \(name(of: scalar)) (\(codePoint(scalar))) after its escapes are read"
        : "\(name(of: scalar)) (\(codePoint(scalar)))",
      help: "remove it: what people read and what is stored must be the same",
      fix: !decoded && isZeroWidth(scalar)
        ? .init(title: "remove the character", isSafe: true, edits: [.init(range: range, replacement: "")]) : nil)
  }

  /// Such a character can be taken out without changing what people read.
  private static func isZeroWidth(_ scalar: UInt32) -> Bool { scalar == 0x200B || scalar == 0x2060 || scalar == 0xFEFF }
}

/// One pass over the bytes of a file: is it UTF-8, does it hide something, where are Git's conflict
/// markers? Of each kind `most` faults are told one by one, and the rest in one more.
struct SourceScan {
  static let most = 999

  private(set) var faults: [Diagnostic] = []
  /// False when there are bytes that are not UTF-8, or NUL: nothing more can be read then.
  private(set) var isText = true
  /// Offsets of the lines that are conflict markers.
  private(set) var conflicts: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var index = 0
    var hidden = 0
    var lastHidden = 0..<0
    while index < count {
      if index + 8 <= count, Self.isOrdinary(bytes, at: index) {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
        // A conflict marker only at the start of a line.
        if index == 0 || bytes[index - 1] == UInt8(ascii: "\n") { noteConflictMarker(bytes, at: index) }
        index += 1
        continue
      }
      if (byte >= 0x20 && byte < 0x7F) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\r"), index + 1 < count, bytes[index + 1] == UInt8(ascii: "\n") {
        index += 1
        continue
      }
      guard let (scalar, length) = decodeScalar(bytes, at: index), scalar != 0 else {
        isText = false
        faults = [
          Diagnostic(
            .notUTF8, at: index..<(index + 1),
            byte == 0
              ? "a NUL byte: this is not a text file" : "a byte that is not UTF-8 (\(hex(byte)))",
            help: "save the file as UTF-8")
        ]
        conflicts = []
        return
      }
      if HiddenCharacters.contains(scalar, isFirst: index == 0) {
        hidden += 1
        if hidden <= Self.most {
          faults.append(
            HiddenCharacters.fault(for: scalar, at: index..<(index + length), decoded: false))
          lastHidden = index..<(index + length)
        }
      }
      index += length
    }
    addRest(.hiddenCharacters, hidden, at: lastHidden)
    addConflicts(bytes)
  }

  /// What is past the faults that are told.
  private mutating func addRest(_ code: Diagnostic.Code, _ count: Int, at range: Range<Int>) {
    guard count > Self.most else { return }
    var rest = Diagnostic(
      code, at: range, "and \(count - Self.most) more like it further down in this file", help: "mend these first")
    rest.isRest = true
    faults.append(rest)
  }

  /// Whether the next 8 bytes are printable ASCII that can begin no conflict marker.
  private static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let block = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
    // Some high bit of `(v - 1) & ~v`, byte by byte, is set exactly when a byte of `v` is zero.
    func hasByte(_ byte: UInt64) -> UInt64 {
      let difference = block ^ (ones &* byte)
      return (difference &- ones) & ~difference
    }
    let controls = (block &- ones &* 0x20) & ~block
    return (block | controls | hasByte(0x7F) | hasByte(0x3C) | hasByte(0x3E)) & (ones &* 0x80) == 0
  }

  private mutating func noteConflictMarker(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let mark = bytes[start]
    guard start + 7 <= bytes.count else { return }
    for index in start..<(start + 7) where bytes[index] != mark { return }
    if start + 7 < bytes.count {
      let next = bytes[start + 7]
      guard next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") else { return }
    }
    // `=======` alone underlines a heading, and `|||||||` is nothing: they count between the others.
    if mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">") { conflicts.append(start) }
  }

  /// One fault for each `<<<<<<<`, and for each `>>>>>>>` that only a `=======` precedes: alone it is a
  /// quotation seven deep.
  private mutating func addConflicts(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isOpen = false
    var told = 0
    var lastTold = 0..<0
    var end = 0
    let found = conflicts
    conflicts = []
    for start in found {
      let opens = bytes[start] == UInt8(ascii: "<")
      let isRest = !opens && isOpen
      isOpen = opens
      let hasMiddle =
        memoryIndex(of: "\n=======\n", in: bytes, from: end, to: start) != nil
        || memoryIndex(of: "\n=======\r\n", in: bytes, from: end, to: start) != nil
      end = start
      if !opens, !isRest, !hasMiddle { continue }
      conflicts.append(start)
      if isRest { continue }
      told += 1
      if told > Self.most { continue }
      lastTold = start..<(start + 7)
      faults.append(
        Diagnostic(
          .conflictMarkers, at: start..<(start + 7), "Git left a merge conflict here",
          help: "decide between the two sides and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`"))
    }
    addRest(.conflictMarkers, told, at: lastTold)
  }
}

private func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count < 2 ? "0" : "") + digits
}

/// The scalar at an offset and its length in bytes, or nil where the bytes are not UTF-8.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
  let first = bytes[index]
  if first < 0x80 { return (UInt32(first), 1) }
  func continuation(_ offset: Int) -> UInt32? {
    guard index + offset < bytes.count, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[index + offset] & 0x3F)
  }
  switch first {
  case 0xC2...0xDF:
    guard let a = continuation(1) else { return nil }
    return (UInt32(first & 0x1F) << 6 | a, 2)
  case 0xE0...0xEF:
    guard let a = continuation(1), let b = continuation(2) else { return nil }
    let scalar = UInt32(first & 0x0F) << 12 | a << 6 | b
    return scalar < 0x800 || (0xD800...0xDFFF).contains(scalar) ? nil : (scalar, 3)
  case 0xF0...0xF4:
    guard let a = continuation(1), let b = continuation(2), let c = continuation(3) else { return nil }
    let scalar = UInt32(first & 0x07) << 18 | a << 12 | b << 6 | c
    return scalar < 0x10000 || scalar > 0x10FFFF ? nil : (scalar, 4)
  default:
    return nil
  }
}
