internal import Documents
package import Teamwork
package import Text

/// What all sections of a report ask: names, links, and what was said and done in the period.
package struct ReportContext: Sendable {
  package let input: ReportInput
  /// The places in the story's `events` of what happened in the period, newest first; what was done on two branches, once.
  package let eventsInPeriod: [Int]
  /// The goals that there are at the end or were in the period, each with its state week by week.
  package let goals: [GoalCourse]
  /// The reports of the period's weeks, by week and person.
  package let reports: [Record]
  /// What they say.
  package let entries: [Said]
  package let resolver: LinkResolver
  /// By life what a record is called at the end.
  let namesByLife: [Int: Name]

  /// A goal through the weeks of the period.
  package struct GoalCourse: Sendable {
    /// Its id at the end.
    package let id: Name
    /// See `Lineage`; nil where nothing happened to it that is known.
    package let life: Int?
    /// At the beginning; nil where it was not there, or nothing is known.
    package let before: Record?
    /// At the end of each week.
    package let weeks: [Record?]
    /// What stood at the ends of weeks, each version once for the weeks that it stood.
    let versions: [Record]
    /// At the end of the period; nil where it has gone.
    package let now: Record?
    /// As it was known last.
    package var last: Record { now ?? weeks.last(where: { $0 != nil }).flatMap { $0 } ?? before! }
  }

  /// An entry of a status report.
  package struct Said: Sendable {
    package let record: Record
    package let entry: StatusEntry
    /// The goals that it is about: those that it links to, else the only one that the report names.
    package let goals: [Name]

    package var person: Name { Name(record.ownID) }
    package var week: Week { record.week! }
  }

  package init(_ input: ReportInput) {
    self.input = input
    eventsInPeriod = input.story.events.indices.filter { index in
      let event = input.story.events[index]
      return event.repeats == nil && event.commit.map { input.isInPeriod[$0] } ?? false
    }
    namesByLife = Dictionary(input.lives.values.joined().map { ($0.value, $0.key) }) { min($0, $1) }
    goals = Self.courses(input)
    let weeks = Set(input.marks.map(\.week))
    let reports = input.latest.records.filter { $0.kind == .status && $0.week.map(weeks.contains) == true }
    self.reports = reports
    entries = reports.flatMap { record -> [Said] in
      let named = record.names("goals").map(\.value)
      return record.statusEntries(in: input.latest).map { entry in
        Said(record: record, entry: entry, goals: entry.goals.isEmpty && named.count == 1 ? named : entry.goals)
      }
    }
    resolver = LinkResolver(input.latest)
  }

  package var period: Period { input.period }
  package var now: Workspace { input.now }
  package var story: EventHistory { input.story }
  package var weeks: [Week] { input.marks.map(\.week) }

  // MARK: Goals through the weeks

  private static func courses(_ input: ReportInput) -> [GoalCourse] {
    let (tracks, standing) = goalTracks(input)
    func course(_ track: Track, _ id: Name, _ now: Record?) -> GoalCourse {
      GoalCourse(
        id: id, life: track.life, before: track.before, weeks: track.weeks(input.marks.count),
        versions: track.changes.compactMap(\.record), now: now)
    }
    let nothing = Track(before: nil, changes: [])
    let gone = Set(tracks.indices).subtracting(standing.values).sorted {
      (tracks[$0].id, $0) < (tracks[$1].id, $1)
    }
    return input.now.records(of: .goal).map { goal in
      course(standing[goal.id].map { tracks[$0] } ?? nothing, goal.id, goal)
    } + gone.map { course(tracks[$0], tracks[$0].id, nil) }
  }

  /// How a goal stood at the beginning, and from some weeks' ends on.
  private struct Track {
    let before: Record?
    /// In the order of the weeks.
    var changes: [(week: Int, record: Record?)]
    var life: Int?

    /// What it was called last.
    var id: Name { (changes.lazy.reversed().compactMap(\.record).first ?? before)?.id ?? "" }

    func weeks(_ count: Int) -> [Record?] {
      var weeks: [Record?] = []
      weeks.reserveCapacity(count)
      for (number, change) in changes.enumerated() {
        let end = number + 1 < changes.count ? changes[number + 1].week : count
        weeks += repeatElement(change.record, count: end - change.week)
      }
      return weeks.isEmpty ? [Record?](repeating: nil, count: count) : weeks
    }

    mutating func set(_ record: Record?, in week: Int) {
      if changes[changes.count - 1].week == week {
        changes[changes.count - 1].record = record
      } else {
        changes.append((week, record))
      }
    }
  }

  /// - Returns: also by the ids that there are at the end the places of their tracks.
  private static func goalTracks(_ input: ReportInput) -> (tracks: [Track], standing: [Name: Int]) {
    var tracks: [Track] = []
    var standing: [Name: Int] = [:]
    var places: [Int: Int] = [:]
    for goal in input.before?.records ?? [] where goal.kind == .goal {
      standing[goal.id] = tracks.count
      tracks.append(Track(before: goal, changes: [(0, goal)]))
    }
    for (week, mark) in input.marks.enumerated() {
      let changes = mark.changes.filter { ($0.after ?? $0.before)?.kind == .goal }
      // What was there first, so that a name that became free may be another's.
      let earlier = changes.map { change -> Int? in
        guard let before = change.before, let place = standing[before.id],
          tracks[place].changes.last?.record?.path == before.path
        else { return nil }
        if change.after?.id != before.id { standing[before.id] = nil }
        if change.after == nil { tracks[place].set(nil, in: week) }
        if let life = change.life {
          tracks[place].life = life
          places[life] = place
        }
        return place
      }
      for (change, earlier) in zip(changes, earlier) {
        guard let after = change.after else { continue }
        var place = earlier ?? change.life.flatMap { places[$0] } ?? standing[after.id] ?? tracks.count
        // Of two files of one id one goal is told.
        if let other = standing[after.id], other != place { place = other }
        if place == tracks.count { tracks.append(Track(before: nil, changes: [(0, nil)], life: change.life)) }
        if let life = change.life { places[life] = place }
        tracks[place].set(after, in: week)
        standing[after.id] = place
      }
    }
    return (tracks, standing)
  }

  // MARK: Names and links

  package func person(_ id: Name) -> String {
    (input.now.record(.person, id) ?? input.latest.record(.person, id))?.text("name") ?? id.text
  }

  /// People, teams and roles, as people say them: "Ana", "the press team", "the release manager".
  package func called(_ reference: Name, _ kinds: [Kind]) -> String {
    input.now.called(reference, as: kinds)
  }

  /// The teams of a person: those that they name, and those that name them; by id.
  package func teams(of person: Name) -> [Name] { input.now.membership.teams(of: person) }

  /// The title of a goal, leading to its row.
  package func goal(_ id: Name) -> Line.Part {
    let record = input.now.record(.goal, id) ?? goals.first { $0.id == id }?.last
    return .link([.text(record?.title ?? id.text)], .place(Line.Target.goalPlace + id.text))
  }

  /// A commit as people quote it, leading to where it is told.
  package func commit(_ commit: CommitInfo) -> Line.Part { .link([.code(commit.short)], .commit(commit.id)) }

  package func record(_ record: Record) -> Line.Part { .link([.text(record.title)], .file(record.path)) }

  /// Who made a commit: by the people on file, else the name that the commit gives.
  package func author(_ commit: CommitInfo) -> String {
    commit.person.map(person) ?? (commit.authorName.isEmpty ? commit.authorEmail : commit.authorName)
  }

  /// The words of an entry, with titles and names in place of links and mentions.
  package func words(_ said: Said) -> [Line.Part] { resolver.inlines(said.entry.text, in: said.record.path) }

  /// `20 Nov`, with the year where it is not the period's.
  package func day(_ day: Day) -> String { day.short(in: period.to.civil.year) }

  /// The newest commit of the story that touched a record.
  package func commit(ofPath path: String) -> CommitInfo? {
    story.events.first { $0.path == path }.flatMap { story.commit(of: $0) }
  }
}
