import Foundation
import TestSupport
import Testing

/// `tw set` and `tw done` of tasks.
@Suite struct TaskEditTests {
  static let goal = ".teamwork/goals/tram-stops.md"

  static let refusals: [(name: String, words: [String])] = [
    ("task-refused-attribute", ["set", "line-7", "owner=lotte"]),
    ("task-refused-text", ["set", "line-7", "text=Line 8"]),
    ("task-refused-date", ["set", "line-7", "due=2026-02-30"]),
    ("task-refused-effort", ["set", "line-7", "effort=long"]),
    ("task-refused-state", ["set", "line-7", "state=finished"]),
    ("task-refused-person", ["set", "line-7", "owners+=@lote"]),
    ("task-refused-team", ["set", "line-7", "owners+=street"]),
    ("task-refused-role", ["set", "line-7", "role=data-stewart"]),
    ("task-refused-need", ["set", "line-7", "needs+=line-8"]),
    ("task-refused-need-elsewhere", ["set", "line-7", "needs+=lift-fed^x"]),
    ("task-refused-itself", ["set", "line-7", "needs+=tram-stops^line-7"]),
    ("task-refused-circle", ["set", "line-7", "needs+=second-look"]),
    ("task-refused-no-list", ["set", "line-7", "due+=2026-12-20"]),
    ("task-refused-nothing", ["set", "line-7", "owners-="]),
    ("task-refused-absent", ["set", "line-7", "owners-=lotte"]),
    ("task-refused-twice", ["set", "line-7", "due=2026-12-20", "due="]),
    ("task-refused-anchor", ["set", "line-7", "anchor=line-2"]),
    ("task-refused-anchor-id", ["set", "tram-stops^platform edges", "anchor=Edges"]),
    ("task-refused-anchor-taken", ["set", "tram-stops^platform edges", "anchor=line-2"]),
    ("task-refused-anchor-used", ["set", "line-7", "anchor="]),
    ("task-refused-done", ["set", "line-7", "done=2026-11-20"]),
    ("task-refused-word", ["set", "line-7", "dropped"]),
    ("task-refused-words", ["set", "tram-stops^line", "due="]),
    ("task-refused-log", ["log", "tram-stops^platform edges"]),
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
        "task-set",
        [
          "set", "tram-stops^line-7", "due=2026-12-11", "owners+=lotte", "role=data-steward", "effort=3w",
          "needs+=line-2",
        ]
      ),
      ("task-set-nothing", ["set", "line-7", "due=2026-12-11", "needs+=tram-stops^line-2"]),
      ("task-set-words", ["set", "tram-stops^the CLOSED stop", "state=open", "anchor=brewery"]),
      ("task-set-state", ["set", "brewery", "state=done", "done=2026-11-19"]),
      ("task-set-day", ["set", "brewery", "done=2026-11-18"]),
      ("task-set-reopened", ["set", "brewery", "state=open"]),
      ("task-done-needs", ["done", "last-stops", "brewery"]),
      ("task-show-words", ["show", "tram-stops^platform edges"]),
      ("task-why-words", ["why", "^platform edges at"]),
    ]
    for (name, words) in commands {
      let answer = repository.run(words)
      #expect(answer.status == 0, "\(name): \(answer.errors)")
      try expectGolden(answer, name, command: "tw " + words.joined(separator: " "))
    }
  }

  @Test func onlyTheAttributesChange() throws {
    let repository = try ScratchRepository.example()
    let before = try repository.read(Self.goal)
    let line =
      "- [ ] Check one stop in ten a second time @oddny due:2026-12-16 needs:last-stops role:data-steward ^second-look"
    #expect(
      repository.tw("set", "second-look", "due=", "owners=lotte,samir", "needs=line-7,line-2", "effort=2d", "role=")
        .status == 0)
    let changed = "- [ ] Check one stop in ten a second time @lotte @samir needs:line-7,line-2 effort:2d ^second-look"
    #expect(try repository.read(Self.goal) == before.replacingOccurrences(of: line, with: changed))
    #expect(
      repository.tw("set", "second-look", "due=2026-12-16", "owners=oddny", "needs=last-stops", "effort=").status == 0)
    #expect(repository.tw("set", "second-look", "role=data-steward").status == 0)
    let back =
      "- [ ] Check one stop in ten a second time @oddny needs:last-stops due:2026-12-16 role:data-steward ^second-look"
    #expect(try repository.read(Self.goal) == before.replacingOccurrences(of: line, with: back))
    #expect(repository.tw("validate").status == 0)
  }

  @Test func aTaskIsFoundByItsWords() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/goals/fair.md",
      "---\ntitle: Fair\nstatus: on-track\n---\n- [ ] Book the **hall** @samir\n- [ ] Book the band\n  - [ ] Ask, for a price\n- [x] Water\n- [ ] Water\n- [ ] Twice\n- [ ] Twice\n"
    )
    let several = repository.tw("done", "fair^book the")
    #expect(
      several.status == 2 && several.errors.contains("`fair^Book the hall` or `fair^Book the band`"),
      "\(several.errors)")
    let same = repository.tw("done", "fair^twice")
    #expect(same.status == 2 && same.errors.contains("goals/fair.md`, like line 10"), "\(same.errors)")
    let parts = repository.tw("done", "fair^book the band")
    #expect(
      parts.status == 0 && parts.errors == "`fair^Book the band` is done, and 1 task below it is still open.\n",
      "\(parts.errors)")
    // Of two with the same words the one that is open, and typed as it is listed.
    #expect(repository.tw("done", "fair^Water", "fair^Book the **hall**", "^ask for a").status == 0)
    let read = try repository.read(".teamwork/goals/fair.md")
    #expect(
      read.contains("- [x] Book the **hall** @samir done:2026-11-20\n")
        && read.contains("- [x] Water\n- [x] Water done:2026-11-20\n"), "\(read)")
    #expect(read.contains("  - [x] Ask, for a price done:2026-11-20\n"))
    let help = repository.tw("done", "fair")
    #expect(help.errors.contains("its open tasks are `fair^Twice` and `fair^Twice`"), "\(help.errors)")
    #expect(repository.tw("done", "fair^ ").status == 1)
    try repository.write(
      ".teamwork/goals/twins.md", "---\ntitle: Twins\nstatus: on-track\n---\n- [ ] A ^a\n- [ ] B ^a\n")
    #expect(repository.tw("done", "twins^a").errors.hasPrefix("error: `twins^a` is several tasks with one name\n"))
    #expect(repository.tw("set", "fair^book the band", "state=dropped").status == 0)
    #expect(try repository.read(".teamwork/goals/fair.md").contains("- [-] Book the band\n"))
    #expect(repository.tw("done", "fair^book the band").errors == "`fair^Book the band` had been dropped.\n")
  }
}
