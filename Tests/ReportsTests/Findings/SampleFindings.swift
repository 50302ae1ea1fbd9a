import Reports
import Teamwork

/// Findings that the tests of all formats share.
enum Sample {
  static let unknownReference = Finding(
    rule: "unknown-reference", severity: .error, message: "`owners` names `benn`, but there is no such person",
    place: place(".teamwork/goals/public-beta.md", 3, 15, 19, "owners: [ana, benn]"),
    label: "no person with this id", subject: .init(kind: "goal", id: "public-beta"), field: "owners",
    help: "did you mean `ben`?", fingerprint: "0011223344556677")

  static let duplicateTask = Finding(
    rule: "duplicate-task", severity: .warning, message: "two people have the same open task",
    place: place(".teamwork/goals/ferry-alerts.md", 22, 7, 30, "- [ ] Write the safety manual @femi"),
    help: "keep one of them",
    related: [
      .init(
        place: place(
          ".teamwork/goals/volunteer-crew.md", 131, 7, 38, "- [ ] Write the safety manual for crews @ana"),
        message: "the same work")
    ],
    fix: .init(
      title: "drop the second", isSafe: true, splices: [.init(range: 40..<44, replacement: "x")]),
    fingerprint: "8899aabbccddeeff")

  /// Text from outside that would command a terminal, break a line or end an attribute.
  static let hostile = Finding(
    rule: "unknown-kind", severity: .error, message: "a\u{1B}[2J\n::error::<b>&\u{202E}",
    place: place("a,b:\u{7}%\"é/x y.md", 1, 1, 2, nil), fingerprint: "8899aabbccddeeff")

  static func place(_ path: String, _ line: Int, _ from: Int, _ to: Int, _ excerpt: String?) -> Place {
    Place(
      path: path,
      range: PositionRange(start: Position(line: line, column: from), end: Position(line: line, column: to)),
      excerpt: excerpt)
  }

  static func report(
    _ findings: [Finding], source: ValidationReport.Source = .worktree, records: Int = 41, preexisting: Int = 0,
    allowed: Int = 0, fixed: Int = 0
  ) -> ValidationReport {
    ValidationReport(
      findings: findings, source: source, records: records, preexisting: preexisting, allowed: allowed, fixed: fixed,
      toolVersion: "0.1.0"
    ) { name in
      name == "unknown-reference"
        ? .init(summary: "a field names a record that is not there", severity: .error) : nil
    }
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
