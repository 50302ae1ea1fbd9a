internal import Documents
package import Text

/// Records that were read before, in this version of the workspace or another, by path and content.
package struct KnownRecords: Sendable {
  private var records: [Key: Record] = [:]
  private let limits: Limits
  private let extraFields: [Kind: [Name]]
  /// Whom their tasks' mentions were linked to.
  private let mentionable: [Kind: Set<Name>]
  private let mentionNames: MentionNames

  package init(_ workspace: Workspace) {
    limits = workspace.charter.limits
    extraFields = workspace.charter.extraFields
    mentionable = Self.mentionable(workspace.records)
    mentionNames = workspace.mentionNames
    var names: [String: String] = [:]
    for (number, file) in workspace.source.files.enumerated() {
      names[file.path] = workspace.source.contentName(of: number)
    }
    let told = names
    let found = parallelMap(workspace.records.count) { number -> String? in
      let record = workspace.records[number]
      return record.unreadable == nil
        ? told[record.path] ?? workspace.source.contentName(saying: record.document.bytes) : nil
    }
    records.reserveCapacity(workspace.records.count)
    for (record, name) in zip(workspace.records, found) {
      if let name { records[Self.key(record.path, name)] = record }
    }
  }

  /// - Parameters:
  ///   - people: whom mentions in tasks were taken to name.
  ///   - names: what files of equal content share, for each of the records.
  package init(
    _ read: [Record], names: [String], charter: Charter, people: Set<Name>, teams: Set<Name>,
    mentionNames: MentionNames
  ) {
    self.mentionNames = mentionNames
    limits = charter.limits
    extraFields = charter.extraFields
    mentionable = Self.mentionable(people, teams)
    records.reserveCapacity(read.count)
    for (record, name) in zip(read, names) where record.unreadable == nil {
      records[Self.key(record.path, name)] = record
    }
  }

  private struct Key: Hashable {
    let path: Name
    let content: Name

    // A content is rarely met at two paths.
    func hash(into hasher: inout Hasher) { hasher.combine(content) }
  }

  private static func key(_ path: String, _ name: String) -> Key { Key(path: Name(path), content: Name(name)) }

  func record(_ path: String, _ name: String) -> Record? { records[Self.key(path, name)] }

  /// Whether they would be read alike under a charter.
  func fits(_ charter: Charter) -> Bool { charter.limits == limits && charter.extraFields == extraFields }

  /// Whether tasks were linked as they would be among these records.
  func isLinked(like records: [Record]) -> Bool {
    Self.mentionable(records) == mentionable && MentionNames(records) == mentionNames
  }

  func isLinked(people: Set<Name>, teams: Set<Name>, _ names: MentionNames) -> Bool {
    Self.mentionable(people, teams) == mentionable && names == mentionNames
  }

  private static func mentionable(_ people: Set<Name>, _ teams: Set<Name>) -> [Kind: Set<Name>] {
    [.person: people, .team: teams].filter { !$0.value.isEmpty }
  }

  private static func mentionable(_ records: [Record]) -> [Kind: Set<Name>] {
    var ids: [Kind: Set<Name>] = [:]
    for record in records where record.kind == .person || record.kind == .team {
      ids[record.kind, default: []].insert(record.id)
    }
    return ids
  }
}
