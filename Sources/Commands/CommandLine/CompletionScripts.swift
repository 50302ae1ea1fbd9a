extension CommandSet {
  /// The word that the scripts call the program with. It is for no one else, and stands in no help.
  static let completing = "__complete"

  /// The completion script for `shell`, nil for one that we do not know.
  ///
  /// What may stand where is asked of the program itself, a candidate a line, with what it means behind a tab. `:files` and
  /// `:revisions` among them are for the shell to look up. No candidate goes through the shell's own expansion: ids, branches
  /// and files are other people's text.
  package func completions(for shell: String) -> String? {
    switch shell {
    case "bash": bashCompletion
    case "zsh": zshCompletion
    case "fish": fishCompletion
    default: nil
    }
  }

  /// For Bash, 3.2 and later.
  private var bashCompletion: String {
    """
    # Completions of \(program) for bash. Made by: \(program) completions bash

    _\(program)() {
      local line=${COMP_LINE:0:COMP_POINT} breaks=${COMP_WORDBREAKS//[^=:@<>]/} lead="" cur word name
      local -a words
      COMPREPLY=()
      # Bash divides words at "=" and "@"; the program wants them whole.
      IFS=$' \\t\\n' read -r -a words <<< "$line"
      [[ $line == *[[:space:]] ]] && words+=("")
      cur=${words[${#words[@]}-1]}
      # Only what stands behind the last of those signs is replaced.
      [[ -n $breaks ]] && lead=${cur%"${cur##*[$breaks]}"}
      while IFS=$'\\t' read -r word _; do
        case $word in
          :files) compopt -o default 2>/dev/null ;;
          :revisions)
            while IFS= read -r name; do
              [[ $name =~ ^[[:alnum:]][[:alnum:]_./@-]*$ && $name == "${cur#*=}"* ]] && COMPREPLY+=("$name")
            done < <(git for-each-ref --format='%(refname:short)' 2>/dev/null) ;;
          *)
            [[ $word == *[=:^] ]] && compopt -o nospace 2>/dev/null
            COMPREPLY+=("${word#"$lead"}") ;;
        esac
      done < <(command \(program) \(Self.completing) -- "${words[@]:1}" 2>/dev/null)
    }

    complete -F _\(program) \(program)

    """
  }

  /// To be put into `$fpath` as `_tw`, or sourced after `compinit`.
  private var zshCompletion: String {
    """
    #compdef \(program)
    # Completions of \(program) for zsh. Made by: \(program) completions zsh

    _\(program)() {
      local line word
      local -a shown open open_shown whole whole_shown
      for line in "${(@f)$(command \(program) \(Self.completing) -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        word=${line%%$'\\t'*}
        shown="$word"
        [[ $line == *$'\\t'* ]] && shown="$word  -- ${line#*$'\\t'}"
        case $word in
          '') ;;
          :files) _files ;;
          :revisions) compadd -- ${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"} ;;
          *[=:^]) open+=("$word"); open_shown+=("$shown") ;;
          *) whole+=("$word"); whole_shown+=("$shown") ;;
        esac
      done
      (( $#open )) && compadd -S '' -l -d open_shown -a open
      (( $#whole )) && compadd -l -d whole_shown -a whole
      return 0
    }

    if [[ $funcstack[1] == _\(program) ]]; then
      _\(program) "$@"
    else
      compdef _\(program) \(program)
    fi

    """
  }

  private var fishCompletion: String {
    """
    # Completions of \(program) for fish. Made by: \(program) completions fish

    function __\(program)_candidates
        set -l words (commandline -opc) (commandline -ct)
        for line in (command \(program) \(Self.completing) -- $words[2..] 2>/dev/null)
            switch $line
                case :files
                    __fish_complete_path (commandline -ct)
                case :revisions
                    git for-each-ref --format='%(refname:short)' 2>/dev/null
                case '*'
                    printf '%s\\n' $line
            end
        end
    end

    complete -c \(program) -f -a '(__\(program)_candidates)'

    """
  }
}
