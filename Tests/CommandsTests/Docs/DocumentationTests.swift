import Foundation
import Testing

/// The commands in `README.md` and `docs/`, word for word, against what is shown.
@Suite struct Documentation {
  /// Blocks that run `tw` and are not run here, as the page or `PAGE: FIRST LINE OF THE BLOCK`, and why.
  static let exceptions = [
    "docs/cli.md": "made from the declarations; its examples are of many repositories",
    "docs/install.md": "installs",
    "docs/report.md": "the same command in several ways, of any repository",
    "README.md": "a first look; docs/tutorial.md is run",
  ]

  /// All pages, from the project's folder.
  static let pages: [String] = {
    let found = FileManager.default.enumerator(atPath: projectFolder + "/docs")?.compactMap { $0 as? String } ?? []
    return ["README.md"] + found.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }.sorted()
  }()

  static func text(_ path: String) throws -> String { try String(contentsOfFile: projectFolder + "/" + path, encoding: .utf8) }

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
    if page.start != nil || Self.exceptions[path] != nil { return }
    for block in page.blocks where block.runsTool && Self.exceptions["\(path): \(block.lines.first ?? "")"] == nil {
      Issue.record("\(path):\(block.line): this is not run; begin the page with `<!-- start: empty -->` or `<!-- start: example -->`")
    }
  }

  @Test func exceptionsAreStillThere() throws {
    for exception in Self.exceptions.keys {
      let page = String(exception.prefix { $0 != ":" })
      #expect(Self.pages.contains(page) && !Self.started.contains(page), "\(exception)")
    }
  }
}
