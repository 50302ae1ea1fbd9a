package import Documents
package import Text

extension Record {
  /// Reads a file as a record of a kind.
  ///
  /// - Parameters:
  ///   - extraFields: the names that the charter adds to this kind.
  ///   - readsFields: whether the fields' values are needed, and what is wrong with them.
  ///   - link: ties tasks to the people they belong to, where it is known already who there is.
  package convenience init(
    kind: Kind, id: Name, week: Week?, document: Document, unreadable: Unreadable? = nil,
    extraFields: [Name] = [], readsFields: Bool = true, link: ([Task]) -> [Task] = { $0 }
  ) {
    var fields: [FieldValue] = []
    var diagnostics: [Diagnostic] = []
    let declaration = kind.declaration
    if readsFields, case .mapping(let mapping) = document.frontMatter {
      fields.reserveCapacity(mapping.entries.count)
      for entry in mapping.entries {
        let declared = declaration.field(entry.key)
        guard let declared else {
          if !extraFields.contains(entry.key) {
            diagnostics.append(Self.unknownField(entry, declaration, extraFields, mapping))
          }
          fields.append(
            FieldValue(
              name: entry.key, keyRange: entry.keyRange, field: nil, range: entry.value.range,
              value: entry.value.text.map { .text($0) }))
          continue
        }
        if entry.value.isAbsent || (declared.isRequired && entry.value.isBlank) { continue }
        var reader = ValueReader(field: declared.name.text)
        let value = reader.read(entry.value, as: declared.type)
        diagnostics += reader.diagnostics
        fields.append(
          FieldValue(name: entry.key, keyRange: entry.keyRange, field: declared, range: entry.value.range, value: value)
        )
      }
      for declared in declaration.fields where declared.isRequired && mapping[declared.name]?.isBlank != false {
        diagnostics.append(Self.missingField(declared, declaration, mapping, document))
      }
    }
    var tasks: [Task] = []
    var allows: [Allow] = []
    if let body = document.body {
      if declaration.hasTasks, !body.items.isEmpty {
        let reader = TaskReader(document, body: body)
        tasks = link(reader.tasks)
        diagnostics += reader.diagnostics
      }
      if !body.comments.isEmpty { allows = Allow.all(in: body, document) }
    }
    self.init(
      kind: kind, id: id, week: week, document: document, fields: fields, diagnostics: diagnostics, tasks: tasks,
      allows: allows, unreadable: unreadable)
  }

  /// A version of a record that is no part of a workspace.
  package convenience init(
    _ key: RecordKey, path: String, _ bytes: [UInt8], limits: Limits, extraFields: [Name] = []
  ) {
    self.init(
      kind: key.kind, id: key.id, week: key.kind == .status ? Week(String(key.id.text.prefix(8))) : nil,
      document: Document(bytes, path: path, limits: limits), extraFields: extraFields)
  }

  /// The same record, its tasks linked to the people they belong to.
  convenience init(_ record: Record, linked tasks: [Task]) {
    self.init(
      kind: record.kind, id: record.id, week: record.week, document: record.document,
      fields: record.fields,
      diagnostics: record.diagnostics, tasks: tasks, allows: record.allows, unreadable: record.unreadable)
  }

  private static func missingField(
    _ field: FieldDeclaration, _ declaration: KindDeclaration, _ mapping: YAMLMapping, _ document: Document
  ) -> Diagnostic {
    let entry = mapping.entries.first { $0.key == field.name }
    // An absent field is shown at the front matter's first line.
    let start = document.frontMatterRange?.lowerBound ?? 0
    let range = entry.map { $0.keyRange } ?? mapping.entries.first.map { $0.keyRange } ?? start..<start
    return Diagnostic(
      .missingField, at: range,
      "\(declaration.article) needs `\(field.name)`\(entry == nil ? "" : ", which is empty here")",
      field: field.name.text, help: "add `\(field.name):`, \(field.type.phrase)")
  }

  private static func unknownField(
    _ entry: YAMLMapping.Entry, _ declaration: KindDeclaration, _ extra: [Name], _ mapping: YAMLMapping
  ) -> Diagnostic {
    let known = declaration.fields.map(\.name.text) + extra.map(\.text)
    let folded = ValueReader.folded(entry.key.text)
    let same = known.first { $0 == folded && mapping[Name($0)] == nil }
    let near =
      same ?? Synonyms.field(meantBy: entry.key.text, among: known.filter { mapping[Name($0)] == nil })
      ?? nearest(to: entry.key.text, among: known)
    var fix: Diagnostic.Fix?
    if let same, entry.keyRange.count == entry.key.text.utf8.count {
      fix = Diagnostic.Fix(
        title: "write it as `\(same)`", isSafe: true, edits: [.init(range: entry.keyRange, replacement: same)])
    }
    return Diagnostic(
      .unknownField, at: entry.keyRange, "\(declaration.article) has no field `\(entry.key)`",
      field: entry.key.text,
      help: near.map { "did you mean `\($0)`?" } ?? "remove it, or name it in the charter's `extra-fields`", fix: fix)
  }
}
