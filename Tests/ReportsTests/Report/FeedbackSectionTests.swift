import Teamwork
import Testing

@testable import Reports

struct FeedbackSectionTests {
  private func section(_ feedback: [String], people: [String: String] = FeedbackSectionTests.line) -> Reports.Section {
    var story = ToldStory()
    var files: [String: String?] = ["teams/red.md": "---\nname: Red\n---\n"]
    for (name, fields) in people { files["people/\(name.lowercased()).md"] = SomeTeam.person(name, fields) }
    for (number, text) in feedback.enumerated() { files["feedback/f\(number).md"] = text }
    story.commit("2026-09-30", by: "ana@example.com", "Begin", files)
    return FeedbackSection.make(story.context(from: "2026-09-01", to: "2026-09-30"))
  }

  /// Ana leads Ben, and Ben leads Chi and Dev.
  private static let line = ["Ana": "", "Ben": "manager: ana", "Chi": "manager: ben", "Dev": "manager: ben", "Eva": ""]

  private func given(
    _ from: String, _ to: String, _ kind: String = "thanks", day: String = "2026-09-10", _ more: String = ""
  ) -> String {
    "---\nfrom: \(from)\nto: \(to)\ndate: \(day)\nkind: \(kind)\n\(more.isEmpty ? "" : more + "\n")---\n\nWords.\n"
  }

  @Test func goesAlongAndAgainstTheLine() throws {
    let found = section([
      given("ana", "ben"), given("ana", "chi"), given("chi", "ana", "concern", "acknowledged: 2026-09-12"),
      given("chi", "dev"), given("eva", "ana", "praise"),
      given("dev", "teams/red"), given("ben", "ana", "suggestion"), given("ana", "ben", "thanks", "reply-to: f6"),
      given("ana", "ben", day: "2026-08-31"),
    ])
    #expect(
      try found.cells("feedback-flow") == [
        ["from a manager", "3", "", "", ""], ["to a manager", "2", "", "", ""], ["among colleagues", "2", "", "", ""],
        ["to a team", "1", "", "", ""],
      ])
    #expect(try found.figure("feedback-flow").title == "Feedback goes both ways")
    #expect(try found.shown("feedback-given") == "8")
    #expect(try found.shown("feedback-answered") == "2 of 8")
    #expect(try found.shown("feedback-upward") == "2 of 5")
    #expect(try found.shown("thanks-given") == "6")
    #expect(try found.shown("people-who-received") == "4 of 5")
    #expect(
      found.words.contains(
        "Along the line of managers, three went down and two up. Two went between colleagues and one to a team."))
  }

  private func given(_ from: String, _ to: String, _ kind: String, _ more: String) -> String {
    given(from, to, kind, day: "2026-09-10", more)
  }

  @Test func titlesSayWhichWayItGoes() throws {
    func title(_ feedback: [String]) throws -> String { try section(feedback).figure("feedback-flow").title }
    #expect(try title([given("ana", "ben")]) == "Feedback goes down the line, none comes up")
    #expect(try title([given("ben", "ana")]) == "Feedback comes up the line, none goes down")
    #expect(try title([given("chi", "dev")]) == "Feedback goes between colleagues")
    #expect(try title([given("chi", "red")]) == "Feedback goes to teams")
    #expect(
      try title([given("ana", "ben"), given("ana", "ben"), given("ben", "ana")])
        == "More goes down the line than comes up")
  }

  @Test func nothingTellsWhoGaveIt() throws {
    let found = section(
      (0..<6).map { given("chi", $0 < 3 ? "ana" : "dev", $0 == 0 ? "concern" : "thanks", day: "2026-09-1\($0)") })
    let told =
      found.words + found.note.map(\.plain).joined()
      + found.figures.flatMap { $0.table.rows.flatMap { $0.map(\.plain) } + [$0.title] }.joined(separator: " ")
    for name in ["Ana", "Ben", "Chi", "Dev", "Eva"] { #expect(!told.contains(name)) }
    // Files and commits bear names.
    #expect(found.measures.allSatisfy { $0.records.isEmpty && $0.events.isEmpty })
    #expect(!told.contains("concern has") && !told.contains("suggestions and concerns,"))
  }

  @Test func kindsAreCountedFromFiveUp() throws {
    let few = section([given("chi", "dev"), given("chi", "ana", "concern")])
    #expect(
      try few.shown("thanks-given") == "Fewer than five pieces of feedback are on file, so their kinds are not counted."
    )
    #expect(!few.words.contains("thanks or praise"))
    let many = section((0..<5).map { given("chi", "dev", "suggestion", $0 < 2 ? "acknowledged: 2026-09-11" : "") })
    #expect(many.words.contains("Of five suggestions and concerns, three have no answer yet"))
  }

  @Test func whatIsLeftOfAllTellsNoKind() throws {
    // Five go down and say thanks; of all kinds, the one that goes up could be told.
    let found = section((0..<5).map { _ in given("ana", "ben") } + [given("ben", "ana", "concern")])
    #expect(try found.shown("thanks-given").hasPrefix("Fewer than five pieces went in the other directions"))
    #expect(!found.words.contains("thanks or praise"))
  }

  @Test func aCircleOfManagersEnds() throws {
    let found = section(
      [given("ana", "eva")], people: ["Ana": "manager: ben", "Ben": "manager: ana", "Eva": "manager: eva"])
    #expect(try found.shown("feedback-upward") == "No feedback went along the line of managers.")
  }

  @Test func withoutALineAndWithoutFeedback() throws {
    let flat = section([given("ana", "ben")], people: ["Ana": "", "Ben": ""])
    #expect(flat.missing.map(\.command) == ["tw explain manager"])
    #expect(try flat.shown("feedback-upward") == "Nobody on file names a manager.")
    #expect(try flat.shown("people-who-received") == "Fewer than five people are on file, so it could be told who did.")
    let empty = section([])
    #expect(empty.missing.map(\.what) == ["No feedback on file."])
    #expect(empty.figures.isEmpty)
    #expect(try empty.shown("feedback-given") == "0")
  }
}
