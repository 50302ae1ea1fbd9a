internal import Documents
internal import Teamwork

/// Tells the findings that a base does not have.
///
/// A finding is old where the base has one of the same rule, field and words at the same place, and each of those of the base
/// makes one old. A field is a place; elsewhere a place is a line, which is the same where it is unchanged, was moved as it
/// is, or stands for the lines that were there before. What is about several places is old where the base's has all of them.
/// What nobody could check is old only where the file is what it was.
struct NewFindings {
  private let base: Workspace
  private let workspace: Workspace
  /// The records, by their paths.
  private let newRecords: [String: Record]
  private let oldRecords: [String: Record]
  /// The base's records, by what they are called now.
  private let oldByName: [String: Record]
  /// What records of the base are called now, `kind/id`.
  private let newNames: [String: String]
  private var alignments: [String: LineAlignment?] = [:]

  /// - Parameter renames: records of the base, `kind/id`, by what they are called now.
  init(from base: Workspace, to workspace: Workspace, renamed renames: [String: String] = [:]) {
    self.base = base
    self.workspace = workspace
    let newNames = Dictionary(renames.map { ($0.value, $0.key) }) { first, _ in first }
    self.newNames = newNames
    newRecords = Dictionary(workspace.records.map { ($0.path, $0) }) { first, _ in first }
    oldRecords = Dictionary(base.records.map { ($0.path, $0) }) { first, _ in first }
    oldByName = Dictionary(base.records.map { (newNames[Self.name($0)] ?? Self.name($0), $0) }) { first, _ in first }
  }

  mutating func among(_ findings: [Diagnostic], before: [Diagnostic]) -> [Diagnostic] {
    var old: [String: EarlierFindings] = [:]
    for finding in before { old[Self.words(finding), default: EarlierFindings()].add(places(finding, ofBase: true)) }
    var isOld = [Bool](repeating: false, count: findings.count)
    // The surest first, so that of two alike the one that was there is the old one.
    for certainty in Certainty.allCases {
      for (index, finding) in findings.enumerated() where !isOld[index] {
        let words = Self.words(finding)
        guard old[words] != nil, isComparable(finding) else { continue }
        isOld[index] = old[words]?.take(places(finding, ofBase: false), certainty) == true
      }
    }
    return findings.indices.filter { !isOld[$0] }.map { findings[$0] }
  }

  private static func words(_ finding: Diagnostic) -> String {
    [finding.code.name, finding.field ?? "", finding.identity ?? finding.message].joined(separator: "\u{0}")
  }

  private static func name(_ record: Record) -> String { "\(record.kind.name)/\(record.id)" }

  /// Whether the base can say anything about it: not where something was not read, or not told one by one, in a file that
  /// the change touches.
  private func isComparable(_ finding: Diagnostic) -> Bool {
    let record = newRecords[finding.source.path]
    let isUnread = record.map { !$0.isWhole } ?? finding.code.meansUnread
    guard finding.isRest || isUnread else { return true }
    let oldPath = record.flatMap { oldByName[Self.name($0)]?.path } ?? finding.source.path
    return workspace.hasSameContent(finding.source.path, as: base, oldPath)
  }

  // MARK: Places

  /// How sure it is that two places are the same.
  fileprivate enum Certainty: CaseIterable {
    /// The same line, unchanged.
    case line
    /// A line that says the same elsewhere in the record.
    case text
    /// Among the lines that took the place of others.
    case stretch
    /// All places of a finding about several are places of the other.
    case part
  }

  /// A place in the terms of each certainty; `nil` where it has none.
  fileprivate struct Place: Hashable {
    var line: String?
    var text: String?
    var stretch: String?

    func token(_ certainty: Certainty) -> String? {
      switch certainty {
      case .line: line
      case .text: text
      case .stretch: stretch
      case .part: nil
      }
    }

    func isSame(as other: Place) -> Bool {
      (line != nil && line == other.line) || (text != nil && text == other.text)
        || (stretch != nil && stretch == other.stretch)
    }
  }

  private mutating func places(_ finding: Diagnostic, ofBase: Bool) -> [Place] {
    ([(finding.source, finding.range)] + finding.related.map { ($0.source, $0.range) }).map { source, range in
      let record = (ofBase ? oldRecords : newRecords)[source.path]
      guard let record else { return Place(line: source.path) }
      let own = Self.name(record)
      let name = ofBase ? newNames[own] ?? own : own
      // A field is where it is, whatever line it stands on; and so is the file as a whole.
      let line = source.line(at: range.lowerBound)
      guard finding.field == nil, !range.isEmpty, let said = source.text(ofLine: line) else { return Place(line: name) }
      let text = name + "\u{0}=" + said
      guard let alignment = alignment(of: name) else { return Place(text: text) }
      switch ofBase ? alignment.place(ofOld: line) : alignment.place(ofNew: line) {
      case .line(let number): return Place(line: "\(name)\u{0}\(number)", text: text)
      case .stretch(let number): return Place(text: text, stretch: "\(name)\u{0}~\(number)")
      }
    }
  }

  /// The lines of a record in both versions; nil where it is in one only.
  private mutating func alignment(of name: String) -> LineAlignment? {
    if let known = alignments[name] { return known }
    let now = newByName[name]
    let alignment = oldByName[name].flatMap { old in now.map { LineAlignment(old.document.bytes, $0.document.bytes) } }
    alignments[name] = .some(alignment)
    return alignment
  }

  private lazy var newByName = Dictionary(workspace.records.map { (Self.name($0), $0) }) { first, _ in first }
}

/// Findings of the base that say the same, each of which can make one old.
private struct EarlierFindings {
  private var places: [[NewFindings.Place]] = []
  private var isTaken: [Bool] = []
  /// By the places in the terms of a certainty.
  private var byToken: [String: [Int]] = [:]

  /// So many are looked through for one whose places are more than those that are asked for.
  private static let most = 64

  mutating func add(_ places: [NewFindings.Place]) {
    for token in Self.tokens(places) { byToken[token, default: []].append(self.places.count) }
    self.places.append(places)
    isTaken.append(false)
  }

  mutating func take(_ wanted: [NewFindings.Place], _ certainty: NewFindings.Certainty) -> Bool {
    if certainty == .part {
      let found = places.indices.prefix(Self.most).first { !isTaken[$0] && Self.has(places[$0], wanted) }
      if let found { isTaken[found] = true }
      return found != nil
    }
    guard let token = Self.token(wanted, certainty) else { return false }
    while let last = byToken[token]?.popLast() {
      if isTaken[last] { continue }
      isTaken[last] = true
      return true
    }
    return false
  }

  private static func tokens(_ places: [NewFindings.Place]) -> [String] {
    NewFindings.Certainty.allCases.compactMap { token(places, $0) }
  }

  /// All places together; nil where one of them has no such term.
  private static func token(_ places: [NewFindings.Place], _ certainty: NewFindings.Certainty) -> String? {
    let tokens = places.compactMap { $0.token(certainty) }
    guard tokens.count == places.count else { return nil }
    return "\(certainty)\u{0}" + tokens.sorted().joined(separator: "\u{0}\u{0}")
  }

  /// Whether each of some places is one of others, no two the same one.
  private static func has(_ places: [NewFindings.Place], _ wanted: [NewFindings.Place]) -> Bool {
    if wanted.count > places.count || (wanted.count == 1 && places.count == 1) { return false }
    var left = places
    for place in wanted {
      guard let index = left.firstIndex(where: { place.isSame(as: $0) }) else { return false }
      left.remove(at: index)
    }
    return true
  }
}
