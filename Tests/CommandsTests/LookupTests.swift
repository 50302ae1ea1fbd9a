import TestSupport
import Testing

@testable import Commands

@Suite struct LookupTests {
  static func workspace() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    repository.tw("init")
    func goal(_ id: String, _ fields: String, _ body: String = "") throws {
      try repository.write(
        ".teamwork/goals/\(id).md", "---\ntitle: Goal \(id)\nstatus: on-track\n\(fields)---\n\(body)")
    }
    try goal("a", "parent: b\nowners: [ana]\n", "- [ ] First @ana ^one\n- [ ] Second needs:one ^both\n")
    try goal("b", "parent: c\n", "- [ ] Other ^both\n")
    try goal("c", "parent: a\n")
    try goal("platform", "why: Because.\n")
    try repository.write(".teamwork/teams/platform.md", "---\nname: Platform\n---\n")
    return repository
  }

  @Test func findsInManyWays() throws {
    let repository = try Self.workspace()
    for reference in ["a", "goal/a", "goals/a", ".teamwork/goals/a.md"] {
      #expect(repository.tw("show", reference).output.hasPrefix("Goal a  goal/a\n"), "\(reference)")
    }
    #expect(repository.tw("show", "a.md", from: ".teamwork/goals").output.hasPrefix("Goal a  goal/a\n"))
    #expect(repository.tw("show", "@ana").output.hasPrefix("Ana López  person/ana\n"))
    #expect(repository.tw("show", "@platform").output.hasPrefix("Platform  team/platform\n"))
    for reference in ["one", "a^one", "goals/a^one", "^one"] {
      #expect(repository.tw("show", reference).output.hasPrefix("First  task of a^one\n"), "\(reference)")
    }
    #expect(repository.tw("show", "charter").output.hasPrefix("harbour  charter/teamwork\n"))
  }

  @Test func saysWhichWhereThereAreSeveral() throws {
    let repository = try Self.workspace()
    let record = repository.tw("show", "platform")
    #expect(record.status == 2)
    #expect(record.output.isEmpty)
    #expect(
      record.errors == "error: `platform` is several things\nhelp: say which: `team/platform` or `goal/platform`\n")
    let task = repository.tw("why", "both")
    #expect(task.status == 2)
    #expect(task.errors.contains("`a^both` or `b^both`"))
    for reference in ["nobody", "@nobody", "a^nothing", "goals/none", "x.md", "^", "/", "@", "", "\u{1B}[31m"] {
      let answer = repository.tw("show", reference)
      #expect(answer.status == 1, "\(reference)")
      #expect(!answer.errors.contains("\u{1B}"))
    }
  }

  @Test func circlesEnd() throws {
    let repository = try Self.workspace()
    let answer = repository.tw("why", "a")
    #expect(answer.status == 0)
    #expect(answer.output.split(separator: "\n").count { $0.contains("Goal a") } == 2)
    #expect(answer.output.contains("as above") || answer.output.contains("leads back to itself"))
    #expect(repository.tw("why", "@ana").status == 0)
    #expect(repository.tw("show", "b").status == 0)
    #expect(repository.tw("why", "a", "--format", "json").output.contains("\"chains\""))
  }

  @Test func deepChainsEnd() throws {
    let repository = try ScratchRepository()
    repository.tw("init")
    for number in 0..<300 {
      try repository.write(
        ".teamwork/goals/g\(number).md", "---\ntitle: Goal \(number)\nstatus: proposed\nparent: g\(number + 1)\n---\n")
    }
    try repository.write(".teamwork/goals/g300.md", "---\ntitle: Top\nstatus: proposed\n---\n")
    let answer = repository.tw("why", "g0")
    #expect(answer.status == 0)
    #expect(answer.output.contains("and so on"))
  }

  @Test func unsoundWorkspacesAreShown() throws {
    let repository = try Self.workspace()
    try repository.write(".teamwork/goals/broken.md", "---\ntitle: [\n---\n")
    try repository.write(
      ".teamwork/goals/odd.md",
      "---\ntitle: \"\\e[31mred\"\nowners: 3\ndue: soon\nstatus: what\nwhy: |\n  one\n  two\n---\n<!-- hidden -->\n")
    for words in [
      ["list", "goals"], ["show", "broken"], ["show", "odd"], ["why", "odd"], ["why", "broken"],
      ["list", "goals", "--format", "json"], ["list", "goals", "--format", "csv"],
    ] {
      let answer = repository.run(words)
      #expect(answer.status == 0, "\(words)")
      #expect(!answer.output.contains("\u{1B}"), "\(words)")
    }
    #expect(!repository.tw("show", "odd").output.contains("hidden"))
  }
}
