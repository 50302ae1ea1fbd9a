import Foundation
import TestSupport
import Testing

@testable import Commands

/// The real `git push` to a bare repository with the hook that `tw hook install --server` installs, and the real `tw`.
@Suite struct PushHook {
  /// Beside the tests' own program.
  private static let binary = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .path

  private static func goal(_ owner: String) -> String {
    "---\ntitle: Public beta\nowners: [\(owner)]\nstatus: proposed\nwhy: It helps\n---\n"
  }

  private static let report = "---\nmood: 4\n---\n\n## Done\n\n- Chose the bread.\n"

  /// A clone with a sound workspace, whose `main` is on the server.
  private let repository: ScratchRepository
  private let server: String

  init() throws {
    repository = try ScratchRepository()
    server = repository.top + "-server/with \"quote:and colon.git"
    repository.variables["PATH"] = Self.binary + ":" + (repository.variables["PATH"] ?? "")
    try repository.git("init", "--quiet", "--bare", "-b", "main", server)
    #expect(repository.tw("hook", "install", "--server", from: server).status == 0)
    try repository.git("remote", "add", "origin", server)
    #expect(repository.tw("init", "--name", "Harbour", "--vision", "On time").status == 0)
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n")
    try repository.write(".teamwork/goals/beta.md", Self.goal("ana"))
    try repository.commit("Begin")
    try repository.git("push", "--quiet", "origin", "main")
  }

  private func push(_ words: String...) -> (passed: Bool, said: String) { push(words) }

  private func push(_ words: [String]) -> (passed: Bool, said: String) {
    do {
      return (true, try repository.run(git: ["push", "origin"] + words))
    } catch {
      return (false, "\(error)")
    }
  }

  private func tip(_ name: String) throws -> String { try repository.git("rev-parse", name, in: server) }

  /// The files of the server, but for the references and objects that a push is to bring.
  private func files() throws -> [String] {
    let all = try #require(FileManager.default.enumerator(atPath: server))
    return all.compactMap { $0 as? String }.sorted()
  }

  private func commit(_ message: String, by person: String) throws {
    let names = ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"]
    for name in names { repository.variables[name] = "\(person)@example.org" }
    defer { for name in names { repository.variables[name] = "ana@example.org" } }
    try repository.commit(message)
  }

  @Test func aFaultIsRefusedAndTheMendedOneGoesThrough() throws {
    let before = try tip("main")
    let files = try files()
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.commit("Anna")
    let refused = push("main")
    #expect(!refused.passed)
    #expect(refused.said.contains("remote: error: `main` brings 1 error in .teamwork"))
    #expect(refused.said.contains("remote: .teamwork/goals/beta.md:3:10: error[unknown-reference]"))
    #expect(refused.said.contains("remote:   `owners` names `anna`, but there is no such person"))
    #expect(refused.said.contains("remote:   help: did you mean `ana`?"))
    #expect(refused.said.contains("pre-receive hook declined"))
    for line in refused.said.split(separator: "\n") where line.hasPrefix("remote: ") {
      #expect(line.trimmingCharacters(in: .whitespaces).count <= 80, "\(line)")
    }
    #expect(try tip("main") == before)
    #expect(try self.files() == files)
    // Mended within the push: only the tip counts.
    try repository.write(".teamwork/goals/beta.md", Self.goal("ana") + "\nMore.\n")
    try repository.commit("Ana")
    let passed = push("main")
    #expect(passed.passed, "\(passed.said)")
    #expect(!passed.said.contains("remote:"))
    #expect(try tip("main") == repository.git("rev-parse", "main"))
  }

  @Test func onlyWhatThePushBringsToABranchIsToldAndAllOfANewOne() throws {
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.commit("Anna")
    // The fault came in while nobody looked.
    try FileManager.default.moveItem(atPath: server + "/hooks/pre-receive", toPath: server + "/away")
    #expect(push("main").passed)
    try FileManager.default.moveItem(atPath: server + "/away", toPath: server + "/hooks/pre-receive")
    try repository.write("README", "x")
    try repository.commit("Beside it")
    #expect(push("main").passed)
    try repository.write(".teamwork/goals/gamma.md", Self.goal("ana"))
    try repository.commit("In it")
    #expect(push("main").passed)
    let refused = push("main:refs/heads/other")
    #expect(!refused.passed)
    #expect(refused.said.contains("error: `other` has 1 error in .teamwork"))
    #expect(refused.said.contains("`owners` names `anna`"))
  }

  @Test func aBranchIsJudgedAgainstItsOwnOldValue() throws {
    try repository.git("branch", "other")
    #expect(push("other").passed)
    try repository.git("checkout", "--quiet", "other")
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.commit("Anna")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(".teamwork/goals/beta.md", Self.goal("ben"))
    try repository.commit("Ben")
    let refused = push("main", "other")
    #expect(!refused.passed)
    #expect(refused.said.contains("`other` brings 1 error"))
    #expect(!refused.said.contains("`main` brings"))
    #expect(push("main").passed)
    // Backwards by force: the old value is none of the new one's ancestors.
    try repository.git("reset", "--quiet", "--hard", "HEAD~")
    try repository.write(".teamwork/goals/beta.md", Self.goal("benn"))
    try repository.commit("Another way")
    #expect(!push("--force", "main").passed)
    try repository.write(".teamwork/goals/beta.md", Self.goal("ana"))
    try repository.commit("Mended")
    #expect(push("--force", "main").passed)
  }

  @Test func deletedBranchesAndWhatHasNoWorkspacePass() throws {
    #expect(push("main:refs/heads/old").passed)
    #expect(push("--delete", "old").passed)
    try repository.git("checkout", "--quiet", "--orphan", "empty")
    try repository.git("rm", "-rq", "--cached", ".")
    try FileManager.default.removeItem(atPath: repository.top + "/.teamwork")
    try repository.write("README", "x")
    try repository.commit("No workspace")
    try repository.git("tag", "light")
    try repository.git("tag", "-a", "-m", "x", "heavy")
    try repository.git("tag", "-a", "-m", "x", "heavier", "heavy")
    try repository.git("tag", "text", "HEAD:README")
    try repository.git("tag", "folder", "HEAD^{tree}")
    let passed = push("empty", "--tags")
    #expect(passed.passed, "\(passed.said)")
    try repository.write("README", "y")
    try repository.commit("Still none")
    let again = push("empty")
    #expect(again.passed, "\(again.said)")
    #expect(!again.said.contains("remote:"))
  }

  /// A hook that names a folder which is nowhere would check nothing, ever.
  @Test func aFolderThatIsNamedIsSomewhere() throws {
    #expect(repository.tw("hook", "uninstall", from: server).status == 0)
    #expect(repository.tw("--workspace", "teem", "hook", "install", "--server", from: server).status == 0)
    try repository.write("README", "x")
    try repository.commit("Beside it")
    for words in [["main"], ["main:refs/heads/other"], ["HEAD:refs/heads/a", "HEAD^{tree}:refs/tags/b"]] {
      let refused = push(words)
      #expect(!refused.passed)
      #expect(refused.said.contains("remote: error: there is no workspace `teem` in what is pushed"), "\(refused.said)")
    }
    let id = try repository.git("rev-parse", "main").prefix(40)
    let line = "\(String(repeating: "0", count: 40)) \(id) refs/heads/x\n"
    for (workspace, status) in [("teem", Int32(2)), (".teamwork", 0), ("team/.teamwork", 2)] {
      let answer = repository.run(["--workspace", workspace, "hook", "run", "pre-receive"], input: line)
      #expect(answer.status == status && answer.output.isEmpty, "\(workspace): \(answer.errors)")
    }
    // What is there comes in, beside it what has none may; and a branch may always go.
    try repository.git("mv", ".teamwork", "teem")
    try repository.commit("As the hook calls it")
    #expect(push("main").passed)
    try repository.git("checkout", "--quiet", "--orphan", "pages")
    try repository.git("rm", "-rq", "--cached", "teem")
    try FileManager.default.removeItem(atPath: repository.top + "/teem")
    try repository.commit("Pages")
    #expect(push("pages").passed)
    #expect(push("--delete", "pages").passed)
  }

  /// One folder on other systems, and two here.
  @Test(arguments: [
    ".Teamwork/goals/x.md", ".teamwork/Goals/x.md", ".TEAMWORK", ".teamwork/goals/Beta.md", ".teamwork./goals/x.md",
    ".team\u{200C}work/goals/x.md", ".teamwork/goals /x.md", ".teamwork/go\u{FEFF}als/x.md",
  ])
  func whatIsOneFolderElsewhere(_ path: String) throws {
    let before = try tip("main")
    try repository.write(path, Self.goal("ana"))
    try repository.commit("Twins")
    for words in ["main", "main:refs/heads/other", "HEAD^{tree}:refs/tags/x"] {
      let refused = push(words)
      #expect(!refused.passed && refused.said.contains("error["), "\(words): \(refused.said)")
    }
    // Instead of the folder.
    if !path.hasPrefix(".teamwork/") {
      try repository.git("rm", "-rq", ".teamwork")
      try repository.commit("Instead")
      #expect(!push("main").passed)
      #expect(!push("main:refs/heads/other").passed)
    }
    #expect(try tip("main") == before)
    try repository.git("reset", "--quiet", "--hard", "origin/main")
    try repository.write(".team/goals/x.md", "x")
    try repository.commit("Another word")
    #expect(push("main").passed)
  }

  @Test func tagsOnAWorkspaceAreJudged() throws {
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.commit("Anna")
    try repository.git("tag", "-a", "-m", "x", "v1")
    try repository.git("tag", "bare-tree", "HEAD^{tree}")
    #expect(push("v1").said.contains("`tags/v1` has 1 error"))
    #expect(push("bare-tree").said.contains("`tags/bare-tree` has 1 error"))
  }

  @Test func aDeletedGoalBreaksReferencesElsewhere() throws {
    try repository.write(
      ".teamwork/goals/gamma.md", "---\ntitle: Gamma\nowners: [ana]\nparent: beta\nstatus: proposed\n---\n")
    try repository.commit("Gamma")
    let passed = push("main")
    #expect(passed.passed, "\(passed.said)")
    try repository.git("rm", "--quiet", ".teamwork/goals/beta.md")
    try repository.commit("No beta")
    let refused = push("main")
    #expect(!refused.passed)
    #expect(refused.said.contains(".teamwork/goals/gamma.md:4:9: error[unknown-reference]"))
  }

  /// Whose words they are comes from the commits, and from people as the base has them.
  @Test func nobodySpeaksForOthers() throws {
    try repository.write(".teamwork/status/2026-W47/ben.md", Self.report)
    try repository.commit("Ana writes for Ben")
    #expect(push("main").said.contains("error[impersonation]"))
    // An address gained in the same push does not count.
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org, ana@example.org]\n---\n")
    try repository.commit("Now I am Ben")
    let refused = push("main")
    #expect(!refused.passed)
    #expect(refused.said.contains("error[impersonation]"))
    // Nor in a new branch.
    #expect(push("main:refs/heads/other").said.contains("error[impersonation]"))
    try repository.git("symbolic-ref", "HEAD", "refs/heads/none", in: server)
    #expect(push("main:refs/heads/other").said.contains("error[impersonation]"))
    try repository.git("reset", "--quiet", "--hard", "HEAD~2")
    try repository.write(".teamwork/status/2026-W47/ben.md", Self.report)
    try commit("Ben writes himself", by: "ben")
    let passed = push("main")
    #expect(passed.passed, "\(passed.said)")
    #expect(push("main:refs/heads/other").passed)
  }

  /// Neither a branch that was deleted before, nor a HEAD that names none, lets words through.
  @Test func aBranchThatIsDeletedAndPushedAnew() throws {
    try repository.git("config", "receive.denyDeleteCurrent", "ignore", in: server)
    try repository.git("tag", "begin")
    try repository.write(".teamwork/status/2026-W47/ben.md", Self.report)
    try repository.commit("Ana writes for Ben")
    #expect(push("main").said.contains("error[impersonation]"))
    #expect(push("--delete", "main").passed)
    let refused = push("main")
    #expect(!refused.passed)
    #expect(refused.said.contains("error[impersonation]"), "\(refused.said)")
    // With another branch it is what is new to it, and with a tag to that.
    for name in ["refs/heads/old", "refs/tags/old"] {
      #expect(push("begin:\(name)").passed)
      let again = push("main")
      #expect(again.said.contains("error[impersonation]"), "\(again.said)")
      #expect(push("--delete", name).passed)
    }
    try repository.git("reset", "--quiet", "--hard", "begin")
    try repository.write(".teamwork/status/2026-W47/ben.md", Self.report)
    try commit("Ben writes himself", by: "ben")
    let passed = push("main")
    #expect(passed.passed, "\(passed.said)")
  }

  /// What the repository has already, nobody brings again; what was taken back from a branch, a push that goes back does.
  @Test func aPushAnswersForWhatItBrings() throws {
    try FileManager.default.moveItem(atPath: server + "/hooks/pre-receive", toPath: server + "/away")
    try repository.git("checkout", "--quiet", "-b", "side")
    try repository.write(".teamwork/status/2026-W47/ben.md", Self.report)
    try repository.commit("Ana writes for Ben")
    #expect(push("side").passed)
    try FileManager.default.moveItem(atPath: server + "/away", toPath: server + "/hooks/pre-receive")
    // A new branch that puts together what is here.
    try repository.git("checkout", "--quiet", "-b", "both", "main")
    try repository.write("README", "x")
    try repository.commit("Beside it")
    #expect(push("both").passed)
    try repository.git("checkout", "--quiet", "-b", "together")
    try repository.git("merge", "--quiet", "--no-edit", "side")
    let known = push("together")
    #expect(known.passed, "\(known.said)")
    // The same words are new to `both`, whoever merges them.
    #expect(push("together:both").said.contains("error[impersonation]"))
    // A branch that took them back, and is set back to them.
    try repository.git("checkout", "--quiet", "side")
    try repository.git("revert", "--no-edit", "HEAD")
    #expect(push("side").passed)
    let back = push("--force", "HEAD~1:side")
    #expect(!back.passed)
    #expect(back.said.contains("error[impersonation]"), "\(back.said)")
  }

  @Test func manyErrorsAreCounted() throws {
    for number in 0..<30 {
      try repository.write(
        ".teamwork/goals/g\(number).md", Self.goal("anna").replacingOccurrences(of: "beta", with: "\(number)"))
    }
    try repository.commit("Thirty")
    let refused = push("main")
    #expect(refused.said.contains("`main` brings 30 errors"))
    #expect(refused.said.contains("… and 10 more"))
    #expect(refused.said.components(separatedBy: "error[unknown-reference]").count == 21)
  }

  @Test func whatCannotBeCheckedIsRefused() throws {
    // What stands before the block in the same hook has read Git's lines.
    let script = try String(contentsOfFile: server + "/hooks/pre-receive", encoding: .utf8)
    try script.replacingOccurrences(of: "#!/bin/sh\n", with: "#!/bin/sh\ncat > /dev/null\n")
      .write(toFile: server + "/hooks/pre-receive", atomically: false, encoding: .utf8)
    try repository.write("README", "x")
    try repository.commit("x")
    let refused = push("main")
    #expect(!refused.passed)
    #expect(refused.said.contains("nothing was checked"))
    let id = String(repeating: "1", count: 40)
    for input in [
      "", "\n", "x\n", "\(id) \(id)\n", "\(id) \(id) \n", "\(id) \(id) refs/heads/main\n",
      "\(id.dropLast()) \(id) refs/heads/main\n",
    ] {
      let answer = repository.run(["hook", "run", "pre-receive"], from: server, input: input)
      #expect(answer.status == 2, "\(input)")
      #expect(answer.output.isEmpty)
    }
    let long = String(repeating: "\(id) \(id) refs/heads/main\n", count: 200_000)
    #expect(repository.run(["hook", "run", "pre-receive"], from: server, input: long).errors.contains("16 MiB"))
  }

  /// A hook that was there reads Git's lines, too, and has its say.
  @Test func aHookThatWasThereIsKept() throws {
    #expect(repository.tw("hook", "uninstall", from: server).status == 0)
    let script =
      "#!/bin/sh\nwhile read old new ref; do echo \"saw $ref\"; [ \"$ref\" != refs/heads/no ] || exit 1; done\nexit 0\n"
    try script.write(toFile: server + "/hooks/pre-receive", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: server + "/hooks/pre-receive")
    #expect(repository.tw("hook", "install", "--server", from: server).status == 0)
    #expect(repository.tw("hook", "install", "--server", from: server).output.contains("there already"))
    let passed = push("main:refs/heads/a", "main:refs/heads/b")
    #expect(passed.passed, "\(passed.said)")
    #expect(passed.said.contains("remote: saw refs/heads/a") && passed.said.contains("remote: saw refs/heads/b"))
    #expect(!push("main:refs/heads/no").passed)
    try repository.write(".teamwork/goals/beta.md", Self.goal("anna"))
    try repository.commit("Anna")
    #expect(push("main").said.contains("unknown-reference"))
    #expect(repository.tw("hook", "uninstall", from: server).status == 0)
    #expect(try String(contentsOfFile: server + "/hooks/pre-receive", encoding: .utf8) == script)
  }
}
