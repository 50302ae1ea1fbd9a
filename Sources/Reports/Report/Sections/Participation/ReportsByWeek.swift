internal import Teamwork
internal import Text

/// The reports of the period by week: who was due, who wrote, and when.
struct ReportsByWeek {
  struct Person {
    let id: Name
    let name: String
    /// Owes reports in some week.
    let isDue: Bool
    let states: [ReportsOfPerson.State]
    let cells: [ReportGrid.Cell]
  }

  let weeks: [Week]
  /// Who was due or wrote, in the order of the alphabet.
  let people: [Person]
  /// Who owned a goal that was open at some time of the period.
  let owners: Set<Name>
  /// Reports that somebody has written something into.
  let written: [Record]
  /// Came later than on the day after their week, with the events that brought them.
  let late: [(record: Record, event: Int)]
  /// Of how many it is known when they came.
  let dated: Int
  private let context: ReportContext
  private let isOver: [Bool]

  init(_ context: ReportContext) {
    let weeks = context.weeks
    let isOver = weeks.map { $0.sunday <= context.input.asOf }
    let owners = Self.owners(context)
    written = context.reports.filter { $0.isWritten(in: context.input.latest) }
    (self.context, self.weeks, self.isOver, self.owners) = (context, weeks, isOver, owners)

    let arrivals = Arrivals(context, of: .status)
    let comings = Arrivals(context, of: .person)
    var late: [(Record, Int)] = []
    var dated = 0
    var isLate: Set<Name> = []
    for record in written {
      guard let day = arrivals.day(record.id), let event = arrivals.event(record.id), let week = record.week else {
        continue
      }
      dated += 1
      if day > week.sunday + 1 {
        late.append((record, event))
        isLate.insert(record.id)
      }
    }
    (self.late, self.dated) = (late, dated)

    let blocked = Set(
      context.entries.filter { $0.entry.heading == "blocked" && !$0.entry.saysNothing }.map(\.record.id))
    let prefixes = weeks.map { "\($0)/" }
    var people: [Person] = []
    var ids = context.now.records(of: .person).map(\.id)
    let known = Set(ids)
    for id in Set(written.map { Name($0.ownID) }).sorted() where !known.contains(id) { ids.append(id) }
    for id in ids {
      let record = context.now.record(.person, id)
      // Without a `since`, somebody is there from the day on that their page came.
      let came = record?.day("since") == nil ? comings.day(id) : nil
      let reports = context.now.reports(of: id, readIn: context.input.latest)
      let states = zip(weeks, reports.states(in: weeks)).map { week, state in
        if let came, week.sunday < came, !state.isWritten { return ReportsOfPerson.State.notDue }
        return state
      }
      let isDue =
        reports.cadence?.asksForReports == true
        && zip(states, isOver).contains { $0.0 != .notDue && $0.0 != .unasked && $0.1 }
      guard isDue || states.contains(where: \.isWritten) else { continue }
      let cells = states.indices.map { index -> ReportGrid.Cell in
        switch states[index] {
        case .written, .unasked:
          let report = Name(prefixes[index] + id.text)
          return blocked.contains(report) ? .blocked : isLate.contains(report) ? .late : .written
        case .away: return .away
        case .none: return isDue && isOver[index] ? .none : .notDue
        case .notDue: return .notDue
        }
      }
      people.append(Person(id: id, name: context.person(id), isDue: isDue, states: states, cells: cells))
    }
    self.people = people.map { ($0, $0.name.lowercased()) }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0)
  }

  static func owners(_ context: ReportContext) -> Set<Name> {
    var owners: Set<Name> = []
    for course in context.goals {
      for version in [course.before, course.now].compactMap({ $0 }) + course.versions where version.isOpenGoal {
        owners.formUnion(version.owners)
      }
    }
    return owners
  }

  // MARK: Counted

  /// Whether a report was due of a person in a week that is over.
  private func isDue(_ person: Person, _ week: Int) -> Bool {
    person.isDue && isOver[week] && (person.states[week] == .written || person.states[week] == .none)
  }

  /// Reports that were due, and how many of them are written.
  var due: (written: Int, of: Int) {
    var result = (written: 0, of: 0)
    for person in people {
      for week in weeks.indices where isDue(person, week) {
        result.of += 1
        if person.states[week] == .written { result.written += 1 }
      }
    }
    return result
  }

  var duePeople: [Person] { people.filter(\.isDue) }

  func hasWritten(_ person: Person) -> Bool { person.states.contains(where: \.isWritten) }

  /// The ids of everybody who wrote.
  var writers: Set<Name> { Set(people.filter(hasWritten).map(\.id)) }

  // MARK: Waves

  /// The fewest weeks that together have more than 60 % of the reports, where those are a quarter of the weeks or less.
  var waves: (weeks: [Week], reports: Int, all: Int)? {
    let counts = weeks.indices.map { week in people.count { $0.states[week].isWritten } }
    let all = counts.reduce(0, +)
    guard weeks.count >= 8, all >= 10 else { return nil }
    var chosen: [Int] = []
    var sum = 0
    for week in weeks.indices.sorted(by: { (counts[$1], $0) < (counts[$0], $1) }) where sum * 10 <= all * 6 {
      chosen.append(week)
      sum += counts[week]
    }
    guard chosen.count * 4 <= weeks.count else { return nil }
    return (chosen.sorted().map { weeks[$0] }, sum, all)
  }

  // MARK: Told

  var figure: Figure? {
    guard !people.isEmpty else { return nil }
    let counts = weeks.indices.map { week in people.count { $0.states[week].isWritten } }
    let told = counts.indices.filter { isOver[$0] || counts[$0] > 0 }
    let silent = told.count { counts[$0] == 0 }
    let title =
      silent == 0
      ? told.count == 1
        ? "\(SummaryWords.capitalised(SummaryWords.counted(counts[told[0]], "person", "people"))) wrote a report"
        : "Somebody wrote in every week"
      : silent == told.count
        ? "Nobody wrote a report"
        : "In \(SummaryWords.part(silent, of: told.count, "week")) nobody wrote a report"
    let isLarge = people.count > 40
    return Figure(
      "report-grid", title,
      encoding:
        "Who was to report or wrote, in the order of the alphabet\(isLarge ? ", each with the first of their teams" : ""); in italics who owes no report. A report that came later than the Monday after its week is marked as later, unless it says that something is blocked.",
      .reports(ReportGrid(weeks: weeks, groups: isLarge ? byTeam : [.init(title: nil, rows: people.map(row))])))
  }

  private func row(_ person: Person) -> ReportGrid.Row {
    .init(
      name: person.name, isDue: person.isDue, cells: person.cells,
      unasked: Set(person.states.indices.filter { person.states[$0] == .unasked }))
  }

  private var byTeam: [ReportGrid.Group] {
    var rows: [Name: [ReportGrid.Row]] = [:]
    var rest: [ReportGrid.Row] = []
    for person in people {
      if let team = context.teams(of: person.id).first {
        rows[team, default: []].append(row(person))
      } else {
        rest.append(row(person))
      }
    }
    let groups = rows.map { id, rows in (title: context.now.record(.team, id)?.title ?? id.text, id: id, rows: rows) }
    return groups.sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) }.map {
      .init(title: $0.title, rows: $0.rows)
    }
      + (rest.isEmpty ? [] : [.init(title: nil, rows: rest)])
  }

  /// What was found.
  var finding: Line {
    var sentences: [Line] = []
    let writers = writers
    let heard = owners.intersection(writers).count
    let others = writers.subtracting(owners).count
    if owners.isEmpty {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(writers.count, "person", "people"))) wrote a report; no goal has an owner."
      )
    } else {
      let who = SummaryWords.capitalised(
        SummaryWords.part(heard, of: owners.count, "owner of a goal", "owners of goals"))
      let too =
        others == 0
        ? ""
        : heard == 0
          ? "; \(SummaryWords.counted(others, "person", "people")) who \(others == 1 ? "owns" : "own") no goal did"
          : "; so did \(SummaryWords.counted(others, "person who owns", "people who own")) no goal"
      sentences.append("\(who) reported at least once\(too).")
    }
    if let waves {
      sentences.append(
        "Reports come in waves: \(waves.reports) of \(waves.all) are of \(SummaryWords.counted(waves.weeks.count, "week")), \(WeekWords.list(waves.weeks, in: context.period.to.civil.year)); between them the team hears little."
      )
    }
    let (count, all) = due
    if all > 0 {
      let what = "\(SummaryWords.part(count, of: all, "report")) that \(all == 1 ? "was" : "were") due"
      sentences.append(
        count == 0
          ? "No report of the \(all) that were due is on file."
          : "\(SummaryWords.capitalised(what)) \(count == 1 ? "is" : "are") on file.")
    }
    if !late.isEmpty {
      let reports = SummaryWords.capitalised(SummaryWords.counted(late.count, "report"))
      sentences.append("\(reports) came later than the Monday after \(late.count == 1 ? "its" : "their") week.")
    }
    return .sentences(sentences)
  }

  /// How it is counted.
  var note: [Line] {
    var lines: [Line] = []
    let year = context.period.to.civil.year
    let full = zip(weeks, isOver).filter(\.1).map(\.0)
    if let first = full.first, let last = full.last {
      let span =
        full.count == 1
        ? WeekWords.short(first, in: year) : "\(WeekWords.short(first, in: year)) to \(WeekWords.short(last, in: year))"
      let rhythm: Line =
        context.now.charter.cadence.map {
          "Due: the charter asks \(Self.words($0)), counted in the weeks that were over by the end, \(span)."
        } ?? "Due: the charter names no rhythm, so only of those who name one themselves."
      lines.append(rhythm)
    }
    let own = people.compactMap { person in
      context.now.record(.person, person.id)?[Teamwork.Person.cadence].flatMap {
        $0 == context.now.charter.cadence ? nil : "\(person.name) \(Self.own($0))"
      }
    }
    if !own.isEmpty {
      lines.append(
        "By their own word, \(own.count <= 6 ? SummaryWords.list(own) : "\(own.count) people report in a rhythm of their own")."
      )
    }
    if waves != nil, context.now.charter.cadence == .weekly {
      lines.append(
        "Waves may speak for another rhythm: \(.code("cadence: monthly")) in the charter asks for one report in four weeks."
      )
    }
    let away = people.filter { $0.states.contains(.away) }.map(\.name)
    lines.append(
      away.isEmpty
        ? "Nobody was away for three working days of a week or more, as far as is on file."
        : "Away for three working days of a week or more, and so not due: \(SummaryWords.few(away, atMost: 12)).")
    return lines
  }

  private static func words(_ cadence: Cadence) -> String {
    switch cadence {
    case .weekly: "everybody for a report each week"
    case .biweekly: "everybody for a report every second week"
    case .monthly: "everybody for a report every fourth week"
    case .never: "nobody for reports"
    }
  }

  private static func own(_ cadence: Cadence) -> String {
    switch cadence {
    case .weekly: "reports each week"
    case .biweekly: "reports every second week"
    case .monthly: "reports every fourth week"
    case .never: "owes no reports"
    }
  }

  // MARK: Measured

  var measures: [Measure] {
    let parts = context.parts
    let paths = written.map(\.path)
    let (count, all) = due
    let partOfWeek = weeks.map { parts.index(of: $0) }
    // Of each part: reports written and due, people heard and due.
    var reports = [(yes: Int, all: Int)](repeating: (0, 0), count: parts.parts.count)
    var heard = reports
    var owned = reports
    for person in people {
      var isDueIn = [Bool](repeating: false, count: parts.parts.count)
      var isHeardIn = isDueIn
      for week in weeks.indices {
        guard let part = partOfWeek[week] else { continue }
        if isDue(person, week) {
          reports[part].all += 1
          if person.states[week] == .written { reports[part].yes += 1 }
          isDueIn[part] = true
        }
        if person.states[week].isWritten { isHeardIn[part] = true }
      }
      for part in parts.parts.indices {
        if isDueIn[part] { heard[part].all += 1 }
        if isDueIn[part], isHeardIn[part] { heard[part].yes += 1 }
        if owners.contains(person.id), isHeardIn[part] { owned[part].yes += 1 }
      }
    }
    func share(_ counts: (yes: Int, all: Int)) -> Double? {
      counts.all == 0 ? nil : Double(counts.yes) / Double(counts.all)
    }
    let duePeople = duePeople
    let nobody = "No report was due in a week that is over."
    var lateIn = [Int](repeating: 0, count: parts.parts.count)
    for (record, _) in late { if let part = record.week.flatMap({ parts.index(of: $0) }) { lateIn[part] += 1 } }
    return [
      Measure(
        "reports-written", all == 0 ? .none(nobody) : .share(count, of: all), trend: parts.points(reports.map(share)),
        records: paths),
      Measure(
        "people-heard",
        duePeople.isEmpty ? .none(nobody) : .share(duePeople.count(where: hasWritten), of: duePeople.count),
        trend: parts.points(heard.map(share)), records: paths),
      Measure(
        "owners-heard",
        owners.isEmpty
          ? .none("No goal on file has an owner.") : .share(owners.intersection(writers).count, of: owners.count),
        trend: parts.points(owned.map { owners.isEmpty ? nil : Double($0.yes) / Double(owners.count) }), records: paths),
      Measure(
        "reports-late",
        dated == 0
          ? .none(written.isEmpty ? "No reports are on file." : "The history does not say when the reports came.")
          : .share(late.count, of: dated),
        trend: parts.points(lateIn.map(Double.init)), trendUnit: .count,
        events: late.map(\.event)),
    ]
  }
}
