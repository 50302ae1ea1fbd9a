internal import Teamwork
internal import Text

/// What was done to a record on two branches, each not knowing of the other, was done once.
enum DuplicateChanges {
  private struct Sort: Hashable {
    let life: Int
    let change: String
  }

  /// Marks the events that do what another did on another branch before, in the order of the story.
  ///
  /// - Parameters:
  ///   - events: newest first.
  ///   - steps: by the story's commits, the history's steps.
  static func mark(_ events: inout [Event], steps: [Int], _ ancestry: Ancestry) {
    if ancestry.isOneLine { return }
    let isAside = ancestry.hasOtherBranches
    var sorts: [Sort: [Int]] = [:]
    // The oldest first: of the same on two branches, what was told first is what happened.
    for index in events.indices.reversed() {
      guard let commit = events[index].commit, isAside[steps[commit]], let life = events[index].life else { continue }
      if case .text = events[index].change { continue }
      sorts[Sort(life: life, change: events[index].change.name), default: []].append(index)
    }
    for group in sorts.values where group.count > 1 {
      var same: [String: [Int]] = [:]
      for index in group { same[likeness(events[index].change), default: []].append(index) }
      for places in same.values where places.count > 1 {
        // By commit, those that did it again on other branches.
        var first: [(commit: Int, again: [Int])] = []
        for index in places {
          guard let commit = events[index].commit else { continue }
          func precedes(_ other: Int) -> Bool { ancestry.precedes(steps[other], steps[commit]) }
          let earlier = first.indices.suffix(mostCompared).first { number in
            !precedes(first[number].commit) && !first[number].again.suffix(mostCompared).contains(where: precedes)
          }
          if let earlier {
            events[index].repeats = first[earlier].commit
            first[earlier].again.append(commit)
          } else {
            first.append((commit, []))
          }
        }
      }
    }
  }

  /// Who says the same again and again on many branches is not compared with all that was before.
  private static let mostCompared = 32

  private static func likeness(_ change: Event.Change) -> String {
    switch change {
    // A list is shown as a text of its elements can be.
    case .field(let name, let from, let to): "\(name)\n\(written(from))\n\(written(to))"
    case .renamed(let from, let to): "\(from)\n\(to)"
    case .created, .removed, .text: ""
    case .taskChanged(let from, let to): likeness(from) + "\n" + likeness(to)
    case .taskAdded(let task), .taskRemoved(let task), .taskDone(let task), .taskReopened(let task),
      .taskDropped(let task):
      likeness(task)
    }
  }

  private static func written(_ content: FieldContent?) -> String {
    var output: [UInt8] = []
    content?.json.write(to: &output, level: nil)
    return String(decoding: output, as: UTF8.self)
  }

  private static func likeness(_ task: TaskState) -> String {
    "\(task.anchor?.text ?? "")\n\(task.text)\n\(task.owners.map(\.text))\n\(task.due?.description ?? "")\n\(task.needs)"
  }
}
