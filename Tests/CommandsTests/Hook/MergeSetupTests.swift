import Foundation
import TestSupport
import Testing

@testable import Commands

/// `tw hook install --merge` and what takes it out again.
@Suite struct MergeSetupTests {
  private static let block = """

    # >>> tw >>>
    # Records are merged by fields and tasks where `tw hook install --merge` was run, by lines elsewhere.
    /.teamwork/**/*.md merge=tw
    # <<< tw <<<

    """

  private func attribute(_ repository: ScratchRepository, _ path: String, in folder: String? = nil) throws -> String {
    try repository.git("check-attr", "merge", "--", path, in: folder).components(separatedBy: ": merge: ").last ?? ""
  }

  @Test(arguments: [nil, "", "*.png binary\n", "*.png binary", "*.png binary\r\n", "\n\n# ours\n.teamwork/** text\n"])
  func whatWasThereStaysToTheByte(_ before: String?) throws {
    let repository = try ScratchRepository()
    if let before { try repository.write(".gitattributes", before) }
    let config = try repository.read(".git/config")
    let answer = repository.tw("hook", "install", "--merge")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix("Git merges records by fields and tasks from now on, by `tw merge-driver`\n"))
    #expect(
      try repository.read(".gitattributes").utf8.elementsEqual(
        (before.map { $0 + Self.block } ?? String(Self.block.dropFirst())).utf8))
    #expect(try repository.git("config", "merge.tw.driver").hasPrefix("tw merge-driver %O %A %B %P %L"))
    for path in ["teamwork.md", "goals/a.md", "status/2026-W47/ana.md"] {
      #expect(try attribute(repository, ".teamwork/" + path) == "tw\n")
    }
    for path in ["README.md", "docs/.teamwork/x.md", ".teamwork/templates/x.txt"] {
      #expect(try attribute(repository, path) == "unspecified\n")
    }
    // Only what was asked for.
    #expect(!repository.exists(".git/hooks/pre-commit"))

    let again = repository.tw("hook", "install", "--merge")
    #expect(again.output == "The merge driver was there already\n`.gitattributes` names it already\n")
    #expect(repository.tw("hook", "uninstall").status == 0)
    let after = repository.exists(".gitattributes") ? try repository.read(".gitattributes") : nil
    #expect(after.map { Array($0.utf8) } == before.map { Array($0.utf8) })
    #expect(try repository.read(".git/config") == config)
    #expect(repository.tw("hook", "uninstall").output == "There was nothing to take out.\n")
  }

  @Test(arguments: ["team work", "équipe", "a[b]*?c", "it's \"50%\" of $HOME", "#x/!y"])
  func oddNamesAreNoTrouble(folder: String) throws {
    let repository = try ScratchRepository()
    Self.addProgram(to: repository)
    #expect(repository.tw("--workspace", folder, "hook", "install", "--merge").status == 0)
    #expect(try attribute(repository, folder + "/goals/a.md") == "tw\n")
    #expect(try attribute(repository, "axbyc/goals/a.md") == "unspecified\n")
    try Self.diverge(repository, at: folder + "/goals/beta.md")
    try repository.git("merge", "--quiet", "--no-edit", "other")
    #expect(try repository.read(folder + "/goals/beta.md") == Self.both)
    #expect(repository.tw("--workspace", folder, "hook", "uninstall").status == 0)
    #expect(repository.tw("--workspace", folder, "hook", "uninstall").output == "There was nothing to take out.\n")
  }

  @Test(arguments: [".teamwork/** merge=union\n", "*.md -merge\n", "teamwork.md merge\n", "*.md binary\n"])
  func anotherAttributeIsRespected(line: String) throws {
    let repository = try ScratchRepository()
    try repository.write(".gitattributes", line)
    let answer = repository.tw("hook", "install", "--merge")
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains("help: add this line by hand where it counts: /.teamwork/**/*.md merge=tw\n"))
    #expect(try repository.read(".gitattributes") == line)
    #expect(throws: ScratchRepository.GitFailure.self) { try repository.git("config", "merge.tw.driver") }
  }

  @Test func nothingIsHalfInstalled() throws {
    // A deeper file counts for more, and takes the attribute back.
    let repository = try ScratchRepository()
    try repository.write(".teamwork/.gitattributes", "*.md !merge\n")
    #expect(
      repository.tw("hook", "install", "--merge").errors.contains(
        "other attributes count for more than those in `.gitattributes`"))
    #expect(!repository.exists(".gitattributes"))
    // What cannot be configured is not named either.
    let locked = try ScratchRepository()
    try locked.write(".git/config.lock", "")
    #expect(locked.tw("hook", "install", "--merge").status == 2)
    #expect(!locked.exists(".gitattributes"))
    // Nobody writes through links, or over somebody else's driver.
    let other = try ScratchRepository()
    try other.git("config", "merge.tw.driver", "their-own %A")
    #expect(other.tw("hook", "install", "--merge").errors.contains("is something else: `their-own %A`"))
    #expect(!other.exists(".gitattributes"))
    try FileManager.default.createSymbolicLink(atPath: other.top + "/.gitattributes", withDestinationPath: "elsewhere")
    #expect(
      other.tw("hook", "install", "--merge").errors.contains(
        "add this line by hand where it counts: /.teamwork/**/*.md merge=tw"))
    #expect(!other.exists("elsewhere"))
  }

  @Test func whatIsNamedIsTakenOutAlone() throws {
    let repository = try ScratchRepository()
    repository.tw("init", "--hooks")
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    #expect(repository.tw("hook", "uninstall", "--merge").status == 0)
    #expect(!repository.exists(".gitattributes") && repository.exists(".git/hooks/pre-commit"))
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    #expect(repository.tw("hook", "uninstall", "--server").output == "There was nothing to take out.\n")
    #expect(repository.exists(".gitattributes") && repository.exists(".git/hooks/pre-commit"))
    #expect(repository.tw("hook", "uninstall").status == 0)
    #expect(!repository.exists(".gitattributes") && !repository.exists(".git/hooks/pre-commit"))
  }

  /// What is committed is everybody's.
  @Test func whatIsCommittedStays() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try repository.commit("Merge by fields")
    let committed = try repository.read(".gitattributes")
    let answer = repository.tw("hook", "uninstall")
    #expect(answer.status == 0 && answer.output.contains("`.gitattributes` is committed, and stays for the others"))
    #expect(try repository.read(".gitattributes") == committed)
    #expect(try repository.git("status", "--porcelain").isEmpty)
    #expect((try? repository.git("config", "merge.tw.driver")) == nil)
    #expect(repository.tw("hook", "uninstall").output == "There was nothing to take out.\n")
  }

  @Test func theWordsOfTheCommandLineMustMakeSense() throws {
    let repository = try ScratchRepository()
    #expect(repository.tw("hook", "run", "pre-commit", "--merge").status == 2)
    #expect(repository.tw("hook", "install", "--merge", "--server").status == 2)
    try repository.git("clone", "--quiet", "--bare", ".", "bare.git")
    #expect(
      repository.tw("hook", "install", "--merge", from: "bare.git").errors.contains("nobody merges in this repository"))
    #expect(repository.tw("hook", "uninstall", from: "bare.git").status == 0)
  }

  @Test func oneDriverHoldsForAllWorktrees() throws {
    let repository = try ScratchRepository()
    Self.addProgram(to: repository)
    try Self.diverge(repository, at: ".teamwork/goals/beta.md")
    try repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    let linked = URL(fileURLWithPath: repository.top).deletingLastPathComponent().path + "/linked"
    #expect(repository.tw("hook", "install", "--merge", from: linked).status == 0)
    #expect(try String(contentsOfFile: linked + "/.gitattributes", encoding: .utf8) == String(Self.block.dropFirst()))
    #expect(!repository.exists(".gitattributes"))
    #expect(try repository.read(".git/config").contains("[merge \"tw\"]"))
    try repository.git("merge", "--quiet", "--no-edit", "other", in: linked)
    #expect(try String(contentsOfFile: linked + "/.teamwork/goals/beta.md", encoding: .utf8) == Self.both)
    #expect(repository.tw("hook", "install", "--merge").output.hasPrefix("The merge driver was there already\n"))
    // A submodule has a repository of its own.
    let outer = try ScratchRepository()
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.top, "inner")
    #expect(outer.tw("hook", "install", "--merge", from: "inner").status == 0)
    #expect(outer.exists("inner/.gitattributes") && !outer.exists(".gitattributes"))
    #expect(try outer.git("config", "merge.tw.driver", in: outer.top + "/inner").hasPrefix("tw merge-driver"))
    #expect(throws: ScratchRepository.GitFailure.self) { try outer.git("config", "merge.tw.driver") }
  }

  @Test func doctorSeesWhatIsMissing() throws {
    let repository = try ScratchRepository.example()
    func merging() -> String {
      repository.tw("doctor").output.split(separator: "\n").filter {
        $0.contains("merging") || $0.hasSuffix("--merge") || $0.contains("finds it")
      }.joined(separator: "\n")
    }
    #expect(merging() == "")
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    #expect(merging().hasPrefix("wrong  merging     the merge driver needs `tw`, which is not in PATH"))
    Self.addProgram(to: repository)
    #expect(merging() == "ok     merging     records are merged by fields and tasks")
    // As in somebody else's clone.
    try repository.git("config", "--unset", "merge.tw.driver")
    #expect(merging().hasPrefix("wrong  merging     `.gitattributes` asks for records to be merged by tw"))
    #expect(merging().hasSuffix("tw hook install --merge"))
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try repository.write(".gitattributes", "")
    #expect(merging().hasPrefix("note   merging     a merge driver is configured"))
  }

  @Test func theAttributeAloneDoesNoHarm() throws {
    let repository = try ScratchRepository()
    try repository.write(".gitattributes", "/.teamwork/**/*.md merge=tw\n")
    try Self.diverge(repository, at: ".teamwork/goals/beta.md")
    #expect(throws: ScratchRepository.GitFailure.self) { try repository.git("merge", "--quiet", "--no-edit", "other") }
    let text = try repository.read(".teamwork/goals/beta.md")
    for words in [
      "<<<<<<< HEAD\n", ">>>>>>> other\n", "- [x] One\n", "- [x] Two\n", "due: 2026-12-18\n", "status: done\n",
    ] { #expect(text.contains(words)) }
  }

  // MARK: Help

  static let both = "---\ntitle: Beta\nstatus: done\ndue: 2026-12-18\n---\n\n- [x] One\n- [x] Two\n"

  /// So that Git finds the `tw` beside the tests' own program.
  static func addProgram(to repository: ScratchRepository) {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path
    repository.variables["PATH"] = folder + ":" + (repository.variables["PATH"] ?? "")
  }

  /// A record that was changed on `other` and on `main`, on neighbouring lines.
  static func diverge(_ repository: ScratchRepository, at path: String) throws {
    try repository.write(path, "---\ntitle: Beta\nstatus: proposed\ndue: 2026-12-01\n---\n\n- [ ] One\n- [ ] Two\n")
    try repository.commit("begin")
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.write(path, "---\ntitle: Beta\nstatus: proposed\ndue: 2026-12-18\n---\n\n- [x] One\n- [ ] Two\n")
    try repository.commit("theirs")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(path, "---\ntitle: Beta\nstatus: done\ndue: 2026-12-01\n---\n\n- [ ] One\n- [x] Two\n")
    try repository.commit("ours")
  }
}
