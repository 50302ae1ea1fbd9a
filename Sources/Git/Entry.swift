/// What kind of thing a path names in a tree or in the index.
package enum Mode: Sendable, Hashable {
  case regular, executable, symlink, submodule
  /// A number that Git itself does not write.
  case other(UInt32)

  /// Git looks at the kind and, for a file, at the owner's permission to run it: old trees hold 0664.
  init(_ bits: UInt32) {
    switch bits & 0o170000 {
    case 0o100000: self = bits & 0o100 != 0 ? .executable : .regular
    case 0o120000: self = .symlink
    case 0o160000: self = .submodule
    default: self = .other(bits)
    }
  }
}

/// What is wrong with a name in a tree. Git's own commands never make such names, but a repository can hold
/// them, and unpacking them could do harm.
package enum NameFault: Sendable, Hashable {
  case empty
  /// `.` or `..`.
  case dots
  /// `.git`, in any case of its letters.
  case dotGit
  /// A slash within one name.
  case slash
  /// Two entries of one folder have this name.
  case duplicate
  /// A byte below 0x20, or 0x7F.
  case controlCharacter
}

/// A file in a tree or in the index.
package struct Entry: Sendable, Hashable {
  /// Relative to the top of the repository, with `/`; any bytes.
  package var path: [UInt8]
  package var mode: Mode
  package var id: ObjectID
  /// The first fault in the names that make the path, from the top.
  package var fault: NameFault?
  /// Whether Git tracks it without putting it into the worktree, as in a sparse checkout; only of the index.
  package var isSkipped: Bool

  package init(path: [UInt8], mode: Mode, id: ObjectID, fault: NameFault? = nil, isSkipped: Bool = false) {
    self.path = path
    self.mode = mode
    self.id = id
    self.fault = fault
    self.isSkipped = isSkipped
  }
}

/// What is staged.
package struct IndexListing: Sendable, Hashable {
  /// In the order of the paths.
  package var entries: [Entry] = []
  /// Paths in the middle of a merge; they are not among the entries.
  package var unmerged: [[UInt8]] = []
  /// Paths announced by `git add --intent-to-add`, which the next commit will not hold; not among the entries.
  package var intentToAdd: [[UInt8]] = []

  struct Builder {
    private(set) var listing = IndexListing()

    mutating func add(
      path: [UInt8], mode: UInt32, id: ObjectID, stage: Int, isIntentToAdd: Bool, isSkipped: Bool
    ) {
      if stage != 0 {
        if listing.unmerged.last != path { listing.unmerged.append(path) }
      } else if isIntentToAdd {
        listing.intentToAdd.append(path)
      } else {
        listing.entries.append(
          Entry(path: path, mode: Mode(mode), id: id, fault: NameFault(path: path), isSkipped: isSkipped))
      }
    }
  }
}

extension NameFault {
  /// Whether no file can have such a name, or not beside the others of its folder.
  package var isDamage: Bool { self != .controlCharacter }

  /// The fault of one name by itself.
  init?(name: some Collection<UInt8>) {
    if name.isEmpty {
      self = .empty
    } else if name.contains(UInt8(ascii: "/")) {
      self = .slash
    } else if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      self = .controlCharacter
    } else if name.first != UInt8(ascii: ".") {
      return nil
    } else if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
      self = .dots
    } else if name.count == 4, name.lazy.map({ $0 | 0x20 }).elementsEqual(".git".utf8) {
      self = .dotGit
    } else {
      return nil
    }
  }

  /// The first fault of the names between the slashes.
  init?(path: [UInt8]) {
    for name in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let fault = NameFault(name: name) else { continue }
      self = fault
      return
    }
    return nil
  }
}
