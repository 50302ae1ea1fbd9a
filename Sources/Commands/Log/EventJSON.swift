internal import Teamwork
internal import Text

extension Event {
  /// - Parameter commit: nil for what is not committed.
  func json(_ commit: CommitInfo?) -> JSON {
    var from: JSON = .null
    var to: JSON = .null
    var field: JSON = .null
    var tasks: JSON?
    switch change {
    case .created(let own), .removed(let own): tasks = .array(own.map(\.json))
    case .renamed(let old, let new): (from, to) = (.string(old.text), .string(new.text))
    case .field(let name, let old, let new): (field, from, to) = (.string(name.text), old?.json ?? .null, new?.json ?? .null)
    case .taskChanged(let old, let new): (from, to) = (old.json, new.json)
    case .taskAdded, .taskRemoved, .taskDone, .taskReopened, .taskDropped, .text: break
    }
    var members: [(String, JSON)] = [
      ("commit", JSON(commit?.id)), ("time", JSON(commit.map { timestamp($0.time) })), ("author", commit?.authorJSON ?? .null), ("path", .string(path)),
      ("record", .object([("kind", .string(kind.name)), ("id", .string(id.text))])), ("change", .string(change.name)), ("field", field), ("from", from),
      ("to", to), ("task", change.task?.json ?? .null),
    ]
    if let tasks { members.append(("tasks", tasks)) }
    if isUnreadable { members.append(("unreadable", true)) }
    return .object(members)
  }
}

extension CommitInfo {
  var authorJSON: JSON { .object([("name", .string(authorName)), ("email", .string(authorEmail)), ("person", JSON(person?.text))]) }
}

extension TaskState {
  var json: JSON {
    let word =
      switch state {
      case .open: "open"
      case .done: "done"
      case .dropped: "dropped"
      }
    return .object([
      ("anchor", JSON(anchor?.text)), ("text", .string(text)), ("owners", JSON(owners.map(\.text))), ("state", .string(word)), ("line", .int(line)),
    ])
  }
}

/// `2026-11-19T16:00:00Z`.
func timestamp(_ seconds: Int64) -> String {
  let day = Day(number: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
  let rest = Int(seconds - Int64(day.number) * 86_400)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}
