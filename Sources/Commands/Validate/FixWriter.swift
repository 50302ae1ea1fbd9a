internal import Documents
internal import Storage
internal import Teamwork

/// Applies safe fixes to the files of the worktree.
struct FixWriter {
  let writer: FileWriter

  /// Mends what can be mended safely, and returns how many findings that were. Fixes that touch the same
  /// bytes are not applied together: the first of them wins.
  func apply(_ findings: [Diagnostic], of workspace: Workspace) throws -> Int {
    var byPath: [String: [Diagnostic.Fix]] = [:]
    for finding in findings {
      if let fix = finding.fix, fix.isSafe { byPath[finding.source.path, default: []].append(fix) }
    }
    var count = 0
    for record in workspace.records {
      guard let fixes = byPath[record.path] else { continue }
      var edits: [TextEdit] = []
      for fix in fixes
      where !fix.edits.contains(where: { edit in
        edits.contains { $0.range.overlaps(edit.range) || $0.range == edit.range }
      }) {
        edits += fix.edits
        count += 1
      }
      try writer.replace(record.path, record.document.bytes, with: record.document.source.applying(edits))
    }
    return count
  }
}
