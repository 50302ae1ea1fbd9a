import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct FileWriterTests {
  private let folder: ScratchFolder
  private let writer: FileWriter

  init() throws {
    folder = try ScratchFolder()
    writer = FileWriter(top: folder.top)
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch let error as StorageError { return error.message } catch {
      return "another error: \(error)"
    }
    return ""
  }

  // MARK: create

  @Test func makesAFileAndItsFolders() throws {
    try writer.create("a/b/c.md", Array("x\n".utf8))
    #expect(folder.text("a/b/c.md") == "x\n")
    #expect(folder.names == ["a", "a/b", "a/b/c.md"])
  }

  @Test func theUsersMaskDecidesWhoMayRead() throws {
    let mask = umask(0o027)
    defer { umask(mask) }
    try writer.create("a.md", [])
    try writer.create("run", [], isExecutable: true)
    #expect(folder.mode("a.md") == 0o640)
    #expect(folder.mode("run") == 0o750)
  }

  @Test func doesNotMakeWhatIsThere() throws {
    try folder.write("a.md", "old\n")
    #expect(message { try writer.create("a.md", []) } == "`a.md` is there already; nothing was changed")
    #expect(folder.text("a.md") == "old\n")
    try folder.makeFolder("b.md")
    #expect(message { try writer.create("b.md", []) }.contains("is there already"))
    #expect(folder.names == ["a.md", "b.md"])
  }

  // MARK: replace

  @Test func removesWhatWasRead() throws {
    try folder.write("a.md", "old\n")
    for seen in ["", "odd\n", "old", "old\n\n"] {
      #expect(
        message { try writer.remove("a.md", Array(seen.utf8)) }
          == "`a.md` was changed meanwhile; nothing was removed: run the command again")
    }
    #expect(folder.text("a.md") == "old\n")
    try writer.remove("a.md", Array("old\n".utf8))
    #expect(folder.names.isEmpty)
    try folder.write("b/c", "x")
    #expect(message { try writer.remove("b", []) } != "")
    #expect(message { try writer.remove("../c", []) }.contains("no path inside"))
  }

  @Test func replacesWhatWasRead() throws {
    try folder.write("a.md", "old\n")
    try writer.replace("a.md", Array("old\n".utf8), with: Array("new\r\n".utf8))
    #expect(folder.text("a.md") == "new\r\n")
    #expect(folder.names == ["a.md"])
  }

  @Test func keepsTheMode() throws {
    for mode: mode_t in [0o600, 0o664, 0o755, 0o444] {
      try folder.write("\(mode).md", "old\n", mode: mode)
      try writer.replace("\(mode).md", Array("old\n".utf8), with: [])
      #expect(folder.mode("\(mode).md") == mode)
    }
  }

  @Test(arguments: ["changed\n", "", "old", "old\n\n", "Old\n"])
  func doesNotOverwriteWhatChangedMeanwhile(_ now: String) throws {
    try folder.write("a.md", now)
    #expect(
      message { try writer.replace("a.md", Array("old\n".utf8), with: Array("new\n".utf8)) }.contains(
        "was changed meanwhile"))
    #expect(folder.text("a.md") == now)
    #expect(folder.names == ["a.md"])
  }

  @Test func doesNotReplaceWhatWentAway() throws {
    #expect(
      message { try writer.replace("a.md", [], with: []) } == "`a.md` is not a file any more; nothing was changed")
    try folder.makeFolder("b.md")
    #expect(message { try writer.replace("b.md", [], with: []) }.contains("not a file any more"))
    #expect(
      message { try writer.replace("x/a.md", [], with: []) }
        == "the folder of `x/a.md` is not there; nothing was written")
    #expect(folder.names == ["b.md"])
  }

  // MARK: write

  @Test func writeTellsWhetherSomethingChanged() throws {
    #expect(try writer.write("a/b.md", [1, 2]))
    #expect(try !writer.write("a/b.md", [1, 2]))
    #expect(try writer.write("a/b.md", [3]))
    #expect(folder.text("a/b.md") == "\u{3}")
  }

  // MARK: Paths

  @Test(arguments: [
    "", "/a.md", "../a.md", "a/../../b.md", "a/..", "./a.md", "a//b.md", "a/", ".git/config", "a/.git/hooks/x",
    ".GIT/x", "a\u{0}b",
  ])
  func refusesPathsThatLeadOutOrIntoGit(_ path: String) throws {
    #expect(message { try writer.create(path, []) }.contains("is no path inside the repository"), "\(path)")
    #expect(message { _ = try writer.write(path, []) }.contains("is no path inside the repository"), "\(path)")
    #expect(message { try writer.replace(path, [], with: []) }.contains("is no path inside the repository"), "\(path)")
    #expect(folder.names == [])
  }

  @Test func doesNotWriteThroughLinks() throws {
    let elsewhere = try ScratchFolder()
    try elsewhere.write("a.md", "theirs\n")
    try folder.write("real.md", "ours\n")
    try folder.link("out", to: elsewhere.top)
    try folder.link("a.md", to: elsewhere.top + "/a.md")
    try folder.link("inside.md", to: "real.md")
    try folder.link("nowhere.md", to: elsewhere.top + "/new.md")
    for path in ["out/a.md", "out/new.md", "out/deep/new.md", "a.md", "inside.md", "nowhere.md"] {
      #expect(message { try writer.create(path, []) }.contains("link"), "\(path)")
      #expect(message { _ = try writer.write(path, []) }.contains("link"), "\(path)")
      #expect(message { try writer.replace(path, Array("theirs\n".utf8), with: []) }.contains("link"), "\(path)")
    }
    #expect(elsewhere.text("a.md") == "theirs\n" && elsewhere.names == ["a.md"])
    #expect(folder.text("real.md") == "ours\n")
  }

  @Test func aFileIsNoFolder() throws {
    try folder.write("a", "x\n")
    #expect(message { try writer.create("a/b.md", []) } == "the folder of `a/b.md` is not there; nothing was written")
  }

  @Test(.enabled(if: !isSuperuser)) func aFolderThatMayNotBeWritten() throws {
    try folder.write("a/b.md", "old\n")
    #expect(chmod(folder.top + "/a", 0o555) == 0)
    #expect(
      message { try writer.replace("a/b.md", Array("old\n".utf8), with: []) }
        == "`a/b.md` cannot be written: Permission denied")
    #expect(message { try writer.create("a/c.md", []) } == "`a/c.md` cannot be written: Permission denied")
    #expect(
      message { try writer.create("a/c/d.md", []) } == "the folder of `a/c/d.md` cannot be made: Permission denied")
    #expect(folder.text("a/b.md") == "old\n" && folder.names == ["a", "a/b.md"])
  }

  @Test func onlyOneOfManyMakesAFile() async throws {
    let writer = writer
    let made = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<16 { group.addTask { (try? writer.create("a/b.md", [UInt8(number)])) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 1)
    #expect(folder.names == ["a", "a/b.md"])
  }
}
