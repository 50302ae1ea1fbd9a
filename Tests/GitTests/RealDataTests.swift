import Foundation
import TestSupport
import Testing

@testable import Git

/// A real team's repository, every commit of it, against `git diff-tree` and `git ls-tree`.
@Suite(.enabled(if: realTeamBundle != nil, "the real repository is not on this machine"))
struct RealDataTests {
  private func told(_ change: Change) -> String {
    let nothing = String(repeating: "0", count: 40)
    return
      "\(change.old?.id.hex ?? nothing) \(change.new?.id.hex ?? nothing) \(String(decoding: change.path, as: UTF8.self))"
  }

  @Test func everyCommit() throws {
    let scratch = try ScratchRepository()
    let clone = scratch.root + "/clone"
    try scratch.git(["clone", "--quiet", "-b", "main", #require(realTeamBundle), clone])
    let repository = try scratch.open(clone)
    let head = try #require(try repository.head())
    let history = try repository.history(from: head)
    let listed = String(decoding: try scratch.git(["rev-list", "--topo-order", "HEAD"], in: clone), as: UTF8.self)
    #expect(Set(history.steps.map(\.id.hex)) == Set(listed.split(separator: "\n").map(String.init)))
    #expect(history.steps.count == Set(history.steps.map(\.id)).count)

    // All differences in one run of `git`: a line with the commit, then `:MODE MODE ID ID STATUS NUL PATH NUL`.
    let ids = history.steps.map { $0.id.hex + "\n" }.joined()
    let output = try scratch.git(
      ["diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--root", "--no-abbrev", "-m", "--first-parent"],
      in: clone, input: Array(ids.utf8))
    var expected: [String: [String]] = [:]
    var current = ""
    var difference: String?
    for part in output.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
      if let ids = difference {
        expected[current, default: []].append(ids + " " + part)
        difference = nil
      } else if part.hasPrefix(":") {
        let words = part.split(separator: " ")
        difference = "\(words[2]) \(words[3])"
      } else {
        current = String(part.prefix(40))
      }
    }
    for step in history.steps {
      let changes = try repository.changes(from: step.parents.first.map { history.steps[$0].id }, to: step.id)
      #expect(changes.map(told).sorted() == expected[step.id.hex, default: []].sorted(), "\(step.id)")
    }
    for step in history.steps where step.id.bytes[0] < 16 {
      let tree = try scratch.git(["ls-tree", "-r", "-z", step.id.hex], in: clone)
      #expect(try repository.entries(of: step.id).map(Listed.init) == Listed.tree(tree))
    }
  }

  @Test func oneHandleAThread() async throws {
    let scratch = try ScratchRepository()
    let clone = scratch.root + "/clone"
    try scratch.git(["clone", "--quiet", "-b", "main", #require(realTeamBundle), clone])
    let variables = scratch.variables
    let results = try await withThrowingTaskGroup(of: [Entry].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let repository = try Repository(discoveringFrom: clone, variables: variables)
          let entries = try repository.entries(of: repository.resolveCommit("HEAD"))
          for entry in entries { _ = try repository.blob(entry.id, limit: 1 << 20) }
          #expect(throws: GitError.self) { try repository.resolveCommit("nothing") }
          return entries
        }
      }
      return try await group.reduce(into: [[Entry]]()) { $0.append($1) }
    }
    #expect(Set(results).count == 1 && results.count == 8)
  }
}
