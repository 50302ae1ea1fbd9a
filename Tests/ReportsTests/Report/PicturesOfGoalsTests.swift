import Teamwork
import TestSupport
import Testing

@testable import Reports

@Suite struct PicturesOfGoalsTests {
  // MARK: Strips

  private func strips(_ states: [GoalStatus?], _ heard: [GoalStrips.Heard], quiet: [GoalStrips.Row] = []) -> GoalStrips
  {
    let row = GoalStrips.Row(id: "beta", title: "Beta", states: states, heard: heard, done: 1, total: 4)
    return GoalStrips(weeks: PictureSamples.weeks(states.count), groups: [.init(title: nil, rows: [row])], quiet: quiet)
  }

  @Test func aStripShowsEachStateForItsWeeks() {
    let picture = strips([.onTrack, .atRisk, .atRisk, .done], [.no, .written, .blocked, .no]).picture()
    #expect(
      picture.contains(
        "<rect class=\"mid\" x=\"0%\" y=\"15\" width=\"25%\" height=\"6\"/><rect class=\"risk\" x=\"25%\" y=\"13\" width=\"62.5%\" height=\"10\"/><use href=\"#k-done\" x=\"87.5%\" y=\"18\"/>"
      ))
    #expect(
      picture.contains("<use href=\"#k-written\" x=\"37.5%\" y=\"6\"/><use href=\"#k-blocked\" x=\"62.5%\" y=\"6\"/>"))
    #expect(
      picture.contains(
        "<title>Beta: on track in W02; at risk W03 to W04; done in W05; written about in W03, W04 (blocked); 1 of 4 tasks done</title>"
      ))
    #expect(picture.contains("<span class=\"val\">1/4</span>"))
  }

  @Test func weeksWithoutTheGoalAreEmpty() {
    let picture = strips([nil, .proposed, nil, .proposed], [.no, .no, .no, .no]).picture()
    #expect(picture.components(separatedBy: "<line class=\"lm idea\"").count == 4)
    #expect(picture.contains("x1=\"25%\" y1=\"18\" x2=\"50%\"") && picture.contains("x1=\"75%\" y1=\"18\" x2=\"100%\""))
    #expect(picture.contains("not written about"))
  }

  @Test func quietGoalsAreCountedByState() {
    let still = (0..<7).map {
      GoalStrips.Row(
        id: "q\($0)", title: "Q", states: Array(repeating: $0 < 5 ? .onTrack : .paused, count: 2), heard: [.no, .no],
        done: 1, total: 2)
    }
    let strips = strips([.onTrack, .onTrack], [.no, .no], quiet: still)
    let picture = strips.picture()
    #expect(strips.anchoredGoals == ["beta"])
    #expect(
      picture.contains("<span class=\"lab\">5 on track throughout</span>")
        && picture.contains("<span class=\"val\">5/10</span>"))
    #expect(picture.contains("<span class=\"lab\">2 paused throughout</span>"))
  }

  @Test func manyWeeksShareASign() {
    let picture = strips(Array(repeating: .onTrack, count: 230), Array(repeating: .written, count: 230)).picture()
    #expect(picture.components(separatedBy: "<use href=\"#k-written\"").count - 1 == 58 + 1)
    #expect(picture.contains("written about, a sign for 4 weeks"))
    #expect(picture.contains("written about in 230 weeks from 2026-W02 to 2030-W22"))
  }

  // MARK: Time

  @Test(arguments: [
    (1, ["W02"]), (5, ["W02", "W03", "W04", "W05", "W06"]), (13, ["Jan", "Feb", "Mar", "Apr"]),
    (26, ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"]),
    (52, ["Jan", "Mar", "May", "Jul", "Sep", "Nov", "2027"]), (230, ["2026", "2027", "2028", "2029", "2030"]),
  ])
  func ticksThinOut(weeks: Int, labels: [String]) {
    #expect(TimeAxis(PictureSamples.weeks(weeks), most: 7).ticks.map(\.label) == labels)
  }

  @Test func daysBeyondTheAxisAreAtItsEnds() {
    let axis = TimeAxis(PictureSamples.weeks(2))
    #expect(axis.start(axis.from - 9) == 0 && axis.middle(axis.to + 9) == 1)
    #expect(axis.start(axis.from + 7) == 0.5)
  }

  // MARK: Dates

  @Test func aMovedDateIsToldUnderItsRow() {
    let picture = PictureSamples.dates(goals: 7, days: 91).picture()
    #expect(
      picture.contains(
        ": “the supplier’s load tests come two weeks late, and &lt;nobody&gt; else has the machines” <a class=\"c\" href=\"#c-a41c0d2\"><code>a41c0d2</code></a>"
      ))
    #expect(picture.contains("no reason written</span>"))
    #expect(picture.contains("no due date"))
    // A goal that is due long after stays in the drawing as words.
    #expect(picture.contains("due 24 May 2029 →"))
    #expect(
      picture.contains("href=\"#k-old-flag\"") && picture.contains("href=\"#k-moved-flag\"")
        && picture.contains("href=\"#k-back\""))
  }

  @Test func goalsBeyondFortyAreLeftToTheTable() {
    let dates = PictureSamples.dates(goals: 300, days: 91)
    #expect(dates.picture().components(separatedBy: "<li class=\"row\">").count - 1 == 40)
    #expect(dates.picture().contains("260 more goals are in the table."))
    #expect(dates.table.rows.count == 300)
  }

  @Test func whatEndedHasNoLineAfter() {
    let day = PictureSamples.day("2026-09-07")
    let row = DateLines.Row(
      id: "a", title: "A", owners: [], start: nil, due: day + 40, states: [(day, .onTrack), (day + 10, .done)],
      ended: day + 10, moves: [])
    let picture = DateLines(period: Period(from: day, to: day + 60), today: day + 60, rows: [row]).picture()
    #expect(picture.contains("href=\"#k-done\""))
    #expect(!picture.contains("<line class=\"lm\""))
  }

  // MARK: Burn-up

  @Test func scopeAndDoneAreSteps() {
    let burnUp = BurnUp(
      weeks: PictureSamples.weeks(3), curves: [.init(goal: "beta", title: "Beta", scope: [4, 4, 8], done: [0, 2, 8])])
    let picture = burnUp.picture()
    #expect(picture.contains("<path class=\"l g\" d=\"M0 79H2V8H3\""))
    #expect(picture.contains("<path class=\"ink\" d=\"M0 150V150H1V114.5H2V8H3V150Z\"/>"))
    #expect(picture.contains("Beta: 0 of 4 tasks done in W02, 8 of 8 in W04"))
  }

  // MARK: Tree

  @Test func fewGoalsAreNamedAndManyAreMarks() {
    let few = PictureSamples.tree(branches: 1, children: 4, grandchildren: 1, without: 3).picture()
    #expect(!few.contains("class=\"marks\""))
    let many = PictureSamples.tree(branches: 1, children: 14, grandchildren: 0, without: 13).picture()
    #expect(many.components(separatedBy: "class=\"marks\"").count - 1 == 2)
    #expect(many.contains("Lead to no goal, and say no why <span class=\"q\">· 13</span>"))
  }

  @Test func linesLeadToTheLastOnly() {
    func goal(_ id: String, _ children: [GoalTree.Node] = []) -> GoalTree.Node {
      .init(id: id, title: id, status: .onTrack, children: children)
    }
    let limbs = TreeLimb.limbs(of: goal("a", [goal("b", [goal("c")]), goal("d")]), isLast: true)
    #expect(limbs.map(\.node.id) == ["a", "b", "c", "d"])
    #expect(limbs.map(\.rails) == [[], [false], [false, true], [false]])
    #expect(limbs.map(\.isLast) == [true, false, true, true])
    #expect(
      limbs.map(\.sentence) == [
        "on track, leads to the vision", "on track, leads to a", "on track, leads to b", "on track, leads to a",
      ])
  }

  @Test func storiesKeepTheirOrder() {
    let picture = PictureSamples.chronicle.picture()
    let marks = picture.matches(of: #/href="#k-([a-z-]+)"/#).map { String($0.1) }
    #expect(marks == ["blocked", "written", "owner", "at-risk", "done"])
    #expect(picture.contains("somebody who knows &lt;cranes&gt;"))
  }
}
