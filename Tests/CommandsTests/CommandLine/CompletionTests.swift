import Commands
import Foundation
import TestSupport
import Testing

/// What is offered where, by the program itself.
@Suite struct CompletionTests {
  /// The words that go on from a command line; its last word is being typed.
  func offered(_ words: [String], _ repository: ScratchRepository) -> [String] {
    let answer = repository.run(["__complete", "--"] + words)
    #expect(answer.status == 0 && answer.errors.isEmpty, "\(words): \(answer.errors)")
    return answer.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  static let cases: [(line: String, words: [String])] = [
    ("val", ["validate"]), ("-C . wh", ["why"]), ("help sch", ["schema"]), ("completions z", ["zsh"]),
    ("validate --format g", ["github", "gitlab"]), ("validate --format=g", ["--format=github", "--format=gitlab"]),
    ("validate --s", ["--staged", "--since"]), ("validate --staged --s", []), ("list --w", ["--workspace"]),
    ("validate --fi", ["--fix"]), ("validate --fix --fi", []), ("validate -- --fi", [":files"]),
    ("new g", ["goal"]), ("list g", ["goals"]), ("list t", ["teams", "tasks"]), ("validate ", [":files"]),
    ("validate --since H", ["HEAD", ":revisions"]), ("list goals --at yes", ["yesterday", ":revisions"]),
    ("summary --week l", ["last"]), ("log --from to", ["today", "tomorrow"]),
    ("explain goals-don", ["goals-done"]), ("explain unowned-t", ["unowned-task"]),
    // Records and tasks.
    ("show tram", ["tram-stops"]), ("show goal/tram", ["goal/tram-stops"]), ("show goals/tram", ["goals/tram-stops"]),
    ("why @sam", ["@samir"]), ("show tram-stops^line-7", ["tram-stops^line-7"]),
    ("done tram-stops^sec", ["tram-stops^second-look"]),
    ("show status", []), ("promise test", ["test-chairs"]), ("ask x --goal tram", ["tram-stops"]),
    ("yield tram", ["tram-stops"]),
    // Fields and their values.
    ("set tram-stops stat", ["status="]), ("set tram-stops status=at", ["status=at-risk"]),
    ("set tram-stops owners+=odd", ["owners+=oddny"]), ("set tram-stops owners=oddny,sam", ["owners=oddny,samir"]),
    ("set tram-stops owners=samir,sam", []), ("set tram-stops status+=a", []),
    ("set tram-stops due=fri", ["due=friday"]), ("set line-7 sta", ["state="]),
    ("set line-7 state=d", ["state=done", "state=dropped"]),
    ("set tram-stops^line-7 owners+=sam", ["owners+=samir"]), ("set nope x", []),
    ("new goal priority=h", ["priority=high"]), ("new goal Title parent=tram", ["parent=tram-stops"]),
    ("list goals stat", ["status="]), ("list goals status!=at", ["status!=at-risk"]),
    ("list goal mode=coo", ["mode=cooperate"]),
    ("list tasks sta", ["state="]), ("list tasks owners=odd", ["owners=oddny"]),
    ("list tasks goal=tram", ["goal=tram-stops"]),
    ("list status moo", []), ("deliver x --helpers oddny,sam", ["oddny,samir"]),
    // The words of a task.
    ("add tram", ["tram-stops"]), ("add tram-stops Words @sam", ["@samir"]),
    ("add tram-stops Words due:fri", ["due:friday"]),
    ("add tram-stops Words role:data", ["role:data-steward"]), ("add tram-stops needs:line-7", ["needs:line-7"]),
    ("add lift-feed needs:tram-stops^line-7", ["needs:tram-stops^line-7"]),
    ("add tram-stops ", ["due:", "needs:", "role:", "effort:"]),
    ("nonsense x", []),
  ]

  @Test func everyPlaceIsOfferedWhatFits() throws {
    let repository = try ScratchRepository.example()
    for (line, words) in Self.cases {
      let typed = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      #expect(offered(typed, repository) == words, "\(line)")
    }
    #expect(offered([""], repository).count == CommandSet.tw.commands.count)
    #expect(offered([], repository).count == CommandSet.tw.commands.count)
    #expect(!offered([""], repository).contains { $0.hasPrefix("_") })
    // With what they mean behind a tab.
    let meaning = repository.run(["__complete", "--", "show", "tram"]).output
    #expect(meaning.hasPrefix("tram-stops\t") && meaning.utf8.count > 14, "\(meaning)")
  }

  @Test func whereverItIsAskedItIsSilent() throws {
    let outside = FileManager.default.temporaryDirectory.path + "/tw-outside-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: outside) }
    let repository = try ScratchRepository()
    for words in [["show", ""], ["set", "x", ""], ["add", "x", "@"], ["done", ""], ["list", "tasks", "owners="]] {
      let answer = repository.run(["__complete", "--"] + words, from: outside)
      #expect(answer.status == 0 && answer.errors.isEmpty && !answer.output.contains("error"), "\(words): \(answer)")
    }
    // Words of a shell are never offered.
    try repository.write(".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\n---\n")
    for name in ["fine", "$(touch x)", "a;b", "a b", "a`b`", "a\"b", "a'b", "a\tb"] {
      try repository.write(
        ".teamwork/goals/\(name).md", "---\ntitle: \"x\\ty\"\nstatus: proposed\n---\n- [ ] A ^$(b)\n- [ ] B ^b;c\n")
    }
    #expect(offered(["show", ""], repository).filter { !$0.hasPrefix("@") } == ["fine"])
    #expect(offered(["done", "fine^"], repository).isEmpty)
    let line = repository.run(["__complete", "--", "show", "f"]).output
    #expect(line == "fine\tx y\n")
  }
}

/// The scripts, in the shells that are installed.
@Suite struct CompletionScriptTests {
  static let shells = ["bash", "zsh", "fish"].filter { find($0) != nil }

  static func find(_ program: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: "\($0)/\(program)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the shell prints for `code`, in which SCRIPT is the file with the completions; `tw` is the one that was built.
  func run(_ shell: String, _ options: [String] = [], _ code: String, in folder: String? = nil) throws -> (
    Int32, String
  ) {
    let home = FileManager.default.temporaryDirectory.path + "/tw-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    try FileManager.default.createSymbolicLink(atPath: home + "/tw", withDestinationPath: builtFolder + "/tw")
    let script = home + "/completions.\(shell)"
    try Data(try #require(CommandSet.tw.completions(for: shell)).utf8).write(to: URL(fileURLWithPath: script))
    let executable: URL = try #require(Self.find(shell))
    let run = try ChildRun(
      [executable.path] + options + ["-c", code.replacingOccurrences(of: "SCRIPT", with: script)], in: folder,
      variables: [
        "PATH": home + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""), "HOME": home, "LC_ALL": "C.UTF-8",
      ], isMerged: true)
    return (run.status, run.said)
  }

  @Test(arguments: shells) func scriptsAreSound(shell: String) throws {
    let (status, output) = try run(shell, shell == "fish" ? ["--no-config"] : [], "\(shell) -n SCRIPT")
    #expect(status == 0)
    #expect(output == "")
  }

  /// What Bash puts in the place of the word behind its last word break.
  func bash(_ line: String, in folder: String? = nil) throws -> [String] {
    let code = """
      source SCRIPT; COMP_WORDBREAKS=$' \\t\\n"\\'@><=;|&(:'; COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
      COMP_WORDS=(); COMP_CWORD=0; _tw; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (status, output) = try run("bash", [], code, in: folder)
    #expect(status == 0)
    return output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: shells.contains("bash"))) func bashCompletes() throws {
    let repository = try ScratchRepository.example()
    try repository.git("branch", "harbour")
    try repository.git("branch", "x$(touch${IFS}stolen)")
    #expect(try bash("tw val", in: repository.top) == ["validate"])
    #expect(try bash("tw  validate   --format g", in: repository.top) == ["github", "gitlab"])
    #expect(try bash("tw validate --format=g", in: repository.top) == ["github", "gitlab"])
    #expect(try bash("tw show @sam", in: repository.top) == ["samir"])
    #expect(try bash("tw set tram-stops status=at", in: repository.top) == ["at-risk"])
    #expect(try bash("tw set tram-stops owners+=odd", in: repository.top) == ["oddny"])
    #expect(try bash("tw add tram-stops Words due:fri", in: repository.top) == ["friday"])
    #expect(try bash("tw show tram-stops^line-7", in: repository.top) == ["tram-stops^line-7"])
    #expect(try bash("tw list goals owners!=odd", in: repository.top) == ["oddny"])
    #expect(try bash("tw list g", in: repository.top) == ["goals"])
    #expect(try bash("tw validate --since h", in: repository.top) == ["harbour"])
    #expect(try bash("tw validate --since=h", in: repository.top) == ["harbour"])
    #expect(try bash("tw diff ", in: repository.top) == ["HEAD", "harbour", "main"])
    #expect(!repository.exists("stolen"))
  }

  @Test(.enabled(if: shells.contains("fish"))) func fishCompletes() throws {
    let repository = try ScratchRepository.example()
    func fish(_ line: String) throws -> [String] {
      try run("fish", ["--no-config"], "source SCRIPT; complete -C '\(line)'", in: repository.top).1
        .split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try fish("tw val") == ["validate"])
    #expect(try fish("tw validate --format g") == ["github", "gitlab"])
    #expect(try fish("tw -C . new go") == ["goal"])
    #expect(try fish("tw set tram-stops status=at") == ["status=at-risk"])
    #expect(try fish("tw add tram-stops Words @sam") == ["@samir"])
    #expect(try fish("tw validate --st") == ["--staged"])
  }

  @Test(.enabled(if: shells.contains("zsh"))) func zshLoads() throws {
    let (status, output) = try run(
      "zsh", ["-f"], "autoload -U compinit; compinit -D -u; source SCRIPT && print -r -- $_comps[tw]")
    #expect(status == 0)
    #expect(output == "_tw\n")
  }
}
