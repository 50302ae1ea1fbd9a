#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is to become of a file that was read.
package struct FileEdit: Sendable {
  /// Relative to the repository's top.
  package let path: String
  /// Where it is to lie from then on.
  package let newPath: String
  /// What was read.
  package let old: [UInt8]
  package let new: [UInt8]

  package init(path: String, newPath: String? = nil, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.newPath = newPath ?? path
    self.old = old
    self.new = new
  }

  fileprivate var isMove: Bool { path != newPath }
}

extension FileWriter {
  private struct Prepared {
    let change: FileEdit
    let target: String
    let destination: String
    let temporary: String
    let mode: mode_t
  }

  /// Changes several files together.
  ///
  /// Everything that could refuse is asked, and everything written beside its place, before the first file is touched. What
  /// then still fails is taken back.
  ///
  /// - Throws: `StorageError` where a file changed meanwhile, a new place is taken, or the system refuses.
  package func apply(_ changes: [FileEdit]) throws {
    var prepared: [Prepared] = []
    // Those that took their place are not there any more.
    defer { for file in prepared { unlink(file.temporary) } }
    for change in changes {
      let (target, mode) = try unchanged(change)
      var destination = target
      if change.isMove {
        destination = try checked(change.newPath, makingFolders: false)
        if FileKind(path: destination) != nil { throw StorageError("`\(change.newPath)` is there already; nothing was changed") }
      }
      let temporary = try writeBeside(destination, change.newPath, change.new, mode: mode)
      prepared.append(Prepared(change: change, target: target, destination: destination, temporary: temporary, mode: mode))
    }
    var count = 0
    do {
      while count < prepared.count {
        try put(prepared[count])
        count += 1
      }
    } catch {
      let left = prepared[..<count].reversed().filter { !takeBack($0) }.map { "`\($0.change.newPath)`" }
      guard left.isEmpty, let why = error as? StorageError else {
        throw StorageError("the change stopped half way, and these files could not be put back: \(left.joined(separator: ", ")); `git diff` shows them")
      }
      throw why
    }
    for file in prepared { try syncFolder(of: file.destination, file.change.newPath) }
  }

  /// The absolute path and the mode of a file that still is what was read.
  private func unchanged(_ change: FileEdit) throws -> (target: String, mode: mode_t) {
    let target = try checked(change.path, makingFolders: false)
    var info = stat()
    guard lstat(target, &info) == 0, case .regular = FileKind(mode: info.st_mode) else {
      throw StorageError("`\(change.path)` is not a file any more; nothing was changed")
    }
    guard case .bytes(let now) = readFile(target, limit: change.old.count + 1), now == change.old else {
      throw StorageError("`\(change.path)` was changed meanwhile; nothing was overwritten: run the command again")
    }
    return (target, info.st_mode & 0o7777)
  }

  private func put(_ file: Prepared) throws {
    // Writing the others took its time.
    _ = try unchanged(file.change)
    guard file.change.isMove else {
      guard rename(file.temporary, file.target) == 0 else { throw StorageError("`\(file.change.path)` cannot be written: \(systemMessage())") }
      return
    }
    // `link` fails where the place was taken meanwhile; `rename` would replace what is there.
    guard link(file.temporary, file.destination) == 0 else { throw StorageError("`\(file.change.newPath)` cannot be written: \(systemMessage())") }
    guard unlink(file.target) == 0 else {
      let why = systemMessage()
      unlink(file.destination)
      throw StorageError("`\(file.change.path)` cannot be moved: \(why)")
    }
  }

  /// False where it could not be put back.
  private func takeBack(_ file: Prepared) -> Bool {
    guard let temporary = try? writeBeside(file.target, file.change.path, file.change.old, mode: file.mode) else { return false }
    guard rename(temporary, file.target) == 0 else {
      unlink(temporary)
      return false
    }
    return !file.change.isMove || unlink(file.destination) == 0
  }
}
