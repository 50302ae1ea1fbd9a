internal import Text

/// `NAME=VALUE`, `NAME+=VALUE` or `NAME-=VALUE`, as `tw set` takes it.
struct Assignment {
  enum Operator: String {
    case set = "="
    case add = "+="
    case drop = "-="
  }

  let name: String
  let sign: Operator
  let value: String

  /// - Parameter example: what one looks like, for who wrote something else.
  /// - Throws: `Failure` where it is none.
  init(_ word: String, like example: String) throws {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex else {
      throw Failure("\(quoted(word)) is no `field=value`", help: "like " + example)
    }
    value = String(word[word.utf8.index(after: equals)...])
    let before = word.utf8.index(before: equals)
    switch word.utf8[before] {
    case UInt8(ascii: "+"): (name, sign) = (String(word[..<before]), .add)
    case UInt8(ascii: "-"): (name, sign) = (String(word[..<before]), .drop)
    default: (name, sign) = (String(word[..<equals]), .set)
    }
  }

  /// The entries of the value, each once.
  var entries: [String] { Self.entries(of: value) }

  /// The entries of `a,b`, each once; in `"a, b",c` quotes keep the comma.
  static func entries(of value: String) -> [String] {
    var entries: [Name] = []
    func add(_ word: Substring) {
      let entry = Name(String(word.trimmed))
      if !entry.isEmpty, !entries.contains(entry) { entries.append(entry) }
    }
    var rest = Substring(value)
    while !rest.isEmpty {
      let word = rest.drop { $0 == " " }
      if word.hasPrefix("\""), let close = word.dropFirst().firstIndex(of: "\""),
        word[word.index(after: close)...].drop(while: { $0 == " " }).first ?? "," == ","
      {
        add(word[..<close].dropFirst())
        rest = word[word.index(after: close)...].drop { $0 == " " }.dropFirst()
      } else {
        let end = rest.firstIndex(of: ",")
        add(rest[..<(end ?? rest.endIndex)])
        rest = end.map { rest[rest.index(after: $0)...] } ?? ""
      }
    }
    return entries.map(\.text)
  }
}
