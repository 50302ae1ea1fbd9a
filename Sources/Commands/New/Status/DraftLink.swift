internal import Reports
internal import Teamwork
internal import Text

/// Links and words for a status report, from texts that stand elsewhere.
struct DraftLink {
  private let workspace: Workspace

  /// - Parameter workspace: the one that the report will stand in.
  init(_ workspace: Workspace) { self.workspace = workspace }

  /// A link with the record's title; the title alone where the record is there no more.
  func record(_ record: Record) -> String {
    let title = plain(record.title)
    guard workspace.record(record.kind, record.id) != nil else { return title }
    let target = target(record)
    return Self.fitsLink(record.title) ? "[[\(target)|\(visible(record.title))]]" : "\(title) ([[\(target)]])"
  }

  func task(_ task: Teamwork.Task, _ record: Record) -> String {
    self.task(anchor: task.anchor?.value, text: task.text, markdown: task.markdown, record)
  }

  func task(anchor: Name?, text: String, markdown: String, _ record: Record) -> String {
    let home = workspace.record(record.kind, record.id)
    // A link to a task of its own record names none.
    let words = Self.withoutLinks(markdown).split(separator: "[[^").joined(
      separator: home == nil ? "^" : "[[\(target(record))^")
    guard let home else { return words }
    guard let anchor, Self.fitsLink(text), home.tasks.contains(where: { $0.anchor?.value == anchor }) else {
      return "\(words) ([[\(target(record))]])"
    }
    return "[[\(target(record))^\(anchor)|\(plain(text))]]"
  }

  /// A text as Markdown that says the same.
  func plain(_ text: String) -> String {
    // Two braces would be a question of the template.
    Line(text).markdown.split(separator: "{{", omittingEmptySubsequences: false).joined(separator: "{\\{")
  }

  private func target(_ record: Record) -> String {
    let isPlain = record.kind.declaration.hasTasks
    return isPlain && workspace.kinds(Kind.allCases, having: record.id).count < 2
      ? record.id.text : "\(record.kind.folder)/\(record.id)"
  }

  /// Brackets and bars would end a link too early.
  private static func fitsLink(_ text: String) -> Bool { !text.utf8.contains { "[]|{}\n".utf8.contains($0) } }

  /// The words of `[words](target)`: from another folder the target would lead elsewhere.
  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let after = rest[rest.index(after: close)...]
      guard after.hasPrefix("("), let end = after.firstIndex(of: ")") else {
        result += rest[...close]
        rest = after
        continue
      }
      result += rest[..<open] + rest[rest.index(after: open)..<close]
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }
}
