import Documents
import Testing

@testable import Teamwork

/// Workspaces in which something stands thousands of times. Every fault is told; the time limit only has to
/// tell linear from quadratic.
@Suite(.serialized, .timeLimit(.minutes(1))) struct HostileWorkspaces {
  private static let head = "---\ntitle: A\nstatus: proposed\nwhy: b\n---\n"

  /// How many findings each rule has.
  private static func findings(_ files: [(String, String)]) -> [String: Int] {
    var all: [String: [UInt8]] = [
      ".teamwork/teamwork.md": Array("---\nname: K\nvision: V\nformat: 1\n---\n".utf8),
      ".teamwork/people/ana.md": Array("---\nname: A\nemails: [a@example.org]\n---\n".utf8),
    ]
    for (path, text) in files { all[".teamwork/" + path] = Array(text.utf8) }
    let validation = Validation(Workspace(MemorySource(all), folder: ".teamwork"))
    return Dictionary(grouping: validation.findings, by: \.code.name).mapValues(\.count)
  }

  private static func goal(_ lines: some Sequence<String>) -> [(String, String)] {
    [("goals/g.md", head + lines.joined())]
  }
  private static func goals(_ count: Int, _ text: (Int) -> String) -> [(String, String)] {
    (0..<count).map { ("goals/g\($0).md", text($0)) }
  }

  @Test func manyUnknownReferences() {
    let found = Self.findings(
      Self.goals(1_000) { "---\ntitle: A\nstatus: proposed\nwhy: b\nowners: [nobody\($0)]\n---\n" })
    #expect(found == ["unknown-reference": 1_000])
  }

  @Test func manyPairsOfDuplicates() {
    let found = Self.findings(Self.goals(1_000) { Self.head + "- [ ] Write the safety manual \($0 / 2)\n" })
    #expect(found == ["duplicate-task": 500])
  }

  @Test func oneTaskThousandsOfTimes() {
    let found = Self.findings(
      (0..<3).map { ("goals/g\($0).md", Self.head + String(repeating: "- [ ] Write the safety manual\n", count: 500)) })
    #expect(found == ["duplicate-task": 1])
  }

  @Test func tasksThatNeedTheNext() {
    let found = Self.findings(Self.goal((0..<3_000).map { "- [ ] \($0) needs:t\($0 + 1) ^t\($0)\n" }))
    #expect(found == ["unknown-reference": 1])
  }

  @Test func tasksThatNeedNothingThatIs() {
    let found = Self.findings(Self.goal((0..<2_000).map { "- [ ] \($0) needs:x\($0) ^t\($0)\n" }))
    #expect(found == ["unknown-reference": 1_001])
  }

  @Test func tasksOfOneName() {
    let found = Self.findings(Self.goal((0..<3_000).map { "- [ ] \($0) ^t\n" }))
    #expect(found == ["duplicate-anchor": 1])
  }

  @Test func oneTaskOfAllAttributes() {
    let found = Self.findings(Self.goal(["- [ ] "] + repeatElement("due:x `c` ", count: 5_000)))
    #expect(found == ["invalid-date": 1_001])
  }

  @Test func linksToTasksOfALargeRecord() {
    let tasks = (0..<2_000).map { "- [x] \($0) ^t\($0)\n" }
    let links = (0..<4_000).map { "[[g^t\($0)]]\n" }
    let found = Self.findings(Self.goal(tasks) + [("goals/h.md", Self.head + links.joined())])
    #expect(found == ["broken-link": 1_001])
  }

  @Test func mentionsOnOneLine() {
    let found = Self.findings([("goals/g.md", Self.head + String(repeating: "[[a]] @x ", count: 5_000))])
    #expect(found == ["broken-link": 1_001, "unknown-mention": 1_001])
  }

  @Test func mentionsOfManyTasks() {
    let found = Self.findings(Self.goal(repeatElement("- [x] a @x\n", count: 5_000)))
    #expect(found == ["unknown-reference": 1_001])
  }

  @Test func manyAllowComments() {
    let found = Self.findings(Self.goal(repeatElement("<!-- tw:allow similar-task: a -->\n", count: 3_000)))
    #expect(found == ["unused-allow": 3_000])
    let unknown = Self.findings(Self.goal(repeatElement("<!-- tw:allow no-such-rule: a -->\n", count: 3_000)))
    #expect(unknown == ["unused-allow": 3_000])
  }

  @Test func manyUnknownFields() {
    let fields = (0..<700).map { "k\($0): a\n" }.joined()
    let found = Self.findings([("goals/g.md", "---\ntitle: A\nstatus: proposed\nwhy: b\n\(fields)---\n")])
    #expect(found == ["unknown-field": 700])
  }

  @Test func cycleOfAllGoals() {
    let found = Self.findings(
      Self.goals(1_000) { "---\ntitle: A\nstatus: proposed\nparent: g\(($0 + 1) % 1_000)\n---\n" })
    #expect(found == ["goal-cycle": 1])
  }

  @Test func oneResponsibilityOfAllRoles() {
    let found = Self.findings(
      (0..<1_000).map {
        ("roles/r\($0).md", "---\ntitle: A\nholders: ana\nresponsibilities: [Write the manual]\n---\n")
      })
    #expect(found == ["duplicate-responsibility": 1])
  }
}
