internal import Teamwork
internal import Text

/// What only waits for somebody to say yes or no.
struct WaitingDecisions {
  private let context: ReportContext
  private let today: Day
  /// Requests without an answer that somebody may count on: of goals that are open, or of none.
  private let unanswered: [Request]
  /// All that the section on cooperation counts as waiting.
  private let all: [RequestsOfPeriod.Request]

  private struct Request {
    let record: Record
    let asked: Day?
    let neededBy: Day?
  }

  /// How many days a request may lie before it is told of here.
  private static let patience = 7
  private static let patienceWithProposals = 14

  init(_ context: ReportContext) {
    self.context = context
    today = context.input.asOf
    all = RequestsOfPeriod(context).waiting
    let records = context.now.records(of: .request).filter { record in
      guard record.text("status") == "open" else { return false }
      return record.name("goal").flatMap { context.now.record(.goal, $0.value) }?.isOpenGoal ?? true
    }
    var trails: RecordTrails?
    unanswered = records.map { record in
      var asked = record.day("asked")?.value
      if asked == nil {
        let known = trails ?? context.trails(of: .request)
        trails = known
        asked = known[record.id].first { context.story.events[$0].isCreation }.flatMap(context.day)
      }
      return Request(record: record, asked: asked, neededBy: record.day("needed-by")?.value)
    }
  }

  var offers: [Report.Offer] {
    let owners = unanswered.filter { Self.askedFor($0.record) != nil }
    let others = unanswered.filter { Self.askedFor($0.record) == nil }
    var found: [(isLate: Bool, offer: Report.Offer)] = []
    let alone = requests(others)
    found += alone.items
    // "Of them" needs what it is of right before it.
    if alone.areTogether {
      found += askedForOwners(owners, isPart: true).map { (alone.items.contains(where: \.isLate), $0.offer) }
    }
    found += due()
    found += decisions()
    found += proposals()
    if !alone.areTogether { found += askedForOwners(owners, isPart: false) }
    return found.filter(\.isLate).map(\.offer) + found.filter { !$0.isLate }.map(\.offer)
  }

  // MARK: Requests

  /// By the words of its title.
  private static func askedFor(_ request: Record) -> String? {
    let words = request.title.lowercased().split { !$0.isLetter }
    return ["champion", "owner", "maintainer"].first { words.contains(Substring($0)) }
  }

  private func asked(_ request: Record) -> String {
    request.name("to").map { context.called($0.value, [.person, .team, .role]) } ?? "nobody named"
  }

  private func waits(_ request: Request) -> Bool {
    if let needed = request.neededBy, needed - today <= Self.patience { return true }
    return request.asked.map { today - $0 >= Self.patience } ?? true
  }

  private static let mostRequestsAlone = 2

  /// A few by themselves; of more, how many of all have no answer, as the lead and the section say it.
  private func requests(_ requests: [Request]) -> (items: [(isLate: Bool, offer: Report.Offer)], areTogether: Bool) {
    let waiting = requests.filter(waits).sorted {
      ($0.neededBy ?? $0.asked ?? today, $0.record.id) < ($1.neededBy ?? $1.asked ?? today, $1.record.id)
    }
    let even = "Even “not before” a day is an answer that others can plan with."
    if waiting.count <= Self.mostRequestsAlone {
      let items = waiting.map { request -> (isLate: Bool, offer: Report.Offer) in
        let from = request.record.name("from").map { context.person($0.value) } ?? "Somebody"
        let when = request.asked.map { " on \(context.day($0))" } ?? ""
        let needed = request.neededBy.map { " It is needed by \(context.day($0))." } ?? ""
        let isLate = request.neededBy.map { $0 < today } ?? false
        return (
          isLate,
          Report.Offer(
            "“\(context.record(request.record))” has no answer yet.",
            Line("\(from) asked \(asked(request.record))\(when).\(needed)"),
            offer: isLate ? Line(even) : "A yes, a no, or a question back. \(even)")
        )
      }
      return (items, false)
    }
    let late = all.count { $0.neededBy.map { $0 < today } ?? false }
    var byAsked: [Name: Int] = [:]
    for request in all { byAsked[Name(asked(request.record)), default: 0] += 1 }
    let names = byAsked.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let teams = names.filter { !isPerson($0.key.text) }.prefix(3).map { Line("\($0.value) of \($0.key.text)") }
    let oldest = all.compactMap(\.asked).min()
    let whom =
      teams.isEmpty
      ? "They were asked of \(SummaryWords.counted(names.count, "person", "people"))."
      : Line.sentences([
        "\(Line.some(of: Array(teams)))\(names.count > teams.count ? ", the others of \(SummaryWords.number(names.count - teams.count)) more" : "")."
      ])
    let since = oldest.map { " The oldest was asked on \(context.day($0))." } ?? ""
    let past =
      late == 0
      ? ""
      : " \(SummaryWords.capitalised(SummaryWords.number(late))) \(late == 1 ? "was" : "were") needed before today."
    let item: (isLate: Bool, offer: Report.Offer) =
      (
        late > 0,
        Report.Offer(
          "\(.link([.text("\(SummaryWords.capitalised(SummaryWords.number(all.count))) requests")], .place(SectionID.cooperation.place))) have no answer yet.",
          "\(whom)\(since)\(past)", offer: Line(even))
      )
    return ([item], true)
  }

  private func isPerson(_ called: String) -> Bool { !called.hasPrefix("the ") }

  private func askedForOwners(_ requests: [Request], isPart: Bool) -> [(isLate: Bool, offer: Report.Offer)] {
    guard !requests.isEmpty else { return [] }
    let goals = Set(requests.compactMap { $0.record.name("goal")?.value }).sorted()
    let whom = Set(requests.map { Name(asked($0.record)) }).sorted().map { Line($0.text) }
    let words = Set(requests.compactMap { Self.askedFor($0.record) })
    let wanted = words.count == 1 ? words.first! : "owner"
    let subject =
      isPart
      ? "\(SummaryWords.number(requests.count)) of them"
      : goals.isEmpty ? SummaryWords.counted(requests.count, "request") : SummaryWords.counted(goals.count, "goal")
    let isOne = isPart || goals.isEmpty ? requests.count == 1 : goals.count == 1
    return [
      (
        false,
        Report.Offer(
          "\(SummaryWords.capitalised(subject)) \(isOne ? "asks" : "ask") \(Line.some(of: whom)) for \(wanted == "owner" ? "an" : "a") \(wanted).",
          goals.isEmpty ? nil : "\(Line.some(of: goals.map { "“\(context.goal($0))”" })).",
          offer: "Where one was found, the request only needs its answer.")
      )
    ]
  }

  // MARK: Goals and decisions

  private var open: [Record] { context.now.records(of: .goal).filter(\.isOpenGoal) }

  private func proposals() -> [(isLate: Bool, offer: Report.Offer)] {
    let courses = Dictionary(context.goals.map { ($0.id, $0) }) { first, _ in first }
    let proposed = open.filter { goal in
      guard goal.status == .proposed else { return false }
      // What was proposed yesterday waits for nobody yet, if it is not due.
      if let due = goal.day("due")?.value, due - today <= Self.patienceWithProposals { return true }
      guard let course = courses[goal.id] else { return true }
      if course.before?.status == .proposed { return true }
      let weeks = course.weeks.reversed().prefix { $0?.status == .proposed }.count
      return weeks * 7 > Self.patienceWithProposals || context.input.marks.count <= 2
    }
    guard !proposed.isEmpty else { return [] }
    let due = proposed.filter { $0.day("due").map { $0.value <= today } ?? false }
    let written = Set(context.entries.flatMap(\.goals))
    let told = proposed.count { written.contains($0.id) }
    let isLate = !due.isEmpty
    let count = proposed.count
    let tail: String
    switch due.count {
    case 0: tail = ""
    case count: tail = " on the day \(count == 1 ? "it is" : "they are") due, or past it"
    default:
      tail =
        ", \(SummaryWords.number(due.count)) of them on the day \(due.count == 1 ? "it is" : "they are") due, or past it"
    }
    var sentences: [Line] = ["\(Line.some(of: proposed.map { "“\(context.goal($0.id))”" }))."]
    if count == 1, told == 1 { sentences.append("It was written about in the period.") }
    if count > 1, told > 0 {
      sentences.append(
        "\(SummaryWords.capitalised(told == count ? "all" : SummaryWords.number(told))) of them \(told == 1 ? "was" : "were") written about in the period."
      )
    }
    return [
      (
        isLate,
        Report.Offer(
          "\(SummaryWords.capitalised(SummaryWords.counted(count, "goal"))) \(count == 1 ? "is still a proposal" : "are still proposals")\(tail).",
          Line.sentences(sentences),
          offer: isLate ? "Accept, carry over, or set aside." : "Accept, or say when there will be a yes or a no.")
      )
    ]
  }

  private func due() -> [(isLate: Bool, offer: Report.Offer)] {
    let due = open.filter { $0.status != .proposed && ($0.day("due").map { $0.value <= today } ?? false) }
    guard !due.isEmpty else { return [] }
    let days = Set(due.compactMap { $0.day("due")?.value })
    let when = days.count == 1 ? "on \(context.day(days.first!))" : "by \(context.day(today))"
    let lines = due.map { goal -> Line in
      days.count == 1
        ? "“\(context.goal(goal.id))”" : "“\(context.goal(goal.id))” (\(context.day(goal.day("due")!.value)))"
    }
    return [
      (
        true,
        Report.Offer(
          "\(SummaryWords.capitalised(SummaryWords.counted(due.count, "goal"))) \(due.count == 1 ? "was" : "were") due \(when), without a word on how \(due.count == 1 ? "it" : "they") ended.",
          "\(Line.some(of: lines)).",
          offer: due.count == 1
            ? "One line from its owner closes it: done, going on, or dropped."
            : "One line from each owner closes them: done, going on, or dropped.")
      )
    ]
  }

  private func decisions() -> [(isLate: Bool, offer: Report.Offer)] {
    let proposed = DecisionsOfPeriod(context).open
    guard !proposed.isEmpty else { return [] }
    let lines = proposed.map { decision -> Line in
      let by = decision.record.names("by").map { context.person($0.value) }
      return
        "\(context.record(decision.record)) (\(by.isEmpty ? "" : "\(SummaryWords.list(by)), ")\(context.day(decision.day)))"
    }
    return [
      (
        false,
        Report.Offer(
          "\(SummaryWords.capitalised(SummaryWords.counted(proposed.count, "decision"))) \(proposed.count == 1 ? "is" : "are") proposed and not taken.",
          "\(Line.some(of: lines)).",
          offer: "A day by which it will be said is enough for now.")
      )
    ]
  }
}
