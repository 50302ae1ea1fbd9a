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
    let tip: ObjectID?
    if case .revision(let name) = source {
      isUncommitted = false
      tip = ObjectID(hex: name)
    } else {
      isUncommitted = true
      tip = isStaged ? nil : try repository.head()
    }
    guard let tip, tip != base else { return }
    try readHistory(from: base, to: tip, folder: Array(folder.utf8))
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
      let commit = try repository.commit(step.id)
      for change in try changes(of: commit, folder) {
        let path = String(decoding: change.path, as: UTF8.self)
        if byPath[path]?.last != commit.author.email { byPath[path, default: []].append(commit.author.email) }
      }
    }
  }

  /// What a commit changed itself: of a merge, what no parent has.
  private func changes(of commit: Commit, _ folder: [UInt8]) throws -> [Git.Change] {
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
