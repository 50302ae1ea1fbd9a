internal import Similarity
internal import Text

/// Compares texts that stand in records, for the rules about duplicate and similar work.
struct WorkComparison: Sendable {
  struct Item: Sendable {
    /// As an index into the workspace's records.
    var record: Int
    /// The heading it stands under, as an index into the body's headings.
    var part: Int?
    var range: Range<Int>
    var text: String
    var work: WorkText
  }

  let items: [Item]
  private let groups: WorkGroups
  /// For each group, the groups that are similar to it.
  private let partners: [[Int]]

  init(_ items: [Item]) {
    // An open question of a template says nothing about the work.
    self.items = items.filter { !$0.text.utf8.contains(UInt8(ascii: "{")) || !$0.text.contains("{{") }
    groups = WorkGroups(self.items.map(\.work))
    var partners = [[Int]](repeating: [], count: groups.groups.count)
    for (a, b) in groups.similar {
      partners[a].append(b)
      partners[b].append(a)
    }
    self.partners = partners
  }

  /// All open tasks of open goals.
  static func tasks(of workspace: Workspace) -> WorkComparison {
    var items: [Item] = []
    for (number, goal) in workspace.records.enumerated() where goal.isOpenGoal {
      for task in goal.tasks {
        guard let work = task.work else { continue }
        let part = goal.document.body?.items[task.item].heading
        items.append(Item(record: number, part: part, range: task.range, text: task.text, work: work))
      }
    }
    return WorkComparison(items)
  }

  /// All responsibilities of all roles.
  static func responsibilities(of workspace: Workspace) -> WorkComparison {
    var items: [Item] = []
    for (number, role) in workspace.records.enumerated() where role.kind == .role {
      for item in role.responsibilities {
        items.append(Item(record: number, part: nil, range: item.range, text: item.value, work: WorkText(item.value)))
      }
    }
    return WorkComparison(items)
  }

  /// Tasks that are the same work, a list for each.
  ///
  /// A text takes some of its meaning from where it stands. With fewer than three content words, like
  /// `Implementation`, it takes so much that only texts of one goal under one heading are the same work. What
  /// more than three goals say alike is a step of how the team works, and so are two tasks or more that two
  /// parts of one goal have in common.
  func duplicateTasks() -> [[Item]] {
    let steps = commonSteps()
    return groups.groups.indices.flatMap { number -> [[Item]] in
      let group = groups.groups[number].map { items[$0] }
      guard group.count > 1 else { return [] }
      let isShort = group[0].work.contentWords < 3
      let parts = Self.split(group) { $0.record == $1.record && $0.part == $1.part }
      if isShort || isRoutine(number) { return parts.filter { $0.count > 1 } }
      // Of the parts of one goal that share their steps, the first stands for all.
      var kept: [[Item]] = []
      for part in parts where !kept.contains(where: { Self.isStep($0[0], part[0], steps) }) { kept.append(part) }
      let whole = kept.flatMap { $0 }
      return whole.count > 1 ? [whole] : []
    }
  }

  /// For each task, the later ones that are probably the same work.
  func similarTasks() -> [(Item, [Item])] {
    similar { first, second in
      if self.isRoutine(first) || self.isRoutine(second) { return false }
      let (a, b) = (self.head(first), self.head(second))
      if min(a.work.contentWords, b.work.contentWords) < 3 { return a.record == b.record && a.part == b.part }
      return a.record != b.record || a.part == b.part
    }
  }

  func duplicateResponsibilities() -> [[Item]] {
    groups.groups.filter { $0.count > 1 }.map { $0.map { items[$0] } }
  }

  func similarResponsibilities() -> [(Item, [Item])] { similar { _, _ in true } }

  // MARK: Parts

  private func similar(_ counts: (Int, Int) -> Bool) -> [(Item, [Item])] {
    var later: [Int: [Int]] = [:]
    for (a, b) in groups.similar where counts(a, b) { later[a, default: []].append(b) }
    return later.keys.sorted().map { a in (head(a), (later[a] ?? []).map(head)) }
  }

  private func head(_ group: Int) -> Item { items[groups.groups[group][0]] }

  /// Whether more than three records have the text, in these words or similar ones.
  private func isRoutine(_ group: Int) -> Bool {
    var records = Set(groups.groups[group].map { items[$0].record })
    if records.count > 3 { return true }
    for partner in partners[group] {
      records.formUnion(groups.groups[partner].map { items[$0].record })
      if records.count > 3 { return true }
    }
    return false
  }

  private struct PartPair: Hashable {
    var record: Int
    var first: Int?
    var second: Int?
  }

  /// The pairs of parts of one goal that have two texts or more in common.
  private func commonSteps() -> Set<PartPair> {
    var counts: [PartPair: Int] = [:]
    for group in groups.groups where group.count > 1 && group.count <= 64 {
      let parts = Self.split(group.map { items[$0] }) { $0.record == $1.record && $0.part == $1.part }
      for (index, a) in parts.enumerated() {
        for b in parts[(index + 1)...] where a[0].record == b[0].record {
          counts[PartPair(record: a[0].record, first: a[0].part, second: b[0].part), default: 0] += 1
        }
      }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  private static func isStep(_ a: Item, _ b: Item, _ steps: Set<PartPair>) -> Bool {
    a.record == b.record && steps.contains(PartPair(record: a.record, first: a.part, second: b.part))
  }

  /// Runs of neighbours that belong together.
  private static func split(_ items: [Item], _ isTogether: (Item, Item) -> Bool) -> [[Item]] {
    var parts: [[Item]] = []
    for item in items {
      if let last = parts.last?.last, isTogether(last, item) {
        parts[parts.count - 1].append(item)
      } else {
        parts.append([item])
      }
    }
    return parts
  }
}

extension Workspace {
  var taskComparison: WorkComparison { taskMemo { .tasks(of: self) } }
  var responsibilityComparison: WorkComparison { responsibilityMemo { .responsibilities(of: self) } }
}

extension Record {
  /// Of a role: what each of its responsibilities says.
  package var responsibilities: [Located<String>] {
    located(Role.responsibilities).compactMap { item in
      switch item.value {
      case .text(let text): Located(text, at: item.range)
      case .mapping:
        item.value.located(Role.Responsibility.does)
      default: nil
      }
    }
  }
}

extension Findings {
  /// One finding about several places, the first being its own.
  mutating func add(_ items: [WorkComparison.Item], _ message: String, related: String, help: String) {
    guard let first = items.first else { return }
    // Past a dozen the list stops telling anything.
    let others = items.dropFirst().prefix(12)
    add(
      message, in: first.record, at: first.range, help: help,
      related: others.map { workspace.records[$0.record].related($0.range, related) },
      identity: items.map(\.text).sorted { Name($0) < Name($1) }.joined(separator: "\u{0}"))
  }
}
