package import Text

/// What we want to reach, who owns it, and the tasks on the way.
package enum Goal {
  package static let title = Field<String>("title", .line, required: true, "What will be true when it is reached.")
  package static let owners = Field<[Name]>("owners", .list(.reference([.person])), "Who answers for it.")
  package static let status = Field<GoalStatus>(
    "status", required: true, "Where it stands. Anyone may raise a goal as `proposed`.")
  package static let parent = Field<Name>("parent", .reference([.goal]), "The goal it contributes to.")
  package static let teams = Field<[Name]>("teams", .list(.reference([.team])), "The teams that work on it.")
  package static let mode = Schema.mode
  package static let why = Field<String>("why", .text, "What it is good for, in words that someone new understands.")
  package static let start = Field<Day>("start", "When work begins.")
  package static let due = Field<Day>("due", "When it should be reached.")
  package static let priority = Field<Priority>("priority", "How it stands beside the others.")
  package static let needs = Field<[Name]>("needs", .list(.reference([.goal])), "Goals that must be reached first.")
  package static let measures = Field<[Value]>("measures", .list(.mapping(Measure.fields)), "How you will know.")
  package static let resources = Field<[Name]>(
    "resources", .list(.referenceOrLine([.team])),
    "What it draws on that is scarce: a team, or words such as `field time`.")

  package enum Measure {
    package static let name = Field<String>("name", .line, required: true, "What is measured.")
    package static let from = Field<Double>("from", "Where it stood at the start.")
    package static let target = Field<Double>("target", required: true, "Where it should stand.")
    package static let now = Field<Double>("now", "Where it stands.")
    package static let unit = Field<String>("unit", .line, "What the numbers count.")

    static let fields = Schema.members(name, from, target, now, unit)
    /// The names of the members, as they are written one after the other.
    package static let order = fields.map(\.name)
  }

  static let declaration = KindDeclaration(
    "goal", article: "a goal", folder: "goals", "What we want to reach, who owns it, and the tasks on the way.",
    documentation:
      "Tasks are task list items anywhere in the body. A goal is *open* unless `done` or `dropped`, and *in progress* when `on-track`, `at-risk` or `off-track`.",
    fields: [title, owners, status, parent, teams, mode, why, start, due, priority, needs, measures, resources],
    title: title,
    hasTasks: true, columns: ["status", "id", "owners", "tasks", "due", "title"],
    // What needs somebody first.
    listOrder: { record in
      let order: [GoalStatus] = [.offTrack, .atRisk, .onTrack, .proposed, .paused, .done, .dropped]
      return (record[status].flatMap(order.firstIndex) ?? order.count, record[due]?.number ?? .max)
    },
    effectiveValue: { record, field, workspace in
      field == mode.name ? .text(workspace.mode(of: record).rawValue) : nil
    })
}
