import CGit2

/// The objects that lie in files of their own. One that was cut short, as when the disk was full, is found before libgit2 is
/// asked, which would never come back from it.
final class LooseObjects {
  private let folders: [String]
  /// The names of the files, by the first byte of the objects' ids.
  private var names: [UInt8: [(folder: String, names: Set<String>)]] = [:]
  /// A larger file is none of Git's objects that are read here.
  private static let limit = 1 << 30

  init(_ folders: [String]) { self.folders = folders }

  /// - Throws: `GitError` where the file of an object ends before the object does.
  func check(_ id: ObjectID) throws {
    let hex = id.hex
    let first = hex.prefix(2)
    guard let byte = UInt8(first, radix: 16) else { return }
    if names[byte] == nil {
      names[byte] = folders.compactMap { folder in
        let found = FileSystem.names(in: folder + "/" + first)
        return found.isEmpty ? nil : (folder + "/" + first, Set(found))
      }
    }
    let name = String(hex.dropFirst(2))
    for (folder, names) in names[byte] ?? [] where names.contains(name) {
      let path = folder + "/" + name
      guard let bytes = try FileSystem.bytes(path, limit: Self.limit) else { continue }
      let isWhole = bytes.withUnsafeBufferPointer { cgit2_is_whole_stream($0.baseAddress, $0.count) != 0 }
      if !isWhole {
        throw GitError(.failure, "object \(id) is damaged: \(path) ends before it should; `git fsck` tells more")
      }
    }
  }
}
