internal import Documents
internal import Teamwork
internal import Text

/// What all parts of the standing ask.
struct StandingContext {
  let workspace: Workspace
  let today: Day
  let resolver: LinkResolver
  /// Since when a goal has its state.
  private let stateSince: [Int: Day]
  private let created: [Int: Day]
  /// By kind and id.
  private let lives: [Kind: [Name: Int]]

  init(_ input: StandingInput) {
    workspace = input.workspace
    today = input.today
    resolver = LinkResolver(input.workspace)
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

  private var recentReports: [Record] {
    let oldest = Week(today - 7 * ReportsOfPerson.recentWeeks)
    return workspace.writtenReports.all.filter { $0.week.map { $0 >= oldest } ?? false }
  }

  /// Whether anybody reported in the last weeks.
  var isReportedOn: Bool { !recentReports.isEmpty }

  /// The goals that a report's entries named in the last weeks.
  var goalsHeardOf: Set<Name> {
    var heard: Set<Name> = []
    for report in recentReports {
      heard.formUnion(report.names("goals").map(\.value))
      for entry in report.statusEntries(in: workspace) { heard.formUnion(entry.goals) }
    }
    return heard
  }
}
