internal import Git
internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// Reads from history what a report of a period rests on.
struct ReportReader {
  private let session: Session
  private let history: WorkspaceHistory
  private let today: Day
  private let period: Period

  /// Weeks of a report, unless a period is asked for.
  private static let weeks = 13

  init(_ session: Session) throws {
    self.session = session
    guard let history = try session.history(skippingBodiesOf: Self.skipped) else {
      throw Failure.notFound(
        "there is no history yet", help: "a report is told from commits: `git commit` makes the first")
    }
    self.history = history
    guard history.hasWorkspace else { throw session.noWorkspace(history.folder, "in HEAD") }
    today = try session.today(in: history.zone)
    period = try Self.period(session, history, today)
  }

  /// What a report needs no prose of.
  static let skipped: Set<Kind> = [.person, .team, .role, .pulse]

  /// `--from` and `--to`; unless given, the last weeks that are over, or what there is where the history is younger.
  private static func period(_ session: Session, _ history: WorkspaceHistory, _ today: Day) throws -> Period {
    let (from, to) = try session.days()
    if let from {
      if from > today { throw Failure.notFound("the time from \(from) on has not begun: today is \(today)") }
      return Period(from: from, to: max(from, to ?? today))
    }
    let week = today.weekday == 7 ? Week(today) : Week(today).previous
    let began = history.story.commits.map(\.day).min() ?? today
    let end = to ?? (began > week.sunday ? today : week.sunday)
    return Period(from: Week(end).monday - 7 * (Self.weeks - 1), to: end)
  }

  func input() throws -> ReportInput {
    let zone = history.zone
    let isCut = history.history.isCut
    let end = min(today, period.to)
    let first = history.history.newest(before: zone.start(of: period.from))
    guard let last = history.history.newest(before: zone.start(of: end + 1)) else {
      throw Failure.notFound("there is no commit before the end of \(end)", help: "the history begins later")
    }
    let now = try session.accepted(history.workspace(at: last))
    let before = first == nil && isCut ? nil : first == last ? now : try history.workspace(at: first)
    let latest = last == 0 ? now : try session.accepted(history.workspace(at: 0))
    // By the day that each commit has, as `tw log --from --to` tells them: a clock that was wrong loses none of the others.
    let isInPeriod = history.story.commits.map { period.from <= $0.day && $0.day <= end }
    let head = zip(history.story.commits, history.commits(after: nil, upTo: last)).first { $0.1 }?.0
    return ReportInput(
      period: period, asOf: end, before: before, now: now.isEmpty ? latest : now, latest: latest, story: history.story,
      isInPeriod: isInPeriod, marks: try marks(after: first),
      names: EarlierNames(try history.changes(from: first, to: last)),
      lives: try history.lives(at: last), head: head,
      notes: notes(isCut: isCut, hasState: !now.isEmpty, isInPeriod, first), address: try webAddress())
  }

  private func notes(isCut: Bool, hasState: Bool, _ isInPeriod: [Bool], _ first: Int?) -> [String] {
    var notes: [String] = []
    let early = zip(isInPeriod, history.commits(after: nil, upTo: first)).count { $0.0 && $0.1 }
    if let first, early > 0 {
      let odd = history.history.steps[first].id.hex.prefix(7)
      notes.append(
        "The clock of commit \(odd) was behind: it is dated before the period and follows \(counted(early, "commit")) of it. They are told, but the state at the beginning is that of \(odd)."
      )
    }
    if isCut {
      let edge = history.history.steps.first { $0.isCut }.map { " at \($0.id.hex.prefix(7))" } ?? ""
      notes.append("History is cut\(edge) (a shallow clone): what lies before cannot be seen.")
    }
    if !hasState { notes.append("There is no history of these days: the state is told as it is today.") }
    return notes
  }

  /// What changed from one end of a week to the next.
  private func marks(after first: Int?) throws -> [WeekMark] {
    var marks: [WeekMark] = []
    let lastDay = min(today, period.to)
    var week = Week(period.from)
    // Before the workspace there was nothing to tell of, week after week.
    if first == nil, !history.history.isCut, let began = history.story.commits.map(\.day).min(), began <= lastDay {
      week = max(week, Week(began))
    }
    var earlier = first
    while week.monday <= lastDay {
      let step = history.history.newest(before: history.zone.start(of: min(week.sunday, lastDay) + 1))
      let changes = step == earlier ? [] : try history.changes(from: earlier, to: step)
      marks.append(WeekMark(week: week, commit: step.map { history.history.steps[$0].id.hex }, changes: changes))
      earlier = step
      week = week.next
    }
    return marks
  }

  /// The web page of the repository, where the address that it is fetched from tells one.
  private func webAddress() throws -> String? {
    try session.repository().config("remote.origin.url").flatMap { RemoteAddress.web($0) }
  }
}
