import Foundation
import TestSupport
import Testing

@testable import Commands

/// Whatever ends the merge driver, Git never takes one side alone for the merge of both.
@Suite struct MergeFaultTests {
  private static let path = ".teamwork/goals/beta.md"
  private static let ways = [
    ["merge", "--no-edit", "other"], ["rebase", "other"], ["cherry-pick", "other"], ["stash", "pop"],
  ]

  /// Two sides of a record, about to be merged in one of the ways.
  private static func repository(_ way: [String]) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    MergeSetupTests.addProgram(to: repository)
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try MergeSetupTests.diverge(repository, at: path)
    if way[0] == "stash" {
      try repository.write(path, "---\ntitle: Beta\nstatus: done\ndue: 2026-12-18\n---\n\n- [x] One\n- [x] Two\n")
      try repository.git("stash", "--quiet")
      try repository.write(path, "---\ntitle: Alpha\nstatus: done\ndue: 2026-12-01\n---\n\n- [ ] One\n- [-] Two\n")
      try repository.commit("meanwhile")
    }
    return repository
  }

  /// What both sides of each conflict say, taken together, must be there.
  private static func expectBothSides(_ repository: ScratchRepository, _ way: [String], _ story: Comment) throws {
    let text = try repository.read(path)
    #expect(text.contains("<<<<<<< ") && text.contains("\n=======\n") && text.contains(">>>>>>> "), story)
    for words in way[0] == "stash"
      ? ["title: Alpha", "due: 2026-12-18", "[x] One", "[-] Two", "[x] Two"]
      : ["status: done", "due: 2026-12-18", "[x] One", "[x] Two"]
    {
      #expect(text.contains(words), story)
    }
    #expect(try repository.git("status", "--porcelain").contains("UU \(path)"), story)
  }

  @Test(arguments: ways) func allWaysOfMergingUseTheDriver(way: [String]) throws {
    let repository = try Self.repository(way)
    let ending = try repository.start(["git"] + way)
    #expect(ending.status == 0)
    let stashed = "---\ntitle: Alpha\nstatus: done\ndue: 2026-12-18\n---\n\n- [x] One\n- [-] Two\n"
    #expect(try repository.read(Self.path) == (way[0] == "stash" ? stashed : MergeSetupTests.both))
  }

  /// A driver that is not there, cannot be run, is of another version, or is killed before it can do anything.
  @Test(
    arguments: ways.map { ($0, "killed") } + [(ways[0], "nowhere/tw"), (ways[1], "/dev/null"), (ways[3], "false2")])
  func gitFallsBackToLines(way: [String], program: String) throws {
    let repository = try Self.repository(way)
    try repository.writeHook("false2", "#!/bin/sh\nexit 2\n", in: ".git/bin")
    try repository.writeHook("killed", "#!/bin/sh\nkill -9 $$\n", in: ".git/bin")
    let driver = try repository.git("config", "merge.tw.driver").trimmingCharacters(in: .newlines)
    try repository.git("config", "merge.tw.driver", program + driver.dropFirst(2))
    let ending = try repository.start(["git"] + way, ["PATH": repository.top + "/.git/bin:" + Faults.path])
    #expect(ending.status != 0)
    #expect(ending.errors.contains("tw could not merge this file, so its lines were merged\n"))
    try Self.expectBothSides(repository, way, "\(ending)")
  }

  /// What does not collide by lines is no conflict where there is no `tw`, as for Git without a driver; but where `tw`
  /// began, somebody should look at it.
  @Test(arguments: [("nowhere/tw", true), ("killed", false)]) func linesThatDoNotCollide(program: String, isClean: Bool)
    throws
  {
    let repository = try ScratchRepository()
    #expect(repository.tw("hook", "install", "--merge").status == 0)
    try repository.writeHook("killed", "#!/bin/sh\nkill -9 $$\n", in: ".git/bin")
    let driver = try repository.git("config", "merge.tw.driver").trimmingCharacters(in: .newlines)
    try repository.git("config", "merge.tw.driver", program + driver.dropFirst(2))
    try repository.write(Self.path, "one\n\n\ntwo\n\n\nthree\n")
    try repository.commit("begin")
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.write(Self.path, "1\n\n\ntwo\n\n\nthree\n")
    try repository.commit("theirs")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Self.path, "one\n\n\ntwo\n\n\n3\n")
    try repository.commit("ours")
    let ending = try repository.start(
      ["git", "merge", "--no-edit", "other"], ["PATH": repository.top + "/.git/bin:" + Faults.path])
    #expect(ending.status == (isClean ? 0 : 1))
    #expect(try repository.read(Self.path) == "1\n\n\ntwo\n\n\n3\n")
  }

  /// Where not even the lines can be merged, Git stops, and nothing has changed.
  @Test(arguments: ways) func gitStopsWhereNothingCanBeWritten(way: [String]) throws {
    let repository = try Self.repository(way)
    let driver = try repository.git("config", "merge.tw.driver").trimmingCharacters(in: .newlines)
    try repository.git(
      "config", "merge.tw.driver",
      driver.replacingOccurrences(of: "git merge-file", with: "git merge-file --no-such-option"))
    try repository.git(
      "config", "merge.tw.driver",
      "false2" + repository.git("config", "merge.tw.driver").trimmingCharacters(in: .newlines).dropFirst(2))
    try repository.writeHook("false2", "#!/bin/sh\nexit 2\n", in: ".git/bin")
    let before = try repository.read(Self.path)
    let ending = try repository.start(["git"] + way, ["PATH": repository.top + "/.git/bin:" + Faults.path])
    #expect(ending.status != 0)
    #expect(ending.errors.lowercased().contains("failed to execute internal merge"))
    // Where Git had begun to put our commits on top of theirs, it is at theirs.
    if way[0] != "rebase" { #expect(try repository.read(Self.path) == before) }
    #expect(try repository.git("status", "--porcelain").isEmpty)
    if way[0] == "stash" { #expect(try !repository.git("stash", "list").isEmpty) }
  }

  // MARK: Every call

  @Test(.enabled(if: Faults.isAvailable)) func whereverItIsKilled() throws {
    let way = ["merge", "--no-edit", "other"]
    let repository = try Self.repository(way)
    let log = repository.top + "/.git/calls"
    #expect(try repository.start(["git"] + way, Faults.variables(.error, at: nil, log: log)).status == 0)
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(calls.filter { $0 == "rename" }.count == 2, "\(calls)")
    let main = try repository.git("rev-parse", "main^1").trimmingCharacters(in: .newlines)
    for (index, call) in calls.enumerated() {
      for fault in index == 0 ? Fault.harmful : [.error, .torn] {
        try repository.git("reset", "--quiet", "--hard", main)
        let ending = try repository.start(["git"] + way, Faults.variables(fault, at: index + 1))
        let story: Comment = "\(fault) at \(index + 1), \(call): \(ending)"
        if ending.status == 0 {
          #expect(try repository.read(Self.path) == MergeSetupTests.both, story)
        } else if index == calls.count - 1, fault == .torn {
          // All was done, but the last word was missing.
          #expect(try repository.git("status", "--porcelain").contains("UU \(Self.path)"), story)
          for words in ["status: done", "due: 2026-12-18", "[x] One", "[x] Two"] {
            #expect(try repository.read(Self.path).contains(words), story)
          }
        } else {
          try Self.expectBothSides(repository, way, story)
        }
      }
    }
  }

  /// The same without what `tw hook install --merge` writes around it.
  @Test(.enabled(if: Faults.isAvailable)) func theCommandAlone() throws {
    let repository = try ScratchRepository()
    let (base, ours, theirs) = ("---\na: 1\nb: 1\n---\n", "---\na: 2\nb: 1\n---\n", "---\na: 1\nb: 2\n---\n")
    let words = ["tw", "merge-driver", "o", "a", "b", Self.path]
    func prepare() throws {
      for (name, text) in [("o", base), ("a", ours), ("b", theirs)] { try repository.write(name, text) }
    }
    try prepare()
    let log = repository.top + "/.git/calls"
    #expect(try repository.start(words, Faults.variables(.error, at: nil, log: log)).status == 0)
    #expect(try repository.read("a") == "---\na: 2\nb: 2\n---\n")
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    let first = try #require(calls.firstIndex(of: "rename"))
    for (index, call) in calls.enumerated() {
      for fault in Fault.harmful {
        try prepare()
        let ending = try repository.start(words, Faults.variables(fault, at: index + 1))
        let story: Comment = "\(fault) at \(index + 1), \(call): \(ending)"
        let text = try repository.read("a")
        #expect(ending.status == (fault == .error ? 2 : 128 + SIGKILL), story)
        if index < first || (index == first && fault != .torn) {
          #expect(text == ours, story)
        } else if index == calls.count - 1, fault == .torn {
          #expect(text == "---\na: 2\nb: 2\n---\n", story)
        } else {
          #expect(
            text
              == "<<<<<<< ours (tw was stopped before it had merged this)\n\(ours)=======\n\(theirs)>>>>>>> theirs\n",
            story)
        }
      }
    }
  }
}
