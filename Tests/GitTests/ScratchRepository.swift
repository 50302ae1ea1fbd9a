import Foundation
import Testing

@testable import Git

/// A folder for one test, with the real `git` in a pinned environment. It goes away with the value.
final class ScratchRepository {
  /// The real path of the folder that holds everything.
  let root: String
  /// The top of the repository, or the bare repository itself.
  let top: String
  /// The environment of `git` and of what is tested.
  var variables: [String: String]

  /// - Parameter options: for `git init`.
  init(_ options: String...) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tw-git-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
    root = try #require(FileSystem.real(folder))
    top = root + "/repo"
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": root + "/home", "LC_ALL": "C", "TZ": "UTC",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org", "GIT_AUTHOR_DATE": "1700000000 +0100",
      "GIT_COMMITTER_NAME": "Ben", "GIT_COMMITTER_EMAIL": "ben@example.org",
      "GIT_COMMITTER_DATE": "1700000000 +0100",
    ]
    try git(["init", "--quiet", "-b", "main"] + options + [top], in: root)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs `git` and gives its standard output; a failure is thrown.
  @discardableResult
  func git(_ arguments: [String], in directory: String? = nil, input: [UInt8] = [], also: [String: String] = [:]) throws
    -> [UInt8]
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? top)
    process.environment = variables.merging(also) { $1 }
    let base = root + "/" + UUID().uuidString
    let (output, errors, stdin) = (base + ".out", base + ".err", base + ".in")
    for (path, content) in [(output, []), (errors, []), (stdin, input)] {
      try Data(content).write(to: URL(fileURLWithPath: path))
    }
    defer { for path in [output, errors, stdin] { try? FileManager.default.removeItem(atPath: path) } }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle(forReadingAtPath: stdin)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let why = String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
      throw Failure(description: "git \(arguments.joined(separator: " ")): \(why)")
    }
    return [UInt8](FileManager.default.contents(atPath: output) ?? Data())
  }

  /// The output of `git` as one line of text.
  func line(_ arguments: String..., in directory: String? = nil) throws -> String {
    String(decoding: try git(arguments, in: directory), as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  func id(_ revision: String) throws -> ObjectID {
    try #require(ObjectID(hex: line("rev-parse", revision)))
  }

  func write(_ path: String, _ text: String) throws {
    let full = path.hasPrefix("/") ? path : top + "/" + path
    let folder = (full as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full))
  }

  /// Writes files, adds everything and commits; seconds are added to the pinned dates.
  @discardableResult
  func commit(_ message: String, _ files: [String: String] = [:], after seconds: Int = 0, in directory: String? = nil)
    throws -> ObjectID
  {
    for (path, text) in files { try write((directory ?? top) + "/" + path, text) }
    try git(["add", "--all"], in: directory)
    let date = "\(1_700_000_000 + seconds) +0100"
    try git(
      ["commit", "--quiet", "--allow-empty", "-m", message], in: directory,
      also: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    return try #require(ObjectID(hex: line("rev-parse", "HEAD", in: directory)))
  }

  /// Stores an object as it is, however broken.
  func object(_ kind: String, _ bytes: [UInt8]) throws -> ObjectID {
    let output = try git(["hash-object", "-t", kind, "-w", "--stdin", "--literally"], input: bytes)
    return try #require(ObjectID(hex: String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)))
  }

  /// The bytes of a tree, entry after entry as given.
  func tree(_ items: [(mode: String, name: [UInt8], id: ObjectID)]) throws -> ObjectID {
    var bytes: [UInt8] = []
    for item in items {
      bytes += Array(item.mode.utf8)
      bytes.append(0x20)
      bytes += item.name
      bytes.append(0)
      bytes += item.id.bytes
    }
    return try object("tree", bytes)
  }

  func open(_ directory: String? = nil, _ also: [String: String] = [:]) throws -> Repository {
    try Repository(discoveringFrom: directory ?? top, variables: variables.merging(also) { $1 })
  }
}

/// An entry as `git ls-tree` and `git ls-files --stage` tell it.
struct Listed: Hashable, CustomStringConvertible {
  var mode: Mode
  var id: String
  var path: [UInt8]

  var description: String { "\(mode) \(id) \(String(decoding: path, as: UTF8.self))" }

  init(_ entry: Entry) { (mode, id, path) = (entry.mode, entry.id.hex, entry.path) }

  /// `mode SP … SP id [SP stage] TAB path`.
  init?(line: ArraySlice<UInt8>, idAt position: Int) {
    guard let tab = line.firstIndex(of: 9) else { return nil }
    let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
    guard let bits = UInt32(words[0], radix: 8) else { return nil }
    (mode, id, path) = (Mode(bits), String(words[position]), Array(line[(tab + 1)...]))
  }

  static func tree(_ output: [UInt8]) -> [Listed] {
    output.split(separator: 0).compactMap { Listed(line: $0, idAt: 2) }
  }

  static func index(_ output: [UInt8]) -> [Listed] {
    output.split(separator: 0).compactMap { Listed(line: $0, idAt: 1) }
  }
}
