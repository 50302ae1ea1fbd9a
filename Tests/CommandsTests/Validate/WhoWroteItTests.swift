import Foundation
import TestSupport
import Testing

/// Who brought the words of a change: the real `git`, and both sides of each line.
struct WrittenHistory {
  let repository: ScratchRepository

  /// A team of three, committed by Ana in week 47; the tag `base` stands there.
  init(charter: String = "") throws {
    repository = try ScratchRepository()
    try write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n\(charter)---\n")
    for name in ["ana", "ben", "cho"] {
      try write("people/\(name).md", "---\nname: \(name.capitalized)\nemails: [\(name)@example.org]\n---\n")
    }
    try write("goals/beta.md", Self.goal)
    try commit(by: "ana")
    try base()
  }

  static let goal = """
    ---
    title: Public beta
    owners: [ana]
    status: proposed
    why: It helps
    ---

    - [ ] Write the guide @ana ^guide

    """
  static let report = "## Done\n\n- Chose the bread.\n"

  static func feedback(_ from: String, _ to: String, _ words: String, _ more: String = "") -> String {
    "---\nfrom: \(from)\nto: \(to)\ndate: 2026-11-02\nkind: thanks\n\(more)---\n\n\(words)\n"
  }

  static func request(_ from: String, _ to: String, _ title: String, _ more: String = "status: open\n") -> String {
    "---\ntitle: \(title)\nfrom: \(from)\nto: \(to)\n\(more)---\n\nPlease.\n"
  }

  static func decision(_ by: String, _ status: String, _ words: String) -> String {
    "---\ntitle: Soup on Mondays\nby: [\(by)]\nstatus: \(status)\ndate: 2026-11-02\n---\n\n\(words)\n"
  }

  func write(_ path: String, _ text: String) throws { try repository.write(".teamwork/" + path, text) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: repository.top + "/.teamwork/" + path)
  }

  func read(_ path: String) throws -> String { try repository.read(".teamwork/" + path) }

  @discardableResult
  func git(_ words: String...) throws -> String { try repository.run(git: words) }

  func become(_ person: String) {
    for role in ["AUTHOR", "COMMITTER"] {
      repository.variables["GIT_\(role)_EMAIL"] = person.contains("@") ? person : "\(person)@example.org"
      repository.variables["GIT_\(role)_NAME"] = person
    }
  }

  /// Commits all there is.
  func commit(by person: String, _ message: String = "x") throws {
    become(person)
    try repository.commit(message)
  }

  func base() throws { try git("tag", "--force", "base") }

  /// What is found about words, since a commit: `impersonation feedback/x.md`.
  func found(since: String = "base", _ rev: String? = "HEAD", staged: Bool = false) -> [String] {
    let words =
      staged ? ["--staged"] : ["--since", since] + (rev.map { ["--rev", $0] } ?? [])
    let answer = repository.run(["validate", "--format", "concise"] + words)
    if answer.status == 2 { return ["2: " + answer.errors] }
    let found = answer.output.split(separator: "\n").compactMap { line -> String? in
      guard let rule = ["impersonation", "rewritten-record"].first(where: { line.contains("[\($0)]") }) else {
        return nil
      }
      let path = line.prefix { $0 != ":" }
      return rule + " " + path.dropFirst(".teamwork/".count)
    }
    return found.sorted()
  }
}

@Suite struct WhoWroteIt {
  typealias History = WrittenHistory

  private static let imposed = ["impersonation feedback/x.md"]
  private static let rewritten = ["rewritten-record feedback/x.md"]

  /// Ana's feedback to Ben is in the base, with Ana's report of the week before and her open request.
  private func told(charter: String = "") throws -> History {
    let history = try History(charter: charter)
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.write("status/2026-W46/ana.md", History.report)
    try history.write("requests/knives.md", History.request("ana", "ben", "Sharper knives"))
    try history.write("decisions/soup.md", History.decision("ana", "accepted", "It is cheap."))
    try history.commit(by: "ana")
    try history.base()
    return history
  }

  // MARK: New words

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
    #expect(history.found() == Self.imposed)
    // She makes it hers.
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For much."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    // Who takes that back brings his words again.
    history.become("cho")
    try history.git("revert", "--no-edit", "HEAD")
    #expect(history.found() == Self.imposed)
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

  // MARK: Rewritten

  @Test func whatOthersRelyOnIsForItsAuthorToChange() throws {
    let history = try told()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.write("status/2026-W46/ana.md", "## Done\n\n- Slept.\n")
    try history.write("decisions/soup.md", History.decision("ana", "rejected", "It is cheap."))
    try history.write("requests/knives.md", History.request("ana", "ben", "Blunter knives"))
    try history.commit(by: "ben")
    #expect(
      history.found() == [
        "rewritten-record decisions/soup.md", "rewritten-record feedback/x.md", "rewritten-record requests/knives.md",
        "rewritten-record status/2026-W46/ana.md",
      ])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ana")
    #expect(history.found() == [])
  }

  @Test func removingIsRewriting() throws {
    let history = try told()
    try history.remove("feedback/x.md")
    try history.commit(by: "ben")
    #expect(history.found() == Self.rewritten)
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ana")
    #expect(history.found() == [])
    // In the worktree, too.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.remove("feedback/x.md")
    history.become("ben")
    #expect(history.found(nil) == Self.rewritten)
    history.become("ana")
    #expect(history.found(nil) == [])
  }

  @Test(arguments: [
    ("title", false), ("from", false), ("goal", false), ("asked", false), ("needed-by", false), ("prose", false),
    ("status", true), ("promised", true), ("to", true), ("effort", true), ("boundary", true), ("helpers", true),
  ])
  func whoIsAskedAnswersAndDoesNotReword(_ field: String, _ isFree: Bool) throws {
    let history = try told()
    let before = try history.read("requests/knives.md")
    let after =
      switch field {
      case "title": before.replacingOccurrences(of: "Sharper", with: "Blunter")
      case "from": before.replacingOccurrences(of: "from: ana", with: "from: ben")
      case "prose": before.replacingOccurrences(of: "Please.", with: "Please!")
      case "status": before.replacingOccurrences(of: "open", with: "declined")
      case "to": before.replacingOccurrences(of: "to: ben", with: "to: cho")
      case "goal": before.replacingOccurrences(of: "status:", with: "goal: beta\nstatus:")
      case "effort": before.replacingOccurrences(of: "status:", with: "effort: small\nstatus:")
      case "boundary": before.replacingOccurrences(of: "status:", with: "boundary: not more\nstatus:")
      case "helpers": before.replacingOccurrences(of: "status:", with: "helpers: [ben]\nstatus:")
      default: before.replacingOccurrences(of: "status:", with: "\(field): 2026-12-01\nstatus:")
      }
    #expect(after != before)
    try history.write("requests/knives.md", after)
    try history.commit(by: "ben")
    #expect(history.found() == (isFree ? [] : ["rewritten-record requests/knives.md"]))
    // Whom nobody asked has nothing to set.
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "cho")
    let imposed = field == "from" ? ["impersonation requests/knives.md"] : []
    #expect(history.found() == imposed + ["rewritten-record requests/knives.md"])
  }

  @Test(arguments: ["team", "by their page", "role"])
  func aTeamOrARoleIsAskedThroughItsPeople(_ way: String) throws {
    let history = try History()
    try history.write("teams/kitchen.md", "---\nname: Kitchen\n\(way == "team" ? "members: [ben]\n" : "")---\n")
    try history.write("roles/cook.md", "---\ntitle: Cook\nholders: [ben]\nresponsibilities: [Cooking]\n---\n")
    if way == "by their page" {
      try history.write("people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\nteams: [kitchen]\n---\n")
    }
    let whom = way == "role" ? "roles/cook" : "teams/kitchen"
    try history.write("requests/knives.md", History.request("ana", whom, "Knives"))
    try history.commit(by: "ana")
    try history.base()
    try history.write("requests/knives.md", History.request("ana", whom, "Knives", "status: declined\n"))
    try history.commit(by: "ben")
    #expect(history.found() == [])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "cho")
    #expect(history.found() == ["rewritten-record requests/knives.md"])
  }

  // MARK: Merges

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
      #expect(history.found() == (author == "ana" ? [] : Self.imposed), "\(author)")
      // Who takes them says them.
      try history.git("reset", "--quiet", "--hard", "HEAD~")
      history.become("ana")
      try history.git("merge", "--quiet", "--strategy", "ours", "--no-edit", "base")
      #expect(history.found() == [])
    }
  }

  @Test func aMergeAnswersForWhatNoParentHas() throws {
    for (author, found) in [("ben", Self.imposed), ("ana", [])] {
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
    let history = try told()
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
    #expect(history.found() == (side == "ana" || author == "ana" ? [] : Self.rewritten))
  }

  @Test func aMergePutsTogetherWhatEachMaySay() throws {
    let history = try told()
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
    #expect(history.found() == Self.rewritten)
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

  // MARK: What was said before

  @Test func whatTheirAuthorCommittedBeforeIsTheirs() throws {
    let history = try told()
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
    #expect(history.found(staged: true) == Self.rewritten)
    #expect(history.found(nil) == Self.rewritten)
  }

  @Test func whatWentIsBroughtBack() throws {
    let history = try told()
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
    #expect(history.found() == (trailer == nil ? Self.imposed : []))
  }

  @Test func aNameInTheTextOfAMessageIsNoTrailer() throws {
    let history = try History()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: "ben", "x\n\nCo-authored-by: Ana <ana@example.org>\n\nis what I could have written.")
    #expect(history.found() == Self.imposed)
  }

  @Test func anAddressOfAForgeIsOneLikeOthers() throws {
    let history = try History()
    let address = "1234567+ana@users.noreply.github.com"
    try history.write("people/ana.md", "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n")
    try history.commit(by: "ana")
    try history.base()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
    try history.commit(by: address)
    #expect(history.found() == [])
    try history.git("commit", "--quiet", "--amend", "--no-edit", "--author", "x <7654321+ana@users.noreply.github.com>")
    #expect(history.found() == Self.imposed)
  }

  // MARK: What is staged

  @Test func whatGitCarriesIntoTheIndexKeepsItsAuthor() throws {
    let history = try told()
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
      #expect(history.found(staged: true) == Self.rewritten, "\(command)")
      history.repository.variables["GIT_AUTHOR_EMAIL"] = nil
      #expect(history.found(staged: true) == (command == "merge" ? Self.rewritten : []), "\(command)")
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

  // MARK: The base judges

  @Test func nobodySwitchesTheRuleOffInTheChangeThatNeedsIt() throws {
    let off = "rules: {impersonation: off, rewritten-record: off}\n"
    for (before, after, found) in [("", off, Self.imposed), (off, "", [])] {
      let history = try History(charter: before)
      try history.write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n\(after)---\n")
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup."))
      try history.commit(by: "ben")
      #expect(history.found() == found)
    }
    let history = try told(charter: "rules: {rewritten-record: error}\n")
    try history.write("teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n---\n")
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(
      history.repository.tw("validate", "--since", "base", "--format", "concise").output.contains("error[rewritten"))
  }

  @Test func anAllowCountsWhereItIsTheirs() throws {
    let allow = "<!-- tw:allow rewritten-record: Ben keeps my notes -->"
    for author in ["ana", "ben"] {
      let history = try told()
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For the soup.\n\n" + allow))
      try history.commit(by: author)
      #expect(history.found() == (author == "ana" ? [] : Self.rewritten))
      // Also when it is in the base already.
      try history.base()
      try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing.\n\n" + allow))
      try history.commit(by: "ben")
      #expect(history.found() == (author == "ana" ? [] : Self.rewritten))
      #expect(!history.repository.tw("validate").output.contains("unused-allow"))
    }
    let history = try History()
    let imposed = "For the soup.\n\n<!-- tw:allow impersonation: I may -->"
    try history.write("feedback/x.md", History.feedback("ana", "ben", imposed))
    try history.commit(by: "ben")
    #expect(history.found() == Self.imposed)
  }

  @Test func nobodyGainsAnAddress() throws {
    for (address, found) in [("eve@example.org", Self.imposed), ("ben@example.org", Self.imposed)] {
      let history = try History()
      try history.write("people/ana.md", "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n")
      try history.write("feedback/x.md", History.feedback("ana", "cho", "For the soup."))
      try history.commit(by: address)
      #expect(history.found() == found)
      // In a commit of its own it counts, but for an address that is somebody else's as well.
      try history.remove("feedback/x.md")
      try history.commit(by: address)
      try history.base()
      try history.write("feedback/x.md", History.feedback("ana", "cho", "For the soup."))
      try history.commit(by: address)
      #expect(history.found() == (address.hasPrefix("eve") ? [] : Self.imposed))
    }
  }

  @Test func aNewcomerHasTheirOwnAddressesAndNobodyElses() throws {
    let history = try History()
    try history.write("people/dee.md", "---\nname: Dee\nemails: [dee@example.org, ben@example.org]\n---\n")
    try history.write("feedback/x.md", History.feedback("dee", "cho", "For the soup."))
    try history.commit(by: "dee")
    #expect(history.found() == [])
    try history.git("commit", "--quiet", "--amend", "--no-edit", "--author", "Ben <ben@example.org>")
    #expect(history.found() == Self.imposed)
  }

  // MARK: Renames

  @Test func whatFollowsARenameIsNeitherNewNorRewritten() throws {
    let history = try told()
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
    let history = try told()
    #expect(history.repository.tw("rename", "person/ana", "ana-k").status == 0)
    try history.write("feedback/x.md", History.feedback("ana-k", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(history.found() == Self.rewritten)
    // A reference to another record is another word.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.write("people/ann.md", "---\nname: Ann\nemails: [ann@example.org]\n---\n")
    try history.write("feedback/x.md", History.feedback("ann", "ben", "For the soup."))
    try history.commit(by: "ben")
    #expect(history.found() == ["impersonation feedback/x.md", "rewritten-record feedback/x.md"])
  }

  @Test(arguments: ["ben@example.org", "eve@example.org"])
  func aRenamedPersonKeepsTheAddressesOfTheBase(_ address: String) throws {
    let history = try told()
    #expect(history.repository.tw("rename", "person/ana", "ana-k").status == 0)
    for page in [
      "---\nname: Ana\nemails: [ana@example.org, \(address)]\n---\n", "---\nname: Ana\nemails: [\(address)]\n---\n",
      "---\nname: A. K.\nemails: [\(address)]\n---\n",
    ] {
      try history.write("people/ana-k.md", page)
      try history.write("status/2026-W47/ana-k.md", History.report + "- And more.\n")
      try history.commit(by: address)
      #expect(history.found().contains("impersonation status/2026-W47/ana-k.md"), "\(page)")
      try history.git("reset", "--quiet", "--soft", "base")
      try history.commit(by: "ana")
      #expect(!history.found().contains("impersonation status/2026-W47/ana-k.md"), "\(page)")
      try history.git("reset", "--quiet", "--soft", "base")
    }
  }

  @Test func aRecordThatWasRenamedAndThenChanged() throws {
    let history = try told()
    try history.git("mv", ".teamwork/feedback/x.md", ".teamwork/feedback/z.md")
    try history.commit(by: "ben")
    try history.write("feedback/z.md", History.feedback("ana", "ben", "For the salad."))
    try history.commit(by: "ana")
    #expect(history.found() == [])
    try history.write("feedback/z.md", History.feedback("ana", "ben", "For nothing."))
    try history.commit(by: "ben")
    #expect(
      history.found().contains("impersonation feedback/z.md") || history.found() == ["rewritten-record feedback/z.md"])
  }

  // MARK: The base

  /// What others did on `main` meanwhile is none of this branch's doing.
  @Test func aBranchIsJudgedSinceItLeft() throws {
    let history = try told()
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
    #expect(history.found(since: "topic") == Self.rewritten)
  }

  // MARK: Words about it

  @Test func itSaysWhoAndWhereAndWhatWorks() throws {
    let history = try told()
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

/// Whose address Git has, and nobody's page.
@Suite struct UnknownAddress {
  @Test(arguments: ["Ben", "ben", "BEN"])
  func whoHasAKnownNameIsAsked(_ name: String) throws {
    let history = try WrittenHistory()
    history.become("ben@laptop")
    history.repository.variables["GIT_AUTHOR_NAME"] = name
    let answer = history.repository.tw("status", "--me")
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains("nobody in the workspace has your address, `ben@laptop`: are you `ben`?"))
    let command = "tw set person/ben emails+=ben@laptop"
    #expect(answer.errors.contains(command))
    let asked = try #require(answer.errors.range(of: command))
    let other = try #require(answer.errors.range(of: "tw new person"))
    #expect(asked.lowerBound < other.lowerBound)
    // What it shows works.
    #expect(history.repository.run(command.split(separator: " ").dropFirst().map(String.init)).status == 0)
    #expect(history.repository.tw("status", "--me").status == 0)
  }

  @Test func whoHasNoNameThereOrOneOfTwoIsNotTakenForAnybody() throws {
    let history = try WrittenHistory()
    history.become("dee@laptop")
    history.repository.variables["GIT_AUTHOR_NAME"] = "Dee"
    #expect(!history.repository.tw("status", "--me").errors.contains("are you"))
    try history.write("people/ben-2.md", "---\nname: ben\nemails: [other@example.org]\n---\n")
    history.repository.variables["GIT_AUTHOR_NAME"] = "Ben"
    let answer = history.repository.tw("status", "--me")
    #expect(!answer.errors.contains("are you") && answer.errors.contains("tw new person"))
  }
}
