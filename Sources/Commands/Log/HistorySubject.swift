internal import Storage
internal import Teamwork
internal import Text

/// A record or task whose story is told, whatever it was called.
struct HistorySubject {
  private let kind: Kind
  private let id: Name
  /// Nil where nothing is known of it.
  private let life: Int?
  private let anchor: Name?
  /// Where the newest commit has the task.
  private var place: (path: String, task: Int)?

  init(kind: Kind, id: Name, life: Int?, task: Name? = nil) {
    self.kind = kind
    self.id = id
    self.life = life
    anchor = task
  }

  /// Of a record of the worktree, or one of its tasks.
  init(of record: Record, task: Int?, in workspace: Workspace, _ history: WorkspaceHistory?) throws {
    let committed = try history.flatMap { try $0.path(inNewestOf: record, workspace) }
    self.init(
      kind: record.kind, id: record.id, life: try committed.flatMap { try history?.life(at: $0) },
      task: task.flatMap { record.tasks[$0].anchor?.value })
    if let task, let committed, let old = try history?.newestRecord(at: committed) {
      place = TaskMatching(from: old.tasks, to: record.tasks).older[task].map { (committed, $0) }
    }
  }

  /// What is said where there is nothing to tell.
  var silence: String {
    if kind == .person, anchor == nil {
      "Nothing changed on the page of `\(id)`. `tw log --by \(id)` tells what \(id) did."
    } else {
      life == nil ? "It is not committed yet, or older than this history." : "Nothing changed."
    }
  }

  /// The events that are about it, newest first.
  ///
  /// - Parameter told: whether they are for people: of a task's record that came or went, only that the task did.
  func events(of history: WorkspaceHistory?, told: Bool) throws -> [Event] {
    guard let history, let life else { return [] }
    let events = history.story.events
    guard let anchor else { return events.filter { $0.life == life } }
    return try history.story(ofTask: anchor, in: life, now: place).events.map { index, task in
      told ? Self.told(events[index], task) : events[index]
    }
  }

  private static func told(_ event: Event, _ task: TaskState?) -> Event {
    guard let task else { return event }
    let change: Event.Change
    switch event.change {
    case .created: change = .taskAdded(task)
    case .removed: change = .taskRemoved(task)
    default: return event
    }
    var told = Event(path: event.path, kind: event.kind, id: event.id, change: change, isUnreadable: event.isUnreadable)
    told.commit = event.commit
    told.life = event.life
    return told
  }
}

/// All names that a story has for something, also those that nothing has now.
struct HistoryNames {
  private let story: EventHistory

  init(_ story: EventHistory) { self.story = story }

  /// What a REF names that is there no more; of several that had the name one after the other, the last.
  ///
  /// - Parameter path: the REF as a path from the repository's top, where it may be one.
  /// - Throws: `Failure` where it names several things.
  func subject(_ reference: String, path: String?) throws -> HistorySubject? {
    if let path, let event = story.events.first(where: { Name($0.path) == Name(path) }) {
      return HistorySubject(kind: event.kind, id: event.id, life: event.life)
    }
    let caret = reference.utf8.firstIndex(of: UInt8(ascii: "^"))
    let name = String(reference[..<(caret ?? reference.endIndex)])
    let anchor = caret.map { Name(String(reference[reference.utf8.index(after: $0)...])) }
    var found: [Named] = []
    for named in names where Self.fits(name, named.kind, named.id) {
      if let anchor, !hasTask(anchor, named) { continue }
      if !found.contains(where: { $0.kind == named.kind && $0.id == named.id }) { found.append(named) }
    }
    if found.count > 1 {
      throw Failure(
        "\(quoted(reference)) was several things",
        help: "say which: " + alternatives(found.map { "`\($0.kind.name)/\($0.id)\(anchor.map { "^\($0)" } ?? "")`" }))
    }
    return found.first.map { HistorySubject(kind: $0.kind, id: $0.id, life: $0.life, task: anchor) }
  }

  /// For a near miss.
  var all: [String] { Set(names.map(\.id)).sorted().map(\.text) }

  private typealias Named = (kind: Kind, id: Name, life: Int?)

  /// The newest first.
  private var names: [Named] {
    story.events.flatMap { event -> [Named] in
      if case .renamed(let from, _) = event.change {
        return [(event.kind, event.id, event.life), (event.kind, from, event.life)]
      }
      return [(event.kind, event.id, event.life)]
    }
  }

  private static func fits(_ name: String, _ kind: Kind, _ id: Name) -> Bool {
    if name.hasPrefix("@") { return (kind == .person || kind == .team) && id == Name(String(name.dropFirst())) }
    if let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")), Kind(named: String(name[..<slash])) == kind,
      id == Name(String(name[name.utf8.index(after: slash)...]))
    {
      return true
    }
    return id == Name(name)
  }

  private func hasTask(_ anchor: Name, _ named: Named) -> Bool {
    story.events.contains { event in
      guard event.kind == named.kind, event.life == named.life else { return false }
      switch event.change {
      case .created(let tasks), .removed(let tasks): return tasks.contains { $0.anchor == anchor }
      case .taskChanged(let from, let to): return from.anchor == anchor || to.anchor == anchor
      default: return event.change.task?.anchor == anchor
      }
    }
  }
}
