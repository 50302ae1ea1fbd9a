import Foundation
import TestSupport
import Testing

@testable import Git

/// Trees, honest and otherwise.
@Suite struct TreeTests {
  private func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

  @Test func malformedNamesAreGivenAndMarked() throws {
    let scratch = try ScratchRepository()
    let blob = try scratch.object("blob", Array("x".utf8))
    let inner = try scratch.tree([("100644", Array("f".utf8), blob)])
    let names: [(String, NameFault?)] = [
      ("", .empty), (".", .dots), ("..", .dots), (".GIT", .dotGit), ("a/b", .slash),
      ("esc\u{1B}[31m", .controlCharacter),
      ("fine", nil), (".gitignore", nil), ("ü", nil),
    ]
    for mode in ["100644", "40000"] {
      let tree = try scratch.tree(names.map { (mode, Array($0.0.utf8), mode == "40000" ? inner : blob) })
      let repository = try scratch.open()
      let entries = try repository.entries(of: tree)
      #expect(entries.count == names.count)
      for (name, fault) in names {
        let path = name + (mode == "40000" ? "/f" : "")
        #expect(entries.first { text($0.path) == path }?.fault == fault, "\(name)")
      }
    }
  }

  @Test func theSameNameTwice() throws {
    let scratch = try ScratchRepository()
    let one = try scratch.object("blob", Array("1".utf8))
    let two = try scratch.object("blob", Array("2".utf8))
    let inner = try scratch.tree([("100644", Array("f".utf8), one)])
    let tree = try scratch.tree([
      ("100644", Array("a".utf8), one), ("100644", Array("a-b".utf8), one), ("40000", Array("a".utf8), inner),
      ("100644", Array("b".utf8), one), ("100644", Array("b".utf8), two), ("100644", Array("c".utf8), one),
    ])
    let entries = try scratch.open().entries(of: tree)
    #expect(entries.map { text($0.path) } == ["a", "a-b", "a/f", "b", "b", "c"])
    #expect(entries.map(\.fault) == [.duplicate, nil, .duplicate, .duplicate, .duplicate, nil])
  }

  @Test func anotherOrderIsNoChange() throws {
    let scratch = try ScratchRepository()
    let blob = try scratch.object("blob", Array("1".utf8))
    let names = ["a", "b", "c", "d", "e"].map { Array($0.utf8) }
    let sorted = try scratch.tree(names.map { ("100644", $0, blob) })
    let mixed = try scratch.tree([0, 3, 2, 1, 4].map { ("100644", names[$0], blob) })
    let repository = try scratch.open()
    #expect(try repository.changes(from: sorted, to: mixed) == [])
    #expect(try repository.entries(of: mixed) == repository.entries(of: sorted))
    let fewer = try scratch.tree([4, 2, 0].map { ("100644", names[$0], blob) })
    #expect(try repository.changes(from: mixed, to: fewer).map { text($0.path) } == ["b", "d"])
  }

  @Test func aNameThatEndsLikeAnEntry() throws {
    let scratch = try ScratchRepository()
    let blob = try scratch.object("blob", Array("1".utf8))
    let file: (mode: String, name: [UInt8], id: ObjectID) = ("100644", Array("a".utf8), blob)
    let old = try scratch.tree([file, ("100644", Array("b".utf8), blob)])
    let new = try scratch.tree([file, ("100644", Array("x100644 b".utf8), blob)])
    let repository = try scratch.open()
    #expect(try repository.changes(from: old, to: new).map { text($0.path) } == ["b", "x100644 b"])
    #expect(try repository.changes(from: new, to: old).map { text($0.path) } == ["b", "x100644 b"])
  }

  @Test func damagedBytes() throws {
    let scratch = try ScratchRepository()
    let blob = try scratch.object("blob", Array("x".utf8))
    let good = try scratch.tree([("100644", Array("f".utf8), blob)])
    let repository = try scratch.open()
    let broken = [
      Array("100644 f".utf8), Array("100644 f\0short".utf8), Array("nonsense".utf8),
      Array("100644f\0".utf8) + blob.bytes,
      Array("777777777777 f\0".utf8) + blob.bytes,
    ]
    for bytes in broken {
      let tree = try scratch.object("tree", bytes)
      #expect(throws: GitError.self) { try repository.entries(of: tree) }
      #expect(throws: GitError.self) { try repository.changes(from: good, to: tree) }
    }
    #expect(throws: GitError.self) { try repository.entries(of: blob) }
  }

  @Test func contentThatIsNotWhatItsIdSays() throws {
    let scratch = try ScratchRepository()
    let one = try scratch.object("blob", Array("one".utf8))
    let two = try scratch.object("blob", Array("two".utf8))
    func path(_ id: ObjectID) -> String { "\(scratch.top)/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))" }
    try FileManager.default.removeItem(atPath: path(one))
    try FileManager.default.copyItem(atPath: path(two), toPath: path(one))
    #expect(#expect(throws: GitError.self) { try scratch.open().blob(one, limit: 10) }?.kind == .failure)
  }

  @Test func aBlobThatClaimsEightGigabytes() throws {
    let scratch = try ScratchRepository()
    // A zlib stream of one stored block that holds the header and a little of the promised content.
    let content = Array("blob 8589934592\0abc".utf8)
    var bytes: [UInt8] = [0x78, 0x01, 0x01, UInt8(content.count), 0, ~UInt8(content.count), 0xFF] + content
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in content { (a, b) = ((a + UInt32(byte)) % 65521, (b + a + UInt32(byte)) % 65521) }
    bytes += [UInt8(b >> 8), UInt8(b & 255), UInt8(a >> 8), UInt8(a & 255)]
    let folder = scratch.top + "/.git/objects/12"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + String(repeating: "12", count: 19)))
    let id = try #require(ObjectID(hex: String(repeating: "12", count: 20)))
    #expect(try scratch.open().blob(id, limit: 1 << 20) == .tooLarge(size: 8_589_934_592))
  }

  @Test func treesThatHoldEachOtherManyTimes() throws {
    let scratch = try ScratchRepository()
    let blob = try scratch.object("blob", Array("x".utf8))
    var tree = try scratch.tree([("100644", Array("f".utf8), blob)])
    for _ in 0..<10 { tree = try scratch.tree((0..<10).map { ("40000", Array("\($0)".utf8), tree) }) }
    let location = try Location(discoveringFrom: scratch.top, variables: scratch.variables)
    let backend = try LibGit2Backend(location, variables: scratch.variables)
    #expect(
      #expect(throws: GitError.self) { try backend.entries(below: tree, under: [], limit: 1000) }?.message.contains(
        "more than 1000") == true)
    #expect(
      #expect(throws: GitError.self) { try backend.changes(from: nil, to: tree, under: [], limit: 1000) }?.message
        .contains("more than 1000") == true)

    let repository = try scratch.open()
    var deep = try scratch.tree([("100644", Array("f".utf8), blob)])
    for _ in 0..<200 { deep = try scratch.tree([("40000", Array("d".utf8), deep)]) }
    #expect(#expect(throws: GitError.self) { try repository.entries(of: deep) }?.message.contains("deeper") == true)
    #expect(throws: GitError.self) { try repository.changes(from: nil, to: deep) }
  }

  @Test func changesOfKindAndPlace() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a": "1", "d/x": "1", "d/y": "1", "e": "1", "z/z": "1"])
    try scratch.git(["rm", "-r", "--quiet", "a", "d"])
    try scratch.commit("Two", ["a/b": "1", "d": "1", "e": "2"], at: ScratchRepository.start + 5)
    let repository = try scratch.open()
    let (old, new) = (try repository.resolveCommit("HEAD~1"), try repository.resolveCommit("HEAD"))
    func told(_ changes: [Change]) -> [String] {
      changes.map { ($0.old == nil ? "+" : $0.new == nil ? "-" : "~") + text($0.path) }
    }
    #expect(told(try repository.changes(from: old, to: new)).sorted() == ["+a/b", "+d", "-a", "-d/x", "-d/y", "~e"])
    #expect(
      told(try repository.changes(from: old, to: new, under: Array("d".utf8))).sorted() == ["+d", "-d/x", "-d/y"])
    #expect(told(try repository.changes(from: nil, to: old, under: Array("d/".utf8))) == ["+d/x", "+d/y"])
    #expect(told(try repository.changes(from: old, to: nil, under: Array("e".utf8))) == ["-e"])
    #expect(try repository.changes(from: old, to: new, under: Array("z".utf8)) == [])
    #expect(try repository.subtree(of: old, path: Array("d".utf8))?.hex == scratch.line("rev-parse", "HEAD~1:d"))
    #expect(try repository.subtree(of: new, path: Array("d".utf8)) == nil)
    #expect(try repository.subtree(of: new, path: Array("nothing/at/all".utf8)) == nil)
  }
}
