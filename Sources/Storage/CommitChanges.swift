internal import Git
internal import Teamwork
internal import Text

// What the commits did.
extension WorkspaceHistory {
  static func touched(
    _ history: History, _ trees: FolderTrees, _ seen: TreePrefetch.Outcome, _ ancestry: Ancestry,
    _ repositories: RepositoryPool
  ) throws -> [CommitChanges] {
    let candidates = history.steps.indices.filter { step in
      let (tree, parents) = (trees.tree(of: step), history.steps[step].parents)
      if history.steps[step].isCut || parents.isEmpty && tree == nil { return false }
      guard let same = parents.first(where: { trees.tree(of: $0) == tree }) else { return true }
      // A merge that is as one parent did nothing, unless it gave up what another had.
      return parents.contains { trees.tree(of: $0) != tree && !ancestry.precedes($0, same) }
    }
    return try repositories.map(candidates.count, block: 32) { repository, number in
      try touched(candidates[number], history, trees, seen, repository)
    }.filter { !$0.changes.isEmpty || !$0.overruled.isEmpty || !$0.gone.isEmpty }
  }

  private static func touched(
    _ step: Int, _ history: History, _ trees: FolderTrees, _ seen: TreePrefetch.Outcome, _ repository: Repository
  ) throws -> CommitChanges {
    let parents = history.steps[step].parents
    let new = trees.tree(of: step)
    let old = parents.first.flatMap(trees.tree)
    let folder = trees.folder(of: step)
    let first = try seen.changes[.init(old: old, new: new)] ?? repository.changes(from: old, to: new)
    if parents.count < 2 {
      return CommitChanges(step: step, folder: folder, changes: first.map { FileChange($0, old: [$0.old]) })
    }
    let others = try parents.dropFirst().map { try repository.changes(from: trees.tree(of: $0), to: new) }
    let byPath = others.map { Dictionary($0.map { ($0.path, $0) }) { first, _ in first } }
    let changes = first.compactMap { change -> FileChange? in
      let found = byPath.compactMap { $0[change.path] }
      // What one parent has as it is, the merge did not do.
      return found.count == others.count ? FileChange(change, old: [change.old] + found.map(\.old)) : nil
    }
    func files(_ side: KeyPath<Git.Change, Git.Change.Side?>, where other: KeyPath<Git.Change, Git.Change.Side?>)
      -> [[CommitChanges.File]]
    {
      ([first] + others).map { changes in
        changes.compactMap { change in
          guard change[keyPath: other] == nil, let side = change[keyPath: side] else { return nil }
          return CommitChanges.File(inner: String(decoding: change.path, as: UTF8.self), side: side)
        }
      }
    }
    let gone = files(\.old, where: \.new)
    let came = gone.allSatisfy(\.isEmpty) ? [] : files(\.new, where: \.old)
    let own = Set(changes.map(\.inner))
    let overruled = ([first] + others).joined().compactMap { change -> CommitChanges.DiscardedChange? in
      let inner = String(decoding: change.path, as: UTF8.self)
      guard let old = change.old, let new = change.new, !own.contains(inner) else { return nil }
      return .init(inner: inner, old: old, new: new)
    }
    return CommitChanges(
      step: step, folder: folder, changes: changes, gone: came.isEmpty ? [] : gone, came: came, overruled: overruled)
  }

  /// The life of each version; what the changes are in the stories of their records is entered in them.
  static func lives(
    _ touched: inout [CommitChanges], _ versions: Versions, _ summaries: String?, _ history: History,
    _ trees: FolderTrees, _ ancestry: Ancestry, _ repositories: RepositoryPool
  ) throws -> [Int] {
    var lineage = RecordLineage(versions, summaries: summaries, ancestry)
    for number in touched.indices.reversed() { lineage.follow(&touched[number]) }
    for number in touched.indices { lineage.enterOtherNames(in: &touched[number]) }
    let lives = lineage.lives()
    let back = touched.indices.flatMap { commit in
      touched[commit].changes.indices.compactMap { index -> (commit: Int, change: Int, life: Int)? in
        let change = touched[commit].changes[index]
        guard case .restored = change.story, let new = change.newVersion else { return nil }
        return (commit, index, lives[new])
      }
    }
    if back.isEmpty { return lives }
    let files = files(of: Set(back.map(\.life)), versions, lives)
    try repositories.with { repository in
      for (commit, change, life) in back {
        // What a parent has under another name had not gone.
        let isThere = try history.steps[touched[commit].step].parents.contains { parent in
          try trees.tree(of: parent).map { try has(files[life] ?? [:], $0, repository) } ?? false
        }
        if isThere { touched[commit].changes[change].story = .own }
      }
    }
    return lives
  }

  /// By life all versions that it has, by their paths.
  private static func files(of wanted: Set<Int>, _ versions: Versions, _ lives: [Int]) -> [Int: [Name: Set<
    Git.Change.Side
  >]] {
    var files: [Int: [Name: Set<Git.Change.Side>]] = [:]
    for (number, key) in versions.keys.enumerated() where wanted.contains(lives[number]) {
      files[lives[number], default: [:]][Name(key.inner), default: []].insert(key.side)
    }
    return files
  }

  private static func has(_ files: [Name: Set<Git.Change.Side>], _ tree: ObjectID, _ repository: Repository) throws
    -> Bool
  {
    try files.contains { path, sides in
      try repository.entries(of: tree, under: Array(path.text.utf8)).contains {
        sides.contains(.init(id: $0.id, mode: $0.mode))
      }
    }
  }

  /// - Returns: also by the places of its commits those in `touched`.
  static func story(
    _ history: History, _ touched: [CommitChanges], _ records: [Record?], _ lives: [Int], _ ancestry: Ancestry,
    _ repositories: RepositoryPool, _ zone: Zone, _ people: [String: Name]
  ) throws -> (EventHistory, tellers: [Int]) {
    let told = try repositories.map(touched.count, block: 8) { repository, number -> (CommitInfo, [Event]) in
      let commit = touched[number]
      let info = CommitInfo(try repository.commit(history.steps[commit.step].id), zone: zone, people: people)
      return (info, CommitEvents(commit, records, lives: lives).events)
    }
    let tellers = told.indices.filter { !told[$0].1.isEmpty }
    var events: [Event] = []
    for (number, teller) in tellers.enumerated() {
      for var event in told[teller].1 {
        event.commit = number
        events.append(event)
      }
    }
    DuplicateChanges.mark(&events, steps: tellers.map { touched[$0].step }, ancestry)
    return (EventHistory(commits: tellers.map { told[$0].0 }, events: events, isCut: history.isCut), tellers)
  }
}
