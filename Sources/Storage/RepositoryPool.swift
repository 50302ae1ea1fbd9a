package import Git
internal import Synchronization
internal import Text

/// Repositories for several threads, one each: opened when first needed, handed on afterwards.
package final class RepositoryPool: Sendable {
  private let open: @Sendable () throws -> Repository
  private let idle = Mutex<[IdleRepository]>([])

  // A repository is for one thread at a time, and whoever takes it here has it alone.
  private struct IdleRepository: @unchecked Sendable { let repository: Repository }

  package init(_ open: @escaping @Sendable () throws -> Repository) { self.open = open }

  package func with<R>(_ body: (Repository) throws -> R) throws -> R {
    let held = try idle.withLock { $0.popLast() } ?? IdleRepository(repository: open())
    defer { idle.withLock { $0.append(held) } }
    return try body(held.repository)
  }

  /// The results of `transform` for 0 to `count`, in order, made on all processors; the first error is thrown.
  package func map<T: Sendable>(_ count: Int, block: Int = 64, _ transform: @Sendable (Repository, Int) throws -> T)
    throws -> [T]
  {
    let blocks = parallelMap((count + block - 1) / block, block: 1) { number -> Result<[T], any Error> in
      Result {
        try self.with { repository in
          try ((number * block)..<min(count, (number + 1) * block)).map { try transform(repository, $0) }
        }
      }
    }
    var all: [T] = []
    all.reserveCapacity(count)
    for block in blocks { all += try block.get() }
    return all
  }
}
