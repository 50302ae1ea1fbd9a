internal import Git
package import Teamwork
package import Text

// What belongs to the story of one record or task.
extension WorkspaceHistory {
  /// The life of a version; nil where no commit is known that brought or took it away.
  private func version(_ inner: String, _ side: Git.Change.Side, _ versions: Versions) -> Int? {
    trees.places.lazy.compactMap { versions.number(of: VersionKey(folder: $0, inner: inner, side: side)) }.first {
      $0 < self.lives.count
    }
  }

  /// The version that the newest commit has of a record.
  ///
  /// - Parameter path: relative to the repository's top.
  private func newestVersion(_ path: String) throws -> Int? {
    guard let (inner, side) = try newestSide(path) else { return nil }
    return versions.withLock { version(inner, side, $0) }
  }

  private func newestSide(_ path: String) throws -> (inner: String, Git.Change.Side)? {
    guard path.utf8.starts(with: (folder + "/").utf8), let tree = trees.tree(of: 0) else { return nil }
    let inner = String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
    let entries = try repositories.with { try $0.entries(of: tree, under: Array(inner.utf8)) }
    return entries.first { $0.path.elementsEqual(inner.utf8) }.map { (inner, .init(id: $0.id, mode: $0.mode)) }
  }

  /// The life that a record has in the newest commit; nil where it has none there, or one that is older than the history.
  ///
  /// - Parameter path: relative to the repository's top.
  package func life(at path: String) throws -> Int? { try newestVersion(path).map { lives[$0] } }

  /// The lives of the records that a commit has, by kind and id; those that are older than the history are left out.
  package func lives(at step: Int?, of kinds: [Kind]? = nil) throws -> [Kind: [Name: Int]] {
    guard let tree = step.flatMap({ trees.tree(of: $0) }) else { return [:] }
    let summaries = charter.summariesFolder(in: folder)
    let folders = kinds?.map { Array(($0 == .charter ? "teamwork.md" : $0.folder).utf8) } ?? [[]]
    let entries = try repositories.with { repository in
      try folders.flatMap { try repository.entries(of: tree, under: $0) }
    }
    return versions.withLock { versions in
      var found: [Kind: [Name: Int]] = [:]
      for entry in entries {
        let inner = String(decoding: entry.path, as: UTF8.self)
        if let version = version(inner, .init(id: entry.id, mode: entry.mode), versions),
          case .record(let kind, let id, _) = RecordPath(inner, summaries: summaries)
        {
          found[kind, default: [:]][id] = lives[version]
        }
      }
      return found
    }
  }

  /// What differs between the trees of two commits, each record beside what it was, whatever it was called.
  package func changes(from old: Int?, to new: Int?) throws -> [RecordChange] {
    let changes = try repositories.with { try $0.changes(from: old.flatMap(trees.tree), to: new.flatMap(trees.tree)) }
    var ends: [RecordChange.End] = []
    for change in changes {
      let inner = String(decoding: change.path, as: UTF8.self)
      func end(_ side: Git.Change.Side?) throws -> (record: Record, life: Int?)? {
        guard let side, let record = try record(inner, side) else { return nil }
        return (record, versions.withLock { version(inner, side, $0) }.map { lives[$0] })
      }
      ends.append(.init(path: folder + "/" + inner, before: try end(change.old), after: try end(change.new)))
    }
    return RecordChange.paired(ends)
  }

  // MARK: What is not committed

  /// What came into the worktree since the newest commit, each with what it was there, and what went.
  private struct Uncommitted {
    typealias End = (path: String, kind: Kind, id: Name)
    var came: [(record: Record, origin: End?)] = []
    var went: [End] = []
  }

  private func uncommitted(_ latest: Workspace) throws -> Uncommitted {
    let summaries = charter.summariesFolder(in: folder)
    let entries = try trees.tree(of: 0).map { tree in try repositories.with { try $0.entries(of: tree) } } ?? []
    func path(_ entry: Entry) -> String { folder + "/" + String(decoding: entry.path, as: UTF8.self) }
    let committed = Set(entries.map { Name(path($0)) })
    let standing = Set(latest.records.map { Name($0.path) })
    let came = latest.records.filter { !committed.contains(Name($0.path)) }
    let went = entries.compactMap { entry -> (Uncommitted.End, content: ObjectID)? in
      guard !standing.contains(Name(path(entry))),
        case .record(let kind, let id, _) = RecordPath(
          String(decoding: entry.path, as: UTF8.self), summaries: summaries)
      else { return nil }
      return ((path(entry), kind, id), entry.id)
    }
    let moves = RenameDetection(
      went: went.enumerated().map { ($0, .init(kind: $1.0.kind, id: $1.0.id, content: $1.content)) },
      came: came.enumerated().map { number, record in
        let content = record.unreadable == nil ? ObjectID(ofBlob: record.document.bytes) : nil
        return (number, .init(kind: record.kind, id: record.id, content: content))
      })
    return Uncommitted(
      came: came.enumerated().map { number, record in
        (record, (moves.moved[number] ?? moves.renamed[number]).map { went[$0].0 })
      },
      went: went.indices.filter { !moves.gone.contains($0) }.map { went[$0].0 })
  }

  /// What the records of the worktree are called in the newest commit.
  package func names(in latest: Workspace) throws -> EarlierNames {
    let found = try uncommitted(latest)
    return EarlierNames(
      found.came.map { ($0.record.kind, $0.origin?.id, $0.record.id) } + found.went.map { ($0.kind, $0.id, nil) })
  }

  /// Where the newest commit has a record of the worktree, whatever it is called there; nil where it has none.
  package func path(inNewestOf record: Record, _ latest: Workspace) throws -> String? {
    if try newestSide(record.path) != nil { return record.path }
    return try uncommitted(latest).came.first { $0.record.path == record.path }?.origin?.path
  }

  /// The lives of the worktree's records, as far as they are committed.
  package func lives(of latest: Workspace, _ kinds: [Kind]? = nil) throws -> [Kind: [Name: Int]] {
    let committed = try lives(at: 0, of: kinds)
    let names = try names(in: latest)
    var lives: [Kind: [Name: Int]] = [:]
    for record in latest.records {
      if let name = names[record.kind, record.id], let life = committed[record.kind]?[name] {
        lives[record.kind, default: [:]][record.id] = life
      }
    }
    return lives
  }

  // MARK: Tasks

  /// The version of a record that the newest commit has; nil where it has none, or one that is older than the history.
  ///
  /// - Parameter path: relative to the repository's top.
  package func newestRecord(at path: String) throws -> Record? {
    try newestVersion(path).flatMap { number in versions.withLock { $0.records[number] } }
  }

  /// The story of a task, whatever it was called.
  ///
  /// - Parameters:
  ///   - life: its record's.
  ///   - path: where the newest commit has the record, and which of its tasks it is; nil where it has neither.
  ///   - anchor: what it was called, where it is not there now; of several the newest.
  package func story(ofTask anchor: Name, in life: Int, now place: (path: String, task: Int)?) throws -> TaskHistory {
    let newest = try place.flatMap { place in try newestVersion(place.path).map { ($0, place.task) } }
    var builder = TaskHistoryBuilder(versions.withLock { $0 }, lives, life)
    for commit in touched { for change in commit.changes { builder.follow(change) } }
    return builder.story(story, newest, anchor) { event in
      guard let number = event.commit else { return nil }
      let commit = touched[tellers[number]]
      return commit.changes.first { event.path.utf8.elementsEqual((commit.folder + "/" + $0.inner).utf8) }
    }
  }
}

/// What happened to a task.
package struct TaskHistory: Sendable {
  /// As places in the story's `events`, newest first, each with how the task stood; without it where the record has
  /// another name since.
  package let events: [(event: Int, task: TaskState?)]
}

/// Follows the tasks of a record through its versions.
private struct TaskHistoryBuilder {
  private let records: [Record?]
  private let lives: [Int]
  private let life: Int
  private var lineage: Lineage
  /// By version the place of its first task.
  private var places: [Int: Int] = [:]

  init(_ versions: Versions, _ lives: [Int], _ life: Int) {
    records = versions.records
    self.lives = lives
    self.life = life
    var count = 0
    var first: [VersionKey: Int] = [:]
    for version in lives.indices where lives[version] == life {
      let key = versions.keys[version]
      // The same bytes have the same tasks, wherever the workspace lay.
      let anywhere = VersionKey(folder: "", inner: key.inner, side: key.side)
      if let same = first[anywhere] {
        places[version] = same
        continue
      }
      places[version] = count
      first[anywhere] = count
      count += records[version]?.tasks.count ?? 0
    }
    lineage = Lineage(count: count)
  }

  mutating func follow(_ change: FileChange) {
    guard let new = change.newVersion, lives[new] == life, let after = records[new], after.hasReadBody else { return }
    for case let old? in change.oldVersions {
      guard let before = records[old], before.hasReadBody, places[old] != nil else { continue }
      for (number, older) in TaskMatching(from: before.tasks, to: after.tasks).older.enumerated() {
        if let older, let a = place(old, older), let b = place(new, number) { lineage.join(a, b) }
      }
    }
  }

  private func place(_ version: Int, _ task: Int) -> Int? { places[version].map { $0 + task } }

  mutating func story(
    _ story: EventHistory, _ newest: (version: Int, task: Int)?, _ anchor: Name, _ change: (Event) -> FileChange?
  ) -> TaskHistory {
    var told: [(event: Int, task: TaskState?, place: Int)] = []
    for index in story.events.indices where story.events[index].life == life {
      let event = story.events[index]
      guard let change = change(event) else { continue }
      let old = change.oldVersions.lazy.compactMap { $0 }.first
      let (tasks, version): ([TaskState], Int?) =
        switch event.change {
        case .created(let tasks): (tasks, change.newVersion)
        case .removed(let tasks): (tasks, old)
        case .taskRemoved(let task): ([task], old)
        default: (event.change.task.map { [$0] } ?? [], change.newVersion)
        }
      for task in tasks {
        if let version, let place = place(version, task.number) { told.append((index, task, place)) }
      }
      if case .renamed = event.change { told.append((index, nil, -1)) }
    }
    let found =
      newest.flatMap { place($0.version, $0.task) }
      ?? told.first { $0.task?.anchor == anchor || wasCalled(anchor, story.events[$0.event]) }?.place
    guard let found else { return TaskHistory(events: []) }
    let wanted = lineage.life(of: found)
    let own = told.filter { $0.place < 0 || lineage.life(of: $0.place) == wanted }
    // A new name of the record is news of a task that was there.
    let first = own.last { $0.task != nil }?.event ?? -1
    return TaskHistory(events: own.filter { $0.event <= first }.map { ($0.event, $0.task) })
  }

  private func wasCalled(_ anchor: Name, _ event: Event) -> Bool {
    if case .taskChanged(let from, _) = event.change { from.anchor == anchor } else { false }
  }
}
