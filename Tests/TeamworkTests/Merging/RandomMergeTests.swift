import Foundation
import TestSupport
import Testing

/// Goals that two people change at random, merged, and compared with what a merge of a model of them says.
@Suite struct RandomMergeTests {
  /// What a goal says, without how it is written.
  struct Goal: Equatable {
    struct Task: Equatable {
      var box = " "
      var text: String
      var due: String?
      /// Also its anchor.
      let name: String
    }

    var fields: [String: String] = ["title": "Beta", "status": "proposed", "due": "2026-12-18", "colour": "green"]
    var owners: Set<String> = ["ana", "ben"]
    /// A field that is a mapping; `first` is always there.
    var limits = ["first": "1", "second": "2", "third": "3"]
    /// A list of mappings, by their names; `cost` is always there.
    var measures = [
      "cost": ["target": "5", "now": "1"], "people": ["target": "9"], "trips": ["target": "7", "now": "0"],
    ]
    var tasks: [Task] = (1...5).map { Task(text: "First text \($0)", name: "base-\($0)") }
    var prose = ["One.", "Two.", "Three."]

    var text: String {
      var lines = ["---"]
      for key in ["title", "status", "due", "colour", "risk", "shape"] {
        if let value = fields[key] { lines += ["# of \(key)", "\(key): \(value) # ok"] }
      }
      lines += ["limits:"] + limits.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
      lines += ["measures:"]
      for (name, values) in measures.sorted(by: { $0.key < $1.key }) {
        lines += ["  - name: \(name)"] + values.sorted { $0.key > $1.key }.map { "    \($0.key): \($0.value)" }
      }
      lines += ["owners: [" + owners.sorted().joined(separator: ", ") + "]", "# the end", "---", ""]
      for sentence in prose { lines += [sentence, ""] }
      lines += ["## Tasks", ""]
      for task in tasks {
        lines.append("- [\(task.box)] \(task.text)\(task.due.map { " due:\($0)" } ?? "") ^\(task.name)")
      }
      return lines.joined(separator: "\n") + "\n"
    }

    init() {}

    /// Reads what a merge without conflicts wrote.
    init?(_ text: String) {
      (fields, limits, measures, owners, tasks, prose) = ([:], [:], [:], [], [], [])
      var measure = ""
      for line in text.components(separatedBy: "\n") {
        if line.hasPrefix("- [") {
          var words = line.components(separatedBy: " ")
          guard let name = words.popLast()?.dropFirst() else { return nil }
          let due = words.last?.hasPrefix("due:") == true ? words.removeLast() : nil
          let box = line.dropFirst(3).prefix(1)
          let text = words.drop { !$0.hasSuffix("]") }.dropFirst().joined(separator: " ")
          tasks.append(Task(box: String(box), text: text, due: due.map { String($0.dropFirst(4)) }, name: String(name)))
        } else if line.hasSuffix(".") {
          prose.append(line)
        } else if line.hasPrefix("owners: [") {
          owners = Set(line.dropFirst(9).dropLast().components(separatedBy: ", ").filter { !$0.isEmpty })
        } else if line.hasPrefix("  - name: ") {
          measure = String(line.dropFirst(10))
          measures[measure] = [:]
        } else if line.hasPrefix("    "), let colon = line.range(of: ": ") {
          measures[measure]?[String(line[..<colon.lowerBound].dropFirst(4))] = String(line[colon.upperBound...])
        } else if line.hasPrefix("  "), let colon = line.range(of: ": ") {
          limits[String(line[..<colon.lowerBound].dropFirst(2))] = String(line[colon.upperBound...])
        } else if line.hasSuffix(" # ok"), let colon = line.range(of: ": ") {
          fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...].dropLast(5))
        }
      }
    }

    mutating func change(_ random: inout SplitMix, side: String, step: Int) {
      let task = random.below(tasks.count)
      let measure = ["cost", "people", "trips"][random.below(3)]
      switch random.below(17) {
      case 0: fields[["title", "status", "due", "colour"][random.below(4)]] = "\(side)\(step)"
      case 1: fields[["risk", "shape"][random.below(2)]] = "\(side)\(step)"
      case 2: fields[["due", "colour"][random.below(2)]] = nil
      case 3: owners.insert(["carl", "dora", "eve-\(side)"][random.below(3)])
      case 4: owners.remove(["ana", "ben"][random.below(2)])
      case 5, 6:
        tasks.insert(Task(text: "New \(side) \(step)", name: "\(side)-\(step)"), at: random.below(tasks.count + 1))
      case 7 where !tasks.isEmpty: tasks.remove(at: task)
      case 8 where !tasks.isEmpty: tasks[task].box = ["x", "-", " "][random.below(3)]
      case 9 where !tasks.isEmpty: tasks[task].due = "2026-12-0\(1 + random.below(9))"
      case 10 where !tasks.isEmpty && random.below(2) == 0: tasks[task].text = "Other words \(side) \(step)"
      case 11: limits[["first", "second", "third", "fourth"][random.below(4)]] = "\(side)\(step)"
      case 13: measures[measure]?["now"] = "\(side)\(step)"
      case 14: measures[measure]?[["target", "unit"][random.below(2)]] = "\(side)\(step)"
      case 15: measures[["people", "trips"][random.below(2)]] = nil
      case 16: measures["of-\(side)-\(step)"] = ["target": "\(step)"]
      case 12: limits[["second", "third"][random.below(2)]] = nil
      default: prose[random.below(3)] = "Said \(side) \(step)."
      }
    }
  }

  /// Nil where both changed it, each in its way.
  static func settled<T: Equatable>(_ base: T, _ ours: T, _ theirs: T) -> T? {
    ours == theirs || theirs == base ? ours : ours == base ? theirs : nil
  }

  /// What a merge should say, but for the order of tasks; nil for a conflict.
  static func model(_ base: Goal, _ ours: Goal, _ theirs: Goal) -> Goal? {
    var goal = Goal()
    goal.fields = [:]
    for key in Set(base.fields.keys).union(ours.fields.keys).union(theirs.fields.keys) {
      guard let value = settled(base.fields[key], ours.fields[key], theirs.fields[key]) else { return nil }
      goal.fields[key] = value
    }
    goal.limits = [:]
    for key in Set(base.limits.keys).union(ours.limits.keys).union(theirs.limits.keys) {
      guard let value = settled(base.limits[key], ours.limits[key], theirs.limits[key]) else { return nil }
      goal.limits[key] = value
    }
    goal.measures = [:]
    for name in Set(base.measures.keys).union(ours.measures.keys).union(theirs.measures.keys) {
      let (old, mine, yours) = (base.measures[name], ours.measures[name], theirs.measures[name])
      guard let old, let mine, let yours else {
        guard let measure = settled(old, mine, yours) else { return nil }
        goal.measures[name] = measure
        continue
      }
      goal.measures[name] = [:]
      for key in ["target", "now", "unit"] {
        guard let value = settled(old[key], mine[key], yours[key]) else { return nil }
        goal.measures[name]?[key] = value
      }
    }
    goal.owners = base.owners.intersection(ours.owners).intersection(theirs.owners).union(
      ours.owners.subtracting(base.owners)
    ).union(
      theirs.owners.subtracting(base.owners))
    goal.prose = []
    for number in 0..<3 {
      guard let sentence = settled(base.prose[number], ours.prose[number], theirs.prose[number]) else { return nil }
      goal.prose.append(sentence)
    }
    goal.tasks = []
    func find(_ name: String, _ goal: Goal) -> Goal.Task? { goal.tasks.first { $0.name == name } }
    for name in Set((base.tasks + ours.tasks + theirs.tasks).map(\.name)).sorted() {
      let (old, mine, yours) = (find(name, base), find(name, ours), find(name, theirs))
      if let old, var mine, let yours {
        guard let box = settled(old.box, mine.box, yours.box), let text = settled(old.text, mine.text, yours.text),
          let due = settled(old.due, mine.due, yours.due)
        else { return nil }
        (mine.box, mine.text, mine.due) = (box, text, due)
        goal.tasks.append(mine)
      } else {
        guard let task = settled(old, mine, yours) else { return nil }
        if let task { goal.tasks.append(task) }
      }
    }
    return goal
  }

  static func sorted(_ goal: Goal?) -> Goal? {
    var goal = goal
    goal?.tasks.sort { $0.name < $1.name }
    return goal
  }

  @Test(arguments: 0..<400) func mergesAsTheModelDoes(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var base = Goal()
    for step in 0..<random.below(6) { base.change(&random, side: "early", step: step) }
    var (ours, theirs) = (base, base)
    for step in 0..<(1 + random.below(6)) { ours.change(&random, side: "ours", step: step) }
    for step in 0..<(1 + random.below(6)) { theirs.change(&random, side: "theirs", step: step) }
    let merged = try mergeRecords(base.text, ours.text, theirs.text)
    let story = "\(base.text)\n--- ours\n\(ours.text)\n--- theirs\n\(theirs.text)\n--- merged\n\(merged.text)"

    // Nothing to merge.
    #expect(try mergeRecords(base.text, ours.text, ours.text).text == ours.text)
    #expect(try mergeRecords(base.text, ours.text, base.text).text == ours.text)
    #expect(try mergeRecords(base.text, base.text, theirs.text).text == theirs.text)

    // Either way round.
    let mirrored = try mergeRecords(base.text, theirs.text, ours.text)
    #expect(mirrored.isClean == merged.isClean)
    #expect(MergeSample.sides(mirrored.text).ours == MergeSample.sides(merged.text).theirs, "\(story)")

    // What both removed, and both added to in its place, may be one thing in two versions.
    let names = Set(base.tasks.map(\.name))
    let bothRemoved = !names.subtracting(ours.tasks.map(\.name)).isDisjoint(
      with: names.subtracting(theirs.tasks.map(\.name)))
    let expected = Self.sorted(Self.model(base, ours, theirs))
    #expect(merged.isClean == !merged.text.contains("<<<<<<<"))
    if merged.isClean {
      #expect(Self.sorted(Goal(merged.text)) == expected, "\(story)")
    } else if !bothRemoved {
      #expect(expected == nil, "\(story)")
    }
    // Nothing that one side added is lost, in a conflict or out of it.
    for line in Set((ours.text + theirs.text).components(separatedBy: "\n")).subtracting(
      base.text.components(separatedBy: "\n")) where line.hasPrefix("- [")
    {
      let name = line.components(separatedBy: "^")[1]
      if !names.contains(name) { #expect(merged.text.contains("^" + name), "\(story)") }
    }
  }
}
