import Teamwork
import Testing

@testable import Reports

@Suite struct ReportOffersTests {
  private static var begun: ToldStory {
    var story = ToldStory()
    story.commit(
      "2026-08-01", by: "ana@example.com", "Begin",
      [
        "teamwork.md": "---\nname: Kitchen\nvision: Everyone eats\nformat: 1\nmode: cooperate\n---\n",
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n",
        "people/ben.md": "---\nname: Ben\nemails: [ben@example.com]\n---\n",
        "teams/press.md": "---\nname: Press\n---\n",
      ])
    return story
  }

  private static func goal(
    _ title: String, _ status: String = "on-track", due: String = "2026-12-31", more: String = ""
  ) -> String {
    "---\ntitle: \(title)\nstatus: \(status)\nowners: [ana]\ndue: \(due)\n\(more)---\n"
  }

  private static func request(_ title: String, asked: String, more: String = "", status: String = "open") -> String {
    "---\ntitle: \(title)\nfrom: ana\nto: press\nstatus: \(status)\nasked: \(asked)\n\(more)---\n"
  }

  private func decisions(_ story: ToldStory) -> [Report.Offer] {
    ReportOffers.decisions(story.context(from: "2026-09-01", to: "2026-10-31"))
  }
  private func help(_ story: ToldStory) -> [Report.Offer] {
    ReportOffers.help(story.context(from: "2026-09-01", to: "2026-10-31"))
  }

  @Test func aGroupWithoutGapsIsOfferedNothing() {
    #expect(decisions(Self.begun).isEmpty)
    #expect(help(Self.begun).isEmpty)
  }

  @Test func asksForAWordOnWhatIsDue() {
    var story = Self.begun
    story.commit(
      "2026-08-02", by: "ana@example.com", "Plan",
      [
        "goals/bread.md": Self.goal("Bread", due: "2026-10-20"),
        "goals/soup.md": Self.goal("Soup", "done", due: "2026-10-20"),
      ])
    let offers = decisions(story)
    #expect(offers.map(\.fact.plain) == ["One goal was due on 20 Oct, without a word on how it ended."])
    #expect(offers[0].sentence?.plain == "“Bread”.")
  }

  @Test func putsWhatIsLateFirst() {
    var story = Self.begun
    story.commit(
      "2026-08-02", by: "ana@example.com", "Plan",
      [
        "goals/bread.md": Self.goal("Bread", "proposed"),
        "goals/soup.md": Self.goal("Soup", "proposed", due: "2026-10-20"),
      ])
    story.commit(
      "2026-09-02", by: "ana@example.com", "Ask", ["requests/a.md": Self.request("An oven", asked: "2026-09-02")])
    #expect(
      decisions(story).map(\.fact.plain) == [
        "Two goals are still proposals, one of them on the day it is due, or past it.", "“An oven” has no answer yet.",
      ])
  }

  @Test func tellsManyRequestsAsOneByTheTeamsAsked() {
    var story = Self.begun
    for number in 0..<3 {
      story.commit(
        "2026-09-02", by: "ana@example.com", "Ask",
        [
          "requests/a\(number).md": Self.request(
            "Oven \(number)", asked: "2026-09-0\(number + 2)", more: "needed-by: 2026-10-0\(number + 1)\n")
        ])
    }
    story.commit(
      "2026-09-03", by: "ana@example.com", "Ask",
      [
        "requests/b.md": Self.request("A champion for bread", asked: "2026-09-03"),
        "requests/c.md": Self.request("New", asked: "2026-10-30"),
      ])
    let offers = decisions(story)
    #expect(
      offers.map(\.fact.plain) == [
        "Five requests have no answer yet.", "One of them asks the Press team for a champion.",
      ])
    #expect(
      offers[0].sentence?.plain == "5 of the Press team. The oldest was asked on 2 Sep. Three were needed before today."
    )
  }

  @Test func offersATalkWhereNothingIsHeard() {
    var story = Self.begun
    story.commit(
      "2026-08-02", by: "ana@example.com", "Plan",
      [
        "goals/bread.md": Self.goal("Bread"), "goals/soup.md": Self.goal("Soup", more: "parent: bread\n"),
        "goals/salt.md": Self.goal("Salt"), "goals/old.md": Self.goal("Old", due: "2026-08-15"),
      ])
    story.commit(
      "2026-10-30", by: "ana@example.com", "Report", ["status/2026-W44/ana.md": "## Done\n\n- Peeled. [[soup]]\n"])
    let offers = help(story)
    // Who writes about a part writes about the whole.
    #expect(offers.map(\.fact.plain) == ["One goal has not been heard of for four weeks or longer."])
    #expect(offers[0].sentence?.plain == "“Salt”.")
    #expect(offers[0].offer.plain == "A talk with Ana may find out what they need.")
  }

  @Test func tellsSinceWhenSomethingIsHeldUp() {
    var story = Self.begun
    story.commit(
      "2026-08-02", by: "ana@example.com", "Plan",
      ["goals/bread.md": Self.goal("Bread"), "goals/soup.md": Self.goal("Soup")])
    for (day, week, words) in [
      ("2026-10-16", "W42", "No flour. [[bread]]"), ("2026-10-23", "W43", "Still no flour. [[bread]]"),
      ("2026-10-30", "W44", "No flour at all. [[bread]]"),
    ] {
      story.commit(
        day, by: "ana@example.com", "Report",
        [
          "status/2026-\(week)/ana.md":
            "## Done\n\n- Peeled. [[soup]]\n\n## Blocked\n\n- \(words)\n\n## Needs\n\n- Flour from [[bread]], a sack of it\n"
        ])
    }
    let offers = help(story)
    #expect(offers.map(\.fact.plain) == ["“Bread” has been held up since W42.", "A need has come back since W42."])
    #expect(offers[0].sentence?.plain.contains("No flour at all") == true)
    // What was in the way, and is no more.
    story.commit(
      "2026-10-31", by: "ben@example.com", "Report",
      ["status/2026-W44/ana.md": "## Done\n\n- Baked again. [[bread]] [[soup]]\n"])
    #expect(help(story).isEmpty)
  }

  @Test func namesWhatHasNobodyYet() {
    var story = Self.begun
    story.commit(
      "2026-08-02", by: "ana@example.com", "Plan",
      [
        "goals/bread.md": Self.goal("Bread", "proposed", more: "mode: collaborate\n")
          + "\n- [ ] Knead\n- [ ] Bake\n- [x] Buy flour\n- [ ] Wait @ana\n",
        "goals/soup.md": Self.goal("Soup", "proposed") + "\n- [ ] Peel\n",
        "roles/host.md": "---\ntitle: Host\nresponsibilities: [Opens the door]\n---\n",
        "notes/mill.md": "---\ntitle: One mill\nkind: risk\nby: [ana]\ndate: 2026-08-02\n---\n",
      ])
    let offers = help(story)
    #expect(
      offers.map(\.fact.plain) == [
        "Three tasks in two goals have nobody yet.", "The role “Host” has nobody yet.",
        "The risk “One mill” has nobody yet.",
      ])
    #expect(offers[0].sentence?.plain == "“Bread” (2) and “Soup” (1).")
  }

  @Test func saysWhereASecondOwnerIsMeantToBe() {
    var story = Self.begun
    story.commit(
      "2026-10-26", by: "ana@example.com", "Plan",
      ["goals/bread.md": Self.goal("Bread", more: "mode: collaborate\n"), "goals/soup.md": Self.goal("Soup")])
    #expect(
      help(story).map(\.fact.plain) == [
        "One shared goal rests on a single owner, although the team means to share ownership."
      ])
  }
}
