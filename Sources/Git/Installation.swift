import CGit2

/// What of Git is installed here.
package enum Installation {
  /// What `git --version` says, `2.39.5`; nil when there is no `git`, or it does not run.
  package static func gitVersion(variables: [String: String]) -> String? {
    guard let git = GitCommand(directory: "/", variables: variables), let output = try? git.read(["--version"]) else {
      return nil
    }
    let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.count > 2 ? String(words[2]) : nil
  }

  /// The version of libgit2 that runs, `1.5.1`.
  package static var libraryVersion: String {
    var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
