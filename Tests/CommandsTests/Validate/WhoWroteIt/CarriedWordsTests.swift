import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// What its author committed before: reverted, restored, picked, squashed, and carried into the index by Git.
@Suite struct CarriedWords {
  @Test func whatTheirAuthorCommittedBeforeIsTheirs() throws {
    let history = try History.told()
    let first = try history.read("feedback/x.md")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the salad."))
    try history.commit(by: "ana")
    try history.base()
    history.become("ben")
    try history.git("revert", "--no-edit", "HEAD")
    #expect(try history.read("feedback/x.md") == first)
    #expect(history.found() == [])
    // By hand, staged and in the worktree.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.write("feedback/x.md", first)
    #expect(history.found(nil) == [])
    try history.git("add", "-A")
    #expect(history.found(staged: true) == [])
    // One letter is another word.
    try history.write("feedback/x.md", first.replacingOccurrences(of: "soup", with: "soap"))
    try history.git("add", "-A")
    #expect(history.found(staged: true) == History.rewritten)
    #expect(history.found(nil) == History.rewritten)
  }

  @Test func whatWentIsBroughtBack() throws {
    let history = try History.told()
    try history.remove("feedback/x.md")
    try history.commit(by: "ana")
    try history.base()
    history.become("ben")
    try history.git("checkout", "base~1", "--", ".teamwork/feedback")
    try history.commit(by: "ben")
    #expect(history.found() == [])
    // The same words in another record, or another week, are not what she said there.
    try history.write("feedback/y.md", history.read("feedback/x.md"))
    try history.write("status/2026-W47/ana.md", History.report)
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation feedback/y.md", "impersonation status/2026-W47/ana.md"])
  }

  @Test func aPickedCommitKeepsItsAuthor() throws {
    let history = try History()
    try history.git("checkout", "--quiet", "-b", "hers")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "main")
    try history.repository.write("README", "x")
    try history.commit(by: "ben")
    try history.base()
    for words in [["cherry-pick", "-x", "hers"], ["rebase", "--quiet", "base", "hers"]] {
      try history.git("checkout", "--quiet", "--detach", "base")
      history.become("ben")
      // Git takes the author over where the environment names none.
      let (name, email) = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL")
      history.repository.variables[name] = nil
      history.repository.variables[email] = nil
      _ = try history.repository.run(git: words)
      #expect(try history.git("log", "-1", "--format=%ae %ce") == "ana@example.org ben@example.org\n")
      #expect(history.found() == [], "\(words)")
    }
  }

  @Test(arguments: [nil, "Co-authored-by: Ana <ana@example.org>", "co-AUTHORED-by: x <ANA@example.org>"])
  func aSquashNamesWhoseWordsItCarries(_ trailer: String?) throws {
    let history = try History()
    try history.git("checkout", "--quiet", "-b", "hers")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "main")
    history.become("ben")
    try history.git("merge", "--quiet", "--squash", "hers")
    // Git knows whose it was while it is made.
    #expect(history.found(staged: true) == [])
    try history.git(
      "commit", "--quiet", "-m", "All of it\n\nWith words.\n\n" + (trailer ?? "Signed-off-by: Ben <ben@example.org>"))
    #expect(history.found() == (trailer == nil ? History.imposed : []))
  }

  @Test func aNameInTheTextOfAMessageIsNoTrailer() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ben", "x\n\nCo-authored-by: Ana <ana@example.org>\n\nis what I could have written.")
    #expect(history.found() == History.imposed)
  }

  @Test func whatGitCarriesIntoTheIndexKeepsItsAuthor() throws {
    let history = try History.told()
    try history.git("checkout", "--quiet", "-b", "hers")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the salad."))
    try history.repository.write("README", "hers")
    try history.commit(by: "ana")
    try history.git("checkout", "--quiet", "main")
    try history.repository.write("README", "his")
    try history.commit(by: "ben")
    for command in ["merge", "cherry-pick"] {
      history.become("ben")
      #expect(throws: ScratchRepository.GitFailure.self) { try history.git(command, "hers") }
      try history.repository.write("README", "both")
      try history.git("add", "-A")
      #expect(history.found(staged: true) == [], "\(command)")
      #expect(history.found(since: "HEAD", nil) == [], "\(command)")
      // What he makes of it meanwhile is his; a pick is still committed as hers.
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
      try history.git("add", "-A")
      #expect(history.found(staged: true) == History.rewritten, "\(command)")
      history.repository.variables["GIT_AUTHOR_EMAIL"] = nil
      #expect(history.found(staged: true) == (command == "merge" ? History.rewritten : []), "\(command)")
      try history.git("reset", "--quiet", "--hard", "HEAD")
    }
    // A revert that stops half way.
    history.become("ana")
    try history.git("merge", "--quiet", "--no-edit", "--strategy-option", "theirs", "hers")
    try history.repository.write("README", "later")
    try history.commit(by: "ben")
    #expect(throws: ScratchRepository.GitFailure.self) { try history.git("revert", "--mainline", "1", "HEAD~1") }
    try history.git("checkout", "HEAD", "--", "README")
    #expect(try history.read("feedback/x.md").contains("soup"))
    #expect(history.found(staged: true) == [])
  }
}
