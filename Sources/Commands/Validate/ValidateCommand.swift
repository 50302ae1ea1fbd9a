internal import Documents
internal import Git
internal import Reports
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw validate`: checks the worktree, the index, a revision, or what a change brings.
  static let validate = Command(
    CommandDeclaration(
      name: "validate", group: .check, summary: "check the workspace",
      arguments: [
        ArgumentDeclaration(
          name: "PATH", help: "tell only the findings in these files and folders", hint: .path, isRequired: false,
          isRepeatable: true)
      ],
      options: [
        OptionDeclaration(long: "staged", help: "check what is staged; tell what the commit would bring"),
        OptionDeclaration(
          long: "since", value: "REV", help: "tell only what came since REV, `origin/main` in CI", hint: .revision),
        OptionDeclaration(long: "rev", value: "REV", help: "check the tree of REV", hint: .revision),
        OptionDeclaration(long: "fix", help: "apply safe fixes, and tell what is left"),
        OptionDeclaration(
          long: "fail-on", value: "LEVEL", help: "exit with 1 from this level on",
          choices: ["error", "warning", "never"]),
        .format(FindingFormat.self),
      ],
      exclusive: [["staged"], ["since"]],
      description: """
        The whole workspace is read, also where only a part is told: a commit that deletes a goal breaks the references to
        it elsewhere. `--staged` and `--since` tell what the change brings, since HEAD or
        since it left REV (their merge base), and count the rest in one line.

        Exit status: 0 when nothing is found at or above `--fail-on` (`error` unless given), 1 when something is or
        a PATH does not exist, 2 when
        it could not be checked.
        """,
      examples: [
        .init(command: "tw validate --since origin/main --format github", does: "the gate in CI"),
        .init(command: "tw validate --fix", does: "mend what can be mended without changing what a record says"),
      ])
  ) { session in
    let options = session.command.options
    let isStaged = options.flag("staged")
    let revision = options.value(for: "rev")
    let since = options.value(for: "since")
    if isStaged, revision != nil { throw Failure("`--staged` and `--rev` name two trees", help: "give one of them") }
    if options.flag("fix"), isStaged || revision != nil {
      throw Failure("`--fix` changes the worktree, and cannot be used with `--staged` or `--rev`")
    }
    let format = options.value(for: "format").flatMap(FindingFormat.init) ?? .full

    var subject = try ValidationSubject(session, isStaged: isStaged, revision: revision)
    var validation = try subject.validation(session, since: since, isStaged: isStaged)
    var fixed = 0
    if options.flag("fix") {
      // Only where it was asked for.
      let chosen = try session.only(validation.findings, in: session.command.arguments, of: subject.workspace)
      fixed = try FixWriter(writer: session.writer()).apply(chosen, of: subject.workspace)
      if fixed > 0 {
        subject = try ValidationSubject(session, isStaged: false, revision: nil)
        validation = try subject.validation(session, since: since, isStaged: false)
      }
    }
    let findings = try session.only(validation.findings, in: session.command.arguments, of: subject.workspace)
    let elsewhere = session.command.arguments.isEmpty ? nil : validation.findings.count - findings.count
    let report = subject.report(validation, only: findings, elsewhere: elsewhere, fixed: fixed)
    let fails =
      switch options.value(for: "fail-on") ?? "error" {
      // What could not be read was not checked: that is never a pass.
      case "never": validation.unread > 0
      case "warning": !findings.isEmpty
      default: report.errors > 0
      }
    return Outcome(
      status: fails ? 1 : 0,
      output: report.bytes(as: format, width: session.environment.width, colored: session.colorsOutput))
  }
}

/// The tree that is judged.
struct ValidationSubject {
  let workspace: Workspace
  let source: ValidationReport.Source

  init(_ session: Session, isStaged: Bool, revision: String?) throws {
    if isStaged {
      workspace = try session.stagedWorkspace()
      source = .index
    } else if let revision {
      let commit = try session.repository().resolveCommit(revision)
      workspace = try session.workspace(at: commit)
      if workspace.isEmpty { throw session.noWorkspace(workspace.folder, "in \(revision)") }
      source = .revision(commit.hex)
    } else {
      workspace = try session.command.options.flag("fix") ? session.workspaceToEdit() : session.workspace()
      source = .worktree
    }
  }

  init(_ workspace: Workspace, _ source: ValidationReport.Source) {
    self.workspace = workspace
    self.source = source
  }

  func report(_ validation: Result, only findings: [Diagnostic], elsewhere: Int? = nil, fixed: Int = 0)
    -> ValidationReport
  {
    ValidationReport(
      findings: findings, source: source, records: workspace.recordCount, elsewhere: elsewhere,
      preexisting: validation.preexisting,
      allowed: validation.allowed, fixed: fixed, toolVersion: Tool.version,
      rule: { name in Rules.named(name).map { .init(summary: $0.summary, severity: $0.severity ?? .warning) } })
  }

  struct Result {
    var findings: [Diagnostic]
    var preexisting: Int
    var allowed: Int
    /// Files that could not be read.
    var unread: Int
  }

  /// All findings, or with a base those that it does not have.
  func validation(_ session: Session, since: String?, isStaged: Bool) throws -> Result {
    guard isStaged || since != nil else {
      let validation = Validation(workspace)
      return Result(
        findings: validation.findings, preexisting: 0, allowed: validation.allowed, unread: workspace.unreadCount)
    }
    let repository = try session.repository()
    guard let since else { return try self.validation(session, .staged(repository)) }
    var tip: ObjectID?
    if case .revision(let name) = source { tip = ObjectID(hex: name) }
    return try self.validation(session, .since(repository.resolveCommit(since), tip: tip, repository))
  }

  /// What is new since a base.
  func validation(_ session: Session, _ changeBase: ChangeBase) throws -> Result {
    let base = try session.workspace(at: changeBase.commit, sharing: workspace)
    if workspace.isEmpty, base.isEmpty {
      // A hook may be there before the workspace is; where one was named it should be there.
      if session.command.global.workspace != nil {
        throw session.noWorkspace(workspace.folder, "in what is to be checked, and none before it")
      }
      session.warn("there is no workspace `\(workspace.folder)` in what is to be checked, and none before it")
      return Result(findings: [], preexisting: 0, allowed: 0, unread: 0)
    }
    // Nobody raises a limit in the change that it would let through.
    let workspace = base.isEmpty ? workspace : workspace.within(base.charter.limits)
    let change = try change(session, from: base, changeBase)
    let now = Validation(workspace, change: change)
    let before = base.isEmpty ? [] : Validation(base).findings
    var comparison = NewFindings(from: base, to: workspace, renamed: change.renames)
    let fresh = comparison.among(now.findings, before: before)
    return Result(
      findings: fresh, preexisting: now.findings.count - fresh.count, allowed: now.allowed,
      unread: workspace.unreadCount)
  }

  /// What happened since a base, and by whom.
  func change(_ session: Session, from base: Workspace, _ changeBase: ChangeBase) throws -> Teamwork.Change {
    let repository = try session.repository()
    let history = CommittedChange(
      repository, base: base, workspace: workspace, state: changeBase.state,
      hasCommits: changeBase.hasCommits, isSetBack: changeBase.isSetBack,
      range: changeBase.range)
    let zone = session.zone(of: base.isEmpty ? workspace : base)
    let week = try changeBase.commit.map { Week(zone.day(of: try repository.commit($0).committer.time)) }
    return try Teamwork.Change(base, workspace, baseWeek: week, history: history)
  }
}

extension Session {
  /// The findings in some files and folders, named from the current folder.
  fileprivate func only(_ findings: [Diagnostic], in paths: [String], of workspace: Workspace) throws -> [Diagnostic] {
    if paths.isEmpty { return findings }
    let prefix = try repository().prefix
    let wanted = try paths.map { path -> String in
      let from = prefix.isEmpty ? "x" : prefix + "/x"
      guard !path.hasPrefix("/"), let whole = workspace.path(of: path, linkedFrom: from) else {
        throw Failure.notFound("`\(path)` does not lie in the repository", help: "name it from the current folder")
      }
      guard whole.isEmpty || (workspace.folder + "/").hasPrefix(whole + "/") || whole.hasPrefix(workspace.folder + "/")
      else {
        throw Failure.notFound("`\(path)` does not lie in the workspace `\(workspace.folder)`")
      }
      guard whole.isEmpty || workspace.pathExists(whole) else {
        throw Failure.notFound("there is no file or folder `\(path)`")
      }
      return whole
    }
    return findings.filter { finding in
      let places = [finding.source.path] + finding.related.map(\.source.path)
      return wanted.contains { path in path.isEmpty || places.contains { $0 == path || $0.hasPrefix(path + "/") } }
    }
  }
}
