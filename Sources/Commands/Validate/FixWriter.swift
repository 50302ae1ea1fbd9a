internal import Storage
internal import Teamwork

/// Applies safe fixes to the files of the worktree.
struct FixWriter {
  let writer: FileWriter

  init(top: String) { writer = FileWriter(top: top) }

  /// Mends what can be mended safely, and returns how many findings that were. Fixes that touch the same
  /// bytes are not applied together: the first of them wins.
  func apply(_ findings: [Finding], of workspace: Workspace) throws -> Int {
    var byPath: [String: [Finding.Fix]] = [:]
    for finding in findings {
      if let fix = finding.fix, fix.isSafe { byPath[finding.place.path, default: []].append(fix) }
    }
    var count = 0
    for record in workspace.records {
      guard let fixes = byPath[record.path] else { continue }
      var splices: [Finding.Fix.Splice] = []
      for fix in fixes
      where !fix.splices.contains(where: { splice in
        splices.contains { $0.range.overlaps(splice.range) || $0.range == splice.range }
      }) {
        splices += fix.splices
        count += 1
      }
      splices.sort { $0.range.lowerBound > $1.range.lowerBound }
      var bytes = record.document.bytes
      for splice in splices { bytes.replaceSubrange(splice.range, with: Array(splice.replacement.utf8)) }
      try writer.replace(record.path, record.document.bytes, with: bytes)
    }
    return count
  }
}
