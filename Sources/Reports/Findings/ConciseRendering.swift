package import Text

extension ValidationReport {
  /// `--format concise`: `PATH:LINE:COLUMN: error[RULE] MESSAGE`, a line each and nothing else.
  package func concise() -> StyledText {
    var text = StyledText()
    for finding in findings {
      let start = finding.source.position(of: finding.range.lowerBound)
      text.append(visible(finding.source.path), .path)
      text.append(":\(start.line):\(start.column): ")
      text.append(
        "\(finding.severity.rawValue)[\(visible(finding.code.name))]", finding.severity == .error ? .error : .warning)
      text.line(" " + visible(finding.message))
    }
    return text
  }
}
