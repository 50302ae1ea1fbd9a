internal import Teamwork
internal import Text

/// The pictures and tables of requests.
struct RequestFigures {
  let context: ReportContext
  let of: RequestsOfPeriod

  /// Above, requests are told by whom they wait for.
  private static let mostWaiting = 30
  private static let mostPromises = 30
  private static let mostBoundaries = 20

  private func day(_ day: Day?) -> String { day.map(context.day) ?? "" }

  func asked(_ to: Name) -> String { context.called(to, [.person, .team, .role]) }

  // MARK: Who asks whom

  var flow: Figure? {
    let standing = of.standing
    guard !standing.isEmpty, !context.now.records(of: .team).isEmpty else { return nil }
    let teams = TeamFlow(standing, context)
    // One pair is a sentence of its own.
    guard teams.flow.bands.count > 1 else { return nil }
    let title: String
    switch (teams.half.count, teams.flow.to.count) {
    case (_, 1): title = "All requests end at one place"
    case (1, _): title = "More than half of the requests end at \(teams.half[0])"
    case (let half, let all) where half * 2 < all:
      title = "More than half of the requests end at \(SummaryWords.list(teams.half))"
    default: title = "Requests are spread over \(SummaryWords.counted(teams.flow.to.count, "team"))"
    }
    return Figure(
      "request-flow", title,
      encoding:
        "Left: the team of who asks. Right: the team that is asked, or that of the person or role. Answered: accepted, declined or done. The thicker a band, the more requests.",
      .flow(teams.flow))
  }

  // MARK: Dates

  var promises: Figure? {
    let asOf = context.input.asOf
    let dated = of.standing.filter { $0.neededBy != nil || $0.promised != nil || $0.record.day("delivered") != nil }
    guard !dated.isEmpty else { return nil }
    let ripe = of.ripe(by: asOf)
    let kept = ripe.count(where: \.isKept)
    let late = Dictionary(ripe.filter { !$0.isKept }.map { ($0.request.record.id, true) }) { first, _ in first }
    let title: String
    if ripe.isEmpty {
      title = of.standing.contains { $0.promised != nil } ? "No promised day has come yet" : "No day has been promised"
    } else if kept == ripe.count {
      title =
        ripe.count == 1
        ? "The one promise whose day came was kept"
        : "\(SummaryWords.capitalised(SummaryWords.part(kept, of: ripe.count, "promise"))) whose day came \(SummaryWords.verb(kept, "was", "were")) kept"
    } else {
      let days = ripe.filter { !$0.isKept }.compactMap { item in
        item.request.delivered.flatMap { delivered in item.request.promised.map { delivered - $0 } }
      }
      let late = ripe.count - kept
      let how =
        late == 1 && days.count == 1
        ? "came \(SummaryWords.counted(days[0], "day")) later"
        : "came later or \(late == 1 ? "is" : "are") still to come"
      title =
        kept == 0
        ? "\(SummaryWords.capitalised(SummaryWords.counted(late, "promise"))) \(how)"
        : "\(SummaryWords.capitalised(SummaryWords.counted(kept, "promise"))) kept, \(SummaryWords.number(late)) \(how)"
    }
    let open = dated.filter { $0.status == .open || $0.status == .accepted || late[$0.record.id] == true }
    let rest = dated.filter { $0.status != .open && $0.status != .accepted && late[$0.record.id] != true }
    let ordered = open.sorted(by: Self.earlier) + rest.sorted(by: Self.earlier)
    let hidden = ordered.count - Self.mostPromises
    return Figure(
      "promises", title,
      encoding:
        "From asking to delivery: when it was asked, needed, promised and delivered. What is open or came later stands first.",
      .promises(
        PromiseLines(
          period: context.period, today: asOf,
          rows: ordered.prefix(Self.mostPromises).map { request in
            PromiseLines.Row(
              title: request.record.title, between: "\(context.person(request.from)) asks \(asked(request.to))",
              status: request.status.rawValue, asked: request.asked,
              neededBy: request.neededBy, promised: request.promised, delivered: request.delivered)
          })), foot: hidden > 0 ? "\(hidden) more, closed in time or without a promise, are not shown." : nil)
  }

  private static func earlier(_ a: RequestsOfPeriod.Request, _ b: RequestsOfPeriod.Request) -> Bool {
    func key(_ request: RequestsOfPeriod.Request) -> (Day, Name) {
      (request.asked ?? request.neededBy ?? Day(number: .max), request.record.id)
    }
    return key(a) < key(b)
  }

  // MARK: Waiting

  var waiting: Figure? {
    let waiting = of.waiting
    guard let longest = waiting.first else { return nil }
    let asOf = context.input.asOf
    let since = longest.asked.map { "\($0 == asOf ? "today" : context.day($0))" }
    let title =
      waiting.count == 1
      ? "One request waits for an answer" + (since.map { ", since \($0)" } ?? "")
      : "\(SummaryWords.capitalised(SummaryWords.number(waiting.count))) requests wait for an answer"
        + (since.map { ", the longest since \($0)" } ?? "")
    if waiting.count <= Self.mostWaiting {
      return Figure(
        "waiting-requests", title, encoding: "Requests that nobody has accepted or declined, the longest asked first.",
        .table(
          Table(
            "Requests without an answer",
            columns: [.init("Request"), .init("Who asks"), .init("Of whom"), .init("Asked"), .init("Needed")],
            rows: waiting.map { request in
              [
                Line([context.record(request.record)]), Line(context.person(request.from)), Line(asked(request.to)),
                Line(day(request.asked)), Line(day(request.neededBy)),
              ]
            })))
    }
    var rows: [String: (count: Int, oldest: RequestsOfPeriod.Request)] = [:]
    for request in waiting {
      rows[request.askedParty] = (
        (rows[request.askedParty]?.count ?? 0) + 1, rows[request.askedParty]?.oldest ?? request
      )
    }
    let told = rows.values.map { (words: asked($0.oldest.to), count: $0.count, oldest: $0.oldest) }
      .sorted { ($1.count, $0.words.lowercased(), $0.words) < ($0.count, $1.words.lowercased(), $1.words) }
    return Figure(
      "waiting-requests", title,
      encoding: "Requests that nobody has accepted or declined, by whom they wait for, and the one that waits longest.",
      .table(
        Table(
          "Requests without an answer, by who is asked",
          columns: [.init("Of whom"), .init("Waiting", isNumber: true), .init("Longest"), .init("Asked")],
          rows: told.map {
            [Line($0.words), "\($0.count)", Line([context.record($0.oldest.record)]), Line(day($0.oldest.asked))]
          })))
  }

  // MARK: Boundaries

  var boundaries: Figure? {
    let told = of.standing.filter { $0.isAnswered && $0.record.text("boundary")?.isEmpty == false }
    guard !told.isEmpty else { return nil }
    let declined = told.count { $0.status == .declined }
    let title =
      "\(SummaryWords.capitalised(SummaryWords.counted(told.count, "answer says", "answers say"))) what is not possible"
      + (declined == 0
        ? "" : declined == told.count ? "" : ", \(SummaryWords.number(told.count - declined)) of them with a yes")
    let hidden = told.count - Self.mostBoundaries
    return Figure(
      "boundaries", title, encoding: "What those who were asked can not take on, in their own words.",
      .table(
        Table(
          "Boundaries", columns: [.init("Request"), .init("Asked"), .init("Answer"), .init("In their words")],
          rows: told.prefix(Self.mostBoundaries).map { request in
            let words = context.resolver.inlines(request.record.text("boundary") ?? "", in: request.record.path)
            return [
              Line([context.record(request.record)]), Line(asked(request.to)), Line(request.status.rawValue),
              .quotation(words, most: 280),
            ]
          })), foot: hidden > 0 ? "\(hidden) more are in the requests." : nil)
  }
}
