internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw yield`: the decision that a goal gives way, so that another can succeed.
  static let yield = Command(
    CommandDeclaration(
      name: "yield", group: .help, summary: "decide that a goal gives way, so that another can succeed",
      arguments: [
        ArgumentDeclaration(name: "GOAL", help: "the goal that gives way", hint: .records([.goal])),
        ArgumentDeclaration(name: "WHY", help: "the reason, in quotes"),
      ],
      options: [
        OptionDeclaration(
          long: "to", value: "GOAL", help: "the goal that is to succeed", hint: .records([.goal]), isRequired: true)
      ],
      description: """
        Writes a decision. Of a goal that you own it is accepted; of somebody else's it is proposed, for its owners to accept. To
        let one's goal wait for another's is a merit, and the report tells it as one.
        """,
      examples: [
        .init(command: "tw yield pocket-map --to public-beta 'Both need Ben this month'", does: "the pocket map waits")
      ])
  ) { session in
    let move = try Move(session)
    let why = session.command.arguments[1]
    let goal = try move.record(.goal, session.command.arguments[0])
    let winner = try move.record(.goal, session.command.options.value(for: "to") ?? "")
    if goal.id == winner.id { throw Failure("a goal cannot give way to itself") }
    for record in [goal, winner] where !record.isOpenGoal {
      throw Failure(
        "\(quoted(record.title)) is \(record.status?.words ?? "over")",
        help: "only goals that are open give way, or are given way to")
    }
    if why.allSatisfy(\.isWhitespace) {
      throw Failure("the reason is empty", help: "say what the other goal needs that this one would take, in quotes")
    }
    let isMine = goal.owners.contains(move.me.id) || goal.owners.isEmpty
    let owners = goal.owners.compactMap { move.workspace.record(.person, $0) }
    let title = "\(goal.title) gives way to \(winner.title)"
    let members = [("goal", goal.id.text), ("to", winner.id.text), ("why", why)].map {
      "\($0): \(YAMLText.scalar($1, in: .flow))"
    }
    let yields = "[{\(members.joined(separator: ", "))}]"
    let id = Identifier.free(Identifier.from("\(goal.id)-yields-to-\(winner.id)", fallback: "decision")) {
      move.workspace.number(.decision, Name($0)) != nil
    }
    let words = [
      "id=\(id)", Decision.title.assigning(title), Decision.by.assigning(move.me.id),
      Decision.status.assigning(isMine ? .accepted : .proposed),
      Decision.date.assigning(move.today), Decision.goals.assigning("\(goal.id),\(winner.id)"),
    ]
    let draft = try move.draft(.decision, words, yaml: [("yields", yields)]) { Questions.asComments($0).text }
    let waiting = move.workspace.records(of: .goal).filter { other in
      other.isOpenGoal && other.located(Goal.needs).contains { $0.value == goal.id }
    }
    var before: [Page.Block] = [
      .heading("What they carry already"),
      .list([goal, winner].map { move.workspace.standing(of: $0, today: move.today) }),
    ]
    if !waiting.isEmpty {
      before.append(
        .paragraph(
          "\(.state("Needed first", .attention)) for \(alternatives(waiting.map { "“\($0.title)”" }, last: "and"))."))
    }
    var next: [Page.Item] = []
    if !isMine {
      next.append(
        Page.Item(
          "It is proposed, as you do not own “\(goal.title)”. \(alternatives(owners.map(\.title), last: "or")) can accept it:",
          details: [Line([.code("tw set \(id) status=accepted")])]))
    }
    next.append(Page.Item("Say in the file what it costs and whom, and when you look again."))
    if goal.status?.isInProgress == true {
      next.append(
        Page.Item(
          "\(isMine ? "Let" : "Then let") the goal say so, with its state or a later date:",
          details: [Line([.code("tw set \(move.reference(to: goal)) status=paused")])]))
    }
    next.append(Page.Item("Commit and push it: the summary and the report tell what gave way to what, and why."))
    return try move.create(draft, before: before, said: isMine ? "Decided" : "Proposed", next: next)
  }
}
