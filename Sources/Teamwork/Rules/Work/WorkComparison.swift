internal import Documents
package import Text

/// Compares texts that stand in records, for the rules about duplicate and similar work.
struct WorkComparison: Sendable {
  struct Item: Sendable {
    /// As an index into the workspace's records.
    var record: Int
    var range: Range<Int>
    var text: String
    var work: WorkText
  }

  let items: [Item]
  private let groups: WorkGroups

  init(_ items: [Item]) {
    // An open question of a template says nothing about the work.
    self.items = items.filter { !$0.text.utf8.contains(UInt8(ascii: "{")) || !$0.text.contains("{{") }
    groups = WorkGroups(self.items.map(\.work))
  }

  /// All open tasks of open goals.
  static func tasks(of workspace: Workspace) -> WorkComparison {
    var items: [Item] = []
    for (number, goal) in workspace.records.enumerated() where goal.isOpenGoal {
      for task in goal.tasks {
        if let work = task.work { items.append(Item(record: number, range: task.range, text: task.text, work: work)) }
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

  /// Groups of items that are the same work.
  ///
  /// So short a text as `Implementation` takes its meaning from its goal: with fewer than three content
  /// words only those of one record are duplicates.
  func duplicates(shortCountAcross: Bool = false) -> [[Item]] {
    groups.groups.flatMap { group -> [[Item]] in
      guard group.count > 1 else { return [] }
      let members = group.map { items[$0] }
      if shortCountAcross || members[0].work.contentWords >= 3 { return [members] }
      var byRecord: [[Item]] = []
      for member in members {
        if byRecord.last?[0].record == member.record { byRecord[byRecord.count - 1].append(member) } else { byRecord.append([member]) }
      }
      return byRecord.filter { $0.count > 1 }
    }
  }

  /// For each text, the later ones that are probably the same work.
  func similar(shortCountAcross: Bool = false) -> [(Item, [Item])] {
    var partners: [Int: [Int]] = [:]
    for (a, b) in groups.similar {
      let first = items[groups.groups[a][0]]
      let second = items[groups.groups[b][0]]
      let isShort = min(first.work.contentWords, second.work.contentWords) < 3
      if isShort, !shortCountAcross, first.record != second.record { continue }
      partners[a, default: []].append(b)
    }
    return partners.keys.sorted().map { a in
      (items[groups.groups[a][0]], (partners[a] ?? []).map { items[groups.groups[$0][0]] })
    }
  }
}

extension Workspace {
  var taskComparison: WorkComparison { taskMemo { .tasks(of: self) } }
  var responsibilityComparison: WorkComparison { responsibilityMemo { .responsibilities(of: self) } }
}

extension Record {
  /// Of a role: what each of its responsibilities says.
  package var responsibilities: [Located<String>] {
    list("responsibilities").compactMap { item in
      switch item.value {
      case .text(let text): Located(text, at: item.range)
      case .mapping:
        item.value[member: "does"].flatMap { does in does.value.asText.map { Located($0, at: does.range) } }
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
      related: others.map { .init(record: $0.record, range: $0.range, message: related) },
      identity: items.map(\.text).sorted { Name($0) < Name($1) }.joined(separator: "\u{0}"))
  }
}
