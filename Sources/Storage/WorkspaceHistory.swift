package import Git
internal import Synchronization
package import Teamwork
package import Text

/// The history of a workspace: every commit, what each changed in the folder, and every version of every record, read
/// once.
///
/// The commits are walked once; root trees are looked at for one name; a folder's tree that a parent has too is not
/// entered; each blob is parsed once, whatever number of commits and reports ask for it.
package final class WorkspaceHistory: Sendable {
  package let folder: String
  package let history: History
  /// By HEAD's charter.
  package let charter: Charter
  package let zone: Zone
  /// What the commits did, newest first; commits that did nothing are left out.
  package let touched: [CommitChanges]
  package let story: EventHistory
  let repositories: RepositoryPool
  let trees: FolderTrees
  let reader: VersionReader
  let versions: Mutex<Versions>
  /// By the versions' numbers, the life of each: see `Lineage`.
  let lives: [Int]
  /// By the places of the story's commits those in `touched`.
  let tellers: [Int]
  /// For the workspaces at some commits; nil where the records are not read as a whole.
  private let known: KnownRecords?
  /// What was read before the history was.
  private let shared: KnownRecords?

  /// A commit that changed something in the folder.
  package struct CommitChanges: Sendable {
    /// Its place in the history's steps.
    package let step: Int
    /// Where the workspace lay then.
    let folder: String
    var changes: [FileChange]
    /// Of a merge: by parent what that one has and the merge has not, and what the merge has and that one has not; empty
    /// where the merge has all that any parent has.
    var gone: [[File]] = []
    var came: [[File]] = []
    /// Of a merge: what a parent has otherwise than another, whose version was taken.
    var overruled: [DiscardedChange] = []

    struct File: Sendable {
      let inner: String
      let side: Git.Change.Side
      /// Its number in the history's versions.
      var version = -1
    }

    struct DiscardedChange: Sendable {
      let inner: String
      let old: Git.Change.Side
      let new: Git.Change.Side
    }
  }

  /// - Parameters:
  ///   - head: the newest commit.
  ///   - skipped: kinds whose bodies are not needed.
  ///   - eventsOnly: whether the records themselves are not needed.
  ///   - other: a version of the workspace that was read already; what is the same there is not read again.
  package init(
    _ repositories: RepositoryPool, head: ObjectID, folder: String, skippingBodiesOf skipped: Set<Kind> = [],
    eventsOnly: Bool = false,
    sharing other: Workspace? = nil
  ) throws {
    self.folder = folder
    let shared = other.map { KnownRecords($0) }
    self.shared = shared
    self.repositories = repositories
    let ahead = TreePrefetch(folder, repositories)
    let history = try repositories.with { try $0.history(from: head, met: ahead.add) }
    self.history = history
    let seen = try ahead.end()
    let trees = try FolderTrees(history, folder: folder, known: seen.trees, repositories)
    self.trees = trees
    let ancestry = Ancestry(history)
    var touched = try Self.touched(history, trees, seen, ancestry, repositories)

    let charter = try repositories.with { try Self.charter(trees.tree(of: 0), folder, $0) }
    self.charter = charter
    zone = Zone(charter.timeZone)
    let summaries = charter.summariesFolder(in: folder)
    let begun = try Self.begun(history, trees, repositories)
    let reader = VersionReader(
      charter: charter, people: Self.ids(.person, touched, begun, summaries),
      teams: Self.ids(.team, touched, begun, summaries),
      names: try repositories.with { try Self.names(trees.tree(of: 0), folder, charter, summaries, shared, $0) },
      skippingBodiesOf: skipped, eventsOnly: eventsOnly, known: shared)
    self.reader = reader

    var versions = Self.numbered(&touched)
    lives = try Self.lives(&touched, versions, summaries, history, trees, ancestry, repositories)
    self.touched = touched
    try versions.read(repositories) { try Self.read($1, summaries, reader, $0) }
    known = eventsOnly ? nil : versions.known(reader)
    let people = try repositories.with {
      try Self.addresses(trees.tree(of: 0), folder, versions, summaries, reader, $0)
    }
    (story, tellers) = try Self.story(history, touched, versions.records, lives, ancestry, repositories, zone, people)
    self.versions = Mutex(versions)
  }

  /// Whether the newest commit has the workspace.
  package var hasWorkspace: Bool { trees.tree(of: 0) != nil }

  // MARK: States

  /// The workspace as a commit has it; nil for none.
  ///
  /// - Parameter other: a version of it that is nearer than the one that the history was read with; what is the same
  ///   there is not read again.
  package func workspace(at step: Int?, sharing other: Workspace? = nil) throws -> Workspace {
    let source = try repositories.with { repository in
      try GitSource(
        repository, commit: step.map { history.steps[$0].id }, folder: step.map { trees.folder(of: $0) } ?? folder)
    }
    let workspace = Workspace(
      source, folder: step.map { trees.folder(of: $0) } ?? folder,
      known: known ?? other.map { KnownRecords($0) } ?? shared)
    try source.throwFailure()
    return workspace
  }

  /// A version that was read before, or, at the edge of a history that is cut off, is read now.
  func record(_ inner: String, _ side: Git.Change.Side) throws -> Record? {
    let key = VersionKey(folder: folder, inner: inner, side: side)
    if let known = versions.withLock({ $0.record(key) }) { return known }
    let record = try repositories.with { try Self.read(key, charter.summariesFolder(in: folder), reader, $0) }
    versions.withLock { $0.add(key, record) }
    return record
  }

  // MARK: Reading

  private static func charter(_ tree: ObjectID?, _ folder: String, _ repository: Repository) throws -> Charter {
    guard let tree, let entry = try repository.entries(of: tree, under: Array("teamwork.md".utf8)).first,
      entry.mode == .regular || entry.mode == .executable
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

  /// Gives every version of a file its number.
  private static func numbered(_ touched: inout [CommitChanges]) -> Versions {
    var versions = Versions(capacity: touched.reduce(0) { $0 + $1.changes.count })
    for commit in touched.indices {
      let folder = touched[commit].folder
      for index in touched[commit].changes.indices {
        let change = touched[commit].changes[index]
        func number(_ side: Git.Change.Side) -> Int {
          versions.number(VersionKey(folder: folder, inner: change.inner, side: side))
        }
        touched[commit].changes[index].newVersion = change.new.map(number)
        touched[commit].changes[index].oldVersions = change.old.map { $0.map(number) }
      }
      for parent in touched[commit].gone.indices {
        for index in touched[commit].gone[parent].indices {
          let gone = touched[commit].gone[parent][index]
          touched[commit].gone[parent][index].version = versions.number(
            VersionKey(folder: folder, inner: gone.inner, side: gone.side))
        }
      }
    }
    return versions
  }

  /// The files that were there before the first commit of which it is known what it changed, relative to the workspace.
  private static func begun(_ history: History, _ trees: FolderTrees, _ repositories: RepositoryPool) throws -> [String]
  {
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
  private static func ids(_ kind: Kind, _ touched: [CommitChanges], _ begun: [String], _ summaries: String?) -> Set<
    Name
  > {
    let folder = Array("\(kind.folder)/".utf8)
    var ids: Set<Name> = []
    func add(_ path: String) {
      if path.utf8.starts(with: folder), case .record(kind, let id, _) = RecordPath(path, summaries: summaries) {
        ids.insert(id)
      }
    }
    for commit in touched { for change in commit.changes { add(change.inner) } }
    for path in begun { add(path) }
    return ids
  }

  private static func read(_ key: VersionKey, _ summaries: String?, _ reader: VersionReader, _ repository: Repository)
    throws -> Record?
  {
    guard case .record(let kind, let id, let week) = RecordPath(key.inner, summaries: summaries) else { return nil }
    if key.side.mode.isFile, let known = reader.known(key.path, key.side.id.hex) { return known }
    return reader.record(
      (kind, id, week), path: key.path, try content(of: key.side, limit: reader.charter.limits.fileSize, repository))
  }

  /// What HEAD's people are called.
  private static func names(
    _ tree: ObjectID?, _ folder: String, _ charter: Charter, _ summaries: String?, _ known: KnownRecords?,
    _ repository: Repository
  ) throws -> MentionNames {
    guard let tree else { return MentionNames() }
    let reader = VersionReader(
      charter: charter, people: [], teams: [], skippingBodiesOf: [.person], known: known)
    var records: [Record] = []
    for entry in try repository.entries(of: tree, under: Array(Kind.person.folder.utf8)) {
      let key = VersionKey(
        folder: folder, inner: String(decoding: entry.path, as: UTF8.self), side: .init(id: entry.id, mode: entry.mode))
      if let record = try read(key, summaries, reader, repository) { records.append(record) }
    }
    return MentionNames(records)
  }

  /// The people by the addresses that HEAD has for them, in small letters.
  private static func addresses(
    _ tree: ObjectID?, _ folder: String, _ versions: Versions, _ summaries: String?, _ reader: VersionReader,
    _ repository: Repository
  ) throws -> [String: Name] {
    guard let tree else { return [:] }
    var people: [String: Name] = [:]
    for entry in try repository.entries(of: tree, under: Array(Kind.person.folder.utf8)) {
      let key = VersionKey(
        folder: folder, inner: String(decoding: entry.path, as: UTF8.self), side: .init(id: entry.id, mode: entry.mode))
      guard let record = try versions.record(key) ?? read(key, summaries, reader, repository), record.kind == .person
      else { continue }
      for address in record[Person.emails] where people[address.lowercased()] == nil {
        people[address.lowercased()] = record.id
      }
    }
    return people
  }
}

extension CommitInfo {
  package init(_ commit: Commit, zone: Zone, people: [String: Name]) {
    self.init(
      id: commit.id.hex, time: commit.committer.time, day: zone.day(of: commit.committer.time),
      authorName: commit.author.name,
      authorEmail: commit.author.email, subject: commit.subject)
    authorTime = commit.author.time
    person = people[commit.author.email.lowercased()]
    isMerge = commit.parents.count > 1
    isSigned = commit.isSigned
    details = Self.details(commit.message)
    oddity = commit.oddities.first.map { oddity in
      switch oddity {
      case .noSignature: "has no author or no committer"
      case .severalAuthors: "has several authors, of whom the first counts"
      case .noEmail: "has no e-mail address"
      case .absurdTime: "has no date that could be, and counts as of 1 January 1970"
      case .notUTF8: "has a text that is not UTF-8"
      }
    }
  }

  /// The first paragraph below the subject that is no trailer, in one line.
  private static func details(_ message: String) -> String? {
    let paragraphs = message.split(separator: "\n", omittingEmptySubsequences: false).split {
      $0.allSatisfy(\.isWhitespace)
    }
    guard paragraphs.count > 1, let first = paragraphs[1].first, !first.lowercased().prefix(40).contains("-by: ") else {
      return nil
    }
    return paragraphs[1].map { $0.trimmed }.joined(separator: " ")
  }
}
