package import Text

extension ValidationReport {
  /// `--format gitlab`: a code quality report.
  package func gitlab() -> JSON {
    .array(
      findings.map { finding in
        let description = [finding.message, finding.help].compactMap { $0 }.joined(separator: "; ")
        return [
          "description": .string(visible(description)), "check_name": .string(finding.code.name),
          "fingerprint": .string(finding.fingerprint), "severity": finding.severity == .error ? "major" : "minor",
          "location": [
            "path": .string(finding.source.path),
            "lines": ["begin": .int(finding.source.line(at: finding.range.lowerBound))],
          ],
        ]
      })
  }
}
