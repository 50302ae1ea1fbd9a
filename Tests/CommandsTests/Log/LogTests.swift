import Commands
import Foundation
import TestSupport
import Testing

/// What `tw log` and `tw diff` say to people.
@Suite struct LogTests {
  static let commands: [(name: String, words: [String])] = [
    ("log-week", ["log", "--from", "2026-11-16", "--to", "2026-11-22"]),
    ("log-goal", ["log", "slope-sensors"]),
    ("log-person", ["log", "@milena"]),
    ("log-task", ["log", "tram-stops^line-7"]),
    ("log-file", ["log", ".teamwork/requests/second-maker.md"]),
    ("log-first-day", ["log", "--to", "2026-08-24"]),
    ("log-nothing", ["log", "--from", "2026-12-01"]),
    ("log-unknown", ["log", "slope-sensor"]),
    ("log-json", ["log", "quiet-routes", "--format", "json"]),
    ("log-by", ["log", "--by", "milena", "-n", "2"]),
    ("log-by-unknown", ["log", "--by", "@milenna"]),
    ("log-none", ["log", "-n", "0"]),
    ("log-no-number", ["log", "-n", "x"]),
    ("log-range", ["log", "HEAD~12..HEAD~10"]),
    ("log-no-range", ["log", "HEAD~12..nosuch"]),
    ("diff-range", ["diff", "HEAD~2..HEAD"]),
    ("diff-no-range", ["diff", "nosuch..HEAD"]),
    ("log-wrong-day", ["log", "--from", "soon"]),
    ("diff-commits", ["diff", "HEAD~12", "HEAD"]),
    ("diff-back", ["diff", "HEAD", "HEAD~3"]),
    ("diff-nothing", ["diff"]),
    ("diff-unknown", ["diff", "nosuch"]),
  ]

  @Test func answersAreAsRecorded() throws {
    let repository = try ExampleTeam.quarter.get()
    for (name, words) in Self.commands {
      let answer = repository.run(words)
      let quoted = words.map { $0.contains { "^@".contains($0) } ? "'\($0)'" : $0 }
      try expectGolden(answer, name, command: "tw " + quoted.joined(separator: " "))
    }
  }

  private func start() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(
      ".teamwork/teamwork.md", "---\nname: T\nvision: V\nformat: 1\ntimezone: Pacific/Auckland\n---\n")
    try repository.write(".teamwork/people/ana.md", "---\nname: Ana\nemails: [ana@example.org]\n---\n")
    try repository.write(
      ".teamwork/goals/beta.md",
      "---\ntitle: Beta\nstatus: on-track\nowners: [ana, ben]\ndue: 2026-12-01\n---\nWhat it is.\n\n- [ ] Write the guide @ana\n"
    )
    try repository.commit("Begin", at: 1_794_913_199)
    return repository
  }

  private func body(_ answer: ScratchRepository.Answer) -> [String] {
    #expect(answer.status == 0, "\(answer.errors)")
    return answer.output.split(separator: "\n").map(String.init)
  }

  @Test func tellsFieldsAndTasks() throws {
    let repository = try start()
    try repository.write(
      ".teamwork/goals/beta.md",
      """
      ---
      title: Public beta
      status: at-risk
      owners: [ben, dana]
      due: 2027-01-08
      why: Because it is time.
      measures: [{name: users, target: 10, now: 1.5}]
      ---
      What it is.

      - [x] Write the guide @ana ^guide
      - [ ] Announce it @ben due:2026-12-24

      """)
    try repository.commit("Move \u{1B}[31mit", at: 1_794_913_200)
    let lines = body(repository.tw("log", "beta"))
    // Tuesday midnight in Auckland is still Tuesday noon in Greenwich.
    #expect(lines[0].hasSuffix("  Wed 18 Nov 2026  Ana López  Move \\e[31mit"))
    #expect(lines[1] == "  beta      title “Beta” → “Public beta”")
    let rest = lines[2..<11].map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(
      rest == [
        "status on-track → at-risk", "owners + dana − ana", "due 1 Dec → 8 Jan 2027", "why written", "measures + users",
        "done: Write the guide",
        "task named ^guide – Write the guide", "new task: Announce it – due 24 Dec",
        lines[10].trimmingCharacters(in: .whitespaces),
      ])
    #expect(lines.last == "  beta      new goal “Beta” (1 task)")
    // In the other direction, and without a commit.
    let back = body(repository.tw("diff", "HEAD", "HEAD~1"))
    #expect(back.contains { $0.hasSuffix("reopened: Write the guide") })
    #expect(back.contains { $0.hasSuffix("why taken out") })
    #expect(back.contains { $0.hasSuffix("measures − users") })
  }

  @Test func tellsMeasuresByTheirNames() throws {
    let repository = try start()
    func goal(_ measures: String) throws {
      try repository.write(
        ".teamwork/goals/beta.md",
        "---\ntitle: Beta\nstatus: on-track\nowners: [ana, ben]\ndue: 2026-12-01\nmeasures: \(measures)\n---\nWhat it is.\n\n- [ ] Write the guide @ana\n"
      )
    }
    try goal("[{name: a b, target: 10, now: 1}, {name: c, target: 3}]")
    try repository.commit("One")
    try goal("[{name: c, target: 3, unit: x}, {name: a b, target: 10, now: 2.5}]")
    #expect(
      body(repository.tw("diff")) == [
        "  beta      measures c: unit set to x", "            measures “a b”: now 1 → 2.5",
      ])
    try goal("[{name: c, target: 3}, {name: a b, target: 10, now: 1}]")
    #expect(body(repository.tw("diff")) == ["  beta      measures in another order"])
  }

  @Test func followsRenamesAndFindsWhatIsGone() throws {
    let repository = try start()
    try repository.git("mv", ".teamwork/goals/beta.md", ".teamwork/goals/public-beta.md")
    try repository.commit("Rename", at: 1_794_990_000)
    try repository.git("rm", "-q", ".teamwork/goals/public-beta.md")
    try repository.commit("Remove", at: 1_795_000_000)
    // Another one of that name is not the same.
    try repository.write(".teamwork/goals/beta.md", "---\ntitle: Other\nstatus: proposed\n---\n")
    try repository.commit("Another", at: 1_795_010_000)
    let gone = body(repository.tw("log", "public-beta")).filter { $0.hasPrefix(" ") }
    #expect(
      gone == [
        "  public-beta  goal removed “Beta” (1 task)", "  public-beta  renamed from beta",
        "  beta      new goal “Beta” (1 task)",
      ])
    #expect(body(repository.tw("log", "goals/public-beta")).count == 6)
    #expect(body(repository.tw("log", ".teamwork/goals/public-beta.md")).count == 6)
    let near = repository.tw("log", "publc-beta")
    #expect(near.status == 1)
    #expect(near.output.isEmpty)
    #expect(near.errors.contains("did you mean `public-beta`?"))
  }

  @Test func tellsTheTaskFromBeforeItHadItsName() throws {
    let repository = try start()
    func task(_ line: String, _ message: String, _ time: Int64) throws {
      try repository.write(
        ".teamwork/goals/beta.md",
        "---\ntitle: Beta\nstatus: on-track\nowners: [ana, ben]\ndue: 2026-12-01\n---\nWhat it is.\n\n\(line)\n- [ ] Another one\n"
      )
      try repository.commit(message, at: time)
    }
    try task("- [ ] Write the guide @ben", "Hand over", 1_794_990_000)
    try task("- [ ] Write the guide @ben ^guide", "Name", 1_795_000_000)
    try task("- [x] Write the whole guide @ben ^guide", "Do", 1_795_010_000)
    let lines = body(repository.tw("log", "beta^guide")).filter { $0.hasPrefix(" ") }.map { $0.drop { $0 == " " } }
    #expect(
      lines == [
        "beta      done: Write the whole guide", "task reworded: “Write the guide” → “Write the whole guide”",
        "beta      task named ^guide – Write the guide",
        "beta      task owners − ana – Write the guide", "beta      new task: Write the guide – ana",
      ])
  }

  @Test func countsWhatManyHaveInCommon() throws {
    let repository = try start()
    for number in 10..<30 {
      try repository.write(".teamwork/goals/g\(number).md", "---\ntitle: G\(number)\nstatus: proposed\n---\n- [ ] x\n")
    }
    try repository.commit("Many", at: 1_794_990_000)
    for number in 10..<30 {
      try repository.write(
        ".teamwork/goals/g\(number).md",
        "---\ntitle: G\(number)\nstatus: \(number < 13 ? "paused" : "on-track")\n---\n- [ ] x\n")
    }
    #expect(body(repository.tw("diff")) == ["  status changed in 20 goals – on-track 17, paused 3"])
    #expect(body(repository.tw("diff", "HEAD~1")) == ["  new: 20 goals with 20 tasks"])
    try repository.commit("All", at: 1_795_000_000)
    #expect(
      body(repository.tw("log", "g12")).filter { $0.hasPrefix(" ") } == [
        "  g12       status proposed → paused", "  g12       new goal “G12” (1 task)",
      ])
  }

  @Test func saysWhatCannotBeRead() throws {
    let repository = try start()
    try repository.write(".teamwork/goals/beta.md", "---\ntitle: [Beta\n---\n- [ ] Write the guide @ana\n")
    try repository.commit("Break", at: 1_794_990_000)
    #expect(
      body(repository.tw("log", "beta"))[1]
        == "  beta      cannot be read here, or could not before: what changed is not known")
    let json = repository.tw("log", "beta", "--format", "json").output
    #expect(json.contains("\"unreadable\": true"))
  }

  @Test func mergesTellWhatTheyChangeThemselves() throws {
    let repository = try start()
    try repository.git("checkout", "-q", "-b", "side")
    try repository.write(".teamwork/goals/other.md", "---\ntitle: Other\nstatus: proposed\n---\n")
    try repository.commit("Side", at: 1_794_990_000)
    try repository.git("checkout", "-q", "main")
    try repository.write(".teamwork/notes/n.md", "---\ntitle: N\nkind: idea\nby: ana\ndate: 2026-11-18\n---\n")
    try repository.commit("Main", at: 1_794_991_000)
    try repository.git("merge", "-q", "--no-commit", "side")
    try repository.write(".teamwork/goals/other.md", "---\ntitle: Other\nstatus: dropped\n---\n")
    try repository.commit("Merge", at: 1_795_000_000)
    let lines = body(repository.tw("log"))
    #expect(lines[0].hasSuffix("Merge (merge; what it changed itself)"))
    #expect(lines[1] == "  other     status proposed → dropped")
    #expect(lines.count { $0.contains("new goal “Other”") } == 1)
  }

  @Test func worktreeIsCompared() throws {
    let repository = try start()
    try repository.write(".teamwork/goals/new.md", "---\ntitle: New\nstatus: proposed\n---\n")
    try FileManager.default.moveItem(
      atPath: repository.top + "/.teamwork/people/ana.md", toPath: repository.top + "/.teamwork/people/ana-lopez.md")
    try FileManager.default.createDirectory(
      atPath: repository.top + "/.teamwork/goals/q4", withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: repository.top + "/.teamwork/goals/beta.md", toPath: repository.top + "/.teamwork/goals/q4/beta.md")
    #expect(body(repository.tw("diff")) == ["  new        new goal “New”", "  ana-lopez  renamed from ana"])
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(repository.tw("diff", "--format", "json").output.utf8)) as? [String: Any])
    let events = try #require(json["events"] as? [[String: Any]])
    #expect(events.map { $0["change"] as? String } == ["created", "renamed"])
    #expect(events.allSatisfy { $0["commit"] is NSNull && $0["time"] is NSNull && $0["author"] is NSNull })
  }

  @Test func beforeTheFirstCommit() throws {
    let repository = try ScratchRepository()
    #expect(repository.tw("log").status == 2)
    repository.tw("init")
    let log = repository.tw("log")
    #expect(log.status == 0)
    #expect(log.output.isEmpty)
    #expect(log.errors == "Nothing changed.\n")
    #expect(repository.tw("diff").output.contains("new goal"))
  }

  @Test func aShallowCloneSaysSo() throws {
    let repository = try start()
    try repository.write(".teamwork/goals/other.md", "---\ntitle: Other\nstatus: proposed\n---\n")
    try repository.commit("Second", at: 1_794_990_000)
    let clone = repository.top + "-clone"
    try repository.git("clone", "-q", "--depth", "1", "file://" + repository.top, clone)
    let log = repository.run(["-C", clone, "log"])
    #expect(log.status == 0)
    #expect(log.errors.contains("history is cut at "))
    #expect(repository.run(["-C", clone, "log", "beta"]).errors.contains("older than this history"))
  }

  @Test func moodIsNotTold() throws {
    let repository = try start()
    try repository.write(".teamwork/status/2026-W47/ana.md", "---\nmood: 2\n---\n")
    try repository.commit("Report", at: 1_794_990_000)
    try repository.write(".teamwork/status/2026-W47/ana.md", "---\nmood: 5\n---\n")
    #expect(body(repository.tw("diff")) == ["  2026-W47/ana  mood changed"])
  }

  @Test func linesKeepToTheWidth() throws {
    let repository = try ExampleTeam.quarter.get()
    for width in [50, 72, 80] {
      let outcome = Tool.run(
        ["log"],
        in: Environment(directory: repository.top, variables: repository.variables, now: repository.now, width: width))
      let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      #expect(lines.count > 300)
      #expect(lines.allSatisfy { $0.count <= width }, "\(width): \(lines.first { $0.count > width } ?? "")")
    }
  }
}

/// What the log refuses.
@Suite struct LogRefusals {
  @Test func aFormatFromTheFutureIsNotTold() throws {
    let repository = try ScratchRepository.example()
    try repository.write(
      ".teamwork/teamwork.md",
      repository.read(".teamwork/teamwork.md").replacingOccurrences(of: "format: 1", with: "format: 2"))
    try repository.commit("Tomorrow's format")
    for words in [["log"], ["report"], ["status"], ["summary"], ["log", "--format", "json"]] {
      let answer = repository.run(words)
      #expect(answer.status == 2 && answer.output.isEmpty && answer.errors.contains("format: 2"), "\(words)")
    }
  }

  @Test func numbersAreReadAsTheFieldSays() throws {
    let repository = try ScratchRepository.example()
    let path = ".teamwork/people/samir.md"
    try repository.write(path, repository.read(path).replacingOccurrences(of: "capacity: 2", with: "capacity: +7"))
    try repository.commit("More")
    let log = repository.run(["log", "@samir", "--format", "json"]).output
    #expect(log.contains("\"to\": 7"))
  }
}
