internal import Text

/// Finds records by their ids: one look-up, whatever the number of kinds.
struct RecordIndex: Sendable {
  /// The first record with an id.
  private var first: [Name: Int32]
  /// For each record the next one with the same id, of yet another kind; -1 for none.
  private var next: [Int32]
  private let kinds: [Kind]
  /// Whether records of several kinds have one id.
  private(set) var hasSharedIDs = false
  let names: MentionNames

  init(_ records: [Record]) {
    self.init(kinds: records.map(\.kind), ids: records.map(\.id), names: MentionNames(records))
  }

  /// - Parameter ids: as many as there are kinds.
  init(kinds: [Kind], ids: [Name], names: MentionNames) {
    first = Dictionary(minimumCapacity: ids.count)
    next = Array(repeating: -1, count: ids.count)
    self.kinds = kinds
    self.names = names
    for (number, id) in ids.enumerated() { add(Int32(number), id) }
  }

  private mutating func add(_ number: Int32, _ id: Name) {
    guard var last = first[id] else {
      first[id] = number
      return
    }
    // Of two records of a kind the first has the id.
    while kinds[Int(last)] != kinds[Int(number)] {
      guard next[Int(last)] >= 0 else {
        next[Int(last)] = number
        hasSharedIDs = true
        return
      }
      last = next[Int(last)]
    }
  }

  /// Calls `body` with the records that have an id, at most one of a kind.
  func forEach(_ id: Name, _ body: (Kind, Int) -> Void) {
    var number = first[id] ?? -1
    while number >= 0 {
      body(kinds[Int(number)], Int(number))
      number = next[Int(number)]
    }
  }

  func number(_ kind: Kind, _ id: Name) -> Int? {
    var number = first[id] ?? -1
    while number >= 0 {
      if kinds[Int(number)] == kind { return Int(number) }
      number = next[Int(number)]
    }
    return nil
  }

  /// The record with an id of the first of some kinds that has one, and how many of them do.
  func find(_ id: Name, _ wanted: [Kind]) -> (kind: Kind, number: Int, count: Int)? {
    var found: (place: Int, number: Int)?
    var count = 0
    forEach(id) { kind, number in
      guard let place = wanted.firstIndex(of: kind) else { return }
      count += 1
      if found.map({ place < $0.place }) ?? true { found = (place, number) }
    }
    return found.map { (wanted[$0.place], $0.number, count) }
  }

  /// What is shown for a mention of a person, and whether it is an owner where it stands alone on a task: a team is none.
  func shown(_ mention: Name) -> (name: String?, isOwner: Bool) {
    guard let (kind, id) = mentioned(mention.text) else { return (nil, true) }
    return kind == .person ? (names[id] ?? id.text, true) : (nil, false)
  }

  /// Whom a mention names; the name may carry closing punctuation.
  func mentioned(_ name: String) -> (kind: Kind, id: Name)? {
    var id = Name(name)
    while !id.isEmpty {
      if let found = find(id, [.person, .team]) { return (found.kind, id) }
      guard let last = id.text.utf8.last,
        last == UInt8(ascii: "-") || last == UInt8(ascii: "_") || last == UInt8(ascii: ".")
      else { return nil }
      id = Name(String(id.text.dropLast()))
    }
    return nil
  }
}

/// What the people are called that a text may mention, by their ids.
package struct MentionNames: Sendable, Equatable {
  private var names: [Name: String] = [:]

  package init(_ records: [Record] = []) {
    for record in records where record.kind == .person && names[record.id] == nil {
      if let name = record[Person.name] { names[record.id] = name }
    }
  }

  subscript(id: Name) -> String? { names[id] }
}
