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
  /// An attribute in the task's paragraph.
  struct Word: Equatable {
    let attribute: TaskAttribute
    /// All of it, the sign of a mention or an anchor included.
    let range: Range<Int>
    let value: Range<Int>
    /// With the emphasis around it and a comma behind it.
    let outer: Range<Int>
    /// Whether it stands by itself between blanks, or in brackets. Mentions may be part of a sentence.
    let isWhole: Bool
    /// The brackets that it stands in, as an index into the task's groups.
    let group: Int?
  }

  let state: Checkbox
  let text: String
  let values: [TaskAttribute: [Name]]

  /// All that a task says.
  ///
  /// - Parameter workspace: says who is a person; a team's mention is text.
  init(_ task: Task, in document: Document, _ workspace: Workspace) {
    state = task.state
    text = workspace.text(of: task, in: document)?.plain ?? ""
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

  /// The attributes of a task in the order of the file.
  static func words(of task: Task, in document: Document, _ workspace: Workspace) -> [Word] {
    let bytes = document.bytes
    /// With the same marks at both ends.
    func marked(_ range: Range<Int>) -> Range<Int> {
      var (lower, upper) = (range.lowerBound, range.upperBound)
      while lower > task.range.lowerBound, upper < task.range.upperBound, bytes[lower - 1] == bytes[upper],
        "*_~".utf8.contains(bytes[upper])
      {
        (lower, upper) = (lower - 1, upper + 1)
      }
      return lower..<upper
    }
    func group(_ range: Range<Int>) -> Int? { task.groups.firstIndex { $0.contains(range.lowerBound) } }
    var words: [Word] = task.attributes.map {
      Word(
        attribute: $0.kind, range: $0.range, value: $0.value, outer: marked($0.range), isWhole: true,
        group: group($0.range))
    }
    for mention in task.mentions {
      guard let (kind, id) = workspace.mentioned(mention.value.text), kind == .person else { continue }
      // Closing punctuation is not part of it.
      let range = mention.range.lowerBound..<(mention.range.lowerBound + 1 + id.text.utf8.count)
      var outer = marked(range)
      if outer.upperBound < task.range.upperBound, bytes[outer.upperBound] == UInt8(ascii: ",") {
        outer = outer.lowerBound..<(outer.upperBound + 1)
      }
      let stop = outer.upperBound < task.range.upperBound ? bytes[outer.upperBound] : 0x20
      let isWhole =
        (outer.lowerBound == task.range.lowerBound || isSpace(bytes[outer.lowerBound - 1]))
        && (isSpace(stop) || (stop == UInt8(ascii: ":") && outer.lowerBound == task.range.lowerBound))
      words.append(
        Word(
          attribute: .owners, range: range, value: (range.lowerBound + 1)..<range.upperBound, outer: outer,
          isWhole: isWhole || group(range) != nil, group: group(range)))
    }
    return words.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// A space or tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// A blank, or a part of a line end.
func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
