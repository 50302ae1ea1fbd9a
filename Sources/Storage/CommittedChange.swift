package import Git
package import Teamwork
internal import Text

/// What the commits of a change did to the records of a workspace.
///
/// Each commit is compared with its parents tree by tree, once; those before the change only when it is asked for.
/// Contents are read where somebody has to be told.
package final class CommittedChange: ChangeHistory {
  /// The state that is judged.
  package enum State: Sendable {
    /// A commit, or what it was made from.
    case committed
    /// What would be committed on top of some commits, and by whom.
    case pending(parents: [ObjectID], author: String)
  }

  package let isSetBack: Bool
  private let hasCommits: Bool
  private let repository: Repository
  private let makeRange: () throws -> CommitRange
  private let base: Workspace
  private let workspace: Workspace
  private let state: State
  private let folder: [UInt8]
  private let summaries: String?

  private lazy var range = Result { try makeRange() }
  private lazy var change = Result { try changeVersions() }
  private lazy var taken = Result { try takingSteps() }
  private lazy var before = Result { try earlierVersions() }
  private lazy var pendingSteps = Result { try pendingChanges() }
  private var records: [RecordVersion: Record?] = [:]
  private var authors: [Int: CommitAuthors] = [:]
  private var folderTrees: [Int: ObjectID?] = [:]
  private var mergeBases: [[Int]: Int?] = [:]

  /// The number of the step that is not committed yet.
  private static let pendingNumber = -1

  /// - Parameters:
  ///   - range: the commits; made when it is asked for them first.
  ///   - hasCommits: whether there may be commits in the change.
  ///   - isSetBack: whether what is judged does not come after the base.
  package init(
    _ repository: Repository, base: Workspace, workspace: Workspace, state: State, hasCommits: Bool = true,
    isSetBack: Bool = false,
    range: @escaping () throws -> CommitRange
  ) {
    self.repository = repository
    self.base = base
    self.workspace = workspace
    self.state = state
    self.hasCommits = hasCommits
    self.isSetBack = isSetBack
    makeRange = range
    folder = Array(workspace.folder.utf8)
    summaries = workspace.charter.summariesFolder(in: workspace.folder)
  }

  package var isCut: Bool { get throws { try range.get().history.isCut } }

  // MARK: Versions

  package func version(of record: Record, isBase: Bool) throws -> RecordVersion {
    let content = (isBase ? base : workspace).contentName(of: record)
    let version = RecordVersion(RecordKey(record), Name(content ?? "\(isBase ? "base" : "here"):\(record.path)"))
    records[version] = record
    return version
  }

  package func record(_ version: RecordVersion) throws -> Record? {
    if let known = records[version] { return known }
    let record = try read(version)
    records[version] = .some(record)
    return record
  }

  private func read(_ version: RecordVersion) throws -> Record? {
    guard let content = version.content, let id = ObjectID(hex: content.text) else { return nil }
    let key = version.key
    let limits = base.charter.limits
    do {
      guard case .bytes(let bytes) = try repository.blob(id, limit: limits.fileSize) else { return nil }
      let path = workspace.path(of: key.kind.folder + "/" + key.id.text + ".md")
      return Record(key, path: path, bytes, limits: limits, extraFields: base.charter.extraFields[key.kind] ?? [])
    } catch let error as GitError where error.kind == .objectMissing { return nil }
  }

  // MARK: Steps

  /// Which commits have a version that none of their parents has, and which merges took it.
  private struct Versions {
    var introductions: [RecordVersion: [VersionStep]] = [:]
    var byKey: [RecordKey: [RecordVersion]] = [:]
    /// By a record's name those that a commit gave it in its place, or took it from.
    var otherNames: [RecordKey: [RecordKey]] = [:]

    mutating func add(_ version: RecordVersion, _ step: VersionStep) {
      if introductions[version] == nil { byKey[version.key, default: []].append(version) }
      introductions[version, default: []].append(step)
    }
  }

  package func introductions(of version: RecordVersion) throws -> [VersionStep] {
    try change.get().introductions[version] ?? []
  }

  package func takings(of version: RecordVersion) throws -> [VersionStep] {
    try taken.get()[version] ?? []
  }

  package func earlierIntroductions(of version: RecordVersion) throws -> [VersionStep] {
    try before.get().introductions[version] ?? []
  }

  package func otherNames(of key: RecordKey, withEarlier: Bool) throws -> [RecordKey] {
    var names = [key]
    var next = 0
    while next < names.count {
      var near = try change.get().otherNames[names[next]] ?? []
      if withEarlier { near += try before.get().otherNames[names[next]] ?? [] }
      for name in near where !names.contains(name) { names.append(name) }
      next += 1
    }
    return Array(names.dropFirst())
  }

  package func nameGroups() throws -> [[RecordKey]] {
    var groups: [[RecordKey]] = []
    var seen: Set<RecordKey> = []
    for key in try Array(change.get().otherNames.keys) + Array(before.get().otherNames.keys) where !seen.contains(key) {
      let group = try [key] + otherNames(of: key, withEarlier: true)
      seen.formUnion(group)
      groups.append(group)
    }
    return groups
  }

  package func versions(of key: RecordKey) throws -> [RecordVersion] {
    try ((change.get().byKey[key] ?? []) + (before.get().byKey[key] ?? [])).filter { $0.content != nil }
  }

  package func authors(of step: VersionStep) throws -> CommitAuthors {
    if let known = authors[step.number] { return known }
    let found: CommitAuthors
    if step.number == Self.pendingNumber, case .pending(_, let author) = state {
      found = CommitAuthors(commit: nil, addresses: [author])
    } else {
      let commit = try repository.commit(range.get().history.steps[step.number].id)
      found = CommitAuthors(commit: commit.id.hex, addresses: [commit.author.email] + (try commit.coAuthors()))
    }
    authors[step.number] = found
    return found
  }

  package func changes(of step: VersionStep) throws -> [[(before: RecordVersion, after: RecordVersion)]] {
    let parents =
      try step.number == Self.pendingNumber ? pendingSteps.get() : changesByKey(step.number, all: true)
    return parents.map { Array($0.values) }
  }

  private typealias Pairs = [RecordKey: (before: RecordVersion, after: RecordVersion)]

  private func changeVersions() throws -> Versions {
    var versions = Versions()
    if case .pending = state { try add(pendingSteps.get(), Self.pendingNumber, to: &versions) }
    if !hasCommits { return versions }
    for place in try range.get().fresh where try !range.get().history.steps[place].isCut {
      try add(changesByKey(place, all: false), place, to: &versions)
    }
    return versions
  }

  private func earlierVersions() throws -> Versions {
    var versions = Versions()
    let range = try range.get()
    for place in range.earlier where !range.history.steps[place].isCut {
      try add(changesByKey(place, all: false), place, to: &versions)
    }
    return versions
  }

  private func add(_ parents: [Pairs], _ number: Int, to versions: inout Versions) throws {
    guard let first = parents.first else { return }
    try addNames(first, number, to: &versions)
    func step(_ key: RecordKey, _ new: RecordVersion) -> VersionStep {
      VersionStep(number: number, parents: parents.map { $0[key]?.before ?? new })
    }
    if parents.count == 1 {
      for (key, pair) in first where key.kind.speaks { versions.add(pair.after, step(key, pair.after)) }
      return
    }
    for (key, pair) in first where key.kind.speaks && parents.allSatisfy({ $0[key] != nil }) {
      versions.add(pair.after, step(key, pair.after))
    }
  }

  /// The merges that have of a record what one parent has, and another has not.
  private func takingSteps() throws -> [RecordVersion: [VersionStep]] {
    let wanted = try differing()
    var takings: [RecordVersion: [VersionStep]] = [:]
    func add(_ parents: [Pairs], _ number: Int) {
      for (place, parent) in parents.enumerated() {
        for (key, pair) in parent where wanted.contains(key) {
          // Once for each record, and only where another parent has the same.
          if parents[..<place].contains(where: { $0[key] != nil }) || parents.allSatisfy({ $0[key] != nil }) {
            continue
          }
          let step = VersionStep(number: number, parents: parents.map { $0[key]?.before ?? pair.after })
          takings[pair.after, default: []].append(step)
        }
      }
    }
    if case .pending(let parents, _) = state, parents.count > 1 { add(try pendingSteps.get(), Self.pendingNumber) }
    if !hasCommits { return takings }
    let range = try range.get()
    for place in range.fresh where range.history.steps[place].parents.count > 1 {
      add(try changesByKey(place, all: false), place)
    }
    return takings
  }

  /// Records that speak for somebody and are not what they were in the base, under all names that they had meanwhile.
  private func differing() throws -> Set<RecordKey> {
    var keys: Set<RecordKey> = []
    for (some, other) in [(base, workspace), (workspace, base)] {
      for record in some.records where record.kind.speaks {
        if other.record(record.kind, record.id)?.document.bytes != record.document.bytes {
          keys.insert(RecordKey(record))
        }
      }
    }
    for key in keys {
      keys.formUnion(try otherNames(of: key, withEarlier: false))
      guard key.kind == .status else { continue }
      for person in try otherNames(of: RecordKey(.person, key.person), withEarlier: false) {
        keys.insert(key.under(person.id))
      }
    }
    return keys
  }

  /// All that the commit changed is looked at where something went and something came: names follow names.
  private func addNames(_ pairs: Pairs, _ number: Int, to versions: inout Versions) throws {
    guard pairs.values.contains(where: { $0.after.content == nil }),
      pairs.values.contains(where: { $0.before.content == nil })
    else { return }
    let all = try changes(of: VersionStep(number: number, parents: []))
    for (old, new) in try renamedKeys(in: all[0]) where new.kind.speaks || new.kind.isAddressed {
      versions.otherNames[new, default: []].append(old)
      versions.otherNames[old, default: []].append(new)
    }
  }

  /// What a commit changed against each of its parents; nothing where one of them has the same folder.
  private func changesByKey(_ place: Int, all: Bool) throws -> [Pairs] {
    let history = try range.get().history
    let parents = history.steps[place].parents
    let new = try folderTree(place)
    if parents.isEmpty { return [try pairs(from: nil, to: new, all)] }
    let old = try parents.map(folderTree)
    if old.count == 1, old[0] == new { return [] }
    return try old.map { try pairs(from: $0, to: new, all) }
  }

  private func pairs(from old: ObjectID?, to new: ObjectID?, _ all: Bool) throws -> Pairs {
    if old == new { return [:] }
    var sides: [RecordKey: (before: Name?, after: Name?)] = [:]
    for change in try repository.changes(from: old, to: new) {
      guard let key = key(String(decoding: change.path, as: UTF8.self)), all || key.kind.speaks || key.kind.isAddressed
      else {
        continue
      }
      var side = sides[key] ?? (nil, nil)
      side.before = change.old.map { Self.content($0) } ?? side.before
      side.after = change.new.map { Self.content($0) } ?? side.after
      sides[key] = side
    }
    return Self.pairs(sides)
  }

  private static func pairs(_ sides: [RecordKey: (before: Name?, after: Name?)]) -> Pairs {
    var pairs: Pairs = [:]
    for (key, side) in sides where side.before != side.after {
      pairs[key] = (RecordVersion(key, side.before), RecordVersion(key, side.after))
    }
    return pairs
  }

  private static func content(_ side: Git.Change.Side) -> Name {
    side.mode.isFile ? Name(side.id.hex) : Name("no file:" + side.id.hex)
  }

  private func key(_ inner: String) -> RecordKey? {
    guard case .record(let kind, let id, _) = RecordPath(inner, summaries: summaries) else { return nil }
    return RecordKey(kind, id)
  }

  private func folderTree(_ place: Int) throws -> ObjectID? {
    if let known = folderTrees[place] { return known }
    let tree = try repository.subtree(of: range.get().history.steps[place].tree, path: folder)
    folderTrees[place] = .some(tree)
    return tree
  }

  // MARK: What is not committed yet

  private func pendingChanges() throws -> [Pairs] {
    guard case .pending(let parents, _) = state else { return [] }
    var now: [RecordKey: Name] = [:]
    for record in workspace.records { now[RecordKey(record)] = try version(of: record, isBase: false).content }
    if parents.isEmpty { return [Self.pairs(now.mapValues { (nil, $0) })] }
    return try parents.map { parent in
      var sides: [RecordKey: (before: Name?, after: Name?)] = now.mapValues { (nil, $0) }
      guard let tree = try repository.subtree(of: parent, path: folder) else { return Self.pairs(sides) }
      for entry in try repository.entries(of: tree) {
        guard let key = key(String(decoding: entry.path, as: UTF8.self)) else { continue }
        sides[key, default: (nil, nil)].before = Self.content(.init(id: entry.id, mode: entry.mode))
      }
      return Self.pairs(sides)
    }
  }

  // MARK: Merges

  package func fork(of step: VersionStep, _ a: Int, _ b: Int, called keys: [RecordKey]) throws -> RecordVersion? {
    let range = try range.get()
    let places: [Int?]
    if step.number == Self.pendingNumber, case .pending(let parents, _) = state {
      places = parents.map(range.place)
    } else {
      places = range.history.steps[step.number].parents
    }
    guard places.indices.contains(max(a, b)), let first = places[a], let second = places[b] else { return nil }
    let versions = try keys.map { try fork(first, second, $0) }
    return versions.first { $0.content != nil } ?? versions.first
  }

  private func fork(_ a: Int, _ b: Int, _ key: RecordKey) throws -> RecordVersion {
    let range = try range.get()
    let place = mergeBases[[a, b]] ?? range.mergeBase(a, b)
    mergeBases[[a, b]] = .some(place)
    guard let place, let tree = try folderTree(place) else { return RecordVersion(key, nil) }
    // Its usual place first; a record in another folder is looked for.
    let usual = Array((key.kind.folder + "/" + key.id.text + ".md").utf8)
    let all = try repository.entries(of: tree, under: usual)
    let entry =
      try all.first
      ?? repository.entries(of: tree, under: Array(key.kind.folder.utf8)).first {
        self.key(String(decoding: $0.path, as: UTF8.self)) == key
      }
    return RecordVersion(key, entry.map { Self.content(.init(id: $0.id, mode: $0.mode)) })
  }
}
