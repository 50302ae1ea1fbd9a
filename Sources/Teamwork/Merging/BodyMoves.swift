/// What each side moved, of what all versions have.
struct BodyMoves {
  typealias Part = BodyMerge.Part

  /// Moved by both, and not to the same place.
  private(set) var disputed: [Part] = []
  private let moved: Versions<Set<Part>>
  /// What stands exactly once in each version.
  private let firm: Set<Part>

  init(_ parts: Versions<[Part]>, _ firm: Set<Part>) {
    self.firm = firm
    let common = parts.map { $0.filter { if case .common = $0 { true } else { false } } }
    var moved = Versions(
      base: [], ours: Self.moved(common.base, common.ours), theirs: Self.moved(common.base, common.theirs))
    if common.ours != common.theirs {
      for part in common.ours where moved.ours.contains(part) && moved.theirs.contains(part) {
        if let place = Self.place(of: part, in: parts.ours, firm), place == Self.place(of: part, in: parts.theirs, firm)
        {
          continue
        }
        disputed.append(part)
        moved.ours.remove(part)
        moved.theirs.remove(part)
      }
    }
    self.moved = moved
  }

  /// As few as need to have been moved.
  private static func moved(_ before: [Part], _ after: [Part]) -> Set<Part> {
    if before == after { return [] }
    var ranks: [Part: Int] = [:]
    for (rank, part) in before.enumerated() { ranks[part] = rank }
    let sequence = after.map { ranks[$0] ?? 0 }
    // The longest run of rising ranks stayed where it was: the last place of the best run of each length, and what is before each.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: sequence.count)
    for (place, rank) in sequence.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if sequence[ends[middle]] < rank { low = middle + 1 } else { high = middle }
      }
      previous[place] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var moved = Set(after)
    var place = ends.last
    while let stays = place {
      moved.remove(after[stays])
      place = previous[stays]
    }
    return moved
  }

  /// Where something stands: right behind what, and how many blank lines.
  private struct Place: Equatable {
    /// Nil at the beginning.
    var neighbour: Part?
    var blanks = 0
  }

  /// Nil where it stands behind what is not in all versions.
  private static func place(of part: Part, in parts: [Part], _ firm: Set<Part>) -> Place? {
    guard let index = parts.firstIndex(of: part) else { return nil }
    var place = Place()
    for other in parts[..<index].reversed() {
      if other.isBlank {
        place.blanks += 1
      } else if case .single = other {
        continue
      } else {
        place.neighbour = other
        return firm.contains(other) ? place : nil
      }
    }
    return place
  }

  /// Moves what a side moved in the other versions as well.
  func follow(_ side: WritableKeyPath<Versions<[Part]>, [Part]>, in parts: inout Versions<[Part]>) {
    let model = parts[keyPath: side]
    let moved = side == \.ours ? moved.ours : moved.theirs
    for part in model where moved.contains(part) {
      guard let place = Self.place(of: part, in: model, firm) else { continue }
      for version in [\Versions<[Part]>.base, \Versions<[Part]>.ours, \Versions<[Part]>.theirs] where version != side {
        move(part, to: place, in: &parts[keyPath: version])
      }
    }
  }

  private func move(_ part: Part, to place: Place, in parts: inout [Part]) {
    guard let start = parts.firstIndex(of: part), Self.place(of: part, in: parts, firm)?.neighbour != place.neighbour
    else { return }
    func isSingle(_ index: Int) -> Bool { if case .single = parts[index] { true } else { false } }
    // What a side put right behind it goes with it.
    var end = start + 1
    while end < parts.count, isSingle(end) { end += 1 }
    let run = Array(parts[start..<end])
    parts.removeSubrange(start..<end)
    var index = place.neighbour.flatMap { parts.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    var blanks = place.blanks
    while index < parts.count, isSingle(index) || (blanks > 0 && parts[index].isBlank) {
      if parts[index].isBlank { blanks -= 1 }
      index += 1
    }
    parts.insert(contentsOf: run, at: index)
  }
}
