internal import Documents
internal import Text

extension ValidationReport {
  /// `--format junit`: a test case for each finding, and one that passes where there is none. A warning is a case that
  /// passes with something to say.
  package func junit() -> String {
    let tests = max(1, findings.count)
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="tw validate" tests="\#(tests)" failures="\#(errors)" errors="0">"#,
      #"  <testsuite name="tw validate" tests="\#(tests)" failures="\#(errors)" errors="0" skipped="0">"#,
    ]
    for finding in findings { lines += finding.junit }
    if findings.isEmpty {
      let name = "\(counted(records, "record")) checked"
      lines.append(#"    <testcase classname="tw validate" name="\#(name)"/>"#)
    }
    return (lines + ["  </testsuite>", "</testsuites>", ""]).joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate var junit: [String] {
    let place = place
    let start = place.range.start
    let path = escapedForHTML(visible(place.path))
    let name = escapedForHTML(visible("\(code.name) (\(start.line):\(start.column))"))
    let text = escapedForHTML(
      ["\(place.path):\(start.line):\(start.column): \(message)", help].compactMap { $0 }
        .map { visible($0) }.joined(separator: "\n"))
    let type = escapedForHTML(visible(code.name))
    let summary = escapedForHTML(visible(message))
    let head = #"    <testcase classname="\#(path)" name="\#(name)" file="\#(path)" line="\#(start.line)">"#
    let body =
      switch severity {
      case .error: #"      <failure type="\#(type)" message="\#(summary)">\#(text)</failure>"#
      case .warning: "      <system-out>\(text)</system-out>"
      }
    return [head, body, "    </testcase>"]
  }
}
