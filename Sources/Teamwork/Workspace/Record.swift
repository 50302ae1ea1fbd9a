package import Documents
package import Text

/// One Markdown file of the workspace, read.
package struct Record: Sendable {
  package let kind: Kind
  package let id: Name
  /// Relative to the repository's top.
  package let path: String
  /// The week that the folder of a status report names.
  package let week: Week?
  package let document: Document
  package let fields: [FieldValue]
  package let problems: [Problem]
  package internal(set) var tasks: [Task]
  /// The comments that silence a rule for this record.
  package let allows: [Allow]
  /// Why the file could not be read at all, where it could not.
  package let unreadable: Unreadable?

  package struct Unreadable: Sendable {
    package let message: String
    package let help: String?

    package init(_ message: String, help: String?) {
      self.message = message
      self.help = help
    }
  }

  /// `goal/public-beta`.
  package var reference: String { "\(kind.name)/\(id)" }

  package var subject: Finding.Subject { .init(kind: kind.name, id: id.text) }

  /// Whether the front matter says anything: rules about what is not there ask this first.
  package var isReadable: Bool {
    if case .unreadable = document.frontMatter { return false }
    return unreadable == nil
  }

  package subscript(name: Name) -> FieldValue? {
    for field in fields where field.name == name { return field }
    return nil
  }

  package func text(_ name: Name) -> String? { self[name]?.value?.asText }

  package func day(_ name: Name) -> Located<Day>? {
    guard let field = self[name], case .day(let day) = field.value else { return nil }
    return Located(day, at: field.range)
  }

  package func int(_ name: Name) -> Int? {
    if case .int(let number) = self[name]?.value { number } else { nil }
  }

  /// The id that a field names.
  package func name(_ name: Name) -> Located<Name>? {
    guard let field = self[name], case .reference(let id) = field.value else { return nil }
    return Located(id, at: field.range)
  }

  /// The ids or texts of a list field.
  package func names(_ name: Name) -> [Located<Name>] {
    list(name).compactMap { item in
      switch item.value {
      case .reference(let id): Located(id, at: item.range)
      case .text(let text): Located(Name(text), at: item.range)
      default: nil
      }
    }
  }

  package func list(_ name: Name) -> [Located<Value>] {
    if case .list(let items) = self[name]?.value { items } else { [] }
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
