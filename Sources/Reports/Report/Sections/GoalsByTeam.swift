internal import Teamwork
internal import Text

/// Which goals teams have alone and together, by what the goals say.
struct GoalsByTeam {
  /// Goals that name a team.
  let named: [Record]
  /// Goals that name several.
  let shared: [Record]
  /// By the alphabet of their names.
  private let teams: [Name]
  private let own: [Name: Int]
  private let alone: [Name: Int]
  /// By team: with how many goals it meets which other.
  private let meeting: [Name: [Name: Int]]

  init(_ context: ReportContext, _ shown: [Record]) {
    func named(_ goal: Record) -> [Name] {
      var teams: [Name] = []
      for team in goal.names("teams") where !teams.contains(team.value) { teams.append(team.value) }
      return teams
    }
    var own: [Name: Int] = [:]
    var alone: [Name: Int] = [:]
    var meeting: [Name: [Name: Int]] = [:]
    for goal in shown {
      let teams = named(goal)
      for team in teams {
        own[team, default: 0] += 1
        if teams.count == 1 { alone[team, default: 0] += 1 }
        for other in teams where other != team { meeting[team, default: [:]][other, default: 0] += 1 }
      }
    }
    self.named = shown.filter { !$0.names("teams").isEmpty }
    shared = shown.filter { named($0).count > 1 }
    self.own = own
    self.alone = alone
    self.meeting = meeting
    let titles = Dictionary(own.keys.map { ($0, Name(Self.name($0, context))) }) { first, _ in first }
    teams = own.keys.sorted { (titles[$0]!, $0) < (titles[$1]!, $1) }
  }

  private static func name(_ team: Name, _ context: ReportContext) -> String {
    context.now.record(.team, team)?.title ?? team.text
  }

  /// Pairs of teams that share no goal, though each has one with somebody or alone.
  private var apart: [(Name, Name)] {
    teams.indices.flatMap { index in
      teams[(index + 1)...].filter { meeting[teams[index]]?[$0] == nil }.map { (teams[index], $0) }
    }
  }

  func finding(_ context: ReportContext) -> [Line] {
    let apart = self.apart
    let pairs = teams.count * (teams.count - 1) / 2
    var line: Line
    switch shared.count {
    case 0:
      line =
        named.count == 1
        ? "The one goal that names a team names no other."
        : "Each of the \(SummaryWords.number(named.count)) goals that name a team belongs to that team alone."
    case named.count where named.count > 1:
      line = "\(SummaryWords.capitalised(SummaryWords.every(named.count))) goals that name a team belong to several."
    default:
      line =
        "\(SummaryWords.capitalised(SummaryWords.ratio(shared.count, named.count))) goals that name a team \(SummaryWords.verb(shared.count, "belongs", "belong")) to several."
    }
    if teams.count > 1 {
      if apart.isEmpty {
        line = "\(line) Every team shares a goal with every other."
      } else if apart.count <= 3 {
        let names = apart.map { "\(Self.name($0.0, context)) and \(Self.name($0.1, context))" }
        line =
          "\(line) \(apart.count == 1 ? "One pair of teams shares" : "\(SummaryWords.starting(apart.count, "pair")) of teams share") none: \(names.joined(separator: "; "))."
      } else {
        line = "\(line) \(SummaryWords.capitalised(SummaryWords.ratio(apart.count, pairs))) pairs of teams share none."
      }
    }
    return [line]
  }

  func figure(_ context: ReportContext) -> Figure {
    let rows = teams.map { team -> [Line] in
      let others = (meeting[team] ?? [:]).sorted {
        ($1.value, Name(Self.name($0.key, context))) < ($0.value, Name(Self.name($1.key, context)))
      }
      let with = others.map { Line("\(Self.name($0.key, context)) (\($0.value))") }
      let none = teams.filter { $0 != team && meeting[team]?[$0] == nil }
      return [
        Line(Self.name(team, context)), "\(own[team] ?? 0)", "\(alone[team] ?? 0)",
        with.isEmpty ? "none" : Line.some(of: with, most: 6),
        none.isEmpty
          ? ""
          : none.count > 4 ? "\(none.count) teams" : Line(none.map { Self.name($0, context) }.joined(separator: ", ")),
      ]
    }
    let title =
      shared.isEmpty
      ? "No goal is shared by teams"
      : "\(SummaryWords.capitalised(SummaryWords.ratio(shared.count, named.count))) goals \(SummaryWords.verb(shared.count, "is", "are")) shared by teams"
    return Figure(
      "goals-by-team", title,
      encoding: "A row a team: its goals, those that it has alone, with whom it shares how many, and with whom none.",
      .table(
        Table(
          "Goals by team",
          columns: [
            .init("Team"), .init("Goals", isNumber: true), .init("Alone", isNumber: true), .init("Shared with"),
            .init("None with"),
          ], rows: rows)))
  }
}
