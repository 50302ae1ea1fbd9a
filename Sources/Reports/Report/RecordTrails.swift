internal import Teamwork
internal import Text

/// What happened to each record of a kind, as places in the story's `events`, the earliest first, whatever it was called.
/// What was done on two branches stands once.
struct RecordTrails {
  typealias Trail = (id: Name, events: [Int])

  /// Of the records that stand at the end, by the id that they have there.
  private(set) var standing: [Name: [Int]] = [:]
  private var byLife: [Int: [Int]] = [:]
  /// Of those that stand no more, with the id that they had last; the one that was touched first comes first.
  let gone: [Trail]

  init(_ kind: Kind, _ story: EventHistory, lives: [Name: Int]) {
    var byLife: [Int: [Int]] = [:]
    for index in story.events.indices.reversed()
    where story.events[index].kind == kind && story.events[index].repeats == nil {
      if let life = story.events[index].life { byLife[life, default: []].append(index) }
    }
    var ids: [Int: [Name]] = [:]
    for (id, life) in lives { ids[life, default: []].append(id) }
    for (life, ids) in ids {
      guard let trail = byLife[life] else { continue }
      if ids.count == 1 {
        standing[ids[0]] = trail
      } else {
        // One became two: each has what was done under its name, and the first what was before.
        let sorted = ids.sorted()
        for index in trail {
          let id = story.events[index].id
          standing[ids.contains(id) ? id : sorted[0], default: []].append(index)
        }
      }
    }
    gone = byLife.filter { ids[$0.key] == nil }.values.sorted { $0[0] > $1[0] }.map { trail in
      (story.events[trail[trail.count - 1]].id, trail)
    }
    self.byLife = byLife
  }

  /// Of a record that stands at the end.
  subscript(id: Name) -> [Int] { standing[id] ?? [] }

  /// Of one that has gone.
  subscript(life life: Int?) -> [Int] { life.flatMap { byLife[$0] } ?? [] }

  var all: [Trail] { standing.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + gone }
}

extension ReportContext {
  func trails(of kind: Kind) -> RecordTrails { RecordTrails(kind, story, lives: input.lives[kind] ?? [:]) }

  /// A record of the end as it was at the beginning; nil where it was not there, or nothing is known.
  func earlier(_ record: Record) -> Record? {
    input.names[record.kind, record.id].flatMap { input.before?.record(record.kind, $0) }
  }

  func day(ofEvent index: Int) -> Day? { story.commit(of: story.events[index])?.day }

  func isInPeriod(_ index: Int) -> Bool { story.events[index].commit.map { input.isInPeriod[$0] } ?? false }

  /// The commit of an event, as people quote it.
  func quoted(_ index: Int) -> Line.Part? { story.commit(of: story.events[index]).map(commit) }

  /// What the record of an event is called at the end; nil where it is there no more.
  func idAtEnd(_ event: Event) -> Name? {
    guard let life = event.life else { return nil }
    let lives = input.lives[event.kind] ?? [:]
    return lives[event.id] == life ? event.id : namesByLife[life]
  }
}

extension Event {
  /// Whether the record began with it.
  var isCreation: Bool { if case .created = change { !isRestored } else { false } }
  var isRemoval: Bool { if case .removed = change { true } else { false } }

  /// What a field said before and after, where the event is about that field.
  func move(of field: Name) -> (from: FieldContent?, to: FieldContent?)? {
    if case .field(field, let from, let to) = change { (from, to) } else { nil }
  }
}
