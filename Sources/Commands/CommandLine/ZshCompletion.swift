extension CommandSet {
  /// The completion script for Zsh, to be put into `$fpath` as `_tw` or sourced after `compinit`.
  package func zshCompletion() -> String {
    var script = """
      #compdef \(program)
      # Completions of \(program) for zsh. Made by: \(program) completions zsh

      _\(program)_records() {
        local top file
        local -a ids
        top=$(git rev-parse --show-toplevel 2>/dev/null) || return
        for file in "$top"/.teamwork/^templates/*.md(N) "$top"/.teamwork/status/*/*.md(N); do
          if [[ $file == */status/*/* ]]; then
            ids+=("${${file#*/.teamwork/status/}%.md}")
          else
            ids+=("${${file:t}%.md}")
          fi
        done
        compadd -- $ids
      }

      _\(program)_revisions() {
        local -a names
        names=(HEAD ${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
        compadd -- $names
      }

      _\(program)_commands() {
        local -a names
        names=(

      """
    for command in commands { script += "    \(quotedForShell("\(command.name):\(command.summary)"))\n" }
    script += """
        )
        _describe 'command' names
      }

      _\(program)() {
        setopt local_options extended_glob
        local curcontext="$curcontext" state line
        typeset -A opt_args
        _arguments -C \\

      """
    for option in globalOptions { script += zshOption(option, excluding: []) }
    script += """
          '1: :_\(program)_commands' \\
          '*:: :->arguments' && return
        case $words[1] in

      """
    for command in commands where !command.arguments.isEmpty || !command.options.isEmpty {
      script += "    \(command.name))\n      _arguments \\\n"
      for option in globalOptions { script += zshOption(option, excluding: []) }
      for option in command.options { script += zshOption(option, excluding: command.rivals(of: option)) }
      for (index, argument) in command.arguments.enumerated() {
        let place = argument.isRepeatable ? "*" : "\(index + 1)"
        script += "    '\(place):\(argument.name):\(zshAction(argument.hint, argument.choices))' \\\n"
      }
      script += "      ;;\n"
    }
    return script.replacing(" \\\n      ;;", with: "\n      ;;") + """
        esac
      }

      if [[ $funcstack[1] == _\(program) ]]; then
        _\(program) "$@"
      else
        compdef _\(program) \(program)
      fi

      """
  }

  private func zshOption(_ option: OptionDeclaration, excluding rivals: [String]) -> String {
    let help = option.help.filter { !"[]:`".contains($0) }
    return option.names.map { name in
      let others = rivals + (option.isRepeatable ? [] : option.names)
      let exclusion = others.isEmpty ? "" : "(\(others.joined(separator: " ")))"
      let repeats = option.isRepeatable ? "*" : ""
      var spec = "\(exclusion)\(repeats)\(name)"
      if option.value != nil { spec += name.hasPrefix("--") ? "=" : "+" }
      spec += "[\(help)]"
      if let value = option.value { spec += ":\(value):\(zshAction(option.hint, option.choices))" }
      return "    \(quotedForShell(spec)) \\\n"
    }.joined()
  }

  private func zshAction(_ hint: CompletionHint, _ choices: [String]) -> String {
    let words = self.words(for: hint, choices: choices)
    if !words.isEmpty, hint != .record, hint != .revision { return "(\(words.joined(separator: " ")))" }
    return switch hint {
    case .path: "_files"
    case .record: "_\(program)_records"
    case .revision: "_\(program)_revisions"
    case .command: "_\(program)_commands"
    case .text, .kind, .rule: " "
    }
  }
}

/// `text` in single quotes, as every shell reads it.
private func quotedForShell(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

extension CommandDeclaration {
  /// The options that cannot be used beside `option`, with their dashes.
  fileprivate func rivals(of option: OptionDeclaration) -> [String] {
    guard let own = exclusive.first(where: { $0.contains(option.key) }) else { return [] }
    let others = Set(exclusive.joined()).subtracting(own)
    return options.filter { others.contains($0.key) }.flatMap(\.names)
  }
}
