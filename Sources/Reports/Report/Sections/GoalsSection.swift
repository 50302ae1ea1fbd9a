internal import Teamwork
internal import Text

/// How the goals went: what was heard of them, what their files said, which dates moved and what gave way.
enum GoalsSection {
  static func make(_ context: ReportContext) -> Section {
    var section = Section(.goals)
    let goals = GoalsOfPeriod(context)
    guard !goals.all.isEmpty else {
      section.finding = ["No goal was open in this time."]
      section.missing.append(
        .init(
          "No goals are on file.",
          "With goals, this section tells what was heard of each, which dates moved and why, and what was done.",
          command: "tw new goal 'What will be true'"))
      section.measures = definitions.map { Measure($0.name, .none("No goal was open in this time.")) }
      return section
    }

    let heard = GoalsHeard(context)
    let dates = GoalDates(context, goals)
    let scope = ScopeChanges(context, goals)
    let comings = GoalComings(context, goals)
    let hands = GoalHands(context, goals)
    let yields = DecisionsOfPeriod(context).yields
    let resources = SharedResources(context)
    let states = GoalStates(context, goals)

    let paragraphs = [
      states.finding(context), heardOf(context, goals, heard) + dates.finding(context), scope.finding(context),
      gaveWay(context, yields) + resources.finding(context),
    ]
    section.finding = paragraphs.filter { !$0.isEmpty }.map { Line.sentences($0) }

    section.note = [
      "States are what the goal's file said at the end of each week. \(.strong([.text("Written about")])): a status report of that week links to the goal, to one of its tasks, or names it.",
      "A goal is told of when it was open at some time in the period; of a date, every commit that moved it.",
    ]
    section.figures = [
      strips(context, goals, heard), dates.figure(context, goals), scope.figure(context),
      GoalStory(context, goals, heard)?.figure(context), hands.figure(context),
      comings.figure(context), resources.figure(context),
    ].compactMap { $0 }

    if context.reports.isEmpty {
      section.missing.append(
        .init(
          "No status reports are on file for these weeks.",
          "With reports that link to goals, this section also tells what was heard of each.", command: "tw new status"))
    }
    if !goals.all.contains(where: { $0.record.day("due") != nil }) {
      section.missing.append(
        .init(
          "No goal has a date.", "With `due` in goals, this section also tells which dates moved, and why.",
          command: "tw explain goal.due"))
    }
    if !scope.hasTasks {
      section.missing.append(
        .init(
          "No tasks are on file.",
          "With task lists in goals, this section also shows whether work grows faster than it is done.",
          command: "tw explain task"))
    }
    section.measures = measures(context, goals, heard, dates, scope, yields, states)
    return section
  }

  /// "Nine of ten goals were written about."
  private static func heardOf(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard) -> [Line] {
    if context.reports.isEmpty { return [] }
    let silent = goals.all.filter { !heard.isHeard($0.id) }
    let count = goals.all.count
    if count == 1 { return [silent.isEmpty ? "Somebody wrote about the goal." : "Nobody wrote about the goal."] }
    if silent.isEmpty { return ["\(SummaryWords.capitalised(SummaryWords.every(count))) goals were written about."] }
    if silent.count == count { return ["None of the \(SummaryWords.number(count)) goals was written about."] }
    let open = silent.filter(\.isOpen)
    let first =
      "\(SummaryWords.capitalised(SummaryWords.ratio(count - silent.count, count))) goals \(SummaryWords.verb(count - silent.count, "was", "were")) written about."
      as Line
    if open.isEmpty { return ["\(first) The others were closed or removed by the end."] }
    return [
      "\(first) Of the open ones, \(Line.some(of: context.goalLines(open.map(\.id)), most: 3)) \(SummaryWords.verb(open.count, "has", "have")) not been heard of."
    ]
  }

  /// Why it did is told where decisions are.
  private static func gaveWay(_ context: ReportContext, _ yields: [DecisionsOfPeriod.Yield]) -> [Line] {
    if yields.isEmpty { return [] }
    let pairs = yields.map { "\(context.named($0.goal)) to \(context.named($0.to))" as Line }
    let count = Set(yields.map(\.goal)).count
    return [
      "\(SummaryWords.starting(count, "goal")) gave way so that \(count == 1 ? "another" : "others") can succeed: \(Line.some(of: pairs)). \(.link([.text("Deciding")], .place(SectionID.deciding.place))) says why."
    ]
  }

  private static func strips(_ context: ReportContext, _ goals: GoalsOfPeriod, _ heard: GoalsHeard) -> Figure? {
    let count = goals.all.count
    let told = goals.all.count { heard.isHeard($0.id) }
    let title =
      context.reports.isEmpty || count == 1
      ? "Every goal, week by week"
      : told == count
        ? "Every goal was written about"
        : told == 0
          ? "No goal was written about"
          : "\(SummaryWords.capitalised(SummaryWords.ratio(told, count))) goals \(SummaryWords.verb(told, "was", "were")) written about"
    return Figure(
      "goal-strips", title,
      encoding:
        "One row a goal, in the order of when it was last heard of. Upper line: weeks in which somebody wrote about it. Lower line: its state. At the end of the row: tasks done, of all.",
      .strips(GoalStrips(context, goals, heard)))
  }
}
