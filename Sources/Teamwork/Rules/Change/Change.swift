package import Documents
internal import Text

/// What happened between a base and the tree that is judged.
package struct Change: Sendable {
  /// A record that differs.
  package struct Item: Sendable {
    /// In the tree that is judged; nil when the record went away.
    package let record: Int?
    /// In the base, under the name that it had there; nil when the record is new.
    package let base: Int?
    /// Who brought words in somebody's name, being none of those whom the record speaks for; nil where nobody did.
    package internal(set) var impersonator: CommitAuthors?
    /// Who changed words that others rely on, being none of those for whom they speak; nil where nobody did.
    package internal(set) var rewriter: CommitAuthors?
    /// The rules that a comment in the record allows, brought by one of those whom it speaks for.
    package internal(set) var allowed: Set<String> = []

    package init(record: Int?, base: Int?) {
      self.record = record
      self.base = base
    }
  }

  package let workspace: Workspace
  package let base: Workspace
  /// The week of the base commit, in the base's time zone; nil before the first commit.
  package let baseWeek: Week?
  package private(set) var items: [Item]
  /// Records that have another name than in the base, `kind/id` before by `kind/id` now.
  package let renames: [String: String]
  let people: AuthorAddresses
  /// Whether somebody may have said before what the history that is here does not show.
  let isHistoryCut: Bool

  /// The records that differ between two trees, and who brought their words.
  ///
  /// - Parameter history: what the commits between the two did; asked only for records that speak for somebody.
  package init(_ base: Workspace, _ workspace: Workspace, baseWeek: Week?, history: any ChangeHistory) throws {
    self.workspace = workspace
    self.base = base
    self.baseWeek = baseWeek
    var names = try Renames(base, workspace)
    try names.addFollowed(base, workspace, history)
    var items: [Item] = []
    var renames: [String: String] = [:]
    var found = Set<Int>()
    for (number, record) in workspace.records.enumerated() {
      var before = base.number(record.kind, record.id)
      if before == nil, let origin = names.origin(RecordKey(record)), workspace.number(origin.kind, origin.id) == nil {
        before = base.number(origin.kind, origin.id)
        if before != nil { renames[record.reference] = "\(origin.kind.name)/\(origin.id)" }
      }
      if let before {
        found.insert(before)
        if base.records[before].id == record.id, base.records[before].document.bytes == record.document.bytes {
          continue
        }
      }
      items.append(Item(record: number, base: before))
    }
    for (number, record) in base.records.enumerated()
    where !found.contains(number) && workspace.number(record.kind, record.id) == nil {
      items.append(Item(record: nil, base: number))
    }
    self.renames = renames
    var authorship = Authorship(base: base, workspace: workspace, history: history, renames: names)
    people = authorship.people
    for index in items.indices {
      try Self.judge(&items[index], base, workspace, baseWeek, names, &authorship, history)
    }
    self.items = items
    isHistoryCut = try items.contains { $0.impersonator != nil || $0.rewriter != nil } && history.isCut
  }

  private static func judge(
    _ item: inout Item, _ base: Workspace, _ workspace: Workspace, _ baseWeek: Week?, _ names: Renames,
    _ authorship: inout Authorship, _ history: any ChangeHistory
  ) throws {
    let before = item.base.map { base.records[$0] }
    let after = item.record.map { workspace.records[$0] }
    guard (after ?? before)?.speakers != nil || before?.speakers != nil else { return }
    if let before, let after, before.unreadable == nil, after.unreadable == nil,
      NormalizedContent(before, names) == NormalizedContent(after, names)
    {
      return
    }
    let known = Set((before?.speakers ?? []).map { names.current(RecordKey(.person, $0)) ?? $0 })
    if let after, after.isReadable {
      let version = try history.version(of: after, isBase: false)
      for speakers in after.claims where !speakers.isEmpty && (before == nil || !known.isSuperset(of: speakers)) {
        let claim = authorship.claim(of: speakers)
        guard let stranger = try authorship.stranger(to: version, claim) else { continue }
        item.impersonator = stranger
        try allow(Rule.impersonation.name, in: after, claim, &item, &authorship)
        break
      }
    }
    guard let before, let speakers = before.speakers, !speakers.isEmpty, before.isRelied(onIn: baseWeek) else { return }
    let baseline = try history.version(of: before, isBase: true)
    let claim = authorship.claim(of: speakers, baseline: baseline)
    let version = try after.map { try history.version(of: $0, isBase: false) } ?? RecordVersion(baseline.key, nil)
    guard let stranger = try authorship.stranger(to: version, claim) else { return }
    item.rewriter = stranger
    try allow(Rule.rewrittenRecord.name, in: after ?? before, claim, &item, &authorship)
  }

  private static func allow(
    _ rule: String, in record: Record, _ claim: Authorship.Claim, _ item: inout Item, _ authorship: inout Authorship
  ) throws {
    for allow in record.allows where allow.rule == rule {
      if try authorship.broughtAllow(allow, in: record, claim) { item.allowed.insert(rule) }
    }
  }

  /// Whether a comment in a record silences a rule about what happened to it.
  func counts(_ rule: String, in record: Int) -> Bool {
    items.contains { $0.record == record && $0.allowed.contains(rule) }
  }

  /// How much a rule about changes weighs: by the base's charter, so that nobody switches it off in the change that needs
  /// it; nil when it is off.
  package func severity(of rule: Rule) -> Severity? { (base.isEmpty ? workspace : base).charter.severity(of: rule) }
}

extension Renames {
  /// Records that speak for somebody, and were renamed and then changed.
  fileprivate mutating func addFollowed(_ old: Workspace, _ new: Workspace, _ history: any ChangeHistory) throws {
    func isGone(_ key: RecordKey) -> Bool {
      old.number(key.kind, key.id) != nil && new.number(key.kind, key.id) == nil && current(key) == nil
    }
    let went = Set(
      old.records.map { RecordKey($0) }.filter { $0.kind.speaks && $0.kind != .status && isGone($0) }.map(\.kind))
    if went.isEmpty { return }
    for record in new.records where went.contains(record.kind) && old.number(record.kind, record.id) == nil {
      let key = RecordKey(record)
      guard origin(key) == nil, let earlier = try history.otherNames(of: key, withEarlier: false).first(where: isGone)
      else { continue }
      add(record.kind, earlier.id, record.id)
    }
  }

  /// Between two states of a workspace.
  init(_ old: Workspace, _ new: Workspace) throws {
    func ends(_ workspace: Workspace, missingIn other: Workspace) -> [End] {
      workspace.records.filter { other.number($0.kind, $0.id) == nil }.map { record in
        End(key: RecordKey(record), content: AnyHashable(record.document.bytes), record: { record })
      }
    }
    let went = ends(old, missingIn: new)
    try self.init(went: went, came: went.isEmpty ? [] : ends(new, missingIn: old))
    for record in new.records where !record.tasks.isEmpty {
      let key = origin(RecordKey(record)) ?? RecordKey(record)
      guard let before = old.record(key.kind, key.id), before.document.bytes != record.document.bytes else { continue }
      addAnchors(from: before, to: record)
    }
  }
}
