import Documents
import Reports

/// Findings that the tests of all formats share.
enum Sample {
  static let unknownReference: Diagnostic = {
    var finding = Diagnostic(
      .init("unknown-reference"), at: 0..<0, "`owners` names `benn`, but there is no such person",
      label: "no person with this id", field: "owners", help: "did you mean `ben`?",
      subject: .init(kind: "goal", id: "public-beta"))
    finding.fingerprint = "0011223344556677"
    finding.stand(".teamwork/goals/public-beta.md", 3, 15, 19, "owners: [ana, benn]")
    return finding
  }()

  static let duplicateTask: Diagnostic = {
    let other = place(
      ".teamwork/goals/volunteer-crew.md", 131, 7, 38, "- [ ] Write the safety manual for crews @ana")
    var finding = Diagnostic(
      .init("duplicate-task"), .warning, at: 0..<0, "two people have the same open task", help: "keep one of them",
      related: [.init(other.source, other.range, "the same work")],
      fix: .init(title: "drop the second", isSafe: true, edits: [.init(range: 40..<44, replacement: "x")]))
    finding.fingerprint = "8899aabbccddeeff"
    finding.stand(".teamwork/goals/ferry-alerts.md", 22, 7, 30, "- [ ] Write the safety manual @femi")
    return finding
  }()

  /// Text from outside that would command a terminal, break a line or end an attribute.
  static let hostile: Diagnostic = {
    var finding = Diagnostic(.init("unknown-kind"), at: 0..<0, "a\u{1B}[2J\n::error::<b>&\u{202E}")
    finding.fingerprint = "8899aabbccddeeff"
    finding.stand("a,b:\u{7}%\"é/x y.md", 1, 1, 2, nil)
    return finding
  }()

  /// A line of a file, and two columns of it.
  ///
  /// - Parameter excerpt: nil for bytes that are no text.
  static func place(
    _ path: String, _ line: Int, _ from: Int, _ to: Int, _ excerpt: String?
  ) -> (source: SourceText, range: Range<Int>) {
    let content = excerpt.map { Array($0.utf8) } ?? [UInt8](repeating: 0xFF, count: to)
    let bytes = [UInt8](repeating: 0x0A, count: line - 1) + content + Array("\n\n\n".utf8)
    let source = SourceText(bytes, path: path)
    let start = source.offset(of: .init(line: line, column: from))
    return (source, start..<source.offset(of: .init(line: line, column: to)))
  }

  static func report(
    _ findings: [Diagnostic], source: ValidationReport.Source = .worktree, records: Int = 41, preexisting: Int = 0,
    allowed: Int = 0, fixed: Int = 0
  ) -> ValidationReport {
    ValidationReport(
      findings: findings.sorted { $0.source.path < $1.source.path }, source: source, records: records,
      preexisting: preexisting, allowed: allowed, fixed: fixed,
      toolVersion: "0.1.0"
    ) { name in
      name == "unknown-reference"
        ? .init(summary: "a field names a record that is not there", severity: .error) : nil
    }
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension Diagnostic {
  /// Puts it at two columns of a line.
  mutating func stand(_ path: String, _ line: Int, _ from: Int, _ to: Int, _ excerpt: String?) {
    (source, range) = Sample.place(path, line, from, to, excerpt)
  }
}
