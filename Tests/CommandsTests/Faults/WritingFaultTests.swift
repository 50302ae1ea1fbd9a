import Foundation
import TestSupport
import Testing

/// What becomes of the files when a call of a command that writes fails, or the process is killed at it, for every call.
@Suite(.enabled(if: Faults.isAvailable)) struct WritingFaultTests {
  private static let goal =
    "---\ntitle: Beta\nstatus: proposed\nwhy: Because\nneeds: [gamma]\n---\n\nSee [[gamma]].\n\n- [ ] One ^one\n"

  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\n---\n")
    try repository.write(".teamwork/people/ana.md", "---\nname: Ana\nemails: [ana@example.org]\n---\n")
    try repository.write(".teamwork/goals/beta.md", goal)
    try repository.write(
      ".teamwork/goals/gamma.md",
      goal.replacingOccurrences(of: "gamma", with: "beta").replacingOccurrences(of: "needs: [beta]\n", with: ""))
    try repository.write(
      ".teamwork/notes/idea.md", "---\ntitle: Idea\nkind: idea\nby: [ana]\ndate: 2026-11-20\ngoals: [gamma]\n---\n")
    try repository.commit("begin")
    return repository
  }

  @Test(arguments: [
    ["set", "goal/beta", "status=done"], ["new", "note", "Another", "kind=idea"],
    ["rename", "goal/gamma", "delta"], ["hook", "install"], ["hook", "install", "--merge"],
  ])
  func allOrNothing(words: [String]) throws {
    let repository = try Self.repository()
    let places = words[0] == "hook" ? [".git/hooks"] : [".teamwork"]
    let config = try repository.read(".git/config")
    let records = repository.files(below: ".teamwork")
    func state() throws -> [[String: String]] {
      try places.map { repository.files(below: $0) }
        + [
          [
            ".gitattributes": repository.exists(".gitattributes") ? repository.read(".gitattributes") : "",
            "config": repository.read(".git/config"),
          ]
        ]
    }
    /// As it was, for the next one.
    func reset() throws {
      for path in [".git/hooks", ".gitattributes", ".teamwork"] {
        try? FileManager.default.removeItem(atPath: repository.top + "/" + path)
      }
      for (path, text) in records { try repository.write(".teamwork/" + path, text) }
      try repository.write(".git/config", config)
    }
    try reset()
    let before = try state()
    let log = repository.top + "/.git/calls"
    #expect(try repository.start(["tw"] + words, Faults.variables(.error, at: nil, log: log)).status == 0)
    let after = try state()
    #expect(before != after)
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(calls.count >= 5, "\(calls)")

    var isHalf = words[0] != "rename"
    for (index, call) in calls.enumerated() {
      // Killed before a call is killed after the one before it.
      for fault in index == 0 ? Fault.harmful : [.error, .torn] {
        try reset()
        let ending = try repository.start(["tw"] + words, Faults.variables(fault, at: index + 1))
        let now = try state()
        let story: Comment = "\(fault) at \(index + 1), \(call): \(ending.status) \(ending.errors)"
        // A record is what does not begin with a dot; what was written beside it is none.
        let records = now.map {
          $0.filter { !($0.key.split(separator: "/").last ?? "").hasPrefix(".") || $0.key == ".gitattributes" }
        }
        if fault == .error {
          if ending.status == 0 { #expect(records == after, story) } else { #expect(ending.status == 2, story) }
          // All or nothing; what was written may be lost only if the power goes as well.
          let isWritten = ending.errors.contains("may be lost if the power goes") && words[0] != "hook"
          if ending.status == 2 { #expect(records == (isWritten ? after : before), story) }
          if call != "unlink" { #expect(now == records, story) }
          // What was not begun is not finished later, nor undone.
          if ending.errors.contains("nothing was changed") { #expect(!repository.exists(".git/tw-journal"), story) }
        } else {
          #expect(ending.status == 128 + SIGKILL, story)
          for (place, files) in records.enumerated() {
            // Each file is the old or the new one, whole, and none is gone.
            for (path, text) in files {
              #expect(text == before[place][path] || text == after[place][path], "\(path): \(story)")
            }
            for path in before[place].keys where after[place][path] != nil {
              #expect(files[path] != nil, "\(path): \(story)")
            }
          }
          if words[0] == "rename" {
            #expect(records[0]["goals/gamma.md"] != nil || records[0]["goals/delta.md"] != nil, story)
            // In one step less it was begun, in one more it was done.
            isHalf = isHalf || (records[0] != before[0] && records[0] != after[0])
          } else if words[0] != "hook" {
            // Where there is but one file, it is all or nothing here, too.
            #expect(records == before || records == after, story)
          }
          // What is left beside it is nobody's record, and in nobody's way; the next one that writes brings all to its end.
          if words[0] != "hook" {
            #expect(repository.tw("validate").output.contains("unknown-kind") == false, story)
            try expectEnd(repository, [before[0], after[0]], story, first: index)
          }
        }
      }
    }
    #expect(isHalf)
  }

  /// After a stop, and another in the midst of mending that, the files are all old or all new, and nothing lies beside them.
  private func expectEnd(_ repository: ScratchRepository, _ states: [[String: String]], _ story: Comment, first: Int)
    throws
  {
    let next = ["tw", "set", "person/ana", "name=Ana"]
    let killed = try repository.start(next, Faults.variables(.kill, at: first % 9 + 1))
    #expect(killed.status == 0 || killed.status == 128 + SIGKILL, story)
    let ending = try repository.start(next)
    #expect(ending.status == 0, "\(ending.errors): \(story)")
    #expect(states.contains(repository.files(below: ".teamwork")), "\(ending.errors): \(story)")
    #expect(!repository.exists(".git/tw-journal"), story)
    #expect(repository.tw("validate", "--format", "concise").status == 0, story)
  }

  /// Who asks the command to end while files are written ends it when they are, whichever thread the system would tell.
  @Test(arguments: [
    ["set", "goal/beta", "status=done"], ["new", "note", "Another", "kind=idea"], ["rename", "goal/gamma", "delta"],
  ])
  func aPoliteStopWaits(words: [String]) throws {
    let repository = try Self.repository()
    let before = repository.files(below: ".teamwork")
    let log = repository.top + "/.git/calls"
    #expect(try repository.start(["tw"] + words, Faults.variables(.stop, at: nil, log: log)).status == 0)
    let after = repository.files(below: ".teamwork")
    for step in 1...(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count) {
      try FileManager.default.removeItem(atPath: repository.top + "/.teamwork")
      for (path, text) in before { try repository.write(".teamwork/" + path, text) }
      let ending = try repository.start(["tw"] + words, Faults.variables(.stop, at: step))
      #expect(ending.status == 128 + SIGTERM, "\(step): \(ending)")
      #expect(
        repository.files(below: ".teamwork") == after && !repository.exists(".git/tw-journal"), "\(step): \(ending)")
    }
  }

  /// Where the disk takes nothing from some call on, so that nothing can be taken back either, all is mended when it does again.
  @Test func whatCannotBeTakenBackIsFinishedLater() throws {
    let repository = try Self.repository()
    let before = repository.files(below: ".teamwork")
    let words = ["tw", "rename", "goal/gamma", "delta"]
    let log = repository.top + "/.git/calls"
    #expect(try repository.start(words, Faults.variables(.broken, at: nil, log: log)).status == 0)
    let after = repository.files(below: ".teamwork")
    var saysSo = false
    for step in 1...(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count) {
      try FileManager.default.removeItem(atPath: repository.top + "/.teamwork")
      for (path, text) in before { try repository.write(".teamwork/" + path, text) }
      let ending = try repository.start(words, Faults.variables(.broken, at: step))
      let story: Comment = "\(step): \(ending)"
      #expect(ending.status == 2 || repository.exists(".teamwork/goals/delta.md"), story)
      saysSo = saysSo || ending.errors.contains("could not be put back yet")
      try expectEnd(repository, [before, after], story, first: step)
    }
    #expect(saysSo)
  }

  /// `tw doctor` does the same, and says so.
  @Test func doctorFinishesWhatWasStopped() throws {
    let repository = try Self.repository()
    var step = 1
    while !repository.exists(".git/tw-journal") {
      try #require(
        repository.start(["tw", "rename", "goal/gamma", "delta"], Faults.variables(.torn, at: step)).status == 128
          + SIGKILL)
      step += 1
    }
    #expect(repository.exists(".teamwork/goals/gamma.md"))
    #expect(
      repository.tw("doctor").errors.contains("A change of 3 files had been stopped half way; now it is finished."))
    #expect(repository.exists(".teamwork/goals/delta.md") && !repository.exists(".teamwork/goals/gamma.md"))
    #expect(
      !repository.exists(".git/tw-journal")
        && repository.files(below: ".teamwork").keys.allSatisfy { !$0.contains(".tw-") })
    #expect(repository.tw("doctor").errors.isEmpty)
  }

  /// Where files were changed since the stop, they are named, and nothing is overwritten.
  @Test func whatWasChangedSinceIsNotOverwritten() throws {
    var repository = try Self.repository()
    let old = try repository.read(".teamwork/goals/beta.md")
    var step = 1
    while try repository.read(".teamwork/goals/beta.md") == old {
      repository = try Self.repository()
      try #require(
        repository.start(["tw", "rename", "goal/gamma", "delta"], Faults.variables(.torn, at: step)).status == 128
          + SIGKILL)
      step += 1
    }
    let note = try repository.read(".teamwork/notes/idea.md") + "More.\n"
    try repository.write(".teamwork/notes/idea.md", note)
    for words in [["set", "goal/beta", "status=done"], ["doctor"]] {
      let answer = repository.run(words)
      #expect(answer.status != 0 && (answer.errors + answer.output).contains("notes/idea.md"), "\(answer)")
      #expect(try repository.read(".teamwork/notes/idea.md") == note)
    }
    // What is mended by hand is taken as it is.
    try FileManager.default.removeItem(atPath: repository.top + "/.git/tw-journal")
    #expect(repository.tw("set", "person/ana", "name=Ana").status == 0)
    #expect(repository.files(below: ".teamwork").keys.allSatisfy { !$0.contains(".tw-") })
  }
}
