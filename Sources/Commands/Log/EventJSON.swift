internal import Documents
internal import Teamwork
internal import Text

/// Writes events as an array of JSON objects, one a line.
///
/// A long history has more to tell than values could be made of in a moment, so the text is written at once, and on all
/// processors.
struct EventWriter {
  private var output: [UInt8] = []
  /// What the events of a commit begin with.
  private var head: (commit: Int?, text: [UInt8]) = (nil, [])

  static func array(_ events: [Event], of story: EventHistory) -> JSON {
    let size = 512
    var parts = parallelMap((events.count + size - 1) / size, block: 1) { number in
      var writer = EventWriter()
      writer.output.reserveCapacity(size * 512)
      for event in events[(number * size)..<min(events.count, (number + 1) * size)] {
        writer.output += "\n    ".utf8
        writer.write(event, story.commit(of: event), repeating: event.repeats.map { story.commits[$0] })
        writer.output += ",".utf8
      }
      return writer.output
    }
    if parts.isEmpty { return [] }
    // The last line has no comma.
    parts[parts.count - 1].removeLast()
    return .written([Array("[".utf8)] + parts + [Array("\n  ]".utf8)])
  }

  /// An event on one line.
  static func object(_ event: Event, _ commit: CommitInfo?, repeating earlier: CommitInfo? = nil) -> JSON {
    var writer = EventWriter()
    writer.write(event, commit, repeating: earlier)
    return .written([writer.output])
  }

  /// Some events of a story, by their places in it, each on one line.
  static func objects(_ places: [Int], of story: EventHistory) -> [Int: JSON] {
    let written = parallelMap(places.count) {
      object(story.events[places[$0]], story.commit(of: story.events[places[$0]]))
    }
    return Dictionary(uniqueKeysWithValues: zip(places, written))
  }

  /// - Parameter earlier: the commit that did the same on another branch.
  private mutating func write(_ event: Event, _ commit: CommitInfo?, repeating earlier: CommitInfo?) {
    if head.text.isEmpty || head.commit != event.commit { head = (event.commit, Self.head(commit)) }
    output += head.text
    text("path", event.path)
    output += "\"record\": {".utf8
    text("kind", event.kind.name)
    output += "\"id\": ".utf8
    JSON.write(event.id.text, to: &output)
    output += "}, ".utf8
    text("change", event.change.name)
    switch event.change {
    case .renamed(let old, let new): between(nil, .string(old.text), .string(new.text))
    case .field(let name, let old, let new): between(name.text, old?.json ?? .null, new?.json ?? .null)
    case .taskChanged(let old, let new): between(nil, old.wholeJSON, new.wholeJSON)
    default: between(nil, .null, .null)
    }
    output += ", \"task\": ".utf8
    if let task = event.change.task { write(task) } else { output += "null".utf8 }
    switch event.change {
    case .created(let tasks), .removed(let tasks):
      output += ", \"tasks\": [".utf8
      for (index, task) in tasks.enumerated() {
        if index > 0 { output += ", ".utf8 }
        write(task)
      }
      output += "]".utf8
    default: break
    }
    if event.isUnreadable { output += ", \"unreadable\": true".utf8 }
    if event.isRestored { output += ", \"restored\": true".utf8 }
    if let earlier { output += ", \"repeats\": \"\(earlier.id)\"".utf8 }
    output += "}".utf8
  }

  private static func head(_ commit: CommitInfo?) -> [UInt8] {
    var text: [UInt8] = []
    JSON.object([
      ("commit", JSON(commit?.id)), ("time", JSON(commit.map { timestamp($0.time) })),
      ("author", commit?.authorJSON ?? .null),
    ]).write(to: &text, level: nil)
    // The object goes on.
    text.removeLast()
    text += ", ".utf8
    return text
  }

  private mutating func text(_ name: StaticString, _ value: String) {
    output.append(UInt8(ascii: "\""))
    output += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    output += "\": ".utf8
    JSON.write(value, to: &output)
    output += ", ".utf8
  }

  private mutating func between(_ field: String?, _ from: JSON, _ to: JSON) {
    output += "\"field\": ".utf8
    JSON(field).write(to: &output, level: nil)
    output += ", \"from\": ".utf8
    from.write(to: &output, level: nil)
    output += ", \"to\": ".utf8
    to.write(to: &output, level: nil)
  }

  private mutating func write(_ task: TaskState) {
    output += "{\"anchor\": ".utf8
    if let anchor = task.anchor { JSON.write(anchor.text, to: &output) } else { output += "null".utf8 }
    output += ", ".utf8
    text("text", task.text)
    output += "\"owners\": [".utf8
    for (index, owner) in task.owners.enumerated() {
      if index > 0 { output += ", ".utf8 }
      JSON.write(owner.text, to: &output)
    }
    output += "], ".utf8
    text("state", task.state.word)
    output += "\"line\": ".utf8
    output += String(task.line).utf8
    output += "}".utf8
  }
}

extension CommitInfo {
  var authorJSON: JSON {
    .object([("name", .string(authorName)), ("email", .string(authorEmail)), ("person", JSON(person?.text))])
  }
}

extension TaskState {
  var json: JSON {
    .object([
      ("anchor", JSON(anchor?.text)), ("text", .string(text)), ("owners", JSON(owners.map(\.text))),
      ("state", .string(state.word)), ("line", .int(line)),
    ])
  }
}

extension TaskState {
  /// With the attributes that a change may be about.
  var wholeJSON: JSON {
    guard case .object(let members) = json else { return json }
    return .object(
      members + [
        ("due", JSON(due?.description)),
        ("needs", JSON(needs.map { ($0.record.map { "\($0)^" } ?? "") + $0.anchor.text })), ("role", JSON(role?.text)),
        ("effort", JSON(effort?.written)),
      ])
  }
}

extension Checkbox {
  fileprivate var word: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .dropped: "dropped"
    }
  }
}

/// `2026-11-19T16:00:00Z`.
func timestamp(_ seconds: Int64) -> String {
  let day = Day(number: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
  let rest = Int(seconds - Int64(day.number) * 86_400)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}
