import Testing

@testable import Storage

/// Several files at once.
@Suite struct FileEditsTests {
  private func edit(_ path: String, _ old: String, _ new: String, to newPath: String? = nil) -> FileEdit {
    FileEdit(path: path, newPath: newPath, old: Array(old.utf8), new: Array(new.utf8))
  }

  @Test func allAreWritten() throws {
    let folder = try Folder()
    try folder.write("a", "1", mode: 0o640)
    try folder.write("b", "2")
    try FileWriter(top: folder.top).apply([edit("a", "1", "one", to: "c"), edit("b", "2", "two")])
    #expect(folder.names == ["b", "c"])
    #expect(folder.text("c") == "one" && folder.text("b") == "two" && folder.mode("c") == 0o640)
  }

  @Test func orNone() throws {
    let folder = try Folder()
    try folder.write("a", "1")
    try folder.write("b", "2")
    let writer = FileWriter(top: folder.top)
    #expect(throws: StorageError.self) { try writer.apply([edit("a", "1", "one"), edit("b", "changed", "two")]) }
    #expect(throws: StorageError.self) { try writer.apply([edit("a", "1", "one"), edit("b", "2", "two", to: "a")]) }
    #expect(throws: StorageError.self) { try writer.apply([edit("a", "1", "one"), edit("c", "2", "two")]) }
    #expect(throws: StorageError.self) { try writer.apply([edit("a", "1", "one"), edit("b", "2", "two", to: "../b")]) }
    #expect(folder.names == ["a", "b"] && folder.text("a") == "1" && folder.text("b") == "2")
  }

  @Test func whatFailsHalfWayIsTakenBack() throws {
    let folder = try Folder()
    for name in ["a", "b", "c"] { try folder.write(name, name) }
    // Two to one place: the second is found taken only when the first is there.
    #expect(throws: StorageError.self) {
      try FileWriter(top: folder.top).apply([edit("c", "c", "3"), edit("a", "a", "1", to: "d"), edit("b", "b", "2", to: "d")])
    }
    #expect(folder.names == ["a", "b", "c"])
    for name in ["a", "b", "c"] { #expect(folder.text(name) == name) }
  }
}
