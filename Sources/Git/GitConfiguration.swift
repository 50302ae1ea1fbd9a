/// The configuration that holds in one place, from all of Git's files and variables.
enum GitConfiguration {
  /// Asks `git`, the only one to know all the ways: included files with their conditions, `GIT_CONFIG_GLOBAL`,
  /// `git -c`. It starts faster than libgit2 does.
  static func read(_ git: GitCommand) throws -> [String: String] {
    var values: [String: String] = [:]
    for entry in try git.read(["config", "--list", "-z"]).split(separator: 0) {
      let key = entry.prefix { $0 != UInt8(ascii: "\n") }
      // Without a line end there was no `=`, and that means true.
      let value = key.endIndex == entry.endIndex ? Array("true".utf8)[...] : entry[(key.endIndex + 1)...]
      values[String(decoding: key, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    return values
  }

  /// Section and name in lower case, a subsection as it is.
  static func normalized(_ key: String) -> String {
    guard let first = key.firstIndex(of: "."), let last = key.lastIndex(of: ".") else { return key.lowercased() }
    return key[..<first].lowercased() + key[first..<last] + key[last...].lowercased()
  }

  /// A path with `~/` or `~name/` replaced, as Git does for variables that are paths.
  static func expanded(_ path: String, variables: [String: String]) -> String {
    guard path.utf8.first == UInt8(ascii: "~") else { return path }
    let user = path.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    let home = user.isEmpty ? variables["HOME"] : FileSystem.home(ofUser: String(Substring(user)))
    return home.map { $0 + String(Substring(path.utf8[user.endIndex...])) } ?? path
  }
}
