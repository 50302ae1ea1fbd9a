/// What is brought to the same place in all versions before lines are merged.
extension BodyMerge {
  // MARK: Headings

  /// A heading that both sides added is put in the base as well, so that what stands below it meets there.
  func shareHeadings(in parts: inout Versions<[Part]>) {
    func headings(_ parts: [Part]) -> Set<Part> {
      Self.once(parts).filter { if case .line(let line) = $0 { line.first == UInt8(ascii: "#") } else { false } }
    }
    let added = headings(parts.ours).intersection(headings(parts.theirs)).subtracting(parts.base)
    if added.isEmpty { return }
    let isMineFirst = text(of: parts.ours, \.ours).lexicographicallyPrecedes(text(of: parts.theirs, \.theirs))
    let model = isMineFirst ? parts.ours : parts.theirs
    for (index, heading) in model.enumerated() where added.contains(heading) {
      let known = Self.once(parts.base)
      let before = model[..<index].reversed().prefix { $0.isBlank }
      let after = model[(index + 1)...].prefix { $0.isBlank }
      let place =
        model[..<index].last { !$0.isBlank && known.contains($0) }.flatMap { parts.base.firstIndex(of: $0) }.map {
          $0 + 1
        } ?? 0
      parts.base.insert(contentsOf: before + [heading] + after, at: place)
    }
  }

  // MARK: What was moved

  /// Leaves nothing that stands at one place in one version and at another in another.
  mutating func settleMoves(in parts: inout Versions<[Part]>) {
    let moves = BodyMoves(parts, Self.firm(parts))
    for case .common(let number) in moves.disputed {
      // At both places, and at both to be decided on.
      let (ours, theirs) =
        merged[number].isClean
        ? (merged[number].bytes, merged[number].bytes) : (contents[number].ours, contents[number].theirs)
      let mine = add(merge.conflict(ours, []), Versions(base: [], ours: ours, theirs: []), members[number])
      let yours = add(merge.conflict([], theirs), Versions(base: [], ours: [], theirs: theirs), members[number])
      parts.base.removeAll { $0 == .common(number) }
      for index in parts.ours.indices where parts.ours[index] == .common(number) { parts.ours[index] = .single(mine) }
      for index in parts.theirs.indices where parts.theirs[index] == .common(number) {
        parts.theirs[index] = .single(yours)
      }
    }
    // In an order that is the same whichever side is ours.
    let isMineFirst = text(of: parts.ours, \.ours).lexicographicallyPrecedes(text(of: parts.theirs, \.theirs))
    for side in isMineFirst ? [\Versions<[Part]>.ours, \.theirs] : [\.theirs, \.ours] { moves.follow(side, in: &parts) }
  }

  private func text(of parts: [Part], _ side: KeyPath<Versions<[UInt8]>, [UInt8]>) -> [UInt8] {
    parts.flatMap { part in
      switch part {
      case .line(let line): Array(line)
      case .common(let number), .single(let number): contents[number][keyPath: side]
      }
    }
  }
}
