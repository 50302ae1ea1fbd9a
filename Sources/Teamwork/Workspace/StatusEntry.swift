package import Documents
package import Text

/// What somebody wrote under a heading of a status report: one list item, or a paragraph beside the lists.
package struct StatusEntry: Sendable {
  /// The known heading; nil for a list under other words.
  package let heading: Name?
  /// As written, without the marker; lines run together.
  package let text: String
  /// The items nested below it.
  package let details: [String]
  /// Of its words.
  package let range: Range<Int>
  /// With the marker of the item, and the items nested below it.
  package let whole: Range<Int>
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
      // An item that holds nothing but a list says what the first of that says.
      let lines = ([plain(item.paragraph)] + nested).filter { !$0.isEmpty && !Self.isPlaceholder($0) }
      if let text = lines.first {
        entries.append(
          entry(
            text, Array(lines.dropFirst()), at: item.paragraph, of: item.range, under: item.heading, body, workspace))
      }
      index = last + 1
    }
    // Somebody who writes sentences has said as much as somebody who writes a list.
    for (range, heading) in body.paragraphs {
      let found = entry(plain(range), [], at: range, of: range, under: heading, body, workspace)
      if found.heading != nil, !Self.isPlaceholder(found.text) { entries.append(found) }
    }
    return entries.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// - Parameter whole: where the links that tie it to goals and tasks stand.
  private func entry(
    _ text: String, _ details: [String], at range: Range<Int>, of whole: Range<Int>, under heading: Int?, _ body: Body,
    _ workspace: Workspace
  ) -> StatusEntry {
    var goals: [Name] = []
    var tasks: [(goal: Name, anchor: Name)] = []
    for reference in body.references where whole.contains(reference.range.lowerBound) {
      guard let number = workspace.target(of: reference.target, in: self), workspace.records[number].kind == .goal
      else { continue }
      let goal = workspace.records[number].id
      if !goals.contains(goal) { goals.append(goal) }
      if case .wiki(_, _, let anchor?) = reference.target { tasks.append((goal, Name(anchor))) }
    }
    return StatusEntry(
      heading: heading.flatMap { workspace.charter.heading(above: $0, of: body) }, text: text, details: details,
      range: range, whole: whole, goals: goals,
      tasks: tasks)
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
    case .wiki(let kind, let id, let anchor):
      return self.target(ofWikiLink: kind, id, anchor: anchor != nil, in: record)
    case .file(let path):
      guard let whole = self.path(of: path, linkedFrom: record.path), whole.hasPrefix(folder + "/") else { return nil }
      guard case .record(let kind, let id, _) = RecordPath(pathInside(whole)) else { return nil }
      return number(kind, id)
    case .picture: return nil
    }
  }
}
