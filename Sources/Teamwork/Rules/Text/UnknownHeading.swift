internal import Documents
internal import Text

extension Rule {
  static let unknownHeading = Rule(
    "unknown-heading", .warning, "a heading of a status report that is one or two letters away from a known one",
    why: """
      What stands under a heading that `tw` does not know is told under its words: trouble under `Blokced` is not told \
      among what is blocked. `##Blocked` is understood, but Markdown shows it as text: a heading has a blank behind its \
      `#`. Other headings are yours, and fine.
      """,
    fix: "corrects the letters, and writes `##Blocked` as `## Blocked`",
    bad: """
      @@ status/2026-W47/ana.md
      ## Done

      - Wrote the guide.

      «## Blokced»

      - Waiting for the servers.
      """,
    good: """
      @@ status/2026-W47/ana.md
      ## Done

      - Wrote the guide.

      ## 🚧 Blockers

      - Waiting for the servers.

      ## Notes

      - The bread was good.
      """,
    check: .record([.status]) { report, workspace, findings in
      guard let body = report.document.body else { return }
      for mark in ReportOutline(body, of: report.document, workspace.charter).marks {
        if mark.form == .unspaced {
          let signs = report.document.source.bytes[mark.range].prefix { $0 == UInt8(ascii: "#") }
          let text = signs.endIndex..<mark.range.upperBound
          findings.add(
            "`\(report.document.text(mark.range))` is text to Markdown: a heading has a blank behind its `#`",
            at: mark.range,
            help:
              "write it as `\(report.document.text(mark.range.lowerBound..<text.lowerBound)) \(report.document.text(text))`",
            fix: .init(
              title: "put in the blank", isSafe: true,
              edits: [.init(range: text.lowerBound..<text.lowerBound, replacement: " ")]))
        } else if mark.known == nil, let near = workspace.charter.headingWords(near: mark.words) {
          findings.add(
            "`\(String(Substring(mark.words).trimmed))` is no heading that `tw` knows", at: mark.range,
            help: "did you mean `\(near)`?", fix: correction(of: mark, to: near, in: report.document))
        }
      }
    })

  /// Writes the known words in the place of those that were meant so, and leaves what stands around them.
  private static func correction(of mark: ReportOutline.Mark, to known: String, in document: Document) -> Diagnostic
    .Fix?
  {
    // Without emoji and closing punctuation.
    var words = Substring(mark.words).trimmed
    while let first = words.first, !first.isLetter { words.removeFirst() }
    while let last = words.last, !last.isLetter { words.removeLast() }
    let bytes = Array(words.utf8)
    let line = document.source.bytes[mark.range]
    guard !bytes.isEmpty, line.count >= bytes.count else { return nil }
    let places = (line.startIndex...(line.endIndex - bytes.count)).filter {
      line[$0..<($0 + bytes.count)].elementsEqual(bytes)
    }
    guard places.count == 1 else { return nil }
    return .init(
      title: "write it as `\(known)`", isSafe: true,
      edits: [.init(range: places[0]..<(places[0] + bytes.count), replacement: known)])
  }
}
