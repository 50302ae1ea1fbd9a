internal import Teamwork
internal import Text

/// The goals that were open at some time in the period, with what happened to each.
struct GoalsOfPeriod {
  struct Goal {
    let course: ReportContext.GoalCourse
    /// What happened in the period, as places in the story's `events`, the earliest first.
    let trail: [Int]
    /// Where it came, whenever that was.
    let came: Int?

    var id: Name { course.id }
    var record: Record { course.last }
    var isOpen: Bool { course.now?.isOpenGoal == true }
  }

  /// In the order of their paths; those that have gone come last.
  let all: [Goal]
  private let places: [Name: Int]

  init(_ context: ReportContext) {
    let trails = context.trails(of: .goal)
    all = context.goals.compactMap { course in
      let trail = course.now == nil ? trails[life: course.life] : trails[course.id]
      let goal = Goal(
        course: course, trail: trail.filter(context.isInPeriod).sorted(by: context.isEarlier),
        came: trail.first { context.story.events[$0].isCreation })
      return Self.wasOpen(goal, context) ? goal : nil
    }
    places = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  subscript(id: Name) -> Goal? { places[id].map { all[$0] } }

  private static func wasOpen(_ goal: Goal, _ context: ReportContext) -> Bool {
    goal.course.before?.isOpenGoal == true || goal.course.versions.contains(where: \.isOpenGoal)
      || goal.trail.contains { context.story.events[$0].statusMove?.from?.isOpen == true }
  }
}

extension Event {
  /// Of a goal: its states before and after, where it is about them.
  var statusMove: (from: GoalStatus?, to: GoalStatus?)? {
    guard kind == .goal, let move = move(of: "status") else { return nil }
    func status(_ content: FieldContent?) -> GoalStatus? { content?.asText.flatMap { GoalStatus(rawValue: $0.text) } }
    return (status(move.from), status(move.to))
  }

  /// Where it became done, or was set aside.
  func isMove(to status: GoalStatus) -> Bool { statusMove.map { $0.to == status && $0.from != status } ?? false }
}

extension ReportContext {
  /// `20 November`, with the year where it is not the period's.
  func dayInFull(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(Day.monthsInFull[month - 1])" + (year == period.to.civil.year ? "" : " \(year)")
  }

  /// The order of the commits, and of one commit that of its changes; `events` are told the other way round.
  func isEarlier(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (story.events[a].commit ?? -1, story.events[b].commit ?? -1)
    return first == second ? a < b : first > second
  }

  /// Who made the commit of an event, and the commit.
  func told(_ index: Int) -> (author: String, commit: CommitInfo)? {
    story.commit(of: story.events[index]).map { (author($0), $0) }
  }

  /// For each part of the period, how many of some events lie in it; nothing where there is one part.
  func trend(_ events: [Int]) -> [Measure.Point] {
    let parts = self.parts
    guard parts.parts.count > 1 else { return [] }
    return parts.points(parts.counts(of: events.compactMap(day(ofEvent:))).map(Double.init))
  }

  func goalTitle(_ id: Name) -> String { Line([goal(id)]).plain }

  /// The words of an entry; what is said of a goal need not end with a link to it.
  func words(_ said: Said, of goal: Name?) -> [Line.Part] {
    resolver.inlines(said.entry.text, in: said.record.path, droppingTail: goal?.text)
  }

  /// The title of a goal inside a sentence, leading to its row.
  func named(_ id: Name) -> Line { "“\(goal(id))”" }

  func goalLines(_ goals: [Name]) -> [Line] { goals.map(named) }
}

extension SummaryWords {
  /// `Three goals`, at the beginning of a sentence.
  static func starting(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    capitalised(counted(count, singular, plural))
  }

  /// `is`, `are`.
  static func verb(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }

  /// `twice`, `three times`.
  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(number(count)) times" }
}
