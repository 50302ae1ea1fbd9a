package import Documents
package import Text

/// What somebody wrote in a status report: a list item, or another block of the document itself.
package struct StatusEntry: Sendable {
  /// Where it stands, and so under which words it is told.
  package enum Section: Sendable, Hashable {
    /// Under a heading that `tw` knows, by its key, or below one of those.
    case known(Name)
    /// Under another heading, in its words.
    case other(String)
    /// Above the first heading.
    case general
  }

  package let section: Section
  /// As written, without the marker; lines run together.
  package let text: String
  /// What is nested below it, and the lines of what goes over several: a quotation, a table, code.
  package let details: [String]
  /// Of its words.
  package let range: Range<Int>
  /// With the marker of the item, and the items nested below it.
  package let whole: Range<Int>
  /// The records, and tasks in them, that it links to or mentions.
  package let links: [Link]

  package struct Link: Sendable, Hashable {
    package let kind: Kind
    package let id: Name
    /// Of a task in the record.
    package let anchor: Name?

    package init(kind: Kind, id: Name, anchor: Name?) {
      self.kind = kind
      self.id = id
      self.anchor = anchor
    }
  }

  /// The goals that it links to, by a link to the goal or to a task in it.
  package var goals: [Name] {
    links.reduce(into: []) { goals, link in
      if link.kind == .goal, !goals.contains(link.id) { goals.append(link.id) }
    }
  }

  /// The tasks of goals that it links to.
  package var tasks: [(goal: Name, anchor: Name)] {
    links.compactMap { link in link.kind == .goal ? link.anchor.map { (link.id, $0) } : nil }
  }

  /// The known heading that it stands under.
  package var heading: Name? { if case .known(let key) = section { key } else { nil } }

  /// What it is told under where that is no known heading.
  package var otherWords: String? {
    switch section {
    case .known: nil
    case .other(let words): words
    case .general: "In general"
    }
  }
}

extension Record {
  /// The entries of a status report, in the order of the file.
  package func statusEntries(in workspace: Workspace) -> [StatusEntry] {
    guard kind == .status, let body = document.body else { return [] }
    return EntryReader(self, body, workspace).entries
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

/// Reads the entries of a status report.
private struct EntryReader {
  private(set) var entries: [StatusEntry] = []
  private let record: Record
  private let document: Document
  private let body: Body
  private let workspace: Workspace
  private let outline: ReportOutline
  /// In the order of the file.
  private let references: [Reference]

  init(_ record: Record, _ body: Body, _ workspace: Workspace) {
    (self.record, self.document, self.body, self.workspace) = (record, record.document, body, workspace)
    outline = ReportOutline(body, of: record.document, workspace.charter)
    references = body.references.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var item = 0
    for block in body.blocks {
      switch block.kind {
      case .paragraph: addParagraph(block.range)
      case .list:
        while item < body.items.count, body.items[item].range.lowerBound < block.range.lowerBound { item += 1 }
        while item < body.items.count, body.items[item].range.lowerBound < block.range.upperBound { add(&item) }
      case .quotation, .html, .footnote: add(pieces(block.range), block.range)
      case .code: add(code(block.range), block.range)
      case .table: add(rows(block.range), block.range)
      }
    }
  }

  /// - Parameter words: of which the first is the text, the others are details.
  private mutating func add(_ words: [String], _ range: Range<Int>, whole: Range<Int>? = nil) {
    // What a template asks is nothing that somebody said.
    let words = words.filter { !$0.isEmpty && !($0.hasPrefix("{{") && $0.contains("}}")) }
    guard let text = words.first else { return }
    let whole = whole ?? range
    let links = references(in: whole).compactMap { reference -> StatusEntry.Link? in
      guard let number = workspace.target(of: reference.target, in: record) else { return nil }
      let (kind, id) = (workspace.records[number].kind, workspace.records[number].id)
      guard case .wiki(_, _, let anchor?) = reference.target else { return .init(kind: kind, id: id, anchor: nil) }
      return .init(kind: kind, id: id, anchor: Name(anchor))
    }
    entries.append(
      StatusEntry(
        section: outline.section(at: whole.lowerBound), text: text, details: Array(words.dropFirst()), range: range,
        whole: whole, links: links))
  }

  private func references(in range: Range<Int>) -> ArraySlice<Reference> {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, references.count)
      while low < high {
        let middle = (low + high) / 2
        if references[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return references[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  // MARK: Paragraphs

  /// Without the lines in it that are headings.
  private mutating func addParagraph(_ range: Range<Int>) {
    let marks = outline.marks(in: range)
    if marks.isEmpty { return add([plain(range)], range) }
    var start = range.lowerBound
    for end in marks.map(\.range) + [range.upperBound..<range.upperBound] {
      let text = document.trimmed(start..<end.lowerBound)
      if !text.isEmpty, !isComment(text) { add([plain(text)], text) }
      start = end.upperBound
    }
  }

  private func isComment(_ range: Range<Int>) -> Bool {
    body.comments.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
  }

  // MARK: Lists

  /// An item of the document's own list, with what lies in it; `number` is then that of the next.
  private mutating func add(_ number: inout Int) {
    let item = body.items[number]
    let nested = (number + 1)..<(body.items[(number + 1)...].firstIndex { $0.parent == nil } ?? body.items.count)
    number = nested.upperBound
    var words = [plain(item.paragraph)]
    var line = item.paragraph.isEmpty ? item.range.upperBound : document.source.nextLine(item.paragraph.upperBound - 1)
    if item.paragraph.isEmpty, nested.isEmpty { words = pieces(item.range) }
    for inner in nested.map({ body.items[$0] }) {
      // What stands between is the item's as well: a second paragraph, a quotation, code.
      let start = document.source.lineStart(inner.range.lowerBound)
      if line < start { words += pieces(line..<start) }
      words.append(plain(inner.paragraph))
      line = max(line, document.source.nextLine(max(inner.range.lowerBound, inner.paragraph.upperBound - 1)))
    }
    if line < item.range.upperBound { words += pieces(line..<item.range.upperBound) }
    add(words, item.paragraph, whole: item.range)
  }

  // MARK: Other blocks

  /// The Markdown of a range on one line.
  private func plain(_ range: Range<Int>) -> String {
    let raw = document.text(range).split(whereSeparator: \.isNewline)
    let lines = raw.map(\.trimmed)
    let breaks = raw.indices.dropLast().filter { raw[$0].hasSuffix("\\") }
    if breaks.isEmpty { return lines.joined(separator: " ") }
    // A backslash at a line's end breaks the line, but in code it is one: what reads like the lines is meant.
    let meant = Inline.parse(
      zip(raw, lines).map { $1.hasSuffix("\\") && !$0.hasSuffix("\\") ? $1 + " " : $1 }.joined(separator: "\n"))
    for kept in 0..<(1 << min(breaks.count, Self.mostBreaks)) {
      var unbroken = lines
      for (number, line) in breaks.enumerated() where number >= Self.mostBreaks || kept & (1 << number) == 0 {
        unbroken[line].removeLast()
      }
      let text = unbroken.joined(separator: " ")
      if Inline.parse(text) == meant { return text }
    }
    return lines.joined(separator: " ")
  }

  private static let mostBreaks = 4

  /// The paragraphs and items of a block within others, each on one line without the marks before it.
  private func pieces(_ range: Range<Int>) -> [String] {
    var pieces: [String] = []
    var isNew = true
    for line in document.text(range).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var text = line.trimmed
      // What lies in what: `> - ## Done`.
      var isItem = false
      while true {
        let marker = Self.marker(text)
        if marker == 0, text.first != ">" { break }
        isItem = isItem || marker > 0
        text = text.dropFirst(max(marker, 1)).trimmed
      }
      if text.hasPrefix("```") || text.hasPrefix("~~~") { text = "" }
      if text.isEmpty {
        isNew = true
      } else if isNew || isItem || pieces.isEmpty {
        pieces.append(String(text))
        isNew = false
      } else {
        pieces[pieces.count - 1] += " " + text
      }
    }
    // Tags alone say nothing.
    return pieces.filter(Self.hasWords)
  }

  /// The length of `- `, `1. ` or `## ` at the beginning of a line.
  private static func marker(_ text: Substring) -> Int {
    let sign = text.prefix { "-*+#0123456789.)".contains($0) }
    let rest = text[sign.endIndex...]
    guard !sign.isEmpty, rest.isEmpty || rest.first == " " || rest.first == "\t" else { return 0 }
    let isSign =
      sign.count == 1 ? "-*+#".contains(sign) : sign.allSatisfy { $0 == "#" } || sign.last == "." || sign.last == ")"
    return isSign ? sign.count : 0
  }

  private static func hasWords(_ text: String) -> Bool {
    var isInTag = false
    for character in text {
      if character == "<" { isInTag = true }
      if !isInTag, !character.isWhitespace { return true }
      if character == ">" { isInTag = false }
    }
    return isInTag
  }

  /// The lines of a code block, each as code.
  private func code(_ range: Range<Int>) -> [String] {
    var lines = document.text(range).split(whereSeparator: \.isNewline)
    if let fence = lines.first?.trimmed, fence.hasPrefix("```") || fence.hasPrefix("~~~") {
      lines.removeFirst()
      if let last = lines.last?.trimmed, last.hasPrefix(fence.prefix(3)) { lines.removeLast() }
    }
    return lines.map(\.trimmed).filter { !$0.isEmpty }.map { line in
      let fence = String(repeating: "`", count: 1 + longestRun(of: "`", in: line))
      return fence.count == 1 ? "`\(line)`" : "\(fence) \(line) \(fence)"
    }
  }

  private func longestRun(of sign: Character, in line: Substring) -> Int {
    var (longest, run) = (0, 0)
    for character in line {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// The rows of a table, without the line below its head.
  private func rows(_ range: Range<Int>) -> [String] {
    let lines = document.text(range).split(whereSeparator: \.isNewline).map(\.trimmed)
    return lines.enumerated().filter { $0.offset != 1 }.map { _, line in
      var row = line
      if row.hasPrefix("|") { row = row.dropFirst() }
      if row.hasSuffix("|"), !row.hasSuffix("\\|") { row = row.dropLast() }
      return String(row.trimmed)
    }
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
