internal import Teamwork
internal import Text

/// What a status report can begin with: what the workspace knows of a person's week.
struct StatusDraft {
  /// Entries by the key of the heading they belong under.
  private var entries: [Name: [String]] = [:]
  private let workspace: Workspace

  private static let entryLimit = 8

  /// - Parameters:
  ///   - before: the workspace as it was when the week began; nil where there was none.
  ///   - week: tasks due until the end of the next one are what comes next.
  init(of person: Name, _ week: Week, _ workspace: Workspace, before: Workspace?) {
    self.workspace = workspace
    var due: [(day: Day, entry: String)] = []
    for record in workspace.records where record.kind == .meeting || record.kind == .goal {
      let old = before?.record(record.kind, record.id)
      for task in record.tasks where task.owners.contains(person) {
        switch task.state {
        case .done where !Self.wasDone(task, old): add("done", link(task, record))
        case .open where record.kind == .meeting || record.isOpenGoal:
          let waits = task.needs.compactMap { waiting(for: $0.value, record, person) }
          if !waits.isEmpty {
            add("blocked", link(task, record) + ": waits for " + waits.joined(separator: " and "))
          } else if let day = task.due?.value, day <= week.next.sunday {
            due.append((day, link(task, record) + ", due \(day)"))
          }
        default: break
        }
      }
    }
    for (_, entry) in due.sorted(by: { $0.day < $1.day }) { add("next", entry) }
  }

  /// The text of a report with the entries under its headings, before what the template has there.
  func filled(_ text: String) -> String {
    var lines: [String] = []
    var waiting: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let words = line.drop { $0 == "#" }
      let isHeading = words.startIndex != line.startIndex && words.hasPrefix(" ")
      if !waiting.isEmpty, isHeading || line.hasPrefix("- ") {
        lines += waiting + (isHeading ? [""] : [])
        waiting = []
      }
      if isHeading, let key = workspace.charter.heading(String(words)) { waiting = entries[key] ?? [] }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func add(_ heading: Name, _ entry: String) {
    if entries[heading, default: []].count < Self.entryLimit { entries[heading, default: []].append("- " + entry) }
  }

  private static func wasDone(_ task: Teamwork.Task, _ old: Record?) -> Bool {
    old?.tasks.contains { other in
      guard other.state == .done else { return false }
      if let anchor = task.anchor?.value, let earlier = other.anchor?.value { return anchor == earlier }
      return task.text == other.text
    } ?? false
  }

  /// An open task of somebody else's that this one needs, and whose it is.
  private func waiting(for need: TaskReference, _ record: Record, _ person: Name) -> String? {
    let home = need.record.flatMap { workspace.record(.goal, $0) ?? workspace.record(.meeting, $0) } ?? record
    guard let task = home.tasks.first(where: { $0.anchor?.value == need.anchor }), task.isOpen, !task.owners.contains(person) else { return nil }
    return link(task, home) + (task.owners.isEmpty ? "" : " (" + task.owners.map { "@\($0)" }.joined(separator: ", ") + ")")
  }

  private func link(_ task: Teamwork.Task, _ record: Record) -> String {
    let isAmbiguous = workspace.kinds(Kind.allCases, having: record.id).count > 1
    let target = isAmbiguous ? "\(record.kind.folder)/\(record.id)" : record.id.text
    let text = Self.withoutLinks(task.text)
    // Brackets and bars would end the link too early.
    guard let anchor = task.anchor?.value, !text.contains(where: { "[]|".contains($0) }) else { return "\(text) ([[\(target)]])" }
    return "[[\(target)^\(anchor)|\(text)]]"
  }

  /// The words of `[words](target)`: from another folder the target would lead elsewhere.
  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let after = rest[rest.index(after: close)...]
      guard after.hasPrefix("("), let end = after.firstIndex(of: ")") else {
        result += rest[...close]
        rest = after
        continue
      }
      result += rest[..<open] + rest[rest.index(after: open)..<close]
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }
}

extension Session {
  /// The workspace as it was when a week began; nil where there was none yet.
  func workspace(beforeWeek week: Week, as now: Workspace) throws -> Workspace? {
    guard let commit = try commit(before: zone(of: now).start(of: week.monday)) else { return nil }
    let workspace = try workspace(at: commit)
    return workspace.isEmpty ? nil : workspace
  }
}
