import Foundation

/// A program that was run to its end, and what it said.
package struct ChildRun: Sendable {
  /// 128 and the number of the signal, where one ended it; 127 where there is no such program.
  package let status: Int32
  package let output: [UInt8]
  /// What it said on standard error; empty where both streams were to be one.
  package let errors: String

  /// The output as text.
  package var said: String { String(decoding: output, as: UTF8.self) }

  /// Finds the program in the path and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: where it is run; here, where it is nil.
  ///   - variables: all that it has; those of the tests, where it is nil.
  ///   - isMerged: whether errors are said on the standard output.
  package init(
    _ words: [String], in folder: String? = nil, variables: [String: String]? = nil, input: [UInt8] = [],
    isMerged: Bool = false
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    if let variables { process.environment = variables }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = isMerged ? output : errors
    // From a file, so that nobody waits for who reads it.
    let file = FileManager.default.temporaryDirectory.path + "/tw-input-\(UUID().uuidString)"
    if input.isEmpty {
      process.standardInput = FileHandle.nullDevice
    } else {
      try Data(input).write(to: URL(fileURLWithPath: file))
      process.standardInput = FileHandle(forReadingAtPath: file)
    }
    defer { if !input.isEmpty { try? FileManager.default.removeItem(atPath: file) } }
    try process.run()
    // Both at once: a pipe that is full would stop the program.
    let complaint = Reading()
    if !isMerged { complaint.begin(errors.fileHandleForReading) }
    self.output = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    self.errors = isMerged ? "" : complaint.end()
    process.waitUntilExit()
    status = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
  }

  /// What a stream says until its end, read on another thread.
  private final class Reading: @unchecked Sendable {
    private var bytes: [UInt8] = []
    private let done = DispatchGroup()

    func begin(_ stream: FileHandle) {
      DispatchQueue.global().async(group: done) { self.bytes = [UInt8](stream.readDataToEndOfFile()) }
    }

    func end() -> String {
      done.wait()
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension ChildRun {
  /// Whether a program does what is asked of it here: Python with a library, say.
  package static func succeeds(_ words: String...) -> Bool { (try? ChildRun(words, isMerged: true))?.status == 0 }
}
