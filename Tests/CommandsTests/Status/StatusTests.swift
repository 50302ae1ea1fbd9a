import Foundation
import TestSupport
import Testing

@testable import Commands

/// What the command says on the morning after the example's quarter, to the byte.
@Suite struct StatusGoldens {
  @Test(
    arguments: [
      ("status", ["status"], nil),
      ("status-json", ["status", "--format", "json"], nil),
      ("status-markdown", ["status", "--format", "markdown"], nil),
      ("status-me", ["status", "--me"], "samir"),
      ("status-me-asked", ["status", "--me"], "milena"),
      ("status-me-host", ["status", "--me"], "lotte"),
      ("status-stranger", ["status", "--me"], nil),
    ] as [(String, [String], String?)])
  func staysTheSame(_ name: String, _ words: [String], _ person: String?) throws {
    let answer = try ExampleTeam.quarter.get().run(words, also: person.map { ["TW_PERSON": $0] } ?? [:])
    try expectGolden(
      answer, name, command: (person.map { "TW_PERSON=\($0) " } ?? "") + "tw " + words.joined(separator: " "))
  }
}

/// What waits, on a workspace made for it. Today is Fri 20 Nov 2026.
@Suite struct StatusMeaning {
  private static func repository(_ files: [String: String]) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(".teamwork/teamwork.md", "---\nname: Harbour\nvision: Boats\nformat: 1\n---\n")
    for person in ["ana", "ben"] {
      try repository.write(
        ".teamwork/people/\(person).md", "---\nname: \(person.capitalized)\nemails: [\(person)@example.org]\n---\n")
    }
    for (path, text) in files { try repository.write(".teamwork/" + path, text) }
    try repository.commit("Begin")
    return repository
  }

  private static func sections(_ repository: ScratchRepository, _ words: String...) throws -> [String: Any] {
    let answer = repository.run(["status", "--format", "json"] + words)
    #expect(answer.status == 0)
    return try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  private static func items(_ document: [String: Any], _ name: String) throws -> [(text: String, days: Int?)] {
    try #require(document[name] as? [[String: Any]]).map { (try #require($0["text"] as? String), $0["days"] as? Int) }
  }

  @Test func aDateIsLateFromTheNextDayOn() throws {
    func goal(_ due: String) -> String {
      "---\ntitle: Due \(due)\nowners: [ana, ben]\nstatus: on-track\nwhy: x\ndue: \(due)\n---\n"
    }
    let repository = try Self.repository([
      "goals/a.md": goal("2026-11-19"), "goals/b.md": goal("2026-11-20"), "goals/c.md": goal("2026-11-28"),
    ])
    let document = try Self.sections(repository)
    #expect(
      try Self.items(document, "late").map(\.text) == ["Due 2026-11-19 (Ana and Ben) was due Thu 19 Nov, yesterday"])
    #expect(try Self.items(document, "late").map(\.days) == [1])
    #expect(try Self.items(document, "due").map(\.text) == ["Fri 20 Nov: Due 2026-11-20 (Ana and Ben)"])
  }

  @Test func whatIsClosedWaitsForNobody() throws {
    let repository = try Self.repository([
      "goals/a.md":
        "---\ntitle: A\nowners: [ana]\nstatus: done\nwhy: x\ndue: 2026-10-01\n---\n- [ ] Old @ana due:2026-10-01\n",
      "goals/b.md":
        "---\ntitle: B\nowners: [ana]\nstatus: on-track\nwhy: x\n---\n- [x] Done @ana due:2026-10-01\n- [-] Dropped @ana due:2026-10-01\n",
      "requests/r.md": "---\ntitle: R\nfrom: ana\nto: ben\nstatus: withdrawn\n---\n",
    ])
    let document = try Self.sections(repository)
    for name in ["late", "unanswered", "promised", "waiting"] { #expect(try Self.items(document, name).isEmpty) }
  }

  @Test func blockedIsCountedInWeeksInARow() throws {
    func report(_ words: String) -> String { "## Blocked\n\n- \(words) [[beta]]\n" }
    let repository = try Self.repository([
      "goals/beta.md": "---\ntitle: Beta\nowners: [ana, ben]\nstatus: on-track\nwhy: x\n---\n",
      "status/2026-W44/ana.md": report("No machine"), "status/2026-W45/ana.md": "## Done\n\n- Something else\n",
      "status/2026-W46/ana.md": report("Still no machine"), "status/2026-W47/ana.md": report("No machine yet"),
      "status/2026-W47/ben.md": "## Blocked\n\n- none\n",
    ])
    let blocked = try Self.items(try Self.sections(repository), "blocked")
    #expect(blocked.map(\.text) == ["Ana (W47, for two weeks): No machine yet Beta"])
    #expect(blocked.map(\.days) == [7])
  }

  /// Whatever heading it stands under, it is told somewhere.
  @Test func wordsUnderNoHeadingThatIsKnown() throws {
    let goal = "---\ntitle: Beta\nowners: [ana]\nstatus: off-track\nwhy: x\n---\n"
    let repository = try Self.repository([
      "goals/beta.md": goal, "goals/gamma.md": goal.replacingOccurrences(of: "Beta", with: "Gamma"),
      "status/2026-W46/ana.md": "We stand still at [[beta]].\n",
      "status/2026-W47/ana.md": "## Done\n\n- A day at [[gamma]]\n\n## Where we are\n\n- Stuck at [[beta]]: no key\n",
      "status/2026-W46/ben.md": "All is quiet.\n\n## Thoughts\n\n- [[beta]] is late\n",
    ])
    let document = try Self.sections(repository)
    // The newest, and the owner's.
    #expect(
      try Self.items(document, "troubled").map(\.text) == [
        "Beta is off track since Fri 20 Nov: Ana · “Stuck at Beta: no key” (Ana, W47)",
        "Gamma is off track since Fri 20 Nov: Ana",
      ])
    // Of a report with known headings, these are told.
    #expect(try Self.items(document, "said").map(\.text) == ["Ben (W46): All is quiet. (and 1 more)"])
    try repository.write(".teamwork/status/2026-W47/ben.md", "## Done\n\n- Quiet\n")
    #expect(try Self.items(Self.sections(repository), "said").isEmpty)
  }

  @Test func whoWaitsForWhomAndForHowLong() throws {
    let repository = try Self.repository([
      "goals/beta.md": """
      ---
      title: Beta
      owners: [ana, ben]
      status: on-track
      why: x
      ---
      - [ ] Test it @ben due:2026-11-10 ^test
      - [ ] Announce it @ana needs:test
      - [ ] My own next step @ben needs:test
      - [ ] Later @ana needs:done
      - [x] Before @ben ^done
      """
    ])
    let waiting = try Self.items(try Self.sections(repository), "waiting")
    #expect(
      waiting.map(\.text) == [
        "Ana waits for Test it (Ben, due ten days ago)".replacingOccurrences(of: "ten", with: "10")
      ])
    #expect(waiting.map(\.days) == [10])
    let mine = try Self.sections(repository, "--me")
    #expect(mine["person"] as? String == "Ana")
    #expect(try Self.items(mine, "myWork").count == 2)
    repository.variables["TW_PERSON"] = "ben"
    #expect(
      try Self.items(Self.sections(repository, "--me"), "waitsForMe").map(\.text) == [
        "Ana needs Test it for Announce it"
      ])
  }

  @Test func sinceWhenIsTakenFromHistory() throws {
    let repository = try Self.repository([
      "goals/beta.md": "---\ntitle: Beta\nowners: [ana, ben]\nstatus: on-track\nwhy: x\n---\n",
      "requests/r.md": "---\ntitle: Help\nfrom: ana\nto: ben\nstatus: open\n---\n",
    ])
    repository.now += 5 * 86_400
    try repository.write(
      ".teamwork/goals/beta.md", "---\ntitle: Beta\nowners: [ana, ben]\nstatus: at-risk\nwhy: x\n---\n")
    try repository.commit("Beta is at risk", at: repository.now - 2 * 86_400)
    let document = try Self.sections(repository)
    #expect(try Self.items(document, "troubled").map(\.days) == [2])
    #expect(try Self.items(document, "unanswered").map(\.text) == ["Ana asked Ben five days ago: Help"])
  }

  @Test func aTeamsAndARolesRequestsAreItsPeoples() throws {
    let repository = try Self.repository([
      "teams/press.md": "---\nname: Press\nmembers: [ben]\n---\n",
      "roles/host.md": "---\ntitle: Host\nholders: [ben]\nresponsibilities: [Welcome people]\n---\n",
      "requests/a.md": "---\ntitle: A word\nfrom: ana\nto: press\nstatus: open\nasked: 2026-11-18\n---\n",
      "requests/b.md": "---\ntitle: A bed\nfrom: ana\nto: host\nstatus: accepted\npromised: 2026-11-18\n---\n",
      "requests/c.md": "---\ntitle: A hand\nfrom: ben\nto: ana\nstatus: done\ndelivered: 2026-11-16\n---\n",
    ])
    repository.variables["TW_PERSON"] = "ben"
    let document = try Self.sections(repository, "--me")
    #expect(try Self.items(document, "askedOfMe").map(\.text) == ["Ana asked two days ago: A word"])
    #expect(try Self.items(document, "myPromises").map(\.days) == [2])
    #expect(try Self.items(document, "toThank").count == 1)
    try repository.write(
      ".teamwork/feedback/t.md", "---\nfrom: ben\nto: ana\ndate: 2026-11-20\nkind: thanks\nabout: c\n---\nThank you.\n")
    #expect(try Self.items(Self.sections(repository, "--me"), "toThank").isEmpty)
  }

  @Test func whatIsHiddenInTextsIsShownAsText() throws {
    let repository = try Self.repository([
      "goals/beta.md":
        "---\ntitle: \"<b>Beta\\e[31m</b>\"\nowners: [ana, ben]\nstatus: off-track\nwhy: x\ndue: 2026-11-01\n---\n"
    ])
    let text = repository.run(["status"]).output
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("<b>Beta\\e[31m</b>"))
    #expect(repository.run(["status", "--format", "markdown"]).output.contains("\\<b>Beta"))
  }
}
