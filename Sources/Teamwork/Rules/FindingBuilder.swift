internal import Documents
internal import Text

/// Turns drafts into findings: lines and columns, suggestions, order, fingerprints.
struct FindingBuilder {
  /// Looking for the nearest name compares with all: past so many comparisons nothing more is offered.
  private static let mostComparisons = 200_000

  private let workspace: Workspace
  private var tables: [Int: LineTable] = [:]

  init(_ workspace: Workspace) { self.workspace = workspace }

  func findings(_ drafts: [Draft]) -> [Finding] {
    var builder = self
    var comparisons = 0
    var seen: [String: Int] = [:]
    var findings: [(Finding, Draft)] = drafts.map { (builder.finding($0), $0) }
    findings.sort { Self.isBefore($0.0, $1.0) }
    return findings.map { finding, draft in
      var finding = finding
      if let wanted = draft.wanted, finding.fix == nil, comparisons < Self.mostComparisons {
        let candidates = workspace.candidates(for: wanted)
        comparisons += candidates.count
        if let near = wanted.nearest(among: candidates) { finding.help = "did you mean `\(near)`?" }
      } else if let fix = finding.fix, draft.wanted != nil {
        finding.help = "did you mean `\(fix.splices.first?.replacement ?? "")`?"
      }
      finding.identity = draft.identity
      let key = [finding.rule, finding.place.path, finding.field ?? "", draft.identity ?? finding.message].joined(
        separator: "\u{0}")
      let number = seen[key, default: 0]
      seen[key] = number + 1
      finding.fingerprint = Self.fingerprint(key + "\u{0}\(number)")
      return finding
    }
  }

  private mutating func finding(_ draft: Draft) -> Finding {
    let subject = draft.record.map { workspace.records[$0].subject }
    let rule = Rules.named(draft.rule)
    return Finding(
      rule: draft.rule, severity: rule.flatMap { workspace.charter.severity(of: $0) } ?? .error, message: draft.message,
      place: draft.record.map { place($0, draft.range) }
        ?? Place(
          path: draft.path ?? workspace.folder,
          range: .init(start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)), excerpt: nil),
      label: draft.label, subject: subject, field: draft.field, help: draft.help,
      related: draft.related.map { .init(place: place($0.record, $0.range), message: $0.message) }, fix: draft.fix)
  }

  private mutating func place(_ number: Int, _ range: Range<Int>) -> Place {
    let record = workspace.records[number]
    let table = tables[number] ?? LineTable(record.document.bytes)
    tables[number] = table
    let start = table.position(of: range.lowerBound)
    let end = table.position(of: range.upperBound)
    let hasText = record.unreadable == nil && !record.document.bytes.isEmpty
    return Place(
      path: record.path,
      range: .init(
        start: .init(line: start.line, column: start.column), end: .init(line: end.line, column: end.column)),
      excerpt: hasText ? table.text(ofLine: start.line) : nil)
  }

  private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.place.path != b.place.path { return Name(a.place.path) < Name(b.place.path) }
    if a.place.range.start != b.place.range.start { return a.place.range.start < b.place.range.start }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }

  /// FNV-1a, 64 bits, in 16 hex digits.
  private static func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Draft.Wanted {
  /// As it is to be written.
  fileprivate func nearest(among candidates: [String]) -> String? {
    switch self {
    // Another Unicode form of the same name is an equal `String`, and the nearest there is.
    case .record(let name, let kinds):
      guard kinds.count > 1, let slash = name.firstIndex(of: "/") else { return Self.nearest(name, candidates) }
      // `teams/platfrm`: the kind stays what it is.
      return Self.nearest(String(name[name.index(after: slash)...]), candidates).map { name[...slash] + $0 }
    case .task(let name, _, let prefix): return Text.nearest(to: name, among: candidates).map { prefix + $0 }
    }
  }

  private static func nearest(_ name: String, _ candidates: [String]) -> String? {
    candidates.first { $0 == name } ?? Text.nearest(to: name, among: candidates)
  }
}
