internal import Text

/// A record in two states of a workspace that are other there, whatever it was called.
package struct RecordChange: Sendable {
  /// In the newer state; in the older one, where it is there no more.
  package let path: String
  /// Nil where there was none.
  package let before: Record?
  package let after: Record?
  /// See `Lineage`; nil where history does not know.
  package let life: Int?

  package init(path: String, before: Record?, after: Record?, life: Int? = nil) {
    self.path = path
    self.before = before
    self.after = after
    self.life = life
  }

  /// What stands at one path in two states.
  package struct End: Sendable {
    package typealias Version = (record: Record, life: Int?)
    let path: String
    let before: Version?
    let after: Version?

    package init(path: String, before: Version?, after: Version?) {
      self.path = path
      self.before = before
      self.after = after
    }
  }

  /// Brings together what is one record, and parts what only has one name.
  ///
  /// - Parameter ends: in the order of the paths, which the changes have, too.
  package static func paired(_ ends: [End]) -> [RecordChange] {
    func isOneRecord(_ end: End) -> Bool {
      guard let before = end.before, let after = end.after else { return false }
      return before.life == after.life || before.life == nil || after.life == nil
    }
    // What left its place, by its life.
    var left: [Int: [Int]] = [:]
    for (number, end) in ends.enumerated() where !isOneRecord(end) {
      if let life = end.before?.life { left[life, default: []].append(number) }
    }
    var taken: Set<Int> = []
    var earlier: [Int: Int] = [:]
    for (number, end) in ends.enumerated() where !isOneRecord(end) {
      guard let after = end.after, let life = after.life, let candidates = left[life] else { continue }
      let free = candidates.filter { !taken.contains($0) }
      let same = free.first { ends[$0].before?.record.id == after.record.id } ?? free.first
      if let same {
        taken.insert(same)
        earlier[number] = same
      }
    }
    return ends.enumerated().flatMap { number, end -> [RecordChange] in
      let life = end.after?.life ?? end.before?.life
      if isOneRecord(end) {
        return [RecordChange(path: end.path, before: end.before?.record, after: end.after?.record, life: life)]
      }
      var changes: [RecordChange] = []
      if let before = end.before, !taken.contains(number) {
        changes.append(RecordChange(path: end.path, before: before.record, after: nil, life: before.life))
      }
      if let after = end.after {
        changes.append(
          RecordChange(
            path: end.path, before: earlier[number].flatMap { ends[$0].before?.record }, after: after.record,
            life: after.life))
      }
      return changes
    }
  }
}
