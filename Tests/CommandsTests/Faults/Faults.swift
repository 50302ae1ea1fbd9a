import Foundation
import Testing

/// What goes wrong with one of the calls by which `tw` changes files.
enum Fault: String {
  /// It fails.
  case error
  /// The process is killed before it.
  case kill
  /// The process is killed after it, or in the midst of a write.
  case torn
  /// It fails, and so do all behind it.
  case broken
  /// The process is asked to end before it.
  case stop

  /// Those that keep it from being done.
  static let harmful: [Fault] = [.error, .kill, .torn]
}

/// Runs the real program with a library between it and the system that lets one call go wrong.
enum Faults {
  /// Nil where there is no C compiler, or the system loads libraries in another way.
  static let library: String? = {
    #if os(Linux)
      let target =
        FileManager.default.temporaryDirectory.path + "/tw-faults-\(ProcessInfo.processInfo.processIdentifier).so"
      let source = projectFolder + "/Tests/CommandsTests/Faults/faults.c"
      for compiler in ["cc", "clang", "gcc"] {
        let made = try? run(
          "/usr/bin/env", [compiler, "-shared", "-fPIC", "-O1", "-o", target, source, "-ldl"], in: "/", ["PATH": path])
        if made?.status == 0 { return target }
      }
    #endif
    return nil
  }()

  static let isAvailable = library != nil

  /// With the folder of the tests' own program, where `tw` lies, too.
  static let path =
    URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path + ":"
    + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")

  /// Variables with which the `tw` of a command meets a fault; the `git` that runs it, or that it runs, does not.
  ///
  /// - Parameters:
  ///   - step: the call, from 1; nil for none.
  ///   - log: a file for the names of the calls.
  static func variables(_ fault: Fault, at step: Int?, log: String? = nil) -> [String: String] {
    var variables = ["LD_PRELOAD": library ?? "", "TW_FAULT_KIND": fault.rawValue]
    variables["TW_FAULT"] = step.map(String.init)
    variables["TW_FAULT_LOG"] = log
    return variables
  }

  struct Ending {
    /// 128 and the number of the signal, where one ended it.
    let status: Int32
    let errors: String
  }

  static func run(_ program: String, _ arguments: [String], in folder: String, _ variables: [String: String]) throws
    -> Ending
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = variables
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Ending(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      errors: String(decoding: data, as: UTF8.self))
  }
}

extension ScratchRepository {
  /// Runs a program of the PATH in the repository, with these variables beside its own.
  func start(_ words: [String], _ also: [String: String] = [:]) throws -> Faults.Ending {
    let all = variables.merging(["PATH": Faults.path]) { $1 }.merging(also) { $1 }
    return try Faults.run("/usr/bin/env", words, in: top, all)
  }

  /// Every file below a folder, by its path.
  func files(below folder: String) -> [String: String] {
    var files: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: top + "/" + folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: top + "/" + folder + "/" + path) {
        files[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return files
  }
}
