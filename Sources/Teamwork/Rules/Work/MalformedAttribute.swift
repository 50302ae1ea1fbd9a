internal import Documents
internal import Text

extension Rule {
  static let malformedAttribute = Rule(
    "malformed-attribute", .warning, "what looks like an attribute of a task, and is none",
    why: """
      An attribute is one word: its key in small letters, a colon and the value, as in `due:2026-12-01`; a task's name is \
      the last word, `^guide`. Brackets and emphasis may stand around it. Written in another way it is only text: nobody \
      is told that the day comes near. Told is only what has a value that fits: a date, a role or a task that is there.
      """,
    fix: "writes it as it is written, where it stands among attributes",
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide @ana «due: 2026-12-01»
      - [ ] Invite the testers @ben
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the guide, which is due to all of us (@ana, due:2026-12-01)
      - [ ] Invite the testers at 12:30 @ben
      """,
    check: .record(Kind.withTasks) { record, workspace, findings in
      guard let body = record.document.body else { return }
      for task in record.tasks where NearAttributes.maybe(task, record.document) {
        let near = NearAttributes(task, body.items[task.item], record, workspace)
        for found in near.found {
          findings.add(found.message, at: found.range, help: found.help, fix: found.fix)
        }
      }
    })
}

/// What in a task is nearly an attribute.
private struct NearAttributes {
  struct Found {
    let range: Range<Int>
    let message: String
    let help: String
    var fix: Diagnostic.Fix?
  }

  private(set) var found: [Found] = []
  private let task: Task
  private let record: Record
  private let workspace: Workspace
  private let words: TaskWords
  private var shown: ShownText { words.shown }
  /// For each word whether it is an attribute.
  private let isAttribute: [Bool]

  /// Whether there is any sign of one: most tasks have none.
  static func maybe(_ task: Task, _ document: Document) -> Bool {
    var attributes = task.attributes[...]
    var before: UInt8 = 0x20
    var index = task.range.lowerBound
    while index < task.range.upperBound {
      if let next = attributes.first, next.range.lowerBound <= index {
        // A list that goes on behind a blank.
        if next.kind == .needs, document.bytes[next.range.upperBound - 1] == UInt8(ascii: ",") { return true }
        index = max(index + 1, next.range.upperBound)
        before = document.bytes[index - 1]
        attributes.removeFirst()
        continue
      }
      let byte = document.bytes[index]
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "="), 0xEF: return true
      case UInt8(ascii: "^"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before | 0x20) { return true }
      default: break
      }
      before = byte
      index += 1
    }
    return false
  }

  init(_ task: Task, _ item: ListItem, _ record: Record, _ workspace: Workspace) {
    self.task = task
    self.record = record
    self.workspace = workspace
    let words = TaskWords(task, ShownText(item, in: record.document))
    self.words = words
    isAttribute = words.all.indices.map { words.attribute(words.all[$0], isLast: $0 == words.all.count - 1) != nil }
    var index = 0
    while index < words.all.count {
      index = isAttribute[index] ? list(at: index) : keyed(at: index) ?? name(at: index) ?? index + 1
    }
  }

  // MARK: Words

  /// Without brackets and what ends a sentence.
  private func core(_ index: Int) -> Range<Int>? {
    guard words.all.indices.contains(index), !isAttribute[index], !words.isTouched(words.all[index].core) else {
      return nil
    }
    var range = words.all[index].core
    while let first = shown.bytes[range].first, "([{".utf8.contains(first) {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let last = shown.bytes[range].last, ")]},;!?".utf8.contains(last) {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return range.isEmpty ? nil : range
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: shown.bytes[range], as: UTF8.self) }

  private func text(_ index: Int) -> String? { core(index).map(text) }

  /// Whether nothing but attributes and owners follows a word.
  private func isInTail(_ index: Int) -> Bool {
    words.all.indices.dropFirst(index + 1).allSatisfy { number in
      isAttribute[number] || words.mentions.contains { $0.lowerBound == words.all[number].core.lowerBound }
    }
  }

  // MARK: Keys

  /// Other words for a key, and what is often written for it.
  private static let keys: [String: TaskAttribute] = [
    "due": .due, "dues": .due, "deadline": .due, "due-date": .due, "duedate": .due, "done": .done, "completed": .done,
    "finished": .done, "needs": .needs, "need": .needs, "depends": .needs, "depends-on": .needs, "blocked-by": .needs,
    "role": .role, "roles": .role, "effort": .effort, "efforts": .effort, "estimate": .effort, "est": .effort,
  ]

  private static func attribute(_ key: String) -> TaskAttribute? {
    let key = key.lowercased()
    if let known = keys[key] { return known }
    guard key.utf8.count > 2, key.utf8.count < 12, key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      let near = nearest(to: key, among: TaskWords.keyed.map(\.rawValue)), near.utf8.first == key.utf8.first
    else { return nil }
    return TaskAttribute(rawValue: near)
  }

  /// A key with its value in the same word or the next; the word to go on with.
  private mutating func keyed(at index: Int) -> Int? {
    guard let word = text(index), let range = core(index) else { return nil }
    let colon = word.firstIndex { ":=：".contains($0) }
    let key = String(word[..<(colon ?? word.endIndex)])
    guard let attribute = Self.attribute(key) else { return nil }
    let behind = colon.map { String(word[word.index(after: $0)...]) } ?? ""
    // `due:2026-12-01` in brackets with other words.
    if !behind.isEmpty, !behind.hasPrefix(":") {
      return tell(attribute, behind, range, word: index, last: index, isSure: true)
    }
    var next = index + 1
    var isSure = colon != nil
    if colon == nil, let following = text(next) {
      // `due date: 2026-12-01`, `due :2026-12-01`
      if attribute == .due, ["date", "date:"].contains(following.lowercased()) {
        isSure = following.hasSuffix(":")
        next += 1
      } else if following == ":" || following == "=" {
        isSure = true
        next += 1
      } else if following.hasPrefix(":") {
        return core(next).flatMap {
          tell(
            attribute, String(following.dropFirst()), range.lowerBound..<$0.upperBound, word: index, last: next,
            isSure: true)
        }
      }
    }
    guard let value = core(next) else { return nil }
    // In a sentence "needs guide" and "role x" are words like others.
    if !isSure, attribute == .needs || attribute == .role { return nil }
    return tell(attribute, text(value), range.lowerBound..<value.upperBound, word: index, last: next, isSure: isSure)
  }

  /// - Parameter isSure: whether there is a colon, or its like, and so no sentence.
  private mutating func tell(
    _ attribute: TaskAttribute, _ written: String, _ range: Range<Int>, word: Int, last: Int, isSure: Bool
  ) -> Int? {
    var value = written
    while let end = value.last, ".,;:!?".contains(end), !fits(attribute, value) { value.removeLast() }
    guard !value.isEmpty, fits(attribute, value), !isThere(attribute) else { return nil }
    let meant = "\(attribute.rawValue):\(value)"
    let range = range.lowerBound..<(range.upperBound - (written.utf8.count - value.utf8.count))
    let source = shown.range(range)
    if text(range) == meant {
      found.append(
        Found(
          range: source, message: "`\(meant)` stands in brackets with other words, and so is only text",
          help: "put it behind them, or into brackets of its own"))
    } else {
      let fix = Diagnostic.Fix(
        title: "write it as `\(meant)`", isSafe: true, edits: [.init(range: source, replacement: meant)])
      // Within a sentence it may be one of its words.
      let isWhole = range.lowerBound == words.all[word].core.lowerBound && source.count == range.count
      found.append(
        Found(
          range: source, message: "`\(text(range))` is only text, and looks like an attribute",
          help: "write `\(meant)`",
          fix: isWhole && (isSure || isInTail(last)) ? fix : nil))
    }
    return last + 1
  }

  private func isThere(_ attribute: TaskAttribute) -> Bool {
    switch attribute {
    case .due: task.due != nil
    case .done: task.done != nil
    case .role: task.role != nil
    case .effort: task.effort != nil
    case .needs, .anchor, .state, .owners: false
    }
  }

  private func fits(_ attribute: TaskAttribute, _ value: String) -> Bool {
    switch attribute {
    case .due, .done: Day(value) != nil
    case .effort: Effort(value) != nil
    case .role: workspace.number(.role, Name(value)) != nil
    case .needs: value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { isTask(String($0)) }
    case .anchor, .state, .owners: false
    }
  }

  private func isTask(_ written: String) -> Bool {
    if written.isEmpty { return false }
    let reference = TaskReference(Name(written))
    guard let name = reference.record else { return record.hasTask(reference.anchor) }
    guard case .record(let number) = workspace.resolve(name, as: Kind.withTasks) else { return false }
    return workspace.records[number].hasTask(reference.anchor)
  }

  /// `needs:guide, kit`: the blank ends the list.
  private mutating func list(at index: Int) -> Int {
    let word = words.all[index]
    guard let attribute = words.attribute(word, isLast: false), attribute.attribute == .needs,
      shown.bytes[attribute.range.upperBound - 1] == UInt8(ascii: ","),
      let next = core(index + 1), isTask(text(next))
    else { return index + 1 }
    let gap = shown.range((attribute.range.upperBound - 1)..<next.lowerBound)
    let source = shown.range(next)
    found.append(
      Found(
        range: source, message: "`\(text(next))` stands behind a blank, and so is not needed but only text",
        help: "write `\(text(attribute.range))\(text(next))`",
        fix: .init(
          title: "take the blank out", isSafe: true, edits: [.init(range: gap, replacement: ",")])))
    return index + 2
  }

  // MARK: Names

  /// `^guide` that is not the last word, or has a blank in it.
  private mutating func name(at index: Int) -> Int? {
    guard let range = core(index), shown.bytes[range.lowerBound] == UInt8(ascii: "^") else { return nil }
    let rest = words.all.count - 1 - index
    if range.count == 1 {
      // `^ guide`
      guard rest == 1, let next = core(index + 1), Self.isName(text(next)) else { return nil }
      let source = shown.range(range.lowerBound..<next.upperBound)
      found.append(
        Found(
          range: source,
          message: "`\(text(range.lowerBound..<next.upperBound))` is only text, and looks like the task's name",
          help: "write `^\(text(next))`",
          fix: .init(
            title: "take the blank out", isSafe: true,
            edits: [.init(range: source, replacement: "^" + text(next))])))
      return index + 2
    }
    let written = text(range)
    let name = String(written.dropFirst())
    guard Self.isName(name), rest > 0 else { return nil }
    if isInTail(index) {
      let source = shown.range(range)
      let end = task.range.upperBound
      let isFree =
        task.anchor == nil && range == words.all[index].core && isBlank(record.document.bytes[source.upperBound])
      found.append(
        Found(
          range: source,
          message: "`\(written)` is only text: a task's name is its last word",
          help: task.anchor == nil ? "put it behind the others" : "a task has one name; take one of the two out",
          fix: isFree
            ? .init(
              title: "put it behind the others", isSafe: true,
              edits: [
                .init(range: source.lowerBound..<(source.upperBound + 1), replacement: ""),
                .init(range: end..<end, replacement: " " + written),
              ]) : nil))
      return index + 1
    }
    // A sentence that goes on is one.
    let following = words.all.indices.dropFirst(index + 1).prefix { !isAttribute[$0] }
    guard following.count < 3, isInTail(index + following.count) else { return nil }
    let last = following.compactMap { text($0) }
    guard last.count == following.count, last.allSatisfy(Self.isName) else { return nil }
    let whole = range.lowerBound..<words.all[index + following.count].core.upperBound
    found.append(
      Found(
        range: shown.range(whole), message: "`\(text(whole))` is only text: a task's name is one word",
        help: "write `^\(([name] + last).joined(separator: "-"))`, behind all else"))
    return index + following.count + 1
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.count > 1 && RecordPath.fault(ofID: text) == nil && text.utf8.contains { (0x61...0x7A).contains($0) }
  }
}
