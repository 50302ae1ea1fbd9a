internal import Teamwork
internal import Text

extension Command {
  /// `tw show`: a record or task, what links to it, and what it is there for.
  static let show = Command(
    CommandDeclaration(
      name: "show", group: .understand, summary: "show a record: its fields, what links to it, why it is there",
      arguments: [.reference],
      options: [
        OptionDeclaration(
          long: "at", value: "REV|DATE", help: "as it was at a revision, or at the end of a day", hint: .revision),
        .format("text", "json"),
      ],
      examples: [
        .init(command: "tw show public-beta", does: "a goal, its tasks and those who depend on it"),
        .init(command: "tw show public-beta --at 2026-10-01", does: "what it said then"),
      ])
  ) { session in
    let commit = try session.command.options.value(for: "at").map { try session.commit(at: $0) }
    let workspace = try commit.map { try session.workspace(at: $0) } ?? session.latestWorkspace()
    if let commit, workspace.isEmpty { throw session.noWorkspace(workspace.folder, "in \(commit.hex.prefix(10))") }
    let target = try RecordLookup(workspace: workspace, prefix: session.repository().prefix).target(
      session.command.arguments[0])
    let page = RecordPage(workspace, target)
    if session.format == "json" { return session.answer(page.json) }
    var text = page.styled(width: session.lineWidth)
    // What came later is no part of what was.
    if commit == nil { try session.appendStory(of: workspace, target, to: &text) }
    return session.paged(text)
  }
}

/// All that a workspace says of a record, or of a task.
struct RecordPage {
  private let workspace: Workspace
  private let record: Record
  private let task: Teamwork.Task?
  private let links: [BackLinks.Link]
  private let reason: WhyTree.Node

  private static let proseLimit = 24
  private static let linkLimit = 12

  init(_ workspace: Workspace, _ target: Target) {
    self.workspace = workspace
    record = workspace.records[target.record]
    task = target.task.map { workspace.records[target.record].tasks[$0] }
    // A task without a name is named nowhere.
    let isNameless = task != nil && task?.anchor == nil
    links = isNameless ? [] : BackLinks(to: target.record, in: workspace, only: task?.anchor?.value).links
    reason = WhyTree(workspace).node(target)
  }

  // MARK: JSON

  var json: [(String, JSON)] {
    let about = links.map { link in
      JSON.object(workspace.records[link.record].identityJSON + [("in", JSON(link.places))])
    }
    var members: [(String, JSON)] = [
      (
        "record",
        .object(
          record.identityJSON + [
            ("fields", record.fieldsJSON(adding: workspace.charter.extraFields[record.kind] ?? []))
          ])
      )
    ]
    if let task {
      members.append(("task", task.json))
    } else if record.kind.declaration.hasTasks {
      members.append(("tasks", .array(record.tasks.map(\.json))))
    }
    if record.kind == .person, task == nil {
      members.append(
        (
          "openTasks",
          .array(tasksOfPerson.map { .object([("record", .string($0.record.id.text)), ("task", $0.task.json)]) })
        ))
    }
    return members + [("links", .array(about)), ("chains", .array(reason.chains.map { .array($0.map(\.json)) }))]
  }

  /// The open tasks of a person but of goals that are closed.
  private var tasksOfPerson: [(record: Record, task: Teamwork.Task)] {
    workspace.records.filter(\.mayHoldOpenTasks).flatMap { home in
      home.tasks.filter { $0.isOpen && $0.owners.contains(record.id) }.map { (home, $0) }
    }
  }

  // MARK: Text

  func styled(width: Int) -> StyledText {
    var text = StyledText()
    text.append(visible(task?.text ?? record.title), .heading)
    text.line(
      "  " + (task.map { "task of \(record.id)" + ($0.anchor.map { "^\($0.value)" } ?? "") } ?? record.reference), .dim)
    text.line(record.path, .path)
    text.line()
    if let task { appendTask(task, to: &text) } else { appendFields(to: &text, width: width) }
    if task == nil {
      appendProse(to: &text, width: width)
      if record.kind.declaration.hasTasks {
        appendTasks(record.tasks.map { (nil, $0) }, "Tasks", to: &text, width: width)
      }
      if record.kind == .person {
        appendTasks(tasksOfPerson.map { ($0.record, $0.task) }, "Open tasks", to: &text, width: width)
      }
    }
    appendLinks(to: &text, width: width)
    if !reason.next.isEmpty {
      text.line()
      text.line("Why", .heading)
      for line in reason.next { text.append(indented(line.styled(width: width - 2))) }
    }
    return text
  }

  private func appendTask(_ task: Teamwork.Task, to text: inout StyledText) {
    let rows: [(String, String)] = [
      ("state", task.stateWord), ("owners", task.owners.map(\.text).joined(separator: ", ")),
      ("due", task.due?.value.description ?? ""), ("done", task.done?.value.description ?? ""),
      (
        "needs",
        task.needs.map { ($0.value.record.map { "\($0)^" } ?? "") + $0.value.anchor.text }.joined(separator: ", ")
      ),
      ("role", task.role?.value.text ?? ""), ("effort", task.effort.map { record.document.text($0.range) } ?? ""),
    ]
    for (name, value) in rows where !value.isEmpty {
      text.append("  " + padded(name, to: 8), .option)
      text.line(visible(value))
    }
  }

  private func appendFields(to text: inout StyledText, width: Int) {
    let titleField = record.kind.titleField
    var rows: [(name: String, lines: [(String, Label?)])] = []
    for field in record.kind.declaration.fields where field.name != titleField && !field.isPrivate {
      guard let value = record.value(field.name) else { continue }
      rows.append(
        (
          field.name.text,
          lines(of: value, label: record.kind == .goal && field.name == "status" ? record.status?.label : nil)
        ))
    }
    for field in record.fields where field.field == nil {
      rows.append((field.name.text, field.value.map { lines(of: $0, label: nil) } ?? []))
    }
    let column = (rows.map(\.name.utf8.count).max() ?? 0) + 4
    for row in rows {
      var head = padded("  " + row.name, to: column)
      for (line, label) in row.lines {
        for part in wrapped(visible(line), to: width - column) {
          text.append(head, .option)
          text.line(part, label)
          head = String(repeating: " ", count: column)
        }
      }
    }
  }

  /// A list of mappings has a line for each.
  private func lines(of value: Value, label: Label?) -> [(String, Label?)] {
    switch value {
    case .list(let items) where items.contains { if case .mapping = $0.value { true } else { false } }:
      items.map { ($0.value.shown, label) }
    case .mapping(let members): members.map { ("\($0.name): \($0.value.value.shown)", label) }
    case .text(let text): text.split(separator: "\n", omittingEmptySubsequences: true).map { (String($0), label) }
    default: [(value.shown, label)]
    }
  }

  private func appendProse(to text: inout StyledText, width: Int) {
    let lines = Prose(of: record).lines(width: width - 2)
    guard !lines.isEmpty else { return }
    text.line()
    for line in lines.prefix(Self.proseLimit) { text.line(line.isEmpty ? "" : "  " + line) }
    if lines.count > Self.proseLimit {
      text.line("  … \(counted(lines.count - Self.proseLimit, "line")) more in the file", .dim)
    }
  }

  /// How many tasks it is a part of.
  private func depth(_ task: Teamwork.Task) -> Int {
    var depth = 0
    var above = task.parent
    while let number = above {
      depth += 1
      above = record.tasks[number].parent
    }
    return depth
  }

  private func appendTasks(
    _ tasks: [(home: Record?, task: Teamwork.Task)], _ title: String, to text: inout StyledText, width: Int
  ) {
    guard !tasks.isEmpty else { return }
    text.line()
    text.append(title, .heading)
    text.line(record.kind == .person ? "" : "  \(record.progress.done) of \(record.progress.total) done", .dim)
    for (home, task) in tasks {
      let (sign, label): (String, Label?) =
        switch task.state {
        case .open: ("[ ]", nil)
        case .done: ("[x]", .done)
        case .dropped: ("[-]", .dim)
        }
      var details = home == nil ? task.owners.map { "@\($0)" } : []
      if let due = task.due, task.isOpen { details.append("due \(due.value)") }
      if task.isOpen, !task.needs.isEmpty {
        details.append(
          "needs "
            + task.needs.map { ($0.value.record.map { "\($0)^" } ?? "") + $0.value.anchor.text }.joined(separator: ", ")
        )
      }
      if let home {
        details.append(home.id.text + (task.anchor.map { "^\($0.value)" } ?? ""))
      } else if let anchor = task.anchor {
        details.append("^\(anchor.value)")
      }
      text.append(String(repeating: "  ", count: home == nil ? depth(task) + 1 : 1) + sign + " ", label)
      text.append(visible(task.text))
      text.line("  " + visible(details.joined(separator: " · ")), .dim)
    }
  }

  /// Those who link to it, by kind; of many only the latest reports and records.
  private func appendLinks(to text: inout StyledText, width: Int) {
    guard !links.isEmpty else { return }
    text.line()
    text.line(task == nil ? "Linked from" : "Spoken of in", .heading)
    var rows: [(name: String, places: String, title: String)] = []
    // What is nearest to the work first.
    let order: [Kind] = [.charter, .goal, .person, .team, .role, .request, .decision, .note, .meeting, .feedback]
    for kind in order + Kind.allCases.filter({ !order.contains($0) }) {
      let found = links.filter { workspace.records[$0.record].kind == kind }
      let places = Dictionary(found.map { (workspace.records[$0.record].path, $0.places) }) { first, _ in first }
      let records = RecordOrder.sorted(found.map { workspace.records[$0.record] })
      rows += records.prefix(Self.linkLimit).map { other in
        (
          other.reference, places[other.path]?.joined(separator: ", ") ?? "",
          other.title == other.id.text ? "" : other.title
        )
      }
      if records.count > Self.linkLimit {
        rows.append(("… \(records.count - Self.linkLimit) more", "tw list \(kind.name)", ""))
      }
    }
    let nameWidth = rows.map { displayWidth($0.name) }.max() ?? 0
    let placeWidth = rows.map { displayWidth($0.places) }.max() ?? 0
    for row in rows {
      text.append("  " + padded(row.name, to: nameWidth) + "  ")
      let rest = row.title.isEmpty ? row.places : padded(row.places, to: placeWidth) + "  " + visible(row.title)
      text.line(truncated(rest, to: max(20, width - nameWidth - 4)), .dim)
    }
  }

  private func indented(_ text: StyledText) -> StyledText {
    var result = StyledText()
    var isStart = true
    for span in text.spans {
      for (index, line) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 {
          result.append("\n")
          isStart = true
        }
        if isStart, !line.isEmpty {
          result.append("  ")
          isStart = false
        }
        result.append(String(line), span.label)
      }
    }
    return result
  }
}
