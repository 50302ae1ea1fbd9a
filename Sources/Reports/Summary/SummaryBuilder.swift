internal import Documents
internal import Teamwork
internal import Text

extension Summary {
  package init(_ input: SummaryInput) {
    let builder = SummaryBuilder(input)
    let entries = builder.entries()
    let goals = builder.goals(entries)
    let now = input.now
    name = now.charter.name
    vision = now.charter.vision
    period = input.period
    asOf = input.asOf
    before = input.before.map { SummaryBuilder.states(of: $0) }
    self.now = SummaryBuilder.states(of: now)
    self.goals = goals
    wins = entries.filter { $0.heading == "wins" }
    celebrations = builder.celebrations()
    blocked = entries.filter { $0.heading == "blocked" }
    needs = entries.filter { $0.heading == "needs" }
    next = entries.filter { $0.heading == "next" }
    other = entries.filter { ($0.heading == nil || $0.heading == "done") && $0.goals.isEmpty }
    slips = builder.slips()
    requests = builder.requests()
    decisions = builder.decisions()
    meetings = builder.meetings()
    (feedbackGiven, feedbackHeard, thanks) = builder.feedback()
    due = builder.due()
    reports = builder.reports()
    files = builder.filesRead
    commits = input.commits
    head = input.head
    notes = input.notes
    resolver = LinkResolver(input.latest)
  }
}

/// Compares the states of the workspace and gathers what people wrote.
struct SummaryBuilder {
  private let input: SummaryInput
  private var before: Workspace? { input.before }
  private var now: Workspace { input.now }
  private var latest: Workspace { input.latest }
  private var period: Period { input.period }
  /// The reports of the period's weeks.
  private let statusRecords: [Record]
  private var names: EarlierNames { input.names }

  init(_ input: SummaryInput) {
    self.input = input
    let weeks = Set(input.period.weeks)
    statusRecords = input.latest.records.filter { $0.kind == .status && $0.week.map(weeks.contains) == true }
  }

  /// What a record of the newest state was called at the end of the period; the same where it was not there.
  private func then(_ kind: Kind, _ id: Name) -> Name { input.laterNames[kind, id] ?? id }

  /// A record as it was at the beginning, whatever it was called.
  private func earlier(_ record: Record) -> Record? {
    names[record.kind, record.id].flatMap { before?.record(record.kind, $0) }
  }

  /// The files that the summary rests on.
  var filesRead: Int {
    let reports = statusRecords.map { report in
      let id = Name("\(report.week?.description ?? "")/\(then(.person, Name(report.ownID)))")
      return now.record(.status, id)?.path ?? report.path
    }
    return Set(now.records.map(\.path)).intersection(input.commitOfPath.keys).union(reports).count
  }

  static func states(of workspace: Workspace) -> [GoalStatus: Int] {
    var counts: [GoalStatus: Int] = [:]
    for goal in workspace.records where goal.kind == .goal {
      if let status = goal.status { counts[status, default: 0] += 1 }
    }
    return counts
  }

  // MARK: People and places

  private func person(_ id: Name) -> Summary.Person {
    let record = now.record(.person, id) ?? latest.record(.person, id)
    return .init(id: id.text, name: record?.text("name") ?? id.text)
  }

  /// The person with an address, by the newest state of the people; else the name that the commit gives.
  private func name(ofAuthor commit: CommitInfo) -> String {
    latest.person(withAddress: commit.authorEmail)?.text("name")
      ?? (commit.authorName.isEmpty ? commit.authorEmail : commit.authorName)
  }

  private func source(_ record: Record, _ range: Range<Int>) -> Summary.Source {
    let line = record.document.source.line(at: range.lowerBound)
    return .init(path: record.path, line: line, commit: input.commitOfPath[record.path]?.id)
  }

  private func source(_ record: Record) -> Summary.Source { source(record, record.headRange) }

  /// Whom a reference names, in words.
  private func called(_ reference: Name, _ kinds: [Kind]) -> String {
    guard case .record(let number) = now.resolve(reference, as: kinds) else { return reference.text }
    let record = now.records[number]
    let holders = record.kind == .role ? now.membership.holders(of: record.id).map { person($0).name } : []
    return record.called + (holders.isEmpty ? "" : " (\(holders.joined(separator: ", ")))")
  }

  // MARK: Reports

  func entries() -> [Summary.Entry] {
    // In a longer time, what stood still is told as the newest report of each has it.
    var newest: [String: Week] = [:]
    for record in statusRecords {
      if let week = record.week { newest[record.ownID] = max(week, newest[record.ownID] ?? week) }
    }
    return statusRecords.flatMap { record -> [Summary.Entry] in
      let named = record.names("goals").map(\.value)
      let isNewest = newest[record.ownID] == record.week
      return record.statusEntries(in: latest).filter { entry in
        !entry.saysNothing && (isNewest || (entry.heading != "blocked" && entry.heading != "needs"))
      }.map { entry in
        // A report about one goal says so once, in its front matter.
        let goals = entry.goals.isEmpty && named.count == 1 ? named : entry.goals
        return Summary.Entry(
          person: person(then(.person, Name(record.ownID))), heading: entry.heading?.text, otherWords: entry.otherWords,
          text: entry.text, details: entry.details,
          goals: goals.map { then(.goal, $0).text }, behind: entry.heading == "blocked" ? behind(entry) : [],
          source: source(record, entry.range))
      }
    }
  }

  /// The open tasks that need a task which the entry links to.
  private func behind(_ entry: StatusEntry) -> [Summary.TaskItem] {
    entry.tasks.flatMap { task, anchor in
      let goal = then(.goal, task)
      return now.records.filter { $0.kind == .goal }.flatMap { record in
        record.tasks.filter { task in
          task.isOpen && task.needs.contains { $0.value.anchor == anchor && ($0.value.record ?? record.id) == goal }
        }.map { item($0, record) }
      }
    }
  }

  private func item(_ task: Task, _ record: Record) -> Summary.TaskItem {
    Summary.TaskItem(
      text: task.text, markdown: task.markdown, owners: task.owners.map(person), goal: record.id.text,
      due: task.due?.value,
      source: source(record, task.range))
  }

  /// Who was to report, who did, who was away.
  func reports() -> Summary.Reports {
    var result = Summary.Reports()
    // Nobody was to report in a time that is not known.
    if !input.reachesPeriod, statusRecords.isEmpty { return result }
    let names = Dictionary(
      latest.records(of: .person).map { (then(.person, $0.id), $0.id) }, uniquingKeysWith: { first, _ in first })
    for record in now.records(of: .person) {
      let states = now.reports(of: record.id, readIn: latest, as: names[record.id]).states(in: period.weeks)
      result.written += states.count { $0.isWritten }
      result.unasked += states.count { $0 == .unasked }
      result.due += states.count { $0 == .written || $0 == .none }
      if states.contains(.away) { result.away.append(person(record.id)) }
      if states.contains(.none) { result.missing.append(person(record.id)) }
    }
    let owners = Set([before, now].compactMap { $0 }.flatMap(\.records).filter(\.isOpenGoal).flatMap(\.owners))
    let writers = Set(statusRecords.filter { $0.isWritten(in: latest) }.map { then(.person, Name($0.ownID)) })
    result.owners = owners.count
    result.ownersHeard = owners.intersection(writers).count
    result.hasRhythm = now.charter.cadence != nil
    return result
  }

  // MARK: Goals

  func goals(_ entries: [Summary.Entry]) -> [Summary.Goal] {
    let gone = names.gone(.goal)
    let removed = before?.records(of: .goal).filter { gone.contains($0.id) } ?? []
    return standing(entries)
      + removed.map { goal in
        Summary.Goal(
          id: goal.id.text, title: goal.title, why: goal.text("why"), owners: goal.owners.map(person),
          status: .init(before: goal.status, now: nil),
          due: .init(before: goal.day("due")?.value, now: nil), tasks: TaskProgress(from: goal.tasks, to: []),
          finished: [], entries: [], isTold: true,
          source: source(goal))
      }
  }

  private func standing(_ entries: [Summary.Entry]) -> [Summary.Goal] {
    now.records(of: .goal).map { goal in
      let old = earlier(goal)
      let own = entries.filter { $0.goals.contains(goal.id.text) && ($0.heading == nil || $0.heading == "done") }
      let isWrittenAbout = entries.contains { $0.goals.contains(goal.id.text) }
      let progress = TaskProgress(from: before == nil ? goal.tasks : (old?.tasks ?? []), to: goal.tasks)
      let isChanged = before != nil && old?.document.bytes != goal.document.bytes
      return Summary.Goal(
        id: goal.id.text, title: goal.title, why: goal.text("why"), owners: goal.owners.map(person),
        status: .init(before: old?.status, now: goal.status),
        due: .init(before: old?.day("due")?.value, now: goal.day("due")?.value),
        tasks: progress, finished: finished(goal, old), entries: own, isTold: isChanged || isWrittenAbout,
        source: source(goal))
    }
  }

  /// The tasks that were open at the beginning and are done at the end.
  private func finished(_ goal: Record, _ old: Record?) -> [Summary.TaskItem] {
    guard let old else { return [] }
    let matching = TaskMatching(from: old.tasks, to: goal.tasks)
    return goal.tasks.indices.compactMap { index in
      guard goal.tasks[index].state == .done, let before = matching.older[index], old.tasks[before].state == .open
      else { return nil }
      return item(goal.tasks[index], goal)
    }
  }

  /// Dates that stand later at the end than at the beginning, each with the commit that moved it last.
  func slips() -> [Summary.Slip] {
    if before == nil { return [] }
    return now.records(of: .goal).compactMap { goal in
      guard let old = earlier(goal), let from = old.day("due")?.value, let to = goal.day("due"), to.value > from
      else { return nil }
      let life = input.lives[goal.id]
      let commit = input.events.first { event, _ in
        if case .field("due", _, _) = event.change { event.life != nil && event.life == life } else { false }
      }?.commit
      return Summary.Slip(
        goal: goal.id.text, title: goal.title, from: from, to: to.value, by: commit.map(name(ofAuthor:)),
        day: commit?.day, commit: commit?.id, why: commit?.subject, source: source(goal, to.range))
    }
  }

  // MARK: Helping

  func requests() -> [Summary.Request] {
    now.records(of: .request).compactMap { record in
      guard let from = record.name("from")?.value, let to = record.name("to")?.value, let status = record.text("status")
      else { return nil }
      let old = earlier(record)
      let isOpen = status == "open" || status == "accepted"
      guard isOpen || (before != nil && old?.text("status") != status) else { return nil }
      return Summary.Request(
        id: record.id.text, title: record.title, from: person(from), to: to.text,
        toWords: called(to, [.person, .team, .role]),
        status: .init(before: old?.text("status"), now: status), goal: record.name("goal")?.value.text,
        asked: record.day("asked")?.value,
        neededBy: record.day("needed-by")?.value, promised: record.day("promised")?.value,
        delivered: record.day("delivered")?.value,
        boundary: record.text("boundary"), helpers: record.names("helpers").map { person($0.value) },
        credits: record.names("credits").map { person($0.value) }, source: source(record))
    }
  }

  func feedback() -> (given: Int, heard: Int, thanks: [Summary.Thanks]) {
    let answered = Set(now.records(of: .feedback).compactMap { $0.name("reply-to")?.value })
    let given = now.records(of: .feedback).filter { $0.day("date").map { period.contains($0.value) } == true }
    let thanks = given.compactMap { record -> Summary.Thanks? in
      guard let kind = record.text("kind"), kind == "thanks" || kind == "praise", let from = record.name("from")?.value,
        let to = record.name("to")?.value
      else { return nil }
      let about = record.name("about").flatMap { about -> String? in
        guard case .record(let number) = now.resolve(about.value, as: Feedback.subjects) else { return nil }
        return now.records[number].title
      }
      return Summary.Thanks(
        from: person(from), to: to.text, toWords: called(to, [.person, .team]), kind: kind, about: about,
        text: record.firstWords, source: source(record))
    }
    return (given.count, given.count { $0["acknowledged"] != nil || answered.contains($0.id) }, thanks)
  }

  func decisions() -> [Summary.Decision] {
    now.records(of: .decision).compactMap { record in
      let old = earlier(record)
      let status = record.text("status")
      let isNew = record.day("date").map { period.contains($0.value) } == true && old == nil
      guard isNew || (old != nil && old?.text("status") != status) else { return nil }
      let yields = record.list("yields").compactMap { item -> (goal: String, to: String, why: String)? in
        guard case .reference(let goal)? = item.value[member: "goal"]?.value,
          case .reference(let to)? = item.value[member: "to"]?.value
        else { return nil }
        return (called(goal, [.goal]), called(to, [.goal]), item.value[member: "why"]?.value.asText ?? "")
      }
      return Summary.Decision(
        id: record.id.text, title: record.title, by: record.names("by").map { person($0.value) },
        status: .init(before: old?.text("status"), now: status), yields: yields, source: source(record))
    }
  }

  func meetings() -> [Summary.Meeting] {
    now.records(of: .meeting).compactMap { record -> Summary.Meeting? in
      guard let kind = record.text("kind"), kind != "celebration", let day = record.day("date")?.value,
        period.contains(day)
      else { return nil }
      return Summary.Meeting(
        id: record.id.text, title: record.title, kind: kind, day: day,
        people: record.names("people").map { person($0.value) },
        actions: TaskProgress(from: earlier(record)?.tasks ?? [], to: record.tasks), source: source(record))
    }.sorted { ($0.day, Name($0.id)) < ($1.day, Name($1.id)) }
  }

  func celebrations() -> [(title: String, day: Day, source: Summary.Source)] {
    now.records(of: .meeting).compactMap { record in
      guard record.text("kind") == "celebration", let day = record.day("date")?.value, period.contains(day) else {
        return nil
      }
      return (record.title, day, source(record))
    }
  }

  // MARK: What comes

  /// What is due in the next two weeks, the earliest first.
  func due() -> [Summary.Due] {
    let span = Period(from: input.asOf + 1, to: input.asOf + 14)
    var result: [Summary.Due] = []
    for record in now.records {
      switch record.kind {
      case .goal where record.isOpenGoal || record.status == nil:
        if let day = record.day("due")?.value, span.contains(day) {
          result.append(
            .init(day: day, kind: .goal, title: record.title, people: record.owners.map(person), source: source(record))
          )
        }
        result += dueTasks(record, span)
      case _ where record.kind != .goal && record.mayHoldOpenTasks: result += dueTasks(record, span)
      case .request:
        let status = record.text("status")
        guard status == "open" || status == "accepted" else { continue }
        if let day = record.day("promised")?.value, span.contains(day) {
          result.append(
            .init(
              day: day, kind: .promise, title: record.title, people: record.names("helpers").map { person($0.value) },
              note: record.name("to").map { "by \(called($0.value, [.person, .team, .role]))" }, source: source(record))
          )
        } else if status == "open", let day = record.day("needed-by")?.value, span.contains(day) {
          result.append(
            .init(
              day: day, kind: .request, title: record.title,
              people: record.name("from").map { [person($0.value)] } ?? [],
              note: record.name("to").map { "of \(called($0.value, [.person, .team, .role]))" }, source: source(record))
          )
        }
      default: break
      }
    }
    return result.sorted { ($0.day, Name($0.title)) < ($1.day, Name($1.title)) }
  }

  private func dueTasks(_ record: Record, _ span: Period) -> [Summary.Due] {
    record.tasks.compactMap { task in
      guard task.isOpen, let day = task.due?.value, span.contains(day) else { return nil }
      return .init(
        day: day, kind: .task, title: task.text, markdown: task.markdown, people: task.owners.map(person),
        source: source(record, task.range))
    }
  }
}
