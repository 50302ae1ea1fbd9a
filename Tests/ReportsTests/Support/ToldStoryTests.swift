import Reports
import Teamwork
import Testing

struct ToldStoryTests {
  @Test func tellsWhatCommitsDid() throws {
    var story = ToldStory()
    story.commit(
      "2026-08-31", by: "ana@example.com", "Begin",
      [
        "people/ana.md": "---\nname: Ana\nemails: [ana@example.com]\n---\n",
        "goals/beta.md": "---\ntitle: Beta\ndue: 2026-10-01\n---\n\n- [ ] Draw\n",
      ])
    story.commit(
      "2026-09-09", by: "ana@example.com", "Move",
      ["goals/beta.md": "---\ntitle: Beta\ndue: 2026-10-08\n---\n\n- [x] Draw\n"])
    story.commit(
      "2026-09-16", by: "ben@example.com", "Rename",
      ["goals/beta.md": nil, "goals/gamma.md": "---\ntitle: Beta\ndue: 2026-10-08\n---\n\n- [x] Draw\n"])
    story.commit("2026-10-02", by: "ben@example.com", "Too late", ["goals/delta.md": "---\ntitle: Delta\n---\n"])

    let context = story.context(from: "2026-09-01", to: "2026-09-30")
    #expect(context.eventsInPeriod.map { context.story.events[$0].change.name } == ["renamed", "field", "task-done"])
    #expect(context.story.commits.map(\.subject) == ["Too late", "Rename", "Move", "Begin"])
    #expect(context.author(context.story.commits[2]) == "Ana")
    #expect(context.author(context.story.commits[1]) == "ben")
    #expect(context.goals.map(\.id) == ["gamma"])
    let course = try #require(context.goals.first)
    #expect(course.before?.day("due")?.value == Day("2026-10-01"))
    #expect(
      course.weeks.map { $0?.day("due")?.value.description } == [
        "2026-10-01", "2026-10-08", "2026-10-08", "2026-10-08", "2026-10-08",
      ])
  }
}
