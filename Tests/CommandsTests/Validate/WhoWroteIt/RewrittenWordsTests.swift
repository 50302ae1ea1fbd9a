import Foundation
import TestSupport
import Testing

private typealias History = WrittenHistory

/// Records that others rely on, changed by somebody else, and answers that are theirs to give.
@Suite struct RewrittenWords {
  @Test func whatOthersRelyOnIsForItsAuthorToChange() throws {
    let history = try History.told()
    try history.write("feedback/x.md", History.feedback("ana", "ben", "For nothing."))
    try history.write("status/2026-W46/ana.md", "## Done\n\n- Slept.\n")
    try history.write("decisions/soup.md", History.decision("ana", "rejected", "It is cheap."))
    try history.write("requests/knives.md", History.request("ana", "ben", "Blunter knives"))
    try history.commit(by: "ben")
    #expect(
      history.found() == [
        "rewritten-record decisions/soup.md", "rewritten-record feedback/x.md", "rewritten-record requests/knives.md",
        "rewritten-record status/2026-W46/ana.md",
      ])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ana")
    #expect(history.found() == [])
  }

  @Test func removingIsRewriting() throws {
    let history = try History.told()
    try history.remove("feedback/x.md")
    try history.commit(by: "ben")
    #expect(history.found() == History.rewritten)
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "ana")
    #expect(history.found() == [])
    // In the worktree, too.
    try history.git("reset", "--quiet", "--hard", "base")
    try history.remove("feedback/x.md")
    history.become("ben")
    #expect(history.found(nil) == History.rewritten)
    history.become("ana")
    #expect(history.found(nil) == [])
  }

  @Test(arguments: [
    ("title", false), ("from", false), ("goal", false), ("asked", false), ("needed-by", false), ("prose", false),
    ("status", true), ("promised", true), ("to", true), ("effort", true), ("boundary", true), ("helpers", true),
  ])
  func whoIsAskedAnswersAndDoesNotReword(_ field: String, _ isFree: Bool) throws {
    let history = try History.told()
    let before = try history.read("requests/knives.md")
    let after =
      switch field {
      case "title": before.replacingOccurrences(of: "Sharper", with: "Blunter")
      case "from": before.replacingOccurrences(of: "from: ana", with: "from: ben")
      case "prose": before.replacingOccurrences(of: "Please.", with: "Please!")
      case "status": before.replacingOccurrences(of: "open", with: "declined")
      case "to": before.replacingOccurrences(of: "to: ben", with: "to: cho")
      case "goal": before.replacingOccurrences(of: "status:", with: "goal: beta\nstatus:")
      case "effort": before.replacingOccurrences(of: "status:", with: "effort: small\nstatus:")
      case "boundary": before.replacingOccurrences(of: "status:", with: "boundary: not more\nstatus:")
      case "helpers": before.replacingOccurrences(of: "status:", with: "helpers: [ben]\nstatus:")
      default: before.replacingOccurrences(of: "status:", with: "\(field): 2026-12-01\nstatus:")
      }
    #expect(after != before)
    try history.write("requests/knives.md", after)
    try history.commit(by: "ben")
    #expect(history.found() == (isFree ? [] : ["rewritten-record requests/knives.md"]))
    // Whom nobody asked has nothing to set.
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "cho")
    let imposed = field == "from" ? ["impersonation requests/knives.md"] : []
    #expect(history.found() == imposed + ["rewritten-record requests/knives.md"])
  }

  @Test(arguments: ["team", "by their page", "role"])
  func aTeamOrARoleIsAskedThroughItsPeople(_ way: String) throws {
    let history = try History()
    try history.write("teams/kitchen.md", "---\nname: Kitchen\n\(way == "team" ? "members: [ben]\n" : "")---\n")
    try history.write("roles/cook.md", "---\ntitle: Cook\nholders: [ben]\nresponsibilities: [Cooking]\n---\n")
    if way == "by their page" {
      try history.write("people/ben.md", "---\nname: Ben\nemails: [ben@example.org]\nteams: [kitchen]\n---\n")
    }
    let whom = way == "role" ? "roles/cook" : "teams/kitchen"
    try history.write("requests/knives.md", History.request("ana", whom, "Knives"))
    try history.commit(by: "ana")
    try history.base()
    try history.write("requests/knives.md", History.request("ana", whom, "Knives", "status: declined\n"))
    try history.commit(by: "ben")
    #expect(history.found() == [])
    try history.git("reset", "--quiet", "--soft", "base")
    try history.commit(by: "cho")
    #expect(history.found() == ["rewritten-record requests/knives.md"])
  }
}
