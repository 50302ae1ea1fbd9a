internal import Teamwork

/// Everything that `tw` can be asked on a command line, in the order in which help tells it.
extension CommandSet {
  package static let tw = CommandSet(
    program: "tw",
    tagline: "tw keeps a team's goals, roles, reports and feedback as text in Git.",
    globalOptions: [directory, workspace, color, noPager, today, help, version],
    commands: Command.all.map(\.declaration),
    foreignCommands: { ForeignCommand.all },
    nouns: {
      Kind.allCases.filter { $0 != .charter && $0 != .status }.map {
        Noun(name: $0.name, plural: $0.folder, makes: "new \($0.name) TITLE")
      } + [Noun(name: "task", plural: "tasks", makes: "add GOAL TEXT")]
    },
    fields: { Kind.allCases.flatMap { $0.declaration.fields.map(\.name.text) } },
    terms: [("DATE", SpokenTime.days), ("WEEK", SpokenTime.weeks)])

  private static let directory = OptionDeclaration(
    long: "", short: "C", value: "DIR", help: "run as if started in DIR", hint: .path, isRepeatable: true)
  private static let workspace = OptionDeclaration(
    long: "workspace", value: "NAME", help: "the workspace's folder, in place of `.teamwork`", hint: .path)
  private static let color = OptionDeclaration(
    long: "color", value: "WHEN", help: "use colours", choices: ["auto", "always", "never"])
  private static let noPager = OptionDeclaration(
    long: "no-pager", help: "print long answers at once, not page by page")
  private static let today = OptionDeclaration(
    long: "today", value: "DATE", help: "take DATE for today")
  private static let help = OptionDeclaration(
    long: "help", short: "h", help: "say what the program or a command does")
  private static let version = OptionDeclaration(long: "version", help: "print the version")
}
