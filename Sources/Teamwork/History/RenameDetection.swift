package import Text

/// Which of the records that went are which of those that came, between two states of a workspace.
package struct RenameDetection: Sendable {
  /// By the number of what came the number of what went: the same record, whose file lies elsewhere now.
  package private(set) var moved: [Int: Int] = [:]
  /// By the number of what came the number of what went: the same bytes under another id, the pair being the only one.
  package private(set) var renamed: [Int: Int] = [:]
  /// What went and is told with what came.
  package private(set) var gone: Set<Int> = []

  package struct Side<Content: Hashable & Sendable>: Sendable {
    let kind: Kind
    let id: Name
    /// Equal for files of equal bytes; nil for what is no file, which nothing is told of.
    let content: Content?

    package init(kind: Kind, id: Name, content: Content?) {
      self.kind = kind
      self.id = id
      self.content = content
    }
  }

  private struct Identity: Hashable {
    let kind: Kind
    let id: Name
  }

  private struct ContentKey<Content: Hashable>: Hashable {
    let kind: Kind
    let content: Content
  }

  /// - Parameters:
  ///   - went: by a number of the caller's, what went away.
  ///   - came: what came, by numbers of the same kind.
  package init<Content: Hashable & Sendable>(
    went: [(number: Int, side: Side<Content>)], came: [(number: Int, side: Side<Content>)]
  ) {
    if went.isEmpty || came.isEmpty { return }
    let home = Self.pairs(went, came) { Identity(kind: $0.kind, id: $0.id) }
    moved = home
    gone = Set(home.values)
    let left = went.filter { !home.values.contains($0.number) }
    let new = came.filter { home[$0.number] == nil }
    renamed = Self.pairs(left, new) { side in side.content.map { ContentKey(kind: side.kind, content: $0) } }
    gone.formUnion(renamed.values)
  }

  /// The pairs that have something in common which no third has.
  private static func pairs<Content, Key: Hashable>(
    _ went: [(number: Int, side: Side<Content>)], _ came: [(number: Int, side: Side<Content>)],
    _ key: (Side<Content>) -> Key?
  ) -> [Int: Int] {
    var groups: [Key: (went: [Int], came: [Int])] = [:]
    for (number, side) in went { if let key = key(side) { groups[key, default: ([], [])].went.append(number) } }
    for (number, side) in came { if let key = key(side) { groups[key, default: ([], [])].came.append(number) } }
    var pairs: [Int: Int] = [:]
    for group in groups.values where group.went.count == 1 && group.came.count == 1 {
      pairs[group.came[0]] = group.went[0]
    }
    return pairs
  }
}
