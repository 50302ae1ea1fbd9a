/// Many texts sorted by the work they describe: groups of duplicates, and which groups are similar.
///
/// The time is near linear in the number of texts, whatever they say. No two texts of one key are
/// compared: they are one group. A group is compared only with those that share its rarest word, as a
/// similar text must have it too.
package struct WorkGroups: Sendable {
  /// Indices of the texts with one key, ascending; groups in order of their first text. Texts without
  /// any content word are in no group.
  package private(set) var groups: [[Int]] = []
  /// Pairs of indices into `groups` that are similar, the lower first, in ascending order.
  ///
  /// A group has at most `partnerLimit` pairs in which it is the one that says less.
  package private(set) var similar: [(Int, Int)] = []
  /// How many pairs were compared word by word: the measure of the cost.
  package private(set) var comparisons = 0

  /// More partners than these help nobody who reads the finding.
  package static let partnerLimit = 16
  /// How many that share its rarest word a text is held against, from the first on.
  private static let scanLimit = 1_024
  /// With how many of these a text is compared word by word.
  static let comparisonLimit = 128

  package init(_ texts: [WorkText]) {
    group(texts)
    let heads = groups.map { texts[$0[0]] }
    findSimilar(heads)
  }

  private mutating func group(_ texts: [WorkText]) {
    var numbers: [Key: Int] = [:]
    numbers.reserveCapacity(texts.count)
    for (index, text) in texts.enumerated() where !text.key.isEmpty {
      let key = Key(bytes: text.key, hash: text.keyHash)
      if let number = numbers[key] {
        groups[number].append(index)
      } else {
        numbers[key] = groups.count
        groups.append([index])
      }
    }
  }

  private struct Key: Hashable {
    let bytes: [UInt8]
    let hash: UInt64

    static func == (a: Key, b: Key) -> Bool { a.hash == b.hash && a.bytes == b.bytes }
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  private mutating func findSimilar(_ texts: [WorkText]) {
    let index = ConceptIndex(texts)
    for probe in texts.indices {
      var found = 0
      var scanned = 0
      var compared = 0
      index.forEachCandidate(of: probe) { other in
        scanned += 1
        if other != probe, index.mayContain(other, probe) {
          compared += 1
          if isSimilar(texts[probe], texts[other]) {
            found += 1
            similar.append((min(probe, other), max(probe, other)))
          }
        }
        return found < WorkGroups.partnerLimit && compared < WorkGroups.comparisonLimit
          && scanned < WorkGroups.scanLimit
      }
      comparisons += compared
    }
    similar.sort { $0 < $1 }
    var kept = 0
    for next in similar.indices where kept == 0 || similar[kept - 1] != similar[next] {
      similar[kept] = similar[next]
      kept += 1
    }
    similar.removeLast(similar.count - kept)
  }
}
