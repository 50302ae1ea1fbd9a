import Testing
import Text

@testable import Teamwork

/// What is in the way, since when, and when it is over.
struct ObstacleTests {
  private static let goals = [
    "goals/beta.md": """
    ---
    title: Beta
    owners: [ana]
    status: on-track
    why: x
    ---
    - [ ] Write the guide @ana ^guide
    - [ ] Test the load @ben ^load
    - [ ] Order the hall @ben ^hall
    """,
    "goals/site.md": "---\ntitle: Site\nowners: [ben]\nstatus: on-track\nwhy: x\n---\n",
    "requests/hall.md": "---\ntitle: A hall\nfrom: ana\nto: ben\nstatus: open\n---\n",
  ]

  /// What ends the one entry of Ana's report of W46.
  private func obstacle(
    _ entry: String, earlier: [String: String] = [:], _ changes: [String: (String, String)] = [:],
    in week: String = "2026-W47"
  ) throws -> Obstacle? {
    var files = Self.goals
    for (path, change) in changes { files[path] = files[path]?.replacing(change.0, with: change.1) }
    files["people/ana.md"] = "---\nname: Ana\nemails: a@x.org\n---\n"
    files["people/ben.md"] = "---\nname: Ben\nemails: b@x.org\n---\n"
    files["status/2026-W46/ana.md"] = "---\n---\n\n## Blocked\n\n- \(entry)\n"
    for (week, entry) in earlier { files["status/\(week)/ana.md"] = "---\n---\n\n## Blocked\n\n- \(entry)\n" }
    let workspace = Workspace(
      MemorySource(Dictionary(uniqueKeysWithValues: files.map { (".teamwork/\($0.key)", Array($0.value.utf8)) })),
      folder: ".teamwork")
    return workspace.reports(of: "ana").obstacles(at: workspace, in: try #require(Week(week))).first
  }

  private func end(_ entry: String, _ changes: [String: (String, String)] = [:]) throws -> Obstacle.End? {
    try #require(try obstacle(entry, changes)).end
  }

  private static func done(_ words: String) -> [String: (String, String)] {
    ["goals/beta.md": ("- [ ] \(words)", "- [x] \(words)")]
  }

  @Test func whatLinksToNothingStands() throws {
    #expect(try end("The vendor is silent") == nil)
    #expect(try end("[[beta^guide]] waits for the vendor") == nil)
  }

  @Test func aTaskThatIsDoneEndsIt() throws {
    #expect(try end("[[beta^guide]] waits for the vendor", Self.done("Write the guide")) == .tasks)
    #expect(try end("Waiting for [[beta^load]]", Self.done("Test the load")) == .tasks)
    // The reason is gone, though the person's own task is still to be done.
    #expect(try end("[[beta^guide]] waits for [[beta^load]]", Self.done("Test the load")) == .tasks)
    #expect(try end("[[beta^guide]] waits for [[beta^load]]") == nil)
    // Of two reasons one is left.
    #expect(try end("Waiting for [[beta^load]] and [[beta^hall]]", Self.done("Test the load")) == nil)
  }

  @Test func aTaskIsOverWithItsGoal() throws {
    let dropped = ["goals/beta.md": ("status: on-track", "status: dropped")]
    #expect(try end("Waiting for [[beta^load]]", dropped) == .tasks)
    let paused = ["goals/beta.md": ("status: on-track", "status: paused")]
    #expect(try end("Waiting for [[beta^load]]", paused) == nil)
  }

  @Test(arguments: [("accepted", true), ("declined", true), ("done", true), ("withdrawn", true), ("open", false)])
  func anAnswerEndsIt(_ status: String, _ isOver: Bool) throws {
    let answered = ["requests/hall.md": ("status: open", "status: \(status)")]
    #expect(try end("No word about [[request/hall]]", answered) == (isOver ? .requests : nil))
    #expect(try end("[[beta^guide]]: no word about [[request/hall]]", answered) == (isOver ? .requests : nil))
  }

  @Test func aGoalThatIsClosedEndsIt() throws {
    let closed = ["goals/site.md": ("status: on-track", "status: done")]
    #expect(try end("Waiting for [[site]]", closed) == .goals)
    #expect(try end("[[beta]] waits for [[site]]", closed) == nil)
    #expect(try end("Waiting for [[site]]") == nil)
    // It is a task that is waited for, and that is open.
    #expect(try end("Waiting for [[beta^load]] of [[site]]", closed) == nil)
  }

  @Test func itIsInTheWaySinceTheFirstReportInARow() throws {
    func since(_ entry: String, _ earlier: [String: String]) throws -> String? {
      try obstacle(entry, earlier: earlier)?.since.description
    }
    #expect(try since("The vendor is silent", ["2026-W45": "The vendor is silent"]) == "2026-W45")
    #expect(try since("The vendor is silent", ["2026-W45": "The printer is broken"]) == "2026-W46")
    #expect(try since("No test yet: [[beta^load]]", ["2026-W45": "[[beta^load]] is late"]) == "2026-W45")
    #expect(
      try since("No test: [[beta^load]]", ["2026-W45": "All is well", "2026-W44": "[[beta^load]] is late"])
        == "2026-W46")
  }

  @Test func anOldReportSaysNothingAnyMore() throws {
    #expect(try obstacle("The vendor is silent", in: "2026-W50") != nil)
    #expect(try obstacle("The vendor is silent", in: "2026-W51") == nil)
    #expect(try obstacle("none") == nil)
    // The next report is without it.
    #expect(try obstacle("The vendor is silent", earlier: ["2026-W47": "None"]) == nil)
  }
}

struct CourseTests {
  private func record(_ path: String, _ text: String) throws -> (Record, Workspace) {
    let workspace = Workspace(
      MemorySource([
        ".teamwork/\(path)": Array(text.utf8),
        ".teamwork/goals/docs.md": Array("---\ntitle: Docs\nstatus: on-track\nwhy: x\n---\n".utf8),
        ".teamwork/goals/site.md": Array("---\ntitle: Site\nstatus: paused\nwhy: x\n---\n".utf8),
      ]), folder: ".teamwork")
    return (try #require(workspace.records.first { $0.path == ".teamwork/\(path)" }), workspace)
  }

  @Test func aDecisionNamesWhatItTouchesOnce() throws {
    let (decision, workspace) = try record(
      "decisions/room.md",
      """
      ---
      title: The docs give way
      by: [ana]
      status: accepted
      date: 2026-11-18
      goals: [site]
      yields:
        - {goal: docs, to: site, why: room}
        - {goal: site, to: gone, why: room}
      ---
      For [[site]] and [[docs]].
      """)
    let course = workspace.decision(decision)
    #expect(course.goals.map(\.text) == ["site", "docs", "gone"])
    #expect(course.yields.map(\.isDue) == [true, false])
    #expect(course.yields.map(\.hasGivenWay) == [false, true])
    #expect(!course.isProposed)
  }

  @Test func aProposalAsksForNoRoom() throws {
    let (decision, workspace) = try record(
      "decisions/room.md",
      "---\ntitle: D\nby: [ana]\nstatus: proposed\ndate: 2026-11-18\nyields: [{goal: docs, to: site, why: x}]\n---\n")
    #expect(workspace.decision(decision).isProposed)
    #expect(workspace.decision(decision).yields.map(\.isDue) == [false])
  }

  @Test(arguments: [
    ("kind: risk", true), ("kind: risk\nstatus: open", true), ("kind: risk\nowner: ana", false),
    ("kind: risk\nstatus: parked", false), ("kind: risk\nstatus: opne", false), ("kind: idea", false),
  ])
  func anOpenRiskWithoutOwnerIsUnwatched(_ fields: String, _ isUnwatched: Bool) throws {
    let (note, _) = try record("notes/n.md", "---\ntitle: N\nby: [ana]\ndate: 2026-11-18\n\(fields)\n---\n")
    #expect(NoteCourse(note).isUnwatched == isUnwatched)
  }
}
