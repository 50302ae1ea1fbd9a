internal import Git
package import Teamwork

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The files as they lie in the worktree, whether Git knows them or not; what it tracks and has not put there, as in a
/// sparse checkout, is read from the index.
package struct WorktreeSource: FileSource {
  package let files: [FileEntry]
  package let rivals: [FileEntry]
  private let places: [Place]
  private let top: String
  private let folder: OpenFolder
  private let skipped: SkippedFiles
  /// What a killed process left beside records, as `paths`.
  private let leftovers: [[CChar]]

  /// Lists a workspace.
  ///
  /// - Parameters:
  ///   - top: the top of the worktree, absolute.
  ///   - folder: the workspace's folder, relative to it.
  ///   - skipped: what Git tracks and has not put into the worktree.
  /// - Throws: `StorageError` when the folder cannot be listed, or leads out of the repository.
  package init(top: String, folder: String, skipped: SkippedFiles = .none) throws {
    self.top = top
    self.skipped = skipped
    self.folder = try OpenFolder(top)
    rivals = Self.rivals(of: folder, top: top)
    let root = top + "/" + folder
    if let real = realPath(root), let realTop = realPath(top), !real.hasPrefix(realTop + "/") {
      throw StorageError(
        "`\(folder)` is a link that leads out of the repository, to \(real): a workspace must lie inside")
    }
    var lister = Lister(top: top)
    let absent = skipped.files(notIn: top)
    // With nothing of the workspace checked out there is no folder to list; and what a link leads to is in no commit.
    if absent.isEmpty || FileKind(path: root) != nil {
      if !lister.addLink(on: folder) { try lister.list(folder) }
    }
    leftovers = lister.leftovers
    var found: [(path: [CChar], place: Place, fault: Record.Unreadable?)] = lister.found.map {
      ($0.path, .worktree($0.path), $0.fault)
    }
    for (number, file) in absent {
      found.append((Array(file.path.utf8CString), .index(number), file.fault))
    }
    // Ordered by their bytes; the NUL at the end makes a path come before what it begins.
    found.sort { a, b in
      a.path.withUnsafeBufferPointer { a in
        b.path.withUnsafeBufferPointer { b in memcmp(a.baseAddress!, b.baseAddress!, min(a.count, b.count)) < 0 }
      }
    }
    places = found.map(\.place)
    files = found.map { file in
      FileEntry(path: file.path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }, fault: file.fault)
    }
  }

  private enum Place {
    /// The bytes of the path, which may be no UTF-8; relative to the repository's top, and ending in NUL.
    case worktree([CChar])
    /// As a number of `skipped`.
    case index(Int)
  }

  /// Folders that are spelled almost like the workspace's, or one that it lies in.
  private static func rivals(of folder: String, top: String) -> [FileEntry] {
    var rivals: [FileEntry] = []
    var inside = ""
    for part in folder.split(separator: "/") {
      for name in folderNames(top + "/" + inside) where FolderName.isAlike(name, String(part)) {
        rivals.append(FileEntry(path: inside + name))
      }
      inside += part + "/"
    }
    return rivals
  }

  /// The first object that could not be read: what was made from this source is not to be believed then.
  package func throwFailure() throws { try skipped.throwFailure() }

  /// Removes what a killed process left beside records. Nobody else may be writing.
  package func removeLeftovers() {
    for path in leftovers { unlinkat(folder.descriptor, path, 0) }
  }

  package func content(of index: Int, limit: Int) -> FileContent {
    let path: [CChar]
    switch places[index] {
    case .worktree(let own): path = own
    case .index(let number): return skipped.content(of: number, limit: limit)
    }
    return switch readFile(path, in: folder.descriptor, limit: limit) {
    case .bytes(let bytes): .bytes(bytes)
    case .tooLarge(let size): .tooLarge(size)
    case .failed(let code):
      .unreadable(.init("the file cannot be read: \(systemMessage(code))", help: "see who may read it: `ls -l`"))
    }
  }

  package func contentName(of index: Int) -> String? {
    if case .index(let number) = places[index] { return skipped.contentName(of: number) }
    return nil
  }

  /// As Git names it where it changes nothing on the way.
  package func contentName(saying bytes: [UInt8]) -> String? { ObjectID(ofBlob: bytes)?.hex }

  package func exists(_ path: String) -> Bool {
    access(path.isEmpty ? top : top + "/" + path, F_OK) == 0 || skipped.contains(path)
  }
}

/// A folder that paths count from: the system need not walk to it for every file.
private final class OpenFolder: Sendable {
  let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw StorageError("`\(path)` cannot be opened: \(systemMessage())") }
  }

  deinit { close(descriptor) }
}

/// Walks a folder with an explicit stack.
private struct Lister {
  struct Found {
    /// Relative to the repository's top, ending in NUL.
    var path: [CChar]
    var fault: Record.Unreadable?
  }

  let top: String
  private(set) var found: [Found] = []
  private(set) var leftovers: [[CChar]] = []

  init(top: String) { self.top = top }

  /// Takes a link on the way to the root for all there is, as Git does; false where there is none.
  mutating func addLink(on root: String) -> Bool {
    let parts = root.split(separator: "/")
    for count in 1...max(1, parts.count) {
      let path = parts.prefix(count).joined(separator: "/")
      guard case .link? = FileKind(path: top + "/" + path) else { continue }
      // Told where the workspace should be, also where the link is a folder above it.
      found.append(
        Found(path: Array(root.utf8CString), fault: .init("this is a link", help: "put the folder itself here")))
      return true
    }
    return false
  }

  mutating func list(_ root: String) throws {
    var folders: [[CChar]] = [Array(root.utf8CString)]
    while let folder = folders.popLast() {
      let absolute = top.utf8CString.dropLast() + [CChar(UInt8(ascii: "/"))] + folder
      guard let stream = absolute.withUnsafeBufferPointer({ opendir($0.baseAddress!) }) else {
        let why = systemMessage()
        if folder == Array(root.utf8CString) { throw StorageError("`\(root)` cannot be listed: \(why)") }
        found.append(
          Found(
            path: folder, fault: .init("the folder cannot be listed: \(why)", help: "see who may read it: `ls -ld`")))
        continue
      }
      defer { closedir(stream) }
      while let item = readdir(stream) {
        withUnsafePointer(to: &item.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
            let name = UnsafeBufferPointer(start: name, count: strlen(name))
            let isLeftover = Self.isLeftover(name)
            if Self.isIgnored(name), !isLeftover { return }
            var path: [CChar] = []
            path.reserveCapacity(folder.count + name.count + 1)
            path.append(contentsOf: folder.dropLast())
            path.append(CChar(UInt8(ascii: "/")))
            path.append(contentsOf: name)
            path.append(0)
            if isLeftover {
              if kind(of: item.pointee.d_type, path) == .regular { leftovers.append(path) }
              return
            }
            switch kind(of: item.pointee.d_type, path) {
            case .folder: folders.append(path)
            case .regular: found.append(Found(path: path))
            case .link:
              found.append(Found(path: path, fault: .init("this is a link", help: "put the file itself here")))
            case .other: found.append(Found(path: path, fault: .init("this is no regular file", help: "remove it")))
            }
          }
        }
      }
    }
  }

  /// `.` and `..`; and what begins with a dot is nobody's, unless it looks like a record.
  private static func isIgnored(_ name: UnsafeBufferPointer<CChar>) -> Bool {
    guard name.first == CChar(UInt8(ascii: ".")) else { return false }
    return !name.suffix(3).elementsEqual(".md".utf8.lazy.map { CChar($0) })
  }

  /// `.NAME.md.tw-XXXXXX`, as `FileWriter` calls what it writes beside a record.
  private static func isLeftover(_ name: UnsafeBufferPointer<CChar>) -> Bool {
    guard name.first == CChar(UInt8(ascii: ".")), name.count > 14 else { return false }
    return name.dropLast(6).suffix(7).elementsEqual(".md.tw-".utf8.lazy.map { CChar($0) })
  }

  private func kind(of type: UInt8, _ path: [CChar]) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN):
      FileKind(path: top + "/" + path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }) ?? .other
    default: .other
    }
  }
}
