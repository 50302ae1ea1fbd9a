import Foundation
import TestSupport
import Testing

@testable import Git

/// What is seen from within the hooks that the real `git` runs.
@Suite struct HookTests {
  /// Runs `git` with a hook that waits while `body` looks at the repository with the hook's environment.
  private func during(
    _ hook: String, _ arguments: [String], _ scratch: ScratchRepository, in directory: String? = nil,
    hooks: String? = nil,
    _ body: (_ directory: String, _ variables: [String: String]) throws -> Void
  ) throws {
    let (ready, go, environment) = (scratch.root + "/ready", scratch.root + "/go", scratch.root + "/environment")
    let path = (hooks ?? scratch.top + "/.git/hooks") + "/" + hook
    try scratch.write(
      path,
      """
      #!/bin/sh
      cat > /dev/null < /dev/null
      pwd -P > '\(ready).new'
      env -0 > '\(environment)'
      mv '\(ready).new' '\(ready)'
      n=0; while [ ! -e '\(go)' ] && [ $n -lt 200 ]; do sleep 0.05; n=$((n + 1)); done
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? scratch.top)
    process.environment = scratch.variables
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: ready) && process.isRunning { usleep(50_000) }
    defer {
      _ = FileManager.default.createFile(atPath: go, contents: nil)
      process.waitUntilExit()
    }
    let folder = try String(contentsOfFile: ready, encoding: .utf8).trimmingCharacters(in: .newlines)
    var variables: [String: String] = [:]
    for entry in try String(contentsOfFile: environment, encoding: .utf8).split(separator: "\0") {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = String(parts[1])
    }
    try body(folder, variables)
  }

  private func staged(_ repository: Repository) throws -> [String: String] {
    var texts: [String: String] = [:]
    for entry in try repository.indexEntries().entries {
      if case .bytes(let bytes) = try repository.blob(entry.id, limit: 1000) {
        texts[String(decoding: entry.path, as: UTF8.self)] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return texts
  }

  @Test(arguments: [["-a"], ["a/x"], ["--include", "a/x"], []])
  func whatIsCommittedIsWhatTheIndexThatGitNamesHolds(arguments: [String]) throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/x": "old", "y": "old"])
    try scratch.write("a/x", "new")
    if arguments.isEmpty { try scratch.git(["add", "a/x"]) }
    try during("pre-commit", ["commit", "-m", "Two"] + arguments, scratch) { directory, variables in
      let repository = try Repository(discoveringFrom: directory, variables: variables)
      #expect(try staged(repository) == ["a/x": "new", "y": "old"])
      #expect(variables["GIT_INDEX_FILE"]?.isEmpty == false)
      // The same from a folder below the top.
      let below = try Repository(discoveringFrom: directory + "/a", variables: variables)
      #expect(try staged(below) == ["a/x": "new", "y": "old"])
      #expect(below.prefix == "a")
    }
  }

  @Test func theFirstCommitOfAll() throws {
    let scratch = try ScratchRepository()
    try during("pre-commit", ["commit", "--allow-empty", "-m", "One"], scratch) { directory, variables in
      let repository = try Repository(discoveringFrom: directory, variables: variables)
      #expect(try repository.indexEntries() == IndexListing())
    }
  }

  @Test func aHookInALinkedWorktree() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/x": "old"])
    try scratch.git(["worktree", "add", "--quiet", scratch.root + "/linked"])
    try scratch.write(scratch.root + "/linked/a/x", "new")
    try during("pre-commit", ["commit", "-a", "-m", "Two"], scratch, in: scratch.root + "/linked") {
      directory, variables in
      for folder in [directory, directory + "/a"] {
        let repository = try Repository(discoveringFrom: folder, variables: variables)
        #expect(repository.workTree == scratch.root + "/linked")
        #expect(try staged(repository) == ["a/x": "new"])
        #expect(try repository.hooksDirectory() == scratch.top + "/.git/hooks")
      }
    }
  }

  @Test func aHookInASubmodule() throws {
    let inner = try ScratchRepository()
    try inner.commit("Inner", ["x/y": "old"])
    let scratch = try ScratchRepository()
    try scratch.git(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.top, "sub"])
    try scratch.commit("Outer")
    try scratch.write("sub/x/y", "new")
    let hooks = scratch.top + "/.git/modules/sub/hooks"
    try during("pre-commit", ["commit", "-a", "-m", "Two"], scratch, in: scratch.top + "/sub", hooks: hooks) {
      directory, variables in
      for folder in [directory, directory + "/x"] {
        let repository = try Repository(discoveringFrom: folder, variables: variables)
        #expect(repository.workTree == scratch.top + "/sub")
        #expect(try staged(repository) == ["x/y": "new"])
        #expect(try repository.hooksDirectory() == hooks)
      }
    }
  }

  @Test(arguments: ["server.git", "with:colon \"and\" quote.git"])
  func quarantinedObjectsAreSeen(name: String) throws {
    let scratch = try ScratchRepository()
    let first = try scratch.committed("One", ["x": "1"])
    let server = scratch.root + "/" + name
    try scratch.git(["clone", "--quiet", "--bare", scratch.top, server])
    let second = try scratch.committed("Two", ["x": "2"], after: 5)
    let variables = scratch.variables
    try during("pre-receive", ["push", server, "main"], scratch, hooks: server + "/hooks") { directory, hookVariables in
      #expect(hookVariables["GIT_QUARANTINE_PATH"] != nil)
      let repository = try Repository(discoveringFrom: directory, variables: hookVariables)
      #expect(repository.isBare)
      #expect(try repository.head() == first)
      #expect(try repository.resolveCommit(second.hex) == second)
      #expect(try repository.changes(from: first, to: second).count == 1)
      #expect(try repository.history(from: second).steps.map(\.id) == [second, first])
      #expect(#expect(throws: GitError.self) { try repository.indexEntries() }?.kind == .unsupported)
      // Without the environment the new commit is not there yet.
      let outside = try Repository(discoveringFrom: server, variables: variables)
      #expect(#expect(throws: GitError.self) { try outside.commit(second) }?.kind == .objectMissing)
    }
  }
}
