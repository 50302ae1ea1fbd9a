internal import Git

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

  fileprivate var isMove: Bool { !path.utf8.elementsEqual(newPath.utf8) }

  fileprivate var reversed: FileEdit { FileEdit(path: newPath, newPath: path, old: new, new: old) }
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
  /// then still fails is taken back. Polite stops wait until all is done; a process that is killed leaves a journal, by which
  /// `finishStopped` brings the change to its end.
  ///
  /// - Parameter journal: an absolute path outside the worktree, the same for all who change its files.
  /// - Throws: `StorageError` where a file changed meanwhile, a new place is taken, or the system refuses.
  package func apply(_ changes: [FileEdit], journal: String) throws {
    try withSignalsBlocked {
      var prepared: [Prepared] = []
      var isHalf = false
      // Those that took their place are not there any more.
      defer { if !isHalf { for file in prepared { unlink(file.temporary) } } }
      for change in changes { prepared.append(try prepare(change)) }
      // One file that stays where it is changes in one step.
      let isInSteps = changes.count > 1 || changes.contains(where: \.isMove)
      if isInSteps { try begin(prepared, journal) }
      defer { if isInSteps, !isHalf { unlink(journal) } }
      var count = 0
      do {
        while count < prepared.count {
          try put(prepared[count])
          count += 1
        }
      } catch {
        isHalf = count > 0
        if isHalf { try takeBack(prepared[..<count], journal) }
        isHalf = false
        throw error
      }
      try syncFolders(of: prepared)
    }
  }

  private func prepare(_ change: FileEdit) throws -> Prepared {
    let (target, mode) = try unchanged(change)
    var destination = target
    if change.isMove {
      destination = try checked(change.newPath, makingFolders: false)
      if FileKind(path: destination) != nil {
        throw StorageError("`\(change.newPath)` is there already; nothing was changed")
      }
    }
    let temporary = try writeBeside(destination, change.newPath, change.new, mode: mode)
    return Prepared(change: change, target: target, destination: destination, temporary: temporary, mode: mode)
  }

  /// From here on the change can be finished, whatever happens to the process.
  private func begin(_ prepared: [Prepared], _ journal: String) throws {
    for folder in Set(prepared.map { Self.folder(of: $0.destination) }) {
      let failure = syncNames(in: folder)
      guard failure == 0 else {
        throw StorageError("`\(folder)` cannot be written: \(systemMessage(failure)); nothing was changed")
      }
    }
    let steps = prepared.map { file in
      ChangeJournal.Step(
        path: file.change.path, newPath: file.change.newPath,
        temporary: String(file.temporary.dropFirst(Self.folder(of: file.temporary).count + 1)),
        old: ObjectID(ofBlob: file.change.old)?.hex ?? "")
    }
    try ChangeJournal(steps).write(to: journal)
  }

  private func syncFolders(of prepared: [Prepared]) throws {
    var synced: Set<String> = []
    for file in prepared {
      for path in [file.destination, file.target] where synced.insert(Self.folder(of: path)).inserted {
        try syncFolder(of: path, file.change.newPath)
      }
    }
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
      guard rename(file.temporary, file.target) == 0 else {
        throw StorageError("`\(file.change.path)` cannot be written: \(systemMessage())")
      }
      return
    }
    // `link` fails where the place was taken meanwhile; `rename` would replace what is there.
    guard link(file.temporary, file.destination) == 0 else {
      throw StorageError("`\(file.change.newPath)` cannot be written: \(systemMessage())")
    }
    guard unlink(file.target) == 0 else {
      let why = systemMessage()
      unlink(file.destination)
      throw StorageError("`\(file.change.path)` cannot be moved: \(why)")
    }
  }

  /// The way back is a change like the way there: what stops it leaves a journal, of the one or of the other.
  private func takeBack(_ done: ArraySlice<Prepared>, _ journal: String) throws {
    do {
      var back: [Prepared] = []
      for file in done.reversed() { back.append(try prepare(file.change.reversed)) }
      try begin(back, journal)
      for file in back { try put(file) }
      try syncFolders(of: back)
      for file in back { unlink(file.temporary) }
    } catch {
      let names = done.map { "`\($0.change.newPath)`" }.joined(separator: ", ")
      throw StorageError(
        "the change stopped half way, and these files could not be put back yet: \(names); `tw doctor` tries again")
    }
  }
}
