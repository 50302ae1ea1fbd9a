import Foundation
import TestSupport
import Testing

@testable import Git

/// Commits as people and programs really write them.
@Suite struct CommitTests {
  /// The commit whose header goes on with `rest` after its tree.
  private func read(_ rest: String, raw: [UInt8]? = nil) throws -> Commit? {
    let tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
    let id = try #require(ObjectID(hex: String(repeating: "ab", count: 20)))
    return (Array(tree.utf8) + (raw ?? Array(rest.utf8))).withUnsafeBytes { Commit(id, $0) }
  }

  @Test func anOrdinaryCommit() throws {
    let parent = String(repeating: "01", count: 20)
    let commit = try #require(
      try read(
        """
        parent \(parent)
        author Ana María <ana@example.org> 1700000000 -0330
        committer Ben <ben@example.org> 1700000060 +0545
        gpgsig -----BEGIN
         author Not Me <not@me> 1 +0000
         -----END

        Subject in
        two lines\u{20}

        Body.

        """))
    #expect(commit.parents.map(\.hex) == [parent])
    #expect(
      commit.author
        == Signature(
          name: "Ana María", email: "ana@example.org", emailBytes: Array("ana@example.org".utf8), time: 1_700_000_000,
          offsetMinutes: -210))
    #expect(commit.committer.offsetMinutes == 345)
    #expect(commit.subject == "Subject in two lines")
    #expect(commit.message.hasSuffix("Body.\n"))
    #expect(commit.oddities == [])
  }

  @Test(
    arguments: [
      ("Ana <> 1 +0000", "Ana", "", 1, 0, [Commit.Oddity.noEmail]),
      ("Ana 1 +0000", "Ana 1 +0000", "", 0, 0, [.noEmail, .absurdTime]),
      ("<a@b> 1 +0000", "", "a@b", 1, 0, []),
      ("A <a@b> 99999999999999999999 +0000", "A", "a@b", 0, 0, [.absurdTime]),
      ("A <a@b> 253402300800 +0000", "A", "a@b", 0, 0, [.absurdTime]),
      ("A <a@b> 253402300799 +0000", "A", "a@b", 253_402_300_799, 0, []),
      ("A <a@b> -5 +0000", "A", "a@b", 0, 0, [.absurdTime]),
      ("A <a@b> nonsense", "A", "a@b", 0, 0, [.absurdTime]),
      ("A <a@b>", "A", "a@b", 0, 0, [.absurdTime]),
      ("A <a@b> 7 +9999", "A", "a@b", 7, 0, []),
      ("A <a@b> 7 +12345678", "A", "a@b", 7, 0, []),
      ("A <a@b> 7", "A", "a@b", 7, 0, []),
      ("A <a@b>> 7 +0100", "A", "a@b", 7, 60, []),
      ("A <a<b> 7 +0100", "A", "a<b", 7, 60, []),
      ("  A   < a@b > 7 -0000", "A", "a@b", 7, 0, []),
      ("", "", "", 0, 0, [.noEmail, .absurdTime]),
    ] as [(String, String, String, Int64, Int, [Commit.Oddity])])
  func oddSignatures(line: String, name: String, email: String, time: Int64, offset: Int, oddities: [Commit.Oddity])
    throws
  {
    let commit = try #require(try read("author \(line)\ncommitter C <c@c> 1 +0000\n\nM\n"))
    #expect(commit.author.name == name && commit.author.email == email)
    #expect(commit.author.time == time && commit.author.offsetMinutes == offset)
    #expect(commit.oddities == oddities)
    #expect(commit.subject == "M")
  }

  @Test func bytesThatAreNotUTF8() throws {
    let raw =
      Array("author J".utf8) + [0xF6] + Array("rg <j".utf8) + [0xF6]
      + Array("@x> 5 +0000\ncommitter C <c@c> 1 +0000\n\nM".utf8) + [0xFF]
    let commit = try #require(try read("", raw: raw))
    #expect(commit.author.name == "J\u{FFFD}rg" && commit.author.email == "j\u{FFFD}@x")
    #expect(commit.author.emailBytes == [0x6A, 0xF6, 0x40, 0x78])
    #expect(commit.subject == "M\u{FFFD}" && commit.oddities == [.notUTF8])
  }

  @Test func whatIsMissingOrTwice() throws {
    let twice = try #require(
      try read("author A <a@a> 1 +0000\nauthor B <b@b> 2 +0000\ncommitter C <c@c> 1 +0000\n\nM\n"))
    #expect(twice.author.name == "A" && twice.oddities == [.severalAuthors])
    let bare = try #require(try read(""))
    #expect(bare.oddities == [.noSignature] && bare.subject == "" && bare.message == "")
    #expect(try read("parent nonsense\n") == nil)
    let id = try #require(ObjectID(hex: String(repeating: "ab", count: 20)))
    for text in ["", "tree", "tree abc\n", "author A <a@a> 1 +0000\n"] {
      #expect(Array(text.utf8).withUnsafeBytes { Commit(id, $0) } == nil, "\(text)")
    }
  }

  @Test func oddCommitsDoNotEndAHistory() throws {
    let scratch = try ScratchRepository()
    let first = try scratch.committed("One", ["a": "1"])
    let tree = try scratch.id("HEAD^{tree}")
    var parent = first
    for author in ["No Mail 5 +0000", "A <a> 99999999999999999999 +0000", "\u{1B}[31m <\u{1B}> 7 +0000"] {
      let text = "tree \(tree)\nparent \(parent)\nauthor \(author)\ncommitter C <c@c> x\n\nM\n"
      parent = try scratch.object("commit", Array(text.utf8))
    }
    let repository = try scratch.open()
    let history = try repository.history(from: parent)
    #expect(history.steps.count == 4 && history.steps.last?.id == first)
    for step in history.steps { #expect(try repository.commit(step.id).id == step.id) }
    #expect(throws: GitError.self) { try repository.commit(tree) }
    #expect(throws: GitError.self) { try repository.history(from: tree) }
  }
}
