/// How much of a repository is looked at before it is held to be built to do harm.
enum Limits {
  static let depth = 128
  static let entries = 1_000_000
  /// Folders that are looked through for one that moved.
  static let searchedFolders = 4_096
  /// Of one commit, tag or tree; the largest honest trees are a tenth of this.
  static let structuralObject = 64 << 20
}

extension Backend {
  /// Lends the content of a commit, tag or tree.
  ///
  /// The size is looked at afterwards, for asking first costs a third more: Git itself holds such objects in
  /// memory when they come in, so that what is here has a size that can be borne.
  func withStructure<R>(_ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> R) throws -> R {
    try withObject(id) { kind, bytes in
      guard bytes.count <= Limits.structuralObject else {
        throw GitError(
          .failure, "object \(id) has \(bytes.count) bytes, more than a commit or a tree should have; it was left alone"
        )
      }
      return try body(kind, bytes)
    }
  }

  private func withTree<R>(_ id: ObjectID, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
    try withStructure(id) { kind, bytes in
      guard kind == .tree else {
        throw GitError(.failure, "object \(id) should be a tree and is none; `git fsck` tells more")
      }
      return try body(bytes)
    }
  }

  /// What stands at the end of the tags.
  func target(of id: ObjectID) throws -> Repository.Target {
    var current = id
    // Tags can point to tags, but not for ever.
    for _ in 0..<16 {
      // A blob can be larger than a commit may be, and only its kind matters.
      switch try header(of: current).kind {
      case .commit: return .commit(current)
      case .tree: return .tree(current)
      case .blob: return .blob
      case .tag:
        guard let next = try withStructure(current, { CommitHeader.tagTarget($1) }) else {
          throw GitError(.failure, "tag \(current) is damaged; `git fsck` tells more")
        }
        current = next
      }
    }
    throw GitError(.failure, "tag \(id) points to a tag, and so on; there is no end to it")
  }

  /// The tree of a commit, of a tag on one, or the tree itself.
  func rootTree(of id: ObjectID) throws -> ObjectID {
    var current = id
    // Tags can point to tags, but not for ever.
    for _ in 0..<16 {
      let (kind, target) = try withStructure(current) { kind, bytes -> (ObjectKind, ObjectID?) in
        switch kind {
        case .tree: (kind, current)
        case .commit: (kind, CommitHeader(bytes)?.tree)
        case .tag: (kind, CommitHeader.tagTarget(bytes))
        case .blob: (kind, nil)
        }
      }
      guard let target else {
        throw GitError(.failure, "object \(current) has no tree; `git fsck` tells more")
      }
      if kind != .tag { return target }
      current = target
    }
    throw GitError(.failure, "tag \(id) points to a tag, and so on; there is no end to it")
  }

  /// What `path` names below `root`; nil when there is nothing. The empty path is the root itself.
  func item(at path: [UInt8], below root: ObjectID) throws -> (mode: UInt32, id: ObjectID)? {
    var found: (mode: UInt32, id: ObjectID) = (0o040000, root)
    for name in path.split(separator: UInt8(ascii: "/")) {
      guard found.mode & 0o170000 == 0o040000 else { return nil }
      let next = try withTree(found.id) { bytes -> (mode: UInt32, id: ObjectID)? in
        var scanner = TreeScanner(bytes: bytes, idLength: found.id.byteCount)
        while let item = try scanner.next(of: found.id) {
          if item.name.count == name.count, item.name.elementsEqual(name) { return (item.mode, item.id) }
        }
        return nil
      }
      guard let next else { return nil }
      found = next
    }
    return found
  }

  func rivals(
    of folder: [UInt8], below root: ObjectID, isAlike: (_ name: [UInt8], _ other: [UInt8]) -> Bool
  ) throws -> [Entry] {
    var rivals: [Entry] = []
    var level: ObjectID? = root
    var path: [UInt8]?
    for part in folder.split(separator: UInt8(ascii: "/")) {
      guard let id = level else { break }
      level = nil
      try withTree(id) { bytes in
        for item in try Tree(bytes, id: id).items {
          let isWanted = item.name.elementsEqual(part)
          if isWanted, level == nil, item.isTree { level = item.id }
          guard item.fault?.isDamage == true || (!isWanted && isAlike(Array(part), Array(item.name))) else { continue }
          rivals.append(
            Entry(path: Path.append(item.name, to: path), mode: Mode(item.mode), id: item.id, fault: item.fault))
        }
      }
      path = path.map { $0 + [UInt8(ascii: "/")] + part } ?? Array(part)
    }
    return rivals
  }

  func path(ofTree wanted: ObjectID, below root: ObjectID) throws -> [UInt8]? {
    var waiting: [(id: ObjectID, path: [UInt8]?)] = [(root, nil)]
    var next = 0
    while next < waiting.count, next < Limits.searchedFolders {
      let (id, folder) = waiting[next]
      next += 1
      let found = try withTree(id) { bytes -> [UInt8]? in
        var scanner = TreeScanner(bytes: bytes, idLength: id.byteCount)
        while let item = try scanner.next(of: id) {
          guard item.isTree else { continue }
          let path = Path.append(item.name, to: folder)
          if item.id == wanted { return path }
          waiting.append((item.id, path))
        }
        return nil
      }
      if let found { return found }
    }
    return nil
  }

  /// All files below `folder`, in Git's order.
  ///
  /// - Parameter limit: more files and folders than this are an error.
  func entries(below root: ObjectID, under folder: [UInt8], limit: Int = Limits.entries) throws -> [Entry] {
    guard let top = try item(at: folder, below: root) else { return [] }
    let path = Path.normalized(folder)
    guard top.mode & 0o170000 == 0o040000 else {
      return [Entry(path: path, mode: Mode(top.mode), id: top.id, fault: NameFault(path: path))]
    }
    var listing = TreeListing(budget: Budget(limit))
    try list(top.id, path.isEmpty ? nil : path, nil, 0, &listing)
    return listing.entries
  }

  private func list(
    _ id: ObjectID, _ folder: [UInt8]?, _ fault: NameFault?, _ depth: Int, _ listing: inout TreeListing
  ) throws {
    guard depth < Limits.depth else { throw GitError.tooDeep(folder) }
    try withTree(id) { bytes in
      for item in try Tree(bytes, id: id).items {
        let path = Path.append(item.name, to: folder)
        try listing.budget.spend()
        if item.isTree {
          try list(item.id, path, fault ?? item.fault, depth + 1, &listing)
        } else {
          listing.entries.append(
            Entry(path: path, mode: Mode(item.mode), id: item.id, fault: fault ?? item.fault))
        }
      }
    }
  }

  /// What differs between two trees below `folder`, in Git's order; nil is the empty tree.
  ///
  /// - Parameter limit: more files and folders than this are an error.
  func changes(
    from old: ObjectID?, to new: ObjectID?, under folder: [UInt8], limit: Int = Limits.entries
  ) throws -> [Change] {
    let path = Path.normalized(folder)
    var changes = TreeChanges(budget: Budget(limit))
    try compare(
      old.flatMap { try item(at: folder, below: $0) }, new.flatMap { try item(at: folder, below: $0) },
      path.isEmpty ? nil : path, 0, &changes)
    return changes.changes
  }

  private func compare(
    _ old: (mode: UInt32, id: ObjectID)?, _ new: (mode: UInt32, id: ObjectID)?,
    _ path: [UInt8]?, _ depth: Int, _ changes: inout TreeChanges
  ) throws {
    if let old, let new, old == new { return }
    guard depth < Limits.depth else { throw GitError.tooDeep(path) }
    try changes.budget.spend()
    func isTree(_ side: (mode: UInt32, id: ObjectID)?) -> Bool { side.map { $0.mode & 0o170000 == 0o040000 } ?? false }
    // A file comes before a folder of the same name, as Git sorts them.
    let oldFile = isTree(old) ? nil : old
    let newFile = isTree(new) ? nil : new
    if oldFile != nil || newFile != nil {
      changes.changes.append(
        Change(
          path: path ?? [], old: oldFile.map { .init(id: $0.id, mode: Mode($0.mode)) },
          new: newFile.map { .init(id: $0.id, mode: Mode($0.mode)) }))
    }
    let oldTree = isTree(old) ? old?.id : nil
    let newTree = isTree(new) ? new?.id : nil
    guard let id = newTree ?? oldTree, oldTree != newTree else { return }
    try withTreeOrNone(oldTree) { oldBytes in
      try withTreeOrNone(newTree) { newBytes in
        let part = TreeDifference(oldBytes, newBytes, idLength: id.byteCount)
        try compare(
          Tree(part.old, id: oldTree ?? id).items, Tree(part.new, id: newTree ?? id).items, path, depth, &changes)
      }
    }
  }

  private func withTreeOrNone(_ id: ObjectID?, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let id else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    try withTree(id, body)
  }

  private func compare(
    _ old: [Tree.Item], _ new: [Tree.Item], _ folder: [UInt8]?, _ depth: Int, _ changes: inout TreeChanges
  ) throws {
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let order = i == old.count ? 1 : j == new.count ? -1 : Tree.order(old[i], new[j])
      let before = order <= 0 ? old[i] : nil
      let after = order >= 0 ? new[j] : nil
      if before != nil { i += 1 }
      if after != nil { j += 1 }
      if let before, let after, before.id == after.id, before.mode == after.mode { continue }
      guard let name = (before ?? after)?.name else { continue }
      try compare(
        before.map { ($0.mode, $0.id) }, after.map { ($0.mode, $0.id) },
        Path.append(name, to: folder), depth + 1, &changes)
    }
  }
}

/// A file that differs between two trees.
package struct Change: Sendable, Hashable {
  package struct Side: Sendable, Hashable {
    package var id: ObjectID
    package var mode: Mode

    package init(id: ObjectID, mode: Mode) {
      self.id = id
      self.mode = mode
    }
  }

  /// Relative to the top of the repository, with `/`; any bytes.
  package var path: [UInt8]
  /// nil when the file came.
  package var old: Side?
  /// nil when the file went.
  package var new: Side?
}

private struct TreeListing {
  var entries: [Entry] = []
  var budget: Budget
}

private struct TreeChanges {
  var changes: [Change] = []
  var budget: Budget
}

/// One tree can hold another many times over, so a few kilobytes can list more files than memory holds.
private struct Budget {
  let limit: Int
  private var spent = 0

  init(_ limit: Int) { self.limit = limit }

  mutating func spend() throws {
    spent += 1
    if spent > limit {
      throw GitError(.failure, "the tree lists more than \(limit) files; reading it was stopped")
    }
  }
}

extension GitError {
  fileprivate static func tooDeep(_ path: [UInt8]?) -> GitError {
    GitError(
      .failure,
      "folders are nested deeper than \(Limits.depth) at "
        + "\(String(decoding: (path ?? []).prefix(80), as: UTF8.self))…; the tree was not read")
  }
}

extension Path {
  /// Without empty names: no slash at the ends, none doubled.
  static func normalized(_ path: [UInt8]) -> [UInt8] {
    Array(path.split(separator: UInt8(ascii: "/")).joined(separator: [UInt8(ascii: "/")]))
  }

  /// - Parameter folder: nil for the top. A folder whose name is empty is not the top.
  static func append(_ name: UnsafeRawBufferPointer, to folder: [UInt8]?) -> [UInt8] {
    guard let folder else { return Array(name) }
    var result: [UInt8] = []
    result.reserveCapacity(folder.count + 1 + name.count)
    result += folder
    result.append(UInt8(ascii: "/"))
    result += name
    return result
  }
}
