import Foundation
import TestSupport
import Testing

/// What Git tracks and has not put into the worktree is there all the same.
@Suite struct SparseCheckout {
  /// How much of the workspace is checked out.
  static let parts: [[String]] = [
    ["set", "--cone", ".teamwork/goals"], ["set", "--cone", "docs"], ["set", "--no-cone", "/*", "!/.teamwork/people/"],
    ["set", "--cone", "--sparse-index", ".teamwork/people"],
  ]

  private static func repository(_ part: [String]) throws -> ScratchRepository {
    let repository = try ScratchRepository.sound()
    try repository.write("docs/plan.md", "x")
    try repository.write(".teamwork/templates/goal.md", "---\ntitle: {{title}}\nstatus: proposed\nwhy: Ours\n---\n")
    try repository.write(
      ".teamwork/goals/beta.md", ScratchRepository.goal("ana, ben", "\nSee [the plan](../../docs/plan.md).\n"))
    try repository.commit("More")
    _ = try repository.run(git: ["sparse-checkout"] + part)
    return repository
  }

  @Test(arguments: parts) func nothingIsTakenForDeleted(_ part: [String]) throws {
    let repository = try Self.repository(part)
    #expect(!(repository.exists(".teamwork/people/ana.md") && repository.exists(".teamwork/goals/beta.md")))
    for words in [["validate"], ["validate", "--staged"], ["validate", "--since", "HEAD"]] {
      let answer = repository.run(words)
      #expect(answer.status == 0, "\(words): \(answer.output)\(answer.errors)")
    }
    #expect(try repository.rules() == [])
    #expect(repository.tw("list", "people").output.contains("ben"))
    #expect(repository.tw("show", "beta").output.contains("Public beta"))
    #expect(!repository.tw("diff").output.contains("removed"))
    // What is really gone is told.
    try repository.git("rm", "--quiet", "--sparse", ".teamwork/people/ben.md")
    #expect(try repository.rules() == ["unknown-reference"])
    #expect(try repository.rules("--staged") == ["unknown-reference"])
  }

  @Test(arguments: parts) func nothingIsWrittenOver(_ part: [String]) throws {
    let repository = try Self.repository(part)
    let isThere = [".teamwork/people/ben.md", ".teamwork/goals/beta.md"].map(repository.exists)
    let refused = [
      ["init"], ["init", "--mode", "cooperate"], ["new", "person", "Ben", "emails=b@example.org", "id=ben"],
      ["new", "goal", "Beta", "id=beta"], ["rename", "person/ben", "benjamin"],
      isThere[0] ? ["set", "beta", "status=done"] : ["set", "ben", "name=Benjamin"],
    ]
    for words in refused {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer.output)")
      #expect(try repository.git("status", "--porcelain").isEmpty, "\(words)")
      if words[0] == "set" || words[0] == "rename" || (words[0] == "init" && isThere == [false, false]) {
        #expect(answer.errors.contains("git sparse-checkout add"), "\(words): \(answer.errors)")
      }
    }
    // With it checked out, it is written.
    try repository.git("sparse-checkout", "add", ".teamwork")
    if part[1] == "--cone" { #expect(repository.run(refused[5]).status == 0) }
  }

  @Test func theTeamsTemplateIsUsed() throws {
    let repository = try Self.repository(["set", "--cone", ".teamwork/people"])
    #expect(!repository.exists(".teamwork/templates/goal.md"))
    #expect(repository.tw("new", "goal", "Another").status == 0)
    #expect(try repository.read(".teamwork/goals/another.md").contains("why: Ours"))
  }

  /// A file that lies there all the same is what counts, with the bit and without.
  @Test func whatLiesThereCounts() throws {
    let repository = try ScratchRepository.sound()
    try repository.git("update-index", "--skip-worktree", ".teamwork/goals/beta.md")
    #expect(try repository.rules() == [])
    try repository.write(".teamwork/goals/beta.md", ScratchRepository.goal("benn"))
    #expect(try repository.rules() == ["unknown-reference"])
    try FileManager.default.removeItem(atPath: repository.top + "/.teamwork/goals/beta.md")
    #expect(try repository.rules() == [])
    #expect(repository.tw("list", "goals").output.contains("beta"))
  }
}
