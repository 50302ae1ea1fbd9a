#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Something the file system refused, with its own words.
package struct StorageError: Error, Sendable, Equatable {
  /// What, where and what to do.
  package var message: String

  package init(_ message: String) { self.message = message }
}

/// The words of the last failed call.
func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

/// What a path leads to, links not followed.
enum FileKind {
  case regular, folder, link, other

  init(mode: mode_t) {
    switch mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): self = .regular
    case mode_t(S_IFDIR): self = .folder
    case mode_t(S_IFLNK): self = .link
    default: self = .other
    }
  }

  /// Nil where there is nothing.
  init?(path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    self.init(mode: info.st_mode)
  }
}

/// The real path of what a path leads to, or nil where it leads to nothing.
func realPath(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}

/// What a link says; nil where there is none.
func linkTarget(_ path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count)
  return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The names in a folder; none where it cannot be listed.
func folderNames(_ path: String) -> [String] {
  guard let stream = opendir(path) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let item = readdir(stream) {
    let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

enum ReadResult {
  case bytes([UInt8])
  case tooLarge(Int)
  case failed(Int32)
}

/// Reads a regular file that has at most `limit` bytes. Links are not followed.
func readFile(_ path: String, limit: Int) -> ReadResult {
  readFile(Array(path.utf8CString), in: AT_FDCWD, limit: limit)
}

/// - Parameters:
///   - path: ends in NUL.
///   - folder: the descriptor of the folder that a relative path counts from.
func readFile(_ path: [CChar], in folder: Int32, limit: Int) -> ReadResult {
  // O_NONBLOCK: a pipe that took the file's place must not make us wait.
  let descriptor = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return .failed(errno) }
  defer { close(descriptor) }
  var info = stat()
  guard fstat(descriptor, &info) == 0 else { return .failed(errno) }
  guard case .regular = FileKind(mode: info.st_mode) else { return .failed(EINVAL) }
  let size = Int(info.st_size)
  if size > limit { return .tooLarge(size) }
  var failure: Int32 = 0
  var total = 0
  // One byte more than the size tells whether it grew meanwhile.
  var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
    while count < size + 1 {
      let got = read(descriptor, buffer.baseAddress! + count, size + 1 - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        failure = errno
        break
      }
      count += got
    }
    total = count
  }
  if failure != 0 { return .failed(failure) }
  guard total > size else { return .bytes(bytes) }
  // It grew: read on, still within the limit.
  var block = [UInt8](repeating: 0, count: 65_536)
  while bytes.count <= limit {
    let got = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if got == 0 { return .bytes(bytes) }
    if got < 0 {
      if errno == EINTR { continue }
      return .failed(errno)
    }
    bytes += block[0..<got]
  }
  return .tooLarge(bytes.count)
}

/// Writes as much as the system takes; the count, or a negative number with `errno` set.
func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Writes a new file and closes it.
///
/// - Parameters:
///   - mode: nil for the one that it has.
///   - isLasting: whether it must outlast the power going.
/// - Returns: 0, or the number of what failed.
func fill(_ descriptor: Int32, _ bytes: [UInt8], mode: mode_t? = nil, isLasting: Bool) -> Int32 {
  var failure: Int32 = 0
  var offset = 0
  while offset < bytes.count, failure == 0 {
    let written = bytes.withUnsafeBytes { writeSome(descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...])) }
    if written >= 0 { offset += written } else if errno != EINTR { failure = errno }
  }
  if failure == 0, let mode, fchmod(descriptor, mode) != 0 { failure = errno }
  if failure == 0, isLasting, fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0, failure == 0 { failure = errno }
  return failure
}

/// Makes the names in a folder outlast the power going; 0, or the number of what failed.
func syncNames(in path: String) -> Int32 {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return 0 }
  defer { close(descriptor) }
  // Some file systems cannot sync a folder; the file itself is safe.
  return fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP ? errno : 0
}

func canExecute(_ path: String) -> Bool { access(path, X_OK) == 0 }
