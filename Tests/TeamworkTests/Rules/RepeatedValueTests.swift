import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct RepeatedValueTests {
  private func found(_ tree: Tree) -> [String] {
    tree.findings.filter { $0.code.name == "repeated-value" }.map(\.message)
  }

  /// The file after the safe fixes.
  private func fixed(_ path: String, _ tree: Tree) -> String {
    let workspace = tree.workspace
    let fixes = Validation(workspace).findings.filter { $0.code.name == "repeated-value" }.compactMap(\.fix)
    let record = workspace.records.first { $0.path == ".teamwork/" + path }!
    return String(decoding: record.document.source.applying(fixes.flatMap(\.edits)), as: UTF8.self)
  }

  @Test(arguments: [
    ("owners: [ana, ben, ana]", "owners: [ana, ben]"), ("owners: [ana, ana, ana]", "owners: [ana]"),
    ("owners: [ana, ben, ana, ben]", "owners: [ana, ben]"),
    ("owners:\n- ana\n- ben # here\n- ana", "owners:\n- ana\n- ben # here"),
    ("owners: [ana, \"ana\"]", "owners: [ana]"), ("tags: [a, b, a]", "tags: [a, b]"),
    ("needs: [beta, beta]", "needs: [beta]"),
    ("resources: [platform, van, platform, van]", "resources: [platform, van]"),
  ])
  func everyListIsLookedThrough(_ lists: (String, String)) {
    let tree = Tree([
      "goals/x.md": Tree.goal("", lists.0), "goals/beta.md": Tree.goal(),
    ])
    #expect(!found(tree).isEmpty)
    #expect(fixed("goals/x.md", tree).contains("\(lists.1)\n---"))
  }

  @Test func otherKindsAndPlacesToo() {
    let tree = Tree(
      charter: "headings: {done: [Fait, Fait]}\nextra-fields: {goal: [tickets]}",
      [
        "people/dana.md": "---\nname: Dana\nemails: [dana@example.org, Dana@Example.org]\n---\n",
        "teams/press.md": "---\nname: Press\nmembers: [ana, ana]\n---\n",
        "meetings/m.md": "---\ntitle: M\nkind: social\ndate: 2026-11-02\npeople: [ana, ana]\n---\n",
        "decisions/d.md":
          "---\ntitle: D\nby: ana\nstatus: proposed\ndate: 2026-11-02\nconsulted: [platform, teams/platform]\n---\n",
        "goals/x.md": Tree.goal("", "tickets: [K-1, K-1]"),
      ])
    #expect(found(tree).count == 6)
  }

  @Test func differentValuesAreNone() {
    let tree = Tree([
      "goals/x.md": Tree.goal(
        "- [ ] Ask @ana for @ben needs:a,b\n- [ ] A ^a\n- [ ] B ^b\n", "tags: [a, A]\nowners: [ana, ben]"),
      "pulse/p.md": "---\ntitle: P\ndate: 2026-11-02\nanswers: {Q: [1, 1, 1, 1, 1]}\n---\n",
    ])
    #expect(found(tree).isEmpty)
  }

  @Test(arguments: [
    ("- [ ] Write it @ana @ben @ana due:2026-12-01 ^x", "- [ ] Write it @ana @ben due:2026-12-01 ^x"),
    ("- [ ] Write it @ana due:2026-12-01 @ana", "- [ ] Write it @ana due:2026-12-01"),
    ("- [ ] Ask @ana about @ana's draft", "- [ ] Ask @ana about @ana's draft"),
    ("- [ ] B needs:x,x\n- [ ] X ^x", "- [ ] B needs:x\n- [ ] X ^x"),
    ("- [ ] B needs:x needs:goal^x\n- [ ] X ^x", "- [ ] B needs:x needs:goal^x\n- [ ] X ^x"),
  ])
  func mentionsOfATask(_ lines: (String, String)) {
    let tree = Tree(["goals/goal.md": Tree.goal(lines.0 + "\n")])
    #expect(found(tree).count == 1)
    #expect(fixed("goals/goal.md", tree).hasSuffix(lines.1 + "\n"))
  }

  @Test func whatIsThereTwiceCountsOnce() throws {
    let goal = try Tree.record("goals/x.md", Tree.goal("", "owners: [ana, ben, ana]\nneeds: [x, x]"))
    #expect(goal.owners == ["ana", "ben"] && goal.names("needs").count == 1)
    let decision = try Tree.record(
      "decisions/x.md", "---\nconsulted: [teams/platform, platform, people/ana, teams/ana]\n---\n")
    #expect(decision.names("consulted").map(\.value) == ["teams/platform", "people/ana", "teams/ana"])
  }

  @Test func aRenameFollowsBothOfThem() throws {
    let tree = Tree(["goals/x.md": Tree.goal("", "resources: [platform, platform]")])
    let workspace = tree.workspace
    let renaming = try Renaming(try #require(workspace.number(.team, "platform")), to: "core", in: workspace)
    let change = try #require(renaming.changes.first { $0.path.hasSuffix("goals/x.md") })
    #expect(String(decoding: change.bytes, as: UTF8.self).contains("resources: [core, core]"))
  }
}
