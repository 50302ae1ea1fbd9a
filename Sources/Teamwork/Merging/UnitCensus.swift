internal import Text

/// Which tasks are which in the three versions of a body, and so what must come of them.
struct UnitCensus {
  /// For each unit of a version one number: the base's index, or a new one for what a side added.
  let identities: Versions<[Int]>
  /// Of what both sides added alike: the number of the one that stands for both.
  private var united: [Int: Int] = [:]

  init(_ units: Versions<BodyUnits>, _ origins: (ours: [Int?], theirs: [Int?])) {
    let count = units.base.tasks.count
    identities = Versions(
      base: Array(0..<count), ours: origins.ours.enumerated().map { $1 ?? count + $0 },
      theirs: origins.theirs.enumerated().map { $1 ?? count + origins.ours.count + $0 })
  }

  /// For each unit of a side the base's.
  static func origins(_ units: Versions<BodyUnits>) -> (ours: [Int?], theirs: [Int?]) {
    let (ours, theirs) = (matched(units.base, units.ours), matched(units.base, units.theirs))
    return (completed(ours, units.ours, theirs, units.theirs), completed(theirs, units.theirs, ours, units.ours))
  }

  /// Several neighbours may have been reworded at once, where as many of them are as close as there were.
  private static func matched(_ base: BodyUnits, _ side: BodyUnits) -> [Int?] {
    var origins = TaskMatching(from: base.tasks, to: side.tasks).older
    let taken = Set(origins.compactMap { $0 })
    var start = 0
    while start < origins.count {
      guard origins[start] == nil else {
        start += 1
        continue
      }
      let end = origins[start...].firstIndex { $0 != nil } ?? origins.count
      let first = (start > 0 ? origins[start - 1] ?? -1 : -1) + 1
      let last = end < origins.count ? origins[end] ?? base.tasks.count : base.tasks.count
      let pairs = zip(start..<end, first..<max(first, last))
      if last - first == end - start,
        pairs.allSatisfy({ new, old in
          let (task, other) = (side.tasks[new], base.tasks[old])
          return !taken.contains(old) && (task.anchor == nil || other.anchor == nil)
            && TaskMatching.isClose(other.text, task.text)
        })
      {
        for (new, old) in pairs { origins[new] = old }
      }
      start = end
    }
    return origins
  }

  /// What stands in the same words on the other side is the same unit of the base.
  private static func completed(_ origins: [Int?], _ units: BodyUnits, _ others: [Int?], _ otherUnits: BodyUnits)
    -> [Int?]
  {
    var taken = Set(origins.compactMap { $0 })
    var known: [[UInt8]: Int] = [:]
    for (index, origin) in others.enumerated() {
      if let origin, !taken.contains(origin) { known[otherUnits.contents[index]] = origin }
    }
    if known.isEmpty { return origins }
    return origins.enumerated().map { index, origin in
      guard origin == nil, let same = known[units.contents[index]], taken.insert(same).inserted else { return origin }
      return same
    }
  }

  mutating func unite(_ numbers: [Int], with others: [Int]) {
    for (number, other) in zip(numbers, others) where number != other { united[number] = other }
  }

  /// Whether each task that is to be there is there once, no other, and each under the one under which it was put; and
  /// whether what stands below and between them went nowhere else.
  ///
  /// - Parameter order: the units of the merged body.
  func holds(_ units: Versions<BodyUnits>, _ merged: BodyUnits, _ order: [Int]) -> Bool {
    let (base, ours, theirs) = (
      parents(units.base, identities.base), parents(units.ours, identities.ours),
      parents(units.theirs, identities.theirs)
    )
    guard merged.tasks.count == order.count, Set(order).count == order.count else { return false }
    let expected = Set(ours.keys).union(theirs.keys).filter {
      base[$0] == nil || (ours[$0] != nil && theirs[$0] != nil)
    }
    guard expected == Set(order), hasOnlyKnownAnchors(units, merged), keepsLines(units, merged) else { return false }
    return parents(merged, order).allSatisfy { unit, parent in
      guard let mine = ours[unit] ?? theirs[unit], let yours = theirs[unit] ?? ours[unit] else { return false }
      return Versions(base: base[unit] ?? mine, ours: mine, theirs: yours).settled == parent
    }
  }

  /// For each unit the one it is a part of.
  private func parents(_ units: BodyUnits, _ identities: [Int]) -> [Int: Int?] {
    func identity(_ index: Int) -> Int { united[identities[index]] ?? identities[index] }
    var parents: [Int: Int?] = [:]
    for (index, task) in units.tasks.enumerated() {
      parents.updateValue(task.parent.map(identity), forKey: identity(index))
    }
    return parents
  }

  /// Whether each other line of the base is there as often as the side left it that changed that.
  private func keepsLines(_ units: Versions<BodyUnits>, _ merged: BodyUnits) -> Bool {
    let (counts, result) = (units.map(\.otherLines), merged.otherLines)
    return counts.base.allSatisfy { line, count in
      guard let settled = Versions(base: count, ours: counts.ours[line] ?? 0, theirs: counts.theirs[line] ?? 0).settled
      else { return true }
      return settled == result[line] ?? 0
    }
  }

  /// Whether no anchor stands there more often than on a side.
  private func hasOnlyKnownAnchors(_ units: Versions<BodyUnits>, _ merged: BodyUnits) -> Bool {
    func counts(_ units: BodyUnits) -> [Name: Int] {
      units.tasks.reduce(into: [:]) { counts, task in
        if let anchor = task.anchor?.value { counts[anchor, default: 0] += 1 }
      }
    }
    let (ours, theirs) = (counts(units.ours), counts(units.theirs))
    return counts(merged).allSatisfy { $0.value <= max(ours[$0.key] ?? 0, theirs[$0.key] ?? 0) }
  }
}
