internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The processors that this process may use.
package let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// The results of `transform` for 0 to `count`, in order, made on all processors.
///
/// Work is handed out in blocks of `block`, so that a long item does not hold up the rest.
package func parallelMap<T: Sendable>(_ count: Int, block: Int = 64, _ transform: @Sendable (Int) -> T) -> [T] {
  guard count > block, processorCount > 1 else { return (0..<count).map(transform) }
  return [T](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Every element is written by exactly one iteration, and read only after all have ended.
    nonisolated(unsafe) let base = buffer.baseAddress!
    DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { number in
      for index in (number * block)..<min(count, (number + 1) * block) {
        (base + index).initialize(to: transform(index))
      }
    }
    initialized = count
  }
}
