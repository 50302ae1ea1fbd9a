internal import Documents
internal import Teamwork
internal import Text

extension Command {
  /// `tw set`: changes fields of a record, or attributes of a task.
  static let set = Command(
    CommandDeclaration(
      name: "set", group: .daily, summary: "change fields of a record or task, and nothing else in its file",
      arguments: [
        .reference,
        ArgumentDeclaration(
          name: "FIELD=VALUE", help: "the field and what it is to be; a list is a,b", hint: .assignment,
          isRepeatable: true),
      ],
      description: """
        `FIELD=VALUE` sets a field, `FIELD=` takes it out, `FIELD+=VALUE` and `FIELD-=VALUE` add to a list and take out of it.
        In a list, quotes keep a comma: `tags='"a, b",c'`. A value that the field cannot have is refused; what `tw validate` then
        finds amiss in the whole is told. Comments, order, quotes and line ends stay as they are; where that cannot be, the file
        stays as it is. What changed is printed as `tw log` will tell it.
        `measure:NAME=VALUE` says where one of a goal's measures stands now; what it is to come to stays.
        A task has `due`, `owners`, `needs`, `role`, `effort`, `anchor`, `state` (open, done or dropped) and `done`, the day that
        belongs to a checked box.
        """,
      examples: [
        .init(
          command: "tw set public-beta status=at-risk due=2026-12-18", does: "say how a goal stands, and until when"),
        .init(command: "tw set public-beta^guide due=2026-12-01 needs+=load-test", does: "the same of a task"),
        .init(command: "tw set public-beta owners+=ben", does: "Ben owns it, too"),
        .init(command: "tw set public-beta 'measure:Teams using it=14'", does: "how far it is, by its own measure"),
      ])
  ) { session in
    let workspace = try session.workspaceToEdit()
    let reference = session.command.arguments[0]
    let target = try RecordLookup(workspace: workspace, prefix: session.repository().prefix).target(reference)
    let record = workspace.records[target.record]
    let words = Array(session.command.arguments.dropFirst())
    let today = try session.today(in: workspace)
    if let task = target.task {
      return try session.write(
        [record.edited(task: task, calledAs: reference, words, in: workspace, today: today)], in: workspace)
    }
    return try session.write([record.edited(words, in: workspace, today: today)], in: workspace)
  }
}

extension Record {
  /// The record with fields changed.
  ///
  /// - Parameters:
  ///   - words: `FIELD=VALUE`, `FIELD+=VALUE` or `FIELD-=VALUE`.
  ///   - today: what days that are said in words are seen from.
  /// - Throws: `Failure` where a value does not fit, or the file cannot be edited without touching anything else.
  func edited(_ words: [String], in workspace: Workspace, today: Day) throws -> RecordEdit {
    try requireReadable()
    let isMeasure = { (word: String) in self.kind == .goal && word.hasPrefix(MeasureChange.prefix) }
    let changes = try words.filter { !isMeasure($0) }.map { try FieldChange($0, self, workspace, today) }
    let measures = try words.filter(isMeasure).map {
      try MeasureChange(Assignment($0, like: "`measure:NAME=40`"), self)
    }
    for (number, change) in changes.enumerated()
    where change.sets && changes[..<number].contains(where: { $0.field == change.field }) {
      throw Failure(
        "`\(change.field)` is given twice", help: "say it once; the entries of a list are divided by commas")
    }
    let order = kind.declaration.fields.map(\.name)
    let limits = workspace.charter.limits
    var document = document
    for change in changes {
      do {
        let bytes = try FrontMatterEditor(document).edited(
          change.field, change.edit, isWords: change.isWords, order: order, limits: limits)
        document = Document(bytes, path: path, limits: limits)
      } catch {
        throw Failure(error, in: self)
      }
    }
    for measure in measures {
      do {
        document = Document(try measure.applied(to: document, limits: limits), path: path, limits: limits)
      } catch {
        throw Failure(error, in: self)
      }
    }
    try check(document, in: workspace)
    return RecordEdit(record: self, bytes: document.bytes)
  }

  /// The record must not have less sense than before.
  private func check(_ document: Document, in workspace: Workspace) throws {
    let after = Record(
      kind: kind, id: id, week: week, document: document,
      extraFields: workspace.charter.extraFields[kind] ?? [])
    if let fault = document.diagnostics.first(where: { new in
      !self.document.diagnostics.contains { $0.code == new.code && $0.message == new.message }
    }) {
      throw Failure(fault.message, help: fault.help)
    }
    if let problem = after.diagnostics.first(where: { new in !diagnostics.contains { $0.message == new.message } }) {
      throw Failure(problem.message, help: problem.help)
    }
    if kind == .charter, let format = after[Charter.format], format != Schema.formatVersion {
      throw Failure("this tw knows format \(Schema.formatVersion), and no other", help: "leave `format` as it is")
    }
    if after.isSelfAddressed(in: workspace) {
      throw Failure("`to` is `from`: \(kind.declaration.article) goes to somebody else")
    }
    if kind == .status {
      let week = after[StatusReport.week]
      if after[StatusReport.person].map({ $0 != Name(ownID) }) == true || (week != nil && week != self.week) {
        throw Failure(
          "whose report it is, and of which week, is said by the path, `\(path)`",
          help: "move the file, or leave the field as it is")
      }
    }
  }
}

/// `FIELD=VALUE`, `FIELD+=VALUE` or `FIELD-=VALUE`, checked.
private struct FieldChange {
  let field: Name
  let edit: FieldEdit
  let isWords: Bool
  /// Whether it says the whole value.
  let sets: Bool

  init(_ word: String, _ record: Record, _ workspace: Workspace, _ today: Day) throws {
    let assignment = try Assignment(
      word, like: "`tw set \(record.reference) \(record.kind.declaration.fields.first?.name.text ?? "title")=…`")
    let (name, sign) = (assignment.name, assignment.sign)
    field = Name(name)
    sets = sign == .set
    if name == "id" {
      throw Failure(
        "the id is the file's name, not a field",
        help: "`tw rename \(record.reference) \(quoted(assignment.value).dropFirst().dropLast())` renames it everywhere"
      )
    }
    let declared = try record.kind.field(field, in: workspace)
    let value = try declared?.type.written(assignment.value, as: "`\(name)`", on: today) ?? assignment.value
    let isListThere = record.document.hasSequence(field)
    let element: FieldType? = if case .list(let element)? = declared?.type { element } else { nil }
    let isList = element != nil || (declared == nil && (isListThere || sign != .set))
    isWords = (element ?? declared?.type)?.isWords ?? true
    let items = isList ? assignment.entries : [value]
    if sign != .set, !isList {
      throw Failure("`\(field)` is no list", help: "`\(field)=VALUE` sets it, `\(field)=` takes it out")
    }
    if sign != .set, items.isEmpty {
      throw Failure("`\(name)\(sign.rawValue)` says nothing", help: "name what to \(sign == .add ? "add" : "take out")")
    }
    if sign == .drop {
      try Self.checkPresence(items, field, record)
      edit = .dropping(items)
      return
    }
    _ = try FieldAssignment(name, value, record.kind, in: workspace, today: today)
    if sign == .add {
      edit = .adding(items)
    } else if value.isEmpty || items.isEmpty {
      edit = .remove
    } else {
      edit = isList ? .list(items) : .text(value)
    }
  }

  /// Who takes something out that is not there has probably misspelled it.
  private static func checkPresence(_ items: [String], _ field: Name, _ record: Record) throws {
    let there = record.document.texts(field)
    for item in items where !there.contains(where: { Name($0) == Name(item) }) {
      throw Failure.notFound(
        "`\(field)` of `\(record.id)` has no \(quoted(item))",
        help: didYouMean(item, there)
          ?? (there.isEmpty ? "it is empty" : "it has " + alternatives(there.map(quoted), last: "and")))
    }
  }
}

extension Document {
  fileprivate func hasSequence(_ field: Name) -> Bool {
    if case .mapping(let mapping) = frontMatter, case .sequence? = mapping[field]?.content { true } else { false }
  }

  /// The entries of a list that are texts.
  fileprivate func texts(_ field: Name) -> [String] {
    guard case .mapping(let mapping) = frontMatter, let value = mapping[field], !value.isAbsent else { return [] }
    if case .sequence(let nodes) = value.content { return nodes.filter { !$0.isAbsent }.compactMap(\.text) }
    return value.text.map { [$0] } ?? []
  }
}
