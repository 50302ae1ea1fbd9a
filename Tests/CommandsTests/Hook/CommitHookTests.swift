import Foundation
import TestSupport
import Testing

@testable import Commands

/// The real `git commit` with the hooks that `tw hook install` installs, and the real `tw`.
@Suite struct CommitHook {
  /// Beside the tests' own program.
  private static let binary = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .path

  private static let owned = "---\ntitle: Public beta\nowners: [%@]\nstatus: proposed\nwhy: It helps\n---\n"

  private static func goal(_ owner: String) -> String { owned.replacingOccurrences(of: "%@", with: owner) }

  /// A workspace with the hook, its first commit made.
  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    repository.variables["PATH"] = binary + ":" + (repository.variables["PATH"] ?? "")
    #expect(repository.tw("init", "--name", "Harbour", "--vision", "On time").status == 0)
    #expect(repository.tw("hook", "install").status == 0)
    try repository.write(".teamwork/goals/beta.md", goal("ana"))
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n")
    try repository.git("add", "-A")
    try repository.git("commit", "--quiet", "-m", "Begin")
    return repository
  }

  /// Whether the commit went through, and what was said.
  private static func commit(_ repository: ScratchRepository, _ words: String..., in folder: String? = nil) throws -> (
    passed: Bool, said: String
  ) {
    let run = try ChildRun(
      ["git", "commit", "-m", "x"] + words, in: folder ?? repository.top, variables: repository.variables,
      isMerged: true)
    return (run.status == 0, run.said)
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
    func commit() throws -> Bool {
      words.count == 1
        ? try Self.commit(repository, words[0]).passed : try Self.commit(repository, words[0], words[1]).passed
    }
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
    try (Self.goal("ana") + "\nMore.\n").write(
      toFile: linked + "/.teamwork/goals/beta.md", atomically: true, encoding: .utf8)
    #expect(try Self.commit(repository, "-a", in: linked).passed)
  }

  @Test func whatStoodInTheHookKeepsItsSay() throws {
    let repository = try Self.repository()
    #expect(repository.tw("hook", "uninstall").status == 0)
    try repository.writeHook("pre-commit", "#!/bin/sh\n[ ! -e broken ]\n")
    #expect(repository.tw("hook", "install").status == 0)
    try repository.write("README", "x")
    try repository.git("add", "README")
    #expect(try Self.commit(repository).passed)
    try repository.write("broken", "x")
    #expect(try !Self.commit(repository, "--allow-empty").passed)
    try FileManager.default.removeItem(atPath: repository.top + "/broken")
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    #expect(try !Self.commit(repository, "-a").passed)
  }

  @Test func aSubmoduleIsChecked() throws {
    let inner = try Self.repository()
    let outer = try ScratchRepository()
    outer.variables["PATH"] = inner.variables["PATH"]
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.top, "sub")
    let installed = outer.tw("hook", "install", from: "sub")
    #expect(installed.output.contains(outer.top + "/.git/modules/sub/hooks/pre-commit"))
    try outer.write("sub/.teamwork/goals/beta.md", Self.goal("anna"))
    #expect(try !Self.commit(outer, "-a", in: outer.top + "/sub").passed)
    try outer.write("sub/.teamwork/goals/beta.md", Self.goal("ana") + "\nMore.\n")
    #expect(try Self.commit(outer, "-a", in: outer.top + "/sub").passed)
  }

  // MARK: Merges

  private static let report = "---\nmood: 4\n---\n\n## Done\n\n- Chose the bread.\n"

  /// `theirs` has Ben's own report; both sides have a commit of their own.
  private static func parted(_ repository: ScratchRepository) throws {
    try repository.git("checkout", "--quiet", "-b", "theirs")
    for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] { repository.variables[name] = "ben@example.org" }
    try repository.write(".teamwork/status/2026-W47/ben.md", report)
    try repository.write("both", "theirs")
    try repository.commit("Ben's week")
    for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] { repository.variables[name] = "ana@example.org" }
    try repository.git("checkout", "--quiet", "main")
  }

  /// Each side is sound, and together they are not.
  @Test func whatAMergeWouldCommitIsChecked() throws {
    let repository = try Self.repository()
    try Self.parted(repository)
    try repository.write(
      ".teamwork/goals/gamma.md", "---\ntitle: Gamma\nowners: [ana]\nparent: beta\nstatus: proposed\n---\n")
    try repository.commit("Ours")
    try repository.git("checkout", "--quiet", "-b", "without", "theirs")
    try repository.git("rm", "--quiet", ".teamwork/goals/beta.md")
    try repository.commit("No beta")
    try repository.git("checkout", "--quiet", "main")
    let before = try repository.git("rev-parse", "HEAD")
    let merge = #expect(throws: ScratchRepository.GitFailure.self) {
      try repository.git("merge", "--no-edit", "without")
    }
    #expect(
      merge?.description.contains("error[unknown-reference]: `parent` names `beta`") == true,
      "\(merge?.description ?? "")")
    #expect(try repository.git("rev-parse", "HEAD") == before)
    try repository.git("merge", "--abort")
    // Who merges what Ben wrote does not speak for him.
    try repository.git("merge", "--quiet", "--no-edit", "theirs")
    #expect(repository.exists(".teamwork/status/2026-W47/ben.md"))
  }

  @Test func aMergeWithConflictsKeepsItsAuthors() throws {
    let repository = try Self.repository()
    try Self.parted(repository)
    try repository.write("both", "ours")
    try repository.commit("Ours")
    #expect(throws: ScratchRepository.GitFailure.self) { try repository.git("merge", "--no-edit", "theirs") }
    try repository.write("both", "together")
    try repository.git("add", "-A")
    let passed = try Self.commit(repository)
    #expect(passed.passed, "\(passed.said)")
    // Without a merge it is Ana who speaks.
    try repository.write(".teamwork/status/2026-W48/ben.md", Self.report)
    try repository.git("add", "-A")
    #expect(try Self.commit(repository).said.contains("error[impersonation]"))
  }
}
