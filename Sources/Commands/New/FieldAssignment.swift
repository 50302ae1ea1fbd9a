internal import Documents
internal import Teamwork
internal import Text

/// `FIELD=VALUE` from a command line, checked as the value would be in a file.
struct FieldAssignment {
  let field: Name
  /// The value as it is written in front matter; nil for an empty one.
  let yaml: String?
  /// The single words of it.
  let items: [String]

  /// Field and value of a word that looks like `field=value`, else nil: a title may hold an equals sign, too.
  static func split(_ word: String) -> (field: String, value: String)? {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = word[..<equals]
    guard let first = name.utf8.first, (0x61...0x7A).contains(first),
      name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    return (String(name), String(word[word.utf8.index(after: equals)...]))
  }

  /// - Parameter today: what days that are said in words are seen from.
  /// - Throws: `Failure` where the kind has no such field, or the value does not fit it.
  init(_ field: String, _ given: String, _ kind: Kind, in workspace: Workspace, today: Day) throws {
    let name = Name(field)
    let declared = try kind.field(name, in: workspace)
    let value = try declared?.type.written(given, as: "`\(field)`", on: today) ?? given
    self.field = name
    guard !value.isEmpty else {
      (yaml, items) = (nil, [])
      return
    }
    guard let type = declared?.type else {
      (yaml, items) = (YAMLText.scalar(value), [value])
      try Self.check(name, YAMLText.scalar(value), kind, workspace)
      return
    }
    switch type {
    case .list(.mapping), .mapping, .dictionary, .counts:
      throw Failure(
        "`\(field)` has more than one line can say",
        help: "write it in the file; `tw explain \(kind.name).\(field)` shows how")
    case .list(let element):
      items = Assignment.entries(of: value)
      yaml = "[" + items.map { YAMLText.scalar($0, in: .flow, isWords: element.isWords) }.joined(separator: ", ") + "]"
    default:
      items = [value]
      yaml = YAMLText.scalar(value, isWords: type.isWords)
    }
    try Self.check(name, yaml ?? "", kind, workspace)
  }

  /// Reads it as if it stood in a file.
  private static func check(_ name: Name, _ yaml: String, _ kind: Kind, _ workspace: Workspace) throws {
    let document = Document(Array("---\n\(name): \(yaml)\n---\n".utf8))
    let record = Record(
      kind: kind, id: "new", week: nil, document: document,
      extraFields: workspace.charter.extraFields[kind] ?? [])
    if let fault = document.diagnostics.first { throw Failure("`\(name)`: \(fault.message)", help: fault.help) }
    if let problem = record.diagnostics.first(where: { $0.code != .missingField || $0.field == name.text }) {
      throw Failure(problem.message, help: problem.help)
    }
    var failure: Failure?
    record.forEachReference { reference, kinds, field in
      let what = alternatives(kinds.map(\.name))
      switch workspace.resolve(reference.value, as: kinds) {
      case .record: break
      case .unknown:
        failure =
          failure
          ?? Failure(
            "`\(field)` names \(quoted(reference.value.text)), but there is no such \(what)",
            help: didYouMean(reference.value.text, kinds.flatMap(workspace.ids))
              ?? "`tw list \(kinds[0].folder)` says whom and what there is")
      case .ambiguous(let found):
        failure =
          failure
          ?? Failure(
            "`\(field)` names \(quoted(reference.value.text)), which is \(alternatives(found.map(\.declaration.article), last: "and"))",
            help: "say which: " + alternatives(found.map { "`\($0.name)/\(reference.value)`" }))
      }
    }
    if let failure { throw failure }
  }
}

extension Kind {
  /// The declaration of a field; nil for one that the charter adds.
  ///
  /// - Throws: `Failure` where there is none.
  func field(_ name: Name, in workspace: Workspace) throws -> FieldDeclaration? {
    if let field = declaration.field(name) { return field }
    let extra = workspace.charter.extraFields[self] ?? []
    if extra.contains(name) { return nil }
    let known = declaration.fields.map(\.name.text) + extra.map(\.text)
    throw Failure(
      "\(declaration.article) has no field \(quoted(name.text))",
      help: didYouMean(field: name.text, known) ?? "it has " + alternatives(known.map { "`\($0)`" }, last: "and"))
  }
}

extension FieldType {
  /// Whether a value is somebody's words, which other YAML readers must not take for a number.
  var isWords: Bool {
    switch self {
    case .date, .week, .int, .number, .bool: false
    default: true
    }
  }
}
