/// A repository, of which only the configuration is ever written.
///
/// Finding it costs a few questions to the file system. libgit2 is started, or `git` asked, when the first
/// object, reference or index is wanted. A value of this class is for one thread; open one for each.
package final class Repository {
  /// The top of the worktree as a real path; nil where there is none: in a bare repository and inside the
  /// repository's own folder.
  package var workTree: String? { location.workTree }
  /// The repository's own folder; in a linked worktree or a submodule the one of that.
  package var gitDirectory: String { location.gitDirectory }
  /// What all worktrees of the repository share; mostly the same as `gitDirectory`.
  package var commonDirectory: String { location.commonDirectory }
  /// There is no worktree.
  package var isBare: Bool { location.workTree == nil }
  /// Why files of the worktree are not to be written; nil where they may. A folder that came with a clone can be a repository
  /// which names any other folder as its worktree.
  package var reasonNotToWrite: String? {
    guard let workTree, !location.isNamed else { return nil }
    if location.isBareByPlace {
      return "the repository in \(gitDirectory) is no folder `.git`, and names \(workTree) as its worktree"
    }
    if Path.relative(location.start, to: workTree) == nil {
      return "the repository of this folder has its worktree elsewhere, in \(workTree)"
    }
    return nil
  }

  /// The folder that the search began in, seen from the worktree's top; "" at the top.
  package var prefix: String { location.prefix }

  let location: Location
  let variables: [String: String]
  private lazy var opened = Result { try openBackend() }
  private lazy var shallowCommits = Result { try location.shallowCommits(variables) }
  private lazy var configurationValues = Result { try readConfiguration() }

  /// Finds the repository of a folder as `git` would.
  ///
  /// - Parameters:
  ///   - directory: the folder to begin in, absolute or relative to the current one.
  ///   - variables: the environment of the process. In a hook, Git says in it which repository, worktree, index
  ///     and objects are meant.
  /// - Throws: `GitError` of kind `noRepository` or `notTrusted`.
  package init(discoveringFrom directory: String, variables: [String: String]) throws {
    location = try Location(discoveringFrom: directory, variables: variables)
    self.variables = variables
    if location.isBareByPlace, let git {
      // `safe.bareRepository` counts from the user's configuration alone, so Git is asked.
      let answer = try git.run(["rev-parse", "--git-dir"])
      if answer.status != 0, answer.errors.contains("safe.bareRepository") {
        throw GitError(
          .notTrusted(owner: ""),
          "the bare repository in \(location.gitDirectory) is not read, as `safe.bareRepository` says; "
            + "if you trust it, name it with GIT_DIR")
      }
    }
    if location.foreign != nil {
      // Whether it is trusted all the same is Git's to say; without Git, libgit2 reads `safe.directory`.
      if let git { _ = try CommandBackend(git, location) } else { _ = try opened.get() }
    }
  }

  var git: GitCommand? { GitCommand(directory: location.start, variables: variables) }

  private func openBackend() throws -> any Backend {
    if let reason = location.needsGit { return try openCommand(reason) }
    do {
      return try LibGit2Backend(location, variables: variables)
    } catch let error as LibGit2Error {
      return try openCommand(error.message)
    }
  }

  /// - Parameter reason: why libgit2 does not do.
  private func openCommand(_ reason: String) throws -> CommandBackend {
    guard let git else {
      if location.foreign != nil { throw location.notTrusted() }
      throw GitError(
        .unsupported,
        "libgit2 cannot read the repository in \(location.gitDirectory) (\(reason)), "
          + "and no `git` was found to ask; install Git"
      )
    }
    return try CommandBackend(git, location)
  }

  private func reading<R>(_ body: (any Backend) throws -> R) throws -> R {
    do {
      return try body(opened.get())
    } catch let error as LibGit2Error {
      throw GitError(error)
    }
  }

  // MARK: Commits

  /// The commit that HEAD names; nil before the first one.
  package func head() throws -> ObjectID? { try reading { try $0.head() } }

  /// The commits at the tips of all branches, in no order to rely on.
  package func branches() throws -> [ObjectID] { try reading { try $0.references(under: "refs/heads/") } }

  /// The commits that any reference leads to, through tags; the branches' come first. A reference to what is not there
  /// leads to none.
  package func referencedCommits() throws -> [ObjectID] {
    var seen: Set<ObjectID> = []
    var found: Set<ObjectID> = []
    var commits: [ObjectID] = []
    for id in try branches().sorted(by: { $0.hex < $1.hex }) + reading({ try $0.references(under: "refs/") })
    where seen.insert(id).inserted {
      do {
        if case .commit(let commit) = try target(of: id), found.insert(commit).inserted { commits.append(commit) }
      } catch let error as GitError where error.kind == .objectMissing {}
    }
    return commits
  }

  /// The commit that a revision names: a branch, a tag, an id or the beginning of one, `main~3`.
  ///
  /// - Throws: kind `revisionNotFound`.
  package func resolveCommit(_ revision: String) throws -> ObjectID {
    try reading { try $0.resolveCommit(revision) }
  }

  /// What an object leads to, through tags.
  package enum Target: Sendable, Hashable {
    case commit(ObjectID)
    /// A tree that no commit stands before.
    case tree(ObjectID)
    /// The content of a single file.
    case blob
  }

  /// Follows the tags on an object.
  ///
  /// - Throws: kind `objectMissing`, or `failure` when it is damaged or there is no end to the tags.
  package func target(of id: ObjectID) throws -> Target { try reading { try $0.target(of: id) } }

  /// - Throws: kind `objectMissing`, or `failure` when the object is no commit or damaged.
  package func commit(_ id: ObjectID) throws -> Commit {
    try reading { backend in
      let commit = try backend.withStructure(id) { kind, bytes in kind == .commit ? Commit(id, bytes) : nil }
      guard let commit else {
        throw GitError(.failure, "object \(id) should be a commit and is none; `git fsck` tells more")
      }
      return commit
    }
  }

  /// All commits that can be reached from `start`, newest first, with what the repository holds of them.
  ///
  /// - Parameter met: is told the commits, many at a time and in no order, while the walk goes on: somebody else can
  ///   look into their trees meanwhile.
  package func history(from start: ObjectID, met: ([History.Visit]) -> Void = { _ in }) throws -> History {
    try reading { try $0.history(from: [start], boundary: shallowCommits.get(), met: met) }
  }

  /// All commits that can be reached from some, each once: the first of them has to be there, another that is not is
  /// left out.
  package func history(fromAll starts: [ObjectID]) throws -> History {
    try reading { try $0.history(from: starts, boundary: shallowCommits.get()) { _ in } }
  }

  /// The history ends where a shallow clone was cut off.
  package var isShallow: Bool {
    get throws { try !shallowCommits.get().isEmpty }
  }

  // MARK: Trees

  /// All files of a commit or tree below `folder` (relative to the top, empty for all), in Git's order. A path that
  /// names a file gives that file, one that names nothing gives none.
  package func entries(of id: ObjectID, under folder: [UInt8] = []) throws -> [Entry] {
    try reading { try $0.entries(below: $0.rootTree(of: id), under: folder) }
  }

  /// What stands beside a folder or beside one of those it lies in, in a commit or tree, and could be taken for it: what
  /// has a name that no file can have, or that `isAlike` says of the two names.
  package func rivals(
    of folder: [UInt8], in id: ObjectID, isAlike: (_ name: [UInt8], _ other: [UInt8]) -> Bool
  ) throws -> [Entry] {
    try reading { try $0.rivals(of: folder, below: $0.rootTree(of: id), isAlike: isAlike) }
  }

  /// The tree that `path` names in a commit or tree; nil when there is nothing, or a file.
  package func subtree(of id: ObjectID, path: [UInt8]) throws -> ObjectID? {
    try reading { backend in
      let found = try backend.item(at: path, below: backend.rootTree(of: id))
      return found.flatMap { $0.mode & 0o170000 == 0o040000 ? $0.id : nil }
    }
  }

  /// Where a tree lies within another, the shortest path first; nil where it does not, or not within the first few
  /// thousand folders.
  package func path(ofTree wanted: ObjectID, in id: ObjectID) throws -> [UInt8]? {
    try reading { try $0.path(ofTree: wanted, below: $0.rootTree(of: id)) }
  }

  /// The files below `folder` that differ between two commits or trees; nil is the empty tree. Renames are a
  /// removal and an addition. Equal subtrees are not entered.
  package func changes(from old: ObjectID?, to new: ObjectID?, under folder: [UInt8] = []) throws -> [Change] {
    try reading { backend in
      try backend.changes(
        from: old.map { try backend.rootTree(of: $0) }, to: new.map { try backend.rootTree(of: $0) }, under: folder)
    }
  }

  /// What a commit changed itself below `folder`: against its parent, or of a merge what no parent has.
  ///
  /// - Parameters:
  ///   - new: the commit or its tree.
  ///   - parents: the parents or their trees, the first being what the changes are told against.
  package func ownChanges(of new: ObjectID, parents: [ObjectID], under folder: [UInt8] = []) throws -> [Change] {
    let changes = try changes(from: parents.first, to: new, under: folder)
    if parents.count < 2 || changes.isEmpty { return changes }
    var own = Set(changes.map(\.path))
    for parent in parents.dropFirst() {
      own.formIntersection(try self.changes(from: parent, to: new, under: folder).map(\.path))
    }
    return changes.filter { own.contains($0.path) }
  }

  // MARK: Contents

  package enum Blob: Sendable, Hashable {
    case bytes([UInt8])
    /// It claims so many bytes, and was not read.
    case tooLarge(size: Int)
  }

  /// The content of a file, unless it is larger than `limit` bytes.
  package func blob(_ id: ObjectID, limit: Int) throws -> Blob {
    try reading { backend in
      let header = try backend.header(of: id)
      guard header.kind == .blob else {
        throw GitError(.failure, "object \(id) should be a file's content and is none; `git fsck` tells more")
      }
      guard header.size <= limit else { return .tooLarge(size: header.size) }
      return try backend.withObject(id) { .bytes(Array($1)) }
    }
  }

  /// What is staged, below `folder` (relative to the top, empty for all), in the index that Git names:
  /// `GIT_INDEX_FILE` in a hook, else the worktree's own.
  ///
  /// - Throws: kind `unsupported` without a worktree, `failure` when the index is named and missing, or damaged.
  package func indexEntries(under folder: [UInt8] = []) throws -> IndexListing {
    guard let path = try indexPath() else { return IndexListing() }
    return try reading { backend in
      do {
        return try backend.index(at: path)
      } catch let error as LibGit2Error {
        return try openCommand(error.message).index(at: path)
      }
    }.under(folder)
  }

  /// The index that Git names; nil before the first `git add`.
  private func indexPath() throws -> String? {
    guard let workTree else {
      throw GitError(
        .unsupported, "nothing can be staged in \(gitDirectory), which has no worktree; name a revision instead")
    }
    var path = Path.join(gitDirectory, "index")
    if let named = variables["GIT_INDEX_FILE"], !named.isEmpty {
      path = Path.join(workTree, named)
      // Of a pipe nobody knows whether anything ever comes.
      guard FileSystem.status(path)?.isFile == true else {
        throw GitError(
          .failure, "GIT_INDEX_FILE names \(path), which is no file; what is staged cannot be known")
      }
    }
    return FileSystem.status(path) == nil ? nil : path
  }

  /// What Git tracks and has left out of the worktree: the rest of a sparse checkout.
  package func skippedEntries() throws -> [Entry] {
    guard workTree != nil, let path = try indexPath() else { return [] }
    // Only an index of version 3 or 4 can say so; most are of version 2, and reading one takes its time. What is split
    // in two says it in the other part.
    let head = try FileSystem.beginning(of: path, count: 8)
    if head.last == 2, !location.isSparse { return [] }
    return try indexEntries().entries.filter(\.isSkipped)
  }

  // MARK: Configuration

  /// The last value of a configuration variable, "true" for one without `=`; nil when it isn't set.
  package func config(_ key: String) throws -> String? {
    try configurationValues.get()[GitConfiguration.normalized(key)]
  }

  private func readConfiguration() throws -> [String: String] {
    if let git { return try GitConfiguration.read(git) }
    return try reading { try $0.configuration() }
  }

  /// Who a person is to Git.
  package struct Identity: Sendable, Hashable {
    package var name: String?
    package var email: String
  }

  /// Whom Git would record as the author of a commit made now; nil when no e-mail is configured.
  package func identity() throws -> Identity? {
    func first(_ variable: String, _ keys: [String], _ fallback: String?) throws -> String? {
      let values = try [variables[variable]] + keys.map { try config($0) } + [fallback]
      return values.compactMap(\.self).first { !$0.isEmpty }
    }
    guard let email = try first("GIT_AUTHOR_EMAIL", ["author.email", "user.email"], variables["EMAIL"]) else {
      return nil
    }
    return Identity(name: try first("GIT_AUTHOR_NAME", ["author.name", "user.name"], nil), email: email)
  }

  /// The editor that Git would open, as a shell runs it; nil where the terminal is not fit for one and none is named.
  package func editor() throws -> String? {
    if let git {
      let answer = try git.run(["var", "GIT_EDITOR"])
      let command = String(decoding: answer.output, as: UTF8.self).split(whereSeparator: \.isNewline).joined(
        separator: "\n")
      return answer.status == 0 && !command.isEmpty ? command : nil
    }
    return ["GIT_EDITOR", "VISUAL", "EDITOR"].compactMap { variables[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  /// The folder whose hooks Git runs here; it need not exist.
  package func hooksDirectory() throws -> String {
    guard let path = try config("core.hooksPath"), !path.isEmpty else { return Path.join(commonDirectory, "hooks") }
    return Path.join(workTree ?? gitDirectory, GitConfiguration.expanded(path, variables: variables))
  }

  // MARK: Warnings

  /// What makes the repository's history or objects other than they seem.
  package func warnings() throws -> [String] {
    var warnings: [String] = []
    if try reading({ try $0.hasReferences(under: "refs/replace/") }) {
      warnings.append(
        "the repository has replacement objects (`git replace`); they are ignored, history is read as recorded")
    }
    if FileSystem.status(commonDirectory + "/info/grafts") != nil {
      warnings.append("the repository has grafts (info/grafts); they are ignored, history is read as recorded")
    }
    for folder in try AlternateDirectories.missing(from: location.objectDirectory) {
      warnings.append("the repository borrows objects from \(folder), which is not there")
    }
    return warnings
  }
}

extension IndexListing {
  /// What lies below a folder, relative to the top, empty for all.
  package func under(_ folder: [UInt8]) -> IndexListing {
    let folder = Path.normalized(folder)
    if folder.isEmpty { return self }
    func holds(_ path: [UInt8]) -> Bool {
      path.starts(with: folder) && (path.count == folder.count || path[folder.count] == UInt8(ascii: "/"))
    }
    return IndexListing(
      entries: entries.filter { holds($0.path) }, unmerged: unmerged.filter(holds),
      intentToAdd: intentToAdd.filter(holds))
  }
}

extension Location {
  /// The commits at the lower end of a shallow clone: their parents are named, but not here.
  func shallowCommits(_ variables: [String: String]) throws -> Set<ObjectID> {
    let named = variables["GIT_SHALLOW_FILE"].flatMap { $0.isEmpty ? nil : Path.join(start, $0) }
    guard let bytes = try FileSystem.bytes(named ?? commonDirectory + "/shallow") else { return [] }
    return Set(
      bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in line.withUnsafeBytes { ObjectID(hex: $0) } })
  }
}
