package import Text

/// What the records of a state were called in an earlier one.
package struct EarlierNames: Sendable {
  /// Nil for what was not there; what is not here had the same name.
  private var names: [Kind: [Name: Name?]] = [:]
  private var left: [Kind: Set<Name>] = [:]

  /// A record that came (without `before`), went (without `after`), or is the same, whatever it is called.
  package typealias Pair = (kind: Kind, before: Name?, after: Name?)

  /// - Parameter pairs: all that is other, between the earlier state and the later one.
  package init(_ pairs: [Pair] = []) {
    for (kind, before, after) in pairs {
      if let after { names[kind, default: [:]].updateValue(before, forKey: after) }
      if let before, after != before { left[kind, default: []].insert(before) }
    }
  }

  package init(_ changes: [RecordChange]) {
    self.init(
      changes.compactMap { change -> Pair? in
        (change.after ?? change.before).map { ($0.kind, change.before?.id, change.after?.id) }
      })
  }

  /// What a record of the later state was called in the earlier one; nil where it was not there.
  package subscript(kind: Kind, id: Name) -> Name? {
    if let earlier = names[kind]?[id] { return earlier }
    return id
  }

  /// The records of the earlier state that are not in the later one.
  package func gone(_ kind: Kind) -> Set<Name> {
    let kept = (names[kind] ?? [:]).values.compactMap { $0 }
    return (left[kind] ?? []).subtracting(kept)
  }

  /// What they were called in a still earlier state.
  package func before(_ earlier: EarlierNames) -> EarlierNames {
    var result = earlier
    for (kind, own) in names {
      for (id, name) in own {
        let first = name.flatMap { earlier[kind, $0] }
        result.names[kind, default: [:]].updateValue(first, forKey: id)
      }
    }
    for (kind, ids) in left {
      for id in ids {
        // A name that nothing has now.
        if names[kind]?[id] == nil { result.names[kind]?[id] = nil }
        if let first = earlier[kind, id] { result.left[kind, default: []].insert(first) }
      }
    }
    return result
  }
}
