import Foundation
import Teamwork
import TestSupport
import Testing

@Suite struct RecordMergeTests {
  /// What both sides made of the goal.
  private static func merge(
    _ ours: (String, String)..., with theirs: [(String, String)], of base: String = MergeSample.goal, kind: Kind = .goal
  ) throws -> (text: String, isClean: Bool) {
    let (mine, yours) = (changed(base, ours), changed(base, theirs))
    let merged = try mergeRecords(base, mine, yours, kind: kind)
    // The other way round it is the same, but for the sides of conflicts.
    let mirrored = try mergeRecords(base, yours, mine, kind: kind)
    #expect(mirrored.isClean == merged.isClean)
    if merged.isClean {
      #expect(mirrored.text == merged.text)
    } else {
      #expect(MergeSample.sides(mirrored.text).theirs == MergeSample.sides(merged.text).ours)
    }
    return merged
  }

  private static func changed(_ text: String, _ changes: [(String, String)]) -> String {
    changes.reduce(text) { text, change in
      #expect(text.contains(change.0), "nothing to change: \(change.0)")
      return text.replacingOccurrences(of: change.0, with: change.1)
    }
  }

  // MARK: Fields

  @Test func neighbouringFieldsDoNotCollide() throws {
    let merged = try Self.merge(
      ("status: proposed", "status: on-track"),
      with: [("title: Public beta", "title: Open beta"), ("green #", "blue #")])
    #expect(merged.isClean)
    #expect(
      merged.text
        == Self.changed(
          MergeSample.goal,
          [("status: proposed", "status: on-track"), ("title: Public beta", "title: Open beta"), ("green #", "blue #")])
    )
  }

  @Test func oneFieldOfTwoMindsStandsBetweenMarkers() throws {
    let merged = try Self.merge(
      ("status: proposed", "status: on-track"), with: [("status: proposed", "status: at-risk"), ("green #", "blue #")])
    #expect(!merged.isClean)
    #expect(
      merged.text.contains(
        "title: Public beta\n<<<<<<< ours\nstatus: on-track\n=======\nstatus: at-risk\n>>>>>>> theirs\nowners: [ana, ben]\n"
      ))
    #expect(merged.text.contains("colour: blue # not"))
  }

  @Test func listsAreMergedByElement() throws {
    let merged = try Self.merge(("[ana, ben]", "[ana, ben, carl]"), with: [("[ana, ben]", "[\"dora\", ana]")])
    #expect(merged.isClean)
    #expect(merged.text.contains("owners: [\"dora\", ana, carl]\n"))
    let lines = Self.changed(MergeSample.goal, [("owners: [ana, ben]", "owners:\n  - ana # first\n  - ben")])
    let block = try Self.merge(("  - ben\n", "  - ben\n  - carl\n"), with: [("  - ben\n", "")], of: lines)
    #expect(block.isClean)
    #expect(block.text.contains("owners:\n  - ana # first\n  - carl\n"))
  }

  @Test func aTitleInBracketsIsNoList() throws {
    let base = Self.changed(MergeSample.goal, [("title: Public beta", "title: [a]")])
    #expect(try !Self.merge(("title: [a]", "title: [a, b]"), with: [("title: [a]", "title: [a, c]")], of: base).isClean)
  }

  @Test func newFieldsStandWithTheirNeighbours() throws {
    let merged = try Self.merge(
      ("# mode: cooperate", "mode: cooperate"),
      with: [("# parent: vision", "parent: vision"), ("status: proposed", "status: proposed\nrisk: high")])
    #expect(merged.isClean)
    #expect(merged.text.contains("status: proposed\nrisk: high\nowners"))
    #expect(merged.text.contains("\nmode: cooperate\n") && merged.text.contains("\nparent: vision\n"))
  }

  @Test func aFieldThatIsGoneAndChangedIsAConflict() throws {
    let gone = "# Ask Samir before this moves.\ndue: 2026-12-18\n"
    #expect(
      try Self.merge((gone, ""), with: [("green", "blue")]).text
        == Self.changed(MergeSample.goal, [(gone, ""), ("green", "blue")]))
    let merged = try Self.merge((gone, ""), with: [("due: 2026-12-18", "due: 2027-01-15")])
    #expect(
      merged.text.contains(
        "<<<<<<< ours\n=======\n# Ask Samir before this moves.\ndue: 2027-01-15\n>>>>>>> theirs\ncolour"))
  }

  @Test func frontMatterThatCannotBeReadIsMergedByLines() throws {
    for broken in ["title: [", "title: Public beta\ntitle: Twice"] {
      let base = Self.changed(MergeSample.goal, [("title: Public beta", broken)])
      let merged = try Self.merge(("status: proposed", "status: done"), with: [("The end.", "The very end.")], of: base)
      #expect(merged.isClean)
      #expect(merged.text == Self.changed(base, [("status: proposed", "status: done"), ("The end.", "The very end.")]))
    }
  }

  @Test func bothMadeTheFile() throws {
    let theirs = Self.changed(MergeSample.goal, [("status: proposed", "status: done"), ("[ana, ben]", "[ana, carl]")])
    let merged = try mergeRecords("", MergeSample.goal, theirs)
    #expect(!merged.isClean)
    #expect(
      merged.text.contains(
        "<<<<<<< ours\nstatus: proposed\n=======\nstatus: done\n>>>>>>> theirs\nowners: [ana, ben, carl]\n"))
    #expect(try mergeRecords("", MergeSample.goal, MergeSample.goal).text == MergeSample.goal)
  }

  // MARK: Mappings

  private static let charter = """
    ---
    name: Harbour
    vision: Calm
    format: 1
    rules:
      idle-owner: off
      # Small teams.
      lone-owner: off
      vacant-role: error
    headings:
      done: [Fait, Fini]
      next: [Suite]
    channels:
      - name: chat
        for: today
        url: https://chat.example
      - name: list
        for: decisions
    away:
      - {from: 2026-07-01, to: 2026-07-14}
    ---

    """

  @Test func mappingsAreMergedByKey() throws {
    let merged = try Self.merge(
      ("idle-owner: off", "idle-owner: warning"), ("[Fait, Fini]", "[Fait]"), ("for: today", "for: every day"),
      ("  - name: list\n    for: decisions\n", ""),
      with: [
        ("lone-owner: off", "lone-owner: error"), ("[Suite]", "[Suite, Demain]"), ("[Fait, Fini]", "[Fait, Fini, Fin]"),
        ("chat.example", "talk.example"),
        ("away:\n", "away:\n  - {from: 2026-05-01, to: 2026-05-03}\n"),
        ("vacant-role: error", "vacant-role: error\n  unowned-goal: off"),
      ], of: Self.charter, kind: .charter)
    #expect(merged.isClean)
    #expect(
      merged.text
        == Self.changed(
          Self.charter,
          [
            ("idle-owner: off", "idle-owner: warning"), ("lone-owner: off", "lone-owner: error"),
            ("vacant-role: error", "vacant-role: error\n  unowned-goal: off"),
            ("[Fait, Fini]", "[Fait, Fin]"), ("[Suite]", "[Suite, Demain]"), ("for: today", "for: every day"),
            ("chat.example", "talk.example"),
            ("  - name: list\n    for: decisions\n", ""),
            ("away:\n", "away:\n  - {from: 2026-05-01, to: 2026-05-03}\n"),
          ]))
  }

  @Test func onlyTheKeyOfTwoMindsStandsBetweenMarkers() throws {
    let merged = try Self.merge(
      ("lone-owner: off", "lone-owner: error"), ("    for: today\n", ""),
      with: [
        ("lone-owner: off", "lone-owner: warning"), ("vacant-role: error", "vacant-role: off"),
        ("for: today", "for: every day"), ("name: list", "name: letters"),
      ],
      of: Self.charter, kind: .charter)
    #expect(
      merged.text.contains(
        """
          idle-owner: off
          # Small teams.
        <<<<<<< ours
          lone-owner: error
        =======
          lone-owner: warning
        >>>>>>> theirs
          vacant-role: off
        """))
    #expect(
      merged.text.contains(
        "  - name: chat\n<<<<<<< ours\n=======\n    for: every day\n>>>>>>> theirs\n    url: https://chat.example\n  - name: letters\n"
      ))
  }

  @Test func bothAddAMapping() throws {
    let base = Self.changed(
      Self.charter, [("rules:\n  idle-owner: off\n  # Small teams.\n  lone-owner: off\n  vacant-role: error\n", "")])
    func rules(_ lines: String...) -> (String, String) {
      ("format: 1\n", "format: 1\nrules:\n" + lines.map { "  \($0)\n" }.joined())
    }
    let merged = try Self.merge(rules("a: off", "b: off"), with: [rules("c: off", "b: off")], of: base, kind: .charter)
    #expect(
      merged.isClean && merged.text.contains("rules:\n  a: off\n  b: off\n  c: off\n")
        || merged.text.contains("rules:\n  a: off\n  c: off\n  b: off\n"), "\(merged.text)")
    #expect(try !Self.merge(rules("a: off"), with: [rules("a: error")], of: base, kind: .charter).isClean)
  }

  @Test func aMappingOnOneLineIsAValue() throws {
    let base = Self.changed(
      Self.charter,
      [
        (
          "rules:\n  idle-owner: off\n  # Small teams.\n  lone-owner: off\n  vacant-role: error\n",
          "rules: {a: off, b: off}\n"
        )
      ])
    let merged = try Self.merge(("a: off", "a: error"), with: [("b: off", "b: error")], of: base, kind: .charter)
    #expect(
      merged.text.contains(
        "<<<<<<< ours\nrules: {a: error, b: off}\n=======\nrules: {a: off, b: error}\n>>>>>>> theirs\nheadings"))
    // Nothing is left of a mapping that both emptied.
    let emptied = try Self.merge(
      ("  done: [Fait, Fini]\n", ""), with: [("  next: [Suite]\n", "")], of: Self.charter, kind: .charter)
    #expect(!emptied.isClean, "\(emptied.text)")
  }

  // MARK: Tasks

  @Test func neighbouringTasksDoNotCollide() throws {
    let merged = try Self.merge(
      ("[ ] Write", "[x] Write"), ("- [ ] Press kit\n", "- [ ] Press kit\n- [ ] Book the hall\n"),
      with: [("- [ ] Load test @ben\n", ""), ("- [ ] Press kit\n", "- [ ] Press kit @ana\n- [ ] Ask the mayor\n")])
    #expect(merged.isClean)
    #expect(
      merged.text.contains(
        "## Tasks\n\n- [x] Write the guide @ana due:2026-12-01 ^guide\n- [ ] Press kit @ana\n- [ ] Ask the mayor\n- [ ] Book the hall\n\n## Notes\n"
      ))
  }

  @Test func theFirstTasksOfBothAreKept() throws {
    let base = Self.changed(
      MergeSample.goal,
      [("- [ ] Write the guide @ana due:2026-12-01 ^guide\n- [ ] Load test @ben\n- [ ] Press kit\n\n", "")])
    let merged = try Self.merge(
      ("## Tasks\n", "## Tasks\n\n- [ ] One\n"), with: [("## Tasks\n", "## Tasks\n\n- [ ] Two\n  with more\n")],
      of: base)
    #expect(merged.isClean)
    #expect(merged.text.contains("## Tasks\n\n- [ ] One\n- [ ] Two\n  with more\n\n## Notes"), "\(merged.text)")
  }

  @Test func partsOfOneTaskAreMerged() throws {
    let merged = try Self.merge(
      ("[ ] Write the guide @ana due:2026-12-01", "[x] Write the guide @ana done:2026-11-20 due:2026-12-01"),
      with: [("Write the guide @ana due:2026-12-01", "Write the long guide @ana due:2026-12-08")])
    #expect(merged.isClean)
    #expect(merged.text.contains("- [x] Write the long guide @ana due:2026-12-08 done:2026-11-20 ^guide\n"))
  }

  @Test func aTaskOfTwoMindsStandsBetweenMarkers() throws {
    let merged = try Self.merge(
      ("[ ] Write", "[x] Write"), with: [("[ ] Write", "[-] Write"), ("[ ] Load", "[x] Load")])
    #expect(!merged.isClean)
    #expect(
      merged.text.contains(
        """
        ## Tasks

        <<<<<<< ours
        - [x] Write the guide @ana due:2026-12-01 ^guide
        =======
        - [-] Write the guide @ana due:2026-12-01 ^guide
        >>>>>>> theirs
        - [x] Load test @ben
        """))
  }

  @Test func aTaskThatIsGoneAndDoneIsAConflict() throws {
    let merged = try Self.merge(("- [ ] Load test @ben\n", ""), with: [("[ ] Load", "[x] Load")])
    #expect(
      merged.text.contains("^guide\n<<<<<<< ours\n=======\n- [x] Load test @ben\n>>>>>>> theirs\n- [ ] Press kit\n"))
  }

  @Test func oneTaskRewrittenByBothIsAConflict() throws {
    let merged = try Self.merge(
      ("Load test", "Ask for more machines"), with: [("Load test @ben", "Measure under rain @ana")])
    #expect(!merged.isClean)
    #expect(
      merged.text.contains(
        "<<<<<<< ours\n- [ ] Ask for more machines @ben\n=======\n- [ ] Measure under rain @ana\n>>>>>>> theirs\n"),
      "\(merged.text)")
  }

  @Test func bothAddTheSameTask() throws {
    let added = "- [ ] Press kit\n- [ ] Book the hall"
    #expect(
      try Self.merge(("- [ ] Press kit", added), with: [("- [ ] Press kit", added + "\n- [ ] Ask")]).text
        == Self.changed(MergeSample.goal, [("- [ ] Press kit", added + "\n- [ ] Ask")]))
    let merged = try Self.merge(
      ("- [ ] Press kit", added),
      with: [("- [ ] Press kit", added.replacingOccurrences(of: "[ ] Book", with: "[x] Book"))])
    #expect(!merged.isClean)
  }

  @Test func partsOfATaskStayWithIt() throws {
    let merged = try Self.merge(
      ("- [ ] Press kit\n", "- [ ] Press kit\n  - [ ] Logo\n- [ ] After\n"),
      with: [("- [ ] Press kit\n", "- [ ] Press kit\n  - [ ] Photos\n")])
    // Behind `After` the photos would be a part of that.
    #expect(!merged.text.contains("- [ ] After\n  - [ ] Photos"), "\(merged.text)")
    for task in ["  - [ ] Logo\n", "- [ ] After\n", "  - [ ] Photos\n"] { #expect(merged.text.contains(task)) }
  }

  @Test func aMovedTaskIsStillThatTask() throws {
    let guide = "- [ ] Write the guide @ana due:2026-12-01 ^guide\n"
    let merged = try Self.merge(
      (guide, ""), ("- [ ] Press kit\n", "- [ ] Press kit\n" + guide), with: [("[ ] Write", "[x] Write")])
    #expect(merged.isClean)
    #expect(merged.text.contains("- [ ] Press kit\n- [x] Write the guide @ana due:2026-12-01 ^guide\n"))
    #expect(merged.text.components(separatedBy: "^guide").count == 2)
  }

  // MARK: Everything else

  @Test func statusEntriesOfBothAreKept() throws {
    let base = "---\nmood: 4\n---\n\n## Done\n\n- Tests\n\n## Next\n\n- Ship\n"
    let merged = try Self.merge(
      ("- Tests\n", "- Tests\n- Logs\n"), with: [("- Tests\n", "- Tests\n- Docs\n"), ("- Ship", "- Ship it")], of: base,
      kind: .status)
    #expect(merged.isClean)
    #expect(merged.text == "---\nmood: 4\n---\n\n## Done\n\n- Tests\n- Docs\n- Logs\n\n## Next\n\n- Ship it\n")
    #expect(
      try !Self.merge(
        ("- Ship\n", "- Ship on Monday\n"), with: [("- Ship\n", "- Ship on Friday\n")], of: base, kind: .status
      ).isClean)
  }

  @Test func proseIsMergedByLines() throws {
    let merged = try Self.merge(("anyone can", "everyone can"), with: [("The end.", "The end, now.")])
    #expect(
      merged.text == Self.changed(MergeSample.goal, [("anyone can", "everyone can"), ("The end.", "The end, now.")]))
    let conflict = try Self.merge(("The end.", "Not yet."), with: [("The end.", "Soon."), ("[ ] Press", "[x] Press")])
    #expect(conflict.text.contains("## Notes\n\n<<<<<<< ours\nNot yet.\n=======\nSoon.\n>>>>>>> theirs\n"))
    #expect(conflict.text.contains("[x] Press"))
  }

  @Test func marksAndLineEndsAreKept() throws {
    func dos(_ text: String) -> String { text.replacingOccurrences(of: "\n", with: "\r\n") }
    let (ours, theirs) = (
      Self.changed(MergeSample.goal, [("proposed", "done")]), Self.changed(MergeSample.goal, [("[ ] Load", "[x] Load")])
    )
    let expected = Self.changed(ours, [("[ ] Load", "[x] Load")])
    #expect(
      try mergeRecords("\u{FEFF}" + dos(MergeSample.goal), "\u{FEFF}" + dos(ours), "\u{FEFF}" + dos(theirs)).text.utf8
        .elementsEqual(("\u{FEFF}" + dos(expected)).utf8))
    // One side converted the file, the other went on working.
    #expect(try mergeRecords(MergeSample.goal, dos(ours), theirs).text.utf8.elementsEqual(dos(expected).utf8))
    #expect(try mergeRecords(MergeSample.goal, ours, String(theirs.dropLast())).text == String(expected.dropLast()))
  }

  @Test func whatIsNoTextIsNotMerged() throws {
    let lines = LineMerge(labels: ("a", "b")) { _, ours, _ in Merged(ours) }
    #expect(try RecordMerge.merge(base: [0], ours: [0, 1], theirs: [0, 2], kind: .goal, lines: lines) == nil)
    #expect(try RecordMerge.merge(base: [0], ours: [0], theirs: [0, 2], kind: .goal, lines: lines) == Merged([0, 2]))
  }
}
