internal import Teamwork
internal import Text

/// Whether those in whose name something stands committed it themselves.
struct SpokenFor {
  struct Claim {
    /// Its place in the story's `events`: where the record came.
    let event: Int
    let kind: Kind
    let speakers: [Name]
    let isMatched: Bool
  }

  /// What came in the period and speaks for somebody.
  private(set) var claims: [Claim] = []
  /// Records that came in the period without saying for whom they speak, and such that went again within the week: of
  /// these nobody can say any more.
  private(set) var (unsaid, unknown) = (0, 0)

  static let kinds: [Kind] = [.status, .feedback, .request, .decision]

  init(_ context: ReportContext, _ spoken: SpokenRecords) {
    for index in context.eventsInPeriod
    where context.story.events[index].kind == .status && context.story.events[index].isCreation {
      judge(index, [SpokenRecords.person(ofReport: context.story.events[index].id)], context)
    }
    for kind in Self.kinds.dropFirst() {
      for trail in spoken.trails[kind]?.all ?? [] {
        for index in trail.events where context.isInPeriod(index) && context.story.events[index].isCreation {
          guard let speakers = spoken.speakers(kind, trail), !speakers.isEmpty else {
            if spoken.record(kind, trail) == nil { unknown += 1 } else { unsaid += 1 }
            continue
          }
          judge(index, speakers, context)
        }
      }
    }
    claims.sort { $0.event < $1.event }
  }

  private mutating func judge(_ index: Int, _ speakers: [Name], _ context: ReportContext) {
    let event = context.story.events[index]
    let author = context.story.commit(of: event)?.person
    claims.append(
      Claim(event: index, kind: event.kind, speakers: speakers, isMatched: author.map(speakers.contains) ?? false))
  }

  var matched: Int { claims.count(where: \.isMatched) }

  // MARK: In words

  private static func words(_ count: Int, _ kind: Kind) -> String {
    switch kind {
    case .status: SummaryWords.counted(count, "status report")
    case .feedback: SummaryWords.counted(count, "piece of feedback", "pieces of feedback")
    case .request: SummaryWords.counted(count, "request")
    default: SummaryWords.counted(count, "decision")
    }
  }

  /// "All 105 status reports and 12 of 35 requests were committed by those for whom they speak."
  func summary() -> Line? {
    guard !claims.isEmpty else { return nil }
    let kinds = Self.kinds.compactMap { kind -> String? in
      let own = claims.filter { $0.kind == kind }
      if own.isEmpty { return nil }
      let matched = own.count(where: \.isMatched)
      if matched == own.count {
        return own.count == 1
          ? "the one \(Self.words(1, kind).dropFirst(4))"
          : own.count == 2 ? "both \(Self.words(2, kind).dropFirst(4))" : "all \(Self.words(own.count, kind))"
      }
      if own.count == 1 { return "no \(Self.words(1, kind).dropFirst(4))" }
      return "\(matched == 0 ? "none" : SummaryWords.number(matched)) of \(Self.words(own.count, kind))"
    }
    let verb = claims.count == 1 || (kinds.count == 1 && matched == 1) ? "was" : "were"
    return
      "\(.strong([.text("\(SummaryWords.capitalised(SummaryWords.list(kinds))) \(verb) committed by those for whom they speak.")]))"
  }

  private static let mostAuthors = 6
  private static let mostCommits = 3

  /// Who committed what stands in the names of others: a sentence each. Of feedback, without names.
  func others(_ context: ReportContext) -> [Line] {
    var byAuthor: [Name: [Claim]] = [:]
    for claim in claims where !claim.isMatched && claim.kind != .feedback {
      guard let commit = context.story.commit(of: context.story.events[claim.event]) else { continue }
      byAuthor[Name(CommitDates.name(of: commit, context)), default: []].append(claim)
    }
    let sorted = byAuthor.sorted { $0.key < $1.key }
    var lines = sorted.prefix(Self.mostAuthors).map { author, claims -> Line in
      let what = Self.kinds.compactMap { kind -> String? in
        let count = claims.count { $0.kind == kind }
        return count == 0 ? nil : Self.words(count, kind)
      }
      let people = Set(claims.flatMap(\.speakers)).map(context.person).map { Name($0) }.sorted().map(\.text)
      let whom =
        people.count <= 3
        ? "in the \(people.count == 1 ? "name" : "names") of \(SummaryWords.list(people))"
        : "in the names of \(SummaryWords.number(people.count)) people"
      var seen: Set<Int> = []
      let commits = claims.compactMap { context.story.events[$0.event].commit }.filter { seen.insert($0).inserted }
      let quoted = commits.map { Line([context.commit(context.story.commits[$0])]) }
      return
        "\(author.text) committed \(SummaryWords.list(what)) \(whom): \(Line.some(of: quoted, most: Self.mostCommits))."
    }
    if sorted.count > Self.mostAuthors {
      let rest = sorted.dropFirst(Self.mostAuthors)
      let records = rest.reduce(0) { $0 + $1.value.count }
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(rest.count, "other person", "other people"))) committed \(SummaryWords.counted(records, "such record"))."
      )
    }
    let feedback = claims.count { !$0.isMatched && $0.kind == .feedback }
    if feedback > 0 {
      lines.append(
        "\(SummaryWords.capitalised(Self.words(feedback, .feedback))) \(feedback == 1 ? "was" : "were") committed by somebody else; in whose name is not told here."
      )
    }
    return lines
  }
}

/// The records that speak for somebody, with what happened to them.
struct SpokenRecords {
  /// Of feedback, requests and decisions, by their last id.
  private(set) var trails: [Kind: RecordTrails] = [:]
  private let context: ReportContext
  /// As they were known last, by their lives.
  private var gone: [Int: Record] = [:]

  init(_ context: ReportContext) {
    self.context = context
    for kind in SpokenFor.kinds.dropFirst() {
      trails[kind] = context.trails(of: kind)
    }
    for mark in context.input.marks {
      for change in mark.changes {
        if let record = change.after ?? change.before, let life = change.life, record.kind != .status,
          record.speakers != nil
        {
          gone[life] = record
        }
      }
    }
  }

  static func person(ofReport id: Name) -> Name {
    guard let slash = id.text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return id }
    return Name(String(id.text[id.text.utf8.index(after: slash)...]))
  }

  func record(_ kind: Kind, _ trail: RecordTrails.Trail) -> Record? {
    let event = context.story.events[trail.events[0]]
    if context.idAtEnd(event) != nil { return context.now.record(kind, trail.id) }
    return event.life.flatMap { gone[$0] }
  }

  /// Those for whom a record spoke when it came; nil where that is not known.
  func speakers(_ kind: Kind, _ trail: RecordTrails.Trail) -> [Name]? {
    let field: Name = kind == .decision ? "by" : "from"
    for index in trail.events {
      if let first = context.story.events[index].move(of: field) { return first.from?.elements.compactMap(\.asText) }
    }
    return record(kind, trail)?.speakers
  }
}
