import Foundation
import TestSupport
import Testing
import Text

@testable import Commands

@Suite struct NewTests {
  static func workspace() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    repository.tw("init")
    repository.tw("new", "person", "Ben Okafor", "emails=ben@example.org")
    repository.tw("new", "team", "Platform", "members=ana,ben")
    return repository
  }

  /// What a kind's answer and file look like, and that it validates but for open questions.
  @Test(arguments: [
    ["goal", "Public beta", "owners=ana,ben", "due=2026-12-18"],
    ["person", "José Ñandú", "emails=jose@example.org,j@example.com"],
    ["team", "Street", "lead=ana"], ["role", "Release manager"], ["status"], ["feedback", "to=ben", "kind=praise"],
    ["request", "Help with the load test", "to=ben", "needed-by=2026-12-01"],
    ["decision", "Drop the old map", "goals=working-together"],
    ["meeting", "Kick-off", "kind=kickoff", "people=ana,ben"], ["note", "One supplier only", "kind=risk"],
    ["pulse", "Autumn 2026", "team=platform"],
  ])
  func makesRecord(words: [String]) throws {
    let repository = try Self.workspace()
    let answer = repository.run(["new"] + words)
    let path = String(answer.output.dropLast())
    var shown = answer.output
    if answer.status == 0 { shown += "--- the file\n" + (try repository.read(path)) }
    let command = (["tw", "new"] + words.map { $0.contains(" ") ? "'\($0)'" : $0 }).joined(separator: " ")
    try expectGolden(
      .init(Outcome(status: answer.status, output: Array(shown.utf8), errors: Array(answer.errors.utf8))),
      "new-\(words[0])", command: command)
    for line in repository.tw("validate", path, "--format", "concise").output.split(separator: "\n") {
      #expect(line.contains("placeholder-text") || line.contains("lone-owner"), "\(line)")
    }
    // Never twice: another id, or a refusal.
    let again = repository.run(["new"] + words)
    #expect(again.output != answer.output)
    if words[0] == "status" {
      #expect(again.status == 2)
    } else {
      #expect(again.output.hasSuffix("-2.md\n") || words[0] == "person")
    }
  }

  @Test(arguments: [
    ("Beta: the end", "beta-the-end"), ("Issue #1", "issue-1"), ("@ana's \"big\" plan", "anas-big-plan"),
    ("yes", "yes"), ("2026", "2026"),
    ("1e3", "1e3"), ("- dash", "dash"), ("[x] {y}", "x-y"), ("50% & *more*", "50-more"),
    ("Löschen, Ærø & Łódź", "loschen-aero-lodz"),
    ("Straße", "strasse"), ("日本語の目標", "日本語の目標"), ("Цель: йод", "цель-йод"), ("हिन्दी लक्ष्य", "हिन्दी-लक्ष्य"), ("🎉", "goal"),
    ("a\\b\tc", "a-b-c"),
    ("null", "null"), ("~", "goal"), ("{{me}} wins", "me-wins"), ("trailing:", "trailing"), ("'quoted'", "quoted"),
    ("CAFE\u{301}", "cafe"),
    ("a ---\"", "a"), ("=1+1", "1-1"), ("| pipe", "pipe"), ("! bang", "bang"), ("2026-11-20", "2026-11-20"),
    ("x: ", "x"), ("k ?", "k"),
  ])
  func keepsTitleAndMakesID(title: String, id: String) throws {
    let repository = try Self.workspace()
    let answer = repository.tw("new", "goal", "why=x", "--", title)
    #expect(answer.output == ".teamwork/goals/\(id).md\n", "\(answer.errors)")
    let listing = try JSONSerialization.jsonObject(
      with: Data(repository.tw("list", "goals", "id=\(id)", "--format", "json").output.utf8))
    let records = try #require((listing as? [String: Any])?["records"] as? [[String: Any]])
    let fields = try #require(records.first?["fields"] as? [String: Any])
    #expect((fields["title"] as? String).map { Array($0.utf8) } == Array(title.utf8))
    #expect(!repository.tw("validate", "--format", "concise").output.contains("error["))
    // An independent reader of YAML takes it for text, too.
    #expect(try repository.read(".teamwork/goals/\(id).md").contains("\nwhy: x\n"))
  }

  @Test func cutsLongIDs() throws {
    let repository = try Self.workspace()
    for length in [99, 100, 101, 300] {
      let answer = repository.tw(
        "new", "note", String(repeating: "é", count: 20) + String(repeating: "语", count: length))
      let name = try #require(answer.output.split(separator: "/").last).dropLast(4)
      #expect(name.utf8.count <= 100)
      #expect(answer.status == 0)
    }
    let words = Array(repeating: "word", count: 40).joined(separator: " ")
    #expect(repository.tw("new", "note", words).output.hasSuffix("-word.md\n"))
  }

  @Test(arguments: [
    ("kind", ["gaol", "X"]), ("field", ["goal", "X", "ownr=ana"]), ("person", ["goal", "X", "owners=anna"]),
    ("value", ["goal", "X", "status=on_track"]), ("date", ["goal", "X", "due=2026-2-3"]),
    ("two-titles", ["goal", "Public", "beta"]),
    ("no-title", ["goal"]), ("no-recipient", ["feedback"]), ("self", ["request", "X", "to=ana"]),
    ("status-title", ["status", "My week"]),
    ("twice", ["goal", "X", "due=2026-12-01", "due=2026-12-02"]), ("mapping", ["goal", "X", "measures=a"]),
    ("lines", ["goal", "two\nlines"]),
    ("hidden", ["goal", "X", "why=a\u{202E}b"]), ("id", ["goal", "X", "id=Public Beta"]), ("empty", ["goal", " "]),
    ("range", ["status", "mood=9"]),
    ("week", ["status", "week=2026-W60"]), ("both", ["request", "X", "to=nobody"]),
  ])
  func refuses(name: String, words: [String]) throws {
    let repository = try Self.workspace()
    let before = try FileManager.default.subpathsOfDirectory(atPath: repository.top + "/.teamwork").sorted()
    let answer = repository.run(["new"] + words)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    try expectGolden(
      answer, "new-refused-\(name)", command: (["tw", "new"] + words.map { "'\(visible($0))'" }).joined(separator: " "))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: repository.top + "/.teamwork").sorted() == before)
  }

  @Test(arguments: [
    (["goal", "X", "owners=ben"], "@ben"), (["goal", "X", "owners=ben,ana"], "@ana"), (["goal", "X"], "@ana"),
    (["meeting", "X", "kind=planning", "people=ben"], "@ben"),
    (["meeting", "X", "kind=planning", "people=ben,ana"], "@ana"),
  ])
  func theFirstTaskIsTheOwners(_ words: [String], _ owner: String) throws {
    let repository = try Self.workspace()
    let answer = repository.run(["new"] + words)
    let tasks = try repository.read(String(answer.output.dropLast())).split(separator: "\n").filter {
      $0.hasPrefix("- [ ]")
    }
    #expect(tasks.count == 1 && tasks[0].hasSuffix(owner), "\(tasks)")
  }

  @Test func keepsIDsUniqueAcrossFolders() throws {
    let repository = try Self.workspace()
    try repository.write(".teamwork/goals/2026/x.md", "---\ntitle: X\nstatus: proposed\n---\n")
    let answer = repository.tw("new", "goal", "Another", "id=x")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(".teamwork/goals/2026/x.md"))
    #expect(repository.tw("new", "goal", "X").output == ".teamwork/goals/x-2.md\n")
    #expect(repository.tw("new", "goal", "Another", "id=y").output == ".teamwork/goals/y.md\n")
  }

  @Test func writesPathFromWhereOneStands() throws {
    let repository = try Self.workspace()
    try repository.write("src/x", "")
    #expect(repository.tw("new", "goal", "A", from: "src").output == "../.teamwork/goals/a.md\n")
    #expect(repository.tw("new", "goal", "B", from: ".teamwork").output == "goals/b.md\n")
    #expect(repository.tw("new", "goal", "C", from: ".teamwork/goals").output == "c.md\n")
    #expect(repository.tw("-C", "src", "new", "goal", "D").output == repository.top + "/.teamwork/goals/d.md\n")
  }

  @Test func takesOwnTemplateAsItIs() throws {
    let repository = try Self.workspace()
    try repository.write(
      ".teamwork/templates/meeting.md",
      "---\r\ntitle: Weekly {{today}} # ours\r\nkind: check-in\r\ndate: {{today}}\r\npeople: [{{me}}, ben]\r\n# goals: [x]\r\n---\r\n\r\nWith {{me}}: {{How is it?}}\r\n"
    )
    let answer = repository.tw("new", "meeting", "goals=working-together")
    #expect(answer.output == ".teamwork/meetings/2026-11-20-meeting.md\n", "\(answer.errors)")
    #expect(answer.errors == "1 question to answer in it:\n  How is it?\n")
    #expect(
      Array(try repository.read(".teamwork/meetings/2026-11-20-meeting.md").utf8)
        == Array(
          "---\r\ntitle: Weekly 2026-11-20 # ours\r\nkind: check-in\r\ndate: 2026-11-20\r\npeople: [ana, ben]\r\ngoals: [working-together]\r\n---\r\n\r\nWith ana: {{How is it?}}\r\n"
            .utf8))
    try repository.write(".teamwork/templates/meeting.md", "---\ntitle: [\n---\n")
    #expect(repository.tw("new", "meeting", "X").status == 2)
  }

  @Test func saysWhoIsUnknown() throws {
    let repository = try Self.workspace()
    repository.variables["GIT_AUTHOR_EMAIL"] = "eve@example.org"
    for words in [["status"], ["goal", "X"], ["feedback", "to=ben"]] {
      let answer = repository.run(["new"] + words)
      #expect(answer.status == 2)
      #expect(answer.errors.contains("tw new person"), "\(answer.errors)")
    }
    #expect(repository.tw("new", "goal", "X", "owners=ana").status == 0)
    #expect(
      repository.tw("new", "status", "person=ben", "week=2026-W46").output == ".teamwork/status/2026-W46/ben.md\n")
    #expect(repository.tw("new", "person", "Eve", "emails=eve@example.org").status == 0)
    #expect(repository.tw("new", "status").output == ".teamwork/status/2026-W47/eve.md\n")
  }
}
