internal import Reports
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw status`: where we stand today, and with `--me` what waits for me.
  static let status = Command(
    CommandDeclaration(
      name: "status", group: .daily, summary: "tell where we stand today, and where help is welcome",
      options: [
        OptionDeclaration(long: "me", help: "what waits for you"),
        .format("text", "markdown", "json"),
      ],
      description: """
        What is late, not going well, blocked and for how long, asked and not answered, promised, due soon. Who you are is told
        by `TW_PERSON`, else by the address that Git commits with.
        """,
      examples: [
        .init(command: "tw status", does: "where could a hand help today?"),
        .init(command: "tw status --me", does: "your tasks, what is asked of you, who waits for you"),
      ])
  ) { session in
    let workspace = try session.latestWorkspace()
    let today = try session.today(in: workspace)
    var person: Name?
    if session.command.options.flag("me") {
      person = try session.knownMe(in: workspace).id
    }
    // Since when things are as they are, history says.
    let history = try session.history(skippingBodiesOf: Set(Kind.allCases), eventsOnly: true, sharing: workspace)
    let standing = Standing(
      StandingInput(
        workspace: workspace, today: today,
        story: history?.story ?? EventHistory(commits: [], events: [], isCut: false),
        lives: try history?.lives(of: workspace) ?? [:], person: person))
    switch session.format {
    case "json": return session.answer(standing.json)
    case "markdown": return Outcome(output: standing.page().markdown())
    default:
      return Outcome(
        output: standing.page().terminal(width: session.environment.width).bytes(colored: session.colorsOutput))
    }
  }
}
