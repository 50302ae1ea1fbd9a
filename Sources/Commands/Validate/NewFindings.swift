internal import Documents
internal import Teamwork

/// Findings that a base does not have.
enum NewFindings {
  /// Findings are the same when rule, record, field and words are; lines may have moved, and the record into
  /// another folder. As many of a kind as the base has are old, the rest is new.
  ///
  /// - Parameter renames: records of the base, `kind/id`, by what they are called now.
  static func among(_ findings: [Diagnostic], before: [Diagnostic], renamed renames: [String: String]) -> [Diagnostic] {
    var old: [String: Int] = [:]
    for finding in before { old[key(finding, place(finding)), default: 0] += 1 }
    return findings.filter { finding in
      let place = place(finding)
      let key = key(finding, renames[place] ?? place)
      guard let count = old[key], count > 0 else { return true }
      old[key] = count - 1
      return false
    }
  }

  /// The record, or the path where there is none.
  private static func place(_ finding: Diagnostic) -> String {
    finding.subject.map { "\($0.kind)/\($0.id)" } ?? finding.source.path
  }

  private static func key(_ finding: Diagnostic, _ place: String) -> String {
    [finding.code.name, place, finding.field ?? "", finding.identity ?? finding.message].joined(separator: "\u{0}")
  }
}
