import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct ChangeTests {
  /// What is found about a change, besides what the tree alone has.
  private func found(
    _ before: [String: String], _ after: [String: String], by author: String, week: String? = "2026-W47",
    charter: String = "rules: {unexplained-slip: warning}"
  ) throws -> [String] {
    let base = Tree(charter: charter, before).workspace
    let workspace = Tree(charter: charter, after).workspace
    let history = UncommittedChange(base: base, workspace: workspace, author: author)
    let change = try Change(base, workspace, baseWeek: week.flatMap { Week($0) }, history: history)
    return Tree.told(Validation(workspace, change: change).findings)
  }

  private let feedback = "---\nfrom: ana\nto: ben\ndate: 2026-11-02\nkind: thanks\n---\nFor the soup.\n"
  private func decision(_ status: String, _ rest: String = "", _ body: String = "") -> String {
    "---\ntitle: Soup on Mondays\nby: [ana, ben]\nstatus: \(status)\ndate: 2026-11-02\n\(rest)---\n\(body)"
  }
  private let request = "---\ntitle: Sharper knives\nfrom: ana\nto: ben\nstatus: open\n---\n"
  private let report = "## Done\n\n- Chose the bread.\n"

  // MARK: impersonation

  @Test func newRecordsAreTheirAuthors() throws {
    for (path, text) in [("status/2026-W47/ana.md", report), ("feedback/x.md", feedback), ("requests/x.md", request)] {
      #expect(try found([:], [path: text], by: "ana@example.org") == [], "\(path)")
      let stranger = try found([:], [path: text], by: "ben@example.org")
      #expect(stranger.count == 1 && stranger[0].hasSuffix("impersonation"), "\(stranger)")
      #expect(try found([:], [path: text], by: "").count == 1)
    }
  }

  @Test func aDecisionIsTheirsWhoDecided() throws {
    #expect(try found([:], ["decisions/x.md": decision("accepted")], by: "ana@example.org") == [])
    #expect(try found([:], ["decisions/x.md": decision("accepted")], by: "ben@example.org") == [])
    #expect(
      try found([:], ["decisions/x.md": decision("accepted")], by: "cho@example.org") == [
        "decisions/x.md:3:5 impersonation"
      ])
  }

  @Test func otherKindsSpeakForNobody() throws {
    #expect(
      try found(
        [:],
        [
          "goals/x.md": Tree.goal("", "owners: ana"), "notes/x.md": Tree.note(""),
          "people/dee.md": "---\nname: Dee\nemails: dee@example.org\n---\n",
        ], by: "nobody@x.org") == [])
  }

  @Test func addressesAreComparedRaw() throws {
    #expect(try found([:], ["feedback/x.md": feedback], by: "Ana@Example.org") == [])
    #expect(try found([:], ["feedback/x.md": feedback], by: " ana@example.org").count == 1)
    #expect(try found([:], ["feedback/x.md": feedback], by: "ana").count == 1)
  }

  @Test func nobodyGainsAnAddressInTheChangeThatUsesIt() throws {
    let ana = "---\nname: Ana\nemails: [ana@example.org, eve@example.org]\n---\n"
    #expect(
      try found([:], ["feedback/x.md": feedback, "people/ana.md": ana], by: "eve@example.org") == [
        "feedback/x.md:2:7 impersonation"
      ])
    #expect(
      try found(["people/ana.md": ana], ["feedback/x.md": feedback, "people/ana.md": ana], by: "eve@example.org") == [])
    // Who comes new has no other addresses.
    let dee = "---\nname: Dee\nemails: dee@example.org\n---\n"
    #expect(try found([:], ["people/dee.md": dee, "status/2026-W47/dee.md": report], by: "dee@example.org") == [])
  }

  @Test func whatWasThereIsNotNew() throws {
    #expect(
      try found(
        ["requests/x.md": request], ["requests/x.md": request.replacing("open", with: "withdrawn")],
        by: "ben@example.org") == [])
    // Another folder is not another record.
    #expect(try found(["requests/x.md": request], ["requests/2026/x.md": request], by: "ben@example.org") == [])
  }

  // MARK: rewritten-record

  @Test func feedbackIsForItsAuthorToChange() throws {
    let other = feedback.replacing("soup", with: "salad")
    #expect(try found(["feedback/x.md": feedback], ["feedback/x.md": other], by: "ana@example.org") == [])
    #expect(
      try found(["feedback/x.md": feedback], ["feedback/x.md": other], by: "ben@example.org") == [
        "feedback/x.md:2:1 rewritten-record"
      ])
    #expect(
      try found(["feedback/x.md": feedback], [:], by: "ben@example.org") == ["feedback/x.md:1:1 rewritten-record"])
    #expect(try found(["feedback/x.md": feedback], [:], by: "ana@example.org") == [])
  }

  @Test func whomItIsToMayAcknowledge() throws {
    let read = feedback.replacing("kind: thanks\n", with: "kind: thanks\nacknowledged: 2026-11-03\n")
    #expect(try found(["feedback/x.md": feedback], ["feedback/x.md": read], by: "ben@example.org") == [])
    #expect(try found(["feedback/x.md": feedback], ["feedback/x.md": read], by: "ana@example.org") == [])
    #expect(
      try found(["feedback/x.md": feedback], ["feedback/x.md": read], by: "cho@example.org") == [
        "feedback/x.md:2:1 rewritten-record"
      ])
    #expect(
      try found(
        ["feedback/x.md": feedback], ["feedback/x.md": read.replacing("soup", with: "salad")], by: "ben@example.org")
        == ["feedback/x.md:2:1 rewritten-record"])
    #expect(
      try found(
        ["feedback/x.md": feedback], ["feedback/x.md": read.replacing("thanks", with: "praise")], by: "ben@example.org")
        == ["feedback/x.md:2:1 rewritten-record"])
    // Who would be whom it is to by the change itself is not.
    #expect(
      try found(
        ["feedback/x.md": feedback], ["feedback/x.md": read.replacing("to: ben", with: "to: cho")],
        by: "cho@example.org") == ["feedback/x.md:2:1 rewritten-record"])
  }

  @Test func everybodyInATeamMayAcknowledge() throws {
    let toTeam = feedback.replacing("to: ben", with: "to: platform")
    let read = toTeam.replacing("kind: thanks\n", with: "kind: thanks\nacknowledged: 2026-11-03\n")
    let dee = ["people/dee.md": "---\nname: Dee\nemails: dee@example.org\n---\n"]
    #expect(try found(["feedback/x.md": toTeam], ["feedback/x.md": read], by: "cho@example.org") == [])
    #expect(
      try found(
        dee.merging(["feedback/x.md": toTeam]) { $1 }, dee.merging(["feedback/x.md": read]) { $1 },
        by: "dee@example.org") == ["feedback/x.md:2:1 rewritten-record"])
  }

  @Test func anAcceptedDecisionIsSettled() throws {
    let accepted = decision("accepted")
    #expect(
      try found(["decisions/x.md": accepted], ["decisions/x.md": decision("rejected")], by: "cho@example.org") == [
        "decisions/x.md:2:1 rewritten-record"
      ])
    #expect(
      try found(["decisions/x.md": accepted], ["decisions/x.md": decision("rejected")], by: "ben@example.org") == [])
    #expect(
      try found(["decisions/x.md": decision("proposed")], ["decisions/x.md": accepted], by: "cho@example.org") == [])
    // Nobody becomes its author by the change itself.
    #expect(
      try found(
        ["decisions/x.md": accepted], ["decisions/x.md": accepted.replacing("[ana, ben]", with: "[cho]")],
        by: "cho@example.org") == ["decisions/x.md:2:1 rewritten-record"])
  }

  @Test func aReportIsSettledWhenItsWeekIsPast() throws {
    func changed(_ week: String, base: String?, by author: String = "ben@example.org") throws -> [String] {
      try found(
        ["status/\(week)/ana.md": report], ["status/\(week)/ana.md": report + "- And more.\n"], by: author, week: base)
    }
    #expect(try changed("2026-W46", base: "2026-W47") == ["status/2026-W46/ana.md:1:1 rewritten-record"])
    #expect(try changed("2026-W47", base: "2026-W47") == [])
    #expect(try changed("2026-W48", base: "2026-W47") == [])
    #expect(
      try changed("2025-W53".replacing("53", with: "52"), base: "2026-W01") == [
        "status/2025-W52/ana.md:1:1 rewritten-record"
      ])
    #expect(try changed("2026-W46", base: nil) == [])
    #expect(try changed("2026-W46", base: "2026-W47", by: "ana@example.org") == [])
  }

  // MARK: unexplained-slip

  private func goal(_ due: String, _ body: String = "") -> [String: String] {
    ["goals/beta.md": Tree.goal(body, "due: \(due)")]
  }

  @Test func aSlipWantsAWord() throws {
    #expect(
      try found(goal("2026-12-01"), goal("2026-12-18"), by: "ana@example.org") == ["goals/beta.md:5:6 unexplained-slip"]
    )
    #expect(try found(goal("2026-12-18"), goal("2026-12-01"), by: "ana@example.org") == [])
    #expect(try found(goal("2026-12-01"), goal("2026-12-01"), by: "ana@example.org") == [])
    #expect(try found(goal("2026-12-01"), goal("2026-12-18", "The vendor is late.\n"), by: "ana@example.org") == [])
    #expect(try found(goal("2026-12-01"), goal("2026-12-18"), by: "ana@example.org", charter: "tags: x") == [])
    #expect(try found([:], goal("2026-12-18"), by: "ana@example.org") == [])
  }

  @Test func neitherTasksNorHeadingsAreProse() throws {
    #expect(
      try found(goal("2026-12-01"), goal("2026-12-18", "# Later\n\n- [ ] Ask the vendor @ana\n"), by: "ana@example.org")
        == ["goals/beta.md:5:6 unexplained-slip"])
    #expect(
      try found(goal("2026-12-01", "Soon.\n"), goal("2026-12-18", "\nSoon. \n"), by: "ana@example.org") == [
        "goals/beta.md:5:6 unexplained-slip"
      ])
    #expect(
      try found(goal("2026-12-01"), goal("2026-12-18", "<!-- x -->\n"), by: "ana@example.org") == [
        "goals/beta.md:5:6 unexplained-slip"
      ])
  }

  @Test(arguments: ["[[beta]]", "[[goals/beta]]", "[[beta|it]]", "[it](../goals/beta.md)"])
  func aNewDecisionThatNamesItExplains(_ link: String) throws {
    let named = decision("accepted", "", "\(link) is late.\n")
    #expect(
      try found(goal("2026-12-01"), goal("2026-12-18").merging(["decisions/x.md": named]) { $1 }, by: "ana@example.org")
        == [])
    // One that was there already does not.
    #expect(
      try found(
        goal("2026-12-01").merging(["decisions/x.md": named]) { $1 },
        goal("2026-12-18").merging(["decisions/x.md": named]) { $1 }, by: "ana@example.org") == [
          "goals/beta.md:5:6 unexplained-slip"
        ])
  }

  @Test func itsFieldsNameGoalsToo() throws {
    let other = ["goals/gamma.md": Tree.goal()]
    for fields in [
      "goals: beta\n", "yields: {goal: beta, to: gamma, why: x}\n", "yields: {goal: gamma, to: beta, why: x}\n",
    ] {
      let after = goal("2026-12-18").merging(other) { $1 }.merging(["decisions/x.md": decision("proposed", fields)]) {
        $1
      }
      #expect(try found(goal("2026-12-01").merging(other) { $1 }, after, by: "ana@example.org") == [], "\(fields)")
    }
    #expect(
      try found(
        goal("2026-12-01").merging(other) { $1 },
        goal("2026-12-18").merging(other) { $1 }.merging(["decisions/x.md": decision("proposed", "goals: gamma\n")]) {
          $1
        }, by: "ana@example.org") == ["goals/beta.md:5:6 unexplained-slip"])
  }
}
