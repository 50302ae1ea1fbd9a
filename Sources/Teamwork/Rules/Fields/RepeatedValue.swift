internal import Documents
internal import Text

extension Rule {
  static let repeatedValue = Rule(
    "repeated-value", .warning, "the same value twice in a list, or the same mention twice on a task",
    why: """
      Once is enough: everywhere it counts once. Often the second was to be somebody or something else, and is missing now.
      """,
    fix: "takes the second out",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben, «ana»]
      status: proposed
      why: Others can build on it
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .record(nil) { record, workspace, findings in
      if case .mapping(let mapping) = record.document.frontMatter {
        for entry in mapping.entries {
          let declared = record.kind.declaration.field(entry.key)
          judge(entry.value, declared?.type, entry.key, record, workspace, &findings)
        }
      }
      for task in record.tasks {
        judgeMentions(of: task, record, workspace, &findings)
        judgeNeeds(of: task, record, workspace, &findings)
      }
    })

  // MARK: Fields

  /// - Parameter type: nil for a field of the workspace's own.
  private static func judge(
    _ node: YAMLNode, _ type: FieldType?, _ field: Name, _ record: Record, _ workspace: Workspace,
    _ findings: inout Findings
  ) {
    switch (type, node.content) {
    case (.list(.lineOrMapping), _): break  // `duplicate-responsibility` tells, in other words too.
    case (.dictionary(_, let value), .mapping(let mapping)):
      for entry in mapping.entries { judge(entry.value, value, field, record, workspace, &findings) }
    case (.mapping(let fields), .mapping(let mapping)):
      for entry in mapping.entries {
        guard let inner = fields.first(where: { $0.name == entry.key }) else { continue }
        judge(entry.value, inner.type, entry.key, record, workspace, &findings)
      }
    case (.list(.mapping(let fields)), .sequence(let nodes)):
      for node in nodes { judge(node, .mapping(fields), field, record, workspace, &findings) }
    case (.list(let element), .sequence(let nodes)):
      judge(nodes, of: node, element, field, record, workspace, &findings)
    case (nil, .sequence(let nodes)): judge(nodes, of: node, .line, field, record, workspace, &findings)
    default: break
    }
  }

  private static func judge(
    _ nodes: [YAMLNode], of list: YAMLNode, _ element: FieldType, _ field: Name, _ record: Record,
    _ workspace: Workspace, _ findings: inout Findings
  ) {
    if nodes.count < 2 { return }
    let editor = ListEditor(document: record.document, list: list, nodes: nodes, isWords: true)
    report(nodes.indices.filter { nodes[$0].text?.isEmpty == false }, &findings, field) { index in
      (value(nodes[index].text ?? "", element, workspace), nodes[index].text ?? "", nodes[index].range)
    } message: { name, times in
      "`\(field)` names `\(name)` \(times)"
    } fix: { index in
      editor.removal(ofRepeated: index)
    }
  }

  /// What an entry says, however it is written.
  private static func value(_ text: String, _ element: FieldType, _ workspace: Workspace) -> Value {
    switch element {
    case .reference(let kinds), .referenceOrLine(let kinds):
      if case .record(let number) = workspace.resolve(Name(text), as: kinds) { return .record(number) }
    case .email: return .words(Name(text.lowercased()))
    default: break
    }
    return .words(Name(text))
  }

  private enum Value: Hashable {
    case record(Int)
    case words(Name)
    case mention(Kind, Name)
    case task(TaskReference)
  }

  // MARK: Tasks

  private static func judgeMentions(
    of task: Task, _ record: Record, _ workspace: Workspace, _ findings: inout Findings
  ) {
    if task.mentions.count < 2 { return }
    report(Array(task.mentions.indices), &findings, nil) { index in
      let mention = task.mentions[index]
      let known = workspace.mentioned(mention.value.text)
      return (
        known.map { .mention($0.kind, $0.id) } ?? .words(mention.value), mention.value.text, mention.range
      )
    } message: { name, times in
      "`\(task.title)` mentions `@\(name)` \(times)"
    } fix: { index in
      removal(ofMentionAt: task.mentions[index].range, of: task, record.document)
    }
  }

  /// Takes a mention out with the blank before it, where nothing but attributes and mentions comes behind it: elsewhere it
  /// is a part of a sentence.
  private static func removal(ofMentionAt range: Range<Int>, of task: Task, _ document: Document) -> TextEdit? {
    let bytes = document.source.bytes
    var start = range.lowerBound
    while start > task.range.lowerBound, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start < range.lowerBound else { return nil }
    var index = range.upperBound
    while index < task.range.upperBound {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
        continue
      }
      guard index > range.upperBound,
        let known = (task.attributes.map(\.range) + task.mentions.map(\.range)).first(where: { $0.lowerBound == index })
      else { return nil }
      index = known.upperBound
    }
    return .init(range: start..<range.upperBound, replacement: "")
  }

  private static func judgeNeeds(of task: Task, _ record: Record, _ workspace: Workspace, _ findings: inout Findings) {
    if task.needs.count < 2 { return }
    report(Array(task.needs.indices), &findings, "needs") { index in
      let need = task.needs[index]
      var reference = need.value
      // `public-beta^guide` in that very goal is `guide`.
      if let address = reference.address(from: record, in: workspace) {
        reference.record = workspace.records[address.record].id
      }
      return (.task(reference), record.document.text(need.range), need.range)
    } message: { name, times in
      "`\(task.title)` needs `\(name)` \(times)"
    } fix: { index in
      // With the comma before it.
      let start = task.needs[index].range.lowerBound
      guard record.document.source.bytes[start - 1] == UInt8(ascii: ",") else { return nil }
      return .init(range: (start - 1)..<task.needs[index].range.upperBound, replacement: "")
    }
  }

  // MARK: Telling

  /// One finding for each value that stands more than once, at the second.
  private static func report(
    _ indices: [Int], _ findings: inout Findings, _ field: Name?,
    entry: (Int) -> (value: Value, written: String, range: Range<Int>),
    message: (String, String) -> String, fix: (Int) -> TextEdit?
  ) {
    var places: [Value: [Int]] = [:]
    var order: [Value] = []
    for index in indices {
      let value = entry(index).value
      if places[value] == nil { order.append(value) }
      places[value, default: []].append(index)
    }
    guard order.count < indices.count, let record = findings.record.map({ findings.workspace.records[$0] }) else {
      return
    }
    for value in order {
      guard let same = places[value], same.count > 1 else { continue }
      let first = entry(same[0])
      let edits = same.dropFirst().map(fix)
      findings.add(
        message(first.written, same.count == 2 ? "twice" : "\(same.count) times"), at: entry(same[1]).range,
        help: "leave one of them", field: field,
        related: [record.related(first.range, "here first")],
        fix: edits.contains { $0 == nil }
          ? nil : .init(title: "take out what is repeated", isSafe: true, edits: edits.compactMap { $0 }))
    }
  }
}
