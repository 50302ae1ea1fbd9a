internal import Documents
internal import Teamwork
internal import Text

extension Record {
  /// The record with attributes of a task changed.
  ///
  /// - Parameters:
  ///   - words: `ATTRIBUTE=VALUE`, `ATTRIBUTE+=VALUE` or `ATTRIBUTE-=VALUE`.
  ///   - today: the day that is written beside a box that is checked.
  /// - Throws: `Failure` where a value does not fit, or the line cannot be edited without touching anything else.
  func edited(task number: Int, calledAs reference: String, _ words: [String], in workspace: Workspace, today: Day)
    throws -> RecordEdit
  {
    try requireReadable()
    var changes: [TaskChange] = []
    for word in words {
      let change = try TaskChange(word, self, number, reference, workspace, today)
      if change.sets, changes.contains(where: { $0.attribute == change.attribute }) {
        throw Failure(
          "`\(change.attribute.rawValue)` is given twice",
          help: "say it once; the entries of a list are divided by commas")
      }
      changes.append(change)
    }
    var record = self
    func edit(_ attribute: TaskAttribute, _ edit: FieldEdit) throws {
      do {
        record = try TaskEditor(record, task: number, in: workspace).edited(attribute, edit)
      } catch {
        throw Failure(error, in: self)
      }
    }
    // The box comes first: the day when it was done belongs to it.
    for change in changes where change.attribute == .state {
      let wasDone = tasks[number].state == .done
      try edit(.state, change.edit)
      let isDone = record.tasks[number].state == .done
      if isDone != wasDone { try edit(.done, isDone ? .text(today.description) : .remove) }
    }
    for change in changes where change.attribute != .state {
      if change.attribute == .done, case .text = change.edit, record.tasks[number].state != .done {
        throw Failure(
          "\(quoted(reference)) is not done",
          help: "`tw set \(shellWord(reference)) state=done done=…` checks its box, too")
      }
      try edit(change.attribute, change.edit)
    }
    return RecordEdit(record: self, bytes: record.document.bytes)
  }
}

/// `ATTRIBUTE=VALUE`, `ATTRIBUTE+=VALUE` or `ATTRIBUTE-=VALUE` of a task, checked.
struct TaskChange {
  let attribute: TaskAttribute
  let edit: FieldEdit
  /// Whether it says the whole value.
  let sets: Bool

  private let record: Record
  private let number: Int
  private let workspace: Workspace

  /// - Parameters:
  ///   - reference: how the task is called on the command line.
  ///   - today: what days that are said in words are seen from.
  init(
    _ word: String, _ record: Record, _ number: Int, _ reference: String, _ workspace: Workspace, _ today: Day
  ) throws {
    let assignment = try Assignment(word, like: "`tw set \(shellWord(reference)) due=2026-12-01`")
    (self.record, self.number, self.workspace) = (record, number, workspace)
    sets = assignment.sign == .set
    attribute = try Self.attribute(assignment.name, record)
    let name = attribute.rawValue
    if !sets, !attribute.isList {
      throw Failure("`\(name)` is no list", help: "`\(name)=VALUE` sets it, `\(name)=` takes it out")
    }
    var items = attribute.isList ? assignment.entries : [assignment.value].filter { !$0.isEmpty }
    if attribute == .due || attribute == .done {
      items = try items.map { try Day.said($0, as: "`\(name)`", on: today).description }
    }
    // Owners are written as in the file, too.
    if attribute == .owners { items = items.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 } }
    if !sets, items.isEmpty {
      throw Failure(
        "`\(name)\(assignment.sign.rawValue)` says nothing",
        help: "name what to \(assignment.sign == .add ? "add" : "take out")")
    }
    switch assignment.sign {
    case .drop: edit = .dropping(items)
    case .add: edit = .adding(items)
    case .set: edit = items.isEmpty ? .remove : attribute.isList ? .list(items) : .text(items[0])
    }
    if assignment.sign == .drop { try checkPresence(items) } else { try items.forEach(check) }
    if items.isEmpty { try checkRemoval() }
  }

  private static func attribute(_ name: String, _ record: Record) throws -> TaskAttribute {
    if let attribute = TaskAttribute(rawValue: name) { return attribute }
    if name == "text" || name == "title" {
      throw Failure("the words of a task are yours to write", help: "change them in `\(record.path)`")
    }
    let known = TaskAttribute.allCases.map(\.rawValue)
    throw Failure(
      "a task has no \(quoted(name))",
      help: didYouMean(field: name, known) ?? "it has " + alternatives(known.map { "`\($0)`" }, last: "and"))
  }

  // MARK: Values

  private func check(_ value: String) throws {
    switch attribute {
    case .state:
      let states = ["open", "done", "dropped"]
      if !states.contains(value) {
        throw Failure(
          "a task is not \(quoted(value))",
          help: didYouMean(value: value, states) ?? "it is " + alternatives(states.map { "`\($0)`" }))
      }
    case .due, .done: break
    case .effort:
      if Effort(value) == nil {
        throw Failure(
          "`effort` is \(quoted(value)), but should be a number with `h`, `d` or `w`", help: "write it like `effort=3d`"
        )
      }
    case .role: try checkRecord(value, .role)
    case .owners:
      if workspace.number(.team, Name(value)) != nil, workspace.number(.person, Name(value)) == nil {
        throw Failure(
          "\(quoted(value)) is a team, and tasks are owned by people",
          help: "a team's mention is a part of the task's words")
      }
      try checkRecord(value, .person)
    case .needs: try checkNeed(value)
    case .anchor: try checkAnchor(value)
    }
  }

  private func checkRecord(_ id: String, _ kind: Kind) throws {
    if workspace.number(kind, Name(id)) != nil { return }
    throw Failure(
      "`\(attribute.rawValue)` names \(quoted(id)), but there is no such \(kind.name)",
      help: didYouMean(id, workspace.ids(kind)) ?? "`tw list \(kind.folder)` says whom and what there is")
  }

  private func checkNeed(_ written: String) throws {
    let need = TaskReference(Name(written))
    guard let address = need.address(from: record, in: workspace) else {
      let id = need.record?.text ?? ""
      if case .ambiguous(let kinds) = workspace.resolve(Name(id), as: Kind.withTasks) {
        throw Failure(
          "\(quoted(id)) is several things", help: "say which: " + alternatives(kinds.map { "`\($0.name)/\(written)`" })
        )
      }
      throw Failure(
        "`needs` names \(quoted(id)), but there is no such \(alternatives(Kind.withTasks.map(\.name)))",
        help: didYouMean(id, Kind.withTasks.flatMap(workspace.ids))
          ?? "a task of another record is written `record^anchor`")
    }
    let home = workspace.records[address.record]
    guard let task = home.tasks.firstIndex(where: { $0.anchor?.value == address.anchor }) else {
      let anchors = home.tasks.compactMap { $0.anchor?.value.text }
      throw Failure(
        "`needs` names \(quoted(written)), but `\(home.id)` has no task `^\(visible(address.anchor.text))`",
        help: didYouMean(address.anchor.text, anchors) ?? "a task of another record is written `record^anchor`")
    }
    if home === record, task == number { throw Failure("a task cannot need itself") }
    if let anchor = record.tasks[number].anchor?.value, let own = workspace.number(record.kind, record.id),
      workspace.needs(.init(record: own, anchor: anchor), of: address)
    {
      throw Failure(
        "\(quoted(written)) needs this task already, so each would wait for the other",
        help: "`tw graph tasks` shows what needs what")
    }
  }

  private func checkAnchor(_ name: String) throws {
    let fault = RecordPath.fault(ofID: name)
    if let fault {
      throw Failure(
        "\(quoted(name)) is no name for a task: \(fault)", help: "small letters, digits, `-`, `_` and `.`, like `guide`"
      )
    }
    if let other = record.tasks.firstIndex(where: { $0.anchor?.value == Name(name) }), other != number {
      throw Failure("another task of `\(record.id)` is called `^\(name)`", help: "take another name")
    }
    if let old = record.tasks[number].anchor?.value, old != Name(name) {
      throw Failure(
        "the task is called `^\(visible(old.text))` already",
        help: "`tw rename \(record.id)^\(visible(old.text)) \(name)` renames it everywhere")
    }
  }

  /// Who takes something out that is not there has probably misspelled it.
  private func checkPresence(_ items: [String]) throws {
    let task = record.tasks[number]
    let there =
      attribute == .owners
      ? (task.hasOwnOwners ? task.owners.map(\.text) : []) : task.needs.map { record.document.text($0.range) }
    let addresses = attribute == .needs ? task.needs.compactMap { $0.value.address(from: record, in: workspace) } : []
    for item in items where !there.contains(where: { Name($0) == Name(item) }) {
      if attribute == .needs, let address = TaskReference(Name(item)).address(from: record, in: workspace),
        addresses.contains(address)
      {
        continue
      }
      throw Failure.notFound(
        "`\(attribute.rawValue)` of the task has no \(quoted(item))",
        help: didYouMean(item, there)
          ?? (there.isEmpty ? "it is empty" : "it has " + alternatives(there.map(quoted), last: "and")))
    }
  }

  /// A name that somebody uses stays.
  private func checkRemoval() throws {
    guard attribute == .anchor, let anchor = record.tasks[number].anchor?.value,
      let own = workspace.number(record.kind, record.id)
    else { return }
    let users = TaskSites.records(naming: .init(record: own, anchor: anchor), in: workspace)
    if users.isEmpty { return }
    throw Failure(
      "`^\(visible(anchor.text))` is named in "
        + alternatives(users.map { "`\(workspace.records[$0].path)`" }, last: "and"),
      help: "`tw rename \(record.id)^\(visible(anchor.text)) NAME` gives it another name everywhere")
  }
}

/// As it is typed: a task's words have spaces.
func shellWord(_ reference: String) -> String {
  reference.utf8.contains(0x20) ? "'\(visible(reference))'" : visible(reference)
}
