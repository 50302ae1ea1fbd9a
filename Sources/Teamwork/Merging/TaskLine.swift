internal import Text

/// The first line of a task in its parts: what stands before its box, the box, the words, who owns it, the attributes.
struct TaskLine {
  private static let attributes = ["due:", "done:", "needs:", "role:", "effort:"]

  private let prefix: [UInt8]
  private let box: [UInt8]
  /// Behind the box, line end included.
  private let rest: [UInt8]
  private var words: [Name] = []
  /// By what they begin with; who is named behind the last word by themselves.
  private var values: [Name: Name] = [:]

  /// - Parameter line: with its end.
  /// - Returns: nil where it has no box, or an attribute twice.
  init?(_ line: [UInt8]) {
    guard let open = line.firstIndex(of: UInt8(ascii: "[")), open + 2 < line.count, line[open + 2] == UInt8(ascii: "]")
    else { return nil }
    prefix = Array(line[..<open])
    box = Array(line[open...(open + 2)])
    rest = Array(line[(open + 3)...])
    for (piece, key) in Self.keyed(rest) {
      guard let key else {
        words.append(Name(piece))
        continue
      }
      if values.updateValue(Name(piece), forKey: key) != nil { return nil }
    }
  }

  /// - Returns: nil where both sides changed the same part, each in its way.
  static func merge(_ versions: Versions<TaskLine>) -> [UInt8]? {
    guard let prefix = versions.map(\.prefix).settled, let box = versions.map(\.box).settled,
      versions.map(\.words).settled != nil
    else { return nil }
    if let rest = versions.map(\.rest).settled { return prefix + box + rest }
    let keys = Set(versions.base.values.keys).union(versions.ours.values.keys).union(versions.theirs.values.keys)
    var values: [Name: Name] = [:]
    for key in keys {
      guard let value = value(key, versions.map { $0.values[key] }) else { return nil }
      values[key] = value
    }
    // The words of the side that changed them, with the attributes of both.
    let changesOurs = versions.ours.words != versions.base.words
    let changesTheirs = versions.theirs.words != versions.base.words
    let isOursFirst = versions.ours.rest.lexicographicallyPrecedes(versions.theirs.rest)
    let skeleton =
      !changesOurs && !changesTheirs
      ? versions.base : changesOurs && (!changesTheirs || isOursFirst) ? versions.ours : versions.theirs
    // Whom one side names within its words, and the other behind them, nobody can tell.
    let named = versions.map(\.named)
    let expected = named.base.intersection(named.ours).intersection(named.theirs).union(
      named.ours.subtracting(named.base)
    )
    .union(named.theirs.subtracting(named.base))
    guard expected == Set(skeleton.words.filter(isMention)).union(values.keys.filter(isMention)) else { return nil }
    return prefix + box + skeleton.written(with: values)
  }

  /// - Returns: nil where both sides changed it, each in its way; nil within where it is gone.
  private static func value(_ key: Name, _ versions: Versions<Name?>) -> Name?? {
    if let settled = versions.settled { return settled }
    if key == "needs:" {
      let needs = versions.map { $0.map { $0.text.dropFirst(6).split(separator: ",").map { Name(String($0)) } } ?? [] }
      let sets = needs.map(Set.init)
      guard needs.all({ $0.count == Set($0).count }),
        let order = needs.mergedOrder(survives: { sets.ours.contains($0) && sets.theirs.contains($0) })
      else { return nil }
      return .some(order.isEmpty ? nil : Name("needs:" + order.map(\.text).joined(separator: ",")))
    }
    // What both did was done when the first had done it.
    if key == "done:", versions.base == nil, let ours = versions.ours, let theirs = versions.theirs {
      return min(ours, theirs)
    }
    return nil
  }

  /// Everybody on the line.
  private var named: Set<Name> { Set(words.filter(Self.isMention)).union(values.keys.filter(Self.isMention)) }

  private static func isMention(_ piece: Name) -> Bool {
    piece.text.utf8.first == UInt8(ascii: "@") && piece.text.utf8.count > 1
  }

  private func written(with values: [Name: Name]) -> [UInt8] {
    var left = values
    var result: [String] = []
    /// Behind the last word, and who is named there.
    var end = 0
    for (piece, key) in Self.keyed(rest) {
      if let key {
        guard let value = left.removeValue(forKey: key) else { continue }
        result.append(value.text)
      } else {
        result.append(piece)
      }
      if key.map(Self.isMention) ?? true { end = result.count }
    }
    let anchor = left.removeValue(forKey: "^")?.text ?? (values["^"] != nil ? result.removeLast() : nil)
    let added = left.sorted { $0.key < $1.key }
    result.insert(contentsOf: added.filter { Self.isMention($0.key) }.map(\.value.text), at: end)
    result += added.filter { !Self.isMention($0.key) }.map(\.value.text)
    if let anchor { result.append(anchor) }
    let lineEnd = rest.suffix(while: { $0 == 0x0A || $0 == 0x0D })
    return Array((" " + result.joined(separator: " ")).utf8) + lineEnd
  }

  /// The pieces of a line, words without a key.
  private static func keyed(_ rest: [UInt8]) -> [(piece: String, key: Name?)] {
    let pieces = pieces(rest)
    var keyed = pieces.enumerated().map { (piece: $1, key: key($1, isLast: $0 == pieces.count - 1)) }
    for index in keyed.indices.reversed() where keyed[index].key == nil {
      guard isMention(Name(keyed[index].piece)) else { break }
      keyed[index].key = Name(keyed[index].piece)
    }
    return keyed
  }

  private static func pieces(_ rest: [UInt8]) -> [String] {
    rest.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Nil for a word.
  private static func key(_ piece: String, isLast: Bool) -> Name? {
    if isLast, piece.utf8.first == UInt8(ascii: "^"), piece.utf8.count > 1 { return "^" }
    return attributes.first { piece.utf8.starts(with: $0.utf8) && piece.utf8.count > $0.utf8.count }.map { Name($0) }
  }
}

extension Array where Element == UInt8 {
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
