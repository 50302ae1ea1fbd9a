package import Text

/// A version of a record: what its file held, under its own name.
package struct RecordVersion: Hashable, Sendable {
  package let key: RecordKey
  /// Equal for files of equal bytes, as Git names them; nil where there was no file.
  package let content: Name?

  package init(_ key: RecordKey, _ content: Name?) {
    self.key = key
    self.content = content
  }
}

/// Who made a commit, or would make one of what is not committed yet.
package struct CommitAuthors: Sendable, Hashable {
  /// The commit's name, hexadecimal; nil for what is not committed yet.
  package let commit: String?
  /// Raw addresses: the author's, then those of the `Co-authored-by` trailers. An empty one is none.
  package let addresses: [String]

  package init(commit: String?, addresses: [String]) {
    self.commit = commit
    self.addresses = addresses
  }
}

/// A commit that has a version of a record.
package struct VersionStep: Sendable {
  /// A number of the history's own.
  package let number: Int
  /// What each parent has; a first commit has one parent, with nothing.
  package let parents: [RecordVersion]

  package init(number: Int, parents: [RecordVersion]) {
    self.number = number
    self.parents = parents
  }
}

/// What the commits between a base and the state that is judged did, and those before them; what is not committed yet
/// counts as a commit on top.
package protocol ChangeHistory: AnyObject {
  /// The version of a record that is in the state judged, or in the base.
  func version(of record: Record, isBase: Bool) throws -> RecordVersion

  /// The commits of the change that have a version which no parent has, the newest first.
  func introductions(of version: RecordVersion) throws -> [VersionStep]

  /// The merges of the change that have a version which one parent has, and another has not.
  func takings(of version: RecordVersion) throws -> [VersionStep]

  /// What a record was where two parents of a merge parted, by their places in the step, under the first of some names
  /// that it had there; nil where that is not known.
  func fork(of step: VersionStep, _ a: Int, _ b: Int, called keys: [RecordKey]) throws -> RecordVersion?

  /// The commits before the change, and those whose work is carried over, that have a version which no parent has.
  func earlierIntroductions(of version: RecordVersion) throws -> [VersionStep]

  /// What else a record is or was called, by commits of the change that only renamed it, the nearest names first.
  ///
  /// - Parameter withEarlier: by those before it, too.
  func otherNames(of key: RecordKey, withEarlier: Bool) throws -> [RecordKey]

  /// The names that are one record's each, by commits of the change and before it.
  func nameGroups() throws -> [[RecordKey]]

  /// All versions of a record, of the change and before.
  func versions(of key: RecordKey) throws -> [RecordVersion]

  func authors(of step: VersionStep) throws -> CommitAuthors

  /// All that a commit changed against each of its parents.
  func changes(of step: VersionStep) throws -> [[(before: RecordVersion, after: RecordVersion)]]

  /// Nil where there is none, or it is no regular file.
  func record(_ version: RecordVersion) throws -> Record?

  /// Whether the state judged does not come after the base: a branch was set back, or begun anew.
  var isSetBack: Bool { get }

  /// Whether there was more before than is here.
  var isCut: Bool { get throws }
}

extension ChangeHistory {
  /// What a commit only called otherwise, by all that it changed against one parent.
  func renames(in changes: [(before: RecordVersion, after: RecordVersion)]) throws -> Renames {
    func end(_ version: RecordVersion) -> Renames.End {
      .init(key: version.key, content: version.content, record: { try self.record(version) })
    }
    var renames = try Renames(
      went: changes.filter { $0.after.content == nil }.map { end($0.before) },
      came: changes.filter { $0.before.content == nil }.map { end($0.after) })
    for (before, after) in changes where before.key.kind.declaration.hasTasks {
      guard after.content != nil, before.content != nil, let old = try record(before), let new = try record(after)
      else { continue }
      renames.addAnchors(from: old, to: new)
    }
    return renames
  }

  /// The records that a commit called otherwise.
  package func renamedKeys(in changes: [(before: RecordVersion, after: RecordVersion)]) throws -> [(
    old: RecordKey, new: RecordKey
  )] {
    try renames(in: changes.filter { ($0.before.content == nil) != ($0.after.content == nil) }).names.flatMap {
      kind, ids in
      ids.map { (RecordKey(kind, $0), RecordKey(kind, $1)) }
    }
  }
}

/// A change by one hand, not committed yet, on top of the base.
package final class UncommittedChange: ChangeHistory {
  private let base: Workspace
  private let workspace: Workspace
  private let author: String
  private var records: [RecordVersion: Record] = [:]
  private var contents: [[UInt8]: Name] = [:]

  package init(base: Workspace, workspace: Workspace, author: String) {
    self.base = base
    self.workspace = workspace
    self.author = author
  }

  package var isSetBack: Bool { false }

  package var isCut: Bool { false }

  package func version(of record: Record, isBase: Bool) -> RecordVersion { version(of: record) }

  private func version(of record: Record) -> RecordVersion {
    let content = contents[record.document.bytes] ?? Name("\(contents.count)")
    contents[record.document.bytes] = content
    let version = RecordVersion(RecordKey(record), content)
    records[version] = record
    return version
  }

  private func version(_ key: RecordKey, in workspace: Workspace) -> RecordVersion {
    workspace.record(key.kind, key.id).map(version(of:)) ?? RecordVersion(key, nil)
  }

  package func introductions(of version: RecordVersion) -> [VersionStep] {
    let before = self.version(version.key, in: base)
    guard before != version, self.version(version.key, in: workspace) == version else { return [] }
    return [VersionStep(number: 0, parents: [before])]
  }

  package func takings(of version: RecordVersion) -> [VersionStep] { [] }

  package func fork(of step: VersionStep, _ a: Int, _ b: Int, called keys: [RecordKey]) -> RecordVersion? { nil }

  package func earlierIntroductions(of version: RecordVersion) -> [VersionStep] { [] }

  package func otherNames(of key: RecordKey, withEarlier: Bool) -> [RecordKey] { [] }

  package func nameGroups() -> [[RecordKey]] { [] }

  package func versions(of key: RecordKey) -> [RecordVersion] {
    [self.version(key, in: workspace)].filter { $0.content != nil }
  }

  package func authors(of step: VersionStep) -> CommitAuthors { CommitAuthors(commit: nil, addresses: [author]) }

  package func changes(of step: VersionStep) -> [[(before: RecordVersion, after: RecordVersion)]] { [] }

  package func record(_ version: RecordVersion) -> Record? { records[version] }
}
