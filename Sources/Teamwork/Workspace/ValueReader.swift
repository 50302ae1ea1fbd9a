internal import Documents
internal import Text

/// Reads YAML nodes as the types that the schema declares.
struct ValueReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let field: String

  init(field: String) { self.field = field }

  /// The value, or nil with a problem.
  mutating func read(_ node: YAMLNode, as type: FieldType) -> Value? {
    switch type {
    case .list(let element): list(node, of: element)
    case .mapping(let fields): mapping(node, fields)
    case .lineOrMapping(let fields):
      if case .mapping = node.content { mapping(node, fields) } else { scalar(node, as: .line, or: type) }
    case .dictionary(let key, let value): dictionary(node, key, value)
    case .counts(let count): counts(node, count)
    default: scalar(node, as: type, or: type)
    }
  }

  // MARK: Collections

  private mutating func list(_ node: YAMLNode, of element: FieldType) -> Value? {
    switch node.content {
    case .sequence(let nodes):
      var items: [Located<Value>] = []
      items.reserveCapacity(nodes.count)
      for node in nodes {
        if node.isAbsent {
          problem(
            .wrongType, node, "`\(field)` has an entry without a value", help: "remove it, or write \(element.phrase)")
        } else if let value = read(node, as: element) {
          items.append(Located(value, at: node.range))
        }
      }
      return .list(items)
    default:
      guard let value = read(node, as: element) else { return nil }
      return .list([Located(value, at: node.range)])
    }
  }

  private mutating func mapping(_ node: YAMLNode, _ fields: [FieldDeclaration]) -> Value? {
    guard case .mapping(let mapping) = node.content else {
      wrongType(node, .mapping(fields))
      return nil
    }
    var members: [Value.Member] = []
    for entry in mapping.entries {
      guard let declared = fields.first(where: { $0.name == entry.key }) else {
        let near = Synonyms.field(meantBy: entry.key.text, among: fields.map(\.name.text))
        diagnostics.append(
          Diagnostic(
            .unknownField, at: entry.keyRange, "`\(field)` has no field `\(entry.key)`", field: field,
            help: near.map { "did you mean `\($0)`?" } ?? "it has "
              + alternatives(fields.map { "`\($0.name)`" }, last: "and")))
        continue
      }
      if entry.value.isAbsent || (declared.isRequired && entry.value.isBlank) { continue }
      if let value = read(entry.value, as: declared.type) {
        members.append(.init(name: entry.key, keyRange: entry.keyRange, value: Located(value, at: entry.value.range)))
      }
    }
    for declared in fields where declared.isRequired && mapping[declared.name]?.isBlank != false {
      problem(
        .missingField, node, "`\(field)` has an entry without `\(declared.name)`",
        help: "add `\(declared.name):`, \(declared.type.phrase)")
    }
    return .mapping(members)
  }

  private mutating func dictionary(_ node: YAMLNode, _ key: FieldType.KeyType, _ type: FieldType) -> Value? {
    guard case .mapping(let mapping) = node.content else {
      wrongType(node, .dictionary(key: key, value: type))
      return nil
    }
    var members: [Value.Member] = []
    for entry in mapping.entries {
      if let (allowed, what) = Self.keys(key), !allowed.contains(entry.key.text) {
        let near =
          if case .heading = key { Synonyms.heading(meantBy: entry.key.text, among: allowed) } else {
            nearest(to: entry.key.text, among: allowed)
          }
        diagnostics.append(
          Diagnostic(
            .invalidValue, at: entry.keyRange, "`\(field)` names `\(entry.key)`, and there is no such \(what)",
            field: field, help: near.map { "did you mean `\($0)`?" }))
        continue
      }
      if entry.value.isAbsent {
        if case .counts = type {
          diagnostics.append(
            Diagnostic(
              .missingField, at: entry.keyRange, "`\(field)` has a question without counts",
              field: field,
              help: "write how many people chose 1, 2, 3, 4 and 5, or remove the question"))
        }
        continue
      }
      guard let value = read(entry.value, as: type) else { continue }
      if case .rule = key, Rules.named(entry.key.text)?.tellsWhatWasNotRead == true, value.asText != "error" {
        problem(
          .invalidValue, entry.value, "`\(entry.key)` is always an error: what was not read was not checked",
          help: "remove it here, and mend the file")
        continue
      }
      members.append(.init(name: entry.key, keyRange: entry.keyRange, value: Located(value, at: entry.value.range)))
    }
    return .mapping(members)
  }

  /// What a key may be, and how that is called; nil where people choose.
  private static func keys(_ key: FieldType.KeyType) -> ([String], String)? {
    switch key {
    case .any: nil
    case .kind:
      (Kind.allCases.flatMap { [$0.name] + ($0.folder.isEmpty || $0.folder == $0.name ? [] : [$0.folder]) }, "kind")
    case .rule: (Rules.names, "rule")
    case .heading: (Schema.declarations.flatMap { $0.headings.map(\.key.text) }, "heading")
    }
  }

  private mutating func counts(_ node: YAMLNode, _ count: Int) -> Value? {
    guard case .sequence(let nodes) = node.content else {
      wrongType(node, .counts(count))
      return nil
    }
    var items: [Located<Value>] = []
    for node in nodes {
      if let value = scalar(node, as: .int(0...Int.max), or: .int(0...Int.max)) {
        items.append(Located(value, at: node.range))
      } else {
        return nil
      }
    }
    if items.count != count {
      problem(
        .wrongType, node, "`\(field)` has a question with \(items.count) counts, not \(count)",
        help: "write how many people chose 1, 2, 3, 4 and 5")
      return nil
    }
    return .list(items)
  }

  // MARK: Scalars

  private mutating func scalar(_ node: YAMLNode, as type: FieldType, or declared: FieldType) -> Value? {
    guard let text = node.text else {
      wrongType(node, declared)
      return nil
    }
    switch type {
    case .text: return .text(text)
    case .line:
      if goesOverLines(text, node, type) { return nil }
      return .text(text)
    case .date:
      if let day = Day(text) { return .day(day) }
      let mended = Day(mending: text)
      problem(
        .invalidDate, node, "`\(field)` is `\(text)`, and there is no such date",
        help: Day.help(for: text) ?? "write \(type.phrase)",
        fix: mended.flatMap { fix("write it as `\($0)`", node, $0.description) })
    case .week:
      if let week = Week(text) { return .week(week) }
      problem(.invalidDate, node, "`\(field)` is `\(text)`, and there is no such week", help: "write \(type.phrase)")
    case .timeZone:
      if TimeZoneNames.contains(text) { return .text(text) }
      let near = nearest(to: text, among: TimeZoneNames.all)
      problem(
        .invalidDate, node, "`\(field)` is `\(text)`, and there is no such time zone",
        help: near.map { "did you mean `\($0)`?" } ?? "write \(type.phrase)")
    case .int(let range):
      guard Self.isWholeNumber(text) else { break }
      if let number = Int(text), range.contains(number) { return .int(number) }
      problem(.invalidValue, node, "`\(field)` is \(text), but should be \(type.phrase)")
      return nil
    case .number:
      if Self.isPlainNumber(text), let number = Double(text), number.isFinite { return .number(number) }
      wrongType(node, declared)
    case .bool:
      if text == "true" { return .bool(true) }
      if text == "false" { return .bool(false) }
      wrongType(node, declared)
    case .email:
      if Self.isEmail(text) { return .text(text) }
      wrongType(node, declared)
    case .url:
      if Self.isAddress(text) { return .text(text) }
      wrongType(node, declared)
    case .oneOf(let values):
      if values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return .text(text) }
      let folded = Self.folded(text)
      let same = values.first { Self.folded($0) == folded }
      let near = same ?? Synonyms.value(meantBy: text, among: values)
      problem(
        .invalidValue, node, "`\(field)` is `\(text)`, but should be \(type.phrase)",
        help: near.map { "did you mean `\($0)`?" }, fix: same.flatMap { fix("write it as `\($0)`", node, $0) })
    case .reference, .referenceOrLine:
      if text.isEmpty {
        wrongType(node, declared)
        return nil
      }
      if case .referenceOrLine = type, goesOverLines(text, node, type) { return nil }
      return .reference(Name(text))
    default: wrongType(node, declared)
    }
    if case .int = type { wrongType(node, declared) }
    return nil
  }

  private mutating func goesOverLines(_ text: String, _ node: YAMLNode, _ type: FieldType) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
    problem(.wrongType, node, "`\(field)` goes over several lines, but should be \(type.phrase)")
    return true
  }

  /// Digits behind a sign or none, however many.
  static func isWholeNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == 0x2B || sign == 0x2D { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func isPlainNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte == 0x65 || byte == 0x45
    }
  }

  /// One `@`, something on both sides, no white space.
  private static func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && !text.utf8.contains { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3C || $0 == 0x3E }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text[..<colon].lowercased()
    let rest = text[text.utf8.index(after: colon)...]
    if text.utf8.contains(where: { $0 <= 0x20 }) { return false }
    switch scheme {
    case "http", "https": return rest.hasPrefix("//") && rest.utf8.count > 2
    default:
      return scheme.utf8.count > 1
        && scheme.utf8.allSatisfy {
          ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        } && !rest.isEmpty && scheme != "javascript"
    }
  }

  /// `On Track`, `on_track` and `on-track` are the same word.
  static func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  // MARK: Problems

  private mutating func wrongType(_ node: YAMLNode, _ type: FieldType) {
    let found =
      switch node.content {
      case .scalar(let text, _): text.utf8.count <= 60 ? "`\(text)`" : "a text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    problem(.wrongType, node, "`\(field)` is \(found), but should be \(type.phrase)")
  }

  private mutating func problem(
    _ kind: Diagnostic.Code, _ node: YAMLNode, _ message: String, help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        kind, at: node.range, message, field: field, help: help, fix: fix))
  }

  /// Replaces a scalar; one in quotes keeps them.
  private func fix(_ title: String, _ node: YAMLNode, _ text: String) -> Diagnostic.Fix? {
    guard case .scalar(let old, let isPlain) = node.content else { return nil }
    let inset = isPlain ? 0 : 1
    let range = (node.range.lowerBound + inset)..<max(node.range.lowerBound + inset, node.range.upperBound - inset)
    // A scalar with escapes, or over several lines, is not what stands in the file.
    guard range.count == old.utf8.count else { return nil }
    return Diagnostic.Fix(title: title, isSafe: true, edits: [.init(range: range, replacement: text)])
  }
}

extension YAMLNode {
  /// Whether it says nothing: a blank text, or a collection without entries.
  var isBlank: Bool {
    switch content {
    case .scalar(let text, _): text.allSatisfy(\.isWhitespace)
    case .sequence(let nodes): nodes.isEmpty
    case .mapping(let mapping): mapping.entries.isEmpty
    }
  }
}
