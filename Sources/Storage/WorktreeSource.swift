#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
package import Teamwork

/// The files as they lie in the worktree, whether Git knows them or not.
package struct WorktreeSource: FileSource {
  package let files: [FileEntry]
  private let paths: [String]
  private let top: String

  /// Lists a workspace.
  ///
  /// - Parameters:
  ///   - top: the top of the worktree, absolute.
  ///   - folder: the workspace's folder, relative to it.
  /// - Throws: `StorageError` when the folder cannot be listed, or leads out of the repository.
  package init(top: String, folder: String) throws {
    self.top = top
    let root = top + "/" + folder
    if let real = realPath(root), let realTop = realPath(top), !real.hasPrefix(realTop + "/") {
      throw StorageError("`\(folder)` is a link that leads out of the repository, to \(real): a workspace must lie inside")
    }
    var lister = Lister()
    try lister.list(root, as: folder)
    let order = lister.found.indices.sorted { lister.found[$0].name.lexicographicallyPrecedes(lister.found[$1].name) }
    files = order.map { lister.found[$0].entry }
    paths = order.map { lister.found[$0].path }
  }

  package func content(of index: Int, limit: Int) -> FileContent {
    switch readFile(paths[index], limit: limit) {
    case .bytes(let bytes): .bytes(bytes)
    case .tooLarge(let size): .tooLarge(size)
    case .failed(let code): .unreadable(.init("the file cannot be read: \(systemMessage(code))", help: "see who may read it: `ls -l`"))
    }
  }

  package func exists(_ path: String) -> Bool {
    access(path.isEmpty ? top : top + "/" + path, F_OK) == 0
  }
}

/// Walks a folder with an explicit stack.
private struct Lister {
  struct Found {
    /// The path's bytes relative to the repository's top, which give the order.
    var name: [UInt8]
    var path: String
    var entry: FileEntry
  }

  private(set) var found: [Found] = []

  mutating func list(_ root: String, as name: String) throws {
    var folders: [(path: String, name: String)] = [(root, name)]
    while let (path, name) = folders.popLast() {
      guard let stream = opendir(path) else {
        let why = systemMessage()
        if path == root { throw StorageError("`\(name)` cannot be listed: \(why)") }
        add(path, name, .init("the folder cannot be listed: \(why)", help: "see who may read it: `ls -ld`"))
        continue
      }
      defer { closedir(stream) }
      // Files that the loop opens are none: the names come first.
      while let item = readdir(stream) {
        let child = withUnsafePointer(to: &item.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if child == "." || child == ".." { continue }
        // What begins with a dot is nobody's, unless it looks like a record.
        if child.hasPrefix("."), !child.hasSuffix(".md") { continue }
        let childPath = path + "/" + child
        let childName = name + "/" + child
        switch kind(of: item.pointee.d_type, childPath) {
        case .folder: folders.append((childPath, childName))
        case .regular: add(childPath, childName, nil)
        case .link: add(childPath, childName, .init("this is a link", help: "put the file itself here"))
        case .other: add(childPath, childName, .init("this is no regular file", help: "remove it"))
        }
      }
    }
  }

  private mutating func add(_ path: String, _ name: String, _ fault: Record.Unreadable?) {
    found.append(Found(name: Array(name.utf8), path: path, entry: FileEntry(path: name, fault: fault)))
  }

  private func kind(of type: UInt8, _ path: String) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): FileKind(path: path) ?? .other
    default: .other
    }
  }
}
