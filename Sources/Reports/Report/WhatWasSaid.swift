internal import Teamwork
internal import Text

/// What the period's reports say is in the way, and of which goals they say nothing.
struct WhatWasSaid {
  struct Told {
    /// The first of the reports that said so one after the other.
    let since: Week
    let last: ReportContext.Said
  }

  /// Where an entry stands.
  private struct Place: Hashable {
    let path: String
    let offset: Int
  }

  /// Goals of which the newest report says that something is in the way.
  private(set) var blocked: [Name: Told] = [:]
  /// Needs that somebody's newest report has, and the one before it too; the newest first.
  private(set) var needsThatCameBack: [Told] = []
  /// The other needs of people's newest reports, where these are of the last two weeks; by person.
  private(set) var standingNeeds: [ReportContext.Said] = []
  /// The newest week, of the last `patience`, in which somebody wrote about a goal.
  private(set) var lastWeek: [Name: Week] = [:]
  /// For how many weeks a goal may be silent; nil where the period has fewer.
  let patience: Int?

  init(_ context: ReportContext) {
    let wanted =
      switch context.now.charter.cadence {
      case .monthly: 8
      case .biweekly: 6
      case .weekly, .never, nil: 4
      }
    patience = context.weeks.count >= wanted && !context.reports.isEmpty ? wanted : nil
    let recent = patience.map { Set(context.weeks.suffix($0)) } ?? []
    var ofGoal: [Name: [Week: [ReportContext.Said]]] = [:]
    var ofPerson: [Name: [Week: [ReportContext.Said]]] = [:]
    for record in context.reports {
      if let week = record.week { ofPerson[Name(record.ownID), default: [:]][week] = [] }
    }
    for said in context.entries {
      if !said.entry.saysNothing, said.entry.heading == "needs" {
        ofPerson[said.person, default: [:]][said.week, default: []].append(said)
      }
      for goal in said.goals {
        ofGoal[goal, default: [:]][said.week, default: []].append(said)
        if recent.contains(said.week), lastWeek[goal].map({ $0 < said.week }) ?? true { lastWeek[goal] = said.week }
      }
    }
    for (goal, weeks) in ofGoal {
      var told: (since: Week, last: ReportContext.Said)?
      for (week, entries) in weeks.sorted(by: { $0.key > $1.key }) {
        guard let entry = entries.first(where: { $0.entry.heading == "blocked" && !$0.entry.saysNothing }) else {
          break
        }
        told = (week, told?.last ?? entry)
      }
      if let told { blocked[goal] = Told(since: told.since, last: told.last) }
    }
    needsThatCameBack = ofPerson.values.flatMap(Self.cameBack).sorted { a, b in
      a.last.week == b.last.week
        ? (a.last.person, a.last.entry.range.lowerBound) < (b.last.person, b.last.entry.range.lowerBound)
        : a.last.week > b.last.week
    }
    let back = Set(needsThatCameBack.map { Place(path: $0.last.record.path, offset: $0.last.entry.range.lowerBound) })
    let last = Set(context.weeks.suffix(2))
    standingNeeds = ofPerson.values.flatMap(Self.newest).filter { need in
      last.contains(need.week) && !back.contains(Place(path: need.record.path, offset: need.entry.range.lowerBound))
    }.sorted { ($0.person, $0.entry.range.lowerBound) < ($1.person, $1.entry.range.lowerBound) }
  }

  private static func newest(_ weeks: [Week: [ReportContext.Said]]) -> [ReportContext.Said] {
    weeks.max { $0.key < $1.key }?.value ?? []
  }

  /// The needs of somebody's newest report that stand in the one before it too.
  private static func cameBack(_ weeks: [Week: [ReportContext.Said]]) -> [Told] {
    let sorted = weeks.sorted { $0.key > $1.key }
    guard let newest = sorted.first?.value else { return [] }
    return newest.compactMap { need -> Told? in
      var since = need.week
      for (week, earlier) in sorted.dropFirst() {
        guard earlier.contains(where: { isSame($0, need) }) else { break }
        since = week
      }
      return since == need.week ? nil : Told(since: since, last: need)
    }
  }

  /// About the same task or, in most of its words, the same.
  private static func isSame(_ a: ReportContext.Said, _ b: ReportContext.Said) -> Bool {
    if a.entry.tasks.contains(where: { task in
      b.entry.tasks.contains { $0.goal == task.goal && $0.anchor == task.anchor }
    }) {
      return true
    }
    let first = Set(a.entry.text.lowercased().split { !$0.isLetter && !$0.isNumber })
    let second = Set(b.entry.text.lowercased().split { !$0.isLetter && !$0.isNumber })
    return first.intersection(second).count * 2 >= max(first.count, second.count, 1)
  }
}
