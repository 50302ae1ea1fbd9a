import Teamwork
import Testing

@testable import Reports

@Suite struct ReportHeadlineTests {
  private static func goal(_ title: String, _ status: String, due: String = "2026-12-31") -> String {
    "---\ntitle: \(title)\nstatus: \(status)\nowners: [ana]\ndue: \(due)\n---\n"
  }

  private static func story(_ statuses: [(String, due: String)]) -> ToldStory {
    var story = ToldStory()
    story.commit("2026-08-01", by: "ana@example.com", "Begin", ["people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n"])
    for (number, _) in statuses.enumerated() { story.commit("2026-08-02", by: "ana@example.com", "Plan", ["goals/g\(number).md": goal("G\(number)", "on-track")]) }
    for (number, (status, due)) in statuses.enumerated() {
      story.commit("2026-09-10", by: "ana@example.com", "Go on", ["goals/g\(number).md": goal("G\(number)", status, due: due)])
    }
    return story
  }

  private static func section(_ id: SectionID, _ measures: [Measure]) -> Reports.Section { Reports.Section(id, measures: measures) }

  private func lead(_ statuses: [(String, due: String)], _ measures: [Measure] = []) -> String {
    ReportHeadline.lead(Self.story(statuses).context(from: "2026-09-01", to: "2026-09-30"), [Self.section(.deciding, measures)]).plain
  }

  @Test func opensByWhatMovedAndWhatWasClosed() {
    let (soon, later) = ("2026-09-20", "2026-12-31")
    #expect(lead([("done", soon), ("on-track", later)]) == "Much was built, and most of it closed. One goal was finished.")
    #expect(
      lead([("done", later), ("on-track", soon), ("off-track", soon), ("done", later)])
        == "Much was built and told; little was closed. Two goals were finished, yet none of the two that were due is done.")
    #expect(lead([("dropped", soon), ("on-track", later), ("on-track", later)]) == "Little was written, though much was closed.")
    #expect(lead([("on-track", later)]) == "A quiet period.")
  }

  @Test func endsWithWhatWaits() {
    let told = lead([("on-track", due: "2026-09-20")], [Measure("decisions-open", .count(2))])
    #expect(told == "A quiet period. One goal that was due is neither done nor dropped and two decisions wait to be taken.")
  }

  @Test func staysBelow45Words() {
    let told = lead(
      Array(repeating: ("on-track", due: "2026-09-20"), count: 12) + Array(repeating: ("done", due: "2026-12-20"), count: 13), [Measure("decisions-open", .count(20))])
    #expect(told.split(separator: " ").count <= 45)
  }

  @Test func takesNoFactsFromWhatCouldNotBeMeasured() {
    let context = Self.story([("done", due: "2026-09-20")]).context(from: "2026-09-01", to: "2026-09-30")
    #expect(ReportHeadline.facts(context, [Self.section(.participation, [Measure("owners-heard", .none("No reports."))])]).isEmpty)
  }
}
