internal import Text

/// `NAME=VALUE`, `NAME+=VALUE` or `NAME-=VALUE`, as `tw set` takes it.
struct Assignment {
  enum Sign: String { case set = "=", add = "+=", drop = "-=" }

  let name: String
  let sign: Sign
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

  /// The entries of `a,b`, each once.
  var entries: [String] {
    var entries: [Name] = []
    for word in value.split(separator: ",") {
      let entry = Name(String(word.trimmed))
      if !entry.isEmpty, !entries.contains(entry) { entries.append(entry) }
    }
    return entries.map(\.text)
  }
}
