internal import Teamwork
internal import Text

/// Feedback: whether it goes both ways, and whether it is answered. Who gave it to whom is never told; and so neither
/// measures nor figures name a file, for the names of files have both.
enum FeedbackSection {
  static func make(_ context: ReportContext) -> Section {
    let given = FeedbackOfPeriod(context)
    guard !given.items.isEmpty else {
      let isAny = context.now.records.contains { $0.kind == .feedback }
      return Section(
        .feedback, note: note(given), measures: measures(given),
        missing: [
          .init(
            isAny ? "No feedback of this period on file." : "No feedback on file.",
            "That says nothing about what people tell each other. With some, this section shows whether it goes both ways and is answered, never who gave it to whom.",
            command: "tw thank WHOM 'for what'")
        ])
    }
    return Section(
      .feedback, finding: finding(given), note: note(given), figures: figure(given), measures: measures(given),
      missing: given.hasLine
        ? []
        : [
          .init(
            "Nobody names a manager.",
            "With `manager` on people, this section shows whether feedback goes up as well as down.",
            command: "tw explain manager")
        ])
  }

  // MARK: Told

  private static func finding(_ given: FeedbackOfPeriod) -> [Line] {
    let all = given.items.count
    let answered = given.answered
    var first: [Line] = []
    first.append(
      "\(SummaryWords.capitalised(SummaryWords.counted(all, "piece of feedback was", "pieces of feedback were"))) given."
    )
    switch answered {
    case 0: first.append(all == 1 ? "It is not answered yet." : "None is acknowledged or answered yet.")
    case all: first.append(all == 1 ? "It is answered." : "All are acknowledged or answered.")
    default:
      first.append(
        "\(SummaryWords.capitalised(SummaryWords.number(answered))) \(answered == 1 ? "is" : "are") acknowledged or answered."
      )
    }
    if let warm = given.warm, warm > 0 {
      first.append(
        "\(SummaryWords.capitalised(SummaryWords.number(warm))) \(warm == 1 ? "says" : "say") thanks or praise.")
    }
    if let open = given.open {
      let unanswered = open.count { !$0.isAnswered }
      first.append(
        unanswered == 0
          ? "\(SummaryWords.capitalised(SummaryWords.every(open.count))) suggestions and concerns are answered."
          : "Of \(SummaryWords.number(open.count)) suggestions and concerns, \(SummaryWords.number(unanswered)) \(unanswered == 1 ? "has" : "have") no answer yet: even “I have read it” keeps the way open."
      )
    }
    let (count, of) = given.receivers
    var second: [Line] = []
    if given.hasLine {
      let (down, up) = (given.count(.toMembers), given.count(.toLeads))
      second.append(
        down + up == 0
          ? "None of it went along the line of managers, up or down."
          : "Along the line of managers, \(SummaryWords.number(down)) went down and \(SummaryWords.number(up)) up.")
      let (among, teams) = (given.count(.amongMembers), given.count(.toTeams))
      let rest = [
        among == 0 ? nil : "\(SummaryWords.number(among)) went between colleagues",
        teams == 0 ? nil : "\(SummaryWords.number(teams)) to \(teams == 1 ? "a team" : "teams")",
      ].compactMap { $0 }
      if !rest.isEmpty { second.append("\(SummaryWords.capitalised(SummaryWords.list(rest))).") }
    }
    if of >= FeedbackOfPeriod.fewest {
      second.append(
        "\(SummaryWords.capitalised(SummaryWords.part(count, of: of, "person", "people"))) received some themselves.")
    }
    return [.sentences(first)] + (second.isEmpty ? [] : [.sentences(second)])
  }

  private static func figure(_ given: FeedbackOfPeriod) -> [Figure] {
    let (down, up, among) = (given.count(.toMembers), given.count(.toLeads), given.count(.amongMembers))
    let title: String
    switch (down, up) {
    case (0, 0): title = among > 0 ? "Feedback goes between colleagues" : "Feedback goes to teams"
    case (_, 0): title = "Feedback goes down the line, none comes up"
    case (0, _): title = "Feedback comes up the line, none goes down"
    case _ where down >= 2 * up: title = "More goes down the line than comes up"
    case _ where up >= 2 * down: title = "More comes up the line than goes down"
    default: title = "Feedback goes both ways"
    }
    return [
      Figure(
        "feedback-flow", title,
        encoding:
          "Feedback by its direction in the line of managers. Where there are fewer than five, only how many; who gave it to whom is not shown.",
        .feedback(given.flow))
    ]
  }

  private static func note(_ given: FeedbackOfPeriod) -> [Line] {
    var lines: [Line] = [
      "Down: from somebody to people of whom they are the manager, directly or further up; up: the other way round. Who gave feedback to whom is never shown, and kinds are counted only from five pieces up, of one direction or of all those with fewer together.",
      "The measures of this section list no files: the names of the files tell who gave feedback to whom.",
      "Answered: acknowledged, or replied to by other feedback. Thanks often need no answer.",
    ]
    if given.unreadable > 0 {
      lines.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(given.unreadable, "file names", "files name"))) no day, or nobody on file, and \(given.unreadable == 1 ? "is" : "are") not counted."
      )
    }
    return lines
  }

  // MARK: Measured

  private static func measures(_ given: FeedbackOfPeriod) -> [Measure] {
    let parts = given.context.parts
    let all = given.items.count
    let (down, up) = (given.count(.toMembers), given.count(.toLeads))
    let none = "No feedback of the period is on file."
    return [
      Measure(
        "feedback-given", .count(all),
        trend: parts.points(parts.counts(of: given.items.map(\.item.day)).map(Double.init))),
      Measure("feedback-answered", all == 0 ? .none(none) : .share(given.answered, of: all)),
      Measure(
        "feedback-upward",
        !given.hasLine
          ? .none("Nobody on file names a manager.")
          : down + up == 0
            ? .none(all == 0 ? none : "No feedback went along the line of managers.") : .share(up, of: down + up)),
      Measure(
        "thanks-given", all == 0 ? .none(none) : given.warm.map { .count($0) } ?? .none(given.whyNoKinds ?? none)),
      Measure(
        "people-who-received",
        given.receivers.of < FeedbackOfPeriod.fewest
          ? .none("Fewer than five people are on file, so it could be told who did.")
          : .share(given.receivers.count, of: given.receivers.of)),
    ]
  }
}
