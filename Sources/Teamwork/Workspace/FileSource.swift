internal import Text

/// Where the bytes of a workspace come from: the worktree, the index, a revision, an editor.
package protocol FileSource: Sendable {
  /// Everything under the workspace's folder, in the order of their paths' bytes.
  var files: [FileEntry] { get }

  /// What stands beside the workspace's folder and is, or may be taken for, the same folder: another spelling of its name
  /// where capitals do not count, or a name that no file can have.
  var rivals: [FileEntry] { get }

  /// The content of a file of `files`. Called from several threads at once.
  ///
  /// - Parameter limit: a file with more bytes need not be read.
  func content(of index: Int, limit: Int) -> FileContent

  /// A name that files of equal content share, in this source and in others; nil where it is not known without reading.
  func contentName(of index: Int) -> String?

  /// The name that files of a content have in sources that know it; nil where that is not known.
  func contentName(saying bytes: [UInt8]) -> String?

  /// Whether there is a file or folder at a path, relative to the repository's top.
  func exists(_ path: String) -> Bool
}

extension FileSource {
  package var rivals: [FileEntry] { [] }
  package func contentName(of index: Int) -> String? { nil }
  package func contentName(saying bytes: [UInt8]) -> String? { nil }
}

package struct FileEntry: Sendable {
  /// Relative to the repository's top, repaired where it is no UTF-8.
  package let path: String
  /// What is wrong with it before it is read: a link, not a regular file, a malformed name.
  package let fault: Record.Unreadable?
  /// Whether no file can have its name: such a file is told of wherever it lies.
  package let isDamaged: Bool

  package init(path: String, fault: Record.Unreadable? = nil, isDamaged: Bool = false) {
    self.path = path
    self.fault = fault
    self.isDamaged = isDamaged
  }
}

package enum FileContent: Sendable {
  case bytes([UInt8])
  /// More bytes than the limit.
  case tooLarge(Int)
  case unreadable(Record.Unreadable)
}

extension [FileEntry] {
  /// Whether there is a file at a path, in the order that `FileSource` demands.
  func hasFile(_ path: String) -> Bool { index(of: path) != nil }

  /// The place of the file at a path.
  func index(of path: String) -> Int? {
    let path = Name(path)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Name(self[middle].path) < path { low = middle + 1 } else { high = middle }
    }
    return low < count && Name(self[low].path) == path ? low : nil
  }
}
