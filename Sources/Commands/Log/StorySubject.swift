internal import Teamwork
internal import Text

/// A record or task whose story is told, under all names that it had.
struct StorySubject {
  private let kind: Kind
  private var id: Name
  private let task: Name?
  /// What the task was called before it had its name.
  private var taskText: Name?

  init(kind: Kind, id: Name, task: Name? = nil) {
    self.kind = kind
    self.id = id
    self.task = task
  }

  /// The events that are about it.
  ///
  /// - Parameters:
  ///   - events: newest first.
  ///   - told: whether they are for people: of a task's record that came or went, only that the task did.
  func events(of events: [Event], told: Bool) -> [Event] {
    var subject = self
    return events.compactMap { event in subject.takesPart(in: event) ? told ? subject.told(event) : event : nil }
  }

  private func told(_ event: Event) -> Event {
    guard let task else { return event }
    let change: Event.Change
    switch event.change {
    case .created(let tasks): change = tasks.first { isTask($0, task) }.map { .taskAdded($0) } ?? event.change
    case .removed(let tasks): change = tasks.first { isTask($0, task) }.map { .taskRemoved($0) } ?? event.change
    default: return event
    }
    var told = Event(path: event.path, kind: event.kind, id: event.id, change: change, isUnreadable: event.isUnreadable)
    told.commit = event.commit
    return told
  }

  /// Follows names back: events come newest first.
  private mutating func takesPart(in event: Event) -> Bool {
    guard event.kind == kind else { return false }
    if case .renamed(let from, let to) = event.change {
      // Also the name that it was asked for by may be one that it has no more.
      guard to == id || from == id else { return false }
      id = from
      return true
    }
    guard event.id == id else { return false }
    guard let task else { return true }
    switch event.change {
    case .created(let tasks), .removed(let tasks): return tasks.contains { isTask($0, task) }
    case .taskChanged(let from, let to):
      guard isTask(to, task) || isTask(from, task) else { return false }
      taskText = Name(from.text)
      return true
    default:
      guard let state = event.change.task, isTask(state, task) else { return false }
      taskText = Name(state.text)
      return true
    }
  }

  private func isTask(_ state: TaskState, _ anchor: Name) -> Bool {
    state.anchor == anchor || (state.anchor == nil && taskText == Name(state.text))
  }
}

/// All names that a story has for something, also those that nothing has now.
struct StoryNames {
  private let story: Story

  init(_ story: Story) { self.story = story }

  /// What a REF names that is there no more.
  ///
  /// - Parameter path: the REF as a path from the repository's top, where it may be one.
  /// - Throws: `Failure` where it names several things.
  func subject(_ reference: String, path: String?) throws -> StorySubject? {
    if let path, let event = story.events.first(where: { Name($0.path) == Name(path) }) {
      return StorySubject(kind: event.kind, id: event.id)
    }
    let caret = reference.utf8.firstIndex(of: UInt8(ascii: "^"))
    let name = String(reference[..<(caret ?? reference.endIndex)])
    let anchor = caret.map { Name(String(reference[reference.utf8.index(after: $0)...])) }
    var found: [(kind: Kind, id: Name)] = []
    for (kind, id) in names
    where Self.fits(name, kind, id) && !found.contains(where: { $0.kind == kind && $0.id == id }) {
      found.append((kind, id))
    }
    if let anchor { found = found.filter { hasTask(anchor, $0.kind, $0.id) } }
    if found.count > 1 {
      throw Failure(
        "\(quoted(reference)) was several things",
        help: "say which: " + alternatives(found.map { "`\($0.kind.name)/\($0.id)\(anchor.map { "^\($0)" } ?? "")`" }))
    }
    return found.first.map { StorySubject(kind: $0.kind, id: $0.id, task: anchor) }
  }

  /// For a near miss.
  var all: [String] { Set(names.map(\.id)).sorted().map(\.text) }

  private var names: [(kind: Kind, id: Name)] {
    story.events.flatMap { event -> [(kind: Kind, id: Name)] in
      if case .renamed(let from, _) = event.change { return [(event.kind, event.id), (event.kind, from)] }
      return [(event.kind, event.id)]
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

  private func hasTask(_ anchor: Name, _ kind: Kind, _ id: Name) -> Bool {
    story.events.contains { event in
      guard event.kind == kind, event.id == id else { return false }
      switch event.change {
      case .created(let tasks), .removed(let tasks): return tasks.contains { $0.anchor == anchor }
      case .taskChanged(let from, let to): return from.anchor == anchor || to.anchor == anchor
      default: return event.change.task?.anchor == anchor
      }
    }
  }
}
