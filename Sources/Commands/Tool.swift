internal import Text

/// The program: which commands there are, and what runs them.
package enum Tool {
  package static let version = "0.1.0"

  /// Runs a command line. Whatever goes wrong becomes an outcome with status 1 or 2.
  package static func run(_ words: [String], in environment: Environment) -> Outcome {
    if words.first == CommandSet.completing { return complete(Array(words.dropFirst()), in: environment) }
    let command: ParsedCommand
    do {
      command = try CommandSet.tw.parse(words)
    } catch {
      let isColored = ColorChoice.auto.usesColor(isTerminal: environment.errorIsTerminal) { environment.variables[$0] }
      return Outcome(status: UsageError.exitStatus, errors: Failure(error).styled.bytes(colored: isColored))
    }
    let session = Session(command, in: environment)
    do {
      if command.name == "version" { return session.answer(StyledText("tw \(version)\n")) }
      guard let found = Command.all.first(where: { $0.declaration.name == command.name }) else {
        throw Failure("there is no command `\(command.name)`")
      }
      var outcome = try found.run(session)
      outcome.origin = session.kept
      outcome.errors = session.warnings.bytes(colored: session.colorsErrors) + outcome.errors
      outcome.afterwards = session.remarks.bytes(colored: session.colorsErrors)
      return outcome
    } catch {
      let failure = Failure(error)
      var text = session.warnings
      text.append(failure.styled)
      return Outcome(status: failure.status, errors: text.bytes(colored: session.colorsErrors))
    }
  }
}
