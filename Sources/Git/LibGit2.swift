import CGit2
import Synchronization

/// libgit2 as a whole.
enum LibGit2 {
  /// Starts libgit2 the first time that it is needed. The start reads the machine's TLS certificates, which
  /// no option prevents, so commands that need no objects never come here.
  ///
  /// "This function must be called before any other libgit2 function in order to set up global state and
  /// threading." It is never shut down: that would need all threads to be done.
  private static let started: Int32 = {
    let code = git_libgit2_init()
    // What it keeps of a long history is hardly ever asked for again, and is never given back.
    return code < 0 ? code : cgit2_disable_caching()
  }()

  static func start() throws { try check(started, "start libgit2") }
}

/// What a call into libgit2 returned, if it is an error.
struct LibGit2Error: Error {
  var code: Int32
  var message: String
  /// Whether it is about an object that was to be read.
  var isOfObjects = false
}

/// Turns a result of libgit2 into an error. The text of the last error belongs to the thread and to the next
/// call, so it is copied at once.
@discardableResult
func check(_ code: Int32, _ doing: @autoclosure () -> String) throws -> Int32 {
  guard code < 0 else { return code }
  // "git_error_last: the pointer is owned by libgit2 and is valid until the next call on this thread."
  let last = git_error_last()?.pointee
  let message = last?.message.map { String(cString: $0) } ?? "no reason given"
  let isOfObjects = last?.klass == Int32(GIT_ERROR_ODB.rawValue)
  git_error_clear()
  throw LibGit2Error(code: code, message: "cannot \(doing()): \(message)", isOfObjects: isOfObjects)
}

extension GitError {
  init(_ error: LibGit2Error) {
    self.init(.failure, error.message)
  }
}

extension ObjectID {
  init?(_ id: git_oid) {
    guard let copy = Swift.withUnsafeBytes(of: id.id, { ObjectID(bytes: $0) }) else { return nil }
    self = copy
  }

  /// The SHA-1 that Git gives a file of some bytes; nil where libgit2 cannot say.
  package init?(ofBlob bytes: [UInt8]) {
    guard (try? LibGit2.start()) != nil else { return nil }
    var id = git_oid()
    guard bytes.withUnsafeBytes({ git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }) == 0 else {
      return nil
    }
    self.init(id)
  }

  /// nil for an id that is no SHA-1.
  var oid: git_oid? {
    guard byteCount == 20 else { return nil }
    var oid = git_oid()
    withUnsafeBytes { source in
      Swift.withUnsafeMutableBytes(of: &oid.id) { $0.copyMemory(from: source) }
    }
    return oid
  }
}

/// An open repository. "The method will automatically detect if 'path' is a normal or bare repository or fail
/// if path is neither."
final class RepositoryHandle {
  let pointer: OpaquePointer

  /// Opens the repository whose own folder is `directory`, and no other.
  init(gitDirectory: String) throws {
    try LibGit2.start()
    var opened: OpaquePointer?
    let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    // "Pointer to the repo which will be opened"; ours to free with git_repository_free.
    try check(git_repository_open_ext(&opened, gitDirectory, flags, nil), "open \(gitDirectory)")
    guard let opened else { throw LibGit2Error(code: -1, message: "cannot open \(gitDirectory)") }
    pointer = opened
  }

  deinit { git_repository_free(pointer) }
}

/// A database of objects.
final class DatabaseHandle {
  let pointer: OpaquePointer

  private static let opened = Atomic(0)

  /// The objects in a folder, with those that it borrows itself, and in others beside it.
  ///
  /// libgit2 keeps one copy of a pack, with a lock that is taken several times for each object, for all databases
  /// that reach it by the same path, so that threads wait for each other all the time. Each database spells the path
  /// in a way of its own. "The ODB must be freed once it's no longer being used by the user."
  init(objectDirectory: String, alternates: [String]) throws {
    var opened: OpaquePointer?
    let number = Self.opened.wrappingAdd(1, ordering: .relaxed).oldValue % 64
    let path = objectDirectory + String(repeating: "/.", count: number)
    try check(git_odb_open(&opened, path), "open the objects in \(objectDirectory)")
    guard let opened else { throw LibGit2Error(code: -1, message: "cannot open the objects in \(objectDirectory)") }
    pointer = opened
    for folder in alternates {
      try check(git_odb_add_disk_alternate(opened, folder), "open the objects in \(folder)")
    }
  }

  deinit { git_odb_free(pointer) }
}

/// An index file that was read.
final class IndexHandle {
  let pointer: OpaquePointer

  /// "Create a new bare Git index object as a memory representation of the Git index file in 'index_path',
  /// without a repository to back it." Ours to free with git_index_free.
  init(path: String) throws {
    try LibGit2.start()
    var opened: OpaquePointer?
    try check(git_index_open(&opened, path), "read the index \(path)")
    guard let opened else { throw LibGit2Error(code: -1, message: "cannot read the index \(path)") }
    pointer = opened
  }

  deinit { git_index_free(pointer) }
}

/// One object's content.
final class ObjectHandle {
  let pointer: OpaquePointer

  /// "The returned object is reference counted and internally cached, so it should be closed by the user once
  /// it's no longer in use." Its data belongs to it, and libgit2 has compared the data with the id.
  ///
  /// - Returns: nil when the object isn't there.
  init?(_ id: ObjectID, in database: DatabaseHandle) throws {
    guard var oid = id.oid else { return nil }
    var read: OpaquePointer?
    let code = git_odb_read(&read, database.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check(code, "read object \(id)")
    guard let read else { return nil }
    pointer = read
  }

  deinit { git_odb_object_free(pointer) }

  var type: git_object_t { git_odb_object_type(pointer) }

  func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try withExtendedLifetime(self) {
      try body(UnsafeRawBufferPointer(start: git_odb_object_data(pointer), count: git_odb_object_size(pointer)))
    }
  }
}
