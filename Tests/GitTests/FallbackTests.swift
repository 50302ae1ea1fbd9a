import Foundation
import TestSupport
import Testing

@testable import Git

/// Repositories that libgit2 cannot read, or would read wrongly.
@Suite struct FallbackTests {
  private static let files = ["a/x": "1", "a/y": "2", "b/z": "3", "empty": ""]

  /// Everything that is asked of a repository, against `git`.
  private func compare(_ scratch: ScratchRepository, at directory: String? = nil) throws {
    let repository = try scratch.open(directory)
    let head = try #require(try repository.head())
    #expect(try head.hex == scratch.line("rev-parse", "HEAD"))
    #expect(try repository.resolveCommit("HEAD~1").hex == scratch.line("rev-parse", "HEAD~1"))
    #expect(
      try repository.entries(of: head).map(Listed.init) == Listed.tree(scratch.git(["ls-tree", "-r", "-z", "HEAD"])))
    #expect(
      try repository.indexEntries().entries.map(Listed.init) == Listed.index(scratch.git(["ls-files", "-s", "-z"])))
    #expect(
      try repository.history(from: head).steps.map(\.id.hex)
        == scratch.line("rev-list", "--date-order", "HEAD").split(separator: "\n").map(String.init))
    #expect(try repository.commit(head).subject == "Two")
    #expect(
      try repository.changes(from: repository.resolveCommit("HEAD~1"), to: head).map(\.path) == [Array("a/x".utf8)])
    let blob = try #require(try repository.entries(of: head, under: Array("a/x".utf8)).first).id
    #expect(try repository.blob(blob, limit: 100) == .bytes(Array("new".utf8)))
    #expect(try repository.blob(blob, limit: 2) == .tooLarge(size: 3))
    #expect(throws: GitError.self) { try repository.resolveCommit("--all") }
    #expect(#expect(throws: GitError.self) { try repository.commit(missing(like: head)) }?.kind == .objectMissing)
    #expect(try repository.warnings() == [])
  }

  private func missing(like id: ObjectID) throws -> ObjectID {
    try #require(ObjectID(hex: String(repeating: "12", count: id.byteCount)))
  }

  private func twoCommits(_ options: String...) throws -> ScratchRepository {
    let scratch = options.isEmpty ? try ScratchRepository() : try ScratchRepository(options[0])
    try scratch.commit("One", Self.files)
    try scratch.commit("Two", ["a/x": "new"], at: ScratchRepository.start + 60)
    return scratch
  }

  /// The same repository where no `git` is installed.
  private func withoutGit(_ scratch: ScratchRepository) throws -> Repository {
    try scratch.open(nil, ["PATH": "/nonexistent:relative"])
  }

  @Test func plain() throws {
    let scratch = try twoCommits()
    try compare(scratch)
    let repository = try withoutGit(scratch)
    #expect(try repository.head() == scratch.id("HEAD"))
    try scratch.git(["config", "Some.Thing.Key", "value"])
    #expect(try repository.config("some.Thing.KEY") == "value")
  }

  @Test func sha256() throws {
    let scratch = try twoCommits("--object-format=sha256")
    try compare(scratch)
    try compare(scratch, at: scratch.top + "/a")
    let error = #expect(throws: GitError.self) { try withoutGit(scratch).head() }
    #expect(error?.kind == .unsupported)
    try announce(scratch)
  }

  @Test func splitIndex() throws {
    let scratch = try twoCommits()
    try scratch.git(["update-index", "--split-index"])
    try scratch.write("a/new", "x")
    try scratch.git(["add", "a/new"])
    try compare(scratch)
    try compare(scratch, at: scratch.top + "/b")
    #expect(#expect(throws: GitError.self) { try withoutGit(scratch).indexEntries() }?.kind == .unsupported)
    try announce(scratch)
    try conflict(scratch)
  }

  @Test func sparseIndex() throws {
    let scratch = try twoCommits()
    try scratch.git(["sparse-checkout", "set", "--cone", "--sparse-index", "b"])
    try compare(scratch)
    #expect(throws: GitError.self) { try withoutGit(scratch).indexEntries() }
  }

  @Test func anIndexWithoutItsHash() throws {
    let scratch = try twoCommits()
    let path = scratch.top + "/.git/index"
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    bytes.replaceSubrange((bytes.count - 20)..., with: [UInt8](repeating: 0, count: 20))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    // Where nobody wanted that, it is damage.
    #expect(#expect(throws: GitError.self) { try scratch.open().indexEntries() }?.message.contains("damaged") == true)
    try scratch.git(["config", "index.skipHash", "true"])
    try compare(scratch)
    try scratch.git(["config", "--unset", "index.skipHash"])
    try scratch.git(["config", "feature.manyFiles", "true"])
    try compare(scratch)
  }

  /// Git takes what is left of it for all that is staged, and what is behind its end for zeros.
  @Test(arguments: ["plain", "sha256", "partial", "no hash"])
  func anIndexThatWasCutShort(_ kind: String) throws {
    let scratch = try kind == "sha256" ? twoCommits("--object-format=sha256") : twoCommits()
    if kind == "partial" {
      try scratch.git(["config", "core.repositoryFormatVersion", "1"])
      try scratch.git(["config", "extensions.partialClone", "origin"])
    }
    // Without what only the worktree knows, most of it is zeros.
    try scratch.git(["read-tree", "HEAD"])
    let path = scratch.top + "/.git/index"
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    if kind == "no hash" {
      try scratch.git(["config", "index.skipHash", "true"])
      bytes.replaceSubrange((bytes.count - 20)..., with: [UInt8](repeating: 0, count: 20))
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    let whole = try scratch.open().indexEntries()
    #expect(whole.entries.count == 4)
    for count in stride(from: 0, to: bytes.count, by: 7) + [bytes.count - 20, bytes.count - 1] {
      try Data(bytes.prefix(count)).write(to: URL(fileURLWithPath: path))
      let read = try? scratch.open().indexEntries()
      #expect(read == nil || (kind == "no hash" && read == whole), "\(count) of \(bytes.count)")
    }
  }

  /// Of every length within a block.
  @Test(arguments: ["sha1", "sha256"])
  func theHashAtTheEndOfAnIndex(_ format: String) throws {
    let scratch = try ScratchRepository("--object-format=\(format)")
    let blob = try scratch.object("blob", [])
    for count in 1...70 {
      try scratch.git(
        [
          "update-index", "--index-version", "4", "--add", "--cacheinfo",
          "100644,\(blob),\(String(repeating: "x", count: count))",
        ])
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: scratch.top + "/.git/index")))
      #expect(IndexChecksum.holds(bytes) { false }, "\(bytes.count)")
      var other = bytes
      other[bytes.count / 2] ^= 1
      #expect(!IndexChecksum.holds(other) { true })
    }
  }

  @Test func aDamagedIndex() throws {
    let scratch = try twoCommits()
    try scratch.write(".git/index", "DIRC nonsense that is long enough to be looked at at all")
    #expect(throws: GitError.self) { try scratch.open().indexEntries() }
    #expect(throws: GitError.self) { try withoutGit(scratch).indexEntries() }
  }

  @Test func anIndexInWhichOneBitIsWrong() throws {
    let scratch = try twoCommits()
    let path = scratch.top + "/.git/index"
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    let id = try #require(try scratch.open().indexEntries().entries.first).id.bytes
    let position = try #require(bytes.indices.first { bytes[$0...].starts(with: id) })
    bytes[position] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    // `git` would believe it.
    #expect(try !scratch.git(["ls-files", "-s"]).isEmpty)
    #expect(#expect(throws: GitError.self) { try scratch.open().indexEntries() }?.message.contains("damaged") == true)
  }

  @Test func settingsOfOneWorktree() throws {
    let scratch = try twoCommits()
    try scratch.git(["config", "core.repositoryFormatVersion", "1"])
    try scratch.git(["config", "extensions.worktreeConfig", "true"])
    try compare(scratch)
  }

  @Test func extensionsThatNobodyKnows() throws {
    let scratch = try twoCommits()
    try scratch.git(["config", "core.repositoryFormatVersion", "1"])
    try scratch.git(["config", "extensions.fromTheFuture", "true"])
    let error = #expect(throws: GitError.self) { try scratch.open().head() }
    #expect(error?.kind == .unsupported && error?.message.contains("fromthefuture") == true)
    #expect(throws: GitError.self) { try scratch.open().indexEntries() }
  }

  @Test func shortenedPathsInTheIndex() throws {
    let scratch = try twoCommits()
    try scratch.git(["update-index", "--index-version", "4"])
    try compare(scratch)
    try announce(scratch)
  }

  @Test(arguments: ["", "--object-format=sha256"])
  func nothingIsWritten(option: String) throws {
    let scratch = option.isEmpty ? try twoCommits() : try twoCommits(option)
    func contents() throws -> [String: Data?] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: scratch.top)
      return Dictionary(
        uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: scratch.top + "/" + $0)) })
    }
    // The file times are other than the index says, which tempts Git to write it anew.
    try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: scratch.top + "/a/x")
    let before = try contents()
    let repository = try scratch.open()
    _ = try repository.history(from: #require(try repository.head()))
    _ = try repository.indexEntries()
    _ = try (repository.warnings(), repository.identity(), repository.hooksDirectory())
    #expect(try contents() == before)
  }

  @Test func aPartialCloneFetchesWhatItLacks() throws {
    let scratch = try twoCommits()
    try scratch.git(["config", "uploadpack.allowFilter", "true"])
    let clone = scratch.root + "/clone"
    try scratch.git(["clone", "--quiet", "--no-checkout", "--filter=blob:none", "file://" + scratch.top, clone])
    let repository = try scratch.open(clone)
    let entries = try repository.entries(of: scratch.id("HEAD"))
    #expect(entries.count == 4)
    #expect(try repository.blob(entries[0].id, limit: 100) == .bytes(Array("new".utf8)))
    // Where they cannot be had it is an error, not an absent file.
    try FileManager.default.moveItem(atPath: scratch.top, toPath: scratch.root + "/away")
    #expect(throws: GitError.self) { try scratch.open(clone).blob(entries[1].id, limit: 100) }
  }

  @Test func reftable() throws {
    guard let scratch = try? ScratchRepository("--ref-format=reftable") else { return }
    try scratch.commit("One", Self.files)
    try scratch.commit("Two", ["a/x": "new"], at: ScratchRepository.start + 60)
    try compare(scratch)
  }

  @Test func announcedAndUnmergedPathsAreKeptApart() throws {
    let scratch = try twoCommits()
    try announce(scratch)
    try conflict(scratch)
  }

  /// `git add -N` beside a file that is really empty.
  private func announce(_ scratch: ScratchRepository) throws {
    try scratch.write("announced", "text")
    try scratch.write("really-empty", "")
    try scratch.git(["add", "really-empty"])
    try scratch.git(["add", "--intent-to-add", "announced"])
    let index = try scratch.open().indexEntries()
    #expect(index.intentToAdd == [Array("announced".utf8)])
    let paths = index.entries.map { String(decoding: $0.path, as: UTF8.self) }
    #expect(paths.contains("really-empty") && paths.contains("empty") && !paths.contains("announced"))
    try scratch.git(["rm", "--cached", "--quiet", "announced", "really-empty"])
  }

  private func conflict(_ scratch: ScratchRepository) throws {
    try scratch.git(["checkout", "--quiet", "-f", "-b", "other", "HEAD~1"])
    try scratch.commit("Other", ["a/x": "other"], at: ScratchRepository.start + 90)
    #expect(throws: ScratchRepository.GitFailure.self) { try scratch.git(["merge", "main"]) }
    let index = try scratch.open().indexEntries()
    #expect(index.unmerged == [Array("a/x".utf8)])
    #expect(!index.entries.contains { $0.path == Array("a/x".utf8) })
    #expect(index.entries.contains { $0.path == Array("a/y".utf8) })
    #expect(try scratch.open().indexEntries(under: Array("b".utf8)).unmerged == [])
  }

  @Test func anIndexThatIsNamed() throws {
    let scratch = try twoCommits()
    try FileManager.default.copyItem(atPath: scratch.top + "/.git/index", toPath: scratch.top + "/a/named")
    try scratch.write("a/x", "newer")
    try scratch.git(["add", "a/x"])
    let named = try scratch.open(scratch.top + "/b", ["GIT_INDEX_FILE": "a/named"]).indexEntries()
    #expect(named.entries.map(Listed.init) == Listed.tree(try scratch.git(["ls-tree", "-r", "-z", "HEAD"])))
    #expect(try scratch.open().indexEntries() != named)
    let error = #expect(throws: GitError.self) { try scratch.open(nil, ["GIT_INDEX_FILE": "a/missing"]).indexEntries() }
    #expect(error?.message.contains(scratch.top + "/a/missing") == true)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a repository away"))
  func aRepositoryOfSomebodyElse() throws {
    let scratch = try twoCommits()
    for path in [scratch.top, scratch.top + "/.git"] { chown(path, 65534, 65534) }
    for variables in [[:], ["PATH": "/nonexistent"]] {
      let error = #expect(throws: GitError.self) { try scratch.open(scratch.top + "/a", variables) }
      guard case .notTrusted(let owner) = error?.kind else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(owner == FileSystem.userName(65534))
      #expect(error?.message.contains("git config --global --add safe.directory '\(scratch.top)'") == true)
    }
    try scratch.write("/\(scratch.root)/home/config", "[safe]\n\tdirectory = \(scratch.top)\n")
    scratch.variables["GIT_CONFIG_GLOBAL"] = scratch.root + "/home/config"
    try compare(scratch)
  }
}
