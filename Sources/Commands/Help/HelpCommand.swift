internal import Text

extension Tool {
  /// `tw help`: all commands, or one of them.
  static let help: @Sendable (Session) throws -> Outcome = { session in
    let width = min(session.environment.width, 100)
    guard let name = session.command.arguments.first else { return session.answer(CommandSet.tw.help(width: width)) }
    // Who asks for help on what is no command may mean a rule, a kind or a field.
    if CommandSet.tw[name] == nil, let topics = try? Topic.named(name) { return session.explanation(of: topics) }
    return session.answer(try CommandSet.tw.help(on: name, width: width))
  }

  /// `tw --version`.
  static let versionCommand: @Sendable (Session) throws -> Outcome = { session in
    session.answer(StyledText("tw \(version)\n"))
  }

  /// `tw completions SHELL`.
  static let completions: @Sendable (Session) throws -> Outcome = { session in
    let shell = session.command.arguments[0]
    guard let script = CommandSet.tw.completions(for: shell) else {
      throw Failure("there are no completions for \(quoted(shell))")
    }
    return Outcome(output: Array(script.utf8))
  }
}
