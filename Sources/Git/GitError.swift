/// Why something could not be read from a repository.
package struct GitError: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// No repository here, or none that is whole.
    case noRepository
    /// The repository belongs to `owner`, and Git's `safe.directory` does not name it.
    case notTrusted(owner: String)
    /// A revision names nothing, several things, or something that is no commit.
    case revisionNotFound
    /// Neither libgit2 nor an installed `git` can read this, or the question has no answer here.
    case unsupported
    /// An object that others refer to is not in the repository.
    case objectMissing
    /// Reading failed: damage, a limit, or the operating system.
    case failure
  }

  package var kind: Kind
  /// What happened, where, and what to do about it. May quote paths and text from the repository, so it
  /// is escaped where it is shown.
  package var message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
