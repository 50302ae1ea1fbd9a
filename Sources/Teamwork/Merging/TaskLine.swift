internal import Text

/// The first line of a task in its parts: what stands before its box, the box, the words, the attributes.
struct TaskLine {
  private static let attributes = ["due:", "done:", "needs:", "role:", "effort:"]

  private let prefix: [UInt8]
  private let box: [UInt8]
  /// Behind the box, line end included.
  private let rest: [UInt8]
  private var words: [Name] = []
  private var values: [Name: Name] = [:]

  /// - Parameter line: with its end.
  /// - Returns: nil where it has no box, or an attribute twice.
  init?(_ line: [UInt8]) {
    guard let open = line.firstIndex(of: UInt8(ascii: "[")), open + 2 < line.count, line[open + 2] == UInt8(ascii: "]") else { return nil }
    prefix = Array(line[..<open])
    box = Array(line[open...(open + 2)])
    rest = Array(line[(open + 3)...])
    let pieces = Self.pieces(rest)
    for (index, piece) in pieces.enumerated() {
      guard let key = Self.key(piece, isLast: index == pieces.count - 1) else {
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
      guard let value = versions.map({ $0.values[key] }).settled else { return nil }
      values[key] = value
    }
    // The words of the side that changed them, with the attributes of both.
    let changesOurs = versions.ours.words != versions.base.words
    let changesTheirs = versions.theirs.words != versions.base.words
    // Both changed them alike: then what else is on the line is as it was for both.
    let skeleton = changesOurs && !changesTheirs ? versions.ours : changesTheirs && !changesOurs ? versions.theirs : changesOurs ? nil : versions.base
    guard let skeleton else { return nil }
    return prefix + box + skeleton.written(with: values)
  }

  private func written(with values: [Name: Name]) -> [UInt8] {
    var left = values
    let pieces = Self.pieces(rest)
    var result: [String] = []
    for (index, piece) in pieces.enumerated() {
      guard let key = Self.key(piece, isLast: index == pieces.count - 1) else {
        result.append(piece)
        continue
      }
      if let value = left.removeValue(forKey: key) { result.append(value.text) }
    }
    let anchor = left.removeValue(forKey: "^")?.text ?? (values["^"] != nil ? result.removeLast() : nil)
    result += left.sorted { $0.key < $1.key }.map(\.value.text)
    if let anchor { result.append(anchor) }
    let end = rest.suffix(while: { $0 == 0x0A || $0 == 0x0D })
    return Array((" " + result.joined(separator: " ")).utf8) + end
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
