internal import Reports
internal import Storage
internal import Teamwork
internal import Text

extension Tool {
  /// `tw status`: where we stand today, and with `--me` what waits for me.
  static let status: @Sendable (Session) throws -> Outcome = { session in
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
        workspace: workspace, today: today, story: history?.story ?? Story(commits: [], events: [], isCut: false),
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
