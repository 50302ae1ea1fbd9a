internal import CYAML
internal import Text

/// Reads front matter with libyaml's events into nodes with byte ranges.
///
/// libyaml has no limit of depth (and is quadratic in it), accepts duplicate keys, aliases, tags and
/// several documents: all of that is refused here, in the event loop.
struct YAMLReader {
  private var parser = yaml_parser_t()
  private let base: Int
  private let depthLimit: Int
  private let offsets: CodePointTable
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var faults: [Diagnostic] = []
  private var topLevelKey: String?
  /// The fault of a key that stands more than once, by where it stands first.
  private var repeated: [Int: Int] = [:]

  /// A stop of the event loop; the fault has the words.
  private struct Refusal: Error { var fault: Diagnostic }

  /// The mapping, or nil with faults. `bytes` are the front matter alone, which stands at `base` in its file.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, base: Int, depthLimit: Int
  ) -> (mapping: YAMLMapping?, faults: [Diagnostic]) {
    var reader = YAMLReader(bytes, base: base, depthLimit: depthLimit)
    do {
      let mapping = try reader.readDocument()
      return (mapping, reader.faults)
    } catch {
      return (nil, reader.faults + [error.fault])
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int, depthLimit: Int) {
    self.bytes = bytes
    self.base = base
    self.depthLimit = depthLimit
    offsets = CodePointTable(bytes)
  }

  private mutating func readDocument() throws(Refusal) -> YAMLMapping {
    guard yaml_parser_initialize(&parser) != 0 else {
      throw Refusal(fault: Diagnostic(.unreadableFile, at: base..<base, "out of memory"))
    }
    defer { yaml_parser_delete(&parser) }
    // The parser keeps the pointer; `bytes` outlive this call.
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)

    try expect(YAML_STREAM_START_EVENT)
    var event = try next()
    if event.type == YAML_STREAM_END_EVENT {
      yaml_event_delete(&event)
      return YAMLMapping()
    }
    let isExplicit = event.data.document_start.implicit == 0
    let start = range(of: event)
    yaml_event_delete(&event)
    if isExplicit {
      throw refusal(start, "a document marker or directive inside the front matter", help: "remove it")
    }

    event = try next()
    let root = try node(&event, depth: 0)
    try expect(YAML_DOCUMENT_END_EVENT)
    event = try next()
    let last = event.type
    let lastRange = range(of: event)
    yaml_event_delete(&event)
    guard last == YAML_STREAM_END_EVENT else {
      throw refusal(lastRange, "a second YAML document inside the front matter", help: "keep one mapping")
    }
    switch root.content {
    case .mapping(let mapping): return mapping
    case .scalar(let text, true) where text.isEmpty: return YAMLMapping()
    default:
      throw refusal(
        root.range, "the front matter is not a mapping", help: "write it as lines of `field: value`")
    }
  }

  // MARK: Events

  private mutating func next() throws(Refusal) -> yaml_event_t {
    var event = yaml_event_t()
    // "An application must not alternate the calls … and must delete the event": every path below does.
    if yaml_parser_parse(&parser, &event) == 0 { throw parserError() }
    return event
  }

  private mutating func expect(_ type: yaml_event_type_t) throws(Refusal) {
    var event = try next()
    let found = event.type
    let place = range(of: event)
    yaml_event_delete(&event)
    if found != type { throw refusal(place, "this is not a YAML mapping") }
  }

  /// Reads the node that `event` begins, and deletes the event.
  private mutating func node(_ event: inout yaml_event_t, depth: Int) throws(Refusal) -> YAMLNode {
    defer { yaml_event_delete(&event) }
    let place = range(of: event)
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw refusal(place, "a YAML alias", help: "write the value out: aliases are not part of the format")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuseDecoration(place, anchor: scalar.anchor, tag: scalar.tag)
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
        bytes[(place.lowerBound - base)..<(place.upperBound - base)].contains(UInt8(ascii: "\\")),
        var fault = HiddenCharacters.fault(in: text, at: place)
      {
        fault.field = topLevelKey
        faults.append(fault)
      }
      return YAMLNode(
        content: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), range: place)
    case YAML_SEQUENCE_START_EVENT:
      try refuseDecoration(
        place, anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
      try refuseDepth(depth + 1, place)
      return try sequence(from: place.lowerBound, depth: depth + 1)
    case YAML_MAPPING_START_EVENT:
      try refuseDecoration(
        place, anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
      try refuseDepth(depth + 1, place)
      return try mapping(from: place.lowerBound, depth: depth + 1)
    default:
      throw refusal(place, "this is not a YAML mapping")
    }
  }

  private mutating func sequence(from start: Int, depth: Int) throws(Refusal) -> YAMLNode {
    var nodes: [YAMLNode] = []
    while true {
      var event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT {
        let end = range(of: event).upperBound
        yaml_event_delete(&event)
        return YAMLNode(content: .sequence(nodes), range: trimmed(start..<max(start, end)))
      }
      nodes.append(try node(&event, depth: depth))
    }
  }

  private mutating func mapping(from start: Int, depth: Int) throws(Refusal) -> YAMLNode {
    var entries: [YAMLMapping.Entry] = []
    // Where each key stands, once there are too many to look at each.
    var places: [Name: Int] = [:]
    while true {
      var event = try next()
      if event.type == YAML_MAPPING_END_EVENT {
        let end = range(of: event).upperBound
        yaml_event_delete(&event)
        return YAMLNode(
          content: .mapping(YAMLMapping(entries: entries)), range: trimmed(start..<max(start, end)))
      }
      let keyNode = try node(&event, depth: depth)
      guard case .scalar(let text, let isPlain) = keyNode.content else {
        throw refusal(keyNode.range, "a key that is not a text")
      }
      if text.isEmpty { throw refusal(keyNode.range, "a value without a key") }
      if isPlain, text == "<<" {
        throw refusal(
          keyNode.range, "a YAML merge key", help: "write the fields out: merge keys are not part of the format")
      }
      let key = Name(text)
      if depth == 1 { topLevelKey = text }
      var valueEvent = try next()
      let value = try node(&valueEvent, depth: depth)
      if places.isEmpty, entries.count >= 16 {
        for (index, entry) in entries.enumerated() { places[entry.key] = index }
      }
      if let index = places.isEmpty ? entries.firstIndex(where: { $0.key == key }) : places[key] {
        repeatKey(entries[index].keyRange, text, at: keyNode.range)
      } else {
        if !places.isEmpty { places[key] = entries.count }
        entries.append(.init(key: key, keyRange: keyNode.range, value: value))
      }
    }
  }

  /// One fault for a key, however often it stands.
  private mutating func repeatKey(_ first: Range<Int>, _ text: String, at range: Range<Int>) {
    if let number = repeated[first.lowerBound] {
      faults[number].related.append(.init(.none, range, "again"))
      faults[number].message = "`\(text)` stands \(faults[number].related.count + 1) times"
      return
    }
    repeated[first.lowerBound] = faults.count
    faults.append(
      Diagnostic(
        .duplicateField, at: first, "`\(text)` stands twice", field: topLevelKey, help: "keep one of them",
        related: [.init(.none, range, "again")]))
  }

  // MARK: Refusals

  private func refuseDecoration(
    _ place: Range<Int>, anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) throws(Refusal) {
    if anchor != nil {
      throw refusal(place, "a YAML anchor", help: "write the value out: anchors are not part of the format")
    }
    if tag != nil {
      throw refusal(place, "a YAML tag", help: "remove it: the field's type says what the value means")
    }
  }

  private func refuseDepth(_ depth: Int, _ place: Range<Int>) throws(Refusal) {
    if depth > depthLimit {
      throw refusal(
        place.lowerBound..<(place.lowerBound + 1),
        "more than \(depthLimit) collections inside each other",
        help: "flatten it, or raise `limits: {depth: …}` in the charter")
    }
  }

  private func refusal(_ range: Range<Int>, _ message: String, help: String? = nil) -> Refusal {
    Refusal(fault: Diagnostic(.invalidYAML, at: range, message, field: topLevelKey, help: help))
  }

  private func parserError() -> Refusal {
    let end = base + bytes.count
    let isUnclosed = parser.problem.map { String(cString: $0).contains("unexpected end of stream") } ?? false
    // What is not closed is wrong where it begins.
    let mark = isUnclosed ? parser.context_mark : parser.problem_mark
    let place = base + offsets.byteOffset(ofCodePoint: mark.index)
    // A mark at the end of the input would show an empty line: the last character is the place.
    let start = max(base, min(place, end - 1))
    let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    if problem.contains("could not find expected ':'") && parser.problem_mark.index > parser.context_mark.index + 1_024
      || problem.contains("mapping values are not allowed") && isColonOfLongKey(place - base)
    {
      return refusal(start..<(start + 1), "a key is longer than 1,024 characters, which YAML does not allow")
    }
    let context = parser.context.map { String(cString: $0) + ", " } ?? ""
    return refusal(
      start..<min(start + 1, max(end, start + 1)), "this is not YAML: \(context)\(problem)",
      help: hint(for: problem, context: context, at: start - base))
  }

  /// Whether the colon at an offset is the first of its line and stands past what libyaml looks for one.
  private func isColonOfLongKey(_ offset: Int) -> Bool {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return offset - start > 1_024 && !before[start...].contains(UInt8(ascii: ":"))
  }

  /// What usually lies behind libyaml's words.
  private func hint(for problem: String, context: String, at offset: Int) -> String? {
    if problem.contains("mapping values are not allowed") {
      return "a text with a colon in it needs quotes: `title: \"Part 1: the start\"`"
    }
    if problem.contains("cannot start any token") {
      return bytes.indices.contains(offset) && bytes[offset] == 0x09
        ? "a line is indented with spaces, not with a tab" : "a text that begins with `@`, `` ` `` or `%` needs quotes"
    }
    if context.contains("flow sequence") || context.contains("flow mapping") {
      return "a bracket is not closed, or a comma is missing"
    }
    if problem.contains("unexpected end of stream"), context.contains("quoted") { return "a quote is not closed" }
    if problem.contains("could not find expected ':'") {
      return "each line is `field: value`; a long text goes in quotes"
    }
    return nil
  }

  // MARK: Places

  private func range(of event: yaml_event_t) -> Range<Int> {
    let start = base + offsets.byteOffset(ofCodePoint: event.start_mark.index)
    let end = base + offsets.byteOffset(ofCodePoint: event.end_mark.index)
    return trimmed(start..<max(start, end))
  }

  /// Block collections and scalars end where the next token begins: the white space between is not theirs.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isWhiteSpace(bytes[end - base - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}

/// Space, tab and line ends.
func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// libyaml counts code points; this turns its counts into byte offsets.
struct CodePointTable {
  /// Empty when every character is one byte.
  private var offsets: [Int32] = []
  private let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    if bytes.allSatisfy({ $0 < 0x80 }) { return }
    offsets.reserveCapacity(bytes.count + 1)
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { offsets.append(Int32(index)) }
  }

  func byteOffset(ofCodePoint index: Int) -> Int {
    if offsets.isEmpty { return min(index, count) }
    return index < offsets.count ? Int(offsets[index]) : count
  }
}
