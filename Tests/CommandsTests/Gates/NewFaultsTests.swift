import Foundation
import TestSupport
import Testing

/// What a change brings is told, however many faults like it were there before; what was there is not.
@Suite struct NewFaults {
  private static let header = "---\ntitle: Public beta\nowners: [ana]\nstatus: proposed\nwhy: It helps\n---\n\n"

  /// What `--staged` tells of a goal's body, against another one that is committed.
  private func rules(_ old: String, _ new: String) throws -> [String] {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", Self.header + old)
    try repository.commit("Old")
    try repository.write(".teamwork/goals/beta.md", Self.header + new)
    try repository.git("add", "-A")
    return try repository.rules("--staged")
  }

  @Test func aThirdOfTheSameIsNew() throws {
    let two = "- [ ] Write the safety manual\n\n## Later\n\n- [ ] Write the safety manual\n"
    #expect(try rules(two, two + "- [ ] Write the safety manual\n").contains("duplicate-task"))
    let anchors = "- [ ] Cut ^a\n- [ ] Sew ^a\n"
    #expect(try rules(anchors, anchors + "- [ ] Iron ^a\n") == ["duplicate-anchor"])
    #expect(try rules("See [[gone]].\n", "See [[gone]].\n\nAnd [[gone]] again.\n") == ["broken-link"])
    #expect(try rules("See [[gone]].\n", "See [[gone]], and [[gone]].\n") == ["broken-link"])
  }

  @Test func whatGoesDownIsNotNew() throws {
    let three = "- [ ] Cut ^a\n- [ ] Sew ^a\n- [ ] Iron ^a\n"
    #expect(try rules(three, "- [ ] Cut ^a\n- [ ] Sew ^a\n") == [])
    #expect(try rules(three, "- [ ] Sew ^a\n- [ ] Iron ^a\n") == [])
    #expect(try rules("See [[gone]].\n\nAnd [[gone]].\n", "And [[gone]].\n") == [])
  }

  /// Mended here, and made anew there.
  @Test func anotherPlaceIsNew() throws {
    let old = "See [[gone]] first.\n\nOne.\n\nTwo.\n\nThree.\n"
    #expect(try rules(old, "See it first.\n\nOne.\n\nTwo.\n\nThree, and [[gone]].\n") == ["broken-link"])
  }

  @Test func anOldFaultWhoseLineMovedIsOld() throws {
    let old = "See [[gone]] first.\n\nOne.\n\nTwo.\n\nThree.\n"
    for new in [
      "Before.\n\n" + old, "One.\n\nTwo.\n\nThree.\n\nSee [[gone]] first.\n", "See [[gone]] first, and last.\n\nOne.\n",
      old.replacingOccurrences(of: "\n", with: "\r\n"), "Zero.\n\nSee [[gone]] at once.\n\nOne.\n\nTwo.\n\nThree.\n",
    ] {
      #expect(try rules(old, new) == [], "\(new)")
    }
    let list = "- [ ] Cut ^a\n- [ ] Sew ^a\n"
    #expect(try rules(list, "- [ ] Iron\n- [ ] Cut @ana ^a\n- [ ] Sew ^a\n") == [])
  }

  @Test func aFieldIsAPlaceWhateverItsLine() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", ScratchRepository.goal("ana, benn"))
    try repository.commit("Old")
    try repository.write(
      ".teamwork/goals/beta.md", "---\nstatus: proposed\nwhy: It helps\ntitle: Beta\nowners:\n  - ben\n  - benn\n---\n")
    try repository.git("add", "-A")
    #expect(try repository.rules("--staged") == [])
    try repository.write(".teamwork/goals/beta.md", ScratchRepository.goal("benn, benn"))
    try repository.git("add", "-A")
    #expect(try repository.rules("--staged").contains("unknown-reference"))
  }

  /// However many there are of one kind, the one that comes is told.
  @Test(arguments: [20, 25, 998]) func nothingHidesBehindMany(_ count: Int) throws {
    let spaces = String(repeating: "a\u{200B}b\n", count: count)
    #expect(try rules(spaces, spaces + "x\u{202E}y\n") == ["hidden-characters"])
    #expect(try rules("x\u{202E}y\n" + spaces, spaces) == [])
    #expect(try rules(spaces, "Words.\n" + spaces) == [])
  }

  /// Past what is told one by one nobody can compare: who touches the file mends it.
  @Test func pastTheCountItIsNotPassed() throws {
    let many = String(repeating: "See [[gone]].\n\n", count: 1_050)
    #expect(try rules(many, many + "See [[gone]].\n") == ["broken-link"])
    let spaces = String(repeating: "a\u{200B}b\n", count: 1_050)
    #expect(try rules(spaces, spaces + "x\u{202E}y\n") == ["hidden-characters"])
    // A file that nobody touched is nobody's.
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", Self.header + many)
    try repository.commit("Old")
    try repository.write(".teamwork/goals/other.md", ScratchRepository.goal("ben"))
    try repository.git("add", "-A")
    #expect(try repository.rules("--staged") == [])
  }
}

/// What could not be read in the base and cannot be read now was checked by nobody.
@Suite struct StillUnreadable {
  @Test(arguments: [
    ("---\ntitle: [\n---\n", "---\ntitle: [\n---\n\nAnd [[gone]].\n"),
    ("---\ntitle: x\n", "---\ntitle: y\n"),
    ("---\ntitle: \u{0}x\n---\n", "---\ntitle: \u{0}xy\n---\n"),
    ("---\n<<<<<<< a\ntitle: x\n---\n", "---\n<<<<<<< a\ntitle: y\n---\n"),
  ])
  func aRewrittenOneIsAnError(_ old: String, _ new: String) throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", old)
    try repository.commit("Old")
    let before = repository.tw("validate", "--staged")
    #expect(before.status == 0, "\(before.output)")
    try repository.write(".teamwork/goals/beta.md", new)
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 1)
    #expect(repository.tw("hook", "run", "pre-commit").status == 1)
    #expect(repository.tw("validate", "--since", "HEAD").status == 1)
    try repository.git("commit", "--quiet", "-m", "New")
    #expect(repository.tw("validate", "--since", "HEAD~1", "--rev", "HEAD").status == 1)
    #expect(repository.tw("validate", "--since", "HEAD", "--rev", "HEAD").status == 0)
  }

  @Test func anotherFileIsNotStoppedForIt() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", "---\ntitle: [\n---\n")
    try repository.commit("Old")
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n")
    #expect(repository.tw("validate", "--since", "HEAD").status == 0)
    try repository.git("mv", ".teamwork/goals/beta.md", ".teamwork/goals/gamma.md")
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 0)
    // Mended, it is not in the way.
    try repository.write(".teamwork/goals/gamma.md", ScratchRepository.goal("ana"))
    try repository.git("add", "-A")
    #expect(repository.tw("validate", "--staged").status == 0)
  }

  /// Whatever is switched off, a file that could not be read is an error.
  @Test(arguments: [
    ("conflict-markers", "---\ntitle: x\n<<<<<<< a\nstatus: proposed\n=======\nstatus: done\n>>>>>>> b\n---\n"),
    ("hidden-characters", "---\ntitle: \"x\n\u{8}: [\n---\n"),
  ])
  func noRuleLetsItPass(_ rule: String, _ text: String) throws {
    let repository = try ScratchRepository.sound()
    try repository.write(".teamwork/goals/beta.md", text)
    for weight in ["off", "warning"] {
      try repository.write(
        ".teamwork/teamwork.md", "---\nname: H\nvision: V\nformat: 1\nrules: {\(rule): \(weight)}\n---\n")
      let answer = repository.tw("validate", "--format", "concise")
      #expect(answer.status == 1 && answer.output.contains("beta.md"), "\(weight): \(answer.output)")
    }
  }

  @Test func aCommentIsNotUnusedMeanwhile() throws {
    let repository = try ScratchRepository.sound()
    let allow = "<!-- tw:allow unaligned-goal: we like it -->\n"
    let goal = "---\ntitle: Public beta\nowners: [ana]\nstatus: proposed\nwhy: It helps\n---\n\n" + allow
    try repository.write(".teamwork/goals/beta.md", goal)
    #expect(try repository.rules() == ["unused-allow"])
    try repository.write(".teamwork/people/ben.md", "---\nname: [\n---\n")
    #expect(try repository.rules() == ["invalid-yaml"])
    #expect(repository.tw("validate", "--fix").status == 1)
    #expect(try repository.read(".teamwork/goals/beta.md") == goal)
    // With all read it is found again, and taken out.
    try repository.write(".teamwork/people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\n---\n")
    #expect(repository.tw("validate", "--fix").status == 0)
    #expect(try !repository.read(".teamwork/goals/beta.md").contains("tw:allow"))
  }

  /// What it was written for has been committed long ago.
  @Test func aCommentAboutAChangeDoesNotAge() throws {
    let repository = try ScratchRepository.sound()
    try repository.write(
      ".teamwork/goals/beta.md",
      ScratchRepository.goal("ana", "\n<!-- tw:allow rewritten-record: Ben typed it for me -->\n"))
    try repository.git("add", "-A")
    #expect(try repository.rules("--staged") == [])
    #expect(try repository.rules("--since", "HEAD") == [])
    #expect(try repository.rules() == [])
  }
}

@Suite struct NamedWorkspaces {
  @Test func aNameThatNothingHasIsNoPass() throws {
    let repository = try ScratchRepository.sound()
    for words in [["validate", "--staged"], ["validate", "--since", "HEAD"], ["hook", "run", "pre-commit"]] {
      let answer = repository.run(["--workspace", ".teamwrok"] + words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words)")
      #expect(answer.errors.contains("`.teamwrok`"))
      #expect(repository.run(["--workspace", ".teamwork"] + words).status == 0)
    }
  }

  /// A hook may be there before the workspace is, and a workspace can be given up.
  @Test func whereNoneWasNamedThereMayBeNone() throws {
    let repository = try ScratchRepository()
    try repository.write("README", "x")
    try repository.git("add", "-A")
    #expect(repository.tw("hook", "run", "pre-commit").status == 0)
    #expect(repository.tw("validate").status == 2)
  }
}
