internal import Dispatch
internal import Git
internal import Synchronization

/// Looks for the workspace's folder in the trees of commits, on a thread of its own, while the commits are still being
/// walked: the walk itself cannot be shared, for each commit tells only of its parents.
final class RootLookup: Sendable {
  private let path: [UInt8]
  private let repositories: RepositoryPool
  private let queue = DispatchQueue(label: "tw.roots", qos: .userInitiated)
  private let state = Mutex(State())

  private struct State {
    var trees: [ObjectID: ObjectID?] = [:]
    var failure: (any Error)?
  }

  init(_ folder: String, _ repositories: RepositoryPool) {
    path = Array(folder.utf8)
    self.repositories = repositories
  }

  func add(_ roots: [ObjectID]) {
    queue.async { [self] in
      do {
        let found = try repositories.with { repository in try roots.map { try repository.subtree(of: $0, path: path) } }
        state.withLock { state in
          for (root, tree) in zip(roots, found) { state.trees[root] = tree }
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  /// The folder's tree by the root tree it lies in, once all are looked through; nil in it for none.
  func found() throws -> [ObjectID: ObjectID?] {
    queue.sync {}
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.trees
    }
  }
}
