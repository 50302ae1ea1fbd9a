#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The part of two raw trees in which they differ.
///
/// Two versions of a large folder have nearly all bytes in common. Leaving out the entries that are the same at
/// the beginning and at the end of both takes nothing from a comparison, whatever order the entries have.
struct TreeDifference {
  var old: UnsafeRawBufferPointer
  var new: UnsafeRawBufferPointer

  init(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, idLength: Int) {
    (self.old, self.new) = (old, new)
    let shorter = min(old.count, new.count)
    var equal = 0
    while equal + 8 <= shorter, Self.word(old, equal) == Self.word(new, equal) { equal += 8 }
    while equal < shorter, old[equal] == new[equal] { equal += 1 }
    guard let start = Self.boundary(in: old, from: 0, idLength, while: { $1 <= equal }) else { return }

    let limit = shorter - start
    var tail = 0
    while tail + 8 <= limit, Self.word(old, old.count - tail - 8) == Self.word(new, new.count - tail - 8) { tail += 8 }
    while tail < limit, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    self.old = UnsafeRawBufferPointer(rebasing: old[start...])
    self.new = UnsafeRawBufferPointer(rebasing: new[start...])
    // Where an entry begins shows from the front only, so both sides must come to the same place.
    guard let oldEnd = Self.boundary(in: old, from: start, idLength, while: { begin, _ in begin < old.count - tail }),
      let newEnd = Self.boundary(in: new, from: start, idLength, while: { begin, _ in begin < new.count - tail }),
      old.count - oldEnd == new.count - newEnd
    else { return }
    self.old = UnsafeRawBufferPointer(rebasing: old[start..<oldEnd])
    self.new = UnsafeRawBufferPointer(rebasing: new[start..<newEnd])
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Goes from entry to entry while `passes(begin, end)`; nil when the bytes end within one.
  private static func boundary(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ idLength: Int, while passes: (Int, Int) -> Bool
  ) -> Int? {
    var position = start
    while position < bytes.count {
      guard let base = bytes.baseAddress, let zero = memchr(base + position, 0, bytes.count - position) else {
        return nil
      }
      let end = UnsafeRawPointer(zero) - base + 1 + idLength
      guard end <= bytes.count else { return nil }
      if !passes(position, end) { break }
      position = end
    }
    return position
  }
}
