import Foundation
import Storage
import Teamwork
import TestSupport
import Testing

@testable import Commands

@Suite struct PastTests {
  /// Three commits of one goal: Tuesday before midnight and Wednesday after, in Auckland, and Friday.
  static func history() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(
      ".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\ntimezone: Pacific/Auckland\n---\n")
    for (status, time) in [("proposed", 1_794_913_199), ("on-track", 1_794_913_200), ("at-risk", 1_795_100_000)]
      as [(String, Int64)]
    {
      try repository.write(".teamwork/goals/x.md", "---\ntitle: X\nstatus: \(status)\n---\n")
      try repository.commit(status, at: time)
    }
    return repository
  }

  @Test(arguments: [
    ("2026-11-17", "proposed"), ("2026-11-18", "on-track"), ("2026-11-20", "at-risk"), ("HEAD~2", "proposed"),
    ("main", "at-risk"),
  ])
  func listsAsItWas(at: String, status: String) throws {
    let answer = try Self.history().tw("list", "goals", "--at", at)
    #expect(answer.output.contains("\n\(status) "), "\(answer.output)\(answer.errors)")
  }

  @Test func saysWhatIsNotThere() throws {
    let repository = try Self.history()
    let early = repository.tw("list", "goals", "--at", "2026-11-16")
    #expect(early.status == 1)
    #expect(early.output.isEmpty)
    #expect(repository.tw("list", "goals", "--at", "nosuch").status == 1)
    #expect(repository.tw("list", "goals", "--at", "2026-02-30").status == 1)
    try repository.git("rm", "-rq", ".teamwork")
    try repository.commit("gone")
    #expect(repository.tw("list", "goals", "--at", "HEAD").status == 2)
    #expect(repository.tw("list", "goals").errors.contains("tw init"))
    #expect(repository.tw("list", "goals", "--at", "HEAD~1").status == 0)
  }

  @Test func commitBeforeIsTopologicalAndExclusive() throws {
    let repository = try Self.history()
    let environment = Environment(directory: repository.top, variables: repository.variables, now: repository.now)
    let session = Session(ParsedCommand(name: "list"), in: environment)
    func subject(_ instant: Int64) throws -> String? {
      try session.commit(before: instant).map { try session.repository().commit($0).subject }
    }
    #expect(try subject(1_794_913_199) == nil)
    #expect(try subject(1_794_913_200) == "proposed")
    #expect(try subject(1_794_913_201) == "on-track")
    #expect(try subject(.max) == "at-risk")
    // A commit by a clock that was behind is still the newest.
    try repository.commit("late, with an early clock", at: 1_794_913_100)
    let later = Session(ParsedCommand(name: "list"), in: environment)
    #expect(
      try later.commit(before: 1_794_913_200).map { try later.repository().commit($0).subject }
        == "late, with an early clock")
  }

  @Test func noCommitYet() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    #expect(repository.tw("list", "goals", "--at", "2026-11-20").status == 1)
  }
}
