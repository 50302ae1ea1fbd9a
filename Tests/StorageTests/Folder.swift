import Foundation
import Testing

/// A folder for one test, reached by its real path. It goes away with the value.
final class Folder {
  let top: String

  init() throws {
    let path = FileManager.default.temporaryDirectory.path + "/tw-storage-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    top = try #require(
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      })
  }

  deinit {
    // A folder that may not be written cannot be emptied either.
    for path in FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) ?? [] {
      var info = stat()
      if lstat(top + "/" + path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { chmod(top + "/" + path, 0o755) }
    }
    try? FileManager.default.removeItem(atPath: top)
  }

  func write(_ path: String, _ text: String = "x\n", mode: mode_t = 0o644) throws {
    let whole = top + "/" + path
    try FileManager.default.createDirectory(
      atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: whole))
    #expect(chmod(whole, mode) == 0)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: top + "/" + path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) { #expect(symlink(target, top + "/" + path) == 0) }

  /// The content of a file; nil where there is none.
  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: top + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  func mode(_ path: String) -> mode_t {
    var info = stat()
    return lstat(top + "/" + path, &info) == 0 ? info.st_mode & 0o7777 : 0
  }

  /// Everything below the folder, sorted.
  var names: [String] { (FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []).sorted() }
}

/// Whether the system lets this user do everything, so that permissions refuse nothing.
let isSuperuser = geteuid() == 0
