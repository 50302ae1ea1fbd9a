/// Words of at most eight Latin letters, in small letters.
struct ShortWords: Sendable {
  private let keys: Set<UInt64>

  init(_ words: StaticString...) {
    keys = Set(words.compactMap { Self.key(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)) })
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { Self.key(word).map(keys.contains) ?? false }

  private static func key(_ word: some Collection<UInt8>) -> UInt64? {
    guard (1...8).contains(word.count) else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
  }
}
