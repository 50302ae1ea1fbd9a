internal import Git
internal import Storage
internal import Teamwork

/// What a tree is compared with to find what a change brings, and the commits that lie between.
struct ChangeBase {
  /// Nil before the first commit.
  let commit: ObjectID?
  let state: CommittedChange.State
  /// Whether there may be commits between the two.
  var hasCommits = true
  /// Whether what is judged does not come after the base.
  var isSetBack = false
  let range: () throws -> CommitRange

  /// What is staged, since HEAD.
  static func staged(_ repository: Repository) throws -> ChangeBase {
    let parents = try repository.head().map { [$0] } ?? []
    // Who merges somebody's report, or carries it over, has not written it.
    let merged = try repository.mergeHeads()
    return ChangeBase(
      commit: parents.first, state: try .pending(parents: parents + merged, author: repository.nextAuthor() ?? ""),
      hasCommits: !merged.isEmpty,
      range: { try CommitRange(repository, tips: merged, known: parents, carried: repository.carriedHere()) })
  }

  /// A commit, what is staged or the worktree, since it left what a revision names.
  ///
  /// - Parameter tip: the commit that is judged; nil for what is on top of HEAD.
  static func since(_ named: ObjectID, tip: ObjectID?, _ repository: Repository) throws -> ChangeBase {
    let tips = try tip.map { [$0] } ?? (repository.head().map { [$0] } ?? []) + repository.mergeHeads()
    let carried = try tip == nil ? repository.carriedHere() : []
    let range = try CommitRange(repository, tips: tips, known: [named], carried: carried)
    if range.mergeBase == nil, range.history.isCut { throw Failure.cut(range.history.steps.first { $0.isCut }?.id) }
    try range.requireWhole()
    return ChangeBase(
      commit: range.mergeBase ?? named,
      state: try tip == nil ? .pending(parents: tips, author: repository.nextAuthor() ?? "") : .committed,
      range: { range })
  }

  /// A commit that takes the place of another.
  static func replacing(_ old: ObjectID, by new: ObjectID, _ repository: Repository) throws -> ChangeBase {
    let range = try CommitRange(repository, tips: [new], known: [old])
    try range.requireWhole()
    return ChangeBase(commit: old, state: .committed, isSetBack: range.mergeBase != old, range: { range })
  }

  /// A commit that is new here, since it left what the repository's references lead to; since what HEAD names, or the
  /// first branch, where they have nothing in common; with nothing before it in an empty repository.
  static func new(_ commit: ObjectID, _ repository: Repository) throws -> ChangeBase {
    let head = try repository.head().map { [$0] } ?? []
    let known = try head + repository.referencedCommits().filter { !head.contains($0) }
    let range = try CommitRange(repository, tips: [commit], known: known)
    try range.requireWhole()
    return ChangeBase(commit: range.mergeBase ?? known.first, state: .committed, range: { range })
  }
}

extension Repository {
  fileprivate func carriedHere() throws -> [ObjectID] {
    // What `SQUASH_MSG` says is a text that people edit.
    try carriedCommits().filter { commit in
      do {
        if case .commit = try target(of: commit) { return true }
        return false
      } catch let error as GitError where error.kind == .objectMissing { return false }
    }
  }
}

extension CommitRange {
  /// - Throws: `Failure` where it cannot be told who wrote what.
  fileprivate func requireWhole() throws { if let cut { throw Failure.cut(cut) } }
}

extension Failure {
  fileprivate static func cut(_ commit: ObjectID?) -> Failure {
    Failure(
      "the history since the base is cut off\(commit.map { " at \($0.hex.prefix(7))" } ?? ""): it cannot be told who wrote what",
      help: "fetch the rest: `git fetch --unshallow`, or in CI a full depth")
  }
}
