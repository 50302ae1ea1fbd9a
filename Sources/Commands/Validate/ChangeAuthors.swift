internal import Git
internal import Reports
internal import Teamwork

/// Who touched each file between a base and the tree that is judged.
struct ChangeAuthors {
  private var byPath: [String: [String]] = [:]
  /// Who Git would commit as: the author of what is not committed yet.
  private var uncommitted: String?
  private var committedLast: [String: String] = [:]

  /// - Parameters:
  ///   - base: the commit that the change starts from; nil before the first one.
  ///   - source: what is judged.
  init(_ session: Session, base: ObjectID?, source: ValidationReport.Source, isStaged: Bool, folder: String) throws {
    let repository = try session.repository()
    let tip: ObjectID?
    switch source {
    case .revision(let name): tip = ObjectID(hex: name)
    case .worktree, .index:
      tip = try repository.head()
      uncommitted = try repository.identity()?.email ?? ""
    }
    guard !isStaged, let tip, tip != base else { return }
    try readHistory(repository, from: base, to: tip, folder: Array(folder.utf8))
  }

  /// The addresses, the oldest commit's first; what is not committed yet comes last.
  func authors(of path: String) -> [String] {
    let committed = byPath[path] ?? []
    // A file that no commit of the change touched was touched in the worktree.
    guard let uncommitted else { return committed }
    return committed.isEmpty ? [uncommitted] : committed
  }

  private mutating func readHistory(_ repository: Repository, from base: ObjectID?, to tip: ObjectID, folder: [UInt8]) throws {
    let old = try base.map { Set(try repository.history(from: $0).steps.map(\.id)) } ?? []
    for step in try repository.history(from: tip).steps.reversed() where !old.contains(step.id) {
      let commit = try repository.commit(step.id)
      for change in try changes(of: commit, repository, folder) {
        let path = String(decoding: change.path, as: UTF8.self)
        if byPath[path]?.last != commit.author.email { byPath[path, default: []].append(commit.author.email) }
      }
    }
  }

  /// What a commit changed itself: of a merge, what no parent has.
  private func changes(of commit: Commit, _ repository: Repository, _ folder: [UInt8]) throws -> [Git.Change] {
    guard let first = commit.parents.first else { return try repository.changes(from: nil, to: commit.id, under: folder) }
    let changes = try repository.changes(from: first, to: commit.id, under: folder)
    if commit.parents.count == 1 || changes.isEmpty { return changes }
    var own = Set(changes.map(\.path))
    for parent in commit.parents.dropFirst() {
      own.formIntersection(try repository.changes(from: parent, to: commit.id, under: folder).map(\.path))
    }
    return changes.filter { own.contains($0.path) }
  }
}
