package import Foundation

/// A folder for one test, reached by its real path. It goes away with the value.
package class ScratchFolder {
  /// What holds everything: the folder, and whatever a test puts beside it.
  package let root: String
  /// The folder's real path.
  package let top: String

  package init(name: String = "folder") throws {
    let path = FileManager.default.temporaryDirectory.path + "/tw-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    guard let real = realpath(path, nil) else { throw CocoaError(.fileNoSuchFile) }
    defer { free(real) }
    root = String(cString: real)
    top = root + "/" + name
  }

  deinit {
    // A folder that may not be written cannot be emptied either.
    for path in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      var info = stat()
      if lstat(root + "/" + path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR, info.st_mode & 0o700 != 0o700 {
        chmod(root + "/" + path, 0o755)
      }
    }
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Writes a file, and the folders above it; the path may be absolute.
  ///
  /// - Parameter mode: exactly this one; the system's own, where it is nil.
  package func write(_ path: String, _ text: String = "x\n", mode: mode_t? = nil) throws {
    let url = URL(fileURLWithPath: path.hasPrefix("/") ? path : top + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
  }

  package func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: top + "/" + path, withIntermediateDirectories: true)
  }

  /// Makes a symbolic link.
  package func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: top + "/" + path, withDestinationPath: target)
  }

  /// The content of a file; nil where there is none.
  package func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: top + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a file that is to be there.
  package func read(_ path: String) throws -> String {
    try String(contentsOfFile: top + "/" + path, encoding: .utf8)
  }

  package func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: top + "/" + path) }

  /// The permissions of a file; 0 where there is none.
  package func mode(_ path: String) -> mode_t {
    var info = stat()
    return lstat(top + "/" + path, &info) == 0 ? info.st_mode & 0o7777 : 0
  }

  /// Everything below the folder, sorted.
  package var names: [String] {
    (FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []).sorted()
  }
}

/// Whether the system lets this user do everything, so that permissions refuse nothing.
package let isSuperuser = geteuid() == 0
