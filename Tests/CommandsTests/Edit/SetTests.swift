import Foundation
import TestSupport
import Testing

/// `tw set` and `tw done`.
@Suite struct SetTests {
  static let goal = ".teamwork/goals/tram-stops.md"

  static let refusals: [(name: String, words: [String])] = [
    ("set-unknown", ["set", "tram-stop", "due=2026-12-20"]),
    ("set-refused-field", ["set", "tram-stops", "deu=2026-12-20"]),
    ("set-refused-value", ["set", "tram-stops", "status=at-rsk"]),
    ("set-refused-date", ["set", "tram-stops", "due=2026-02-30"]),
    ("set-refused-person", ["set", "tram-stops", "owners+=samirr"]),
    ("set-refused-required", ["set", "tram-stops", "title="]),
    ("set-refused-no-list", ["set", "tram-stops", "due+=2026-12-20"]),
    ("set-refused-nothing", ["set", "tram-stops", "owners+="]),
    ("set-refused-absent", ["set", "tram-stops", "resources-=stret"]),
    ("set-refused-mapping", ["set", "tram-stops", "measures=many"]),
    ("set-refused-measure", ["set", "tram-stops", "measure:Stops surveyd=180"]),
    ("set-refused-measured", ["set", "tram-stops", "measure:Stops surveyed=many"]),
    ("set-refused-twice", ["set", "tram-stops", "due=2026-12-20", "due=2026-12-21"]),
    ("set-refused-id", ["set", "tram-stops", "id=stops"]),
    ("set-refused-word", ["set", "tram-stops", "done"]),
    ("set-refused-hidden", ["set", "tram-stops", "why=a\u{202E}b"]),
    ("set-refused-path", ["set", "2026-W47/farai", "person=samir"]),
    ("set-refused-self", ["set", "test-chairs", "from=samir", "to=samir"]),
    ("done-unknown", ["done", "line-8"]),
    ("done-refused-record", ["done", "tram-stops"]),
    ("done-refused-one-of-two", ["done", "line-7", "line-9"]),
  ]

  @Test func whatIsRefusedChangesNothing() throws {
    let repository = try ScratchRepository.example()
    for (name, words) in Self.refusals {
      let answer = repository.run(words)
      #expect(answer.status != 0 && answer.output.isEmpty, "\(name)")
      #expect(try repository.git("status", "--porcelain").isEmpty, "\(name)")
      try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
    }
  }

  @Test func changesAreTold() throws {
    let repository = try ScratchRepository.example()
    let commands: [(name: String, words: [String])] = [
      (
        "set-fields",
        [
          "set", "tram-stops", "due=2026-12-20", "status=off-track", "owners+=lotte,oddny", "resources-=street",
          "priority=",
        ]
      ),
      ("set-measure", ["set", "tram-stops", "measure:stops surveyed=180"]),
      ("set-nothing", ["set", "tram-stops", "due=2026-12-20"]),
      ("set-new", ["set", "2026-W47/farai", "mood=4"]),
      ("done-tasks", ["done", "tram-stops^line-7", "second-look", "line-7"]),
      ("done-again", ["done", "line-7"]),
    ]
    for (name, words) in commands {
      let answer = repository.run(words)
      #expect(answer.status == 0, "\(name): \(answer.errors)")
      try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
    }
  }

  @Test func whatIsAmissAfterwardsIsTold() throws {
    let repository = try ScratchRepository.example()
    let cycle = repository.tw("set", "trust-the-map", "parent=tram-stops")
    #expect(
      cycle.status == 0 && cycle.errors.contains("error[goal-cycle]: ")
        && cycle.errors.hasSuffix("`tw validate` tells where.\n"), "\(cycle.errors)")
    // Old faults are not told again, and what is mended is no news.
    let other = repository.tw("set", "tram-stops", "priority=low")
    #expect(other.status == 0 && other.errors.isEmpty, "\(other.errors)")
    let mended = repository.tw("set", "trust-the-map", "parent=")
    #expect(mended.status == 0 && !mended.errors.contains("goal-cycle"), "\(mended.errors)")
  }

  @Test func aFormatFromTheFutureIsRefused() throws {
    let repository = try ScratchRepository.example()
    #expect(repository.tw("set", "charter", "format=2").errors.contains("this tw knows format 1, and no other"))
    #expect(repository.tw("set", "charter", "format=1").status == 0)
  }

  @Test func quotesKeepACommaInAList() throws {
    let repository = try ScratchRepository.example()
    #expect(repository.tw("set", "tram-stops", #"tags="kerbs, high", low,"half"#).status == 0)
    #expect(try repository.read(Self.goal).contains(#"tags: ["kerbs, high", low, "\"half"]"#))
    #expect(repository.tw("set", "tram-stops", #"tags-="kerbs, high""#).status == 0)
    #expect(try repository.read(Self.goal).contains(#"tags: [low, "\"half"]"#))
  }

  @Test func onlyTheseLinesChange() throws {
    let repository = try ScratchRepository.example()
    let before = try repository.read(Self.goal)
    #expect(repository.tw("set", "goals/tram-stops", "due=2026-12-20", "owners+=lotte").status == 0)
    let after = before.replacingOccurrences(of: "\ndue: 2026-12-18\n", with: "\ndue: 2026-12-20\n")
      .replacingOccurrences(of: "owners: [samir]", with: "owners: [samir, lotte]")
    #expect(try repository.read(Self.goal) == after)
    #expect(repository.tw("set", "goals/tram-stops", "due=2026-12-18", "owners-=lotte").status == 0)
    #expect(try repository.read(Self.goal) == before)
    #expect(repository.tw("validate").status == 0)
  }

  @Test func theDayStandsBeforeTheAnchor() throws {
    let repository = try ScratchRepository.example()
    let before = try repository.read(Self.goal)
    #expect(repository.tw("done", "last-stops").status == 0)
    let line = "- [ ] Stops that were under construction @lotte due:2026-12-04 needs:line-7 ^last-stops"
    let checked =
      "- [x] Stops that were under construction @lotte due:2026-12-04 needs:line-7 done:2026-11-20 ^last-stops"
    #expect(try repository.read(Self.goal) == before.replacingOccurrences(of: line, with: checked))
  }

  @Test func bytesOfOthersStay() throws {
    let repository = try ScratchRepository.example()
    let lines = [
      "\u{FEFF}---", "title: 'Spring fair' # ours", "", "status:   on-track", "owners:  # both", "    - samir # leads",
      "    - lotte",
      "why: >-", "  one", "  two", "---", "* [ ] Book the hall @samir done:2026-01-01 ^hall  ", "1. [-] Tents ^tents",
      "",
    ]
    try repository.write(".teamwork/goals/fair.md", lines.joined(separator: "\r\n"))
    #expect(
      repository.tw("set", "fair", "title=It's spring", "owners+=oddny", "owners-=samir", "due=2027-04-01").status == 0)
    #expect(repository.tw("done", "hall", "tents").status == 0)
    let expected = [
      "\u{FEFF}---", "title: 'It''s spring' # ours", "", "status:   on-track", "owners:  # both", "    - lotte",
      "    - oddny",
      "why: >-", "  one", "  two", "due: 2027-04-01", "---", "* [x] Book the hall @samir done:2026-11-20 ^hall  ",
      "1. [x] Tents done:2026-11-20 ^tents", "",
    ]
    let found = repository.bytes(".teamwork/goals/fair.md")
    #expect(found == Array(expected.joined(separator: "\r\n").utf8), "\(String(decoding: found, as: UTF8.self))")
  }

  @Test func aFileThatCannotBeReadIsLeft() throws {
    let repository = try ScratchRepository.example()
    try repository.write(".teamwork/goals/odd.md", "---\ntitle: [\n---\n- [ ] Write @samir ^write\n")
    let answer = repository.tw("set", "odd", "status=done")
    #expect(answer.status == 2 && answer.errors.contains("cannot be read"))
    #expect(try repository.read(".teamwork/goals/odd.md") == "---\ntitle: [\n---\n- [ ] Write @samir ^write\n")
  }
}

extension ScratchRepository {
  /// The bytes of a file, its byte-order mark included.
  func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: top + "/" + path).map { Array($0) } ?? []
  }
}
