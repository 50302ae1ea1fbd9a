#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that somebody named on the command line, which may lie anywhere.
package enum PlainFile {
  /// Writes it whole or not at all, in the place of what is there.
  package static func write(_ path: String, _ bytes: [UInt8]) throws {
    guard let folder = realFolder(of: path) else { throw StorageError("the folder of `\(path)` is not there") }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    _ = try FileWriter(top: folder).write(name, bytes)
  }

  /// Puts it in the place of what is there, which somebody is about to take: whole or not at all, but not for long.
  package static func put(_ path: String, _ bytes: [UInt8]) throws {
    var info = stat()
    guard lstat(path, &info) == 0, case .regular = FileKind(mode: info.st_mode) else {
      throw StorageError("`\(path)` is no file any more")
    }
    let temporary = try FileWriter(top: "/").writeBeside(
      path, path, bytes, mode: info.st_mode & 0o7777, isLasting: false)
    guard rename(temporary, path) == 0 else {
      let why = systemMessage()
      unlink(temporary)
      throw StorageError("`\(path)` cannot be written: \(why)")
    }
  }

  /// The real path of the folder that a file lies or would lie in.
  package static func realFolder(of path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return realPath(folder.isEmpty ? "/" : folder)
  }
}
