internal import Git

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is about to happen to several files: enough to finish it when the process is killed, or the power goes, in the midst
/// of it. It is there from when everything is written beside its place to when everything is in its place.
struct ChangeJournal {
  struct Step: Equatable {
    /// Relative to the repository's top.
    let path: String
    /// Where the file is to lie from then on.
    let newPath: String
    /// The name of the file beside that, which holds what it is to say.
    let temporary: String
    /// The id that Git gives to what it said.
    let old: String

    var isMove: Bool { !path.utf8.elementsEqual(newPath.utf8) }
  }

  let steps: [Step]

  private static let head = "tw-journal 1"

  /// - Throws: `StorageError` when it could not be written so that it outlasts the power going.
  func write(to path: String) throws {
    let fields = [Self.head] + steps.flatMap { [$0.path, $0.newPath, $0.temporary, $0.old] }
    let bytes: [UInt8] = Array(fields.map { $0 + "\0" }.joined().utf8)
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    var failure = descriptor < 0 ? errno : fill(descriptor, bytes, isLasting: true)
    if failure == 0, rename(new, path) != 0 { failure = errno }
    if failure == 0 { failure = syncNames(in: FileWriter.folder(of: path)) }
    guard failure == 0 else {
      unlink(new)
      // What says that nothing was changed leaves nothing behind that is to be finished.
      unlink(path)
      throw StorageError("`\(path)` cannot be written: \(systemMessage(failure)); nothing was changed")
    }
  }

  /// Nil where there is none.
  init?(at path: String) throws {
    switch readFile(path, limit: 1 << 30) {
    case .failed(ENOENT): return nil
    case .failed, .tooLarge:
      throw StorageError("`\(path)` tells of a change that was stopped half way, and cannot be read")
    case .bytes(let bytes):
      let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.first == Self.head, fields.count % 4 == 2, fields.last == "" else {
        throw StorageError(
          "`\(path)` tells of a change that was stopped half way, and is of another version of tw: run that one, or remove the file"
        )
      }
      steps = stride(from: 1, to: fields.count - 1, by: 4).map {
        Step(path: fields[$0], newPath: fields[$0 + 1], temporary: fields[$0 + 2], old: fields[$0 + 3])
      }
    }
  }

  init(_ steps: [Step]) { self.steps = steps }
}

/// What became of a change that was stopped half way.
package enum StoppedChange: Sendable, Equatable {
  /// All of its files, so many, are as they were to be.
  case finished(Int)
  /// None of its files, so many, had changed, and none has.
  case undone(Int)
}

extension FileWriter {
  private enum State {
    /// Still as before, and the new bytes lie beside it.
    case waiting
    case inPlace
    /// Still as before, and what lay beside it is gone.
    case left
    /// Somebody else changed it.
    case changed
  }

  /// Whether a change was stopped half way; or is being made just now.
  package static func isStopped(_ journal: String) -> Bool { FileKind(path: journal) != nil }

  /// Brings a change to its end that was stopped half way. Nobody else may be writing.
  ///
  /// - Parameter journal: the absolute path of what `apply` left.
  /// - Returns: nil where nothing was stopped.
  /// - Throws: `StorageError` where the files were changed since, so that they can be brought neither to the old state nor to the
  ///   new one.
  package func finishStopped(_ journal: String) throws -> StoppedChange? {
    try withSignalsBlocked {
      guard let steps = try ChangeJournal(at: journal)?.steps else { return nil }
      let files = try steps.map { step in
        let place = try Place(step, self)
        return (step: step, place: place, state: state(step, place))
      }
      let others = files.filter { $0.state == .changed || $0.state == .left }
      let isFinished = others.isEmpty
      guard isFinished || !files.contains(where: { $0.state == .inPlace }) else {
        let names = others.map { "`\($0.step.path)`" }.joined(separator: ", ")
        throw StorageError(
          "a change that was stopped half way cannot be finished, because of what was done since to \(names): see `git status` and `git diff`, mend what is half done, then remove `\(journal)`"
        )
      }
      for (step, place, state) in files where state == .waiting {
        if isFinished { try finish(step, place) } else if step.isMove, place.isLinked { unlink(place.destination) }
      }
      for folder in Set(files.flatMap { [Self.folder(of: $0.place.target), Self.folder(of: $0.place.destination)] }) {
        _ = syncNames(in: folder)
      }
      for file in files { unlink(file.place.temporary) }
      guard unlink(journal) == 0 else { throw StorageError("`\(journal)` cannot be removed: \(systemMessage())") }
      return isFinished ? .finished(files.count) : .undone(files.count)
    }
  }

  private func finish(_ step: ChangeJournal.Step, _ place: Place) throws {
    let isPut =
      step.isMove
      ? (place.isLinked || link(place.temporary, place.destination) == 0) && unlink(place.target) == 0
      : rename(place.temporary, place.target) == 0
    if !isPut {
      throw StorageError(
        "a change that was stopped half way cannot be finished: `\(step.newPath)` cannot be written: \(systemMessage())"
      )
    }
  }

  private func state(_ step: ChangeJournal.Step, _ place: Place) -> State {
    let isReady = FileKind(path: place.temporary) == .regular
    if !step.isMove {
      return isOld(step, place) ? (isReady ? .waiting : .left) : (isReady ? .changed : .inPlace)
    }
    switch (FileKind(path: place.target) != nil, FileKind(path: place.destination) != nil) {
    case (false, true): return .inPlace
    case (true, false): return isOld(step, place) ? (isReady ? .waiting : .left) : .changed
    case (true, true): return isOld(step, place) && place.isLinked ? .waiting : .changed
    case (false, false): return .changed
    }
  }

  private func isOld(_ step: ChangeJournal.Step, _ place: Place) -> Bool {
    guard case .bytes(let bytes) = readFile(place.target, limit: 1 << 30) else { return false }
    return ObjectID(ofBlob: bytes)?.hex == step.old
  }

  /// Where the files of a step lie, absolute.
  private struct Place {
    let target: String
    let destination: String
    let temporary: String

    init(_ step: ChangeJournal.Step, _ writer: FileWriter) throws {
      target = try writer.checked(step.path, makingFolders: false)
      destination = try writer.checked(step.newPath, makingFolders: false)
      temporary = FileWriter.folder(of: destination) + "/" + step.temporary
    }

    /// Whether the destination is the temporary file itself.
    var isLinked: Bool {
      var (one, other) = (stat(), stat())
      return lstat(temporary, &one) == 0 && lstat(destination, &other) == 0 && one.st_ino == other.st_ino
        && one.st_dev == other.st_dev
    }
  }

  static func folder(of path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) }
}
