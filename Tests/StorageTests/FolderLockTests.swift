import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite struct FolderLockTests {
  @Test func oneAtATime() throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    let lock = try FolderLock(folder.top)
    #expect(
      throws: StorageError(
        "another `tw` has been writing here for 0 seconds; nothing was changed: run the command again")
    ) {
      _ = try FolderLock(folder.top, seconds: 0)
    }
    // Of another folder nobody has it.
    _ = try FolderLock(other.top, seconds: 0)
    withExtendedLifetime(lock) {}
    #expect(folder.names.isEmpty)
  }

  @Test func theNextOneGetsIt() throws {
    let folder = try ScratchFolder()
    do { _ = try FolderLock(folder.top) }
    do { _ = try FolderLock(folder.top, seconds: 0) }
    #expect(throws: StorageError.self) { _ = try FolderLock(folder.top + "/nowhere") }
  }

  @Test func whatIsReadAndWrittenUnderItIsNotLost() throws {
    let folder = try ScratchFolder()
    try folder.write("count", "0")
    let top = folder.top
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<20 {
        do {
          let lock = try FolderLock(top)
          let old = try FileReader(top: top).read("count", limit: 10).map { String(decoding: $0, as: UTF8.self) } ?? ""
          try FileWriter(top: top).replace("count", Array(old.utf8), with: Array(String((Int(old) ?? 0) + 1).utf8))
          withExtendedLifetime(lock) {}
        } catch {
          failures.withLock { $0 += 1 }
        }
      }
    }
    #expect(failures.withLock { $0 } == 0)
    #expect(folder.text("count") == "160" && folder.names == ["count"])
  }
}
