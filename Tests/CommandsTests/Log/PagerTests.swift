import Commands
import Testing

@testable import Commands

@Suite struct PagerTests {
  private func pager(_ variables: [String: String], _ configured: String? = nil) -> String? {
    Pager(variables: variables) { configured }.command
  }

  @Test func firstThatSaysSomething() {
    #expect(pager([:]) == "less")
    #expect(pager(["PAGER": "more"]) == "more")
    #expect(pager(["PAGER": "more"], "delta -n") == "delta -n")
    #expect(pager(["PAGER": "more", "GIT_PAGER": "most"], "delta") == "most")
    #expect(pager(["PAGER": "more", "GIT_PAGER": "most", "TW_PAGER": "moar"], "delta") == "moar")
  }

  @Test func catAndNothingSwitchItOff() {
    #expect(pager(["TW_PAGER": "", "PAGER": "more"]) == nil)
    #expect(pager(["TW_PAGER": "cat"], "delta") == nil)
    #expect(pager(["PAGER": "more"], "cat") == nil)
  }

  @Test func configurationIsAskedLast() {
    var asked = 0
    _ = Pager(variables: ["GIT_PAGER": "most"]) {
      asked += 1
      return nil
    }
    #expect(asked == 0)
  }

  @Test func onlyWhatIsLongerThanTheScreen() {
    let lines = Array(String(repeating: "x\n", count: 24).utf8)
    #expect(Pager.isLong(lines, height: 24))
    #expect(!Pager.isLong(lines, height: 25))
    #expect(!Pager.isLong([], height: 2))
  }

  @Test func onlyOnATerminalAndWhereWanted() throws {
    let repository = try ExampleTeam.quarter.get()
    func pager(_ words: [String], isTerminal: Bool, height: Int = 24) -> String? {
      var variables = repository.variables
      variables["TW_PAGER"] = "most"
      return Tool.run(
        words,
        in: Environment(
          directory: repository.top, variables: variables, now: repository.now, outputIsTerminal: isTerminal,
          height: height)
      ).pager
    }
    #expect(pager(["log"], isTerminal: true) == "most")
    #expect(pager(["diff", "HEAD~20", "HEAD"], isTerminal: true) == "most")
    #expect(pager(["show", "tram-stops"], isTerminal: true) == "most")
    #expect(pager(["show", "tram-stops"], isTerminal: true, height: 500) == nil)
    #expect(pager(["log"], isTerminal: false) == nil)
    #expect(pager(["--no-pager", "log"], isTerminal: true) == nil)
    #expect(pager(["log", "--format", "json"], isTerminal: true) == nil)
    #expect(pager(["list", "goals"], isTerminal: true) == nil)
  }
}
