internal import Documents
internal import Teamwork
internal import Text

/// A task, and where it stands.
struct ListedTask {
  let record: Record
  /// Of the record's tasks.
  let number: Int

  var task: Teamwork.Task { record.tasks[number] }
  /// Whose it is: its own owners, else those of the task that it lies under, else the record's only one.
  var owners: [Name] { record.owners(of: task) }

  /// `guide` and `public-beta^guide` for each.
  private var needs: [String] {
    task.needs.flatMap { need in
      let anchor = need.value.anchor.text
      return [anchor, "\(need.value.record ?? record.id)^\(anchor)"]
    }
  }

  // MARK: Filtering

  static let types: [(name: String, type: FieldType)] = [
    ("text", .line), ("owners", .reference([.person])), ("due", .date), ("state", .oneOf(["open", "done", "dropped"])),
    ("goal", .reference([.goal])), ("meeting", .reference([.meeting])), ("role", .reference([.role])),
    ("effort", .line), ("needs", .line), ("done", .date), ("anchor", .line),
  ]

  static let fields = FilterFields<ListedTask>(
    elementType: { name in
      if let found = types.first(where: { $0.name == name.text || $0.name == name.text + "s" }) { return found.type }
      let known = types.map(\.name)
      throw Failure(
        "a task has no field \(quoted(name.text))",
        help: didYouMean(name.text, known) ?? "it has " + alternatives(known.map { "`\($0)`" }, last: "and"))
    },
    value: { listed, name in
      let task = listed.task
      return switch name.text {
      case "text": .text(task.text)
      case "owners", "owner": .ids(listed.owners)
      case "due": task.due.map { .day($0.value) }
      case "done": task.done.map { .day($0.value) }
      case "state": .text(task.stateWord)
      case "goal", "goals": listed.record.kind == .goal ? .reference(listed.record.id) : nil
      case "meeting", "meetings": listed.record.kind == .meeting ? .reference(listed.record.id) : nil
      case "role", "roles": task.role.map { .reference($0.value) }
      case "effort": task.effort.map { .text(listed.record.document.text($0.range)) }
      case "needs", "need": .list(listed.needs.map { Located(.text($0), at: 0..<0) })
      case "anchor": task.anchor.map { .text($0.value.text) }
      default: nil
      }
    })
}

/// Tasks in the forms of `tw list`.
struct TaskListing: ListingForms {
  let tasks: [ListedTask]

  /// - Parameter filters: all of them must hold.
  init(_ workspace: Workspace, filters: [String], today: () throws -> Day) throws {
    let all = workspace.records.flatMap { record in
      record.tasks.indices.map { ListedTask(record: record, number: $0) }
    }
    let filters = try filters.map { try Filter($0, ListedTask.fields, in: workspace, all, today: today()) }
    tasks = Self.sorted(all.filter { task in filters.allSatisfy { $0.holds(for: task) } })
  }

  /// What is open first, by its day; then what was done, the newest first; then what was dropped.
  private static func sorted(_ tasks: [ListedTask]) -> [ListedTask] {
    func key(_ listed: ListedTask) -> (Int, Int) {
      switch listed.task.state {
      case .open: (0, listed.task.due?.value.number ?? .max)
      case .done: (1, listed.task.done.map { -$0.value.number } ?? .max)
      case .dropped: (2, 0)
      }
    }
    let keys = tasks.map(key)
    return tasks.indices.sorted { keys[$0] < keys[$1] || (keys[$0] == keys[$1] && $0 < $1) }.map { tasks[$0] }
  }

  var json: JSON {
    .array(
      tasks.map { listed in
        let (task, record) = (listed.task, listed.record)
        return .object([
          ("text", .string(task.text)), ("owners", JSON(listed.owners.map(\.text))),
          ("state", .string(task.stateWord)), ("due", JSON(task.due?.value.description)),
          ("done", JSON(task.done?.value.description)),
          ("needs", JSON(task.needs.map { record.document.text($0.range) })), ("role", JSON(task.role?.value.text)),
          ("effort", JSON(task.effort.map { record.document.text($0.range) })),
          ("record", .object([("kind", .string(record.kind.name)), ("id", .string(record.id.text))])),
          ("anchor", JSON(task.anchor?.value.text)), ("path", .string(record.path)),
          ("line", .int(record.line(ofTask: listed.number))),
        ])
      })
  }

  var table: TextTable {
    var table = TextTable(columns: [
      .init(title: "state", isWhole: true), .init(title: "due", isWhole: true), .init(title: "owners"),
      .init(title: "text"), .init(title: "goal"),
    ])
    table.rows = tasks.map { listed in
      [
        .init(listed.task.stateWord, listed.task.state == .done ? .done : listed.task.isOpen ? nil : .dim),
        .init(listed.task.due?.value.description ?? ""), .init(listed.owners.map(\.text).joined(separator: ", ")),
        .init(listed.task.text), .init(listed.record.id.text, .strong),
      ]
    }
    return table
  }

  /// A table; the texts lead to the files, from the repository's top.
  var markdown: String {
    let rows = tasks.map { listed in
      let (task, record) = (listed.task, listed.record)
      let cells = [
        task.stateWord, task.due?.value.description ?? "",
        markdownText(listed.owners.map(\.text).joined(separator: ", ")),
        "[\(markdownText(task.text))](\(markdownPath(record.path))#L\(record.line(ofTask: listed.number)))",
        markdownText(listed.record.id.text),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return "| state | due | owners | text | goal |\n| --- | --- | --- | --- | --- |\n" + rows.joined()
  }

  var csv: String {
    let columns = [
      "text", "owners", "state", "due", "done", "needs", "role", "effort", "kind", "record", "anchor", "path", "line",
    ]
    let rows = tasks.map { listed in
      let (task, record) = (listed.task, listed.record)
      return [
        task.text, listed.owners.map(\.text).joined(separator: ", "), task.stateWord, task.due?.value.description ?? "",
        task.done?.value.description ?? "",
        task.needs.map { record.document.text($0.range) }.joined(separator: ", "), task.role?.value.text ?? "",
        task.effort.map { record.document.text($0.range) } ?? "", record.kind.name, record.id.text,
        task.anchor?.value.text ?? "", record.path, String(record.line(ofTask: listed.number)),
      ]
    }
    return ([columns] + rows).map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined()
  }
}
