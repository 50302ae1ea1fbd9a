import Foundation
import TestSupport
import Testing

@testable import Commands

/// 0: done. 1: what was asked for does not exist. 2: it could not be done, and then nothing is on standard output.
@Suite struct ExitStatusTests {
  /// Wrong in a way that the declaration tells: no command line of these is ever run.
  @Test func wrongUsageIsTwo() throws {
    let repository = try ScratchRepository.example()
    var lines = [
      ["nonsense"], ["--nonsense"], ["-Z"], ["-C"], ["--color", "blue"], ["--today"], ["status", "--today", "soon"],
    ]
    for command in CommandSet.tw.commands {
      let required = command.arguments.filter(\.isRequired)
      let enough = required.map { $0.choices.first ?? "x" }
      lines.append([command.name] + enough + ["--nonsense"])
      if !required.isEmpty { lines.append([command.name] + enough.dropLast()) }
      if command.arguments.last?.isRepeatable != true {
        lines.append([command.name] + command.arguments.map { $0.choices.first ?? "x" } + ["y"])
      }
      for argument in command.arguments where !argument.choices.isEmpty && argument.name == command.arguments[0].name {
        lines.append([command.name, "nonsense"] + enough.dropFirst())
      }
      for option in command.options {
        if option.value != nil { lines.append([command.name] + enough + [option.name]) }
        if !option.choices.isEmpty { lines.append([command.name] + enough + [option.name, "nonsense"]) }
        if option.value == nil { lines.append([command.name] + enough + [option.name + "=x"]) }
        if option.isRequired { lines.append([command.name] + enough) }
      }
    }
    #expect(lines.count > 100)
    for words in lines {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer)")
      #expect(answer.errors.hasPrefix("error: "), "\(words): \(answer.errors)")
    }
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }

  static let missing: [[String]] = [
    ["show", "nope"], ["show", "@nope"], ["show", "tram-stops^nope"], ["why", "nope"], ["log", "nope"],
    ["set", "nope", "due="], ["set", "tram-stops^nope", "due="], ["done", "nope^x"], ["rename", "nope", "other"],
    ["list", "goals", "--at", "nosuch"], ["list", "tasks", "--at", "2001-01-01"], ["list", "goals", "--at", "+1w"],
    ["show", "tram-stops", "--at", "nosuch"], ["add", "nope", "Text"], ["promise", "nope", "friday"],
    ["decline", "nope", "why"], ["deliver", "nope"], ["thank", "nope", "words"], ["ask", "nope", "words"],
    ["ask", "ines", "words", "--goal", "nope"], ["yield", "nope", "why", "--to", "tram-stops"],
    ["yield", "tram-stops", "why", "--to", "nope"], ["explain", "nope"], ["diff", "nosuch"],
    ["diff", "HEAD", "nosuch"],
    ["show", "ines^"], ["summary", "--week", "2031-W01"],
    ["report", "--from", "2031-01-01"], ["set", "tram-stops", "owners-=nobody"],
  ]

  @Test func whatIsNotThereIsOne() throws {
    let repository = try ScratchRepository.example()
    for words in Self.missing {
      let answer = repository.run(words)
      #expect(answer.status == 1 && answer.output.isEmpty, "\(words): \(answer)")
      #expect(answer.errors.hasPrefix("error: "), "\(words): \(answer.errors)")
    }
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }

  static let impossible: [[String]] = [
    // 1 would say that something was found.
    ["validate", "--rev", "nosuch"], ["validate", "--since", "nosuch"], ["set", "tram-stops", "due"],
    ["set", "tram-stops", "due=soon"],
    ["set", "tram-stops", "nope=x"],
    ["set", "tram-stops", "owners=nobody"], ["set", "tram-stops", "status=fine"], ["set", "line-7", "nope=x"],
    ["list", "nope"], ["list", "goals", "nope=x"], ["list", "goals", "status=fine"],
    ["list", "goals", "owners=nobody"],
    ["list", "goals", "due<soon"], ["list", "tasks", "nope=x"], ["list", "tasks", "state=fine"], ["new", "nope"],
    ["new", "goal"], ["new", "goal", "X", "nope=x"], ["new", "status", "week=nope"],
    ["add", "tram-stops", "Text", "@nobody"],
    ["add", "ines", "Text"], ["done", "tram-stops"], ["promise", "test-chairs", "soon"], ["log", "--from", "soon"],
    ["log", "--from", "2026-11-20", "--to", "2026-11-01"], ["summary", "--week", "soon"], ["report", "--to", "soon"],
    ["schema", "nope"], ["help", "nope"], ["hook", "run"], ["--workspace", "..", "list", "goals"],
    ["ask", "ines", "words", "--by", "soon"], ["yield", "tram-stops", "why", "--to", "tram-stops"],
    ["rename", "tram-stops", "No Id"], ["merge-driver", "a", "b", "c", "d"],
  ]

  @Test func whatCannotBeDoneIsTwo() throws {
    let repository = try ScratchRepository.example()
    for words in Self.impossible {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words): \(answer)")
      #expect(answer.errors.hasPrefix("error: "), "\(words): \(answer.errors)")
    }
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }

  /// What needs a workspace, or a repository, says so and does nothing without one.
  @Test func withoutAWorkspaceIsTwo() throws {
    let repository = try ScratchRepository()
    let free: Set = ["init", "explain", "schema", "completions", "help", "doctor", "hook", "merge-driver"]
    let outside = FileManager.default.temporaryDirectory.path + "/tw-outside-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: outside) }
    for command in CommandSet.tw.commands where !free.contains(command.name) {
      var words =
        [command.name]
        + command.arguments.filter(\.isRequired).map { ($0.hint == .kind || $0.hint == .listed) ? "goal" : "x" }
      words += command.options.filter(\.isRequired).flatMap { [$0.name, "x"] }
      // A report's first question is whether there is any history.
      let here = repository.run(words)
      #expect(
        here.status == 2 && here.output.isEmpty || (command.name == "report" && here.status == 1), "\(words): \(here)")
      let nowhere = repository.run(words, from: outside)
      #expect(
        nowhere.status == 2 && nowhere.output.isEmpty && nowhere.errors.contains("git init"), "\(words): \(nowhere)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
  }

  @Test func anEmptyListIsAnAnswer() throws {
    let repository = try ScratchRepository()
    try repository.write(".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\n---\n")
    try repository.commit("a charter")
    for words in [
      ["list", "goals"], ["list", "tasks"], ["list", "goals", "status=done"], ["list", "tasks", "state=done"],
      ["log", "--from", "today"],
      ["diff"], ["graph"], ["graph", "tasks", "--format", "svg"], ["status"],
    ] {
      let answer = repository.run(words)
      #expect(answer.status == 0, "\(words): \(answer)")
    }
  }
}
