import Teamwork
import Testing

/// Where the merge of lines is right, that of tasks does not know better.
@Suite struct PlainLinesTests {
  private static let head = "---\ntitle: X\nstatus: on-track\nowners: [ana, ben]\nwhy: y\n---\n\n"
  private static let twins = "- [ ] Docs ^docs\n  - [ ] Write tests\n- [ ] Code ^code\n  - [ ] Write tests\n"

  private func merged(_ base: String, _ ours: String, _ theirs: String, kind: Kind = .goal) throws -> (
    text: String, isClean: Bool
  ) {
    let merged = try mergeRecords(Self.head + base, Self.head + ours, Self.head + theirs, kind: kind)
    return (String(merged.text.dropFirst(Self.head.count)), merged.isClean)
  }

  /// Of two tasks with the same words, each side changes one.
  @Test(arguments: [
    (
      "- [ ] Docs ^docs\n  - [x] Write tests\n- [ ] Code ^code\n  - [ ] Write tests\n",
      "- [ ] Docs ^docs\n  - [ ] Write tests\n- [ ] Code ^code\n  - [x] Write tests\n",
      "- [ ] Docs ^docs\n  - [x] Write tests\n- [ ] Code ^code\n  - [x] Write tests\n"
    ),
    (
      "- [ ] Docs ^docs\n- [ ] Code ^code\n  - [ ] Write tests\n",
      "- [ ] Docs ^docs\n  - [ ] Write tests\n- [ ] Code ^code\n", "- [ ] Docs ^docs\n- [ ] Code ^code\n"
    ),
    (
      "- [ ] Docs ^docs\n  - [x] Write tests\n- [ ] Code ^code\n  - [ ] Write tests\n",
      "- [ ] Docs ^docs\n  - [ ] Write tests\n- [ ] Code ^code\n  - [ ] Write tests for code\n",
      "- [ ] Docs ^docs\n  - [x] Write tests\n- [ ] Code ^code\n  - [ ] Write tests for code\n"
    ),
    (
      "- [ ] Docs ^docs\n  - [x] Write tests done:2026-11-19\n- [ ] Code ^code\n  - [ ] Write tests\n",
      "- [ ] Docs ^docs\n  - [ ] Write tests\n- [ ] Code ^code\n  - [x] Write tests done:2026-11-20\n",
      "- [ ] Docs ^docs\n  - [x] Write tests done:2026-11-19\n- [ ] Code ^code\n  - [x] Write tests done:2026-11-20\n"
    ),
  ])
  func twinsStayApart(ours: String, theirs: String, expected: String) throws {
    for (mine, yours) in [(ours, theirs), (theirs, ours)] {
      let result = try merged(Self.twins, mine, yours)
      #expect(result.isClean && result.text == expected, "\(result.text)")
    }
  }

  /// A twin is added above the one that the other side changes.
  @Test func aNewTwinIsNotTheOldOne() throws {
    let base = "## Docs\n\n- [ ] Outline\n\nWords.\n\n## Code\n\n- [ ] Write tests\n"
    let added = "## Docs\n\n- [ ] Outline\n- [ ] Write tests\n\nWords.\n\n## Code\n\n- [ ] Write tests\n"
    for (changed, expected) in [
      (
        "## Docs\n\n- [ ] Outline\n\nWords.\n\n## Code\n\n- [x] Write tests\n",
        "## Docs\n\n- [ ] Outline\n- [ ] Write tests\n\nWords.\n\n## Code\n\n- [x] Write tests\n"
      ),
      (
        "## Docs\n\n- [ ] Outline\n\nWords.\n\n## Code\n",
        "## Docs\n\n- [ ] Outline\n- [ ] Write tests\n\nWords.\n\n## Code\n"
      ),
    ] {
      let result = try merged(base, added, changed)
      #expect(result.isClean && result.text == expected, "\(result.text)")
    }
  }

  /// One side adds a first task, the other writes at the end of what stands above the list.
  @Test(arguments: [
    ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| 3 | 4 |\n"), ("## A\n\nThese are the tasks.\n", "They are few.\n"),
    ("> q one\n", "> q two\n"),
    ("- p1\n- p2\n\nText\n", "- p3\n"), ("## Work\n\nIntro.\n", "More intro.\n"),
  ])
  func whatStandsAboveAListStaysWhole(above: String, line: String) throws {
    let result = try merged(
      above + "\n- [ ] one thing\n", above + "\n- [ ] zero thing\n- [ ] one thing\n",
      above + line + "\n- [ ] one thing\n")
    #expect(result.isClean && result.text == above + line + "\n- [ ] zero thing\n- [ ] one thing\n", "\(result.text)")
  }

  /// Git stops where both write in one place; no clean outcome makes the words a part of the task.
  @Test(arguments: [
    (
      "## Work\n\n- [ ] one thing\n", "## Work\n\n- [ ] zero thing\n- [ ] one thing\n",
      "## Work\n\nWaiting for legal.\n\n- [ ] one thing\n"
    ),
    (
      "## Work\n\n- [ ] one thing\n", "## Work\n\n- [ ] zero thing\n- [ ] one thing\n",
      "## Work\n\n    code\n\n- [ ] one thing\n"
    ),
    ("## Work\n\n## End\n", "## Work\n- [ ] one thing\n\n## End\n", "## Work\nThat is all.\n\n## End\n"),
  ])
  func wordsAreNoPartOfATask(base: String, ours: String, theirs: String) throws {
    for (mine, yours) in [(ours, theirs), (theirs, ours)] {
      let result = try merged(base, mine, yours)
      #expect(
        !result.isClean
          || !["- [ ] zero thing\nWaiting", "- [ ] zero thing\n    code", "- [ ] one thing\nThat"].contains {
            result.text.contains($0)
          }, "\(result.text)")
    }
  }

  @Test func whatIsSaidTwiceStaysTwice() throws {
    let twice = "## Done\n\n- reviewed a PR\n- reviewed a PR\n"
    let result = try mergeRecords("", twice, "## Done\n\n- reviewed a PR\n", kind: .status)
    #expect(!result.isClean || result.text == twice, "\(result.text)")
    // The same new task in two places is no clean outcome.
    let base = "## A\n\n- [ ] one\n\n## B\n\n- [ ] two\n"
    let same = try merged(
      base, "## A\n\n- [ ] one\n- [ ] a new thing\n\n## B\n\n- [ ] two\n",
      "## A\n\n- [ ] one\n\n## B\n\n- [ ] two\n- [ ] a new thing\n")
    #expect(!same.isClean, "\(same.text)")
  }
}
