internal import Documents
internal import Teamwork
internal import Text

extension Tool {
  /// `tw done`: checks the boxes of tasks.
  static let done: @Sendable (Session) throws -> Outcome = { session in
    let workspace = try session.workspaceToEdit()
    let today = try session.today(in: workspace)
    let lookup = RecordLookup(workspace: workspace, prefix: try session.repository().prefix)
    // All are found before the first is checked.
    var tasks: [Int: [Int]] = [:]
    for reference in session.command.arguments {
      let target = try lookup.target(reference)
      let record = workspace.records[target.record]
      guard let number = target.task else { throw Failure.noTask(reference, record) }
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
        return RecordEdit(record: record, bytes: try record.checking(numbers, on: today, limits: workspace.charter.limits))
      } catch let refusal as EditRefusal {
        throw Failure(refusal, in: record)
      }
    }
    return try session.write(edits, in: workspace)
  }
}

extension Failure {
  /// A record where a task should be.
  fileprivate static func noTask(_ reference: String, _ record: Record) -> Failure {
    let open = record.tasks.filter { $0.state == .open }
    let anchors = open.compactMap { task in task.anchor.map { "`\(record.id)^\($0.value)`" } }
    let help =
      !anchors.isEmpty ? "its open tasks are " + alternatives(anchors, last: "and")
      : open.isEmpty ? "it has no open task" : "give a task a name to call it by: `^anchor` at the end of its line"
    return Failure("\(quoted(reference)) is \(record.kind.declaration.article), not a task", help: help)
  }
}
