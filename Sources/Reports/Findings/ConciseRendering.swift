internal import Teamwork
package import Text

extension ValidationReport {
  /// `--format concise`: `PATH:LINE:COLUMN: error[RULE] MESSAGE`, a line each and nothing else.
  package func concise() -> StyledText {
    var text = StyledText()
    for finding in findings {
      let start = finding.place.range.start
      text.append(visible(finding.place.path), .path)
      text.append(":\(start.line):\(start.column): ")
      text.append(
        "\(finding.severity.rawValue)[\(visible(finding.rule))]", finding.severity == .error ? .error : .warning)
      text.line(" " + visible(finding.message))
    }
    return text
  }
}
