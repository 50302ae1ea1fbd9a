internal import Documents
internal import Teamwork
internal import Text

/// What all parts of the standing ask.
struct StandingContext {
  let workspace: Workspace
  let today: Day
  let resolver: LinkResolver
  /// The newest report of each person of the last four weeks, with its entries.
  let newest: [(report: Record, entries: [StatusEntry])]
  private let written: WrittenReports
  /// Since when a goal has its state.
  private let stateSince: [Int: Day]
  private let created: [Int: Day]
  /// By kind and id.
  private let lives: [Kind: [Name: Int]]

  init(_ input: StandingInput) {
    workspace = input.workspace
    today = input.today
    resolver = LinkResolver(input.workspace)
    let written = WrittenReports(input.workspace)
    self.written = written
    newest = written.people.compactMap { id in written.standing(of: id, in: Week(input.today)) }
    lives = input.lives
    var since: [Int: Day] = [:]
    var created: [Int: Day] = [:]
    // Newest first: the first that is met is the one that counts.
    for event in input.story.events {
      guard let life = event.life, let day = input.story.commit(of: event)?.day else { continue }
      switch event.change {
      case .field("status", _, _) where event.kind == .goal, .created where event.kind == .goal:
        if since[life] == nil { since[life] = day }
      default: break
      }
      if case .created = event.change { created[life] = day }
    }
    stateSince = since
    self.created = created
  }

  // MARK: Words

  func person(_ id: Name) -> String { workspace.record(.person, id)?.text("name") ?? id.text }

  func people(_ ids: [Name]) -> String { SummaryWords.list(ids.map(person)) }

  func called(_ reference: Name) -> String {
    workspace.called(reference, as: [.person, .team, .role])
  }

  func link(_ record: Record) -> Line.Part { .strong([.link([.text(record.title)], .file(record.path))]) }

  func task(_ task: Task, of record: Record) -> Line.Part {
    .link([.emphasis(resolver.inlines(task.markdown, in: record.path))], .file(record.path))
  }

  func day(_ day: Day) -> String { "\(day.weekdayName) \(day.short(in: today.civil.year))" }

  /// "yesterday", "three days ago".
  func ago(_ day: Day) -> String {
    switch today - day {
    case 0: "today"
    case 1: "yesterday"
    case let days where days > 0 && days % 7 == 0 && days > 7: "\(SummaryWords.counted(days / 7, "week")) ago"
    case let days: "\(SummaryWords.counted(days, "day")) ago"
    }
  }

  func due(_ day: Day) -> String { day < today ? "was due \(self.day(day)), \(ago(day))" : "due \(self.day(day))" }

  /// How a goal stands, in a line.
  func standing(of goal: Record) -> Standing.Item {
    let due = goal.day("due")?.value
    let tone: Line.Tone = goal.status == .offTrack ? .bad : goal.status == .atRisk ? .attention : .plain
    let tasks = goal.tasks.filter { $0.state != .dropped }
    let done = tasks.count { $0.state == .done }
    let progress = tasks.isEmpty ? "" : ", \(done) of \(counted(tasks.count, "task")) done"
    return .init(
      "\(link(goal)): \(.state(goal.status?.words ?? "no state", tone))\(progress)\(due.map { ", \(self.due($0))" } ?? "")",
      days: due.flatMap { $0 < today ? today - $0 : nil }, source: source(goal))
  }

  /// "three days", "two weeks".
  func length(_ days: Int) -> String {
    days >= 14 ? SummaryWords.counted(days / 7, "week") : SummaryWords.counted(days, "day")
  }

  func source(_ record: Record, _ range: Range<Int>? = nil) -> Summary.Source {
    let offset = (range ?? record.headRange).lowerBound
    let line = record.document.source.line(at: offset)
    return .init(path: record.path, line: line, commit: nil)
  }

  // MARK: Facts

  var openGoals: [Record] { workspace.records.filter { $0.isOpenGoal && $0.isReadable } }

  /// Since when a goal has its state; nil where history does not say.
  func since(_ goal: Record) -> Day? { lives[.goal]?[goal.id].flatMap { stateSince[$0] } }

  func course(of request: Record) -> RequestCourse { workspace.course(of: request, created: created(request)) }

  /// The day that a record came; nil where history does not say.
  func created(_ record: Record) -> Day? { lives[record.kind]?[record.id].flatMap { created[$0] } }

  /// For how many weeks in a row, the newest last, a person has said something under a heading about the same tasks, or goals; where
  /// no goal is named, in the same words.
  func weeksInARow(_ entry: StatusEntry, of report: Record, heading: Name) -> Int {
    var weeks = 1
    for earlier in written.reports(of: Name(report.ownID), before: report.week!) {
      let same = earlier.statusEntries(in: workspace).contains { other in
        guard other.heading == heading, !other.saysNothing else { return false }
        if !entry.tasks.isEmpty, !other.tasks.isEmpty {
          return entry.tasks.contains { task in other.tasks.contains { $0 == task } }
        }
        return entry.goals.isEmpty
          ? Name(other.text) == Name(entry.text) : !Set(other.goals).isDisjoint(with: entry.goals)
      }
      if !same { break }
      weeks = (report.week!.monday - earlier.week!.monday) / 7 + 1
    }
    return weeks
  }

  /// The open tasks that a task needs, with where they stand.
  func waits(_ task: Task, in record: Record) -> [(task: Task, record: Record)] {
    guard let number = workspace.number(record.kind, record.id),
      let index = record.tasks.firstIndex(where: { $0.item == task.item })
    else { return [] }
    let needs = workspace.taskNeeds
    return needs.waits(of: .init(record: number, task: index)).map { (needs.task($0), needs.home($0)) }
  }

  /// Open tasks, but those of goals that are closed.
  var openTasks: [(task: Task, record: Record)] {
    workspace.records.flatMap { record -> [(task: Task, record: Record)] in
      guard record.mayHoldOpenTasks else { return [] }
      return record.tasks.filter(\.isOpen).map { ($0, record) }
    }
  }

  /// Who answers for a task: its owners, else the goal's only owner.
  func owners(_ task: Task, in record: Record) -> [Name] {
    record.owners(of: task)
  }

  /// The goals that a report's entries named in the last weeks.
  var goalsHeardOf: Set<Name> {
    let oldest = Week(today - 7 * WrittenReports.recentWeeks)
    var heard: Set<Name> = []
    for report in written.all where report.week! >= oldest {
      heard.formUnion(report.names("goals").map(\.value))
      for entry in report.statusEntries(in: workspace) { heard.formUnion(entry.goals) }
    }
    return heard
  }
}
