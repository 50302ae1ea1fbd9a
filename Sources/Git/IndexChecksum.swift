/// The hash at the end of an index. libgit2 compares it, Git does not when it only reads: of an index that was cut short it
/// takes the beginning for all there is. Neither offers to compare it (`git fsck` does, with all objects), and libgit2's
/// hashes are of objects, with their header: so the two that Git knows are here.
enum IndexChecksum {
  /// - Parameter mayBeLeftOut: whether the configuration has Git write zeros in its place; asked where they are there.
  static func holds(_ index: [UInt8], mayBeLeftOut: () throws -> Bool) rethrows -> Bool {
    for length in [20, 32] where index.count > length {
      let (content, end) = (index.dropLast(length), index.suffix(length))
      if (length == 20 ? SHA1.digest(content) : SHA256.digest(content)).elementsEqual(end) { return true }
    }
    return try index.suffix(20).allSatisfy { $0 == 0 } && mayBeLeftOut()
  }
}

/// Hashes of FIPS 180-4, which differ in their rounds alone.
private protocol SecureHash {
  static var start: [UInt32] { get }
  static func mix(_ state: inout [UInt32], _ words: inout [UInt32], _ block: UnsafePointer<UInt8>)
}

extension SecureHash {
  static func digest(_ content: ArraySlice<UInt8>) -> [UInt8] {
    let bits = UInt64(content.count) * 8
    var end = Array(content.suffix(content.count % 64)) + [0x80]
    while end.count % 64 != 56 { end.append(0) }
    end += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    var state = start
    var words = [UInt32](repeating: 0, count: 80)
    func mixBlocks(of bytes: UnsafeBufferPointer<UInt8>) {
      guard let base = bytes.baseAddress else { return }
      for block in stride(from: 0, to: bytes.count - 63, by: 64) { mix(&state, &words, base + block) }
    }
    content.withUnsafeBufferPointer(mixBlocks)
    end.withUnsafeBufferPointer(mixBlocks)
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  static func read(_ words: inout [UInt32], _ block: UnsafePointer<UInt8>) {
    for index in 0..<16 {
      let byte = block + 4 * index
      words[index] = UInt32(byte[0]) << 24 | UInt32(byte[1]) << 16 | UInt32(byte[2]) << 8 | UInt32(byte[3])
    }
  }
}

private enum SHA1: SecureHash {
  static let start: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

  static func mix(_ state: inout [UInt32], _ words: inout [UInt32], _ block: UnsafePointer<UInt8>) {
    read(&words, block)
    for index in 16..<80 {
      words[index] = rotated(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for index in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch index / 20 {
        case 0: (b & c | ~b & d, 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (rotated(a, 5) &+ f &+ e &+ k &+ words[index], a, rotated(b, 30), c, d)
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}

private enum SHA256: SecureHash {
  /// The first bits of the square roots of the first eight primes.
  static let start: [UInt32] = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
  /// And of the cube roots of the first 64.
  private static let constants: [UInt32] = primes.map { prime in
    // Newton's steps from above reach the nearest of all doubles.
    var root = Double(prime)
    for _ in 0..<64 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
    return fraction(root)
  }

  private static let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }

  private static func fraction(_ number: Double) -> UInt32 {
    UInt32((number - number.rounded(.down)) * 4_294_967_296)
  }

  static func mix(_ state: inout [UInt32], _ words: inout [UInt32], _ block: UnsafePointer<UInt8>) {
    read(&words, block)
    for index in 16..<64 {
      let (x, y) = (words[index - 15], words[index - 2])
      let first = rotated(x, 7) ^ rotated(x, 18) ^ x >> 3
      let second = rotated(y, 17) ^ rotated(y, 19) ^ y >> 10
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (e & f ^ ~e & g)
      let majority = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ (a & b ^ a & c ^ b & c)
      let step = h &+ choice &+ constants[index] &+ words[index]
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ step, c, b, a, step &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
}
