internal import Teamwork
internal import Text

/// What is said in the first ten seconds.
enum ReportHeadline {
  /// What moved, what stands, what waits: at most 45 words, good news first where there is any.
  static func lead(_ context: ReportContext, _ sections: [Section]) -> Line {
    let figures = HeadlineFigures(sections)
    let course = GoalsMoved(context)
    let isMuchMoved = course.all > 0 && course.moved * 2 >= course.all
    let isMuchClosed = course.due > 0 && course.closed * 2 >= course.due
    let opening: String
    switch (isMuchMoved, isMuchClosed) {
    case (true, true): opening = "Much was built, and most of it closed."
    case (true, false):
      opening =
        course.due == 0 ? "Much was built and told; nothing was due." : "Much was built and told; little was closed."
    case (false, true): opening = "Little was written, though much was closed."
    case (false, false): opening = "A quiet period."
    }
    var good: [String] = []
    if course.done > 0 {
      good.append("\(SummaryWords.counted(course.done, "goal")) \(course.done == 1 ? "was" : "were") finished")
    } else if let (written, of) = figures.share("goals-written-about"), written > 0 {
      good.append("\(SummaryWords.ratio(written, of)) goals \(written == 1 ? "was" : "were") written about")
    }
    var rest: [String] = []
    let standing = course.due - course.closed
    if standing > 0 {
      let whole =
        course.closed == 0 && course.due > 1
        ? "none of the \(SummaryWords.number(course.due)) that were due is done"
        : "\(SummaryWords.counted(standing, "goal")) that \(standing == 1 ? "was" : "were") due \(standing == 1 ? "is" : "are") neither done nor dropped"
      rest.append(whole)
    }
    if let (answered, of) = figures.share("requests-answered"), answered < of {
      let waiting = of - answered
      rest.append(
        "\(waiting == of ? (of == 1 ? "the one request" : "none of \(SummaryWords.counted(of, "request"))") : "\(SummaryWords.ratio(waiting, of)) requests") \(waiting == of && of > 1 ? "has an answer" : waiting == 1 ? "has no answer" : "have no answer")"
      )
    } else if let open = figures.count("decisions-open"), open > 0 {
      rest.append("\(SummaryWords.counted(open, "decision")) \(open == 1 ? "waits" : "wait") to be taken")
    }
    let clauses = good + rest
    if clauses.isEmpty { return Line(opening) }
    let joined =
      good.isEmpty || rest.isEmpty
      ? SummaryWords.list(clauses) : "\(SummaryWords.list(good)), yet \(SummaryWords.list(rest))"
    return Line("\(opening) \(SummaryWords.capitalised(joined)).")
  }

  /// Three with a denominator: those furthest from whole, one of them always about people being heard.
  static func facts(_ context: ReportContext, _ sections: [Section]) -> [Report.Fact] {
    let facts = HeadlineFigures(sections).facts(context)
    // Of equals the earlier one goes first.
    let furthest = facts.enumerated().sorted { a, b in
      let (left, right) = (a.element.distance, b.element.distance)
      return left == right ? a.offset < b.offset : left > right
    }
    var chosen = Array(furthest.prefix(3))
    if !chosen.contains(where: \.element.isAboutPeople), let heard = furthest.first(where: \.element.isAboutPeople) {
      chosen[chosen.count - 1] = heard
    }
    return chosen.sorted { $0.offset < $1.offset }.map(\.element.fact)
  }
}

/// How the goals of the period moved, and how many of those that were due are closed.
struct GoalsMoved {
  /// Goals that were open at any time in the period.
  private(set) var all = 0
  /// Done in the period, or written about.
  private(set) var moved = 0
  /// Done in the period.
  private(set) var done = 0
  /// Were to be done in the period, up to the day that it is told from.
  private(set) var due = 0
  /// Of those, done or dropped.
  private(set) var closed = 0

  init(_ context: ReportContext) {
    let written = Set(context.entries.flatMap(\.goals))
    for goal in context.goals {
      // Where the beginning is not known, it is what is known first.
      let before = goal.before ?? (context.input.before == nil ? goal.weeks.first { $0 != nil } ?? nil : nil)
      if let before, !before.isOpenGoal, goal.last.status == before.status { continue }
      all += 1
      let isDone = goal.last.status == .done
      if isDone { done += 1 }
      if isDone || written.contains(goal.id) { moved += 1 }
      guard goal.now != nil, let day = goal.last.day("due")?.value, day >= context.period.from,
        day <= context.input.asOf
      else { continue }
      due += 1
      if !goal.last.isOpenGoal { closed += 1 }
    }
  }
}
