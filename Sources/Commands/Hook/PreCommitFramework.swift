internal import Git
internal import Teamwork

/// `tw hook run pre-commit-framework FILE…`: what <https://pre-commit.com> asks for, which it says in its variables, in the
/// files that it names, and in what is staged.
struct PreCommitFramework {
  static let name = "pre-commit-framework"

  private let session: Session
  /// What it was asked to look at, as far as the pattern of the hook fits; a long list comes in several runs.
  private let files: [String]

  init(_ session: Session, files: [String]) {
    self.session = session
    self.files = files
  }

  func outcome() throws -> Outcome {
    // `--from-ref` and `--to-ref`, and what a push brings that the other side can be compared with.
    switch (variable("PRE_COMMIT_FROM_REF"), variable("PRE_COMMIT_TO_REF")) {
    case (let from?, let to?): return try outcome(from: from, to: to)
    case (nil, nil): break
    default:
      throw Failure(
        "one of PRE_COMMIT_FROM_REF and PRE_COMMIT_TO_REF is set without the other",
        help: "pre-commit takes `--from-ref` and `--to-ref` together")
    }
    // A push of a whole history: all there is in it.
    if let branch = variable("PRE_COMMIT_LOCAL_BRANCH") { return try outcome(onAllOf: branch) }
    return try isAboutAll() ? outcomeOnWorktree() : session.stagedOutcome()
  }

  /// Set and not empty.
  private func variable(_ name: String) -> String? {
    session.environment.variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: What was asked

  /// Whether the files are those of `--all-files`, or others that no commit is about to take.
  private func isAboutAll() throws -> Bool {
    let folder = try session.folder()
    let asked = Set(files.filter { $0.utf8.starts(with: (folder + "/").utf8) })
    if asked.isEmpty { return false }
    let repository = try session.repository()
    let path = Array(folder.utf8)
    var committed: [[UInt8]: Entry] = [:]
    if let head = try repository.head() {
      for entry in try repository.entries(of: head, under: path) { committed[entry.path] = entry }
    }
    var staged = Set<String>()
    var tracked = Set<String>()
    let listing = try repository.indexEntries(under: path)
    for entry in listing.entries {
      let name = String(decoding: entry.path, as: UTF8.self)
      tracked.insert(name)
      let old = committed[entry.path]
      if old?.id != entry.id || old?.mode != entry.mode { staged.insert(name) }
    }
    staged.formUnion(listing.unmerged.map { String(decoding: $0, as: UTF8.self) })
    // Git names the index in the hook of a commit.
    if asked.isSuperset(of: tracked) { return variable("GIT_INDEX_FILE") == nil || !asked.isSubset(of: staged) }
    // Of a merge, files are named as well that were taken as they are in HEAD.
    return try !asked.isSubset(of: staged) && repository.mergeHeads().isEmpty
  }

  // MARK: Judging

  private func outcome(from: String, to: String) throws -> Outcome {
    let repository = try session.repository()
    let commit = try repository.resolveCommit(to)
    let workspace = try session.workspace(at: commit)
    let subject = ValidationSubject(workspace, .revision(commit.hex))
    return session.hookOutcome(subject, try subject.validation(session, since: from, isStaged: false))
  }

  private func outcome(onAllOf revision: String) throws -> Outcome {
    let commit = try session.repository().resolveCommit(revision)
    let workspace = try session.workspace(at: commit)
    if workspace.isEmpty {
      if session.command.global.workspace != nil { throw session.noWorkspace(workspace.folder, "in \(revision)") }
      return Outcome()
    }
    let subject = ValidationSubject(workspace, .revision(commit.hex))
    return session.hookOutcome(subject, try subject.validation(session, since: nil, isStaged: false))
  }

  private func outcomeOnWorktree() throws -> Outcome {
    let subject = ValidationSubject(try session.workspace(), .worktree)
    return session.hookOutcome(subject, try subject.validation(session, since: nil, isStaged: false))
  }
}
