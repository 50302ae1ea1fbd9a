internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// What the moves of working together have in common: somebody makes them, today; they show what is carried already, write
/// one record, and say what comes next.
struct Move {
  let session: Session
  let workspace: Workspace
  let today: Day
  /// Who makes it.
  let me: Record
  private let lookup: RecordLookup

  init(_ session: Session) throws {
    self.session = session
    workspace = try session.workspaceToEdit()
    today = try session.today(in: workspace)
    me = try session.knownMe(in: workspace)
    lookup = RecordLookup(workspace: workspace, prefix: try session.repository().prefix)
  }

  // MARK: What is named

  /// The record of a kind that a word names; what other kinds call the same does not matter.
  func record(_ kind: Kind, _ word: String) throws -> Record {
    if let record = workspace.record(kind, Name(word)) { return record }
    let other = (try? lookup.target(word)).map { workspace.records[$0.record] }
    if let other, other.kind == kind { return other }
    let help = didYouMean(word, workspace.ids(kind)) ?? "`tw list \(kind.folder)` lists them"
    guard let other else { throw Failure.notFound("there is no \(kind.name) \(quoted(word))", help: help) }
    throw Failure("\(quoted(word)) is \(other.kind.declaration.article), not \(kind.declaration.article)", help: help)
  }

  /// Whom `ben`, `@ben`, `teams/platform` or a role's id names, and how a field says it.
  func addressee(_ word: String, as kinds: [Kind]) throws -> (record: Record, reference: String) {
    let reference = word.hasPrefix("@") ? String(word.dropFirst()) : word
    switch workspace.resolve(Name(reference), as: kinds) {
    case .record(let number):
      let record = workspace.records[number]
      if let until = record[Person.until], record.kind == .person, until < today {
        throw Failure(
          "\(record.title) is not here any more, since \(until.short(in: today.civil.year))",
          help: "`tw list people` says who is")
      }
      return (record, reference)
    case .unknown:
      throw Failure.notFound(
        "there is no \(alternatives(kinds.map(\.name))) \(quoted(reference))",
        help: named(reference, kinds) ?? didYouMean(reference, kinds.flatMap(workspace.ids))
          ?? "`tw list \(kinds[0].folder)` lists \(kinds[0] == .person ? "who is here" : "them")")
    case .ambiguous(let found):
      throw Failure(
        "\(quoted(reference)) is several things",
        help: "say which: " + alternatives(found.map { "`\($0.name)/\(reference)`" }))
    }
  }

  /// Whose id it is, where somebody says a name, a title or an address.
  private func named(_ words: String, _ kinds: [Kind]) -> String? {
    let wanted = words.lowercased()
    let found = workspace.records.filter { record in
      kinds.contains(record.kind)
        && (record.title.lowercased() == wanted
          || record[Person.emails].contains { $0.lowercased() == wanted })
    }
    return found.isEmpty ? nil : "did you mean " + alternatives(found.map { "`\(reference(to: $0))`" }) + "?"
  }

  /// A day that is not over.
  func day(_ word: String, _ what: String) throws -> Day {
    let day = try Day.said(word, as: what, on: today)
    if day < today { throw Failure("\(what) is \(day), and that day is over", help: "today is \(today)") }
    return day
  }

  /// The people that an address stands for: the person, a team's members, a role's holders.
  func people(behind record: Record) -> [Record] {
    workspace.membership.people(behind: record).sorted().compactMap { workspace.record(.person, $0) }.filter {
      $0.located(Person.until).map { $0.value >= today } ?? true
    }
  }

  /// What names a record and nothing else, as short as it can be.
  func reference(to record: Record) -> String {
    workspace.kinds(Kind.allCases, having: record.id).count > 1 ? record.reference : record.id.text
  }

  func day(_ day: Day) -> String { "\(day.weekdayName) \(day.short(in: today.civil.year))" }

  // MARK: What is said

  /// What those who are asked carry already, and who of them is away when it is needed.
  func load(of record: Record, neededBy day: Day?) -> [Page.Block] {
    let loads = Load.of(people(behind: record), in: workspace, today: today)
    let away: [Page.Block] =
      day.map { day in loads.compactMap { $0.absence(on: day, isOwn: false).map { .paragraph($0) } } } ?? []
    if record.kind == .person { return loads.flatMap { $0.blocks(isOwn: false) } + away }
    return [.heading("What \(record.called) carries already"), .list(loads.map(\.item))] + away
  }

  /// A new record.
  ///
  /// - Parameters:
  ///   - words: `FIELD=VALUE`, as `tw new` takes them.
  ///   - yaml: fields that a word cannot say.
  ///   - body: what becomes of the template's body.
  func draft(_ kind: Kind, _ words: [String], yaml: [(field: String, yaml: String?)] = [], body: (String) -> String)
    throws -> RecordDraft
  {
    try RecordDraft(RecordPlace(kind, words, session, in: workspace), session, yaml: yaml, body: body)
  }

  /// Writes a new record.
  ///
  /// - Parameter said: what it means.
  func create(_ draft: RecordDraft, before: [Page.Block], said: Line, next: [Page.Item]) throws -> Outcome {
    let shown = try session.shownPath(draft.place.path)
    try session.writer().create(draft.place.path, Array(draft.text.utf8))
    return answer(before + [.paragraph("\(said): \(.link([.text(shown)], .file(draft.place.path)))")], next: next)
  }

  /// Changes fields of a record.
  func change(_ record: Record, _ words: [String], before: [Page.Block], next: [Page.Item]) throws -> Outcome {
    guard let changed = try session.written([record.edited(words, in: workspace, today: today)], in: workspace) else {
      session.note("Nothing changed.")
      return Outcome()
    }
    return answer(before, changed, next: next)
  }

  private func answer(_ before: [Page.Block], _ changed: StyledText = StyledText(), next: [Page.Item]) -> Outcome {
    let width = session.environment.width
    var text = Page(before).terminal(width: width)
    if !changed.isEmpty {
      if !before.isEmpty { text.line() }
      text.append(changed)
    }
    text.line()
    text.append(Page([.heading("Next"), .list(next)]).terminal(width: width))
    return session.answer(text)
  }
}
