internal import Documents
internal import Teamwork
internal import Text

extension Command {
  /// `tw add`: a task at the end of a goal's or meeting's list.
  static let add = Command(
    CommandDeclaration(
      name: "add", group: .daily, summary: "add a task at the end of a goal's list",
      arguments: [
        ArgumentDeclaration(
          name: "GOAL", help: "the goal or meeting", hint: .recordWithTasks),
        ArgumentDeclaration(
          name: "TEXT", help: "what is to be done, with @OWNER, due:DATE and whatever else a task may have",
          hint: .taskWords,
          isRepeatable: true),
      ],
      description: """
        The task is written as the list is, and nothing else in the file changes; a goal without tasks gets a list. `tw explain
        task` tells what may stand on its line; a day may be said in words, `due:friday`. Who or what is named must be there. What
        `tw validate` then finds amiss in the whole, like the same task in another goal, is told at once.
        """,
      examples: [
        .init(command: "tw add public-beta Write the migration guide @ana due:friday", does: "a task for Ana"),
        .init(
          command: "tw add public-beta 'Announce it' needs:guide ^announce",
          does: "one that waits for another, with a name"),
      ])
  ) { session in
    let workspace = try session.workspaceToEdit()
    let today = try session.today(in: workspace)
    let lookup = RecordLookup(workspace: workspace, prefix: try session.repository().prefix)
    let record = try lookup.home(ofTasksOf: session.command.arguments[0])
    try record.requireReadable()
    let words = try NewTaskWords(Array(session.command.arguments.dropFirst()), on: today)
    do {
      let (after, number) = try TaskInsertion(record, in: workspace).adding(words.line)
      try after.check(newTask: number, of: record, in: workspace, today: today)
      return try session.write([RecordEdit(record: record, bytes: after.document.bytes)], in: workspace)
    } catch let refusal as EditRefusal {
      throw Failure(refusal, in: record)
    }
  }
}

extension RecordLookup {
  /// The goal, meeting or survey that a word names; what other kinds call the same does not matter.
  fileprivate func home(ofTasksOf word: String) throws -> Record {
    let kinds = Kind.allCases.filter(\.declaration.hasTasks)
    switch workspace.resolve(Name(word), as: kinds) {
    case .record(let number): return workspace.records[number]
    case .ambiguous(let found):
      throw Failure(
        "\(quoted(word)) is several things", help: "say which: " + alternatives(found.map { "`\($0.name)/\(word)`" }))
    case .unknown: break
    }
    let target = try target(word)
    let record = workspace.records[target.record]
    let what = target.task == nil ? record.kind.declaration.article : "a task"
    if target.task == nil, kinds.contains(record.kind) { return record }
    throw Failure(
      "\(quoted(word)) is \(what), and tasks stand in \(alternatives(kinds.map(\.declaration.article)))",
      help: target.task == nil
        ? "`tw list goals` lists the goals" : "`tw add \(record.id) …` adds another task to the same list")
  }
}

/// The words of a new task, as they are to stand on its line.
private struct NewTaskWords {
  let line: String

  /// - Parameter today: what days that are said in words are seen from.
  init(_ arguments: [String], on today: Day) throws {
    for argument in arguments {
      guard let (name, value) = FieldAssignment.split(argument),
        name == "owner" || name == "text" || Self.isAttribute(name)
      else { continue }
      let right = name.hasPrefix("owner") ? "@\(value)" : name == "anchor" ? "^\(value)" : "\(name):\(value)"
      throw Failure(
        "\(quoted(argument)) is how `tw set` says it", help: "on the task's own line it is `\(visible(right))`")
    }
    var words = arguments.joined(separator: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    // Who copies a task copies its box.
    if words.starts(with: ["-", "[", "]"]) { words.removeFirst(3) }
    if words.starts(with: ["[", "]"]) { words.removeFirst(2) }
    var said: [String] = []
    while !words.isEmpty {
      var word = words.removeFirst()
      // `due: friday` is meant as one word, too.
      if word == "due:" || word == "done:", let next = words.first, Day(saying: next, on: today) != nil {
        word += words.removeFirst()
      }
      said.append(Self.written(word, on: today))
    }
    // An anchor is one only at the line's end.
    let anchors = said.indices.filter {
      said[$0].hasPrefix("^") && RecordPath.fault(ofID: String(said[$0].dropFirst())) == nil
    }
    if anchors.count == 1 { said.append(said.remove(at: anchors[0])) }
    line = said.joined(separator: " ")
  }

  private static func isAttribute(_ name: String) -> Bool { TaskAttribute(rawValue: name) != nil }

  /// `due:friday` as a file has it; brackets and emphasis around it stay.
  private static func written(_ word: String, on today: Day) -> String {
    let inner = word.drop { "([*_".contains($0) }
    guard let key = ["due:", "done:"].first(where: { inner.hasPrefix($0) }) else { return word }
    let value = inner.dropFirst(key.count)
    let tail = value.reversed().prefix { ")]*_,.;".contains($0) }.count
    guard let day = Day(saying: String(value.dropLast(tail)), on: today) else { return word }
    return word.dropLast(inner.count) + key + day.description + value.suffix(tail)
  }
}

extension Record {
  /// - Parameters:
  ///   - number: the task that the record has more than `before`.
  /// - Throws: `Failure` where the task names somebody or something that is not there.
  fileprivate func check(newTask number: Int, of before: Record, in workspace: Workspace, today: Day) throws {
    let task = tasks[number]
    if let problem = diagnostics.first(where: { new in !before.diagnostics.contains { $0.message == new.message } }) {
      let help = problem.code == .invalidDate ? "write `due:` and \(SpokenTime.days)" : problem.help
      throw Failure(problem.message, help: help)
    }
    for mention in task.mentions where workspace.mentioned(mention.value.text) == nil {
      let name = mention.value.text
      throw Failure(
        "there is no person or team \(quoted("@" + name))",
        help: didYouMean("@" + name, [Kind.person, .team].flatMap(workspace.ids).map { "@" + $0 })
          ?? "`tw list people` says who is here; in backquotes it is no mention")
    }
    if task.done != nil {
      throw Failure("a new task is open, and so has no `done:`", help: "add it, then `tw done` checks its box")
    }
    var words: [String] = []
    if let role = task.role { words.append("role=\(role.value)") }
    if !task.needs.isEmpty {
      words.append("needs=" + task.needs.map { document.text($0.range) }.joined(separator: ","))
    }
    if let anchor = task.anchor { words.append("anchor=\(anchor.value)") }
    for word in words { _ = try TaskChange(word, self, number, "", workspace, today) }
  }
}
