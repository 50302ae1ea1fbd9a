import Foundation
import TestSupport

/// What a team's records say, without how they are written: what a merge of two clones is compared with.
struct TeamModel: Equatable {
  struct Task: Equatable {
    var box = " "
    var text: String
    var due: String?
    var owner: String?
    /// Also its anchor.
    let name: String

    var line: String { "- [\(box)] \(text)\(owner.map { " @\($0)" } ?? "")\(due.map { " due:\($0)" } ?? "") ^\(name)" }

    init(text: String, name: String) { (self.text, self.name) = (text, name) }

    init?(line: String) {
      var words = line.components(separatedBy: " ")
      guard line.hasPrefix("- ["), let anchor = words.popLast(), anchor.hasPrefix("^") else { return nil }
      name = String(anchor.dropFirst())
      box = String(line.dropFirst(3).prefix(1))
      words = Array(words.drop { !$0.hasSuffix("]") }.dropFirst())
      if let word = words.last, word.hasPrefix("due:") { (due, words) = (String(word.dropFirst(4)), words.dropLast()) }
      if let word = words.last, word.hasPrefix("@") { (owner, words) = (String(word.dropFirst()), words.dropLast()) }
      text = words.joined(separator: " ")
    }
  }

  struct Goal: Equatable {
    static let keys = ["title", "status", "due", "priority", "why", "x-colour"]

    var fields: [String: String]
    var lists: [String: [String]] = ["owners": ["ana", "ben"], "tags": ["one", "two"]]
    var tasks: [Task]
    var prose = ["First.", "Second.", "Third."]

    init(_ id: String) {
      fields = ["title": "The \(id) goal", "status": "proposed", "due": "2026-12-18", "why": "For \(id)"]
      tasks = (1...4).map { Task(text: "Do \(id) number \($0)", name: "\(id)-\($0)") }
    }

    var text: String {
      var lines = ["---"]
      for key in Self.keys { if let value = fields[key] { lines.append("\(key): \(value)") } }
      for key in ["owners", "tags"] { lines.append("\(key): [\((lists[key] ?? []).joined(separator: ", "))]") }
      lines += ["---", ""] + prose.flatMap { [$0, ""] } + ["## Tasks", ""] + tasks.map(\.line)
      return lines.joined(separator: "\n") + "\n"
    }

    init(parsing text: String) {
      (fields, lists, tasks, prose) = ([:], [:], [], [])
      for line in text.components(separatedBy: "\n") {
        if let task = Task(line: line) {
          tasks.append(task)
        } else if line.hasSuffix(".") {
          prose.append(line)
        } else if let colon = line.range(of: ": ") {
          let (key, value) = (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
          if value.hasPrefix("[") {
            lists[key] = value.dropFirst().dropLast().components(separatedBy: ", ").filter { !$0.isEmpty }
          } else {
            fields[key] = value
          }
        }
      }
    }

    /// Without the orders that a merge may choose.
    var sorted: Goal {
      var goal = self
      goal.lists = lists.mapValues { $0.sorted() }
      goal.tasks.sort { $0.name < $1.name }
      return goal
    }
  }

  /// The entries under each heading of a status report.
  struct Report: Equatable {
    var sections: [String: [String]] = ["Done": ["Did a", "Did b"], "Next": ["Next a", "Next b"]]

    var text: String {
      "---\nmood: 4\n---\n"
        + ["Done", "Next"].map { "\n## \($0)\n\n" + (sections[$0] ?? []).map { "- \($0)\n" }.joined() }.joined()
    }

    init() {}

    init(parsing text: String) {
      sections = [:]
      var heading = ""
      for line in text.components(separatedBy: "\n") {
        if line.hasPrefix("## ") {
          heading = String(line.dropFirst(3))
        } else if line.hasPrefix("- ") {
          sections[heading, default: []].append(String(line.dropFirst(2)))
        }
      }
    }

    var sorted: Report {
      var report = self
      report.sections = sections.mapValues { $0.sorted() }
      return report
    }
  }

  var goals: [String: Goal]
  var reports: [String: Report]

  static let people = ["ana", "ben", "carl", "dora"]

  init() {
    goals = Dictionary(uniqueKeysWithValues: ["alpha", "beta", "gamma", "delta"].map { ($0, Goal($0)) })
    reports = ["2026-W47/ana": Report(), "2026-W47/ben": Report()]
  }

  /// By path, below the workspace.
  var files: [String: String] {
    var files: [String: String] = [:]
    for (id, goal) in goals { files["goals/\(id).md"] = goal.text }
    for (id, report) in reports { files["status/\(id).md"] = report.text }
    return files
  }

  // MARK: Changes

  /// - Parameters:
  ///   - side: who does it; only the first takes tasks and entries away, so that no two replace the same one.
  ///   - step: a number that no other change of this side has.
  mutating func change(_ random: inout SplitMix, side: String, step: Int) {
    let isFirst = side == "first"
    if random.below(4) == 0 {
      let id = reports.keys.sorted()[random.below(reports.count)]
      let heading = ["Done", "Next"][random.below(2)]
      var entries = reports[id]?.sections[heading] ?? []
      let place = random.below(entries.count)
      if isFirst, entries.count > 3, random.below(3) == 0 {
        entries.remove(at: place)
      } else {
        entries.insert("Entry of \(side) \(step)", at: random.below(entries.count + 1))
      }
      reports[id]?.sections[heading] = entries
      return
    }
    if random.below(8) == 0 {
      goals["\(side)-\(step)"] = Goal("\(side)-\(step)")
      return
    }
    let id = goals.keys.sorted()[random.below(goals.count)]
    guard var goal = goals[id] else { return }
    let place = random.below(goal.tasks.count)
    switch random.below(14) {
    case 0: goal.fields["status"] = ["on-track", "at-risk", "off-track", "paused"][random.below(4)]
    case 1: goal.fields["due"] = random.below(4) == 0 ? nil : "2026-12-\(10 + random.below(20))"
    case 2: goal.fields["priority"] = random.below(4) == 0 ? nil : ["low", "medium", "high"][random.below(3)]
    case 3: goal.fields[["title", "why", "x-colour"][random.below(3)]] = "\(side) \(step)"
    case 4: Self.toggle(&goal.lists["owners", default: []], Self.people[random.below(4)])
    case 5: Self.toggle(&goal.lists["tags", default: []], ["one", "two", "three", "\(side)\(step)"][random.below(4)])
    case 6, 7:
      goal.tasks.insert(
        Task(text: "New work of \(side) \(step)", name: "\(side)-\(step)"), at: random.below(goal.tasks.count + 1))
    case 8 where isFirst && goal.tasks.count > 1: goal.tasks.remove(at: place)
    case 9, 10: goal.tasks[place].box = ["x", "-", " "][random.below(3)]
    case 11: goal.tasks[place].due = "2026-12-0\(1 + random.below(9))"
    case 12: goal.tasks[place].owner = random.below(4) == 0 ? nil : Self.people[random.below(4)]
    default: goal.prose[random.below(3)] = "Said by \(side) \(step)."
    }
    goals[id] = goal
  }

  private static func toggle(_ list: inout [String], _ item: String) {
    if let place = list.firstIndex(of: item) { list.remove(at: place) } else { list.append(item) }
  }

  // MARK: Merging

  /// What becomes of two versions.
  struct Merge {
    /// What one gets who takes one side wherever both changed the same thing.
    var result: TeamModel
    /// The files, below the workspace, in which they did.
    var conflicts: Set<String> = []
  }

  static func merge(_ base: TeamModel, _ ours: TeamModel, _ theirs: TeamModel, preferringOurs: Bool) -> Merge {
    var merge = Merge(result: base)
    for id in Set(ours.goals.keys).union(theirs.goals.keys) {
      guard let old = base.goals[id], let mine = ours.goals[id], let yours = theirs.goals[id] else {
        merge.result.goals[id] = ours.goals[id] ?? theirs.goals[id]
        continue
      }
      var hasConflict = false
      func settle<T: Equatable>(_ old: T, _ mine: T, _ yours: T) -> T {
        if mine == yours || yours == old { return mine }
        if mine == old { return yours }
        hasConflict = true
        return preferringOurs ? mine : yours
      }
      var goal = mine
      for key in Goal.keys { goal.fields[key] = settle(old.fields[key], mine.fields[key], yours.fields[key]) }
      for key in mine.lists.keys {
        goal.lists[key] = elements(old.lists[key] ?? [], mine.lists[key] ?? [], yours.lists[key] ?? [])
      }
      goal.prose = goal.prose.indices.map { settle(old.prose[$0], mine.prose[$0], yours.prose[$0]) }
      goal.tasks = []
      for name in Set((mine.tasks + yours.tasks).map(\.name)) {
        func find(_ goal: Goal) -> Task? { goal.tasks.first { $0.name == name } }
        if let task = Self.task(find(old), find(mine), find(yours), settle) { goal.tasks.append(task) }
      }
      merge.result.goals[id] = goal
      if hasConflict { merge.conflicts.insert("goals/\(id).md") }
    }
    for id in ours.reports.keys {
      for heading in ["Done", "Next"] {
        merge.result.reports[id]?.sections[heading] = elements(
          base.reports[id]?.sections[heading] ?? [], ours.reports[id]?.sections[heading] ?? [],
          theirs.reports[id]?.sections[heading] ?? [])
      }
    }
    return merge
  }

  /// A task is a line: when a part of it is of two minds, the line is.
  private static func task(_ old: Task?, _ mine: Task?, _ yours: Task?, _ settle: (Task?, Task?, Task?) -> Task?)
    -> Task?
  {
    guard let old, var task = mine, let yours else { return settle(old, mine, yours) }
    func settled<T: Equatable>(_ part: WritableKeyPath<Task, T>) -> Bool {
      if yours[keyPath: part] == old[keyPath: part] || yours[keyPath: part] == task[keyPath: part] { return true }
      guard task[keyPath: part] == old[keyPath: part] else { return false }
      task[keyPath: part] = yours[keyPath: part]
      return true
    }
    // Its owner is one of its words.
    return settled(\.box) && settled(\.text) && settled(\.due) && settled(\.owner) ? task : settle(old, mine, yours)
  }

  private static func elements(_ old: [String], _ mine: [String], _ yours: [String]) -> [String] {
    mine.filter { yours.contains($0) || !old.contains($0) } + yours.filter { !old.contains($0) && !mine.contains($0) }
  }
}
