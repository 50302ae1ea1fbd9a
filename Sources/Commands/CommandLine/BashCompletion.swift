extension CommandSet {
  /// The completion script for Bash, 3.2 and later.
  ///
  /// No word goes through `compgen -W`, which would expand `$(…)` in it: the names of files and branches are other
  /// people's text. Ids and revisions with characters that a shell could take for its own are not offered.
  package func bashCompletion() -> String {
    let valueOptions = Set((globalOptions + commands.flatMap(\.options)).filter { $0.value != nil }.flatMap(\.names))
    var script = """
      # Completions of \(program) for bash. Made by: \(program) completions bash

      _\(program)_words() {
        local word
        for word in "$@"; do
          [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
        done
      }

      _\(program)_records() {
        local top file id
        top=$(git rev-parse --show-toplevel 2>/dev/null) || return
        for file in "$top"/.teamwork/*/*.md "$top"/.teamwork/status/*/*.md; do
          id=${file##*/}
          [[ $file == */status/*/* ]] && id=${file#*/.teamwork/status/}
          id=${id%.md}
          [[ $id =~ ^[[:alnum:]][[:alnum:]_./-]*$ && $file != */templates/* ]] && _\(program)_words "$id"
        done
      }

      _\(program)_revisions() {
        local name
        _\(program)_words HEAD
        while IFS= read -r name; do
          [[ $name =~ ^[[:alnum:]][[:alnum:]_./@-]*$ ]] && _\(program)_words "$name"
        done < <(git for-each-ref --format='%(refname:short)' 2>/dev/null)
      }

      _\(program)() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        local command="" position=0 i
        COMPREPLY=()
        # Bash divides words at "=".
        if [[ $cur == "=" ]]; then
          cur=""
        elif [[ $prev == "=" ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            =) ((i++)) ;;
            \(valueOptions.sorted().joined(separator: "|"))) [[ ${COMP_WORDS[i+1]} == "=" ]] || ((i++)) ;;
            -*) ;;
            *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else ((position++)); fi ;;
          esac
        done
        case "$command $prev" in

      """
    for option in globalOptions where option.value != nil {
      script += bashCase(option.names.map { "*\" \($0)\"" }, option.hint, option.choices)
    }
    for command in commands {
      for option in command.options where option.value != nil {
        script += bashCase(option.names.map { "\"\(command.name) \($0)\"" }, option.hint, option.choices)
      }
    }
    script += """
        esac
        if [[ $cur == -* ]]; then
          case $command in

      """
    for command in commands where !command.options.isEmpty {
      let names = command.options.flatMap(\.names).joined(separator: " ")
      script += "      \(command.name)) _\(program)_words \(names) ;;\n"
    }
    script += """
          esac
          _\(program)_words \(globalOptions.flatMap(\.names).joined(separator: " "))
          return
        fi
        case "$command $position" in
          " "*) _\(program)_words \(commands.map(\.name).joined(separator: " ")) ;;

      """
    for command in commands {
      for (index, argument) in command.arguments.enumerated() {
        let place = argument.isRepeatable ? "\"\(command.name) \"*" : "\"\(command.name) \(index)\""
        script += bashCase([place], argument.hint, argument.choices)
      }
    }
    return script + """
        esac
      }

      complete -o default -F _\(program) \(program)

      """
  }

  // Without a word of ours Bash offers files, which serves paths.
  private func bashCase(_ patterns: [String], _ hint: CompletionHint, _ choices: [String]) -> String {
    let words = self.words(for: hint, choices: choices)
    var action = words.isEmpty ? "" : "_\(program)_words " + words.joined(separator: " ") + "; "
    if hint == .record { action += "_\(program)_records; " }
    if hint == .revision { action += "_\(program)_revisions; " }
    return "    \(patterns.joined(separator: "|"))) \(action)return ;;\n"
  }
}

extension OptionDeclaration {
  /// Every way to write it: `-o`, `--output`.
  var names: [String] { (short.map { ["-\($0)"] } ?? []) + (long.isEmpty ? [] : ["--" + long]) }
}
