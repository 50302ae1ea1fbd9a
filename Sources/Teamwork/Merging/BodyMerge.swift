internal import Documents
internal import Text

/// Merges bodies: tasks one by one, what stands around them as Git would.
///
/// Each task that both sides have becomes one line of the same bytes in all three versions, so that it is firm ground for
/// the merge of the lines; what became of it is put in its place afterwards. What one side added is first added to the
/// other versions as well, what one side moved is moved there, and what one side removed is removed there: none can then
/// collide with a change beside it. What comes out must be what the sides made of their tasks, or lines are merged instead.
struct BodyMerge {
  let merge: LineMerge
  private let kind: Kind
  private let units: Versions<BodyUnits>
  /// For each unit of a side the base's.
  private let origins: (ours: [Int?], theirs: [Int?])
  /// What stands in a line's place, by the number on it.
  private(set) var contents: [Versions<[UInt8]>] = []
  private(set) var merged: [Merged] = []
  /// The units in each line's place, for the census.
  private(set) var members: [[Int]] = []
  private var census: UnitCensus

  init(_ documents: Versions<Document>, _ ranges: Versions<Range<Int>>, _ kind: Kind, _ merge: LineMerge) {
    self.merge = merge
    self.kind = kind
    units = Versions(
      base: BodyUnits(documents.base, kind, range: ranges.base),
      ours: BodyUnits(documents.ours, kind, range: ranges.ours),
      theirs: BodyUnits(documents.theirs, kind, range: ranges.theirs))
    origins = UnitCensus.origins(units)
    census = UnitCensus(units, origins)
  }

  static func merge(_ documents: Versions<Document>, _ ranges: Versions<Range<Int>>, _ kind: Kind, _ merge: LineMerge)
    throws -> Merged
  {
    var body = BodyMerge(documents, ranges, kind, merge)
    let bytes = Versions(
      base: Array(documents.base.bytes[ranges.base]), ours: Array(documents.ours.bytes[ranges.ours]),
      theirs: Array(documents.theirs.bytes[ranges.theirs]))
    let lines = try merge(bytes)
    let names = body.units.map(UnitNames.init)
    // Of tasks that are called the same nobody knows which is which: their lines are all there is.
    if !names.all(\.areUnique) { return lines }
    if lines.isClean, UnitNames.hold(UnitNames(BodyUnits(lines.bytes, kind)), of: names) { return lines }
    if let merged = try body.run() { return merged }
    // What is not safe by tasks is not safe by lines either.
    return lines.isClean ? merge.conflictOfLines(bytes.ours, bytes.theirs) : lines
  }

  // MARK: What becomes of each

  /// A line of a version, on its way to the merge of lines.
  enum Part: Hashable {
    case line(ArraySlice<UInt8>)
    /// Stands in all versions, or was placed in all: an index into `contents`.
    case common(Int)
    /// Only on this side: an index into `contents`.
    case single(Int)

    var isBlank: Bool { if case .line(let line) = self { BodyUnits.isBlank(line) } else { false } }
  }

  /// Nil where what came out is not what the sides made of their tasks.
  private mutating func run() throws -> Merged? {
    var parts = Versions<[Part]>(base: [], ours: [], theirs: [])
    let inOurs = Self.places(origins.ours, count: units.base.contents.count)
    let inTheirs = Self.places(origins.theirs, count: units.base.contents.count)
    // By the base's units: the number of the common content, and of one that only one side kept.
    var common: [Int: Int] = [:]
    var kept: [Int: Int] = [:]
    /// Gone on both sides: what they added there may be two versions of it.
    var replaced: Set<Int> = []
    for (index, base) in units.base.contents.enumerated() {
      let ours = inOurs[index].map { units.ours.contents[$0] }
      let theirs = inTheirs[index].map { units.theirs.contents[$0] }
      if let ours, let theirs {
        let versions = Versions(base: base, ours: ours, theirs: theirs)
        let places = Versions(base: index, ours: inOurs[index] ?? 0, theirs: inTheirs[index] ?? 0)
        common[index] = try add(task(versions, places), versions, [index])
      } else if let one = ours ?? theirs, one != base {
        kept[index] = add(
          merge.conflict(ours ?? [], theirs ?? []), Versions(base: base, ours: ours ?? [], theirs: theirs ?? []),
          [index])
      } else if ours == nil, theirs == nil {
        replaced.insert(index)
      }
    }
    for part in units.base.parts {
      switch part {
      case .line(let line): parts.base.append(.line(line))
      case .unit(let index): if let number = common[index] { parts.base.append(.common(number)) }
      }
    }
    parts.ours = side(units.ours, origins.ours, census.identities.ours, common, kept) {
      Versions(base: [], ours: $0, theirs: [])
    }
    parts.theirs = side(units.theirs, origins.theirs, census.identities.theirs, common, kept) {
      Versions(base: [], ours: [], theirs: $0)
    }
    shareHeadings(in: &parts)
    settleMoves(in: &parts)
    let rewritten = Set(replaced.compactMap { anchor(of: $0, common) })
    placeAdditions(in: &parts, rewritten: rewritten)
    let text = try merge(parts.map(text))
    let result = expanded(text)
    if !result.isClean { return result }
    let found = BodyUnits(result.bytes, kind)
    guard UnitNames(found).areUnique, census.holds(units, found, order(in: text.bytes)) else { return nil }
    // What stood beside a task must not have become a part of it.
    return Self.withoutBlanks(found.contents) == Self.withoutBlanks(numbers(in: text.bytes).map { merged[$0].bytes })
      ? result : nil
  }

  private static func withoutBlanks(_ contents: [[UInt8]]) -> [ArraySlice<UInt8>] {
    contents.flatMap { lines(of: $0[...]) }.filter { !BodyUnits.isBlank($0) }
  }

  /// For each of the base's units where a side has it.
  private static func places(_ origins: [Int?], count: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: count)
    for (place, origin) in origins.enumerated() { if let origin { places[origin] = place } }
    return places
  }

  mutating func add(_ result: Merged, _ versions: Versions<[UInt8]>, _ units: [Int]) -> Int {
    merged.append(result)
    members.append(units)
    contents.append(versions)
    return merged.count - 1
  }

  private mutating func side(
    _ units: BodyUnits, _ origins: [Int?], _ identities: [Int], _ common: [Int: Int], _ kept: [Int: Int],
    _ versions: ([UInt8]) -> Versions<[UInt8]>
  ) -> [Part] {
    var parts: [Part] = []
    for part in units.parts {
      switch part {
      case .line(let line): parts.append(.line(line))
      case .unit(let index):
        if let origin = origins[index] {
          if let number = common[origin] {
            parts.append(.common(number))
          } else if let number = kept[origin] {
            parts.append(.single(number))
          }
        } else {
          parts.append(
            .single(add(Merged(units.contents[index]), versions(units.contents[index]), [identities[index]])))
        }
      }
    }
    return parts
  }

  /// A task that all three have.
  ///
  /// - Parameter places: which of each version's units it is.
  private func task(_ versions: Versions<[UInt8]>, _ places: Versions<Int>) throws -> Merged {
    if let settled = versions.settled { return Merged(settled) }
    func parted(_ count: (BodyUnits, Int, [UInt8]) -> Int) -> (head: Versions<[UInt8]>, rest: Versions<[UInt8]>) {
      let counts = Versions(
        base: count(units.base, places.base, versions.base), ours: count(units.ours, places.ours, versions.ours),
        theirs: count(units.theirs, places.theirs, versions.theirs))
      return (
        Versions(
          base: Array(versions.base[..<counts.base]), ours: Array(versions.ours[..<counts.ours]),
          theirs: Array(versions.theirs[..<counts.theirs])),
        Versions(
          base: Array(versions.base[counts.base...]), ours: Array(versions.ours[counts.ours...]),
          theirs: Array(versions.theirs[counts.theirs...]))
      )
    }
    // The words are one, on however many lines they stand; where both changed them, each line is looked at by itself.
    let whole = parted { units, place, _ in units.heads[place].count }
    if let words = words(whole.head, places) { return try Merged(words) + merge(whole.rest) }
    let first = parted { _, _, all in all.firstIndex(of: 0x0A).map { $0 + 1 } ?? all.count }
    let line = words(first.head, places).map { Merged($0) } ?? merge.conflict(first.head.ours, first.head.theirs)
    return try line + merge(first.rest)
  }

  private func words(_ versions: Versions<[UInt8]>, _ places: Versions<Int>) -> [UInt8]? {
    if let settled = versions.settled { return settled }
    func line(_ lines: [UInt8], _ units: BodyUnits, _ place: Int) -> TaskLine? {
      TaskLine(lines, of: units.tasks[place], at: units.heads[place].start)
    }
    guard let base = line(versions.base, units.base, places.base),
      let ours = line(versions.ours, units.ours, places.ours),
      let theirs = line(versions.theirs, units.theirs, places.theirs)
    else { return nil }
    return TaskLine.merge(Versions(base: base, ours: ours, theirs: theirs))
  }

  // MARK: What was added

  /// What a unit of the base stands behind there, of what all versions have.
  private func anchor(of unit: Int, _ common: [Int: Int]) -> Part? {
    var last: Part?
    for part in units.base.parts {
      switch part {
      case .line(let line): if !BodyUnits.isBlank(line) { last = .line(line) }
      case .unit(unit): return last
      case .unit(let other): if let number = common[other] { last = .common(number) }
      }
    }
    return nil
  }

  /// What one side has right behind something that all versions have.
  private struct Run {
    var numbers: [Int]
    /// Blank lines before it.
    var blanks: Int
    /// Where its parts stand.
    var range: Range<Int>
  }

  /// - Parameter rewritten: behind what a unit stood that is gone on both sides.
  private mutating func placeAdditions(in parts: inout Versions<[Part]>, rewritten: Set<Part>) {
    let firm = Self.firm(parts)
    let (mine, yours) = (Self.runs(in: parts.ours, firm), Self.runs(in: parts.theirs, firm))
    var placed: [Part: (number: Int, blanks: Int)] = [:]
    for anchor in Set(mine.keys).union(yours.keys) {
      let (ours, theirs) = (mine[anchor], yours[anchor])
      let (together, units) = together(
        ours?.numbers ?? [], theirs?.numbers ?? [], isRewritten: rewritten.contains(anchor))
      let versions = Versions(
        base: [], ours: (ours?.numbers ?? []).flatMap { contents[$0].ours },
        theirs: (theirs?.numbers ?? []).flatMap { contents[$0].theirs })
      placed[anchor] = (add(together, versions, units), max(ours?.blanks ?? 0, theirs?.blanks ?? 0))
    }
    parts.base = Self.place(placed, [:], in: parts.base)
    parts.ours = Self.place(placed, mine, in: parts.ours)
    parts.theirs = Self.place(placed, yours, in: parts.theirs)
  }

  /// What stands exactly once in each version.
  static func firm(_ parts: Versions<[Part]>) -> Set<Part> {
    once(parts.base).intersection(once(parts.ours)).intersection(once(parts.theirs))
  }

  static func once(_ parts: [Part]) -> Set<Part> {
    var counts: [Part: Int] = [:]
    for part in parts where !part.isBlank { counts[part, default: 0] += 1 }
    return Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
  }

  private static func runs(in parts: [Part], _ firm: Set<Part>) -> [Part: Run] {
    var runs: [Part: Run] = [:]
    var index = 0
    while index < parts.count {
      guard case .single = parts[index] else {
        index += 1
        continue
      }
      var numbers: [Int] = []
      let start = index
      while index < parts.count, case .single(let number) = parts[index] {
        numbers.append(number)
        index += 1
      }
      var before = start
      while before > 0, parts[before - 1].isBlank { before -= 1 }
      if before > 0, firm.contains(parts[before - 1]) {
        runs[parts[before - 1]] = Run(numbers: numbers, blanks: start - before, range: start..<index)
      }
    }
    return runs
  }

  /// Both sides' additions at one place, and which units they are.
  private mutating func together(_ ours: [Int], _ theirs: [Int], isRewritten: Bool) -> (Merged, [Int]) {
    func bytes(_ numbers: [Int]) -> [UInt8] { numbers.flatMap { merged[$0].bytes } }
    let (mine, yours) = (bytes(ours), bytes(theirs))
    let isClean = (ours + theirs).allSatisfy { merged[$0].isClean }
    let (first, second) =
      theirs.isEmpty || (!ours.isEmpty && mine.lexicographicallyPrecedes(yours)) ? (ours, theirs) : (theirs, ours)
    var new: [Int] = []
    for number in second {
      if let same = first.first(where: { merged[$0].bytes == merged[number].bytes }) {
        census.unite(members[number], with: members[same])
      } else {
        new.append(number)
      }
    }
    // What begins deeper than the other's items would become a part of the last of them.
    let fits =
      new.first.map {
        Self.indentation(merged[$0].bytes) <= (first.map { Self.indentation(merged[$0].bytes) }.min() ?? 0)
      } ?? true
    if !ours.isEmpty, !theirs.isEmpty, mine != yours, isClean, isRewritten || !fits || isSameWork(ours, theirs) {
      return (merge.conflict(mine, yours), [])
    }
    return (Merged(bytes(first + new), isClean: isClean), (first + new).flatMap { members[$0] })
  }

  /// Whether both sides added a task of one name, or of one text, and not in the same words.
  private func isSameWork(_ ours: [Int], _ theirs: [Int]) -> Bool {
    func tasks(_ numbers: [Int], _ units: BodyUnits, _ side: KeyPath<Versions<[UInt8]>, [UInt8]>) -> [(
      task: Task, bytes: [UInt8]
    )] {
      numbers.compactMap { number in
        let bytes = contents[number][keyPath: side]
        return units.contents.firstIndex(of: bytes).map { (units.tasks[$0], bytes) }
      }
    }
    let mine = tasks(ours, units.ours, \.ours)
    return tasks(theirs, units.theirs, \.theirs).contains { theirs in
      mine.contains { ours in
        if ours.bytes == theirs.bytes { return false }
        if let anchor = ours.task.anchor?.value, anchor == theirs.task.anchor?.value { return true }
        return !ours.task.text.isEmpty && ours.task.text.utf8.elementsEqual(theirs.task.text.utf8)
      }
    }
  }

  private static func indentation(_ bytes: [UInt8]) -> Int { bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count }

  private static func place(_ placed: [Part: (number: Int, blanks: Int)], _ runs: [Part: Run], in parts: [Part])
    -> [Part]
  {
    var result: [Part] = []
    var index = 0
    while index < parts.count {
      let part = parts[index]
      result.append(part)
      index += 1
      guard let (number, blanks) = placed[part] else { continue }
      let run = runs[part]
      var left = run?.blanks ?? blanks
      while left > 0, index < parts.count, parts[index].isBlank {
        result.append(parts[index])
        index += 1
        left -= 1
      }
      result.append(.common(number))
      if let run { index = run.range.upperBound }
    }
    return result
  }

  // MARK: There and back

  /// As text for the merge of lines: no line of a body begins as a marker does.
  private func text(_ parts: [Part]) -> [UInt8] {
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .line(let line):
        text.append(UInt8(ascii: " "))
        text += line
      case .common(let number), .single(let number): text += Array("T\(number)\n".utf8)
      }
    }
    return text
  }

  /// The units of a text without conflicts, in their order.
  private func order(in text: [UInt8]) -> [Int] { numbers(in: text).flatMap { members[$0] } }

  /// The numbers of the lines that stand for units.
  private func numbers(in text: [UInt8]) -> [Int] {
    lines(of: text[...]).filter { $0.first == UInt8(ascii: "T") }.compactMap {
      Int(String(decoding: $0.dropFirst().dropLast(), as: UTF8.self))
    }
  }

  private func expanded(_ text: Merged) -> Merged {
    var result = Merged([], isClean: text.isClean)
    var side = \Versions<[UInt8]>.base
    var isInConflict = false
    for line in lines(of: text.bytes[...]) {
      switch line[line.startIndex] {
      case UInt8(ascii: " "): result.bytes += line.dropFirst()
      case UInt8(ascii: "T"):
        guard let number = Int(String(decoding: line.dropFirst().dropLast(), as: UTF8.self)) else { continue }
        let content = merged[number]
        if !isInConflict || content.isClean {
          result = result + content
        } else {
          result.bytes += contents[number][keyPath: side]
        }
      default:
        isInConflict = line.first != UInt8(ascii: ">")
        side = line.first == UInt8(ascii: "<") ? \.ours : \.theirs
        result.bytes += line
      }
    }
    return result
  }
}
