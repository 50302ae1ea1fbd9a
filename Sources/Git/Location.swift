/// Where a repository lies, found as `git` finds it: from the environment, else from a folder upwards.
///
/// Nothing here needs libgit2, whose start alone takes longer than reading a small workspace.
struct Location {
  /// The real path of the folder that the search began in.
  var start: String
  /// The repository's own folder; in a linked worktree the one of that worktree.
  var gitDirectory: String
  /// What all worktrees share; the same as `gitDirectory` in the main one.
  var commonDirectory: String
  /// The top of the worktree; nil in a bare repository and inside the repository's own folder.
  var workTree: String?
  /// `start` seen from the worktree, "" at its top and outside.
  var prefix: String
  /// Where objects are written: `GIT_OBJECT_DIRECTORY` in a hook that judges quarantined objects.
  var objectDirectory: String
  /// Whether the repository was found because the folder, or one above it, is its own folder: nobody named it, and none holds
  /// it as `.git`.
  var isBareByPlace: Bool
  /// Whether variables name the repository or its worktree.
  var isNamed: Bool
  /// Whether the configuration says that only a part of what Git tracks is put into the worktree.
  var isSparse: Bool
  /// Why libgit2 must not be asked; nil when it may.
  var needsGit: String?
  /// The `.git` file of a linked worktree or submodule, which Git wants to be trusted, too.
  var gitFile: String?
}

extension Location {
  /// Finds the repository that `directory` belongs to.
  ///
  /// - Throws: `GitError` of kind `noRepository`, or `failure` where its files can't be read.
  init(discoveringFrom directory: String, variables: [String: String]) throws {
    guard let start = FileSystem.real(directory), FileSystem.isDirectory(start) else {
      throw GitError(.noRepository, "there is no folder \(directory)")
    }
    let search = RepositorySearch(start: start, variables: variables)
    let found = try search.find()
    let common = found.common
    let own = ConfigurationFile(try FileSystem.bytes(common + "/config") ?? [])

    self.start = start
    gitDirectory = found.directory
    commonDirectory = common
    gitFile = found.gitFile
    isNamed = found.isNamed || search.value("GIT_WORK_TREE") != nil
    isBareByPlace = !found.isNamed && found.holder == nil
    objectDirectory = search.value("GIT_OBJECT_DIRECTORY").map { Path.join(start, $0) } ?? common + "/objects"
    needsGit = Location.reasonToAskGit(own, search)

    // A linked worktree does not take `core.bare` and `core.worktree` from the file that all share.
    var layout = found.directory.utf8.elementsEqual(common.utf8) ? own : ConfigurationFile([])
    isSparse = own.isTrue("core.sparsecheckout")
    if own.isTrue("extensions.worktreeconfig") {
      let additional = ConfigurationFile(try FileSystem.bytes(found.directory + "/config.worktree") ?? [])
      layout = ConfigurationFile(merging: [layout, additional])
      isSparse = isSparse || additional.isTrue("core.sparsecheckout")
    }
    workTree = search.workTree(of: found, layout)
    prefix = workTree.flatMap { Path.relative(start, to: $0) } ?? ""
  }

  /// What libgit2 1.1 to 1.9 cannot read, or reads in another way than Git.
  private static func reasonToAskGit(_ configuration: ConfigurationFile, _ search: RepositorySearch) -> String? {
    if let format = configuration["extensions.objectformat"], format.lowercased() != "sha1" {
      return "objects are named by \(format)"
    }
    if let storage = configuration["extensions.refstorage"], storage.lowercased() != "files" {
      return "references are stored as \(storage)"
    }
    // Only `git` can fetch what a partial clone has left out.
    if configuration["extensions.partialclone"] != nil
      || configuration.entries.contains(where: {
        $0.key.hasPrefix("remote.") && $0.key.hasSuffix(".promisor") && ConfigurationFile.isTrue($0.value ?? "true")
      })
    {
      return "it is a partial clone"
    }
    if search.value("GIT_COMMON_DIR") != nil { return "GIT_COMMON_DIR is set" }
    return nil
  }
}

/// A repository's own folder and how it was come by.
private struct FoundRepository {
  var directory: String
  var common: String
  var gitFile: String?
  /// The folder that held `.git`; nil when the folder itself was the repository or `GIT_DIR` named it.
  var holder: String?
  var isNamed = false
}

private struct RepositorySearch {
  let start: String
  let variables: [String: String]

  /// Set and not empty.
  func value(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  func find() throws -> FoundRepository {
    guard let named = value("GIT_DIR") else { return try ascend() }
    let path = Path.join(start, named)
    if let file = try gitFile(path) {
      return FoundRepository(directory: file.directory, common: file.common, gitFile: path, isNamed: true)
    }
    guard let real = FileSystem.real(path), let common = try commonDirectory(of: real) else {
      throw GitError(
        .noRepository,
        "GIT_DIR names \(named), but there is no repository (seen from \(start)); unset GIT_DIR or correct it")
    }
    return FoundRepository(directory: real, common: common, isNamed: true)
  }

  private func ascend() throws -> FoundRepository {
    let ceilings = (value("GIT_CEILING_DIRECTORIES") ?? "").split(separator: ":")
      .map { Array((FileSystem.real(String($0)) ?? String($0)).utf8) }
    let device = FileSystem.status(start)?.device
    let crosses = value("GIT_DISCOVERY_ACROSS_FILESYSTEM").map(ConfigurationFile.isTrue) ?? false
    var folder = start
    while true {
      let inside = Path.join(folder, ".git")
      if let file = try gitFile(inside) {
        return FoundRepository(directory: file.directory, common: file.common, gitFile: inside, holder: folder)
      }
      if let real = FileSystem.real(inside), let common = try commonDirectory(of: real) {
        return FoundRepository(directory: real, common: common, holder: folder)
      }
      if let common = try commonDirectory(of: folder) { return FoundRepository(directory: folder, common: common) }
      guard let parent = Path.parent(folder), !ceilings.contains(Array(parent.utf8)),
        crosses || FileSystem.status(parent)?.device == device
      else {
        throw GitError(
          .noRepository,
          "there is no Git repository in \(start) or a folder above it; go to one, name one with -C, or run `git init`")
      }
      folder = parent
    }
  }

  /// The repository that a `.git` file (`gitdir: PATH`) points to; nil when `path` is no file.
  private func gitFile(_ path: String) throws -> (directory: String, common: String)? {
    guard let status = FileSystem.status(path), status.isFile else { return nil }
    let broken = GitError(
      .noRepository,
      "\(path) should say `gitdir:` and where the repository is, but there is none; `git worktree repair` may mend it")
    guard let bytes = try FileSystem.bytes(path), bytes.starts(with: "gitdir: ".utf8) else { throw broken }
    let target = line(bytes.dropFirst(8))
    guard let folder = Path.parent(path), let real = FileSystem.real(Path.join(folder, target)),
      let common = try commonDirectory(of: real)
    else { throw broken }
    return (real, common)
  }

  /// What the worktrees of the repository in `folder` share; nil when `folder` is no repository.
  private func commonDirectory(of folder: String) throws -> String? {
    guard FileSystem.status(folder + "/HEAD") != nil || isLink(folder + "/HEAD") else { return nil }
    var common = folder
    if let named = value("GIT_COMMON_DIR") {
      common = Path.join(start, named)
    } else if let bytes = try FileSystem.bytes(folder + "/commondir") {
      common = Path.join(folder, line(bytes[...]))
    }
    guard let real = FileSystem.real(common), FileSystem.isDirectory(real + "/refs") else { return nil }
    let objects = value("GIT_OBJECT_DIRECTORY").map { Path.join(start, $0) } ?? real + "/objects"
    return FileSystem.isDirectory(objects) ? real : nil
  }

  /// Git's old way to write HEAD: a symbolic link to a branch, which need not exist yet.
  private func isLink(_ path: String) -> Bool {
    FileSystem.linkTarget(path).map { $0.utf8.starts(with: "refs/".utf8) } ?? false
  }

  func workTree(of found: FoundRepository, _ layout: ConfigurationFile) -> String? {
    func real(_ path: String) -> String { FileSystem.real(path) ?? path }
    if let named = value("GIT_WORK_TREE") { return real(Path.join(start, named)) }
    if let named = layout["core.worktree"] { return real(Path.join(found.directory, named)) }
    if layout.isTrue("core.bare") { return nil }
    if let holder = found.holder { return holder }
    // Inside the repository's own folder, as in a hook for receiving, there is no worktree.
    guard found.isNamed, Path.relative(start, to: found.directory) == nil else { return nil }
    // Git takes the current folder for the top. A hook that has changed folder still means the worktree
    // which the repository belongs to.
    if let owner = owningWorkTree(of: found), Path.relative(start, to: owner) != nil { return owner }
    return start
  }

  private func owningWorkTree(of found: FoundRepository) -> String? {
    if let bytes = try? FileSystem.bytes(found.directory + "/gitdir") {
      return Path.parent(Path.join(found.directory, line(bytes[...]))).flatMap(FileSystem.real)
    }
    return Path.last(found.directory) == ".git" ? Path.parent(found.directory) : nil
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> String {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? ""
  }
}
