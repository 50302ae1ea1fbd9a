internal import Text

/// Files that are in memory: examples, and what Git hands out.
package struct MemorySource: FileSource {
  package let files: [FileEntry]
  private let contents: [FileContent]
  private let folders: Set<Name>
  /// Files outside the workspace that links may lead to.
  private let others: Set<Name>

  /// - Parameter others: paths that exist without being read.
  package init(_ files: [(entry: FileEntry, content: FileContent)], others: Set<String> = []) {
    let sorted = files.sorted { $0.entry.path.utf8.lexicographicallyPrecedes($1.entry.path.utf8) }
    self.files = sorted.map(\.entry)
    contents = sorted.map(\.content)
    self.others = Set(others.map { Name($0) })
    folders = Self.folders(of: sorted.map(\.entry.path) + others)
  }

  package init(_ files: [String: [UInt8]], others: Set<String> = []) {
    self.init(files.map { (FileEntry(path: $0.key), .bytes($0.value)) }, others: others)
  }

  package func content(of index: Int, limit: Int) -> FileContent {
    if case .bytes(let bytes) = contents[index], bytes.count > limit { return .tooLarge(bytes.count) }
    return contents[index]
  }

  package func exists(_ path: String) -> Bool {
    path.isEmpty || folders.contains(Name(path)) || others.contains(Name(path))
      || files.contains { $0.path.utf8.elementsEqual(path.utf8) }
  }

  private static func folders(of paths: [String]) -> Set<Name> {
    var folders = Set<Name>()
    for path in paths {
      var rest = Substring(path)
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        if !folders.insert(Name(String(rest))).inserted { break }
      }
    }
    return folders
  }
}
