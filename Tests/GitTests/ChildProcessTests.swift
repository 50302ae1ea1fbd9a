import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct ChildProcessTests {
  private func run(_ script: String, input: [UInt8] = []) throws -> (status: Int32, output: [UInt8], errors: [UInt8]) {
    let child = try ChildProcess(
      executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin", "WORD": "ä=b"])
    _ = try child.exchange(input, thenClose: true) { _ in false }
    return (child.wait(), child.output, child.errors)
  }

  @Test func muchGoesBothWays() throws {
    let input = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let result = try run("cat; head -c 300000 /dev/zero >&2", input: input)
    #expect(result.status == 0 && result.output == input)
    #expect(result.errors.count > 0 && result.errors.count <= 1 << 16)
  }

  @Test func whoDoesNotReadDoesNotKillUs() throws {
    let result = try run("exec <&-; echo done", input: [UInt8](repeating: 65, count: 3_000_000))
    #expect(result.status == 0 && result.output == Array("done\n".utf8))
  }

  @Test func statusErrorsAndEnvironment() throws {
    let result = try run("echo wrong >&2; printf %s \"$WORD\"; exit 3")
    #expect(result.status == 3)
    #expect(result.errors == Array("wrong\n".utf8))
    #expect(result.output == Array("ä=b".utf8))
    #expect(try run("kill -9 $$").status == 128 + 9)
  }

  @Test func aProgramThatIsNotThere() throws {
    #expect(throws: GitError.self) { try ChildProcess(executable: "/nonexistent", arguments: [], environment: [:]) }
  }

  @Test func questionsAndAnswers() throws {
    let child = try ChildProcess(executable: "/bin/cat", arguments: [], environment: [:])
    for number in 0..<100 {
      let line = Array("line \(number)\n".utf8)
      #expect(try child.exchange(line) { $0.last == 10 })
      #expect(child.output == line)
      child.output = []
    }
    child.closeInput()
    #expect(try !child.exchange { _ in false })
    #expect(child.wait() == 0)
  }

  @Test func gitIsNotTakenFromARelativeFolder() throws {
    let scratch = try ScratchRepository()
    try scratch.write("git", "#!/bin/sh\ntouch ../ran\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.top + "/git")
    #expect(GitCommand(directory: scratch.top, variables: ["PATH": ".::bin"]) == nil)
    #expect(GitCommand(directory: scratch.top, variables: [:]) == nil)
    let git = try #require(
      GitCommand(directory: scratch.top, variables: ["PATH": ".:" + (scratch.variables["PATH"] ?? "")]))
    #expect(try git.run(["version"]).output.starts(with: Array("git version".utf8)))
    let failed = try git.run(["no-such-command"])
    #expect(failed.status != 0 && failed.reason.contains("no-such-command"))
  }
}
