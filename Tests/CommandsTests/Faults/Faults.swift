import Foundation
import TestSupport
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
        let made = try? ChildRun(
          [compiler, "-shared", "-fPIC", "-O1", "-o", target, source, "-ldl"], in: "/", variables: ["PATH": path])
        if made?.status == 0 { return target }
      }
    #endif
    return nil
  }()

  static let isAvailable = library != nil

  /// With the folder in which `tw` lies before it.
  static let path = builtFolder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")

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
}

extension ScratchRepository {
  /// Runs a program of the PATH in the repository, with these variables beside its own.
  func start(_ words: [String], _ also: [String: String] = [:]) throws -> ChildRun {
    let all = variables.merging(["PATH": Faults.path]) { $1 }.merging(also) { $1 }
    return try ChildRun(words, in: top, variables: all)
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
