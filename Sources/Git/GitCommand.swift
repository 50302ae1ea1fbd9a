#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a finished program left behind.
struct CommandOutput {
  var status: Int32
  var output: [UInt8]
  /// Repaired where it is not UTF-8; the last lines of it.
  var errors: String
}

/// The installed `git`, run in one folder, in an environment in which it only reads.
struct GitCommand {
  private let executable: String
  private let directory: String
  private let environment: [String: String]

  /// nil when no `git` is installed.
  ///
  /// - Parameters:
  ///   - directory: where it runs.
  ///   - variables: our own environment. Its `PATH` is searched, except for relative folders, which could be
  ///     the repository's.
  init?(directory: String, variables: [String: String]) {
    let folders = (variables["PATH"] ?? "").split(separator: ":").map(String.init).filter(Path.isAbsolute)
    guard let found = folders.lazy.map({ Path.join($0, "git") }).first(where: { access($0, X_OK) == 0 }) else {
      return nil
    }
    executable = found
    self.directory = directory
    // Tracing would mix with what goes wrong; GIT_CONFIG holds for `git config` alone, not for `git commit`.
    var environment = variables.filter { !$0.key.hasPrefix("GIT_TRACE") && $0.key != "GIT_CONFIG" }
    environment["LC_ALL"] = "C"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    // What libgit2 does, too: history as it was recorded.
    environment["GIT_NO_REPLACE_OBJECTS"] = "1"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    self.environment = environment
  }

  /// The same with one variable more.
  func setting(_ name: String, _ value: String) -> GitCommand {
    GitCommand(executable: executable, directory: directory, environment: environment.merging([name: value]) { $1 })
  }

  /// The same at the top of a repository that has been found, with nothing left to be searched for. Git trusts a
  /// repository that is named like this, so it must have been asked before.
  func pinned(to location: Location) -> GitCommand {
    var environment = environment
    environment["GIT_DIR"] = location.gitDirectory
    environment["GIT_WORK_TREE"] = location.workTree
    environment["GIT_INDEX_FILE"] = nil
    for name in ["GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_SHALLOW_FILE"] {
      if let path = environment[name], !path.isEmpty { environment[name] = Path.join(location.start, path) }
    }
    return GitCommand(
      executable: executable, directory: location.workTree ?? location.gitDirectory, environment: environment)
  }

  private init(executable: String, directory: String, environment: [String: String]) {
    self.executable = executable
    self.directory = directory
    self.environment = environment
  }

  func start(_ arguments: [String]) throws -> ChildProcess {
    // What the configuration would have `git` run while it only reads is switched off.
    let fixed = ["-C", directory, "--no-pager", "-c", "core.fsmonitor="]
    return try ChildProcess(executable: executable, arguments: fixed + arguments, environment: environment)
  }

  func run(_ arguments: [String], input: [UInt8] = []) throws -> CommandOutput {
    let child = try start(arguments)
    _ = try child.exchange(input, thenClose: true) { _ in false }
    return CommandOutput(
      status: child.wait(), output: child.output,
      errors: String(decoding: child.errors, as: UTF8.self))
  }

  /// The output of a command that must succeed.
  func read(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let result = try run(arguments, input: input)
    guard result.status == 0 else {
      throw GitError(.failure, "`git \(arguments.first ?? "")` failed: \(result.reason)")
    }
    return result.output
  }
}

extension CommandOutput {
  /// What went wrong, in one line and without `fatal: `.
  var reason: String {
    let lines = errors.split(whereSeparator: \.isNewline).map { line in
      line.trimmingPrefix("fatal: ").trimmingPrefix("error: ").trimmingPrefix("\t")
    }
    return lines.isEmpty ? "it ended with status \(status)" : lines.joined(separator: " ")
  }
}
