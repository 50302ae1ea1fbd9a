import Teamwork
import Testing

@testable import Reports

@Suite struct TrustSectionTests {
  private static let people = [
    "people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n",
    "people/ben.md": "---\nname: Ben\nemails: [ben@example.com]\n---\n",
  ]

  private static var begun: ToldStory {
    var story = ToldStory()
    story.commit("2026-08-03", by: "ana@example.com", "Begin", people)
    return story
  }

  private static func report(_ words: String) -> String { "## Done\n\n- \(words)\n" }

  private func section(_ input: ReportInput, others: [Reports.Section] = []) -> Reports.Section {
    TrustSection.make(ReportContext(input), others: others)
  }

  private func told(_ section: Reports.Section) -> String { section.finding.map(\.plain).joined(separator: "\n") }

  private func value(_ section: Reports.Section, _ name: String) -> [Int] {
    switch section.measures.first(where: { $0.definition.name == name })?.value {
    case .count(let count): [count]
    case .share(let part, let whole): [part, whole]
    default: []
    }
  }

  @Test func comparesClaimsWithAuthors() {
    var story = Self.begun
    story.commit("2026-09-04", by: "ana@example.com", "Report", ["status/2026-W36/ana.md": Self.report("Bread")])
    story.commit("2026-09-05", by: "ben@example.com", "Report for Ana", ["status/2026-W35/ana.md": Self.report("Soup")])
    story.commit(
      "2026-09-06", by: "ben@example.com", "Ask",
      ["requests/oven.md": "---\ntitle: Oven\nfrom: ana\nto: ben\nstatus: open\n---\n"])
    let section = section(story.input(from: "2026-09-01", to: "2026-10-31"))
    #expect(value(section, "claims-matched") == [1, 3])
    #expect(
      told(section).contains(
        "One of two status reports and no request were committed by those for whom they speak. Ben committed one status report and one request in the name of Ana:"
      ))
  }

  @Test func namesNobodyWhoWroteFeedbackDown() throws {
    var story = Self.begun
    story.commit(
      "2026-09-05", by: "ana@example.com", "Write down",
      ["feedback/ben-ana.md": "---\nfrom: ben\nto: ana\ndate: 2026-09-05\nkind: concern\n---\n\nWords.\n"])
    let section = section(story.input(from: "2026-09-01", to: "2026-10-31"))
    #expect(
      told(section).contains("One piece of feedback was committed by somebody else; in whose name is not told here."))
    #expect(!told(section).contains("Ben") && !told(section).contains("Ana"))
    #expect(try section.measure("claims-matched").events.isEmpty)
  }

  @Test func looksAtWhomARecordSpokeForWhenItCame() {
    var story = Self.begun
    story.commit(
      "2026-09-06", by: "ana@example.com", "Ask",
      ["requests/oven.md": "---\ntitle: Oven\nfrom: ana\nto: ben\nstatus: open\n---\n"])
    story.commit(
      "2026-09-20", by: "ben@example.com", "Take over",
      ["requests/oven.md": "---\ntitle: Oven\nfrom: ben\nto: ana\nstatus: open\n---\n"])
    #expect(value(section(story.input(from: "2026-09-01", to: "2026-10-31")), "claims-matched") == [1, 1])
  }

  @Test func findsRecordsThatOthersRewrote() {
    var story = Self.begun
    story.commit("2026-08-20", by: "ana@example.com", "Report", ["status/2026-W34/ana.md": Self.report("Bread")])
    story.commit(
      "2026-08-21", by: "ana@example.com", "Thank",
      ["feedback/thanks.md": "---\nfrom: ana\nto: ben\ndate: 2026-08-21\nkind: thanks\n---\n\nFor the soup.\n"])
    // Her own report, and feedback that was heard, are for them to change.
    story.commit("2026-09-02", by: "ana@example.com", "Mend", ["status/2026-W34/ana.md": Self.report("Good bread")])
    story.commit(
      "2026-09-03", by: "ben@example.com", "Heard",
      [
        "feedback/thanks.md":
          "---\nfrom: ana\nto: ben\ndate: 2026-08-21\nkind: thanks\nacknowledged: 2026-09-03\n---\n\nFor the soup.\n"
      ])
    #expect(value(section(story.input(from: "2026-09-01", to: "2026-10-31")), "records-rewritten") == [0])
    story.commit(
      "2026-09-04", by: "ben@example.com", "Tidy",
      ["status/2026-W34/ana.md": Self.report("Bad bread"), "feedback/thanks.md": nil])
    let section = section(story.input(from: "2026-09-01", to: "2026-10-31"))
    #expect(value(section, "records-rewritten") == [2])
    #expect(told(section).contains("The report of Ana for W34 was changed by Ben on 4 Sep"))
    #expect(told(section).contains("A piece of feedback was removed by somebody else on 4 Sep."))
  }

  @Test func countsAnAcceptedDecisionThatOthersChanged() {
    func decision(_ status: String, _ title: String) -> String {
      "---\ntitle: \(title)\nby: [ana]\nstatus: \(status)\ndate: 2026-08-20\n---\n"
    }
    var story = Self.begun
    story.commit("2026-08-20", by: "ana@example.com", "Propose", ["decisions/oven.md": decision("proposed", "Oven")])
    story.commit(
      "2026-09-02", by: "ben@example.com", "Word it better", ["decisions/oven.md": decision("proposed", "An oven")])
    story.commit("2026-09-03", by: "ben@example.com", "Accept", ["decisions/oven.md": decision("accepted", "An oven")])
    #expect(value(section(story.input(from: "2026-09-01", to: "2026-10-31")), "records-rewritten") == [0])
    story.commit(
      "2026-09-04", by: "ben@example.com", "Turn it round", ["decisions/oven.md": decision("rejected", "An oven")])
    #expect(value(section(story.input(from: "2026-09-01", to: "2026-10-31")), "records-rewritten") == [1])
  }

  @Test func tellsStrangersByNameAndNeverByAddress() {
    var story = Self.begun
    story.commit(
      "2026-09-02", by: "stranger@example.com", "Help", ["goals/bread.md": "---\ntitle: Bread\nstatus: proposed\n---\n"]
    )
    let section = section(story.input(from: "2026-09-01", to: "2026-10-31"))
    #expect(value(section, "commits-by-people-on-file") == [0, 1])
    #expect(told(section).contains("One commit is by nobody on file: stranger."))
    #expect(!told(section).contains("example.com"))
  }

  @Test func findsOddDates() {
    var story = Self.begun
    story.commit("2026-09-28", by: "ana@example.com", "A month later", ["status/2026-W34/ana.md": Self.report("Bread")])
    var input = story.input(from: "2026-09-01", to: "2026-10-31")
    #expect(value(section(input), "commits-backdated") == [1])
    #expect(told(section(input)).contains("One commit brought a report more than two weeks after its week"))
    var commits = input.story.commits
    commits[0].authorTime -= 2 * 86_400
    commits[0].isSigned = true
    commits[0].isMerge = true
    input.story = EventHistory(commits: commits, events: input.story.events, isCut: true)
    let odd = section(input)
    #expect(told(odd).contains("One commit was made more than a day before it was committed"))
    #expect(told(odd).contains("The history is cut off"))
    #expect(value(odd, "commits-signed") == [1, 1])
    // Twice odd is one commit.
    #expect(value(odd, "commits-backdated") == [1])
  }

  @Test func listsWhatCouldNotBeMeasured() throws {
    let context = Self.begun.context(from: "2026-09-01", to: "2026-10-31")
    let section = TrustSection.make(context, others: [DecidingSection.make(context), IdeasSection.make(context)])
    let figure = try #require(section.figures.first)
    #expect(figure.table.rows.map { $0[1].plain }.contains("No decisions are on file."))
    #expect(figure.table.rows[0][0].plain.contains("Decisions made"))
    #expect(told(section).contains("Nothing was rewritten by others"))
  }
}
