internal import Teamwork
internal import Text

/// The team's own surveys: the newest of the period, and how the answers moved since the one before.
struct Surveys {
  struct Survey {
    let record: Record
    let day: Day
    let team: Name?
    /// Only questions with five answers or more.
    let answers: [(question: String, counts: [Int])]
    /// Questions with fewer.
    let withheld: Int

    var isEmpty: Bool { answers.isEmpty }
  }

  private let context: ReportContext
  /// Of each team, the newest of the period and the one before it.
  private let newest: [(survey: Survey, before: Survey?, earlier: [Survey])]

  private static let fewest = 5

  init(_ context: ReportContext) {
    self.context = context
    let all = context.now.records.filter { $0.kind == .pulse }.compactMap(Self.survey).filter {
      $0.day <= context.input.asOf
    }
    let byTeam = Dictionary(grouping: all, by: \.team)
    newest = byTeam.map { ($0.key?.text ?? "", $0.value.sorted { ($0.day, $0.record.id) < ($1.day, $1.record.id) }) }
      .sorted { $0.0 < $1.0 }
      .compactMap { _, surveys in
        guard let last = surveys.last, context.period.contains(last.day) else { return nil }
        return (last, surveys.dropLast().last, Array(surveys.suffix(6)))
      }
  }

  private static func survey(_ record: Record) -> Survey? {
    guard let day = record.day("date")?.value, case .mapping(let members)? = record["answers"]?.value else {
      return nil
    }
    var answers: [(String, [Int])] = []
    var withheld = 0
    for member in members {
      guard case .list(let items) = member.value.value else { continue }
      let counts = items.compactMap { if case .int(let count) = $0.value { count } else { nil } }
      guard counts.count == 5, counts.allSatisfy({ (0...1_000_000).contains($0) }) else { continue }
      if counts.reduce(0, +) >= fewest { answers.append((member.name.text, counts)) } else { withheld += 1 }
    }
    return Survey(record: record, day: day, team: record.name("team")?.value, answers: answers, withheld: withheld)
  }

  private static func mean(_ counts: [Int]) -> Double {
    PulseAnswers.Row(question: "", counts: counts, before: nil).mean
  }

  private func rows(_ survey: Survey, _ before: Survey?) -> [PulseAnswers.Row] {
    survey.answers.map { question, counts in
      PulseAnswers.Row(
        question: question, counts: counts,
        before: before?.answers.first { Name($0.question) == Name(question) }.map { Self.mean($0.counts) })
    }
  }

  /// In tenths, as they are shown: nobody should see a change where two equal numbers stand.
  private static func change(_ row: PulseAnswers.Row) -> Int? {
    row.before.map { Int((row.mean * 10).rounded()) - Int(($0 * 10).rounded()) }
  }

  var isEmpty: Bool { newest.isEmpty }

  /// By a tenth or two a mean moves when one person has a bad day.
  private static let moved = 3

  var finding: [Line] {
    newest.map { survey, before, _ in
      let rows = rows(survey, before)
      let answers = rows.map(\.answers).max() ?? 0
      var sentences: [Line] = [
        "\(context.record(survey.record)), \(context.day(survey.day)): \(answers == 0 ? "no question has five answers, so none is shown" : "up to \(SummaryWords.counted(answers, "person", "people")) answered")."
      ]
      let changes = rows.compactMap { row in Self.change(row).map { (row, $0) } }
      func told(_ row: PulseAnswers.Row) -> String {
        "“\(row.question)” (\(oneDecimal(row.before ?? 0)) to \(oneDecimal(row.mean)))"
      }
      let up = changes.filter { $0.1 >= Self.moved }.map { told($0.0) }
      let down = changes.filter { $0.1 <= -Self.moved }.map { told($0.0) }
      if !up.isEmpty { sentences.append("Since the survey before, more agree with \(SummaryWords.list(up)).") }
      if !down.isEmpty {
        sentences.append(
          "\(up.isEmpty ? "Since the survey before, fewer" : "Fewer") agree with \(SummaryWords.list(down)).")
      }
      if !changes.isEmpty, up.isEmpty, down.isEmpty {
        sentences.append("No mean moved by 0.3 or more since the survey before.")
      }
      if rows.count > 1, let least = rows.min(by: { $0.mean < $1.mean }) {
        sentences.append("Fewest agree with “\(least.question)” (\(oneDecimal(least.mean))).")
      }
      return .sentences(sentences)
    }
  }

  var figures: [Figure] {
    newest.filter { !$0.survey.isEmpty }.map { survey, before, _ in
      let rows = rows(survey, before)
      let changes = rows.compactMap(Self.change)
      let (up, down) = (changes.count { $0 >= Self.moved }, changes.count { $0 <= -Self.moved })
      let title: String
      switch (up, down) {
      case _ where changes.isEmpty: title = "How people answered on \(context.day(survey.day))"
      case (0, 0): title = "The answers are as before"
      case (_, 0): title = "To \(SummaryWords.counted(up, "question")) more people say yes than before"
      case (0, _): title = "To \(SummaryWords.counted(down, "question")) fewer people say yes than before"
      default:
        title =
          "To \(SummaryWords.counted(up, "question")) more people say yes than before, to \(SummaryWords.number(down)) fewer"
      }
      let withheld = survey.withheld
      return Figure(
        newest.count == 1 ? "pulse" : "pulse-\(survey.record.id)",
        title + (newest.count == 1 ? "" : " (\(survey.team.map { context.called($0, [.team]) } ?? "everybody"))"),
        encoding:
          "How many chose 1 (not at all) to 5 (fully)\(before.map { ", and the mean beside that of \(context.day($0.day))" } ?? "").",
        .pulse(PulseAnswers(rows: rows)),
        foot: withheld == 0
          ? nil
          : "\(SummaryWords.capitalised(SummaryWords.counted(withheld, "question has", "questions have"))) fewer than five answers and \(withheld == 1 ? "is" : "are") not shown."
      )
    }
  }

  /// Of the survey that most answered; the questions that are asked in the newest.
  var measure: Measure {
    guard let (survey, _, earlier) = newest.max(by: { Self.size($0.survey) < Self.size($1.survey) }), !survey.isEmpty
    else {
      return Measure(
        "pulse",
        .none(newest.isEmpty ? "No survey of the period is on file." : "No question of a survey has five answers."))
    }
    let questions = Set(survey.answers.map { Name($0.question) })
    let trend = earlier.map { survey -> Measure.Point in
      let counts = survey.answers.filter { questions.contains(Name($0.question)) }.map(\.counts)
      return Measure.Point(context.day(survey.day), counts.isEmpty ? nil : Self.mean(Self.sum(counts)))
    }
    return Measure(
      "pulse", .number(Self.mean(Self.sum(survey.answers.map(\.counts)))), trend: trend,
      records: earlier.map(\.record.path))
  }

  private static func size(_ survey: Survey) -> Int { survey.answers.map { $0.counts.reduce(0, +) }.max() ?? 0 }
  private static func sum(_ counts: [[Int]]) -> [Int] { (0..<5).map { column in counts.reduce(0) { $0 + $1[column] } } }
}
