import Teamwork
import Testing

@testable import Reports

@Suite struct DecidingSectionTests {
  private static func decision(
    _ title: String, by: String, date: String, _ status: String = "accepted", more: String = ""
  ) -> String {
    "---\ntitle: \(title)\nby: [\(by)]\nstatus: \(status)\ndate: \(date)\n\(more)---\n"
  }

  private static func goal(_ title: String, _ owners: String, _ status: String = "on-track") -> String {
    "---\ntitle: \(title)\nstatus: \(status)\nowners: [\(owners)]\n---\n"
  }

  private static var begun: ToldStory {
    var story = ToldStory()
    story.commit(
      "2026-08-01", by: "ana@example.com", "Begin",
      [
        "teamwork.md": "---\nname: Kitchen\nvision: Everyone eats\nformat: 1\n---\n",
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n",
        "people/ben.md": "---\nname: Ben\nemails: [ben@example.com]\n---\n", "goals/bread.md": goal("Bread", "ana"),
        "goals/soup.md": goal("Soup", "ben"),
      ])
    return story
  }

  private func value(_ section: Reports.Section, _ name: String) -> String {
    guard let measure = section.measures.first(where: { $0.definition.name == name }) else { return "absent" }
    switch measure.value {
    case .count(let count): return "\(count)"
    case .share(let part, let whole): return "\(part) of \(whole)"
    case .none(let why): return why
    default: return "another"
    }
  }

  @Test func saysWhatBeginsItWhereNothingIsOnFile() {
    let section = DecidingSection.make(Self.begun.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(section.missing.map(\.command) == ["tw new decision 'What we decided'"])
    #expect(section.figures.isEmpty)
    #expect(value(section, "decisions-made") == "No decisions are on file.")
  }

  @Test func tellsWhatGaveWayAsAMerit() {
    var story = Self.begun
    story.commit(
      "2026-09-07", by: "ana@example.com", "Soup waits",
      [
        "decisions/soup-waits.md": Self.decision(
          "Soup waits", by: "ana, ben", date: "2026-09-07",
          more: "consulted: [ben]\nyields:\n  - {goal: soup, to: bread, why: One oven.}\n")
      ])
    let section = DecidingSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    let told = section.finding.map(\.plain)
    #expect(
      told.contains {
        $0.hasPrefix(
          "Gave way. On 7 Sep “Soup” gave way so that “Bread” can succeed: “One oven.” Decided by Ana and Ben, after asking Ben."
        )
      })
    #expect(value(section, "decisions-made") == "1")
    #expect(value(section, "decisions-consulted") == "1 of 1")
    #expect(value(section, "decision-concentration").hasPrefix("Fewer than three decisions"))
    #expect(section.figures.first?.title == "The one decision was made after asking others")
  }

  @Test func countsADecisionThatWasSettledLaterOnItsDay() {
    var story = Self.begun
    story.commit(
      "2026-08-20", by: "ana@example.com", "Propose",
      ["decisions/oven.md": Self.decision("An oven", by: "ana", date: "2026-08-20", "proposed")])
    story.commit(
      "2026-10-05", by: "ana@example.com", "Take it",
      ["decisions/oven.md": Self.decision("An oven", by: "ana", date: "2026-08-20")])
    story.commit(
      "2026-10-06", by: "ben@example.com", "Propose",
      ["decisions/salt.md": Self.decision("Salt", by: "ben", date: "2026-10-06", "proposed")])
    let section = DecidingSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(value(section, "decisions-made") == "1")
    #expect(section.measures[0].trend.map(\.value) == [0, 1])
    #expect(value(section, "decisions-open") == "1")
    #expect(section.measures[2].trend.map(\.value) == [1, 1])
    #expect(section.finding[0].plain == "One decision was made. Salt (since 6 Oct) waits to be decided.")
  }

  @Test func neverNamesThoseOnWhomMuchRests() throws {
    var story = Self.begun
    for (number, by) in ["ana", "ana", "ana", "ben", "ana"].enumerated() {
      let date = number < 3 ? "2026-09-0\(number + 1)" : "2026-10-0\(number + 1)"
      story.commit(
        date, by: "\(by)@example.com", "Decide",
        ["decisions/d\(number).md": Self.decision("D\(number)", by: by, date: date)])
    }
    let section = DecidingSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(value(section, "decision-concentration") == "1 of 2")
    let figure = try #require(section.figures.last)
    guard case .concentration(let content) = figure.content else {
      Issue.record("no concentration")
      return
    }
    // Two decisions in October are too few to stand alone.
    #expect(content.groups[0].bars.map(\.label) == ["September to October"])
    #expect(content.groups[0].bars.map(\.shares) == [[4, 1]])
    #expect(figure.title == "Half of the decisions rest on one of two people")
    #expect(!figure.table.rows.flatMap { $0 }.contains { $0.plain.contains("Ana") })
  }

  @Test func tellsOfDecisionsThatWereRemoved() {
    var story = Self.begun
    story.commit(
      "2026-08-20", by: "ana@example.com", "Decide",
      ["decisions/oven.md": Self.decision("An oven", by: "ana", date: "2026-08-20")])
    story.commit("2026-09-20", by: "ben@example.com", "Tidy up", ["decisions/oven.md": nil])
    let section = DecidingSection.make(story.context(from: "2026-09-01", to: "2026-10-31"))
    #expect(section.finding[0].plain.contains("One decision was removed from the files: “An oven”"))
  }
}
