import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct InitTests {
  @Test(arguments: ["collaborate", "cooperate"]) func startsSoundWorkspace(mode: String) throws {
    let repository = try ScratchRepository()
    let answer = repository.tw("init", "--mode", mode)
    try expectGolden(answer, "init-\(mode)", command: "tw init --mode \(mode)")
    // Only the template's open questions are found.
    try expectGolden(
      repository.tw("validate", "--format", "concise"), "init-\(mode)-validate", command: "tw validate --format concise"
    )
    for line in repository.tw("validate", "--format", "concise").output.split(separator: "\n") {
      #expect(line.contains("placeholder-text"), "\(line)")
    }
    #expect(
      try repository.read(".teamwork/people/ana.md").hasPrefix("---\nname: Ana López\nemails: [ana@example.org]\n"))
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
    for name in ["AUTHOR", "COMMITTER"] {
      for part in ["NAME", "EMAIL"] { repository.variables["GIT_\(name)_\(part)"] = nil }
    }
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

  /// What would not stand its own check is not made.
  @Test(arguments: ["ana", "ana@", "@example.org", "ana example.org"])
  func refusesAnAddressThatIsNone(_ address: String) throws {
    let repository = try ScratchRepository()
    repository.variables["GIT_AUTHOR_EMAIL"] = address
    let answer = repository.tw("init")
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains("user.email"), "\(answer.errors)")
    #expect(!repository.exists(".teamwork"))
  }

  @Test(arguments: ["Europe/Berlin", "Asia/Tokyo", "UTC"]) func takesTheMachinesZone(_ zone: String) throws {
    let repository = try ScratchRepository()
    repository.timeZone = zone
    // Thursday evening in UTC is Friday in Tokyo.
    repository.now = 1_795_132_800
    #expect(repository.tw("init", "--mode", "cooperate").status == 0)
    #expect(try repository.read(".teamwork/teamwork.md").contains("\ntimezone: \(zone)\n"))
    #expect(repository.tw("validate").status == 0)
  }

  // MARK: The hooks

  @Test func installsHooksThatGitRuns() throws {
    let repository = try ScratchRepository()
    #expect(repository.tw("init", "--hooks").status == 0)
    let other = try ScratchRepository()
    #expect(other.tw("hook", "install").status == 0)
    for hook in ["pre-commit", "pre-merge-commit"] {
      #expect(try repository.read(".git/hooks/\(hook)") == other.read(".git/hooks/\(hook)"))
      let attributes = try FileManager.default.attributesOfItem(atPath: repository.top + "/.git/hooks/\(hook)")
      #expect(try #require(attributes[.posixPermissions] as? Int) & 0o111 == 0o111)
    }

    // A `tw` that says no stops the commit; one that says yes does not.
    for (status, isStopped) in [(1, true), (0, false)] {
      try repository.write("bin/tw", "#!/bin/sh\necho \"$@\" > called\nexit \(status)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.top + "/bin/tw")
      repository.variables["PATH"] = repository.top + "/bin:" + (repository.variables["PATH"] ?? "")
      #expect(((try? repository.commit("x")) == nil) == isStopped)
      #expect(try repository.read("called") == "hook run pre-commit\n")
    }
    let before = try repository.read(".git/hooks/pre-commit")
    let again = repository.tw("init", "--hooks")
    #expect(again.status == 0)
    #expect(again.output.contains("there already"))
    #expect(try repository.read(".git/hooks/pre-commit") == before)
  }

  /// Nothing is made where only a part could be.
  @Test func refusesHookInWhichTheCheckWouldNotRun() throws {
    let repository = try ScratchRepository()
    try repository.writeHook("pre-merge-commit", "#!/bin/sh\nexec make lint\n")
    let answer = repository.tw("init", "--hooks")
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("tw hook run pre-merge-commit || exit 1"))
    #expect(!repository.exists(".teamwork"))
    #expect(!repository.exists(".git/hooks/pre-commit"))
  }
}
