/// The raw entries of one tree, lent while its bytes are.
struct Tree {
  struct Item {
    var mode: UInt32
    var name: UnsafeRawBufferPointer
    var id: ObjectID
    var fault: NameFault?

    var isTree: Bool { mode & 0o170000 == 0o040000 }
  }

  /// In Git's order: by name, a folder as if its name ended in `/`.
  private(set) var items: [Item] = []

  /// Reads `mode SP name NUL id`, again and again.
  ///
  /// - Parameter idLength: 20 or 32, that of the tree's own id.
  init(_ bytes: UnsafeRawBufferPointer, id: ObjectID) throws {
    var scanner = TreeScanner(bytes: bytes, idLength: id.byteCount)
    var isSorted = true
    while var item = try scanner.next(of: id) {
      item.fault = NameFault(name: item.name)
      if let last = items.last, !Tree.precedes(last, item) { isSorted = false }
      items.append(item)
    }
    // Git writes trees sorted and without equal names. Where that does not hold, the order is made good so
    // that a comparison cannot take a file for removed and added.
    if !isSorted { items.sort(by: Tree.precedes) }
    markDuplicates()
  }

  /// In sorted order a file `a` and a folder `a` need not be neighbours, but all between them begin with `a`.
  private mutating func markDuplicates() {
    for index in items.indices.dropFirst() {
      let name = items[index].name
      var other = index - 1
      while other >= 0, items[other].name.starts(with: name) {
        if items[other].name.count == name.count {
          items[other].fault = items[other].fault ?? .duplicate
          items[index].fault = items[index].fault ?? .duplicate
          break
        }
        other -= 1
      }
    }
  }

  static func precedes(_ a: Item, _ b: Item) -> Bool { order(a, b) < 0 }

  /// Negative, zero or positive, as `a` comes before, with or after `b`.
  static func order(_ a: Item, _ b: Item) -> Int {
    let shared = min(a.name.count, b.name.count)
    for index in 0..<shared where a.name[index] != b.name[index] {
      return Int(a.name[index]) - Int(b.name[index])
    }
    func next(_ item: Item) -> Int {
      shared < item.name.count ? Int(item.name[shared]) : item.isTree ? Int(UInt8(ascii: "/")) : -1
    }
    // With equal names a file is none of the folder's ends; beyond that the length decides, as for `a` and
    // `a/`, which only a broken tree holds.
    let difference = next(a) - next(b)
    return difference != 0 ? difference : a.name.count - b.name.count
  }
}

/// Walks the entries of a raw tree without keeping them.
struct TreeScanner {
  let bytes: UnsafeRawBufferPointer
  let idLength: Int
  private var position = 0

  init(bytes: UnsafeRawBufferPointer, idLength: Int) {
    self.bytes = bytes
    self.idLength = idLength
  }

  mutating func next(of tree: ObjectID) throws -> Tree.Item? {
    guard position < bytes.count else { return nil }
    var mode: UInt32 = 0
    while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 8, mode < 1 << 24 {
      mode = mode << 3 | UInt32(digit)
      position += 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: " ") else { throw broken(tree) }
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != 0 { end += 1 }
    position = end + 1 + idLength
    guard position <= bytes.count,
      let id = ObjectID(bytes: UnsafeRawBufferPointer(rebasing: bytes[(end + 1)..<position]))
    else { throw broken(tree) }
    return Tree.Item(mode: mode, name: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), id: id)
  }

  private func broken(_ tree: ObjectID) -> GitError {
    GitError(.failure, "tree \(tree) is damaged; `git fsck` tells more")
  }
}
