import Documents
import TestSupport
import Testing
import Text

@testable import Teamwork

@Suite struct UnknownHeadingTests {
  private func tree(_ heading: String, charter: String = "tags: x") -> Tree {
    Tree(charter: charter, ["status/2026-W47/ana.md": "\(heading)\n\n- Something\n"])
  }

  private func fixed(_ tree: Tree) -> String {
    let workspace = tree.workspace
    let fixes = Validation(workspace).findings.compactMap(\.fix)
    let report = workspace.records.first { $0.kind == .status }!
    return String(decoding: report.document.source.applying(fixes.flatMap(\.edits)), as: UTF8.self)
  }

  @Test(arguments: [
    ("## Blokced", "## Blocked"), ("## Blockd", "## Blocked"), ("## 🚧 blcoked:", "## 🚧 Blocked:"),
    ("## Donne", "## Done"),
    ("## Dnoe", "## Done"), ("## Nedes", "## Needs"), ("## Nexxt week", "## Next week"),
    ("## Nextweek", "## Next week"),
    ("**Blokced:**", "**Blocked:**"), ("## *Blokced*", "## *Blocked*"), ("## Obstacels", "## Obstacles"),
    ("## Hihglights", "## Highlights"), ("## Blocker", "## Blocked"), ("##Blocked", "## Blocked"),
    ("##Notes", "## Notes"), ("#Blocked", "# Blocked"), ("## Accomplishd", "## Accomplished"),
  ])
  func slipsAreToldAndMended(_ heading: (written: String, meant: String)) {
    let tree = tree(heading.written)
    #expect(tree.rules == ["unknown-heading"] && tree.findings[0].severity == .warning)
    #expect(tree.findings[0].fix?.isSafe == true)
    #expect(fixed(tree).hasPrefix(heading.meant + "\n"))
    #expect(self.tree(String(fixed(tree).prefix { $0 != "\n" })).rules == [])
  }

  @Test(arguments: [
    "## Seed", "## Seeds", "## News", "## Gone", "## Tasks", "## Notes", "## Text", "## Nest", "## Plant", "## Wine",
    "## Skipped", "## Slipped", "## Stopped", "## Stock", "## Past week", "## Best week", "## Next weekend", "## Hello",
    "## Team", "## Plan B", "## The week", "## Mood", "## Unblocked", "## Today", "## Risks", "## Metrics", "## Going",
    "## Fished", "## Doen", "## W47", "## Links", "## Bugs", "#hall", "## Ideas", "## Thanks", "## Learned",
    "## Feedback",
  ])
  func otherHeadingsAreTheTeams(_ heading: String) { #expect(tree(heading).rules == []) }

  @Test func theTeamsWordsCountToo() {
    let charter = "headings: {done: [Terminé]}"
    #expect(tree("## Terminée", charter: charter).findings.map(\.help) == ["did you mean `Terminé`?"])
    #expect(tree("## Terminé", charter: charter).rules == [])
    #expect(tree("## Terminée").rules == [])
  }

  @Test func otherKindsHaveTheirOwn() {
    #expect(Tree(["notes/x.md": Tree.note("## Blokced\n\nIt waits.\n")]).rules == [])
  }
}
