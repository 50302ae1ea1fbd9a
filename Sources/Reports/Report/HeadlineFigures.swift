internal import Teamwork
internal import Text

/// The figures of the sections that may stand at the report's top.
struct HeadlineFigures {
  struct Candidate {
    let fact: Report.Fact
    /// 0 for whole, 1 for nothing of it.
    let distance: Double
    let isAboutPeople: Bool
  }

  private let measures: [String: (Measure, SectionID)]

  init(_ sections: [Section]) {
    measures = Dictionary(
      sections.flatMap { section in section.measures.map { ($0.definition.name, ($0, section.id)) } }
    ) { first, _ in first }
  }

  func share(_ name: String) -> (Int, of: Int)? {
    if case .share(let part, let whole)? = measures[name]?.0.value, whole > 0 { (part, whole) } else { nil }
  }

  func count(_ name: String) -> Int? {
    if case .count(let count)? = measures[name]?.0.value { count } else { nil }
  }

  /// In the order in which equals are taken.
  func facts(_ context: ReportContext) -> [Candidate] {
    var facts: [Candidate] = []
    // "0 of 1 goal was", "0 of 8 goals were".
    func isOne(_ part: Int, _ whole: Int) -> Bool { part == 1 || whole == 1 }
    func add(
      _ name: String, _ unit: String, _ value: (Int, of: Int)?, isAboutPeople: Bool = false,
      isBadWhenMany: Bool = false, _ sentence: (Int, Int) -> String
    ) {
      guard let (part, whole) = value, whole > 0, part <= whole, let section = measures[name]?.1 else { return }
      let fact = Report.Fact(
        value: part, of: whole, unit: whole == 1 ? String(unit.dropLast()) : unit,
        picture: whole <= Self.mostDots ? .dots : .bar, sentence: Line(sentence(part, whole)), section: section,
        measure: name)
      let share = Double(part) / Double(whole)
      facts.append(Candidate(fact: fact, distance: isBadWhenMany ? share : 1 - share, isAboutPeople: isAboutPeople))
    }
    add("goals-done", "goals", share("goals-done")) { done, whole in
      "that \(whole == 1 ? "was" : "were") due in the period \(isOne(done, whole) ? "is" : "are") done."
    }
    add("goals-written-about", "goals", share("goals-written-about")) { part, whole in
      let reports = SummaryWords.counted(context.reports.count, "status report")
      return "\(isOne(part, whole) ? "was" : "were") written about in \(reports)."
        + (part == whole ? "" : " Nobody wrote of \(SummaryWords.counted(whole - part, "goal")).")
    }
    add("owners-heard", "owners", share("owners-heard"), isAboutPeople: true) { _, _ in
      let others = Self.writersWithoutGoal(context)
      return "reported at least once"
        + (others == 0
          ? "."
          : "; so did \(SummaryWords.counted(others, "person", "people")) who \(others == 1 ? "owns" : "own") no goal.")
    }
    add("requests-answered", "requests", share("requests-answered"), isAboutPeople: share("owners-heard") == nil) {
      answered, whole in
      "\(isOne(answered, whole) ? "has" : "have") an answer, be it yes or no."
    }
    add("promises-kept", "promises", share("promises-kept")) { kept, whole in
      "\(isOne(kept, whole) ? "was" : "were") kept by the day that was promised."
    }
    // One goal may move its date twice: what has a whole is the goals that have a date.
    let dated = context.goals.count { goal in goal.last.day("due") != nil || goal.before?.day("due") != nil }
    let moves = count("dates-moved") ?? 0
    let goals = Set((measures["dates-moved"]?.0.events ?? []).map { context.story.events[$0].life }).count
    add("dates-moved", "goals", count("dates-moved").map { _ in (min(goals, dated), of: dated) }, isBadWhenMany: true) {
      moved, _ in
      if moved == 0 { return "moved their date: each stands where it stood." }
      return "moved \(moved == 1 ? "its" : "their") date"
        + (moves > moved ? ", \(SummaryWords.number(moves)) times in all." : ".")
    }
    return facts
  }

  private static let mostDots = 50

  private static func writersWithoutGoal(_ context: ReportContext) -> Int {
    Set(context.reports.map { SpokenRecords.person(ofReport: $0.id) }).subtracting(ReportsByWeek.owners(context)).count
  }
}
