import Teamwork
import Testing

@testable import Reports

@Suite struct IdeasSectionTests {
  private static func note(_ title: String, _ kind: String, _ status: String, _ date: String, more: String = "")
    -> String
  {
    "---\ntitle: \(title)\nkind: \(kind)\nby: [ana]\nstatus: \(status)\ndate: \(date)\n\(more)---\n"
  }

  private static var story: ToldStory {
    var story = ToldStory()
    story.commit(
      "2026-08-01", by: "ana@example.com", "Begin",
      [
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n",
        "goals/bread.md": "---\ntitle: Bread\nstatus: off-track\nowners: [ana]\n---\n",
        "notes/chalk.md": note("Chalk marks", "idea", "open", "2026-08-01"),
        "notes/old.md": note("Long settled", "practice", "adopted", "2026-07-01"),
      ])
    story.commit(
      "2026-09-10", by: "ana@example.com", "Adopt",
      ["notes/chalk.md": note("Chalk marks", "idea", "adopted", "2026-08-01")])
    story.commit(
      "2026-10-10", by: "ana@example.com", "Worry",
      [
        "notes/flour.md": note("One mill", "risk", "open", "2026-10-10", more: "goals: [bread]\n"),
        "notes/slow.md": note("Slow oven", "challenge", "open", "2026-10-10"),
      ])
    return story
  }

  @Test func tellsWhatBecameOfEach() throws {
    let section = IdeasSection.make(Self.story.context(from: "2026-09-01", to: "2026-10-31"))
    let notes = try #require(section.figures.first)
    #expect(notes.title == "Something became of one of two notes")
    #expect(notes.table.rows.map { $0[0].plain } == ["Slow oven", "Chalk marks"])
    #expect(notes.table.rows[1][4].plain.hasPrefix("adopted on 10 Sep "))
    #expect(section.finding[0].plain.hasPrefix("One challenge and one risk were shared. Chalk marks was adopted."))
  }

  @Test func putsRisksBesideTheGoalsThatTheyThreaten() throws {
    let section = IdeasSection.make(Self.story.context(from: "2026-09-01", to: "2026-10-31"))
    let risks = try #require(section.figures.last)
    #expect(risks.title == "The one open risk has nobody yet")
    #expect(
      risks.table.rows.map { $0.map(\.plain) } == [
        ["One mill", "Bread (off track)", "nobody yet", "open for three weeks"]
      ])
    #expect(section.finding[0].plain.contains("One mill stands beside “Bread”, which is off track."))
  }

  @Test func countsByMonth() {
    let section = IdeasSection.make(Self.story.context(from: "2026-09-01", to: "2026-10-31"))
    func trend(_ name: String) -> [Double?] {
      section.measures.first { $0.definition.name == name }?.trend.map(\.value) ?? []
    }
    #expect(trend("notes-shared") == [0, 2])
    #expect(trend("risks-open") == [0, 1])
    #expect(trend("ideas-followed-up") == [1, 0.5])
    #expect(trend("risks-owned") == [nil, 0])
  }

  @Test func saysWhatBeginsItWhereNothingIsOnFile() {
    var story = ToldStory()
    story.commit("2026-09-01", by: "ana@example.com", "Begin", ["people/ana.md": "---\nname: Ana\n---\n"])
    let section = IdeasSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(section.missing.map(\.command) == ["tw new note 'What could go wrong' kind=risk"])
    #expect(section.finding.isEmpty)
  }
}
