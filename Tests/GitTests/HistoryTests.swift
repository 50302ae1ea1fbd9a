import Foundation
import TestSupport
import Testing

@testable import Git

/// The walk through a history, against `git rev-list`.
@Suite struct HistoryTests {
  private func listed(_ scratch: ScratchRepository, _ directory: String? = nil) throws -> [String] {
    try String(decoding: scratch.git(["rev-list", "--date-order", "HEAD"], in: directory), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private func expectTopological(_ history: History) {
    for (index, step) in history.steps.enumerated() { #expect(step.parents.allSatisfy { $0 > index }) }
  }

  @Test func branchesRootsAndAnOctopus() throws {
    let scratch = try ScratchRepository()
    let root = try scratch.committed("Root", ["a": "0"])
    for (number, branch) in ["one", "two", "three"].enumerated() {
      try scratch.git(["checkout", "--quiet", "-b", branch, root.hex])
      try scratch.commit("On \(branch)", [branch: "x"], at: ScratchRepository.start + Int64(100 * (number + 1)))
    }
    try scratch.git(["checkout", "--quiet", "main"])
    try scratch.git(
      ["merge", "--quiet", "-m", "Octopus", "one", "two", "three"], also: ["GIT_COMMITTER_DATE": "1700001000 +0000"])
    try scratch.git(["checkout", "--quiet", "--orphan", "second-root"])
    try scratch.commit("Another root", ["b": "0"], at: ScratchRepository.start + 2000)
    try scratch.git(["checkout", "--quiet", "main"])
    try scratch.git(
      ["merge", "--quiet", "--allow-unrelated-histories", "-m", "Join", "second-root"],
      also: ["GIT_COMMITTER_DATE": "1700003000 +0000"])
    let repository = try scratch.open()
    let history = try repository.history(from: #require(try repository.head()))
    #expect(try history.steps.map(\.id.hex) == listed(scratch))
    #expect(history.steps.map(\.parents.count).sorted() == [0, 0, 1, 1, 1, 2, 3])
    #expect(!history.isCut)
    expectTopological(history)
    for step in history.steps {
      let commit = try repository.commit(step.id)
      #expect(commit.parents == step.parents.map { history.steps[$0].id })
      #expect(commit.tree == step.tree && commit.committer.time == step.time)
    }
  }

  @Test func aParentIsNeverBeforeItsChildWhateverTheClockSaid() throws {
    let scratch = try ScratchRepository()
    for (number, seconds) in [500, 100, 900, 0, 300].enumerated() {
      try scratch.commit("Commit \(number)", ["a": "\(number)"], at: ScratchRepository.start + Int64(seconds))
    }
    let repository = try scratch.open()
    let history = try repository.history(from: #require(try repository.head()))
    #expect(try history.steps.map(\.id.hex) == listed(scratch))
    expectTopological(history)
  }

  @Test func aShallowCloneIsCut() throws {
    let scratch = try ScratchRepository()
    for number in 0..<5 {
      try scratch.commit("Commit \(number)", ["a": "\(number)"], at: ScratchRepository.start + Int64(number))
    }
    let clone = scratch.root + "/clone"
    try scratch.git(["clone", "--quiet", "--depth", "2", "file://" + scratch.top, clone])
    let repository = try scratch.open(clone)
    let history = try repository.history(from: #require(try repository.head()))
    #expect(try history.steps.map(\.id.hex) == listed(scratch, clone))
    #expect(history.steps.map(\.isCut) == [false, true])
    #expect(history.steps.map(\.parents) == [[1], []])
    #expect(try history.isCut && repository.isShallow)
    #expect(try !scratch.open().isShallow)
  }

  @Test func aMissingParentCutsTheHistory() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.committed("One", ["a": "1"])
    let second = try scratch.committed("Two", ["a": "2"], after: 5)
    let path = "\(scratch.top)/.git/objects/\(first.hex.prefix(2))/\(first.hex.dropFirst(2))"
    try FileManager.default.removeItem(atPath: path)
    let repository = try scratch.open()
    let history = try repository.history(from: second)
    #expect(history.steps.map(\.id) == [second] && history.isCut)
    #expect(#expect(throws: GitError.self) { try repository.history(from: first) }?.kind == .objectMissing)
  }

  @Test func replacementsAndGraftsAreToldAndNotFollowed() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.committed("One", ["a": "1"])
    let second = try scratch.committed("Two", ["a": "2"], after: 5)
    #expect(try scratch.open().warnings() == [])
    try scratch.git(["replace", second.hex, first.hex])
    try scratch.write(".git/info/grafts", "\(second)\n")
    try scratch.write(".git/objects/info/alternates", "# no folder\n/nonexistent/objects\n../objects\n")
    let repository = try scratch.open()
    #expect(try repository.commit(second).subject == "Two")
    #expect(try repository.history(from: second).steps.count == 2)
    let warnings = try repository.warnings()
    #expect(warnings.count == 3)
    for word in ["git replace", "grafts", "/nonexistent/objects"] {
      #expect(warnings.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func aCommitGraphThatLiesChangesNothing() throws {
    let scratch = try ScratchRepository()
    for number in 0..<3 {
      try scratch.commit("Commit \(number)", ["a": "\(number)"], at: ScratchRepository.start + Int64(number))
    }
    let expected = try listed(scratch)
    try scratch.git(["commit-graph", "write", "--reachable"])
    let path = scratch.top + "/.git/objects/info/commit-graph"
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    for index in (bytes.count / 2)..<(bytes.count - 20) { bytes[index] ^= 0x55 }
    try FileManager.default.removeItem(atPath: path)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let repository = try scratch.open()
    #expect(try repository.history(from: #require(try repository.head())).steps.map(\.id.hex) == expected)
  }
}
