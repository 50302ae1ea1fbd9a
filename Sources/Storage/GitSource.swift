package import Git
internal import Synchronization
package import Teamwork
internal import Text

/// The files of a tree or of the index, read from Git's objects.
package final class GitSource: FileSource, @unchecked Sendable {
  package let files: [FileEntry]
  package let rivals: [FileEntry]
  private let ids: [ObjectID?]
  // A repository is for one thread: everything that touches it is done under this lock.
  private let lock = Mutex<Void>(())
  private let repository: Repository
  private let listing: Listing
  private var allPaths: Set<Name>?
  private var failed: GitError?

  private enum Listing {
    case tree(ObjectID)
    case index, nothing
  }

  /// The tree of a commit; nil for no commit at all.
  package convenience init(_ repository: Repository, commit: ObjectID?, folder: String) throws {
    guard let commit else {
      self.init(repository, [], [], [], .nothing)
      return
    }
    let path = Array(folder.utf8)
    let entries = try repository.entries(of: commit, under: path)
    let rivals = try Self.rivals(of: path, in: commit, repository)
    self.init(repository, entries, [], rivals, .tree(commit))
  }

  /// What is staged, in the index that Git names.
  package convenience init(indexOf repository: Repository, folder: String) throws {
    let all = try repository.indexEntries()
    let listing = all.under(Array(folder.utf8))
    self.init(repository, listing.entries, listing.unmerged, Self.rivals(of: folder, among: all.entries), .index)
  }

  /// Files of the index.
  convenience init(_ repository: Repository, entries: [Entry]) { self.init(repository, entries, [], [], .index) }

  private init(
    _ repository: Repository, _ entries: [Entry], _ unmerged: [[UInt8]], _ rivals: [Entry], _ listing: Listing
  ) {
    self.repository = repository
    self.listing = listing
    self.rivals = rivals.map { entry in
      FileEntry(
        path: String(decoding: entry.path, as: UTF8.self), fault: entry.fault == nil ? nil : Self.fault(entry),
        isDamaged: entry.fault?.isDamage == true)
    }
    var all: [(path: [UInt8], file: FileEntry, id: ObjectID?)] = entries.map { entry in
      let path = String(decoding: entry.path, as: UTF8.self)
      return (
        entry.path, FileEntry(path: path, fault: Self.fault(entry), isDamaged: entry.fault?.isDamage == true), entry.id
      )
    }
    all += unmerged.map { path in
      (
        path,
        FileEntry(
          path: String(decoding: path, as: UTF8.self),
          fault: .init("this file is in the middle of a merge", help: "resolve the conflict and `git add` it")), nil
      )
    }
    all.sort { $0.path.lexicographicallyPrecedes($1.path) }
    files = all.map(\.file)
    ids = all.map(\.id)
  }

  /// What may be taken for the workspace's folder in a commit or tree.
  package static func rivals(of folder: [UInt8], in commit: ObjectID, _ repository: Repository) throws -> [Entry] {
    try repository.rivals(of: folder, in: commit, isAlike: isAlike)
  }

  /// Whether two names are one where capitals and forms of Unicode do not count.
  private static func isAlike(_ name: [UInt8], _ other: [UInt8]) -> Bool {
    FolderName.isAlike(String(decoding: name, as: UTF8.self), String(decoding: other, as: UTF8.self))
  }

  /// The folders of the index that are spelled almost like the workspace's.
  private static func rivals(of folder: String, among entries: [Entry]) -> [Entry] {
    let parts = folder.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard let first = parts.first?.first else { return [] }
    var rivals: [Entry] = []
    for entry in entries {
      // Nearly all begin with another letter.
      guard let start = entry.path.first, start | 0x20 == first | 0x20 || start >= 0x80 || first >= 0x80 else {
        continue
      }
      let names = entry.path.split(separator: UInt8(ascii: "/"), maxSplits: parts.count).map(Array.init)
      guard let level = parts.indices.first(where: { !names.indices.contains($0) || names[$0] != parts[$0] }),
        level < names.count, isAlike(parts[level], names[level])
      else { continue }
      let path = Array(names[...level].joined(separator: [UInt8(ascii: "/")]))
      if rivals.last?.path != path { rivals.append(Entry(path: path, mode: entry.mode, id: entry.id)) }
    }
    return rivals
  }

  private static func fault(_ entry: Entry) -> Record.Unreadable? {
    switch entry.fault {
    case .duplicate:
      return .init("the tree has two entries of this name", help: "the repository is damaged: `git fsck`")
    case .some: return .init("the tree has a name that no file can have", help: "the repository is damaged: `git fsck`")
    case nil: break
    }
    switch entry.mode {
    case .regular, .executable: return nil
    case .symlink: return .init("this is a link", help: "put the file itself here")
    case .submodule: return .init("this is a submodule", help: "a workspace holds its own files")
    case .other: return .init("this is no regular file", help: "remove it")
    }
  }

  package func content(of index: Int, limit: Int) -> FileContent {
    lock.withLock { _ in
      guard let id = ids[index] else { return .unreadable(.init("there is nothing to read", help: nil)) }
      do {
        switch try repository.blob(id, limit: limit) {
        case .bytes(let bytes): return .bytes(bytes)
        case .tooLarge(let size): return .tooLarge(Int(clamping: size))
        }
      } catch let error as GitError {
        failed = failed ?? error
        return .unreadable(.init(error.message, help: nil))
      } catch {
        failed = failed ?? GitError(.failure, "\(error)")
        return .unreadable(.init("\(error)", help: nil))
      }
    }
  }

  package func contentName(of index: Int) -> String? { ids[index]?.hex }

  package func exists(_ path: String) -> Bool {
    lock.withLock { _ in
      if path.isEmpty { return true }
      if let allPaths { return allPaths.contains(Name(path)) }
      var paths = Set<Name>()
      do {
        let entries: [Entry] =
          switch listing {
          case .tree(let commit): try repository.entries(of: commit)
          case .index: try repository.indexEntries().entries
          case .nothing: []
          }
        for entry in entries {
          var path = Substring(String(decoding: entry.path, as: UTF8.self))
          while paths.insert(Name(String(path))).inserted, let slash = path.lastIndex(of: "/") { path = path[..<slash] }
        }
      } catch {
        failed = failed ?? (error as? GitError) ?? GitError(.failure, "\(error)")
      }
      allPaths = paths
      return paths.contains(Name(path))
    }
  }

  /// The first object that could not be read: what was made from this source is not to be believed then.
  package func throwFailure() throws {
    if let failure = lock.withLock({ _ in failed }) { throw failure }
  }
}
