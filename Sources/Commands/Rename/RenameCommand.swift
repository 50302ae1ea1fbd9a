internal import Documents
internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw rename`: gives a record another id, everywhere.
  static let rename: @Sendable (Session) throws -> Outcome = { session in
    let workspace = try session.workspaceToEdit()
    let (reference, word) = (session.command.arguments[0], session.command.arguments[1])
    let target = try RecordLookup(workspace: workspace, prefix: session.repository().prefix).target(reference)
    let record = workspace.records[target.record]
    if target.task != nil { throw Failure("\(quoted(reference)) is a task", help: "its name is the `^anchor` at the end of its line in `\(record.path)`") }
    if record.kind == .charter { throw Failure("the charter is always `teamwork.md`") }
    if record.kind == .status {
      throw Failure("a status report is called after its week and its person", help: "`tw rename person/\(record.ownID) ID` renames the person, and the reports with them")
    }
    try check(word, for: record, in: workspace)
    let renaming: Renaming
    do {
      renaming = try Renaming(target.record, to: Name(word), in: workspace)
    } catch let refusal as EditRefusal {
      throw Failure(refusal.message, help: refusal.help)
    }
    try FileWriter(top: session.top()).apply(
      renaming.changes.map { FileEdit(path: $0.record.path, newPath: $0.newPath, old: $0.record.document.bytes, new: $0.bytes) })
    var text = StyledText()
    for change in renaming.changes {
      text.append(visible(change.newID.text), .strong)
      var parts: [String] = []
      if change.isMove { parts.append("renamed from \(visible(change.record.id.text))") }
      if change.references > 0 { parts.append(counted(change.references, "reference") + " changed") }
      text.line(": " + parts.joined(separator: "; "))
    }
    return session.answer(text)
  }

  private static func check(_ id: String, for record: Record, in workspace: Workspace) throws {
    if let fault = RecordPath.fault(ofID: id) {
      throw Failure("\(quoted(id)) is no id: \(fault)", help: "small letters, digits, `-`, `_` and `.`, like `public-beta`")
    }
    if Name(id) == record.id { throw Failure("it is called `\(id)` already") }
    let folded = RecordPath.folded(id)
    if let other = workspace.records.first(where: { $0.kind == record.kind && $0 !== record && RecordPath.folded($0.id.text) == folded }) {
      throw Failure("there is \(other.kind.declaration.article) `\(other.id)` already: `\(other.path)`", help: "take another id")
    }
    // References in what cannot be read would be left behind.
    for other in workspace.records { try other.requireReadable() }
    if let other = workspace.records.first(where: { $0.document.body == nil }) {
      throw Failure("the text of `\(other.path)` cannot be read, so references in it would be left behind", help: "`tw validate` says why; mend it first")
    }
  }
}
