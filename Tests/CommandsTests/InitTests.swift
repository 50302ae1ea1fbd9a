import Foundation
import Testing

@testable import Commands

@Suite struct InitTests {
  @Test(arguments: ["collaborate", "cooperate"]) func startsSoundWorkspace(mode: String) throws {
    let repository = try ScratchRepository()
    let answer = repository.tw("init", "--mode", mode)
    try expectGolden(answer, "init-\(mode)", command: "tw init --mode \(mode)")
    // Only the template's open questions are found.
    try expectGolden(repository.tw("validate", "--format", "concise"), "init-\(mode)-validate", command: "tw validate --format concise")
    for line in repository.tw("validate", "--format", "concise").output.split(separator: "\n") { #expect(line.contains("placeholder-text"), "\(line)") }
    #expect(try repository.read(".teamwork/people/ana.md").hasPrefix("---\nname: Ana López\nemails: [ana@example.org]\n"))
    #expect(try repository.read(".teamwork/teamwork.md").contains("\nname: harbour\n"))
    #expect(repository.tw("list", "goals", "owners=ana").output.split(separator: "\n").count == 2)
  }

  @Test func takesNameAndVision() throws {
    let repository = try ScratchRepository()
    repository.tw("init", "--name", "Harbour: \"Works\" #1", "--vision", "{{me}} & yes")
    let charter = try repository.read(".teamwork/teamwork.md")
    #expect(charter.contains("\nname: \"Harbour: \\\"Works\\\" #1\"\nvision: \"{{me}} & yes\"\n"))
    #expect(repository.tw("show", "charter").output.hasPrefix("Harbour: \"Works\" #1  charter/teamwork\n"))
    #expect(repository.tw("init", "--name", "two\nlines").status == 2)
  }

  @Test func worksFromSubfolder() throws {
    let repository = try ScratchRepository()
    try repository.write("src/deep/file", "")
    let answer = repository.tw("init", from: "src/deep")
    #expect(answer.status == 0)
    #expect(answer.output.contains("\n  ../../.teamwork/teamwork.md\n"))
    #expect(repository.exists(".teamwork/teamwork.md"))
    #expect(!repository.exists("src/deep/.teamwork"))
  }

  @Test func refusesWhatIsThere() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    let charter = try repository.read(".teamwork/teamwork.md")
    let again = repository.tw("init", "--mode", "cooperate")
    try expectGolden(again, "init-again", command: "tw init --mode cooperate")
    #expect(again.status == 2)
    #expect(try repository.read(".teamwork/teamwork.md") == charter)

    let other = try ScratchRepository()
    try other.write(".teamwork/goals/x.md", "---\ntitle: X\n---\n")
    let partial = other.tw("init")
    #expect(partial.status == 2)
    #expect(partial.errors.contains("tw new charter"))
    #expect(other.tw("new", "charter", "Harbour").status == 0)
    #expect(other.exists(".teamwork/teamwork.md"))
  }

  @Test func refusesWithoutIdentityAndWithoutWorktree() throws {
    let repository = try ScratchRepository()
    for name in ["AUTHOR", "COMMITTER"] { for part in ["NAME", "EMAIL"] { repository.variables["GIT_\(name)_\(part)"] = nil } }
    let answer = repository.tw("init")
    try expectGolden(answer, "init-nobody", command: "tw init")
    #expect(!repository.exists(".teamwork"))

    let bare = try ScratchRepository()
    try bare.git("clone", "--quiet", "--bare", ".", "bare.git")
    let refused = bare.tw("init", from: "bare.git")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("bare"))
    #expect(bare.tw("init", from: "/").status == 2)
  }

  // MARK: The hook

  @Test func installsHookThatGitRuns() throws {
    let repository = try ScratchRepository()
    #expect(repository.tw("init", "--hooks").status == 0)
    #expect(try repository.read(".git/hooks/pre-commit") == "#!/bin/sh\n" + PreCommitHook.block)
    let attributes = try FileManager.default.attributesOfItem(atPath: repository.top + "/.git/hooks/pre-commit")
    #expect(try #require(attributes[.posixPermissions] as? Int) & 0o111 == 0o111)

    // A `tw` that says no stops the commit; one that says yes does not.
    for (status, isStopped) in [(1, true), (0, false)] {
      try repository.write("bin/tw", "#!/bin/sh\necho \"$@\" > called\nexit \(status)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.top + "/bin/tw")
      repository.variables["PATH"] = repository.top + "/bin:" + (repository.variables["PATH"] ?? "")
      #expect(((try? repository.commit("x")) == nil) == isStopped)
      #expect(try repository.read("called") == "validate --staged\n")
    }
    let again = repository.tw("init", "--hooks")
    #expect(again.status == 0)
    #expect(again.output.contains("there already"))
    #expect(try repository.read(".git/hooks/pre-commit") == "#!/bin/sh\n" + PreCommitHook.block)
  }

  @Test func appendsToHookThatIsThere() throws {
    let repository = try ScratchRepository()
    try repository.write(".git/hooks/pre-commit", "#!/usr/bin/env bash\nset -e\nif false; then\n  exit 1\nfi\nmake lint")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.top + "/.git/hooks/pre-commit")
    #expect(repository.tw("init", "--hooks").status == 0)
    #expect(try repository.read(".git/hooks/pre-commit").hasSuffix("fi\nmake lint\n" + PreCommitHook.block))
  }

  @Test(arguments: [
    "#!/bin/sh\nexec make lint\n", "#!/bin/sh\nmake lint\nexit $?\n", "#!/bin/sh\nmake lint; exit\n", "#!/bin/sh\nexit 0\nmake lint\n",
    "#!/bin/sh\n[ -d src ] || exit 0\nmake\n", "#!/bin/sh\nif true; then\n  exec make\nfi\nmake\n", "#!/bin/sh\n[ -n \"$X\" ] && { exit; }\nmake\n",
    "#!/usr/bin/python3\nprint(1)\n", "make lint\n", "#!/bin/sh\r\nmake\r\n", "#!/bin/sh\ncat <<EOF\nx\nEOF\n", "\u{7F}ELF",
  ])
  func refusesHookInWhichTheBlockWouldBeDead(script: String) throws {
    let repository = try ScratchRepository()
    try repository.write(".git/hooks/pre-commit", script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.top + "/.git/hooks/pre-commit")
    let answer = repository.tw("init", "--hooks")
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("tw validate --staged || exit 1"))
    #expect(try repository.read(".git/hooks/pre-commit") == script)
    #expect(!repository.exists(".teamwork"))
  }

  @Test func refusesHookThatGitDoesNotRunAndFoldersOfOthers() throws {
    let repository = try ScratchRepository()
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nmake\n")
    #expect(repository.tw("init", "--hooks").errors.contains("chmod +x"))
    let other = try ScratchRepository()
    try other.git("config", "core.hooksPath", "/usr/share/hooks")
    let answer = other.tw("init", "--hooks")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("core.hooksPath"))
    try other.git("config", "core.hooksPath", "hooks")
    #expect(other.tw("init", "--hooks").status == 0)
    #expect(other.exists("hooks/pre-commit"))
  }
}
