internal import Documents
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw rename`: gives a record another id, or a task another anchor, everywhere.
  static let rename = Command(
    CommandDeclaration(
      name: "rename", group: .daily, summary: "give a record or task another id, and every reference to it",
      arguments: [
        .reference, ArgumentDeclaration(name: "ID", help: "its new id, like `public-beta`, or a task's new anchor"),
      ],
      description: """
        Changes fields, task attributes, mentions, wiki links and relative links of the workspace's records; what is written in
        code stays. A person's status reports move along. All files are changed or none, and none where a reference would then
        lead elsewhere than before. The workspace's templates and README files follow, its summaries are history and stay. Lines
        of tracked Markdown files outside the workspace that still link to the old file are told.
        """,
      examples: [
        .init(command: "tw rename public-beta open-beta", does: "the goal, and every link to it"),
        .init(command: "tw rename public-beta^guide handbook", does: "a task's anchor, and whatever needs it"),
      ])
  ) { session in
    let workspace = try session.workspaceToEdit()
    let (reference, word) = (session.command.arguments[0], session.command.arguments[1])
    let target = try RecordLookup(workspace: workspace, prefix: session.repository().prefix).target(reference)
    let renaming =
      try target.task.map { try session.renaming($0, target.record, reference, word, workspace) }
      ?? session.renaming(target.record, word, workspace)
    try session.apply(renaming.changes.map { FileEdit(path: $0.path, newPath: $0.newPath, old: $0.old, new: $0.bytes) })
    for doubt in renaming.possibleReferences {
      session.note(
        "\(visible(doubt.path)):\(doubt.line) still says the old id: look whether a reference is meant there.")
    }
    session.noteLinksFromElsewhere(to: renaming.changes.filter(\.isMove).map(\.path), workspace)
    let task = target.task.flatMap { workspace.records[target.record].tasks[$0].anchor?.value }
    return session.answer(session.told(renaming, task.map { (workspace.records[target.record], $0, word) }))
  }
}

extension Session {
  fileprivate func told(_ renaming: Renaming, _ task: (home: Record, old: Name, new: String)?) -> StyledText {
    var text = StyledText()
    for change in renaming.changes {
      text.append(visible(change.newName.text), .strong)
      var parts: [String] = []
      if change.isMove { parts.append("renamed from \(visible(change.name.text))") }
      if let task, change.path == task.home.path { parts.append("^\(visible(task.old.text)) renamed to ^\(task.new)") }
      if change.references > 0 { parts.append(counted(change.references, "reference") + " changed") }
      text.line(": " + parts.joined(separator: "; "))
    }
    return text
  }

  // MARK: What is renamed

  fileprivate func renaming(_ number: Int, _ word: String, _ workspace: Workspace) throws -> Renaming {
    let record = workspace.records[number]
    if record.kind == .charter { throw Failure("the charter is always `teamwork.md`") }
    if record.kind == .status {
      throw Failure(
        "a status report is called after its week and its person",
        help: "`tw rename person/\(record.ownID) ID` renames the person, and the reports with them")
    }
    try requireID(word)
    if Name(word) == record.id { throw Failure("it is called `\(word)` already") }
    let folded = RecordPath.folded(word)
    if let other = workspace.records.first(where: {
      $0.kind == record.kind && $0 !== record && RecordPath.folded($0.id.text) == folded
    }) {
      throw Failure(
        "there is \(other.kind.declaration.article) `\(other.id)` already: `\(other.path)`", help: "take another id")
    }
    try requireReadable(workspace)
    do {
      return try Renaming(number, to: Name(word), in: workspace)
    } catch {
      throw Failure(error.message, help: error.help)
    }
  }

  fileprivate func renaming(_ task: Int, _ number: Int, _ reference: String, _ word: String, _ workspace: Workspace)
    throws -> Renaming
  {
    let record = workspace.records[number]
    // `record^anchor` for both is as clear.
    let prefix = "\(record.id)^"
    let word =
      word.hasPrefix("^")
      ? String(word.dropFirst()) : word.hasPrefix(prefix) ? String(word.dropFirst(prefix.count)) : word
    guard let anchor = record.tasks[task].anchor?.value else {
      throw Failure(
        "\(quoted(reference)) has no name yet",
        help: "`tw set \(shellWord(reference)) anchor=\(visible(word))` gives it one")
    }
    try requireID(word)
    if Name(word) == anchor { throw Failure("it is called `^\(word)` already") }
    if record.tasks.contains(where: { $0.anchor?.value == Name(word) }) {
      throw Failure("another task of `\(record.id)` is called `^\(word)`", help: "take another name")
    }
    if record.tasks.count(where: { $0.anchor?.value == anchor }) > 1 {
      throw Failure(
        "several tasks of `\(record.id)` are called `^\(visible(anchor.text))`",
        help: "give all but one another name, in the file")
    }
    try requireReadable(workspace)
    do {
      return try Renaming(task: task, of: number, to: Name(word), in: workspace)
    } catch {
      throw Failure(error.message, help: error.help)
    }
  }

  private func requireID(_ word: String) throws {
    guard let fault = RecordPath.fault(ofID: word) else { return }
    throw Failure(
      "\(quoted(word)) is no id: \(fault)", help: "small letters, digits, `-`, `_` and `.`, like `public-beta`")
  }

  /// References in what cannot be read would be left behind.
  private func requireReadable(_ workspace: Workspace) throws {
    for other in workspace.records { try other.requireReadable() }
    if let other = workspace.records.first(where: { $0.document.body == nil }) {
      throw Failure(
        "the text of `\(other.path)` cannot be read, so references in it would be left behind",
        help: "`tw validate` says why; mend it first")
    }
  }
}
