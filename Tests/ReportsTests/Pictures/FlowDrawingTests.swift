import Teamwork
import Testing

@testable import Reports

/// The pictures that are drawn: requests, promises, feedback, one-on-ones, what rests on few, answers.
@Suite struct FlowDrawingTests {
  private func day(_ text: String) -> Day { PictureSamples.day(text) }
  private let period = Period(from: PictureSamples.day("2026-09-01"), to: PictureSamples.day("2026-11-30"))

  private func titles(_ picture: String) -> [String] {
    MarkupReader.elements(of: picture).filter { $0.name == "title" }.map(\.text)
  }
  private func count(_ element: String, _ style: String, in picture: String) -> Int {
    MarkupReader.elements(of: picture).count { $0.name == element && $0.attributes["class"] == style }
  }

  // MARK: Requests

  @Test func onePairIsASentence() {
    func flow(_ count: Int, _ answered: Int) -> String {
      RequestFlow(
        from: [.init(name: "Red <b>", count: count, answered: 0)],
        to: [.init(name: "Blue", count: count, answered: answered)], bands: [.init(from: 0, to: 0, count: count)]
      ).picture()
    }
    #expect(flow(3, 2) == "<p>Red &lt;b&gt; asks Blue: three requests; two of three requests are answered.</p>\n")
    #expect(flow(3, 0) == "<p>Red &lt;b&gt; asks Blue: three requests; none is answered yet.</p>\n")
    #expect(flow(1, 1) == "<p>Red &lt;b&gt; asks Blue: one request, which is answered.</p>\n")
    #expect(RequestFlow(from: [], to: [], bands: []).picture() == "")
  }

  @Test func bandsAreAsThickAsTheirCount() throws {
    let flow = RequestFlow(
      from: [.init(name: "Red", count: 8, answered: 0), .init(name: "Green", count: 2, answered: 0)],
      to: [.init(name: "Blue", count: 7, answered: 7), .init(name: "Grey", count: 3, answered: 0)],
      bands: [
        .init(from: 0, to: 0, count: 6), .init(from: 0, to: 1, count: 2), .init(from: 1, to: 0, count: 1),
        .init(from: 1, to: 1, count: 1), .init(from: 9, to: 0, count: 4),
      ])
    let picture = flow.picture()
    let elements = MarkupReader.elements(of: picture)
    #expect(
      titles(picture) == [
        "10 requests, 7 answered; asked most: Blue (7) and Grey (3)", "Red asks Blue: 6", "Green asks Blue: 1",
        "Red asks Grey: 2", "Green asks Grey: 1",
      ])
    let heights = try elements.filter { $0.name == "path" }.map { path -> Double in
      let match = try #require(path.attributes["d"]?.firstMatch(of: #/M0 ([\d.]+)C.*C.* 0 ([\d.]+)Z$/#))
      return (Double(match.2) ?? 0) - (Double(match.1) ?? 0)
    }
    #expect(heights.map { ($0 / heights[1]).rounded() } == [6, 1, 2, 1])
    // Half goes to Blue alone.
    #expect(count("path", "band strong", in: picture) == 2)
    // Blue's bar is solid, that of Grey hatched; and each stands once in the key.
    #expect(elements.filter { $0.attributes["x"] == "100%" }.map { $0.attributes["class"] } == ["ink", "open"])
    #expect(elements.filter { $0.name == "li" && $0.children == ["b", "span"] }.count == 4)
  }

  // MARK: Promises

  @Test func promisesAreSaid() {
    func row(
      _ title: String, _ status: String, asked: String? = "2026-10-01", needed: String? = nil, promised: String? = nil,
      delivered: String? = nil
    ) -> PromiseLines.Row {
      .init(
        title: title, between: "Ana asks Ben", status: status, asked: asked.map(day), neededBy: needed.map(day),
        promised: promised.map(day), delivered: delivered.map(day))
    }
    let picture = PromiseLines(
      period: period, today: day("2026-11-20"),
      rows: [
        row("kept", "done", promised: "2026-10-10", delivered: "2026-10-09"),
        row("late", "done", promised: "2026-10-10", delivered: "2026-10-13"), row("no", "declined"),
        row("waits", "open"), row("past", "accepted", promised: "2026-11-18"),
        row("soon", "accepted", promised: "2026-11-25"), row("undated", "open", asked: nil),
      ]
    ).picture()
    let elements = MarkupReader.elements(of: picture)
    // What is past its date first, then what is open, then what came later; without any date there is nothing to draw.
    #expect(
      elements.filter { $0.attributes["class"]?.hasPrefix("val") == true }.map(\.text) == [
        "", "2 days past its date", "no date promised", "promised", "3 days later", "kept", "declined",
      ])
    #expect(count("span", "val due", in: picture) == 1)
    #expect(
      titles(picture)[3] == "late, Ana asks Ben: asked on 1 Oct, promised for 10 Oct, delivered on 13 Oct, 3 days later"
    )
    #expect(picture.contains("class=\"now\"") && picture.contains(">today</text>"))
    // Open ones are dotted up to today, and so is the sample in the key.
    #expect(count("line", "lm wait", in: picture) == 3 + 1)
  }

  @Test func thirtyPromisesAreDrawn() {
    let picture = FlowSamples.promises(300, weeks: 26).picture()
    #expect(titles(picture).count == 30)
    #expect(picture.contains("270 more requests are in the table."))
    #expect(PromiseLines(period: period, today: period.to, rows: []).picture() == "")
  }

  // MARK: Feedback

  private func items(_ count: Int, kind: String = "concern") -> [FeedbackFlow.Item] {
    (0..<count).map { .init(day: day("2026-09-03") + 14 * $0, kind: kind, isAnswered: $0 > 0) }
  }

  @Test func fewerThanFiveAreOnlyCounted() {
    let flow = FeedbackFlow(
      period: period,
      rows: zip(FeedbackFlow.Direction.allCases, [4, 1, 0, 0]).map { .init(direction: $0, items: items($1)) })
    let picture = flow.picture()
    let elements = MarkupReader.elements(of: picture)
    #expect(
      elements.filter { $0.attributes["class"] == "few" }.map(\.text) == [
        "4; fewer than five are only counted", "1; fewer than five are only counted", "none", "none",
      ])
    #expect(elements.allSatisfy { !["title", "text", "circle"].contains($0.name) })
    #expect(!picture.contains("concern") && !picture.contains("answered") && !picture.contains("Sep"))
  }

  @Test func fiveAreLettersOnTheirDays() {
    let flow = FeedbackFlow(
      period: period,
      rows: zip(FeedbackFlow.Direction.allCases, [5, 0, 0, 0]).map { .init(direction: $0, items: items($1)) })
    let picture = flow.picture()
    #expect(titles(picture) == ["From a manager: 5 given, 4 answered; 5 of concern"])
    // Four solid and one dashed, and one of each in the key.
    #expect(count("text", "letter", in: picture) == 4 + 1)
    #expect(count("text", "letter a", in: picture) == 1)
    #expect(count("circle", "open", in: picture) == 1 + 1)
    #expect(
      FeedbackFlow(period: period, rows: FeedbackFlow.Direction.allCases.map { .init(direction: $0, items: []) })
        .picture() == "")
  }

  @Test func muchFeedbackIsColumns() {
    let picture = FlowSamples.feedback(300, weeks: 26).picture()
    #expect(!picture.contains("class=\"letter"))
    #expect(picture.contains("300 given") && picture.contains("hatched: no answer yet"))
  }

  // MARK: One-on-ones

  @Test func pairsPastTheirRhythmAreHatched() {
    let rows: [OneOnOnes.Row] = [
      .init(pair: "Ana & Ben", days: [day("2026-11-20")], rhythm: 14, since: 10),
      .init(pair: "Ana and Chi", days: [day("2026-09-07")], rhythm: 14, since: 84),
      .init(pair: "Ana and Dev", days: [], rhythm: 10, since: nil),
    ]
    let picture = OneOnOnes(period: period, today: period.to, rows: rows).picture()
    #expect(count("rect", "hatch", in: picture) == 2 + 1)
    let elements = MarkupReader.elements(of: picture)
    #expect(
      elements.filter { $0.attributes["class"]?.hasPrefix("val") == true }.map(\.text) == [
        "met last", "10 days ago", "12 weeks ago", "not yet",
      ])
    #expect(titles(picture).first == "Ana & Ben met on 20 Nov")
    #expect(OneOnOnes(period: period, today: period.to, rows: []).picture() == "")
  }

  // MARK: Few hold much

  @Test func concentrationIsBlocksWithoutNames() {
    let concentration = Concentration(groups: [
      .init(
        title: "Who decides", bars: [.init(label: "June", shares: [3, 2, 1, 1]), .init(label: "July", shares: [])]),
      .init(title: "Nothing", bars: []),
    ])
    let picture = concentration.picture()
    #expect(titles(picture) == ["June: 7 in all, held by 4; half is held by 2"])
    #expect(count("rect", "ink", in: picture) == 2 && count("rect", "mid", in: picture) == 2)
    #expect(
      MarkupReader.elements(of: picture).filter { $0.name == "rect" }.compactMap { $0.attributes["width"] } == [
        "42.9%", "28.6%", "14.3%", "14.3%",
      ])
    #expect(
      picture.contains("<span class=\"val\">2 of 4</span>") && !picture.contains("Nothing") && !picture.contains("July")
    )
  }

  @Test func blocksTooNarrowToBeSeenAreOne() {
    let picture = Concentration(groups: [
      .init(title: "Who is asked", bars: [.init(label: "June", shares: [900, 90] + Array(repeating: 1, count: 50))])
    ]).picture()
    #expect(count("rect", "ink", in: picture) == 1 && count("rect", "mid", in: picture) == 2)
    #expect(picture.contains("<span class=\"val\">1 of 52</span>"))
  }

  // MARK: Answers

  @Test func answersOfFewerThanFiveAreNotDrawn() {
    let answers = PulseAnswers(rows: [
      .init(question: "Few?", counts: [0, 1, 1, 1, 1], before: nil),
      .init(question: "Enough <b>?", counts: [0, 1, 1, 1, 2], before: 3.4),
    ])
    let picture = answers.picture()
    #expect(!picture.contains("Few?"))
    #expect(titles(picture) == ["Enough <b>?: 0 chose 1, 1 chose 2, 1 chose 3, 1 chose 4, 2 chose 5"])
    #expect(count("rect", "mid", in: picture) == 4)
    #expect(picture.contains("3.8, up from 3.4"))
    #expect(PulseAnswers(rows: [answers.rows[0]]).picture() == "")
  }
}
