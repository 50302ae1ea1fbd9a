import Testing

/// Two changes of one task.
@Suite struct TaskLineMergeTests {
  /// What becomes of the task, whichever side is ours; nil for a conflict.
  private static func merge(_ base: String, _ ours: String, _ theirs: String) throws -> String? {
    func goal(_ task: String) -> String { "---\ntitle: X\n---\n\n- [\(task)\n" }
    let merged = try mergeRecords(goal(base), goal(ours), goal(theirs))
    let mirrored = try mergeRecords(goal(base), goal(theirs), goal(ours))
    #expect(mirrored.isClean == merged.isClean)
    if merged.isClean { #expect(mirrored.text == merged.text) }
    return merged.isClean ? String(merged.text.dropFirst(goal("").utf8.count - 1).dropLast()) : nil
  }

  @Test func wordsAndOwnersAreChangedApart() throws {
    #expect(
      try Self.merge(" ] Write text ^a", " ] Write the text ^a", " ] Write text @ben ^a") == " ] Write the text @ben ^a"
    )
    #expect(
      try Self.merge(
        " ] Write text @ana due:2026-12-01", " ] Write the text @ana due:2026-12-01", " ] Write text due:2026-12-01")
        == " ] Write the text due:2026-12-01")
    // One rewording made by both.
    #expect(
      try Self.merge(" ] Write text ^a", " ] Write the text ^a", " ] Write the text @ben ^a")
        == " ] Write the text @ben ^a")
  }

  @Test func blanksStayAsTheyAre() throws {
    #expect(
      try Self.merge(
        " ] Run  `a  b`\tnow @ana  ^a", " ] Run  `a  b`\tnow @ana @ben  ^a",
        " ] Run  `a  b`\tnow @ana due:2026-12-01  ^a")
        == " ] Run  `a  b`\tnow @ana @ben due:2026-12-01  ^a")
    // In code a blank is a word.
    #expect(
      try Self.merge(" ] Run `a b` ^a", " ] Run `a  b` ^a", " ] Run `a b` @ben ^a") == " ] Run `a  b` @ben ^a")
    #expect(try Self.merge(" ] Run `a b` ^a", " ] Run `a  b` ^a", " ] Run `a   b` ^a") == nil)
    #expect(
      try Self.merge(" ] Run `due:x y` ^a", " ] Run `due:x y` due:2026-12-01 ^a", " ] Run `due:x y` @ben ^a")
        == " ] Run `due:x y` @ben due:2026-12-01 ^a")
  }

  @Test func aWrappedTaskIsOne() throws {
    #expect(
      try Self.merge(
        " ] Run it\\\n  and more @ana\n  ^a", " ] Run it due:2026-12-01\\\n  and more @ana\n  ^a",
        " ] Run it\\\n  and more @ana @ben\n  ^a") == " ] Run it due:2026-12-01\\\n  and more @ana @ben\n  ^a")
    #expect(
      try Self.merge(" ] Run it\n  and more ^a", " ] Run it all\n  and more ^a", " ] Run it\n  and much more ^a") != nil
    )
  }

  @Test func ownersAreMergedOneByOne() throws {
    #expect(
      try Self.merge(" ] Solder it @ana", " ] Solder it @ana @ben", " ] Solder it @ana @cho")
        == " ] Solder it @ana @ben @cho")
    #expect(
      try Self.merge(
        " ] Solder it @ana due:2026-12-01 ^s", " ] Solder it due:2026-12-01 ^s",
        " ] Solder it @ana @cho due:2026-12-01 ^s") == " ] Solder it @cho due:2026-12-01 ^s")
  }

  @Test func whoIsNamedWithinTheWordsIsAPartOfThem() throws {
    #expect(try Self.merge(" ] Ask @ana about it", " ] Ask @ben about it", " ] Ask @cho about it") == nil)
    #expect(
      try Self.merge(" ] Write text @ana ^a", " ] Write text @ana today ^a", " ] Write text @ana @ben ^a")
        == " ] Write text @ana today @ben ^a")
    // Now a word for one side, an owner who went for the other.
    #expect(try Self.merge(" ] Write text @ana ^a", " ] Write text @ana today ^a", " ] Write text @ben ^a") == nil)
  }

  @Test func needsAreMergedOneByOne() throws {
    #expect(
      try Self.merge(" ] Paint needs:a ^p", " ] Paint needs:a,b ^p", " ] Paint needs:a,c ^p")
        == " ] Paint needs:a,b,c ^p")
    #expect(try Self.merge(" ] Paint needs:a ^p", " ] Paint ^p", " ] Paint needs:a,c ^p") == " ] Paint needs:c ^p")
    #expect(try Self.merge(" ] Paint ^p", " ] Paint needs:b ^p", " ] Paint needs:c ^p") == " ] Paint needs:b,c ^p")
  }

  @Test func whatBothDidWasDoneOnTheEarlierDay() throws {
    #expect(
      try Self.merge(" ] Paint ^p", "x] Paint done:2026-11-20 ^p", "x] Paint done:2026-11-19 ^p")
        == "x] Paint done:2026-11-19 ^p")
    #expect(
      try Self.merge("x] Paint done:2026-11-01 ^p", "x] Paint done:2026-11-20 ^p", "x] Paint done:2026-11-19 ^p") == nil
    )
    #expect(
      try Self.merge(" ] Paint due:2026-11-01 ^p", " ] Paint due:2026-11-20 ^p", " ] Paint due:2026-11-19 ^p") == nil)
  }
}
