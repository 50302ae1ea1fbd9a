internal import Teamwork

/// Findings that a base does not have.
enum NewFindings {
  /// Findings are the same when rule, place, field and words are; lines may have moved. As many of a
  /// kind as the base has are old, the rest is new.
  ///
  /// - Parameter moves: paths of the base's files, by where their bytes are now.
  static func among(_ findings: [Finding], before: [Finding], movedFrom moves: [String: String]) -> [Finding] {
    var old: [String: Int] = [:]
    for finding in before { old[key(finding, path: finding.place.path), default: 0] += 1 }
    return findings.filter { finding in
      let key = key(finding, path: moves[finding.place.path] ?? finding.place.path)
      guard let count = old[key], count > 0 else { return true }
      old[key] = count - 1
      return false
    }
  }

  private static func key(_ finding: Finding, path: String) -> String {
    [finding.rule, path, finding.field ?? "", finding.identity ?? finding.message].joined(separator: "\u{0}")
  }
}
