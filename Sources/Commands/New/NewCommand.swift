internal import Documents
internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw new`: a record from its template.
  static let new: @Sendable (Session) throws -> Outcome = { session in
    let kind = try session.kind(session.command.arguments[0])
    let draft = try RecordDraft(kind, Array(session.command.arguments.dropFirst()), session)
    try FileWriter(top: session.top()).create(draft.path, Array(draft.text.utf8))
    return Outcome(output: Array((try session.shownPath(draft.path) + "\n").utf8), errors: draft.questions(colored: session.colorsErrors))
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
}

/// A record that is about to be written.
struct RecordDraft {
  let kind: Kind
  /// Relative to the repository's top.
  let path: String
  let text: String
  private let record: Record

  var id: Name { record.id }

  /// - Parameters:
  ///   - words: title and `FIELD=VALUE` as on the command line.
  ///   - yaml: fields that a word cannot say, as they stand in front matter.
  ///   - body: what becomes of the template's body.
  init(
    _ kind: Kind, _ words: [String], yaml: [(field: String, yaml: String?)] = [], _ session: Session, body: (String) -> String = { $0 }
  ) throws {
    self.kind = kind
    let workspace = try session.workspaceToEdit()
    let today = try session.today(in: workspace)
    let me = try session.me(in: workspace)
    var given = try GivenWords(words, kind, workspace)
    let (template, source) = try session.template(kind, workspace)

    var values = ["today": today.description, "week": Week(today).description, "year": String(today.civil.year)]
    values["me"] = me?.id.text
    values["title"] = given.title
    values["name"] = given.title
    values["mode"] = workspace.charter.mode.rawValue
    let id: String
    var reported: (person: Name, week: Week)?
    if kind == .status {
      let (person, week) = try Self.reporter(&given, me, Week(today))
      reported = (Name(person), week)
      id = "\(week)/\(person)"
      path = workspace.path(of: "status/\(id).md")
    } else {
      id = try Self.identifier(kind, given, me, today, workspace)
      path = workspace.path(of: kind == .charter ? "teamwork.md" : "\(kind.folder)/\(id).md")
    }
    if workspace.pathExists(path) {
      let shown = try session.shownPath(path)
      throw Failure("`\(shown)` is there already", help: given.id == nil ? "open it in your editor" : "open it, or take another `id=`")
    }
    let order = kind.declaration.fields.map(\.name.text)
    let assignments = (given.assignments.map { (field: $0.field.text, yaml: $0.yaml) } + yaml)
      .sorted { order.firstIndex(of: $0.field) ?? order.count < order.firstIndex(of: $1.field) ?? order.count }
    let filled = Template(values: values).filled(template, with: assignments, order: order, body: body)
    if let week = reported?.week, let person = reported?.person {
      let before = try session.workspace(beforeWeek: week, as: workspace)
      text = StatusDraft(of: person, week, workspace, before: before).filled(filled.text)
    } else {
      text = filled.text
    }
    record = Record(
      kind: kind, id: Name(id), week: nil, path: path, document: Document(Array(text.utf8), limits: workspace.charter.limits),
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
    if let from = record.text("from"), let to = record.text("to"), to == from || to == "people/" + from || to == "person/" + from {
      throw Failure("`to` is `from`: \(kind.declaration.article) goes to somebody else", help: "say who asks or who is asked: `from=…`, `to=…`")
    }
    if let fault = record.document.faults.first { throw Failure("\(source) makes no record: \(fault.message)", help: fault.help) }
    for problem in record.problems {
      if problem.kind == .missingField, let field = problem.field.flatMap({ kind.declaration.field(Name($0)) }) { throw self.missing(field) }
      // An open question is no wrong value yet.
      if record.document.text(problem.range).contains("{{") { continue }
      throw Failure("\(source) makes no sound record: \(problem.message)", help: problem.help)
    }
  }

  private var titleField: Name? { kind.titleField }

  private func missing(_ field: Field) -> Failure {
    let example = field.name == titleField ? "'\(kind.exampleTitle)'" : "\(field.name)=…"
    let meaning = field.documentation.prefix { $0 != "." && $0 != ":" && $0 != ";" }
    return Failure(
      "\(kind.declaration.article) needs `\(field.name)`: " + meaning.prefix(1).lowercased() + meaning.dropFirst(),
      help: "say it at once: `tw new \(kind.name) \(field.name == titleField || titleField == nil ? "" : "'…' ")\(example)`")
  }

  // MARK: Where it goes

  /// Whose report it is, and of which week. Both are said by the path, so they need not stand in the file.
  private static func reporter(_ given: inout GivenWords, _ me: Record?, _ thisWeek: Week) throws -> (person: String, week: Week) {
    let person = given.take("person") ?? me?.id.text
    let week = given.take("week").flatMap(Week.init) ?? thisWeek
    guard let person else {
      throw Failure(
        "nobody in the workspace has your e-mail address, so whose report is it?",
        help: "`tw new person 'Your Name' emails=you@example.org` writes you in; or say `person=…`")
    }
    return (person, week)
  }

  private static func identifier(
    _ kind: Kind, _ given: GivenWords, _ me: Record?, _ today: Day, _ workspace: Workspace
  ) throws -> String {
    func isTaken(_ id: String) -> Bool {
      workspace.number(kind, Name(id)) != nil || workspace.pathExists(workspace.path(of: "\(kind.folder)/\(id).md"))
    }
    if kind == .charter { return "teamwork" }
    if let id = given.id {
      if let fault = RecordPath.fault(ofID: id) {
        throw Failure("\(quoted(id)) is no id: \(fault)", help: "small letters, digits, `-`, `_` and `.`, like `public-beta`")
      }
      // Wherever its file lies: sub-folders mean nothing.
      if let other = workspace.record(kind, Name(id)) { throw Failure("there is \(kind.declaration.article) `\(id)` already: `\(other.path)`") }
      return id
    }
    let title = given.title ?? ""
    let date = given.value("date") ?? today.description
    switch kind {
    case .person: return Identifier.ofPerson(title, isTaken: isTaken)
    case .feedback:
      let from = given.value("from") ?? me?.id.text
      let to = given.value("to").map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      return Identifier.free(([date] + [from, to].compactMap { $0 }).joined(separator: "-"), isTaken: isTaken)
    case .meeting: return Identifier.free(date + "-" + Identifier.from(title, fallback: "meeting"), isTaken: isTaken)
    // Whoever answers a request types its id.
    case .request: return Identifier.free(Identifier.from(title, fallback: "request", limit: 40), isTaken: isTaken)
    default: return Identifier.free(Identifier.from(title, fallback: kind.name), isTaken: isTaken)
    }
  }

  // MARK: Open questions

  /// What is left to answer in the file.
  func questions(colored: Bool) -> [UInt8] {
    let document = record.document
    var ranges = document.body?.placeholders ?? []
    for field in record.fields { ranges += document.placeholders(in: field.range) }
    guard !ranges.isEmpty else { return [] }
    var text = StyledText()
    text.line("\(counted(ranges.count, "question")) to answer in it:")
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text.line("  " + visible(String(Substring(document.text(range).dropFirst(2).dropLast(2)).trimmed)), .placeholder)
    }
    return text.bytes(colored: colored)
  }
}

/// The words behind the kind, sorted out.
private struct GivenWords {
  private(set) var title: String?
  private(set) var id: String?
  private(set) var assignments: [FieldAssignment] = []

  init(_ words: [String], _ kind: Kind, _ workspace: Workspace) throws {
    for word in words {
      guard let (field, value) = FieldAssignment.split(word) else {
        if title != nil {
          throw Failure("\(quoted(word)) is one word too many", help: "a title of several words stands in quotes; fields are `field=value`")
        }
        if word.allSatisfy(\.isWhitespace) { throw Failure("the title is empty", help: "say it in a few words, in quotes") }
        guard let field = kind.titleField else {
          throw Failure("\(kind.declaration.article) has no title", help: "say what you know as `field=value`")
        }
        // What is no line is refused, here as in a file.
        _ = try FieldAssignment(field.text, word, kind, in: workspace)
        title = word
        continue
      }
      if field == "id", kind != .status, kind != .charter {
        id = value
        continue
      }
      if assignments.contains(where: { $0.field == Name(field) }) { throw Failure("`\(field)` is given twice", help: "say it once; the entries of a list are divided by commas") }
      let assignment = try FieldAssignment(field, value, kind, in: workspace)
      if Name(field) == kind.titleField, !value.isEmpty { title = value } else { assignments.append(assignment) }
    }
    if title?.allSatisfy(\.isWhitespace) == true { title = nil }
  }

  func value(_ field: Name) -> String? { assignments.first { $0.field == field }?.items.first }

  /// The value of a field, which is then no longer to be written.
  mutating func take(_ field: Name) -> String? {
    defer { assignments.removeAll { $0.field == field } }
    return value(field)
  }
}

extension Kind {
  /// The field that holds what a record is called.
  var titleField: Name? {
    declaration.field("title").map(\.name) ?? declaration.field("name").map(\.name)
  }

  fileprivate var exampleTitle: String {
    switch self {
    case .charter: "Harbour Works"
    case .person: "Ana Lopez"
    case .team: "Platform"
    case .role: "Release manager"
    case .request: "Help with the load test"
    case .decision: "We drop the old map"
    case .meeting: "Kick-off"
    case .note: "One supplier only"
    case .pulse: "Autumn survey"
    default: "Public beta"
    }
  }
}

extension Session {
  /// The team's own template of a kind, else the built-in one; and how to call it.
  fileprivate func template(_ kind: Kind, _ workspace: Workspace) throws -> (text: String, name: String) {
    let own = workspace.path(of: "templates/\(kind.name).md")
    if let bytes = try FileReader(top: top()).read(own, limit: workspace.charter.limits.fileSize) {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure("the template `\(own)` is not UTF-8") }
      return (text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text, "the template `\(own)`")
    }
    guard let text = EmbeddedTemplates.text("\(kind.name).md") else { throw Failure("there is no template for \(kind.declaration.article)") }
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
