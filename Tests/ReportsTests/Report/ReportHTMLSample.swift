import Teamwork
import Text

@testable import Reports

/// A report in which every text tries to be markup.
enum ReportHTMLSample {
  static let hostile = "\"><img src=x onerror=1> <script>alert(1)</script> & 'x'"
  static let ids = [
    "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334", "0f1e2d3c4b5a69788796a5b4c3d2e1f000112233",
    "7777777111111111111111111111111111111111",
  ]

  static let commits = ids.enumerated().map { index, id in
    CommitInfo(
      id: id, time: Int64(1_770_000_000 - index * 86_400), day: PictureSamples.day("2026-02-02") - index,
      authorName: "Ana \(hostile)", authorEmail: "ana@example.org", subject: "Subject \(hostile)")
  }

  /// The last commit has no event: nothing in the document leads to it.
  static let story: EventHistory = {
    let events = [0, 0, 1].map { commit in
      var event = Event(path: "teamwork/goals/beta.md", kind: .goal, id: "beta", change: .text)
      event.commit = commit
      return event
    }
    return EventHistory(commits: commits, events: events, isCut: false)
  }()

  static func report(goals: Int = 5, offers: Int = 6, wins: Int = 11, address: String? = nil) -> Report {
    let bad = Line(hostile)
    let offer = Report.Offer(
      fact: bad, sentence: Line([.link([.text(hostile)], .place("g-\(hostile)"))]),
      offer: Line([.link([.text("nowhere")], .place("nowhere"))]))
    let win = Report.Win(
      words: bad, by: bad, source: .init(path: "teamwork/status/\(hostile).md", line: 3, commit: ids[1]),
      isQuotation: true)
    let sections = SectionID.allCases.map { id -> Section in
      let own = MeasureDefinition.all.filter { $0.section == id }
      let measures = own.enumerated().map { index, definition -> Measure in
        let value: Measure.Value = [
          .count(12), .share(3, of: 8), .days(5), .number(2.25), .none("Nothing on file: \(hostile)"),
        ][index % 5]
        let trend = index % 2 == 0 ? [Measure.Point("Jan \(hostile)", 3), .init("Feb", nil), .init("Mar", 4.5)] : []
        return Measure(
          definition.name, value, trend: trend, events: index == 0 ? [0, 1, 2] : [],
          records: index == 1 ? ["teamwork/goals/\(hostile).md"] : [])
      }
      return Section(
        id,
        finding: [
          bad,
          "Then \(Line.Part.link([.code("a1b2c3d")], .commit(ids[0]))) of \(Line.Part.link([.text("the beta")], .place("g-goal-1"))).",
        ],
        note: [Line([.strong([.text("Counted")]), .text(" \(hostile)")])], figures: figures(id, goals),
        measures: measures,
        missing: id == .feedback ? [.init(hostile, hostile, command: hostile)] : [])
    }
    return Report(
      name: "Team \(hostile)", vision: hostile,
      period: Period(from: PictureSamples.day("2026-01-05"), to: PictureSamples.day("2026-03-29")),
      asOf: PictureSamples.day("2026-03-29"), lead: bad,
      facts: [
        .init(
          value: 38, of: 42, unit: hostile, picture: .dots, sentence: bad, section: .goals,
          measure: MeasureDefinition.all[0].name),
        .init(
          value: 7, of: 176, unit: "requests", picture: .bar, sentence: bad, section: .cooperation,
          measure: "not-measured"),
        .init(value: 2, of: 9, unit: "dates", picture: .dots, sentence: bad, section: .goals, measure: "dates-moved"),
      ],
      decisions: Array(repeating: offer, count: offers), help: [], wins: Array(repeating: win, count: wins),
      sections: sections, commits: commits, authors: 1,
      head: commits[0], notes: [hostile], address: address)
  }

  private static func figures(_ id: SectionID, _ goals: Int) -> [Figure] {
    let title = "A finding \(hostile)"
    switch id {
    case .vision:
      let child = GoalTree.Node(id: "deep", title: hostile, status: .atRisk)
      let tree = GoalTree(
        branches: [.init(id: "top", title: hostile, status: .onTrack, children: [child])],
        without: [.init(id: hostile, title: hostile, status: nil)])
      return [Figure("tree", title, encoding: hostile, .tree(tree), foot: Line(hostile))]
    case .goals:
      return [Figure("strips", title, encoding: hostile, .strips(PictureSamples.strips(goals: goals, weeks: 12)))]
    case .deciding:
      let table = Table(hostile, columns: [.init(hostile), .init("N", isNumber: true)], rows: [[Line(hostile), "1"]])
      return [Figure("decisions", title, encoding: hostile, .table(table))]
    case .trust:
      return [
        Figure(
          "story", title, encoding: hostile,
          .chronicle(Chronicle(entries: [.init(mark: .joined, head: Line(hostile), words: Line(hostile))])))
      ]
    default: return []
    }
  }
}
