import TestSupport
import Testing
import Text

@testable import Teamwork

/// Membership, naming and needs: what all products ask.
@Suite struct Facts {
  private static let team: [String: String] = [
    "people/dee.md": "---\nname: Dee\nemails: [dee@example.org]\nteams: [press]\n---\n",
    "teams/press.md": "---\nname: Press team\nmembers: [cho, ana]\n---\n",
    "teams/board.md": "---\nname: Board\nmembers: [ghost]\n---\n",
    "roles/keys.md": "---\ntitle: Key holder\nholders: [ben, ana]\nresponsibilities: [Lock up]\n---\n",
  ]

  @Test func aPersonIsInATeamByEitherSide() {
    let workspace = Tree(Self.team).workspace
    #expect(workspace.membership.members(of: "press") == ["ana", "cho", "dee"])
    #expect(
      workspace.membership.teams(of: "dee") == ["press"] && workspace.membership.teams(of: "ana").contains("press"))
    #expect(workspace.membership.members(of: "board") == ["ghost"] && workspace.membership.members(of: "none") == [])
    #expect(
      workspace.membership.holders(of: "keys") == ["ben", "ana"] && workspace.membership.roles(of: "ana") == ["keys"])
  }

  @Test func whatIsAskedReachesThoseBehindIt() {
    let workspace = Tree(Self.team).workspace
    #expect(workspace.people(reachedBy: "press") == ["ana", "cho", "dee"])
    #expect(
      workspace.people(reachedBy: "roles/keys") == ["ben", "ana"] && workspace.people(reachedBy: "ben") == ["ben"])
    #expect(workspace.people(reachedBy: "nobody") == [])
    #expect(workspace.reaches("press", "dee") && !workspace.reaches("press", "ben"))
  }

  @Test func thingsAreCalledOnce() throws {
    let workspace = Tree(Self.team).workspace
    #expect(workspace.called("press", as: [.person, .team, .role]) == "the Press team")
    #expect(workspace.called("board", as: [.person, .team, .role]) == "the Board team")
    #expect(workspace.called("keys", as: [.person, .team, .role]) == "the Key holder")
    #expect(workspace.called("dee", as: [.person]) == "Dee" && workspace.called("ghost", as: [.person]) == "ghost")
    #expect(workspace.title(ofPerson: "ghost") == "ghost")
  }

  private func goal(_ status: String, _ tasks: String) -> String {
    "---\ntitle: G\nowners: [ana]\nstatus: \(status)\nwhy: x\n---\n\(tasks)"
  }

  private func waits(_ files: [String: String]) -> [String] {
    let needs = Tree(files).workspace.taskNeeds
    return needs.nodes.flatMap { place in
      needs.waits(of: place).map { "\(needs.task(place).text) -> \(needs.home($0).id)^\(needs.task($0).text)" }
    }
  }

  @Test func aTaskWaitsForWhatIsStillToBeDone() {
    let a = "- [ ] Ship needs:guide,b^bake,m^call,x^none,none\n- [ ] Guide ^guide\n- [x] Done ^d\n- [ ] Later needs:d\n"
    let b = "- [ ] Bake ^bake\n"
    let meeting =
      "---\ntitle: M\nkind: planning\ndate: 2026-11-02\npeople: [ana]\n---\n- [ ] Call ^call\n- [ ] Tell needs:a^guide\n"
    func told(_ a: String, _ b: String) -> [String] {
      waits(["goals/a.md": a, "goals/b.md": b, "meetings/m.md": meeting])
    }
    #expect(
      told(goal("on-track", a), goal("on-track", b)) == [
        "Ship -> a^Guide", "Ship -> b^Bake", "Ship -> m^Call", "Tell -> a^Guide",
      ])
    // What is over is waited for no more; what was put aside waits for nothing, and is still waited for.
    #expect(told(goal("on-track", a), goal("done", b)) == ["Ship -> a^Guide", "Ship -> m^Call", "Tell -> a^Guide"])
    #expect(told(goal("paused", a), goal("on-track", b)) == ["Tell -> a^Guide"])
    #expect(told(goal("dropped", a), goal("on-track", b)) == [])
  }

  @Test func whoWaitsIsTheOtherSideOfIt() {
    let files = [
      "goals/a.md": goal("on-track", "- [ ] Ship needs:guide,guide\n- [ ] Tell needs:guide\n- [ ] Guide ^guide\n")
    ]
    let needs = Tree(files).workspace.taskNeeds
    for place in needs.nodes {
      for other in needs.nodes {
        #expect(needs.waits(of: place).contains(other) == needs.waiting(for: other).contains(place))
      }
    }
    #expect(needs.nodes.map { needs.waiting(for: $0).count } == [0, 0, 2])
  }

  /// An id that a goal and a meeting have: what needs it needs neither, and the rule says so.
  @Test func whatIsAmbiguousLeadsNowhere() {
    let files = [
      "goals/a.md": goal("on-track", "- [ ] Ship needs:b^bake\n"), "goals/b.md": goal("on-track", "- [ ] Bake ^bake\n"),
      "meetings/b.md": "---\ntitle: M\nkind: planning\ndate: 2026-11-02\npeople: [ana]\n---\n- [ ] Bake ^bake\n",
    ]
    #expect(waits(files) == [] && Tree(files).rules.contains("ambiguous-reference"))
  }

  // MARK: Requests

  private func course(_ fields: String, created: Day? = nil) throws -> RequestCourse {
    var files = Self.team
    files["requests/r.md"] = "---\ntitle: R\nfrom: ana\n\(fields)\n---\n"
    let workspace = Tree(files).workspace
    return workspace.course(of: try #require(workspace.record(.request, "r")), created: created)
  }

  @Test func aRequestWaitsForThoseWhomItReaches() throws {
    let open = try course("to: press\nstatus: open")
    // Who asks does not answer, though in the team.
    #expect(open.turn == .answer(of: ["cho", "dee"]) && open.waits)
    #expect(open.waitsForAnswer(of: "cho") && !open.waitsForAnswer(of: "ana") && !open.isPromised(by: "cho"))
    let taken = try course("to: press\nstatus: accepted\nhelpers: [dee]")
    #expect(taken.turn == .help(of: ["dee"]) && taken.isPromised(by: "dee") && !taken.isPromised(by: "cho"))
    #expect(try course("to: press\nstatus: accepted").turn == .help(of: ["cho", "dee"]))
    #expect(try course("to: ben\nstatus: accepted\nhelpers: [dee]").turn == .help(of: ["dee", "ben"]))
    for over in ["declined", "done", "withdrawn", "sometime"] {
      #expect(try !course("to: ben\nstatus: \(over)").waits, "\(over)")
    }
  }

  @Test func itIsAskedWhenItSaysSoElseWhenItCame() throws {
    let came = try #require(Day("2026-11-03"))
    #expect(try course("to: ben\nstatus: open\nasked: 2026-10-06", created: came).asked?.description == "2026-10-06")
    #expect(try course("to: ben\nstatus: open", created: came).asked == came)
    #expect(try course("to: ben\nstatus: open").asked == nil)
  }
}
