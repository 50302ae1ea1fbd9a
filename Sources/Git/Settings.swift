extension Repository {
  /// What an attribute is for a path.
  package enum Attribute: Sendable, Hashable {
    case unspecified
    /// As Git says it: `set`, `unset`, or a value.
    case value(String)
  }

  /// What `.gitattributes` and the like say of paths, which need not exist.
  ///
  /// - Parameter paths: relative to the worktree's top.
  /// - Returns: one for each path.
  /// - Throws: `GitError`, of kind `unsupported` where no `git` is installed.
  package func attribute(_ name: String, of paths: [String]) throws -> [Attribute] {
    let output = try pinnedGit().read(["check-attr", "-z", name, "--"] + paths)
    // Path, attribute, value; path, attribute, value.
    let words = output.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3 * paths.count + 1 else { throw GitError(.failure, "`git check-attr` was not understood") }
    return paths.indices.map { index in
      let value = words[3 * index + 2]
      return value == "unspecified" ? .unspecified : .value(value)
    }
  }

  /// Sets variables in the repository's own configuration, which its worktrees share, or takes them out.
  ///
  /// - Parameter values: nil takes a variable out; one that is not there is no failure.
  /// - Throws: `GitError`, of kind `unsupported` where no `git` is installed.
  package func setConfig(_ values: [(key: String, value: String?)]) throws {
    let git = try pinnedGit()
    for (key, value) in values {
      if let value {
        _ = try git.read(["config", "--local", "--replace-all", key, value])
      } else {
        let result = try git.run(["config", "--local", "--unset-all", key])
        // "you try to unset an option which does not exist"
        guard result.status == 0 || result.status == 5 else {
          throw GitError(.failure, "`git config --unset-all \(key)` failed: \(result.reason)")
        }
      }
    }
  }

  private func pinnedGit() throws -> GitCommand {
    guard let git else { throw GitError(.unsupported, "there is no `git` in PATH; install Git") }
    return git.pinned(to: location)
  }
}
