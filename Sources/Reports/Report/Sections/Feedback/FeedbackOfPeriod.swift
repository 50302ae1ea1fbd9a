internal import Teamwork
internal import Text

/// The feedback that was given in the period, by its direction. Who gave it to whom stays in here.
struct FeedbackOfPeriod {
  let items: [(direction: FeedbackFlow.Direction, item: FeedbackFlow.Item)]
  /// How many of the people who are there have received some, themselves and not as part of a team.
  let receivers: (count: Int, of: Int)
  /// Anybody names a manager.
  let hasLine: Bool
  /// Names no day, or nobody.
  let unreadable: Int
  let context: ReportContext

  /// Fewer could be told to be somebody's.
  static let fewest = 5

  init(_ context: ReportContext) {
    self.context = context
    let now = context.now
    let asOf = context.input.asOf
    var managers: [Name: Name] = [:]
    var people: Set<Name> = []
    for record in now.records where record.kind == .person {
      if let manager = record.name("manager")?.value, manager != record.id { managers[record.id] = manager }
      let isThere =
        (record.day("since").map { $0.value <= asOf } ?? true)
        && (record.day("until").map { $0.value >= context.period.from } ?? true)
      if isThere { people.insert(record.id) }
    }
    hasLine = !managers.isEmpty

    let feedback = now.records.filter { $0.kind == .feedback }
    var answered: Set<Name> = []
    for record in feedback where record.day("date").map({ $0.value <= asOf }) ?? true {
      if let original = record.name("reply-to")?.value { answered.insert(original) }
    }
    var items: [(direction: FeedbackFlow.Direction, item: FeedbackFlow.Item)] = []
    var receivers: Set<Name> = []
    var unreadable = 0
    for record in feedback {
      guard let day = record.day("date")?.value, let from = record.name("from")?.value,
        let to = record.name("to")?.value,
        case .record(let number) = now.resolve(to, as: [.person, .team])
      else {
        unreadable += 1
        continue
      }
      guard context.period.contains(day), day <= asOf else { continue }
      let target = now.records[number]
      let direction: FeedbackFlow.Direction =
        target.kind == .team
        ? .toTeams
        : Self.isAbove(from, target.id, managers)
          ? .toMembers : Self.isAbove(target.id, from, managers) ? .toLeads : .amongMembers
      if target.kind == .person { receivers.insert(target.id) }
      let isAnswered = record.day("acknowledged").map { $0.value <= asOf } == true || answered.contains(record.id)
      items.append((direction, FeedbackFlow.Item(day: day, kind: record.text("kind") ?? "", isAnswered: isAnswered)))
    }
    // By day, kind and answer: the order of the files would tell whose it is.
    self.items = items.sorted {
      ($0.item.day, $0.item.kind, $0.item.isAnswered ? 0 : 1) < ($1.item.day, $1.item.kind, $1.item.isAnswered ? 0 : 1)
    }
    self.receivers = (receivers.intersection(people).count, people.count)
    self.unreadable = unreadable
  }

  /// Whether a person stands above another in the line of managers.
  private static func isAbove(_ upper: Name, _ lower: Name, _ managers: [Name: Name]) -> Bool {
    var person = lower
    // A circle of managers ends too.
    for _ in 0..<64 {
      guard let manager = managers[person] else { return false }
      if manager == upper { return true }
      person = manager
    }
    return false
  }

  func count(_ direction: FeedbackFlow.Direction) -> Int { items.count { $0.direction == direction } }

  var answered: Int { items.count(where: \.item.isAnswered) }

  /// Why no kinds are counted; nil where they are. The kinds of directions with five or more are told by themselves, so
  /// that what is left of all would tell those of the few others.
  var whyNoKinds: String? {
    if items.count < Self.fewest {
      return "Fewer than five pieces of feedback are on file, so their kinds are not counted."
    }
    let few = FeedbackFlow.Direction.allCases.map(count).filter { $0 < Self.fewest }.reduce(0, +)
    if (1..<Self.fewest).contains(few) {
      return "Fewer than five pieces went in the other directions: from the kinds of all, theirs could be worked out."
    }
    return nil
  }

  /// Thanks and praise; nil where kinds are not counted.
  var warm: Int? { whyNoKinds != nil ? nil : items.count { $0.item.kind == "thanks" || $0.item.kind == "praise" } }

  /// Suggestions and concerns; nil where kinds are not counted, or there are too few.
  var open: [FeedbackFlow.Item]? {
    let open = items.map(\.item).filter { $0.kind == "suggestion" || $0.kind == "concern" }
    return whyNoKinds != nil || open.count < Self.fewest ? nil : open
  }

  var flow: FeedbackFlow {
    FeedbackFlow(
      period: context.period,
      rows: FeedbackFlow.Direction.allCases.map { direction in
        .init(direction: direction, items: items.filter { $0.direction == direction }.map(\.item))
      })
  }
}
