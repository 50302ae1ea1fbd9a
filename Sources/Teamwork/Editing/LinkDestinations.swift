internal import Documents

/// Where in the file the destinations of links and pictures stand, in the words of CommonMark. What is found is to be verified:
/// it is looked for without knowing what is code.
struct LinkDestinations {
  private let bytes: [UInt8]
  private let end: Int
  /// By their label; of several the first counts.
  private let definitions: [String: Range<Int>]

  init(_ document: Document) {
    bytes = document.bytes
    let range = document.body?.range ?? 0..<0
    end = range.upperBound
    definitions = Self.definitions(bytes, range)
  }

  /// What may be the destination of the link or picture that begins at an offset, without `<` and `>`, the likeliest first.
  func candidates(ofLinkAt start: Int) -> [Range<Int>] {
    let open = start < end && bytes[start] == UInt8(ascii: "!") ? start + 1 : start
    guard let close = closing(open) else { return [] }
    var found: [Range<Int>] = []
    var label = (open + 1)..<close
    if close + 1 < end, bytes[close + 1] == UInt8(ascii: "("),
      let destination = Self.destination(bytes, from: close + 2, to: end)
    {
      found.append(destination)
    } else if close + 1 < end, bytes[close + 1] == UInt8(ascii: "["),
      let last = Self.labelEnd(bytes, close + 1, to: end), last > close + 2
    {
      label = (close + 2)..<last
    }
    if let defined = definitions[Self.normalized(bytes[label])] { found.append(defined) }
    return found
  }

  /// The `]` that belongs to a `[`, in the same paragraph.
  private func closing(_ open: Int) -> Int? {
    guard open < end, bytes[open] == UInt8(ascii: "[") else { return nil }
    var depth = 0
    var index = open
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): index = codeEnd(index) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      case 0x0A where Self.isBlankLine(bytes, index + 1, to: end): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Behind the code that begins here; where none does, behind its backticks.
  private func codeEnd(_ start: Int) -> Int {
    func runEnd(_ start: Int) -> Int { bytes[start..<end].firstIndex { $0 != UInt8(ascii: "`") } ?? end }
    let first = runEnd(start)
    var index = first
    while index < end {
      if bytes[index] == UInt8(ascii: "`") {
        let last = runEnd(index)
        if last - index == first - start { return last }
        index = last
      } else {
        if bytes[index] == 0x0A, Self.isBlankLine(bytes, index + 1, to: end) { break }
        index += 1
      }
    }
    return first
  }

  private static func isBlankLine(_ bytes: [UInt8], _ start: Int, to end: Int) -> Bool {
    bytes[start..<end].first { !isSpace($0) && $0 != 0x0D }.map { $0 == 0x0A } ?? true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The `]` of a label, in which no bracket stands without a backslash.
  private static func labelEnd(_ bytes: [UInt8], _ open: Int, to end: Int) -> Int? {
    var index = open + 1
    while index < end, index - open < 1_000 {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Behind white space with one line end at most, and the signs of quotations that the next line begins with.
  private static func destination(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    var lines = 0
    while index < end {
      if bytes[index] == 0x0A {
        lines += 1
      } else if !isSpace(bytes[index]), bytes[index] != 0x0D, lines == 0 || bytes[index] != UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    guard index < end, lines < 2 else { return nil }
    let first = index
    if bytes[first] == UInt8(ascii: "<") {
      let close = bytes[first..<end].firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A }
      return close.flatMap { bytes[$0] == 0x0A ? nil : (first + 1)..<$0 }
    }
    var depth = 0
    while index < end, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return first..<index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return first..<min(index, end)
  }

  /// `[label]: destination`, in quotations and lists, too.
  private static func definitions(_ bytes: [UInt8], _ range: Range<Int>) -> [String: Range<Int>] {
    var found: [String: Range<Int>] = [:]
    var line = range.lowerBound
    while line < range.upperBound {
      let next = bytes[line..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
      let open = bytes[line..<next].firstIndex { !isMarker($0) } ?? next
      if open < next, bytes[open] == UInt8(ascii: "["), let close = labelEnd(bytes, open, to: range.upperBound),
        close + 1 < range.upperBound,
        bytes[close + 1] == UInt8(ascii: ":"),
        let destination = destination(bytes, from: close + 2, to: range.upperBound)
      {
        let label = normalized(bytes[(open + 1)..<close])
        if found[label] == nil { found[label] = destination }
      }
      line = next
    }
    return found
  }

  /// What quotations and list items begin with.
  private static func isMarker(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "+")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ")")
  }

  /// Labels are the same whatever their capitals and white space.
  private static func normalized(_ label: ArraySlice<UInt8>) -> String {
    let words = label.split { isSpace($0) || $0 == 0x0A || $0 == 0x0D }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ").uppercased().lowercased()
  }
}
