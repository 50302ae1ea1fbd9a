internal import Documents
internal import Teamwork
internal import Text

/// The requests that were open at some time of the period, or closed in it.
struct RequestsOfPeriod {
  struct Request {
    enum Status: String { case open, accepted, declined, done, withdrawn }

    let record: Record
    let status: Status
    let from: Name
    /// As the field says it.
    let to: Name
    /// The path of who is asked: a team may be named in two ways. Else as the field says it.
    let askedParty: String
    let asked: Day?
    /// When somebody said yes or no.
    let answered: Day?
    let neededBy: Day?
    let promised: Day?
    let delivered: Day?
    /// The event that answered it, where the file's own date does not.
    let answer: Int?

    var isAnswered: Bool { status == .accepted || status == .declined || status == .done }
    /// Neither answered nor taken back.
    var isWaiting: Bool { status == .open }
  }

  /// In the order of their paths.
  let requests: [Request]
  /// Were on file at some time of the period, and are no more.
  let removed: Int
  /// Say neither who asks, nor whom, nor where they stand.
  let unreadable: Int

  init(_ context: ReportContext) {
    let trails = context.trails(of: .request)
    let arrivals = Arrivals(context, trails)
    let asOf = context.input.asOf
    // What the history says of the first answer and of the end.
    var answers: [Name: Int] = [:]
    var ends: [Name: Int] = [:]
    var removed = 0
    removed = trails.gone.count { trail in
      trail.events.last.map { context.story.events[$0].isRemoval && context.isInPeriod($0) } ?? false
    }
    for (id, trail) in trails.standing {
      for index in trail {
        let event = context.story.events[index]
        guard let move = event.move(of: "status"),
          let new = move.to?.asText.flatMap({ Request.Status(rawValue: $0.text) })
        else { continue }
        if new == .accepted || new == .declined || new == .done, move.from?.asText == "open", answers[id] == nil {
          answers[id] = index
        }
        if new == .done { ends[id] = index }
      }
    }
    func day(_ event: Int?) -> Day? { event.flatMap(context.day(ofEvent:)) }

    var requests: [Request] = []
    var unreadable = 0
    for record in context.now.records where record.kind == .request {
      guard let status = record.text("status").flatMap(Request.Status.init), let from = record.name("from")?.value,
        let to = record.name("to")?.value
      else {
        unreadable += 1
        continue
      }
      let asked = record.day("asked")?.value ?? arrivals.day(record.id)
      if let asked, asked > asOf { continue }
      if status != .open, status != .accepted {
        let old = context.earlier(record)?.text("status").flatMap(Request.Status.init)
        if old == status { continue }
        // Where the state at the beginning is not known, the dates may tell that it was closed before.
        let end = record.day("delivered")?.value ?? record.day("answered")?.value
        if context.input.before == nil, let end, end < context.period.from { continue }
      }
      let own = record.day("answered")?.value
      let answer = own == nil ? answers[record.id] : nil
      let isDone = status == .done
      requests.append(
        Request(
          record: record, status: status, from: from, to: to, askedParty: Self.party(to, context), asked: asked,
          answered: own ?? day(answer), neededBy: record.day("needed-by")?.value,
          promised: record.day("promised")?.value,
          delivered: record.day("delivered")?.value ?? (isDone ? day(ends[record.id]) : nil), answer: answer))
    }
    self.requests = requests
    self.removed = removed
    self.unreadable = unreadable
  }

  private static func party(_ reference: Name, _ context: ReportContext) -> String {
    guard case .record(let number) = context.now.resolve(reference, as: [.person, .team, .role]) else {
      return reference.text
    }
    return context.now.records[number].path
  }

  /// Without those that were taken back.
  var standing: [Request] { requests.filter { $0.status != .withdrawn } }
  var done: [Request] { requests.filter { $0.status == .done } }
  var declined: [Request] { requests.filter { $0.status == .declined } }
  /// The longest first; those of which it is not known since when come last.
  var waiting: [Request] {
    requests.filter(\.isWaiting).sorted {
      ($0.asked ?? Day(number: .max), $0.record.id) < ($1.asked ?? Day(number: .max), $1.record.id)
    }
  }

  /// Days from asking to answer.
  var times: [(request: Request, days: Int)] {
    standing.compactMap { request in
      guard request.isAnswered, let asked = request.asked, let answered = request.answered, answered >= asked else {
        return nil
      }
      return (request, answered - asked)
    }
  }

  /// Promises whose day has come, or that were delivered before it.
  func ripe(by asOf: Day) -> [(request: Request, isKept: Bool)] {
    standing.compactMap { request in
      guard request.status == .accepted || request.status == .done, let promised = request.promised else { return nil }
      if let delivered = request.delivered, delivered <= asOf { return (request, delivered <= promised) }
      return promised < asOf || (request.status == .done && promised <= asOf) ? (request, false) : nil
    }
  }
}

extension Record {
  /// Of a declined request: it says why, or what would be possible.
  var hasReason: Bool { text("boundary")?.isEmpty == false || document.body?.hasProse == true }
}
