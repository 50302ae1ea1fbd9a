package import Git
internal import Synchronization
internal import Teamwork
internal import Text

/// What Git tracks and has not put into the worktree: the rest of a sparse checkout. It is as much there as what lies in the
/// worktree, and nothing may be written over it.
package final class SkippedFiles: Sendable {
  package static let none = SkippedFiles()

  /// All of them.
  private let entries: [Entry]
  /// The workspace's.
  private let source: GitSource?
  /// The files, and the folders that they are in; made when first asked for.
  private let paths = Mutex<Set<Name>?>(nil)

  private init() {
    entries = []
    source = nil
  }

  /// - Parameters:
  ///   - repository: one that nobody else uses.
  ///   - folder: the workspace's, relative to the top.
  package init(of repository: Repository, folder: String) throws {
    entries = try repository.skippedEntries()
    let inside = entries.filter { $0.path.starts(with: (folder + "/").utf8) }
    source = inside.isEmpty ? nil : GitSource(repository, entries: inside)
  }

  /// Whether a path, relative to the repository's top, is one of the files, or a folder that has some of them.
  package func contains(_ path: String) -> Bool {
    if entries.isEmpty { return false }
    return paths.withLock { known in
      if let known { return known.contains(Name(path)) }
      var paths = Set<Name>()
      for entry in entries {
        var path = Substring(String(decoding: entry.path, as: UTF8.self))
        while paths.insert(Name(String(path))).inserted, let slash = path.lastIndex(of: "/") { path = path[..<slash] }
      }
      known = paths
      return paths.contains(Name(path))
    }
  }

  /// The workspace's that do not lie in the worktree all the same, each with its number.
  func files(notIn top: String) -> [(number: Int, file: FileEntry)] {
    guard let source else { return [] }
    return source.files.enumerated().compactMap { number, file in
      FileKind(path: top + "/" + file.path) == nil ? (number, file) : nil
    }
  }

  func content(of number: Int, limit: Int) -> FileContent {
    source?.content(of: number, limit: limit) ?? .unreadable(.init("there is nothing to read", help: nil))
  }

  func contentName(of number: Int) -> String? { source?.contentName(of: number) }

  /// The bytes of a file of the workspace; nil where it is none of these, or lies in the worktree all the same.
  ///
  /// - Throws: `StorageError` where it is larger than `limit` bytes.
  package func read(_ path: String, top: String, limit: Int) throws -> [UInt8]? {
    guard let source, let number = source.files.firstIndex(where: { $0.path == path }),
      FileKind(path: top + "/" + path) == nil
    else { return nil }
    switch source.content(of: number, limit: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size): throw StorageError("`\(path)` has \(size) bytes; the limit is \(limit)")
    case .unreadable(let why): throw StorageError("`\(path)` cannot be read: \(why.message)")
    }
  }

  func throwFailure() throws { try source?.throwFailure() }
}
