/// Reads a repository by asking the installed `git`: slower, but it knows every format.
final class CommandBackend: Backend {
  private let git: GitCommand
  private var headers: ObjectStream?
  private var contents: ObjectStream?

  /// - Throws: kind `notTrusted` or `unsupported` when `git` refuses the repository.
  init(_ git: GitCommand, _ location: Location) throws {
    self.git = git.pinned(to: location)
    let result = try git.run(["rev-parse", "--git-dir"])
    guard result.status == 0 else {
      if result.errors.contains("dubious ownership") || result.errors.contains("unsafe repository") {
        throw location.notTrusted()
      }
      throw GitError(
        .unsupported, "neither libgit2 nor Git can read the repository in \(location.gitDirectory): \(result.reason)")
    }
  }

  func head() throws -> ObjectID? {
    let result = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD"])
    // With --quiet a branch without commits is no error, only a failure; all else says why.
    if result.status != 0 && result.errors.isEmpty { return nil }
    guard result.status == 0, let id = ObjectID(line: result.output) else {
      throw GitError(.failure, "cannot read HEAD: \(result.reason)")
    }
    return id
  }

  func resolveCommit(_ revision: String) throws -> ObjectID {
    guard !revision.utf8.contains(0) else { throw GitError.revisionNotFound(revision, "it contains a NUL byte") }
    let result = try git.run(["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"])
    guard result.status == 0, let id = ObjectID(line: result.output) else {
      throw GitError.revisionNotFound(revision, result.reason)
    }
    return id
  }

  func header(of id: ObjectID) throws -> ObjectHeader {
    try ask(&headers, "--batch-check") { try $0.header(of: id) }
  }

  func withObject<R>(_ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> R) throws -> R {
    let (kind, bytes) = try ask(&contents, "--batch") { try $0.content(of: id) }
    return try bytes.withUnsafeBytes { try body(kind, $0) }
  }

  private func ask<R>(_ stream: inout ObjectStream?, _ option: String, _ body: (ObjectStream) throws -> R) throws -> R {
    let current = try stream ?? ObjectStream(git.start(["cat-file", option]))
    // After a failure nobody knows where in its output the program is, so another one is started.
    stream = nil
    do {
      let answer = try body(current)
      stream = current
      return answer
    } catch let error as GitError where error.kind == .objectMissing {
      stream = current
      throw error
    }
  }

  func index(at path: String) throws -> IndexListing {
    let damage = GitError(
      .failure, "the index \(path) is damaged; `rm` it and run `git reset` to have it made anew")
    let isWhole = try IndexChecksum.holds(FileSystem.bytes(path, limit: 1 << 30) ?? []) {
      let values = try GitConfiguration.read(self.git)
      return ["index.skiphash", "feature.manyfiles"].contains { values[$0].map(ConfigurationFile.isTrue) == true }
    }
    guard isWhole else { throw damage }
    let git = git.setting("GIT_INDEX_FILE", path)
    let lines = try git.read(["ls-files", "--stage", "-t", "-z"])
    var entries: [StagedLine] = []
    for line in lines.split(separator: 0) {
      guard let entry = StagedLine(line) else {
        throw GitError(.failure, "`git ls-files` told something that is not understood; is this a newer Git?")
      }
      // What lies behind the end of a file reads as zeros.
      if entry.path.isEmpty || entry.path.elementsEqual("./".utf8) { throw damage }
      entries.append(entry)
    }
    let announced = try announcedPaths(entries, git)
    var builder = IndexListing.Builder()
    for entry in entries {
      builder.add(
        path: entry.path, mode: entry.mode, id: entry.id, stage: entry.stage,
        isIntentToAdd: entry.stage == 0 && announced.contains(entry.path), isSkipped: entry.isSkipped)
    }
    return builder.listing
  }

  /// The paths that `git add --intent-to-add` has announced. They are staged as the empty file, yet differ from
  /// it in that a comparison with the empty tree does not list them.
  private func announcedPaths(_ entries: [StagedLine], _ git: GitCommand) throws -> Set<[UInt8]> {
    let empty = entries.filter { $0.stage == 0 && WellKnown.emptyBlobs.contains($0.id.hex) }
    guard let first = empty.first else { return [] }
    let tree = first.id.byteCount == 20 ? WellKnown.emptyTree : WellKnown.emptyTreeSHA256
    let listed = try git.read([
      "diff-index", "--cached", "--raw", "--name-only", "--no-renames", "--ignore-submodules=all", "--no-ext-diff",
      "--ita-invisible-in-index", "-z", tree, "--",
    ])
    return Set(empty.map(\.path)).subtracting(listed.split(separator: 0).map(Array.init))
  }

  func hasReferences(under prefix: String) throws -> Bool {
    try !git.read(["for-each-ref", "--count=1", prefix]).isEmpty
  }

  func references(under prefix: String) throws -> [ObjectID] {
    let lines = try git.read(["for-each-ref", "--format=%(objectname)", prefix])
    return lines.split(separator: UInt8(ascii: "\n")).compactMap { line in line.withUnsafeBytes { ObjectID(hex: $0) } }
  }

  func configuration() throws -> [String: String] { try GitConfiguration.read(git) }
}

/// Objects whose ids follow from their content.
private enum WellKnown {
  static let emptyBlobs: Set<String> = [
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
  ]
  static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  static let emptyTreeSHA256 = "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
}

/// `tag SP mode SP id SP stage TAB path`.
private struct StagedLine {
  var isSkipped: Bool
  var mode: UInt32
  var id: ObjectID
  var stage: Int
  var path: [UInt8]

  init?(_ line: ArraySlice<UInt8>) {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let words = line[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4, let mode = UInt32(words[1], radix: 8), let id = ObjectID(hex: words[2]),
      let stage = Int(words[3])
    else { return nil }
    isSkipped = words[0] == "S"
    (self.mode, self.id, self.stage) = (mode, id, stage)
    path = Array(line[(tab + 1)...])
  }
}

/// A `git cat-file` that answers one question after the other.
private final class ObjectStream {
  private let process: ChildProcess

  init(_ process: ChildProcess) { self.process = process }

  func header(of id: ObjectID) throws -> ObjectHeader {
    guard try process.exchange(Array("\(id)\n".utf8), until: { $0.contains(UInt8(ascii: "\n")) }),
      let end = process.output.firstIndex(of: UInt8(ascii: "\n"))
    else { throw ended(id) }
    let line = process.output[..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    process.output.removeSubrange(...end)
    if line.last == "missing" { throw GitError.missing(id) }
    guard line.count == 3, let kind = Self.kinds[line[1]], let size = Int(line[2]) else {
      throw GitError(.failure, "`git cat-file` told something of \(id) that is not understood")
    }
    return ObjectHeader(kind: kind, size: size)
  }

  /// The content follows its header and ends with a line end that is not its own.
  func content(of id: ObjectID) throws -> (ObjectKind, [UInt8]) {
    let header = try header(of: id)
    guard try process.exchange(until: { $0.count > header.size }) else { throw ended(id) }
    let rest = Array(process.output[(header.size + 1)...])
    process.output.removeSubrange(header.size...)
    defer { process.output = rest }
    return (header.kind, process.output)
  }

  private func ended(_ id: ObjectID) -> GitError {
    let reason = String(decoding: process.errors, as: UTF8.self)
    return GitError(.failure, "`git cat-file` ended while object \(id) was read: \(reason)")
  }

  private static let kinds: [String: ObjectKind] = ["commit": .commit, "tree": .tree, "blob": .blob, "tag": .tag]
}

extension ObjectID {
  /// One id on a line of its own.
  fileprivate init?(line: [UInt8]) {
    guard let id = ObjectID(hex: String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)) else {
      return nil
    }
    self = id
  }
}
