internal import Documents

/// Markdown on one line that is put together from parts of other Markdown.
struct MarkdownLine {
  private(set) var bytes: [UInt8] = []
  private var hasBlank = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Where marks of emphasis opened that nothing stands behind yet.
  private var open: [(start: Int, end: Int, hadBlank: Bool)] = []

  mutating func add(_ mark: ShownText.Mark) {
    switch mark.kind {
    case .opening:
      let start = (bytes.count, hasBlank)
      flush()
      bytes += mark.markdown
      open.append((start.0, bytes.count, start.1))
    case .before:
      flush()
      bytes += mark.markdown
    case .behind: bytes += mark.markdown
    case .closing:
      // Emphasis around nothing is none.
      if let last = open.popLast(), last.end == bytes.count {
        bytes.removeSubrange(last.start...)
        hasBlank = hasBlank || last.hadBlank
      } else {
        bytes += mark.markdown
      }
    }
  }

  mutating func addBlank() { hasBlank = true }

  private mutating func flush() {
    if hasBlank, !bytes.isEmpty { bytes.append(0x20) }
    hasBlank = false
  }

  /// Adds words, without blanks around them.
  mutating func add(_ part: ArraySlice<UInt8>) {
    flush()
    guard let first = part.first else { return }
    if bytes.isEmpty, Self.beginsBlock(first) { bytes.append(UInt8(ascii: "\\")) }
    var part = part
    // `1.` at the beginning would be a list.
    if bytes.allSatisfy(Self.isDigit) {
      let digits = part.prefix(while: Self.isDigit)
      let sign = part.dropFirst(digits.count).first
      if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"), (1..<10).contains(bytes.count + digits.count) {
        bytes += digits
        bytes.append(UInt8(ascii: "\\"))
        part = part.dropFirst(digits.count)
      }
    }
    bytes += part
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a line that begins with it could be no text.
  private static func beginsBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"):
      true
    default: false
    }
  }
}
