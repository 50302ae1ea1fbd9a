import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// Records that are new in a change, or begin to speak for somebody.
@Suite struct NewWords {
  @Test(arguments: ["feedback/x.md", "requests/x.md", "decisions/x.md", "status/2026-W47/ana.md"])
  func newWordsAreTheirsWhoCommitThem(_ path: String) throws {
    let texts = [
      "feedback/x.md": History.feedback("ana", "ben", "Thanks."),
      "requests/x.md": History.request("ana", "ben", "Help"),
      "decisions/x.md": History.decision("ana", "proposed", "Soup."), "status/2026-W47/ana.md": History.report,
    ]
    let history = try History()
    try history.write(path, texts[path] ?? "")
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation \(path)"])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ana")
    #expect(history.found() == [])
    // By letters, whatever their size; not by what `.mailmap` makes of them.
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ANA@Example.org")
    #expect(history.found() == [])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.repository.write(".mailmap", "Ana <ana@example.org> <eve@example.org>\n")
    try history.commit(by: "eve@example.org")
    #expect(history.found() == ["impersonation \(path)"])
  }

  @Test func aRecordThatBeginsToSpeakForSomebodyElse() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ben", "cho", "For the soup."))
    try history.write("decisions/soup.md", History.decision("ben", "proposed", "Soup."))
    try history.commit(by: "ben")
    try history.base()
    try history.write("feedback/x.md", History.feedback("ana", "cho", "For the soup."))
    try history.write("decisions/soup.md", History.decision("ana", "proposed", "Soup."))
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation decisions/soup.md", "impersonation feedback/x.md"])
    // One of those for whom it speaks is enough, as for a new one; and who takes it over speaks for themselves.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.write("decisions/soup.md", History.decision("ben, ana", "proposed", "Soup."))
    try history.commit(by: "ben")
    #expect(history.found() == [])
    try history.write("decisions/soup.md", History.decision("ana", "proposed", "Soup."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
  }

  @Test func aReportUnderTwoNamesIsBothTheirs() throws {
    let history = try History(charter: "rules: {path-mismatch: off}\n")
    try history.write("status/2026-W47/ben.md", "---\nperson: ana\n---\n\n" + History.report)
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation status/2026-W47/ben.md"])
  }

  @Test func whatOneBroughtAndAnotherRewroteBeforeThePush() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(history.found() == History.imposed)
    // She makes it hers.
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For much."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    // Who takes that back brings his words again.
    history.become("cho")
    try history.git("revert", "--no-edit", "HEAD")
    #expect(history.found() == History.imposed)
  }

  @Test func anAnswerInTheSamePushLeavesTheWordsTheirs() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.write("requests/knives.md", History.request("ana", "ben", "Knives"))
    try history.commit(by: "ana")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup.", "acknowledged: 2026-11-03\n"))
    try history.write(
      "requests/knives.md", History.request("ana", "ben", "Knives", "status: accepted\npromised: 2026-12-01\n"))
    try history.commit(by: "ben")
    #expect(history.found() == [])
    try history.write("requests/knives.md", History.request("ana", "ben", "Knives", "status: declined\n"))
    try history.commit(by: "cho")
    #expect(history.found() == ["impersonation requests/knives.md"])
  }

  @Test func itSaysWhoAndWhereAndWhatWorks() throws {
    let history = try History.told()
    try history.write("feedback/new.md", History.feedback("ana", "cho", "For the soup."))
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    history.become("ben")
    try history.git("add", "-A")
    let staged = history.repository.tw("validate", "--staged").output
    #expect(staged.contains("this speaks for `ana`, but would be committed by `ben` <ben@example.org>"))
    #expect(staged.contains("`git commit --author='Ana <ana@example.org>'`"))
    try history.commit(by: "ben")
    let commit = try history.git("rev-parse", "HEAD").prefix(7)
    let answer = history.repository.tw("validate", "--since", "base").output
    #expect(answer.contains("this speaks for `ana`, but is committed by `ben` <ben@example.org> in \(commit)"))
    #expect(answer.contains("this speaks for `ana`, and is changed by `ben` <ben@example.org> in \(commit)"))
    // What it says works.
    try history.git("commit", "--quiet", "--amend", "--no-edit", "--author=Ana <ana@example.org>")
    #expect(history.found() == [])
  }
}
