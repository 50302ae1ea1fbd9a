import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct ValidationTests {
  // MARK: Order

  @Test func findingsAreInTheOrderOfPathLineColumnAndRule() {
    let tree = Tree([
      "notes/b.md": Tree.note("[[x]] @y\n"), "goals/z.md": "---\ntitle: x\nstatus: fine\n---\n",
      "goals/a-b.md": "---\ntitle: x\nstatus: on-track\n---\n",
      "goals/a/c.md": Tree.goal("[[x]]\n"), "people/Éva.md": "---\nname: x\nemails: x\nx: y\n---\n",
    ])
    #expect(
      tree.found == [
        "goals/a-b.md:2:1 unaligned-goal", "goals/a-b.md:2:1 unowned-goal", "goals/a/c.md:6:1 broken-link",
        "goals/z.md:2:1 unaligned-goal", "goals/z.md:3:9 invalid-value",
        "notes/b.md:7:1 broken-link", "notes/b.md:7:7 unknown-mention", "people/Éva.md:2:1 invalid-id",
        "people/Éva.md:3:9 wrong-type", "people/Éva.md:4:1 unknown-field",
      ])
  }

  @Test func columnsCountCodePoints() {
    #expect(Tree(["notes/x.md": Tree.note("👩‍🍳 e\u{301} [[q]]\n")]).found == ["notes/x.md:7:8 broken-link"])
    #expect(
      Tree(["notes/x.md": "\u{FEFF}" + Tree.note("[[q]]\n").replacing("\n", with: "\r\n")]).found == [
        "notes/x.md:7:1 broken-link"
      ])
  }

  @Test func contentAloneDecides() {
    let tree = Tree(["notes/b.md": Tree.note("[[x]] @y\n"), "goals/z.md": "---\ntitle: x\nstatus: fine\n---\n"])
    #expect(tree.findings.map(\.fingerprint) == tree.findings.map(\.fingerprint))
  }

  // MARK: Fingerprints

  private let many = Tree.note("[[q]] [[q]] @y [[z]]\n\n[[q]]\n")

  @Test func fingerprintsAreUnique() {
    let findings = Tree(["notes/x.md": many, "notes/y.md": many]).findings
    #expect(findings.count == 10)
    #expect(Set(findings.map(\.fingerprint)).count == 10)
    #expect(
      findings.allSatisfy {
        $0.fingerprint.utf8.count == 16
          && $0.fingerprint.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
      })
  }

  @Test func fingerprintsStayWhenLinesMove() {
    let moved = Tree.note("Prose.\n\nMore @ana prose: [[q]] [[q]] @y [[z]]\n\n[[q]]\n")
    #expect(
      Set(Tree(["notes/x.md": many]).findings.map(\.fingerprint))
        == Set(Tree(["notes/x.md": moved]).findings.map(\.fingerprint)))
  }

  @Test func findingsAboutSeveralPlacesKeepTheirFingerprintToo() throws {
    let twice = "- [ ] Write the migration guide for users @ana\n"
    func fingerprint(_ before: String, _ rule: String) throws -> String {
      let findings = Tree([
        "goals/a.md": Tree.goal(before + twice, "parent: b"), "goals/b.md": Tree.goal(twice, "parent: a"),
        "goals/x/a.md": Tree.goal(),
      ]).findings
      return try #require(findings.first { $0.code.name == rule }).fingerprint
    }
    for rule in ["duplicate-task", "goal-cycle", "duplicate-id"] {
      #expect(try fingerprint("", rule) == fingerprint("Prose.\n\n", rule), "\(rule)")
    }
  }

  // MARK: Several places

  @Test func aFindingAboutTwoPlacesIsOneAtTheFirst() throws {
    let tree = Tree([
      "goals/b.md": Tree.goal("- [ ] Write the migration guide for users @ana\n"),
      "goals/a.md": Tree.goal("\n- [ ] Write the migration guide for users @ben\n"),
    ])
    let finding = try #require(tree.findings.first)
    #expect(tree.found == ["goals/a.md:7:7 duplicate-task"])
    #expect(finding.related.map(\.source.path) == [".teamwork/goals/b.md"])
    #expect(finding.related.first.map { $0.source.position(of: $0.range.lowerBound) } == .init(line: 6, column: 7))
    #expect(
      finding.related.first.flatMap { $0.source.text(ofLine: 6) } == "- [ ] Write the migration guide for users @ana")
  }

  @Test func aCycleIsOneFindingAtItsFirstPlace() throws {
    let tree = Tree([
      "goals/c.md": Tree.goal("", "parent: a"), "goals/b.md": Tree.goal("", "parent: c"),
      "goals/a.md": Tree.goal("", "parent: b"),
    ])
    #expect(tree.found == ["goals/a.md:5:9 goal-cycle"])
    #expect(
      Set(try #require(tree.findings.first).related.map(\.source.path)) == [
        ".teamwork/goals/b.md", ".teamwork/goals/c.md",
      ])
    #expect(Tree(["goals/a.md": Tree.goal("", "parent: a")]).found == ["goals/a.md:5:9 goal-cycle"])
    #expect(Tree(["goals/a.md": Tree.goal("", "needs: b"), "goals/b.md": Tree.goal("", "parent: a")]).found == [])
  }

  @Test func tasksThatNeedEachOther() {
    let body = "- [ ] Knead @ana needs:bake ^knead\n- [ ] Bake @ana needs:knead ^bake\n- [ ] Eat @ana needs:eat ^eat\n"
    #expect(
      Tree(["goals/a.md": Tree.goal(body)]).found == ["goals/a.md:6:24 task-cycle", "goals/a.md:8:22 task-cycle"])
  }

  @Test func threeOfAnIDAreOneFinding() throws {
    let tree = Tree(["goals/z/a.md": Tree.goal(), "goals/a.md": Tree.goal(), "goals/A.md": Tree.goal()])
    #expect(tree.found == ["goals/A.md:2:1 duplicate-id", "goals/A.md:2:1 invalid-id"])
    #expect(tree.findings.first?.related.map(\.source.path) == [".teamwork/goals/a.md", ".teamwork/goals/z/a.md"])
  }

  // MARK: What cannot be read

  @Test(arguments: [
    ("---\ntitle: [\n---\nx\n", "invalid-yaml"), ("---\ntitle: x\n", "unterminated-front-matter"),
    ("---\n- x\n---\n", "invalid-yaml"),
    ("---\ntitle: &a x\nwhy: *a\n---\n", "invalid-yaml"), ("---\ntitle: !!str x\n---\n", "invalid-yaml"),
    ("\u{0}", "not-utf8"),
    ("---\n<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n---\n", "conflict-markers"),
  ])
  func whatCannotBeReadIsOneFinding(_ text: String, _ rule: String) {
    #expect(Tree(["goals/x.md": text]).rules == [rule])
    #expect(Tree(["people/dee.md": text, "goals/x.md": Tree.goal("", "owners: dee")]).rules == [rule])
  }

  @Test func linksAndLargeFilesAreOneFindingEach() throws {
    let files: [(FileEntry, FileContent)] =
      Example.team.map { (FileEntry(path: ".teamwork/" + $0.path), .bytes(Array($0.text.utf8))) } + [
        (FileEntry(path: ".teamwork/goals/link.md", fault: .init("this is a link", help: nil)), .bytes([])),
        (FileEntry(path: ".teamwork/goals/huge.md"), .tooLarge(5_000_000)),
        (FileEntry(path: ".teamwork/goals/secret.md"), .unreadable(.init("the file cannot be read", help: nil))),
        (FileEntry(path: ".teamwork/roles", fault: .init("this is a link", help: nil)), .bytes([])),
        (
          FileEntry(path: ".teamwork/goals/beta.md"),
          .bytes(Array(Tree.goal("[[link]] [x](huge.md)\n", "parent: secret").utf8))
        ),
      ]
    let findings = Validation(Workspace(MemorySource(files), folder: ".teamwork")).findings
    #expect(
      Tree.told(findings) == [
        "goals/huge.md:1:1 unreadable-file", "goals/link.md:1:1 unreadable-file", "goals/secret.md:1:1 unreadable-file",
        "roles:1:1 unreadable-file",
      ])
    #expect(findings.allSatisfy { $0.source.text(ofLine: 1) == nil && $0.severity == .error })
  }

  @Test func whatFollowsFromAWrongValueIsNotTold() {
    #expect(
      Tree(["goals/x.md": "---\ntitle: x\nstatus: on-track\nowners: [benn]\nwhy: x\n---\n- [ ] Write\n"]).rules == [
        "unknown-reference"
      ])
    #expect(Tree(["goals/x.md": "---\ntitle: x\nstatus: fine\nwhy: x\n---\n"]).rules == ["invalid-value"])
    #expect(
      Tree(["goals/x.md": "---\ntitle: x\nstatus: proposed\nwhy: x\nstart: 2026-12-01\ndue: soon\n---\n"]).rules == [
        "invalid-date"
      ])
    #expect(
      Tree(["goals/x.md": "---\ntitle: x\nstatus: on-track\nowners: {a: b}\nwhy: x\n---\n"]).rules == ["wrong-type"])
  }

  // MARK: Kinds without front matter

  @Test func aKindWithRequiredFieldsNeedsFrontMatter() {
    for path in ["goals/x.md", "people/x.md", "notes/x.md", "roles/x.md", "pulse/x.md"] {
      #expect(Tree([path: "Prose.\n"]).rules == ["missing-front-matter"], "\(path)")
      #expect(Tree([path: ""]).rules == ["missing-front-matter"], "\(path)")
    }
    #expect(Tree(["status/2026-W47/ana.md": "- Chose the bread.\n"]).rules == [])
    var tree = Tree()
    tree.files["teamwork.md"] = Array("# Kitchen\n".utf8)
    #expect(tree.rules == ["missing-front-matter"])
  }

  @Test func placeholdersOutsideCode() {
    #expect(
      Tree(["notes/x.md": Tree.note("{{What?}} `{{x}}`\n\n    {{x}}\n\n```\n{{x}}\n```\n")]).found == [
        "notes/x.md:7:1 placeholder-text"
      ])
    #expect(
      Tree(["goals/x.md": Tree.goal("", "due:").replacing("Public beta", with: "\"{{What?}}\"")]).found == [
        "goals/x.md:2:9 placeholder-text"
      ])
    #expect(
      Tree(["templates/goal.md": "{{What?}}", "summaries/x.md": "{{What?}} [[x]]", "README.md": "@nobody"]).found == [])
  }
}
