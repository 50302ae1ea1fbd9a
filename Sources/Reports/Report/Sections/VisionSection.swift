internal import Teamwork
internal import Text

/// The way to the vision: what leads to it, what was proposed from below, and where teams meet.
enum VisionSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "goals-with-a-way", "Goals with a way to the vision", .vision,
      """
      The goals that name a goal above them (`parent`) or say why they are there (`why`), of those that are open at the end or were closed \
      in the period. Those whose parents lead back to themselves have no way.
      """,
      use:
        "Shows whether everyone can explain how their work contributes. Whether the way is a good one is for people to say."
    ),
    .init(
      "proposals-answered", "Proposals answered", .vision,
      """
      The goals that are no longer `proposed` at the end (taken, paused, done, set aside or removed), of those that were proposed at some \
      time in the period.
      """,
      use:
        "Shows whether what is raised from below gets an answer. “No” is an answer too; a proposal of last week may well be open."
    ),
    .init(
      "goals-across-teams", "Goals across teams", .vision,
      "The goals that name two teams or more, of those that name a team and are open at the end or were closed in the period.",
      use: "Shows where teams meet. More is not better: a goal that one team can reach alone needs no second."),
  ]

  static func make(_ context: ReportContext) -> Section {
    var section = Section(.vision)
    let goals = GoalsOfPeriod(context)
    // What somebody opened and closed before is not shown; what leads through it is.
    let shown = goals.all.compactMap { $0.course.now }
    if context.now.charter.vision == nil {
      section.missing.append(
        .init(
          "No vision is on file.", "With `vision` in the charter, every goal can be followed up to it.",
          command: "tw explain charter.vision"))
    }
    guard !shown.isEmpty else {
      section.finding = ["No goal was open in this time, so there is no way to draw."]
      section.missing.append(
        .init(
          "No goals are on file.", "With goals, this section shows what leads to the vision.",
          command: "tw new goal 'What will be true'"))
      section.measures = definitions.map { Measure($0.name, .none("No goal was open in this time.")) }
      return section
    }

    let way = GoalWays(shown, context.now)
    section.finding.append(way.finding(context))
    section.note.append(
      "A way is the chain of parents from a goal up to the vision. A goal with neither a parent nor a written “why” has none; nor has one whose parents lead back to themselves."
    )
    section.figures.append(way.figure)

    let proposals = Proposals(context, goals)
    section.finding.append(contentsOf: proposals.finding(context))
    if !proposals.all.isEmpty {
      section.note.append(
        "A proposal is a goal that was \(.code("proposed")) at some time in the period. Who raised it is who made it a proposal: by the newest commit that set it to \(.code("proposed")), else by the one that brought it."
      )
    }
    if let figure = proposals.figure(context) { section.figures.append(figure) }

    let teams = GoalsByTeam(context, shown)
    if teams.named.isEmpty {
      section.missing.append(
        .init(
          "No goal names its teams.",
          "With `teams` in goals, this section also shows where teams meet, and which share no goal.",
          command: "tw explain goal.teams"))
    } else {
      section.finding.append(contentsOf: teams.finding(context))
      section.figures.append(teams.figure(context))
    }

    section.measures = [
      Measure("goals-with-a-way", .share(way.with.count, of: shown.count), records: shown.map(\.path)),
      Measure(
        "proposals-answered",
        proposals.all.isEmpty
          ? .none("No goal was proposed in this time.")
          : .share(proposals.all.count { !$0.isOpen }, of: proposals.all.count),
        events: proposals.all.flatMap(\.events).sorted(), records: proposals.all.map(\.record.path)),
      Measure(
        "goals-across-teams",
        teams.named.isEmpty ? .none("No goal names its teams.") : .share(teams.shared.count, of: teams.named.count),
        records: teams.named.map(\.path)),
    ]
    return section
  }
}
