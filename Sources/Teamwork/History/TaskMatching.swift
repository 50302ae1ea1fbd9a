internal import Documents
internal import Similarity
internal import Text

/// Which task of an older version of a record is which of a newer one.
///
/// Two are the same when they have the same anchor; else, where neither's anchor is on the other side, the same
/// normalised text, pairs of equal state first, then in order: a task that got a name, lost it or has another one is the
/// same task. Else, where one is removed and one added between the same neighbours, when their texts are close.
package struct TaskMatching: Sendable {
  /// For each task of the newer version the older one's index.
  package private(set) var older: [Int?]
  /// The tasks of the older version that have gone.
  package private(set) var removed: [Int]

  package init(from before: [Task], to after: [Task]) {
    if before.count == after.count, before.indices.allSatisfy({ Self.isSame(before[$0], after[$0]) }) {
      older = before.indices.map { $0 }
      removed = []
      return
    }
    older = [Int?](repeating: nil, count: after.count)
    removed = []
    var taken = [Bool](repeating: false, count: before.count)
    // What nobody touched at the beginning and the end needs no look at its words.
    var first = 0
    while first < min(before.count, after.count), Self.isSame(before[first], after[first]) {
      older[first] = first
      taken[first] = true
      first += 1
    }
    // Several of one anchor are a fault, and still the same tasks while nobody touches them: in order.
    var byAnchor: [Name: [Int]] = [:]
    for (index, task) in before.enumerated().reversed() where !taken[index] {
      if let anchor = task.anchor?.value { byAnchor[anchor, default: []].append(index) }
    }
    for (index, task) in after.enumerated() where older[index] == nil {
      if let anchor = task.anchor?.value, let old = byAnchor[anchor]?.popLast() {
        older[index] = old
        taken[old] = true
      }
    }
    matchUnchanged(before, after, &taken)
    var byText: [TextKey: [Int]] = [:]
    if older.contains(where: { $0 == nil }) {
      for (index, task) in before.enumerated().reversed() where !taken[index] {
        byText[TextKey(text: Self.key(task), state: task.state), default: []].append(index)
      }
    }
    for states in byText.isEmpty ? [] : [nil, [Checkbox.open, .done, .dropped]] {
      for (index, task) in after.enumerated() where older[index] == nil {
        let text = Self.key(task)
        var next: (look: TextKey, old: Int)?
        for state in states ?? [task.state] {
          let look = TextKey(text: text, state: state)
          if let old = byText[look]?.last, next.map({ old < $0.old }) ?? true { next = (look, old) }
        }
        guard let next else { continue }
        byText[next.look]?.removeLast()
        older[index] = next.old
        taken[next.old] = true
      }
    }
    for (index, task) in after.enumerated() where older[index] == nil {
      let above = index > 0 ? older[index - 1] : -1
      let below = index + 1 < after.count ? older[index + 1] : before.count
      guard let above, let below, below - above == 2, !taken[above + 1],
        before[above + 1].anchor == nil || task.anchor == nil,
        Self.isClose(before[above + 1].text, task.text)
      else { continue }
      older[index] = above + 1
      taken[above + 1] = true
    }
    removed = taken.indices.filter { !taken[$0] }
  }

  /// Matches those that stand once on either side with the same words and the same state: their words need no reading.
  private mutating func matchUnchanged(_ before: [Task], _ after: [Task], _ taken: inout [Bool]) {
    struct Places {
      var old: [Int] = []
      var new: [Int] = []
    }
    var places: [TextKey: Places] = [:]
    for (index, task) in after.enumerated() where older[index] == nil {
      places[TextKey(text: Array(task.text.utf8), state: task.state), default: Places()].new.append(index)
    }
    if places.isEmpty { return }
    for (index, task) in before.enumerated() where !taken[index] {
      places[TextKey(text: Array(task.text.utf8), state: task.state)]?.old.append(index)
    }
    for place in places.values where place.old.count == 1 && place.new.count == 1 {
      older[place.new[0]] = place.old[0]
      taken[place.old[0]] = true
    }
  }

  /// Whether two tasks at one place are the same for certain, where that holds at all places.
  private static func isSame(_ old: Task, _ new: Task) -> Bool {
    guard old.anchor?.value == new.anchor?.value else { return false }
    return old.anchor != nil || (old.state == new.state && old.text.utf8.elementsEqual(new.text.utf8))
  }

  /// What tasks that may be the same have in common.
  private struct TextKey: Hashable {
    let text: [UInt8]
    let state: Checkbox
  }

  private static func key(_ task: Task) -> [UInt8] {
    let work = task.work ?? WorkText(task.text)
    // A text without content words is its own key.
    return work.key.isEmpty ? Array(task.text.utf8) : work.key
  }

  /// Most words are the same.
  static func isClose(_ a: String, _ b: String) -> Bool {
    let first = Set(a.lowercased().split(separator: " "))
    let second = Set(b.lowercased().split(separator: " "))
    return first.intersection(second).count * 2 >= max(first.count, second.count, 1)
  }
}

/// How far the tasks of a goal are. Dropped ones do not count.
package struct TaskProgress: Sendable, Hashable {
  package var total = 0
  package var done = 0
  /// Were open before and are done now.
  package var doneInPeriod = 0
  package var added = 0
  package var removed = 0

  /// - Parameter before: the older version; nil where there is none.
  package init(from before: [Task]?, to after: [Task]) {
    for task in after where task.state != .dropped {
      total += 1
      if task.state == .done { done += 1 }
    }
    guard let before else {
      added = total
      return
    }
    let matching = TaskMatching(from: before, to: after)
    for (index, task) in after.enumerated() {
      let old = matching.older[index].map { before[$0] }
      if task.state == .done, old?.state == .open { doneInPeriod += 1 }
      if task.state != .dropped, old == nil || old?.state == .dropped { added += 1 }
      if task.state == .dropped, let old, old.state != .dropped { removed += 1 }
    }
    removed += matching.removed.count { before[$0].state != .dropped }
  }
}
