internal import Documents
internal import Git
internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// Reads from history what a summary of a period rests on.
struct PeriodReader {
  private let session: Session
  private let period: Period
  private let latest: Workspace
  private let zone: Zone
  private let repository: Repository

  /// Commits that are looked at behind the period's end for reports that came late.
  private static let mostLateCommits = 500

  init(_ session: Session, period: Period, latest: Workspace) throws {
    self.session = session
    self.period = period
    self.latest = latest
    zone = session.zone(of: latest)
    repository = try session.repository()
  }

  func input() throws -> SummaryInput {
    let start = zone.start(of: period.from)
    let end = zone.start(of: period.to + 1)
    let today = try session.today(in: latest)
    if today < period.from {
      throw Failure.notFound("\(period.week.map { "week \($0)" } ?? "the time from \(period.from) on") has not begun: today is \(today)")
    }
    let history = try repository.head().map { try repository.history(from: $0) }
    let steps = history?.steps ?? []
    let first = history?.newest(before: start)
    let last = history?.newest(before: end)
    var notes: [String] = []
    if history?.isCut == true { notes.append("The history of this repository is cut off (a shallow clone): what lies before cannot be seen.") }

    let isCurrent = today <= period.to
    var now = latest
    var isKnown = history?.isCut == false
    var reachesPeriod = true
    if !isCurrent {
      let then = try last.map { try session.workspace(at: steps[$0].id) }
      if let then, !then.isEmpty {
        now = then
      } else {
        isKnown = false
        reachesPeriod = false
        notes.append("There is no history of these days: the goals are told as they are today.")
      }
    }
    // A history that begins within the period began with nothing; one that is cut off may have had anything.
    let before = first != nil || isKnown ? try session.workspace(at: first.map { steps[$0].id }, sharing: now) : nil
    // Reports are read where the newest committed ones are; those of this week also from the worktree.
    let reports = isCurrent || steps.isEmpty ? latest : last == 0 && reachesPeriod ? now : try committed(steps[0].id, sharing: now)
    let told = try changes(steps, after: first, upTo: isCurrent ? (steps.isEmpty ? nil : 0) : last)
    return SummaryInput(
      period: period, asOf: min(today, period.to), before: before, now: now, latest: reports, goalChanges: told.goals, commitOfPath: told.commitOfPath, commits: told.count,
      head: try (isCurrent ? steps.first : last.map { steps[$0] }).map { try info($0.id) }, notes: notes, reachesPeriod: reachesPeriod)
  }

  private func committed(_ id: ObjectID, sharing other: Workspace) throws -> Workspace {
    let workspace = try session.workspace(at: id, sharing: other)
    return workspace.isEmpty ? latest : workspace
  }

  private func info(_ id: ObjectID) throws -> CommitInfo {
    let commit = try repository.commit(id)
    return CommitInfo(
      id: id.hex, time: commit.committer.time, day: zone.day(of: commit.committer.time), authorName: commit.author.name,
      authorEmail: commit.author.email, subject: commit.subject)
  }

  // MARK: What the commits did

  private struct Told {
    var goals: [RecordChange] = []
    var commitOfPath: [String: CommitInfo] = [:]
    var count = 0
  }

  /// The changes of the commits that `last` has and `first` has not; of later commits, only where reports were written.
  private func changes(_ steps: [History.Step], after first: Int?, upTo last: Int?) throws -> Told {
    var told = Told()
    guard let last else { return told }
    let folder = Array(latest.folder.utf8)
    let old = Self.ancestors(of: first, steps)
    let wanted = Self.ancestors(of: last, steps)
    var late = 0
    for (index, step) in steps.enumerated() where !old[index] {
      let isLate = !wanted[index]
      if isLate {
        late += 1
        if late > Self.mostLateCommits { continue }
      }
      // At the edge of a shallow clone it cannot be told what a commit changed.
      if step.isCut { continue }
      let changes = try repository.ownChanges(of: step.tree, parents: step.parents.map { steps[$0].tree }, under: folder)
      if changes.isEmpty { continue }
      let commit = try info(step.id)
      if !isLate { told.count += 1 }
      for change in changes {
        let path = String(decoding: change.path, as: UTF8.self)
        guard case .record(let kind, let id, let week) = RecordPath(latest.pathInside(path)) else { continue }
        if isLate, kind != .status { continue }
        if told.commitOfPath[path] == nil { told.commitOfPath[path] = commit }
        if !isLate, kind == .goal {
          told.goals.append(
            RecordChange(
              commit: commit, path: path, before: try record(change.old, kind, id, week, path), after: try record(change.new, kind, id, week, path)))
        }
      }
    }
    return told
  }

  private func record(_ side: Git.Change.Side?, _ kind: Kind, _ id: Name, _ week: Week?, _ path: String) throws -> Record? {
    guard let side, side.mode == .regular || side.mode == .executable else { return nil }
    guard case .bytes(let bytes) = try repository.blob(side.id, limit: latest.charter.limits.fileSize) else { return nil }
    return Record(kind: kind, id: id, week: week, path: path, document: Document(bytes, limits: latest.charter.limits))
  }

  /// Which steps a step reaches, itself included.
  private static func ancestors(of start: Int?, _ steps: [History.Step]) -> [Bool] {
    var reached = [Bool](repeating: false, count: steps.count)
    guard let start else { return reached }
    reached[start] = true
    // Children stand before their parents.
    for index in start..<steps.count where reached[index] {
      for parent in steps[index].parents { reached[parent] = true }
    }
    return reached
  }
}
