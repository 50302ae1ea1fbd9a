internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw promise`: yes to a request, with a day.
  static let promise = Command(
    CommandDeclaration(
      name: "promise", group: .help, summary: "say yes to a request, and until when",
      arguments: [
        ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request])),
        ArgumentDeclaration(name: "DATE", help: "when it will be there"),
      ],
      description: """
        Shows what you carry already, and writes the day into the request. A promise that will not hold is better promised anew
        early than late: run it again with another day.
        """,
      examples: [
        .init(command: "tw promise run-the-load-test-with-us 2026-11-27", does: "it will be there on that day")
      ])
  ) { session in
    let move = try Move(session)
    let request = try move.requestToAnswer(session.command.arguments[0])
    let day = try move.day(session.command.arguments[1], "the day promised")
    let load = move.ownLoad(besides: request)
    var before = load.flatMap { $0.blocks(isOwn: true) }
    if let needed = request[Request.neededBy], day > needed {
      let days = counted(day - needed, "day")
      before.append(
        .paragraph(
          "\(.state("It is needed by \(move.day(needed)), \(days) earlier", .attention)): talk about it, or promise the part that can be there."
        ))
    }
    before += load.compactMap { $0.absence(on: day, isOwn: true).map { .paragraph($0) } }
    var words = [Request.status.assigning(.accepted), Request.promised.assigning(day)]
    // When it was first answered; a new day is no new answer.
    if request[Request.status] != .accepted || request.entry(Request.answered) == nil {
      words.append(Request.answered.assigning(move.today))
    }
    // The reason of a no is none of a yes.
    if request[Request.status] == .declined { words.append(Request.boundary.assigning("")) }
    if move.isOneOfSeveral(request) { words.append(Request.helpers.assigning(move.me.id, "+=")) }
    let name = move.reference(to: request)
    return try move.change(
      request, words, before: before,
      next: [
        Page.Item("Commit and push it: \(move.asker(of: request)) can plan with the day then."),
        Page.Item(
          "If there is a part that you cannot take on:", details: [Line([.code("tw set \(name) boundary='…'")])]),
        Page.Item(
          "If the day will not hold, promise another one as soon as you know. When it is there:",
          details: [Line([.code("tw deliver \(name)")])]),
      ])
  }

  /// `tw decline`: no to a request, with the reason.
  static let decline = Command(
    CommandDeclaration(
      name: "decline", group: .help, summary: "say no to a request, with the reason",
      arguments: [
        ArgumentDeclaration(name: "REQUEST", help: "the request", hint: .records([.request])),
        ArgumentDeclaration(name: "WHY", help: "what you cannot take on, in quotes"),
      ],
      examples: [
        .init(command: "tw decline run-the-load-test-with-us 'Not before the release'", does: "a no that helps to plan")
      ])
  ) { session in
    let move = try Move(session)
    let request = try move.requestToAnswer(session.command.arguments[0])
    let why = session.command.arguments[1]
    if why.allSatisfy(\.isWhitespace) {
      throw Failure("the reason is empty", help: "a no with a reason helps to plan: say it in a sentence, in quotes")
    }
    var words = [Request.status.assigning(.declined), Request.boundary.assigning(why)]
    if request[Request.status] != .declined || request.entry(Request.answered) == nil {
      words.append(Request.answered.assigning(move.today))
    }
    if request.entry(Request.promised) != nil { words.append(Request.promised.assigning("")) }
    let helpers = request[Request.helpers]
    if helpers.contains(move.me.id) {
      words.append(
        helpers == [move.me.id] ? Request.helpers.assigning("") : Request.helpers.assigning(move.me.id, "-="))
    }
    return try move.change(
      request, words, before: move.ownLoad(besides: request).flatMap { $0.blocks(isOwn: true) },
      next: [
        move.isOneOfSeveral(request)
          ? Page.Item(
            "It is the answer of all who were asked. If somebody else could do it, they say so:",
            details: [Line([.code("tw promise \(move.reference(to: request)) DATE")])]) : nil,
        Page.Item("Commit and push it, so that \(move.asker(of: request)) can look elsewhere in time."),
        Page.Item(
          "A part of it, or a later day, would be help too:",
          details: [Line([.code("tw promise \(move.reference(to: request)) DATE")])]),
      ].compactMap { $0 })
  }
}

extension Move {
  fileprivate func ownLoad(besides request: Record) -> [Load] {
    Load.of([me], in: workspace, today: today, besides: request)
  }

  /// A request that waits for an answer of whoever makes the move.
  fileprivate func requestToAnswer(_ word: String) throws -> Record {
    let request = try request(word)
    switch request[Request.status] {
    case .done:
      throw Failure(
        "`\(request.id)` is done already",
        help: "if it is not: `tw set \(reference(to: request)) status=accepted delivered=`")
    case .withdrawn:
      throw Failure(
        "`\(request.id)` was withdrawn: nobody needs it any more", help: "`tw show \(reference(to: request))` tells it")
    default: break
    }
    if request[Request.from] == me.id {
      throw Failure(
        "you asked for `\(request.id)` yourself",
        help: "no longer needed? `tw set \(reference(to: request)) status=withdrawn`")
    }
    guard isAsked(request) else {
      let whom = request.located(Request.to).flatMap {
        try? addressee($0.value.text, as: [.person, .team, .role]).record
      }
      throw Failure(
        "`\(request.id)` is asked of \(whom?.called ?? "somebody else"), and you are \(me.title)",
        help: "the answer is theirs to give; `TW_PERSON=…` in front of the command says that you write it down for them"
      )
    }
    let others = request[Request.helpers].filter { $0 != me.id }
    if request[Request.status] == .accepted, isOneOfSeveral(request), !others.isEmpty,
      others.count == request.located(Request.helpers).count
    {
      let names = alternatives(others.map { workspace.title(ofPerson: $0) }, last: "and")
      throw Failure(
        "\(names) promised `\(request.id)` already",
        help: "to help, too: `tw set \(reference(to: request)) helpers+=\(me.id)`")
    }
    return request
  }

  /// Whether a request goes to a team or a role, so that it has to be said who takes it on.
  func isOneOfSeveral(_ request: Record) -> Bool {
    request.located(Request.to).map { workspace.person($0.value) == nil } ?? false
  }

  func request(_ word: String) throws -> Record {
    let request = try record(.request, word)
    try request.requireReadable()
    return request
  }

  /// Whether a request goes to whoever makes the move: by name, as one of a team, or as the holder of a role.
  func isAsked(_ request: Record) -> Bool {
    request[Request.to].map { workspace.reaches($0, me.id) } ?? false
  }

  func asker(of request: Record) -> String {
    request.located(Request.from).map { workspace.title(ofPerson: $0.value) } ?? "who asked"
  }
}
