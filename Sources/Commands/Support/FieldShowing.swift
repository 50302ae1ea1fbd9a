internal import Teamwork
internal import Text

extension Value {
  /// As people read it; not yet safe for a terminal.
  var shown: String {
    switch self {
    case .text(let text): text
    case .day(let day): day.description
    case .week(let week): week.description
    case .int(let number): String(number)
    case .number(let number): Self.shown(number)
    case .bool(let bool): bool ? "true" : "false"
    case .reference(let name): name.text
    case .list(let items):
      Self.once(items).map(\.shown).joined(
        separator: items.contains { if case .mapping = $0.value { true } else { false } } ? "; " : ", ")
    case .mapping(let members): members.map { "\($0.name): \($0.value.value.shown)" }.joined(separator: ", ")
    }
  }

  var json: JSON {
    switch self {
    case .int(let number): .int(number)
    case .number(let number): Int(exactly: number).map(JSON.int) ?? .number(number)
    case .bool(let bool): .bool(bool)
    case .list(let items): .array(items.map(\.value.json))
    case .mapping(let members): .object(members.map { ($0.name.text, $0.value.value.json) })
    case .text, .day, .week, .reference: .string(shown)
    }
  }

  /// Words and names that stand there twice are told once.
  private static func once(_ items: [Located<Value>]) -> [Value] {
    var seen: Set<Name> = []
    return items.map(\.value).filter { value in value.asText.map { seen.insert(Name($0)).inserted } ?? true }
  }

  private static func shown(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}

extension FieldDeclaration {
  var isList: Bool { if case .list = type { true } else { false } }

  /// `mood` is for five people or more together, so no list of single reports has it.
  var isPrivate: Bool { name == "mood" }
}

extension Record {
  /// What a field holds; a status report's `person` and `week` are told by its path.
  func value(_ name: Name) -> Value? {
    if let value = self[name]?.value { return value }
    guard kind == .status, let week else { return nil }
    if name == StatusReport.person.name { return .reference(Name(ownID)) }
    return name == StatusReport.week.name ? .week(week) : nil
  }

  /// The text of a field; empty where there is none.
  func shown(_ name: Name) -> String { value(name)?.shown ?? "" }

  /// The fields as they are named in the file, also those that are absent.
  ///
  /// - Parameter extra: what the workspace adds, which comes last.
  func fieldsJSON(adding extra: [Name]) -> JSON {
    var members = kind.declaration.fields.filter { !$0.isPrivate }.map { field in
      (field.name.text, value(field.name)?.json ?? (field.isList ? [] : nil))
    }
    for name in extra { members.append((name.text, value(name)?.json ?? nil)) }
    return .object(members)
  }

  /// `kind`, `id` and `path`.
  var identityJSON: [(String, JSON)] {
    [("kind", .string(kind.name)), ("id", .string(id.text)), ("path", .string(path))]
  }

  var progressJSON: JSON { .object([("total", .int(progress.total)), ("done", .int(progress.done))]) }
}

extension GoalStatus {
  var label: Label? {
    switch self {
    case .onTrack: .onTrack
    case .atRisk: .atRisk
    case .offTrack: .offTrack
    case .done: .done
    case .dropped, .paused: .dim
    case .proposed: nil
    }
  }
}

extension Teamwork.Task {
  var stateWord: String {
    switch state {
    case .open: "open"
    case .done: "done"
    case .dropped: "dropped"
    }
  }

  var json: JSON {
    .object([
      ("anchor", JSON(anchor?.value.text)), ("text", .string(text)), ("owners", JSON(owners.map(\.text))),
      ("state", .string(stateWord)), ("due", JSON(due?.value.description)), ("done", JSON(done?.value.description)),
    ])
  }
}
