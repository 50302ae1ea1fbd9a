/// A command: what it is called and takes, and what it does. It stands in a file of its own; `Command.all` lists it.
package struct Command: Sendable {
  /// Parsing, help, completions and `docs/cli.md` are derived from it.
  package let declaration: CommandDeclaration
  let run: @Sendable (Session) throws -> Outcome

  init(_ declaration: CommandDeclaration, run: @escaping @Sendable (Session) throws -> Outcome) {
    self.declaration = declaration
    self.run = run
  }

  /// Everything that `tw` can be asked, in the order in which help tells it.
  package static let all: [Command] = [
    .initialize, .new,
    .status, .summary, .add, .set, .done, .rename,
    .ask, .promise, .decline, .deliver, .thank, .yield,
    .report, .list, .show, .log, .diff, .why, .graph, .explain,
    .validate, .doctor,
    .hook, .schema, .mergeDriver, .completions, .help,
  ]
}
