import Foundation
import TestSupport
import Testing

@testable import Commands

private let charter = "---\nname: Harbour\nvision: On time\nformat: 1\n---\n"

private func goal(_ owners: String, _ status: String = "proposed") -> String {
  "---\ntitle: Public beta\nowners: [\(owners)]\nstatus: \(status)\nwhy: It helps\n---\n"
}

extension ScratchRepository {
  /// A workspace of two people and a goal, committed.
  fileprivate static func workspace() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(".teamwork/teamwork.md", charter)
    for person in ["ana", "ben"] {
      try repository.write(
        ".teamwork/people/\(person).md", "---\nname: \(person)\nemails: [\(person)@example.org]\n---\n")
    }
    try repository.write(".teamwork/goals/beta.md", goal("ana, ben"))
    try repository.git("add", "-A")
    try repository.git("commit", "--quiet", "-m", "Begin")
    return repository
  }
}

@Suite struct ValidateCommand {
  @Test func aSoundWorkspaceIsInOrder() throws {
    let answer = try ScratchRepository.workspace().tw("validate")
    #expect(answer.output == "All 3 records are in order.\n")
    #expect(answer.status == 0 && answer.errors.isEmpty)
  }

  @Test func aFaultIsShownWhereItStands() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("ana, benn"))
    let answer = repository.tw("validate", from: ".teamwork/goals")
    #expect(answer.status == 1)
    #expect(
      answer.output == """
        error[unknown-reference]: `owners` names `benn`, but there is no such person
          --> .teamwork/goals/beta.md:3:15
           |
         3 | owners: [ana, benn]
           |               ^^^^ no person with this id
           = help: did you mean `ben`?

        Found 1 error in 3 records.

        """)
  }

  @Test(arguments: ["full", "concise", "json", "sarif", "github", "gitlab", "junit"])
  func everyFormatStaysTheSame(_ format: String) throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(
      ".teamwork/goals/beta.md",
      goal("ana, benn", "On-Track") + "\n- [ ] Write the guide due:soon\n\n@nobody {{Who?}}\n")
    try repository.write(".teamwork/goals/odd.md", "# \u{1B}[31mNo front matter\n")
    try repository.write(".teamwork/misc/x.md", "x")
    try expectGolden(
      repository.tw("validate", "--format", format), "validate-\(format)", command: "tw validate --format \(format)")
  }

  @Test func failOnSaysFromWhere() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("ana, ben") + "\n@nobody\n")
    #expect(repository.tw("validate").status == 0)
    #expect(repository.tw("validate", "--fail-on", "warning").status == 1)
    try repository.write(".teamwork/goals/beta.md", goal("benn"))
    #expect(repository.tw("validate").status == 1)
    #expect(repository.tw("validate", "--fail-on", "never").status == 0)
  }

  @Test func pathsChooseWhatIsTold() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("benn"))
    #expect(repository.tw("validate", "people", from: ".teamwork").status == 0)
    #expect(repository.tw("validate", "goals/beta.md", from: ".teamwork").status == 1)
    let missing = repository.tw("validate", "goals/none.md", from: ".teamwork")
    #expect(missing.status == 1 && missing.output.isEmpty && missing.errors.contains("goals/none.md"))
  }

  @Test func safeFixesAreAppliedAndNothingElseChanges() throws {
    let repository = try ScratchRepository.workspace()
    let before =
      "---\r\ntitle: \"Public beta\" # ours\r\nowners: [Ana, ben]\r\nStatus: On Track\r\nwhy: It\u{200B} helps\r\ndue: 2026-2-3\r\n---\r\n\r\nText\r\n"
    try repository.write(".teamwork/goals/beta.md", before)
    let answer = repository.tw("validate", "--fix")
    let after = try String(contentsOfFile: repository.top + "/.teamwork/goals/beta.md", encoding: .utf8)
    #expect(
      Array(after.utf8)
        == Array(
          "---\r\ntitle: \"Public beta\" # ours\r\nowners: [ana, ben]\r\nstatus: On Track\r\nwhy: It helps\r\ndue: 2026-02-03\r\n---\r\n\r\nText\r\n"
            .utf8))
    #expect(answer.status == 1, "the field's name was mended, so its value is judged now")
    #expect(repository.tw("validate", "--fix").status == 0)
  }

  @Test func fixesStayWhereTheyWereAskedFor() throws {
    let repository = try ScratchRepository.workspace()
    let faulty = goal("ana, ben", "Proposed")
    for name in ["beta", "other"] { try repository.write(".teamwork/goals/\(name).md", faulty) }
    repository.tw("validate", "--fix", ".teamwork/goals/beta.md")
    #expect(try repository.read(".teamwork/goals/beta.md") == goal("ana, ben"))
    #expect(try repository.read(".teamwork/goals/other.md") == faulty)
  }

  @Test(arguments: [
    ["validate", "--staged", "--rev", "HEAD"], ["validate", "--fix", "--staged"], ["validate", "--rev", "nowhere"],
    ["validate", "--since", "--output"], ["validate", "--format", "xml"], ["valdate"],
    ["validate", "--workspace", "../x"],
    ["validate", "--workspace", "none"], ["validate", "-C", "/none"],
  ])
  func whatCannotBeDoneIsRefused(_ words: [String]) throws {
    let answer = try ScratchRepository.workspace().run(words)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("error: "))
  }

  @Test func aNewerFormatIsRefused() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/teamwork.md", charter.replacingOccurrences(of: "format: 1", with: "format: 2"))
    let answer = repository.tw("validate")
    #expect(answer.status == 2 && answer.output.isEmpty && answer.errors.contains("format: 2"))
  }
}

@Suite struct ValidateChanges {
  @Test func stagedContentIsJudgedNotTheWorktrees() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("benn"))
    try repository.git("add", "-A")
    try repository.write(".teamwork/goals/beta.md", goal("ben"))
    #expect(repository.tw("validate").status == 0)
    #expect(repository.tw("validate", "--staged").status == 1)
    try repository.git("add", "-A")
    try repository.write(".teamwork/goals/beta.md", goal("benn"))
    #expect(repository.tw("validate", "--staged").status == 0)
  }

  @Test func oldFaultsAreCountedNewOnesTold() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/old.md", goal("nobody"))
    try repository.git("add", "-A")
    try repository.git("commit", "--quiet", "-m", "Faulty")
    try repository.write(".teamwork/goals/old.md", goal("nobody") + "\nMore text.\n")
    try repository.git("add", "-A")
    let touched = repository.tw("validate", "--staged")
    #expect(touched.status == 0)
    #expect(touched.output == "Nothing new in 4 records.\n1 finding was there before.\n")
    // A deletion breaks what it leaves behind.
    try repository.git("rm", "--quiet", ".teamwork/people/ben.md")
    let deleted = repository.tw("validate", "--staged", "--format", "concise")
    #expect(deleted.status == 1)
    #expect(
      deleted.output
        == ".teamwork/goals/beta.md:3:15: error[unknown-reference] `owners` names `ben`, but there is no such person\n")
  }

  @Test func sinceJudgesTheWorktreeOrAnotherTree() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("benn"))
    #expect(repository.tw("validate", "--since", "HEAD").status == 1)
    try repository.git("commit", "--quiet", "-am", "Break")
    #expect(repository.tw("validate", "--since", "HEAD").status == 0)
    #expect(repository.tw("validate", "--since", "HEAD~1").status == 1)
    try repository.write(".teamwork/goals/beta.md", goal("ben"))
    #expect(repository.tw("validate", "--since", "HEAD~1").status == 0)
    #expect(repository.tw("validate", "--since", "HEAD~1", "--rev", "HEAD").status == 1)
  }

  @Test func nobodyReportsForSomebodyElse() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/status/2026-W47/ben.md", "## Done\n\n- Slept.\n")
    try repository.git("add", "-A")
    let answer = repository.tw("validate", "--staged", "--format", "concise")
    #expect(answer.output.contains("error[impersonation]"))
    repository.variables["GIT_AUTHOR_EMAIL"] = "ben@example.org"
    #expect(repository.tw("validate", "--staged").status == 0)
    // Nobody gains an address in the change that uses it.
    repository.variables["GIT_AUTHOR_EMAIL"] = "mallory@example.org"
    try repository.write(
      ".teamwork/people/ben.md", "---\nname: ben\nemails: [ben@example.org, mallory@example.org]\n---\n")
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").output.contains("impersonation"))
  }

  /// What is said of some files is not said of all.
  @Test func whatLiesElsewhereIsCounted() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/late.md", "---\ntitle: Late\nstatus: proposed\nwhy: x\ndue: soon\n---\n")
    let clean = repository.tw("validate", ".teamwork/people")
    #expect(clean.status == 0)
    #expect(clean.output == "Nothing to say of what was named.\n1 finding is elsewhere.\n")
    let faulty = repository.tw("validate", ".teamwork/goals")
    #expect(faulty.status == 1)
    #expect(faulty.output.hasSuffix("Found 1 error in what was named.\n"))
  }

  @Test func aBareRepositoryHasTreesButNoIndex() throws {
    let repository = try ScratchRepository.workspace()
    try repository.git("clone", "--quiet", "--bare", repository.top, repository.top + ".git")
    #expect(
      repository.run(["validate", "--rev", "HEAD"], from: repository.top + ".git").output
        == "All 3 records are in order.\n")
    for words in [["validate", "--staged"], ["validate"]] {
      let answer = repository.run(words, from: repository.top + ".git")
      #expect(answer.status == 2 && answer.output.isEmpty)
    }
  }

  /// At the edge of a shallow clone it cannot be told who wrote what, and nobody may be blamed for it.
  @Test func aShallowHistoryIsRefused() throws {
    let repository = try ScratchRepository.workspace()
    try repository.git("branch", "old")
    for number in 1...3 {
      try repository.write("note\(number)", "x")
      try repository.git("add", "-A")
      try repository.git("commit", "--quiet", "-m", "\(number)")
    }
    let clone = repository.top + "-shallow"
    try repository.git("clone", "--quiet", "--depth", "1", "--no-single-branch", "file://" + repository.top, clone)
    let answer = repository.run(["validate", "--since", "origin/old"], from: clone)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("cut off"))
  }

  @Test func aCommitBeforeTheWorkspaceIsLetThrough() throws {
    let repository = try ScratchRepository()
    try repository.write("README", "x")
    try repository.git("add", "-A")
    let answer = repository.tw("validate", "--staged")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("there is no workspace"))
  }
}

/// No input makes it exit 0 unchecked.
@Suite struct NeverAWrongPass {
  private static let broken = "---\ntitle: [\n---\n\n<!-- tw:allow invalid-yaml: x -->\n"

  @Test func whatCannotBeReadCannotBeAllowed() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", Self.broken)
    #expect(repository.tw("validate").status == 1)
    #expect(repository.tw("validate", "--fail-on", "never").status == 1)
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 1)
  }

  @Test func norSwitchedOff() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", Self.broken)
    try repository.write(
      ".teamwork/teamwork.md",
      charter.replacingOccurrences(
        of: "format: 1\n", with: "format: 1\nrules: {invalid-yaml: off, not-utf8: warning}\n"))
    let answer = repository.tw("validate", "--format", "concise")
    #expect(answer.status == 1)
    #expect(answer.output.contains("error[invalid-yaml]"))
    #expect(answer.output.contains("error[invalid-value] `invalid-yaml` is always an error"))
    #expect(answer.output.contains("error[invalid-value] `not-utf8` is always an error"))
  }

  @Test(arguments: [["list", "goals"], ["summary"], ["show", "ana"]])
  func whoReadsIsToldWhatWasLeftOut(_ words: [String]) throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", Self.broken)
    #expect(repository.run(words).errors.contains("1 file could not be read, and is left out here"))
  }

  @Test func aPathOutsideTheWorkspaceIsNoPass() throws {
    let repository = try ScratchRepository.workspace()
    try repository.write("README", "x")
    #expect(repository.tw("validate", "README").status == 1)
    #expect(repository.tw("validate", ".").status == 0)
  }

  @Test func anUnknownFormatIsRefused() throws {
    for format in ["0", "-1", "7"] {
      let repository = try ScratchRepository.workspace()
      try repository.write(
        ".teamwork/teamwork.md", charter.replacingOccurrences(of: "format: 1", with: "format: \(format)"))
      #expect(repository.tw("validate").status == 2)
    }
  }
}

@Suite struct MovedFaults {
  @Test(arguments: [".teamwork/goals/q/beta.md", ".teamwork/goals/gamma.md", ".teamwork/goals/q/gamma.md"])
  func aMoveBringsNothingNew(_ path: String) throws {
    let repository = try ScratchRepository.workspace()
    try repository.write(".teamwork/goals/beta.md", goal("nobody"))
    try repository.git("add", "-A")
    try repository.git("commit", "--quiet", "-m", "Faulty")
    try FileManager.default.createDirectory(
      atPath: repository.top + "/.teamwork/goals/q", withIntermediateDirectories: true)
    try repository.git("mv", ".teamwork/goals/beta.md", path)
    let answer = repository.tw("validate", "--staged")
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.contains("1 finding was there before."))
  }
}
