/// The candidate that someone most likely meant by `word`, or nil when none is close.
///
/// Close is an optimal string alignment distance (insertion, deletion, substitution, swap of
/// neighbours) of at most a third of the longer word, and at least one. The first of equals wins, so
/// callers pass candidates in a stable order.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return nil }
  var best: (text: String, distance: Int)?
  for candidate in candidates {
    // Most differ too much in length, and need not be looked at.
    let length = min(64, candidate.utf8.count)
    if abs(length - wanted.count) > max(1, max(wanted.count, length) / 3), candidate.utf8.allSatisfy({ $0 < 0x80 }) {
      continue
    }
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
    if candidate.utf8.elementsEqual(word.utf8) { continue }
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    let bound = min(limit, (best?.distance ?? Int.max) - 1)
    if bound < 0 || abs(scalars.count - wanted.count) > bound { continue }
    let found = alignmentDistance(wanted, scalars)
    if found <= bound, found < max(wanted.count, scalars.count) { best = (candidate, found) }
  }
  return best?.text
}

/// The optimal string alignment distance of two texts: how many insertions, deletions,
/// substitutions and swaps of neighbours turn the one into the other.
package func alignmentDistance<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
  if a.isEmpty { return b.count }
  if b.isEmpty { return a.count }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var current = last
  for i in 1...a.count {
    current[0] = i
    for j in 1...b.count {
      var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      current[j] = cost
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[b.count]
}
