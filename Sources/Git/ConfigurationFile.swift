/// One file in the syntax of `git config`, without what it includes: enough for the questions that decide
/// how a repository is laid out, which Git asks of the repository's own file alone.
struct ConfigurationFile {
  /// In the order of the file. Section and name are in lower case, a subsection is as written. A variable
  /// without `=` has no value and means true.
  private(set) var entries: [(key: String, value: String?)] = []

  /// What a broken line means is Git's to say, so reading ends there and keeps what came before.
  init(_ bytes: [UInt8]) {
    var scanner = ConfigurationScanner(bytes: bytes)
    while let entry = scanner.next() { entries.append(entry) }
  }

  /// Several files as one, the later ones winning.
  init(merging files: [ConfigurationFile]) { entries = files.flatMap(\.entries) }

  /// The last value, as Git takes it; an entry without value is "true".
  subscript(key: String) -> String? {
    entries.last { $0.key == key }.map { $0.value ?? "true" }
  }

  func isTrue(_ key: String) -> Bool { self[key].map(ConfigurationFile.isTrue) ?? false }

  static func isTrue(_ value: String) -> Bool {
    switch value.lowercased() {
    case "true", "yes", "on": true
    default: Int(value).map { $0 != 0 } ?? false
    }
  }
}

private struct ConfigurationScanner {
  let bytes: [UInt8]
  var position = 0
  var section = ""

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func next() -> (key: String, value: String?)? {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "#"), UInt8(ascii: ";"):
        skipLine()
      case UInt8(ascii: "["):
        guard readSection() else { return nil }
      default:
        return readVariable()
      }
    }
    return nil
  }

  private mutating func skipLine() {
    while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipBlanks() {
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { position += 1 }
  }

  /// `[name]` or `[name "sub \"section\""]`.
  private mutating func readSection() -> Bool {
    position += 1
    var name = takeWord(allowing: UInt8(ascii: "."))
    skipBlanks()
    if current == UInt8(ascii: "\"") {
      position += 1
      var subsection: [UInt8] = []
      while let byte = current, byte != UInt8(ascii: "\"") {
        guard byte != UInt8(ascii: "\n") else { return false }
        if byte == UInt8(ascii: "\\") { position += 1 }
        guard let byte = current else { return false }
        subsection.append(byte)
        position += 1
      }
      position += 1
      name += "." + String(decoding: subsection, as: UTF8.self)
    }
    guard current == UInt8(ascii: "]"), !name.isEmpty else { return false }
    position += 1
    section = name
    return true
  }

  private mutating func takeWord(allowing extra: UInt8? = nil) -> String {
    var word: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        word.append(byte)
      case extra: word.append(byte)
      default: return String(decoding: word, as: UTF8.self)
      }
      position += 1
    }
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func readVariable() -> (key: String, value: String?)? {
    let name = takeWord()
    guard !name.isEmpty, !section.isEmpty else { return nil }
    skipBlanks()
    guard current == UInt8(ascii: "=") else {
      skipLine()
      return (section + "." + name, nil)
    }
    position += 1
    skipBlanks()
    guard let value = readValue() else { return nil }
    return (section + "." + name, value)
  }

  private mutating func readValue() -> String? {
    var value: [UInt8] = []
    // Blanks at the end of a line do not count unless they are quoted.
    var kept = 0
    var isQuoted = false
    while let byte = current, byte != UInt8(ascii: "\n") {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        kept = value.count
      case UInt8(ascii: "\\"):
        guard let escaped = current else { return nil }
        position += 1
        switch escaped {
        case UInt8(ascii: "\n"): continue
        case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "b"): value.append(8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): value.append(escaped)
        default: return nil
        }
        kept = value.count
      case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
        skipLine()
      case UInt8(ascii: " ") where !isQuoted, UInt8(ascii: "\t") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        value.append(byte)
      default:
        value.append(byte)
        kept = value.count
      }
    }
    return isQuoted ? nil : String(decoding: value[..<kept], as: UTF8.self)
  }
}
