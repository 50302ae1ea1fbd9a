import Foundation
import TestSupport
import Testing

/// `tw hook run pre-commit-framework`, in the environment of <https://pre-commit.com>; and in the real one where it is installed.
@Suite struct PreCommitFrameworkTests {
  private static let hook = ["hook", "run", "pre-commit-framework"]
  private static let broken = ScratchRepository.goal("benn")
  private static let goal = ".teamwork/goals/beta.md"

  private func status(_ repository: ScratchRepository, _ files: [String] = [], _ also: [String: String] = [:]) -> Int32
  {
    let answer = repository.run(Self.hook + files, also: ["PRE_COMMIT": "1"].merging(also) { $1 })
    // Nothing amiss needs no words.
    if answer.status == 0 {
      #expect(answer.output.isEmpty && answer.errors.isEmpty, "\(answer.output)\(answer.errors)")
    }
    return answer.status
  }

  private static func tracked(_ repository: ScratchRepository) throws -> [String] {
    try repository.git("ls-files", ".teamwork").split(separator: "\n").map(String.init)
  }

  @Test func aCommitIsJudgedByWhatIsStaged() throws {
    let repository = try ScratchRepository.sound()
    let inCommit = ["GIT_INDEX_FILE": ".git/index"]
    #expect(status(repository, [], inCommit) == 0)
    try repository.write(Self.goal, Self.broken)
    try repository.git("add", "-A")
    #expect(status(repository, [Self.goal], inCommit) == 1)
    #expect(status(repository, [Self.goal]) == 1)
    try repository.commit("Broken")
    // What was wrong before stops nobody, not even with all files staged.
    try repository.write(Self.goal, Self.broken + "\nMore.\n")
    try repository.git("add", "-A")
    #expect(status(repository, [Self.goal], inCommit) == 0)
    #expect(status(repository, [], inCommit) == 0)
  }

  @Test func aCommitThatOnlyDeletes() throws {
    let repository = try ScratchRepository.sound()
    try repository.git("rm", "--quiet", ".teamwork/people/ana.md")
    // pre-commit names no files that are gone.
    #expect(status(repository, [], ["GIT_INDEX_FILE": ".git/index"]) == 1)
  }

  @Test func allFilesMeansAllThereIs() throws {
    let repository = try ScratchRepository.sound()
    #expect(try status(repository, Self.tracked(repository)) == 0)
    try repository.write(Self.goal, Self.broken)
    try repository.commit("Broken")
    let all = try Self.tracked(repository)
    #expect(status(repository, all) == 1)
    // Also with something else staged, in parts, and from within the hook of a commit.
    try repository.write(".teamwork/people/cy.md", "---\nname: Cy\nemails: [cy@example.org]\n---\n")
    try repository.git("add", "-A")
    #expect(status(repository, all + [".teamwork/people/cy.md"]) == 1)
    #expect(status(repository, [Self.goal, ".teamwork/people/cy.md"], ["GIT_INDEX_FILE": ".git/index"]) == 1)
    #expect(status(repository, [".teamwork/people/cy.md"]) == 0)
    // What is not staged is looked at, too.
    try repository.write(Self.goal, ScratchRepository.goal("ana"))
    #expect(status(repository, all) == 0)
    // Everything staged, and no commit asks.
    let young = try ScratchRepository()
    try young.write(".teamwork/teamwork.md", "---\nname: H\nvision: V\nformat: 1\n---\n")
    try young.write(Self.goal, Self.broken)
    try young.commit("Broken")
    for path in try Self.tracked(young) { try young.write(path, young.read(path) + "\nx\n") }
    try young.git("add", "-A")
    #expect(try status(young, Self.tracked(young)) == 1)
    #expect(try status(young, Self.tracked(young), ["GIT_INDEX_FILE": ".git/index"]) == 0)
  }

  @Test func aMergeIsACommit() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/old.md", Self.broken)
    try repository.commit("An old fault")
    try repository.git("checkout", "--quiet", "-b", "side")
    try repository.write(Self.goal, ScratchRepository.goal("ana", "\nSide.\n"))
    try repository.commit("Side")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Self.goal, ScratchRepository.goal("ana", "\nMain.\n"))
    try repository.commit("Main")
    _ = try? repository.git("merge", "side")
    // Taken as it is in HEAD: pre-commit names it, and it is not staged.
    try repository.git("checkout", "--quiet", "--ours", Self.goal)
    try repository.git("add", "-A")
    #expect(status(repository, [Self.goal], ["GIT_INDEX_FILE": ".git/index"]) == 0)
  }

  @Test func aRangeIsJudgedByWhatItBrings() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(Self.goal, Self.broken)
    try repository.commit("Broken")
    try repository.write("README", "x")
    try repository.commit("Else")
    func range(_ from: String, _ to: String) -> [String: String] {
      ["PRE_COMMIT_FROM_REF": from, "PRE_COMMIT_TO_REF": to]
    }
    #expect(status(repository, [Self.goal], range("HEAD~2", "HEAD")) == 1)
    #expect(status(repository, ["README"], range("HEAD~1", "HEAD")) == 0)
    // What is checked out does not matter.
    try repository.write(Self.goal, ScratchRepository.goal("ana"))
    #expect(status(repository, [], range("HEAD~2", "HEAD")) == 1)
    #expect(status(repository, [], range("HEAD~2", "nothing")) == 2)
    #expect(status(repository, [], ["PRE_COMMIT_FROM_REF": "HEAD~2"]) == 2)
    // The first push of a whole history has no range.
    #expect(status(repository, [Self.goal], ["PRE_COMMIT_LOCAL_BRANCH": "refs/heads/main"]) == 1)
    #expect(status(repository, [], ["PRE_COMMIT_LOCAL_BRANCH": "HEAD~2"]) == 0)
    #expect(status(repository, [], ["PRE_COMMIT_LOCAL_BRANCH": "gone"]) == 2)
  }

  @Test func withoutAWorkspaceItIsInNobodysWay() throws {
    let repository = try ScratchRepository()
    try repository.write("README", "x")
    try repository.commit("Begin")
    let words = Self.hook + ["README"]
    #expect(repository.run(words).status == 0)
    #expect(repository.run(words, also: ["PRE_COMMIT_FROM_REF": "HEAD", "PRE_COMMIT_TO_REF": "HEAD"]).status == 0)
    #expect(repository.run(words, also: ["PRE_COMMIT_LOCAL_BRANCH": "main"]).status == 0)
    for also in [
      [:], ["PRE_COMMIT_LOCAL_BRANCH": "main"], ["PRE_COMMIT_FROM_REF": "HEAD", "PRE_COMMIT_TO_REF": "HEAD"],
    ] {
      #expect(repository.run(["--workspace", "teem"] + words, also: also).status == 2)
    }
  }

  // MARK: The real one

  private static let isInstalled =
    (try? ScratchRepository().shell("pre-commit --version", also: ["HOME": NSHomeDirectory()]))?.status == 0

  @Test(.enabled(if: isInstalled)) func theRealOne() throws {
    let hooks = try ScratchRepository(name: "hooks")
    try FileManager.default.copyItem(
      atPath: projectFolder + "/.pre-commit-hooks.yaml", toPath: hooks.top + "/.pre-commit-hooks.yaml")
    try hooks.commit("Hooks")
    let repository = try ScratchRepository.sound()
    repository.variables["PRE_COMMIT_HOME"] = repository.top + "/.git/pre-commit"
    let revision = try hooks.git("rev-parse", "HEAD").prefix(40)
    try repository.write(
      ".pre-commit-config.yaml",
      "repos:\n- repo: \(hooks.top)\n  rev: \(revision)\n  hooks:\n  - id: tw-validate-system\n")
    try repository.commit("Configure")
    func run(_ script: String) throws -> Bool {
      let answer = try repository.shell(script, also: ["HOME": NSHomeDirectory()])
      #expect(answer.status == 0 || answer.said.contains("tw-validate-system"), "\(script): \(answer.said)")
      return answer.status == 0
    }
    #expect(try run("pre-commit install -t pre-commit -t pre-push"))
    #expect(try run("pre-commit run --all-files"))
    try repository.write(Self.goal, Self.broken)
    #expect(try !run("pre-commit run --all-files"))
    try repository.git("add", "-A")
    #expect(try !run("git commit -m broken"))
    #expect(try run("git commit --no-verify -m broken"))
    #expect(try !run("pre-commit run --all-files"))
    #expect(try !run("pre-commit run --from-ref HEAD~1 --to-ref HEAD"))
    #expect(try run("pre-commit run --from-ref HEAD --to-ref HEAD"))
    #expect(try run("git commit --allow-empty -m nothing"))
    #expect(try !run("git rm -q .teamwork/teamwork.md && git commit -m removed"))
    try repository.git("reset", "--quiet", "--hard")
    try repository.git("init", "--quiet", "--bare", repository.top + "-remote")
    try repository.git("remote", "add", "origin", repository.top + "-remote")
    // A whole history, and then a range.
    #expect(try !run("git push origin HEAD:refs/heads/main"))
    try repository.git("push", "--quiet", "--no-verify", "origin", "HEAD~2:refs/heads/main")
    #expect(try !run("git push origin HEAD:refs/heads/main"))
    try repository.write(Self.goal, ScratchRepository.goal("ana"))
    #expect(try run("git commit -qam mended"))
    #expect(try run("git push origin HEAD:refs/heads/main"))
  }
}
