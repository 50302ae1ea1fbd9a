internal import Text

/// How a text stands in front matter so that every YAML reader takes it for that text.
package enum YAMLText {
  package enum Place { case block, flow }

  /// `text` as it is where that is safe, else in double quotes.
  ///
  /// - Parameter isWords: whether something that looks like a number, a date or a truth value is words all the same, and
  ///   needs quotes to be that for other readers too.
  package static func scalar(_ text: String, in place: Place = .block, isWords: Bool = true) -> String {
    isPlain(text, place) && !(isWords && looksLikeSomethingElse(text)) ? text : "\"" + escaped(text) + "\""
  }

  /// `text` in the quotes that a value begins with, where it can stand in them.
  ///
  /// - Parameter style: the value's first byte.
  static func scalar(_ text: String, like style: UInt8, in place: Place = .block, isWords: Bool = true) -> String {
    switch style {
    case UInt8(ascii: "\""): return "\"" + escaped(text) + "\""
    case UInt8(ascii: "'"):
      let hasEscapes = text.unicodeScalars.contains {
        $0 != "\"" && $0 != "\\" && escaped(String($0)).unicodeScalars.count > 1
      }
      return hasEscapes
        ? scalar(text, in: place, isWords: isWords)
        : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    default: return scalar(text, in: place, isWords: isWords)
    }
  }

  /// The inside of double quotes.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{2028}", "\u{2029}", "\u{85}", "\u{FEFF}": result += hexadecimal(scalar)
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          result += hexadecimal(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private static func isPlain(_ text: String, _ place: Place) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if "-?:,[]{}#&*!|>'\"%@`=~ ".unicodeScalars.contains(first) || last == " " || last == ":" { return false }
    var previous: Unicode.Scalar = "x"
    for scalar in text.unicodeScalars {
      if isHidden(scalar) || (previous == ":" && scalar == " ") || (previous == " " && scalar == "#") { return false }
      if place == .flow, ",[]{}:".unicodeScalars.contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  /// What YAML 1.1 or 1.2 would read as null, a truth value, a number or a date.
  private static func looksLikeSomethingElse(_ text: String) -> Bool {
    if ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) { return true }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2B || first == 0x2E else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) || "+-.:_xXoOtTzZ ".utf8.contains(byte)
    }
  }
}
