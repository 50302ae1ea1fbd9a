import CGit2

/// Git's merge of the lines of one file.
package enum MergeFile {
  /// Merges as `git merge-file` does.
  ///
  /// - Parameter markerSize: how many signs a marker begins with.
  /// - Returns: the text, with conflict markers where both sides changed the same lines.
  /// - Throws: `GitError` when libgit2 could not do it.
  package static func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], labels: (ours: String, theirs: String), markerSize: Int = 7
  ) throws
    -> (bytes: [UInt8], isClean: Bool)
  {
    do {
      try LibGit2.start()
      var options = git_merge_file_options()
      try check(git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)), "merge a file")
      options.flags = GIT_MERGE_FILE_STYLE_MERGE.rawValue
      options.marker_size = UInt16(clamping: markerSize)
      var result = git_merge_file_result()
      // "The result must be freed with git_merge_file_result_free."
      defer { git_merge_file_result_free(&result) }
      try labels.ours.withCString { ourLabel in
        try labels.theirs.withCString { theirLabel in
          options.our_label = ourLabel
          options.their_label = theirLabel
          try withInput(base) { base in
            try withInput(ours) { ours in
              try withInput(theirs) { theirs in
                _ = try check(git_merge_file(&result, base, ours, theirs, &options), "merge a file")
              }
            }
          }
        }
      }
      let bytes = UnsafeRawBufferPointer(start: result.ptr, count: result.len)
      return (Array(bytes), result.automergeable != 0)
    } catch let error as LibGit2Error {
      throw GitError(error)
    }
  }

  private static func withInput<R>(_ bytes: [UInt8], _ body: (UnsafePointer<git_merge_file_input>) throws -> R) throws
    -> R
  {
    try bytes.withUnsafeBytes { buffer in
      var input = git_merge_file_input()
      try check(git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION)), "merge a file")
      input.ptr = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      input.size = buffer.count
      return try withUnsafePointer(to: input, body)
    }
  }
}
