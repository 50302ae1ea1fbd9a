import Commands
import Foundation
import Testing

@Suite struct CompletionTests {
  static let shells = ["bash", "zsh", "fish"].filter { find($0) != nil }

  static func find(_ program: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: "\($0)/\(program)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the shell prints for `code`, after the completions are written to the file `$1`.
  func run(_ shell: String, _ options: [String] = [], _ code: String, in folder: URL? = nil) throws -> (Int32, String) {
    let script = FileManager.default.temporaryDirectory.appendingPathComponent("tw-\(UUID().uuidString).\(shell)")
    try Data(try #require(CommandSet.tw.completions(for: shell)).utf8).write(to: script)
    defer { try? FileManager.default.removeItem(at: script) }
    let process = Process()
    let executable: URL = try #require(Self.find(shell))
    process.executableURL = executable
    process.arguments = options + ["-c", code.replacingOccurrences(of: "SCRIPT", with: script.path)]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": "/nonexistent"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(arguments: shells) func scriptsAreSound(shell: String) throws {
    let (status, output) = try run(shell, shell == "fish" ? ["--no-config"] : [], "\(shell) -n SCRIPT")
    #expect(status == 0)
    #expect(output == "")
  }

  func bash(_ words: String..., in folder: URL? = nil) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let code = """
      source SCRIPT; COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); _tw; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (status, output) = try run("bash", code, in: folder)
    #expect(status == 0)
    return output.split(separator: "\n").map(String.init)
  }

  func run(_ shell: String, _ code: String, in folder: URL? = nil) throws -> (Int32, String) {
    try run(shell, [], code, in: folder)
  }

  @Test(.enabled(if: shells.contains("bash"))) func bashCompletes() throws {
    #expect(try bash("tw", "val") == ["validate"])
    #expect(try bash("tw", "-C", "x", "wh") == ["why"])
    let formats = ["full", "concise", "json", "sarif", "github", "gitlab", "junit"]
    #expect(try bash("tw", "validate", "--format", "") == formats)
    #expect(try bash("tw", "validate", "--format", "=") == formats)
    #expect(try bash("tw", "validate", "--format", "=", "g") == ["github", "gitlab"])
    #expect(try bash("tw", "new", "g") == ["goal"])
    #expect(try bash("tw", "new", "").count == 11)
    #expect(try bash("tw", "--color", "never", "new", "status", "").isEmpty)
    #expect(try bash("tw", "validate", "--s") == ["--staged", "--since"])
    #expect(try bash("tw", "list", "--w") == ["--workspace"])
    #expect(try bash("tw", "completions", "z") == ["zsh"])
    #expect(try bash("tw", "help", "sch") == ["schema"])
  }

  @Test func completesRecordsAndRevisionsWithoutRunningTheirNames() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tw-\(UUID().uuidString)")
    let goals = folder.appendingPathComponent(".teamwork/goals")
    try FileManager.default.createDirectory(at: goals, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["public-beta.md", "$(touch stolen).md", "a;touch stolen.md"] {
      try Data().write(to: goals.appendingPathComponent(name))
    }
    let code = """
      git init -q -b main . && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x &&
      git branch 'x$(touch${IFS}stolen)'
      """
    let (status, _) = try run("bash", code, in: folder)
    #expect(status == 0)
    #expect(try bash("tw", "show", "", in: folder) == ["public-beta"])
    #expect(try bash("tw", "validate", "--since", "", in: folder) == ["HEAD", "main"])
    if Self.shells.contains("fish") {
      let (_, shown) = try run("fish", ["--no-config"], "source SCRIPT; complete -C 'tw show pub'", in: folder)
      #expect(shown == "public-beta\n")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("stolen").path))
  }

  @Test(.enabled(if: shells.contains("fish"))) func fishCompletes() throws {
    func fish(_ line: String) throws -> [String] {
      try run("fish", ["--no-config"], "source SCRIPT; complete -C '\(line)'").1
        .split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try fish("tw val") == ["validate"])
    #expect(try fish("tw validate --format g") == ["github", "gitlab"])
    #expect(try fish("tw -C x new go") == ["goal"])
    #expect(try fish("tw new goal go").isEmpty)
    #expect(try fish("tw validate --st") == ["--staged"])
  }

  @Test(.enabled(if: shells.contains("zsh"))) func zshLoads() throws {
    let (status, output) = try run(
      "zsh", ["-f"], "autoload -U compinit; compinit -D -u; source SCRIPT && print -r -- $_comps[tw]")
    #expect(status == 0)
    #expect(output == "_tw\n")
  }
}
