import Foundation
import TestSupport
import Testing

/// `tw add`: a task at the end of a list, and nothing else.
@Suite struct AddTests {
  static let goal = ".teamwork/goals/beta.md"
  static let head = "---\ntitle: Beta\nstatus: on-track\nowners: [ana, ben]\nwhy: w\n---\n"

  static func team(_ body: String, head: String = head) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let files = [
      "teamwork.md": "name: T\nvision: V\nformat: 1", "people/ana.md": "name: Ana\nemails: ana@example.org",
      "people/ben.md": "name: Ben\nemails: ben@example.org", "teams/press.md": "name: Press\nmembers: [ana, ben]",
      "roles/writer.md": "title: Writer\nholders: [ana]\nresponsibilities: [Writes]",
      "goals/other.md": "title: Other\nstatus: on-track\nowners: [ana, ben]\nwhy: w",
      "meetings/m.md": "title: M\nkind: check-in\ndate: 2026-11-18\npeople: [ana]",
    ]
    for (name, fields) in files { try repository.write(".teamwork/" + name, "---\n\(fields)\n---\n") }
    try repository.write(
      ".teamwork/goals/other.md",
      "---\n\(files["goals/other.md"] ?? "")\n---\n- [ ] Kit @ana ^kit\n- [ ] Send the press kit to editors @ben\n")
    try repository.write(goal, head + body)
    try repository.commit("a team")
    return repository
  }

  /// A body, and what is in it once `Guide` was added.
  static let places: [(name: String, before: String, after: String)] = [
    ("a list", "- [ ] A @ana\n- [x] B\n", "- [ ] A @ana\n- [x] B\n- [ ] Guide\n"),
    ("text around it", "Why.\n\n- [ ] A\n\nMore.\n", "Why.\n\n- [ ] A\n- [ ] Guide\n\nMore.\n"),
    ("no line end", "- [ ] A", "- [ ] A\n- [ ] Guide"),
    ("CRLF", "- [ ] A\r\n\r\nEnd\r\n", "- [ ] A\r\n- [ ] Guide\r\n\r\nEnd\r\n"),
    ("stars", "* [ ] A\n* [ ] B\n", "* [ ] A\n* [ ] B\n* [ ] Guide\n"),
    ("wide marker", " -   [ ] A\n", " -   [ ] A\n -   [ ] Guide\n"),
    ("numbers", "1. [ ] A\n2. [ ] B\n", "1. [ ] A\n2. [ ] B\n3. [ ] Guide\n"),
    ("one more digit", "8) [ ] A\n9) [ ] B\n", "8) [ ] A\n9) [ ] B\n10) [ ] Guide\n"),
    ("the same number", "1. [ ] A\n1. [ ] B\n", "1. [ ] A\n1. [ ] B\n1. [ ] Guide\n"),
    ("loose", "- [ ] A\n\n- [ ] B\n\nEnd\n", "- [ ] A\n\n- [ ] B\n\n- [ ] Guide\n\nEnd\n"),
    ("one item and text", "- [ ] A\n\n## Log\n", "- [ ] A\n- [ ] Guide\n\n## Log\n"),
    ("parts", "- [ ] A\n  - [ ] A1\n  - [ ] A2\n", "- [ ] A\n  - [ ] A1\n  - [ ] A2\n- [ ] Guide\n"),
    (
      "wrapped", "- [ ] A that is\n  wrapped\nlazily\n\nEnd\n",
      "- [ ] A that is\n  wrapped\nlazily\n- [ ] Guide\n\nEnd\n"
    ),
    ("prose in a task", "- [ ] A\n\n  More of A.\n\nEnd\n", "- [ ] A\n\n  More of A.\n- [ ] Guide\n\nEnd\n"),
    (
      "under bullets", "- Phase\n  - [ ] A\n  - [ ] B\n- Notes\n",
      "- Phase\n  - [ ] A\n  - [ ] B\n  - [ ] Guide\n- Notes\n"
    ),
    ("trailing spaces", "- [ ] A  \n\nEnd\n", "- [ ] A  \n- [ ] Guide\n\nEnd\n"),
    // What is done stays by itself.
    (
      "a list of done ones", "## Tasks\n\n- [ ] A\n\n## Done\n\n- [x] B\n",
      "## Tasks\n\n- [ ] A\n- [ ] Guide\n\n## Done\n\n- [x] B\n"
    ),
    ("only done ones", "- [x] B\n- [-] C\n", "- [x] B\n- [-] C\n- [ ] Guide\n"),
    (
      "two lists", "## One\n- [ ] A\n## Two\n- [ ] B\n\nEnd\n", "## One\n- [ ] A\n## Two\n- [ ] B\n- [ ] Guide\n\nEnd\n"
    ),
    ("quoted ones are none", "> - [ ] A\n", "> - [ ] A\n\n## Tasks\n\n- [ ] Guide\n"),
    ("code is none", "```\n- [ ] A\n```\n", "```\n- [ ] A\n```\n\n## Tasks\n\n- [ ] Guide\n"),
    // Without a list.
    ("nothing", "", "\n## Tasks\n\n- [ ] Guide\n"),
    ("only prose", "Why.\n", "Why.\n\n## Tasks\n\n- [ ] Guide\n"),
    ("only prose with CRLF", "Why.\r\n", "Why.\r\n\r\n## Tasks\r\n\r\n- [ ] Guide\r\n"),
    ("empty lines at the end", "Why.\n\n\n", "Why.\n\n## Tasks\n\n- [ ] Guide\n\n\n"),
    ("an empty section", "## Tasks\n\n## Log\n\nx\n", "## Tasks\n\n- [ ] Guide\n\n## Log\n\nx\n"),
    ("a section of prose", "## Tasks:\nSoon.\n## Log\n", "## Tasks:\nSoon.\n\n- [ ] Guide\n\n## Log\n"),
    (
      "a section of bullets", "## Tasks\n\n* one\n* two\n\n## Log\n",
      "## Tasks\n\n* one\n* two\n* [ ] Guide\n\n## Log\n"
    ),
  ]

  @Test(arguments: places.indices) func isWrittenAsTheListIs(place: Int) throws {
    let (name, before, after) = Self.places[place]
    let head = name.contains("CRLF") ? Self.head.replacingOccurrences(of: "\n", with: "\r\n") : Self.head
    let repository = try Self.team(before, head: head)
    let answer = repository.tw("add", "beta", "Guide")
    #expect(answer.status == 0, "\(name): \(answer.errors)")
    #expect(Array(try repository.read(Self.goal).utf8) == Array((head + after).utf8), "\(name)")
    #expect(answer.output.contains("new task: Guide"), "\(answer.output)")
    // And a second one behind it.
    #expect(repository.tw("add", "beta", "Second").status == 0)
    let lines = try repository.read(Self.goal).components(separatedBy: .newlines).filter { $0.contains("[ ] ") }
    let guide = try #require(lines.firstIndex { $0.hasSuffix("[ ] Guide") })
    #expect(lines[guide + 1].hasSuffix("[ ] Second"), "\(name): \(lines)")
  }

  @Test func takesEverythingThatATaskHas() throws {
    let repository = try Self.team("- [ ] Load test ^load\n")
    let lines: [(words: [String], line: String)] = [
      (["Write", "the", "guide", "@ana", "due:friday"], "Write the guide @ana due:2026-11-27"),
      (["Announce it @ben due:+2w"], "Announce it @ben due:2026-12-04"),
      (
        ["Tell", "^tell", "needs:load,other^kit", "role:writer", "effort:2d"],
        "Tell needs:load,other^kit role:writer effort:2d ^tell"
      ),
      (["Paint", "(due:tomorrow)", "@ana,", "@ben"], "Paint (due:2026-11-21) @ana, @ben"),
      (["Pay", "due:", "monday"], "Pay due:2026-11-23"),
      (["- [ ] Copy  from\na mail"], "Copy from a mail"), (["Talk to @press"], "Talk to @press"),
      (["`@media` and user@host.example"], "`@media` and user@host.example"), (["1. Number it"], "1. Number it"),
    ]
    for (words, line) in lines {
      let answer = repository.run(["add", "beta"] + words)
      #expect(answer.status == 0, "\(words): \(answer.errors)")
      #expect(try repository.read(Self.goal).hasSuffix("\n- [ ] \(line)\n"), "\(words)")
    }
    #expect(repository.tw("add", "goals/beta", "By its kind").status == 0)
    #expect(repository.tw("add", Self.goal, "By its file").status == 0)
    #expect(repository.tw("add", "m", "Book the hall @ana").status == 0)
    #expect(try repository.read(".teamwork/meetings/m.md").hasSuffix("---\n\n## Actions\n\n- [ ] Book the hall @ana\n"))
  }

  @Test func whatIsAmissIsToldAtOnce() throws {
    let repository = try Self.team("")
    let answer = repository.tw("add", "beta", "Send", "the", "press", "kit", "to", "editors", "@ana")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("error[duplicate-task]"), "\(answer.errors)")
    let fine = repository.tw("add", "beta", "Order the chairs @ben")
    #expect(fine.status == 0 && fine.errors.isEmpty, "\(fine.errors)")
  }

  @Test func whatIsRefusedChangesNothing() throws {
    let repository = try Self.team("- [ ] Load test ^load\n")
    let refusals: [(words: [String], status: Int32, error: String)] = [
      (["beta", "Guide", "@bne"], 2, "did you mean `@ben`?"),
      (["beta", "Guide @zzzzzz"], 2, "no person or team `@zzzzzz`"),
      (["beta", "Guide", "due:soon"], 2, "`tomorrow`"), (["beta", "Guide", "due:2026-02-30"], 2, "2026-02-30"),
      (["beta", "Guide", "needs:lod"], 2, "did you mean `load`?"),
      (["beta", "Guide", "needs:other^kti"], 2, "did you mean `kit`?"),
      (["beta", "Guide", "needs:othr^kit"], 2, "did you mean `other`?"),
      (["beta", "Guide", "role:writr"], 2, "did you mean `writer`?"),
      (["beta", "Guide", "^load"], 2, "another task"),
      (["beta", "Guide", "needs:guide", "^guide"], 2, "no task `^guide`"),
      (["beta", "Guide", "done:yesterday"], 2, "a new task is open"),
      (["beta", "Guide", "due=friday"], 2, "`due:friday`"),
      (["beta", "owner=ana", "Guide"], 2, "`@ana`"), (["beta", "@ana", "due:friday"], 2, "no words"),
      (["beta", " "], 2, "no words"),
      (["beta", "x\u{202E}y"], 2, "U+202E"), (["beta"], 2, "needs TEXT"), ([], 2, "needs GOAL"),
      (["beat", "Guide"], 1, "did you mean `beta`?"), (["ana", "Guide"], 2, "is a person"),
      (["beta^load", "Guide"], 2, "is a task"), (["nothing-like-it", "Guide"], 1, "there is no"),
    ]
    for (words, status, error) in refusals {
      let answer = repository.run(["add"] + words)
      #expect(answer.status == status, "\(words): \(answer)")
      #expect(answer.output.isEmpty && answer.errors.contains(error), "\(words): \(answer.errors)")
      #expect(try repository.git("status", "--porcelain").isEmpty, "\(words)")
    }
  }

  /// Words that Markdown would take for something else are refused, or stand there as they were said.
  @Test(arguments: [
    "# Heading", "> quote", "- item", "[ ] box", "<!-- open", "```", "| a | b |", "---", "*", "a | b", "1) x", "=====",
    "[x]: http://x", "&amp; &#35;",
  ])
  func wordsStayWords(words: String) throws {
    let body = "- [ ] A @ana due:2026-12-01\n\nText\n\n| a | b |\n|---|---|\n| - | - |\n\n- [ ] B\n"
    let repository = try Self.team(body)
    let answer = repository.tw("add", "beta", "--", words)
    let now = try repository.read(Self.goal)
    if answer.status == 0 {
      #expect(now.hasPrefix(Self.head + body + "- [ ] "), "\(now)")
      let tasks = repository.tw("list", "tasks", "goal=beta", "--format", "csv").output
      #expect(tasks.split(separator: "\n").count == 4, "\(tasks)")
    } else {
      #expect(answer.status == 2 && now == Self.head + body, "\(now)")
    }
  }
}
