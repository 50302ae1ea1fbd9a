/// When output has colours: `--color auto|always|never`.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// Whether a stream gets colours. An explicit choice wins; then `NO_COLOR`, `CLICOLOR_FORCE`, and at last whether the
  /// stream is a terminal that can do more than `dumb`.
  package func usesColor(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    if isSet("NO_COLOR") { return false }
    if isSet("CLICOLOR_FORCE"), environment("CLICOLOR_FORCE") != "0" { return true }
    return isTerminal && isSet("TERM") && environment("TERM") != "dumb"
  }
}
