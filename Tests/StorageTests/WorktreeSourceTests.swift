import Documents
import Foundation
import TestSupport
import Testing

@testable import Storage
@testable import Teamwork

@Suite struct WorktreeSourceTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func source() throws -> WorktreeSource { try WorktreeSource(top: folder.top, folder: ".teamwork") }

  private func content(_ path: String, limit: Int = 1000) throws -> String {
    let source = try source()
    let index = try #require(source.files.firstIndex { $0.path == path })
    return switch source.content(of: index, limit: limit) {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .tooLarge(let size): "too large: \(size)"
    case .unreadable(let why): "unreadable: \(why.message)"
    }
  }

  @Test func listsFilesInTheOrderOfTheirBytes() throws {
    for path in ["goals/b.md", "goals/a.md", "goals-x/a.md", "goals/a/z.md", "teamwork.md", "goals/É.md", "goals/Z.md"]
    { try folder.write(".teamwork/" + path) }
    try folder.write("README.md")
    #expect(
      try source().files.map(\.path)
        == ["goals-x/a.md", "goals/Z.md", "goals/a.md", "goals/a/z.md", "goals/b.md", "goals/É.md", "teamwork.md"].map {
          ".teamwork/" + $0
        })
    #expect(try source().files.allSatisfy { $0.fault == nil })
  }

  @Test func namesThatBeginWithADotAreNobodysUnlessTheyLookLikeRecords() throws {
    for path in [".gitkeep", "goals/.DS_Store", ".obsidian/app.md", "goals/.hidden.md"] {
      try folder.write(".teamwork/" + path)
    }
    #expect(try source().files.map(\.path) == [".teamwork/goals/.hidden.md"])
  }

  @Test func readsUpToTheLimit() throws {
    try folder.write(".teamwork/a.md", "12345")
    try folder.write(".teamwork/empty.md", "")
    #expect(try content(".teamwork/a.md", limit: 5) == "12345")
    #expect(try content(".teamwork/a.md", limit: 4) == "too large: 5")
    #expect(try content(".teamwork/empty.md", limit: 0) == "")
  }

  @Test func linksAreFaultsWhereverTheyLead() throws {
    try folder.write(".teamwork/goals/a.md")
    try folder.write("outside.md", "secret\n")
    try folder.link(".teamwork/goals/in.md", to: "a.md")
    try folder.link(".teamwork/goals/out.md", to: "../../outside.md")
    try folder.link(".teamwork/goals/passwd.md", to: "/etc/passwd")
    try folder.link(".teamwork/goals/none.md", to: "nothing")
    try folder.link(".teamwork/roles", to: "goals")
    try folder.link(".teamwork/loop", to: ".")
    let files = try source().files
    #expect(files.filter { $0.fault == nil }.map(\.path) == [".teamwork/goals/a.md"])
    #expect(
      files.filter { $0.fault?.message == "this is a link" }.map(\.path)
        == ["goals/in.md", "goals/none.md", "goals/out.md", "goals/passwd.md", "loop", "roles"].map {
          ".teamwork/" + $0
        })
    // Nor are they read by who asks for them.
    #expect(try content(".teamwork/goals/out.md").hasPrefix("unreadable:"))
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    try folder.write(".teamwork/goals/a.md")
    #expect(mkfifo(folder.top + "/.teamwork/goals/pipe.md", 0o644) == 0)
    let files = try source().files
    #expect(files.map { $0.fault?.message } == [nil, "this is no regular file"])
    #expect(try content(".teamwork/goals/pipe.md").hasPrefix("unreadable:"))
    // One that took a file's place after the listing.
    let source = try source()
    unlink(folder.top + "/.teamwork/goals/a.md")
    #expect(mkfifo(folder.top + "/.teamwork/goals/a.md", 0o644) == 0)
    guard case .unreadable = source.content(of: 0, limit: 1000) else {
      Issue.record("a pipe was read")
      return
    }
  }

  @Test func aLinkThatTookAFilesPlaceIsNotFollowed() throws {
    try folder.write(".teamwork/goals/a.md")
    let source = try source()
    unlink(folder.top + "/.teamwork/goals/a.md")
    try folder.link(".teamwork/goals/a.md", to: "/etc/passwd")
    guard case .unreadable = source.content(of: 0, limit: 1_000_000) else {
      Issue.record("a link was read")
      return
    }
  }

  @Test(.enabled(if: !isSuperuser)) func whatMayNotBeReadIsAFault() throws {
    try folder.write(".teamwork/goals/a.md", mode: 0)
    try folder.write(".teamwork/roles/b.md")
    #expect(chmod(folder.top + "/.teamwork/roles", 0) == 0)
    #expect(try content(".teamwork/goals/a.md") == "unreadable: the file cannot be read: Permission denied")
    #expect(
      try source().files.first { $0.path == ".teamwork/roles" }?.fault?.message
        == "the folder cannot be listed: Permission denied")
    let findings = Validation(Workspace(try source(), folder: ".teamwork")).findings.map {
      "\($0.source.path) \($0.code)"
    }
    #expect(
      findings == [
        ".teamwork/goals/a.md unreadable-file", ".teamwork/roles unreadable-file",
        ".teamwork/teamwork.md missing-charter",
      ])
  }

  #if os(Linux)
    @Test func namesThatAreNoUTF8AreReported() throws {
      try folder.write(".teamwork/goals/a.md")
      let path: [CChar] =
        (folder.top + "/.teamwork/goals/x").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0x2E, 0x6D, 0x64, 0]
      let descriptor = open(path, O_CREAT | O_WRONLY, 0o644)
      #expect(descriptor >= 0)
      close(descriptor)
      let findings = Validation(Workspace(try source(), folder: ".teamwork")).findings.filter {
        $0.source.path.contains("\u{FFFD}")
      }
      #expect(findings.map(\.code.name).contains("invalid-id"))
    }
  #endif

  @Test func theWorkspaceLiesInside() throws {
    let elsewhere = try ScratchFolder()
    try elsewhere.write("work/teamwork.md")
    try folder.link(".teamwork", to: elsewhere.top + "/work")
    #expect(throws: StorageError.self) { try source() }
    unlink(folder.top + "/.teamwork")
    #expect(throws: StorageError.self) { try source() }
    try folder.write(".teamwork")
    #expect(throws: StorageError.self) { try source() }
  }

  /// Git has the link and nothing behind it, so that what is found there is in no commit.
  @Test(arguments: [(".teamwork", "real"), ("docs/.teamwork", "../real"), ("link/team", "")])
  func aWorkspaceThatIsALinkIsAFault(_ place: String, _ target: String) throws {
    try folder.write("real/teamwork.md")
    try folder.write("real/team/teamwork.md")
    try folder.makeFolder("docs")
    try folder.link(target.isEmpty ? "link" : place, to: target.isEmpty ? "real" : target)
    let files = try WorktreeSource(top: folder.top, folder: place).files
    #expect(files.map(\.path) == [place] && files[0].fault?.message == "this is a link")
    let findings = Validation(Workspace(try WorktreeSource(top: folder.top, folder: place), folder: place)).findings
    #expect(findings.map(\.code.name).contains("unreadable-file"))
    #expect(try WorktreeSource(top: folder.top, folder: "real").files.allSatisfy { $0.fault == nil })
  }

  @Test func aFolderBesideTheRepositoryIsOutside() throws {
    try folder.write("repo-x/.teamwork/teamwork.md")
    try folder.makeFolder("repo")
    try folder.link("repo/.teamwork", to: "../repo-x/.teamwork")
    #expect(throws: StorageError.self) { try WorktreeSource(top: folder.top + "/repo", folder: ".teamwork") }
  }

  @Test func existsSaysWhatLinksMayLeadTo() throws {
    try folder.write(".teamwork/goals/a.md")
    try folder.write("docs/plan.md")
    let source = try source()
    for path in ["", "docs", "docs/plan.md", ".teamwork/goals/a.md", ".teamwork"] {
      #expect(source.exists(path), "\(path)")
    }
    for path in ["doc", "docs/plan", "docs/nothing.md", "docs/plan.md/x"] { #expect(!source.exists(path), "\(path)") }
  }

  @Test func whatAKilledProcessLeftIsRemoved() throws {
    let folder = try ScratchFolder()
    for name in [
      "a.md", ".a.md.tw-aB3xYz", "goals/.b.md.tw-000000", ".md.tw-000000", ".a.md.tw-00000", ".a.txt.tw-000000",
      "a.md.tw-000000",
    ] { try folder.write("w/" + name) }
    try folder.makeFolder("w/.c.md.tw-000000")
    try WorktreeSource(top: folder.top, folder: "w").removeLeftovers()
    #expect(
      folder.names == [
        "w", "w/.a.md.tw-00000", "w/.a.txt.tw-000000", "w/.c.md.tw-000000", "w/.md.tw-000000", "w/a.md",
        "w/a.md.tw-000000", "w/goals",
      ])
  }
}
