internal import Teamwork
package import Text

extension ValidationReport {
  /// `--format gitlab`: a code quality report.
  package func gitlab() -> JSON {
    .array(
      zip(findings, uniqueFingerprints).map { finding, fingerprint in
        let description = [finding.message, finding.help].compactMap { $0 }.joined(separator: "; ")
        return [
          "description": .string(visible(description)), "check_name": .string(finding.rule),
          "fingerprint": .string(fingerprint), "severity": finding.severity == .error ? "major" : "minor",
          "location": [
            "path": .string(finding.place.path), "lines": ["begin": .int(finding.place.range.start.line)],
          ],
        ]
      })
  }
}
