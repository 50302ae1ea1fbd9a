internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw deliver`: what was asked for is there.
  static let deliver = Command(
    CommandDeclaration(
      name: "deliver", group: .help, summary: "say that what was asked for is there, and who helped",
      arguments: [ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request]))],
      options: [
        OptionDeclaration(
          long: "helpers", value: "PEOPLE", help: "who gave the help, as a,b; you unless given", hint: .people),
        OptionDeclaration(long: "credits", value: "PEOPLE", help: "whose earlier work made it possible", hint: .people),
      ],
      examples: [
        .init(
          command: "tw deliver run-the-load-test-with-us --helpers ben,carla --credits dana",
          does: "done, with all the names")
      ])
  ) { session in
    let move = try Move(session)
    let request = try move.request(session.command.arguments[0])
    let name = move.reference(to: request)
    if request[Request.status] == .withdrawn {
      throw Failure("`\(request.id)` was withdrawn: nobody needs it any more", help: "`tw show \(name)` tells it")
    }
    let isAsker = request[Request.from] == move.me.id
    let known = request[Request.helpers]
    guard isAsker || move.isAsked(request) || known.contains(move.me.id) else {
      throw Failure(
        "`\(request.id)` is neither yours nor asked of you, and you are \(move.me.title)",
        help:
          "who asked or who helped says that it is there; `TW_PERSON=…` in front of the command says that you write it down for them"
      )
    }
    func people(_ option: String) throws -> [Name] {
      try Assignment.entries(of: session.command.options.value(for: option) ?? "").map {
        try move.record(.person, $0).id
      }
    }
    var helpers = try people("helpers")
    let credits = try people("credits")
    if let asker = request[Request.from], helpers.contains(asker) {
      throw Failure("`\(asker)` asked for it, and cannot be the helper too")
    }
    if helpers.isEmpty, !isAsker, !known.isEmpty, !known.contains(move.me.id) {
      let names = alternatives(known.map { move.workspace.title(ofPerson: $0) }, last: "and")
      throw Failure(
        "\(names) promised `\(request.id)`, and you are \(move.me.title): who helped?",
        help: "say it: `--helpers \(known[0])`, or `--helpers \(known[0]),\(move.me.id)`")
    }
    // Nobody else is known to have helped.
    if helpers.isEmpty, known.isEmpty {
      helpers =
        isAsker
        ? [request.located(Request.to).flatMap { move.workspace.person($0.value)?.id }].compactMap { $0 } : [move.me.id]
    }
    if helpers.isEmpty, known.isEmpty {
      throw Failure("`\(request.id)` was asked of several people: who helped?", help: "say it: `--helpers a,b`")
    }
    var words = [Request.status.assigning(.done)]
    if request[Request.status] != .done || request.entry(Request.delivered) == nil {
      words.append(Request.delivered.assigning(move.today))
    }
    if request.entry(Request.answered) == nil { words.append(Request.answered.assigning(move.today)) }
    if !helpers.isEmpty { words.append(Request.helpers.assigning(helpers.map(\.text).joined(separator: ","), "+=")) }
    if !credits.isEmpty { words.append(Request.credits.assigning(credits.map(\.text).joined(separator: ","), "+=")) }

    var next: [Page.Item] = []
    if isAsker {
      let names = known + helpers.filter { !known.contains($0) }
      next.append(
        Page.Item(
          "A word of thanks:", details: names.map { Line([.code("tw thank \($0) 'for what' --about \(name)")]) }))
    } else {
      next.append(
        Page.Item(
          "Commit and push it: \(move.asker(of: request)) finds it in \(.code("tw status --me")), and can say whether it is what was needed."
        ))
    }
    if credits.isEmpty, request.located(Request.credits).isEmpty {
      next.append(
        Page.Item(
          "Whose earlier work made it possible? The summary tells it:",
          details: [Line([.code("tw set \(name) credits+=WHO")])]))
    }
    return try move.change(request, words, before: [], next: next)
  }
}
