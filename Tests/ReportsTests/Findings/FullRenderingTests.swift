import Reports
import Teamwork
import TestSupport
import Testing
import Text

@Suite struct FullRenderingTests {
  @Test func showsAFinding() {
    #expect(
      Sample.report([Sample.unknownReference]).full().plain == """
        error[unknown-reference]: `owners` names `benn`, but there is no such person
          --> .teamwork/goals/public-beta.md:3:15
           |
         3 | owners: [ana, benn]
           |               ^^^^ no person with this id
           = help: did you mean `ben`?

        Found 1 error in 41 records.

        """)
  }

  @Test func showsRelatedPlacesAndFixes() {
    #expect(
      Sample.report([Sample.unknownReference, Sample.duplicateTask], preexisting: 2, allowed: 1).full().plain == """
        warning[duplicate-task]: two people have the same open task
           --> .teamwork/goals/ferry-alerts.md:22:7
            |
         22 | - [ ] Write the safety manual @femi
            |       ^^^^^^^^^^^^^^^^^^^^^^^
            |
           --> .teamwork/goals/volunteer-crew.md:131:7
            |
        131 | - [ ] Write the safety manual for crews @ana
            |       ------------------------------- the same work
            = help: keep one of them
            = safe fix: drop the second (`tw validate --fix`)

        error[unknown-reference]: `owners` names `benn`, but there is no such person
          --> .teamwork/goals/public-beta.md:3:15
           |
         3 | owners: [ana, benn]
           |               ^^^^ no person with this id
           = help: did you mean `ben`?

        Found 1 error and 1 warning in 41 records.
        `tw validate --fix` mends 1 of them.
        2 findings were there before.
        1 finding is allowed.

        """)
  }

  @Test(arguments: [
    (41, 0, 0, 0, "All 41 records are in order.\n"),
    (1, 0, 0, 0, "The only record is in order.\n"),
    (0, 0, 0, 0, "There are no records yet.\n"),
    (41, 1, 0, 0, "Nothing new in 41 records.\n1 finding was there before.\n"),
    (41, 0, 2, 0, "All 41 records are in order.\n2 findings are allowed.\n"),
    (1, 0, 0, 3, "Mended 3 findings.\nThe only record is in order.\n"),
  ])
  func saysWhenNothingIsFound(records: Int, preexisting: Int, allowed: Int, fixed: Int, expected: String) {
    let report = Sample.report([], records: records, preexisting: preexisting, allowed: allowed, fixed: fixed)
    #expect(report.full().plain == expected)
  }

  @Test func isSafeOnATerminal() {
    let report = Sample.report([Sample.hostile])
    #expect(
      report.full().plain == """
        error[unknown-kind]: a\\e[2J\\n::error::<b>&\\u{202E}
          --> a,b:\\u{7}%"é/x y.md:1:1

        Found 1 error in 41 records.

        """)
    let colored = report.bytes(as: .full, colored: true)
    #expect(text(colored).hasPrefix("\u{1B}[1;31merror[unknown-kind]\u{1B}[0m: \u{1B}[1ma\\e[2J"))
  }

  @Test func notesPlacesWithoutText() {
    var finding = Sample.unknownReference
    finding.stand(".teamwork/goals/public-beta.md", 3, 15, 19, nil)
    let other = Sample.place("a.md", 2, 3, 4, nil)
    finding.related = [.init(other.source, other.range, "first here")]
    finding.help = "one\ntwo"
    finding.fix = .init(title: "do it", isSafe: false, edits: [])
    #expect(
      Sample.report([finding]).full().plain.hasPrefix(
        """
        error[unknown-reference]: `owners` names `benn`, but there is no such person
          --> .teamwork/goals/public-beta.md:3:15
           = note: no person with this id
           = note: first here (a.md:2:3)
           = help: one
                   two
           = fix: do it

        """))
  }

  /// The line of source and the line of marks below it.
  func excerpt(_ line: String, _ from: Int, _ to: Int, width: Int = 80, label: String? = nil) -> [String] {
    var finding = Sample.unknownReference
    finding.stand("a.md", 3, from, to, line)
    finding.label = label
    finding.help = nil
    let lines = Sample.report([finding]).full(width: width).plain
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines[3...].prefix { !$0.isEmpty }.map(String.init)
  }

  @Test func marksWhatIsMeant() {
    #expect(excerpt("a\tbc", 3, 5) == [" 3 | a   bc", "   |     ^^"])
    #expect(excerpt("日本: x", 1, 3) == [" 3 | 日本: x", "   | ^^^^"])
    #expect(excerpt("日本: x", 5, 6) == [" 3 | 日本: x", "   |       ^"])
    #expect(excerpt("e\u{301}a b", 3, 4) == [" 3 | e\u{301}a b", "   |  ^"])
    #expect(excerpt("a\u{202E}b", 2, 3) == [" 3 | a\\u{202E}b", "   |  ^^^^^^^^"])
    #expect(excerpt("title:", 7, 7) == [" 3 | title:", "   |       ^"])
    #expect(excerpt("title: x", 1, 1) == [" 3 | title: x", "   | ^"])
    #expect(excerpt("", 1, 1) == [" 3 |", "   | ^"])
    #expect(excerpt("short", 40, 50) == [" 3 | short", "   |      ^"])
    #expect(excerpt("abc\rd", 4, 5) == [" 3 | abc\\rd", "   |    ^^"])
  }

  @Test func marksToTheEndOfTheLineWhereTheRangeGoesOn() {
    var finding = Sample.unknownReference
    finding.range = finding.range.lowerBound..<(finding.range.upperBound + 3)
    #expect(Sample.report([finding]).full().plain.contains("\n   |               ^^^^^ no person with this id\n"))
  }

  @Test func cutsLongLinesAroundTheRange() {
    let long = String(repeating: "a", count: 50) + "bad" + String(repeating: "c", count: 50)
    #expect(
      excerpt(long, 51, 54, width: 45) == [
        " 3 | …" + String(repeating: "a", count: 17) + "bad" + String(repeating: "c", count: 18) + "…",
        "   | " + String(repeating: " ", count: 18) + "^^^",
      ])
    #expect(
      excerpt(long, 1, 3, width: 45) == [
        " 3 | " + String(repeating: "a", count: 38) + "…", "   | ^^",
      ])
    #expect(
      excerpt(long, 103, 104, width: 45) == [
        " 3 | …" + String(repeating: "c", count: 38), "   | " + String(repeating: " ", count: 38) + "^",
      ])
    #expect(excerpt(long, 1, 104, width: 45)[1].count <= 45)
    let huge = String(repeating: "x", count: 4_000)
    for line in excerpt(huge, 2_500, 2_502, label: "here") { #expect(displayWidth(line) <= 80) }
    #expect(excerpt(huge, 2_500, 2_502, label: "here")[1].hasSuffix(" ^^ here"))
  }

  @Test func neverGoesBeyondTheWidth() {
    var random = SplitMix(state: 7)
    let alphabet = ["a", "b", " ", "\t", "日", "e\u{301}", "👩\u{200D}💻", "\u{202E}", "\u{1B}", "ü"]
    for _ in 0..<2000 {
      let line = (0..<Int.random(in: 0...90, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
        .joined()
      let from = Int.random(in: 1...100, using: &random)
      let width = Int.random(in: 30...60, using: &random)
      let lines = excerpt(line, from, from + Int.random(in: 0...30, using: &random), width: width)
      #expect(lines.count == 2)
      for shown in lines { #expect(displayWidth(shown) <= width, "\(line.debugDescription) \(from) \(width)") }
      #expect(lines.last?.hasSuffix("^") == true)
    }
  }

  @Test func putsALongLabelBelow() {
    #expect(
      excerpt("abc def", 5, 8, width: 25, label: "this one is no word") == [
        " 3 | abc def", "   |     ^^^", "   |  this one is no word",
      ])
  }
}
