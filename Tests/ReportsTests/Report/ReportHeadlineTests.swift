import Teamwork
import Testing

@testable import Reports

@Suite struct ReportHeadlineTests {
  private static func goal(_ title: String, _ status: String, due: String = "2026-12-31") -> String {
    "---\ntitle: \(title)\nstatus: \(status)\nowners: [ana]\ndue: \(due)\n---\n"
  }

  private static func story(_ statuses: [(String, due: String)]) -> ToldStory {
    var story = ToldStory()
    story.commit(
      "2026-08-01", by: "ana@example.com", "Begin",
      ["people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n"])
    for (number, _) in statuses.enumerated() {
      story.commit("2026-08-02", by: "ana@example.com", "Plan", ["goals/g\(number).md": goal("G\(number)", "on-track")])
    }
    for (number, (status, due)) in statuses.enumerated() {
      story.commit(
        "2026-09-10", by: "ana@example.com", "Go on", ["goals/g\(number).md": goal("G\(number)", status, due: due)])
    }
    return story
  }

  private static func section(_ id: SectionID, _ measures: [Measure]) -> Reports.Section {
    Reports.Section(id, measures: measures)
  }

  private func lead(_ statuses: [(String, due: String)], _ measures: [Measure] = []) -> String {
    ReportHeadline.lead(
      Self.story(statuses).context(from: "2026-09-01", to: "2026-09-30"), [Self.section(.deciding, measures)]
    ).plain
  }

  @Test func opensByWhatMovedAndWhatWasClosed() {
    let (soon, later) = ("2026-09-20", "2026-12-31")
    #expect(
      lead([("done", soon), ("on-track", later)]) == "Much was built, and most of it closed. One goal was finished.")
    #expect(
      lead([("done", later), ("on-track", soon), ("off-track", soon), ("done", later)])
        == "Much was built and told; little was closed. Two goals were finished, yet none of the two that were due is done."
    )
    #expect(
      lead([("dropped", soon), ("on-track", later), ("on-track", later)])
        == "Little was written, though much was closed.")
    #expect(lead([("on-track", later)]) == "A quiet period.")
  }

  @Test func endsWithWhatWaits() {
    let told = lead([("on-track", due: "2026-09-20")], [Measure("decisions-open", .count(2))])
    #expect(
      told == "A quiet period. One goal that was due is neither done nor dropped and two decisions wait to be taken.")
  }

  @Test func staysBelow45Words() {
    let told = lead(
      Array(repeating: ("on-track", due: "2026-09-20"), count: 12)
        + Array(repeating: ("done", due: "2026-12-20"), count: 13), [Measure("decisions-open", .count(20))])
    #expect(told.split(separator: " ").count <= 45)
  }

  @Test func takesNoFactsFromWhatCouldNotBeMeasured() {
    let context = Self.story([("done", due: "2026-09-20")]).context(from: "2026-09-01", to: "2026-09-30")
    #expect(
      ReportHeadline.facts(context, [Self.section(.participation, [Measure("owners-heard", .none("No reports."))])])
        .isEmpty)
  }

  private func facts(_ measures: [Measure]) -> [String] {
    let context = Self.story([("done", due: "2026-09-20"), ("on-track", due: "2026-12-20")]).context(
      from: "2026-09-01", to: "2026-09-30")
    return ReportHeadline.facts(context, [Self.section(.goals, measures)]).map {
      "\($0.measure): \($0.value) of \($0.of)"
    }
  }

  @Test func takesTheThreeFurthestFromWhole() {
    #expect(
      facts([
        Measure("goals-done", .share(1, of: 2)), Measure("goals-written-about", .share(9, of: 10)),
        Measure("owners-heard", .share(1, of: 4)),
        Measure("requests-answered", .share(0, of: 3)), Measure("promises-kept", .share(3, of: 4)),
      ]) == ["goals-done: 1 of 2", "owners-heard: 1 of 4", "requests-answered: 0 of 3"])
  }

  @Test func takesOfEqualsTheEarlierAndAlwaysOneAboutPeople() {
    #expect(
      facts([
        Measure("goals-done", .share(1, of: 2)), Measure("goals-written-about", .share(5, of: 10)),
        Measure("owners-heard", .share(4, of: 4)),
        Measure("requests-answered", .share(2, of: 4)), Measure("promises-kept", .share(0, of: 4)),
      ]) == ["goals-done: 1 of 2", "owners-heard: 4 of 4", "promises-kept: 0 of 4"])
  }

  @Test func countsGoalsAndNotMovesOfTheirDates() {
    // Of two goals with a date none moved its own, whatever is said of moves without events.
    #expect(
      facts([Measure("dates-moved", .count(0)), Measure("owners-heard", .share(1, of: 1))]) == [
        "owners-heard: 1 of 1", "dates-moved: 0 of 2",
      ])
  }
}
