package import Documents
package import Similarity
package import Text

/// A task: an item of a task list in a goal or a meeting.
package struct Task: Sendable {
  /// Its list item, as an index into the body's items.
  package let item: Int
  package let state: Box
  /// What remains of the first line without its attributes.
  package internal(set) var text = ""
  /// The first line, attributes included.
  package let range: Range<Int>
  package let boxRange: Range<Int>
  /// Everybody named on the first line, teams included.
  package let mentions: [Located<Name>]
  /// Who it belongs to: the people named on the first line; else those of the task it lies under.
  package internal(set) var owners: [Name] = []
  /// Whether it names its owners itself.
  package internal(set) var hasOwnOwners = false
  package fileprivate(set) var due: Located<Day>?
  package fileprivate(set) var done: Located<Day>?
  package fileprivate(set) var needs: [Located<TaskReference>] = []
  package fileprivate(set) var role: Located<Name>?
  package fileprivate(set) var effort: Located<Effort>?
  package fileprivate(set) var anchor: Located<Name>?
  /// The task it is a part of, as an index into the record's tasks.
  package let parent: Int?
  /// For comparing it with others; only open tasks are.
  package internal(set) var work: WorkText?

  /// The attributes' places, to be left out of the text.
  fileprivate(set) var attributes: [Range<Int>] = []

  package var isOpen: Bool { state == .open }
}

/// `anchor` in the same record, or `record^anchor`.
package struct TaskReference: Sendable, Hashable {
  package var record: Name?
  package var anchor: Name

  package init(record: Name?, anchor: Name) {
    self.record = record
    self.anchor = anchor
  }

  /// As it stands in `needs:`.
  package init(_ written: Name) {
    let bytes = written.text.utf8
    let caret = bytes.firstIndex(of: UInt8(ascii: "^"))
    record = caret.flatMap { $0 == bytes.startIndex ? nil : Name(String(written.text[..<$0])) }
    anchor = caret.map { Name(String(written.text[bytes.index(after: $0)...])) } ?? written
  }

  /// Where a task is that may or may not be there.
  package struct Address: Sendable, Hashable {
    /// As an index into the workspace's records.
    package let record: Int
    package let anchor: Name

    package init(record: Int, anchor: Name) {
      self.record = record
      self.anchor = anchor
    }
  }

  /// What it names on a task of a record; nil where there is no such record, or several.
  package func address(from home: Record, in workspace: Workspace) -> Address? {
    guard let record else { return workspace.number(home.kind, home.id).map { Address(record: $0, anchor: anchor) } }
    guard case .record(let number) = workspace.resolve(record, as: [.goal, .meeting]) else { return nil }
    return Address(record: number, anchor: anchor)
  }
}

/// How much work is expected: `3d`.
package struct Effort: Sendable, Hashable {
  package enum Unit: String, Sendable {
    case hours = "h"
    case days = "d"
    case weeks = "w"
  }

  package var amount: Double
  package var unit: Unit
}

extension Effort {
  /// As it is written: `3d`.
  package var written: String { (Int(exactly: amount).map(String.init) ?? "\(amount)") + unit.rawValue }

  /// As it is written: `3d`, `0.5w`; nil for anything else.
  package init?(_ text: String) {
    guard let last = text.last, let unit = Unit(rawValue: String(last)), let amount = Double(text.dropLast()),
      text.utf8.dropLast().allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), amount > 0, amount.isFinite
    else { return nil }
    self.amount = amount
    self.unit = unit
  }
}

/// Reads the tasks of a body.
struct TaskReader {
  private(set) var tasks: [Task] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ document: Document, body: Body) {
    var taskOfItem: [Int: Int] = [:]
    var mentions: [Int: [Located<Name>]] = [:]
    for reference in body.references where reference.isOnFirstLine {
      if case .mention(let name) = reference.target, let item = reference.item {
        mentions[item, default: []].append(Located(Name(name), at: reference.range))
      }
    }
    for (index, item) in body.items.enumerated() {
      guard let box = item.box, !item.isInQuote else { continue }
      var parent: Int?
      var above = item.parent
      while let candidate = above, parent == nil {
        parent = taskOfItem[candidate]
        above = body.items[candidate].parent
      }
      var task = Task(
        item: index, state: box, range: item.firstLine, boxRange: item.boxRange, mentions: mentions[index] ?? [],
        parent: parent)
      readAttributes(of: &task, item, document)
      taskOfItem[index] = tasks.count
      tasks.append(task)
    }
  }

  /// The words of the first line that stand outside code and links.
  private mutating func readAttributes(of task: inout Task, _ item: ListItem, _ document: Document) {
    var index = item.firstLine.lowerBound
    let end = item.firstLine.upperBound
    var lastWord = index..<index
    // Where no attribute can stand; `passed` of these end at `index` or before.
    let opaque = item.opaque.sorted { $0.lowerBound < $1.lowerBound }
    var passed = 0
    document.bytes.withUnsafeBufferPointer { bytes in
      func isOpaque() -> Bool {
        while passed < opaque.count, opaque[passed].upperBound <= index { passed += 1 }
        return passed < opaque.count && opaque[passed].lowerBound <= index
      }
      while index < end {
        if isOpaque() {
          lastWord = index..<index
          index = max(index + 1, opaque[passed].upperBound)
          continue
        }
        if bytes[index] == 0x20 || bytes[index] == 0x09 {
          index += 1
          continue
        }
        let start = index
        // A word that touches code or a link is not an attribute.
        let followsOpaque = passed > 0 && opaque[passed - 1].upperBound == start
        while index < end, bytes[index] != 0x20, bytes[index] != 0x09, !isOpaque() { index += 1 }
        lastWord = start..<index
        let precedesOpaque = passed < opaque.count && opaque[passed].lowerBound == index
        if followsOpaque || precedesOpaque { lastWord = index..<index } else { readWord(lastWord, bytes, &task) }
      }
      if !lastWord.isEmpty, lastWord.upperBound == end, bytes[lastWord.lowerBound] == UInt8(ascii: "^"),
        lastWord.count > 1
      {
        let range = (lastWord.lowerBound + 1)..<lastWord.upperBound
        let name = String(decoding: bytes[range], as: UTF8.self)
        if let fault = RecordPath.fault(ofID: name) {
          diagnostics.append(
            Diagnostic(
              .invalidID, at: range, "`\(name)` is no name for a task: \(fault)",
              help: "spell it like an id: small letters, digits, `-`, `_` and `.`"))
        }
        task.anchor = Located(Name(name), at: range)
        task.attributes.append(lastWord)
      }
    }
  }

  private mutating func readWord(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ task: inout Task) {
    // `due:x` at least: a letter and a colon.
    guard bytes[word.lowerBound] >= UInt8(ascii: "a"), bytes[word.lowerBound] <= UInt8(ascii: "z"),
      let colon = bytes[word].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    if colon + 1 == word.upperBound { return readDetachedDay(word, bytes) }
    let value = (colon + 1)..<word.upperBound
    let text = String(decoding: bytes[value], as: UTF8.self)
    let key = String(decoding: bytes[word.lowerBound..<colon], as: UTF8.self)
    switch key {
    case "due":
      once(task.due?.range, key, word)
      if let day = day(text, key, value) { task.due = Located(day, at: value) }
    case "done":
      once(task.done?.range, key, word)
      if let day = day(text, key, value) { task.done = Located(day, at: value) }
    case "needs":
      readNeeds(value, bytes, &task)
    case "role":
      once(task.role?.range, key, word)
      task.role = Located(Name(text), at: value)
    case "effort":
      once(task.effort?.range, key, word)
      if let effort = effort(text, value) { task.effort = Located(effort, at: value) }
    default: return
    }
    task.attributes.append(word)
  }

  /// `due: 2026-12-01`, written as in the front matter, is no attribute, and surely meant as one.
  private mutating func readDetachedDay(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    var start = word.upperBound
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start + 10 <= bytes.count, Day(String(decoding: bytes[start..<(start + 10)], as: UTF8.self)) != nil else {
      return
    }
    let key = String(decoding: bytes[word.lowerBound..<(word.upperBound - 1)], as: UTF8.self)
    guard key == "due" || key == "done" else { return }
    diagnostics.append(
      Diagnostic(
        .invalidDate, at: word.lowerBound..<(start + 10), "`\(key):` has a space before its date, and so is only text",
        field: key,
        help: "write it in one word, as `\(key):2026-11-20`",
        fix: .init(
          title: "take the space out", isSafe: true, edits: [.init(range: word.upperBound..<start, replacement: "")]))
    )
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
        field: TaskAttribute.effort.name.text, help: "write it like `effort:3d`"))
    return nil
  }

  private mutating func readNeeds(_ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ task: inout Task) {
    var start = value.lowerBound
    while start < value.upperBound {
      let end = bytes[start..<value.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? value.upperBound
      if start < end {
        task.needs.append(
          Located(TaskReference(Name(String(decoding: bytes[start..<end], as: UTF8.self))), at: start..<end))
      }
      start = end + 1
    }
  }
}

extension Task {
  /// The first line without attributes and the mentions of owners, white space folded.
  func remainingText(of document: Document, teams: (Name) -> Bool) -> String {
    var holes = attributes
    for mention in mentions where !teams(mention.value) { holes.append(mention.range) }
    holes.sort { $0.lowerBound < $1.lowerBound }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    var hole = 0
    while index < range.upperBound {
      if hole < holes.count, holes[hole].lowerBound <= index {
        index = max(index, holes[hole].upperBound)
        hole += 1
        continue
      }
      let byte = document.bytes[index]
      let isSpace = byte == 0x20 || byte == 0x09
      if !isSpace || !(bytes.isEmpty || bytes.last == 0x20) { bytes.append(isSpace ? 0x20 : byte) }
      index += 1
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
