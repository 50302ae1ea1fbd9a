internal import Teamwork
internal import Text

/// The people and teams that an open goal names, and whether they were heard from in any way.
struct PartiesHeard {
  struct Party {
    let kind: Kind
    let id: Name
    let name: String
    /// In the order of the file names.
    var goals: [Name]
    /// "owner", "has a task", "team", "resource".
    var parts: [String]
    let isHeard: Bool
  }

  /// Alphabetical, people before teams.
  let parties: [Party]
  private let context: ReportContext

  private static let most = 40

  init(_ context: ReportContext, writers: Set<Name>) {
    self.context = context
    let heard = Self.heard(context, writers)
    // A team is heard by the voice of anybody in it.
    var heardTeams: Set<Name> = []
    for person in heard { heardTeams.formUnion(context.teams(of: person)) }
    for team in context.now.records(of: .team) {
      if let lead = team.name("lead")?.value, heard.contains(lead) { heardTeams.insert(team.id) }
    }

    struct Key: Hashable {
      let kind: Kind
      let id: Name
    }
    var places: [Key: Int] = [:]
    var parties: [Party] = []
    func add(_ kind: Kind, _ id: Name, _ goal: Record, _ part: String) {
      let key = Key(kind: kind, id: id)
      guard let place = places[key] else {
        guard let record = context.now.record(kind, id) else { return }
        places[key] = parties.count
        parties.append(
          Party(
            kind: kind, id: id, name: record.title, goals: [goal.id], parts: [part],
            isHeard: kind == .person ? heard.contains(id) : heardTeams.contains(id)))
        return
      }
      if parties[place].goals.last != goal.id { parties[place].goals.append(goal.id) }
      if !parties[place].parts.contains(part) { parties[place].parts.append(part) }
    }
    for goal in context.now.records where goal.isOpenGoal {
      for owner in goal.owners { add(.person, owner, goal, "owner") }
      for task in goal.tasks where task.isOpen { for owner in task.owners { add(.person, owner, goal, "has a task") } }
      for team in goal.names("teams") { add(.team, team.value, goal, "team") }
      for resource in goal.list("resources") {
        if case .reference(let team) = resource.value { add(.team, team, goal, "is drawn on") }
      }
    }
    self.parties = parties.map { ($0, $0.name.lowercased()) }
      .sorted { ($0.0.kind == .person ? 0 : 1, $0.1, $0.0.id) < ($1.0.kind == .person ? 0 : 1, $1.1, $1.0.id) }.map(\.0)
  }

  /// Who wrote a report or committed, met, or signed something in the period.
  private static func heard(_ context: ReportContext, _ writers: Set<Name>) -> Set<Name> {
    var heard = writers
    for (index, commit) in context.story.commits.enumerated() where context.input.isInPeriod[index] {
      if let person = commit.person { heard.insert(person) }
    }
    for record in context.now.records {
      let (day, people): (Name, [Name])
      switch record.kind {
      case .meeting: (day, people) = ("date", ["people"])
      case .decision, .note: (day, people) = ("date", ["by"])
      case .feedback: (day, people) = ("date", ["from"])
      case .request: (day, people) = ("asked", ["from"])
      default: continue
      }
      guard let date = record.day(day)?.value, context.period.contains(date), date <= context.input.asOf else {
        continue
      }
      for field in people {
        if let one = record.name(field) { heard.insert(one.value) }
        for one in record.names(field) { heard.insert(one.value) }
      }
    }
    return heard
  }

  private var silent: [Party] { parties.filter { !$0.isHeard } }

  private static func counted(_ parties: [Party]) -> String {
    let people = parties.count { $0.kind == .person }
    let teams = parties.count - people
    let words = [
      people == 0 ? nil : SummaryWords.counted(people, "person", "people"),
      teams == 0 ? nil : SummaryWords.counted(teams, "team"),
    ].compactMap { $0 }
    return SummaryWords.list(words)
  }

  var finding: Line? {
    guard !parties.isEmpty else { return nil }
    if silent.isEmpty { return "Everybody whom an open goal names was heard from: \(Self.counted(parties))." }
    let people = silent.filter { $0.kind == .person }.map(\.name)
    let teams = silent.filter { $0.kind == .team }.map { context.called($0.id, [.team]) }
    return
      "Open goals name \(Self.counted(parties)). Nothing is on file in this period from \(SummaryWords.few(people + teams)). A talk may find out what they need."
  }

  var figure: Figure? {
    let silent = silent
    guard !silent.isEmpty else { return nil }
    let rest = silent.count - Self.most
    return Figure(
      "parties",
      "\(SummaryWords.capitalised(Self.counted(silent))) whom a goal names \(silent.count == 1 ? "has" : "have") not been heard from",
      encoding:
        "Heard from: wrote a report, made a commit, took part in a meeting, or signed feedback, a request, a decision or a note; a team, when somebody in it did.",
      .table(
        Table(
          "People and teams that an open goal names, of whom nothing is on file in this period",
          columns: [.init("Who"), .init("As"), .init("Goals")],
          rows: silent.prefix(Self.most).map { party in
            return [
              Line(party.kind == .team ? context.called(party.id, [.team]) : party.name),
              Line(party.parts.joined(separator: ", ")),
              Line.goals(party.goals, context),
            ]
          })),
      foot: rest > 0
        ? "\(SummaryWords.capitalised(SummaryWords.counted(rest, "other"))), later in the alphabet, not shown." : nil)
  }

  var measure: Measure {
    let goals = Set(parties.flatMap(\.goals)).compactMap { context.now.record(.goal, $0)?.path }.sorted()
    return Measure(
      "parties-never-heard",
      parties.isEmpty ? .none("No open goal names a person or a team.") : .share(silent.count, of: parties.count),
      records: goals)
  }
}
