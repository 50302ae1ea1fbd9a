import Foundation
import Teamwork
import Testing

@testable import Reports

@Suite struct ReportHTMLTests {
  private func body(_ report: Report, from folder: String = "") -> String {
    report.html(
      from: folder, command: "tw report --from 2026-01-05 \(ReportHTMLSample.hostile)", story: ReportHTMLSample.story
    ).body
  }

  private func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).map {
      String(text[Range($0.range(at: 1), in: text)!])
    }
  }

  private func empty() -> Report {
    var report = ReportHTMLSample.report()
    report.sections = SectionID.allCases.map { Section($0) }
    (
      report.name, report.vision, report.lead, report.facts, report.decisions, report.wins, report.commits, report.head
    ) = (nil, nil, "", [], [], [], [], nil)
    return report
  }

  @Test func noTextBecomesMarkup() {
    let html = body(ReportHTMLSample.report(address: "https://example.org/team"))
    for tag in ["<script", "<img", "\"x", " onerror=1>"] { #expect(!html.contains(tag), "\(tag)") }
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let elements = MarkupReader.elements(of: html)
    #expect(elements.allSatisfy { $0.attributes["onerror"] == nil && $0.name != "script" && $0.name != "img" })
  }

  @Test(arguments: [(5, 6, 11), (0, 0, 0), (40, 4, 9)])
  func eachPlaceStandsOnceAndEachLinkLeadsToOne(goals: Int, offers: Int, wins: Int) {
    let elements = MarkupReader.elements(of: body(ReportHTMLSample.report(goals: goals, offers: offers, wins: wins)))
    let ids = elements.compactMap { $0.attributes["id"] }
    let known = Set(ids)
    #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    let targets = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map {
      String($0.dropFirst())
    }
    #expect(targets.count > 20)
    #expect(Set(targets).subtracting(known).sorted() == [])
    #expect(Set(elements.compactMap { $0.attributes["aria-labelledby"] }).isSubset(of: known))
  }

  @Test func aLinkToNowhereIsWords() {
    let html = body(ReportHTMLSample.report())
    #expect(html.contains("<span class=\"do\">nowhere</span>"))
    #expect(!html.contains("#nowhere"))
    #expect(!html.contains("#m-not-measured"))
  }

  @Test func goalsHavePlacesWhetherDrawnOrNot() {
    let ids = MarkupReader.elements(of: body(ReportHTMLSample.report())).filter {
      $0.attributes["id"]?.hasPrefix("g-") == true
    }
    #expect(ids.contains { $0.name == "tr" && $0.attributes["id"] == "g-deep" })
    #expect(ids.contains { $0.name == "li" })
  }

  @Test func commitsThatAreNamedAreListedOnce() throws {
    let html = body(ReportHTMLSample.report())
    #expect(try matches("<li id=\"(c-[0-9a-f]*)\"", in: html) == ["c-a1b2c3d", "c-0f1e2d3"])
    #expect(html.contains("<code>git show a1b2c3d</code>"))
    #expect(!html.contains("7777777"))
    let linked = body(ReportHTMLSample.report(address: "https://example.org/team"))
    #expect(
      linked.contains(
        "<a href=\"https://example.org/team/commit/\(ReportHTMLSample.ids[0])\" rel=\"noreferrer\"><code>a1b2c3d</code></a>"
      ))
    #expect(!linked.contains("git show"))
  }

  @Test func evidenceIsCounted() {
    let html = body(ReportHTMLSample.report())
    #expect(html.contains("<summary>3 events in 2 commits</summary>"))
  }

  @Test func headingsGoDownAStepAtATime() throws {
    for report in [ReportHTMLSample.report(), empty()] {
      let levels = try matches("<h([1-6])[ >]", in: body(report)).compactMap(Int.init)
      #expect(levels.first == 1)
      #expect(levels.count { $0 == 1 } == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    }
  }

  @Test func sectionsStandInTheirOrder() throws {
    let places = try matches("<section class=\"s[^\"]*\" id=\"s-([a-z-]*)\"", in: body(ReportHTMLSample.report()))
    #expect(places == SectionID.allCases.map(\.rawValue) + ["all-goals", "definitions", "commits"])
  }

  @Test func whatIsManyIsFolded() {
    let html = body(ReportHTMLSample.report(offers: 6, wins: 11))
    #expect(html.components(separatedBy: "<summary>and 2 more</summary>").count == 3)
    #expect(!body(ReportHTMLSample.report(offers: 4, wins: 9)).contains("more</summary>"))
    #expect(html.contains("Nothing on file asks for help."))
  }

  @Test func tablesHaveCaptionsAndDrawingsHaveWords() {
    let elements = MarkupReader.elements(of: body(ReportHTMLSample.report()))
    #expect(elements.filter { $0.name == "table" }.allSatisfy { $0.children.first == "caption" })
    #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    #expect(
      elements.filter { $0.name == "svg" && $0.attributes["aria-hidden"] == nil }.allSatisfy {
        $0.children.contains("title")
      })
  }

  @Test func filesAreSeenFromTheFolder() {
    #expect(body(ReportHTMLSample.report(), from: "docs/reports").contains("<a href=\"../../teamwork/status/"))
  }

  @Test func theSameReportGivesTheSameBytes() {
    #expect(Array(body(ReportHTMLSample.report()).utf8) == Array(body(ReportHTMLSample.report()).utf8))
  }

  @Test func aReportOfNothingStillHasItsSections() {
    let html = body(empty())
    #expect(html.contains("<h1>Our team</h1>"))
    #expect(html.contains("id=\"s-trust\""))
    #expect(!html.contains("href=\"#s-commits\""))
  }
}
