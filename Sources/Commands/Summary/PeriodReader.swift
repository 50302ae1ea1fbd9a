internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// Reads from history what a summary of a period rests on.
struct PeriodReader {
  private let session: Session
  private let period: Period
  private let latest: Workspace
  /// Nil before the first commit.
  let history: WorkspaceHistory?
  private let isCurrent: Bool
  /// The newest commit before the period, as a place in the history's steps.
  let first: Int?
  /// The newest commit before the period's end.
  private let last: Int?
  /// The newest commit that counts: of a period that is not over, the newest of all.
  var newest: Int? { isCurrent ? 0 : last }

  init(_ session: Session, period: Period, latest: Workspace) throws {
    self.session = session
    self.period = period
    self.latest = latest
    // What people wrote is told from the states at both ends; of what lies between, only what happened.
    history = try session.history(
      skippingBodiesOf: Set(Kind.allCases.filter { !$0.declaration.hasTasks }), eventsOnly: true, sharing: latest)
    let zone = session.zone(of: latest)
    isCurrent = try session.today(in: latest) <= period.to
    first = history?.history.newest(before: zone.start(of: period.from))
    last = history?.history.newest(before: zone.start(of: period.to + 1))
  }

  func input() throws -> SummaryInput {
    let today = try session.today(in: latest)
    if today < period.from {
      throw Failure.notFound(
        "\(period.week.map { "week \($0)" } ?? "the time from \(period.from) on") has not begun: today is \(today)")
    }
    let isCut = history?.history.isCut
    var notes: [String] = []
    if isCut == true {
      let isShallow = history?.history.steps.contains(where: \.isMissingParent) == false
      notes.append(
        "The history of this repository is cut off (\(isShallow ? "a shallow clone" : "a commit is missing")): "
          + "what lies before cannot be seen.")
    }

    var now = latest
    var isKnown = isCut == false
    var reachesPeriod = true
    if !isCurrent {
      let then = try last.flatMap { step in try history.map { try session.accepted($0.workspace(at: step)) } }
      if let then, !then.isEmpty {
        now = then
      } else {
        isKnown = false
        reachesPeriod = false
      }
    }
    // A history that begins within the period began with nothing; one that is cut off may have had anything.
    let before = first != nil || isKnown ? try history?.workspace(at: first, sharing: isCurrent ? nil : now) : nil
    // Reports are read where the newest committed ones are; those of this week also from the worktree.
    let reports = isCurrent || history == nil ? latest : last == 0 && reachesPeriod ? now : try committed()
    let renamed = Set(
      story.events.lazy.filter { if case .renamed = $0.change { true } else { false } }.map(\.kind))
    let lives = try self.lives(Array(renamed.union([.goal])))
    let isTold = history?.commits(after: first, upTo: newest) ?? []
    return SummaryInput(
      period: period, asOf: min(today, period.to), before: before, now: now, latest: reports, events: events(isTold),
      names: try names(at: first), lives: lives[.goal] ?? [:],
      commitOfPath: commitOfPath(isTold, lateAfter: newest, in: now, lives), commits: isTold.count { $0 },
      head: head(upTo: newest),
      notes: notes, reachesPeriod: reachesPeriod,
      // Reports that name what was renamed since name it by its new name.
      laterNames: isCurrent || last == nil || !reachesPeriod
        ? EarlierNames() : EarlierNames(try history?.changes(from: last, to: 0) ?? []))
  }

  /// That a time before the history cannot be told of.
  var beforeHistory: Failure {
    let time = period.week.map { "week \($0)" } ?? "the time from \(period.from) to \(period.to)"
    guard let history, let day = history.story.commits.map(\.day).min() else {
      return Failure("\(time) cannot be told: nothing is committed yet", help: "`git commit` begins the history")
    }
    let isCut = history.history.isCut
    return Failure(
      "\(time) cannot be told: the history begins on \(day)\(isCut ? " (this is a shallow clone)" : "")",
      help: isCut ? "`git fetch --unshallow` brings what lies before" : "ask for a week from \(Week(day)) on")
  }

  private func committed() throws -> Workspace {
    guard let workspace = try history?.workspace(at: 0), !workspace.isEmpty else { return latest }
    return workspace
  }

  // MARK: What the commits did

  private var story: EventHistory { history?.story ?? EventHistory(commits: [], events: [], isCut: false) }

  /// What happened in the period, newest first, each with its commit.
  private func events(_ isTold: [Bool]) -> [(event: Event, commit: CommitInfo)] {
    story.events.compactMap { event in event.commit.flatMap { isTold[$0] ? (event, story.commits[$0]) : nil } }
  }

  /// What the records were called in a step of the history.
  func names(at step: Int?) throws -> EarlierNames {
    guard let history else { return EarlierNames() }
    let committed = EarlierNames(try history.changes(from: step, to: newest))
    return isCurrent ? try history.names(in: latest).before(committed) : committed
  }

  /// The lives of the records of some kinds at the period's end.
  func lives(_ kinds: [Kind]) throws -> [Kind: [Name: Int]] {
    guard let history else { return [:] }
    return isCurrent ? try history.lives(of: latest, kinds) : try history.lives(at: last, of: kinds)
  }

  /// The newest commit of the period that touched a file, whatever its name was; of a report also a later one.
  private func commitOfPath(
    _ isTold: [Bool], lateAfter last: Int?, in now: Workspace, _ lives: [Kind: [Name: Int]]
  ) -> [String: CommitInfo] {
    guard let last else { return [:] }
    var paths: [Int: String] = [:]
    for (kind, own) in lives { for (id, life) in own { paths[life] = now.record(kind, id)?.path } }
    let isEarlier = history?.commits(after: nil, upTo: last) ?? []
    var commits: [String: CommitInfo] = [:]
    for event in story.events {
      guard let commit = event.commit, isTold[commit] || (event.kind == .status && !isEarlier[commit]),
        case let path = event.life.flatMap({ paths[$0] }) ?? event.path, commits[path] == nil
      else { continue }
      commits[path] = story.commits[commit]
    }
    return commits
  }

  private func head(upTo last: Int?) -> String? { last.flatMap { history?.history.steps[$0].id.hex } }
}
