package import Documents
package import Text

/// One Markdown file of the workspace, read.
///
/// It never changes, and is a class so that handing it around costs one count instead of a dozen.
package final class Record: Sendable {
  package let kind: Kind
  package let id: Name
  /// The week that the folder of a status report names.
  package let week: Week?
  package let document: Document
  package let fields: [FieldValue]
  /// What was found wrong with its values and tasks, besides what is wrong with its text as a text.
  package let diagnostics: [Diagnostic]
  package let tasks: [Task]
  /// The tasks' names, of a record that has too many of them to look at each.
  private let anchors: Set<Name>
  /// The comments that silence a rule for this record.
  package let allows: [Allow]
  /// Why the file could not be read at all, where it could not.
  package let unreadable: Unreadable?

  init(
    kind: Kind, id: Name, week: Week?, document: Document, fields: [FieldValue], diagnostics: [Diagnostic],
    tasks: [Task], allows: [Allow], unreadable: Unreadable?
  ) {
    self.kind = kind
    self.id = id
    self.week = week
    self.document = document
    self.fields = fields
    self.diagnostics = diagnostics.map { $0.placed(in: document.source) }
    self.tasks = tasks
    anchors = tasks.count > Self.fewTasks ? Set(tasks.lazy.compactMap { $0.anchor?.value }) : []
    self.allows = allows
    self.unreadable = unreadable
  }

  private static let fewTasks = 16

  func hasTask(_ anchor: Name) -> Bool {
    tasks.count > Self.fewTasks ? anchors.contains(anchor) : tasks.contains { $0.anchor?.value == anchor }
  }

  package struct Unreadable: Sendable, Equatable {
    package let message: String
    package let help: String?

    package init(_ message: String, help: String?) {
      self.message = message
      self.help = help
    }
  }

  /// Relative to the repository's top.
  package var path: String { document.source.path }

  /// `goal/public-beta`.
  package var reference: String { "\(kind.name)/\(id)" }

  package var subject: Diagnostic.Subject { .init(kind: kind.name, id: id.text) }

  /// Whether its open tasks are work to do, or may be: none is left out because its goal's state cannot be read.
  package var mayHoldOpenTasks: Bool { kind == .goal ? isOpenGoal : kind.declaration.hasTasks }

  /// Whether the front matter says anything: rules about what is not there ask this first.
  package var isReadable: Bool {
    if case .unreadable = document.frontMatter { return false }
    return unreadable == nil
  }

  /// Whether all of it was read that was to be: what could not be read is not checked.
  package var isWhole: Bool { isReadable && (document.body != nil || document.skipsBody) }

  /// Whether its tasks are known: those of a kind whose body was left out on purpose are not asked for.
  package var hasReadBody: Bool { unreadable == nil && document.body != nil }

  // MARK: Fields

  /// What a field says; nil where it is not there, or its value is of another type.
  package subscript<Content>(field: Field<Content>) -> Content? {
    index(of: field.name).flatMap { fields[$0].value.flatMap(Content.read) }
  }

  /// The entries of a list, words and names each once; those of another type are left out.
  package subscript<Element>(field: Field<[Element]>) -> [Element] { located(field).map(\.value) }

  /// What a field says, with the place of the value.
  package func located<Content>(_ field: Field<Content>) -> Located<Content>? {
    guard let index = index(of: field.name), let content = fields[index].value.flatMap(Content.read) else { return nil }
    return Located(content, at: fields[index].range)
  }

  /// The entries of a list with their places, words and names each once: that one stands there twice is a rule's to tell, and
  /// it counts once. Those of another type are left out.
  package func located<Element>(_ field: Field<[Element]>) -> [Located<Element>] {
    var items = list(field.name)
    if items.count > 1, Element.self != Value.self { items = Self.once(items) }
    return items.compactMap { item in Element.read(item.value).map { Located($0, at: item.range) } }
  }

  private static func once(_ items: [Located<Value>]) -> [Located<Value>] {
    // `teams/platform` may stand beside `platform`.
    var seen: [Name: Set<Kind?>] = [:]
    return items.filter { item in
      guard let text = item.value.asText else { return true }
      var (kind, id): (Kind?, Name) = (nil, Name(text))
      if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")), let named = Kind(named: String(text[..<slash])) {
        (kind, id) = (named, Name(String(text[text.utf8.index(after: slash)...])))
      }
      let others = seen[id] ?? []
      seen[id, default: []].insert(kind)
      return kind == nil ? others.isEmpty : !others.contains(kind) && !others.contains(nil)
    }
  }

  /// A field as it stands in the file, whatever its value is.
  package func entry(_ field: some DeclaredField) -> FieldValue? { self[field.name] }

  // MARK: Fields by a name

  // For names that come from a user or a loop over the schema; what the program itself asks for is a `Field`.

  package subscript(name: Name) -> FieldValue? {
    index(of: name).map { fields[$0] }
  }

  // Fields are looked at where they stand: a copy counts every part of them.
  private func index(of name: Name) -> Int? {
    for index in fields.indices where fields[index].name == name { return index }
    return nil
  }

  package func text(_ name: Name) -> String? { index(of: name).flatMap { fields[$0].value?.asText } }

  package func day(_ name: Name) -> Located<Day>? {
    guard let index = index(of: name), case .day(let day) = fields[index].value else { return nil }
    return Located(day, at: fields[index].range)
  }

  package func int(_ name: Name) -> Int? {
    if let index = index(of: name), case .int(let number) = fields[index].value { number } else { nil }
  }

  /// The id that a field names.
  package func name(_ name: Name) -> Located<Name>? {
    guard let index = index(of: name), case .reference(let id) = fields[index].value else { return nil }
    return Located(id, at: fields[index].range)
  }

  /// The ids or texts of a list field, each once.
  package func names(_ name: Name) -> [Located<Name>] {
    let items = list(name)
    return Self.names(in: items.count < 2 ? items : Self.once(items))
  }

  /// The ids or texts of a list field as often as they stand there.
  func everyName(_ name: Name) -> [Located<Name>] { Self.names(in: list(name)) }

  private static func names(in items: [Located<Value>]) -> [Located<Name>] {
    items.compactMap { item in Name.read(item.value).map { Located($0, at: item.range) } }
  }

  package func list(_ name: Name) -> [Located<Value>] {
    if let index = index(of: name), case .list(let items) = fields[index].value { items } else { [] }
  }

  /// Where the record itself is meant: its first field, else its first line.
  package var headRange: Range<Int> {
    if let first = fields.first { return first.keyRange.lowerBound..<first.range.upperBound }
    let end = document.bytes.firstIndex(of: 0x0A) ?? document.bytes.count
    return 0..<min(end, document.bytes.count)
  }
}

/// `<!-- tw:allow RULE: REASON -->`.
package struct Allow: Sendable {
  package let rule: String
  package let reason: String
  package let range: Range<Int>

  static func all(in body: Body, _ document: Document) -> [Allow] {
    body.comments.compactMap { range in
      var text = Substring(document.text(range))
      guard text.hasPrefix("<!--") else { return nil }
      text = text.dropFirst(4)
      if text.hasSuffix("-->") { text = text.dropLast(3) }
      text = text.trimmed
      guard text.hasPrefix("tw:allow") else { return nil }
      text = text.dropFirst("tw:allow".count)
      guard text.first?.isWhitespace ?? true else { return nil }
      text = text.trimmed
      let colon = text.firstIndex(of: ":")
      let rule = text[..<(colon ?? text.endIndex)].trimmed
      let reason = colon.map { text[text.index(after: $0)...].trimmed } ?? ""
      return Allow(rule: String(rule), reason: String(reason), range: range)
    }
  }
}

extension Substring {
  /// Without white space at both ends.
  package var trimmed: Substring {
    var result = self
    while let first = result.first, first.isWhitespace { result.removeFirst() }
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }
}
