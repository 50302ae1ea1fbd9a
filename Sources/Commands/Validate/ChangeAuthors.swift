internal import Git
internal import Reports
internal import Teamwork

/// Who touched each file between a base and the tree that is judged.
struct ChangeAuthors {
  private var byPath: [String: [String]] = [:]
  /// Whether what is judged may hold what no commit has.
  private let isUncommitted: Bool
  private let repository: Repository

  /// - Parameters:
  ///   - base: the commit that the change starts from; nil before the first one.
  ///   - source: what is judged.
  init(_ session: Session, base: ObjectID?, source: ValidationReport.Source, isStaged: Bool, folder: String) throws {
    repository = try session.repository()
    let tips: [ObjectID]
    if case .revision(let name) = source {
      isUncommitted = false
      tips = ObjectID(hex: name).map { [$0] } ?? []
    } else {
      isUncommitted = true
      // Who merges somebody's report has not written it.
      tips = try isStaged ? repository.mergeHeads() : repository.head().map { [$0] } ?? []
    }
    for tip in tips where tip != base { try readHistory(from: base, to: tip, folder: Array(folder.utf8)) }
  }

  /// The addresses, the oldest commit's first; what is not committed yet comes last.
  func authors(of path: String) throws -> [String] {
    if let committed = byPath[path] { return committed }
    // A file that no commit of the change touched was touched in the worktree: by whom Git would commit as.
    return isUncommitted ? [try repository.identity()?.email ?? ""] : []
  }

  private mutating func readHistory(from base: ObjectID?, to tip: ObjectID, folder: [UInt8]) throws {
    let old = try base.map { Set(try repository.history(from: $0).steps.map(\.id)) } ?? []
    for step in try repository.history(from: tip).steps.reversed() where !old.contains(step.id) {
      if step.isCut {
        throw Failure(
          "the history since the base is cut off at \(step.id.hex.prefix(7)): it cannot be told who wrote what",
          help: "fetch the rest: `git fetch --unshallow`, or in CI a full depth")
      }
      let commit = try repository.commit(step.id)
      for change in try repository.ownChanges(of: commit.tree, parents: commit.parents, under: folder) {
        let path = String(decoding: change.path, as: UTF8.self)
        if byPath[path]?.last != commit.author.email { byPath[path, default: []].append(commit.author.email) }
      }
    }
  }
}
