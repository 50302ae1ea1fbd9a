internal import Teamwork
internal import Text

extension ReportHTML {
  /// What each measure means, and what it was counted from.
  var definitions: String {
    var known: Set<String> = []
    var html = ""
    for section in report.sections {
      let measures = section.measures.filter { known.insert($0.definition.name).inserted }
      if measures.isEmpty { continue }
      html += "<h3>\(text(section.id.title))</h3>\n<dl>\n" + measures.map(definition).joined() + "</dl>\n"
    }
    if html.isEmpty { return "" }
    return
      "<section class=\"s defs\" id=\"s-definitions\" aria-labelledby=\"s-definitions-h\">\n<h2 id=\"s-definitions-h\">Definitions</h2>\n\(html)</section>\n"
  }

  private func definition(_ measure: Measure) -> String {
    let definition = measure.definition
    let value = if case .none(let reason) = measure.value { reason } else { measure.shown }
    var html =
      "<div><dt id=\"m-\(text(definition.name))\">\(text(definition.title)): <span>\(text(value))</span></dt>\n"
    html += "<dd>\(prose(definition.definition))</dd>\n"
    if !definition.use.isEmpty { html += "<dd>\(prose(definition.use))</dd>\n" }
    if !measure.trendShown.isEmpty { html += "<dd class=\"how\">\(text(measure.trendShown))</dd>\n" }
    return html + "<dd class=\"how\">\(code("tw explain \(definition.name)"))\(evidence(measure))</dd></div>\n"
  }

  /// The program's own sentences, in which backticks stand around names of fields.
  func prose(_ words: String) -> String {
    words.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      $0 % 2 == 0 ? text(String($1)) : code(String($1))
    }.joined()
  }

  private static let mostLinks = 50

  /// The commits and records that a measure was counted from.
  private func evidence(_ measure: Measure) -> String {
    var seen: Set<Int> = []
    let places = measure.events.filter(story.events.indices.contains)
    let commits = places.compactMap { story.events[$0].commit }.filter {
      story.commits.indices.contains($0) && seen.insert($0).inserted
    }.sorted()
    var words: [String] = []
    if !places.isEmpty {
      words.append(counted(places.count, "event") + (commits.isEmpty ? "" : " in \(counted(commits.count, "commit"))"))
    }
    if !measure.records.isEmpty { words.append(counted(measure.records.count, "record")) }
    if words.isEmpty { return "" }
    func some(_ links: [Line.Part]) -> String {
      let shown = links.prefix(Self.mostLinks).map { writer.write(Line([$0])) }.joined(separator: " · ")
      return
        "<p class=\"ids\">\(shown)\(links.count > Self.mostLinks ? " and \(links.count - Self.mostLinks) more" : "")</p>\n"
    }
    let links = commits.map { Line.Part.link([.code(story.commits[$0].short)], .commit(story.commits[$0].id)) }
    let files = measure.records.map { Line.Part.link([.text($0)], .file($0)) }
    return "<details><summary>\(words.joined(separator: ", "))</summary>\n" + (links.isEmpty ? "" : some(links))
      + (files.isEmpty ? "" : some(files)) + "</details>"
  }

  // MARK: Commits

  /// The commits that the document names, the newest first, each once.
  func commits(namedIn links: Set<String>) -> String {
    var known: Set<String> = []
    let all = story.commits + report.commits + (report.head.map { [$0] } ?? [])
    let named = all.filter { links.contains(text("c-\($0.short)")) && known.insert($0.short).inserted }
      .enumerated().sorted {
        $0.element.time == $1.element.time ? $0.offset < $1.offset : $0.element.time > $1.element.time
      }.map(\.element)
    if named.isEmpty { return "" }
    return
      "<section class=\"s\" id=\"s-commits\" aria-labelledby=\"s-commits-h\">\n<h2 id=\"s-commits-h\">Commits</h2>\n"
      + "<p class=\"q\">Those that this report names, the newest first.</p>\n<ul class=\"commits\">\n"
      + named.map(commit).joined() + "</ul>\n</section>\n"
  }

  private func commit(_ commit: CommitInfo) -> String {
    let id =
      report.address.map { writer.write(Line([.link([.code(commit.short)], .address("\($0)/commit/\(commit.id)"))])) }
      ?? code("git show \(commit.short)")
    let author = commit.authorName.isEmpty ? commit.person?.text ?? "" : commit.authorName
    let source = [commit.day.description, author].filter { !$0.isEmpty }.joined(separator: " · ")
    return
      "<li id=\"c-\(text(commit.short))\">\(id) <span class=\"q\">\(text(source))</span>\(text(commit.subject))</li>\n"
  }
}
