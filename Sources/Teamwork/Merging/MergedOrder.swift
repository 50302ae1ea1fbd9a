extension Versions {
  /// The order of keys that stand once in each version: the base's, or that of the side that reordered it. What a side
  /// added stands behind the same neighbour as there; where both added, the smaller first, so that both sides of a merge
  /// come to the same.
  ///
  /// - Parameter survives: whether a key of the base is kept.
  /// - Returns: nil where both sides reordered, each in its way.
  func mergedOrder<Key: Hashable & Comparable>(survives: (Key) -> Bool) -> [Key]? where Value == [Key] {
    let known = Set(base)
    guard let skeleton = skeleton(known) else { return nil }
    let (mine, yours) = (Self.added(in: ours, to: known), Self.added(in: theirs, to: known))
    var order: [Key] = []
    var placed: Set<Key> = []
    for neighbour in [nil] + skeleton.map(Optional.some) {
      if let neighbour, survives(neighbour) { order.append(neighbour) }
      let runs = [mine[neighbour] ?? [], yours[neighbour] ?? []]
      for key in runs[1].lexicographicallyPrecedes(runs[0]) ? runs[1] + runs[0] : runs[0] + runs[1]
      where placed.insert(key).inserted {
        order.append(key)
      }
    }
    return order
  }

  /// All keys of the base in the order in which they stand now.
  private func skeleton<Key: Hashable>(_ known: Set<Key>) -> [Key]? where Value == [Key] {
    let (mine, yours) = (ours.filter(known.contains), theirs.filter(known.contains))
    let (inOurs, inTheirs) = (Set(mine), Set(yours))
    if mine == base.filter(inOurs.contains) {
      return yours == base.filter(inTheirs.contains) ? base : completed(yours)
    }
    if yours == base.filter(inTheirs.contains) { return completed(mine) }
    return mine.filter(inTheirs.contains) == yours.filter(inOurs.contains) && mine.count == yours.count
      ? completed(mine) : nil
  }

  /// With the keys that went, each behind its neighbour in the base.
  private func completed<Key: Hashable>(_ keys: [Key]) -> [Key] where Value == [Key] {
    var keys = keys
    var present = Set(keys)
    var last: Key?
    for key in base {
      if present.insert(key).inserted {
        keys.insert(key, at: last.flatMap { keys.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
      }
      last = key
    }
    return keys
  }

  private static func added<Key: Hashable>(in keys: [Key], to known: Set<Key>) -> [Key?: [Key]] {
    var runs: [Key?: [Key]] = [:]
    var neighbour: Key?
    for key in keys {
      if known.contains(key) { neighbour = key } else { runs[neighbour, default: []].append(key) }
    }
    return runs
  }
}
