internal import Teamwork
internal import Text

/// What a REF names, as indices into the workspace's records and a record's tasks.
struct Target {
  var record: Int
  var task: Int?
}

/// Finds what a REF names: an id, `kind/id`, `@person`, `record^anchor`, `record^first words of a task`, a task's anchor, or a file.
struct RecordLookup {
  let workspace: Workspace
  /// The current folder, seen from the repository's top.
  let prefix: String

  /// - Throws: `Failure` with status 2 where a REF names several things, with status 1 where it names none.
  func target(_ reference: String) throws -> Target {
    if let caret = reference.utf8.firstIndex(of: UInt8(ascii: "^")) {
      let word = String(reference[reference.utf8.index(after: caret)...])
      let name = String(reference[..<caret])
      let home = name.isEmpty ? nil : try target(name).record
      if let unreadable = home.flatMap({ workspace.records[$0].unreadable }) {
        throw Failure("\(quoted(name)) cannot be read: \(unreadable.message)", help: unreadable.help)
      }
      let found = tasks(Name(word), in: home)
      return try one(of: found.isEmpty ? tasks(saying: word, in: home) : found, reference)
    }
    return try one(of: candidates(reference), reference)
  }

  private func candidates(_ reference: String) -> [Target] {
    if reference.hasPrefix("@") { return records([.person, .team], Name(String(reference.dropFirst()))) }
    if reference.hasSuffix(".md"),
      let path = workspace.path(of: reference, linkedFrom: prefix.isEmpty ? "x" : prefix + "/x"),
      let number = workspace.records.firstIndex(where: { $0.path == path })
    {
      return [Target(record: number)]
    }
    if reference == "charter" { return records([.charter], "teamwork") }
    if let slash = reference.utf8.firstIndex(of: UInt8(ascii: "/")), let kind = Kind(named: String(reference[..<slash]))
    {
      return records([kind], Name(String(reference[reference.utf8.index(after: slash)...])))
    }
    let found = records(Kind.allCases, Name(reference))
    if !found.isEmpty { return found }
    let named = tasks(Name(reference))
    // Several words are those of a task.
    return named.isEmpty && reference.utf8.contains(0x20) ? tasks(saying: reference, in: nil) : named
  }

  private func records(_ kinds: [Kind], _ id: Name) -> [Target] {
    kinds.compactMap { kind in workspace.number(kind, id).map { Target(record: $0) } }
  }

  /// The tasks with an anchor, in one record or in all.
  private func tasks(_ anchor: Name, in only: Int? = nil) -> [Target] {
    var found: [Target] = []
    for number in only.map({ $0..<($0 + 1) }) ?? workspace.records.indices {
      for (index, task) in workspace.records[number].tasks.enumerated() where task.anchor?.value == anchor {
        found.append(Target(record: number, task: index))
      }
    }
    return found
  }

  /// The tasks with these words, else those that begin with them; of several with the same words the one that is open.
  private func tasks(saying words: String, in only: Int?) -> [Target] {
    let wanted = Self.folded(words)
    if wanted.isEmpty { return [] }
    var (whole, begun): ([Target], [Target]) = ([], [])
    for number in only.map({ $0..<($0 + 1) }) ?? workspace.records.indices {
      for (index, task) in workspace.records[number].tasks.enumerated() {
        let text = Self.folded(task.text)
        if text.starts(with: wanted) { begun.append(Target(record: number, task: index)) }
        if text == wanted { whole.append(Target(record: number, task: index)) }
      }
    }
    let open = whole.filter { target in target.task.map { workspace.records[target.record].tasks[$0].isOpen } == true }
    return open.count == 1 ? open : whole.isEmpty ? begun : whole
  }

  /// Letters and digits, small; what stands between them is one space.
  private static func folded(_ text: String) -> [Character] {
    var folded: [Character] = []
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        folded.append(character)
      } else if let last = folded.last, last != " " {
        folded.append(" ")
      }
    }
    if folded.last == " " { folded.removeLast() }
    return folded
  }

  private func one(of found: [Target], _ reference: String) throws -> Target {
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let names = Set(found.map(name))
      if names.count < found.count, let task = found[0].task {
        let record = workspace.records[found[0].record]
        if record.tasks[task].anchor != nil {
          throw Failure(
            "\(quoted(reference)) is several tasks with one name",
            help: "give all but one another name, in `\(record.path)`")
        }
        throw Failure(
          "\(quoted(reference)) is several tasks with the same words",
          help:
            "give one a name to call it by: `^anchor` at the end of its line in `\(record.path)`, like line \(record.line(ofTask: task))"
        )
      }
      throw Failure(
        "\(quoted(reference)) is several things", help: "say which: " + alternatives(found.map { quoted(name($0)) }))
    }
    // The right name in the wrong record.
    let elsewhere =
      reference.utf8.firstIndex(of: UInt8(ascii: "^")).map {
        tasks(Name(String(reference[reference.utf8.index(after: $0)...])))
      } ?? []
    throw Failure.notFound(
      "there is no \(quoted(reference))",
      help: elsewhere.first.map { "did you mean `\(name($0))`?" } ?? didYouMean(reference, known(reference))
        ?? "`tw list goals` lists the goals, `tw list people` the people")
  }

  /// What a REF could have said, in the way in which it was said.
  private func known(_ reference: String) -> [String] {
    if reference.hasPrefix("@") { return (workspace.ids(.person) + workspace.ids(.team)).map { "@" + $0 } }
    if reference.utf8.contains(UInt8(ascii: "^")) {
      return workspace.records.indices.flatMap { number in
        workspace.records[number].tasks.indices.map { name(Target(record: number, task: $0)) }
      }
    }
    if reference.utf8.contains(UInt8(ascii: "/")) {
      return workspace.records.flatMap { [$0.reference, "\($0.kind.folder)/\($0.id)"] }
    }
    return workspace.records.map(\.id.text)
      + workspace.records.flatMap { $0.tasks.compactMap { $0.anchor?.value.text } }
  }

  /// What names it and nothing else: a task by its anchor, else by its words.
  func name(_ target: Target) -> String {
    let record = workspace.records[target.record]
    guard let task = target.task else { return record.reference }
    return "\(record.id)^\(record.tasks[task].anchor?.value.text ?? record.tasks[task].text)"
  }
}

extension Record {
  /// Where a task stands.
  func line(ofTask number: Int) -> Int { document.source.line(at: tasks[number].range.lowerBound) }
}
