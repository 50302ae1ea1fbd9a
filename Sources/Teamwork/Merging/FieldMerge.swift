internal import Documents
internal import Text

/// Merges front matter field by field.
struct FieldMerge {
  let merge: LineMerge
  let kind: Kind

  /// - Returns: nil where the fields do not stand on lines of their own, or both sides put them in another order.
  func callAsFunction(_ documents: Versions<Document>) throws -> Merged? {
    guard let base = FieldLines(documents.base), let ours = FieldLines(documents.ours),
      let theirs = FieldLines(documents.theirs)
    else { return nil }
    let versions = Versions(base: base, ours: ours, theirs: theirs)
    let order = versions.map(\.keys).mergedOrder { ours.fields[$0] != nil || theirs.fields[$0] != nil }
    guard let order else { return nil }
    var merged = Merged([])
    for key in order { merged = try merged + field(key, versions.map { $0.fields[key] }) }
    return try merged + comments(versions.map(\.tail))
  }

  private func field(_ key: Name, _ versions: Versions<FieldLines.Field?>) throws -> Merged {
    if let settled = versions.settled { return Merged(settled?.bytes ?? []) }
    let leads = versions.map { $0?.lead ?? [] }
    guard let ours = versions.ours, let theirs = versions.theirs else {
      // What changed above a field that went is not the field.
      if let core = versions.map({ $0?.core }).settled, core == nil { return try comments(leads) }
      return merge.conflict(versions.ours?.bytes ?? [], versions.theirs?.bytes ?? [])
    }
    return try comments(leads) + value(key, Versions(base: versions.base, ours: ours, theirs: theirs))
  }

  private func value(_ key: Name, _ versions: Versions<FieldLines.Field?>) throws -> Merged {
    let bytes = versions.map { $0?.core ?? [] }
    if let settled = bytes.settled { return Merged(settled) }
    if let ours = versions.ours, let theirs = versions.theirs, ours.means(theirs) {
      return Merged(ours.core.lexicographicallyPrecedes(theirs.core) ? ours.core : theirs.core)
    }
    let type = kind.declaration.field(key)?.type
    let blocks = versions.map { $0.map { YAMLBlock(bytes: $0.core, node: $0.node, start: $0.start) } }
    switch type {
    case .list?, nil:
      let isDeclared = type != nil
      if let list = ListMerge.merge(
        blocks.map { $0.flatMap { ListLines($0, isDeclared: isDeclared) } }, hasBase: blocks.base != nil)
      {
        return Merged(list)
      }
    default: break
    }
    if let nested = try NestedMerge(merge: merge)(blocks) { return nested }
    if versions.base == nil { return merge.conflict(bytes.ours, bytes.theirs) }
    return try merge(bytes)
  }

  /// Comments are kept line by line: what one side took out is gone, what a side put in is there.
  private func comments(_ versions: Versions<[UInt8]>) throws -> Merged {
    if let settled = versions.settled { return Merged(settled) }
    let keys = versions.map { lines(of: $0[...]).map { Name(String(decoding: $0, as: UTF8.self)) } }
    let sets = keys.map(Set.init)
    if sets.base.count == keys.base.count, sets.ours.count == keys.ours.count, sets.theirs.count == keys.theirs.count,
      !versions.ours.contains(0x0D), !versions.theirs.contains(0x0D),
      let order = keys.mergedOrder(survives: { sets.ours.contains($0) && sets.theirs.contains($0) })
    {
      return Merged(order.flatMap { Array($0.text.utf8) })
    }
    return try merge(versions)
  }
}

/// Front matter as the lines of its fields.
struct FieldLines {
  struct Field: Equatable {
    /// The comments and empty lines right above it.
    let lead: [UInt8]
    /// From its key to the end of its last line.
    let core: [UInt8]
    let node: YAMLNode
    /// Where `core` begins in the file.
    let start: Int

    var bytes: [UInt8] { lead + core }

    /// Whether it differs from another in nothing but how its value is quoted.
    func means(_ other: Field) -> Bool {
      guard case .scalar(let text, _) = node.content, case .scalar(let otherText, _) = other.node.content,
        text.utf8.elementsEqual(otherText.utf8),
        let (head, tail) = surroundings, let (otherHead, otherTail) = other.surroundings
      else { return false }
      return head == otherHead && tail == otherTail
    }

    /// What stands before and behind the value.
    private var surroundings: (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
      let (lower, upper) = (node.range.lowerBound - start, node.range.upperBound - start)
      return lower > 0 && upper <= core.count ? (core[..<lower], core[upper...].drop { $0 == 0x0A }) : nil
    }

    static func == (a: Field, b: Field) -> Bool { a.lead == b.lead && a.core == b.core }
  }

  private(set) var keys: [Name] = []
  private(set) var fields: [Name: Field] = [:]
  /// The comments and empty lines below the last field.
  private(set) var tail: [UInt8] = []

  /// - Returns: nil where a field shares a line with another.
  init?(_ document: Document) {
    guard case .mapping(let mapping) = document.frontMatter, let range = document.frontMatterRange else {
      // What was not there has no fields.
      if document.frontMatterRange == nil { return }
      return nil
    }
    let bytes = document.bytes
    let all = lines(of: bytes[range])
    var starts: [Int] = []
    var entries = mapping.entries[...]
    var value = range.lowerBound..<range.lowerBound
    for (number, line) in all.enumerated() {
      guard let first = line.first else { continue }
      if let entry = entries.first, entry.keyRange.lowerBound == line.startIndex {
        starts.append(number)
        value = entry.value.range
        entries.removeFirst()
      } else if ![0x20, 0x0A, 0x0D, UInt8(ascii: "#"), UInt8(ascii: "-")].contains(first),
        !value.contains(line.startIndex)
      {
        return nil
      }
    }
    guard entries.isEmpty else { return nil }
    func isComment(_ line: ArraySlice<UInt8>) -> Bool { line.first == UInt8(ascii: "#") || BodyUnits.isBlank(line) }
    func comments(above number: Int, from lower: Int) -> Int {
      var first = number
      while first > lower, isComment(all[first - 1]) { first -= 1 }
      return first
    }
    var end = 0
    for (index, number) in starts.enumerated() {
      // What stands above the first field is all its own.
      let lead = index == 0 ? 0 : end
      let next = index + 1 < starts.count ? starts[index + 1] : all.count
      end = comments(above: next, from: number + 1)
      let key = mapping.entries[index].key
      keys.append(key)
      fields[key] = Field(
        lead: Array(all[lead..<number].joined()), core: Array(all[number..<end].joined()),
        node: mapping.entries[index].value,
        start: all[number].startIndex)
    }
    tail = Array(all[end...].joined())
  }
}
