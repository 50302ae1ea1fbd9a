import TestSupport
import Testing

/// Lists of tasks that two people put in another order, and under one another.
@Suite struct MovedTasksTests {
  private static func goal(_ lines: [String]) -> String {
    (["---", "title: X", "---", ""] + lines).joined(separator: "\n") + "\n"
  }

  /// What becomes of the body, whichever side is ours.
  private static func merge(_ base: [String], _ ours: [String], _ theirs: [String]) throws -> (
    lines: [String], isClean: Bool
  ) {
    let merged = try mergeRecords(goal(base), goal(ours), goal(theirs))
    let mirrored = try mergeRecords(goal(base), goal(theirs), goal(ours))
    #expect(mirrored.isClean == merged.isClean)
    #expect(MergeSample.sides(mirrored.text).theirs == MergeSample.sides(merged.text).ours)
    return (
      Array(
        merged.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropFirst(4).dropLast()),
      merged.isClean
    )
  }

  @Test func aTaskThatBothMoveIsThereOnce() throws {
    for anchors in [["^a", "^b", "^c", "^d"], ["", "", "", ""]] {
      let (a, b, c, d) = (
        "- [ ] Apples \(anchors[0])", "- [ ] Bricks \(anchors[1])", "- [ ] Candles \(anchors[2])",
        "- [ ] Drums \(anchors[3])"
      )
      // One side moved the bricks up, or the apples down: only the other moved the apples for certain.
      let merged = try Self.merge([a, b, c, d], [b, a, c, d], [b, c, d, a])
      #expect(merged.isClean && merged.lines == [b, c, d, a])
      let sections = try Self.merge(
        ["## Now", "", a, b, "", "## Next", "", c, "", "## Later", "", d],
        ["## Now", "", b, "", "## Next", "", c, a, "", "## Later", "", d],
        ["## Now", "", b, "", "## Next", "", c, "", "## Later", "", d, a])
      #expect(!sections.isClean)
      #expect(
        sections.lines == [
          "## Now", "", b, "", "## Next", "", c, "<<<<<<< ours", a, "=======", ">>>>>>> theirs", "", "## Later", "", d,
          "<<<<<<< ours", "=======", a,
          ">>>>>>> theirs",
        ])
    }
  }

  @Test func bothMoveTheirTaskToOneSection() throws {
    let merged = try Self.merge(
      ["## Done", "", "- [x] A ^a", "", "## Open", "", "- [ ] B ^b", "- [ ] C ^c", "- [ ] D ^d"],
      ["## Done", "", "- [x] A ^a", "- [x] B ^b", "", "## Open", "", "- [ ] C ^c", "- [ ] D ^d"],
      ["## Done", "", "- [x] A ^a", "- [x] C ^c", "", "## Open", "", "- [ ] B ^b", "- [ ] D ^d"])
    #expect(merged.isClean)
    #expect(Set(merged.lines[2..<5]) == ["- [x] A ^a", "- [x] B ^b", "- [x] C ^c"])
    #expect(merged.lines[5...] == ["", "## Open", "", "- [ ] D ^d"])
  }

  @Test func noTaskComesUnderATaskUnderWhichNobodyPutIt() throws {
    let between = try Self.merge(
      ["- [ ] A", "- [ ] B"], ["- [ ] A", "  - [ ] B"], ["- [ ] A", "- [ ] New", "- [ ] B"])
    #expect(
      between.lines == ["- [ ] A", "<<<<<<< ours", "  - [ ] B", "=======", "- [ ] New", "- [ ] B", ">>>>>>> theirs"])
    let orphan = try Self.merge(
      ["- [ ] Q", "- [ ] A", "- [ ] P", "- [ ] C"], ["- [ ] Q", "- [ ] P", "  - [ ] A", "- [ ] C"],
      ["- [ ] Q", "- [ ] A", "- [ ] C"])
    #expect(!orphan.isClean)
    #expect(orphan.lines.first == "- [ ] Q" && orphan.lines.last == "- [ ] C")
  }

  @Test func whatWasPutUnderATaskGoesWithIt() throws {
    let merged = try Self.merge(
      ["- [ ] P", "  - [ ] Part", "- [ ] X"], ["- [ ] X", "- [ ] P", "  - [ ] Part"],
      ["- [ ] P", "  - [ ] Part", "  - [ ] Another", "- [ ] X"])
    #expect(merged.isClean && merged.lines == ["- [ ] X", "- [ ] P", "  - [ ] Part", "  - [ ] Another"])
  }

  @Test func aRewordedTaskIsTheSameOnBothSides() throws {
    let merged = try Self.merge(
      ["- [ ] Count the marble well", "- [ ] Boil the rota well due:2026-12-01"], ["- [ ] Count the marble well again"],
      ["- [ ] Count the marble well again", "- [ ] Boil the rota well due:2026-12-01"])
    #expect(merged.isClean && merged.lines == ["- [ ] Count the marble well again"])
  }

  @Test func neighboursThatWereRewordedAreTheSameTasks() throws {
    let (base, ours) = (
      ["- [ ] Draw the sensor", "- [ ] Carry the ladder"],
      ["- [ ] Draw the long sensor", "- [ ] Carry the long ladder"]
    )
    let done = try Self.merge(base, ours, ["- [x] Draw the sensor", "- [ ] Carry the ladder"])
    #expect(done.isClean && done.lines == ["- [x] Draw the long sensor", "- [ ] Carry the long ladder"])
    let gone = try Self.merge(base, ours, ["- [ ] Carry the ladder"])
    #expect(
      gone.lines == [
        "<<<<<<< ours", "- [ ] Draw the long sensor", "=======", ">>>>>>> theirs", "- [ ] Carry the long ladder",
      ])
  }

  // MARK: At random

  /// A list of tasks, each of a name of its own, in sections.
  private struct Outline {
    struct Item: Equatable {
      let name: String
      var depth = 0
    }

    var items: [Item]
    let isAnchored: Bool
    private var added = 0

    init(items: [Item], isAnchored: Bool) { (self.items, self.isAnchored) = (items, isAnchored) }

    var lines: [String] {
      items.map {
        String(repeating: "  ", count: $0.depth)
          + ($0.name.hasPrefix("#") ? "## \($0.name)" : isAnchored ? "- [ ] Do it ^\($0.name)" : "- [ ] \($0.name)")
      }
    }

    /// For each task the one it stands under, as one reads it; of a text between markers, each time it is there.
    static func parents(_ lines: [String]) -> [String: [String]] {
      var parents: [String: [String]] = [:]
      var path: [(indentation: Int, name: String)] = []
      for line in lines {
        let indentation = line.prefix { $0 == " " }.count
        guard line.dropFirst(indentation).hasPrefix("- ["), let name = line.split(separator: " ").last.map(String.init)
        else {
          path = []
          continue
        }
        while let last = path.last, indentation < last.indentation + 2 { path.removeLast() }
        parents[name, default: []].append(path.last?.name ?? "")
        path.append((indentation, name))
      }
      return parents
    }

    mutating func change(_ random: inout SplitMix, _ side: String) {
      let index = random.below(items.count)
      let other = random.below(items.count)
      switch random.below(6) {
      case 0, 1: items.insert(items.remove(at: index), at: other)
      case 2: items[index].depth = random.below(3)
      case 3 where items.count > 2: items.remove(at: index)
      case 4:
        added += 1
        items.insert(Item(name: "\(side)\(added)", depth: random.below(2)), at: index)
      default: if index > 0 { items[index].depth = min(items[index - 1].depth + 1, 2) }
      }
      // As one writes them: no deeper than one step, and not below a heading.
      for index in items.indices {
        let above = index > 0 && !items[index - 1].name.hasPrefix("#") ? items[index - 1].depth + 1 : 0
        items[index].depth = items[index].name.hasPrefix("#") ? 0 : min(items[index].depth, above)
      }
    }
  }

  @Test(arguments: 0..<600) func everyTaskIsThereOnceAndUnderItsOwn(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) + 7000)
    var base = Outline(
      items: (0..<(3 + random.below(5))).map { .init(name: "t\($0)") } + [.init(name: "#s"), .init(name: "last")],
      isAnchored: random.below(2) == 0)
    for _ in 0..<4 { base.change(&random, "early") }
    var (ours, theirs) = (base, base)
    for _ in 0..<(1 + random.below(3)) { ours.change(&random, "ours") }
    for _ in 0..<(1 + random.below(3)) { theirs.change(&random, "theirs") }
    #expect(try Self.merge(base.lines, ours.lines, ours.lines).lines == ours.lines)
    #expect(try Self.merge(base.lines, ours.lines, base.lines).lines == ours.lines)

    let merged = try Self.merge(base.lines, ours.lines, theirs.lines)
    let story =
      "\(base.lines.joined(separator: "\n"))\n--- ours\n\(ours.lines.joined(separator: "\n"))\n--- theirs\n\(theirs.lines.joined(separator: "\n"))\n--- merged\n\(merged.lines.joined(separator: "\n"))"
    let (before, mine, yours, after) = (
      Outline.parents(base.lines), Outline.parents(ours.lines), Outline.parents(theirs.lines),
      Outline.parents(merged.lines)
    )
    for name in Set(mine.keys).union(yours.keys) {
      let isWanted = before[name] == nil || (mine[name] != nil && yours[name] != nil)
      guard merged.isClean else {
        #expect(!isWanted || after[name] != nil, "\(name) is lost\n\(story)")
        continue
      }
      #expect(after[name]?.count == (isWanted ? 1 : nil), "\(name)\n\(story)")
      if isWanted { #expect(after[name] == mine[name] || after[name] == yours[name], "\(name)\n\(story)") }
    }
  }
}
