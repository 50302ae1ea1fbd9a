/// Other folders that objects are looked for in.
enum AlternateDirectories {
  /// `GIT_ALTERNATE_OBJECT_DIRECTORIES`, relative names seen from `base`.
  ///
  /// The names are separated by `:`; one that begins with `"` is quoted as in C, which Git does when a path
  /// itself holds a `:` or a `"`.
  static func fromEnvironment(_ variables: [String: String], base: String) -> [String] {
    let text = Array((variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").utf8)
    return names(text, separator: UInt8(ascii: ":")).map { Path.join(base, $0) }
  }

  /// The folders in `objects/info/alternates` that are not there: what was kept in them cannot be read.
  static func missing(from objectDirectory: String) throws -> [String] {
    try named(in: objectDirectory).filter { !FileSystem.isDirectory($0) }
  }

  /// The folders in `objects/info/alternates`.
  static func named(in objectDirectory: String) throws -> [String] {
    guard let bytes = try FileSystem.bytes(objectDirectory + "/info/alternates") else { return [] }
    return names(bytes, separator: UInt8(ascii: "\n"))
      .filter { $0.utf8.first != UInt8(ascii: "#") }
      .map { Path.join(objectDirectory, $0) }
  }

  private static func names(_ text: [UInt8], separator: UInt8) -> [String] {
    var rest = text[...]
    var names: [String] = []
    while !rest.isEmpty {
      let name: [UInt8]
      if rest.first == UInt8(ascii: "\""), let quoted = unquote(&rest) {
        name = quoted
      } else {
        let end = rest.firstIndex(of: separator) ?? rest.endIndex
        name = Array(rest[..<end])
        rest = rest[end...]
      }
      rest = rest.dropFirst()
      if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
    }
    return names
  }

  /// Takes a quoted text up to and with its closing quote; nil, and nothing taken, when there is none.
  private static func unquote(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    var text: [UInt8] = []
    var position = rest.startIndex + 1
    while position < rest.endIndex {
      let byte = rest[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        rest = rest[position...]
        return text
      case UInt8(ascii: "\\"):
        guard position < rest.endIndex else { return nil }
        let escaped = rest[position]
        position += 1
        switch escaped {
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
          guard position + 1 < rest.endIndex else { return nil }
          let digits = [escaped, rest[position], rest[position + 1]].map { Int($0) - 48 }
          guard digits.allSatisfy({ 0...7 ~= $0 }) else { return nil }
          text.append(UInt8(digits[0] << 6 | digits[1] << 3 | digits[2]))
          position += 2
        case UInt8(ascii: "a"): text.append(7)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "v"): text.append(11)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "r"): text.append(13)
        default: text.append(escaped)
        }
      default:
        text.append(byte)
      }
    }
    return nil
  }
}
