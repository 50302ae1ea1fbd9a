import Foundation
import Testing

@testable import Commands

/// The real `git commit` with the hook that `tw init --hooks` installs, and the real `tw`.
@Suite struct CommitHook {
  /// Beside the tests' own program.
  private static let binary = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path

  private static let owned = "---\ntitle: Public beta\nowners: [%@]\nstatus: proposed\nwhy: It helps\n---\n"

  private static func goal(_ owner: String) -> String { owned.replacingOccurrences(of: "%@", with: owner) }

  /// A workspace with the hook, its first commit made.
  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    repository.variables["PATH"] = binary + ":" + (repository.variables["PATH"] ?? "")
    #expect(repository.tw("init", "--hooks", "--name", "Harbour", "--vision", "On time").status == 0)
    try repository.write(".teamwork/goals/beta.md", goal("ana"))
    try repository.git("add", "-A")
    try repository.git("commit", "--quiet", "-m", "Begin")
    return repository
  }

  /// Whether the commit went through, and what was said.
  private static func commit(_ repository: ScratchRepository, _ words: String..., in folder: String? = nil) throws -> (passed: Bool, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "commit", "-m", "x"] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? repository.top)
    process.environment = repository.variables
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus == 0, String(decoding: data, as: UTF8.self))
  }

  @Test func anUnknownOwnerIsStoppedAndTheMendedOneGoesThrough() throws {
    let repository = try Self.repository()
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.git("add", "-A")
    let stopped = try Self.commit(repository)
    #expect(!stopped.passed)
    #expect(stopped.said.contains("error[unknown-reference]: `owners` names `anna`"))
    #expect(stopped.said.contains("did you mean `ana`?"))
    // Mended, but not staged: what would be committed is still wrong.
    try repository.write(".teamwork/goals/beta.md", Self.goal("ana") + "\nMore.\n")
    #expect(try !Self.commit(repository).passed)
    try repository.git("add", "-A")
    #expect(try Self.commit(repository).passed)
    // Broken in the worktree only: what would be committed is right.
    try repository.write("README", "x")
    try repository.git("add", "README")
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    #expect(try Self.commit(repository).passed)
  }

  /// Git hands these commits an index of their own.
  @Test(arguments: [["-a"], [".teamwork/goals/beta.md"], ["--only", ".teamwork/goals/beta.md"]])
  func theIndexThatGitNamesIsRead(_ words: [String]) throws {
    let repository = try Self.repository()
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    func commit() throws -> Bool { words.count == 1 ? try Self.commit(repository, words[0]).passed : try Self.commit(repository, words[0], words[1]).passed }
    #expect(try !commit())
    try repository.write(".teamwork/goals/beta.md", Self.goal("ana") + "\nMore.\n")
    #expect(try commit())
  }

  @Test func aSubfolderAndALinkedWorktreeAreCheckedToo() throws {
    let repository = try Self.repository()
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    #expect(try !Self.commit(repository, "-a", in: repository.top + "/.teamwork/goals").passed)
    try repository.git("checkout", "--quiet", "--", ".")
    let linked = repository.top + "-linked"
    try repository.git("worktree", "add", "--quiet", "-b", "other", linked)
    try Self.goal("anna").write(toFile: linked + "/.teamwork/goals/beta.md", atomically: true, encoding: .utf8)
    #expect(try !Self.commit(repository, "-a", in: linked).passed)
    try (Self.goal("ana") + "\nMore.\n").write(toFile: linked + "/.teamwork/goals/beta.md", atomically: true, encoding: .utf8)
    #expect(try Self.commit(repository, "-a", in: linked).passed)
  }
}
