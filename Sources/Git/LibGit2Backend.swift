import CGit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a repository with libgit2.
final class LibGit2Backend: Backend {
  private let repository: RepositoryHandle
  private let database: DatabaseHandle
  /// Trees that were read last. Going through a history, the new tree of one step is the old tree of another.
  private var recent: [(id: ObjectID, kind: ObjectKind, object: ObjectHandle)] = []

  init(_ location: Location, variables: [String: String]) throws {
    repository = try RepositoryHandle(gitDirectory: location.gitDirectory)
    // In pre-receive the new objects wait in a folder of their own until the push is accepted.
    let alternates = AlternateDirectories.fromEnvironment(variables, base: location.start)
    database = try DatabaseHandle(objectDirectory: location.objectDirectory, alternates: alternates)
    try LooseObjects(
      [location.objectDirectory] + alternates + AlternateDirectories.named(in: location.objectDirectory)
    ).guardReading(of: database.pointer)
    // "The ODB will be used for all object lookups involving this repository"; it keeps its own reference.
    try check(git_repository_set_odb(repository.pointer, database.pointer), "use the objects of the repository")
  }

  func head() throws -> ObjectID? {
    var id = git_oid()
    let code = git_reference_name_to_id(&id, repository.pointer, "HEAD")
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check(code, "read HEAD")
    return ObjectID(id)
  }

  func resolveCommit(_ revision: String) throws -> ObjectID {
    guard !revision.utf8.contains(0) else { throw GitError.revisionNotFound(revision, "it contains a NUL byte") }
    do {
      var object: OpaquePointer?
      try check(git_revparse_single(&object, repository.pointer, revision), "follow `\(revision)`")
      // "The object must be closed with git_object_free."
      defer { git_object_free(object) }
      guard let id = git_object_id(object).flatMap({ ObjectID($0.pointee) }) else {
        throw GitError.revisionNotFound(revision, "it has no id")
      }
      guard case .commit(let commit) = try target(of: id) else {
        throw GitError.revisionNotFound(revision, "what it names is no commit")
      }
      return commit
    } catch let error as LibGit2Error {
      if error.code == LooseObjects.damage { throw error }
      // Something leads there: the name is right.
      if error.code == GIT_ENOTFOUND.rawValue, error.isOfObjects {
        throw GitError(.objectMissing, error.message + "; `git fsck` tells more, `git fetch` may bring it")
      }
      let why =
        switch error.code {
        case GIT_ENOTFOUND.rawValue: "no branch, tag or commit has this name"
        case GIT_EAMBIGUOUS.rawValue: "several objects have ids that begin like this; give more digits"
        default: error.message
        }
      throw GitError.revisionNotFound(revision, why)
    }
  }

  func header(of id: ObjectID) throws -> ObjectHeader {
    if let known = recent.first(where: { $0.id == id }) {
      return ObjectHeader(kind: known.kind, size: known.object.withBytes(\.count))
    }
    guard var oid = id.oid else { throw GitError.missing(id) }
    var size = 0
    var type = GIT_OBJECT_INVALID
    let code = git_odb_read_header(&size, &type, database.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue { throw GitError.missing(id) }
    try check(code, "read the header of object \(id)")
    return ObjectHeader(kind: try kind(type, of: id), size: size)
  }

  func withObject<R>(_ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> R) throws -> R {
    if let known = recent.first(where: { $0.id == id }) {
      return try known.object.withBytes { try body(known.kind, $0) }
    }
    guard let object = try ObjectHandle(id, in: database) else { throw GitError.missing(id) }
    let kind = try kind(object.type, of: id)
    if kind != .blob {
      recent.append((id, kind, object))
      if recent.count > 16 { recent.removeFirst() }
    }
    return try object.withBytes { try body(kind, $0) }
  }

  private func kind(_ type: git_object_t, of id: ObjectID) throws -> ObjectKind {
    switch type {
    case GIT_OBJECT_COMMIT: .commit
    case GIT_OBJECT_TREE: .tree
    case GIT_OBJECT_BLOB: .blob
    case GIT_OBJECT_TAG: .tag
    default: throw GitError(.failure, "object \(id) is of a kind that is not known; `git fsck` tells more")
    }
  }

  func index(at path: String) throws -> IndexListing {
    let index = try IndexHandle(path: path)
    var builder = IndexListing.Builder()
    for position in 0..<git_index_entrycount(index.pointer) {
      // "The returned entry is read-only and should not be modified or freed by the caller."
      guard let entry = git_index_get_byindex(index.pointer, position)?.pointee, let name = entry.path,
        let id = ObjectID(entry.id)
      else { continue }
      let path = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
      builder.add(
        path: path, mode: entry.mode, id: id, stage: Int(entry.flags >> 12 & 3),
        isIntentToAdd: entry.flags_extended & UInt16(GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue) != 0,
        isSkipped: entry.flags_extended & UInt16(GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue) != 0)
    }
    return builder.listing
  }

  func hasReferences(under prefix: String) throws -> Bool {
    var iterator: OpaquePointer?
    try check(
      git_reference_iterator_glob_new(&iterator, repository.pointer, prefix + "*"), "list references")
    defer { git_reference_iterator_free(iterator) }
    var name: UnsafePointer<CChar>?
    let code = git_reference_next_name(&name, iterator)
    if code == GIT_ITEROVER.rawValue { return false }
    try check(code, "list references")
    return true
  }

  func references(under prefix: String) throws -> [ObjectID] {
    var iterator: OpaquePointer?
    try check(git_reference_iterator_glob_new(&iterator, repository.pointer, prefix + "*"), "list references")
    defer { git_reference_iterator_free(iterator) }
    var found: [ObjectID] = []
    while true {
      var reference: OpaquePointer?
      let code = git_reference_next(&reference, iterator)
      if code == GIT_ITEROVER.rawValue { return found }
      try check(code, "list references")
      // "The user must free it when done."
      defer { git_reference_free(reference) }
      if let target = git_reference_target(reference), let id = ObjectID(target.pointee) { found.append(id) }
    }
  }

  func configuration() throws -> [String: String] {
    var configuration: OpaquePointer?
    try check(git_repository_config_snapshot(&configuration, repository.pointer), "read the configuration")
    // "This configuration file must be freed once it's no longer being used by the user."
    defer { git_config_free(configuration) }
    var iterator: OpaquePointer?
    try check(git_config_iterator_new(&iterator, configuration), "read the configuration")
    defer { git_config_iterator_free(iterator) }
    var values: [String: String] = [:]
    while true {
      // "The pointers returned by this function are valid until the next call to git_config_next or until the
      // iterator is freed." Entries come from the most general file to the most special.
      var entry: UnsafeMutablePointer<git_config_entry>?
      let code = git_config_next(&entry, iterator)
      if code == GIT_ITEROVER.rawValue { return values }
      try check(code, "read the configuration")
      guard let name = entry?.pointee.name else { continue }
      values[String(cString: name)] = entry?.pointee.value.map { String(cString: $0) } ?? "true"
    }
  }
}
