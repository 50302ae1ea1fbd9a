/// What a backend has to know of a repository; trees, commits and history are read from the raw objects
/// in one place, whoever delivers them.
protocol Backend: AnyObject {
  /// The commit that HEAD names; nil before the first one.
  func head() throws -> ObjectID?

  /// The commit that a revision names, through tags. The text is data, never an option.
  func resolveCommit(_ revision: String) throws -> ObjectID

  /// Kind and size of an object, without its content.
  func header(of id: ObjectID) throws -> ObjectHeader

  /// Lends the content of an object; the bytes are gone when `body` returns.
  ///
  /// - Throws: kind `objectMissing` when it isn't there, `failure` when it is damaged or its content is not
  ///   what its id says.
  func withObject<R>(_ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> R) throws -> R

  /// All entries of the index file at `path`, in Git's order.
  func index(at path: String) throws -> IndexListing

  /// Whether there are references whose names begin with `prefix`.
  func hasReferences(under prefix: String) throws -> Bool

  /// What the references whose names begin with `prefix` point to, without those that name another one.
  func references(under prefix: String) throws -> [ObjectID]

  /// The configuration that holds here: lower-case keys (a subsection as written), the last value of each.
  func configuration() throws -> [String: String]
}

enum ObjectKind: Sendable {
  case commit, tree, blob, tag
}

struct ObjectHeader {
  var kind: ObjectKind
  var size: Int
}

extension GitError {
  static func missing(_ id: ObjectID) -> GitError {
    GitError(
      .objectMissing,
      "object \(id) is not in the repository, though something refers to it; "
        + "`git fsck` tells more, `git fetch` may bring it"
    )
  }

  static func revisionNotFound(_ revision: String, _ why: String) -> GitError {
    GitError(.revisionNotFound, "there is no commit `\(revision)`: \(why)")
  }
}
