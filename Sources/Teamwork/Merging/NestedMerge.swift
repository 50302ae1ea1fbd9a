internal import Documents
internal import Text

/// Lines of a file that hold one value.
struct YAMLBlock: Equatable {
  let bytes: [UInt8]
  let node: YAMLNode
  /// Where `bytes` begin in the file.
  let start: Int

  static func == (a: YAMLBlock, b: YAMLBlock) -> Bool { a.bytes == b.bytes }
}

/// A mapping, or a list of more than plain values, whose entries stand on lines of their own.
struct NestedLines {
  /// What stands above the first entry.
  let head: [UInt8]
  let isMapping: Bool
  private(set) var keys: [Name] = []
  /// With the comments above it.
  private(set) var entries: [Name: YAMLBlock] = [:]

  /// - Returns: nil where entries share a line, or two have one name.
  init?(_ block: YAMLBlock) {
    let places: [(key: Name, offset: Int, node: YAMLNode)]
    switch block.node.content {
    case .mapping(let mapping):
      isMapping = true
      places = mapping.entries.map { ($0.key, $0.keyRange.lowerBound - block.start, $0.value) }
    case .sequence(let nodes):
      isMapping = false
      places = nodes.map { (Self.name(of: $0), $0.range.lowerBound - block.start, $0) }
    case .scalar: return nil
    }
    let first = block.node.range.lowerBound - block.start
    guard !places.isEmpty, block.bytes.indices.contains(first), !"{[".utf8.contains(block.bytes[first]) else {
      return nil
    }
    let all = lines(of: block.bytes[...])
    var starts: [Int] = []
    for (number, place) in places.enumerated() {
      guard let line = all.firstIndex(where: { $0.indices.contains(place.offset) }), line > starts.last ?? -1 else {
        return nil
      }
      let before = all[line][..<place.offset]
      // In a list of mappings the first of them stands behind the dash.
      let isAfterDash = !isMapping || (number == 0 && line == 0)
      guard before.allSatisfy({ $0 == 0x20 || ($0 == UInt8(ascii: "-") && isAfterDash) }) else { return nil }
      starts.append(line)
    }
    func isComment(_ line: ArraySlice<UInt8>) -> Bool { line.first { $0 != 0x20 } == UInt8(ascii: "#") }
    for number in starts.indices.dropFirst() {
      while starts[number] - 1 > starts[number - 1], isComment(all[starts[number] - 1]) { starts[number] -= 1 }
    }
    head = Array(all[..<starts[0]].joined())
    for (number, place) in places.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : all.count
      let entry = YAMLBlock(
        bytes: Array(all[starts[number]..<end].joined()), node: place.node,
        start: block.start + all[starts[number]].startIndex)
      guard entries.updateValue(entry, forKey: place.key) == nil else { return nil }
      keys.append(place.key)
    }
  }

  /// What one calls an entry of a list by.
  private static func name(of node: YAMLNode) -> Name {
    switch node.content {
    case .scalar(let text, _): return Name(text)
    case .mapping(let mapping):
      let names: [Name] = ["name", "id", "goal", "from"]
      let value = names.lazy.compactMap { mapping[$0]?.text }.first ?? mapping.entries.first?.value.text
      return Name(value ?? "")
    case .sequence: return ""
    }
  }
}

/// Merges mappings by their keys, and lists of mappings by what each is called, as deep as they go.
struct NestedMerge {
  let merge: LineMerge

  /// - Parameter versions: the base's is nil where both sides added the value.
  /// - Returns: nil where the entries cannot be told apart, or both sides put them in another order.
  func callAsFunction(_ versions: Versions<YAMLBlock?>) throws -> Merged? {
    let parts = versions.map { $0.flatMap(NestedLines.init) }
    guard let ours = parts.ours, let theirs = parts.theirs, (parts.base == nil) == (versions.base == nil),
      ours.isMapping == theirs.isMapping, parts.base.map({ $0.isMapping == ours.isMapping }) ?? true,
      let head = Versions(base: parts.base?.head ?? [], ours: ours.head, theirs: theirs.head).settled,
      let order = Versions(base: parts.base?.keys ?? [], ours: ours.keys, theirs: theirs.keys)
        .mergedOrder(survives: { ours.entries[$0] != nil || theirs.entries[$0] != nil })
    else { return nil }
    var merged = Merged(head)
    for key in order { merged = try merged + entry(parts.map { $0?.entries[key] }) }
    // A mapping of nothing is no mapping any more.
    return merged.bytes.count > head.count ? merged : nil
  }

  private func entry(_ versions: Versions<YAMLBlock?>) throws -> Merged {
    if let settled = versions.settled { return Merged(settled?.bytes ?? []) }
    guard let ours = versions.ours, let theirs = versions.theirs else {
      return merge.conflict(versions.ours?.bytes ?? [], versions.theirs?.bytes ?? [])
    }
    if let list = ListMerge.merge(
      versions.map { $0.flatMap { ListLines($0, isDeclared: false) } }, hasBase: versions.base != nil)
    {
      return Merged(list)
    }
    if let merged = try self(versions) { return merged }
    guard let base = versions.base else { return merge.conflict(ours.bytes, theirs.bytes) }
    return try merge(Versions(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes))
  }
}
