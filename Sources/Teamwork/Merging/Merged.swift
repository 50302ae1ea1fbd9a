/// What became of two versions.
package struct Merged: Sendable, Equatable {
  package var bytes: [UInt8]
  /// Whether there are no conflict markers in it.
  package var isClean: Bool

  package init(_ bytes: [UInt8], isClean: Bool = true) {
    self.bytes = bytes
    self.isClean = isClean
  }

  static func + (a: Merged, b: Merged) -> Merged { Merged(a.bytes + b.bytes, isClean: a.isClean && b.isClean) }
}

/// Three versions of a thing: what two people began with, and what each made of it.
struct Versions<Value> {
  var base: Value
  var ours: Value
  var theirs: Value

  func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Versions<Other> {
    try Versions<Other>(base: transform(base), ours: transform(ours), theirs: transform(theirs))
  }

  func all(_ condition: (Value) -> Bool) -> Bool { condition(base) && condition(ours) && condition(theirs) }
}

extension Versions where Value: Equatable {
  /// What stands where one side changed it, or both did alike; nil where they did not.
  var settled: Value? {
    if ours == theirs || theirs == base { return ours }
    return ours == base ? theirs : nil
  }
}

/// Merges lines as Git does, with markers where both sides changed the same.
package struct LineMerge {
  /// Stands on the first marker of a file that was not merged to its end.
  package static let interruption = "(tw was stopped before it had merged this)"

  private let merge: (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> Merged
  private let labels: (ours: String, theirs: String)
  private let markerSize: Int

  /// - Parameters:
  ///   - labels: how the markers name the sides; one line each.
  ///   - markerSize: how many signs a marker begins with.
  ///   - merge: what merges, with markers of this size that bear these labels.
  package init(
    labels: (ours: String, theirs: String), markerSize: Int = 7,
    merge: @escaping (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> Merged
  ) {
    self.labels = labels
    self.markerSize = markerSize
    self.merge = merge
  }

  func callAsFunction(_ versions: Versions<[UInt8]>) throws -> Merged {
    if let settled = versions.settled { return Merged(settled) }
    return try merge(versions.base, versions.ours, versions.theirs)
  }

  /// Both sides between markers. Each ends with its line's end, or is empty.
  func conflict(_ ours: [UInt8], _ theirs: [UInt8]) -> Merged { conflict(ours, theirs, remark: "") }

  /// Both sides between markers, but for the lines with which both begin and end.
  func conflictOfLines(_ ours: [UInt8], _ theirs: [UInt8]) -> Merged {
    let (mine, yours) = (lines(of: ours[...]), lines(of: theirs[...]))
    let shorter = min(mine.count, yours.count)
    var head = 0
    while head < shorter, mine[head] == yours[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, mine[mine.count - 1 - tail] == yours[yours.count - 1 - tail] { tail += 1 }
    func middle(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { Array(lines[head..<(lines.count - tail)].joined()) }
    return Merged(Array(mine[..<head].joined())) + conflict(middle(mine), middle(yours))
      + Merged(Array(mine[(mine.count - tail)...].joined()))
  }

  /// Both versions of a file whole, between markers: what to leave where nobody comes to merge it.
  package func unmerged(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
    func ended(_ bytes: [UInt8]) -> [UInt8] { bytes.isEmpty || bytes.last == 0x0A ? bytes : bytes + [0x0A] }
    return conflict(ended(ours), ended(theirs), remark: " " + Self.interruption).bytes
  }

  private func conflict(_ ours: [UInt8], _ theirs: [UInt8], remark: String) -> Merged {
    func marker(_ sign: Character, _ words: String) -> [UInt8] {
      Array((String(repeating: sign, count: markerSize) + words + "\n").utf8)
    }
    return Merged(
      marker("<", " \(labels.ours)\(remark)") + ours + marker("=", "") + theirs + marker(">", " \(labels.theirs)"),
      isClean: false)
  }
}

/// The lines of a text, their ends included.
func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  while start < bytes.endIndex {
    let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    lines.append(bytes[start..<end])
    start = end
  }
  return lines
}
