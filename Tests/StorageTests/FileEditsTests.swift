import Foundation
import TestSupport
import Testing

@testable import Storage

/// Several files at once.
@Suite struct FileEditsTests {
  private func edit(_ path: String, _ old: String, _ new: String, to newPath: String? = nil) -> FileEdit {
    FileEdit(path: path, newPath: newPath, old: Array(old.utf8), new: Array(new.utf8))
  }

  @Test func allAreWritten() throws {
    let (folder, elsewhere) = (try ScratchFolder(), try ScratchFolder())
    try folder.write("a", "1", mode: 0o640)
    try folder.write("b", "2")
    try FileWriter(top: folder.top).apply(
      [edit("a", "1", "one", to: "c"), edit("b", "2", "two")], journal: elsewhere.top + "/journal")
    #expect(folder.names == ["b", "c"])
    #expect(folder.text("c") == "one" && folder.text("b") == "two" && folder.mode("c") == 0o640)
  }

  @Test func orNone() throws {
    let (folder, elsewhere) = (try ScratchFolder(), try ScratchFolder())
    try folder.write("a", "1")
    try folder.write("b", "2")
    let writer = FileWriter(top: folder.top)
    #expect(throws: StorageError.self) {
      try writer.apply([edit("a", "1", "one"), edit("b", "changed", "two")], journal: elsewhere.top + "/journal")
    }
    #expect(throws: StorageError.self) {
      try writer.apply([edit("a", "1", "one"), edit("b", "2", "two", to: "a")], journal: elsewhere.top + "/journal")
    }
    #expect(throws: StorageError.self) {
      try writer.apply([edit("a", "1", "one"), edit("c", "2", "two")], journal: elsewhere.top + "/journal")
    }
    #expect(throws: StorageError.self) {
      try writer.apply([edit("a", "1", "one"), edit("b", "2", "two", to: "../b")], journal: elsewhere.top + "/journal")
    }
    #expect(folder.names == ["a", "b"] && folder.text("a") == "1" && folder.text("b") == "2")
  }

  @Test func whatFailsHalfWayIsTakenBack() throws {
    let (folder, elsewhere) = (try ScratchFolder(), try ScratchFolder())
    for name in ["a", "b", "c"] { try folder.write(name, name) }
    // Two to one place: the second is found taken only when the first is there.
    #expect(throws: StorageError.self) {
      try FileWriter(top: folder.top).apply(
        [edit("c", "c", "3"), edit("a", "a", "1", to: "d"), edit("b", "b", "2", to: "d")],
        journal: elsewhere.top + "/journal")
    }
    #expect(folder.names == ["a", "b", "c"])
    for name in ["a", "b", "c"] { #expect(folder.text(name) == name) }
  }

  // MARK: What was stopped half way

  /// Two files of which one is to move, written beside their places: as a process leaves them that is killed before the first one
  /// takes its place.
  private func stopped() throws -> (folder: ScratchFolder, elsewhere: ScratchFolder, writer: FileWriter) {
    let (folder, elsewhere) = (try ScratchFolder(), try ScratchFolder())
    try folder.write("a", "1")
    try folder.write("b", "2")
    try folder.write(".c.tw-000000", "one")
    try folder.write(".b.tw-000000", "two")
    try ChangeJournal([
      .init(path: "a", newPath: "c", temporary: ".c.tw-000000", old: "56a6051ca2b02b04ef92d5150c9ef600403cb1de"),
      .init(path: "b", newPath: "b", temporary: ".b.tw-000000", old: "d8263ee9860594d2806b0dfd1bfd17528b0ba2a4"),
    ]).write(to: elsewhere.top + "/journal")
    return (folder, elsewhere, FileWriter(top: folder.top))
  }

  @Test func aStoppedChangeIsFinished() throws {
    for step in 0..<5 {
      let (folder, elsewhere, writer) = try stopped()
      if step > 0 { #expect(link(folder.top + "/.c.tw-000000", folder.top + "/c") == 0) }
      if step > 1 { #expect(unlink(folder.top + "/a") == 0) }
      if step > 2 { #expect(rename(folder.top + "/.b.tw-000000", folder.top + "/b") == 0) }
      if step > 3 { #expect(unlink(folder.top + "/.c.tw-000000") == 0) }
      #expect(try writer.finishStopped(elsewhere.top + "/journal") == .finished(2))
      #expect(folder.names == ["b", "c"] && folder.text("b") == "two" && folder.text("c") == "one", "\(step)")
      #expect(elsewhere.names.isEmpty)
      #expect(try writer.finishStopped(elsewhere.top + "/journal") == nil)
    }
  }

  @Test func whatHadNotBegunIsUndone() throws {
    for isLinked in [false, true] {
      let (folder, elsewhere, writer) = try stopped()
      if isLinked { #expect(link(folder.top + "/.c.tw-000000", folder.top + "/c") == 0) }
      try folder.write("b", "mine")
      #expect(try writer.finishStopped(elsewhere.top + "/journal") == .undone(2))
      #expect(folder.names == ["a", "b"] && folder.text("a") == "1" && folder.text("b") == "mine")
      #expect(elsewhere.names.isEmpty)
    }
  }

  @Test func whatSomebodyChangedSinceStays() throws {
    let (folder, elsewhere, writer) = try stopped()
    #expect(rename(folder.top + "/.b.tw-000000", folder.top + "/b") == 0)
    try folder.write("a", "mine")
    #expect(throws: StorageError.self) { try writer.finishStopped(elsewhere.top + "/journal") }
    #expect(folder.text("a") == "mine" && folder.text("b") == "two" && folder.text(".c.tw-000000") == "one")
    try elsewhere.write("journal", "tw-journal 2\0")
    #expect(throws: StorageError.self) { try writer.finishStopped(elsewhere.top + "/journal") }
    #expect(elsewhere.names == ["journal"])
  }
}
