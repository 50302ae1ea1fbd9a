import Teamwork
import Testing

@testable import Reports

struct WinsSectionTests {
  @Test func tellsWinsInPeoplesOwnWords() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-30", by: "ana@example.com", "Begin", Team.three + Team.goal("beta", "status: on-track\nowners: [ana]"))
    story.commit(
      "2026-09-04", by: "ana@example.com", "W36",
      Team.status(
        "2026-W36", "ana",
        "## Wins\n\n- The soup was good ([[beta]])\n- The soup was good ([[beta]])\n- none\n\n## Done\n\n- No win"))
    story.commit("2026-09-16", by: "ben@example.com", "Beta is done", Team.goal("beta", "status: done\nowners: [ana]"))
    story.commit(
      "2026-09-18", by: "ben@example.com", "Cake",
      ["meetings/cake.md": "---\ntitle: Cake for beta\nkind: celebration\ndate: 2026-09-18\npeople: [ana, ben]\n---\n"]
        + Team.status("2026-W38", "ben", "## Wins\n\n- Cake"))
    let context = story.context(from: "2026-08-31", to: "2026-09-30")
    let wins = WinsSection.wins(context)
    #expect(
      wins.map { "\($0.words.plain) | \($0.by.plain) | \($0.isQuotation)" } == [
        "Cake | Ben, W38 | true", "Cake for beta | celebrated, 18 Sep | false",
        "Beta is done. | Ben, 16 Sep · 0000003 | false",
        "The soup was good | Ana, W36 · Beta | true",
      ])
    #expect(wins.map(\.source.line) == [7, 2, 1, 7])
    #expect(wins.map { $0.source.commit?.prefix(7) } == ["0000004", "0000004", "0000003", "0000002"])

    let section = WinsSection.make(context)
    #expect(
      section.finding.map(\.plain) == [
        "Two wins were told, in two of five weeks.", "One goal became done: “Beta”.",
        "The team celebrated: “Cake for beta” on 18 September.",
      ])
    #expect(section.measures.map(\.shown) == ["2", "2 of 5"])
    #expect(section.missing.isEmpty)
  }

  @Test func saysWhatIsNotOnFile() {
    var story = ToldStory()
    story.commit("2026-08-30", by: "ana@example.com", "Begin", Team.three)
    let context = story.context(from: "2026-08-31", to: "2026-09-30")
    let section = WinsSection.make(context)
    #expect(WinsSection.wins(context).isEmpty)
    #expect(
      section.finding.map(\.plain) == ["Nobody wrote of a win, no goal became done, and no celebration is on file."])
    #expect(section.missing.map(\.command) == ["tw new status", "tw new meeting 'Cake' kind=celebration"])
    #expect(section.measures[0].shown == "No status reports are on file for these weeks.")
  }
}
