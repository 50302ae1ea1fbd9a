import Foundation
import Synchronization
import TestSupport
import Testing

/// Eight people change one workspace at once, each with the real program, and a model says what must come of it.
@Suite struct ManyWritersTests {
  private static let writers = 8
  private static let rounds = 4
  private static let goals = ["alpha", "beta", "gamma"]

  /// A command that somebody ran, and whether it said that it was done.
  private struct Step: Sendable {
    enum Act: Sendable {
      case tag(goal: String, tag: String)
      case untag(goal: String, tag: String)
      case priority(goal: String, String)
      case done(goal: String, task: String)
      case note(title: String)
      case rename(from: String, to: String)
      case need(goal: String, hub: String)
    }

    let writer: Int
    let act: Act
    let status: Int32
    let output: String

    var isDone: Bool { status == 0 }
  }

  private static func task(_ writer: Int, _ number: Int) -> String { "t\(writer)-\(number)" }

  private static func text(_ goal: String) -> String {
    var text =
      "---\ntitle: The \(goal) goal\nstatus: proposed\nwhy: Because # kept\nowners: [ana]\nneeds: []\ntags: []\n---\n\nProse that nobody touches.\n\n"
    for writer in 0..<writers {
      for number in 0..<rounds {
        text += "- [ ] Work \(number) of writer \(writer) on \(goal) ^\(task(writer, number))\n"
      }
    }
    return text
  }

  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(
      ".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\nrules: {similar-task: off}\n---\n")
    try repository.write(".teamwork/people/ana.md", "---\nname: Ana\nemails: [ana@example.org]\n---\n")
    for goal in goals { try repository.write(".teamwork/goals/\(goal).md", text(goal)) }
    try repository.write(
      ".teamwork/goals/hub0.md", "---\ntitle: The hub\nstatus: proposed\nwhy: Because\nowners: [ana]\n---\n")
    try repository.commit("begin")
    return repository
  }

  private static func words(_ act: Step.Act) -> [String] {
    switch act {
    case .tag(let goal, let tag): ["set", "goal/" + goal, "tags+=" + tag]
    case .untag(let goal, let tag): ["set", "goal/" + goal, "tags-=" + tag]
    case .priority(let goal, let value): ["set", "goal/" + goal, "priority=" + value]
    case .done(let goal, let task): ["done", goal + "^" + task]
    case .note(let title): ["new", "note", title, "kind=idea"]
    case .rename(let from, let to): ["rename", "goal/" + from, to]
    case .need(let goal, let hub): ["set", "goal/" + goal, "needs+=" + hub]
    }
  }

  private static func act(_ random: inout SplitMix, _ writer: Int, _ round: Int, tags: [(goal: String, tag: String)])
    -> Step.Act
  {
    let goal = goals[random.below(goals.count)]
    switch random.below(9) {
    case 0, 1: return .tag(goal: goal, tag: "w\(writer)r\(round)")
    case 2:
      if tags.isEmpty { return .tag(goal: goal, tag: "w\(writer)r\(round)") }
      let tag = tags[random.below(tags.count)]
      return .untag(goal: tag.goal, tag: tag.tag)
    case 3: return .priority(goal: goal, ["low", "medium", "high"][random.below(3)])
    case 4, 5: return .done(goal: goal, task: task(writer, round))
    case 6: return .note(title: random.below(2) == 0 ? "An idea of all" : "Idea \(writer) \(round)")
    case 7: return .rename(from: "hub\(random.below(4))", to: "hub\(random.below(4))")
    default: return .need(goal: goal, hub: "hub\(random.below(4))")
    }
  }

  @Test(arguments: [1, 2]) func nothingIsLost(seed: Int) throws {
    let repository = try Self.repository()
    let log = Mutex<[Step]>([])
    let (top, variables) = (
      repository.top,
      repository.variables.merging(["PATH": Faults.path, "TW_TODAY": "2026-11-20", "TW_PERSON": "ana"]) { $1 }
    )
    DispatchQueue.concurrentPerform(iterations: Self.writers) { writer in
      var random = SplitMix(state: UInt64(seed * 100 + writer))
      var tags: [(goal: String, tag: String)] = []
      for round in 0..<Self.rounds {
        let act = Self.act(&random, writer, round, tags: tags)
        guard let ending = try? ChildRun(["tw"] + Self.words(act), in: top, variables: variables) else {
          continue
        }
        switch act {
        case .tag(let goal, let tag): tags.append((goal, tag))
        case .untag(_, let tag): tags.removeAll { $0.tag == tag }
        default: break
        }
        log.withLock { $0.append(Step(writer: writer, act: act, status: ending.status, output: ending.errors)) }
      }
    }
    let steps = log.withLock { $0 }
    let story: Comment =
      "seed \(seed):\n\(steps.map { "\($0.writer) \(Self.words($0.act).joined(separator: " ")): \($0.status) \($0.output)" }.joined(separator: "\n"))"
    #expect(steps.count == Self.writers * Self.rounds, story)
    try Self.compare(repository, steps, story)
  }

  private static func compare(_ repository: ScratchRepository, _ steps: [Step], _ story: Comment) throws {
    // Only a name that was taken, or that nobody has any more, is a reason not to do it.
    for step in steps where !step.isDone {
      switch step.act {
      case .rename, .need: #expect(step.status == 1 || step.status == 2, story)
      default: Issue.record("\(words(step.act)) was refused: \(step.output)\n\(story)")
      }
      #expect(!step.output.contains("changed meanwhile"), story)
    }

    // The hub went from name to name: each was left as often as it was taken, but for the first and the last.
    var balance: [String: Int] = [:]
    for case .rename(let from, let to) in steps.filter(\.isDone).map(\.act) {
      balance[from, default: 0] -= 1
      balance[to, default: 0] += 1
    }
    balance["hub0", default: 0] += 1
    let hub = try #require(balance.first { $0.value == 1 }?.key, story)
    #expect(balance.allSatisfy { $0.value == ($0.key == hub ? 1 : 0) }, story)

    var expected: [String: String] = [
      "teamwork.md": try repository.git("show", "HEAD:.teamwork/teamwork.md"),
      "people/ana.md": try repository.git("show", "HEAD:.teamwork/people/ana.md"),
      "goals/\(hub).md": try repository.git("show", "HEAD:.teamwork/goals/hub0.md"),
    ]
    var files = repository.files(below: ".teamwork")
    for goal in goals {
      let path = "goals/\(goal).md"
      var (tags, needs, priorities, tasks): (Set<String>, Set<String>, Set<String>, Set<String>) = ([], [], [], [])
      for case let step in steps where step.isDone {
        switch step.act {
        case .tag(goal, let tag): tags.insert(tag)
        case .need(goal, _): needs = [hub]
        case .priority(goal, let value): priorities.insert(value)
        case .done(goal, let task): tasks.insert(task)
        default: break
        }
      }
      for case .untag(goal, let tag) in steps.filter(\.isDone).map(\.act) { tags.remove(tag) }
      // What depends on who came last is taken from the file; the rest must be as the model says.
      var text = text(goal)
      for task in tasks {
        text = text.components(separatedBy: "\n").map { line in
          line.hasSuffix(" ^" + task)
            ? line.replacingOccurrences(of: "- [ ]", with: "- [x]").replacingOccurrences(
              of: " ^", with: " done:2026-11-20 ^") : line
        }.joined(separator: "\n")
      }
      let now = try #require(files[path], story)
      func list(_ field: String) -> [String] {
        guard let line = now.components(separatedBy: "\n").first(where: { $0.hasPrefix(field + ": [") }) else {
          return []
        }
        return line.dropFirst(field.count + 3).prefix { $0 != "]" }.components(separatedBy: ", ").filter { !$0.isEmpty }
      }
      #expect(Set(list("tags")) == tags && list("tags").count == tags.count, "\(goal): \(story)")
      #expect(Set(list("needs")) == needs && list("needs").count == needs.count, "\(goal): \(story)")
      let lines = now.components(separatedBy: "\n")
      let priority = lines.first { $0.hasPrefix("priority: ") }
      #expect(
        priorities.isEmpty ? priority == nil : priorities.contains { priority == "priority: " + $0 },
        "\(goal): \(story)")
      let rest = lines.filter { !$0.hasPrefix("priority:") && !$0.hasPrefix("tags:") && !$0.hasPrefix("needs:") }
      let wanted = text.components(separatedBy: "\n").filter { !$0.hasPrefix("tags:") && !$0.hasPrefix("needs:") }
      #expect(rest == wanted, "\(goal): \(story)")
      files[path] = nil
    }
    // A note for each that was made, and nothing else.
    let titles = steps.filter(\.isDone).compactMap { if case .note(let title) = $0.act { title } else { nil } }
    let notes = files.filter { $0.key.hasPrefix("notes/") }
    #expect(notes.count == titles.count, story)
    let written = notes.values.compactMap {
      $0.components(separatedBy: "\n").first { $0.hasPrefix("title: ") }?.dropFirst(7)
    }.map(String.init)
    #expect(written.sorted() == titles.sorted(), story)
    for path in notes.keys { files[path] = nil }
    for (path, text) in expected where files[path] == text { (files[path], expected[path]) = (nil, nil) }
    #expect(files.isEmpty && expected.isEmpty, "\(files.keys) \(expected.keys) \(story)")
    // No reference leads to a name that is gone.
    let answer = repository.tw("validate")
    #expect(
      !answer.output.contains("unknown-reference") && !answer.output.contains("unknown-kind"),
      "\(answer.output) \(story)")
  }
}
