import Documents
import TestSupport
import Testing

@testable import Teamwork

@Suite struct AllowTests {
  private func comment(_ text: String) -> String { "<!-- tw:allow \(text) -->\n" }

  private let twice = "- [ ] Write the migration guide for users @ana\n"

  private func duplicates(_ one: String, _ other: String) -> Tree {
    Tree(["goals/one.md": Tree.goal(twice + "\n" + one), "goals/two.md": Tree.goal(twice + "\n" + other)])
  }

  @Test func silencesOneRuleForOneRecord() {
    let goal = "---\ntitle: x\nstatus: on-track\n---\n"
    #expect(Tree(["goals/x.md": goal]).rules == ["unaligned-goal", "unowned-goal"])
    let one = Tree(["goals/x.md": goal + comment("unowned-goal: we are looking"), "goals/y.md": goal])
    #expect(
      one.found == ["goals/x.md:2:1 unaligned-goal", "goals/y.md:2:1 unaligned-goal", "goals/y.md:2:1 unowned-goal"])
    #expect(Validation(one.workspace).allowed == 1)
  }

  @Test func silencesFromEitherOfTwoRecords() {
    #expect(duplicates("", "").rules == ["duplicate-task"])
    let allow = comment("duplicate-task: one for users, one for operators")
    #expect(duplicates(allow, "").rules == [])
    #expect(duplicates("", allow).rules == [])
    #expect(duplicates(allow, allow).rules == [])
  }

  @Test func withoutAReasonItSilencesAndIsTold() {
    for text in ["unowned-goal", "unowned-goal:", "unowned-goal:   "] {
      #expect(
        Tree(["goals/x.md": "---\ntitle: x\nstatus: on-track\nwhy: x\n---\n" + comment(text)]).found == [
          "goals/x.md:6:1 allow-without-reason"
        ])
    }
  }

  @Test func allowingNothingIsTold() throws {
    let findings = Tree(["goals/x.md": Tree.goal(comment("unowned-goal: it is only proposed"))]).findings
    #expect(Tree.told(findings) == ["goals/x.md:6:1 unused-allow"])
    #expect(findings.first?.fix?.isSafe == true)
  }

  @Test func namingNoRuleIsToldWithTheNearest() throws {
    let finding = try #require(Tree(["goals/x.md": Tree.goal(comment("unowned-gaol: x"))]).findings.first)
    #expect(finding.code.name == "unused-allow" && finding.help == "did you mean `unowned-goal`?" && finding.fix == nil)
    #expect(Tree(["goals/x.md": Tree.goal("<!-- tw:allow -->\n")]).rules == ["unused-allow"])
    #expect(
      Tree(["goals/x.md": Tree.goal("<!-- tw:allow unowned-goal, unaligned-goal: x -->\n")]).rules == ["unused-allow"])
  }

  @Test func whatIsNoAllowCommentIsNone() {
    for text in [
      "<!-- tw:allowance unowned-goal: x -->", "<!-- allow unowned-goal: x -->", "`<!-- tw:allow unowned-goal: x -->`",
      "```\n<!-- tw:allow unowned-goal: x -->\n```", "tw:allow unowned-goal: x",
    ] {
      #expect(
        Tree(["goals/x.md": "---\ntitle: x\nstatus: on-track\nwhy: x\n---\n" + text + "\n"]).rules == ["unowned-goal"],
        "\(text)")
    }
  }

  @Test(arguments: [
    "<!--tw:allow unowned-goal:x-->", "<!-- tw:allow\nunowned-goal:\n  x\n-->",
    "Prose <!-- tw:allow unowned-goal: x --> goes on", "- item <!-- tw:allow unowned-goal: x -->",
    "> <!-- tw:allow unowned-goal: x -->",
  ])
  func standsAnywhereInTheBody(_ text: String) {
    #expect(Tree(["goals/x.md": "---\ntitle: x\nstatus: on-track\nwhy: x\n---\n" + text + "\n"]).rules == [])
  }

  @Test func aRuleThatIsOffAllowsNothing() {
    let goal = "---\ntitle: x\nstatus: on-track\nwhy: x\n---\n" + comment("unowned-goal: x")
    #expect(Tree(charter: "rules: {unowned-goal: off}", ["goals/x.md": goal]).rules == ["unused-allow"])
    #expect(Tree(charter: "rules: {unowned-goal: off, unused-allow: off}", ["goals/x.md": goal]).rules == [])
  }

  @Test func aRuleAboutChangesSleepsWithoutOne() {
    #expect(
      Tree(["goals/x.md": Tree.goal(comment("unexplained-slip: x") + comment("rewritten-record: x"))]).rules == [])
  }

  @Test func inARecordThatCannotBeReadNothingIsUnused() {
    let broken = "---\ntitle: [\n---\n" + comment("unowned-goal: we are looking")
    #expect(Tree(["goals/x.md": broken]).rules == ["invalid-yaml"])
  }
}
