import Foundation
import TestSupport
import Testing

/// `tw ask`, `promise`, `decline`, `deliver`, `thank` and `yield`.
@Suite struct MovesTests {
  private static let request = ".teamwork/requests/show-two-volunteers-how-to-solder.md"

  /// Who makes a move, and the day.
  private func play(_ repository: ScratchRepository, _ person: String, _ day: Int, _ words: String...)
    -> ScratchRepository.Answer
  {
    repository.variables["TW_PERSON"] = person
    repository.variables["TW_TODAY"] = "2026-11-\(day)"
    return repository.run(words)
  }

  private func fields(_ repository: ScratchRepository, _ path: String) throws -> [String] {
    let lines = try repository.read(path).split(separator: "\n").map(String.init)
    return Array(lines.dropFirst().prefix { $0 != "---" })
  }

  @Test func helpFromTheAskToTheThanks() throws {
    let repository = try ScratchRepository.example()
    let steps: [(name: String, words: [String], person: String, day: Int)] = [
      (
        "ask-person",
        [
          "ask", "@samir", "Show two volunteers how to solder", "--goal", "slope-sensors", "--by", "2026-11-27",
          "--effort", "small",
        ], "ines", 20
      ),
      ("promise-late", ["promise", "show-two-volunteers-how-to-solder", "2026-11-30"], "samir", 21),
      ("promise-anew", ["promise", "requests/show-two-volunteers-how-to-solder", "2026-11-27"], "samir", 22),
      ("deliver-helper", ["deliver", "show-two-volunteers-how-to-solder", "--credits", "lotte"], "samir", 26),
      ("deliver-asker", ["deliver", "show-two-volunteers-how-to-solder", "--helpers", "samir,tomasz"], "ines", 27),
      (
        "thank-about",
        [
          "thank", "samir", "Both soldered a kit by themselves: it was you who sat beside them.", "--about",
          "show-two-volunteers-how-to-solder",
        ], "ines", 27
      ),
      ("thank-later", ["thank", "tomasz", "The second evening was yours."], "ines", 27),
    ]
    for step in steps {
      repository.variables["TW_PERSON"] = step.person
      repository.variables["TW_TODAY"] = "2026-11-\(step.day)"
      let answer = repository.run(step.words)
      #expect(answer.status == 0, "\(step.name): \(answer.errors)")
      try expectGolden(answer, step.name, command: "tw " + step.words.joined(separator: " "))
      #expect(repository.tw("validate").status == 0, "\(step.name)")
    }
    #expect(
      try fields(repository, Self.request) == [
        "title: Show two volunteers how to solder", "from: ines", "to: samir", "status: done", "asked: 2026-11-20",
        "needed-by: 2026-11-27",
        "promised: 2026-11-27", "answered: 2026-11-21", "delivered: 2026-11-26", "goal: slope-sensors", "effort: small",
        "helpers: [samir, tomasz]", "credits: [lotte]",
      ])
    #expect(!(try repository.read(Self.request)).contains("{{"))
    let thanks = try repository.read(".teamwork/feedback/2026-11-27-ines-samir.md")
    #expect(
      thanks.contains("about: show-two-volunteers-how-to-solder\n")
        && thanks.hasSuffix("---\n\nBoth soldered a kit by themselves: it was you who sat beside them.\n"))
    // Told to the whole team: what was asked, what came of it, and the thanks.
    try repository.commit("Help", at: repository.now + 7 * 86_400)
    repository.variables["TW_TODAY"] = "2026-11-28"
    let summary = repository.tw("summary").output
    #expect(
      summary.contains("Samir Haddad and Tomasz Zieliński helped Inês Carvalho with")
        && summary.contains("rests on the work of Lotte Brandt"))
    #expect(summary.contains("it was you who sat beside them"))
  }

  @Test func teamsAndRolesAreAskedAsWhole() throws {
    let repository = try ScratchRepository.example()
    let asked = play(repository, "hedda", 23, "ask", "data-steward", "Check the November kerbs")
    try expectGolden(asked, "ask-role", command: "tw ask data-steward 'Check the November kerbs'")
    let team = play(repository, "ines", 23, "ask", "teams/software", "A quiet word about the release")
    try expectGolden(team, "ask-team", command: "tw ask teams/software 'A quiet word about the release'")
    // Who holds the role answers, and nobody else.
    #expect(play(repository, "samir", 23, "promise", "check-the-november-kerbs", "2026-11-27").status == 2)
    #expect(play(repository, "oddny", 23, "promise", "check-the-november-kerbs", "2026-11-27").status == 0)
    #expect(try fields(repository, ".teamwork/requests/check-the-november-kerbs.md").contains("helpers: [oddny]"))
    // Of several who were asked, the asker says who it was.
    #expect(play(repository, "ines", 24, "deliver", "a-quiet-word-about-the-release").status == 2)
    #expect(play(repository, "wren", 24, "deliver", "a-quiet-word-about-the-release").status == 0)
    #expect(try fields(repository, ".teamwork/requests/a-quiet-word-about-the-release.md").contains("helpers: [wren]"))
    #expect(repository.tw("validate").status == 0)
  }

  @Test func whoTakesItOnPromisedIt() throws {
    let repository = try ScratchRepository.example()
    #expect(play(repository, "ines", 23, "ask", "teams/software", "Pack the boxes", "--by", "2026-12-05").status == 0)
    #expect(play(repository, "wren", 23, "promise", "pack-the-boxes", "2026-12-04").status == 0)
    #expect(
      play(repository, "wren", 23, "status", "--me").output.contains("Pack the boxes to Inês Carvalho, for Fri 4 Dec"))
    #expect(!play(repository, "hedda", 23, "status", "--me").output.contains("Pack the boxes"))
    // One's yes is not undone by somebody else's.
    for words in [["promise", "pack-the-boxes", "2026-12-05"], ["decline", "pack-the-boxes", "Not me"]] {
      repository.variables["TW_PERSON"] = "hedda"
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.errors.contains("Wren Abbott promised `pack-the-boxes` already"))
    }
    try repository.commit("Boxes", at: repository.now + 3 * 86_400)
    #expect(repository.tw("summary", "--week", "2026-W48").output.contains("Wren Abbott promised Inês Carvalho"))
    // Whoever asked does not answer.
    #expect(
      play(repository, "ines", 24, "decline", "pack-the-boxes", "No").errors.contains(
        "you asked for `pack-the-boxes` yourself"))
    // Who brings it for somebody else says who helped.
    #expect(
      play(repository, "hedda", 24, "deliver", "pack-the-boxes").errors.contains(
        "Wren Abbott promised `pack-the-boxes`, and you are Hedda Lindqvist: who helped?"))
    // Taken back, nothing of the promise is left.
    #expect(play(repository, "wren", 24, "decline", "pack-the-boxes", "My back").status == 0)
    let left = try fields(repository, ".teamwork/requests/pack-the-boxes.md")
    #expect(
      left.contains("status: declined") && left.contains("answered: 2026-11-24") && left.contains("boundary: My back")
        && !left.contains { $0.hasPrefix("promised") || $0.hasPrefix("helpers") })
    // Whoever asked hears of it.
    #expect(
      play(repository, "ines", 24, "status", "--me").output.contains(
        "Pack the boxes: the Software team could not take it on: “My back”"))
    #expect(!play(repository, "ines", 24, "status", "--me", "--today", "2026-12-24").output.contains("Pack the boxes"))
    // A yes has no use for the reason of a no.
    #expect(play(repository, "hedda", 25, "promise", "pack-the-boxes", "2026-12-01").status == 0)
    let promised = try fields(repository, ".teamwork/requests/pack-the-boxes.md")
    #expect(promised.contains("helpers: [hedda]") && !promised.contains { $0.hasPrefix("boundary") })
  }

  @Test func anOpenCommentHidesNothing() throws {
    let repository = try ScratchRepository.example()
    #expect(play(repository, "ines", 23, "thank", "samir", "<!-- for the arrow --> and the kerb").status == 0)
    #expect(
      try repository.read(".teamwork/feedback/2026-11-23-ines-samir.md").hasSuffix(
        "\n\n\\<!-- for the arrow --> and the kerb\n"))
    #expect(repository.tw("summary", "--format", "text").output.contains("<!-- for the arrow --> and the kerb"))
  }

  @Test func nobodyBehindATeamIsTold() throws {
    let repository = try ScratchRepository.example()
    try repository.write(".teamwork/teams/empty.md", "---\nname: Empty\n---\n")
    try repository.write(".teamwork/teams/alone.md", "---\nname: Alone\nmembers: ines\n---\n")
    for (team, message) in [
      ("teams/empty", "the Empty team has nobody who could answer"), ("alone", "the Alone team is you alone"),
    ] {
      let answer = play(repository, "ines", 23, "ask", team, "A hand")
      #expect(answer.status == 2 && answer.errors.contains(message), "\(answer.errors)")
    }
    for (name, id) in [
      ("Samir Haddad", "samir"), ("samir@kerbline.example", "samir"), ("data steward", "data-steward"),
    ] {
      let answer = play(repository, "ines", 23, "ask", name, "A hand")
      #expect(answer.status == 1 && answer.errors.contains("did you mean `\(id)`?"), "\(answer.errors)")
    }
  }

  @Test func aNoHasItsReason() throws {
    let repository = try ScratchRepository.example()
    #expect(play(repository, "ines", 23, "ask", "samir", "Read the board papers").status == 0)
    let why = "Not before the 30th: \"two\" deadlines, #1 and #2"
    let answer = play(repository, "samir", 24, "decline", "read-the-board-papers", why)
    try expectGolden(answer, "decline", command: "tw decline read-the-board-papers '\(why)'")
    #expect(repository.tw("validate").output.contains("unexplained-decline") == false)
    let shown = repository.tw("list", "requests", "status=declined", "--format", "json").output
    #expect(
      shown.contains(#""boundary": "Not before the 30th: \"two\" deadlines, #1 and #2""#)
        && shown.contains(#""answered": "2026-11-24""#))
    // A mind can change.
    #expect(play(repository, "samir", 25, "promise", "read-the-board-papers", "2026-11-30").status == 0)
    #expect(try fields(repository, ".teamwork/requests/read-the-board-papers.md").contains("answered: 2026-11-25"))
  }

  @Test func whoYieldsDecidesWhoDoesNotProposes() throws {
    let repository = try ScratchRepository.example()
    let own = play(repository, "hedda", 23, "yield", "kerb-inbox", "Both need Hedda: \"now\"", "--to", "read-aloud")
    try expectGolden(own, "yield-own", command: "tw yield kerb-inbox 'Both need Hedda: \"now\"' --to read-aloud")
    let decision = ".teamwork/decisions/kerb-inbox-yields-to-read-aloud.md"
    #expect(
      try fields(repository, decision).contains(
        #"yields: [{goal: kerb-inbox, to: read-aloud, why: "Both need Hedda: \"now\""}]"#))
    #expect(try fields(repository, decision).contains { $0.hasPrefix("status: accepted") })
    // The goal is still on track, as the next step says.
    #expect(repository.tw("validate", "--format", "concise").output.contains("yield-without-effect"))
    #expect(repository.tw("set", "kerb-inbox", "status=paused").status == 0)
    #expect(!repository.tw("validate", "--format", "concise").output.contains("yield-without-effect"))
    let other = play(repository, "ines", 23, "yield", "read-aloud", "The fair is in a week", "--to", "slope-sensors")
    try expectGolden(other, "yield-proposed", command: "tw yield read-aloud 'The fair is in a week' --to slope-sensors")
    #expect(
      try fields(repository, ".teamwork/decisions/read-aloud-yields-to-slope-sensors.md").contains {
        $0.hasPrefix("status: proposed")
      })
    #expect(play(repository, "hedda", 24, "yield", "kerb-inbox", "Again", "--to", "read-aloud").status == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: repository.top + "/.teamwork/decisions/kerb-inbox-yields-to-read-aloud-2.md"))
  }

  @Test func whatIsRefusedWritesNothing() throws {
    let repository = try ScratchRepository.example()
    repository.variables["TW_PERSON"] = "samir"
    repository.variables["TW_TODAY"] = "2026-11-23"
    let refusals: [(name: String, words: [String], status: Int32)] = [
      ("ask-refused-self", ["ask", "samir", "A hand"], 2),
      ("ask-refused-unknown", ["ask", "heda", "A hand"], 1),
      ("ask-refused-day", ["ask", "hedda", "A hand", "--by", "2026-11-22"], 2),
      ("ask-refused-date", ["ask", "hedda", "A hand", "--by", "soon"], 2),
      ("ask-refused-goal", ["ask", "hedda", "A hand", "--goal", "kerb-inbx"], 1),
      ("ask-refused-kind", ["ask", "hedda", "A hand", "--goal", "test-chairs"], 2),
      ("ask-refused-empty", ["ask", "hedda", " "], 2),
      ("ask-refused-hidden", ["ask", "hedda", "a\u{202E}b"], 2),
      ("promise-refused-unknown", ["promise", "test-chair", "2026-11-27"], 1),
      ("promise-refused-kind", ["promise", "kerb-inbox", "2026-11-27"], 2),
      ("promise-refused-other", ["promise", "six-testers", "2026-11-27"], 2),
      ("promise-refused-done", ["promise", "solder-evening", "2026-11-27"], 2),
      ("decline-refused-empty", ["decline", "test-chairs", ""], 2),
      ("deliver-refused-other", ["deliver", "six-testers"], 2),
      ("deliver-refused-helper", ["deliver", "test-chairs", "--helpers", "odny"], 1),
      ("thank-refused-self", ["thank", "samir", "for all"], 2),
      ("thank-refused-empty", ["thank", "hedda", ""], 2),
      ("thank-refused-about", ["thank", "hedda", "for all", "--about", "nothing"], 1),
      ("yield-refused-to", ["yield", "kerb-inbox", "why"], 2),
      ("yield-refused-itself", ["yield", "kerb-inbox", "why", "--to", "kerb-inbox"], 2),
      ("yield-refused-done", ["yield", "tram-stops", "why", "--to", "volunteer-school"], 2),
    ]
    for (name, words, status) in refusals {
      let answer = repository.run(words)
      #expect(answer.status == status && answer.output.isEmpty, "\(name): \(answer.status)")
      #expect(try repository.git("status", "--porcelain").isEmpty, "\(name)")
      try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
    }
    #expect(play(repository, "ines", 23, "ask", "samir", "A hand").status == 0)
    #expect(play(repository, "ines", 23, "ask", "samir", "A hand").status == 2, "asked twice")
    repository.variables["TW_PERSON"] = nil
    repository.variables["GIT_AUTHOR_EMAIL"] = "nobody@example.org"
    #expect(repository.run(["thank", "hedda", "for all"]).status == 2)
  }

  @Test func whoIsAwayIsTold() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/people/wren.md",
      try repository.read(".teamwork/people/wren.md").replacingOccurrences(
        of: "{from: 2026-11-16, to: 2026-11-22}", with: "{from: 2026-12-01, to: 2026-12-04}"))
    let asked = play(repository, "ines", 23, "ask", "wren", "Draw a bench", "--by", "2026-12-04")
    #expect(asked.output.contains("  • Away from 1 Dec to 4 Dec\n"))
    #expect(asked.output.contains("\nWren Abbott is away on Fri 4 Dec, and back on Sat 5 Dec.\n"))
    let team = play(repository, "ines", 23, "ask", "software", "Draw two", "--by", "2026-12-04")
    #expect(
      team.output.contains("away from 1 Dec to 4 Dec\n") && team.output.contains("Wren Abbott is away on Fri 4 Dec"))
    let promised = play(repository, "wren", 23, "promise", "draw-a-bench", "2026-12-01")
    #expect(promised.status == 0 && promised.output.contains("\nYou are away on Tue 1 Dec, and back on Sat 5 Dec.\n"))
    // The same may be asked of somebody else.
    #expect(play(repository, "ines", 23, "ask", "hedda", "Draw a bench").status == 0)
    #expect(play(repository, "ines", 23, "ask", "wren", "Draw a bench").status == 2)
  }

  @Test func ownTemplatesAreKept() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/templates/request.md",
      "---\ntitle: {{title}}\nfrom: {{me}}\nto:\nstatus: open\n# ours\n---\n\nHello {{To whom\nand why?}}\n\nThanks, {{me}}\n-- {{a}} --\n"
    )
    #expect(play(repository, "ines", 23, "ask", "samir", "A hand").status == 0)
    let text = try repository.read(".teamwork/requests/a-hand.md")
    #expect(text.contains("\n<!-- Hello To whom\nand why? -->\n\nThanks, ines\n-- {{a}} --\n"))
    #expect(text.contains("# ours\n") && text.contains("asked: 2026-11-23\n"))
  }
}
