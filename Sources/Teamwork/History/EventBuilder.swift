internal import Documents
internal import Text

/// Tells two versions of a record apart, in the words of the format.
package enum EventBuilder {
  /// What happened to a record that stands, stood, or stands no more at one path.
  ///
  /// - Parameters:
  ///   - before: nil where it came.
  ///   - after: nil where it went.
  package static func events(from before: Record?, to after: Record?) -> [Event] {
    switch (before, after) {
    case (nil, nil): return []
    case (nil, let after?): return [whole(after, .created(TaskStates(after).all))]
    case (let before?, nil): return [whole(before, .removed(TaskStates(before).all))]
    case (let before?, let after?): return changes(from: before, to: after)
    }
  }

  /// What a merge did to a record itself: what none of its parents has.
  ///
  /// - Parameter parents: the parents' versions, in the commit's own order; nil where a parent has no such record.
  package static func events(ofMerge after: Record?, parents: [Record?]) -> [Event] {
    let versions = parents.compactMap { $0 }
    guard let after, let base = versions.first else { return events(from: versions.first, to: after) }
    let found = events(from: base, to: after)
    let others = versions.dropFirst().map { OtherParent($0, beside: base, of: after) }
    if others.isEmpty { return found }
    return found.flatMap { found in
      if others.contains(where: { $0.has(found) }) { return [] as [Event] }
      // What another parent brought, and the merge changed, did not come with the merge.
      guard case .taskAdded(let task) = found.change,
        let earlier = others.lazy.compactMap({ $0.changes(of: task) }).first
      else { return [found] }
      return earlier.map { event(after, $0, isUnreadable: found.isUnreadable) }
    }
  }

  private static func event(_ record: Record, _ change: Event.Change, isUnreadable: Bool = false) -> Event {
    Event(path: record.path, kind: record.kind, id: record.id, change: change, isUnreadable: isUnreadable)
  }

  private static func whole(_ record: Record, _ change: Event.Change) -> Event {
    var event = event(record, change, isUnreadable: !record.isReadable)
    // As it is written: where only events are wanted, fields are not read as their types mean them.
    let fields = mapping(record)
    event.title = fields["title"]?.text ?? fields["name"]?.text
    if event.title?.isEmpty == true { event.title = nil }
    return event
  }

  private static func changes(from before: Record, to after: Record) -> [Event] {
    let isUnreadable = !before.isReadable || !after.isReadable
    var events: [Event] = []
    if !isUnreadable {
      forEachChangedField(before, after) { name, from, to in
        events.append(event(after, .field(name, from: from, to: to)))
      }
    }
    events += taskChanges(from: before, to: after).map { event(after, $0, isUnreadable: isUnreadable) }
    if events.isEmpty, before.document.bytes != after.document.bytes || isUnreadable {
      events.append(event(after, .text, isUnreadable: isUnreadable))
    }
    return events
  }

  // MARK: Fields

  private static func mapping(_ record: Record) -> YAMLMapping {
    if case .mapping(let mapping) = record.document.frontMatter { mapping } else { YAMLMapping() }
  }

  private static func content(_ name: Name, of record: Record) -> FieldContent? {
    mapping(record)[name].flatMap { FieldContent($0, as: record.kind.declaration.field(name)?.type) }
  }

  /// In the order of the newer version; what went comes last.
  private static func forEachChangedField(
    _ before: Record, _ after: Record, _ body: (Name, FieldContent?, FieldContent?) -> Void
  ) {
    let (old, new) = (mapping(before), mapping(after))
    let declaration = after.kind.declaration
    for entry in new.entries {
      let earlier = old[entry.key]
      if let earlier, before.document.bytes[earlier.range] == after.document.bytes[entry.value.range],
        !earlier.range.isEmpty
      {
        continue
      }
      let type = declaration.field(entry.key)?.type
      let from = earlier.flatMap { FieldContent($0, as: type) }
      let to = FieldContent(entry.value, as: type)
      if from != to { body(entry.key, from, to) }
    }
    for entry in old.entries where new[entry.key] == nil {
      if let from = FieldContent(entry.value, as: declaration.field(entry.key)?.type) { body(entry.key, from, nil) }
    }
  }

  // MARK: Tasks

  private static func taskChanges(from before: Record, to after: Record) -> [Event.Change] {
    // Of a body that could not be read nobody knows what tasks it has.
    if before.tasks.isEmpty && after.tasks.isEmpty || !before.hasReadBody || !after.hasReadBody { return [] }
    let matching = TaskMatching(from: before.tasks, to: after.tasks)
    lazy var old = TaskStates(before)
    lazy var new = TaskStates(after)
    var changes: [Event.Change] = []
    for (index, task) in after.tasks.enumerated() {
      guard let number = matching.older[index] else {
        changes.append(.taskAdded(new[index]))
        continue
      }
      changes += Self.changes(from: (before.tasks[number], old[number]), to: (task, new[index]))
    }
    for number in matching.removed { changes.append(.taskRemoved(old[number])) }
    return changes
  }

  private static func changes(from old: (task: Task, state: TaskState), to new: (task: Task, state: TaskState))
    -> [Event.Change]
  {
    var changes: [Event.Change] = []
    if old.task.state != new.task.state {
      switch new.task.state {
      case .done: changes.append(.taskDone(new.state))
      case .open: changes.append(.taskReopened(new.state))
      case .dropped: changes.append(.taskDropped(new.state))
      }
    }
    if !old.task.saysTheSame(as: new.task) { changes.append(.taskChanged(from: old.state, to: new.state)) }
    return changes
  }

  // MARK: Merges

  /// A parent of a merge that is not the first.
  private final class OtherParent {
    private let parent: Record
    private let base: Record
    private let after: Record
    private lazy var states = TaskStates(parent)
    private lazy var newStates = TaskStates(after)
    private lazy var toMerge = TaskMatching(from: parent.tasks, to: after.tasks)
    private lazy var goneSinceBase = Set(TaskMatching(from: base.tasks, to: parent.tasks).removed)

    init(_ parent: Record, beside base: Record, of after: Record) {
      (self.parent, self.base, self.after) = (parent, base, after)
    }

    /// Whether it has what an event between the first parent and the merge brought about.
    func has(_ event: Event) -> Bool {
      switch event.change {
      case .created, .removed, .renamed: return true
      case .text:
        return parent.unreadable == nil && after.unreadable == nil && parent.document.bytes == after.document.bytes
      case .field(let name, _, let to): return parent.isReadable && content(name, of: parent) == to
      case .taskRemoved(let task): return parent.hasReadBody && goneSinceBase.contains(task.number)
      case .taskAdded(let task): return changes(of: task)?.isEmpty ?? false
      case .taskDone(let task), .taskReopened(let task), .taskDropped(let task), .taskChanged(_, let task):
        guard let number = toMerge.older[task.number] else { return false }
        let other = parent.tasks[number]
        if case .taskChanged = event.change { return other.saysTheSame(as: after.tasks[task.number]) }
        return other.state == task.state
      }
    }

    /// What is new of a task of the merge; nil where this parent has no such task.
    func changes(of task: TaskState) -> [Event.Change]? {
      toMerge.older[task.number].map { number in
        EventBuilder.changes(
          from: (parent.tasks[number], states[number]), to: (after.tasks[task.number], newStates[task.number]))
      }
    }
  }
}

extension Task {
  /// Whether words, owners and attributes are the same; when it was done is told by its state.
  fileprivate func saysTheSame(as other: Task) -> Bool {
    Name(markdown) == Name(other.markdown) && owners == other.owners && anchor?.value == other.anchor?.value
      && due?.value == other.due?.value
      && needs.lazy.map(\.value).elementsEqual(other.needs.lazy.map(\.value)) && role?.value == other.role?.value
      && effort?.value == other.effort?.value
  }
}

/// A record's tasks with the lines that they stand on.
private struct TaskStates {
  private let record: Record
  private let lines: [Int]

  init(_ record: Record) {
    self.record = record
    var lines: [Int] = []
    lines.reserveCapacity(record.tasks.count)
    var line = 1
    var offset = 0
    record.document.bytes.withUnsafeBufferPointer { bytes in
      for task in record.tasks {
        // Tasks stand in the order of the file.
        while offset < task.range.lowerBound, offset < bytes.count {
          if bytes[offset] == 0x0A { line += 1 }
          offset += 1
        }
        lines.append(line)
      }
    }
    self.lines = lines
  }

  subscript(index: Int) -> TaskState {
    let task = record.tasks[index]
    return TaskState(
      anchor: task.anchor?.value, text: task.text, markdown: task.markdown, owners: task.owners, state: task.state,
      line: lines[index], number: index, due: task.due?.value, needs: task.needs.map(\.value), role: task.role?.value,
      effort: task.effort?.value)
  }

  var all: [TaskState] { record.tasks.indices.map { self[$0] } }
}
