#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes files of a repository whole or not at all. Polite stops wait until it is done.
package struct FileWriter: Sendable {
  /// The top of the worktree, absolute.
  package let top: String
  /// What Git tracks and has not put there: nothing is written over it.
  private let skipped: SkippedFiles

  package init(top: String, skipped: SkippedFiles = .none) {
    self.top = top
    self.skipped = skipped
  }

  /// Makes a file that is not there yet, and its folders.
  ///
  /// - Parameters:
  ///   - path: relative to the repository's top.
  ///   - isExecutable: whether it may be run as a program.
  /// - Throws: `StorageError` when there is one already, or the path leads through a link or out of the repository.
  package func create(_ path: String, _ bytes: [UInt8], isExecutable: Bool = false) throws {
    try withSignalsBlocked {
      let target = try checked(path, makingFolders: true)
      if FileKind(path: target) != nil { throw StorageError("`\(path)` is there already; nothing was changed") }
      let temporary = try writeBeside(target, path, bytes, mode: (isExecutable ? 0o777 : 0o666) & ~currentMask())
      // `link` fails where the target came into being meanwhile; `rename` would replace it.
      let result = link(temporary, target)
      let code = errno
      unlink(temporary)
      guard result == 0 else {
        throw StorageError(
          code == EEXIST
            ? "`\(path)` is there already; nothing was changed" : "`\(path)` cannot be written: \(systemMessage(code))")
      }
      try syncFolder(of: target, path)
    }
  }

  /// Puts other bytes in the place of a file's, when they are still what was read.
  ///
  /// - Throws: `StorageError` when the file changed meanwhile, or the path leads through a link or out of the repository.
  package func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) throws {
    try withSignalsBlocked {
      let target = try checked(path, makingFolders: false)
      var info = stat()
      guard lstat(target, &info) == 0, case .regular = FileKind(mode: info.st_mode) else {
        throw StorageError("`\(path)` is not a file any more; nothing was changed")
      }
      let temporary = try writeBeside(target, path, new, mode: info.st_mode & 0o7777)
      // Asked last, as writing took its time.
      guard case .bytes(let now) = readFile(target, limit: max(old.count, new.count) + 1), now == old else {
        unlink(temporary)
        throw StorageError("`\(path)` was changed meanwhile; nothing was overwritten: run the command again")
      }
      guard rename(temporary, target) == 0 else {
        let why = systemMessage()
        unlink(temporary)
        throw StorageError("`\(path)` cannot be written: \(why)")
      }
      try syncFolder(of: target, path)
    }
  }

  /// Takes a file away, when its bytes are still what was read.
  ///
  /// - Throws: `StorageError` when the file changed meanwhile, or the path leads through a link or out of the repository.
  package func remove(_ path: String, _ old: [UInt8]) throws {
    let target = try checked(path, makingFolders: false)
    guard case .bytes(let now) = readFile(target, limit: old.count), now == old else {
      throw StorageError("`\(path)` was changed meanwhile; nothing was removed: run the command again")
    }
    guard unlink(target) == 0 else { throw StorageError("`\(path)` cannot be removed: \(systemMessage())") }
    try syncFolder(of: target, path)
  }

  /// Makes a file or replaces the one that is there; true when something changed.
  package func write(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    let target = try checked(path, makingFolders: true)
    guard FileKind(path: target) != nil else {
      try create(path, bytes)
      return true
    }
    switch readFile(target, limit: 1 << 30) {
    case .bytes(let old):
      if old == bytes { return false }
      try replace(path, old, with: bytes)
      return true
    case .tooLarge, .failed: throw StorageError("`\(path)` is there and cannot be read; nothing was changed")
    }
  }

  // MARK: Paths

  /// The absolute path, when no part of it leads out of the repository or through a link.
  func checked(_ path: String, makingFolders: Bool) throws -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.lowercased() == ".git" })
      || path.utf8.contains(0)
    {
      throw StorageError("`\(path)` is no path inside the repository; nothing was written")
    }
    if skipped.contains(path), FileKind(path: top + "/" + path) == nil {
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
      throw StorageError(
        "Git tracks `\(path)` and has not checked it out here, so nothing was written; "
          + "`git sparse-checkout add \(folder)` puts it here")
    }
    var current = top
    for part in parts.dropLast() {
      current += "/" + part
      switch FileKind(path: current) {
      case .folder: continue
      case nil where makingFolders:
        guard mkdir(current, 0o777) == 0 || errno == EEXIST else {
          throw StorageError("the folder of `\(path)` cannot be made: \(systemMessage())")
        }
      case .link: throw StorageError("`\(path)` leads through a link; nothing was written")
      default: throw StorageError("the folder of `\(path)` is not there; nothing was written")
      }
    }
    if case .link? = FileKind(path: current + "/" + parts[parts.count - 1]) {
      throw StorageError("`\(path)` is a link; nothing was written")
    }
    return current + "/" + parts[parts.count - 1]
  }

  /// Writes to a new file in the folder of another, under a name that is no record's.
  ///
  /// - Parameter isLasting: whether it must outlast the power going.
  /// - Returns: the absolute path.
  func writeBeside(_ target: String, _ path: String, _ bytes: [UInt8], mode: mode_t, isLasting: Bool = true) throws
    -> String
  {
    let name = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    var template = Array((target[..<name] + "." + target[name...] + ".tw-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
    guard descriptor >= 0 else { throw StorageError("`\(path)` cannot be written: \(systemMessage())") }
    let temporary = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    let failure = fill(descriptor, bytes, mode: mode, isLasting: isLasting)
    if failure != 0 {
      unlink(temporary)
      throw StorageError("`\(path)` cannot be written: \(systemMessage(failure))")
    }
    return temporary
  }

  func syncFolder(of target: String, _ path: String) throws {
    let failure = syncNames(in: Self.folder(of: target))
    if failure != 0 {
      throw StorageError("`\(path)` was written, but may be lost if the power goes: \(systemMessage(failure))")
    }
  }

  private func currentMask() -> mode_t {
    let mask = umask(0o022)
    umask(mask)
    return mask
  }
}
