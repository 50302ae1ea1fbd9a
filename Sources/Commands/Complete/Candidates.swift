internal import Documents
internal import Teamwork
internal import Text

/// What may stand in a place of a command line.
struct Candidates {
  private(set) var lines: [String] = []
  private let line: CommandLineSoFar
  private let workspace: () -> Workspace?

  /// - Parameter workspace: asked only where it matters; nil where there is none.
  init(_ line: CommandLineSoFar, workspace: @escaping () -> Workspace?) {
    self.line = line
    self.workspace = workspace
    if let option = line.open {
      add(option.hint, option.choices, placeholder: option.value ?? "")
    } else if line.current.hasPrefix("-"), !line.isLiteral {
      addOptions()
    } else if let command = line.command {
      addArgument(of: command)
    } else if line.arguments.isEmpty {
      for command in line.set.commands { offer(command.name, command.summary) }
    }
  }

  // MARK: Offering

  /// - Parameters:
  ///   - word: offered where it goes on from what is typed, and a shell takes none of it for its own.
  ///   - meaning: other people's text, on one line.
  private mutating func offer(_ word: String, _ meaning: String = "") {
    guard word.hasPrefix(line.current), word.unicodeScalars.allSatisfy(Self.isPlain) else { return }
    let shown = truncated(visible(String(meaning.map { $0.isNewline || $0 == "\t" ? " " : $0 })), to: 60)
    lines.append(line.lead + word + (shown.isEmpty ? "" : "\t" + shown))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_./-+=!@^:,".unicodeScalars.contains(scalar)
  }

  private mutating func addOptions() {
    let rivals = line.command.map { command in
      let used = command.exclusive.filter { set in set.contains { line.options.contains($0) } }
      return used.isEmpty ? [] : command.exclusive.joined().filter { key in !used.contains { $0.contains(key) } }
    }
    for option in line.known where option.isRepeatable || !line.options.contains(option.key) {
      if rivals?.contains(option.key) == true { continue }
      for name in option.names { offer(name, option.help) }
    }
  }

  // MARK: Arguments and values

  private mutating func addArgument(of command: CommandDeclaration) {
    let place = line.arguments.count
    let isBehind = place >= command.arguments.count
    guard let argument = isBehind ? command.arguments.last : command.arguments[place],
      !isBehind || argument.isRepeatable
    else { return }
    add(argument.hint, argument.choices, placeholder: argument.name)
  }

  private mutating func add(_ hint: CompletionHint, _ choices: [String], placeholder: String) {
    for choice in choices { offer(choice) }
    if !choices.isEmpty { return }
    let first = line.arguments.first ?? ""
    switch hint {
    case .text where placeholder == "DATE": addDays()
    case .text where placeholder == "WEEK": for word in ["this", "last"] { offer(word) }
    case .text: break
    case .path: lines.append(":files")
    case .revision:
      if placeholder.contains("DATE") { addDays() }
      offer("HEAD")
      lines.append(":revisions")
    case .command: for command in line.set.commands { offer(command.name, command.summary) }
    case .record: addReferences()
    case .records(let kinds): addRecords(of: kinds)
    case .recordWithTasks: addRecords(of: Kind.withTasks)
    case .openTask: addTasks(openOnly: true)
    case .kind: for kind in Kind.allCases where kind != .charter { offer(kind.name, kind.declaration.summary) }
    case .listed:
      for kind in Kind.allCases { offer(kind.folder.isEmpty ? kind.name : kind.folder, kind.declaration.summary) }
      offer("tasks", "The tasks of goals and meetings.")
    case .topic: for name in Set(Topic.index.flatMap(\.names)).sorted() { offer(name) }
    case .people: addList(ids([.person]), after: "")
    case .fields: if let kind = Kind(named: first) { addFields(of: kind, signs: ["="]) }
    case .assignment: addAssignments(to: first)
    case .filter: addFilters(first)
    case .taskWords: addTaskWords(in: first)
    }
  }

  private mutating func addDays(after start: String = "") {
    for word in [
      "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "+1w", "+2w", "yesterday",
    ] {
      offer(start + word)
    }
  }

  // MARK: Records and tasks

  private func ids(_ kinds: [Kind]) -> [(id: String, title: String)] {
    guard let workspace = workspace() else { return [] }
    return kinds.flatMap { kind in
      workspace.ids(kind).map { ($0, workspace.record(kind, Name($0))?.title ?? "") }
    }
  }

  private mutating func addRecords(of kinds: [Kind]) {
    for (id, title) in ids(kinds) { offer(id, title) }
  }

  /// Whatever a REF may be: an id, `@person`, a task.
  private mutating func addReferences() {
    if line.current.contains("^") { return addTasks(openOnly: false) }
    if line.current.hasPrefix("@") { return addMentions() }
    let kinds = Kind.allCases.filter { $0 != .charter }
    if let kind = line.current.firstIndex(of: "/").flatMap({ Kind(named: String(line.current[..<$0])) }),
      kind != .status
    {
      let start = line.current.prefix { $0 != "/" } + "/"
      for (id, title) in ids([kind]) { offer(start + id, title) }
    }
    addRecords(of: kinds)
  }

  private mutating func addMentions() {
    for (id, title) in ids([.person, .team]) { offer("@" + id, title) }
  }

  private mutating func addTasks(openOnly: Bool) {
    for record in workspace()?.records ?? [] {
      for task in record.tasks where task.isOpen || !openOnly {
        if let anchor = task.anchor?.value { offer("\(record.id)^\(anchor)", task.text) }
      }
    }
  }

  // MARK: Fields

  private mutating func addAssignments(to reference: String) {
    guard let workspace = workspace(),
      let target = try? RecordLookup(workspace: workspace, prefix: "").target(reference)
    else { return }
    guard target.task != nil else {
      return addFields(of: workspace.records[target.record].kind, signs: ["=", "+=", "-="])
    }
    let types = Dictionary(ListedTask.types.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    for attribute in TaskAttribute.allCases {
      let type = types[attribute.rawValue] ?? .line
      addField(attribute.rawValue, attribute.isList ? .list(type) : type, signs: ["=", "+=", "-="])
    }
  }

  private mutating func addFields(of kind: Kind, signs: [String]) {
    for field in kind.declaration.fields {
      addField(field.name.text, field.type, field.documentation, signs: signs)
    }
  }

  private mutating func addFilters(_ kind: String) {
    if kind == "tasks" || kind == "task" {
      for (name, type) in ListedTask.types { addField(name, type, signs: ["="]) }
    } else if let kind = Kind(named: kind) {
      offer("id=")
      for field in kind.declaration.fields where !field.isPrivate {
        addField(field.name.text, field.type, field.documentation, signs: ["=", "!="])
      }
    }
  }

  /// `owners=`, or behind the sign what may stand there.
  private mutating func addField(_ name: String, _ type: FieldType, _ meaning: String = "", signs: [String]) {
    let isList = if case .list = type { true } else { false }
    guard let sign = signs.first(where: { line.current.hasPrefix(name + $0) }) else {
      return offer(name + "=", meaning)
    }
    if sign.hasPrefix("+") || sign.hasPrefix("-"), !isList { return }
    addValues(of: type, after: name + sign)
  }

  private mutating func addValues(of type: FieldType, after start: String) {
    switch type {
    case .list(let element):
      let values = self.values(of: element)
      if values.isEmpty { addValues(of: element, after: start) } else { addList(values, after: start) }
    case .date: addDays(after: start)
    case .week: for word in ["this", "last"] { offer(start + word) }
    default: for (value, meaning) in values(of: type) { offer(start + value, meaning) }
    }
  }

  private func values(of type: FieldType) -> [(id: String, title: String)] {
    switch type {
    case .oneOf(let values): values.map { ($0, "") }
    case .bool: [("true", ""), ("false", "")]
    case .reference(let kinds), .referenceOrLine(let kinds): ids(kinds)
    default: []
    }
  }

  /// Of `a,b,c` the last; what stands there already is not offered again.
  private mutating func addList(_ values: [(id: String, title: String)], after start: String) {
    let typed = line.current.dropFirst(start.count)
    let done = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
    let given = Set(done.split(separator: ",").map(String.init))
    for (value, meaning) in values where !given.contains(value) { offer(start + done + value, meaning) }
  }

  // MARK: The words of a task

  private mutating func addTaskWords(in goal: String) {
    if line.current.hasPrefix("@") { return addMentions() }
    if line.current.hasPrefix("due:") { return addDays(after: "due:") }
    if line.current.hasPrefix("role:") {
      for (id, title) in ids([.role]) { offer("role:" + id, title) }
      return
    }
    if line.current.hasPrefix("needs:") {
      let tasks = (workspace()?.records ?? []).flatMap { record in
        record.tasks.compactMap { task in
          task.anchor.map { (record.id.text == goal ? $0.value.text : "\(record.id)^\($0.value)", task.text) }
        }
      }
      return addList(tasks.map { (id: $0.0, title: $0.1) }, after: "needs:")
    }
    for word in ["due:", "needs:", "role:", "effort:"] { offer(word) }
  }
}

extension Tool {
  /// Answers a shell that completes a command line. What cannot be known is not offered; nothing is ever said on standard error.
  static func complete(_ words: [String], in environment: Environment) -> Outcome {
    let words = words.first == "--" ? words.dropFirst() : words[...]
    let line = CommandLineSoFar(Array(words), in: .tw)
    var known: Workspace??
    let candidates = Candidates(line) {
      if let known { return known }
      let session = Session(ParsedCommand(name: "list", global: line.global), in: environment)
      let workspace = try? session.latestWorkspace()
      known = .some(workspace)
      return workspace
    }
    return Outcome(output: Array(candidates.lines.map { $0 + "\n" }.joined().utf8))
  }
}
