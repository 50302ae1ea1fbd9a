internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// What the history and the worktree know of a person's week.
struct PersonWeek {
  let person: Name
  let week: Week
  /// The newest state, which links lead into.
  let latest: Workspace
  /// The state at the week's end; of a week that is not over, the newest.
  let now: Workspace
  /// The state at its beginning; the oldest that can be seen where history is cut off; nil where nothing is known of the week.
  let before: Workspace?
  /// What the person changed, the earliest first: in their commits and, of one's own week, what is not committed yet.
  let own: [Event]
  /// What records were called when the week began.
  private let names: EarlierNames
  /// By life, what the goals and requests are called at the week's end.
  private let namesByLife: [Kind: [Int: Name]]
  let commitsElsewhere: CommitsElsewhere

  /// - Parameter isMine: whether what is not committed yet is the person's.
  init(_ session: Session, of person: Name, _ week: Week, isMine: Bool, in latest: Workspace) throws {
    self.person = person
    self.week = week
    self.latest = latest
    let today = try session.today(in: latest)
    guard today >= week.monday else {
      (now, before, own, names, namesByLife, commitsElsewhere) = (
        latest, nil, [], EarlierNames(), [:], CommitsElsewhere()
      )
      return
    }
    let reader = try PeriodReader(session, period: Period(week), latest: latest)
    let input = try reader.input()
    now = input.now
    let uncommitted = try today <= week.sunday ? Self.uncommitted(session, reader.history, latest) : []
    namesByLife = try reader.lives([.goal, .request]).mapValues { lives in
      Dictionary(lives.map { ($0.value, $0.key) }) { min($0, $1) }
    }
    guard input.reachesPeriod else {
      (before, names, own, commitsElsewhere) = (nil, EarlierNames(), [], CommitsElsewhere())
      return
    }
    if let known = input.before {
      (before, names) = (known, input.names)
    } else {
      let oldest = reader.history.map { $0.history.steps.count - 1 }
      before = try reader.history?.workspace(at: oldest, sharing: latest) ?? session.workspace(at: nil)
      names = try reader.names(at: oldest)
    }
    let addresses = Set(latest.record(.person, person)?[Person.emails].map { $0.lowercased() } ?? [])
    own =
      input.events.filter { addresses.contains($0.commit.authorEmail.lowercased()) }.map(\.event).reversed()
      + (isMine ? uncommitted : [])
    commitsElsewhere =
      try reader.history.map { history in
        let steps = history.steps(after: reader.first, upTo: reader.newest)
        return try CommitsElsewhere(
          of: addresses, steps, of: history.history, outside: latest.folder, session.repository())
      } ?? CommitsElsewhere()
  }

  private static func uncommitted(_ session: Session, _ history: WorkspaceHistory?, _ latest: Workspace) throws
    -> [Event]
  {
    if try session.repository().isBare { return [] }
    let committed = try history.map { try $0.workspace(at: 0, sharing: latest) } ?? session.workspace(at: nil)
    return EventBuilder.events(from: committed, to: latest)
  }

  /// A record as it was when the week began, whatever it was called.
  func earlier(_ record: Record) -> Record? {
    names[record.kind, record.id].flatMap { before?.record(record.kind, $0) }
  }

  /// What the goal or request of an event is called at the week's end; nil where it is there no more.
  func idNow(_ event: Event) -> Name? {
    guard let life = event.life else { return now.record(event.kind, event.id)?.id }
    return namesByLife[event.kind]?[life]
  }
}
