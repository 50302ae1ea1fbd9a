internal import Documents
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw new`: a record from its template.
  static let new = Command(
    CommandDeclaration(
      name: "new", group: .start, summary: "make a record from its template",
      arguments: [
        ArgumentDeclaration(name: "KIND", help: "what to make", hint: .kind),
        ArgumentDeclaration(
          name: "TITLE", help: "its title, from which its id is made", hint: .fields, isRequired: false),
        ArgumentDeclaration(
          name: "FIELD=VALUE", help: "a field to fill in; a list is a,b", hint: .fields, isRequired: false,
          isRepeatable: true),
      ],
      description: """
        Prints the path of the new record. The template is the workspace's own, `.teamwork/templates/KIND.md`, where there
        is one. `id=ID` gives it another id than the one made from the title.

        `tw new status` makes your report for this week from its history: the tasks that you finished, the goals that you
        changed, decisions and answers to requests, what is due next, and what your last report left open. Your commits
        elsewhere in the repository are a comment. Delete what does not belong there. On a terminal it opens the editor that
        Git would, also where the report is there already; elsewhere it prints the path, and leaves a report that is there
        alone. `week=2026-W46` makes that of another week, `person=ben` somebody else's.
        """,
      examples: [
        .init(command: "tw new goal 'Public beta' owners=ana,ben due=2026-12-18", does: "a goal with two owners"),
        .init(command: "tw new status", does: "write this week's report"),
      ])
  ) { session in
    let kind = try session.kind(session.command.arguments[0])
    let place = try RecordPlace(
      kind, Array(session.command.arguments.dropFirst()), session, in: session.workspaceToEdit())
    let editor = try kind == .status ? session.editor() : nil
    let shown = try session.shownPath(place.path)
    var outcome = Outcome(output: Array((shown + "\n").utf8))
    outcome.editor = try editor.map { .init(command: $0, path: try session.top() + "/" + place.path) }
    if place.isTaken {
      // Whoever writes this week's report goes on with it.
      if editor != nil, place.given.assignments.isEmpty { return outcome }
      throw Failure(
        "`\(shown)` is there already",
        help: place.given.id == nil ? "open it in your editor" : "open it, or take another `id=`")
    }
    let draft = try RecordDraft(place, session)
    try session.writer().create(place.path, Array(draft.text.utf8))
    if editor == nil { outcome.errors = draft.questions(colored: session.colorsErrors, width: session.lineWidth) }
    return outcome
  }
}

extension Session {
  /// A path that leads from the current folder to a file of the repository: `$EDITOR $(tw new status)`.
  func shownPath(_ path: String) throws -> String {
    // The shell does not know of `-C`.
    guard command.global.directories.isEmpty else { return try top() + "/" + path }
    var from = try repository().prefix.split(separator: "/")[...]
    var to = path.split(separator: "/")[...]
    while let first = from.first, first == to.first, to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    return (from.map { _ in ".." } + to).joined(separator: "/")
  }

  /// What opens a file for somebody who sits at a terminal, as a shell runs it; nil elsewhere, and where Git knows of none.
  fileprivate func editor() throws -> String? {
    guard environment.inputIsTerminal, environment.outputIsTerminal else { return nil }
    return try repository().editor()
  }
}

/// A record that is about to be written.
struct RecordDraft {
  let place: RecordPlace
  let text: String
  private let record: Record

  /// - Parameters:
  ///   - yaml: fields that a word cannot say, as they stand in front matter.
  ///   - body: what becomes of the template's body.
  init(
    _ place: RecordPlace, _ session: Session, yaml: [(field: String, yaml: String?)] = [],
    body: (String) -> String = { $0 }
  ) throws {
    self.place = place
    let (kind, workspace, given) = (place.kind, place.workspace, place.given)
    let (template, source) = try session.template(kind, workspace)
    var values = [
      "today": place.today.description, "week": Week(place.today).description, "year": String(place.today.civil.year),
    ]
    values["me"] = place.me?.id.text
    values["title"] = given.title
    values["name"] = given.title
    values["mode"] = workspace.charter.mode.rawValue
    values["timezone"] = session.environment.timeZone
    let order = kind.declaration.fields.map(\.name.text)
    let assignments = (given.assignments.map { (field: $0.field.text, yaml: $0.yaml) } + yaml)
      .sorted { order.firstIndex(of: $0.field) ?? order.count < order.firstIndex(of: $1.field) ?? order.count }
    let report = try place.reported.map { person, week in
      StatusDraft(try PersonWeek(session, of: person, week, isMine: person == place.me?.id, in: workspace))
    }
    // The first task of a goal that is others' is theirs, not of who writes it down.
    let hands = given.items("owners") ?? given.items("people") ?? []
    let others = hands.first.map { place.me.map { hands.contains($0.id.text) } == true ? [:] : ["me": $0] }
    let filled = Template(values: values, valuesBelow: others ?? [:]).filled(template, with: assignments, order: order)
    {
      report?.filled($0) ?? body($0)
    }
    text = filled.text
    record = Record(
      kind: kind, id: Name(place.id), week: nil,
      document: Document(Array(text.utf8), path: place.path, limits: workspace.charter.limits),
      extraFields: workspace.charter.extraFields[kind] ?? [])
    try check(source, filled.missing)
  }

  /// What is made must hold: all but the template's open questions.
  private func check(_ source: String, _ missing: [(field: String, name: String)]) throws {
    for (name, what) in missing {
      if what != "me", let field = kind.declaration.field(Name(name)) { throw self.missing(field) }
      throw Failure(
        "`\(name)` should name you, and nobody in the workspace has your e-mail address",
        help: "`tw new person 'Your Name' emails=you@example.org` writes you in; or say `\(name)=…`")
    }
    if record.isSelfAddressed(in: place.workspace) {
      throw Failure(
        "`to` is `from`: \(kind.declaration.article) goes to somebody else",
        help: "say who asks or who is asked: `from=…`, `to=…`")
    }
    if let fault = record.document.diagnostics.first {
      throw Failure("\(source) makes no record: \(fault.message)", help: fault.help)
    }
    for problem in record.diagnostics {
      if problem.code == .missingField, let field = problem.field.flatMap({ kind.declaration.field(Name($0)) }) {
        throw self.missing(field)
      }
      // An open question is no wrong value yet.
      if record.document.text(problem.range).contains("{{") { continue }
      throw Failure("\(source) makes no sound record: \(problem.message)", help: problem.help)
    }
  }

  private var kind: Kind { place.kind }
  private var titleField: Name? { kind.titleField }

  private func missing(_ field: FieldDeclaration) -> Failure {
    let example = field.name == titleField ? "'\(kind.declaration.exampleTitle)'" : "\(field.name)=…"
    let meaning = field.documentation.prefix { $0 != "." && $0 != ":" && $0 != ";" }
    return Failure(
      "\(kind.declaration.article) needs `\(field.name)`: " + meaning.prefix(1).lowercased() + meaning.dropFirst(),
      help:
        "say it at once: `tw new \(kind.name) \(field.name == titleField || titleField == nil ? "" : "'…' ")\(example)`"
    )
  }

  // MARK: Open questions

  /// What is left to answer in the file.
  func questions(colored: Bool, width: Int) -> [UInt8] {
    let document = record.document
    var ranges = document.body?.placeholders ?? []
    for field in record.fields { ranges += document.placeholders(in: field.range) }
    guard !ranges.isEmpty else { return [] }
    var text = StyledText()
    text.line("\(counted(ranges.count, "question")) to answer in it:")
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text.append("  ")
      Phrase(String(Substring(document.text(range).dropFirst(2).dropLast(2)).trimmed), .placeholder).write(
        to: &text, from: 2, indent: 4, width: width)
    }
    return text.bytes(colored: colored)
  }
}

extension Kind {
  /// The field that holds what a record is called.
  var titleField: Name? {
    declaration.title?.name
  }
}

extension Session {
  /// The team's own template of a kind, else the built-in one; and how to call it.
  fileprivate func template(_ kind: Kind, _ workspace: Workspace) throws -> (text: String, name: String) {
    let own = workspace.path(of: "templates/\(kind.name).md")
    let limit = workspace.charter.limits.fileSize
    if let bytes = try FileReader(top: top()).read(own, limit: limit)
      ?? skippedFiles().read(own, top: top(), limit: limit)
    {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure("the template `\(own)` is not UTF-8")
      }
      return (text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text, "the template `\(own)`")
    }
    guard let text = EmbeddedTemplates.text("\(kind.name).md") else {
      throw Failure("there is no template for \(kind.declaration.article)")
    }
    return (text, "the template")
  }
}

extension Document {
  /// Every `{{…}}` in a range.
  fileprivate func placeholders(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if start == nil, bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") {
        start = index
        index += 2
      } else if let begin = start, bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
        found.append(begin..<(index + 2))
        start = nil
        index += 2
      } else {
        index += 1
      }
    }
    return found
  }
}
