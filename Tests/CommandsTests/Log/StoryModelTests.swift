import Foundation
import TestSupport
import Testing

/// Log, summary and report against a model that knows what really happened.
@Suite struct StoryModelTests {
  /// `TW_STORY_SEEDS=1000-1200` tries others.
  static let seeds: [UInt64] = {
    let ends = (ProcessInfo.processInfo.environment["TW_STORY_SEEDS"] ?? "1-6").split(separator: "-").compactMap {
      UInt64($0)
    }
    return ends.count == 2 ? Array(ends[0]...max(ends[0], ends[1])) : []
  }()

  @Test(arguments: seeds)
  func whatReallyHappened(seed: UInt64) throws {
    let model = StoryModel(seed: seed, rounds: 14)
    let repository = try ScratchRepository()
    try repository.fastImport(model.stream)
    try repository.git("reset", "--quiet", "--hard", "main")
    let check = Check(seed: seed, model: model, repository: repository)
    try check.stories()
    try check.weeks()
  }

  private struct Check {
    let seed: UInt64
    let model: StoryModel
    let repository: ScratchRepository
    private let numbers: [String: Int]

    init(seed: UInt64, model: StoryModel, repository: ScratchRepository) {
      (self.seed, self.model, self.repository) = (seed, model, repository)
      let ids = (try? repository.git("log", "--format=%H %s", "main")) ?? ""
      numbers = Dictionary(
        uniqueKeysWithValues: ids.split(separator: "\n").compactMap { line in
          let words = line.split(separator: " ")
          return Int(words[2]).map { (String(words[0]), $0) }
        })
    }

    func json(_ words: [String], today: String? = nil) throws -> [String: Any] {
      let answer = repository.run(words + ["--format", "json"] + (today.map { ["--today", $0] } ?? []))
      #expect(answer.status == 0, "seed \(seed) \(words): \(answer.errors)")
      return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    }

    // MARK: The log

    private func told(_ reference: String) throws -> [[String: Any]] {
      try #require(try json(["log", reference])["events"] as? [[String: Any]])
    }

    /// As the model says it; nil for what it does not tell of a record.
    private func words(_ event: [String: Any]) -> String? {
      switch event["change"] as? String {
      case "created": return event["restored"] as? Bool == true ? "restored" : "created"
      case "removed": return "removed"
      case "renamed": return "renamed \(event["from"]!) \(event["to"]!)"
      case "field": return "\(event["field"]!) \(event["from"]!) \(event["to"]!)"
      default: return nil
      }
    }

    func stories() throws {
      for thing in model.commits.last!.state.values.sorted(by: { $0.number < $1.number }) {
        let events = try told("\(thing.kind)/\(thing.id)")
        #expect(!events.isEmpty)
        let found = events.compactMap { event in
          words(event).map { "\(numbers[event["commit"] as! String]!) \($0)\(event["repeats"] == nil ? "" : " again")" }
        }
        let hoped = model.deeds.filter { $0.thing == thing.number && $0.task == nil }.map {
          "\($0.commit) \($0.what)\(model.repeats.contains($0) ? " again" : "")"
        }
        #expect(found.sorted() == hoped.sorted(), "seed \(seed), \(thing.id)")
        for item in thing.tasks { try task(item, of: thing) }
      }
    }

    private func task(_ item: StoryModel.Item, of thing: StoryModel.Thing) throws {
      let found = try told("\(thing.id)^\(item.anchor)").compactMap { event -> String? in
        let commit = numbers[event["commit"] as! String]!
        switch event["change"] as? String {
        case "created", "task-added": return "\(commit) added"
        case "removed", "task-removed": return "\(commit) removed"
        case "task-done": return "\(commit) done"
        case "task-reopened": return "\(commit) reopened"
        case "task-changed":
          let (from, to) = (event["from"] as! [String: Any], event["to"] as! [String: Any])
          return "\(commit) called \(from["anchor"]!) \(to["anchor"]!)"
        case "renamed": return nil
        default: return "\(commit) \(event)"
        }
      }
      let hoped = model.deeds.filter { $0.task == item.number }.map { "\($0.commit) \($0.what)" }
      #expect(found.sorted() == hoped.sorted(), "seed \(seed), \(thing.id)^\(item.anchor)")
    }

    // MARK: Weeks

    private func ancestors(_ commit: Int?) -> Set<Int> {
      var found: Set<Int> = []
      var next = commit.map { [$0] } ?? []
      while let commit = next.popLast() { if found.insert(commit).inserted { next += model.commits[commit].parents } }
      return found
    }

    func weeks() throws {
      let week: Int64 = 7 * 86_400
      let last = (model.commits.last!.time - StoryModel.begin) / week
      for number in 0...last {
        let start = StoryModel.begin + number * week
        // Later commits have later times, so the newest one is the last.
        let before = model.commits.lastIndex { $0.time < start }
        guard let now = model.commits.lastIndex(where: { $0.time < start + week }) else { continue }
        try summary(37 + Int(number), before, now)
        let isIn = model.commits.map { $0.time >= start && $0.time < start + week }
        try report(start, isIn, now)
      }
    }

    private func summary(_ week: Int, _ before: Int?, _ now: Int) throws {
      let (old, new) = (before.map { model.commits[$0].state } ?? [:], model.commits[now].state)
      let name = week > 53 ? "2027-W\(week - 53 < 10 ? "0" : "")\(week - 53)" : "2026-W\(week)"
      let told = try json(["summary", "--week", name], today: "2027-12-31")
      let goals = try #require(told["goals"] as? [[String: Any]])
      func states(_ goal: [String: Any]) -> String {
        let status = goal["status"] as! [String: Any]
        return "\(goal["id"]!) \(status["before"] as? String ?? "-") \(status["now"] as? String ?? "-")"
      }
      let found = goals.map(states).sorted()
      // Another name alone is no news of a goal.
      let numbers = Set(old.keys).union(new.keys).filter {
        old[$0]?.text != new[$0]?.text && (old[$0] ?? new[$0])?.kind == "goal"
      }
      let hoped = numbers.map { number in
        "\((new[number] ?? old[number])!.id) \(old[number]?.status ?? "-") \(new[number]?.status ?? "-")"
      }
      #expect(found == hoped.sorted(), "seed \(seed), \(name)")
      let slips = try #require(told["slips"] as? [[String: Any]])
      let foundSlips = slips.map { "\($0["id"]!) \($0["from"]!) \($0["to"]!)" }.sorted()
      let slipped = new.values.filter { $0.kind == "goal" && (old[$0.number]?.due ?? $0.due) < $0.due }
      #expect(
        foundSlips
          == slipped.map { "\($0.id) \(StoryModel.day(old[$0.number]!.due)) \(StoryModel.day($0.due))" }.sorted(),
        "seed \(seed), \(name)")
      let told2 = ancestors(now).subtracting(ancestors(before))
      for slip in slips {
        let thing = slipped.first { $0.id == slip["id"] as? String }
        let commits = Set(
          model.deeds.filter { $0.thing == thing?.number && $0.what.hasPrefix("due ") && told2.contains($0.commit) }
            .map(\.commit))
        let commit = (slip["commit"] as? String).flatMap { self.numbers[$0] }
        #expect(commit.map(commits.contains) ?? commits.isEmpty, "seed \(seed), \(name): \(slip)")
      }
    }

    private func report(_ start: Int64, _ isIn: [Bool], _ now: Int) throws {
      func date(_ time: Int64) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(time)))
      }
      let told = try json(["report", "--from", date(start), "--to", date(start + 6 * 86_400)], today: "2027-12-31")
      let measures = told.values.flatMap { ($0 as? [String: Any])?["measures"] as? [[String: Any]] ?? [] }
      let state = model.commits[now].state
      for (measure, word) in [("dates-moved", "due "), ("state-changes", "status ")] {
        let value = measures.first { $0["name"] as? String == measure }?["value"] as? Int
        // Of goals that are there at the end, and of those that went.
        let goals = Set(model.commits.flatMap { $0.state.values }.filter { $0.kind == "goal" }.map(\.number))
        let hoped = model.deeds.filter {
          isIn[$0.commit] && $0.what.hasPrefix(word) && goals.contains($0.thing) && !model.repeats.contains($0)
            && state[$0.thing] != nil
        }.count
        let most =
          hoped
          + model.deeds.filter {
            isIn[$0.commit] && $0.what.hasPrefix(word) && goals.contains($0.thing) && state[$0.thing] == nil
          }.count
        #expect(
          (hoped...most).contains(value ?? 0), "seed \(seed), \(date(start)) \(measure): \(value ?? -1), not \(hoped)")
      }
    }
  }
}
