/// The candidate that someone most likely meant by `word`, or nil when none is close.
///
/// Close is an optimal string alignment distance (insertion, deletion, substitution, swap of
/// neighbours) of at most a third of the longer word, and at least one. The first of equals wins, so
/// callers pass candidates in a stable order.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Letters(word)
  guard !wanted.scalars.isEmpty else { return nil }
  var best: (text: String, distance: Int)?
  for candidate in candidates {
    // Most differ too much in length, and need not be looked at.
    let length = min(Letters.most, candidate.utf8.count)
    if abs(length - wanted.scalars.count) > limit(wanted.scalars.count, length), isASCII(candidate) { continue }
    if candidate.utf8.elementsEqual(word.utf8) { continue }
    let letters = Letters(candidate)
    let longer = max(wanted.scalars.count, letters.scalars.count)
    let bound = min(
      limit(wanted.scalars.count, letters.scalars.count), (best?.distance ?? Int.max) - 1, longer - 1)
    if bound < 0 || wanted.leastDistance(to: letters) > bound { continue }
    let found = alignmentDistance(wanted.scalars, letters.scalars, limit: bound)
    if found <= bound { best = (candidate, found) }
  }
  return best?.text
}

private func limit(_ a: Int, _ b: Int) -> Int { max(1, max(a, b) / 3) }

private func isASCII(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
}

/// A word in small letters, as scalars, and which of them are in it.
private struct Letters {
  /// What comes later in a longer word is not compared.
  static let most = 64

  private(set) var scalars: [UInt32] = []
  /// A bit for each scalar that is there, by the last six bits of its number.
  private var set: UInt64 = 0

  init(_ word: String) {
    var word = word
    scalars.reserveCapacity(min(Self.most, word.utf8.count))
    let isASCII = word.withUTF8 { bytes in
      for byte in bytes.prefix(Self.most) {
        if byte >= 0x80 { return false }
        scalars.append(UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
      }
      return true
    }
    if !isASCII { scalars = word.lowercased().unicodeScalars.prefix(Self.most).map(\.value) }
    for scalar in scalars { set |= 1 << UInt64(scalar & 63) }
  }

  /// No fewer steps lead from one to the other: each adds, takes away or replaces one scalar.
  func leastDistance(to other: Letters) -> Int {
    max(
      abs(scalars.count - other.scalars.count), (set & ~other.set).nonzeroBitCount,
      (other.set & ~set).nonzeroBitCount)
  }
}

/// The optimal string alignment distance of two texts: how many insertions, deletions,
/// substitutions and swaps of neighbours turn the one into the other.
///
/// - Parameter limit: a greater distance may be told as any number above it.
package func alignmentDistance<T: Equatable>(_ a: [T], _ b: [T], limit: Int = .max) -> Int {
  if a.isEmpty { return b.count }
  if b.isEmpty { return a.count }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var current = last
  var leastBefore = 0
  for i in 1...a.count {
    current[0] = i
    var least = i
    for j in 1...b.count {
      var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      current[j] = cost
      least = min(least, cost)
    }
    // A swap reaches back two rows.
    if least > limit, leastBefore > limit { return least }
    leastBefore = least
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[b.count]
}
