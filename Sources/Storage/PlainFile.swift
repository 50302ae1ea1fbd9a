/// A file that somebody named on the command line, which may lie anywhere.
package enum PlainFile {
  /// Writes it whole or not at all, in the place of what is there.
  package static func write(_ path: String, _ bytes: [UInt8]) throws {
    guard let folder = realFolder(of: path) else { throw StorageError("the folder of `\(path)` is not there") }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    _ = try FileWriter(top: folder).write(name, bytes)
  }

  /// The real path of the folder that a file lies or would lie in.
  package static func realFolder(of path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return realPath(folder.isEmpty ? "/" : folder)
  }
}
