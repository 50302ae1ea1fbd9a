internal import Documents
internal import Reports
internal import Text

extension Command {
  /// `tw hook install|uninstall|run NAME`: Git's hooks, and its merging.
  static let hook = Command(
    CommandDeclaration(
      name: "hook", group: .setUp, summary: "have Git check every commit, merge or push, and merge records",
      arguments: [
        ArgumentDeclaration(name: "ACTION", help: "what to do", choices: ["install", "uninstall", "run"]),
        ArgumentDeclaration(
          name: "NAME", help: "of `run`: the hook",
          choices: GitHook.allCases.map(\.rawValue) + [PreCommitFramework.name],
          isRequired: false),
        ArgumentDeclaration(
          name: "FILE", help: "of `run pre-commit-framework`: what pre-commit names", hint: .path, isRequired: false,
          isRepeatable: true),
      ],
      options: [
        OptionDeclaration(long: "server", help: "only the hook of a repository that people push to"),
        OptionDeclaration(long: "merge", help: "only the merge driver, and no hook"),
      ],
      description: """
        `install` writes a marked block into the hooks that Git runs here, pre-commit and pre-merge-commit, or with
        `--server` pre-receive. What is there is kept; `uninstall` takes the block out again, and leaves every file as it was.
        Where a block would never be reached, nothing is written, and you are told the line to add by hand.

        `install --merge` has Git merge records with `tw merge-driver`: it configures the driver in this repository, and names
        it for the workspace in a marked block of `.gitattributes`, which is to be committed. Whoever did not run it merges by
        lines as before, and `tw doctor` tells them. `uninstall` takes out whatever is there, with `--server` or `--merge` only
        that; a `.gitattributes` that is committed is everybody's, and stays.

        `run` is what the hooks do. Before a commit or a merge it checks what is staged, as `tw validate --staged`. Before
        a push is received it reads Git's lines on standard input, and judges each branch against what it was; of a new
        one the whole tree.

        `run pre-commit-framework` is for the program pre-commit (pre-commit.com): a commit is judged by what is staged,
        `--from-ref` with `--to-ref` and a push by that range, `--all-files` by all there is.

        Hooks do not run for every way into a branch: `tw validate --since origin/main` in CI does.
        """,
      examples: [
        .init(command: "tw hook install", does: "in a clone: commits and merges are checked"),
        .init(command: "tw hook install --merge", does: "in a clone: records are merged by fields and tasks"),
        .init(command: "tw hook install --server", does: "in a bare repository: pushes are checked"),
      ])
  ) { session in
    let arguments = session.command.arguments
    let (isServer, isMerge) = (session.command.options.flag("server"), session.command.options.flag("merge"))
    if isServer || isMerge, arguments[0] == "run" {
      throw UsageError(
        message: "`--\(isServer ? "server" : "merge")` goes with `install` and `uninstall`",
        help: "`tw help hook` says more")
    }
    if isServer, isMerge {
      throw UsageError(
        message: "nobody merges where `--server` is for: `--merge` goes without it", help: "`tw help hook` says more")
    }
    if arguments[0] == "run" {
      if arguments.dropFirst().first == PreCommitFramework.name {
        return try PreCommitFramework(session, files: Array(arguments.dropFirst(2))).outcome()
      }
      guard arguments.count == 2, let hook = GitHook(rawValue: arguments[1]) else {
        throw UsageError(
          message: "`tw hook run` needs the name of a hook",
          help: "it is one of "
            + (GitHook.allCases.map(\.rawValue) + [PreCommitFramework.name]).map { "`\($0)`" }.joined(separator: ", "))
      }
      return hook == .preReceive ? try PushCheck(session).outcome() : try session.stagedOutcome()
    }
    guard arguments.count == 1 else {
      throw UsageError(message: "`tw hook \(arguments[0])` takes no name", help: "it takes care of all hooks")
    }
    if arguments[0] == "uninstall" {
      return try session.uninstall(
        isMerge ? [] : isServer ? [.preReceive] : GitHook.allCases, withMergeDriver: !isServer)
    }
    return try session.answer(
      isMerge ? session.installMergeDriver() : session.installHooks(isServer ? [.preReceive] : GitHook.ofCommits))
  }
}

extension Session {
  /// The hooks, when nothing stands in the way of installing any of them.
  func hooksToInstall(_ hooks: [GitHook]) throws -> [HookFile] {
    if try repository().isBare, hooks != [.preReceive] {
      throw Failure(
        "nobody commits in this repository: it has no worktree",
        help: "`tw hook install --server` has it check what is pushed")
    }
    let files = try hooks.map { try HookFile($0, repository(), folder: folder()) }
    for file in files { try file.check() }
    return files
  }

  func installHooks(_ hooks: [GitHook]) throws -> StyledText {
    var text = StyledText()
    for line in try HookFile.install(hooksToInstall(hooks)) { text.line(line) }
    return text
  }

  fileprivate func installMergeDriver() throws -> StyledText {
    let setup = try MergeSetup(repository(), folder: folder())
    _ = try writer()
    var text = StyledText()
    for line in try setup.install() { text.line(line) }
    return text
  }

  fileprivate func uninstall(_ hooks: [GitHook], withMergeDriver: Bool) throws -> Outcome {
    let files = try hooks.map { try HookFile($0, repository(), folder: folder()) }
    var done = try files.compactMap { try $0.uninstall() }
    if try withMergeDriver && !repository().isBare {
      done += try MergeSetup(repository(), folder: folder()).uninstall()
    }
    var text = StyledText()
    for line in done { text.line(line) }
    if done.isEmpty { text.line("There was nothing to take out.") }
    return answer(text)
  }

  /// What `tw validate --staged` says, where it has something to say.
  func stagedOutcome() throws -> Outcome {
    let subject = try ValidationSubject(self, isStaged: true, revision: nil)
    return hookOutcome(subject, try subject.validation(self, since: nil, isStaged: true))
  }

  /// What a hook says of what was found.
  func hookOutcome(_ subject: ValidationSubject, _ validation: ValidationSubject.Result) -> Outcome {
    let report = subject.report(validation, only: validation.findings)
    // A commit that brings nothing amiss needs no words.
    if validation.findings.isEmpty { return Outcome() }
    return Outcome(
      status: report.errors > 0 ? 1 : 0,
      output: report.bytes(as: .full, width: environment.width, colored: colorsOutput))
  }
}
