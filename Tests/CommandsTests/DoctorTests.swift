import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct DoctorTests {
  /// The lines but for what differs between machines.
  func states(_ answer: ScratchRepository.Answer) -> [String] {
    answer.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
  }

  @Test func allIsWell() throws {
    let repository = try ScratchRepository()
    repository.tw("init", "--hooks")
    try repository.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", "x")
    let answer = repository.tw("doctor")
    #expect(answer.status == 0)
    #expect(
      states(answer) == [
        "ok git", "ok libgit2", "ok repository", "ok workspace", "ok charter", "ok time", "ok you", "ok templates",
        "ok hook", "ok hook", "All is",
      ])
  }

  @Test func saysWhatMendsIt() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    repository.variables["GIT_AUTHOR_EMAIL"] = "eve@example.org"
    try repository.write(".teamwork/teamwork.md", "---\nname: T\nformat: 1\ntimezone: Europe/Berlin\n---\n")
    try repository.write(".teamwork/templates/goal.md", "---\ntitle: {{title}}\nowners: [\n---\n")
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexec make\n")
    repository.variables["PATH"] = "/nonexistent"
    let answer = repository.tw("doctor")
    #expect(answer.status == 1)
    #expect(
      states(answer) == [
        "wrong git", "ok libgit2", "ok repository", "note history", "ok workspace", "wrong charter", "ok time",
        "wrong you", "wrong templates",
        "note hook", "note hook", "4 things",
      ])
    for mend in ["tw validate .teamwork/teamwork.md", "tw new person 'Your Name' emails=eve@example.org", "git commit"]
    {
      #expect(answer.output.contains(mend), "\(mend)")
    }
  }

  @Test func worksWithoutRepositoryAndWorkspace() throws {
    let repository = try ScratchRepository()
    let empty = repository.tw("doctor")
    #expect(empty.status == 1)
    #expect(empty.output.contains("tw init"))
    let none = repository.tw("doctor", "--format", "json", from: "/")
    #expect(none.status == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(none.output.utf8)) is [String: Any])
  }

  @Test func sharedAddressesAndUnreadFilesAreTold() throws {
    let repository = try ScratchRepository()
    try repository.write(".teamwork/teamwork.md", "---\nname: Harbour\nvision: On time\nformat: 1\n---\n")
    for person in ["Ana", "Ben"] {
      try repository.write(
        ".teamwork/people/\(person.lowercased()).md", "---\nname: \(person)\nemails: [ana@example.org]\n---\n")
    }
    try repository.write(".teamwork/goals/beta.md", "---\ntitle: [\n---\n")
    let answer = repository.tw("doctor")
    #expect(answer.status == 1)
    #expect(answer.output.contains("ana@example.org is the address of Ana and Ben"))
    #expect(answer.output.contains("1 file of .teamwork could not be read"))
  }
}
