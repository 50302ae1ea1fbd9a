internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw list`: the records of a kind, or the tasks, that fit all filters.
  static let list = Command(
    CommandDeclaration(
      name: "list", group: .daily, summary: "list the records of a kind, or tasks",
      arguments: [
        ArgumentDeclaration(name: "KIND", help: "the kind, `goal` or `goals`, or `tasks`", hint: .listed),
        ArgumentDeclaration(
          name: "FILTER", help: "FIELD=VALUE, FIELD!=VALUE, FIELD<DATE or FIELD>DATE", hint: .filter, isRequired: false,
          isRepeatable: true),
      ],
      options: [
        OptionDeclaration(
          long: "at", value: "REV|DATE", help: "as they were at a revision, or at the end of a day", hint: .revision),
        .format("text", "json", "markdown", "csv"),
      ],
      description: """
        `FIELD=VALUE` holds where the field is VALUE, or a list with VALUE in it; without a VALUE, where there is none. Several
        filters must all hold. Quote filters with `<`, `>` or `!`, which a shell takes for itself. A goal's `mode` is the one that
        counts for it, also where its team or the charter says it.

        Tasks of goals and meetings have `owners`, `due`, `state` (open, done or dropped), `goal`, `meeting`, `role`, `effort`,
        `needs`, `done`, `anchor` and `text`. A task without an owner is its goal's, where that has only one.
        As JSON, `tasks` has objects with `text`, `owners`, `state`, `due`, `done`, `needs`, `role`, `effort`, `record` (`kind`
        and `id`), `anchor`, `path` and `line`.
        """,
      examples: [
        .init(command: "tw list goals owners=ana status=at-risk", does: "Ana's goals that are at risk"),
        .init(command: "tw list goals 'due<2026-12-01' --format csv", does: "what is due before December, as a table"),
        .init(command: "tw list tasks state=open owners=ana 'due<+1w'", does: "what Ana has to do within a week"),
      ])
  ) { session in
    let arguments = session.command.arguments
    let filters = Array(arguments.dropFirst())
    let kind = try arguments[0] == "tasks" || arguments[0] == "task" ? nil : session.kind(arguments[0])
    let commit = try session.command.options.value(for: "at").map { try session.commit(at: $0) }
    let workspace = try commit.map { try session.workspace(at: $0) } ?? session.latestWorkspace()
    if let commit, workspace.isEmpty { throw session.noWorkspace(workspace.folder, "in \(commit.hex.prefix(10))") }
    let today = { try session.today(in: workspace) }
    let listing: any ListingForms =
      if let kind {
        try Listing(kind, in: workspace, filters: filters, today: today)
      } else {
        try TaskListing(workspace, filters: filters, today: today)
      }
    let noun = kind?.name ?? "task"
    switch session.format {
    case "json":
      return session.answer([
        ("kind", .string(noun)), ("at", JSON(commit?.hex)), (kind == nil ? "tasks" : "records", listing.json),
      ])
    case "csv": return Outcome(output: Array(listing.csv.utf8))
    case "markdown": return session.answer(StyledText(listing.markdown))
    default:
      let table = listing.table
      if table.rows.isEmpty {
        let which = filters.isEmpty ? "There is no \(noun) yet." : "No \(noun) fits."
        return Outcome(errors: Array((which + "\n").utf8))
      }
      return session.answer(table.styled(width: session.environment.outputIsTerminal ? session.environment.width : nil))
    }
  }
}

/// What is listed, in every form that `tw list` has.
protocol ListingForms {
  var table: TextTable { get }
  var json: JSON { get }
  var markdown: String { get }
  var csv: String { get }
}

/// The order in which people look for a record: what needs them first, else the newest, else by id.
enum RecordOrder {
  static func sorted(_ records: [Record]) -> [Record] {
    let keys = records.map(key)
    return records.indices.sorted { keys[$0] < keys[$1] || (keys[$0] == keys[$1] && $0 < $1) }.map { records[$0] }
  }

  /// Smaller comes first.
  private static func key(_ record: Record) -> (Int, Int) {
    let none = Int.max
    func newest(_ day: Day?) -> (Int, Int) { (0, day.map { -$0.number } ?? none) }
    let declaration = record.kind.declaration
    if let order = declaration.listOrder { return order(record) }
    return declaration.isByWeek
      ? newest(record.week?.monday) : declaration.day.map { newest(record[$0]) } ?? (0, 0)
  }
}

/// Records in the forms of `tw list`.
struct Listing: ListingForms {
  let kind: Kind
  let records: [Record]
  let workspace: Workspace

  /// - Parameter filters: all of them must hold.
  init(_ kind: Kind, in workspace: Workspace, filters: [String], today: () throws -> Day) throws {
    self.kind = kind
    self.workspace = workspace
    let all = workspace.records(of: kind)
    let fields = FilterFields.of(kind, in: workspace)
    let filters = try filters.map { try Filter($0, fields, in: workspace, all, today: today()) }
    records = RecordOrder.sorted(all.filter { record in filters.allSatisfy { $0.holds(for: record) } })
  }

  private var extraFields: [Name] { workspace.charter.extraFields[kind] ?? [] }

  var json: JSON {
    .array(
      records.map { record in
        let tasks: [(String, JSON)] = kind.declaration.hasTasks ? [("tasks", record.progressJSON)] : []
        return .object(record.identityJSON + [("fields", record.fieldsJSON(adding: extraFields))] + tasks)
      })
  }

  // MARK: Text

  private var columns: [String] { kind.declaration.columns.map(\.text) }

  var table: TextTable {
    let columns = columns
    var table = TextTable(
      columns: columns.map { name in
        .init(
          title: name, isWhole: ["status", "id", "tasks", "due", "date", "week", "kind"].contains(name),
          isNumber: name == "tasks")
      })
    table.rows = records.map { record in columns.map { cell($0, record) } }
    return table
  }

  private func cell(_ column: String, _ record: Record) -> TextTable.Cell {
    let text = shown(column, record)
    switch column {
    case "status" where kind == .goal: return .init(text, record.status?.label)
    case "status": return .init(text, text == "open" || text == "accepted" ? .attention : nil)
    case "id": return .init(text, .strong)
    default: return .init(text)
    }
  }

  private func shown(_ column: String, _ record: Record) -> String {
    switch column {
    case "id": return record.id.text
    case "teams" where kind == .person:
      return workspace.membership.teams(of: record.id).map(\.text).joined(separator: ", ")
    case "members" where kind == .team:
      return workspace.membership.members(of: record.id).map(\.text).joined(separator: ", ")
    case "tasks": return record.progress.total == 0 ? "" : "\(record.progress.done)/\(record.progress.total)"
    default: return record.shown(Name(column))
    }
  }

  // MARK: Markdown and CSV

  /// A table; titles lead to the files, from the repository's top.
  var markdown: String {
    let columns = columns
    var lines = [
      "| " + columns.joined(separator: " | ") + " |",
      "|" + columns.map { $0 == "tasks" ? " ---: |" : " --- |" }.joined(),
    ]
    let linked =
      columns.contains("title")
      ? "title" : columns.contains("name") ? "name" : columns.contains("id") ? "id" : columns[1]
    for record in records {
      let cells = columns.map { column in
        let text = markdownText(shown(column, record))
        return column == linked && !text.isEmpty ? "[\(text)](\(markdownPath(record.path)))" : text
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every field; the entries of a list are divided by commas.
  var csv: String {
    let fields = kind.declaration.fields.filter { !$0.isPrivate }.map(\.name) + extraFields
    var rows = [
      ["id", "path"] + fields.map(\.text) + (kind.declaration.hasTasks ? ["tasks-done", "tasks-total"] : [])
    ]
    for record in records {
      var row = [record.id.text, record.path] + fields.map(record.shown)
      if kind.declaration.hasTasks { row += [String(record.progress.done), String(record.progress.total)] }
      rows.append(row)
    }
    return rows.map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined()
  }
}

/// A cell that no spreadsheet takes for a formula.
func csvCell(_ text: String) -> String {
  let visibleText = visible(text, oneLine: false)
  let isFormula = visibleText.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  let guarded = isFormula ? "'" + visibleText : visibleText
  guard guarded.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return guarded }
  return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// Text in which Markdown finds nothing to obey, on one line.
func markdownText(_ text: String) -> String {
  var result = ""
  for scalar in visible(String(text.map { $0.isNewline ? " " : $0 })).unicodeScalars {
    if "\\`*_[]<>|#!~&".unicodeScalars.contains(scalar) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// A path as the target of a Markdown link.
func markdownPath(_ path: String) -> String {
  var result = ""
  for byte in path.utf8 {
    let isSafe =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "/-_.~".utf8.contains(byte)
    let digits = String(byte, radix: 16, uppercase: true)
    result += isSafe ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
  }
  return result
}
