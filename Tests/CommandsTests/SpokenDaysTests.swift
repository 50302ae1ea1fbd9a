import Foundation
import TestSupport
import Testing

/// Days and weeks in words, wherever a command line takes one. Today is Friday 20 November 2026, week 47.
@Suite struct SpokenDaysTests {
  static func team() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let files = [
      "teamwork.md": "name: T\nvision: V\nformat: 1", "people/ana.md": "name: Ana\nemails: ana@example.org",
      "people/ben.md": "name: Ben\nemails: ben@example.org",
      "goals/beta.md": "title: Beta\nstatus: on-track\nowners: [ana]\nwhy: w\ndue: 2026-11-27",
      "requests/help.md": "title: Help\nfrom: ben\nto: ana\nstatus: open",
    ]
    for (name, fields) in files {
      let body = name == "goals/beta.md" ? "- [ ] Guide @ana ^guide\n" : ""
      try repository.write(".teamwork/" + name, "---\n\(fields)\n---\n\(body)")
    }
    try repository.commit("a team", at: 1_795_000_000)  // Wed 18 Nov
    return repository
  }

  @Test func fieldsTakeThem() throws {
    let repository = try Self.team()
    #expect(repository.tw("set", "beta", "due=tomorrow").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("\ndue: 2026-11-21\n"))
    #expect(repository.tw("set", "beta", "start=Monday", "due=+2w").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("\ndue: 2026-12-04\n"))
    #expect(try repository.read(".teamwork/goals/beta.md").contains("start: 2026-11-23\n"))
    #expect(repository.tw("set", "guide", "due=friday").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("- [ ] Guide @ana due:2026-11-27 ^guide\n"))
    #expect(repository.tw("set", "guide", "state=done", "done=yesterday").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("done:2026-11-19 ^guide\n"))
    #expect(repository.tw("new", "decision", "We wait", "status=proposed", "date=yesterday", "by=ana").status == 0)
    #expect(try repository.read(".teamwork/decisions/we-wait.md").contains("date: 2026-11-19\n"))
    #expect(repository.tw("new", "status", "week=last").output == ".teamwork/status/2026-W46/ana.md\n")
    #expect(repository.tw("new", "status", "week=45").output == ".teamwork/status/2026-W45/ana.md\n")
    // A title is a title.
    #expect(repository.tw("new", "goal", "tomorrow", "why=x").output == ".teamwork/goals/tomorrow.md\n")
  }

  @Test func doneTakesThem() throws {
    let repository = try Self.team()
    for (words, error) in [
      (["guide", "done:tomorrow"], "still to come"), (["guide", "done:soon"], "`yesterday`"),
      (["done:today"], "which task"),
      (["guide", "done:today", "done:today"], "twice"),
    ] {
      let answer = repository.run(["done"] + words)
      #expect(answer.status == 2 && answer.output.isEmpty && answer.errors.contains(error), "\(words): \(answer)")
    }
    #expect(try repository.git("status", "--porcelain").isEmpty)
    #expect(repository.tw("done", "guide", "done:-2d").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("- [x] Guide @ana done:2026-11-18 ^guide\n"))
  }

  @Test func movesTakeThem() throws {
    let repository = try Self.team()
    #expect(repository.tw("promise", "help", "monday").status == 0)
    #expect(try repository.read(".teamwork/requests/help.md").contains("promised: 2026-11-23\n"))
    #expect(repository.tw("ask", "ben", "Lend a hand", "--by", "+1w").status == 0)
    #expect(try repository.read(".teamwork/requests/lend-a-hand.md").contains("needed-by: 2026-11-27\n"))
    let over = repository.tw("promise", "help", "yesterday")
    #expect(over.status == 2 && over.errors.contains("that day is over"), "\(over.errors)")
  }

  @Test func filtersTakeThem() throws {
    let repository = try Self.team()
    #expect(repository.tw("list", "goals", "due=friday").output.contains("beta"))
    #expect(repository.tw("list", "goals", "due<+1w").output.isEmpty)
    #expect(repository.tw("list", "goals", "due<+8d").output.contains("beta"))
    #expect(repository.tw("list", "goals", "due>today").output.contains("beta"))
    repository.tw("new", "status")
    #expect(repository.tw("list", "status", "week=this").output.contains("2026-W47"))
    #expect(repository.tw("list", "status", "week>last").output.contains("2026-W47"))
    #expect(repository.tw("list", "status", "week=W46").output.isEmpty)
  }

  @Test func optionsTakeThem() throws {
    let repository = try Self.team()
    #expect(repository.tw("log", "--from", "yesterday").output.isEmpty)
    #expect(repository.tw("log", "--from", "-2d").output.contains("beta"))
    #expect(repository.tw("log", "--from=-2d", "--to", "today").output.contains("beta"))
    #expect(repository.tw("list", "goals", "--at", "yesterday").output.contains("beta"))
    #expect(repository.tw("list", "goals", "--at", "today").output.contains("beta"))
    #expect(repository.tw("show", "beta", "--at", "-3d").status == 1)
    for (word, week) in [("47", "2026-W47"), ("W47", "2026-W47"), ("this", "2026-W47"), ("last", "2026-W46")] {
      let answer = repository.tw("summary", "--week", word, "--format", "json")
      #expect(answer.output.contains("\"week\": \"\(week)\"") || answer.errors.contains(week), "\(answer)")
    }
    #expect(repository.tw("summary", "--from", "-6d", "--to", "today").status == 0)
    // Today itself in words is seen from the clock.
    let later = repository.tw("set", "guide", "state=done", "--today", "monday")
    #expect(later.status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("done:2026-11-23"))
    repository.variables["TW_TODAY"] = "2026-12-01"
    #expect(repository.tw("set", "beta", "due=tomorrow").status == 0)
    #expect(try repository.read(".teamwork/goals/beta.md").contains("due: 2026-12-02\n"))
  }

  @Test func aDayToComeCannotBeLookedAt() throws {
    let repository = try Self.team()
    let answer = repository.tw("list", "goals", "--at", "friday")
    #expect(answer.status == 1 && answer.output.isEmpty)
    #expect(answer.errors.contains("`friday` has not come: it is 2026-11-27, and today is 2026-11-20"))
    // A branch that is called like a day is not silently passed over.
    try repository.git("branch", "yesterday")
    let both = repository.tw("list", "goals", "--at", "yesterday")
    #expect(both.status == 2 && both.errors.contains("is a day and a revision"), "\(both.errors)")
    #expect(repository.tw("list", "goals", "--at", "refs/heads/yesterday").status == 0)
  }

  @Test func otherWordsAreToldWhatIsUnderstood() throws {
    let repository = try Self.team()
    let days = [
      ["set", "beta", "due=soon"], ["set", "guide", "due=soon"], ["new", "goal", "X", "due=soon"],
      ["list", "goals", "due<soon"], ["log", "--from", "soon"], ["summary", "--from", "soon", "--to", "today"],
      ["report", "--from", "soon"], ["promise", "help", "soon"], ["ask", "ben", "X", "--by", "soon"],
      ["list", "goals", "due<today", "--today", "soon"],
    ]
    for words in days {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words)")
      #expect(answer.errors.contains("is `soon`, and there is no such date"), "\(words): \(answer.errors)")
      for word in ["2026-11-20", "today", "tomorrow", "yesterday", "friday", "+3d", "+2w"] {
        #expect(answer.errors.contains(word), "\(words): \(answer.errors)")
      }
    }
    for words in [["summary", "--week", "soon"], ["new", "status", "week=54"], ["list", "status", "week=x"]] {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty, "\(words)")
      for word in ["no such week", "2026-W47", "`47`", "`W47`", "`this`", "`last`"] {
        #expect(answer.errors.contains(word), "\(words): \(answer.errors)")
      }
    }
    #expect(try repository.git("status", "--porcelain").isEmpty)
  }

  @Test func helpTellsThem() throws {
    let repository = try ScratchRepository()
    for command in ["log", "set", "new", "list", "promise", "summary"] {
      #expect(repository.tw("help", command).output.contains("`tomorrow`"), "\(command)")
    }
    #expect(repository.tw("help", "summary").output.contains("`last`"))
    #expect(!repository.tw("help", "why").output.contains("`tomorrow`"))
  }
}
