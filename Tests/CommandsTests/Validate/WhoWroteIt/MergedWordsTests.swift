import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// What a merge brings, takes, gives up and puts together.
@Suite struct MergedWords {
  @Test func wordsThatWereTakenBackComeByAMerge() throws {
    for author in ["ben", "ana"] {
      let history = try History()
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
      try history.commit(by: author)
      try history.git("branch", "side")
      try history.git("revert", "--no-edit", "HEAD")
      try history.base()
      try history.git("checkout", "--quiet", "side")
      history.become("ben")
      try history.git("merge", "--quiet", "--strategy", "ours", "--no-edit", "base")
      #expect(history.found() == (author == "ana" ? [] : History.imposed), "\(author)")
      // Who takes them says them.
      try history.git("reset", "--quiet", "--hard", "HEAD~")
      history.become("ana")
      try history.git("merge", "--quiet", "--strategy", "ours", "--no-edit", "base")
      #expect(history.found() == [])
    }
  }

  @Test func aMergeAnswersForWhatNoParentHas() throws {
    for (author, found) in [("ben", History.imposed), ("ana", [])] {
      let history = try History()
      try history.git("checkout", "--quiet", "-b", "side")
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
      try history.commit(by: "ana")
      try history.git("checkout", "--quiet", "main")
      try history.repository.write("README", "x")
      try history.commit(by: "ben")
      history.become(author)
      try history.git("merge", "--quiet", "--no-commit", "side")
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
      try history.commit(by: author)
      #expect(history.found() == found, "\(author)")
    }
  }

  @Test(arguments: [("ben", "ben"), ("ben", "ana"), ("ana", "ben"), ("ana", "ana"), ("cho", "ben"), ("cho", "ana")])
  func aMergeAnswersForASideThatItTook(_ author: String, _ side: String) throws {
    let history = try History.told()
    try history.git("checkout", "--quiet", "-b", "hers")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the salad."))
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "-b", "his", "base")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    history.become(author)
    try history.git(
      "merge", "--quiet", "--no-edit", "--strategy-option", side == "ben" ? "ours" : "theirs", "hers")
    // Hers are hers; his are hers only where she took them.
    #expect(history.found() == (side == "ana" || author == "ana" ? [] : History.rewritten))
  }

  @Test func aMergePutsTogetherWhatEachMaySay() throws {
    let history = try History.told()
    try history.git("checkout", "--quiet", "-b", "his")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup.", "acknowledged: 2026-11-03\n"))
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "main")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup and the salad."))
    try history.commit(by: "ana")
    history.become("cho")
    try history.git("merge", "--quiet", "--no-edit", "his")
    #expect(try history.read("feedback/x.md").contains("acknowledged"))
    #expect(history.found() == [])
    // A third version is the merge's own.
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For bread.", "acknowledged: 2026-11-03\n"))
    try history.git("commit", "--quiet", "--all", "--amend", "--no-edit", "--author", "Cho <cho@example.org>")
    #expect(history.found() == History.rewritten)
  }

  @Test func whoMergesABranchHasNotWrittenIt() throws {
    let history = try History()
    try history.git("checkout", "--quiet", "-b", "hers")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "main")
    history.become("ben")
    try history.git("merge", "--quiet", "--no-ff", "--no-edit", "hers")
    #expect(history.found() == [])
  }

  /// What others did on `main` meanwhile is none of this branch's doing.
  @Test func aBranchIsJudgedSinceItLeft() throws {
    let history = try History.told()
    try history.git("checkout", "--quiet", "-b", "topic")
    try history.write("goals/beta.md", History.goal + "\nMore.\n")
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "main")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the salad."))
    try history.write("feedback/new.md", History.feedback("ana", "ben", "For the bread."))
    try history.remove("requests/knives.md")
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "topic")
    #expect(history.found(since: "main") == [])
    #expect(history.found(since: "main", nil) == [])
    #expect(history.found(since: "topic", "main") == [])
    // With nothing in common, it is the revision itself.
    try history.git("checkout", "--quiet", "--orphan", "other")
    try history.commit(by: "ben")
    #expect(history.found(since: "topic") == [])
    #expect(history.found(since: "main").contains("rewritten-record feedback/x.md") == false)
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(history.found(since: "topic") == History.rewritten)
  }

  /// What only follows new names, several of them one after the other, is no side that a merge took against another.
  @Test(arguments: ["ana", "cho"])
  func aMergeThatFollowsNewNamesHasNotWritten(_ author: String) throws {
    let history = try History.told()
    try history.git("checkout", "--quiet", "-b", "names")
    #expect(history.repository.tw("rename", "person/ben", "benno").status == 0)
    try history.commit(by: "cho")
    try history.git("checkout", "--quiet", "main")
    try history.write("requests/knives.md", History.request("ana", "ben", "New spoons"))
    try history.commit(by: "ben")
    history.become(author)
    _ = try? history.git("merge", "--quiet", "--no-commit", "names")
    try history.write("requests/knives.md", History.request("ana", "benno", "New spoons"))
    try history.commit(by: author)
    #expect(history.found(since: "names") == ["rewritten-record requests/knives.md"])
    #expect(history.repository.tw("rename", "person/benno", "ben-k").status == 0)
    try history.commit(by: "cho")
    #expect(history.found(since: "names") == ["rewritten-record requests/knives.md"])
    // Who changes a word in the merge has written it.
    try history.write("requests/knives.md", History.request("ana", "ben-k", "Sharper knives"))
    try history.commit(by: "cho")
    #expect(history.found(since: "names") == [])
  }

  /// Who merges two names of one record, and keeps one, has given up nothing that was said.
  @Test func aMergeThatKeepsOneOfTwoNamesHasNotWritten() throws {
    let history = try History()
    try history.git("branch", "other")
    let words = History.feedback("ana", "ben", "For the soup.")
    try history.write("feedback/x.md", words)
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "other")
    try history.write("feedback/x.md", words)
    try history.commit(by: "ben")
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    try history.git("checkout", "--quiet", "main")
    history.become("ana")
    _ = try? history.git("merge", "--quiet", "--no-commit", "--no-ff", "other")
    try history.git("rm", "--quiet", "--force", ".teamwork/feedback/z.md")
    try history.write("feedback/x.md", words)
    try history.commit(by: "ana")
    #expect(history.found() == History.imposed)
  }

  /// Who takes a side against one that had removed it answers for it, whatever it is called there.
  @Test func aMergeBringsBackUnderANewNameWhatWasRemoved() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "-b", "renamed")
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    try history.git("checkout", "--quiet", "main")
    try history.remove("feedback/x.md")
    try history.commit(by: "ana")
    try history.base()
    history.become("ben")
    _ = try? history.git("merge", "--quiet", "--no-commit", "renamed")
    try history.git("checkout", "renamed", "--", ".teamwork/feedback/z.md")
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation feedback/z.md"])
  }

  /// A side that has a record as it was, under its old name, has not removed it: who merges a new name and other words with
  /// it takes nothing against anybody.
  @Test(arguments: [false, true])
  func aMergeWithASideThatHasTheOldNameHasNotWritten(_ isRemoved: Bool) throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "-b", "renamed")
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    try history.write("feedback/z.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    try history.git("checkout", "--quiet", "main")
    if isRemoved { try history.remove("feedback/x.md") }
    try history.repository.write("README", "x")
    try history.commit(by: "cho")
    history.become("ana")
    _ = try? history.git("merge", "--quiet", "--no-commit", "--no-ff", "renamed")
    try history.git("checkout", "renamed", "--", ".teamwork/feedback/z.md")
    try history.commit(by: "ana")
    #expect(history.found() == (isRemoved ? [] : ["impersonation feedback/z.md"]))
  }

  /// On another branch a record goes under the name that it had before: whoever merges that has not removed it.
  @Test(arguments: ["ana", "cho"])
  func aMergeDropsWhatWentUnderItsOldName(_ remover: String) throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ana")
    try history.git("branch", "side")
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    try history.base()
    try history.git("checkout", "--quiet", "side")
    try history.remove("feedback/x.md")
    try history.commit(by: remover)
    try history.git("checkout", "--quiet", "main")
    history.become("cho")
    _ = try? history.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    try history.git("rm", "--quiet", "--force", "--ignore-unmatch", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    #expect(history.found() == (remover == "ana" ? [] : ["rewritten-record feedback/z.md"]))
  }

  /// Who merges a new name takes nothing away, and so has not agreed to what somebody else removes later.
  @Test(arguments: ["ana", "cho"])
  func aMergeThatFollowsANewNameRemovesNothing(_ remover: String) throws {
    let history = try History()
    try history.write(
      "feedback/x.md", History.feedback("ana", "ben", "For the soup.\n\nIt was hot, and there was enough."))
    try history.commit(by: "ana")
    try history.base()
    try history.git("checkout", "--quiet", "-b", "renamed")
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "cho")
    try history.git("checkout", "--quiet", "main")
    try history.write(
      "feedback/x.md", History.feedback("ana", "ben", "For the soup.\n\nIt was hot, and there was more than enough."))
    try history.commit(by: "ana")
    history.become("ana")
    try history.git("merge", "--quiet", "--no-ff", "-m", "both", "renamed")
    #expect(try history.read("feedback/z.md").contains("more than enough"))
    try history.remove("feedback/z.md")
    try history.commit(by: remover)
    #expect(history.found() == (remover == "ana" ? [] : ["rewritten-record feedback/x.md"]))
  }
}
