import CGit2

/// The objects that lie in files of their own. One that was cut short, as when the disk was full, or that is not as long as
/// it says, is found before libgit2 reads it, which would never come back from the one and write past its memory for the
/// other.
final class LooseObjects {
  private let folders: [String]
  /// The names of the files that were not looked at yet, by the first byte of the objects' ids.
  private var names: [UInt8: [(folder: String, names: Set<String>)]] = [:]
  /// A larger file is none of Git's objects that are read here.
  private static let limit = 1 << 30

  init(_ folders: [String]) { self.folders = folders }

  private enum Extent { case header, all }

  /// Looks at the files of the objects whose ids begin with some digits, at least two.
  ///
  /// - Parameters:
  ///   - first: the first two of them.
  ///   - extent: how much of the objects is going to be read.
  /// - Throws: `GitError` where the file of an object does not hold as much as it should.
  private func check(_ first: UInt8, _ digits: () -> String, _ extent: Extent) throws {
    if names[first] == nil {
      let name = Self.digits(first)
      names[first] = folders.compactMap { folder in
        let found = FileSystem.names(in: folder + "/" + name)
        return found.isEmpty ? nil : (folder + "/" + name, Set(found))
      }
    }
    guard let folders = names[first], !folders.isEmpty else { return }
    let rest = String(digits().dropFirst(2))
    for (number, (folder, names)) in folders.enumerated() {
      for name in rest.utf8.count == 38 ? [rest].filter(names.contains) : names.filter({ $0.hasPrefix(rest) }) {
        try check(folder + "/" + name, Self.digits(first) + name, extent)
        if extent == .all { self.names[first]?[number].names.remove(name) }
      }
    }
  }

  private static func digits(_ byte: UInt8) -> String { withUnsafeBytes(of: byte, hex) }

  private func check(_ path: String, _ id: String, _ extent: Extent) throws {
    guard let status = FileSystem.status(path) else { return }
    // Nothing may ever come out of a pipe.
    guard status.isFile, let bytes = try Self.bytes(path, extent),
      bytes.withUnsafeBufferPointer({ cgit2_is_whole_object($0.baseAddress, $0.count, extent == .header ? 1 : 0) != 0 })
    else {
      throw GitError(
        .failure, "object \(id) is damaged: \(path) is cut short, or not as long as it says; `git fsck` tells more")
    }
  }

  private static func bytes(_ path: String, _ extent: Extent) throws -> [UInt8]? {
    switch extent {
    case .header: try FileSystem.beginning(of: path, count: 1024)
    case .all: try FileSystem.bytes(path, limit: limit)
    }
  }
}

// MARK: As a backend of libgit2

extension LooseObjects {
  /// What libgit2 returns for an object that is damaged like that; no function of its own returns it.
  static let damage = GIT_EUSER.rawValue

  /// Has a database ask here before it reads any object, also those that libgit2 reads on its way to another.
  func guardReading(of database: OpaquePointer) throws {
    let owned = UnsafeMutablePointer<cgit2_owned_backend>.allocate(capacity: 1)
    owned.initialize(to: cgit2_owned_backend())
    owned.pointee.owner = Unmanaged.passRetained(self).toOpaque()
    owned.pointee.backend.version = UInt32(GIT_ODB_BACKEND_VERSION)
    // Having none of the objects, it is asked, and libgit2 goes on to the next.
    owned.pointee.backend.read = { _, _, _, backend, id in LooseObjects.answer(backend, id, .all) }
    owned.pointee.backend.read_header = { _, _, backend, id in LooseObjects.answer(backend, id, .header) }
    owned.pointee.backend.read_prefix = { _, _, _, _, backend, id, digits in
      LooseObjects.answer(backend, id, .all, digits: digits)
    }
    owned.pointee.backend.free = { backend in
      LooseObjects.withOwned(backend) { owned in
        owned.pointee.owner.map { Unmanaged<LooseObjects>.fromOpaque($0).release() }
        owned.deallocate()
      }
    }
    // "Add a custom backend to an existing Object DB"; from then on it is the database's to free. Those with a higher
    // priority are asked first, and libgit2's own have 1 and 2.
    do {
      try Git.check(
        UnsafeMutableRawPointer(owned).withMemoryRebound(to: git_odb_backend.self, capacity: 1) {
          git_odb_add_backend(database, $0, 100)
        }, "watch over the objects")
    } catch {
      Unmanaged.passUnretained(self).release()
      owned.deallocate()
      throw error
    }
  }

  private static func withOwned<R>(
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ body: (UnsafeMutablePointer<cgit2_owned_backend>) -> R
  ) -> R? {
    // The backend is the first member of what was allocated.
    backend.map { body(UnsafeMutableRawPointer($0).assumingMemoryBound(to: cgit2_owned_backend.self)) }
  }

  private static func answer(
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ id: UnsafePointer<git_oid>?, _ extent: Extent,
    digits: Int = 40
  ) -> Int32 {
    let owner = withOwned(backend) { $0.pointee.owner } ?? nil
    guard let owner, let id, digits >= 2 else { return GIT_ENOTFOUND.rawValue }
    do {
      try withUnsafeBytes(of: id.pointee.id) { bytes in
        let objects = Unmanaged<LooseObjects>.fromOpaque(owner).takeUnretainedValue()
        try objects.check(bytes[0], { String(hex(bytes).prefix(digits)) }, extent)
      }
      return GIT_ENOTFOUND.rawValue
    } catch {
      // "Set the error message string for this thread"; it is copied.
      git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), (error as? GitError)?.message ?? "\(error)")
      return damage
    }
  }
}
