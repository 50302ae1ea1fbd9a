internal import Similarity
internal import Text

/// Compares texts that stand in records, for the rules about duplicate and similar work.
struct WorkComparison: Sendable {
  struct Item: Sendable {
    /// As an index into the workspace's records.
    var record: Int
    /// Of a task: its list item, as an index into the body's items.
    var listItem: Int?
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
        items.append(Item(record: number, listItem: task.item, range: task.range, text: task.text, work: work))
      }
    }
    return WorkComparison(items)
  }

  /// All responsibilities of all roles.
  static func responsibilities(of workspace: Workspace) -> WorkComparison {
    var items: [Item] = []
    for (number, role) in workspace.records.enumerated() where role.kind == .role {
      for item in role.responsibilities {
        items.append(Item(record: number, range: item.range, text: item.value, work: WorkText(item.value)))
      }
    }
    return WorkComparison(items)
  }

  /// Tasks that are the same work, a list for each.
  ///
  /// A text takes some of its meaning from where it stands. With fewer than three content words, like
  /// `Implementation`, it takes so much that only texts under one thing in one goal are the same work. What stands in a
  /// goal under several headings, introductions or items that do not contain each other is a step or an option of each
  /// of them, there and seen from elsewhere; and what more than three goals say alike is a step of how the team works.
  func duplicateTasks(in workspace: Workspace) -> [[Item]] {
    var places = Places(workspace)
    return groups.groups.indices.flatMap { number -> [[Item]] in
      guard groups.groups[number].count > 1 else { return [] }
      let isShort = head(number).work.contentWords < 3
      let isRoutine = isRoutine(number)
      var found: [[Item]] = []
      var whole: [Item] = []
      for own in itemsByRecord(number) {
        if isShort || places.areApart(own) {
          found += Dictionary(grouping: own) { places.path(of: $0) }.values
        } else if isRoutine {
          found.append(own)
        } else {
          whole += own
        }
      }
      return (found + [whole]).filter { $0.count > 1 }.sorted {
        ($0[0].record, $0[0].range.lowerBound) < ($1[0].record, $1[0].range.lowerBound)
      }
    }
  }

  /// For each task, the later ones that are probably the same work.
  func similarTasks(in workspace: Workspace) -> [(Item, [Item])] {
    var places = Places(workspace)
    return similar { first, second in
      if self.isRoutine(first) || self.isRoutine(second) { return false }
      let (a, b) = (self.head(first), self.head(second))
      let isShort = min(a.work.contentWords, b.work.contentWords) < 3
      if a.record == b.record {
        return isShort ? places.path(of: a) == places.path(of: b) : !places.areApart([a, b])
      }
      if isShort { return false }
      return ![first, second].contains(where: { places.areApart(self.itemsByRecord($0)[0]) })
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

  /// The tasks of a group, in lists of one record each.
  private func itemsByRecord(_ group: Int) -> [[Item]] {
    var lists: [[Item]] = []
    for item in groups.groups[group].map({ items[$0] }) {
      if lists.last?.last?.record == item.record {
        lists[lists.count - 1].append(item)
      } else {
        lists.append([item])
      }
    }
    return lists
  }
}

/// Where tasks stand in their records, found when it is asked for.
private struct Places {
  private let workspace: Workspace
  private var contexts: [Int: TaskContexts?] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  mutating func path(of item: WorkComparison.Item) -> TaskContexts.Path? {
    if contexts[item.record] == nil { contexts[item.record] = TaskContexts(workspace.records[item.record]) }
    guard let listItem = item.listItem, let context = contexts[item.record] else { return nil }
    return context?.path(of: listItem)
  }

  /// Whether of some tasks of one record not each stands in the same part as the next, or in a part of that part.
  mutating func areApart(_ items: [WorkComparison.Item]) -> Bool {
    guard items.count > 1 else { return false }
    let paths = Set(items.compactMap { path(of: $0) }).sorted { $0.depth < $1.depth }
    return !zip(paths, paths.dropFirst()).allSatisfy { $0.contains($1) }
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
      // Where some are not named their number tells one group from another.
      identity: (Set(items.map { Name($0.text) }).sorted().map(\.text)
        + (items.count - 1 > others.count ? ["\(items.count)"] : [])).joined(separator: "\u{0}"))
  }
}
