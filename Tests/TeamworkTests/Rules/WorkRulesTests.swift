import TestSupport
import Testing

@testable import Teamwork

/// What the table of rules says beyond the one example of each.
@Suite struct WorkRulesTests {
  private func goal(_ status: String, _ fields: String = "", _ body: String = "") -> String {
    "---\ntitle: Public beta\nstatus: \(status)\nwhy: Others can build on it\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"
  }

  private func rules(_ status: String, _ fields: String = "", _ body: String = "", _ files: [String: String] = [:])
    -> [String]
  {
    Tree(files.merging(["goals/beta.md": goal(status, fields, body)]) { $1 }).rules
  }

  @Test func onlyProposedDroppedAndDoneGoalsNeedNoOwner() {
    for status in ["proposed", "dropped", "done"] { #expect(rules(status) == [], "\(status)") }
    for status in ["on-track", "at-risk", "off-track", "paused"] {
      #expect(rules(status) == ["unowned-goal"], "\(status)")
    }
  }

  @Test func collaborationInProgressIsShared() {
    for status in ["on-track", "at-risk", "off-track"] {
      #expect(rules(status, "owners: ana", "- [ ] Write @ana\n") == ["lone-owner"], "\(status)")
      #expect(rules(status, "owners: [ana, ben]", "- [x] Write @ana\n") == ["idle-owner"], "\(status)")
      #expect(rules(status, "owners: [ana, ben]", "- [x] Write @ana\n  - [ ] Read @ben\n") == [], "\(status)")
    }
    for status in ["proposed", "paused", "done", "dropped"] {
      #expect(rules(status, "owners: ana", "- [x] Write @ana\n") == [], "\(status)")
      #expect(rules(status, "owners: [ana, ben]", "- [x] Write @ana\n") == [], "\(status)")
    }
    #expect(rules("on-track", "owners: ana\nmode: cooperate") == [])
  }

  @Test func cooperationHasOneOwner() {
    #expect(rules("on-track", "owners: [ana, ben]\nmode: cooperate") == ["several-owners"])
    #expect(rules("on-track", "owners: ana\nmode: cooperate", "- [ ] Write @ana @ben\n") == ["several-owners"])
    #expect(rules("on-track", "owners: ana\nmode: cooperate", "- [ ] Write @ben\n  - [ ] Read @cho\n") == [])
    #expect(rules("on-track", "owners: [ana, ana]\nmode: cooperate") == ["repeated-value"])
  }

  @Test func openTasksWithoutOwnerInASharedGoal() {
    #expect(
      rules("paused", "owners: [ana, ben]", "- [ ] Write\n- [x] Read\n- [-] Sing\n- [ ] Ask @platform\n") == [
        "unowned-task", "unowned-task",
      ])
    #expect(rules("paused", "owners: [ana, ben]", "- [ ] Write @ana\n  - [ ] Read\n") == [])
    #expect(rules("paused", "owners: ana", "- [ ] Write\n") == [])
    #expect(rules("done", "owners: [ana, ben]", "- [x] Write\n") == [])
  }

  @Test func doneGoalsHaveNothingOpen() {
    #expect(rules("done", "", "- [ ] Write\n- [x] Read\n- [-] Sing\n") == ["open-task-in-done-goal"])
    #expect(rules("dropped", "", "- [ ] Write\n") == [])
    for (child, found) in [("proposed", 1), ("paused", 1), ("done", 0), ("dropped", 0)] {
      #expect(
        rules("done", "", "", ["goals/child.md": goal(child, "parent: beta\nowners: [ana, ben]")])
          == Array(repeating: "open-goal-under-done-goal", count: found), "\(child)")
    }
  }

  @Test func whoLeavesIsNoOwnerBeyondThatDay() {
    let dee = ["people/dee.md": "---\nname: Dee\nemails: dee@example.org\nuntil: 2026-12-01\n---\n"]
    #expect(rules("paused", "owners: dee\ndue: 2026-12-02", "", dee) == ["departed-owner"])
    #expect(rules("paused", "owners: dee\ndue: 2026-12-01", "", dee) == [])
    #expect(rules("paused", "owners: dee", "", dee) == ["departed-owner"])
    #expect(rules("done", "owners: dee", "", dee) == [])
    #expect(
      rules("paused", "owners: ana\ndue: 2026-12-02", "- [ ] Write @dee\n- [x] Read @dee\n", dee) == ["departed-owner"])
  }

  @Test func moreOpenTasksThanAFullLoad() {
    let dee = ["people/dee.md": "---\nname: Dee\nemails: dee@example.org\ncapacity: 1\n---\n"]
    #expect(rules("paused", "owners: ana", "- [ ] Write @dee\n- [x] Read @dee\n", dee) == [])
    #expect(rules("paused", "owners: ana", "- [ ] Write @dee\n  - [ ] Read\n", dee) == ["overloaded-person"])
  }

  @Test func aGoalIsAlignedByItsParentOrItsWhy() {
    #expect(Tree(["goals/a.md": "---\ntitle: x\nstatus: proposed\n---\n"]).rules == ["unaligned-goal"])
    #expect(Tree(["goals/a.md": "---\ntitle: x\nstatus: proposed\nwhy: \" \"\n---\n"]).rules == ["unaligned-goal"])
    #expect(
      Tree(["goals/a.md": "---\ntitle: x\nstatus: proposed\nparent: b\n---\n", "goals/b.md": goal("proposed")]).rules
        == [])
  }

  @Test func datesThatDoNotFit() {
    let parent = ["goals/whole.md": goal("proposed", "due: 2026-12-01")]
    #expect(rules("proposed", "parent: whole\ndue: 2026-12-02", "", parent) == ["due-after-parent"])
    #expect(
      rules("proposed", "parent: whole\ndue: 2026-12-01", "- [ ] Write due:2026-12-02\n", parent) == [
        "due-after-parent"
      ])
    #expect(rules("proposed", "start: 2026-12-02\ndue: 2026-12-01") == ["start-after-due"])
    #expect(rules("proposed", "start: 2026-12-01\ndue: 2026-12-01") == [])
    #expect(rules("proposed", "needs: whole\ndue: 2026-11-30", "", parent) == ["needs-later-work"])
    #expect(
      rules("proposed", "", "- [ ] Write due:2026-12-01 needs:b\n- [ ] Read due:2026-12-02 ^b\n") == [
        "needs-later-work"
      ])
  }

  @Test func aLeadIsInTheTeamFromEitherSide() {
    func rules(_ team: String, _ dee: String = "") -> [String] {
      Tree([
        "teams/ops.md": "---\nname: Ops\nlead: dee\n\(team)---\n",
        "people/dee.md": "---\nname: Dee\nemails: dee@example.org\n\(dee)---\n",
      ]).rules
    }
    #expect(rules("") == ["lead-not-member"])
    #expect(rules("members: dee\n") == [])
    #expect(rules("", "teams: ops\n") == [])
  }

  @Test func equalTasksAreDuplicatesOnlyWhereTheTextSaysEnough() {
    func two(_ one: String, _ other: String, status: String = "proposed") -> [String] {
      Tree(["goals/a.md": goal("proposed", "", "- [ ] \(one)\n"), "goals/b.md": goal(status, "", "- [ ] \(other)\n")])
        .rules
    }
    #expect(two("Implementation", "Implementation") == [])
    #expect(rules("proposed", "", "- [ ] Implementation\n- [ ] implementation!\n") == ["duplicate-task"])
    #expect(two("Write the migration guide @ana", "write a Migration Guide. due:2026-12-01") == ["duplicate-task"])
    #expect(two("Write the migration guide", "Do not write the migration guide") != ["duplicate-task"])
    #expect(two("Support version 2 of the protocol", "Support version 3 of the protocol") != ["duplicate-task"])
    #expect(two("Write the migration guide", "Write the migration guide", status: "dropped") == [])
    #expect(
      rules(
        "proposed", "",
        "- [ ] Write the migration guide\n- [x] Write the migration guide\n- [-] Write the migration guide\n") == [])
    // Several owners of one task share it.
    #expect(rules("paused", "owners: [ana, ben]", "- [ ] Write the migration guide @ana @ben\n") == [])
  }

  @Test func aPartDoesNotNeedItsWhole() {
    func tree(_ needs: String) -> Tree {
      Tree([
        "goals/a.md": goal("proposed"), "goals/b.md": goal("proposed", "parent: a"),
        "goals/c.md": goal("proposed", "parent: b\n\(needs)"), "goals/d.md": goal("proposed", "parent: a"),
      ])
    }
    let found = tree("needs: [d, a]").findings
    #expect(found.map(\.code.name) == ["goal-cycle"] && found[0].severity == .error)
    #expect(found[0].message == "`c` needs `a`, which it contributes to" && found[0].source.path.hasSuffix("c.md"))
    #expect(tree("needs: b").rules == ["goal-cycle"])
    #expect(tree("needs: [d]").rules == [])
    // The whole may need its parts.
    #expect(
      Tree(["goals/a.md": goal("proposed", "needs: b"), "goals/b.md": goal("proposed", "parent: a")]).rules == [])
    // A circle of parents is told once.
    #expect(
      Tree([
        "goals/a.md": goal("proposed", "parent: b\nneeds: b"), "goals/b.md": goal("proposed", "parent: a"),
      ]).rules == ["goal-cycle"])
  }

  @Test(arguments: [
    ("on-track", "on-track", 1), ("on-track", "done", 0), ("on-track", "dropped", 0), ("paused", "on-track", 0),
  ])
  func yieldingEndsWithTheOtherGoal(_ states: (from: String, to: String, found: Int)) {
    let decision =
      "---\ntitle: D\nby: ana\nstatus: accepted\ndate: 2026-11-02\nyields: {goal: a, to: b, why: it must}\n---\n"
    let tasks = "- [ ] Write @ana\n- [x] Read @ben\n"
    let tree = Tree([
      "decisions/d.md": decision, "goals/a.md": goal(states.from, "owners: [ana, ben]", tasks),
      "goals/b.md": goal(
        states.to, "owners: [ana, ben]",
        states.to == "done" ? "- [x] Paint @ana\n- [x] Sing @ben\n" : "- [ ] Paint @ana\n- [ ] Sing @ben\n"),
    ])
    #expect(tree.rules == Array(repeating: "yield-without-effect", count: states.found))
  }

  @Test func theHelpForAnOpenQuestionFitsTheField() {
    let tree = Tree(["goals/a.md": "---\ntitle: \"{{Title}}\"\nstatus: proposed\nwhy: \"{{Why?}}\"\n---\n"])
    #expect(
      tree.findings.map(\.help) == [
        "answer it: without a value it is a `missing-field`", "answer it, or remove the field",
      ])
  }
}
