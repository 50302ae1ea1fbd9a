package import Text

/// What was decided, by whom, and what it costs whom.
package enum Decision {
  package static let title = Field<String>("title", .line, required: true, "What was decided.")
  package static let by = Field<[Name]>("by", .list(.reference([.person])), required: true, "Who decided.")
  package static let status = Field<DecisionStatus>("status", required: true, "Where it stands.")
  package static let date = Field<Day>("date", required: true, "When.")
  package static let consulted = Field<[Name]>(
    "consulted", .list(.reference([.person, .team])), "Who was asked before.")
  package static let goals = Field<[Name]>("goals", .list(.reference([.goal])), "The goals it is about.")
  package static let supersedes = Field<Name>("supersedes", .reference([.decision]), "The decision that it replaces.")
  package static let review = Field<Day>("review", "When it is looked at again.")
  package static let yields = Field<[Value]>("yields", .list(.mapping(Yield.fields)), "Goals that give way to others.")

  package enum Yield {
    package static let goal = Field<Name>("goal", .reference([.goal]), required: true, "The goal that gives way.")
    package static let to = Field<Name>("to", .reference([.goal]), required: true, "The goal that it makes room for.")
    package static let why = Field<String>("why", .text, required: true, "Why that is better for the whole.")

    static let fields = Schema.members(goal, to, why)
  }

  static let declaration = KindDeclaration(
    "decision", article: "a decision", folder: "decisions", "What was decided, by whom, and what it costs whom.",
    documentation: "`yields` names goals that give way so that another can succeed: a merit, and the report says so.",
    fields: [title, by, status, date, consulted, goals, supersedes, review, yields], title: title, day: date,
    speakers: .several(by),
    exampleTitle: "We drop the old map", columns: ["status", "date", "id", "by", "title"],
    isReliedOn: { record, _ in record[status] == .accepted })
}
