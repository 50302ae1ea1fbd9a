internal import Teamwork
internal import Text

/// Who carries what, and where is nobody: as it stands at the end of the period.
enum ResponsibilitiesSection {
  static let definitions: [MeasureDefinition] = [
    .init(
      "goals-owned", "Goals with an owner", .responsibilities,
      "The goals that name an owner, of those that are open at the end.",
      use: "Shows where nobody has taken a goal yet. A proposal may well have none."),
    .init(
      "tasks-owned", "Tasks with somebody", .responsibilities,
      """
      The open tasks that name a person, lie under one that does, or name a role that somebody holds, of all open tasks in goals that are \
      open at the end. A task that names nobody counts as nobody's, also in a goal with one owner.
      """,
      use: "Shows where there is a place to begin. A list of thoughts need not have names."),
    .init(
      "responsibilities-held-by-one", "Responsibilities held by one", .responsibilities,
      "The responsibilities of roles with a single holder, of those of all roles that somebody holds.",
      use: "Shows where nobody could stand in. It says nothing against those who hold them."),
    .init(
      "vacant-roles", "Vacant roles", .responsibilities, "The roles that name no holder at the end.",
      use: "Shows what everybody agreed is needed and nobody answers for. A role that nobody needs can go."),
    .init(
      "goals-resting-on-one", "Goals resting on one person", .responsibilities,
      "The goals in which a single person has a part, as an owner, by a task or by a role, of the goals that are open at the end and in which anybody has.",
      use: "Shows where one illness stops a goal. For a small goal that may be right."),
  ]

  static func make(_ context: ReportContext) -> Section {
    var section = Section(.responsibilities)
    let parts = PartsInGoals(context)
    let roles = RolesHeld(context)
    let work = OpenWork(context)

    if parts.rows.isEmpty {
      section.finding.append("No goal is open at the end.")
      if context.now.records(of: .goal).isEmpty {
        section.missing.append(
          .init(
            "No goals are on file.", "With goals, this section shows who carries what, and where is nobody.",
            command: "tw new goal 'What will be true'"))
      }
    } else {
      section.finding += parts.finding(context)
      section.figures.append(parts.figure(context))
    }
    section.finding += work.finding(context)
    section.figures += [work.waits(context), work.load].compactMap { $0 }
    if roles.all.isEmpty {
      section.missing.append(
        .init(
          "No roles are on file.",
          "With roles, this section also shows each responsibility, who holds it, and which ones hang on a single person.",
          command: "tw new role 'Keeper of the keys'"))
    } else {
      section.finding += roles.finding(context)
      section.figures.append(roles.figure(context))
    }
    section.note = [
      "\(.strong([.text("Part")])): owner of an open goal, named on one of its tasks, or holder of a role that a task names. A \(.strong([.text("gap")])) is an open task that names nobody: a place to offer help, not a fault."
    ]
    section.measures = measures(context, parts, roles)
    return section
  }

  private static func measures(_ context: ReportContext, _ parts: PartsInGoals, _ roles: RolesHeld) -> [Measure] {
    let goals = parts.rows.map(\.goal.path)
    let noGoal: Measure.Value = .none("No goal is open at the end.")
    let noRole: Measure.Value = .none("No roles are on file.")
    let held = parts.rows.filter { !$0.parts.isEmpty }
    let (alone, responsibilities) = roles.single
    let changes = RolesHeld.changes(context)
    return [
      Measure(
        "goals-owned", goals.isEmpty ? noGoal : .share(parts.rows.count { $0.owners > 0 }, of: goals.count),
        trend: owned(context), records: goals),
      Measure(
        "tasks-owned",
        parts.openTasks == 0
          ? .none("No task is open at the end.") : .share(parts.openTasks - parts.gaps, of: parts.openTasks),
        records: goals),
      Measure(
        "responsibilities-held-by-one",
        roles.all.isEmpty
          ? noRole : responsibilities == 0 ? .none("No role has a holder.") : .share(alone, of: responsibilities),
        events: changes,
        records: roles.all.map(\.record.path)),
      Measure(
        "vacant-roles", roles.all.isEmpty ? noRole : .count(roles.vacant.count), events: changes,
        records: roles.vacant.map(\.record.path)),
      Measure(
        "goals-resting-on-one",
        held.isEmpty
          ? .none("Nobody has a part in an open goal.") : .share(held.count { $0.parts.count == 1 }, of: held.count),
        records: held.map(\.goal.path)),
    ]
  }

  /// Of the open goals, the share that had an owner at the end of each part.
  private static func owned(_ context: ReportContext) -> [Measure.Point] {
    let parts = context.parts
    guard parts.parts.count > 1 else { return [] }
    return parts.points(
      context.atEnds(of: parts, .goal) {
        $0.isOpenGoal ? !$0.owners.isEmpty : nil
      } _: { owned -> Double? in
        owned.isEmpty ? nil : Double(owned.count { $0 }) / Double(owned.count)
      }.map { $0.flatMap { $0 } })
  }
}
