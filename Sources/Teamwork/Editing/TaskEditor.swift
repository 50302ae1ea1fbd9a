internal import Documents
internal import Text

/// Changes an attribute of a task, and no other byte of the file.
///
/// What was written is read again: an edit that does not read back as its value, or that changes what else a task of the record
/// says, is refused.
package struct TaskEditor {
  private let record: Record
  private let workspace: Workspace
  private let number: Int
  private let task: Task
  private let words: [TaskReading.Word]
  private var bytes: [UInt8] { record.document.bytes }

  /// - Parameter number: an index into the record's tasks.
  package init(_ record: Record, task number: Int, in workspace: Workspace) {
    self.record = record
    self.workspace = workspace
    self.number = number
    task = record.tasks[number]
    words = TaskReading.words(of: task, in: record.document, workspace)
  }

  /// The record with the attribute edited.
  ///
  /// - Parameter edit: its values are spelled as on the line; owners without their sign.
  /// - Throws: `EditRefusal` where that cannot be without touching anything else.
  package func edited(_ attribute: TaskAttribute, _ edit: FieldEdit) throws(EditRefusal) -> Record {
    let values = values(of: attribute, after: edit)
    if TaskReading(task, in: record.document, workspace).values[attribute] ?? [] == values, attribute != .state {
      return record
    }
    let edits: [TextEdit] =
      switch attribute {
      case .state: box(values)
      case .owners: try owners(values)
      case .needs: try needs(values)
      case .due, .done, .role, .effort, .anchor: try scalar(attribute, values)
      }
    let after = record.saying(record.document.source.applying(edits), in: workspace)
    try check(after, attribute, values)
    return after
  }

  // MARK: What is to be said

  private func values(of attribute: TaskAttribute, after edit: FieldEdit) -> [Name] {
    let now = TaskReading(task, in: record.document, workspace).values[attribute] ?? []
    var values: [Name]
    switch edit {
    case .remove: values = []
    case .text(let value): values = [Name(value)]
    case .list(let items): values = items.map { Name($0) }
    case .adding(let items):
      values = now
      for item in items.map({ Name($0) }) where !values.contains(where: { isSame($0, item, attribute) }) {
        values.append(item)
      }
    case .dropping(let items): values = now.filter { value in !items.contains { isSame(value, Name($0), attribute) } }
    }
    if attribute == .owners { values.sort() }
    return values
  }

  /// Whether two entries of a list mean the same: a task of the own record may be called with the record's id or without.
  private func isSame(_ a: Name, _ b: Name, _ attribute: TaskAttribute) -> Bool {
    if a == b { return true }
    guard attribute == .needs, let first = TaskReference(a).address(from: record, in: workspace) else { return false }
    return first == TaskReference(b).address(from: record, in: workspace)
  }

  // MARK: Where it is said

  /// The end of the paragraph's words.
  private var end: Int {
    var end = task.range.upperBound
    while end > task.range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// All that stands where a word does: with the brackets that it shares with others.
  private func place(_ word: TaskReading.Word) -> Range<Int> { word.group.map { task.groups[$0] } ?? word.outer }

  /// The attributes and owners that the paragraph ends with.
  private var tail: ArraySlice<TaskReading.Word> {
    var first = words.count
    var start = end
    while first > 0, words[first - 1].isWhole {
      let place = place(words[first - 1])
      // Others of the same brackets end where it does.
      guard place.upperBound == start || place.contains(start) else { break }
      first -= 1
      start = place.lowerBound
      while start > task.range.lowerBound, isSpace(bytes[start - 1]) { start -= 1 }
    }
    return words[first...]
  }

  private func inserting(_ word: String, before next: TaskReading.Word?) -> TextEdit {
    guard let next else { return inserting(word, behind: end) }
    return .init(range: place(next).lowerBound..<place(next).lowerBound, replacement: word + " ")
  }

  private func inserting(_ word: String, behind place: Int) -> TextEdit {
    .init(range: place..<place, replacement: isBlank(bytes[place - 1]) ? word : " " + word)
  }

  private func removing(_ gone: [TaskReading.Word]) -> [TextEdit] {
    TaskWordRemoval(task: task, bytes: bytes, words: words).edits(gone)
  }

  // MARK: Attributes

  /// What stands between the brackets.
  private func box(_ values: [Name]) -> [TextEdit] {
    let sign: [Name: String] = ["open": " ", "done": "x", "dropped": "-"]
    let state: [Name: Checkbox] = ["open": .open, "done": .done, "dropped": .dropped]
    guard let value = values.first, let sign = sign[value], state[value] != task.state else { return [] }
    return [.init(range: (task.checkboxRange.lowerBound + 1)..<(task.checkboxRange.upperBound - 1), replacement: sign)]
  }

  private func scalar(_ attribute: TaskAttribute, _ values: [Name]) throws(EditRefusal) -> [TextEdit] {
    let present = words.filter { $0.attribute == attribute }
    guard let value = values.first else { return removing(present) }
    if present.count > 1 {
      throw EditRefusal(
        message: "`\(attribute.rawValue)` stands twice on this task", help: "keep one of the two, in the file")
    }
    if let word = present.first { return [.init(range: word.value, replacement: value.text)] }
    if attribute == .anchor { return [inserting("^\(value)", before: nil)] }
    return [inserting("\(attribute.rawValue):\(value)", before: words.last { $0.attribute == .anchor })]
  }

  private func needs(_ values: [Name]) throws(EditRefusal) -> [TextEdit] {
    let text = values.map(\.text).joined(separator: ",")
    let present = words.filter { $0.attribute == .needs }
    guard !values.isEmpty, let first = present.first else {
      return values.isEmpty ? removing(present) : try scalar(.needs, [Name(text)])
    }
    return [.init(range: first.value, replacement: text)] + removing(Array(present.dropFirst()))
  }

  /// Who goes makes room for who comes; who else comes stands behind the owners at the line's end.
  private func owners(_ values: [Name]) throws(EditRefusal) -> [TextEdit] {
    let present = words.filter { $0.attribute == .owners }
    func name(_ word: TaskReading.Word) -> Name { Name(record.document.text(word.value)) }
    var coming = values.filter { value in !present.contains { name($0) == value } }
    var edits: [TextEdit] = []
    var gone: [TaskReading.Word] = []
    var replaced: Set<Name> = []
    for word in present where !values.contains(name(word)) {
      if !coming.isEmpty, word.isWhole, replaced.insert(name(word)).inserted {
        edits.append(.init(range: word.value, replacement: coming.removeFirst().text))
      } else if word.isWhole {
        gone.append(word)
      } else {
        throw EditRefusal(message: "`@\(name(word))` is a part of the task's words", help: "change them in the file")
      }
    }
    edits += removing(gone)
    if !coming.isEmpty {
      var added = coming.map { "@\($0)" }.joined(separator: " ")
      let last = tail.last { word in word.attribute == .owners && !gone.contains(word) }
      // "Log in to @ana" would say something else.
      if last == nil, TaskText.leadsOn(bytes[..<(tail.first.map(place)?.lowerBound ?? end)]) { added = "(\(added))" }
      edits.append(
        last.map { inserting(added, behind: place($0).upperBound) }
          ?? inserting(added, before: tail.first { !gone.contains($0) }))
    }
    return edits
  }

  // MARK: Reading it again

  private func check(_ after: Record, _ attribute: TaskAttribute, _ values: [Name]) throws(EditRefusal) {
    let refusal = EditRefusal(
      message: "a task of `\(record.id)` is written in a way that cannot be changed without touching the rest",
      help: "change it in the file")
    guard after.tasks.count == record.tasks.count,
      after.document.diagnostics.count <= record.document.diagnostics.count,
      after.diagnostics.count <= record.diagnostics.count
    else { throw refusal }
    for (index, old) in record.tasks.enumerated() {
      let was = TaskReading(old, in: record.document, workspace)
      let now = TaskReading(after.tasks[index], in: after.document, workspace)
      if index != number {
        if was != now { throw refusal }
        continue
      }
      let isThere =
        attribute == .state
        ? values == [now.state.name] : now.values[attribute] ?? [] == values && was.state == now.state
      let others = { (reading: TaskReading) in reading.values.filter { $0.key != attribute } }
      if !isThere || was.text != now.text || others(was) != others(now) { throw refusal }
    }
  }
}

extension Record {
  /// The file with tasks done: their boxes checked, and the day in their paragraphs.
  ///
  /// - Parameter numbers: indices into `tasks`.
  /// - Throws: `EditRefusal` where a line is written so that it cannot be done.
  package func checking(_ numbers: [Int], on day: Day, in workspace: Workspace) throws(EditRefusal) -> [UInt8] {
    var record = self
    for number in numbers {
      record = try TaskEditor(record, task: number, in: workspace).edited(.state, .text(Checkbox.done.name.text))
      record = try TaskEditor(record, task: number, in: workspace).edited(.done, .text(day.description))
    }
    return record.document.bytes
  }

  /// The same record with other bytes, read as one of a workspace. Its tasks have no texts and owners yet.
  func saying(_ bytes: [UInt8], in workspace: Workspace) -> Record {
    let charter = workspace.charter
    return Record(
      kind: kind, id: id, week: week, document: Document(bytes, path: path, limits: charter.limits),
      extraFields: charter.extraFields[kind] ?? [])
  }
}

extension Checkbox {
  /// As a task's state is called.
  var name: Name {
    switch self {
    case .open: "open"
    case .done: "done"
    case .dropped: "dropped"
    }
  }
}
