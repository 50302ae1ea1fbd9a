internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw thank`: feedback of the kind that costs least and is given too seldom.
  static let thank = Command(
    CommandDeclaration(
      name: "thank", group: .help, summary: "thank somebody, so that all can read it",
      arguments: [
        ArgumentDeclaration(name: "WHOM", help: "a person or a team", hint: .records([.person, .team])),
        ArgumentDeclaration(name: "WHAT", help: "what for, in a sentence or two in quotes"),
      ],
      options: [
        OptionDeclaration(
          long: "about", value: "REF", help: "the request, goal, decision or report that it is about", hint: .record)
      ],
      description: """
        Writes feedback of the kind `thanks`; the summary of the week tells it. Praise, suggestions and concerns are written with
        `tw new feedback`, which has questions that help.
        """,
      examples: [
        .init(command: "tw thank ben 'You found the slow query within an hour.'", does: "thanks to Ben")
      ])
  ) { session in
    let move = try Move(session)
    let (whom, what) = (session.command.arguments[0], session.command.arguments[1])
    if what.allSatisfy(\.isWhitespace) {
      throw Failure(
        "it does not say what for", help: "what they did and what it changed, in a sentence or two, in quotes")
    }
    let (thanked, reference) = try move.addressee(whom, as: [.person, .team])
    if thanked.kind == .person, thanked.id == move.me.id {
      throw Failure(
        "that is yourself",
        help: "thanks go to somebody else; what went well for you stands under `Wins` in your report")
    }
    var words = [
      Feedback.from.assigning(move.me.id), Feedback.to.assigning(reference), Feedback.date.assigning(move.today),
      Feedback.kind.assigning(.thanks),
    ]
    let about = session.command.options.value(for: "about")
    if let about { _ = try move.addressee(about, as: Feedback.subjects) }
    if let about { words.append(Feedback.about.assigning(about)) }
    let draft = try move.draft(.feedback, words) { _ in
      // An open comment would hide the rest.
      "\n\(what.split(separator: "<!--", omittingEmptySubsequences: false).joined(separator: "\\<!--"))\n"
    }
    var next = [Page.Item("Commit and push it: it stands in this week's summary.")]
    let helped = move.workspace.unthanked(by: move.me, today: move.today).filter { $0.helpers.contains(thanked.id) }
    if about == nil {
      next += helped.prefix(3).map { request, _ in
        Page.Item(
          "If it is for “\(request.title)”:",
          details: [Line([.code("tw set \(draft.place.id) about=\(move.reference(to: request))")])])
      }
    }
    return try move.create(draft, before: [], said: "Thanked \(thanked.called)", next: next)
  }
}
