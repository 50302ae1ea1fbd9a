extension CommandSet {
  /// `docs/cli.md`: the same as the help, as Markdown.
  package func reference() -> String {
    var lines = [
      "# The commands of `\(program)`", "",
      "Made from the declarations of the commands; `\(program) help COMMAND` says the same.", "",
      tagline, "", "```", "\(program) \(overallSynopsis)", "```", "",
    ]
    for group in CommandDeclaration.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      lines += ["**\(group.rawValue)**", ""]
      lines += members.map { "- [`\(program) \($0.name)`](#\(program)-\($0.name)): \($0.summary)" }
      lines.append("")
    }
    lines += ["## Options of every command", ""]
    lines += globalOptions.map(\.reference) + [""]
    lines += ["They may stand before or after the command.", ""]
    lines += terms.flatMap { ["\($0.placeholder) is \(escaped($0.meaning)).", ""] }
    for command in CommandDeclaration.Group.allCases.flatMap({ group in commands.filter { $0.group == group } }) {
      lines += reference(of: command)
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private func reference(of command: CommandDeclaration) -> [String] {
    var lines = ["## \(program) \(command.name)", ""]
    lines += [sentence(command.summary), ""]
    lines += ["```", "\(program) " + command.synopsisParts.joined(separator: " "), "```", ""]
    for paragraph in command.paragraphs { lines += [escaped(paragraph), ""] }
    if !command.arguments.isEmpty {
      lines += command.arguments.map { "- `\($0.name)`: \(escaped($0.help))\(listed($0.choices))" } + [""]
    }
    if !command.options.isEmpty { lines += command.options.map(\.reference) + [""] }
    for example in command.examples {
      lines += ["```sh", "\(example.command)", "```", "", sentence(example.does), ""]
    }
    return lines
  }
}

extension OptionDeclaration {
  fileprivate var reference: String {
    let shortName = short.flatMap { long.isEmpty ? nil : "`-\($0)`, " } ?? ""
    return "- \(shortName)`\(synopsis)`: \(escaped(help))\(listed(choices))"
  }
}

private func listed(_ words: [String]) -> String {
  words.isEmpty ? "" : ": " + words.map { "`\($0)`" }.joined(separator: ", ")
}

private func sentence(_ text: String) -> String {
  escaped(text.prefix(1).uppercased() + text.dropFirst()) + (text.hasSuffix("?") ? "" : ".")
}

/// Angle brackets would be taken for HTML outside code.
private func escaped(_ text: String) -> String {
  var result = ""
  var isCode = false
  for character in text {
    if character == "`" { isCode.toggle() }
    if !isCode, character == "<" || character == "*" || character == "_" { result += "\\" }
    result.append(character)
  }
  return result
}
