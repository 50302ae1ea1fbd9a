internal import Documents
internal import Git
internal import Storage
internal import Teamwork
internal import Text

/// One thing that `tw` needs, and how it is with it.
struct Diagnosis {
  enum State: String { case ok, note, wrong }

  var name: String
  var state: State
  var message: String
  /// A command, or what else to do.
  var mend: String?
}

/// Looks at everything that could be wrong, also where the first thing is.
struct Examination {
  private(set) var diagnoses: [Diagnosis] = []
  private let session: Session

  init(_ session: Session) {
    self.session = session
    examineGit()
    guard let repository = examineRepository() else { return }
    finishStopped(repository)
    examineWorkspace(repository)
    examineHook(repository)
    examineMerging(repository)
  }

  private mutating func add(_ name: String, _ state: Diagnosis.State, _ message: String, mend: String? = nil) {
    diagnoses.append(Diagnosis(name: name, state: state, message: message, mend: mend))
  }

  // MARK: Git

  private mutating func examineGit() {
    if let version = Installation.gitVersion(variables: session.environment.variables) {
      add("git", .ok, version)
    } else {
      add("git", .wrong, "there is no `git` in PATH", mend: "install Git: https://git-scm.com/downloads")
    }
    add("libgit2", .ok, Installation.libraryVersion)
  }

  private mutating func examineRepository() -> Repository? {
    do {
      let repository = try session.repository()
      let head = try repository.head()
      add("repository", .ok, repository.workTree ?? repository.gitDirectory)
      if head == nil { add("history", .note, "there is no commit yet", mend: "git commit") }
      if try repository.isShallow {
        add("history", .note, "the clone is shallow: what came before is cut off", mend: "git fetch --unshallow")
      }
      for warning in try repository.warnings() { add("history", .note, warning) }
      return repository
    } catch {
      let failure = Failure(error)
      add("repository", .wrong, failure.message, mend: failure.help)
      return nil
    }
  }

  // MARK: The workspace

  private mutating func finishStopped(_ repository: Repository) {
    do {
      guard repository.workTree != nil, try FileWriter.isStopped(session.journal()) else { return }
      _ = try session.workspaceToEdit()
    } catch {
      let failure = Failure(error)
      add("files", .wrong, failure.message, mend: failure.help)
    }
  }

  private mutating func examineWorkspace(_ repository: Repository) {
    let workspace: Workspace
    do {
      workspace = try repository.workTree == nil ? session.workspace(at: repository.head()) : session.workspace()
      if workspace.isEmpty { throw try session.noWorkspace(session.folder(), "here") }
    } catch {
      let failure = Failure(error)
      add("workspace", .wrong, failure.message, mend: failure.help)
      return
    }
    if workspace.unreadCount > 0 {
      add(
        "workspace", .wrong, "\(counted(workspace.unreadCount, "file")) of \(workspace.folder) could not be read",
        mend: "tw validate")
    } else {
      add("workspace", .ok, "\(workspace.folder), \(counted(workspace.recordCount, "record"))")
    }
    examineCharter(workspace)
    let zone = Zone(workspace.charter.timeZone)
    if zone.isKnown {
      add("time zone", .ok, zone.name)
    } else {
      add(
        "time zone", .wrong, "this system does not know `\(zone.name)`, so days are counted in UTC",
        mend: "apt-get install tzdata")
    }
    examineMe(repository, workspace)
    examineAddresses(workspace)
    if repository.workTree != nil { examineTemplates(workspace) }
  }

  private mutating func examineCharter(_ workspace: Workspace) {
    guard let charter = workspace.records(of: .charter).first else {
      return add(
        "charter", .wrong, "there is no `\(workspace.path(of: "teamwork.md"))`", mend: "tw new charter 'Your team'")
    }
    let message =
      charter.unreadable?.message ?? charter.document.diagnostics.first?.message ?? charter.diagnostics.first?.message
    if let message {
      add("charter", .wrong, message, mend: "tw validate \(charter.path)")
    } else {
      add("charter", .ok, charter.title)
    }
  }

  private mutating func examineMe(_ repository: Repository, _ workspace: Workspace) {
    do {
      if let me = try session.me(in: workspace) { return add("you", .ok, "\(me.title) (\(me.id))") }
      guard let email = try repository.identity()?.email else {
        return add(
          "you", .wrong, "Git does not know your e-mail address", mend: "git config --global user.email you@example.org"
        )
      }
      add(
        "you", .wrong, "nobody in the workspace has the address \(visible(email))",
        mend:
          "add it to your page in `\(workspace.path(of: "people"))`, or: tw new person 'Your Name' emails=\(visible(email))"
      )
    } catch {
      let failure = Failure(error)
      add("you", .wrong, failure.message, mend: failure.help)
    }
  }

  /// Who wrote what is told by the addresses, so that no two people may have one.
  private mutating func examineAddresses(_ workspace: Workspace) {
    var owners: [String: [String]] = [:]
    for person in workspace.records(of: .person) {
      for address in Set(person[Person.emails].map { $0.lowercased() }) {
        owners[address, default: []].append(person.title)
      }
    }
    for (address, people) in owners.sorted(by: { $0.key < $1.key }) where people.count > 1 {
      add(
        "addresses", .wrong, "\(visible(address)) is the address of \(visible(alternatives(people, last: "and")))",
        mend: "leave it with one of them, in `\(workspace.path(of: "people"))`")
    }
  }

  private mutating func examineTemplates(_ workspace: Workspace) {
    var count = 0
    let values = [
      "title": "Title", "name": "Name", "me": "me", "today": "2026-11-20", "week": "2026-W47", "year": "2026",
      "mode": "collaborate", "vision": "Vision", "timezone": "UTC",
    ]
    for kind in Kind.allCases {
      let path = workspace.path(of: "templates/\(kind.name).md")
      do {
        guard let bytes = try FileReader(top: session.top()).read(path, limit: workspace.charter.limits.fileSize) else {
          continue
        }
        count += 1
        let text = Template(values: values).filled(String(decoding: bytes, as: UTF8.self)).text
        let document = Document(Array(text.utf8))
        if let fault = document.diagnostics.first {
          add("templates", .wrong, "`\(path)`: \(fault.message)", mend: fault.help)
        }
      } catch {
        add("templates", .wrong, Failure(error).message, mend: "tw new \(kind.name) needs it: mend or remove the file")
      }
    }
    if !diagnoses.contains(where: { $0.name == "templates" }) {
      add("templates", .ok, count == 0 ? "the built-in ones" : "\(count) of your own, the rest built in")
    }
  }

  // MARK: The hook

  private mutating func examineHook(_ repository: Repository) {
    guard repository.workTree != nil else { return }
    do {
      for hook in GitHook.ofCommits {
        let file = try HookFile(hook, repository, folder: session.folder())
        switch file.state {
        case .installed: add("hook", .ok, visible(file.path))
        case .idle:
          add(
            "hook", .wrong, "\(visible(file.path)) may not be run, so nothing is checked",
            mend: "chmod +x \(visible(file.path))")
        case .absent, .free: add("hook", .note, "\(hook.occasion)s are not checked here", mend: "tw hook install")
        case .refused(let failure): add("hook", .note, failure.message, mend: failure.help)
        }
      }
    } catch {
      let failure = Failure(error)
      add("hook", .note, failure.message, mend: failure.help)
    }
  }

  /// Git passes over a driver that it does not know without a word.
  private mutating func examineMerging(_ repository: Repository) {
    // Without Git nothing is merged.
    guard repository.workTree != nil, Installation.gitVersion(variables: session.environment.variables) != nil else {
      return
    }
    do {
      switch try MergeSetup(repository, folder: session.folder()).state(
        path: session.environment.variables["PATH"] ?? "")
      {
      case .absent: break
      case .installed: add("merging", .ok, "records are merged by fields and tasks")
      case .unconfigured:
        add(
          "merging", .wrong, "`.gitattributes` asks for records to be merged by tw, but Git merges them by lines here",
          mend: "tw hook install --merge")
      case .unused:
        add(
          "merging", .note, "a merge driver is configured, but `.gitattributes` has nothing for it",
          mend: "tw hook install --merge")
      case .withoutProgram(let program):
        add(
          "merging", .wrong, "the merge driver needs `\(visible(program))`, which is not in PATH",
          mend: "install tw where Git finds it")
      }
    } catch {
      let failure = Failure(error)
      add("merging", .note, failure.message, mend: failure.help)
    }
  }
}
