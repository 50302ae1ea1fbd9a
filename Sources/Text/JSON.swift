/// A JSON value whose objects keep the order of their members, so that output is stable.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number that is not finite is written as `null`: JSON has no name for it.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// A value that is written already, in pieces, by one who has too much to say to make values of it first.
  case written([[UInt8]])

  /// A text, or `null` where there is none.
  package init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  /// A whole number, or `null` where there is none.
  package init(_ number: Int?) { self = number.map(JSON.int) ?? .null }
  /// A list of texts.
  package init(_ texts: some Sequence<String>) { self = .array(texts.map(JSON.string)) }

  /// The document: two spaces a level, a line feed at its end.
  package func bytes() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  /// Adds the value as text to `output`, with lines after the first indented by `level` levels; all on one line where
  /// that is nil.
  package func write(to output: inout [UInt8], level: Int? = 0) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value): output.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
    case .string(let value): JSON.write(value, to: &output)
    case .array(let values):
      JSON.writeList(values, "[", "]", level: level, to: &output) { $0.write(to: &$1, level: level.map { $0 + 1 }) }
    case .object(let members):
      JSON.writeList(members, "{", "}", level: level, to: &output) { member, output in
        JSON.write(member.0, to: &output)
        output.append(contentsOf: ": ".utf8)
        member.1.write(to: &output, level: level.map { $0 + 1 })
      }
    case .written(let pieces):
      // A short value would take all that is written already along to where there is room for it, and no more.
      let count = pieces.reduce(0) { $0 + $1.count }
      if count > output.count { output.reserveCapacity(output.count + count + 256) }
      for piece in pieces { output += piece }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, level: Int?,
    to output: inout [UInt8], each: (Element, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if let level { startLine(level + 1, in: &output) } else if index > 0 { output.append(UInt8(ascii: " ")) }
      each(element, &output)
    }
    if let level, !elements.isEmpty { startLine(level, in: &output) }
    output.append(UInt8(ascii: close))
  }

  private static func startLine(_ level: Int, in output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  /// Adds a text in quotes.
  ///
  /// The document may be read on a terminal, so what a terminal would obey is escaped, not only what the grammar asks
  /// for. Plain ASCII goes through as it is; only other text is looked at by scalars.
  package static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
      output += bytes
      return true
    }
    if !isPlain { for scalar in text.unicodeScalars { write(scalar, to: &output) } }
    output.append(UInt8(ascii: "\""))
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output.append(contentsOf: "\\\"".utf8)
    case "\\": output.append(contentsOf: "\\\\".utf8)
    case "\n": output.append(contentsOf: "\\n".utf8)
    case "\r": output.append(contentsOf: "\\r".utf8)
    case "\t": output.append(contentsOf: "\\t".utf8)
    default:
      if isHidden(scalar) {
        for unit in UTF16.encode(scalar) ?? .init() {
          output.append(contentsOf: ("\\u" + hexadecimal(UInt32(unit), digits: 4)).utf8)
        }
      } else {
        output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
}
