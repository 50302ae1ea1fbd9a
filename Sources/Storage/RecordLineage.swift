internal import Git
internal import Teamwork

/// Follows the records of a history through changes, renames and merges: see `Lineage`. Versions are the history's.
struct RecordLineage {
  private var lineage: Lineage
  /// By version, whether a commit that was followed before has it.
  private var isKnown: [Bool]
  /// By version the same one where the workspace lay before.
  private var earlierPlace: [Int: Int] = [:]
  private let versions: Versions
  private let summaries: String?
  private let ancestry: Ancestry
  /// By life the newest commits that took it away, as places in the history's steps.
  private var removals: [Int: [Int]] = [:]

  init(_ versions: Versions, summaries: String?, _ ancestry: Ancestry) {
    self.versions = versions
    self.summaries = summaries
    self.ancestry = ancestry
    lineage = Lineage(count: versions.keys.count)
    isKnown = [Bool](repeating: false, count: versions.keys.count)
    joinMovedFolders()
  }

  /// The lives of all versions, when all commits have been followed.
  mutating func lives() -> [Int] { lineage.lives() }

  /// A file is the same wherever the whole workspace lies.
  private mutating func joinMovedFolders() {
    guard let folder = versions.keys.first?.folder, versions.keys.contains(where: { $0.folder != folder }) else {
      return
    }
    var first: [VersionKey: Int] = [:]
    for (number, key) in versions.keys.enumerated() {
      let anywhere = VersionKey(folder: "", inner: key.inner, side: key.side)
      if let other = first[anywhere] {
        lineage.join(other, number)
        earlierPlace[number] = other
      } else {
        first[anywhere] = number
      }
    }
  }

  /// Follows what a commit did. Its parents are to be followed before it.
  mutating func follow(_ commit: inout WorkspaceHistory.CommitChanges) {
    if commit.changes.count > 1 { move(&commit) }
    for index in commit.changes.indices { follow(&commit.changes[index], at: commit.step) }
    joinOtherNames(of: commit)
    for change in commit.overruled { join(change, of: commit) }
    for (gone, came) in zip(commit.gone, commit.came) where !gone.isEmpty { drop(gone, came, by: commit) }
  }

  /// What a parent of a merge has, and the merge has under no name, was taken away: by the other side, or by the merge.
  private mutating func drop(
    _ gone: [WorkspaceHistory.CommitChanges.File], _ came: [WorkspaceHistory.CommitChanges.File],
    by commit: WorkspaceHistory.CommitChanges
  ) {
    let kept = Set(
      came.compactMap { versions.number(of: VersionKey(folder: commit.folder, inner: $0.inner, side: $0.side)) }
        .map { lineage.life(of: $0) })
    for file in gone {
      let life = lineage.life(of: file.version)
      if !kept.contains(life), removals[life]?.last != commit.step { removals[life, default: []].append(commit.step) }
    }
  }

  /// What two branches brought under one name is one record when they meet, though only one side's words stay; unless one
  /// of them took the other's record away before and used its name again.
  private mutating func join(
    _ change: WorkspaceHistory.CommitChanges.DiscardedChange, of commit: WorkspaceHistory.CommitChanges
  ) {
    func version(_ side: Git.Change.Side) -> Int? {
      versions.number(of: VersionKey(folder: commit.folder, inner: change.inner, side: side))
    }
    guard let old = version(change.old), let new = version(change.new) else { return }
    if lineage.life(of: old) == lineage.life(of: new) { return }
    if !wasRemoved(old, before: commit.step), !wasRemoved(new, before: commit.step) { join(old, new) }
  }

  private mutating func follow(_ change: inout FileChange, at step: Int) {
    if case .goneElsewhere = change.story { return }
    // Nearly always one version follows from one.
    if change.oldVersions.count == 1, let old = change.oldVersions[0], let new = change.newVersion {
      know(old)
      know(new)
      return join(old, new)
    }
    let olds = change.oldVersions.compactMap { $0 }
    for old in olds { know(old) }
    guard let new = change.newVersion else {
      if let old = olds.first { removals[lineage.life(of: old), default: []].append(step) }
      return
    }
    if olds.isEmpty, isKnown[earlierPlace[new] ?? new], wasRemoved(new, before: step) { change.story = .restored }
    for old in olds { join(old, new) }
    know(new)
  }

  private mutating func know(_ version: Int) { isKnown[earlierPlace[version] ?? version] = true }

  private mutating func join(_ a: Int, _ b: Int) {
    let lives = (lineage.life(of: a), lineage.life(of: b))
    if lives.0 == lives.1 { return }
    lineage.join(a, b)
    let removed = (removals.removeValue(forKey: lives.0) ?? []) + (removals.removeValue(forKey: lives.1) ?? [])
    if !removed.isEmpty { removals[lineage.life(of: a)] = removed.sorted(by: >) }
  }

  /// Whether a version is of a record that a commit before this one took away, not one that another branch brings, too.
  private mutating func wasRemoved(_ version: Int, before step: Int) -> Bool {
    // The newest removals stand last, and are the likely ones.
    removals[lineage.life(of: version)]?.reversed().prefix(Self.mostRemovals).contains {
      ancestry.precedes($0, step)
    } ?? false
  }

  private static let mostRemovals = 64

  // MARK: Other names

  /// A parent of a merge may have the record under a name that the merge no longer has: the other side renamed it. It is
  /// known again by its life, or as a record of its kind that the merge has as it is.
  private mutating func joinOtherNames(of commit: WorkspaceHistory.CommitChanges) {
    for place in placesOfOtherNames(commit) {
      let life = lineage.life(of: place.version)
      if place.gone.contains(where: { lineage.life(of: $0.version) == life }) { continue }
      let side = commit.changes[place.change].new
      if let same = place.gone.first(where: { $0.side == side }) { join(same.version, place.version) }
    }
  }

  /// Enters what the parents of a merge have of its records under other names, when all lives are known: what the merge has
  /// as it is it did not write, whatever the record was called.
  mutating func enterOtherNames(in commit: inout WorkspaceHistory.CommitChanges) {
    for place in placesOfOtherNames(commit) {
      let life = lineage.life(of: place.version)
      let side = commit.changes[place.change].new
      guard
        let other = place.gone.first(where: { $0.side == side })
          ?? place.gone.first(where: { lineage.life(of: $0.version) == life })
      else { continue }
      commit.changes[place.change].old[place.parent] = other.side
      commit.changes[place.change].oldVersions[place.parent] = other.version
    }
  }

  /// Where a parent of a merge has no record under the name that others have it under, and has others of its kind that went.
  private struct PlaceOfOtherName {
    var change: Int
    var parent: Int
    /// What the merge has.
    var version: Int
    var gone: [WorkspaceHistory.CommitChanges.File]
  }

  private func placesOfOtherNames(_ commit: WorkspaceHistory.CommitChanges) -> [PlaceOfOtherName] {
    if commit.gone.isEmpty { return [] }
    var places: [PlaceOfOtherName] = []
    lazy var gone = goneRecords(commit)
    for (index, change) in commit.changes.enumerated() {
      guard let version = change.newVersion, change.oldVersions.contains(where: { $0 != nil }) else { continue }
      for parent in change.oldVersions.indices
      where change.oldVersions[parent] == nil && !commit.gone[parent].isEmpty {
        guard let kind = kind(change.inner), let files = gone[parent][kind] else { continue }
        places.append(.init(change: index, parent: parent, version: version, gone: files))
      }
    }
    return places
  }

  /// By parent and kind; what is no record is of none.
  private func goneRecords(_ commit: WorkspaceHistory.CommitChanges) -> [[Kind: [WorkspaceHistory.CommitChanges.File]]]
  {
    commit.gone.map { files in
      var records: [Kind: [WorkspaceHistory.CommitChanges.File]] = [:]
      for file in files { if let kind = kind(file.inner) { records[kind, default: []].append(file) } }
      return records
    }
  }

  /// Nil for what is no record.
  private func kind(_ inner: String) -> Kind? {
    if case .record(let kind, _, _) = RecordPath(inner, summaries: summaries) { kind } else { nil }
  }

  // MARK: Renames

  /// Of what a merge brings or takes away counts only what no parent is without, or none has.
  private func move(_ commit: inout WorkspaceHistory.CommitChanges) {
    let changes = commit.changes
    let gone = changes.indices.filter { changes[$0].new == nil && changes[$0].old[0] != nil }
    let new =
      gone.isEmpty
      ? []
      : changes.indices.filter { number in
        changes[number].new != nil && changes[number].old.allSatisfy { $0 == nil }
      }
    if new.isEmpty { return }
    func end(_ number: Int, _ side: Git.Change.Side?) -> (Int, RenameDetection.Side<ObjectID>)? {
      guard let side, case .record(let kind, let id, _) = RecordPath(changes[number].inner, summaries: summaries) else {
        return nil
      }
      return (number, .init(kind: kind, id: id, content: side.mode.isFile ? side.id : nil))
    }
    let moves = RenameDetection(
      went: gone.compactMap { end($0, changes[$0].old[0]) }, came: new.compactMap { end($0, changes[$0].new) })
    for (came, went) in moves.moved.merging(moves.renamed, uniquingKeysWith: { first, _ in first }) {
      commit.changes[came].old = changes[went].old
      commit.changes[came].oldVersions = changes[went].oldVersions
      if moves.renamed[came] != nil { commit.changes[came].story = .renamed }
    }
    for went in moves.gone { commit.changes[went].story = .goneElsewhere }
  }
}
