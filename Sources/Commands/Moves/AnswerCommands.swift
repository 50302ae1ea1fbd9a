internal import Reports
internal import Teamwork
internal import Text

extension Tool {
  /// `tw promise`: yes to a request, with a day.
  static let promise: @Sendable (Session) throws -> Outcome = { session in
    let move = try Move(session)
    let request = try move.requestToAnswer(session.command.arguments[0])
    let day = try move.day(session.command.arguments[1], "the day promised")
    let load = Load(of: move.me, in: move.workspace, today: move.today, besides: request)
    var before = load.blocks(isOwn: true)
    if let needed = request.day("needed-by")?.value, day > needed {
      let days = counted(day - needed, "day")
      before.append(.paragraph("\(.state("It is needed by \(move.day(needed)), \(days) earlier", .attention)): talk about it, or promise the part that can be there."))
    }
    if let away = load.absence(on: day, isOwn: true) { before.append(.paragraph(away)) }
    var words = ["status=accepted", "promised=\(day)"]
    // When it was first answered; a new day is no new answer.
    if request.text("status") != "accepted" || request["answered"] == nil { words.append("answered=\(move.today)") }
    let name = move.reference(to: request)
    return try move.change(
      request, words, before: before,
      next: [
        Page.Item("Commit and push it: \(move.asker(of: request)) can plan with the day then."),
        Page.Item("If there is a part that you cannot take on:", details: [Line([.code("tw set \(name) boundary='…'")])]),
        Page.Item("If the day will not hold, promise another one as soon as you know. When it is there:", details: [Line([.code("tw deliver \(name)")])]),
      ])
  }

  /// `tw decline`: no to a request, with the reason.
  static let decline: @Sendable (Session) throws -> Outcome = { session in
    let move = try Move(session)
    let request = try move.requestToAnswer(session.command.arguments[0])
    let why = session.command.arguments[1]
    if why.allSatisfy(\.isWhitespace) { throw Failure("the reason is empty", help: "a no with a reason helps to plan: say it in a sentence, in quotes") }
    var words = ["status=declined", "boundary=\(why)"]
    if request.text("status") == "open" || request["answered"] == nil { words.append("answered=\(move.today)") }
    return try move.change(
      request, words, before: Load(of: move.me, in: move.workspace, today: move.today, besides: request).blocks(isOwn: true),
      next: [
        Page.Item("Commit and push it, so that \(move.asker(of: request)) can look elsewhere in time."),
        Page.Item("A part of it, or a later day, would be help too:", details: [Line([.code("tw promise \(move.reference(to: request)) DATE")])]),
      ])
  }
}

extension Move {
  /// A request that waits for an answer of whoever makes the move.
  fileprivate func requestToAnswer(_ word: String) throws -> Record {
    let request = try request(word)
    switch request.text("status") {
    case "done"?: throw Failure("`\(request.id)` is done already", help: "`tw thank PERSON 'for what' --about \(reference(to: request))` thanks for it")
    case "withdrawn"?: throw Failure("`\(request.id)` was withdrawn: nobody needs it any more", help: "`tw show \(reference(to: request))` tells it")
    default: break
    }
    guard isAsked(request) else {
      let whom = request.name("to").flatMap { try? addressee($0.value.text, as: [.person, .team, .role]).record }
      throw Failure(
        "`\(request.id)` is asked of \(whom?.called ?? "somebody else"), and you are \(me.title)",
        help: "the answer is theirs to give; `TW_PERSON=…` in front of the command says that you write it down for them")
    }
    return request
  }

  func request(_ word: String) throws -> Record {
    let request = try record(.request, word)
    try request.requireReadable()
    return request
  }

  /// Whether a request goes to whoever makes the move: by name, as one of a team, or as the holder of a role.
  func isAsked(_ request: Record) -> Bool { request.name("to").map { Asked(me.id, in: workspace).includes($0.value) } ?? false }

  func asker(of request: Record) -> String {
    request.name("from").map { workspace.record(.person, $0.value)?.title ?? $0.value.text } ?? "who asked"
  }
}
