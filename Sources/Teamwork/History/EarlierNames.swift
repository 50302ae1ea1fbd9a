package import Text

/// What records were called before a time's renames.
package struct EarlierNames: Sendable {
  private var names: [Kind: [Name: Name]] = [:]

  /// - Parameter events: of the time, newest first.
  package init(_ events: some BidirectionalCollection<Event>) {
    // The earliest first: a later rename carries the first name on.
    for event in events.reversed() {
      guard case .renamed(let from, let to) = event.change, from != to else { continue }
      names[event.kind, default: [:]][to] = names[event.kind]?.removeValue(forKey: from) ?? from
    }
  }

  /// What a record was called at the beginning of the time, by the name that it has at its end.
  package subscript(kind: Kind, id: Name) -> Name { names[kind]?[id] ?? id }

  /// The names at the beginning that went in a rename.
  package func renamed(_ kind: Kind) -> Set<Name> { Set((names[kind] ?? [:]).values) }
}
