internal import Documents
package import Teamwork
package import Text

/// What all sections of a report ask: names, links, and what was said and done in the period.
package struct ReportContext: Sendable {
  package let input: ReportInput
  /// The places in the story's `events` of what happened in the period, newest first.
  package let eventsInPeriod: [Int]
  /// The goals that there are at the end or were in the period, each with its state week by week.
  package let goals: [GoalCourse]
  /// The reports of the period's weeks, by week and person.
  package let reports: [Record]
  /// What they say.
  package let entries: [Said]
  package let resolver: LinkResolver

  /// A goal through the weeks of the period.
  package struct GoalCourse: Sendable {
    /// Its id at the end.
    package let id: Name
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
      input.story.events[index].commit.map { input.isInPeriod[$0] } ?? false
    }
    goals = Self.courses(input, eventsInPeriod)
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
  package var story: Story { input.story }
  package var weeks: [Week] { input.marks.map(\.week) }

  // MARK: Goals through the weeks

  private static func courses(_ input: ReportInput, _ events: [Int]) -> [GoalCourse] {
    // By path, which a rename changes: the newer path leads back to the older.
    var earlier: [Name: Name] = [:]
    for index in events {
      if case .renamed(let from, let to) = input.story.events[index].change, input.story.events[index].kind == .goal,
        from != to
      {
        earlier[to] = from
      }
    }
    let tracks = goalTracks(input)
    var ids: [Name] = input.now.records(of: .goal).map(\.id)
    let known = Set(ids)
    let gone = Set(earlier.values)
    ids += tracks.keys.filter { !known.contains($0) && !gone.contains($0) }.sorted()
    let nothing = Track(before: nil, changes: [])
    return ids.map { id in
      let now = input.now.record(.goal, id)
      if earlier[id] == nil {
        let track = tracks[id] ?? nothing
        return GoalCourse(
          id: id, before: track.before, weeks: track.weeks(input.marks.count),
          versions: track.changes.compactMap(\.record), now: now)
      }
      var names = [id]
      while let name = earlier[names[names.count - 1]], names.count < 64 { names.append(name) }
      let trail = names.compactMap { tracks[$0] }
      let each = trail.map { $0.weeks(input.marks.count) }
      let weeks = input.marks.indices.map { week in each.lazy.compactMap { $0[week] }.first }
      return GoalCourse(
        id: id, before: trail.lazy.compactMap(\.before).first, weeks: weeks, versions: weeks.compactMap { $0 }, now: now
      )
    }
  }

  /// What stood under an id: at the beginning, and from some weeks' ends on.
  private struct Track {
    let before: Record?
    /// In the order of the weeks.
    var changes: [(week: Int, record: Record?)]

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

  private static func goalTracks(_ input: ReportInput) -> [Name: Track] {
    var tracks: [Name: Track] = [:]
    for goal in input.before?.records ?? [] where goal.kind == .goal {
      tracks[goal.id] = Track(before: goal, changes: [(0, goal)])
    }
    for (week, mark) in input.marks.enumerated() {
      for change in mark.changes {
        if let old = change.before, old.kind == .goal, tracks[old.id]?.changes.last?.record?.path == change.path {
          tracks[old.id]?.set(nil, in: week)
        }
      }
      for change in mark.changes {
        if let new = change.after, new.kind == .goal {
          tracks[new.id, default: Track(before: nil, changes: [(0, nil)])].set(new, in: week)
        }
      }
    }
    return tracks
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
