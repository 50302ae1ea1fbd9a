import Foundation
import TestSupport
import Testing

/// A `bash` in which the commands of one page run, in a world of its own: an empty home, a folder to work in, the `tw` that
/// was just built, no terminal, a day that stands still.
final class DocShell {
  struct Result: Equatable {
    /// Both streams, as a terminal would show them.
    var output: [String]
    /// `nil` where the shell ended before, or was ended.
    var status: Int32?
    /// Of an `sh` step: the first line with a command that failed, from 1.
    var failedLine: Int?
  }

  private let scratch: ScratchFolder
  private let root: String
  private let folder: String
  /// Seconds that a page may take.
  var limit: Double = 120

  init(_ start: DocPage.Start) throws {
    scratch = try ScratchFolder()
    root = scratch.top
    for name in ["home", "bin", "steps", "tmp"] { try scratch.makeFolder(name) }
    try FileManager.default.createSymbolicLink(atPath: root + "/bin/tw", withDestinationPath: builtFolder + "/tw")
    folder = root + (start == .example ? "/kerbline" : "/work")
    switch start {
    case .empty: try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    case .example: try FileManager.default.copyItem(atPath: Self.quarter.get(), toPath: folder)
    }
  }

  /// The example team's repository with its history, replayed once for all pages.
  private static let quarter: Swift.Result<String, any Error> = Swift.Result { () throws -> String in
    let path = FileManager.default.temporaryDirectory.path + "/tw-docs-quarter-\(UUID().uuidString)"
    for command in [[projectFolder + "/scripts/example-history/replay", path], ["git", "-C", path, "gc", "--quiet"]] {
      let run = try ChildRun(command)
      try #require(run.status == 0, "\(command.joined(separator: " ")): \(run.errors)")
    }
    quarterPath = path
    atexit { if let path = DocShell.quarterPath { try? FileManager.default.removeItem(atPath: path) } }
    return path
  }
  // Written once, under the lock of the initialisation above; read when all is over.
  nonisolated(unsafe) private static var quarterPath: String?

  /// Runs the steps in order in one shell, so that `cd`, variables and functions last.
  func run(_ steps: [DocPage.Step]) throws -> [Result] {
    var script = "cd '\(folder)' || exit 1\n"
    for (number, step) in steps.enumerated() {
      let path = "\(root)/steps/\(number)"
      try Data((step.command.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
      if step.kind == .console {
        script += ". '\(path)' >'\(path).out' 2>&1 </dev/null\necho $? >'\(path).status'\n"
      } else {
        // Each command must succeed, as `set -e` has it, but the shell goes on, and tells the line.
        script += "docs_line=; set -E; trap 'docs_line=${docs_line:-$LINENO}' ERR\n"
        script += ". '\(path)' >'\(path).out' 2>&1 </dev/null\n"
        script +=
          "docs_status=$?; trap - ERR; set +E; echo ${docs_line:-0} >'\(path).line'; echo $docs_status >'\(path).status'\n"
      }
    }
    try Data(script.utf8).write(to: URL(fileURLWithPath: root + "/steps/all"))
    try runToTheEnd()
    return steps.indices.map { number in
      let path = "\(root)/steps/\(number)"
      var output = text(path + ".out").components(separatedBy: "\n")
      if output.last == "" { output.removeLast() }
      let status = Int32(text(path + ".status").trimmingCharacters(in: .newlines))
      let line = Int(text(path + ".line").trimmingCharacters(in: .newlines)).flatMap { $0 == 0 ? nil : $0 }
      return Result(output: output, status: status, failedLine: line)
    }
  }

  private func runToTheEnd() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // With job control the page is a group of processes of its own, which can be ended whole, with what it left running.
    let launch = #"set -m; bash --noprofile --norc "$1" & echo $! >"$1.group"; wait $!; kill -KILL -- -$!"#
    process.arguments = ["bash", "--noprofile", "--norc", "-c", launch, "bash", root + "/steps/all"]
    process.environment = [
      "PATH": root + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"), "HOME": root + "/home",
      "TMPDIR": root + "/tmp", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb", "COLUMNS": "80", "PAGER": "cat",
      "EDITOR": "false",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "TW_TODAY": "2026-11-23",
      "GIT_AUTHOR_DATE": "2026-11-23T09:00:00Z",
      "GIT_COMMITTER_DATE": "2026-11-23T09:00:00Z",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + limit) == .success { return }
    if let group = Int32(text(root + "/steps/all.group").trimmingCharacters(in: .newlines)), group > 1 {
      kill(-group, SIGKILL)
    }
    _ = ended.wait(timeout: .now() + 5)
  }

  private func text(_ path: String) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
