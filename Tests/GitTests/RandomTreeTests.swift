import TestSupport
import Testing

@testable import Git

/// Objects in memory, each id made up for its content.
private final class MemoryBackend: Backend {
  private var objects: [ObjectID: [UInt8]] = [:]
  private var ids: [[UInt8]: ObjectID] = [:]

  func store(_ bytes: [UInt8]) -> ObjectID {
    if let id = ids[bytes] { return id }
    // Zeros and bytes that look like entries make an honest id as well as any.
    let raw = (0..<20).map { [0, 0x20, 0x31, UInt8(truncatingIfNeeded: (ids.count + 1) >> ($0 % 3 * 8))][$0 % 4] }
    let text = raw.prefix(16) + withUnsafeBytes(of: UInt32(ids.count + 1)) { Array($0) }
    guard let id = text.withUnsafeBytes({ ObjectID(bytes: $0) }) else { preconditionFailure("20 bytes are an id") }
    ids[bytes] = id
    objects[id] = bytes
    return id
  }

  func withObject<R>(_ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> R) throws -> R {
    guard let bytes = objects[id] else { throw GitError.missing(id) }
    return try bytes.withUnsafeBytes { try body(.tree, $0) }
  }

  func header(of id: ObjectID) throws -> ObjectHeader { throw GitError.missing(id) }
  func head() throws -> ObjectID? { nil }
  func resolveCommit(_ revision: String) throws -> ObjectID { throw GitError.revisionNotFound(revision, "") }
  func index(at path: String) throws -> IndexListing { IndexListing() }
  func hasReferences(under prefix: String) throws -> Bool { false }
  func references(under prefix: String) throws -> [ObjectID] { [] }
  func configuration() throws -> [String: String] { [:] }
}

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33 | state << 31
  }
}

@Suite struct RandomTreeTests {
  private indirect enum Node {
    case file(UInt8)
    case folder([String: Node])
  }

  private static let names = ["a", "a-", "a.b", "a0", "ab", "b", "c", "ü", "d", "dd"]

  private func random(_ depth: Int, _ numbers: inout Numbers) -> [String: Node] {
    var folder: [String: Node] = [:]
    for name in Self.names where Int.random(in: 0..<3, using: &numbers) > 0 {
      folder[name] = leafOrFolder(depth, &numbers)
    }
    return folder
  }

  private func leafOrFolder(_ depth: Int, _ numbers: inout Numbers) -> Node {
    if depth == 0 || Int.random(in: 0..<3, using: &numbers) > 0 {
      return .file(UInt8.random(in: 0..<3, using: &numbers))
    }
    return .folder(random(depth - 1, &numbers))
  }

  /// Some names added, removed, changed.
  private func edited(_ folder: [String: Node], _ depth: Int, _ numbers: inout Numbers) -> [String: Node] {
    var folder = folder
    for name in Self.names where Int.random(in: 0..<6, using: &numbers) == 0 {
      switch (Int.random(in: 0..<3, using: &numbers), folder[name]) {
      case (0, _): folder[name] = nil
      case (1, .folder(let inner)?): folder[name] = .folder(edited(inner, depth - 1, &numbers))
      default: folder[name] = leafOrFolder(depth, &numbers)
      }
    }
    return folder
  }

  private func store(_ folder: [String: Node], _ backend: MemoryBackend) -> ObjectID {
    func key(_ item: (key: String, value: Node)) -> [UInt8] {
      if case .folder = item.value { Array(item.key.utf8) + [0x2F] } else { Array(item.key.utf8) }
    }
    var bytes: [UInt8] = []
    for item in folder.sorted(by: { key($0).lexicographicallyPrecedes(key($1)) }) {
      let (mode, id) =
        switch item.value {
        case .file(let content): ("100644 ", backend.store([content]))
        case .folder(let inner): ("40000 ", store(inner, backend))
        }
      bytes += Array(mode.utf8) + Array(item.key.utf8) + [0] + id.bytes
    }
    return backend.store(bytes)
  }

  @Test func changesAreTheDifferenceOfTheListings() throws {
    var numbers = Numbers(state: 7)
    for round in 0..<400 {
      let backend = MemoryBackend()
      let before = random(3, &numbers)
      let (old, new) = (store(before, backend), store(edited(before, 3, &numbers), backend))
      func listing(_ id: ObjectID) throws -> [[UInt8]: ObjectID] {
        let entries = try backend.entries(below: id, under: [])
        #expect(entries.allSatisfy { $0.fault == nil })
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.id) })
      }
      let (oldFiles, newFiles) = (try listing(old), try listing(new))
      let changes = try backend.changes(from: old, to: new, under: [])
      let paths = Set(oldFiles.keys).union(newFiles.keys).filter { oldFiles[$0] != newFiles[$0] }
      #expect(Set(changes.map(\.path)) == paths && changes.count == paths.count, "round \(round)")
      for change in changes {
        #expect(change.old?.id == oldFiles[change.path] && change.new?.id == newFiles[change.path], "round \(round)")
      }
    }
  }

  @Test func bytesOfAnyKindEndInAnAnswerOrAnError() throws {
    var numbers = Numbers(state: 11)
    let id = try #require(ObjectID(hex: String(repeating: "ab", count: 20)))
    let seeds: [[UInt8]] = [
      Array("tree \(id)\nparent \(id)\nauthor A <a@b> 1 +0000\ncommitter B <c> 2 -0100\n\nText\n".utf8),
      Array("100644 a\0".utf8) + id.bytes + Array("40000 b\0".utf8) + id.bytes,
      Array("[core]\n\tbare = \"x\\n\" # y\n[a \"b\"] c\n".utf8),
    ]
    for round in 0..<6000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<4, using: &numbers) {
        let position = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.removeSubrange(position..<min(bytes.count, position + 5))
        default: bytes.insert(contentsOf: [0, 0x3E, 0x3C, 0x20, 0x0A].shuffled(using: &numbers), at: position)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      bytes.withUnsafeBytes { raw in
        let commit = Commit(id, raw)
        #expect(commit.map { $0.author.time >= 0 && abs($0.author.offsetMinutes) < 1440 } ?? true)
        let items = try? Tree(raw, id: id).items
        #expect(items?.allSatisfy { $0.name.count < raw.count } ?? true)
        let half = UnsafeRawBufferPointer(rebasing: raw[(raw.count / 2)...])
        let part = TreeDifference(raw, half, idLength: 20)
        #expect(part.old.count <= raw.count && part.new.count <= half.count)
      }
      #expect(ConfigurationFile(bytes).entries.allSatisfy { $0.key.contains(".") })
    }
  }
}
