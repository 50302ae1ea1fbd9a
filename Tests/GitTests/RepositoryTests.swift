import Foundation
import TestSupport
import Testing

@testable import Git

/// What a repository tells, against what `git` tells.
@Suite struct RepositoryTests {
  @Test(arguments: ["--object-format=sha1", "--object-format=sha256"])
  func beforeTheFirstCommit(option: String) throws {
    let scratch = try ScratchRepository(option)
    let repository = try scratch.open(nil, ["GIT_TRACE": "1"])
    #expect(try repository.head() == nil)
    #expect(try repository.indexEntries() == IndexListing())
    #expect(throws: GitError.self) { try repository.resolveCommit("HEAD") }
    try scratch.write(".git/HEAD", "nonsense\n")
    #expect(throws: GitError.self) { try scratch.open().head() }
  }

  @Test func headAndRevisions() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.committed("One", ["a": "1"])
    let second = try scratch.committed("Two", ["a": "2"], after: 60)
    try scratch.git(["tag", "-a", "-m", "Tag", "v1", first.hex])
    try scratch.git(["branch", "side", first.hex])
    let repository = try scratch.open()
    #expect(try repository.head() == second)
    for (revision, id) in [
      ("HEAD", second), ("main", second), ("HEAD~1", first), ("v1", first), ("side", first),
      (second.hex, second), (String(second.hex.prefix(10)), second), ("refs/heads/side", first),
    ] {
      #expect(try repository.resolveCommit(revision) == id, "\(revision)")
    }
    for revision in ["", "nothing", "--all", "-h", "HEAD~7", "HEAD:a", "HEAD\0", "a b"] {
      let error = #expect(throws: GitError.self) { try repository.resolveCommit(revision) }
      #expect(error?.kind == .revisionNotFound, "\(revision)")
    }
  }

  @Test(arguments: ["--object-format=sha1", "--object-format=sha256"])
  func targetsBranchesAndMergeHeads(option: String) throws {
    let scratch = try ScratchRepository(option)
    let first = try scratch.committed("One", ["a": "1"])
    try scratch.git(["branch", "side", first.hex])
    let second = try scratch.committed("Two", ["b": "2"], after: 60)
    try scratch.git(["tag", "-a", "-m", "Tag", "v1", first.hex])
    try scratch.git(["tag", "-a", "-m", "Tag", "v2", "v1"])
    try scratch.git(["tag", "-a", "-m", "Tag", "text", "HEAD:a"])
    try scratch.git(["tag", "-a", "-m", "Tag", "folder", "HEAD^{tree}"])
    try scratch.git(["symbolic-ref", "refs/heads/also", "refs/heads/main"])
    let repository = try scratch.open()
    #expect(Set(try repository.branches()) == [first, second])
    #expect(try repository.target(of: second) == .commit(second))
    #expect(try repository.target(of: scratch.id("v2")) == .commit(first))
    #expect(try repository.target(of: scratch.id("text")) == .blob)
    #expect(try repository.target(of: scratch.id("folder")) == .tree(scratch.id("HEAD^{tree}")))
    let missing = try #require(ObjectID(hex: String(repeating: "1", count: first.hex.count)))
    let error = #expect(throws: GitError.self) { try repository.target(of: missing) }
    #expect(error?.kind == .objectMissing)

    #expect(try repository.mergeHeads() == [])
    #expect(try scratch.open(nil, ["GITHEAD_\(first.hex)": "side", "GITHEAD_x": "y"]).mergeHeads() == [first])
    try scratch.write(".git/MERGE_HEAD", "\(second.hex)\n\(first.hex)\n")
    #expect(try scratch.open(nil, ["GITHEAD_\(first.hex)": "side"]).mergeHeads() == [second, first])
  }

  @Test func treesAndIndexAreAsGitListsThem() throws {
    let scratch = try ScratchRepository()
    try scratch.write("run.sh", "#!/bin/sh\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.top + "/run.sh")
    try FileManager.default.createSymbolicLink(atPath: scratch.top + "/link", withDestinationPath: "run.sh")
    let commit = try scratch.committed(
      "One",
      ["a/b/c.md": "c", "a/b.md": "b", "a.md": "a", "a-b/x": "x", ".teamwork/goals/ä.md": "g", ".teamwork/x": "y"])
    let repository = try scratch.open()

    let tree = Listed.tree(try scratch.git(["ls-tree", "-r", "-z", "HEAD"]))
    #expect(try repository.entries(of: commit).map(Listed.init) == tree)
    #expect(tree.count == 8)
    #expect(
      try repository.entries(of: commit, under: Array(".teamwork".utf8)).map(Listed.init)
        == Listed.tree(scratch.git(["ls-tree", "-r", "-z", "HEAD", ".teamwork/"])))
    #expect(
      try repository.entries(of: commit, under: Array("a.md".utf8)).map { String(decoding: $0.path, as: UTF8.self) }
        == ["a.md"])
    #expect(try repository.entries(of: commit, under: Array("nothing/here".utf8)) == [])

    let index = try repository.indexEntries()
    #expect(index.entries.map(Listed.init) == Listed.index(try scratch.git(["ls-files", "-s", "-z"])))
    #expect(
      try repository.indexEntries(under: Array("a/".utf8)).entries.map { String(decoding: $0.path, as: UTF8.self) } == [
        "a/b.md", "a/b/c.md",
      ])
    #expect(index.entries.contains { $0.mode == .executable } && index.entries.contains { $0.mode == .symlink })
  }

  @Test func contentsAreReadUpToALimit() throws {
    let scratch = try ScratchRepository()
    let commit = try scratch.committed("One", ["a": "12345"])
    let repository = try scratch.open()
    let blob = try #require(repository.entries(of: commit).first).id
    #expect(try repository.blob(blob, limit: 5) == .bytes(Array("12345".utf8)))
    #expect(try repository.blob(blob, limit: 4) == .tooLarge(size: 5))
    #expect(throws: GitError.self) { try repository.blob(commit, limit: 1000) }
    let missing = try #require(ObjectID(hex: String(repeating: "12", count: 20)))
    #expect(#expect(throws: GitError.self) { try repository.blob(missing, limit: 5) }?.kind == .objectMissing)
  }
}
