internal import Reports
internal import Teamwork
internal import Text

/// What somebody did in a week, an entry for each thing.
struct DoneEntries {
  private let told: PersonWeek
  private let link: DraftLink

  init(_ told: PersonWeek) {
    self.told = told
    link = DraftLink(told.latest)
  }

  /// With what they are called where there are more than are told.
  var groups: [(entries: [String], many: String)] {
    [
      (tasks, "tasks of yours that were done"), (goals, "goals that you changed"), (decisions, "decisions"),
      (requests, "requests that you answered"),
    ]
  }

  // MARK: Tasks

  var tasks: [String] {
    guard told.before != nil else { return [] }
    return told.now.records.filter { $0.kind.declaration.hasTasks }.flatMap { record in
      EventBuilder.events(from: told.earlier(record), to: record).flatMap { event -> [TaskState] in
        switch event.change {
        case .created(let tasks): tasks
        case .taskDone(let task), .taskAdded(let task): [task]
        default: []
        }
      }.filter { task in
        let owners = task.owners.isEmpty && record.owners.count == 1 ? record.owners : task.owners
        return task.state == .done && owners.contains(told.person)
      }.map { link.task(anchor: $0.anchor, text: $0.text, markdown: $0.markdown, record) }
    }
  }

  // MARK: Goals

  private struct GoalChange {
    var isNew = false
    var removed: String?
    /// In the order in which they were first touched, with what they said before and said last.
    var fields: [(name: Name, from: FieldContent?, to: FieldContent?)] = []

    /// Whether it is more than a word to the goal's owners.
    var isNews: Bool { isNew || removed != nil || fields.contains { $0.name == "status" || $0.name == "due" } }

    mutating func set(_ name: Name, _ from: FieldContent?, _ to: FieldContent?) {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].to = to
      } else {
        fields.append((name, from, to))
      }
    }
  }

  /// The goals that the person changed, by the names that they have at the end; where there are many, what matters most
  /// comes first.
  private var goals: [String] {
    var changes: [(id: Name, isThere: Bool, change: GoalChange)] = []
    for event in told.own where event.kind == .goal {
      if case .renamed = event.change { continue }
      let now = told.idNow(event)
      let id = now ?? event.id
      let index = changes.firstIndex { $0.id == id && $0.isThere == (now != nil) } ?? changes.endIndex
      if index == changes.endIndex { changes.append((id, now != nil, GoalChange())) }
      switch event.change {
      case .created: changes[index].change.isNew = true
      case .removed: changes[index].change.removed = event.title ?? event.id.text
      case .field(let name, let from, let to): changes[index].change.set(name, from, to)
      default: break
      }
    }
    let sorted = changes.sorted { ($0.change.isNews ? 0 : 1, $0.id) < ($1.change.isNews ? 0 : 1, $1.id) }
    return sorted.compactMap(goal)
  }

  private func goal(_ id: Name, _ isThere: Bool, _ change: GoalChange) -> String? {
    guard isThere, let record = told.now.record(.goal, id) else {
      return change.isNew ? nil : change.removed.map { link.plain("goal removed: “\($0)”") }
    }
    if change.isNew { return link.record(record) + ": new goal" }
    let phrases = change.fields.filter { $0.from != $0.to }.flatMap { field in
      FieldWords(.goal, field.name, year: told.week.year).phrases(field.from, field.to)
    }
    return phrases.isEmpty ? nil : link.record(record) + ": " + link.plain(Phrase(joining: phrases).plain)
  }

  // MARK: Decisions and requests

  private var decisions: [String] {
    guard told.before != nil else { return [] }
    return told.now.records(of: .decision).compactMap { record in
      guard record.located(Decision.by).contains(where: { $0.value == told.person }),
        let status = record[Decision.status]
      else {
        return nil
      }
      let earlier = told.earlier(record)
      let isDecided = status == .accepted || status == .rejected
      guard earlier == nil || (isDecided && earlier?[Decision.status] != status) else { return nil }
      return link.record(record) + ": " + link.plain(status.rawValue)
    }
  }

  private var requests: [String] {
    guard told.before != nil else { return [] }
    let touched = Set(told.own.filter { $0.kind == .request }.compactMap(told.idNow))
    return told.now.records(of: .request).compactMap { record in
      guard let to = record[Request.to], let answer = answer(record) else { return nil }
      let isOwn =
        told.now.person(to)?.id == told.person || record.located(Request.helpers).contains { $0.value == told.person }
        // For a team or a role, somebody else may have answered.
        || (told.now.reaches(to, told.person) && touched.contains(record.id))
      guard isOwn else { return nil }
      let asker = record.located(Request.from).map { " for @\($0.value)" } ?? ""
      return link.record(record) + asker + ": " + answer
    }
  }

  /// What was answered in the week; nil for nothing new.
  private func answer(_ record: Record) -> String? {
    let earlier = told.earlier(record)
    let (status, promised) = (record[Request.status], record[Request.promised])
    if status == earlier?[Request.status], status != .accepted || promised == earlier?[Request.promised] {
      return nil
    }
    switch status {
    case .accepted: return promised.map { "promised for \($0.short(in: told.week.year))" } ?? "promised"
    case .declined: return "declined"
    case .done: return "delivered"
    case .open, .withdrawn, nil: return nil
    }
  }
}
