import Foundation
import TestSupport
import Testing

@testable import Commands

/// Chromium, where this machine has it.
private let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first(
  where: FileManager.default.isExecutableFile)

/// The report as a reader's browser shows it.
@Suite(.enabled(if: chromium != nil, "Chromium is not on this machine"), .serialized)
struct BrowserTests {
  private struct Seen: Decodable {
    struct Width: Decodable {
      let scroll: Int
      let window: Int
      let wide: [String]
    }

    struct Shape: Decodable {
      let headings: [Int]
      let tables: Int
      let tablesWithoutCaption: Int
      let headsWithoutScope: Int
      let pictures: Int
      let picturesWithoutTitle: Int
      let picturesOfNothing: Int
      let idsTwice: [String]
      let deadLinks: [String]
      let scripts: Int
      let faint: [String]
      let title: String
    }

    struct Dark: Decodable {
      let faint: [String]
    }

    struct Entry: Decodable {}

    let widths: [String: Width]
    let light: Shape
    let dark: Dark
    let printed: Int
    let requests: [String]
    let console: [Entry]
  }

  /// Writes the report of a repository and opens it. With `TW_SCREENSHOTS=FOLDER` pictures of it are left there.
  private func open(_ repository: ScratchRepository, _ name: String, in folder: String = "", _ words: String...) throws
    -> Seen
  {
    let file = repository.top + "/../\(name).html"
    let answer = repository.run(["report", "-o", file] + words, from: folder)
    try #require(answer.status == 0, "\(answer.errors)")
    var words = ["python3", projectFolder + "/Tests/CommandsTests/Support/chromium.py", chromium!, file]
    if let folder = ProcessInfo.processInfo.environment["TW_SCREENSHOTS"] { words.append(folder + "/" + name) }
    let run = try ChildRun(words)
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Seen.self, from: Data(run.output))
  }

  private func expectReadable(_ seen: Seen, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(seen.console.isEmpty, "something went wrong in the browser", sourceLocation: sourceLocation)
    #expect(seen.requests.isEmpty, sourceLocation: sourceLocation)
    #expect(seen.light.scripts == 0, sourceLocation: sourceLocation)
    for (name, width) in seen.widths {
      let wanted = Int(name.prefix { $0.isNumber })
      #expect(
        width.window == wanted && width.scroll == wanted, "\(name) px scrolls sideways: \(width.wide)",
        sourceLocation: sourceLocation)
    }
    #expect(
      seen.light.headings.first == 1 && seen.light.headings.count { $0 == 1 } == 1, sourceLocation: sourceLocation)
    for (above, below) in zip(seen.light.headings, seen.light.headings.dropFirst()) {
      #expect(below <= above + 1, "a heading of level \(below) follows one of \(above)", sourceLocation: sourceLocation)
    }
    #expect(seen.light.tables > 0 && seen.light.tablesWithoutCaption == 0, sourceLocation: sourceLocation)
    #expect(seen.light.headsWithoutScope == 0, sourceLocation: sourceLocation)
    #expect(seen.light.picturesWithoutTitle == 0, sourceLocation: sourceLocation)
    #expect(seen.light.picturesOfNothing == 0, sourceLocation: sourceLocation)
    #expect(seen.light.idsTwice.isEmpty, sourceLocation: sourceLocation)
    #expect(seen.light.deadLinks.isEmpty, sourceLocation: sourceLocation)
    #expect(seen.light.faint.isEmpty, "text is too faint", sourceLocation: sourceLocation)
    #expect(seen.dark.faint.isEmpty, "text is too faint in the dark", sourceLocation: sourceLocation)
    #expect(seen.printed > 10_000, sourceLocation: sourceLocation)
  }

  @Test func theExampleCanBeReadEverywhere() throws {
    let seen = try open(ExampleTeam.quarter.get(), "kerbline")
    expectReadable(seen)
    #expect(seen.light.pictures > 20)
    #expect(seen.light.title.contains("Kerbline"))
  }

  @Test(
    .enabled(
      if: realTeamBundle != nil,
      "the real repository is not on this machine"))
  func aRealTeamsHalfYearCanBeReadEverywhere() throws {
    let repository = try ScratchRepository()
    try repository.git(
      "clone", "--quiet", "-b", "main", #require(realTeamBundle), repository.top + "/goals")
    let seen = try open(repository, "rust-goals", in: "goals", "--from", "2025-01-01", "--to", "2025-06-30")
    expectReadable(seen)
    #expect(seen.light.pictures > 50)
  }

  @Test func noTextComesToLife() throws {
    let evil =
      "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)><a href=javascript:alert(3)>x</a>\"'><b onmouseover=alert(4)>"
    let repository = try ScratchRepository()
    repository.variables["GIT_AUTHOR_NAME"] = evil
    func write(_ path: String, _ fields: [String: String], _ body: String = "") throws {
      let quoted = { (text: String) in "'" + text.replacingOccurrences(of: "'", with: "''") + "'" }
      let lines = fields.sorted { $0.key < $1.key }.map {
        "\($0.key): " + ($0.value.hasPrefix("=") ? String($0.value.dropFirst()) : quoted($0.value))
      }
      try repository.write(".teamwork/\(path)", "---\n" + lines.joined(separator: "\n") + "\n---\n\n\(body)\n")
    }
    try write(
      "teamwork.md",
      [
        "name": evil, "vision": evil, "format": "=1",
        "channels":
          "=[{name: '<script>alert(5)</script>', for: '<img src=x>', url: 'https://example.org/\"><script>'}]",
      ])
    for person in ["ana", "ben"] {
      try write(
        "people/\(person).md",
        ["name": evil + person, "emails": "=[\(person)@example.org]", "manager": person == "ben" ? "=ana" : "="])
    }
    try write("teams/core.md", ["name": evil, "mandate": evil, "members": "=[ana, ben]", "lead": "=ana"])
    try write(
      "roles/host.md",
      [
        "title": evil, "holders": "=[ana]",
        "responsibilities": "=['\(evil.replacingOccurrences(of: "'", with: "''"))']",
      ])
    try write(
      "goals/beta.md",
      [
        "title": evil, "why": evil, "owners": "=[ana, ben]", "status": "=on-track", "due": "=2026-10-20",
        "teams": "=[core]", "resources": "=['<script>alert(6)</script>']",
      ], "- [ ] \(evil) @ana ^a\n- [ ] \(evil) again @ben needs:a\n\n\(evil)")
    try write(
      "goals/part.md", ["title": "Part " + evil, "parent": "=beta", "owners": "=[ben]", "status": "=proposed"],
      "- [x] \(evil)")
    try write(
      "requests/help.md",
      [
        "title": evil, "from": "=ana", "to": "=ben", "status": "=open", "goal": "=beta", "asked": "=2026-10-01",
        "boundary": evil,
      ])
    try write(
      "decisions/yes.md",
      [
        "title": evil, "by": "=[ana]", "status": "=accepted", "date": "=2026-10-02",
        "yields": "=[{goal: part, to: beta, why: '<script>alert(7)</script>'}]",
      ])
    try write("feedback/f.md", ["from": "=ana", "to": "=ben", "date": "=2026-10-03", "kind": "=thanks"], evil)
    try write("meetings/m.md", ["title": evil, "kind": "=celebration", "date": "=2026-10-05", "people": "=[ana, ben]"])
    try write(
      "notes/r.md", ["title": evil, "kind": "=risk", "by": "=[ana]", "date": "=2026-10-06", "goals": "=[beta]"], evil)
    try write(
      "pulse/p.md",
      [
        "title": evil, "date": "=2026-10-06",
        "answers": "={'\(evil.replacingOccurrences(of: "'", with: "''"))': [1, 1, 1, 1, 2]}",
      ])
    for week in ["2026-W40", "2026-W41"] {
      try repository.write(
        ".teamwork/status/\(week)/ana.md",
        "## Done\n\n- \(evil) [[beta]]\n\n## Wins\n\n- \(evil)\n- [x](javascript:alert(8))\n\n## Blocked\n\n- \(evil) [[beta]]\n\n## Needs\n\n- \(evil)\n"
      )
    }
    try repository.commit(evil, at: 1_791_000_000)
    try write(
      "goals/beta.md",
      [
        "title": evil, "why": evil, "owners": "=[ana, ben]", "status": "=at-risk", "due": "=2026-11-20",
        "teams": "=[core]",
      ], "- [x] \(evil) @ana ^a\n")
    try repository.commit(evil, at: 1_792_000_000)
    let seen = try open(repository, "evil", "--from", "2026-09-21", "--to", "2026-11-15")
    expectReadable(seen)
    let html = try String(contentsOfFile: repository.top + "/../evil.html", encoding: .utf8)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    for opening in ["<script", "<img", "javascript:alert(3)>x</a>", "href=\"javascript"] {
      #expect(!html.contains(opening))
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let repository = try ExampleTeam.quarter.get()
    #expect(
      repository.run(["report", "--format", "html"]).output == repository.run(["report", "--format", "html"]).output)
  }
}
