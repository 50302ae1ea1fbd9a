/// Reads single files of a repository.
package struct FileReader: Sendable {
  /// A folder, absolute.
  package let top: String

  package init(top: String) { self.top = top }

  /// The bytes of a regular file; nil where there is nothing. Links are not followed.
  ///
  /// - Parameter path: relative to `top`.
  /// - Throws: `StorageError` when it is no regular file, larger than `limit` bytes, or cannot be read.
  package func read(_ path: String, limit: Int) throws -> [UInt8]? {
    let whole = top + "/" + path
    guard let kind = FileKind(path: whole) else { return nil }
    guard case .regular = kind else { throw StorageError("`\(path)` is no regular file") }
    switch readFile(whole, limit: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size): throw StorageError("`\(path)` has \(size) bytes; the limit is \(limit)")
    case .failed(let code): throw StorageError("`\(path)` cannot be read: \(systemMessage(code))")
    }
  }

  /// Whether the file of a path may be run as a program.
  package func isExecutable(_ path: String) -> Bool { canExecute(top + "/" + path) }
}
