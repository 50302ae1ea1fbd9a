internal import Documents
internal import Reports
internal import Text

extension Tool {
  /// `tw hook install|uninstall|run NAME`: Git's hooks, and its merging.
  static let hook: @Sendable (Session) throws -> Outcome = { session in
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
