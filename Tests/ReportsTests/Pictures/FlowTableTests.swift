import Foundation
import Teamwork
import Testing

@testable import Reports

/// The pictures that are tables: who carries what, who was heard.
@Suite struct FlowTableTests {
  private let matrix = ResponsibilityMatrix(
    caption: "People & goals", columns: ["Ana", "Ben <b>"],
    groups: [
      .init(
        title: "Below “Beta”",
        rows: [
          .init(
            id: "a", title: "First <script>", parts: [0: .ownerWithTasks, 1: .tasks],
            others: [(name: "Chi", part: .owner)], gaps: 3),
          .init(id: "b", title: "Second", parts: [:], others: [], gaps: 0),
        ])
    ], gapTitle: "tasks nobody has")

  @Test func theMatrixIsATable() throws {
    let elements = MarkupReader.elements(of: matrix.picture())
    let caption = try #require(elements.first { $0.name == "caption" })
    #expect(caption.text == "People & goals")
    #expect(elements.first { $0.name == "table" }?.attributes["role"] == "table")
    // It is shown as a list on a phone, and stays a table for those who hear it.
    #expect(elements.filter { $0.name == "tr" }.allSatisfy { $0.attributes["role"] == "row" })
    #expect(elements.filter { $0.name == "td" }.allSatisfy { $0.attributes["role"] == "cell" })
    #expect(
      elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil && $0.attributes["role"] != nil })
    #expect(elements.filter { $0.attributes["scope"] == "col" }.count == 5)
    #expect(elements.filter { $0.attributes["scope"] == "row" }.map(\.text) == ["First <script>", "Second"])
    #expect(elements.first { $0.attributes["scope"] == "rowgroup" }?.attributes["colspan"] == "5")
  }

  @Test func everySignOfTheMatrixHasWords() {
    let elements = MarkupReader.elements(of: matrix.picture())
    #expect(
      elements.filter { $0.attributes["class"] == "vh" }.map(\.text) == [
        "People & goals", "What", "owner, with tasks", "has tasks", " (owner, no task)",
      ])
    #expect(elements.filter { $0.attributes["class"] == "pn" }.map(\.text) == ["Ana", "Ben <b>", "tasks nobody has: "])
    #expect(elements.contains { $0.attributes["class"] == "one nobody" && $0.text == "nobody yet" })
    #expect(elements.filter { $0.name == "svg" }.allSatisfy { $0.attributes["aria-hidden"] == "true" })
  }

  @Test func columnsThatSayNothingAreLeftOut() {
    let plain = ResponsibilityMatrix(
      caption: "Roles", columns: ["Ana"],
      groups: [.init(title: nil, rows: [.init(id: "r", title: "Release", parts: [0: .role], others: [], gaps: 0)])],
      gapTitle: "nobody")
    let elements = MarkupReader.elements(of: plain.picture())
    #expect(elements.filter { $0.attributes["scope"] == "col" }.count == 2)
    #expect(!plain.picture().contains("class=\"gaps\"") && !plain.picture().contains("others"))
    #expect(
      ResponsibilityMatrix(caption: "", columns: [], groups: [.init(title: nil, rows: [])], gapTitle: "").picture()
        == "")
  }

  // MARK: Reports by week

  private func grid(_ cells: [(String, Bool, [ReportGrid.Cell])]) -> ReportGrid {
    ReportGrid(
      weeks: PictureSamples.weeks(cells[0].2.count),
      groups: [.init(title: nil, rows: cells.map { .init(name: $0, isDue: $1, cells: $2) })])
  }

  @Test func everySignOfTheGridHasWords() {
    let elements = MarkupReader.elements(
      of: grid([
        ("Ana <i>", true, [.written, .blocked, .none, .late]), ("Ben", false, [.notDue, .written, .away, .notDue]),
      ]).picture())
    let cells = elements.filter { $0.name == "td" && $0.children.first == "svg" && $0.children.last == "span" }
    #expect(cells.count == 5 + 4)
    #expect(
      elements.filter { $0.attributes["class"] == "vh" }.map(\.text) == [
        "Reports by person and week", "Person", "written", "written, blocked", "later", "written", "away",
      ])
    #expect(elements.filter { $0.attributes["scope"] == "row" }.map(\.text) == ["Ana <i>", "", "Reports in the week"])
    #expect(elements.contains { $0.name == "i" && $0.text == "Ben" })
    #expect(
      elements.filter { $0.name == "abbr" }.map { $0.attributes["title"] } == [
        "2026-W02", "2026-W03", "2026-W04", "2026-W05",
      ])
  }

  @Test func theFootCountsByWeekAndNobodyIsCounted() throws {
    let picture = grid([
      ("Ben", true, [.written, .none]), ("Ana", true, [.late, .blocked]), ("Chi", false, [.written, .notDue]),
    ]).picture()
    let foot = try #require(picture.split(separator: "<tfoot>").last)
    #expect(
      MarkupReader.elements(of: "<tfoot>" + foot.dropLast("</table>\n".count)).filter { $0.name == "span" }.map(\.text)
        == ["3", "1"])
    // As they come, which is the order of the alphabet, and not of what they wrote; no row has one cell more than there are weeks.
    let elements = MarkupReader.elements(of: picture)
    #expect(elements.filter { $0.name == "tr" }.dropFirst(2).allSatisfy { $0.children.count == 3 })
    let names = ["Ben", "Ana", "Chi"].compactMap { picture.range(of: ">\($0)<")?.lowerBound }
    #expect(names == names.sorted() && names.count == 3)
  }

  @Test func manyWeeksAreMonthsQuartersOrYears() {
    #expect(ReportSpans(PictureSamples.weeks(30)).unit == .week)
    #expect(ReportSpans(PictureSamples.weeks(31)).unit == .month)
    #expect(ReportSpans(PictureSamples.weeks(52)).spans.count == 12)
    #expect(ReportSpans(PictureSamples.weeks(230)).unit == .quarter)
    #expect(ReportSpans(PictureSamples.weeks(600)).unit == .year)
    for count in [1, 4, 30, 31, 52, 79, 230, 600] {
      let spans = ReportSpans(PictureSamples.weeks(count))
      #expect(spans.spans.flatMap { Array($0.weeks) } == Array(0..<count))
      #expect(spans.heads.isEmpty || spans.heads.reduce(0) { $0 + $1.columns } == spans.spans.count)
    }
  }

  @Test func aMonthSaysHowManyOfHowMany() {
    let ana = (0..<31).map { week -> ReportGrid.Cell in [.written, .none, .blocked, .away][week % 4] }
    let picture = grid([("Ana", true, ana), ("Ben", false, (0..<31).map { $0 == 1 ? .written : .notDue })]).picture()
    let parts = MarkupReader.elements(of: picture).filter { $0.attributes["class"] == "part" }
    // January has four Mondays from the fifth on: two written, one not, one away.
    #expect(
      picture.contains(
        "<span class=\"part\">2<span class=\"of\"> of </span>3</span><span class=\"vh\">, something blocked</span>"))
    #expect(parts.count == 8 + 1)
    #expect(parts.last?.text == "1")
    #expect(!picture.contains("k-written"))
  }

  @Test func manyPeopleAreTeams() {
    let grid = ReportGrid(
      weeks: PictureSamples.weeks(2),
      groups: [("Red", 25), ("Blue <b>", 16)].map { (team: String, count: Int) in
        .init(
          title: team,
          rows: (0..<count).map {
            .init(name: "\(team) \($0)", isDue: $0 > 0, cells: [$0 % 2 == 0 ? .written : .none, .away])
          })
      })
    let picture = grid.picture()
    let elements = MarkupReader.elements(of: picture)
    #expect(elements.filter { $0.name == "table" }.count == 3)
    #expect(elements.filter { $0.name == "details" }.count == 2)
    // Of 24 who were to report, twelve did; who owes none is not counted.
    #expect(
      picture.contains("12<span class=\"of\"> of </span>24") && picture.contains("7<span class=\"of\"> of </span>15"))
    // Nobody was to report in the second week.
    #expect(elements.filter { $0.attributes["class"] == "part" }.count == 2)
    let beforeDetails = picture.prefix(upTo: picture.range(of: "<details>")!.lowerBound)
    #expect(!beforeDetails.contains("Red 3"))
  }
}
