internal import Reports
internal import Teamwork
internal import Text

extension Command {
  /// `tw ask`: a request to a person, a team or a role.
  static let ask = Command(
    CommandDeclaration(
      name: "ask", group: .help, summary: "ask somebody for help, with a look at what they carry",
      arguments: [
        ArgumentDeclaration(name: "WHOM", help: "a person, a team or a role", hint: .records([.person, .team, .role])),
        ArgumentDeclaration(name: "WHAT", help: "what is needed, in a few words in quotes"),
      ],
      options: [
        OptionDeclaration(long: "goal", value: "GOAL", help: "the goal that it is for", hint: .records([.goal])),
        OptionDeclaration(long: "by", value: "DATE", help: "when it is needed"),
        OptionDeclaration(
          long: "effort", value: "EFFORT", help: "what you guess that it takes", choices: ["small", "medium", "large"]),
      ],
      description: """
        Shows what they carry already, and writes a request. Questions that make a request clear stand in it as comments. Nobody
        is asked before it is committed and pushed, so there is time to think again: delete the file.
        """,
      examples: [
        .init(
          command: "tw ask ben 'Run the load test with us' --goal public-beta --by 2026-12-01", does: "a request to Ben"
        ),
        .init(command: "tw ask teams/platform 'A second test server'", does: "a request to whoever of the team can"),
      ])
  ) { session in
    let move = try Move(session)
    let (whom, what) = (session.command.arguments[0], session.command.arguments[1])
    if what.allSatisfy(\.isWhitespace) {
      throw Failure("it does not say what is needed", help: "say it in a few words, in quotes")
    }
    let (asked, reference) = try move.addressee(whom, as: [.person, .team, .role])
    if asked.id == move.me.id, asked.kind == .person {
      throw Failure(
        "that is yourself", help: "a request goes to somebody else; what you do yourself is a task of a goal")
    }
    let people = move.people(behind: asked)
    if people.isEmpty {
      let field = asked.kind == .role ? "holders" : "members"
      throw Failure(
        "\(asked.called) has nobody who could answer",
        help: "`tw set \(asked.reference) \(field)+=WHO` says who does; or ask a person")
    }
    if people.count == 1, people[0].id == move.me.id {
      throw Failure(
        "\(asked.called) is you alone", help: "a request goes to somebody else: `tw list people` says who is here")
    }
    if let same = move.workspace.records(of: .request).first(where: {
      move.workspace.course(of: $0).waits && $0.title == what && $0[Request.from] == move.me.id
        && $0[Request.to] == Name(reference)
    }) {
      throw Failure(
        "you have asked that already: `\(same.path)`", help: "`tw show \(move.reference(to: same))` tells how it stands"
      )
    }
    var words = [
      Request.title.assigning(what), Request.from.assigning(move.me.id), Request.to.assigning(reference),
      Request.status.assigning(.open), Request.asked.assigning(move.today),
    ]
    let needed = try session.command.options.value(for: "by").map { try move.day($0, "`--by`") }
    if let needed { words.append("needed-by=\(needed)") }
    let goal = try session.command.options.value(for: "goal").map { try move.record(.goal, $0) }
    if let goal { words.append(Request.goal.assigning(goal.id)) }
    if let effort = session.command.options.value(for: "effort") { words.append(Request.effort.assigning(effort)) }
    var questions = 0
    let draft = try move.draft(.request, words) { body in
      let (text, count) = Questions.asComments(body)
      questions = count
      return text
    }
    let details = [needed.map { "needed by \(move.day($0))" }, goal.map { "for \($0.title)" }].compactMap { $0 }
    let said: Line = "Asked \(asked.called), “\(what)”\(details.map { ", " + $0 }.joined())"
    return try move.create(
      draft, before: move.load(of: asked, neededBy: needed), said: said,
      next: [
        questions == 0
          ? nil
          : Page.Item(
            "In the file, \(counted(questions, "question")) \(questions == 1 ? "helps" : "help") to say what is meant and why them; answer what the title does not."
          ),
        Page.Item("Commit and push it: nobody is asked before."),
        Page.Item(
          "\(asked.kind == .person ? asked.title : "Who takes it on") answers:",
          details: [
            Line([.code("tw promise \(draft.place.id) DATE")]), Line([.code("tw decline \(draft.place.id) 'why'")]),
          ]),
      ].compactMap { $0 })
  }
}

/// The open questions of a template's body.
enum Questions {
  /// Every paragraph or list with an open question becomes a comment: whoever wants to can answer it, and nobody else sees it.
  static func asComments(_ body: String) -> (text: String, count: Int) {
    var count = 0
    var lines: [String] = []
    var paragraph: [Substring] = []
    func close() {
      let text = paragraph.joined(separator: "\n")
      paragraph = []
      if text.isEmpty { return }
      // Within a comment there can be no other.
      guard text.contains("{{"), text.contains("}}"), !text.contains("--") else { return lines.append(text) }
      count += 1
      lines.append(
        "<!-- " + ["{{", "}}"].reduce(text) { $0.split(separator: $1, omittingEmptySubsequences: false).joined() }
          + " -->")
    }
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.allSatisfy(\.isWhitespace) else {
        paragraph.append(line)
        continue
      }
      close()
      lines.append(String(line))
    }
    close()
    return (lines.joined(separator: "\n"), count)
  }
}
