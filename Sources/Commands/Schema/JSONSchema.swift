internal import Teamwork
internal import Text

/// The front matter's JSON Schema, draft 2020-12, for editors that check YAML.
///
/// It allows what `tw validate` allows, and refuses what that refuses, as far as the spelling of a scalar can still be told
/// when an editor has read it.
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
          [("description", .string(field.documentation))]
            + members(of: field.type, field.isRequired ? .required : .optional))
      )
    }
    let required = fields.filter(\.isRequired).map(\.name.text)
    return [("type", isOptional ? ["object", "null"] : "object"), ("properties", .object(properties + more))]
      + (required.isEmpty ? [] : [("required", JSON(required))])
      + [("additionalProperties", false)]
  }

  private enum Presence {
    /// May be left empty, which YAML reads as null.
    case optional
    /// Must say something: not null, not blank, no empty list.
    case required
    /// An entry of a list: there, and perhaps an empty text.
    case entry
  }

  /// What `validate` takes, as an editor's YAML reader has it: it may have made a number or a truth value of a scalar, and
  /// leaves to quotes that it is a text. Here the field's type says what a scalar is, so both are taken.
  private func members(of type: FieldType, _ presence: Presence) -> [(String, JSON)] {
    let isOptional = presence == .optional
    func typed(_ names: String..., also more: [(String, JSON)] = []) -> [(String, JSON)] {
      let all = names + (isOptional ? ["null"] : [])
      return [("type", all.count == 1 ? .string(all[0]) : JSON(all))] + more
    }
    func pattern(_ pattern: String) -> [(String, JSON)] { [("pattern", .string(pattern))] }
    switch type {
    case .text: return typed("string", "number", "boolean", also: presence == .required ? pattern(#"\S"#) : [])
    case .line:
      return typed(
        "string", "number", "boolean",
        also: pattern(presence == .required ? #"^[^\r\n]*[^\s][^\r\n]*$"# : #"^[^\r\n]*$"#))
    case .date: return typed("string", also: [("format", "date")] + pattern(Self.day))
    case .week: return typed("string", also: pattern(Self.week))
    case .timeZone: return [("enum", .array(TimeZoneNames.all.map(JSON.string) + (isOptional ? [.null] : [])))]
    case .int(let range):
      let least: [(String, JSON)] = range.lowerBound == .min ? [] : [("minimum", .int(range.lowerBound))]
      let most: [(String, JSON)] = range.upperBound == .max ? [] : [("maximum", .int(range.upperBound))]
      return typed("integer", "string", also: least + most + pattern(Self.digits(range)))
    case .number:
      return typed(
        "number", "string", also: pattern(#"^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?$"#))
    case .bool: return [("enum", .array([true, false, "true", "false"] + (isOptional ? [.null] : [])))]
    case .email: return typed("string", also: pattern(#"^[^@,<>\u0000-\u0020]+@[^@,<>\u0000-\u0020]+$"#))
    case .url: return typed("string", also: [("format", "uri")] + pattern(Self.address))
    case .oneOf(let values): return [("enum", .array(values.map(JSON.string) + (isOptional ? [.null] : [])))]
    case .reference(let kinds):
      return typed(
        "string", "number", "boolean",
        also: [
          ("$comment", .string("The id of " + alternatives(kinds.map(\.declaration.article)) + ".")), ("minLength", 1),
        ] + (presence == .required ? pattern(#"\S"#) : []))
    case .referenceOrLine:
      return typed("string", "number", "boolean", also: [("minLength", 1)] + pattern(#"^[^\r\n]*$"#))
    case .list(let element):
      let several: [(String, JSON)] =
        [("type", "array"), ("items", .object(members(of: element, .entry)))]
        + (presence == .required ? [("minItems", 1)] : [])
      return [("anyOf", [.object(members(of: element, presence)), .object(several)])]
    case .mapping(let fields): return object(fields, isOptional: isOptional)
    case .lineOrMapping(let fields):
      return [("anyOf", [.object(members(of: .line, presence)), .object(object(fields))])]
    case .dictionary(let key, let value):
      return typed("object", also: dictionary(key, value) + (presence == .required ? [("minProperties", 1)] : []))
    case .counts(let count):
      let one: [(String, JSON)] = members(of: .int(0...Int.max), .entry)
      return typed(
        "array", also: [("items", .object(one)), ("minItems", .int(count)), ("maxItems", .int(count))])
    }
  }

  private func dictionary(_ key: FieldType.KeyType, _ value: FieldType) -> [(String, JSON)] {
    let names = names(of: key)
    // A question without counts is none.
    let isCounted = if case .counts = value { true } else { false }
    var result: [(String, JSON)] = []
    if case .rule = key {
      // What was not read was not checked: these are errors for everybody.
      let always = Rules.all.filter(\.tellsWhatWasNotRead).map { ($0.name, JSON.object([("enum", ["error", nil])])) }
      result.append(("properties", .object(always)))
    }
    result.append(("additionalProperties", .object(members(of: value, isCounted ? .entry : .optional))))
    return result + (names.isEmpty ? [] : [("propertyNames", .object([("enum", JSON(names))]))])
  }

  // MARK: Patterns

  /// The days that there are, from year 1 to 9999.
  private static let day: String = {
    let leap = #"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"#
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])"
    return "^(?!0000)(?:[0-9]{4}-(?:\(long)|\(short)|\(february))|\(leap)-02-29)$"
  }()

  /// The weeks that there are: the calendar, and with it which years have 53, comes again after 400 years.
  private static let week: String = {
    var years: [[String]] = [[], [], [], []]
    for year in 400..<800 where Week("0\(year)-W53") != nil {
      let number = year % 100
      years[year / 100 % 4].append((number < 10 ? "0" : "") + String(number))
    }
    let centuries = [
      "(?:[02468][048]|[13579][26])", "(?:[02468][159]|[13579][37])", "(?:[02468][26]|[13579][048])",
      "(?:[02468][37]|[13579][159])",
    ]
    let long = zip(centuries, years).map { "\($0)(?:\($1.joined(separator: "|")))" }.joined(separator: "|")
    return "^(?!0000)(?:[0-9]{4}-W(?:0[1-9]|[1-4][0-9]|5[0-2])|(?:\(long))-W53)$"
  }()

  /// A whole number in quotes.
  private static func digits(_ range: ClosedRange<Int>) -> String {
    // Every bound of the schema has 0 or 1 below it.
    if range.upperBound != .max, range.lowerBound == 0 || range.lowerBound == 1 {
      let upTo = Self.numbers(upTo: range.upperBound).joined(separator: "|")
      return "^\\+?0*(?:\(upTo)\(range.lowerBound == 0 ? "|0" : ""))$"
    }
    switch range.lowerBound {
    case ...(-1): return "^[+-]?[0-9]+$"
    case 0: return "^(?:\\+?[0-9]+|-0+)$"
    default: return "^\\+?0*[1-9][0-9]*$"
    }
  }

  /// Patterns of the numbers from 1 up to a greatest, without zeros before them.
  private static func numbers(upTo most: Int) -> [String] {
    let digits = String(most).compactMap(\.wholeNumberValue)
    var patterns = digits.count > 1 ? ["[1-9][0-9]{0,\(digits.count - 2)}"] : []
    var head = ""
    for (place, digit) in digits.enumerated() {
      let least = place == 0 ? 1 : 0
      let rest = digits.count - place - 1
      if digit > least { patterns.append("\(head)[\(least)-\(digit - 1)]\(rest > 0 ? "[0-9]{\(rest)}" : "")") }
      head += String(digit)
    }
    return patterns + [head]
  }

  private static let address: String = {
    let web = "[Hh][Tt][Tt][Pp][Ss]?:"
    let script = "[Jj][Aa][Vv][Aa][Ss][Cc][Rr][Ii][Pp][Tt]:"
    return "^(?:\(web)//|(?!\(web)|\(script))[A-Za-z0-9+.-]{2,}:)[^\\u0000-\\u0020]+$"
  }()

  private func names(of key: FieldType.KeyType) -> [String] {
    switch key {
    case .any: []
    case .kind: Kind.allCases.flatMap { $0.folder.isEmpty || $0.folder == $0.name ? [$0.name] : [$0.name, $0.folder] }
    case .rule: Rules.names
    case .heading: Schema.declarations.flatMap { $0.headings.map(\.key.text) }
    }
  }
}
