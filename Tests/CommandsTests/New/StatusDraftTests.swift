import Foundation
import TestSupport
import Testing

@testable import Commands

/// Two people, Ana and Ben, and a week that begins on Monday 16 November 2026.
struct DraftedWeek {
  let repository: ScratchRepository
  static let monday: Int64 = 1_794_787_200

  init() throws {
    repository = try ScratchRepository()
    repository.tw("init")
    repository.tw("new", "person", "Ben Okafor", "emails=ben@example.org")
    try repository.write(".teamwork/teams/street.md", "---\nname: Street\nmembers: [ana, ben]\n---\n")
  }

  func goal(_ id: String, _ fields: String = "status: on-track\nowners: [ana, ben]", tasks: String = "") throws {
    try repository.write(
      ".teamwork/goals/\(id).md", "---\ntitle: \(id.capitalized)\n\(fields)\nwhy: x\n---\n\n\(tasks)")
  }

  /// - Parameter day: of the week that begins on Monday, from 0; below it for the weeks before.
  func commit(_ message: String, day: Int64, by person: String = "ana") throws {
    repository.variables["GIT_AUTHOR_EMAIL"] = "\(person)@example.org"
    defer { repository.variables["GIT_AUTHOR_EMAIL"] = "ana@example.org" }
    try repository.commit(message, at: Self.monday + day * 86_400 + 40_000)
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try repository.read(".teamwork/" + path)
    #expect(text.contains(old), "\(text)")
    try repository.write(".teamwork/" + path, text.replacingOccurrences(of: old, with: new))
  }

  /// The draft under its headings, without the template's questions.
  ///
  /// - Parameter week: nil for this week, the 47th.
  func draft(person: String? = nil, week: String? = nil) throws -> [String: String] {
    let path = ".teamwork/status/\(week ?? "2026-W47")/\(person ?? "ana").md"
    try? FileManager.default.removeItem(atPath: repository.top + "/" + path)
    let answer = repository.run(
      ["new", "status"] + [week.map { "week=" + $0 }, person.map { "person=" + $0 }].compactMap { $0 })
    #expect(answer.output == path + "\n", "\(answer.errors)")
    for line in repository.tw("validate", path, "--format", "concise").output.split(separator: "\n") {
      #expect(line.contains("placeholder-text"), "\(line)")
    }
    var parts: [String: String] = [:]
    for part in try repository.read(path).components(separatedBy: "\n## ").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      parts[lines[0]] = lines.dropFirst().filter { !$0.isEmpty && !$0.hasPrefix("- {{") }.joined(separator: "\n")
    }
    return parts
  }
}

@Suite struct StatusDraftTests {
  @Test func tasksAreDoneDueOrWaiting() throws {
    let week = try DraftedWeek()
    try week.goal(
      "beta",
      tasks:
        "- [x] Long done @ana ^old\n- [ ] Guide @ana ^guide\n- [ ] Load test @ben ^load\n- [ ] Say it @ana needs:load due:2026-11-24 ^say\n- [ ] Soon, [a](b) @ana due:2026-11-27\n- [ ] Much later @ana due:2027-01-01\n- [ ] Sooner @ana due:2026-11-25\n- [ ] Reworded @ana\n"
    )
    try week.goal("mine", "status: on-track\nowners: [ana]", tasks: "- [ ] Without a name\n")
    try week.commit("before", day: -1)
    try week.edit("goals/beta.md", "- [ ] Guide @ana", "- [x] Guide @ana done:2026-10-01")
    // Checked by Ben.
    try week.edit("goals/mine.md", "- [ ]", "- [x]")
    try week.commit("Check", day: 1, by: "ben")
    try week.edit("goals/beta.md", "- [ ] Reworded @ana", "- [x] Reworded, and done @ana")
    let draft = try week.draft()
    #expect(draft["Done"] == "- [[beta^guide|Guide]]\n- Reworded, and done ([[beta]])\n- Without a name ([[mine]])")
    #expect(draft["Next"] == "- Sooner ([[beta]]), due 25 Nov\n- Soon, a ([[beta]]), due 27 Nov")
    #expect(draft["Blocked"] == "- [[beta^say|Say it]]: waits for [[beta^load|Load test]] (@ben)")
    #expect(try week.draft(person: "ben")["Done"] == "")
  }

  @Test func theTeamsOwnHeadings() throws {
    let week = try DraftedWeek()
    try week.repository.write(
      ".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\nheadings: {done: [Fait]}\n---\n")
    try week.goal("beta", tasks: "- [x] Guide @ana ^guide\n")
    try week.commit("before", day: -1)
    try week.edit("goals/beta.md", "Guide", "Guide")
    try week.goal("new", tasks: "- [x] Step @ana ^step\n")
    for (template, expected) in [
      (
        "## Fait\n\n## Encore\n\n- {{Quoi?}}\n",
        "## Fait\n\n- [[new^step|Step]]\n- [[new|New]]: new goal\n\n## Encore\n\n- {{Quoi?}}\n"
      ),
      (
        "## Weather\n\n- {{Quoi?}}\n",
        "## Weather\n\n- {{Quoi?}}\n\n## Fait\n\n- [[new^step|Step]]\n- [[new|New]]: new goal\n"
      ),
      ("## Fait", "## Fait\n\n- [[new^step|Step]]\n- [[new|New]]: new goal\n"),
      (
        "## Fait\r\n\r\n- {{Quoi?}}\r\n\r\n## Done\r\n",
        "## Fait\r\n\r\n- [[new^step|Step]]\r\n- [[new|New]]: new goal\r\n- {{Quoi?}}\r\n\r\n## Done\r\n"
      ),
    ] {
      try week.repository.write(".teamwork/templates/status.md", template)
      let path = ".teamwork/status/2026-W47/ana.md"
      try? FileManager.default.removeItem(atPath: week.repository.top + "/" + path)
      week.repository.tw("new", "status")
      #expect(Array(try week.repository.read(path).utf8) == Array(expected.utf8))
    }
  }

  @Test func goalsThatIChangedOnceEach() throws {
    let week = try DraftedWeek()
    for id in ["beta", "gamma", "delta", "old"] {
      try week.goal(id, "status: on-track\ndue: 2026-12-01\nowners: [ana]")
    }
    try week.commit("before", day: -1)
    try week.edit("goals/beta.md", "2026-12-01", "2026-12-10")
    try week.edit("goals/gamma.md", "on-track", "at-risk")
    try week.commit("One", day: 0)
    try week.edit("goals/beta.md", "[ana]", "[ana, ben]")
    try week.edit("goals/delta.md", "title: Delta", "title: Epsilon")
    try week.commit("Ben", day: 1, by: "ben")
    try week.edit("goals/gamma.md", "at-risk", "on-track")
    try week.commit("Back", day: 2)
    try week.edit("goals/beta.md", "2026-12-10", "2026-12-18")
    try FileManager.default.removeItem(atPath: week.repository.top + "/.teamwork/goals/old.md")
    try week.goal("zeta", "status: proposed")
    #expect(
      try week.draft()["Done"]
        == "- [[beta|Beta]]: due 1 Dec → 18 Dec\n- goal removed: “Old”\n- [[zeta|Zeta]]: new goal")
    // What is not committed is not Ben's.
    #expect(
      try week.draft(person: "ben")["Done"]
        == "- [[beta|Beta]]: owners + ben\n- [[delta|Epsilon]]: title “Delta” → “Epsilon”")
    // Of a week that is over, its commits alone, whatever the goal is called today.
    try week.repository.git("mv", ".teamwork/goals/beta.md", ".teamwork/goals/beta-2.md")
    try week.commit("Later", day: 7)
    week.repository.now += 7 * 86_400
    #expect(try week.draft(week: "2026-W47")["Done"] == "- Beta: due 1 Dec → 10 Dec")
    week.repository.variables["TW_PERSON"] = "ben"
    #expect(try week.draft(person: "ben", week: "2026-W47")["Done"]?.contains("Beta: owners + ben") == true)
  }

  @Test func decisionsAndRequests() throws {
    let week = try DraftedWeek()
    func decision(_ id: String, _ status: String, by: String = "[ana, ben]") throws {
      try week.repository.write(
        ".teamwork/decisions/\(id).md",
        "---\ntitle: \(id)\nby: \(by)\nstatus: \(status)\ndate: 2026-11-10\n---\n\nText.\n")
    }
    func request(_ id: String, to: String, _ rest: String) throws {
      try week.repository.write(
        ".teamwork/requests/\(id).md",
        "---\ntitle: \(id)\nfrom: \(to == "ben" ? "ana" : "ben")\nto: \(to)\n\(rest)\n---\n\nText.\n")
    }
    try decision("one", "proposed")
    try decision("still", "accepted")
    for id in ["accepted", "declined", "done", "open"] { try request(id, to: "ana", "status: open") }
    try request("moved", to: "ana", "status: accepted\npromised: 2026-12-01")
    for id in ["team-me", "team-other"] { try request(id, to: "street", "status: open") }
    try request("helped", to: "ben", "status: accepted\nhelpers: [ana]")
    try request("others", to: "ben", "status: open")
    try week.commit("before", day: -1)
    try decision("one", "accepted")
    try decision("two", "proposed", by: "[ana]")
    try decision("theirs", "accepted", by: "[ben]")
    try request("accepted", to: "ana", "status: accepted\npromised: 2026-12-01")
    try request("declined", to: "ana", "status: declined")
    try request("moved", to: "ana", "status: accepted\npromised: 2026-12-08")
    try request("team-me", to: "street", "status: accepted")
    try week.commit("Mine", day: 1)
    try request("done", to: "ana", "status: done\ndelivered: 2026-11-18")
    try request("team-other", to: "street", "status: declined")
    try request("helped", to: "ben", "status: done\ndelivered: 2026-11-18\nhelpers: [ana]")
    try request("others", to: "ben", "status: declined")
    try week.commit("Ben's", day: 2, by: "ben")
    #expect(
      try week.draft()["Done"] == """
        - [[decisions/one|one]]: accepted
        - [[decisions/two|two]]: proposed
        - [[requests/accepted|accepted]] for @ben: promised for 1 Dec
        - [[requests/declined|declined]] for @ben: declined
        - [[requests/done|done]] for @ben: delivered
        - [[requests/helped|helped]] for @ana: delivered
        - [[requests/moved|moved]] for @ben: promised for 8 Dec
        - [[requests/team-me|team-me]] for @ben: promised
        """)
  }

  @Test func manyAreCounted() throws {
    let week = try DraftedWeek()
    try week.commit("before", day: -1)
    try week.goal("beta", tasks: (1...11).map { "- [x] Step \($0) @ana\n" }.joined())
    for number in 1...9 { try week.goal("g\(number)") }
    let done = try #require(try week.draft()["Done"])
    #expect(
      done.contains("- Step 8 ([[beta]])\n<!-- 3 more tasks of yours that were done -->\n- [[beta|Beta]]: new goal\n"))
    #expect(done.contains("- [[g7|G7]]: new goal\n<!-- 2 more goals that you changed -->"))
    #expect(!done.contains("Step 9") && !done.contains("g8"))
  }

  @Test func hostileTitlesStayText() throws {
    let week = try DraftedWeek()
    try week.commit("before", day: -1)
    try week.repository.write(
      ".teamwork/goals/beta.md",
      "---\ntitle: \"{{x}} [[no]] <!-- *b* --> \\e[31m\"\nstatus: on-track\nwhy: x\n---\n\n- [x] See [[^other]] @ana ^a\n- [x] Other | `{{` @ana ^other\n"
    )
    let done = try #require(try week.draft()["Done"])
    #expect(
      done.contains("{\\{x}} \\[\\[no\\]\\] \\<!-- \\*b\\* --> \\e\\[31m") || done.contains("\\\\e\\[31m"), "\(done)")
    #expect(done.contains("- See [[beta^other]] ([[beta]])"), "\(done)")
  }

  @Test func beforeTheFirstCommitAndAfterAllWeeks() throws {
    let week = try DraftedWeek()
    try week.goal("beta", tasks: "- [x] Guide @ana ^guide\n")
    #expect(try week.draft()["Done"]?.contains("[[beta^guide|Guide]]") == true)
    // A time before there was anything, and one that has not begun.
    try week.commit("now", day: 4)
    #expect(try week.draft(week: "2020-W01")["Done"] == "")
    #expect(try week.draft(week: "2027-W01")["Done"] == "")
  }

  // MARK: Carried over

  @Test func whatStandsIsCarriedOver() throws {
    let week = try DraftedWeek()
    try week.goal(
      "beta",
      tasks:
        "- [ ] Guide @ana ^guide\n- [x] Load @ben ^load\n- [ ] Due @ana due:2026-11-25 ^due\n- [ ] Say @ana needs:wait ^say\n- [ ] Wait @ben ^wait\n"
    )
    try week.repository.write(
      ".teamwork/status/2026-W45/ana.md",
      """
      ## Next

      * [[beta^guide|The guide]], `exactly`  *so*
        - and its picture: ![x](y.png) [here](./ben.md) [there](../../goals/beta.md "t")
      * [[beta^load]] once more
      * [[beta^due]] on time
      * [[kick-off^ask]], at last

      1. A walk

      ## Blocked

      - none
      - [[beta^say]]: since Monday

      ## Needs

      A key to the yard,
      from whoever has one.

      ## Wins

      - Cake

      """)
    try week.repository.write(
      ".teamwork/meetings/kick-off.md",
      "---\ntitle: Kick-off\nkind: kickoff\ndate: 2026-11-02\npeople: [ana]\n---\n\n- [x] Ask @ana ^ask\n")
    try week.repository.write(".teamwork/status/2026-W45/ben.md", "## Done\n\n- x\n")
    try week.repository.write(".teamwork/status/2026-W45/y.png", "x")
    week.repository.tw("new", "status", "week=2026-W46")
    // Nothing was written there.
    try week.repository.write(".teamwork/status/2026-W46/ana.md", "## Next\n\n- {{What?}}\n")
    let path = ".teamwork/status/2026-W47/ana.md"
    week.repository.tw("new", "status")
    let text = try week.repository.read(path)
    #expect(
      text.contains(
        """
        - [[beta^due|Due]], due 25 Nov
        <!-- From your report of W45; delete what is settled: -->
        - [[beta^guide|The guide]], `exactly`  *so*
          - and its picture: ![x](../2026-W45/y.png) [here](../2026-W45/./ben.md) [there](../../goals/beta.md "t")
        - A walk
        - {{
        """), "\(text)")
    #expect(
      text.contains(
        "## Blocked\n\n<!-- From your report of W45; delete what is settled: -->\n- [[beta^say]]: since Monday\n- {{"),
      "\(text)")
    #expect(
      text.contains(
        "## Needs\n\n<!-- From your report of W45; delete what is settled: -->\n- A key to the yard,\n  from whoever has one.\n- {{"
      ), "\(text)")
    #expect(!text.contains("Cake") && !text.contains("at last"))
    for line in week.repository.tw("validate", path, "--format", "concise").output.split(separator: "\n") {
      #expect(line.contains("placeholder-text"), "\(line)")
    }
    // The summary and the standing take the same for what they are.
    let standing = week.repository.tw("status", "--format", "json").output
    #expect(
      standing.contains("since Monday") && standing.contains("A key to the yard, from whoever has one.")
        && !standing.contains("delete what is settled"))
  }

  @Test func aDraftThatWasSentAsItIsIsNotToldTwice() throws {
    let week = try DraftedWeek()
    try week.goal(
      "beta",
      tasks:
        "- [ ] Sooner @ana due:2026-11-25\n- [ ] Soon @ana due:2026-11-26 ^soon\n- [ ] Wait @ana needs:load\n- [ ] Load @ben ^load\n- [ ] Now @ana due:2026-11-20\n"
    )
    try week.commit("before", day: -1)
    let first = try week.draft()
    #expect(
      first["Next"] == "- Now ([[beta]]), due 20 Nov\n- Sooner ([[beta]]), due 25 Nov\n- [[beta^soon|Soon]], due 26 Nov"
    )
    try week.commit("Report", day: 4)
    try week.edit("goals/beta.md", "- [ ] Now", "- [x] Now")
    week.repository.now += 7 * 86_400
    let second = try week.draft(week: "2026-W48")
    #expect(second["Done"] == "- Now ([[beta]])")
    #expect(second["Next"] == "- Sooner ([[beta]]), due 25 Nov\n- [[beta^soon|Soon]], due 26 Nov")
    #expect(
      second["Blocked"]
        == "<!-- From your report of W47; delete what is settled: -->\n- Wait ([[beta]]): waits for [[beta^load|Load]] (@ben)"
    )
    try week.commit("Report", day: 11)
    week.repository.now += 7 * 86_400
    #expect(
      try week.draft(week: "2026-W49")["Blocked"]
        == "<!-- From your report of W48; delete what is settled: -->\n- Wait ([[beta]]): waits for [[beta^load|Load]] (@ben)"
    )
    try week.edit("goals/beta.md", "- [ ] Load", "- [x] Load")
    #expect(try week.draft(week: "2026-W49")["Blocked"] == "")
  }

  @Test func whatIsOldIsNotCarriedOver() throws {
    let week = try DraftedWeek()
    try week.repository.write(".teamwork/status/2026-W42/ana.md", "## Needs\n\n- A key\n")
    #expect(try week.draft()["Needs"] == "")
    try week.repository.write(".teamwork/status/2026-W43/ana.md", "## Needs\n\n- A key\n")
    #expect(try week.draft()["Needs"]?.hasSuffix("-->\n- A key") == true)
    // Whoever wrote since without it has it no more; what comes later is of no weight.
    try week.repository.write(".teamwork/status/2026-W46/ana.md", "## Done\n\n- x\n")
    try week.repository.write(".teamwork/status/2026-W48/ana.md", "## Needs\n\n- Later\n")
    #expect(try week.draft()["Needs"] == "")
  }

  // MARK: Commits elsewhere

  @Test func commitsElsewhereAreAHint() throws {
    let week = try DraftedWeek()
    func work(_ message: String, day: Int64, by person: String = "ana") throws {
      try week.repository.write("src/\(UUID().uuidString)", "x")
      try week.commit(message, day: day, by: person)
    }
    try work("Last week", day: -1)
    try work("Stop --> <b>@nobody</b> {{what}} [[nothing]] ---->", day: 0)
    try work("Not mine", day: 0, by: "ben")
    try week.goal("beta")
    try week.commit("Only the workspace", day: 1)
    try week.repository.git("commit", "--quiet", "--allow-empty", "-m", "Nothing")
    try week.repository.git("checkout", "--quiet", "-b", "side")
    try work("On a branch \u{1B}[31m", day: 2)
    try week.repository.git("checkout", "--quiet", "main")
    try week.repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    #expect(
      try week.draft()["Done"] == """
        - [[beta|Beta]]: new goal
        <!-- Your commits elsewhere this week, if any belongs here:
        - On a branch \\e[31m
        - Stop - -> <b>@nobody</b> { {what}} [[nothing]] - - - ->
        -->
        """)
    // Comments are not told, nor is a report that has nothing else.
    #expect(!week.repository.tw("summary", "--format", "json").output.contains("On a branch"))
    for number in 1...17 { try work("More \(number)", day: 3) }
    let done = try #require(try week.draft()["Done"])
    #expect(done.contains("- More 3\nand 4 more\n-->") && !done.contains("More 2\n"))

    // A clone that was cut off.
    try week.repository.git(
      "clone", "--quiet", "--depth", "3", "file://" + week.repository.top, week.repository.top + "/shallow")
    try? FileManager.default.removeItem(atPath: week.repository.top + "/shallow/.teamwork/status/2026-W47/ana.md")
    let shallow = week.repository.tw("new", "status", from: "shallow")
    #expect(shallow.status == 0)
    let cut = try week.repository.read("shallow/.teamwork/status/2026-W47/ana.md")
    #expect(cut.contains("- More 17\n- More 16\n-->") && !cut.contains("new goal"), "\(cut)")
  }

  @Test func anUntouchedDraftIsNoReport() throws {
    let week = try DraftedWeek()
    try week.commit("before", day: -1)
    try week.repository.write("src", "x")
    try week.commit("Elsewhere", day: 1)
    func written() throws -> Int? {
      let summary =
        try JSONSerialization.jsonObject(with: Data(week.repository.tw("summary", "--format", "json").output.utf8))
        as? [String: Any]
      return (summary?["reports"] as? [String: Any])?["written"] as? Int
    }
    #expect(try week.draft()["Done"]?.contains("Elsewhere") == true)
    #expect(try written() == 0)
    try week.goal("beta", tasks: "- [x] Guide @ana ^guide\n")
    #expect(try week.draft()["Done"]?.contains("Guide") == true)
    #expect(try written() == 1)
  }
}
