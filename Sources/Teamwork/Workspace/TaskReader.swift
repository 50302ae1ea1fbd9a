internal import Documents
internal import Text

/// Reads the tasks of a body.
struct TaskReader {
  private(set) var tasks: [Task] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ document: Document, body: Body) {
    var taskOfItem: [Int: Int] = [:]
    var mentions: [Int: [Located<Name>]] = [:]
    var links: [Int: [Range<Int>]] = [:]
    for reference in body.references where reference.isOwn {
      guard let item = reference.item, body.items[item].checkbox != nil else { continue }
      switch reference.target {
      case .mention(let name): mentions[item, default: []].append(Located(Name(name), at: reference.range))
      case .wiki: links[item, default: []].append(reference.range)
      case .file, .picture: break
      }
    }
    for (index, item) in body.items.enumerated() {
      guard let box = item.checkbox else { continue }
      var parent: Int?
      var above = item.parent
      while let candidate = above, parent == nil {
        parent = taskOfItem[candidate]
        above = body.items[candidate].parent
      }
      var task = Task(
        item: index, state: box, range: item.paragraph, checkboxRange: item.checkboxRange,
        mentions: mentions[index] ?? [],
        links: links[index] ?? [], parent: parent)
      readAttributes(of: &task, item, document)
      taskOfItem[index] = tasks.count
      tasks.append(task)
    }
  }

  /// The words that stand outside code and links.
  private mutating func readAttributes(of task: inout Task, _ item: ListItem, _ document: Document) {
    // Every attribute has one of these signs, and every bracket. Most tasks have neither.
    guard document.bytes[item.paragraph].contains(where: { Self.isSign($0) }) else { return }
    let words = TaskWords(task, ShownText(item, in: document))
    for (number, word) in words.all.enumerated() {
      guard let attribute = words.attribute(word, isLast: number == words.all.count - 1) else { continue }
      read(attribute, words.shown, &task)
    }
    task.groups = words.groups.map { words.shown.range($0) }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
      // `&colon;`
      || byte == UInt8(ascii: "&")
  }

  private mutating func read(_ found: TaskWords.Attribute, _ shown: ShownText, _ task: inout Task) {
    let text = String(decoding: shown.bytes[found.value], as: UTF8.self)
    let value = shown.range(found.value)
    let range = shown.range(found.range)
    let key = found.attribute.rawValue
    switch found.attribute {
    case .due:
      once(task.due?.range, key, range)
      if let day = day(text, key, value) { task.due = Located(day, at: value) }
    case .done:
      once(task.done?.range, key, range)
      if let day = day(text, key, value) { task.done = Located(day, at: value) }
    case .needs:
      readNeeds(found.value, shown, &task)
    case .role:
      once(task.role?.range, key, range)
      task.role = Located(Name(text), at: value)
    case .effort:
      once(task.effort?.range, key, range)
      if let effort = effort(text, value) { task.effort = Located(effort, at: value) }
    case .anchor:
      if let fault = RecordPath.fault(ofID: text) {
        diagnostics.append(
          Diagnostic(
            .invalidID, at: value, "`\(text)` is no name for a task: \(fault)",
            help: "spell it like an id: small letters, digits, `-`, `_` and `.`"))
      }
      task.anchor = Located(Name(text), at: value)
    case .state, .owners: return
    }
    task.attributes.append(Task.Attribute(kind: found.attribute, range: range, value: value))
  }

  private mutating func once(_ earlier: Range<Int>?, _ key: String, _ word: Range<Int>) {
    if earlier != nil {
      diagnostics.append(
        Diagnostic(
          .duplicateField, at: word, "`\(key)` stands twice on this task", field: key,
          help: "keep one of the two"))
    }
  }

  private mutating func day(_ text: String, _ key: String, _ range: Range<Int>) -> Day? {
    if let day = Day(text) { return day }
    diagnostics.append(
      Diagnostic(
        .invalidDate, at: range, "`\(key)` is `\(text)`, and there is no such date", field: key,
        help: "write a date like `2026-11-20`"))
    return nil
  }

  private mutating func effort(_ text: String, _ range: Range<Int>) -> Effort? {
    if let effort = Effort(text) { return effort }
    diagnostics.append(
      Diagnostic(
        .wrongType, at: range, "`effort` is `\(text)`, but should be a number with `h`, `d` or `w`",
        field: TaskAttribute.effort.rawValue, help: "write it like `effort:3d`"))
    return nil
  }

  private mutating func readNeeds(_ value: Range<Int>, _ shown: ShownText, _ task: inout Task) {
    var start = value.lowerBound
    while start < value.upperBound {
      let end = shown.bytes[start..<value.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? value.upperBound
      if start < end {
        let name = Name(String(decoding: shown.bytes[start..<end], as: UTF8.self))
        task.needs.append(Located(TaskReference(name), at: shown.range(start..<end)))
      }
      start = end + 1
    }
  }
}
