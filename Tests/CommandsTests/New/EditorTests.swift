import Foundation
import TestSupport
import Testing

@testable import Commands

private let hasPython = ChildRun.succeeds("python3", "-c", "import pty")

/// The real `tw` on a terminal.
@Suite(.enabled(if: hasPython, "python3 is not on this machine"))
struct EditorTests {
  private func onTerminal(_ repository: ScratchRepository, _ words: String...) throws -> (status: Int32, shown: String)
  {
    let run = try ChildRun(
      ["python3", projectFolder + "/Tests/CommandsTests/Support/terminal.py", repository.top, builtFolder + "/tw"]
        + words,
      variables: repository.variables.merging(["TW_TODAY": "2026-11-20", "NO_COLOR": "1", "TERM": "xterm"]) { $1 })
    return (run.status, run.said.replacingOccurrences(of: "\r\n", with: "\n"))
  }

  @Test func opensTheReportInTheEditorThatGitWouldOpen() throws {
    let repository = try DraftedWeek().repository
    let path = ".teamwork/status/2026-W47/ana.md"
    // With arguments of its own, and a folder with what a shell would read.
    let tools = repository.top + "/my $(touch gone) tools"
    try repository.write(
      "my $(touch gone) tools/ed.sh", "test -t 0 && test -t 1 && echo \"edits, $#: $1\"\necho '- Mine' >> \"$2\"\n")
    repository.variables["EDITOR"] = "false"
    try repository.git("config", "core.editor", "sh '\(tools)/ed.sh' --wait")
    let first = try onTerminal(repository, "new", "status")
    #expect(first.status == 0 && first.shown == "edits, 2: --wait\n\(path)\n", "\(first)")
    #expect(try repository.read(path).hasSuffix("- Mine\n"))
    // What is there already is gone on with.
    let second = try onTerminal(repository, "new", "status")
    #expect(second.shown == "edits, 2: --wait\n\(path)\n", "\(second)")
    #expect(try repository.read(path).hasSuffix("- Mine\n- Mine\n"))
    #expect(!repository.exists("gone"))
    // But not where something was to be filled in.
    let third = try onTerminal(repository, "new", "status", "mood=3")
    #expect(third.status == 2 && third.shown.contains("is there already"))
    // Only reports are opened.
    let goal = try onTerminal(repository, "new", "goal", "X")
    #expect(goal.shown.hasPrefix("4 questions to answer") || goal.shown.contains("questions to answer"), "\(goal)")
    #expect(!goal.shown.contains("edits"))
  }

  @Test func anEditorThatFailsLosesNothing() throws {
    let repository = try DraftedWeek().repository
    repository.variables["GIT_EDITOR"] = "exit 3 #"
    let answer = try onTerminal(repository, "new", "status")
    #expect(
      answer.status == 0
        && answer.shown == "warning: the editor ended with status 3\n.teamwork/status/2026-W47/ana.md\n", "\(answer)")
    #expect(repository.exists(".teamwork/status/2026-W47/ana.md"))
  }

  @Test func elsewhereOnlyThePathIsPrinted() throws {
    let repository = try DraftedWeek().repository
    repository.variables["GIT_EDITOR"] = "touch edited #"
    repository.outputIsTerminal = true
    #expect(repository.tw("new", "status").output == ".teamwork/status/2026-W47/ana.md\n")
    #expect(repository.tw("new", "status").status == 2)
    #expect(!repository.exists("edited"))
  }
}
