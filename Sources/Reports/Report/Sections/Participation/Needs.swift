internal import Teamwork
internal import Text

/// What people wrote under `Needs`: what came back week after week, and what stands in their newest report.
struct Needs {
  struct Need {
    /// The newest that says it.
    var said: ReportContext.Said
    var weeks: [Week]
    /// It stands in the newest report of who wrote it.
    var stands: Bool
    var answer: WhatCameOfIt.Answer
  }

  /// Those that came back or stand, the longest asked first.
  let needs: [Need]
  /// How many entries there are.
  let entries: Int
  private let context: ReportContext

  private static let most = 30

  /// The same need: about the same task, or in the same words.
  private struct Key: Hashable {
    let person: Name
    let words: String
  }

  init(_ context: ReportContext, _ after: WhatCameOfIt) {
    self.context = context
    var newest: [Name: Week] = [:]
    for record in context.reports {
      if let week = record.week { newest[Name(record.ownID)] = max(week, newest[Name(record.ownID)] ?? week) }
    }
    let said = context.entries.filter { $0.entry.heading == "needs" && !$0.entry.saysNothing }
    entries = said.count
    var places: [Key: Int] = [:]
    var found: [Need] = []
    for entry in said.sorted(by: { ($0.week, $0.person) < ($1.week, $1.person) }) {
      let task = entry.entry.tasks.first.map { "\($0.goal)^\($0.anchor)" }
      let key = Key(
        person: entry.person,
        words: task ?? entry.entry.text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " "))
      let stands = newest[entry.person] == entry.week
      if let place = places[key] {
        found[place].said = entry
        found[place].stands = stands
        if found[place].weeks.last != entry.week { found[place].weeks.append(entry.week) }
      } else {
        places[key] = found.count
        found.append(Need(said: entry, weeks: [entry.week], stands: stands, answer: .unknown))
      }
    }
    needs = found.filter { $0.stands || $0.weeks.count > 1 }.map { need in
      var need = need
      need.answer = after.answer(to: need.said)
      return need
    }.sorted { ($1.weeks.count, $0.weeks[0], $0.said.person) < ($0.weeks.count, $1.weeks[0], $1.said.person) }
  }

  private var standing: [Need] { needs.filter { $0.stands && !$0.answer.isAnswered } }
  private var returning: [Need] { needs.filter { $0.weeks.count > 1 } }

  var finding: Line? {
    guard entries > 0 else { return nil }
    var sentences: [Line] = [
      "\(SummaryWords.capitalised(SummaryWords.counted(entries, "time"))) somebody wrote what they need."
    ]
    if !returning.isEmpty {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(returning.count, "need"))) came back in later reports.")
    }
    if !standing.isEmpty {
      sentences.append(
        "\(SummaryWords.capitalised(SummaryWords.counted(standing.count, "need stands", "needs stand"))) in the newest report of who wrote \(standing.count == 1 ? "it" : "them"): a word costs little."
      )
    }
    return .sentences(sentences)
  }

  var figure: Figure? {
    guard !needs.isEmpty else { return nil }
    let year = context.period.to.civil.year
    let title =
      returning.isEmpty
      ? "\(SummaryWords.capitalised(SummaryWords.counted(needs.count, "need stands", "needs stand"))) in the newest reports"
      : "\(SummaryWords.capitalised(SummaryWords.counted(returning.count, "need"))) came back, \(returning.count == 1 ? "" : "the longest ")in \(SummaryWords.number(returning[0].weeks.count)) reports"
    let rest = needs.count - Self.most
    return Figure(
      "needs", title,
      encoding:
        "What people wrote under Needs in more than one report, or in their newest; the same when it links to the same task or has the same words.",
      .table(
        Table(
          "What people need", columns: [.init("Who"), .init("Weeks"), .init("In their words"), .init("Since then")],
          rows: needs.prefix(Self.most).map { need in
            [
              Line(context.person(need.said.person)), Line(WeekWords.list(need.weeks, in: year)),
              .words(of: need.said, context),
              need.answer.isAnswered
                ? need.answer.words : need.stands ? "stands in the newest report" : "not asked again",
            ]
          })), foot: rest > 0 ? "\(rest) more, asked in fewer reports or later, are not shown." : nil)
  }
}
