import Foundation
import TestSupport
import Testing

/// What the commands say about `.teamwork-example`, byte for byte.
@Suite struct GoldenTests {
  static let commands: [(name: String, words: [String])] = [
    ("help", ["help"]),
    ("help-new", ["help", "new"]),
    ("version", ["--version"]),
    ("list-goals", ["list", "goals"]),
    ("list-goals-filtered", ["list", "goals", "owners=samir", "status!=on-track"]),
    ("list-goals-before", ["list", "goals", "due<2026-12-01"]),
    ("list-goals-markdown", ["list", "goals", "status=done", "--format", "markdown"]),
    ("list-goals-csv", ["list", "goals", "status=done", "--format", "csv"]),
    ("list-goals-json", ["list", "goals", "status=proposed", "--format", "json"]),
    ("list-people", ["list", "people"]),
    ("list-teams", ["list", "teams"]),
    ("list-roles", ["list", "roles"]),
    ("list-status", ["list", "status", "week>2026-W46"]),
    ("list-feedback", ["list", "feedback", "from=samir"]),
    ("list-requests", ["list", "requests"]),
    ("list-decisions", ["list", "decisions"]),
    ("list-meetings", ["list", "meetings"]),
    ("list-notes", ["list", "notes"]),
    ("list-pulse", ["list", "pulse"]),
    ("list-nothing", ["list", "goals", "owners=jonas"]),
    ("list-unknown-kind", ["list", "gaols"]),
    ("list-unknown-field", ["list", "goals", "ownr=samir"]),
    ("list-unknown-value", ["list", "goals", "status=at-rsk"]),
    ("list-unknown-person", ["list", "goals", "owners=odny"]),
    ("list-no-date", ["list", "goals", "due<soon"]),
    ("list-no-order", ["list", "goals", "title<a"]),
    ("list-no-filter", ["list", "goals", "samir"]),
    ("list-mood", ["list", "status", "mood=2"]),
    ("show-goal", ["show", "tram-stops"]),
    ("show-goal-json", ["show", "quiet-routes", "--format", "json"]),
    ("show-person", ["show", "@samir"]),
    ("show-team", ["show", "teams/street"]),
    ("show-role", ["show", "data-steward"]),
    ("show-status", ["show", "2026-W47/farai"]),
    ("show-request", ["show", "test-chairs"]),
    ("show-task", ["show", "tram-stops^line-7"]),
    ("show-charter", ["show", "charter"]),
    ("show-at", ["show", "test-chairs", "--at", "2026-11-20"]),
    ("show-at-before", ["show", "test-chairs", "--at", "2026-11-19"]),
    ("show-unknown", ["show", "tram-stop"]),
    ("show-unknown-person", ["show", "@samirr"]),
    ("why-task", ["why", "line-7"]),
    ("why-goal", ["why", "slope-sensors"]),
    ("why-person", ["why", "@farai"]),
    ("why-role", ["why", "data-steward"]),
    ("why-team", ["why", "street"]),
    ("why-json", ["why", "tram-stops^line-7", "--format", "json"]),
    ("graph-goals", ["graph"]),
    ("graph-goals-dot", ["graph", "goals", "--format", "dot"]),
    ("graph-goals-svg", ["graph", "goals", "--format", "svg"]),
    ("graph-tasks", ["graph", "tasks"]),
    ("graph-requests", ["graph", "requests"]),
    ("graph-requests-svg", ["graph", "requests", "--format", "svg"]),
    ("graph-unknown", ["graph", "taks"]),
    ("explain-rule", ["explain", "several-owners"]),
    ("explain-change-rule", ["explain", "unexplained-slip"]),
    ("explain-kind", ["explain", "status"]),
    ("explain-field", ["explain", "goal.measures"]),
    ("explain-fields", ["explain", "due"]),
    ("explain-both", ["explain", "needs"]),
    ("explain-mode", ["explain", "mode"]),
    ("explain", ["explain"]),
    ("explain-unknown", ["explain", "lone-onwer"]),
    ("explain-command", ["explain", "validate"]),
    ("explain-json", ["explain", "goal.due", "--format", "json"]),
    ("schema-goal", ["schema", "goal"]),
    ("schema-charter", ["schema", "charter"]),
    ("schema-unknown", ["schema", "goul"]),
  ]

  @Test func answersAreAsRecorded() throws {
    let repository = try ScratchRepository.example()
    for (name, words) in Self.commands {
      let answer = repository.run(words)
      if answer.status == 2 { #expect(answer.output.isEmpty, "\(name)") }
      let quoted = words.map { $0.contains { " <>!^@".contains($0) } ? "'\($0)'" : $0 }
      try expectGolden(answer, name, command: "tw " + quoted.joined(separator: " "))
    }
  }

  @Test func nobodyRecordedWhatIsNotAsked() throws {
    let names = Set(Self.commands.map { $0.name + ".txt" })
    let recorded = try FileManager.default.contentsOfDirectory(atPath: projectFolder + "/Tests/CommandsTests/Golden")
    // Other suites keep theirs under these prefixes.
    let prefixes = [
      "init-", "new-", "doctor", "report", "status", "summary-", "validate-", "log-", "diff-", "set-", "task-", "done-",
      "rename-", "ask-", "promise-", "decline", "deliver-", "thank-", "yield-",
    ]
    let others = recorded.filter { name in !names.contains(name) && !prefixes.contains { name.hasPrefix($0) } }
    #expect(others.isEmpty)
  }
}
