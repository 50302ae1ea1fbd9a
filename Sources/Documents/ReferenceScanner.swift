/// The syntax of `@mentions`, `[[wiki links]]` and the destinations of links, on bytes.
enum ReferenceScanner {
  /// The mention at the `@` at `index`, the sign included; nil where the sign is part of something else.
  ///
  /// - Parameters:
  ///   - start: where the run of text begins.
  ///   - block: the block it stands in, to see what stands before the run.
  static func mention(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int, block: Range<Int>, to end: Int
  ) -> Range<Int>? {
    if index > block.lowerBound {
      let before = bytes[index - 1]
      // `ana@example.org`, `x.y/@ana`: an address or a path, not a mention.
      switch before {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "@"),
        UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
        UInt8(ascii: "\\"), UInt8(ascii: "`"):
        return nil
      case UInt8(ascii: "/"):
        // `@ana/@ben`, but not `x.y/@ana`.
        var position = index - 1
        while position > block.lowerBound, isWordByte(bytes[position - 1]) || bytes[position - 1] == UInt8(ascii: "-") {
          position -= 1
        }
        if position == index - 1 || position == block.lowerBound || bytes[position - 1] != UInt8(ascii: "@") {
          return nil
        }
      case UInt8(ascii: "_"), UInt8(ascii: "-"):
        // The end of a word, or the start of emphasis.
        if index - 1 > block.lowerBound, isWordByte(bytes[index - 2]) { return nil }
      case 0x80...:
        if endsWithLetter(bytes, before: index, from: block.lowerBound) { return nil }
      default:
        if isInsideAddress(bytes, before: index, from: block.lowerBound) { return nil }
      }
    }
    var position = index + 1
    while position < end, let length = nameCharacter(bytes, at: position) { position += length }
    guard position > index + 1 else { return nil }
    // `@ana@chaos.social` is an address elsewhere.
    if position < end, bytes[position] == UInt8(ascii: "@") { return nil }
    // `@organisation/team` is a forge's; `@ana/@ben` are two of ours.
    if position + 1 < end, bytes[position] == UInt8(ascii: "/"), isWordByte(bytes[position + 1]) { return nil }
    guard let first = decodeScalar(bytes, at: index + 1).flatMap({ Unicode.Scalar($0.0) }), isLetterOrDigit(first)
    else { return nil }
    while position > index + 2, bytes[position - 1] == UInt8(ascii: ".") { position -= 1 }
    return index..<position
  }

  /// The link at the `[[` at `index`, when it is closed on its line.
  static func wikiLink(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> (Reference.Target, Range<Int>)? {
    var position = index + 2
    var bar: Int?
    while position + 1 < end {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D { return nil }
      if byte == UInt8(ascii: "["), bytes[position + 1] == UInt8(ascii: "[") { return nil }
      if byte == UInt8(ascii: "]"), bytes[position + 1] == UInt8(ascii: "]") {
        var last = bar ?? position
        // In a table the bar is written `\|`.
        if bar != nil, last > index + 2, bytes[last - 1] == UInt8(ascii: "\\") { last -= 1 }
        let text = trimmedText(bytes, (index + 2)..<last)
        // A heading of this page names no record.
        if text.utf8.first == UInt8(ascii: "#"), text.utf8.dropFirst().first != UInt8(ascii: "^") { return nil }
        return (target(text), index..<(position + 2))
      }
      if byte == UInt8(ascii: "|"), bar == nil { bar = position }
      position += 1
    }
    return nil
  }

  private static func target(_ text: String) -> Reference.Target {
    var rest = Substring(text)
    var kind: String?
    var anchor: String?
    if let sign = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "#") }) {
      var behind = rest[rest.utf8.index(after: sign)...]
      if rest.utf8[sign] == UInt8(ascii: "^") {
        anchor = String(behind)
      } else if behind.utf8.first == UInt8(ascii: "^") {
        // `#^guide` is Obsidian's way to name a block; any other `#` names a heading.
        behind = behind.dropFirst()
        anchor = String(behind)
      }
      rest = rest[..<sign]
      while rest.utf8.last == 0x20 { rest = rest.dropLast() }
    }
    // A status report's id has a slash of its own: the kind ends at the first.
    if let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) {
      kind = String(rest[..<slash])
      rest = rest[rest.utf8.index(after: slash)...]
    }
    return .wiki(kind: kind, id: String(rest), anchor: anchor)
  }

  /// The path of a link to a file: percent-decoded, without query and fragment. Nil for addresses,
  /// and for links within the page.
  static func filePath(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "?") else { return nil }
    if bytes.starts(with: "//".utf8) { return nil }
    // A scheme is a letter, then letters, digits, `+`, `-`, `.`, up to a colon.
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      bytes[0..<colon].allSatisfy({
        isWordByte($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }),
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    {
      return nil
    }
    var path: [UInt8] = []
    var index = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: "#"), bytes[index] != UInt8(ascii: "?") {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
        let low = hexValue(bytes[index + 2])
      {
        path.append(high << 4 | low)
        index += 3
      } else {
        path.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The length of a character that a name may have.
  private static func nameCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x80 {
      return isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") ? 1 : nil
    }
    guard let (value, length) = decodeScalar(bytes, at: index), let scalar = Unicode.Scalar(value) else { return nil }
    return isLetterOrDigit(scalar) || isMark(scalar) ? length : nil
  }

  private static func endsWithLetter(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int, from start: Int) -> Bool {
    var position = index - 1
    while position > start, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    guard let (value, _) = decodeScalar(bytes, at: position), let scalar = Unicode.Scalar(value) else { return false }
    // Scripts without spaces between words put a mention right behind a letter.
    return isLetterOrDigit(scalar) && scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
  }

  /// `https://host/?q=(@x`: a sign inside an address that is written out.
  private static func isInsideAddress(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int, from start: Int) -> Bool {
    var position = index - 1
    // An address longer than this is none, and looking further for each sign would take forever.
    let start = max(start, index - 1_024)
    while position >= start, !isWhiteSpace(bytes[position]) {
      if bytes[position] == UInt8(ascii: ":"), position + 2 < index, bytes[position + 1] == UInt8(ascii: "/"),
        bytes[position + 2] == UInt8(ascii: "/")
      {
        return true
      }
      position -= 1
    }
    return false
  }

  private static func trimmedText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] == 0x20 { range = (range.lowerBound + 1)..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] == 0x20 { range = range.lowerBound..<(range.upperBound - 1) }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}

/// A letter or a decimal digit in any script.
package func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
  default: false
  }
}

/// A mark that belongs to the letter before it.
package func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark: true
  default: false
  }
}
