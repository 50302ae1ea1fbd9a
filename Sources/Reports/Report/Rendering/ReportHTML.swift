package import Teamwork
internal import Text

extension Report {
  /// The report as the title and the body of an HTML document, to be put into the template `report.html`.
  ///
  /// Every text is escaped where it enters; each `#` link leads to a place of the document, and what has no place there
  /// stays as words. The same report gives the same bytes.
  ///
  /// - Parameters:
  ///   - folder: where the document will lie, relative to the repository's top: links to files are seen from there.
  ///   - command: the command line that makes it again.
  ///   - story: where the events of the measures are.
  package func html(from folder: String, command: String, story: EventHistory) -> (title: String, body: String) {
    let page = ReportHTML(report: self, command: command, story: story, writer: HTMLWriter(folder: folder))
    return (
      ["Transparency report", SummaryWords.days(period), name].compactMap { $0 }.joined(separator: " · "), page.body
    )
  }
}

/// Writes the document from top to bottom: what is said in ten seconds, who is needed, the sections, the sources.
struct ReportHTML {
  let report: Report
  let command: String
  let story: EventHistory
  let writer: HTMLWriter

  var body: String {
    let (goals, definitions) = (goals, definitions)
    var appendix = [("All goals", "s-all-goals", goals), ("Definitions", "s-definitions", definitions)].filter {
      !$0.2.isEmpty
    }.map { ($0.0, $0.1) }
    if report.head != nil { appendix.append(("Commits", "s-commits")) }
    let told =
      "<main id=\"main\">\n" + opening + navigation(to: appendix) + waiting + report.sections.map(section).joined()
      + goals + definitions
    // Which commits are named is known once all else is written.
    let html =
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n" + MarkDefinitions.svg + "<div class=\"page\">\n"
      + masthead + told
      + commits(namedIn: HTMLPlaces.links(masthead + told)) + "</main>\n" + footer + "</div>\n"
    return HTMLPlaces.withoutDeadLinks(html)
  }

  func text(_ words: String) -> String { escapedForHTML(visible(words)) }

  func code(_ words: String) -> String { "<code>\(text(words))</code>" }

  /// All of a list: the first in sight, the rest a click away.
  func list(_ items: [String], style: String, most: Int, rest: (Int) -> String) -> String {
    func list(_ items: some Sequence<String>) -> String { "<ul class=\"\(style)\">\n" + items.joined() + "</ul>\n" }
    if items.count <= most { return items.isEmpty ? "" : list(items) }
    return list(items.prefix(most)) + "<details><summary>\(rest(items.count - most))</summary>\n"
      + list(items.dropFirst(most)) + "</details>\n"
  }

  // MARK: Above and below

  private var masthead: String {
    var html =
      "<header class=\"mast\">\n<p class=\"kicker\">Transparency report · \(text(SummaryWords.days(report.period)))</p>\n"
    html += "<h1>\(text(report.name ?? "Our team"))</h1>\n"
    if let vision = report.vision { html += "<p class=\"vision\">\(text(vision))</p>\n" }
    var from = "From \(counted(report.commits.count, "commit"))"
    if report.authors > 0 { from += " by \(counted(report.authors, "person", "people"))" }
    if let head = report.head {
      from += ", up to \(writer.write(Line([.link([.code(head.short)], .commit(head.id))])))"
    }
    if report.asOf != report.period.to { from += ", as of \(report.asOf.short(in: report.period.to.civil.year))" }
    html +=
      "<p class=\"prov\">\(from). Every figure leads to its definition and its commits. Figures tell how the group works; people are never ranked.</p>\n"
    for note in report.notes { html += "<p class=\"prov\">\(text(note))</p>\n" }
    return html + "</header>\n"
  }

  private var footer: String {
    "<footer><p>Made with \(code(command)). The same history gives the same report. \(code("tw explain NAME")) defines a figure.</p></footer>\n"
  }
}
