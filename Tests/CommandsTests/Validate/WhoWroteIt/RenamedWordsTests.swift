import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// What only follows the new name of a record, a person or a task, and what says more.
@Suite struct RenamedWords {
  @Test func whatFollowsARenameIsNeitherNewNorRewritten() throws {
    let history = try History.told()
    try history.write("status/2026-W46/ana.md", "---\nperson: ana\n---\n\n" + History.report)
    try history.write(
      "feedback/y.md",
      History.feedback(
        "ana", "ben", "@ana, [[beta^guide]], [[goals/beta|it]], [it](../goals/beta.md), [she](../people/ana.md).")
    )
    try history.commit(by: "ana")
    try history.base()
    for words in [["person/ana", "ana-k"], ["beta^guide", "manual"], ["beta", "gamma"], ["feedback/x", "soup"]] {
      #expect(history.repository.run(["rename"] + words).status == 0)
      // Not committed, staged, committed.
      history.become("ben")
      #expect(history.found(nil) == [], "\(words)")
      try history.git("add", "-A")
      #expect(history.found(staged: true) == [], "\(words)")
      try history.commit(by: "ben")
      #expect(history.found(since: "HEAD~1") == [], "\(words)")
    }
    // Several at once, and against a base far back.
    #expect(history.found() == [])
    #expect(try history.read("feedback/y.md").contains("[[gamma^manual]]"))
    // On top of it, her words are hers and his are his.
    try history.write("feedback/soup.md", History.feedback("ana-k", "ben", "For the salad."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    try history.write("status/2026-W46/ana-k.md", "---\nperson: ana-k\n---\n\n## Done\n\n- Slept.\n")
    try history.commit(by: "ben")
    #expect(history.found() == ["rewritten-record status/2026-W46/ana-k.md"])
  }

  @Test func aRenameThatSaysMoreIsNotOne() throws {
    let history = try History.told()
    #expect(history.repository.tw("rename", "person/ana", "ana-k").status == 0)
    try history.write("feedback/x.md", History.feedback("ana-k", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(history.found() == History.rewritten)
    // A reference to another record is another word.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.write("people/ann.md", "---\nname: Ann\nemails: [ann@example.org]\n---\n")
    try history.write("feedback/x.md", History.feedback("ann", "ben", "For the soup."))
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation feedback/x.md", "rewritten-record feedback/x.md"])
  }

  @Test func aRecordThatWasRenamedAndThenChanged() throws {
    let history = try History.told()
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "ben")
    try history.write("feedback/z.md", History.feedback("ana", "ben", "For the salad."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    try history.write("feedback/z.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(history.found() == ["rewritten-record feedback/z.md"])
  }

  /// The record's new name is known by what it says, not by its bytes.
  @Test func aRecordThatWasRenamedWithItsPersonAndThenChanged() throws {
    for author in ["ana", "ben"] {
      let history = try History.told()
      for words in [["person/ana", "ana-k"], ["feedback/x", "z"]] {
        #expect(history.repository.run(["rename"] + words).status == 0)
      }
      try history.commit(by: "ben")
      #expect(history.found() == [])
      try history.write("feedback/z.md", History.feedback("ana-k", "ben", "For nothing."))
      try history.commit(by: author)
      #expect(history.found() == (author == "ana" ? [] : ["rewritten-record feedback/z.md"]))
    }
  }

  /// A report's path says of which week it is: in another week's folder it is another report.
  @Test func aReportThatIsMovedToAnotherWeek() throws {
    let history = try History.told()
    try FileManager.default.createDirectory(
      atPath: history.repository.top + "/.teamwork/status/2026-W47", withIntermediateDirectories: true)
    try history.git("mv", ".teamwork/status/2026-W46/ana.md", ".teamwork/status/2026-W47/ana.md")
    try history.commit(by: "ben")
    #expect(
      history.found() == ["impersonation status/2026-W47/ana.md", "rewritten-record status/2026-W46/ana.md"])
  }
}
