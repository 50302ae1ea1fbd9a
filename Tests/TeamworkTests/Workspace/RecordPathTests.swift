import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct RecordPathTests {
  @Test(arguments: [
    ("people/ana.md", Kind.person), ("teams/platform.md", .team), ("roles/release-manager.md", .role),
    ("goals/public-beta.md", .goal), ("feedback/2026-11-20-ana-ben.md", .feedback),
    ("requests/load-test-help.md", .request), ("decisions/drop-ie.md", .decision),
    ("meetings/2026-11-18-kickoff.md", .meeting), ("notes/cache-idea.md", .note), ("pulse/2026-q4.md", .pulse),
  ])
  func theFolderSaysTheKind(_ path: String, _ kind: Kind) {
    let name = path.drop { $0 != "/" }.dropFirst().dropLast(3)
    #expect(RecordPath(path) == .record(kind, id: Name(String(name)), week: nil))
  }

  @Test func theCharterStandsAtTheTop() {
    #expect(RecordPath("teamwork.md") == .record(.charter, id: "teamwork", week: nil))
    #expect(RecordPath("goals/teamwork.md") == .record(.goal, id: "teamwork", week: nil))
  }

  @Test func subFoldersMeanNothing() {
    #expect(RecordPath("goals/2026/q4/public-beta.md") == .record(.goal, id: "public-beta", week: nil))
    // Not even when they are called like another kind, or like what is nobody's.
    #expect(RecordPath("goals/people/ana.md") == .record(.goal, id: "ana", week: nil))
    #expect(RecordPath("goals/templates/x.md") == .record(.goal, id: "x", week: nil))
    #expect(RecordPath("goals/summaries/x.md") == .record(.goal, id: "x", week: nil))
  }

  @Test func underStatusTheFolderIsTheWeek() {
    #expect(RecordPath("status/2026-W47/ana.md") == .record(.status, id: "2026-W47/ana", week: Week("2026-W47")))
    for path in [
      "status/ana.md", "status/2026-W54/ana.md", "status/2026-w47/ana.md", "status/2026-W47/x/ana.md",
      "status/x/2026-W47/ana.md",
    ] {
      guard case .record(.status, _, let week) = RecordPath(path) else {
        Issue.record("\(path) is no report")
        continue
      }
      #expect(week == nil, "\(path)")
    }
  }

  @Test(arguments: [
    "README.md", "goals/README.md", "goals/2026/README.md", ".gitkeep", "goals/.gitkeep", ".DS_Store",
    ".obsidian/app.json",
    ".obsidian/notes.md", "goals/.obsidian/x.md", "templates/goal.md", "templates/x/y.txt", "summaries/2026-W47.md",
    "summaries/x.html",
  ])
  func nobodysRecords(_ path: String) { #expect(RecordPath(path) == .ignored) }

  @Test(arguments: [
    ("notes.md", "notes.md"), ("goal/public-beta.md", "goal"), ("goals/picture.png", "goals/picture.png"),
    ("goals", "goals"),
    ("goals/x.MD", "goals/x.MD"), ("goals/x.markdown", "goals/x.markdown"), ("Teamwork.md", "Teamwork.md"),
    ("Goals/x.md", "Goals"),
    ("template/x.md", "template"), ("readme.md", "readme.md"), ("charter/x.md", "charter"), ("/x.md", ""),
  ])
  func anythingElseIsReported(_ path: String, _ part: String) { #expect(RecordPath(path) == .stray(part)) }

  @Test func namesThatBeginWithADotAndEndInMarkdownAreRecords() {
    #expect(RecordPath("goals/.hidden.md") == .record(.goal, id: ".hidden", week: nil))
    #expect(RecordPath("goals/.md") == .record(.goal, id: "", week: nil))
    #expect(RecordPath.fault(ofID: ".hidden") != nil)
    #expect(RecordPath.fault(ofID: "") != nil)
  }

  @Test func summariesMayLieElsewhere() {
    #expect(RecordPath("weekly/2026-W47.md", summaries: "weekly") == .ignored)
    #expect(RecordPath("weekly-notes/x.md", summaries: "weekly") == .stray("weekly-notes"))
    #expect(RecordPath("summaries/2026-W47.md", summaries: "weekly") == .stray("summaries"))
  }

  // MARK: Ids

  @Test(arguments: [
    "a", "7", "2026-11-20-ana-ben", "a.b_c-d", "v1.0", "josé", "zoë", "søren", "李雷", "мария", "0-",
    String(repeating: "a", count: 100),
    String(repeating: "é", count: 50), "a-", "नमस्ते", "x٣",
  ])
  func ids(_ id: String) { #expect(RecordPath.fault(ofID: id) == nil) }

  @Test(arguments: [
    "", "-a", "_a", ".a", "a b", "a/b", "a@b", "a+b", "a:b", "a'b", "Ana", "anA", "É", "ǅ", "a\u{200D}b", "a\u{200C}b",
    "a\u{200B}b",
    "jose\u{301}", "\u{301}a", "🎉", "a\u{0}", "a\n", "a\u{A0}b", "²", "½", "a–b", String(repeating: "a", count: 101),
    String(repeating: "é", count: 50) + "a",
  ])
  func noIDs(_ id: String) { #expect(RecordPath.fault(ofID: id) != nil, "\(id.debugDescription)") }

  @Test func theWeeksCapitalIsAllowed() {
    #expect(Tree(["status/2026-W47/ana.md": "## Done\n\n- Chose the bread.\n"]).found == [])
  }

  @Test func aFileNameThatIsNoID() {
    #expect(Tree(["goals/Beta.md": Tree.goal()]).found == ["goals/Beta.md:2:1 invalid-id"])
    #expect(Tree(["goals/.md": Tree.goal()]).found == ["goals/.md:2:1 invalid-id"])
    #expect(Tree(["goals/jose\u{301}.md": Tree.goal()]).found == ["goals/jose\u{301}.md:2:1 invalid-id"])
    // A report's id has its person's name at the end.
    #expect(Tree(["status/2026-W47/Ana.md": "- Chose the bread.\n"]).found == ["status/2026-W47/Ana.md:1:1 invalid-id"])
  }

  @Test(arguments: [
    ("beta", "BETA"), ("josé", "jose\u{301}"), ("straße", "strasse"), ("ὀδυσσεύς", "ὀδυσσεύσ"), ("ſo", "so"),
  ])
  func idsAreUniqueAfterCaseFoldingAndNormalisation(_ one: String, _ other: String) {
    let found = Tree(["goals/\(one).md": Tree.goal(), "goals/x/\(other).md": Tree.goal()]).rules
    #expect(found.filter { $0 == "duplicate-id" }.count == 1, "\(found)")
  }

  @Test func idsOfDifferentKindsMayBeTheSame() {
    #expect(Tree(["goals/ana.md": Tree.goal(), "notes/ana.md": Tree.note("")]).found == [])
    // Not the dotless i: it folds to itself.
    #expect(Tree(["goals/ıx.md": Tree.goal(), "goals/ix.md": Tree.goal()]).found == [])
  }

  @Test func whatIsNobodysIsReportedOnce() {
    let tree = Tree([
      "goal/a.md": Tree.goal(), "goal/b.md": Tree.goal(), "notes.txt": "", "goals/plan.txt": "", ".gitkeep": "",
      "README.md": "[x](nowhere.md)",
    ])
    #expect(tree.found == ["goal:1:1 unknown-kind", "goals/plan.txt:1:1 unknown-kind", "notes.txt:1:1 unknown-kind"])
  }

  @Test func aReportOutsideAWeekIsAPathMismatch() {
    #expect(Tree(["status/ana.md": "- Chose the bread.\n"]).found == ["status/ana.md:1:1 path-mismatch"])
    #expect(
      Tree(["status/2026-W47/deep/ana.md": "- Chose the bread.\n"]).found == [
        "status/2026-W47/deep/ana.md:1:1 path-mismatch"
      ])
  }

  @Test func personAndWeekEqualThePath() {
    func report(_ fields: String) -> Tree {
      Tree(["status/2026-W47/ana.md": "---\n\(fields)\n---\n- Chose the bread.\n"])
    }
    #expect(report("person: ana\nweek: 2026-W47").found == [])
    #expect(report("person: ben").found == ["status/2026-W47/ana.md:2:9 path-mismatch"])
    #expect(report("week: 2026-W46").found == ["status/2026-W47/ana.md:2:7 path-mismatch"])
    // No such week: one finding.
    #expect(report("week: 2026-W60").found == ["status/2026-W47/ana.md:2:7 invalid-date"])
  }
}
