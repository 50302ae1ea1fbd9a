#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few questions about files that finding a repository takes.
enum FileSystem {
  struct Status {
    var isDirectory: Bool
    var isFile: Bool
    var owner: UInt32
    var device: UInt64
  }

  /// Follows symbolic links; nil where there is nothing.
  static func status(_ path: String) -> Status? {
    var result = stat()
    guard stat(path, &result) == 0 else { return nil }
    let type = result.st_mode & S_IFMT
    return Status(
      isDirectory: type == S_IFDIR, isFile: type == S_IFREG,
      owner: result.st_uid, device: UInt64(truncatingIfNeeded: result.st_dev))
  }

  static func isDirectory(_ path: String) -> Bool { status(path)?.isDirectory ?? false }

  /// The absolute path without symbolic links; nil where there is nothing.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What a symbolic link points to; nil when there is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The bytes of a small file; nil where there is no file.
  static func bytes(_ path: String, limit: Int = 16 << 20) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw GitError(.failure, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw GitError(.failure, "cannot read \(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { return content }
      content += buffer[..<count]
      guard content.count <= limit else {
        throw GitError(.failure, "\(path) is larger than \(limit) bytes; a file of Git's should not be")
      }
    }
  }

  /// The names in a folder, `.` and `..` among them; none where it is not there.
  static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let item = readdir(stream) {
      names.append(
        withUnsafePointer(to: &item.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// The first bytes of a file, fewer where it has no more.
  static func beginning(of path: String, count: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GitError(.failure, "cannot read \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let got = read(descriptor, &buffer, count)
    return Array(buffer.prefix(max(0, got)))
  }

  /// The login name of a user, or the number where there is no name.
  static func userName(_ user: UInt32) -> String {
    guard let entry = getpwuid(user) else { return "user \(user)" }
    return String(cString: entry.pointee.pw_name)
  }

  /// The home folder of a user, `~name`; nil where there is no such user.
  static func home(ofUser name: String) -> String? {
    guard let entry = getpwnam(name) else { return nil }
    return String(cString: entry.pointee.pw_dir)
  }
}

/// Paths as text with `/`, compared byte for byte.
enum Path {
  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  static func join(_ base: String, _ path: String) -> String {
    if isAbsolute(path) { return path }
    return base.utf8.last == UInt8(ascii: "/") ? base + path : base + "/" + path
  }

  /// The folder that holds `path`; nil for `/`.
  static func parent(_ path: String) -> String? {
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` seen from `base`, "" for `base` itself; nil when it lies elsewhere.
  static func relative(_ path: String, to base: String) -> String? {
    if path.utf8.elementsEqual(base.utf8) { return "" }
    let folder = base.utf8.last == UInt8(ascii: "/") ? base : base + "/"
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    return String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
  }

  static func last(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}
