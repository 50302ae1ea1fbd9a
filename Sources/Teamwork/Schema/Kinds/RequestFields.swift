package import Text

/// Help that someone asks of someone.
package enum Request {
  package static let title = Field<String>("title", .line, required: true, "What is asked for.")
  package static let from = Field<Name>("from", .reference([.person]), required: true, "Who asks.")
  package static let to = Field<Name>("to", .reference([.person, .team, .role]), required: true, "Who is asked.")
  package static let status = Field<RequestStatus>("status", required: true, "Where it stands.")
  package static let goal = Field<Name>("goal", .reference([.goal]), "The goal that it helps.")
  package static let asked = Field<Day>("asked", "When it was asked.")
  package static let neededBy = Field<Day>("needed-by", "When it is needed.")
  package static let promised = Field<Day>("promised", "When it is promised for.")
  package static let answered = Field<Day>("answered", "When it was accepted or declined.")
  package static let delivered = Field<Day>("delivered", "When the help was there.")
  package static let effort = Field<RequestEffort>("effort", "How much it takes.")
  package static let helpers = Field<[Name]>(
    "helpers", .list(.reference([.person])),
    "Who gave the help; where a team or a role was asked, also who promised it.")
  package static let credits = Field<[Name]>(
    "credits", .list(.reference([.person])), "Whose earlier work made it possible.")
  package static let boundary = Field<String>("boundary", .text, "What the helper can not take on.")

  static let declaration = KindDeclaration(
    "request", article: "a request", folder: "requests", "Help that someone asks of someone.",
    documentation:
      "The body says what is needed, and why of you. The file keeps the whole thread: asked, promised, delivered, thanked.",
    fields: [
      title, from, to, status, goal, asked, neededBy, promised, answered, delivered, effort, helpers, credits, boundary,
    ], title: title, day: asked, speakers: .one(from), addressee: to,
    exampleTitle: "Help with the load test",
    columns: ["status", "id", "from", "to", "needed-by", "promised", "title"],
    listOrder: { record in
      let order: [RequestStatus] = [.open, .accepted, .done, .declined, .withdrawn]
      return (record[status].flatMap(order.firstIndex) ?? order.count, record[neededBy]?.number ?? .max)
    },
    isReliedOn: { _, _ in true },
    // All but what is asked.
    isAnswer: {
      $0.isDisjoint(with: [title.name, from.name, goal.name, asked.name, neededBy.name, NormalizedContent.proseName])
    })
}
