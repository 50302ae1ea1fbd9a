internal import Documents
internal import Text

/// The lines of a task's paragraph in their parts: what stands before its box, the box, the words, who owns it, the attributes.
struct TaskLine {
  /// What stands between blanks.
  private struct Piece {
    let gap: [UInt8]
    let text: String
    /// What it says something of: who is named behind the last word by themselves. Nil for a word.
    var key: Name?
  }

  private let prefix: [UInt8]
  private let box: [UInt8]
  /// Behind the box, line end included.
  private let rest: [UInt8]
  private let pieces: [Piece]
  /// Behind the last piece.
  private let tail: [UInt8]
  /// With the blanks before them: in code they are a part of what it says.
  private let words: [Name]
  private let values: [Name: Name]

  /// - Parameters:
  ///   - lines: with their ends.
  ///   - start: where they begin in the task's file.
  /// - Returns: nil where it has no box, or an attribute twice.
  init?(_ lines: [UInt8], of task: Task, at start: Int) {
    let (open, end) = (task.checkboxRange.lowerBound - start, task.checkboxRange.upperBound - start)
    guard task.checkboxRange.count == 3, open >= 0, end <= lines.count else { return nil }
    prefix = Array(lines[..<open])
    box = Array(lines[open..<end])
    rest = Array(lines[end...])
    (pieces, tail) = Self.pieces(lines, from: end, of: task, at: start)
    var values: [Name: Name] = [:]
    for piece in pieces {
      guard let key = piece.key else { continue }
      if values.updateValue(Name(piece.text), forKey: key) != nil { return nil }
    }
    self.values = values
    words = pieces.filter { $0.key == nil }.map { Name(String(decoding: $0.gap, as: UTF8.self) + $0.text) }
  }

  private static func pieces(_ lines: [UInt8], from end: Int, of task: Task, at start: Int) -> ([Piece], tail: [UInt8])
  {
    var keys: [Int: (end: Int, key: Name)] = [:]
    for attribute in task.attributes where !task.groups.contains(where: { $0.overlaps(attribute.range) }) {
      let key: Name = attribute.kind == .anchor ? "^" : Name(attribute.kind.rawValue + ":")
      keys[attribute.range.lowerBound - start] = (attribute.range.upperBound - start, key)
    }
    var pieces: [Piece] = []
    var index = end
    while true {
      let gap = index
      while index < lines.count, isSpace(lines[index]) { index += 1 }
      if index == lines.count { return (withOwners(pieces), Array(lines[gap...])) }
      let word = index
      while index < lines.count, !isSpace(lines[index]) { index += 1 }
      let key = keys[word].flatMap { $0.end == index ? $0.key : nil }
      pieces.append(
        Piece(gap: Array(lines[gap..<word]), text: String(decoding: lines[word..<index], as: UTF8.self), key: key))
    }
  }

  private static func withOwners(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    for index in pieces.indices.reversed() where pieces[index].key == nil {
      guard isMention(Name(pieces[index].text)) else { break }
      pieces[index].key = Name(pieces[index].text)
    }
    return pieces
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
    guard expected == skeleton.namedInWords.union(values.keys.filter(isMention)) else { return nil }
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

  private var namedInWords: Set<Name> {
    Set(pieces.filter { $0.key == nil }.map { Name($0.text) }.filter(Self.isMention))
  }

  /// Everybody in the paragraph.
  private var named: Set<Name> { namedInWords.union(values.keys.filter(Self.isMention)) }

  private static func isMention(_ piece: Name) -> Bool {
    piece.text.utf8.first == UInt8(ascii: "@") && piece.text.utf8.count > 1
  }

  private func written(with values: [Name: Name]) -> [UInt8] {
    var left = values
    var result: [[UInt8]] = []
    /// Behind the last word, and who is named there.
    var end = 0
    var anchor: Int?
    for piece in pieces {
      var text = piece.text
      if let key = piece.key {
        // What stood before it divides what is left.
        guard let value = left.removeValue(forKey: key) else { continue }
        text = value.text
        if key == "^" { anchor = result.count }
      }
      result.append(piece.gap + Array(text.utf8))
      if piece.key.map(Self.isMention) ?? true { end = result.count }
    }
    // The name is the last of all.
    if let added = left.removeValue(forKey: "^") {
      anchor = result.count
      result.append(Array(" \(added)".utf8))
    }
    let added = left.sorted { $0.key < $1.key }
    let before = added.filter { !Self.isMention($0.key) }.map { Array(" \($0.value)".utf8) }
    result.insert(contentsOf: before, at: anchor ?? result.count)
    let owners = added.filter { Self.isMention($0.key) }.map { Array(" \($0.value)".utf8) }
    result.insert(contentsOf: owners, at: min(end, anchor ?? end))
    return Array(result.joined()) + tail
  }
}
