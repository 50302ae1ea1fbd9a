internal import Git
internal import Teamwork

/// The versions of files that a history holds, each once, however many commits have it on either side.
struct Versions: Sendable {
  private var numbers: [VersionKey: Int] = [:]
  /// In the order in which they were come upon.
  private(set) var keys: [VersionKey] = []
  /// What they say; nil for a file that is no record. One for each key, once they have been read.
  private(set) var records: [Record?] = []

  init(capacity: Int) {
    numbers.reserveCapacity(capacity)
    keys.reserveCapacity(capacity)
  }

  mutating func number(_ key: VersionKey) -> Int {
    let next = keys.count
    let number = numbers[key, default: next]
    if number == next {
      numbers[key] = next
      keys.append(key)
    }
    return number
  }

  /// Reads them all.
  ///
  /// Git keeps the newest of many versions whole, and the older ones as what is other in them. Who begins with the
  /// oldest makes all that lie between on the way, and libgit2 keeps them: nothing is unpacked twice.
  mutating func read(_ repositories: RepositoryPool, _ record: @Sendable (Repository, VersionKey) throws -> Record?)
    throws
  {
    let keys = keys
    let block = max(64, keys.count / Self.blocks)
    let found = try repositories.map(keys.count, block: block) { repository, number in
      try record(repository, keys[keys.count - 1 - number])
    }
    records = found.reversed()
  }

  /// For reading workspaces that hold some of them.
  func known(_ reader: VersionReader) -> KnownRecords {
    var read: [Record] = []
    var names: [String] = []
    for (key, record) in zip(keys, records) {
      guard let record else { continue }
      read.append(record)
      names.append(key.side.id.hex)
    }
    return KnownRecords(
      read, names: names, charter: reader.charter, people: reader.people, teams: reader.teams,
      mentionNames: reader.names)
  }

  /// Few, so that neighbours are read by one thread, and enough that no thread waits long for another.
  private static let blocks = 12

  /// Nil for a version that is not known.
  func number(of key: VersionKey) -> Int? { numbers[key] }

  /// The record of a version; nil where it is none. Nothing where the version is not known.
  func record(_ key: VersionKey) -> Record?? { numbers[key].map { records[$0] } }

  mutating func add(_ key: VersionKey, _ record: Record?) {
    if number(key) == records.count { records.append(record) }
  }
}

/// A version of a file.
struct VersionKey: Hashable, Sendable {
  /// The workspace's at that time.
  let folder: String
  /// Relative to the workspace.
  let inner: String
  let side: Git.Change.Side

  var path: String { folder + "/" + inner }

  static func == (a: VersionKey, b: VersionKey) -> Bool {
    a.side == b.side && a.inner.utf8.elementsEqual(b.inner.utf8) && a.folder.utf8.elementsEqual(b.folder.utf8)
  }

  // A content is rarely met at two paths.
  func hash(into hasher: inout Hasher) { hasher.combine(side.id) }
}
