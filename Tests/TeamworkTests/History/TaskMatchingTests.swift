import TestSupport
import Testing
import Text

@testable import Teamwork

/// Two versions of a task are the same task when they have the same anchor; else (neither's anchor is on the other side) the
/// same normalised text, pairs of equal state first, then in order; else, where one is removed and one added between the
/// same neighbours, a close text.
@Suite struct TaskMatchingTests {
  private func match(_ before: [String], _ after: [String]) throws -> (older: [Int?], removed: [Int]) {
    let matching = TaskMatching(from: try tasks(before), to: try tasks(after))
    return (matching.older, matching.removed)
  }

  private func tasks(_ lines: [String]) throws -> [Task] {
    let tasks = try Tree.tasks(lines.map { "- \($0)\n" }.joined())
    #expect(tasks.count == lines.count)
    return tasks
  }

  private func expect(
    _ before: [String], _ after: [String], _ older: [Int?], _ removed: [Int] = [],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let found = try match(before, after)
    #expect(found.older == older, sourceLocation: place)
    #expect(found.removed == removed, sourceLocation: place)
  }

  @Test func theSameAnchor() throws {
    try expect(
      ["[ ] Write the guide ^guide", "[ ] Sing ^song"], ["[ ] Dance wildly ^song", "[x] Paint the fence ^guide"],
      [1, 0])
  }

  @Test func theSameTextWhereOnlyOneHasAnAnchor() throws {
    try expect(["[ ] Write the guide"], ["[ ] Write the guide ^guide"], [0])
    try expect(["[ ] Write the guide ^guide"], ["[ ] Write the guide"], [0])
  }

  @Test func anAnchorThatWasRenamed() throws {
    try expect(["[ ] Write the guide ^guide"], ["[x] Write the guide @ben ^manual"], [0])
    // The anchors that stay come first: what has another one's name now is that one.
    try expect(["[ ] Sing ^a", "[ ] Sing ^b"], ["[ ] Sing ^b", "[ ] Sing ^c"], [1, 0])
    try expect(["[ ] One ^a", "[ ] Two ^b"], ["[ ] One ^b", "[ ] Two ^a"], [1, 0])
    // Other words and another name: another task.
    try expect(["[ ] Write the guide ^guide"], ["[ ] Paint the fence ^fence"], [nil], [0])
  }

  @Test func theTextIsNormalised() throws {
    try expect(
      ["[ ] Write the migration guide @ana due:2026-12-01"], ["[x] write a Migration Guide! @ben done:2026-11-20"], [0])
    // A text without content words is compared as it stands.
    try expect(["[ ] The", "[ ] It"], ["[ ] It", "[ ] The"], [1, 0])
  }

  @Test func pairsOfEqualStateFirst() throws {
    try expect(
      ["[ ] Write the guide", "[x] Write the guide"], ["[x] Write the guide", "[ ] Write the guide"], [1, 0])
    try expect(
      ["[ ] Write the guide", "[ ] Write the guide"], ["[ ] Write the guide", "[x] Write the guide"], [0, 1])
    try expect(
      ["[x] Write the guide", "[ ] Write the guide"], ["[ ] Write the guide", "[ ] Write the guide"], [1, 0])
  }

  @Test func thenInOrder() throws {
    try expect(
      ["[ ] Write the guide", "[ ] Write the guide"], ["[ ] Write the guide", "[ ] Write the guide"], [0, 1])
    try expect(["[ ] Write the guide", "[ ] Write the guide"], ["[ ] Write the guide"], [0], [1])
  }

  @Test func aCloseTextBetweenTheSameNeighbours() throws {
    try expect(
      ["[ ] a one", "[ ] Write the migration guide", "[ ] b two"],
      ["[ ] a one", "[ ] Write the upgrade guide", "[ ] b two"], [0, 1, 2])
    try expect(["[ ] Write the migration guide"], ["[x] Write the upgrade guide"], [0])
    // Another text.
    try expect(["[ ] Write the migration guide"], ["[ ] Paint the old fence"], [nil], [0])
    // Not one for one.
    try expect(
      ["[ ] Write the migration guide"], ["[ ] Write the upgrade guide", "[ ] Write the release guide"], [nil, nil], [0]
    )
    // Other neighbours.
    try expect(
      ["[ ] a one", "[ ] Write the migration guide", "[ ] b two"],
      ["[ ] a one", "[ ] b two", "[ ] Write the upgrade guide"], [0, 2, nil], [1])
    // Both have anchors.
    try expect(["[ ] Write the migration guide ^a"], ["[ ] Write the upgrade guide ^b"], [nil], [0])
  }

  @Test func anAnchorIsComparedByteForByte() throws {
    try expect(["[ ] Sing loudly ^josé"], ["[ ] Paint the fence ^jose\u{301}"], [nil], [0])
  }

  @Test func untouchedTasksAreThemselves() throws {
    let all = [
      "[ ] a", "[x] a", "[-] a", "[ ] Write the guide ^guide", "[ ] Write the guide ^guide", "[ ] ", "[ ] @ana",
      "[x] Write the guide",
    ]
    let tasks = try Tree.tasks(all.map { "- \($0)\n" }.joined())
    let matching = TaskMatching(from: tasks, to: tasks)
    #expect(matching.older == Array(tasks.indices) && matching.removed == [])
  }

  @Test(.timeLimit(.minutes(1))) func manyTasksOfOneTextAreMatchedInTime() throws {
    let open = try Tree.tasks(String(repeating: "- [ ] a\n", count: 20_000))
    let done = try Tree.tasks(String(repeating: "- [x] a\n", count: 20_000))
    #expect(TaskMatching(from: open, to: done).older == Array(open.indices))
  }

  // MARK: Progress

  private func progress(_ before: [String]?, _ after: [String]) throws -> [Int] {
    let progress = TaskProgress(from: try before.map(tasks), to: try tasks(after))
    return [progress.total, progress.done, progress.doneInPeriod, progress.added, progress.removed]
  }

  @Test func droppedTasksAreInNoTotal() throws {
    #expect(try progress(["[ ] a one"], ["[ ] a one", "[-] b two"]) == [1, 0, 0, 0, 0])
    #expect(try progress(["[ ] a one", "[ ] b two"], ["[ ] a one", "[-] b two"]) == [1, 0, 0, 0, 1])
    #expect(try progress(["[-] a one"], ["[ ] a one"]) == [1, 0, 0, 1, 0])
    #expect(try progress(["[-] a one"], []) == [0, 0, 0, 0, 0])
  }

  @Test func doneInThePeriodComparesTheTwoEnds() throws {
    #expect(try progress(["[ ] a one", "[x] b two"], ["[x] a one", "[x] b two"]) == [2, 2, 1, 0, 0])
    // What came in done was not done here.
    #expect(try progress(["[ ] a one"], ["[ ] a one", "[x] c three"]) == [2, 1, 0, 1, 0])
    #expect(try progress(nil, ["[x] a one", "[ ] b two"]) == [2, 1, 0, 2, 0])
    #expect(try progress(["[ ] a one", "[ ] b two"], ["[ ] a one"]) == [1, 0, 0, 0, 1])
  }
}
