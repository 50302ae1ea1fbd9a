internal import Documents
internal import Teamwork
internal import Text

extension Standing {
  package init(_ input: StandingInput) {
    let context = StandingContext(input)
    name = input.workspace.charter.name
    vision = input.workspace.charter.vision
    today = input.today
    person = input.person.map(context.person)
    states = SummaryBuilder.states(of: input.workspace)
    sections = input.person.map { StandingOfOne(context, $0).sections } ?? StandingOfAll(context).sections
    sections.removeAll { $0.items.isEmpty }
  }
}

/// What waits in the team.
struct StandingOfAll {
  private let context: StandingContext
  private var workspace: Workspace { context.workspace }
  private var today: Day { context.today }

  /// Days ahead that count as soon.
  private static let soon = 7

  init(_ context: StandingContext) { self.context = context }

  var sections: [Standing.Section] {
    [
      .init(name: .late, title: "Past its date", items: late),
      .init(name: .troubled, title: "Not going well", items: troubled),
      .init(name: .blocked, title: "Blocked", items: said("blocked", "Who could take this out of the way?")),
      .init(name: .waiting, title: "Waiting for somebody else", items: waiting),
      .init(name: .needs, title: "What people need", items: said("needs", nil)),
      .init(name: .said, title: "Said in their own words", items: OwnWords(context).items),
      .init(name: .unanswered, title: "Asked, and not answered yet", items: unanswered),
      .init(name: .promised, title: "Promised", items: promised),
      .init(name: .undecided, title: "Waiting for a decision", items: undecided),
      .init(
        name: .silent, title: "Not heard of for \(SummaryWords.number(ReportsOfPerson.recentWeeks)) weeks",
        items: silent
      ),
      .init(name: .overloaded, title: "More than a full load", items: overloaded),
      .init(name: .unreported, title: "Not heard from last week", items: unreported),
      .init(name: .due, title: "Due in the next seven days", items: due),
    ]
  }

  // MARK: Goals and tasks

  private var late: [Standing.Item] {
    var items: [(day: Day, item: Standing.Item)] = []
    for goal in context.openGoals where goal.status != .proposed && goal.status != .paused {
      guard let due = goal.day("due"), due.value < today else { continue }
      let of = goal.owners.isEmpty ? "" : " (\(context.people(goal.owners)))"
      items.append(
        (
          due.value,
          .init(
            "\(context.link(goal))\(of) was due \(context.day(due.value)), \(context.ago(due.value))",
            offer: "Done, a new date, or a hand?",
            days: today - due.value, source: context.source(goal, due.range))
        ))
    }
    for (task, record) in context.openTasks {
      // What stands back on purpose is not late.
      guard let due = task.due?.value, due < today, record.status != .paused else { continue }
      let owners = context.owners(task, in: record)
      let of = owners.isEmpty ? "nobody’s yet" : context.people(owners)
      items.append(
        (
          due,
          .init(
            "\(context.task(task, of: record)) (\(of)), due \(context.day(due)), \(context.ago(due))",
            offer: owners.isEmpty ? "Who takes it?" : nil, days: today - due, source: context.source(record, task.range)
          )
        ))
    }
    return items.sorted {
      ($0.day, Name($0.item.source.path), $0.item.source.line) < (
        $1.day, Name($1.item.source.path), $1.item.source.line
      )
    }.map(\.item)
  }

  private var troubled: [Standing.Item] {
    let ownWords = OwnWords(context).byGoal()
    return context.openGoals.filter { $0.status == .atRisk || $0.status == .offTrack }.sorted { a, b in
      (a.status == .offTrack ? 0 : 1, a.id) < (b.status == .offTrack ? 0 : 1, b.id)
    }.map { goal in
      let since = context.since(goal)
      let status: Line.Part = .state(goal.status!.words, goal.status == .offTrack ? .bad : .attention)
      let how = since.map { " since \(context.day($0))" } ?? ""
      let of = goal.owners.isEmpty ? "" : ": \(context.people(goal.owners))"
      let said: Line = ownWords[goal.id].map { " · \($0)" } ?? ""
      return .init(
        "\(context.link(goal)) is \(status)\(how)\(of)\(said)",
        offer: goal.owners.isEmpty ? "It has nobody yet." : "A talk may find out what would help.",
        days: since.map { today - $0 }, source: context.source(goal))
    }
  }

  /// Goals in progress that nobody has written about, and whose file stood still.
  private var silent: [Standing.Item] {
    // Where nobody reports at all, silence says nothing of a goal.
    if !context.isReportedOn { return [] }
    let heard = context.goalsHeardOf
    return context.openGoals.filter { goal in
      guard goal.status?.isInProgress == true, !heard.contains(goal.id) else { return false }
      return context.since(goal).map { today - $0 > 7 * ReportsOfPerson.recentWeeks } ?? true
    }.map { goal in
      let owners = goal.owners
      return .init(
        "\(context.link(goal))\(owners.isEmpty ? "" : " (\(context.people(owners)))")",
        offer: owners.isEmpty ? "Who could take it up?" : "A talk may find out what they need.",
        source: context.source(goal))
    }
  }

  /// Tasks that wait for an open task of somebody else, the longest past its date first.
  private var waiting: [Standing.Item] {
    var items: [Standing.Item] = []
    for (task, record) in context.openTasks {
      let owners = context.owners(task, in: record)
      for (needed, home) in context.waits(task, in: record) {
        let others = context.owners(needed, in: home)
        // Whose next step it is themselves, does not wait for anybody.
        let waiting = owners.filter { !others.contains($0) }
        if !owners.isEmpty, waiting.isEmpty { continue }
        let who = owners.isEmpty ? "“\(task.text)”" : context.people(waiting)
        let whom = others.isEmpty ? "nobody yet" : context.people(others)
        let late = needed.due.flatMap { $0.value < today ? today - $0.value : nil }
        let when =
          needed.due.map { $0.value < today ? ", due \(context.ago($0.value))" : ", due \(context.day($0.value))" }
          ?? ""
        items.append(
          .init(
            "\(who) \(waiting.count > 1 ? "wait" : "waits") for \(context.task(needed, of: home)) (\(whom)\(when))",
            offer: others.isEmpty ? "Who takes it?" : nil, days: late, source: context.source(record, task.range)))
      }
    }
    return items.enumerated().sorted { ($0.element.days ?? -1, -$0.offset) > ($1.element.days ?? -1, -$1.offset) }.map(
      \.element)
  }

  private var due: [Standing.Item] {
    var items: [(Day, Standing.Item)] = []
    let last = today + Self.soon
    for goal in context.openGoals {
      guard let due = goal.day("due")?.value, (today...last).contains(due) else { continue }
      items.append(
        (
          due,
          .init(
            "\(context.day(due)): \(context.link(goal))\(goal.owners.isEmpty ? "" : " (\(context.people(goal.owners)))")",
            source: context.source(goal))
        ))
    }
    for (task, record) in context.openTasks {
      guard let due = task.due?.value, (today...last).contains(due) else { continue }
      let owners = context.owners(task, in: record)
      items.append(
        (
          due,
          .init(
            "\(context.day(due)): \(context.task(task, of: record)) (\(owners.isEmpty ? "nobody’s yet" : context.people(owners)))",
            source: context.source(record, task.range))
        ))
    }
    return items.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  // MARK: What people said

  private func said(_ heading: Name, _ offer: Line?) -> [Standing.Item] {
    var items: [(weeks: Int, item: Standing.Item)] = []
    for id in workspace.writtenReports.people {
      let reports = workspace.reports(of: id)
      for obstacle in reports.obstacles(heading, at: workspace, in: Week(today)) where !obstacle.isOver {
        let (entry, report) = (obstacle.entry, obstacle.report)
        let weeks = (obstacle.week.monday - obstacle.since.monday) / 7 + 1
        let since = weeks > 1 ? ", for \(SummaryWords.counted(weeks, "week"))" : ""
        items.append(
          (
            weeks,
            .init(
              "\(.strong([.text(context.person(id))])) (W\(obstacle.week.week)\(since)): \(context.resolver.inlines(entry.text, in: report.path))",
              offer: offer,
              days: weeks > 1 ? 7 * (weeks - 1) : nil, source: context.source(report, entry.range))
          ))
      }
    }
    return items.enumerated().sorted { (-$0.element.weeks, $0.offset) < (-$1.element.weeks, $1.offset) }.map(
      \.element.item)
  }

  // MARK: Asking

  private var unanswered: [Standing.Item] {
    var items: [(Day, Standing.Item)] = []
    for request in workspace.records(of: .request) {
      let course = context.course(of: request)
      guard case .answer = course.turn, let from = request[Request.from], let to = request[Request.to] else { continue }
      let (asked, needed) = (course.asked, course.neededBy)
      let when = asked.map { " \(context.ago($0))" } ?? ""
      let until = needed.map { $0 < today ? ", needed \(context.day($0))" : ", needed by \(context.day($0))" } ?? ""
      items.append(
        (
          asked ?? today,
          .init(
            "\(context.person(from)) asked \(context.called(to))\(when): \(context.link(request))\(until)",
            offer: "Yes, no, or a date: each is an answer to plan with.", days: asked.map { today - $0 },
            source: context.source(request))
        ))
    }
    return items.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  private var promised: [Standing.Item] {
    var items: [(Day, Standing.Item)] = []
    for request in workspace.records(of: .request) {
      let course = context.course(of: request)
      guard case .help = course.turn, let to = request[Request.to] else { continue }
      let from = request[Request.from].map { " to \(context.person($0))" } ?? ""
      let day = course.promised
      let when =
        day.map { $0 < today ? " for \(context.day($0)), \(context.ago($0))" : " for \(context.day($0))" }
        ?? ", without a date yet"
      items.append(
        (
          day ?? today + 10_000,
          .init(
            "\(SummaryWords.capitalised(context.called(to))) promised\(from): \(context.link(request))\(when)",
            offer: day.map { $0 < today } == true ? "Delivered, or is a new date better?" : nil,
            days: day.flatMap { $0 < today ? today - $0 : nil },
            source: context.source(request))
        ))
    }
    return items.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  private var undecided: [Standing.Item] {
    let decisions = workspace.records(of: .decision).filter { workspace.decision($0).isProposed }.map {
      record -> Standing.Item in
      let course = workspace.decision(record)
      let day = course.day
      return .init(
        "\(context.link(record)), proposed by \(context.people(course.by))\(day.map { " \(context.ago($0))" } ?? "")",
        offer: "Accept it, or say what is open.", days: day.map { today - $0 }, source: context.source(record))
    }
    let goals = context.openGoals.filter { $0.status == .proposed }.map { goal -> Standing.Item in
      let since = context.since(goal)
      return .init(
        "\(context.link(goal)) is proposed as a goal\(since.map { " since \(context.day($0))" } ?? "")",
        offer: "Take it up, or set it aside with a word.",
        days: since.map { today - $0 }, source: context.source(goal))
    }
    return decisions + goals
  }

  // MARK: People

  private var overloaded: [Standing.Item] {
    var open: [Name: Int] = [:]
    for (task, record) in context.openTasks {
      for owner in context.owners(task, in: record) { open[owner, default: 0] += 1 }
    }
    return workspace.records(of: .person).compactMap { person in
      guard let capacity = person.int("capacity"), let count = open[person.id], count > capacity else { return nil }
      return .init(
        "\(person.title) has \(counted(count, "open task")) and says \(capacity) are a full load",
        offer: "What can wait, or go to somebody else?",
        source: context.source(person))
    }
  }

  /// Who was due to report of the week before, and is not on file.
  private var unreported: [Standing.Item] {
    let week = Week(today).previous
    // A workspace that has never had a report has not begun with them.
    guard workspace.records.contains(where: { $0.kind == .status }) else { return [] }
    return workspace.records(of: .person).compactMap { person in
      guard workspace.reports(of: person.id).state(in: week) == .none,
        context.created(person).map({ $0 <= week.sunday }) ?? true
      else {
        return nil
      }
      return .init(
        "\(person.title): no report of W\(week.week) yet", offer: "A talk may find out what they need.",
        source: context.source(person))
    }
  }
}
