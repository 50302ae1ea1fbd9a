internal import Text

/// Who brought the words of a record: whether one of those it speaks for did, and who else.
///
/// Words are theirs who made the commit in which this version of the record stands first, or are named in its
/// `Co-authored-by` trailers, wherever in history that is; a merge answers for what no parent has, and for a side that it
/// took against the other. A step from one version to the next that only follows a rename, or that is for its author to
/// take (`acknowledged` for whom feedback is to, an answer for who is asked), leaves the words those of whoever wrote
/// the version before. All people are those of the base.
struct Authorship {
  private let base: Workspace
  private let workspace: Workspace
  private let history: any ChangeHistory
  /// Between the base and the state that is judged.
  private let renames: Renames
  let people: AuthorAddresses
  private var renamesOfStep: [Int: (own: [Renames], all: Renames)] = [:]
  private var names: Renames?

  /// Whose words something is to be.
  struct Claim {
    /// Those it speaks for, by their addresses.
    let addresses: Set<String>
    /// What is accepted as it is, whoever wrote it: the record in the base.
    var baseline: RecordVersion?
  }

  init(base: Workspace, workspace: Workspace, history: any ChangeHistory, renames: Renames) {
    self.base = base
    self.workspace = workspace
    self.history = history
    self.renames = renames
    people = AuthorAddresses(base: base, workspace: workspace, renames: renames)
  }

  func claim(of speakers: [Name], baseline: RecordVersion? = nil) -> Claim {
    Claim(addresses: Set(speakers.flatMap(people.of)), baseline: baseline)
  }

  /// Merges of merges: so deep it is looked into what they put together.
  private static let mostJoins = 64

  /// Who brought a version of a record, being none of those whose words it is to be; nil where it is theirs.
  mutating func stranger(to version: RecordVersion, _ claim: Claim) throws -> CommitAuthors? {
    var search = Search(try starts(version))
    if try isTheirs(&search, claim, depth: 0, withEarlier: false) { return nil }
    let strangers = search.strangers
    // What came before is only looked at where somebody would be told.
    search = Search(try starts(version))
    if try isTheirs(&search, claim, depth: 0, withEarlier: true) { return nil }
    let takers = try takers(of: search)
    if try takers.contains(where: claim.isMet) || isSaidBefore(search, claim) { return nil }
    if let first = strangers.first ?? takers.first { return first }
    // What nobody in the change brought is none of its doing, unless it was reached by going back.
    if !history.isSetBack { return nil }
    return search.strangers.first ?? CommitAuthors(commit: nil, addresses: [])
  }

  /// What went may have gone under another name.
  private func starts(_ version: RecordVersion) throws -> [RecordVersion] {
    if version.content != nil { return [version] }
    let keys = try allKeys(of: version.key, withEarlier: false)
    // On another branch it may have gone under the name that it had before; what has that name in the base is another.
    let earlier = try allKeys(of: version.key, withEarlier: true).filter { key in
      !keys.contains(key) && base.number(key.kind, key.id) == nil
    }
    return (keys + earlier).map { RecordVersion($0, nil) }
  }

  private mutating func isRenamed(_ key: RecordKey, in step: VersionStep) throws -> Bool {
    let changes = try history.changes(of: step)
    return zip(try stepRenames(step).own, changes).contains { renames, changes in
      guard let now = renames.current(key) else { return false }
      let new = RecordKey(key.kind, now)
      return changes.contains { $0.after.key == new && $0.after.content != nil }
    }
  }

  /// All names of a record; a report is called after its person.
  private func allKeys(of key: RecordKey, withEarlier: Bool) throws -> [RecordKey] {
    let own = try [key] + history.otherNames(of: key, withEarlier: withEarlier)
    guard key.kind == .status else { return own }
    let people = try history.otherNames(of: RecordKey(.person, key.person), withEarlier: withEarlier)
    let others = people.filter { $0.kind == .person }.map { key.under($0.id) }
    return own + others.filter { !own.contains($0) }
  }

  private mutating func takers(of search: Search) throws -> [CommitAuthors] {
    var takers: [CommitAuthors] = []
    for version in search.seen {
      for step in try history.takings(of: version) {
        // Where it went on under another name, nobody took its absence for an answer.
        if version.content == nil, try isRenamed(version.key, in: step) { continue }
        let parents = try origins(of: version, step)
        let taken = try parents.indices.filter {
          try step.parents[$0] == version || saysTheSame(parents[$0], version, step)
        }
        if try gaveUp(step, parents, taking: taken) { takers.append(try history.authors(of: step)) }
      }
    }
    return takers
  }

  /// Whether a merge that says of a record what some parents say, by their places, gave up what another had changed since
  /// they parted.
  private mutating func gaveUp(_ step: VersionStep, _ parents: [RecordVersion], taking taken: [Int]) throws -> Bool {
    for other in parents.indices where !taken.contains(other) {
      for side in taken {
        // Where they parted it may have had a name that neither has now.
        let keys = try [parents[other].key, parents[side].key] + allKeys(of: parents[side].key, withEarlier: false)
        guard let fork = try history.fork(of: step, side, other, called: keys) else { return true }
        if fork.content == parents[other].content { continue }
        if fork.content == nil || parents[other].content == nil { return true }
        if try !saysTheSame(fork, parents[other], step), try !saysTheSameByAnyName(fork, parents[other]) { return true }
      }
    }
    return false
  }

  /// A way back from a version through the steps that leave words whose they were.
  private struct Search {
    var waiting: [RecordVersion]
    var seen: Set<RecordVersion>
    /// Who brought versions that are not theirs, those of the newest first.
    var strangers: [CommitAuthors] = []

    init(_ versions: [RecordVersion]) {
      waiting = versions.reversed()
      seen = Set(versions)
    }
  }

  private mutating func isTheirs(_ search: inout Search, _ claim: Claim, depth: Int, withEarlier: Bool) throws -> Bool {
    while let next = search.waiting.popLast() {
      if next == claim.baseline { return true }
      let earlier = withEarlier && next.content != nil ? try history.earlierIntroductions(of: next) : []
      for step in try history.introductions(of: next) + earlier {
        let authors = try history.authors(of: step)
        // What was renamed was not removed there; what became of it is looked for under its new name.
        if next.content == nil, try isRenamed(next.key, in: step) { continue }
        let parents = try origins(of: next, step)
        let same = try parents.indices.filter { try saysTheSame(parents[$0], next, step) }
        if !same.isEmpty {
          for place in same where search.seen.insert(parents[place]).inserted { search.waiting.append(parents[place]) }
          // Who only renames says nothing; who also gives up what another branch says answers for what is left.
          if same.count < parents.count, try gaveUp(step, parents, taking: same) {
            if claim.isMet(by: authors) { return true }
            search.strangers.append(authors)
          }
          continue
        }
        if claim.isMet(by: authors) { return true }
        var isAnswer = false
        for parent in parents where parent.content != nil {
          guard try permits(authors, parent, next, step) else { continue }
          isAnswer = true
          if search.seen.insert(parent).inserted { search.waiting.append(parent) }
        }
        if parents.count > 1, depth < Self.mostJoins, try isJoined(next, parents, step, claim, depth) { return true }
        if !isAnswer { search.strangers.append(authors) }
      }
    }
    return false
  }

  /// What the parents of a commit have of a record, under the name that it had there.
  private mutating func origins(of version: RecordVersion, _ step: VersionStep) throws -> [RecordVersion] {
    if step.parents.allSatisfy({ $0.content != nil }) || version.content == nil { return step.parents }
    let changes = try history.changes(of: step)
    let own = try stepRenames(step).own
    let names = try allKeys(of: version.key, withEarlier: false)
    return step.parents.enumerated().map { number, parent in
      if parent.content != nil || number >= changes.count { return parent }
      let went = changes[number].filter { $0.after.content == nil }.map(\.before)
      let origin = own[number].origin(version.key) ?? renames.origin(version.key)
      // Another commit may have renamed it, and this one brings that together with other words.
      return went.first { $0.key == origin } ?? went.first { names.contains($0.key) } ?? origin.flatMap(baseVersion)
        ?? parent
    }
  }

  private func baseVersion(_ key: RecordKey) -> RecordVersion? {
    guard let record = base.record(key.kind, key.id) else { return nil }
    return try? history.version(of: record, isBase: true)
  }

  /// Whether a merge only put together what the parents say, and they say what is theirs to say.
  private mutating func isJoined(
    _ version: RecordVersion, _ parents: [RecordVersion], _ step: VersionStep, _ claim: Claim, _ depth: Int
  ) throws -> Bool {
    guard let record = try history.record(version) else { return false }
    let renames = try stepRenames(step).all
    var theirs: [NormalizedContent] = []
    for parent in parents where parent.content != nil {
      var search = Search([parent])
      guard
        try isTheirs(&search, claim, depth: depth + 1, withEarlier: true)
          || takers(of: search).contains(where: claim.isMet), let other = try history.record(parent)
      else { continue }
      theirs.append(NormalizedContent(other, renames))
    }
    return NormalizedContent(record, renames).isPutTogether(from: theirs)
  }

  /// Whether a version says what a parent's said, but for what follows a rename.
  private mutating func saysTheSame(_ old: RecordVersion, _ new: RecordVersion, _ step: VersionStep) throws -> Bool {
    guard old.content != nil, let before = try history.record(old), let after = try history.record(new) else {
      return false
    }
    if old.content == new.content { return true }
    // What was not read says nothing that could be the same.
    if before.unreadable != nil || after.unreadable != nil { return false }
    let renames = try stepRenames(step).all
    return NormalizedContent(before, renames) == NormalizedContent(after, renames)
  }

  /// The same, whatever all that is mentioned was called in either.
  private mutating func saysTheSameByAnyName(_ old: RecordVersion, _ new: RecordVersion) throws -> Bool {
    let names = try allNames()
    guard !names.isEmpty, let before = try history.record(old), let after = try history.record(new) else {
      return false
    }
    return before.unreadable == nil && after.unreadable == nil
      && NormalizedContent(before, names) == NormalizedContent(after, names)
  }

  /// Whether a step between two versions is one that its author may take in a record that speaks for others.
  private mutating func permits(
    _ authors: CommitAuthors, _ old: RecordVersion, _ new: RecordVersion, _ step: VersionStep
  ) throws -> Bool {
    guard let before = try history.record(old), let after = try history.record(new) else { return false }
    let renames = try stepRenames(step).all
    let changed = NormalizedContent(before, renames).differences(from: NormalizedContent(after, renames))
    guard before.isFreeToAnswer(changed) else { return false }
    let receivers = try before.kind.declaration.addressee.flatMap { before[$0] }.map { try people(meantBy: $0) } ?? []
    return Claim(addresses: Set(receivers.flatMap(people.of))).isMet(by: authors)
  }

  /// Whom a reference reaches, as the base knows it, whatever they were called when it was written.
  private func people(meantBy reference: Name) throws -> [Name] {
    for known in [base, workspace] {
      let people = known.people(reachedBy: reference)
      if !people.isEmpty { return people }
    }
    let id = reference.text.split(separator: "/").last.map { Name(String($0)) } ?? reference
    for kind in Kind.allCases where kind.isAddressed {
      for name in try history.otherNames(of: RecordKey(kind, id), withEarlier: true) {
        let people = base.people(reachedBy: Name("\(kind.name)/\(name.id)"))
        if !people.isEmpty { return people }
      }
    }
    return []
  }

  /// Whether one of those whose words something is to be once said the same, but for names that have changed since.
  private mutating func isSaidBefore(_ search: Search, _ claim: Claim) throws -> Bool {
    let names = try allNames()
    if names.isEmpty { return false }
    for version in search.seen where version.content != nil {
      guard let record = try history.record(version) else { continue }
      let words = NormalizedContent(record, names)
      if let baseline = try claim.baseline.flatMap(history.record), baseline.kind == record.kind,
        NormalizedContent(baseline, names) == words
      {
        return true
      }
      for key in try allKeys(of: version.key, withEarlier: true) {
        for other in try history.versions(of: key) where !search.seen.contains(other) {
          guard let said = try history.record(other), NormalizedContent(said, names) == words else { continue }
          var theirs = Search([other])
          if try isTheirs(&theirs, claim, depth: 0, withEarlier: true) { return true }
        }
      }
    }
    return false
  }

  /// One name for all that a record was ever called.
  private mutating func allNames() throws -> Renames {
    if let names { return names }
    var all = renames
    for group in try history.nameGroups() {
      let now = group.filter { workspace.number($0.kind, $0.id) != nil }
      // Where a name became free and another record took it, it says nothing by itself.
      if now.count > 1 || group.count(where: { base.number($0.kind, $0.id) != nil }) > 1 { continue }
      guard let last = now.first ?? group.first else { continue }
      for key in group where key != last { all.add(key.kind, key.id, last.id) }
    }
    names = all
    return all
  }

  /// The new names that a commit gave against each parent; and all together, with those between the base and the state that
  /// is judged.
  private mutating func stepRenames(_ step: VersionStep) throws -> (own: [Renames], all: Renames) {
    if let known = renamesOfStep[step.number] { return known }
    let own = try history.changes(of: step).map(history.renames)
    var all = Renames()
    for renames in own { all.add(renames) }
    all.add(renames)
    renamesOfStep[step.number] = (own, all)
    return (own, all)
  }

  // MARK: Allow comments

  /// Whether one of those whose words a record is to be brought a comment in it.
  mutating func broughtAllow(_ allow: Allow, in record: Record, _ claim: Claim) throws -> Bool {
    // What the base has need not be theirs.
    let own = Claim(addresses: claim.addresses)
    for key in try allKeys(of: RecordKey(record), withEarlier: true) {
      for version in try history.versions(of: key) {
        guard let said = try history.record(version),
          said.allows.contains(where: { $0.rule == allow.rule && $0.reason == allow.reason })
        else { continue }
        var search = Search([version])
        if try isTheirs(&search, own, depth: 0, withEarlier: true) { return true }
      }
    }
    return false
  }
}

extension Authorship.Claim {
  func isMet(by authors: CommitAuthors) -> Bool {
    authors.addresses.contains { !$0.isEmpty && addresses.contains($0.lowercased()) }
  }
}

/// Which addresses stand for a person when a change is judged.
///
/// They come from the base where the person is there, also under another name: nobody gains an address in the change that
/// uses it. Who comes new has their own, but for those that the base knows as somebody else's. An address of two people
/// stands for neither.
struct AuthorAddresses: Sendable {
  private let base: Workspace
  private let workspace: Workspace
  /// What somebody who is new in the change was called in the base.
  private let origins: [Name: Name]
  private let ownersInBase: [String: Set<Name>]
  private let owners: [String: Set<Name>]

  init(base: Workspace, workspace: Workspace, renames: Renames) {
    self.base = base
    self.workspace = workspace
    ownersInBase = Self.owners(base)
    owners = Self.owners(workspace)
    origins = Self.origins(base, workspace, renames)
  }

  func of(_ person: Name) -> [String] {
    let known = base.record(.person, person) ?? origins[person].flatMap { base.record(.person, $0) }
    if let known { return known.addresses.filter { ownersInBase[$0]?.count == 1 } }
    return workspace.record(.person, person)?.addresses.filter {
      ownersInBase[$0] == nil && owners[$0]?.count == 1
    } ?? []
  }

  /// Who has an address, where it is one person alone.
  func person(with address: String) -> Name? {
    let folded = address.lowercased()
    guard let found = ownersInBase[folded] ?? owners[folded], found.count == 1 else { return nil }
    return found.first
  }

  /// Whether an address is on the pages of several people.
  func isShared(_ address: String) -> Bool { (ownersInBase[address.lowercased()]?.count ?? 0) > 1 }

  private static func owners(_ workspace: Workspace) -> [String: Set<Name>] {
    var owners: [String: Set<Name>] = [:]
    for person in workspace.records where person.kind == .person {
      for address in person.addresses { owners[address, default: []].insert(person.id) }
    }
    return owners
  }

  /// Whoever took over the reports of somebody who went is that somebody, whatever their page says.
  private static func origins(_ base: Workspace, _ workspace: Workspace, _ renames: Renames) -> [Name: Name] {
    var origins: [Name: Name] = [:]
    for (old, new) in renames.names[.person] ?? [:] { origins[new] = old }
    let came = workspace.records.filter { $0.kind == .person && base.number(.person, $0.id) == nil }.map(\.id)
    let went = Set(base.records.filter { $0.kind == .person && workspace.number(.person, $0.id) == nil }.map(\.id))
    if went.isEmpty || came.allSatisfy({ origins[$0] != nil }) { return origins }
    let new = Set(came)
    var reports: [[UInt8]: Name] = [:]
    for record in base.records where record.kind == .status && went.contains(Name(record.ownID)) {
      reports[record.document.bytes] = Name(record.ownID)
    }
    for record in workspace.records where record.kind == .status {
      let speaker = Name(record.ownID)
      if new.contains(speaker), origins[speaker] == nil { origins[speaker] = reports[record.document.bytes] }
    }
    return origins
  }
}
