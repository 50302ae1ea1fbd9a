internal import Teamwork
internal import Text

/// The front matter's JSON Schema, draft 2020-12, for editors that check YAML.
///
/// It allows what `tw` allows: one value where a list is meant, a field without a value, and a number where words are
/// meant, since here the field's type says what a scalar is.
struct JSONSchema {
  static let dialect = "https://json-schema.org/draft/2020-12/schema"

  /// The names that the charter adds.
  var extraFields: [Kind: [Name]] = [:]

  func schema(of kind: Kind) -> JSON { .object([("$schema", .string(Self.dialect))] + members(of: kind)) }

  /// All kinds, each as a definition.
  var all: JSON {
    .object([
      ("$schema", .string(Self.dialect)), ("title", "A record of a `.teamwork` workspace"),
      ("anyOf", .array(Kind.allCases.map { .object([("$ref", .string("#/$defs/\($0.name)"))]) })),
      ("$defs", .object(Kind.allCases.map { ($0.name, .object(members(of: $0))) })),
    ])
  }

  private func members(of kind: Kind) -> [(String, JSON)] {
    let declaration = kind.declaration
    let own: [(String, JSON)] = (extraFields[kind] ?? []).map {
      ($0.text, .object([("description", "A field of this workspace.")]))
    }
    return [("title", .string(kind.name)), ("description", .string(declaration.summary))]
      + object(declaration.fields, and: own)
  }

  private func object(_ fields: [FieldDeclaration], and more: [(String, JSON)] = [], isOptional: Bool = false) -> [(
    String, JSON
  )] {
    let properties = fields.map { field in
      (
        field.name.text,
        JSON.object(
          [("description", .string(field.documentation))] + members(of: field.type, isOptional: !field.isRequired))
      )
    }
    let required = fields.filter(\.isRequired).map(\.name.text)
    return [("type", isOptional ? ["object", "null"] : "object"), ("properties", .object(properties + more))]
      + (required.isEmpty ? [] : [("required", JSON(required))])
      + [("additionalProperties", false)]
  }

  /// - Parameter isOptional: whether it may be left empty, which YAML reads as null.
  private func members(of type: FieldType, isOptional: Bool) -> [(String, JSON)] {
    func typed(_ names: String..., also more: [(String, JSON)] = []) -> [(String, JSON)] {
      let all = names + (isOptional ? ["null"] : [])
      return [("type", all.count == 1 ? .string(all[0]) : JSON(all))] + more
    }
    switch type {
    case .text: return typed("string", "number", "boolean")
    case .line: return typed("string", "number", "boolean", also: [("pattern", "^[^\\r\\n]*$")])
    case .date: return typed("string", also: [("format", "date")])
    case .week: return typed("string", also: [("pattern", "^[0-9]{4}-W[0-9]{2}$")])
    case .timeZone: return typed("string")
    case .int(let range):
      let least: [(String, JSON)] = range.lowerBound == .min ? [] : [("minimum", .int(range.lowerBound))]
      return typed("integer", also: least + (range.upperBound == .max ? [] : [("maximum", .int(range.upperBound))]))
    case .number: return typed("number")
    case .bool: return typed("boolean")
    case .email: return typed("string", also: [("format", "email")])
    case .url: return typed("string", also: [("format", "uri")])
    case .oneOf(let values): return [("enum", .array(values.map(JSON.string) + (isOptional ? [.null] : [])))]
    case .reference(let kinds):
      return typed(
        "string", "number",
        also: [("$comment", .string("The id of " + alternatives(kinds.map(\.declaration.article)) + "."))])
    case .referenceOrLine: return typed("string", "number")
    case .list(let element):
      let one = JSON.object(members(of: element, isOptional: isOptional))
      return [
        ("anyOf", [one, .object([("type", "array"), ("items", .object(members(of: element, isOptional: false)))])])
      ]
    case .mapping(let fields): return object(fields, isOptional: isOptional)
    case .lineOrMapping(let fields):
      return [("anyOf", [.object(typed("string", "number", "boolean")), .object(object(fields))])]
    case .dictionary(let key, let value):
      let names = names(of: key)
      let keys: [(String, JSON)] = names.isEmpty ? [] : [("propertyNames", .object([("enum", JSON(names))]))]
      return typed("object", also: [("additionalProperties", .object(members(of: value, isOptional: true)))] + keys)
    case .counts(let count):
      return typed(
        "array",
        also: [
          ("items", .object([("type", "integer"), ("minimum", 0)])), ("minItems", .int(count)),
          ("maxItems", .int(count)),
        ])
    }
  }

  private func names(of key: FieldType.KeyType) -> [String] {
    switch key {
    case .any: []
    case .kind: Kind.allCases.flatMap { $0.folder.isEmpty || $0.folder == $0.name ? [$0.name] : [$0.name, $0.folder] }
    case .rule: Rules.names
    case .heading: Schema.declarations.flatMap { $0.headings.map(\.key.text) }
    }
  }
}
