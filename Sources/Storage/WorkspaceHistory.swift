package import Git
package import Teamwork
package import Text

/// The history of a workspace: every commit, what each changed in the folder, and every version of every record, read
/// once.
///
/// The commits are walked once; root trees are looked at for one name; a folder's tree that a parent has too is not
/// entered; each blob is parsed once, whatever number of commits and reports ask for it.
package final class WorkspaceHistory {
  package let folder: String
  package let history: History
  /// By HEAD's charter.
  package let charter: Charter
  package let zone: Zone
  /// What the commits did, newest first; commits that did nothing are left out.
  package let touched: [Touched]
  package let story: Story
  private let repositories: RepositoryPool
  private let trees: FolderTrees
  private let reader: VersionReader
  private var versions: [VersionKey: Record]

  /// A commit that changed something in the folder.
  package struct Touched: Sendable {
    /// Its place in the history's steps.
    package let step: Int
    /// Where the workspace lay then.
    let folder: String
    let changes: [FileChange]
  }

  /// - Parameters:
  ///   - head: the newest commit.
  ///   - skipped: kinds whose bodies are not needed.
  package init(_ repositories: RepositoryPool, head: ObjectID, folder: String, skippingBodiesOf skipped: Set<Kind> = []) throws {
    self.folder = folder
    self.repositories = repositories
    let history = try repositories.with { try $0.history(from: head) }
    self.history = history
    let trees = try FolderTrees(history, folder: folder, repositories)
    self.trees = trees
    let touched = try Self.touched(history, trees, repositories)
    self.touched = touched

    charter = try repositories.with { try Self.charter(trees.tree(of: 0), folder, $0) }
    zone = Zone(charter.timeZone)
    let summaries = charter.summariesFolder(in: folder)
    let begun = try Self.begun(history, trees, repositories)
    let reader = VersionReader(
      charter: charter, people: Self.ids(.person, touched, begun, summaries), teams: Self.ids(.team, touched, begun, summaries),
      skippingBodiesOf: skipped)
    self.reader = reader

    // Every version once, in the order in which they are come upon.
    var keys: [VersionKey] = []
    var known: Set<VersionKey> = []
    for commit in touched {
      for change in commit.changes {
        for case let side? in change.old + [change.new] {
          let key = VersionKey(folder: commit.folder, inner: change.inner, side: side)
          if known.insert(key).inserted { keys.append(key) }
        }
      }
    }
    let wanted = keys
    let records = try repositories.map(wanted.count) { repository, number in
      try Self.read(wanted[number], summaries, reader, repository)
    }
    var versions: [VersionKey: Record] = [:]
    versions.reserveCapacity(wanted.count)
    for (key, record) in zip(wanted, records) { if let record { versions[key] = record } }
    self.versions = versions
    let found = versions
    let people = try repositories.with { try Self.addresses(trees.tree(of: 0), folder, found, summaries, reader, $0) }
    story = try Self.story(history, touched, found, repositories, zone, people)
  }

  /// Whether the newest commit has the workspace.
  package var hasWorkspace: Bool { trees.tree(of: 0) != nil }

  // MARK: States

  /// The workspace as a commit has it; nil for none.
  package func workspace(at step: Int?) throws -> Workspace {
    let source = try repositories.with { repository in
      try GitSource(repository, commit: step.map { history.steps[$0].id }, folder: step.map { trees.folder(of: $0) } ?? folder)
    }
    let keys = Array(versions)
    let known = KnownRecords(
      keys.map(\.value), names: keys.map { $0.key.side.id.hex }, charter: charter, people: reader.people, teams: reader.teams)
    let workspace = Workspace(source, folder: step.map { trees.folder(of: $0) } ?? folder, known: known)
    try source.throwFailure()
    return workspace
  }

  /// What differs between the trees of two commits.
  package func changes(from old: Int?, to new: Int?) throws -> [WeekMark.Version] {
    let changes = try repositories.with { try $0.changes(from: old.flatMap(trees.tree), to: new.flatMap(trees.tree)) }
    return try changes.compactMap { change in
      let inner = String(decoding: change.path, as: UTF8.self)
      let before = try change.old.flatMap { try record(inner, $0) }
      let after = try change.new.flatMap { try record(inner, $0) }
      return before == nil && after == nil ? nil : .init(path: folder + "/" + inner, before: before, after: after)
    }
  }

  /// A version that was read before, or, at the edge of a history that is cut off, is read now.
  private func record(_ inner: String, _ side: Git.Change.Side) throws -> Record? {
    let key = VersionKey(folder: folder, inner: inner, side: side)
    if let known = versions[key] { return known }
    let record = try repositories.with { try Self.read(key, charter.summariesFolder(in: folder), reader, $0) }
    versions[key] = record
    return record
  }

  // MARK: Reading

  private static func charter(_ tree: ObjectID?, _ folder: String, _ repository: Repository) throws -> Charter {
    guard let tree, let entry = try repository.entries(of: tree, under: Array("teamwork.md".utf8)).first, entry.mode == .regular || entry.mode == .executable
    else { return Charter() }
    let reader = VersionReader(charter: Charter(), people: [], teams: [])
    let content = try content(of: .init(id: entry.id, mode: entry.mode), limit: Charter().limits.fileSize, repository)
    return Charter(reader.record((.charter, "teamwork", nil), path: folder + "/teamwork.md", content))
  }

  private static func content(of side: Git.Change.Side, limit: Int, _ repository: Repository) throws -> FileContent {
    switch side.mode {
    case .regular, .executable:
      switch try repository.blob(side.id, limit: limit) {
      case .bytes(let bytes): return .bytes(bytes)
      case .tooLarge(let size): return .tooLarge(Int(clamping: size))
      }
    case .symlink: return .unreadable(.init("this is a link", help: "put the file itself here"))
    case .submodule: return .unreadable(.init("this is a submodule", help: "a workspace holds its own files"))
    case .other: return .unreadable(.init("this is no regular file", help: "remove it"))
    }
  }

  /// The files that were there before the first commit of which it is known what it changed, relative to the workspace.
  private static func begun(_ history: History, _ trees: FolderTrees, _ repositories: RepositoryPool) throws -> [String] {
    var paths: [String] = []
    for step in history.steps.indices where history.steps[step].isCut {
      guard let tree = trees.tree(of: step) else { continue }
      for kind in [Kind.person, .team] {
        let entries = try repositories.with { try $0.entries(of: tree, under: Array(kind.folder.utf8)) }
        paths += entries.map { String(decoding: $0.path, as: UTF8.self) }
      }
    }
    return paths
  }

  /// The ids of all records of a kind that ever were.
  private static func ids(_ kind: Kind, _ touched: [Touched], _ begun: [String], _ summaries: String?) -> Set<Name> {
    let folder = Array("\(kind.folder)/".utf8)
    var ids: Set<Name> = []
    func add(_ path: String) {
      if path.utf8.starts(with: folder), case .record(kind, let id, _) = RecordPath(path, summaries: summaries) { ids.insert(id) }
    }
    for commit in touched { for change in commit.changes { add(change.inner) } }
    for path in begun { add(path) }
    return ids
  }

  private static func read(_ key: VersionKey, _ summaries: String?, _ reader: VersionReader, _ repository: Repository) throws -> Record? {
    guard case .record(let kind, let id, let week) = RecordPath(key.inner, summaries: summaries) else { return nil }
    return reader.record((kind, id, week), path: key.path, try content(of: key.side, limit: reader.charter.limits.fileSize, repository))
  }

  // MARK: What the commits did

  private static func touched(_ history: History, _ trees: FolderTrees, _ repositories: RepositoryPool) throws -> [Touched] {
    let candidates = history.steps.indices.filter { step in
      !history.steps[step].isCut && !history.steps[step].parents.contains { trees.tree(of: $0) == trees.tree(of: step) }
        && !(history.steps[step].parents.isEmpty && trees.tree(of: step) == nil)
    }
    return try repositories.map(candidates.count, block: 8) { repository, number in
      let step = candidates[number]
      return Touched(step: step, folder: trees.folder(of: step), changes: try ownChanges(step, history, trees, repository))
    }.filter { !$0.changes.isEmpty }
  }

  private static func ownChanges(_ step: Int, _ history: History, _ trees: FolderTrees, _ repository: Repository) throws -> [FileChange] {
    let parents = history.steps[step].parents
    let new = trees.tree(of: step)
    let first = try repository.changes(from: parents.first.flatMap(trees.tree), to: new)
    if parents.count < 2 { return first.map { FileChange($0, old: [$0.old]) } }
    var others: [[[UInt8]: Git.Change]] = []
    for parent in parents.dropFirst() {
      let changes = try repository.changes(from: trees.tree(of: parent), to: new)
      others.append(Dictionary(changes.map { ($0.path, $0) }) { first, _ in first })
    }
    return first.compactMap { change in
      let found = others.compactMap { $0[change.path] }
      // What one parent has as it is, the merge did not do.
      guard found.count == others.count else { return nil }
      return FileChange(change, old: [change.old] + found.map(\.old))
    }
  }

  private static func story(
    _ history: History, _ touched: [Touched], _ versions: [VersionKey: Record], _ repositories: RepositoryPool, _ zone: Zone, _ people: [String: Name]
  ) throws -> Story {
    let told = try repositories.map(touched.count, block: 8) { repository, number -> (CommitInfo, [Event]) in
      let commit = touched[number]
      let info = CommitInfo(try repository.commit(history.steps[commit.step].id), zone: zone, people: people)
      return (info, CommitEvents(commit, versions).events)
    }
    let sorted = told.filter { !$0.1.isEmpty }
    var events: [Event] = []
    for (number, (_, own)) in sorted.enumerated() {
      for var event in own {
        event.commit = number
        events.append(event)
      }
    }
    return Story(commits: sorted.map(\.0), events: events, isCut: history.isCut)
  }

  /// The people by the addresses that HEAD has for them, in small letters.
  private static func addresses(
    _ tree: ObjectID?, _ folder: String, _ versions: [VersionKey: Record], _ summaries: String?, _ reader: VersionReader, _ repository: Repository
  ) throws -> [String: Name] {
    guard let tree else { return [:] }
    var people: [String: Name] = [:]
    for entry in try repository.entries(of: tree, under: Array(Kind.person.folder.utf8)) {
      let key = VersionKey(folder: folder, inner: String(decoding: entry.path, as: UTF8.self), side: .init(id: entry.id, mode: entry.mode))
      guard let record = try versions[key] ?? read(key, summaries, reader, repository), record.kind == .person else { continue }
      for address in record.names("emails") where people[address.value.text.lowercased()] == nil { people[address.value.text.lowercased()] = record.id }
    }
    return people
  }
}

/// A file that a commit changed.
struct FileChange: Sendable {
  /// Relative to the workspace.
  let inner: String
  /// Of each parent; nil where it has no such file. A first commit has one, nil.
  let old: [Git.Change.Side?]
  let new: Git.Change.Side?

  init(_ change: Git.Change, old: [Git.Change.Side?]) {
    inner = String(decoding: change.path, as: UTF8.self)
    self.old = old
    new = change.new
  }
}

/// A version of a file.
struct VersionKey: Hashable, Sendable {
  /// The workspace's at that time.
  let folder: String
  /// Relative to the workspace.
  let inner: String
  let side: Git.Change.Side

  var path: String { folder + "/" + inner }

  static func == (a: VersionKey, b: VersionKey) -> Bool {
    a.side == b.side && a.inner.utf8.elementsEqual(b.inner.utf8) && a.folder.utf8.elementsEqual(b.folder.utf8)
  }

  // A content is rarely met at two paths.
  func hash(into hasher: inout Hasher) { hasher.combine(side.id) }
}

/// What one commit did, as events.
struct CommitEvents {
  private(set) var events: [Event] = []
  private let commit: WorkspaceHistory.Touched
  private let versions: [VersionKey: Record]

  init(_ commit: WorkspaceHistory.Touched, _ versions: [VersionKey: Record]) {
    self.commit = commit
    self.versions = versions
    let moves = moves
    for (index, change) in commit.changes.enumerated() where !moves.gone.contains(index) {
      let after = record(change, change.new)
      if let origin = moves.renamed[index].flatMap({ record(commit.changes[$0], commit.changes[$0].old[0]) }), let after {
        events.append(Event(path: after.path, kind: after.kind, id: after.id, change: .renamed(from: origin.id, to: after.id), isUnreadable: !after.isReadable))
        continue
      }
      let earlier = moves.moved[index].map { commit.changes[$0] } ?? change
      // Who may run a file is nobody's concern.
      if earlier.old.contains(where: { $0?.id == change.new?.id && $0?.mode.isFile == change.new?.mode.isFile }) { continue }
      events += EventBuilder.events(ofMerge: after, parents: earlier.old.map { record(earlier, $0) })
    }
  }

  private func record(_ change: FileChange, _ side: Git.Change.Side?) -> Record? {
    side.flatMap { versions[VersionKey(folder: commit.folder, inner: change.inner, side: $0)] }
  }

  /// What a merge brings or takes away counts only where no parent is without it, or none has it.
  private var moves: Moves {
    var went: [(Int, Moves.End<ObjectID>)] = []
    var came: [(Int, Moves.End<ObjectID>)] = []
    for (index, change) in commit.changes.enumerated() {
      if change.new == nil, let old = change.old[0], let record = record(change, old) {
        went.append((index, .init(kind: record.kind, id: record.id, content: old.mode.isFile ? old.id : nil)))
      } else if let new = change.new, change.old.allSatisfy({ $0 == nil }), let record = record(change, new) {
        came.append((index, .init(kind: record.kind, id: record.id, content: new.mode.isFile ? new.id : nil)))
      }
    }
    return Moves(went: went, came: came)
  }
}

extension Git.Mode {
  var isFile: Bool { self == .regular || self == .executable }
}

extension CommitInfo {
  package init(_ commit: Commit, zone: Zone, people: [String: Name]) {
    self.init(
      id: commit.id.hex, time: commit.committer.time, day: zone.day(of: commit.committer.time), authorName: commit.author.name,
      authorEmail: commit.author.email, subject: commit.subject)
    authorTime = commit.author.time
    person = people[commit.author.email.lowercased()]
    isMerge = commit.parents.count > 1
    isSigned = commit.isSigned
  }
}
