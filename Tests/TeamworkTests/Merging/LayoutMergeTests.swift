import Foundation
import Testing

/// Records that are laid out in unusual ways, and reports that two people begin.
@Suite struct LayoutMergeTests {
  /// What becomes of a file, whichever side is ours; nil for a conflict.
  private static func merge(_ base: String, _ ours: String, _ theirs: String, status: Bool = false) throws -> String? {
    let merged = try mergeRecords(base, ours, theirs, kind: status ? .status : .goal)
    let mirrored = try mergeRecords(base, theirs, ours, kind: status ? .status : .goal)
    #expect(mirrored.isClean == merged.isClean)
    if merged.isClean { #expect(mirrored.text.utf8.elementsEqual(merged.text.utf8)) }
    return merged.isClean ? merged.text : nil
  }

  private static func fields(_ fields: String) -> String { "---\n\(fields)\n---\n" }

  // MARK: Fields

  @Test func emptyLinesAreNoPartOfTheFieldAboveThem() throws {
    #expect(
      try Self.merge(
        Self.fields("status: a\n\ntitle: A"), Self.fields("status: b\n\ntitle: A"),
        Self.fields("status: a\nparent: g\n\ntitle: A"))
        == Self.fields("status: b\nparent: g\n\ntitle: A"))
    #expect(
      try Self.merge(
        Self.fields("status: a\n\n# Why so?\n\ntitle: A\n\n"), Self.fields("status: b\n\n# Why so?\n\ntitle: A\n\n"),
        Self.fields("status: a\n\n# Why so?\ntitle: B\n")) == Self.fields("status: b\n\n# Why so?\ntitle: B\n"))
  }

  @Test func aListMayEndInTheFirstColumn() throws {
    func goal(_ title: String, _ status: String, _ tags: String = "a,\n  b") -> String {
      Self.fields("title: \(title)\nstatus: \(status)\ntags: [\n  \(tags)\n]")
    }
    #expect(try Self.merge(goal("A", "a"), goal("B", "a"), goal("A", "b")) == goal("B", "b"))
    #expect(try Self.merge(goal("A", "a"), goal("B", "a"), goal("A", "b", "c")) == goal("B", "b", "c"))
  }

  @Test func fieldsAreMergedAboveLinesThatEndInBothWays() throws {
    func goal(_ title: String, _ status: String, _ end: String) -> String {
      Self.fields("title: \(title)\nstatus: \(status)") + "\nOne\r\nTwo\n\(end)"
    }
    #expect(
      try Self.merge(goal("A", "a", "3\n"), goal("B", "a", "3\n"), goal("A", "b", "4\n")) == goal("B", "b", "4\n"))
    #expect(try Self.merge(goal("A", "a", "3"), goal("B", "a", "3"), goal("A", "b", "3")) == goal("B", "b", "3"))
    #expect(try Self.merge(goal("A", "a", "3\n"), goal("B", "a", "4\n"), goal("A", "b", "5\n")) == nil)
  }

  @Test func quotesAreNoDifference() throws {
    #expect(
      try Self.merge(Self.fields("title: A"), Self.fields("title: 'B'"), Self.fields("title: \"B\""))
        == Self.fields("title: \"B\""))
    #expect(
      try Self.merge(Self.fields("title: A"), Self.fields("title: 'B' # one"), Self.fields("title: \"B\"")) == nil)
    #expect(
      try Self.merge(
        Self.fields("title: A\ntags: [a]"), Self.fields("title: A\ntags: [a, \"#b\"]"),
        Self.fields("title: A\ntags: [a, c]")) == Self.fields("title: A\ntags: [a, \"#b\", c]"))
  }

  @Test func aFieldIsGoneWhateverIsNowAboveIt() throws {
    let base = "title: A\n# Why?\nwhy: b\npriority: low"
    #expect(
      try Self.merge(
        Self.fields(base), Self.fields("title: A\n# Why?\npriority: low"), Self.fields("title: A\n# Why?\nwhy: b"))
        == Self.fields("title: A\n# Why?"))
  }

  // MARK: Reports

  @Test func whatStandsBelowAnEntryGoesNowhereElse() throws {
    let head = "## Needs\n\n- One\n"
    // The other side took away what now stands below the new entry.
    #expect(try Self.merge(head + "  - Part\n", head + "- New\n  - Part\n", head, status: true) == nil)
  }

  @Test func entriesUnderAHeadingOfBothAreUnited() throws {
    let head = "---\nmood: 4\n---\n\n## Done\n\n- d\n"
    #expect(
      try Self.merge(head, head + "\n## Wins\n\n- w1\n", head + "\n## Wins\n\n- w2\n", status: true) == head
        + "\n## Wins\n\n- w1\n- w2\n")
    // Between other headings, and more than one.
    let next = "\n## Next\n\n- n\n"
    #expect(
      try Self.merge(
        head + next, head + "\n## Blocked\n\n- b\n\n## Wins\n\n- w2\n" + next,
        head + "\n## Wins\n\n- w1\n- w3\n" + next, status: true)
        == head + "\n## Blocked\n\n- b\n\n## Wins\n\n- w1\n- w3\n- w2\n" + next)
  }

  @Test func aReportThatBothBeginIsOne() throws {
    #expect(
      try Self.merge(
        "", "---\nmood: 4\n---\n\n## Done\n\n- d\n\n## Wins\n\n- w1\n",
        "---\nmood: 4\n---\n\n## Wins\n\n- w2\n\n## Next\n\n- n\n", status: true)
        == "---\nmood: 4\n---\n\n## Done\n\n- d\n\n## Wins\n\n- w1\n- w2\n\n## Next\n\n- n\n")
    #expect(try Self.merge("", "---\nmood: 4\n---\n", "---\nmood: 3\n---\n", status: true) == nil)
  }

  @Test func bothPutFieldsAboveAReport() throws {
    let body = "\n## Done\n\n- d\n"
    #expect(
      try Self.merge(body, Self.fields("mood: 4") + body, Self.fields("goals: [a]") + body, status: true)
        == Self.fields("goals: [a]\nmood: 4") + body)
    #expect(
      try Self.merge(body, Self.fields("mood: 4") + body, body + "- e\n", status: true) == Self.fields("mood: 4") + body
        + "- e\n")
    // One side took away what the other changed.
    #expect(try Self.merge(Self.fields("mood: 4") + body, body, Self.fields("mood: 5") + body, status: true) == nil)
  }
}
