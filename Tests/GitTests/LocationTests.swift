import Foundation
import TestSupport
import Testing

@testable import Git

/// Where a repository is found, against `git rev-parse`.
@Suite struct LocationTests {
  /// What `git` says of a folder: its own folder, the common one, the top ("" without) and the prefix.
  private func expected(_ scratch: ScratchRepository, _ directory: String, _ also: [String: String]) throws -> [String]
  {
    func ask(_ arguments: String...) throws -> String {
      String(decoding: try scratch.git(["rev-parse"] + arguments, in: directory, also: also), as: UTF8.self)
        .trimmingCharacters(in: .newlines)
    }
    let own = try ask("--path-format=absolute", "--git-dir")
    let common = try ask("--path-format=absolute", "--git-common-dir")
    return [
      try #require(FileSystem.real(own)), try #require(FileSystem.real(common)),
      (try? ask("--path-format=absolute", "--show-toplevel")) ?? "", String(try ask("--show-prefix").dropLast()),
    ]
  }

  private func compare(
    _ scratch: ScratchRepository, _ directory: String, _ also: [String: String] = [:], line: Int = #line
  ) throws {
    let repository = try scratch.open(directory, also)
    let found = [
      repository.gitDirectory, repository.commonDirectory, repository.workTree ?? "", repository.prefix,
    ]
    #expect(try found == expected(scratch, directory, also), "line \(line)")
  }

  @Test func aWorktree() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/b/c": "c"])
    try compare(scratch, scratch.top)
    try compare(scratch, scratch.top + "/a/b")
    #expect(try scratch.open(scratch.top + "/a/b").prefix == "a/b")
    try FileManager.default.createSymbolicLink(atPath: scratch.root + "/link", withDestinationPath: scratch.top + "/a")
    try compare(scratch, scratch.root + "/link/b")
  }

  @Test func noWorktree() throws {
    let scratch = try ScratchRepository("--bare")
    #expect(try scratch.open().isBare)
    try compare(scratch, scratch.top)
    try compare(scratch, scratch.top + "/refs/heads")
    try compare(scratch, scratch.top, ["GIT_DIR": "."])

    let plain = try ScratchRepository()
    #expect(try plain.open(plain.top + "/.git/refs", ["GIT_DIR": ".."]).workTree == nil)
    try plain.git(["config", "core.bare", "TRUE"])
    try compare(plain, plain.top)
  }

  @Test func aLinkedWorktree() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/b": "b"])
    try scratch.git(["worktree", "add", "--quiet", scratch.root + "/linked"])
    try compare(scratch, scratch.root + "/linked/a")
    // What a hook there is given; and one that has changed folder still means the same worktree.
    let own = ["GIT_DIR": scratch.top + "/.git/worktrees/linked"]
    try compare(scratch, scratch.root + "/linked", own)
    #expect(try scratch.open(scratch.root + "/linked/a", own).workTree == scratch.root + "/linked")

    // A worktree of a bare repository is none the less a worktree.
    try scratch.git(["config", "core.bare", "true"])
    try compare(scratch, scratch.root + "/linked/a")
    try scratch.git(["config", "core.bare", "false"])
    try scratch.git(["config", "extensions.worktreeConfig", "true"])
    try scratch.git(["config", "--worktree", "core.worktree", scratch.root + "/home"])
    try compare(scratch, scratch.root + "/home", ["GIT_DIR": scratch.top + "/.git"])
    try compare(scratch, scratch.root + "/linked/a")
  }

  @Test func aSubmodule() throws {
    let inner = try ScratchRepository()
    try inner.commit("Inner", ["x/y": "y"])
    let scratch = try ScratchRepository()
    try scratch.git(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.top, "sub"])
    try scratch.commit("Outer")
    try compare(scratch, scratch.top + "/sub/x")
    #expect(try scratch.open(scratch.top + "/sub").gitDirectory == scratch.top + "/.git/modules/sub")
    let entries = try scratch.open(scratch.top + "/sub").indexEntries().entries
    #expect(entries.map { String(decoding: $0.path, as: UTF8.self) } == ["x/y"])
    let outer = try scratch.open()
    #expect(try outer.entries(of: #require(try outer.head())).contains { $0.mode == .submodule })
  }

  @Test func whatTheEnvironmentNames() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/b/c": "c"])
    let own = scratch.top + "/.git"
    try compare(scratch, scratch.root, ["GIT_DIR": "harbour/.git", "GIT_WORK_TREE": "harbour"])
    try compare(scratch, scratch.top + "/a", ["GIT_DIR": own, "GIT_WORK_TREE": ".."])
    try compare(scratch, scratch.top + "/a", ["GIT_WORK_TREE": scratch.top + "/a"])
    try compare(scratch, scratch.top, ["GIT_DIR": own])
    try compare(scratch, scratch.root + "/home", ["GIT_DIR": own])
    try compare(scratch, scratch.top + "/a", ["GIT_COMMON_DIR": own])
    #expect(try scratch.open(scratch.top, ["GIT_COMMON_DIR": own]).head() == scratch.id("HEAD"))
    for nothing in [["GIT_DIR": scratch.root], ["GIT_DIR": "nowhere"]] {
      #expect(#expect(throws: GitError.self) { try scratch.open(nil, nothing) }?.kind == .noRepository)
    }
  }

  @Test func whereTheSearchEnds() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/b/c": "c"])
    let error = #expect(throws: GitError.self) { try scratch.open(scratch.root) }
    #expect(error?.kind == .noRepository)
    #expect(#expect(throws: GitError.self) { try scratch.open(scratch.root + "/not there") }?.kind == .noRepository)
    #expect(throws: GitError.self) {
      try scratch.open(scratch.top + "/a/b", ["GIT_CEILING_DIRECTORIES": "/x:" + scratch.top])
    }
    // The ceiling does not hold where the search begins.
    try compare(scratch, scratch.top, ["GIT_CEILING_DIRECTORIES": scratch.top])
  }

  @Test func aBrokenGitFile() throws {
    let scratch = try ScratchRepository()
    for text in ["", "gitdir: nowhere\n", "nonsense", "gitdir: \0\n"] {
      try scratch.write("sub/.git", text)
      #expect(
        #expect(throws: GitError.self) { try scratch.open(scratch.top + "/sub") }?.kind == .noRepository, "\(text)")
    }
  }
}
