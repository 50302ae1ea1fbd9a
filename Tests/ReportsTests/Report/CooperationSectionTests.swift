import Teamwork
import Testing

@testable import Reports

struct CooperationSectionTests {
  private func section(
    _ story: ToldStory, _ from: String = "2026-09-01", _ to: String = "2026-11-30", asOf: String? = nil
  ) -> Reports.Section {
    CooperationSection.make(story.context(from: from, to: to, asOf: asOf))
  }

  private func request(
    _ title: String, _ status: String, from: String = "ana", to: String = "ben", _ fields: String = "",
    body: String = ""
  ) -> String {
    "---\ntitle: \(title)\nfrom: \(from)\nto: \(to)\nstatus: \(status)\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"
  }

  private func begin(_ requests: [String: String] = [:]) -> ToldStory {
    var story = ToldStory()
    var files: [String: String?] = [
      "people/ana.md": SomeTeam.person("Ana", "teams: [red]"), "people/ben.md": SomeTeam.person("Ben", "teams: [blue]"),
      "people/chi.md": SomeTeam.person("Chi", "teams: [red, blue]"), "people/dev.md": SomeTeam.person("Dev"),
      "teams/red.md": "---\nname: Red\n---\n",
      "teams/blue.md": "---\nname: Blue\n---\n",
      "roles/host.md": "---\ntitle: Host\nteam: red\nresponsibilities: [Doors]\n---\n",
    ]
    for (name, text) in requests { files["requests/\(name).md"] = text }
    story.commit("2026-08-20", by: "ana@example.com", "Begin", files)
    return story
  }

  @Test func countsAnswersAndTheDaysThatTheyTook() throws {
    var story = begin([
      "a": request("A", "open", "asked: 2026-09-01"), "b": request("B", "open"),
      "c": request("C", "open", "asked: 2026-09-10"),
    ])
    // Its own date counts before that of the commit.
    story.commit(
      "2026-09-08", by: "ben@example.com", "Yes",
      ["requests/a.md": request("A", "accepted", "asked: 2026-09-01\nanswered: 2026-09-04\npromised: 2026-12-01")])
    // Asked and answered by commits: from 20 August to 30 September.
    story.commit("2026-09-30", by: "ben@example.com", "No", ["requests/b.md": request("B", "declined")])
    let found = section(story)
    #expect(try found.shown("requests-answered") == "2 of 3")
    // 3 and 41 days: the lower one, by which half have come.
    #expect(try found.shown("days-to-answer") == "3 days")
    #expect(
      try found.measure("days-to-answer").events.map {
        story.context(from: "2026-09-01", to: "2026-11-30").story.events[$0].change.name
      } == ["field"])
    #expect(try found.shown("requests-declined-with-reason") == "0 of 1")
    #expect(try found.shown("promises-kept") == "No promised day has come yet.")
    #expect(try found.cells("waiting-requests") == [["C", "Ana", "Ben", "10 Sep", ""]])
    #expect(try found.figure("waiting-requests").title == "One request waits for an answer, since 10 Sep")
    #expect(
      found.words.hasPrefix(
        "Three requests went to Ben. Two have an answer: one accepted, one declined. Half of the answers came within three days, the slowest after 41 days. “C”, asked of Ben on 10 Sep, waits for a yes or a no."
      ))
  }

  @Test func promisesAreKeptOrCameLater() throws {
    let story = begin([
      "kept": request("Kept", "done", "promised: 2026-09-20\ndelivered: 2026-09-20"),
      "later": request("Later", "done", "promised: 2026-09-20\ndelivered: 2026-09-23"),
      "past": request("Past", "accepted", "promised: 2026-10-01"),
      "ahead": request("Ahead", "accepted", "promised: 2026-12-20"),
    ])
    let found = section(story, "2026-08-01", "2026-11-30")
    #expect(try found.shown("promises-kept") == "1 of 3")
    #expect(
      found.words.contains(
        "Of three promises whose day came, one was kept. “Later” came three days later. “Past” was promised for 1 Oct and is still to come. One promise has its day ahead."
      ))
    #expect(try found.figure("promises").title == "One promise kept, two came later or are still to come")
    guard case .promises(let lines) = try found.figure("promises").content else { throw Missing() }
    // What is open or came later stands first.
    #expect(lines.rows.map(\.title) == ["Ahead", "Later", "Past", "Kept"])
  }

  @Test func whatWasClosedBeforeIsNoPartOfIt() throws {
    let found = section(
      begin(["a": request("A", "done", "promised: 2026-07-01\ndelivered: 2026-07-09"), "b": request("B", "withdrawn")]))
    #expect(found.missing.map(\.what) == ["No request was open in this period."])
    #expect(try found.shown("promises-kept") == "No request names a promised date.")
  }

  @Test func withoutADateTheCommitThatClosedItCounts() throws {
    var story = begin(["a": request("A", "accepted", "promised: 2026-09-20")])
    story.commit(
      "2026-09-22", by: "ben@example.com", "Done", ["requests/a.md": request("A", "done", "promised: 2026-09-20")])
    #expect(try section(story).shown("promises-kept") == "0 of 1")
    #expect(section(story).words.contains("One promise came to its day. “A” came two days later."))
  }

  @Test func creditsThanksAndReasons() throws {
    let story = begin([
      "a": request("A", "done", "helpers: [chi, ben]\ncredits: [dev]"), "b": request("B", "done"),
      "c": request("C", "declined", "boundary: Not in December"),
      "d": request("D", "declined", body: "\nI would if I could.\n"), "e": request("E", "withdrawn"),
    ])
    var later = story
    later.commit(
      "2026-09-10", by: "ana@example.com", "Thank",
      ["feedback/x.md": "---\nfrom: ana\nto: ben\ndate: 2026-09-10\nkind: thanks\nabout: requests/a\n---\n"])
    let found = section(later, "2026-08-01", "2026-11-30")
    #expect(try found.shown("requests-with-credit") == "1 of 2")
    #expect(try found.shown("done-requests-with-feedback") == "1 of 2")
    #expect(try found.shown("requests-declined-with-reason") == "2 of 2")
    #expect(try found.shown("requests-answered") == "4 of 4")
    #expect(
      found.words.contains(
        "Thanks to Ben and Chi, who gave the help, and to Dev, on whose work it rested. One of two done requests does not name who helped."
      ))
    #expect(found.words.contains("Nobody has written yet how it went with “B”."))
    #expect(found.words.contains("One other was taken back."))
    #expect(try found.cells("boundaries") == [["C", "Ben", "declined", "“Not in December”"]])
  }

  @Test func bandsGoFromTeamToTeam() throws {
    let story = begin([
      "a": request("A", "open", from: "ana", to: "teams/blue"), "b": request("B", "open", from: "ana", to: "ben"),
      "c": request("C", "open", from: "chi", to: "roles/host"),
      "d": request("D", "open", from: "dev", to: "chi"), "e": request("E", "accepted", from: "ana", to: "blue"),
    ])
    let found = section(story)
    guard case .flow(let flow) = try found.figure("request-flow").content else { throw Missing() }
    #expect(flow.from.map(\.name) == ["Red", "no team", "several teams"])
    #expect(flow.to.map(\.name) == ["Blue", "Red", "several teams"])
    #expect(flow.to.map(\.answered) == [1, 0, 0])
    #expect(
      flow.bands.map { [flow.from[$0.from].name, flow.to[$0.to].name, "\($0.count)"] } == [
        ["Red", "Blue", "3"], ["no team", "several teams", "1"], ["several teams", "Red", "1"],
      ])
    #expect(try found.figure("request-flow").title == "More than half of the requests end at Blue")
    // One team may be named in two ways.
    #expect(found.words.hasPrefix("Five requests went to four people, teams or roles."))
  }

  @Test func smallTeamsBecomeOthers() throws {
    var requests: [String: String] = [:]
    var story = ToldStory()
    var files: [String: String?] = ["people/ana.md": SomeTeam.person("Ana")]
    for team in 0..<14 {
      files["teams/t\(team).md"] = "---\nname: T\(team)\n---\n"
      for number in 0..<(team < 2 ? 5 : 1) { requests["r\(team)-\(number)"] = request("R", "open", to: "t\(team)") }
    }
    for (name, text) in requests { files["requests/\(name).md"] = text }
    story.commit("2026-08-20", by: "ana@example.com", "Begin", files)
    guard case .flow(let flow) = try section(story).figure("request-flow").content else { throw Missing() }
    #expect(flow.to.map(\.name) == ["T0", "T1", "12 others"])
    #expect(flow.to.map(\.count) == [5, 5, 12])
    #expect(flow.bands.map(\.count) == [5, 5, 12])
  }

  @Test func manyThatWaitAreToldByWhomTheyWaitFor() throws {
    var requests: [String: String] = [:]
    for number in 0..<31 {
      requests["r\(number)"] = request(
        "R\(number)", "open", to: number == 0 ? "chi" : "ben", number == 7 ? "asked: 2026-08-02" : "")
    }
    let found = section(begin(requests))
    #expect(try found.cells("waiting-requests") == [["Ben", "30", "R7", "2 Aug"], ["Chi", "1", "R0", "20 Aug"]])
    #expect(try found.figure("waiting-requests").title == "31 requests wait for an answer, the longest since 2 Aug")
  }

  @Test func whatIsNotOnFileIsSaid() throws {
    let found = section(ToldStory())
    #expect(found.missing.map(\.command) == ["tw ask WHOM 'A hand with the tests'"])
    #expect(found.measures.map(\.definition.name) == CooperationSection.definitions.map(\.name))
    #expect(try found.shown("days-to-answer") == "No request has been answered.")
    var cut = begin(["a": request("A", "accepted")])
    cut.isCut = true
    #expect(
      try section(cut).shown("days-to-answer")
        == "No answered request tells when it was asked and when it was answered, and neither does the history.")
  }

  private struct Missing: Error {}
}
