internal import Documents
internal import Storage
internal import Teamwork
internal import Text

extension Command {
  /// `tw init`: a workspace with a first person, role and goal.
  static let initialize = Command(
    CommandDeclaration(
      name: "init", group: .start, summary: "make a workspace in this repository",
      options: [
        OptionDeclaration(
          long: "mode", value: "MODE", help: "how the team works unless a goal says otherwise",
          choices: ["collaborate", "cooperate"]),
        OptionDeclaration(long: "name", value: "NAME", help: "the team's or organisation's name"),
        OptionDeclaration(long: "vision", value: "TEXT", help: "what it is all for, in a sentence"),
        OptionDeclaration(long: "hooks", help: "also install the hooks, as `tw hook install` does"),
      ],
      description: """
        Writes a charter, your own page, a first role and a first goal to `.teamwork`, at the top of the repository. Nothing
        that is there is overwritten. In a workspace that is there already, `--hooks` alone installs the hooks.

        Where people collaborate, goals are shared and their work depends on each other's. Where they cooperate, a goal
        has one owner and others help. `tw explain mode` helps to choose.
        """,
      examples: [
        .init(
          command: "tw init --mode collaborate --name 'Harbour Works' --hooks",
          does: "a workspace for a team that shares its goals, checked before every commit")
      ])
  ) { session in
    let top = try session.topForInit()
    let folder = try session.folder()
    let options = session.command.options
    if try session.skippedFiles().contains(folder + "/teamwork.md"),
      PathKind(top + "/" + folder + "/teamwork.md") == nil
    {
      throw Failure(
        "there is a workspace already, which Git has not checked out here: `\(folder)`",
        help: "`git sparse-checkout add \(folder)` puts it here")
    }
    if PathKind(top + "/" + folder) != nil {
      // Only the hooks were asked for: they can be had later, too.
      let asksForMore = ["mode", "name", "vision"].contains(where: options.flag)
      guard options.flag("hooks"), !asksForMore, PathKind(top + "/" + folder + "/teamwork.md") == .file else {
        throw try session.workspaceIsThere(folder)
      }
      return session.answer(try session.installHooks(GitHook.ofCommits))
    }
    guard let identity = try session.repository().identity() else {
      throw Failure(
        "Git does not know who you are",
        help: "`git config --global user.name 'Your Name'` and `git config --global user.email you@example.org` say it")
    }
    let mode = options.value(for: "mode").flatMap(Mode.init) ?? .collaborate
    let name = try session.words("name") ?? visible(top.split(separator: "/").last.map(String.init) ?? "Our team")
    let start = StartingSet(
      mode: mode, name: name, vision: try session.words("vision"), person: identity.name, email: identity.email,
      today: try session.today(in: Zone(session.environment.timeZone)), timeZone: session.environment.timeZone)
    try start.check(folder)
    // What cannot be done is known before anything is written.
    let hooks = options.flag("hooks") ? try session.hooksToInstall(GitHook.ofCommits) : []
    let writer = try session.writer()
    for file in start.files { try writer.create(folder + "/" + file.path, Array(file.text.utf8)) }
    let installed = try HookFile.install(hooks)
    return session.answer(try session.report(start, name: name, mode: mode, folder: folder, hooks: installed))
  }
}

extension Session {
  fileprivate func topForInit() throws -> String {
    if try repository().workTree == nil {
      throw Failure(
        "this repository is bare: it has no worktree to write to", help: "make the workspace in a clone, and push it")
    }
    return try top()
  }

  fileprivate func workspaceIsThere(_ folder: String) throws -> Failure {
    let charter = try top() + "/" + folder + "/teamwork.md"
    if PathKind(charter) != nil {
      return Failure(
        "there is a workspace already: `\(folder)`",
        help: "`tw list goals` shows where it stands, `tw validate` checks it")
    }
    return Failure(
      "`\(folder)` is there already, without a charter; nothing was changed",
      help: "`tw new charter 'Your team'` writes the charter, or `--workspace NAME` takes another folder")
  }

  /// An option that people see: one line of text.
  fileprivate func words(_ option: String) throws -> String? {
    guard let text = command.options.value(for: option) else { return nil }
    if text.allSatisfy(\.isWhitespace) { throw Failure("`--\(option)` is empty") }
    if let fault = Document(Array(("---\nname: " + YAMLText.scalar(text) + "\n---\n").utf8)).diagnostics.first {
      throw Failure("`--\(option)` cannot be \(quoted(text)): \(fault.message)", help: fault.help)
    }
    if text.contains(where: \.isNewline) {
      throw Failure("`--\(option)` has more than one line", help: "say it in one; the file has room for more")
    }
    return text
  }

  fileprivate func report(_ start: StartingSet, name: String, mode: Mode, folder: String, hooks: [String]) throws
    -> StyledText
  {
    var text = StyledText()
    text.append("Made a workspace for ")
    text.append(visible(name), .strong)
    text.line(", where people \(mode.rawValue):")
    text.line()
    for file in start.files { text.line("  " + (try shownPath(folder + "/" + file.path)), .path) }
    if !hooks.isEmpty { text.line() }
    for hook in hooks { text.line(hook) }
    text.line()
    text.line("Next", .heading)
    let charter = try shownPath(folder + "/teamwork.md")
    let steps = [
      ("$EDITOR \(charter)", "say who you are and what it is all for"),
      mode == .collaborate
        ? ("tw new status", "write your first report")
        : ("tw new person 'Ben' emails=ben@example.org", "write in who else is here"),
      ("tw validate", "see what is still open"),
    ]
    let width = steps.map { displayWidth($0.0) }.max() ?? 0
    for (command, meaning) in steps {
      text.append("  " + padded(command, to: width) + "  ", .option)
      text.line(meaning)
    }
    return text
  }
}

/// The files of a new workspace.
struct StartingSet {
  /// Relative to the workspace's folder.
  let files: [(path: String, text: String)]

  init(mode: Mode, name: String, vision: String?, person: String?, email: String, today: Day, timeZone: String) {
    let local = email.prefix { $0 != "@" }
    // `12345+ana@users.noreply.example` is Ana.
    let nick = String(local.split(separator: "+").last ?? local)
    let id = Identifier.ofPerson(person ?? nick) { _ in false }
    let values = [
      "name": name, "vision": vision ?? "{{What will be different one day, because of you?}}", "me": id,
      "today": today.description,
      "week": Week(today).description, "title": person ?? nick, "timezone": timeZone,
    ]
    let template = Template(values: values)
    files = EmbeddedTemplates.files(in: "init/" + mode.rawValue).map { file in
      guard file.path == "people/_me_.md" else { return (file.path, template.filled(file.text).text) }
      let emails = (field: Person.emails.name.text, yaml: "[" + YAMLText.scalar(email, in: .flow) + "]")
      return (
        "people/\(id).md",
        template.filled(file.text, with: [emails], order: Kind.person.declaration.fields.map(\.name.text)).text
      )
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// - Throws: `Failure` where the workspace would not stand its own check, as with an address of Git's that is none.
  func check(_ folder: String) throws {
    let contents = files.map { (folder + "/" + $0.path, Array($0.text.utf8)) }
    let workspace = Workspace(MemorySource(Dictionary(contents) { first, _ in first }), folder: folder)
    guard let finding = Validation(workspace).findings.first(where: { $0.severity == .error }) else { return }
    throw Failure(
      "the workspace would begin with an error, in `\(finding.source.path)`: \(finding.message)",
      help: finding.field == "emails" || finding.field == "name"
        ? "Git's name and address are taken: `git config --global user.email you@example.org` sets the address"
        : finding.help)
  }
}
