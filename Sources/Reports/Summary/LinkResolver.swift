internal import Documents
package import Teamwork
internal import Text

/// Tells what the links and mentions of a text lead to, in the state of the workspace that the text is of.
package struct LinkResolver: Sendable {
  private let workspace: Workspace
  private let numbers: [String: Int]

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    numbers = Dictionary(workspace.records.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  /// The inlines of somebody's text, with titles and names in place of ids, and paths from the repository's top.
  ///
  /// - Parameters:
  ///   - tail: a goal whose link in brackets at the end is left out.
  ///   - heading: the goal under whose heading the text will stand: there it is "this goal".
  func inlines(_ markdown: String, in path: String, droppingTail tail: String? = nil, under heading: String? = nil)
    -> [Line.Part]
  {
    var parts = Inline.parse(markdown).flatMap { part($0, path, under: heading) }
    if let goal = tail { parts = Self.withoutTail(parts, goal: workspace.record(.goal, Name(goal))?.path ?? "") }
    return Self.startingSentences(Line.merged(parts))
  }

  /// "this goal" at the beginning of a sentence.
  private static func startingSentences(_ parts: [Line.Part]) -> [Line.Part] {
    var parts = parts
    for index in parts.indices {
      guard case .link([.text("this goal")], let target) = parts[index] else { continue }
      let before = index == 0 ? "" : Line.plain([parts[index - 1]]).trimmedEnd
      if before.isEmpty || [".", "!", "?", ":"].contains(where: before.hasSuffix) {
        parts[index] = .link([.text("This goal")], target)
      }
    }
    return parts
  }

  private func part(_ inline: Inline, _ path: String, under goal: String?) -> [Line.Part] {
    switch inline {
    case .text(let text): return [.text(text)]
    case .code(let text): return [.code(text)]
    case .emphasis(let inner): return [.emphasis(inner.flatMap { part($0, path, under: goal) })]
    case .strong(let inner): return [.strong(inner.flatMap { part($0, path, under: goal) })]
    case .struck(let inner): return [.struck(inner.flatMap { part($0, path, under: goal) })]
    case .link(let inner, .address(let address)):
      return [.link(inner.flatMap { part($0, path, under: goal) }, .address(address))]
    case .link(let inner, .file(let target)):
      let words = inner.flatMap { part($0, path, under: goal) }
      guard let whole = workspace.path(of: target, linkedFrom: path) else { return words }
      return [.link(words, .file(whole))]
    case .mention(let name):
      guard let (kind, id) = workspace.mentioned(name), let record = workspace.record(kind, id) else {
        return [.text("@" + name)]
      }
      return [.text(record.text("name") ?? id.text)]
    case .wiki(let kind, let id, let anchor, let label):
      guard let own = numbers[path], case let record = workspace.records[own],
        let number = workspace.target(ofWikiLink: kind, id, anchor: anchor != nil, in: record)
      else {
        return [.text(label ?? id)]
      }
      let target = workspace.records[number]
      let task = anchor.flatMap { anchor in target.tasks.first { $0.anchor?.value == Name(anchor) } }
      // Under its own heading a goal need not be named again.
      let isOwn = goal == target.id.text && target.kind == .goal && task == nil
      let words = label ?? task?.text ?? (isOwn ? "this goal" : target.title)
      return [.link([task == nil ? .text(words) : .emphasis([.text(words)])], .file(target.path))]
    }
  }

  /// Under a goal's own heading a link to it in brackets at the end says nothing.
  private static func withoutTail(_ parts: [Line.Part], goal path: String) -> [Line.Part] {
    var parts = parts
    guard parts.count >= 3, case .text(let close) = parts[parts.count - 1], close.trimmedEnd == ")",
      case .link(_, .file(path)) = parts[parts.count - 2], case .text(var open) = parts[parts.count - 3],
      open.hasSuffix("(")
    else { return parts }
    open.removeLast()
    parts.removeLast(3)
    parts.append(.text(open.trimmedEnd))
    return parts
  }
}

extension String {
  var trimmedEnd: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
