import Foundation
import TestSupport
import Testing

/// The commands in `README.md` and `docs/`, word for word, against what is shown.
@Suite struct Documentation {
  /// Blocks that show `tw` and are not run here, by page and first line (`*`: all of the page), and why.
  static let exceptions: [Exception] = [
    Exception("docs/cli.md", "*", "made from the declarations; its examples are of many repositories"),
    Exception(
      "docs/install.md", "source <(tw completions bash)                                   # in ~/.bashrc",
      "of the reader's shell"),
    Exception(
      "docs/report.md",
      "tw report -o report.html                                 # the last 13 weeks that are over, as one page",
      "one command in several ways"),
    Exception("README.md", "scripts/bootstrap", "installs"),
    Exception(
      "README.md",
      #"tw init --name "Bike library" --vision "Nobody in this town needs to own a bike to ride one." --hooks"#,
      "a first look, whose reader has not installed anything yet"),
    Exception(
      "README.md",
      #"$ tw new goal "Open on Saturdays" owners=ana,ben due=2026-12-18 why="Most people can only come when we are closed.""#,
      "as above"),
    Exception("README.md", "$ tw validate .teamwork/goals/open-on-saturdays.md", "as above"),
    Exception(
      "README.md", "tw new status                   # my report for this week, begun from what I did, in my editor",
      "opens an editor"),
  ]

  struct Exception {
    let page, line, why: String

    init(_ page: String, _ line: String, _ why: String) { (self.page, self.line, self.why) = (page, line, why) }
  }

  /// All pages, from the project's folder.
  static let pages: [String] = {
    let found = FileManager.default.enumerator(atPath: projectFolder + "/docs")?.compactMap { $0 as? String } ?? []
    return ["README.md"] + found.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: projectFolder + "/" + path, encoding: .utf8)
  }

  static let started = pages.filter { (try? text($0).contains("<!-- start: ")) == true }

  @Test(arguments: started) func everyCommandSaysWhatIsShown(_ path: String) throws {
    let page = try DocPage(Self.text(path))
    let results = try DocShell(#require(page.start)).run(page.steps)
    if ProcessInfo.processInfo.environment["TW_RECORD"] == "1" {
      try expectRecorded(DocFindings.recorded(page, results), at: path, mend: "")
    }
    let now = try DocPage(Self.text(path))
    if let finding = DocFindings.first(now, results, path: path) { Issue.record(Comment(rawValue: finding)) }
  }

  @Test(arguments: pages) func noCommandIsLeftOut(_ path: String) throws {
    let page = try DocPage(Self.text(path))
    if page.start != nil { return }
    let allowed = Self.exceptions.filter { $0.page == path }.map(\.line)
    for block in page.blocks
    where block.runsTool && !allowed.contains("*") && !allowed.contains(block.lines.first ?? "") {
      Issue.record(
        "\(path):\(block.line): this is not run; begin the page with `<!-- start: empty -->` or `<!-- start: example -->`"
      )
    }
  }

  @Test func exceptionsAreStillThere() throws {
    for exception in Self.exceptions {
      let page = try DocPage(Self.text(exception.page))
      #expect(page.start == nil, "\(exception.page) is run")
      #expect(
        page.blocks.contains { $0.runsTool && (exception.line == "*" || exception.line == $0.lines.first) },
        "\(exception.page): \(exception.line)")
    }
  }
}
