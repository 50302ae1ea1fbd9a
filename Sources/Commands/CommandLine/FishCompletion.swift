extension CommandSet {
  /// The completion script for fish.
  package func fishCompletion() -> String {
    let valueOptions = (globalOptions + commands.flatMap(\.options)).filter { $0.value != nil }
    let names = Set(valueOptions.flatMap(\.names)).sorted().joined(separator: " ")
    var script = """
      # Completions of \(program) for fish. Made by: \(program) completions fish

      # Whether the command is the first argument, and, if there is a second, that many of its arguments are written.
      function __\(program)_at
          set -l command ''
          set -l position 0
          set -l skip 0
          for word in (commandline -opc)[2..]
              if test $skip = 1
                  set skip 0
              else if contains -- $word \(names)
                  set skip 1
              else if string match -q -- '-*' $word
                  continue
              else if test -z "$command"
                  set command $word
              else
                  set position (math $position + 1)
              end
          end
          test "$command" = "$argv[1]"; or return 1
          test (count $argv) -lt 2; or test $position = $argv[2]
      end

      function __\(program)_records
          set -l top (git rev-parse --show-toplevel 2>/dev/null); or return
          for file in $top/.teamwork/*/*.md
              string match -q '*/templates/*' $file; or string replace -r '.*/(.*)\\.md$' '$1' $file
          end
          for file in $top/.teamwork/status/*/*.md
              string replace -r '.*/([^/]*/[^/]*)\\.md$' '$1' $file
          end
      end

      function __\(program)_revisions
          echo HEAD
          git for-each-ref --format='%(refname:short)' 2>/dev/null
      end

      complete -c \(program) -f

      """
    for option in globalOptions { script += fishOption(option, condition: nil) }
    for command in commands {
      script += "complete -c \(program) -n '__\(program)_at \"\"' -a \(command.name)"
      script += " -d \(fishQuoted(command.summary))\n"
    }
    for command in commands {
      for option in command.options { script += fishOption(option, condition: "__\(program)_at \(command.name)") }
      for (index, argument) in command.arguments.enumerated() {
        let place = argument.isRepeatable ? "" : " \(index)"
        let action = fishAction(argument.hint, argument.choices)
        guard !action.isEmpty else { continue }
        script += "complete -c \(program) -n '__\(program)_at \(command.name)\(place)'\(action)\n"
      }
    }
    return script
  }

  private func fishOption(_ option: OptionDeclaration, condition: String?) -> String {
    var line = "complete -c \(program)"
    if let condition { line += " -n '\(condition)'" }
    if let short = option.short { line += " -s \(short)" }
    if !option.long.isEmpty { line += " -l \(option.long)" }
    // `-x`: a value, and no files in its place.
    if option.value != nil { line += option.hint == .path ? " -r" : " -x" }
    line += fishAction(option.hint, option.choices)
    return line + " -d \(fishQuoted(option.help))\n"
  }

  private func fishAction(_ hint: CompletionHint, _ choices: [String]) -> String {
    let words = self.words(for: hint, choices: choices)
    if !words.isEmpty { return " -a '\(words.joined(separator: " "))'" }
    return switch hint {
    case .path: " -F"
    case .record: " -a '(__\(program)_records)'"
    case .revision: " -a '(__\(program)_revisions)'"
    case .text, .kind, .rule, .command: ""
    }
  }
}

private func fishQuoted(_ text: String) -> String {
  "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
}
