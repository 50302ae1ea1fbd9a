import Commands
import Foundation
import Testing

/// A repository for one test, in a world that is pinned: who, when, and no configuration but its own.
final class ScratchRepository {
  /// The top of the repository, a real path.
  let top: String
  private let root: String
  var variables: [String: String]
  /// Fri 20 Nov 2026, 12:00 UTC.
  var now: Int64 = 1_795_176_000
  var timeZone = "UTC"
  var outputIsTerminal = false
  var width = 80

  /// - Parameter name: of the folder, which a workspace is named after.
  init(name: String = "harbour") throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tw-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
    root = try #require(
      realpath(folder, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      })
    top = root + "/" + name
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root + "/home", "LC_ALL": "C",
      "TZ": "UTC",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ana López", "GIT_AUTHOR_EMAIL": "ana@example.org", "GIT_AUTHOR_DATE": "1795176000 +0000",
      "GIT_COMMITTER_NAME": "Ana López", "GIT_COMMITTER_EMAIL": "ana@example.org",
      "GIT_COMMITTER_DATE": "1795176000 +0000",
    ]
    try git("init", "--quiet", "-b", "main", top, in: root)
  }

  /// One with the team of `.teamwork-example`, committed.
  static func example() throws -> ScratchRepository {
    let repository = try ScratchRepository(name: "kerbline")
    try FileManager.default.copyItem(
      atPath: projectFolder + "/.teamwork-example", toPath: repository.top + "/.teamwork")
    repository.variables["TW_PERSON"] = "samir"
    try repository.commit("The example")
    return repository
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  struct GitFailure: Error, CustomStringConvertible {
    let description: String
  }

  @discardableResult
  func git(_ arguments: String..., in directory: String? = nil) throws -> String {
    try run(git: arguments, in: directory)
  }

  /// Both streams of a `git` that must succeed.
  func run(git arguments: [String], in directory: String? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? top)
    process.environment = variables
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    if process.terminationStatus != 0 { throw GitFailure(description: "git \(arguments): \(text)") }
    return text
  }

  func commit(_ message: String, at time: Int64 = 1_795_176_000) throws {
    variables["GIT_AUTHOR_DATE"] = "\(time) +0000"
    variables["GIT_COMMITTER_DATE"] = "\(time) +0000"
    try git("add", "-A")
    try git("commit", "--quiet", "--allow-empty", "-m", message)
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: top + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Writes a hook that Git may run.
  func writeHook(_ name: String, _ script: String, in folder: String = ".git/hooks") throws {
    try write(folder + "/" + name, script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: top + "/" + folder + "/" + name)
  }

  func read(_ path: String) throws -> String { try String(contentsOfFile: top + "/" + path, encoding: .utf8) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: top + "/" + path) }

  /// Runs a command line, from a folder of the repository.
  @discardableResult
  func tw(_ words: String..., from folder: String = "") -> Answer { run(words, from: folder) }

  /// - Parameters:
  ///   - also: variables beside those of the repository.
  ///   - input: what is on standard input.
  func run(_ words: [String], from folder: String = "", also: [String: String] = [:], input: String = "") -> Answer {
    let directory = folder.isEmpty ? top : folder.hasPrefix("/") ? folder : top + "/" + folder
    return Answer(
      Tool.run(
        words,
        in: Environment(
          directory: directory, variables: variables.merging(also) { $1 }, now: now, timeZone: timeZone,
          outputIsTerminal: outputIsTerminal,
          width: width,
          input: { input.utf8.count > $0 ? nil : Array(input.utf8) })))
  }

  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    init(_ outcome: Outcome) {
      status = outcome.status
      output = String(decoding: outcome.output, as: UTF8.self)
      errors = String(decoding: outcome.errors + outcome.afterwards, as: UTF8.self)
    }
  }
}

/// The folder that `Package.swift` lies in.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
