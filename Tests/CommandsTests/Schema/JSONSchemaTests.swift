import Documents
import Teamwork
import Testing
import Text

@testable import Commands

/// The JSON Schema and `validate` say the same of the same front matter.
@Suite struct JSONSchemaTests {
  /// Written behind `FIELD:`. Left out are spellings that an editor's YAML reader does not keep: `~`, `0x1F`, `1.0`.
  private static let scalars = [
    "", "\"\"", "\" \"", "x", "\"x\"", "a b", "\"a\\nb\"", "|\n  a\n  b", "true", "\"true\"", "false", "yes", "no", "0",
    "1", "5",
    "6", "-1", "+2", "012", "256", "257", "1048576", "\"0\"", "\"3\"", "'5'", "\"6\"", "\"256\"", "\"257\"", "\"-1\"",
    "\"+2\"",
    "\"-0\"", "3.5", "\"3.5\"", "\"3.\"", "\".5\"", "\"1e3\"", "\"3,5\"", "\"3 km\"", "\"0x1F\"", "\".\"", "2026-11-20",
    "\"2026-11-20\"", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2026-2-3", "2026-04-31", "2026-12-31",
    "0000-01-01", "2026/11/20", "soon", "2026-W47", "\"2026-W47\"", "2026-W53", "2020-W53", "2026-W54", "2026-W00",
    "2026-W1", "Europe/Berlin", "UTC", "Mars/Base", "ana@example.org", "a@b@c", "\"@x\"", "ana", "ana@", "\"a b@c\"",
    "\"a,b@c\"", "josé@example.org", "https://example.org/x", "HTTPS://x", "https://", "example.org", "mailto:a@b",
    "\"javascript:x\"", "x:y", "\"https://a b\"", "weekly", "Weekly", "on-track", "off", "error", "collaborate", "high",
    "open",
    "accepted", "idea", "kickoff", "thanks",
  ]

  private static let collections = [
    "[]", "{}", "[ana]", "[ana, ben]", "[\"\"]", "[ana, ]", "[[ana]]", "[ana, {a: b}]", "[1, 2]", "[a@b, c@d]",
    "[a@b, c]",
    "[\"a\\nb\"]", "{a: b}", "[1, 1, 1, 1, 1]", "{id: x, does: y}", "[{id: x, does: y}]", "[{id: x}]",
    "[{id: x, does: y, z: 1}]",
    "[{id: x, does: \"\"}, a line]", "[{from: 2026-11-20, to: 2026-11-21}]", "{from: 2026-11-20, to: 2026-11-21}",
    "{from: 2026-11-20}", "{from: 2026-11-20, to: soon}", "[{name: x, target: \"3\"}]",
    "{name: x, target: 3, now: 2, from: 1}",
    "{name: x, target: many}", "{name: x}", "{name: \" \", target: 1}", "[{goal: a, to: b, why: c}]",
    "{goal: a, to: b}",
    "{name: x, for: y, url: https://x}", "{name: x, for: y, url: x}", "{goal: [ticket]}", "{goals: ticket}",
    "{goals: }",
    "{gaol: [ticket]}", "{done: [Fait]}", "{done: Fait, next: [A, B]}", "{dnoe: [Fait]}", "{done: {a: b}}",
    "{lone-owner: off}", "{lone-owner: maybe}", "{lone-owner: }", "{no-rule: off}", "{unreadable-file: off}",
    "{unreadable-file: error}", "{file-size: 100}", "{file-size: \"100\"}", "{file-size: 0}", "{depth: 256}",
    "{depth: 257}",
    "{depth: \"257\"}", "{depth: \"32\"}", "{width: 1}", "{Q: [1, 1, 1, 1, 1]}", "{Q: [\"1\", 1, 1, 1, 1]}",
    "{Q: [1, 1, 1]}", "{Q: }",
    "{Q: [1, 1, 1, 1, -1]}", "{Q: 5}", "{Q: [a, 1, 1, 1, 1]}",
  ]

  @Test(arguments: Kind.allCases) func saysWhatValidateSays(_ kind: Kind) throws {
    let schema = JSONSchema().schema(of: kind)
    for field in kind.declaration.fields {
      let declared = try #require(schema["properties"]?[field.name.text])
      var taken = 0
      for value in Self.scalars + Self.collections {
        let document = Document(Array("---\n\(field.name): \(value)\n---\n".utf8))
        guard case .mapping(let mapping) = document.frontMatter, let node = mapping[field.name] else {
          Issue.record("\(value) is no YAML")
          continue
        }
        let record = Record(kind: kind, id: "x", week: nil, document: document)
        let isRight = !record.diagnostics.contains { $0.field == field.name.text }
        #expect(
          SchemaCheck.takes(SchemaCheck.read(node), declared) == isRight, "\(kind.name).\(field.name): \(value)")
        if isRight { taken += 1 }
      }
      // Both sides were tried.
      #expect(taken > 0 && taken < Self.scalars.count + Self.collections.count, "\(kind.name).\(field.name)")
    }
  }

  @Test func requiredFieldsAndUnknownOnes() throws {
    let schema = JSONSchema(extraFields: [.goal: ["ticket"]]).schema(of: .goal)
    func takes(_ yaml: String) -> Bool {
      let document = Document(Array("---\n\(yaml)\n---\n".utf8))
      guard case .mapping(let mapping) = document.frontMatter else { return false }
      return SchemaCheck.takes(SchemaCheck.read(mapping), schema)
    }
    #expect(takes("title: x\nstatus: proposed") && takes("title: x\nstatus: proposed\nticket: 7\ndue:"))
    #expect(!takes("title: x") && !takes("title: x\nstatus: proposed\ndeadline: 2026-11-20"))
  }
}

extension JSON {
  fileprivate subscript(name: String) -> JSON? {
    if case .object(let members) = self { members.first { $0.0 == name }?.1 } else { nil }
  }

  fileprivate var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  fileprivate var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  fileprivate func isEqual(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    default: number != nil && number == other.number
    }
  }
}

/// As much of JSON Schema, draft 2020-12, as ours use.
private enum SchemaCheck {
  /// A node as a reader of YAML 1.2 has it who guesses what scalars are.
  static func read(_ node: YAMLNode) -> JSON {
    switch node.content {
    case .sequence(let nodes): .array(nodes.map(read))
    case .mapping(let mapping): read(mapping)
    case .scalar(let text, isPlain: false): .string(text)
    case .scalar(let text, isPlain: true):
      switch text {
      case "", "~", "null": .null
      case "true": .bool(true)
      case "false": .bool(false)
      default:
        if text.wholeMatch(of: /[-+]?[0-9]+/) != nil {
          .int(Int(text) ?? 0)
        } else if text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil {
          .number(Double(text) ?? 0)
        } else {
          .string(text)
        }
      }
    }
  }

  static func read(_ mapping: YAMLMapping) -> JSON {
    .object(mapping.entries.map { ($0.key.text, read($0.value)) })
  }

  static func takes(_ value: JSON, _ schema: JSON) -> Bool {
    guard case .object(let keywords) = schema else { return schema.isEqual(true) }
    return keywords.allSatisfy { holds($0.0, $0.1, value, schema) }
  }

  private static func holds(_ keyword: String, _ said: JSON, _ value: JSON, _ schema: JSON) -> Bool {
    switch (keyword, value) {
    case ("$schema", _), ("$comment", _), ("title", _), ("description", _), ("format", _): return true
    case ("type", _): return (said.text.map { [$0] } ?? said.items.compactMap(\.text)).contains { isOf($0, value) }
    case ("enum", _): return said.items.contains { $0.isEqual(value) }
    case ("anyOf", _): return said.items.contains { takes(value, $0) }
    case ("pattern", .string(let text)):
      guard let regex = try? Regex(said.text ?? "") else {
        Issue.record("\(said.text ?? "") is no pattern")
        return false
      }
      return text.firstMatch(of: regex) != nil
    case ("minLength", .string(let text)): return text.unicodeScalars.count >= Int(said.number ?? 0)
    case ("minimum", .int), ("minimum", .number): return value.number! >= said.number!
    case ("maximum", .int), ("maximum", .number): return value.number! <= said.number!
    case ("items", .array(let items)): return items.allSatisfy { takes($0, said) }
    case ("minItems", .array(let items)): return items.count >= Int(said.number!)
    case ("maxItems", .array(let items)): return items.count <= Int(said.number!)
    case ("minProperties", .object(let members)): return members.count >= Int(said.number!)
    case ("required", .object): return said.items.allSatisfy { value[$0.text!] != nil }
    case ("properties", .object(let members)):
      return members.allSatisfy { name, member in said[name].map { takes(member, $0) } ?? true }
    case ("additionalProperties", .object(let members)):
      return members.allSatisfy { name, member in schema["properties"]?[name] != nil || takes(member, said) }
    case ("propertyNames", .object(let members)): return members.allSatisfy { takes(.string($0.0), said) }
    case ("pattern", _), ("minLength", _), ("minimum", _), ("maximum", _), ("items", _), ("minItems", _),
      ("maxItems", _),
      ("minProperties", _), ("required", _), ("properties", _), ("additionalProperties", _), ("propertyNames", _):
      return true
    default:
      Issue.record("\(keyword) is not known to this test")
      return false
    }
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
      ("integer", .int), ("number", .int), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
