extension CommandSet {
  /// The completion script for `shell`, nil for one that we do not know.
  package func completions(for shell: String) -> String? {
    switch shell {
    case "bash": bashCompletion()
    case "zsh": zshCompletion()
    case "fish": fishCompletion()
    default: nil
    }
  }
}
