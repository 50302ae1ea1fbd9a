internal import Text

/// What happened between a base and the tree that is judged.
package struct Change: Sendable {
  /// Who touched a record, and what it was before.
  package struct Item: Sendable {
    /// In the tree that is judged; nil when the record went away.
    package let record: Int?
    /// In the base; nil when the record is new.
    package let base: Int?
    /// The addresses of those who made the record as it is or changed it since the base, in the order
    /// of their commits; empty strings where a commit has none.
    package let authors: [String]

    package init(record: Int?, base: Int?, authors: [String]) {
      self.record = record
      self.base = base
      self.authors = authors
    }
  }

  package let workspace: Workspace
  package let base: Workspace
  /// The week of the base commit, in the charter's time zone; nil before the first commit.
  package let baseWeek: Week?
  package let items: [Item]

  package init(workspace: Workspace, base: Workspace, baseWeek: Week?, items: [Item]) {
    self.workspace = workspace
    self.base = base
    self.baseWeek = baseWeek
    self.items = items
  }

  /// The records that differ between two trees.
  ///
  /// - Parameter authors: who touched the file at a path since the base; asked only for records that speak for
  ///   somebody.
  package static func between(
    _ base: Workspace, _ workspace: Workspace, baseWeek: Week?, authors: (String) throws -> [String]
  ) rethrows -> Change {
    func askedAuthors(_ record: Record) throws -> [String] { record.speakers == nil ? [] : try authors(record.path) }
    var items: [Item] = []
    for (number, record) in workspace.records.enumerated() {
      let before = base.number(record.kind, record.id)
      if let before, base.records[before].document.bytes == record.document.bytes { continue }
      items.append(Item(record: number, base: before, authors: try askedAuthors(record)))
    }
    for (number, record) in base.records.enumerated() where workspace.number(record.kind, record.id) == nil {
      items.append(Item(record: nil, base: number, authors: try askedAuthors(record)))
    }
    return Change(workspace: workspace, base: base, baseWeek: baseWeek, items: items)
  }

  /// Records that only changed their names, `kind/id` before by `kind/id` now: their bytes are the same.
  package var renames: [String: String] {
    var gone: [[UInt8]: String] = [:]
    for item in items where item.record == nil {
      if let number = item.base { gone[base.records[number].document.bytes] = base.records[number].reference }
    }
    if gone.isEmpty { return [:] }
    var renames: [String: String] = [:]
    for item in items where item.base == nil {
      guard let number = item.record else { continue }
      let record = workspace.records[number]
      if let before = gone[record.document.bytes] { renames[record.reference] = before }
    }
    return renames
  }

  /// The addresses of a person. They come from the base where the person is there: nobody gains an
  /// address in the same change that uses it.
  func addresses(of person: Name) -> [String] {
    (base.record(.person, person) ?? workspace.record(.person, person))?[Person.emails] ?? []
  }

  /// Whether one of these people has an address.
  func isOne(of people: [Name], _ address: String) -> Bool {
    people.contains { person in
      addresses(of: person).contains { $0.lowercased().utf8.elementsEqual(address.lowercased().utf8) }
    }
  }
}
