internal import Teamwork
internal import Text

/// Asking and helping: requests between people and teams, their answers, and the promises given.
enum CooperationSection {
  static func make(_ context: ReportContext) -> Section {
    let of = RequestsOfPeriod(context)
    guard !of.requests.isEmpty else {
      let other =
        of.unreadable > 0
        ? " \(SummaryWords.capitalised(SummaryWords.counted(of.unreadable, "file"))) could not be read." : ""
      return Section(
        .cooperation, measures: measures(of, [], context),
        missing: [
          .init(
            context.now.records.contains { $0.kind == .request }
              ? "No request was open in this period.\(other)" : "No requests on file.",
            "With requests, this section shows who asks whom, how long an answer takes, and whether promised dates are kept.",
            command: "tw ask WHOM 'A hand with the tests'")
        ])
    }
    let feedback = about(context)
    let figures = RequestFigures(context: context, of: of)
    return Section(
      .cooperation,
      finding: CooperationFinding(context: context, of: of, withFeedback: feedback, words: figures.asked).lines,
      note: note(of, context),
      figures: [figures.flow, figures.waiting, figures.promises, figures.boundaries].compactMap { $0 },
      measures: measures(of, feedback, context),
      missing: missing(of))
  }

  /// The requests that some feedback is about.
  private static func about(_ context: ReportContext) -> Set<Name> {
    var requests: Set<Name> = []
    for record in context.now.records where record.kind == .feedback {
      guard let about = record.name("about")?.value,
        case .record(let number) = context.now.resolve(about, as: Feedback.subjects)
      else { continue }
      if let day = record.day("date")?.value, day > context.input.asOf { continue }
      let target = context.now.records[number]
      if target.kind == .request { requests.insert(target.id) }
    }
    return requests
  }

  private static func note(_ of: RequestsOfPeriod, _ context: ReportContext) -> [Line] {
    var lines: [Line] = [
      "Counted are the requests that were open at some time of the period, or closed in it. Answered: accepted, declined or done; a no is an answer."
    ]
    if !context.now.records(of: .team).isEmpty {
      lines.append("Asked by: the team of the person who asks; “several teams” for those in more than one.")
    }
    if of.standing.contains(where: { $0.promised != nil }) {
      lines.append("Where a promised date was moved, the last one counts.")
    }
    let undated = of.standing.count { $0.record.day("asked") == nil && $0.asked != nil }
    if undated > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(undated, "request names", "requests name"))) no day on which it was asked; there the commit that brought it counts."
      )
    }
    if of.removed > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(of.removed, "request was", "requests were"))) removed from the files in the period and \(of.removed == 1 ? "is" : "are") not counted."
      )
    }
    if of.unreadable > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(of.unreadable, "file"))) could not be read as a request.")
    }
    return lines
  }

  private static func missing(_ of: RequestsOfPeriod) -> [Section.Missing] {
    var missing: [Section.Missing] = []
    if of.standing.allSatisfy({ $0.promised == nil }) {
      missing.append(
        .init(
          "No promised dates on file.", "With them, this section shows whether promises are kept.",
          command: "tw explain promised"))
    }
    return missing
  }

  // MARK: Measured

  private static func measures(_ of: RequestsOfPeriod, _ feedback: Set<Name>, _ context: ReportContext) -> [Measure] {
    let parts = context.parts
    func paths(_ requests: [RequestsOfPeriod.Request]) -> [String] { requests.map(\.record.path) }
    func share(
      _ name: String, _ of: [RequestsOfPeriod.Request], _ none: String, _ isCounted: (RequestsOfPeriod.Request) -> Bool
    ) -> Measure {
      Measure(name, of.isEmpty ? .none(none) : .share(of.count(where: isCounted), of: of.count), records: paths(of))
    }
    let (standing, done) = (of.standing, of.done)
    var answered = share("requests-answered", standing, "No request was open in the period.", \.isAnswered)
    answered.trend =
      standing.isEmpty
      ? [] : parts.points(parts.shares(of: standing.map { ($0.asked.flatMap { parts.index(of: $0) }, $0.isAnswered) }))

    let times = of.times
    let days = times.map(\.days).sorted()
    let answers = standing.contains(where: \.isAnswered)
    let wait = Measure(
      "days-to-answer",
      days.isEmpty
        ? .none(
          answers
            ? "No answered request tells when it was asked and when it was answered, and neither does the history."
            : "No request has been answered.")
        : days.median.map { .days($0) } ?? .none("No request has been answered."),
      trend: days.isEmpty
        ? []
        : trend(of: times, parts), events: times.compactMap(\.request.answer).sorted(),
      records: paths(times.map(\.request)))

    let ripe = of.ripe(by: context.input.asOf)
    let kept = Measure(
      "promises-kept",
      ripe.isEmpty
        ? .none(
          standing.contains { $0.promised != nil }
            ? "No promised day has come yet." : "No request names a promised date.")
        : .share(ripe.count(where: \.isKept), of: ripe.count),
      trend: ripe.isEmpty
        ? []
        : parts.points(parts.shares(of: ripe.map { ($0.request.promised.flatMap { parts.index(of: $0) }, $0.isKept) })),
      records: paths(ripe.map(\.request)))

    let noneDone = "No request was done in the period."
    return [
      answered, wait, kept,
      share("requests-with-credit", done, noneDone) {
        !$0.record.names("helpers").isEmpty || !$0.record.names("credits").isEmpty
      },
      share("requests-declined-with-reason", of.declined, "No request was declined in the period.") {
        $0.record.hasReason
      },
      share("done-requests-with-feedback", done, noneDone) { feedback.contains($0.record.id) },
    ]
  }

  private static func trend(of times: [(request: RequestsOfPeriod.Request, days: Int)], _ parts: PeriodParts)
    -> [Measure.Point]
  {
    var days = [[Int]](repeating: [], count: parts.parts.count)
    for (request, count) in times {
      if let part = request.answered.flatMap({ parts.index(of: $0) }) { days[part].append(count) }
    }
    return parts.points(days.map { $0.median.map(Double.init) })
  }
}
