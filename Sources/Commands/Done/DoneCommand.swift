internal import Documents
internal import Teamwork
internal import Text

extension Command {
  /// `tw done`: checks the boxes of tasks.
  static let done = Command(
    CommandDeclaration(
      name: "done", group: .daily, summary: "check a task's box, and write the day beside it",
      arguments: [
        ArgumentDeclaration(
          name: "TASK", help: "its anchor, record^anchor or 'record^first words'; done:DATE for another day",
          hint: .openTask, isRepeatable: true)
      ],
      description: """
        The box becomes `[x]`, and `done:` with today's date, or with the one given, is written on the line. Nothing else in
        the file changes. Parts of the task and tasks that it needs which are still open are told, and stand in nobody's way.
        """,
      examples: [
        .init(command: "tw done public-beta^guide", does: "the migration guide is written"),
        .init(command: "tw done 'public-beta^write the mig'", does: "the same task, by how it begins"),
        .init(command: "tw done public-beta^guide done:yesterday", does: "what was done on another day"),
      ])
  ) { session in
    let workspace = try session.workspaceToEdit()
    let today = try session.today(in: workspace)
    let lookup = RecordLookup(workspace: workspace, prefix: try session.repository().prefix)
    let days = session.command.arguments.filter { $0.hasPrefix("done:") }
    let references = session.command.arguments.filter { !$0.hasPrefix("done:") }
    let day = try days.map { try Day.said(String($0.dropFirst(5)), as: "`done:`", on: today) }.last ?? today
    if day > today {
      throw Failure("`done:` is \(day), and that day is still to come", help: "today is \(today)")
    }
    if days.count > 1 || references.isEmpty {
      throw Failure(
        references.isEmpty ? "it does not say which task" : "`done:` is given twice",
        help: "like `tw done public-beta^guide done:yesterday`")
    }
    // All are found before the first is checked.
    var tasks: [Int: [Int]] = [:]
    for reference in references {
      let target = try lookup.target(reference)
      let record = workspace.records[target.record]
      guard let number = target.task else { throw Failure.noTask(reference, target.record, lookup) }
      try record.requireReadable()
      let task = record.tasks[number]
      if task.state == .done {
        session.note("\(quoted(reference)) is done already\(task.done.map { ", since \($0.value.short())" } ?? "").")
      } else if tasks[target.record]?.contains(number) != true {
        tasks[target.record, default: []].append(number)
      }
    }
    let edits = try tasks.sorted { $0.key < $1.key }.map { index, numbers in
      let record = workspace.records[index]
      do {
        return RecordEdit(record: record, bytes: try record.checking(numbers, on: day, in: workspace))
      } catch let refusal as EditRefusal {
        throw Failure(refusal, in: record)
      }
    }
    let outcome = try session.write(edits, in: workspace)
    session.tellWhatIsOpen(tasks, lookup)
    return outcome
  }
}

extension Session {
  /// What somebody might have overlooked: nothing of it stands in the way.
  fileprivate func tellWhatIsOpen(_ done: [Int: [Int]], _ lookup: RecordLookup) {
    let workspace = lookup.workspace
    for (index, numbers) in done.sorted(by: { $0.key < $1.key }) {
      let record = workspace.records[index]
      for number in numbers {
        let task = record.tasks[number]
        let name = quoted(lookup.name(Target(record: index, task: number)))
        if task.state == .dropped { note("\(name) had been dropped.") }
        let parts = record.tasks.indices.filter {
          !numbers.contains($0) && record.tasks[$0].isOpen && record.isPart($0, of: number)
        }
        if !parts.isEmpty {
          note("\(name) is done, and \(counted(parts.count, "task below it is", "tasks below it are")) still open.")
        }
        let needs = workspace.taskNeeds.needs(of: .init(record: index, task: number)).filter {
          workspace.taskNeeds.isOpen($0) && done[$0.record]?.contains($0.task) != true
        }.map { quoted(lookup.name(Target(record: $0.record, task: $0.task))) }
        if !needs.isEmpty {
          note(
            "\(name) is done, and \(alternatives(needs, last: "and")), which it needs, \(needs.count == 1 ? "is" : "are") still open."
          )
        }
      }
    }
  }
}

extension Record {
  /// Whether a task lies under another, at any depth.
  fileprivate func isPart(_ task: Int, of other: Int) -> Bool {
    var above = tasks[task].parent
    while let number = above {
      if number == other { return true }
      above = tasks[number].parent
    }
    return false
  }
}

extension Failure {
  /// A record where a task should be.
  fileprivate static func noTask(_ reference: String, _ index: Int, _ lookup: RecordLookup) -> Failure {
    let record = lookup.workspace.records[index]
    let open = record.tasks.indices.filter { record.tasks[$0].isOpen }.map {
      quoted(lookup.name(Target(record: index, task: $0)))
    }
    return Failure(
      "\(quoted(reference)) is \(record.kind.declaration.article), not a task",
      help: open.isEmpty ? "it has no open task" : "its open tasks are " + alternatives(open, last: "and"))
  }
}
