import Reports
import Teamwork
import Text

/// A history made for one test: what was committed on which day, by whom, and what each file said then.
///
///     var story = ToldStory()
///     story.commit("2026-09-01", by: "ana@example.com", "Begin", ["goals/beta.md": "---\ntitle: Beta\n---\n"])
///     let report = story.context(from: "2026-09-01", to: "2026-09-30")
///
/// Paths are relative to the workspace's folder; a file that is nil goes. Commits are told in the order of their days.
struct ToldStory {
  private struct Step {
    let info: (day: Day, address: String, subject: String)
    let workspace: Workspace
  }

  private var files: [String: [UInt8]] = [:]
  private var steps: [Step] = []
  /// The repository knows nothing of what was before the first commit.
  var isCut = false

  static let folder = ".teamwork"

  mutating func commit(_ day: String, by address: String, _ subject: String, _ changes: [String: String?]) {
    for (path, text) in changes { files[Self.folder + "/" + path] = text.map { Array($0.utf8) } }
    steps.append(
      Step(info: (Day(day)!, address, subject), workspace: Workspace(MemorySource(files), folder: Self.folder)))
  }

  /// Where the story stands after its last commit.
  var latest: Workspace { steps.last?.workspace ?? Self.empty }

  private static var empty: Workspace { Workspace(MemorySource([:]), folder: folder) }

  /// - Parameter asOf: today; without it, the period is over.
  func input(from: String, to: String, asOf: String? = nil, notes: [String] = []) -> ReportInput {
    let period = Period(from: Day(from)!, to: Day(to)!)
    let today = asOf.map { min(Day($0)!, period.to) } ?? period.to
    func last(until day: Day) -> Int? { steps.lastIndex { $0.info.day <= day } }
    func workspace(_ step: Int?) -> Workspace { step.map { steps[$0].workspace } ?? Self.empty }

    let first = last(until: period.from - 1)
    var marks: [WeekMark] = []
    var before = first
    var week = Week(period.from)
    while week.monday <= today {
      let end = last(until: min(week.sunday, period.to))
      marks.append(
        WeekMark(week: week, commit: end.map(Self.id), changes: paired(from: workspace(before), to: workspace(end))))
      before = end
      week = week.next
    }
    let story = self.story
    let end = last(until: period.to)
    return ReportInput(
      period: period, asOf: today, before: first == nil && isCut ? nil : workspace(first), now: workspace(end),
      latest: latest, story: story,
      isInPeriod: story.commits.map { period.contains($0.day) }, marks: marks,
      names: EarlierNames(paired(from: workspace(first), to: workspace(end))), lives: lives(at: workspace(end)),
      head: end.map { commits[$0] },
      notes: notes)
  }

  func context(from: String, to: String, asOf: String? = nil) -> ReportContext {
    ReportContext(input(from: from, to: to, asOf: asOf))
  }

  // MARK: What the commits did

  private static func id(_ step: Int) -> String {
    let digits = String(step + 1, radix: 16)
    return String(repeating: "0", count: 7 - digits.count) + digits + String(repeating: "c", count: 33)
  }

  private var commits: [CommitInfo] {
    let latest = latest
    return steps.enumerated().map { number, step in
      let (day, address, subject) = step.info
      var info = CommitInfo(
        id: Self.id(number), time: Int64(day.number) * 86_400 + Int64(number), day: day,
        authorName: String(address.prefix { $0 != "@" }),
        authorEmail: address, subject: subject)
      info.person = latest.person(withAddress: address)?.id
      return info
    }
  }

  /// What stood at a path, and what it said.
  private struct Version: Hashable {
    let path: String
    let bytes: [UInt8]

    init(_ record: Record) { (path, bytes) = (record.path, record.document.bytes) }
  }

  /// See `Lineage`.
  private var lives: [Version: Int] {
    var numbers: [Version: Int] = [:]
    for step in steps {
      for record in step.workspace.records where numbers[Version(record)] == nil {
        numbers[Version(record)] = numbers.count
      }
    }
    var lineage = Lineage(count: numbers.count)
    for number in steps.indices.dropFirst() {
      let changes = Self.changes(from: steps[number - 1].workspace, to: steps[number].workspace)
      let origins = Self.origins(changes)
      for change in changes {
        guard let after = change.after, let before = change.before ?? origins[change.path]?.before else { continue }
        lineage.join(numbers[Version(before)]!, numbers[Version(after)]!)
      }
    }
    return numbers.mapValues { lineage.life(of: $0) }
  }

  private func lives(at workspace: Workspace) -> [Kind: [Name: Int]] {
    let all = lives
    var lives: [Kind: [Name: Int]] = [:]
    for record in workspace.records { lives[record.kind, default: [:]][record.id] = all[Version(record)] }
    return lives
  }

  private func paired(from old: Workspace, to new: Workspace) -> [RecordChange] {
    let lives = lives
    return RecordChange.paired(
      Self.changes(from: old, to: new).map { change in
        .init(
          path: change.path, before: change.before.map { ($0, lives[Version($0)]) },
          after: change.after.map { ($0, lives[Version($0)]) })
      })
  }

  private var story: EventHistory {
    let lives = lives
    var known: Set<Int> = []
    var events: [Event] = []
    for number in steps.indices {
      let old = number == 0 ? Self.empty : steps[number - 1].workspace
      let new = steps[number].workspace
      var own: [Event] = []
      for var event in Self.events(Self.changes(from: old, to: new)) {
        event.commit = steps.count - 1 - number
        let record = new.records.first { $0.path == event.path } ?? old.records.first { $0.path == event.path }
        event.life = record.flatMap { lives[Version($0)] }
        if case .created = event.change { event.isRestored = !known.insert(event.life!).inserted }
        own.append(event)
      }
      for event in own { known.insert(event.life!) }
      events = own + events
    }
    return EventHistory(commits: commits.reversed(), events: events, isCut: isCut)
  }

  private static func changes(from old: Workspace, to new: Workspace) -> [RecordChange] {
    let before = Dictionary(uniqueKeysWithValues: old.records.map { ($0.path, $0) })
    let after = Dictionary(uniqueKeysWithValues: new.records.map { ($0.path, $0) })
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      before[path]?.document.bytes == after[path]?.document.bytes
        ? nil : .init(path: path, before: before[path], after: after[path])
    }
  }

  /// The same bytes that went at one path and came at another have a new name.
  private static func origins(_ changes: [RecordChange]) -> [String: RecordChange] {
    var origins: [String: RecordChange] = [:]
    for new in changes where new.before == nil {
      origins[new.path] = changes.first {
        $0.after == nil && $0.before?.kind == new.after?.kind && $0.before?.document.bytes == new.after?.document.bytes
      }
    }
    return origins
  }

  private static func events(_ changes: [RecordChange]) -> [Event] {
    let origins = origins(changes)
    let gone = Set(origins.values.map(\.path))
    return changes.flatMap { change -> [Event] in
      if gone.contains(change.path) { return [] }
      if let origin = origins[change.path]?.before, let record = change.after {
        return [
          Event(path: record.path, kind: record.kind, id: record.id, change: .renamed(from: origin.id, to: record.id))
        ]
      }
      return EventBuilder.events(from: change.before, to: change.after)
    }
  }
}
