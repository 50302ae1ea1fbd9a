internal import Dispatch
internal import Git
internal import Synchronization

/// Looks into the trees of commits, on a thread of its own, while the commits are still being walked: the walk itself
/// cannot be shared, for only a commit tells who its parents are.
final class TreePrefetch: Sendable {
  /// What was found. Of the changes there are as many as there was time for.
  struct Outcome: Sendable {
    /// The workspace's folder, nil for none, by the tree of the commit.
    var trees: [ObjectID: ObjectID?] = [:]
    /// What differs between two states of the folder.
    var changes: [Pair: [Git.Change]] = [:]
  }

  struct Pair: Hashable, Sendable {
    let old: ObjectID?
    let new: ObjectID?
  }

  private struct State {
    var seen = Outcome()
    var failure: (any Error)?
    var isOver = false
  }

  private let path: [UInt8]
  private let repositories: RepositoryPool
  private let queue = DispatchQueue(label: "tw.tree-prefetch", qos: .userInitiated)
  private let state = Mutex(State())

  init(_ folder: String, _ repositories: RepositoryPool) {
    path = Array(folder.utf8)
    self.repositories = repositories
  }

  func add(_ commits: [History.Visit]) {
    queue.async { [self] in
      do {
        try repositories.with { try look(commits, $0) }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  private func look(_ commits: [History.Visit], _ repository: Repository) throws {
    let found = try commits.map { try repository.subtree(of: $0.tree, path: path) }
    let pairs = state.withLock { state -> [Pair] in
      for (commit, tree) in zip(commits, found) { state.seen.trees[commit.tree] = tree }
      return zip(commits, found).compactMap { commit, tree in
        guard let tree, let parent = commit.parentTree, let old = state.seen.trees[parent], old != tree else {
          return nil
        }
        return Pair(old: old, new: tree)
      }
    }
    for pair in pairs {
      // What is left when the walk is over, all threads do together.
      if state.withLock({ $0.isOver }) { return }
      let changes = try repository.changes(from: pair.old, to: pair.new)
      state.withLock { $0.seen.changes[pair] = changes }
    }
  }

  /// What was found when the walk is over, the folders of all commits.
  func end() throws -> Outcome {
    state.withLock { $0.isOver = true }
    queue.sync {}
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.seen
    }
  }
}
