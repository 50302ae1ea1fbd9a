import Foundation
package import Testing

/// Compares a text with a file of the project. With `TW_RECORD=1` in the environment the file is written instead, and the
/// test fails, so that nobody records without noticing.
///
/// - Parameters:
///   - path: relative to the project's folder.
///   - mend: the command that records it.
package func expectRecorded(
  _ text: String, at path: String, mend: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: projectFolder + "/" + path)
  let old = try? String(contentsOf: url, encoding: .utf8)
  if ProcessInfo.processInfo.environment["TW_RECORD"] == "1" {
    if old.map({ Array($0.utf8) }) == Array(text.utf8) { return }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("\(path) was recorded; look at it, and run the test again", sourceLocation: sourceLocation)
    return
  }
  guard let old else {
    Issue.record("\(path) is missing; make it: \(mend)", sourceLocation: sourceLocation)
    return
  }
  if Array(old.utf8) == Array(text.utf8) { return }
  let (expected, found) = (old.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
  let line = zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, found.count)
  Issue.record(
    """
    \(path) differs from line \(line + 1) on.
    recorded: \(line < expected.count ? expected[line] : "(the end)")
    now:      \(line < found.count ? found[line] : "(the end)")
    If that is right, record it: \(mend)
    """, sourceLocation: sourceLocation)
}
