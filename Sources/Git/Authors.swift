import CGit2

/// Who stands behind a commit, made or about to be.
extension Commit {
  /// The addresses of its `Co-authored-by` trailers, as Git reads trailers.
  package func coAuthors() throws -> [String] {
    guard message.utf8.count > 16, message.lowercased().contains("co-authored-by") else { return [] }
    try LibGit2.start()
    var trailers = git_message_trailer_array()
    // "The trailers must be freed with git_message_trailer_array_free."
    guard git_message_trailers(&trailers, message) == 0 else { return [] }
    defer { git_message_trailer_array_free(&trailers) }
    return (0..<trailers.count).compactMap { index in
      let trailer = trailers.trailers[index]
      guard String(cString: trailer.key).lowercased() == "co-authored-by" else { return nil }
      let value = Array(String(cString: trailer.value).utf8)
      let email = value.withUnsafeBytes { Array(RawSignature($0).email) }
      return email.isEmpty ? nil : String(decoding: email, as: UTF8.self)
    }
  }
}

/// What Git has written down of a commit that is being made.
extension Repository {
  /// The commits that a merge, begun and not committed, brings to HEAD.
  ///
  /// `MERGE_HEAD` names them where somebody resolved conflicts. Before a merge that has none, Git runs its hook with
  /// a variable for each: `GITHEAD_` and the commit.
  package func mergeHeads() throws -> [ObjectID] {
    let named = try named(in: "MERGE_HEAD")
    if !named.isEmpty { return named }
    return variables.keys.sorted().filter { $0.hasPrefix("GITHEAD_") }.compactMap {
      ObjectID(hex: String($0.dropFirst(8)))
    }
  }

  /// The commit that is being picked, and whose author Git takes over; nil where none is.
  package func cherryPickHead() throws -> ObjectID? { try named(in: "CHERRY_PICK_HEAD").first }

  /// The commits whose changes are being carried over to HEAD or taken back from it, and which the next commit does not
  /// name as its parents: by `git cherry-pick`, `git revert` and `git merge --squash`.
  package func carriedCommits() throws -> [ObjectID] {
    let squash = try FileSystem.bytes(gitDirectory + "/SQUASH_MSG") ?? []
    let squashed = squash.split(separator: UInt8(ascii: "\n")).compactMap { line in
      line.starts(with: "commit ".utf8)
        ? line.dropFirst(7).withUnsafeBytes { ObjectID(hex: UnsafeRawBufferPointer(rebasing: $0.prefix { $0 > 0x20 })) }
        : nil
    }
    return try named(in: "CHERRY_PICK_HEAD") + named(in: "REVERT_HEAD") + squashed
  }

  private func named(in file: String) throws -> [ObjectID] {
    (try FileSystem.bytes(gitDirectory + "/" + file) ?? []).split(separator: UInt8(ascii: "\n")).compactMap { line in
      line.withUnsafeBytes { ObjectID(hex: $0) }
    }
  }

  /// The address of whom Git would record as the author of what is staged; nil when none is configured.
  ///
  /// Hooks are told in `GIT_AUTHOR_EMAIL`, also of `--author` and of a commit that is amended. Else who picks somebody's
  /// commit commits it as theirs.
  package func nextAuthor() throws -> String? {
    if variables["GIT_AUTHOR_EMAIL"]?.isEmpty != false, let picked = try cherryPickHead() {
      return try commit(picked).author.email
    }
    return try identity()?.email
  }
}
