internal import Documents
package import Text

/// What is said of a task beside its text.
package enum TaskAttribute: String, Sendable, CaseIterable {
  case state, owners, due, done, needs, role, effort, anchor

  /// As it is written before its colon.
  package var name: Name { Name(rawValue) }

  package var isList: Bool { self == .owners || self == .needs }
}

/// A task as it is written: to find what to change, and to see that nothing else changed.
struct TaskReading: Equatable {
  /// An attribute on the task's line.
  struct Word: Equatable {
    let attribute: TaskAttribute
    /// All of it, the sign of a mention or an anchor included.
    let range: Range<Int>
    let value: Range<Int>
    /// Whether it stands by itself between spaces. Mentions may be part of a sentence.
    let isWhole: Bool
  }

  let state: Box
  let text: String
  let values: [TaskAttribute: [Name]]

  /// All that a task says.
  ///
  /// - Parameter workspace: says who is a person; a team's mention is text.
  init(_ task: Task, in document: Document, _ workspace: Workspace) {
    state = task.state
    text = task.remainingText(of: document) { workspace.mentioned($0.text)?.kind == .team }
    var values: [TaskAttribute: [Name]] = [:]
    for word in Self.words(of: task, in: document, workspace) {
      let value = Name(document.text(word.value))
      if word.attribute == .needs {
        values[.needs, default: []] += value.text.split(separator: ",").map { Name(String($0)) }
      } else if word.attribute != .owners || values[.owners]?.contains(value) != true {
        values[word.attribute, default: []].append(value)
      }
    }
    values[.owners]?.sort()
    self.values = values
  }

  /// The attributes of a task in the order of the line.
  static func words(of task: Task, in document: Document, _ workspace: Workspace) -> [Word] {
    let bytes = document.bytes
    var words: [Word] = task.attributes.compactMap { range in
      if bytes[range.lowerBound] == UInt8(ascii: "^") {
        return Word(attribute: .anchor, range: range, value: (range.lowerBound + 1)..<range.upperBound, isWhole: true)
      }
      guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")),
        let attribute = TaskAttribute(rawValue: document.text(range.lowerBound..<colon))
      else { return nil }
      return Word(attribute: attribute, range: range, value: (colon + 1)..<range.upperBound, isWhole: true)
    }
    for mention in task.mentions {
      guard let (kind, id) = workspace.mentioned(mention.value.text), kind == .person else { continue }
      // Closing punctuation is not part of it.
      let range = mention.range.lowerBound..<(mention.range.lowerBound + 1 + id.text.utf8.count)
      let isWhole =
        (range.lowerBound == task.range.lowerBound || isBlank(bytes[range.lowerBound - 1]))
        && (range.upperBound >= task.range.upperBound || isBlank(bytes[range.upperBound]))
      words.append(
        Word(attribute: .owners, range: range, value: (range.lowerBound + 1)..<range.upperBound, isWhole: isWhole))
    }
    return words.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// A space or tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
