#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps every other `tw` from changing the files of a folder while this value lives.
///
/// The lock is on the folder itself: there is no file that could be left behind, and the system takes it away when the
/// process ends, however it ends. It says nothing to editors, so that what is written is still compared with what was read.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Waits until nobody else has it.
  ///
  /// - Parameters:
  ///   - folder: absolute.
  ///   - seconds: how long to wait at most.
  /// - Throws: `StorageError` when somebody had it all the time, or there is no such folder.
  package init(_ folder: String, seconds: Int = 30) throws {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageError("`\(folder)` cannot be opened: \(systemMessage())") }
    var waits = seconds * 1000 / Self.wait
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK where waits > 0:
        waits -= 1
        usleep(UInt32(Self.wait) * 1000)
      case EWOULDBLOCK:
        close(descriptor)
        throw StorageError(
          "another `tw` has been writing here for \(seconds) seconds; nothing was changed: run the command again")
      default:
        // Some file systems cannot lock a folder; what is written is compared with what was read there, too.
        return
      }
    }
  }

  deinit { close(descriptor) }

  /// Milliseconds.
  private static let wait = 5
}
