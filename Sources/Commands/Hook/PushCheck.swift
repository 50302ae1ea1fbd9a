internal import Documents
internal import Git
internal import Reports
internal import Storage
internal import Teamwork
internal import Text

/// `tw hook run pre-receive`: what a push would bring, judged before any reference moves.
struct PushCheck {
  /// Beyond that, nobody reads on in the answer to a push.
  private static let toldFindings = 20
  /// A push of a hundred thousand references.
  private static let inputLimit = 16 << 20

  private let session: Session
  private let repository: Repository
  private let folder: [UInt8]
  private let references: [PushedReference]

  init(_ session: Session) throws {
    self.session = session
    repository = try session.repository()
    folder = try Array(session.folder().utf8)
    guard let input = session.environment.input(Self.inputLimit) else {
      throw Failure(
        "what Git says of the push, on standard input, cannot be read or has more than \(Self.inputLimit >> 20) MiB",
        help: "push less at once")
    }
    references = try PushedReference.read(input)
    if references.isEmpty {
      throw Failure(
        "Git's lines did not come on standard input, so nothing was checked",
        help: "let `tw hook run pre-receive` be the first in the hook to read them")
    }
  }

  func outcome() throws -> Outcome {
    var text = StyledText()
    var room = Self.toldFindings
    var judged: [Judged: ValidationReport?] = [:]
    for reference in references {
      let what = Judged(old: reference.old, new: reference.new)
      let report = try judged[what] ?? report(on: reference)
      judged[what] = report
      if let report, report.errors > 0 { append(report, of: reference, to: &text, room: &room) }
    }
    if text.plain.isEmpty {
      try requireNamedFolder()
      return Outcome()
    }
    text.line("Nothing was received. `tw validate` tells this before a push.")
    return session.answer(text, status: 1)
  }

  /// A folder that was named should be somewhere, in what is pushed or in what is here already: else its name is wrong, and
  /// nothing would ever be checked.
  private func requireNamedFolder() throws {
    guard let name = session.command.global.workspace else { return }
    let pushed = references.compactMap(\.new)
    func isIn(_ tree: ObjectID) throws -> Bool { try repository.subtree(of: tree, path: folder) != nil }
    for id in pushed {
      switch try repository.target(of: id) {
      case .commit(let tree), .tree(let tree): if try isIn(tree) { return }
      case .blob: break
      }
    }
    if try pushed.isEmpty || repository.referencedCommits().contains(where: isIn) { return }
    throw Failure(
      "there is no workspace \(quoted(name)) in what is pushed, nor in what \(quoted(repository.gitDirectory)) holds",
      help: "the hook names it with `--workspace`: correct the name there")
  }

  /// Many names for one thing are judged once.
  private struct Judged: Hashable {
    var old, new: ObjectID?
  }

  // MARK: Judging

  /// Nil where there is nothing to judge: the reference is deleted, or what it names has no workspace.
  private func report(on reference: PushedReference) throws -> ValidationReport? {
    guard let new = reference.new else { return nil }
    switch try repository.target(of: new) {
    case .blob: return nil
    case .tree(let tree): return try wholeReport(on: tree, change: nil)
    case .commit(let commit):
      if let old = reference.old, case .commit(let base) = try repository.target(of: old) {
        return try report(on: commit, since: base)
      }
      return try wholeReport(on: commit, change: commit)
    }
  }

  /// What a reference that was there brings.
  private func report(on commit: ObjectID, since base: ObjectID) throws -> ValidationReport? {
    let before = try repository.subtree(of: base, path: folder)
    let rivals = try GitSource.rivals(of: folder, in: commit, repository)
    if let before, rivals.isEmpty, try repository.subtree(of: commit, path: folder) == before { return nil }
    let workspace = try session.workspace(at: commit)
    if workspace.isEmpty, before == nil { return nil }
    let subject = ValidationSubject(workspace, .revision(commit.hex))
    let validation = try subject.validation(session, .replacing(base, by: commit, repository))
    return subject.report(validation, only: validation.findings)
  }

  /// All that is wrong with a tree.
  ///
  /// - Parameter commit: who did what is judged, too, since this commit left what is here already.
  private func wholeReport(on tree: ObjectID, change commit: ObjectID?) throws -> ValidationReport? {
    var workspace = try session.workspace(at: tree)
    if workspace.isEmpty { return nil }
    let subject = ValidationSubject(workspace, .revision(tree.hex))
    var change: Teamwork.Change?
    if let commit {
      let changeBase = try ChangeBase.new(commit, repository)
      let base = try session.workspace(at: changeBase.commit, sharing: workspace)
      change = try subject.change(session, from: base, changeBase)
      // Nobody raises a limit in the change that it would let through.
      if !base.isEmpty { workspace = workspace.within(base.charter.limits) }
    }
    let validation = Validation(workspace, change: change)
    return subject.report(
      .init(findings: validation.findings, preexisting: 0, allowed: validation.allowed, unread: workspace.unreadCount),
      only: validation.findings)
  }

  // MARK: Telling

  /// Git puts `remote: ` before every line, so lines are short.
  private func append(
    _ report: ValidationReport, of reference: PushedReference, to text: inout StyledText, room: inout Int
  ) {
    let width = 72
    let errors = report.findings.filter { $0.severity == .error }
    text.append("error", .error)
    let place = visible(String(decoding: folder, as: UTF8.self))
    text.line(
      ": `\(reference.title)` \(reference.old == nil ? "has" : "brings") \(counted(errors.count, "error")) in \(place)")
    for finding in errors.prefix(room) {
      let start = finding.source.position(of: finding.range.lowerBound)
      text.append(visible(finding.source.path), .path)
      text.append(":\(start.line):\(start.column): ")
      text.line("error[\(visible(finding.code.name))]", .error)
      for line in wrapped(visible(finding.message), to: width - 2) { text.line("  " + line) }
      if let help = finding.help {
        for line in wrapped("help: " + visible(help), to: width - 2) { text.line("  " + line) }
      }
    }
    let rest = errors.count - min(room, errors.count)
    if rest > 0 { text.line("… and \(rest) more") }
    room -= errors.count - rest
  }
}
