internal import Documents
internal import Teamwork
internal import Text

/// What happened to one record at once, a phrase for each thing.
struct EventWords {
  /// Days of this year are told without it.
  let year: Int?

  /// Of changes of one sort, more than so many are counted.
  private static let mostTasks = 8

  func phrases(_ events: [Event]) -> [Phrase] {
    var phrases: [Phrase] = []
    var left: [String: (count: Int, hidden: Int)] = [:]
    for event in events {
      if event.change.task != nil {
        left[event.change.name, default: (0, 0)].count += 1
        if left[event.change.name, default: (0, 0)].count > Self.mostTasks {
          left[event.change.name, default: (0, 0)].hidden += 1
          continue
        }
      }
      phrases += self.phrases(event)
    }
    for (name, found) in left.sorted(by: { $0.key < $1.key }) where found.hidden > 0 {
      phrases.append(Phrase("… \(found.hidden) more \(Self.plural(name))", .dim))
    }
    if events.contains(where: \.isUnreadable),
      !events.contains(where: { if case .text = $0.change { true } else { false } })
    {
      phrases.append(Phrase("cannot be read here, or could not before: of its fields nothing is told", .warning))
    }
    return phrases
  }

  private static func plural(_ name: String) -> String {
    switch name {
    case "task-added": "new tasks"
    case "task-removed": "tasks removed"
    case "task-done": "tasks done"
    case "task-reopened": "tasks reopened"
    case "task-dropped": "tasks dropped"
    default: "tasks changed"
    }
  }

  private func phrases(_ event: Event) -> [Phrase] {
    switch event.change {
    case .created(let tasks) where event.isRestored:
      return [
        whole(
          "\(event.kind == .feedback ? "feedback" : event.kind.declaration.noun) restored", .attention, event, tasks)
      ]
    case .created(let tasks):
      return [whole("new \(event.kind == .feedback ? "feedback" : event.kind.declaration.noun)", .added, event, tasks)]
    case .removed(let tasks):
      return [
        whole("\(event.kind == .feedback ? "feedback" : event.kind.declaration.noun) removed", .removed, event, tasks)
      ]
    case .renamed(let from, _):
      var phrase = Phrase("renamed", .attention)
      phrase.add("from \(from)")
      return [phrase]
    case .field(let name, let from, let to): return FieldWords(event.kind, name, year: year).phrases(from, to)
    case .taskAdded(let task): return [self.task("new task:", .added, task, isNew: true)]
    case .taskRemoved(let task): return [self.task("task removed:", .removed, task)]
    case .taskDone(let task): return [self.task("done:", .done, task)]
    case .taskReopened(let task): return [self.task("reopened:", .attention, task)]
    case .taskDropped(let task): return [self.task("dropped:", .dim, task)]
    case .taskChanged(let from, let to): return changed(from, to)
    case .text:
      if event.isUnreadable {
        return [Phrase("cannot be read here, or could not before: what changed is not known", .warning)]
      }
      return [Phrase("reworded", .dim)]
    }
  }

  private func whole(_ words: String, _ label: Label, _ event: Event, _ tasks: [TaskState]) -> Phrase {
    var phrase = Phrase(words, label)
    if let title = event.title { phrase.add(FieldWords.quoted(title)) }
    if !tasks.isEmpty {
      let done = tasks.count { $0.state == .done }
      phrase.add("(\(counted(tasks.count, "task"))\(done == 0 ? "" : ", \(done) done"))", .dim)
    }
    return phrase
  }

  private func task(_ words: String, _ label: Label, _ task: TaskState, isNew: Bool = false) -> Phrase {
    var phrase = Phrase(words, label)
    phrase.add(task.text.isEmpty ? "(without words)" : task.text)
    guard isNew else { return phrase }
    if task.state != .open { phrase.add(task.state == .done ? "(done)" : "(dropped)", .dim) }
    let details = task.owners.map(\.text) + (task.due.map { ["due \($0.short(in: year))"] } ?? [])
    if !details.isEmpty { phrase.add("– " + details.joined(separator: ", "), .dim) }
    return phrase
  }

  private func changed(_ from: TaskState, _ to: TaskState) -> [Phrase] {
    var phrases: [Phrase] = []
    func about(_ phrase: inout Phrase) { phrase.add("– " + to.text, .dim) }
    if Name(from.text) != Name(to.text) {
      var phrase = Phrase("task reworded:")
      phrase.add(FieldWords.quoted(from.text), .dim)
      phrase.add("→")
      phrase.add(FieldWords.quoted(to.text))
      phrases.append(phrase)
    }
    let added = to.owners.filter { !from.owners.contains($0) }
    let removed = from.owners.filter { !to.owners.contains($0) }
    if from.owners != to.owners {
      var phrase = Phrase("task owners")
      if added.isEmpty, removed.isEmpty { phrase.add("in another order") }
      if !added.isEmpty { phrase.add("+ " + added.map(\.text).joined(separator: ", "), .added) }
      if !removed.isEmpty { phrase.add("− " + removed.map(\.text).joined(separator: ", "), .removed) }
      about(&phrase)
      phrases.append(phrase)
    }
    if from.due != to.due {
      var phrase = Phrase("task due")
      if let due = from.due { phrase.add(due.short(in: year), .dim) }
      phrase.add(from.due == nil ? "set to" : "→")
      phrase.add(to.due?.short(in: year) ?? "none")
      about(&phrase)
      phrases.append(phrase)
    }
    if from.needs != to.needs {
      var phrase = Phrase("task needs")
      let added = to.needs.filter { !from.needs.contains($0) }
      let removed = from.needs.filter { !to.needs.contains($0) }
      if !added.isEmpty { phrase.add("+ " + added.map(Self.name).joined(separator: ", "), .added) }
      if !removed.isEmpty { phrase.add("− " + removed.map(Self.name).joined(separator: ", "), .removed) }
      if added.isEmpty, removed.isEmpty { phrase.add("in another order") }
      about(&phrase)
      phrases.append(phrase)
    }
    func tell(_ what: String, _ from: String?, _ to: String?) {
      if from == to { return }
      var phrase = Phrase("task \(what)")
      if let from, to != nil { phrase.add(from, .dim) }
      phrase.add(to == nil ? "taken out, was" : from == nil ? "set to" : "→")
      phrase.add(to ?? from ?? "", to == nil ? .dim : nil)
      about(&phrase)
      phrases.append(phrase)
    }
    tell("role", from.role?.text, to.role?.text)
    tell("effort", from.effort?.written, to.effort?.written)
    if from.anchor != to.anchor {
      var phrase = Phrase(
        to.anchor == nil ? "task no longer named" : from.anchor == nil ? "task named" : "task renamed")
      if let anchor = from.anchor { phrase.add("^\(anchor)", .dim) }
      if from.anchor != nil, to.anchor != nil { phrase.add("→") }
      if let anchor = to.anchor { phrase.add("^\(anchor)") }
      about(&phrase)
      phrases.append(phrase)
    }
    // Only how it is marked up is another.
    if phrases.isEmpty {
      var phrase = Phrase("task reworded", .dim)
      about(&phrase)
      phrases.append(phrase)
    }
    return phrases
  }

  private static func name(_ need: TaskReference) -> String { (need.record.map { "\($0)^" } ?? "") + need.anchor.text }
}
