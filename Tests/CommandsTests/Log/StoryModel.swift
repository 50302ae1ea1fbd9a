import Foundation
import TestSupport

/// A history of goals, decisions and people that knows what really happened: which file is which record, whatever it is called,
/// and what was done to each on which branch. Branches part and meet again, each having edited, renamed, removed, restored and
/// named anew; names that become free are taken again; some changes are made on both.
///
/// The same seed makes the same history.
struct StoryModel {
  struct Item: Equatable {
    var number: Int
    var anchor: String
    var isDone = false
  }

  struct Thing: Equatable {
    var number: Int
    var kind: String
    var id: String
    var due: Int
    var status: String
    var tasks: [Item]

    var path: String { ".teamwork/\(kind == "person" ? "people" : kind + "s")/\(id).md" }

    var text: String {
      let word = StoryModel.word(number)
      switch kind {
      case "goal":
        return "---\ntitle: Goal \(word)\nstatus: \(status)\nowners: [ana]\ndue: \(StoryModel.day(due))\n---\n\n"
          + tasks.map { "- [\($0.isDone ? "x" : " ")] Bring \(StoryModel.word($0.number)) home ^\($0.anchor)\n" }
          .joined()
      case "decision":
        return "---\ntitle: Decision \(word)\nby: [ana]\nstatus: \(status)\ndate: \(StoryModel.day(due))\n---\n"
      default: return "---\nname: \(word)\nemails: [\(word)@example.org]\nsince: \(StoryModel.day(due))\n---\n"
      }
    }

    /// The field that `due` stands for.
    var dayField: String { kind == "goal" ? "due" : kind == "decision" ? "date" : "since" }
  }

  /// Something that was done to a record, or to a task of it.
  struct Deed: Hashable {
    let commit: Int
    let thing: Int
    var task: Int?
    /// `due 3 7`, `renamed x y`, `done`.
    let what: String
  }

  struct Commit {
    var parents: [Int]
    var time: Int64
    var state: [Int: Thing]
  }

  private(set) var commits: [Commit] = []
  private(set) var deeds: [Deed] = []
  /// Those of the deeds that did what another branch had done.
  private(set) var repeats: Set<Deed> = []
  private var random: SplitMix
  private var things = 0
  private var items = 100_000
  private var names = 0
  private var free: [String] = []
  /// What went, as it stood last.
  private var gone: [Int: Thing] = [:]

  /// Monday, 7 September 2026.
  static let begin: Int64 = 1_788_739_200

  init(seed: UInt64, rounds: Int) {
    random = SplitMix(state: seed)
    commit([], [:]) { model, state in for _ in 0..<4 { model.create(&state) } }
    for _ in 0..<rounds {
      if random.below(3) == 0 { line(1 + random.below(3)) } else { fork() }
    }
  }

  // MARK: Words

  static func word(_ number: Int) -> String {
    var (rest, word) = (number + 26, "")
    repeat {
      word = String(UnicodeScalar(UInt8(97 + rest % 26))) + word
      rest /= 26
    } while rest > 0
    return "q" + word + "x"
  }

  static func day(_ number: Int) -> String { "2027-\(number < 20 ? "01" : "03")-\(number % 20 + 10)" }

  // MARK: Commits

  private var tip: Int { commits.count - 1 }

  private mutating func commit(
    _ parents: [Int], _ state: [Int: Thing], _ change: (inout StoryModel, inout [Int: Thing]) -> Void = { _, _ in }
  ) {
    var state = state
    let time = (commits.last?.time ?? Self.begin) + Int64(3600 + random.below(40 * 3600))
    commits.append(Commit(parents: parents, time: time, state: [:]))
    change(&self, &state)
    commits[commits.count - 1].state = state
  }

  private mutating func line(_ count: Int) {
    for _ in 0..<count {
      commit([tip], commits[tip].state) { model, state in
        for _ in 0...model.random.below(2) { model.change(&state, mayTakeNames: true) }
      }
    }
  }

  /// Two branches, each with some commits, and their merge.
  private mutating func fork() {
    let base = tip
    let goneBefore = gone
    var ends: [Int] = []
    var counts: [[String: Int]] = []
    let shared =
      random.below(2) == 0
      ? commits[base].state.values.sorted { $0.number < $1.number }.first { $0.kind == "goal" } : nil
    for _ in 0..<2 {
      var last = base
      let first = deeds.count
      let count = 1 + random.below(3)
      let place = random.below(count)
      gone = goneBefore
      for number in 0..<count {
        commit([last], commits[last].state) { model, state in
          // The same change on both.
          if number == place, let shared, var thing = state[shared.number] {
            model.set(&thing, due: (shared.due + 7) % 40)
            state[shared.number] = thing
          } else {
            model.change(&state, mayTakeNames: false)
          }
        }
        last = tip
      }
      ends.append(last)
      var count2: [String: Int] = [:]
      for deed in deeds[first...] {
        let key = "\(deed.thing) \(deed.task ?? -1) \(deed.what)"
        count2[key, default: 0] += 1
        if let other = counts.first?[key], count2[key]! <= other { repeats.insert(deed) }
      }
      counts.append(count2)
    }
    let merged = merge(commits[base].state, commits[ends[0]].state, commits[ends[1]].state)
    gone = goneBefore.filter { merged[$0.key] == nil }
    let order = random.below(2) == 0 ? ends : ends.reversed()
    commit(order, merged)
  }

  /// Record by record and field by field; of what both sides changed the first side's is taken.
  private func merge(_ base: [Int: Thing], _ ours: [Int: Thing], _ theirs: [Int: Thing]) -> [Int: Thing] {
    var merged: [Int: Thing] = [:]
    for number in Set(ours.keys).union(theirs.keys) {
      switch (base[number], ours[number], theirs[number]) {
      case (let base?, let ours?, let theirs?):
        var thing = ours
        func pick<T: Equatable>(_ field: WritableKeyPath<Thing, T>) {
          thing[keyPath: field] =
            ours[keyPath: field] == base[keyPath: field] ? theirs[keyPath: field] : ours[keyPath: field]
        }
        pick(\.id)
        pick(\.due)
        pick(\.status)
        var tasks: [Item] = []
        for item in ours.tasks + theirs.tasks where !tasks.contains(where: { $0.number == item.number }) {
          let old = base.tasks.first { $0.number == item.number }
          let (own, other) = (
            ours.tasks.first { $0.number == item.number }, theirs.tasks.first { $0.number == item.number }
          )
          guard let old else {
            tasks.append(item)
            continue
          }
          guard let own, let other else {
            if own ?? other != old { tasks.append(item) }
            continue
          }
          tasks.append(
            Item(
              number: item.number, anchor: own.anchor == old.anchor ? other.anchor : own.anchor,
              isDone: own.isDone == old.isDone ? other.isDone : own.isDone))
        }
        thing.tasks = tasks
        merged[number] = thing
      case (nil, let thing?, _), (nil, nil, let thing?): merged[number] = thing
      case (let base?, let only?, nil), (let base?, nil, let only?): if only != base { merged[number] = only }
      default: break
      }
    }
    return merged
  }

  // MARK: Changes

  private mutating func tell(_ thing: Thing, _ what: String, task: Int? = nil) {
    deeds.append(Deed(commit: tip, thing: thing.number, task: task, what: what))
  }

  private mutating func create(_ state: inout [Int: Thing], named name: String? = nil) {
    names += 1
    var thing = Thing(
      number: things, kind: ["goal", "goal", "goal", "decision", "person"][random.below(5)], id: name ?? "n\(names)",
      due: random.below(40), status: "accepted", tasks: [])
    if name != nil || thing.kind == "goal" {
      thing.kind = "goal"
      thing.status = "on-track"
      for _ in 0..<random.below(4) { thing.tasks.append(item()) }
    }
    things += 1
    state[thing.number] = thing
    tell(thing, "created")
    for item in thing.tasks { tell(thing, "added", task: item.number) }
  }

  private mutating func item() -> Item {
    items += 1
    names += 1
    return Item(number: items, anchor: "a\(names)")
  }

  private mutating func set(_ thing: inout Thing, due: Int) {
    if due == thing.due { return }
    tell(thing, "\(thing.dayField) \(Self.day(thing.due)) \(Self.day(due))")
    thing.due = due
  }

  private mutating func change(_ state: inout [Int: Thing], mayTakeNames: Bool) {
    // What this commit has touched is left alone: a rename keeps the bytes, and each change shall be seen.
    let now = tip
    let touched = Set(deeds.reversed().prefix { $0.commit == now }.map(\.thing))
    let numbers = state.keys.sorted().filter { !touched.contains($0) }
    guard !numbers.isEmpty, var thing = state[numbers[random.below(numbers.count)]] else { return create(&state) }
    switch random.below(12) {
    case 0: return create(&state)
    case 1:
      // A name that becomes free in this very commit is still the record's that had it, for Git.
      let used = Set(state.values.map(\.id) + commits[tip].parents.flatMap { commits[$0].state.values.map(\.id) })
      if mayTakeNames, let name = free.last(where: { !used.contains($0) }) { return create(&state, named: name) }
      set(&thing, due: random.below(40))
    case 2, 3:
      names += 1
      tell(thing, "renamed \(thing.id) n\(names)")
      if mayTakeNames { free.append(thing.id) }
      thing.id = "n\(names)"
    case 4:
      for item in thing.tasks { tell(thing, "removed", task: item.number) }
      tell(thing, "removed")
      gone[thing.number] = thing
      if mayTakeNames, random.below(2) == 0 { free.append(thing.id) }
      state[thing.number] = nil
      return
    case 5:
      let used = Set(state.values.map(\.id) + commits[tip].parents.flatMap { commits[$0].state.values.map(\.id) })
      guard let back = gone.keys.sorted().last, let old = gone[back], !touched.contains(back), !used.contains(old.id)
      else {
        return create(&state)
      }
      gone[back] = nil
      state[back] = old
      tell(old, "restored")
      for item in old.tasks { tell(old, "added", task: item.number) }
      return
    case 6, 7:
      if thing.kind != "goal" { return set(&state, thing) }
      let status = ["on-track", "at-risk", "off-track"].filter { $0 != thing.status }[random.below(2)]
      tell(thing, "status \(thing.status) \(status)")
      thing.status = status
    case 8, 9:
      guard thing.kind == "goal" else { return set(&state, thing) }
      if thing.tasks.isEmpty || random.below(4) == 0 {
        let item = item()
        thing.tasks.append(item)
        tell(thing, "added", task: item.number)
      } else {
        let number = random.below(thing.tasks.count)
        switch random.below(4) {
        case 0:
          tell(thing, "removed", task: thing.tasks[number].number)
          thing.tasks.remove(at: number)
        case 1:
          tell(thing, thing.tasks[number].isDone ? "reopened" : "done", task: thing.tasks[number].number)
          thing.tasks[number].isDone.toggle()
        default:
          names += 1
          tell(thing, "called \(thing.tasks[number].anchor) a\(names)", task: thing.tasks[number].number)
          thing.tasks[number].anchor = "a\(names)"
        }
      }
    default: set(&thing, due: random.below(40))
    }
    state[thing.number] = thing
  }

  private mutating func set(_ state: inout [Int: Thing], _ thing: Thing) {
    var thing = thing
    set(&thing, due: random.below(40))
    state[thing.number] = thing
  }

  // MARK: As a stream for `git fast-import`

  var stream: [UInt8] {
    var text = ""
    func data(_ bytes: String) -> String { "data \(bytes.utf8.count)\n\(bytes)\n" }
    for (number, commit) in commits.enumerated() {
      if commit.parents.isEmpty { text += "reset refs/heads/main\n\n" }
      text += "commit refs/heads/main\nmark :\(number + 1)\n"
      text +=
        "author Ana <ana@example.org> \(commit.time) +0000\ncommitter Ana <ana@example.org> \(commit.time) +0000\n"
      text += data("Commit \(number)\n")
      for (place, parent) in commit.parents.enumerated() { text += "\(place == 0 ? "from" : "merge") :\(parent + 1)\n" }
      text += "deleteall\nM 100644 inline .teamwork/teamwork.md\n" + data("---\nname: T\nvision: V\nformat: 1\n---\n")
      text += "M 100644 inline .teamwork/people/ana.md\n" + data("---\nname: Ana\nemails: [ana@example.org]\n---\n")
      for thing in commit.state.values.sorted(by: { $0.path < $1.path }) {
        text += "M 100644 inline \(thing.path)\n" + data(thing.text)
      }
      text += "\n"
    }
    return Array(text.utf8)
  }
}
