import Foundation

/// A repository for one test, with the real `git`, in a world that is pinned: who, when, and no configuration but its own.
/// It goes away with the value.
package final class ScratchRepository: ScratchFolder {
  /// The environment of `git` and of what is tested.
  package var variables: [String: String]

  /// Seconds; Fri 20 Nov 2026, 12:00 UTC.
  package static let start: Int64 = 1_795_176_000
  /// What the clock of a command shows.
  package var now = ScratchRepository.start
  package var timeZone = "UTC"
  package var outputIsTerminal = false
  /// Of the terminal, in columns.
  package var width = 80

  /// - Parameters:
  ///   - options: for `git init`.
  ///   - name: of the folder, which a workspace is named after.
  package init(_ options: String..., name: String = "harbour") throws {
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ana López", "GIT_AUTHOR_EMAIL": "ana@example.org",
      "GIT_COMMITTER_NAME": "Ana López", "GIT_COMMITTER_EMAIL": "ana@example.org",
    ]
    try super.init(name: name)
    variables["HOME"] = root + "/home"
    setClock(Self.start)
    try makeFolder("../home")
    try git(["init", "--quiet", "-b", "main"] + options + [top], in: root)
  }

  /// A `git` that should have succeeded.
  package struct GitFailure: Error, CustomStringConvertible {
    package let description: String
    package init(description: String) { self.description = description }
  }

  private func setClock(_ time: Int64) {
    variables["GIT_AUTHOR_DATE"] = "\(time) +0000"
    variables["GIT_COMMITTER_DATE"] = "\(time) +0000"
  }

  /// Runs `git` and gives its standard output.
  ///
  /// - Throws: `GitFailure` where it does not succeed.
  @discardableResult
  package func git(
    _ arguments: [String], in directory: String? = nil, input: [UInt8] = [], also: [String: String] = [:]
  ) throws -> [UInt8] {
    let run = try ChildRun(
      ["git"] + arguments, in: directory ?? top, variables: variables.merging(also) { $1 }, input: input)
    if run.status != 0 { throw GitFailure(description: "git \(arguments.joined(separator: " ")): \(run.errors)") }
    return run.output
  }

  /// Runs `git` and gives the text of both its streams; see above.
  @discardableResult
  package func git(_ arguments: String..., in directory: String? = nil) throws -> String {
    try run(git: arguments, in: directory)
  }

  /// Runs `git` and gives the text of both its streams; see above.
  @discardableResult
  package func run(git arguments: [String], in directory: String? = nil) throws -> String {
    let run = try ChildRun(["git"] + arguments, in: directory ?? top, variables: variables, isMerged: true)
    if run.status != 0 { throw GitFailure(description: "git \(arguments.joined(separator: " ")): \(run.said)") }
    return run.said
  }

  /// The output of `git` as one line of text.
  package func line(_ arguments: String..., in directory: String? = nil) throws -> String {
    String(decoding: try git(arguments, in: directory), as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// Writes files, adds everything and commits at a time, which is Git's from then on.
  package func commit(
    _ message: String, _ files: [String: String] = [:], at time: Int64 = ScratchRepository.start,
    in directory: String? = nil
  ) throws {
    for (path, text) in files { try write((directory ?? top) + "/" + path, text) }
    setClock(time)
    try git(["add", "--all"], in: directory)
    try git(["commit", "--quiet", "--allow-empty", "-m", message], in: directory)
  }

  /// Makes history of a stream of `git fast-import`.
  package func fastImport(_ stream: [UInt8]) throws {
    try git(["fast-import", "--quiet", "--date-format=raw-permissive"], input: stream)
  }

  /// Writes a hook that Git may run.
  package func writeHook(_ name: String, _ script: String, in folder: String = ".git/hooks") throws {
    try write(folder + "/" + name, script, mode: 0o755)
  }
}
