internal import Git
internal import Storage
internal import Teamwork
internal import Text

/// One run of a command: the environment, what was asked, and what both lead to, found when first needed.
package final class Session {
  package let environment: Environment
  package let command: ParsedCommand
  /// Said on standard error when the command has ended.
  private(set) var warnings = StyledText()
  /// Said on standard error behind the answer.
  var remarks = StyledText()
  private var warned: Set<String> = []
  /// What was read for this run.
  var kept: [any Sendable] = []
  private var lock: FolderLock?

  package init(_ command: ParsedCommand, in environment: Environment) {
    self.command = command
    self.environment = environment
  }

  // MARK: The repository and the workspace

  /// The folder to work in: the current one, and `-C` from there.
  var directory: String {
    command.global.directories.reduce(environment.directory) { $1.hasPrefix("/") ? $1 : $0 + "/" + $1 }
  }

  private lazy var foundRepository = Result {
    try Repository(discoveringFrom: directory, variables: environment.variables)
  }

  func repository() throws -> Repository {
    do {
      return try foundRepository.get()
    } catch let error as GitError {
      guard case .noRepository = error.kind else { throw error }
      throw Failure(error.message, help: "a workspace lives in a Git repository: `git init` makes one")
    }
  }

  /// A repository of one's own, for another thread or a source that keeps it.
  func anotherRepository() throws -> Repository {
    try Repository(discoveringFrom: directory, variables: environment.variables)
  }

  /// The top of the worktree.
  func top() throws -> String {
    guard let top = try repository().workTree else {
      throw Failure("this repository is bare: it has no worktree", help: "name a tree with `--rev`")
    }
    return top
  }

  /// The workspace's folder, relative to the repository's top.
  func folder() throws -> String {
    let name = command.global.workspace ?? ".teamwork"
    let trimmed = name.hasSuffix("/") ? String(name.dropLast()) : name
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    if trimmed.isEmpty || parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." || $0.lowercased() == ".git" })
    {
      throw Failure(
        "`\(name)` is no folder of the repository", help: "name it from the repository's top, like `.teamwork`")
    }
    return trimmed
  }

  /// The workspace of the worktree.
  ///
  /// - Parameter other: another version of it; what is the same there is not read again.
  func workspace(sharing other: Workspace? = nil) throws -> Workspace {
    let source = try worktreeSource()
    let workspace = try load(source, folder(), sharing: other)
    try source.throwFailure()
    return workspace
  }

  private func worktreeSource() throws -> WorktreeSource {
    let top = try top()
    let folder = try folder()
    let kind = PathKind(top + "/" + folder)
    let skipped = try skippedFiles()
    if kind == nil, !skipped.contains(folder) { throw noWorkspace(folder, "here") }
    Workspace.prepare()
    if kind == .file {
      throw Failure("`\(folder)` is no folder", help: "move the file away, then `tw init` makes a workspace")
    }
    return try WorktreeSource(top: top, folder: folder, skipped: skipped)
  }

  private lazy var foundSkippedFiles = Result { try SkippedFiles(of: anotherRepository(), folder: folder()) }

  /// What Git tracks and has not put into the worktree.
  func skippedFiles() throws -> SkippedFiles { try foundSkippedFiles.get() }

  /// Writes files of the worktree.
  func writer() throws -> FileWriter {
    let repository = try repository()
    if let reason = repository.reasonNotToWrite {
      throw Failure(
        "\(reason): nothing is written there",
        help: "go to the worktree that you mean; or name both, with `GIT_DIR` and `GIT_WORK_TREE`")
    }
    return try FileWriter(top: top(), skipped: skippedFiles())
  }

  /// The workspace of the worktree, about to be changed: no other `tw` writes to it until this command has ended.
  func workspaceToEdit() throws -> Workspace {
    try lockWorktree()
    let source = try worktreeSource()
    source.removeLeftovers()
    let workspace = try load(source, folder())
    try source.throwFailure()
    return workspace
  }

  /// Keeps every other `tw` from writing to the worktree, and brings to its end what one was killed at.
  func lockWorktree() throws {
    if lock != nil { return }
    let lock = try FolderLock(top())
    switch try writer().finishStopped(journal()) {
    case .finished(let count)?:
      note("A change of \(counted(count, "file")) had been stopped half way; now it is finished.")
    case .undone(let count)?:
      note("A change of \(counted(count, "file")) had been stopped before it began; nothing of it is left.")
    case nil: break
    }
    self.lock = lock
  }

  /// Changes files of the worktree, all or none.
  func apply(_ changes: [FileEdit]) throws { try writer().apply(changes, journal: journal()) }

  /// Where a change of several files is written down while it is made.
  func journal() throws -> String { try repository().gitDirectory + "/tw-journal" }

  /// The workspace of a commit; nil for none at all.
  ///
  /// - Parameter other: another version of it; what is the same there is not read again.
  func workspace(at commit: ObjectID?, sharing other: Workspace? = nil) throws -> Workspace {
    let source = try GitSource(anotherRepository(), commit: commit, folder: folder())
    let workspace = try load(source, folder(), sharing: other)
    try source.throwFailure()
    return workspace
  }

  /// The newest state: the worktree's, or in a bare repository HEAD's.
  func latestWorkspace() throws -> Workspace {
    guard try repository().isBare else { return try workspace() }
    let head = try repository().head()
    let workspace = try workspace(at: head)
    if workspace.isEmpty { throw noWorkspace(workspace.folder, "in HEAD") }
    return workspace
  }

  /// The workspace that is staged.
  func stagedWorkspace() throws -> Workspace {
    let source = try GitSource(indexOf: anotherRepository(), folder: folder())
    let workspace = try load(source, folder())
    try source.throwFailure()
    return workspace
  }

  /// The folder of a file on the command line, relative to the repository's top; nil where it lies elsewhere.
  func folder(ofFile path: String) -> String? {
    guard let top = try? top(), let folder = PlainFile.realFolder(of: path) else { return nil }
    if folder == top { return "" }
    return folder.hasPrefix(top + "/") ? String(folder.dropFirst(top.count + 1)) : nil
  }

  func noWorkspace(_ folder: String, _ place: String) -> Failure {
    Failure("there is no workspace `\(folder)` \(place)", help: "`tw init` makes one")
  }

  private func load(_ source: any FileSource, _ folder: String, sharing other: Workspace? = nil) throws -> Workspace {
    // Below that it is done before anybody could read it.
    let isLong = source.files.count >= 5_000
    if isLong, environment.errorIsTerminal { environment.progress("Reading \(source.files.count) files …") }
    defer { if isLong, environment.errorIsTerminal { environment.progress(nil) } }
    return try accepted(Workspace(source, folder: folder, sharing: other))
  }

  /// A workspace of a format that this tw knows; what of it could not be read is said.
  func accepted(_ workspace: Workspace) throws -> Workspace {
    kept.append(workspace)
    try requireKnownFormat(workspace.charter)
    warnOfUnread(in: workspace)
    return workspace
  }

  func requireKnownFormat(_ charter: Charter) throws {
    guard let format = charter.format, format != Schema.formatVersion else { return }
    throw Failure(
      "the charter says `format: \(format)`, and this tw knows format \(Schema.formatVersion)",
      help: "install a newer tw")
  }

  /// What the tool could not see, it says; `validate` says more than that.
  private func warnOfUnread(in workspace: Workspace) {
    let count = workspace.unreadCount
    guard count > 0, command.name != "validate", command.name != "hook" else { return }
    warn(
      "\(counted(count, "file")) could not be read, and \(count == 1 ? "is" : "are") left out here: `tw validate` says why"
    )
  }

  // MARK: Time and people

  /// The time zone that days are counted in now: that of the worktree's charter, else of HEAD's.
  lazy var currentZone = Result {
    try zone(of: repository().workTree == nil ? workspace(at: repository().head()) : workspace())
  }

  func zone(of workspace: Workspace) -> Zone {
    let zone = Zone(workspace.charter.timeZone)
    if !zone.isKnown {
      warn("this system does not know the time zone `\(zone.name)`: days are counted in UTC; install `tzdata`")
    }
    return zone
  }

  /// `--today`, else `TW_TODAY`, else the clock, in the charter's time zone.
  func today(in workspace: Workspace) throws -> Day { try today { zone(of: workspace) } }

  func today(in zone: Zone) throws -> Day { try today { zone } }

  func today(in zone: () throws -> Zone) throws -> Day {
    let (given, from) =
      command.global.today.map { ($0, "--today") } ?? (environment.variables["TW_TODAY"] ?? "", "TW_TODAY")
    if given.isEmpty { return try zone().day(of: environment.now) }
    // Said in words, it is seen from the clock.
    return try Day.said(given, as: "`\(from)`", on: zone().day(of: environment.now))
  }

  /// Who runs this: `TW_PERSON`, else the person with the address that Git would commit with.
  func me(in workspace: Workspace) throws -> Record? {
    if let id = environment.variables["TW_PERSON"], !id.isEmpty {
      guard let person = workspace.record(.person, Name(id)) else {
        throw Failure(
          "`TW_PERSON` is `\(id)`, but there is no such person",
          help: nearest(to: id, among: workspace.ids(.person)).map { "did you mean `\($0)`?" })
      }
      return person
    }
    return try repository().identity().flatMap { workspace.person(withAddress: $0.email) }
  }

  /// The same.
  ///
  /// - Throws: `Failure` where the workspace does not know them.
  func knownMe(in workspace: Workspace) throws -> Record {
    if let me = try me(in: workspace) { return me }
    guard let identity = try repository().identity() else {
      throw Failure(
        "Git does not know your address: `user.email` is not set",
        help: "`git config user.email you@example.org` tells it; or set `TW_PERSON`")
    }
    let address = visible(identity.email)
    let name = identity.name.map(RecordPath.folded)
    let called = workspace.records(of: .person).filter { person in
      name != nil && person[Person.name].map(RecordPath.folded) == name
    }
    // Of two with one name nobody knows which it is.
    if called.count == 1, let person = called.first {
      throw Failure(
        "nobody in the workspace has your address, `\(address)`: are you `\(person.id)`?",
        help: "`tw set person/\(shellWord(person.id.text)) emails+=\(shellWord(identity.email))` adds it to your page; "
          + "`tw new person` is for who has none yet, and `TW_PERSON` names you for once")
    }
    throw Failure(
      "nobody in the workspace has your address, `\(address)`",
      help: "`tw new person 'Your Name' emails=\(address)` writes you in; or set `TW_PERSON`")
  }

  // MARK: Output

  var colorsOutput: Bool {
    command.global.color.usesColor(isTerminal: environment.outputIsTerminal) { environment.variables[$0] }
  }
  var colorsErrors: Bool {
    command.global.color.usesColor(isTerminal: environment.errorIsTerminal) { environment.variables[$0] }
  }

  /// Says something on standard error at the end, once however often it is met.
  func warn(_ message: String) {
    guard warned.insert(message).inserted else { return }
    warnings.append("warning", .warning)
    warnings.append(": " + message + "\n")
  }

  /// Says on standard error what is no warning.
  func note(_ message: String) { warnings.append(message + "\n") }

  /// What was asked for.
  func answer(_ text: StyledText, status: Int32 = 0) -> Outcome {
    Outcome(status: status, output: text.bytes(colored: colorsOutput))
  }

  func answer(_ json: JSON, status: Int32 = 0) -> Outcome { Outcome(status: status, output: json.bytes()) }
}
