internal import CMarkdown

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The memory that cmark works in: one piece for each thread, in which a document's nodes lie one after
/// another and are gone together. cmark asks for many small pieces, and giving each of them back takes as
/// long as reading the text.
enum MarkdownMemory {
  /// What cmark is to ask. It may only be used inside `whileReading`.
  static var functions: UnsafeMutablePointer<cmark_mem> { functionTable }

  /// The document that is being read on this thread, where somebody keeps it here.
  static var document: OpaquePointer? {
    get { currentArena.pointee.document }
    set { currentArena.pointee.document = newValue }
  }

  /// Runs `body`, in which one document is read; all memory that cmark took is gone afterwards.
  static func whileReading<R>(_ body: () -> R) -> R {
    if pthread_getspecific(arenaKey) == nil {
      let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
      arena.initialize(to: Arena())
      pthread_setspecific(arenaKey, arena)
    }
    defer { currentArena.pointee.clear() }
    return body()
  }
}

private struct Arena {
  static let blockSize = 256 * 1_024
  /// Before each piece stands its size; both are multiples of this.
  static let alignment = 16

  /// Zeroed from `next` on. Kept from one document to the next.
  private let first = UnsafeMutableRawPointer.zeroed(Arena.blockSize)
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// What a long document takes beyond the first.
  private var more: [UnsafeMutableRawPointer] = []
  var document: OpaquePointer?

  init() {
    next = first
    end = first + Arena.blockSize
  }

  mutating func zeroed(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (size + Arena.alignment - 1) & ~(Arena.alignment - 1)
    if end - next < size + Arena.alignment { addBlock(size + Arena.alignment) }
    next.storeBytes(of: size, as: Int.self)
    let piece = next + Arena.alignment
    next = piece + size
    return piece
  }

  mutating func resized(_ old: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer {
    let oldSize = (old - Arena.alignment).load(as: Int.self)
    if size <= oldSize { return old }
    let piece = zeroed(size)
    piece.copyMemory(from: old, byteCount: oldSize)
    return piece
  }

  private mutating func addBlock(_ size: Int) {
    // Ever larger, so that a huge document takes few.
    let size = max(size, Arena.blockSize << min(more.count, 6))
    next = .zeroed(size)
    end = next + size
    more.append(next)
  }

  mutating func clear() {
    document = nil
    if more.isEmpty {
      memset(first, 0, next - first)
    } else {
      for block in more { free(block) }
      more = []
      memset(first, 0, Arena.blockSize)
    }
    next = first
    end = first + Arena.blockSize
  }

  mutating func release() {
    clear()
    free(first)
  }
}

extension UnsafeMutableRawPointer {
  /// As cmark itself does, ends the process where the system has no more.
  fileprivate static func zeroed(_ size: Int) -> UnsafeMutableRawPointer {
    guard let memory = calloc(1, size) else { abort() }
    return memory
  }
}

private let arenaKey: pthread_key_t = {
  var key = pthread_key_t()
  pthread_key_create(&key) { arena in
    let arena: UnsafeMutableRawPointer? = arena
    guard let arena = arena?.assumingMemoryBound(to: Arena.self) else { return }
    arena.pointee.release()
    arena.deinitialize(count: 1)
    arena.deallocate()
  }
  return key
}()

/// This thread's.
private var currentArena: UnsafeMutablePointer<Arena> {
  pthread_getspecific(arenaKey)!.assumingMemoryBound(to: Arena.self)
}

// Written once, under the lock of a global's initialisation; cmark only reads it.
nonisolated(unsafe) private let functionTable: UnsafeMutablePointer<cmark_mem> = {
  let table = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
  table.initialize(
    to: cmark_mem(
      calloc: { count, size in currentArena.pointee.zeroed(count * size) },
      realloc: { old, size in old.map { currentArena.pointee.resized($0, size) } ?? currentArena.pointee.zeroed(size) },
      free: { _ in }))
  return table
}()
