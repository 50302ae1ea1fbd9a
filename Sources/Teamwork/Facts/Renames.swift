internal import Documents
package import Text

/// A record by its kind and id, whatever file it lies in.
package struct RecordKey: Hashable, Sendable {
  package let kind: Kind
  package let id: Name

  package init(_ kind: Kind, _ id: Name) {
    self.kind = kind
    self.id = id
  }

  package init(_ record: Record) { self.init(record.kind, record.id) }

  /// Of a status report the person.
  package var person: Name { parts.person }

  /// The report of somebody else for the same week.
  package func under(_ person: Name) -> RecordKey { RecordKey(kind, Name(parts.folder + person.text)) }

  /// Of a status report the person and what stands before it, `2026-W47/`.
  fileprivate var parts: (folder: Substring, person: Name) {
    let slash = id.text.utf8.lastIndex(of: UInt8(ascii: "/"))
    let start = slash.map { id.text.utf8.index(after: $0) } ?? id.text.startIndex
    return (id.text[..<start], Name(String(id.text[start...])))
  }
}

/// What a state of the workspace calls otherwise than an earlier one: records, and tasks within them.
///
/// A record was renamed where one of its kind went and one came that says the same, but for references that follow the
/// rename. A person's page may have changed on the way: it is theirs while it has their name or one of their addresses.
struct Renames {
  /// By kind and old id.
  private(set) var names: [Kind: [Name: Name]] = [:]
  private var origins: [Kind: [Name: Name]] = [:]
  /// By the record's new name and the old anchor.
  private var anchors: [RecordKey: [Name: Name]] = [:]

  /// A record that is in one of the two states only.
  struct End {
    let key: RecordKey
    /// Equal for equal bytes.
    let content: AnyHashable
    let record: () throws -> Record?
  }

  /// So many of a kind may go and come at once, and still be compared with each other.
  private static let mostCompared = 32

  init() {}

  init(went: [End], came: [End]) throws {
    for kind in Kind.allCases where kind != .charter && kind != .status {
      let old = went.filter { $0.key.kind == kind }
      let new = came.filter { $0.key.kind == kind }
      if old.isEmpty || new.isEmpty { continue }
      pair(old, new) { $0.content }
      try pairLikely(old, new, kind)
    }
  }

  /// Those that have something in common which no third has.
  private mutating func pair(_ old: [End], _ new: [End], by look: (End) -> AnyHashable?) {
    var groups: [AnyHashable: (old: [Name], new: [Name])] = [:]
    for end in old where names[end.key.kind]?[end.key.id] == nil {
      if let look = look(end) { groups[look, default: ([], [])].old.append(end.key.id) }
    }
    for end in new where origins[end.key.kind]?[end.key.id] == nil {
      if let look = look(end) { groups[look, default: ([], [])].new.append(end.key.id) }
    }
    for group in groups.values where group.old.count == 1 && group.new.count == 1 {
      add(old[0].key.kind, group.old[0], group.new[0])
    }
  }

  private mutating func pairLikely(_ old: [End], _ new: [End], _ kind: Kind) throws {
    let left = old.filter { names[kind]?[$0.key.id] == nil }
    let right = new.filter { origins[kind]?[$0.key.id] == nil }
    if left.isEmpty || right.isEmpty || left.count > Self.mostCompared || right.count > Self.mostCompared { return }
    func records(_ ends: [End]) throws -> [(Name, Record)] {
      try ends.sorted { $0.key.id < $1.key.id }.compactMap { end in try end.record().map { (end.key.id, $0) } }
    }
    let (before, after) = (try records(left), try records(right))
    for (id, record) in before {
      let other = after.first { other in
        origins[kind]?[other.0] == nil
          && (Self.isSamePerson(record, other.1) || saysTheSame(record, other.1, kind, id, other.0))
      }
      if let other { add(kind, id, other.0) }
    }
  }

  private static func isSamePerson(_ old: Record, _ new: Record) -> Bool {
    guard old.kind == .person else { return false }
    let addresses = Set(old.addresses)
    if new.addresses.contains(where: addresses.contains) { return true }
    guard let name = old[Person.name], let other = new[Person.name] else { return false }
    return RecordPath.folded(name) == RecordPath.folded(other)
  }

  private func saysTheSame(_ old: Record, _ new: Record, _ kind: Kind, _ id: Name, _ other: Name) -> Bool {
    // People come first, and are mentioned in what is renamed with them.
    var renames = self
    renames.add(kind, id, other)
    return NormalizedContent(old, renames) == NormalizedContent(new, renames)
  }

  mutating func add(_ kind: Kind, _ old: Name, _ new: Name) {
    names[kind, default: [:]][old] = new
    origins[kind, default: [:]][new] = old
  }

  /// Tasks that are called otherwise in another version of their record.
  mutating func addAnchors(from old: Record, to new: Record) {
    let had = Set(old.tasks.compactMap { $0.anchor?.value })
    let has = Set(new.tasks.compactMap { $0.anchor?.value })
    for task in old.tasks {
      guard let anchor = task.anchor?.value, !has.contains(anchor) else { continue }
      let words = old.words(of: task)
      let same = new.tasks.first { other in
        other.anchor.map { !had.contains($0.value) } == true && new.words(of: other) == words
      }
      if let now = same?.anchor?.value { anchors[RecordKey(new), default: [:]][anchor] = now }
    }
  }

  mutating func add(_ other: Renames) {
    names.merge(other.names) { $0.merging($1) { mine, _ in mine } }
    origins.merge(other.origins) { $0.merging($1) { mine, _ in mine } }
    anchors.merge(other.anchors) { $0.merging($1) { mine, _ in mine } }
  }

  // MARK: Looking up

  var isEmpty: Bool { names.isEmpty && anchors.isEmpty }

  /// What a record is called now, after as many new names as there were; nil where it was not renamed.
  func current(_ key: RecordKey) -> Name? {
    guard key.kind == .status else { return last(of: chain(key.kind, key.id)) }
    let (folder, person) = key.parts
    return last(of: chain(.person, person)).map { Name(folder + $0.text) }
  }

  /// A name and those that followed it.
  private func chain(_ kind: Kind, _ id: Name) -> [Name] {
    var chain = [id]
    while let next = names[kind]?[chain[chain.count - 1]] {
      // There and back again: all these names are one record's, and the first by its letters stands for them.
      if let start = chain.firstIndex(of: next) { return chain + [chain[start...].min() ?? next] }
      chain.append(next)
    }
    return chain
  }

  private func last(of chain: [Name]) -> Name? { chain.count > 1 ? chain.last : nil }

  /// What a record was called before; nil where it was not renamed.
  func origin(_ key: RecordKey) -> RecordKey? {
    guard key.kind == .status else { return origins[key.kind]?[key.id].map { RecordKey(key.kind, $0) } }
    let (folder, person) = key.parts
    return origins[.person]?[person].map { RecordKey(.status, Name(folder + $0.text)) }
  }

  /// What a task is called now; nil where it was not renamed.
  func anchor(_ key: RecordKey, _ anchor: Name) -> Name? {
    if anchors.isEmpty { return nil }
    var now = anchor
    for name in chain(key.kind, key.id) {
      if let next = anchors[RecordKey(key.kind, name)]?[now] { now = next }
    }
    return now == anchor ? nil : now
  }
}

extension Record {
  /// A person's addresses, in small letters.
  var addresses: [String] { kind == .person ? self[Person.emails].map { $0.lowercased() } : [] }

  /// A task's line without its own name.
  fileprivate func words(of task: Task) -> [UInt8] {
    let bytes = document.bytes
    guard let anchor = task.anchor?.range else { return Array(bytes[task.range]) }
    return Array(bytes[task.range.lowerBound..<anchor.lowerBound])
      + bytes[min(anchor.upperBound, task.range.upperBound)..<task.range.upperBound]
  }
}
