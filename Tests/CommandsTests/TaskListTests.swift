import Foundation
import TestSupport
import Testing
import Text

/// `tw list tasks`, and the filters of `tw list`.
@Suite struct TaskListTests {
  static func team() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let files = [
      "teamwork.md": "name: T\nvision: V\nformat: 1",
      "people/ana.md": "name: Ana\nemails: ana@example.org\nteams: [press]",
      "people/ben.md": "name: Ben\nemails: ben@example.org",
      "teams/press.md": "name: Press\nmode: cooperate\nmembers: [ben]", "teams/solo.md": "name: Solo\nmembers: [ben]",
      "roles/writer.md": "title: Writer\nholders: [ana]\nresponsibilities: [Writes]",
      "goals/alpha.md": "title: Alpha\nstatus: on-track\nowners: [ana, ben]\nwhy: w\nmode: collaborate\nteams: [press]",
      "goals/beta.md": "title: Beta\nstatus: paused\nowners: [ben]\nwhy: w\nteams: [press]",
      "goals/gamma.md": "title: Gamma\nstatus: proposed\nwhy: w\nteams: [press, solo]",
      "meetings/m.md": "title: M\nkind: check-in\ndate: 2026-11-18\npeople: [ana]",
    ]
    let bodies = [
      "goals/alpha.md":
        "- [ ] Guide @ana due:2026-12-01 role:writer effort:3d ^guide\n- [x] Test @ben done:2026-11-18 ^test\n- [ ] Tell, and `x|y` @ana @ben needs:guide,beta^hall due:2026-11-27\n- [-] Old @ana\n",
      "goals/beta.md": "- [ ] Hall ^hall\n- [ ] Parts @ana\n  - [ ] One\n",
      "meetings/m.md": "- [ ] Minutes @ana due:2026-11-20\n",
    ]
    for (name, fields) in files {
      try repository.write(".teamwork/" + name, "---\n\(fields)\n---\n" + (bodies[name] ?? ""))
    }
    try repository.commit("a team")
    return repository
  }

  @Test func tasksAreListed() throws {
    let repository = try Self.team()
    let answer = repository.tw("list", "tasks")
    #expect(answer.errors.isEmpty && answer.status == 0)
    #expect(
      answer.output == """
        state    due         owners    text           goal
        open     2026-11-20  ana       Minutes        m
        open     2026-11-27  ana, ben  Tell, and x|y  alpha
        open     2026-12-01  ana       Guide          alpha
        open                 ben       Hall           beta
        open                 ana       Parts          beta
        open                 ana       One            beta
        done                 ben       Test           alpha
        dropped              ana       Old            alpha

        """, "\(answer.output)")
    #expect(repository.tw("list", "task").output == answer.output)
  }

  @Test func jsonHasItsShape() throws {
    let repository = try Self.team()
    let answer = repository.tw("list", "tasks", "anchor=guide", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(object["schemaVersion"] as? Int == 1 && object["command"] as? String == "list")
    #expect(object["kind"] as? String == "task" && object["at"] is NSNull)
    let tasks = try #require(object["tasks"] as? [[String: Any]])
    #expect(tasks.count == 1)
    let task = tasks[0]
    #expect(task["text"] as? String == "Guide" && task["owners"] as? [String] == ["ana"])
    #expect(task["state"] as? String == "open" && task["due"] as? String == "2026-12-01")
    #expect(task["record"] as? [String: String] == ["kind": "goal", "id": "alpha"])
    #expect(task["anchor"] as? String == "guide" && task["path"] as? String == ".teamwork/goals/alpha.md")
    #expect(task["line"] as? Int == 9 && task["needs"] as? [String] == [] && task["done"] is NSNull)
    #expect(task["role"] as? String == "writer" && task["effort"] as? String == "3d")
  }

  @Test(arguments: [
    ("owners=ana state=open", "Minutes,Tell,Guide,Parts,One"), ("owner=@ana due=", "Parts,One,Old"),
    // A goal's only owner owns the tasks that nobody else does.
    ("owners=ben", "Tell,Hall,Test"), ("owners!=ana", "Hall,Test"), ("owners=ana owners=ben", "Tell"),
    ("due<2026-12-01", "Minutes,Tell"), ("due<+2w state=open", "Minutes,Tell,Guide"), ("due>today", "Tell,Guide"),
    ("due=today", "Minutes"), ("due!= state!=open", ""), ("state=dropped", "Old"), ("state!=open", "Test,Old"),
    ("goal=beta", "Hall,Parts,One"), ("goal=", "Minutes"), ("meeting=m", "Minutes"),
    ("goal!=alpha state=open owners=ana", "Minutes,Parts,One"),
    ("role=writer", "Guide"), ("effort=3d", "Guide"), ("effort!= goal=alpha", "Guide"), ("needs=guide", "Tell"),
    ("needs=alpha^guide", "Tell"), ("needs=hall", "Tell"), ("needs=beta^hall", "Tell"), ("needs=test", ""),
    ("done=2026-11-18", "Test"), ("done>2026-11-18", ""), ("anchor=hall", "Hall"), ("text=Guide", "Guide"),
  ])
  func filters(words: String, texts: String) throws {
    let answer = try Self.team().run(
      ["list", "tasks"] + words.split(separator: " ").map(String.init) + ["--format", "csv"])
    #expect(answer.status == 0, "\(answer.errors)")
    let found = answer.output.split(separator: "\n").dropFirst().map { $0.drop { $0 == "\"" }.prefix { $0 != "," } }
    #expect(found.joined(separator: ",") == texts)
  }

  @Test func wrongFiltersAreToldWhatIsNear() throws {
    let repository = try Self.team()
    for (filter, help) in [
      ("ownr=ana", "did you mean `owners`?"), ("status=open", "did you mean `state`?"),
      ("owners=anna", "did you mean `ana`?"),
      ("state=opn", "did you mean `open`?"), ("goal=alhpa", "did you mean `alpha`?"),
      ("role=writr", "did you mean `writer`?"),
      ("due<soon", "`tomorrow`"), ("owners<ana", "no order"), ("ana", "is no filter"), ("zzzzz=1", "it has `text`"),
    ] {
      let answer = repository.tw("list", "tasks", filter)
      #expect(answer.status == 2 && answer.output.isEmpty && answer.errors.contains(help), "\(filter): \(answer)")
    }
  }

  @Test func anEmptyListIsAnAnswer() throws {
    let repository = try Self.team()
    let none = repository.tw("list", "tasks", "state=dropped", "owners=ben")
    #expect(none.status == 0 && none.output.isEmpty && none.errors == "No task fits.\n")
    let json = repository.tw("list", "tasks", "state=dropped", "owners=ben", "--format", "json")
    #expect(json.status == 0 && json.output.contains("\"tasks\": []"), "\(json.output)")
    let csv = repository.tw("list", "tasks", "state=dropped", "owners=ben", "--format", "csv")
    #expect(csv.output.hasPrefix("text,owners,state,due,done,") && csv.output.split(separator: "\n").count == 1)
  }

  @Test func thePastIsListed() throws {
    let repository = try Self.team()
    repository.tw("done", "guide")
    #expect(repository.tw("list", "tasks", "anchor=guide").output.contains("\ndone "))
    #expect(repository.tw("list", "tasks", "anchor=guide", "--at", "HEAD").output.contains("\nopen "))
    #expect(repository.tw("list", "tasks", "--at", "HEAD~1").status == 1)
  }

  @Test func theLinesFit() throws {
    let repository = try ScratchRepository.example()
    repository.outputIsTerminal = true
    let output = repository.tw("list", "tasks").output
    for line in output.split(separator: "\n") { #expect(displayWidth(line) <= 80 && !line.hasSuffix(" "), "\(line)") }
    let markdown = try Self.team().tw("list", "tasks", "goal=alpha", "--format", "markdown").output
    #expect(
      markdown.contains("| [Tell, and x\\|y](.teamwork/goals/alpha.md#L11) | alpha |"), "\(markdown)")
  }

  /// What counts for a record, also where it is said elsewhere.
  @Test(arguments: [
    ("goals mode=cooperate", "beta"), ("goals mode=collaborate", "alpha,gamma"),
    ("goals mode!=cooperate", "alpha,gamma"),
    ("goals mode=", ""), ("goals teams=solo", "gamma"), ("people teams=press", "ana,ben"), ("people teams=solo", "ben"),
    ("people teams!=solo", "ana"), ("teams members=ana", "press"), ("teams members=ben", "press,solo"),
  ])
  func whatCountsIsFiltered(words: String, ids: String) throws {
    let answer = try Self.team().run(["list"] + words.split(separator: " ").map(String.init) + ["--format", "csv"])
    #expect(answer.status == 0, "\(answer.errors)")
    let found = answer.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(found.joined(separator: ",") == ids)
  }
}
