package import Documents
package import Text

/// What somebody wrote under a heading of a status report: one list item.
package struct StatusEntry: Sendable {
  /// The known heading; nil for a list under other words.
  package let heading: Name?
  /// As written, without the marker; lines run together.
  package let text: String
  /// The items nested below it.
  package let details: [String]
  /// Of its first character.
  package let range: Range<Int>
  /// The goals that it links to, by a link to the goal or to a task in it.
  package let goals: [Name]
  /// The tasks that it links to.
  package let tasks: [(goal: Name, anchor: Name)]
}

extension Record {
  /// The entries of a status report, in the order of the file.
  package func statusEntries(in workspace: Workspace) -> [StatusEntry] {
    guard kind == .status, let body = document.body else { return [] }
    var entries: [StatusEntry] = []
    var index = 0
    while index < body.items.count {
      let item = body.items[index]
      guard item.parent == nil, !item.isInQuote else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < body.items.count, body.items[last + 1].parent != nil { last += 1 }
      let nested = (index...last).dropFirst().map { plain(body.items[$0].paragraph) }
      var goals: [Name] = []
      var tasks: [(goal: Name, anchor: Name)] = []
      for reference in body.references where item.range.contains(reference.range.lowerBound) {
        guard let number = workspace.target(of: reference.target, in: self), workspace.records[number].kind == .goal else { continue }
        let goal = workspace.records[number].id
        if !goals.contains(goal) { goals.append(goal) }
        if case .wiki(_, _, let anchor?) = reference.target { tasks.append((goal, Name(anchor))) }
      }
      // An item that holds nothing but a list says what the first of that says.
      let lines = ([plain(item.paragraph)] + nested).filter { !$0.isEmpty && !Self.isPlaceholder($0) }
      if let text = lines.first {
        entries.append(
          StatusEntry(
            heading: item.heading.flatMap { workspace.charter.heading(above: $0, of: body) }, text: text, details: Array(lines.dropFirst()),
            range: item.paragraph, goals: goals, tasks: tasks))
      }
      index = last + 1
    }
    return entries
  }

  /// What a template asks is nothing that somebody said.
  private static func isPlaceholder(_ text: String) -> Bool { text.hasPrefix("{{") && text.contains("}}") }

  /// The Markdown of a range on one line.
  private func plain(_ range: Range<Int>) -> String {
    document.text(range).split(whereSeparator: \.isNewline).map { line in
      String(line).drop { $0 == " " || $0 == "\t" }.trimmed
    }.joined(separator: " ")
  }

  /// The first paragraph or list item of the body, as Markdown on one line; nil without prose.
  package var firstWords: String? {
    guard let body = document.body else { return nil }
    var lines: [Substring] = []
    for line in document.text(body.range).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.trimmed
      if text.isEmpty {
        if lines.isEmpty { continue } else { break }
      }
      if text.hasPrefix("#") || text.hasPrefix("<!--") {
        if lines.isEmpty { continue } else { break }
      }
      lines.append(text)
    }
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }
}

extension Charter {
  /// The known heading that a heading is, or lies under.
  fileprivate func heading(above number: Int, of body: Body) -> Name? {
    var level = Int.max
    for heading in body.headings[...number].reversed() where heading.level < level {
      if let known = self.heading(heading.text) { return known }
      level = heading.level
    }
    return nil
  }
}

extension Workspace {
  /// The record that a reference in a body leads to.
  package func target(of target: Reference.Target, in record: Record) -> Int? {
    switch target {
    case .mention(let name): return mentioned(name).flatMap { number($0.kind, $0.id) }
    case .wiki(let kind, let id, let anchor): return self.target(ofWikiLink: kind, id, anchor: anchor != nil, in: record)
    case .file(let path):
      guard let whole = self.path(of: path, linkedFrom: record.path), whole.hasPrefix(folder + "/") else { return nil }
      guard case .record(let kind, let id, _) = RecordPath(pathInside(whole)) else { return nil }
      return number(kind, id)
    case .picture: return nil
    }
  }
}
