internal import Documents
internal import Text

extension ValidationReport {
  /// `--format github`: workflow commands, which GitHub shows beside the lines of a change.
  ///
  /// GitHub keeps ten annotations of a level and drops the rest without a word, so the rest is told in a notice,
  /// which is a level of its own.
  package func github() -> String {
    let limit = 10
    var told: [Severity: Int] = [:]
    var result = ""
    for finding in findings {
      told[finding.severity, default: 0] += 1
      if told[finding.severity, default: 0] <= limit { result += finding.github + "\n" }
    }
    let rest = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, name in
      let more = told[severity, default: 0] - limit
      return more > 0 ? "\(more) more \(more == 1 ? name : name + "s")" : nil
    }
    if !rest.isEmpty {
      result += "::notice title=tw validate::\(rest.joined(separator: " and ")); `tw validate` tells them all\n"
    }
    return result
  }
}

extension Diagnostic {
  fileprivate var github: String {
    let place = place
    let range = place.range
    var properties = ["file=" + escapedProperty(place.path), "line=\(range.start.line)"]
    // Columns are understood within one line only.
    if range.end.line == range.start.line {
      properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"]
    } else {
      properties.append("endLine=\(range.end.line)")
    }
    properties.append("title=" + escapedProperty(code.name))
    let text = [message, help].compactMap { $0 }.joined(separator: "\n")
    return "::\(severity.rawValue) \(properties.joined(separator: ","))::\(escapedData(text))"
  }
}

private func escapedData(_ text: String) -> String {
  visible(text, oneLine: false).replacing("%", with: "%25").replacing("\n", with: "%0A")
}

private func escapedProperty(_ text: String) -> String {
  visible(text).replacing("%", with: "%25").replacing(":", with: "%3A").replacing(",", with: "%2C")
}
