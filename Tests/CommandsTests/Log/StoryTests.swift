import Foundation
import TestSupport
import Testing

/// The story of a record or task through renames, merges, and names that become free.
@Suite struct StoryTests {
  private let repository: ScratchRepository

  init() throws {
    repository = try ScratchRepository()
    // From Monday, 9 November 2026, a day for each commit.
    try repository.write(".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\n---\n")
    for (id, name) in [("ana", "Ana"), ("ben", "Ben"), ("jonas", "Jonas")] {
      try repository.write(".teamwork/people/\(id).md", "---\nname: \(name)\nemails: [\(id)@example.org]\n---\n")
    }
    try goal()
    try commit("Begin", 0)
  }

  private static let monday: Int64 = 1_794_182_400

  private func commit(_ message: String, _ day: Int, by person: String = "ana") throws {
    repository.variables["GIT_AUTHOR_EMAIL"] = "\(person)@example.org"
    try repository.commit(message, at: Self.monday + Int64(day) * 86_400 + 36_000)
  }

  private func goal(
    _ id: String = "beta", title: String = "Beta", status: String = "on-track", due: String = "2026-12-01",
    tasks: [String] = ["[ ] Write the guide @ana ^guide", "[ ] Sing a song"]
  ) throws {
    try repository.write(
      ".teamwork/goals/\(id).md",
      "---\ntitle: \(title)\nstatus: \(status)\nowners: [ana]\ndue: \(due)\n---\n"
        + tasks.map { "- \($0)\n" }.joined())
  }

  private func merge(_ branch: String, _ day: Int) throws {
    repository.variables["GIT_COMMITTER_DATE"] = "\(Self.monday + Int64(day) * 86_400 + 36_000) +0000"
    repository.variables["GIT_AUTHOR_DATE"] = repository.variables["GIT_COMMITTER_DATE"]
    try repository.git("merge", "--quiet", "--no-edit", "--no-ff", branch)
  }

  private func rename(_ old: String, _ new: String) throws {
    try repository.git("mv", ".teamwork/goals/\(old).md", ".teamwork/goals/\(new).md")
  }

  /// What is told, a line for each thing, without the name before it.
  private func told(_ words: String...) -> [String] {
    let answer = repository.run(words)
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.output.split(separator: "\n").filter { $0.hasPrefix(" ") }.map {
      $0.trimmingCharacters(in: .whitespaces).replacing(/^[a-z0-9\/-]+ {2,}/, with: "")
    }
  }

  private func json(_ words: String...) throws -> [String: Any] {
    let answer = repository.run(words + ["--format", "json"])
    #expect(answer.status == 0, "\(answer.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  private func summary(week: Int) throws -> [String: Any] { try json("summary", "--week", "2026-W\(week)") }

  private func measure(_ name: String, _ report: [String: Any]) throws -> Int? {
    let measures = report.values.flatMap { ($0 as? [String: Any])?["measures"] as? [[String: Any]] ?? [] }
    let measure = try #require(measures.first { $0["name"] as? String == name }, "\(name)")
    return measure["value"] as? Int
  }

  // MARK: Tasks

  @Test func aRenamedAnchorKeepsTheStory() throws {
    try goal(tasks: ["[ ] Write the guide @ana ^manual", "[ ] Sing a song"])
    try commit("Another name", 1)
    try goal(tasks: ["[x] Write the guide @ana ^manual", "[ ] Sing a song"])
    try commit("Done", 8)
    #expect(told("log", "beta^manual") == told("log", "beta^guide"))
    #expect(
      told("log", "beta^manual") == [
        "done: Write the guide", "task renamed ^guide → ^manual – Write the guide", "new task: Write the guide – ana",
      ])
    #expect(told("show", "beta^manual").contains { $0.contains("task renamed ^guide → ^manual") })
    let goals = try #require(try summary(week: 46)["goals"] as? [[String: Any]])
    let tasks = try #require(goals.first?["tasks"] as? [String: Any])
    #expect(tasks["added"] as? Int == 2 && tasks["removed"] as? Int == 0)
    #expect(told("log", "--from", "2026-11-10", "--to", "2026-11-10").count == 1)
  }

  @Test func aNameThatIsNotCommittedYet() throws {
    try goal(tasks: ["[ ] Write the guide @ana ^manual", "[ ] Sing a song"])
    #expect(told("log", "beta^manual") == ["new task: Write the guide – ana"])
    try rename("beta", "public-beta")
    #expect(told("log", "public-beta^manual").count == 0)
    try goal("public-beta")
    #expect(told("log", "public-beta") == ["new goal “Beta” (2 tasks)"])
  }

  @Test func aFreeAnchorTakenAgainIsAnotherTask() throws {
    try goal(tasks: ["[ ] Sing a song"])
    try commit("No guide", 1)
    try goal(tasks: ["[ ] Sing a song", "[ ] Paint the fence ^guide"])
    try commit("Another guide", 2)
    #expect(told("log", "beta^guide") == ["new task: Paint the fence"])
  }

  @Test func tasksThroughARenameOnTheOtherBranch() throws {
    try repository.git("switch", "-q", "-c", "side")
    try rename("beta", "public-beta")
    try commit("Rename", 1)
    try repository.git("switch", "-q", "main")
    try goal(tasks: ["[x] Write the guide @ana ^manual", "[ ] Sing a song"])
    try commit("Do", 2)
    try merge("side", 3)
    #expect(
      told("log", "public-beta^manual") == [
        "done: Write the guide", "task renamed ^guide → ^manual – Write the guide", "renamed from beta",
        "new task: Write the guide – ana",
      ])
  }

  @Test func whatBecameOfEachAttribute() throws {
    try goal(tasks: ["[ ] Write the guide @ana role:chair effort:2d ^guide", "[ ] Sing a song @ana @ben"])
    try commit("Say more", 1)
    try goal(tasks: ["[ ] Write the guide @ana role:editor effort:0.5w", "[ ] Sing a song @ben @ana effort:3h"])
    #expect(
      told("diff") == [
        "task role chair → editor – Write the guide", "task effort 2d → 0.5w – Write the guide",
        "task no longer named ^guide – Write the guide", "task owners in another order – Sing a song",
        "task effort set to 3h – Sing a song",
      ])
    #expect(
      told("log", "--from", "2026-11-10", "--to", "2026-11-10").contains("task role set to chair – Write the guide"))
  }

  // MARK: Names that become free

  @Test func aFreeNameTakenAgainBeginsAStory() throws {
    try rename("beta", "public-beta")
    try commit("Rename", 1)
    try goal(title: "Other", status: "proposed", due: "2027-03-01")
    try commit("Another", 8)
    #expect(told("log", "beta") == ["new goal “Other” (2 tasks)"])
    #expect(told("log", "public-beta") == ["renamed from beta", "new goal “Beta” (2 tasks)"])
    let week = try summary(week: 47)
    let goals = try #require(week["goals"] as? [[String: Any]])
    let states = Dictionary(uniqueKeysWithValues: goals.map { ($0["id"] as! String, $0["status"] as! [String: Any]) })
    #expect(states["beta"]?["before"] is NSNull)
    #expect((week["slips"] as? [Any])?.isEmpty == true)
  }

  @Test func aRemovedNameTakenAgainHasNoBefore() throws {
    try repository.git("rm", "-q", ".teamwork/goals/beta.md")
    try commit("Remove", 7)
    try goal(title: "Other", status: "at-risk", due: "2027-03-01")
    try commit("Another", 8)
    #expect(told("log", "beta") == ["new goal “Other” (2 tasks)"])
    let week = try summary(week: 47)
    let states = try #require(week["goals"] as? [[String: Any]]).map { $0["status"] as! [String: Any] }
    #expect(states.count == 2)
    #expect(states.contains { $0["before"] is NSNull && $0["now"] as? String == "at-risk" })
    #expect(states.contains { $0["before"] as? String == "on-track" && $0["now"] is NSNull })
    #expect((week["slips"] as? [Any])?.isEmpty == true)
  }

  /// A copy of what is there under another name is no return of what had gone.
  @Test func whatIsThereUnderAnotherNameDoesNotComeBack() throws {
    try repository.git("rm", "-q", ".teamwork/goals/beta.md")
    try commit("Remove", 1)
    try goal()
    try commit("Restore", 2)
    try rename("beta", "gamma")
    try commit("Rename", 3)
    try goal()
    try commit("Copy", 4)
    let events = try #require(try json("log")["events"] as? [[String: Any]])
    let came = events.filter {
      $0["change"] as? String == "created" && ($0["path"] as? String)?.hasSuffix("beta.md") == true
    }
    #expect(came.map { $0["restored"] as? Bool } == [nil, true, nil])
  }

  /// What a parent has as it is, a merge did not write, whatever the record was called there.
  @Test(arguments: [("Guide", 0), ("Another", 1)])
  func aMergeThatTakesWordsUnderAnotherNameHasNotWrittenThem(_ title: String, _ told: Int) throws {
    try goal("guide", title: "Guide")
    try commit("Guide", 1)
    try repository.git("checkout", "--quiet", "-b", "other")
    try rename("beta", "press")
    try commit("Rename", 2)
    try repository.git("checkout", "--quiet", "main")
    try rename("beta", "signal")
    try commit("Rename", 3)
    try repository.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy", "ours", "other")
    try repository.git("rm", "-q", ".teamwork/goals/guide.md", ".teamwork/goals/signal.md")
    try goal("press", title: title)
    try commit("Merge", 4)
    let events = try #require(try json("log")["events"] as? [[String: Any]])
    #expect(events.count { $0["field"] as? String == "title" } == told)
  }

  @Test func whatCameBackIsTheSame() throws {
    try repository.write(
      ".teamwork/decisions/d.md", "---\ntitle: D\nby: [ana]\nstatus: accepted\ndate: 2026-11-10\n---\n")
    try commit("Decide", 1)
    try repository.git("rm", "-q", ".teamwork/decisions/d.md")
    try commit("Undecide", 2, by: "ben")
    try repository.git("revert", "--no-edit", "HEAD")
    try commit("Revert", 3, by: "ben")
    #expect(told("log", "d") == ["decision restored “D”", "decision removed “D”", "new decision “D”"])
    let events = try #require(try json("log", "d")["events"] as? [[String: Any]])
    #expect(events.map { $0["restored"] as? Bool } == [true, nil, nil])
    let report = try json("report", "--from", "2026-11-09", "--to", "2026-11-15")
    #expect(try measure("decisions-made", report) == 1)
    let text = repository.run(["report", "--from", "2026-11-09", "--to", "2026-11-15", "--full", "--format", "text"])
    #expect(!text.output.contains("Ben committed one decision"))
  }

  // MARK: Branches

  @Test func oneBranchRenamesAndTheOtherMovesTheDate() throws {
    try goal("filler")
    try commit("Filler", 6)
    for order in ["side", "main"] {
      try repository.git("switch", "-q", "-C", "main-\(order)", "main")
      try repository.git("switch", "-q", "-c", "side-\(order)")
      try rename("beta", "public-beta")
      try commit("Rename", 7)
      try repository.git("switch", "-q", "main-\(order)")
      try goal(status: "at-risk", due: "2026-12-18")
      try commit("The hall is late", 8, by: "ben")
      let slip = try repository.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
      if order == "side" {
        try merge("side-side", 9)
      } else {
        try repository.git("switch", "-q", "side-main")
        try merge("main-main", 9)
      }
      let week = try summary(week: 47)
      let slips = try #require(week["slips"] as? [[String: Any]])
      #expect(slips.count == 1 && slips[0]["id"] as? String == "public-beta" && slips[0]["commit"] as? String == slip)
      let report = try json("report", "--from", "2026-11-16", "--to", "2026-11-22")
      #expect(try measure("dates-moved", report) == 1)
      #expect(try measure("state-changes", report) == 1)
      #expect(
        told("log", "public-beta") == [
          "status on-track → at-risk", "due 1 Dec → 18 Dec", "renamed from beta", "new goal “Beta” (2 tasks)",
        ])
    }
  }

  @Test func theSameMoveOnTwoBranchesIsOne() throws {
    try goal("filler")
    try commit("Filler", 6)
    try repository.git("switch", "-q", "-c", "side")
    try goal(status: "at-risk", due: "2026-12-18")
    try commit("Late", 7)
    try repository.git("switch", "-q", "main")
    try goal("filler", title: "More")
    try commit("More", 8)
    try repository.git("cherry-pick", "side")
    let copied = try repository.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    try merge("side", 9)
    let report = try json("report", "--from", "2026-11-16", "--to", "2026-11-22")
    #expect(try measure("dates-moved", report) == 1)
    #expect(try measure("state-changes", report) == 1)
    let moves = try #require(try json("log", "beta")["events"] as? [[String: Any]]).filter {
      $0["field"] as? String == "due"
    }
    #expect(moves.count == 2 && moves.count { $0["repeats"] != nil } == 1)
    #expect(
      moves.contains { $0["repeats"] != nil && $0["commit"] as? String == copied || $0["repeats"] as? String == copied }
    )
    // There and back on one branch are two moves.
    try goal(due: "2026-12-01")
    try commit("Back", 10)
    try goal(due: "2026-12-18")
    try commit("Late again", 11)
    #expect(try measure("dates-moved", try json("report", "--from", "2026-11-16", "--to", "2026-11-22")) == 3)
  }

  // MARK: People

  @Test func whatSomebodyDid() throws {
    try goal(status: "at-risk")
    try commit("Ben", 1, by: "ben")
    try repository.git("mv", ".teamwork/people/jonas.md", ".teamwork/people/jonas-k.md")
    try commit("Jonas", 2, by: "jonas")
    try goal(status: "done")
    try commit("Jonas again", 3, by: "jonas")
    #expect(told("log", "--by", "ben") == ["status on-track → at-risk"])
    #expect(told("log", "--by", "@jonas-k") == ["status at-risk → done", "renamed from jonas"])
    // By the id of then.
    #expect(told("log", "--by", "jonas") == told("log", "--by", "jonas-k"))
    #expect(told("log", "--by", "jonas-k", "-n", "1", "beta") == ["status at-risk → done"])
    #expect(told("log", "@jonas-k") == ["renamed from jonas", "new person “Jonas”"])
    let quiet = repository.run(["log", "@jonas-k", "--from", "2026-11-12"])
    #expect(quiet.errors.contains("`tw log --by jonas-k`"))
    let unknown = repository.run(["log", "--by", "bem"])
    #expect(unknown.status == 1 && unknown.output.isEmpty && unknown.errors.contains("did you mean `ben`?"))
  }

  @Test func wrongInput() throws {
    for (words, said) in [
      (["log", "-n", "0"], "`-n` is `0`"), (["log", "-n", "x"], "`-n` is `x`"), (["log", "-n", "-3"], "-n"),
      (["log", "HEAD..nosuch"], "`nosuch`"), (["diff", "nosuch..HEAD"], "`nosuch`"),
      (["diff", "HEAD..nosuch"], "`nosuch`"), (["diff", "HEAD..HEAD", "HEAD"], "A..B"),
      (["summary", "--week", "2026-W40"], "the history begins on 2026-11-09"),
    ] {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty && answer.errors.contains(said), "\(words): \(answer.errors)")
    }
  }

  @Test func ranges() throws {
    try repository.git("switch", "-q", "-c", "side")
    try goal("other", title: "Other")
    try commit("Side", 1)
    try repository.git("switch", "-q", "main")
    try goal(status: "at-risk")
    try commit("Main", 2)
    #expect(told("diff", "HEAD~1..HEAD") == ["status on-track → at-risk"])
    #expect(told("diff", "HEAD~1..") == told("diff", "HEAD~1", "HEAD"))
    #expect(told("diff", "main..side") == told("diff", "main", "side"))
    #expect(told("diff", "main...side") == ["new goal “Other” (2 tasks)"])
    #expect(told("log", "HEAD~1..HEAD") == ["status on-track → at-risk"])
  }
}
