internal import Teamwork
internal import Text

/// What is known of a record before it is written: where it goes, and what was said of it.
struct RecordPlace {
  let kind: Kind
  let workspace: Workspace
  let today: Day
  /// Who writes it; nil for a stranger.
  let me: Record?
  let given: GivenWords
  let id: String
  /// Relative to the repository's top.
  let path: String
  /// Of a status report: whose it is, and of which week.
  let reported: (person: Name, week: Week)?

  /// - Parameter words: title and `FIELD=VALUE` as on the command line.
  init(_ kind: Kind, _ words: [String], _ session: Session, in workspace: Workspace) throws {
    self.kind = kind
    self.workspace = workspace
    today = try session.today(in: workspace)
    me = try session.me(in: workspace)
    var given = try GivenWords(words, kind, workspace, today)
    if kind == .status {
      let (person, week) = try Self.reporter(&given, me, Week(today))
      reported = (Name(person), week)
      id = "\(week)/\(person)"
      path = workspace.path(of: "status/\(id).md")
    } else {
      reported = nil
      id = try Self.identifier(kind, given, me, today, workspace)
      path = workspace.path(of: kind == .charter ? "teamwork.md" : "\(kind.folder)/\(id).md")
    }
    self.given = given
  }

  /// Whether something is there already.
  var isTaken: Bool { workspace.pathExists(path) }

  /// Whose report it is, and of which week. Both are said by the path, so they need not stand in the file.
  private static func reporter(_ given: inout GivenWords, _ me: Record?, _ thisWeek: Week) throws -> (
    person: String, week: Week
  ) {
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
        throw Failure(
          "\(quoted(id)) is no id: \(fault)", help: "small letters, digits, `-`, `_` and `.`, like `public-beta`")
      }
      // Wherever its file lies: sub-folders mean nothing.
      if let other = workspace.record(kind, Name(id)) {
        throw Failure("there is \(kind.declaration.article) `\(id)` already: `\(other.path)`")
      }
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
    case .charter, .team, .role, .goal, .status, .decision, .note, .pulse:
      return Identifier.free(Identifier.from(title, fallback: kind.name), isTaken: isTaken)
    }
  }
}

/// The words behind the kind, sorted out.
struct GivenWords {
  private(set) var title: String?
  private(set) var id: String?
  private(set) var assignments: [FieldAssignment] = []

  init(_ words: [String], _ kind: Kind, _ workspace: Workspace, _ today: Day) throws {
    for word in words {
      guard let (field, value) = FieldAssignment.split(word) else {
        if title != nil {
          throw Failure(
            "\(quoted(word)) is one word too many",
            help: "a title of several words stands in quotes; fields are `field=value`")
        }
        if word.allSatisfy(\.isWhitespace) {
          throw Failure("the title is empty", help: "say it in a few words, in quotes")
        }
        guard let field = kind.titleField else {
          throw Failure("\(kind.declaration.article) has no title", help: "say what you know as `field=value`")
        }
        // What is no line is refused, here as in a file.
        _ = try FieldAssignment(field.text, word, kind, in: workspace, today: today)
        title = word
        continue
      }
      if field == "id", kind != .status, kind != .charter {
        id = value
        continue
      }
      if assignments.contains(where: { $0.field == Name(field) }) {
        throw Failure("`\(field)` is given twice", help: "say it once; the entries of a list are divided by commas")
      }
      let assignment = try FieldAssignment(field, value, kind, in: workspace, today: today)
      if Name(field) == kind.titleField, !value.isEmpty { title = value } else { assignments.append(assignment) }
    }
    if title?.allSatisfy(\.isWhitespace) == true { title = nil }
  }

  func items(_ field: Name) -> [String]? { assignments.first { $0.field == field }?.items }

  func value(_ field: Name) -> String? { assignments.first { $0.field == field }?.items.first }

  /// The value of a field, which is then no longer to be written.
  mutating func take(_ field: Name) -> String? {
    defer { assignments.removeAll { $0.field == field } }
    return value(field)
  }
}
