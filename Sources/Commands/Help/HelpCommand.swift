internal import Text

extension Command {
  /// `tw help`: all commands, or one of them.
  static let help = Command(
    CommandDeclaration(
      name: "help", group: .setUp, summary: "say what the program or a command does",
      arguments: [
        ArgumentDeclaration(name: "COMMAND", help: "the command", hint: .command, isRequired: false)
      ])
  ) { session in
    let width = min(session.environment.width, 100)
    guard let name = session.command.arguments.first else { return session.answer(CommandSet.tw.help(width: width)) }
    // Who asks for help on what is no command may mean a rule, a kind or a field.
    if CommandSet.tw[name] == nil, let topics = try? Topic.named(name) { return session.explanation(of: topics) }
    return session.answer(try CommandSet.tw.help(on: name, width: width))
  }

  /// `tw completions SHELL`.
  static let completions = Command(
    CommandDeclaration(
      name: "completions", group: .setUp, summary: "print the completions for a shell",
      arguments: [
        ArgumentDeclaration(name: "SHELL", help: "which shell", choices: ["bash", "zsh", "fish"])
      ],
      examples: [
        .init(command: "source <(tw completions bash)", does: "in ~/.bashrc"),
        .init(command: "tw completions zsh > ~/.zfunc/_tw", does: "where ~/.zfunc is in $fpath"),
        .init(command: "tw completions fish > ~/.config/fish/completions/tw.fish", does: "for fish"),
      ])
  ) { session in
    let shell = session.command.arguments[0]
    guard let script = CommandSet.tw.completions(for: shell) else {
      throw Failure("there are no completions for \(quoted(shell))")
    }
    return Outcome(output: Array(script.utf8))
  }
}
