import Foundation
import TestSupport
import Testing

@testable import Commands

/// What the command says of the example's quarter, to the byte.
@Suite struct SummaryGoldens {
  @Test(arguments: [
    ("summary-week-47", ["summary", "--week", "2026-W47"]),
    ("summary-week-47-json", ["summary", "--week", "2026-W47", "--format", "json"]),
    ("summary-week-47-html", ["summary", "--week", "2026-W47", "--format", "html"]),
    ("summary-week-47-text", ["summary", "--week", "2026-W47", "--format", "text", "--color", "always"]),
    ("summary-first-week", ["summary", "--week", "2026-W35"]),
    ("summary-month", ["summary", "--from", "2026-10-01", "--to", "2026-10-31"]),
    ("summary-this-week", ["summary"]),
    ("summary-before-everything", ["summary", "--week", "2026-W20"]),
  ])
  func staysTheSame(_ name: String, _ words: [String]) throws {
    let answer = try ExampleTeam.quarter.get().run(words)
    try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
  }
}

/// What the numbers mean, on a history made for it.
@Suite struct SummaryMeaning {
  /// Two commits before week 47, some in it, one after it.
  private static func history() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    func commit(_ date: String, _ subject: String, by person: String = "ana", _ files: [String: String?]) throws {
      for (path, text) in files {
        if let text {
          try repository.write(".teamwork/" + path, text)
        } else {
          try FileManager.default.removeItem(atPath: repository.top + "/.teamwork/" + path)
        }
      }
      repository.variables["GIT_AUTHOR_DATE"] = date
      repository.variables["GIT_COMMITTER_DATE"] = date
      repository.variables["GIT_AUTHOR_NAME"] = person
      repository.variables["GIT_AUTHOR_EMAIL"] = person + "@example.org"
      try repository.git("add", "-A")
      try repository.git("commit", "--quiet", "-m", subject)
    }
    func goal(_ title: String, _ fields: String, _ body: String) -> String {
      "---\ntitle: \(title)\nowners: [ana, ben]\nwhy: It helps\n\(fields)\n---\n\n\(body)\n"
    }
    try commit(
      "2026-11-02T10:00:00+0100", "Begin",
      [
        "teamwork.md":
          "---\nname: Harbour\nvision: On time\nformat: 1\ncadence: weekly\ntimezone: Europe/Berlin\n---\n",
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.org]\n---\n",
        "people/ben.md": "---\nname: Ben\nemails: [ben@example.org]\naway: {from: 2026-11-16, to: 2026-11-22}\n---\n",
        "people/cho.md": "---\nname: Cho\nemails: [cho@example.org]\ncadence: biweekly\n---\n",
        "people/dov.md": "---\nname: Dov\nemails: [dov@example.org]\n---\n",
        "goals/beta.md": goal(
          "Public beta", "status: on-track\ndue: 2026-12-01",
          "- [ ] Write the guide @ana ^guide\n- [ ] Test the load @ben ^load\n- [ ] Old idea @ana\n- [-] Dropped from the start @ben"
        ),
        "goals/gone.md": goal("Gone", "status: on-track", "- [ ] Sweep the quay @ana"),
        "status/2026-W46/cho.md": "## Done\n\n- Slept.\n",
      ])
    // Sunday 23:30 in Berlin is week 46's, though it is Monday nowhere else yet.
    try commit(
      "2026-11-15T22:30:00+0000", "Last word of week 46",
      [
        "goals/beta.md": goal(
          "Public beta", "status: at-risk\ndue: 2026-12-01",
          "- [ ] Write the guide @ana ^guide\n- [ ] Test the load @ben ^load\n- [ ] Old idea @ana\n- [-] Dropped from the start @ben"
        )
      ])
    // Monday 00:30 in Berlin is week 47's, though it is still Sunday in UTC.
    try commit(
      "2026-11-15T23:30:00+0000", "Vendor late", by: "ben",
      [
        "goals/beta.md": goal(
          "Public beta", "status: off-track\ndue: 2026-12-18",
          "- [x] Write the guide for all @ana done:2026-11-17 ^guide\n- [ ] Test the load @ben ^load\n- [x] Came in done @ana\n- [ ] New @ben\n- [-] Dropped from the start @ben"
        )
      ])
    try commit(
      "2026-11-20T12:00:00+0000", "Friday",
      [
        "goals/gone.md": nil,
        "goals/new.md": goal("New thing", "status: proposed", "- [ ] Look around @ana"),
        "requests/help.md":
          "---\ntitle: Help with the load\nfrom: ana\nto: ben\nstatus: open\nasked: 2026-11-18\n---\n",
        "status/2026-W47/ana.md":
          "## Done\n\n- Wrote it ([[beta^guide]])\n\n## Blocked\n\n- Waiting for [[beta^load]]\n\n## Wins\n\n- It works\n",
      ])
    try commit(
      "2026-11-24T12:00:00+0000", "A late report, and the next week", by: "dov",
      [
        "status/2026-W47/dov.md": "## Next\n\n- Late but here\n",
        "goals/beta.md": goal(
          "Public beta", "status: done\ndue: 2026-12-18", "- [x] Write the guide for all @ana ^guide"),
      ])
    repository.now = 1_795_708_800  // Thu 26 Nov 2026
    return repository
  }

  private static func json(_ repository: ScratchRepository, _ words: String...) throws -> [String: Any] {
    let answer = repository.run(["summary", "--format", "json"] + words)
    #expect(answer.status == 0, "\(answer.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  /// What is renamed later was written under its old name all the same.
  @Test func whatWasRenamedSinceIsToldAsBefore() throws {
    let repository = try Self.history()
    func told() -> String { repository.run(["summary", "--week", "2026-W47", "--format", "text"]).output }
    let before = told()
    #expect(before.contains("Public beta") && before.contains("Ana"))
    repository.variables["GIT_AUTHOR_DATE"] = "2026-12-07T10:00:00+0100"
    repository.variables["GIT_COMMITTER_DATE"] = "2026-12-07T10:00:00+0100"
    for (old, new) in [("person/ana", "anna"), ("goal/beta", "public-beta"), ("person/ben", "benno")] {
      #expect(repository.run(["rename", old, new]).status == 0)
      try repository.git("add", "-A")
      try repository.git("commit", "--quiet", "-m", "rename \(old)")
    }
    // A link by the new name is told by the title, where by the old one it is told as this goal.
    #expect(
      told().replacing(" (“Write the guide for all”)", with: "")
        == before.replacing("Waiting for this goal", with: "Waiting for Public beta"))
  }

  @Test func comparesTheTwoEndsOfTheWeek() throws {
    let repository = try Self.history()
    let summary = try Self.json(repository, "--week", "2026-W47")
    let period = try #require(summary["period"] as? [String: String])
    #expect(period == ["from": "2026-11-16", "to": "2026-11-22", "week": "2026-W47"])
    let goals = try #require(summary["goals"] as? [[String: Any]])
    #expect(goals.map { $0["id"] as? String } == ["beta", "new", "gone"])
    #expect(goals[0]["status"] as? [String: String] == ["before": "at-risk", "now": "off-track"])
    #expect(goals[0]["due"] as? [String: String] == ["before": "2026-12-01", "now": "2026-12-18"])
    // The guide was done (by its anchor, though its words changed), one came in done, one is new, one went, one stays dropped.
    #expect(
      goals[0]["tasks"] as? [String: Int] == ["total": 4, "done": 2, "doneInPeriod": 1, "added": 2, "removed": 1])
    #expect((goals[0]["entries"] as? [[String: Any]])?.map { $0["text"] as? String } == ["Wrote it ([[beta^guide]])"])
    #expect((goals[1]["status"] as? [String: Any])?["before"] is NSNull)
    #expect((goals[2]["status"] as? [String: Any])?["now"] is NSNull)
  }

  @Test func tellsSlipsWithWhoAndWhy() throws {
    let repository = try Self.history()
    let slips = try #require(try Self.json(repository, "--week", "2026-W47")["slips"] as? [[String: Any]])
    #expect(slips.count == 1)
    #expect(slips[0]["from"] as? String == "2026-12-01")
    #expect(slips[0]["to"] as? String == "2026-12-18")
    #expect(slips[0]["why"] as? String == "Vendor late")
    #expect(slips[0]["by"] as? String == "Ben")
    #expect(
      slips[0]["commit"] as? String
        == (try repository.git("rev-parse", "HEAD~2").trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Ben is away, Cho reports every second week and did last week, Dov's came on Tuesday.
  @Test func countsReportsWithTheirDenominator() throws {
    let reports = try #require(try Self.json(Self.history(), "--week", "2026-W47")["reports"] as? [String: Any])
    #expect(reports["due"] as? Int == 2)
    #expect(reports["written"] as? Int == 2)
    #expect((reports["missing"] as? [String])?.isEmpty == true)
    #expect(reports["away"] as? [String] == ["ben"])
  }

  @Test func everyEntryLeadsToItsFileLineAndCommit() throws {
    let repository = try Self.history()
    let summary = try Self.json(repository, "--week", "2026-W47")
    let friday = try repository.git("rev-parse", "HEAD~1").trimmingCharacters(in: .whitespacesAndNewlines)
    for (list, line) in [("blocked", 7), ("wins", 11)] {
      let source = try #require((summary[list] as? [[String: Any]])?.first?["source"] as? [String: Any])
      #expect(source["path"] as? String == ".teamwork/status/2026-W47/ana.md")
      #expect(source["line"] as? Int == line)
      #expect(source["commit"] as? String == friday)
    }
  }

  @Test func thisWeekIsTheWorktrees() throws {
    let repository = try Self.history()
    let file = repository.top + "/.teamwork/goals/new.md"
    try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(of: "proposed", with: "on-track").write(
      toFile: file, atomically: true, encoding: .utf8)
    let goals = try #require(try Self.json(repository)["goals"] as? [[String: Any]])
    #expect(
      goals.first { $0["id"] as? String == "new" }?["status"] as? [String: String] == [
        "before": "proposed", "now": "on-track",
      ])
  }

  @Test func writesWhereTheCharterSaysWithLinksFromThere() throws {
    let repository = try Self.history()
    let answer = repository.tw("summary", "--week", "2026-W47", "--write")
    #expect(answer.output == ".teamwork/summaries/2026-W47.md\n")
    let text = try String(contentsOfFile: repository.top + "/.teamwork/summaries/2026-W47.md", encoding: .utf8)
    #expect(text.contains("[Public beta](../goals/beta.md)"))
    #expect(!repository.tw("validate").output.contains("summaries"))
  }

  @Test func aBareRepositoryWillDo() throws {
    let repository = try Self.history()
    try repository.git("clone", "--quiet", "--bare", repository.top, repository.top + ".git")
    let answer = repository.run(["summary", "--week", "2026-W47"], from: repository.top + ".git")
    #expect(answer.output == repository.tw("summary", "--week", "2026-W47").output)
  }

  @Test(arguments: [
    ["--week", "2026-W60"], ["--from", "2026-11-01", "--to", "2026-10-01"], ["--from", "x", "--to", "y"],
    ["--today", "soon"],
  ])
  func badPeriodsAreRefused(_ words: [String]) throws {
    let answer = try ExampleTeam.quarter.get().run(["summary"] + words)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("error: "))
  }
}

/// Nobody's text becomes markup of ours.
@Suite struct SummarySafety {
  @Test func markupInEveryFieldComesOutAsText() throws {
    let repository = try ScratchRepository()
    let evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    let files = [
      "teamwork.md": "---\nname: '\(evil)'\nvision: '\(evil)'\nformat: 1\n---\n",
      "people/ana.md": "---\nname: '\(evil)'\nemails: [ana@example.org]\n---\n",
      "goals/beta.md":
        "---\ntitle: '\(evil)'\nowners: [ana]\nstatus: at-risk\nwhy: '\(evil)'\ndue: 2026-11-25\n---\n\n- [ ] \(evil) @ana due:2026-11-24\n",
      "requests/help.md": "---\ntitle: '\(evil)'\nfrom: ana\nto: ana\nstatus: open\n---\n",
      "decisions/d.md":
        "---\ntitle: '\(evil)'\nby: ana\nstatus: accepted\ndate: 2026-11-18\nyields: [{goal: beta, to: beta, why: '\(evil)'}]\n---\n",
      "feedback/f.md":
        "---\nfrom: ana\nto: ana\ndate: 2026-11-18\nkind: thanks\n---\n\n\(evil) [x](javascript:alert(3)) ![p](https://x.org/p.png)\n",
      "status/2026-W47/ana.md":
        "## Done\n\n- \(evil) [x](javascript:alert(4)) `\(evil)`\n\n## Wins\n\n- **\(evil)** \u{202E}gnp\n",
    ]
    for (path, text) in files {
      try repository.write(".teamwork/" + path, text)
    }
    let html = repository.tw("summary", "--week", "2026-W47", "--format", "html").output
    #expect(html.contains("&lt;script&gt;"))
    #expect(
      !html.contains("<script") && !html.contains("<img") && !html.contains("javascript:") && !html.contains("\u{202E}")
    )
    for format in ["markdown", "text", "json"] {
      let output = repository.tw("summary", "--week", "2026-W47", "--format", format).output
      #expect(!output.contains("\u{202E}"), "\(format)")
      // Escaped, or in a code span.
      if format == "markdown" {
        let rest = output.replacingOccurrences(of: "\\<script", with: "").replacingOccurrences(of: "`<script", with: "")
        #expect(!rest.contains("<script") && !rest.contains("javascript:"))
      }
    }
  }
}
