/// The name of an object: 20 bytes of SHA-1 or 32 bytes of SHA-256.
package struct ObjectID: Sendable {
  // Four words instead of an array: a history of a million commits then needs no million allocations.
  // The bytes are kept in their own order; what SHA-1 leaves over is zero.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// 20 or 32.
  package let byteCount: Int

  /// Copies the bytes of an id; nil when there are neither 20 nor 32 of them.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 20 || bytes.count == 32 else { return nil }
    byteCount = bytes.count
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
  }

  /// Reads 40 or 64 hexadecimal digits in either case; nil for anything else.
  package init?(hex: UnsafeRawBufferPointer) {
    guard hex.count == 40 || hex.count == 64 else { return nil }
    byteCount = hex.count / 2
    let isHex = withUnsafeMutableBytes(of: &words) { target in
      for index in 0..<(hex.count / 2) {
        guard let high = hexDigit(hex[2 * index]), let low = hexDigit(hex[2 * index + 1]) else { return false }
        target[index] = high << 4 | low
      }
      return true
    }
    guard isHex else { return nil }
  }

  package init?(hex: String) {
    var text = hex
    let id = text.withUTF8 { ObjectID(hex: UnsafeRawBufferPointer($0)) }
    guard let id else { return nil }
    self = id
  }

  package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Lower-case hexadecimal digits, 40 or 64 of them.
  package var hex: String { withUnsafeBytes(Git.hex) }

  func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try Swift.withUnsafeBytes(of: words) { try body(UnsafeRawBufferPointer(rebasing: $0[..<byteCount])) }
  }
}

extension ObjectID: Hashable {
  package static func == (a: ObjectID, b: ObjectID) -> Bool { a.words == b.words && a.byteCount == b.byteCount }

  // An id is a hash already; its first bytes tell ids apart as well as all of them.
  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension ObjectID: CustomStringConvertible {
  package var description: String { hex }
}

/// Two digits for each byte.
func hex(_ bytes: UnsafeRawBufferPointer) -> String {
  String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    for (index, byte) in bytes.enumerated() {
      text[2 * index] = hexDigits[Int(byte >> 4)]
      text[2 * index + 1] = hexDigits[Int(byte & 15)]
    }
    return 2 * bytes.count
  }
}

private let hexDigits = Array("0123456789abcdef".utf8)

private func hexDigit(_ character: UInt8) -> UInt8? {
  switch character {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
  default: nil
  }
}
