package import Teamwork
package import Text

/// What somebody carries already: what to look at before asking, and before promising.
package struct Load: Sendable {
  private let name: String
  /// Open tasks, the earliest first.
  private let tasks: [Standing.Item]
  private let capacity: Int?
  private let promises: [Standing.Item]
  /// Requests without an answer.
  private let asked: [Standing.Item]
  /// Times away that are not over.
  private let away: [Period]
  private let year: Int

  /// Past so many of a sort it is said how many more there are.
  private static let most = 5

  /// What each of some people carries.
  ///
  /// - Parameter request: one that is being answered, and is not told again.
  package static func of(_ people: [Record], in workspace: Workspace, today: Day, besides request: Record? = nil)
    -> [Load]
  {
    let context = StandingContext(workspace, today)
    return people.map { Load($0, context, besides: request) }
  }

  private init(_ person: Record, _ context: StandingContext, besides request: Record?) {
    let today = context.today
    let standing = StandingOfOne(context, person.id)
    name = person.title
    tasks = standing.work
    capacity = person.int("capacity")
    promises = standing.promises.filter { $0.source.path != request?.path }
    asked = standing.askedOfMe.filter { $0.source.path != request?.path }
    away = person.absences.filter { $0.to >= today }.sorted { $0.from < $1.from }
    year = today.civil.year
  }

  /// A heading and a list of what it is.
  ///
  /// - Parameter isOwn: whether it is told to the person themselves.
  package func blocks(isOwn: Bool) -> [Page.Block] {
    var items = [
      Page.Item(
        Line(
          "\(SummaryWords.capitalised(taskWords))\(capacity.map { "; \(SummaryWords.number($0)) \($0 == 1 ? "is" : "are") a full load" } ?? "")"
        ), details: details(tasks))
    ]
    if !promises.isEmpty {
      items.append(Page.Item(Line(SummaryWords.capitalised(promiseWords)), details: details(promises)))
    }
    if !asked.isEmpty { items.append(Page.Item(Line(SummaryWords.capitalised(askedWords)), details: details(asked))) }
    if !away.isEmpty { items.append(Page.Item(Line(SummaryWords.capitalised(awayWords)))) }
    return [.heading(isOwn ? "You carry already" : "\(name) carries already"), .list(items)]
  }

  /// The same in a line, for one of several.
  package var item: Page.Item {
    var parts = [taskWords + (capacity.map { " of a full load of \(SummaryWords.number($0))" } ?? "")]
    if !promises.isEmpty { parts.append(promiseWords) }
    if !asked.isEmpty { parts.append(askedWords) }
    if !away.isEmpty { parts.append(awayWords) }
    return Page.Item("\(.strong([.text(name)])): \(parts.joined(separator: ", "))")
  }

  /// That they are away on a day, and until when; nil where they are not.
  package func absence(on day: Day, isOwn: Bool) -> Line? {
    away.first { $0.contains(day) }.map { time in
      "\(.state("\(isOwn ? "You are" : "\(name) is") away on \(day.weekdayName) \(day.short(in: year))", .attention)), and back on \((time.to + 1).weekdayName) \((time.to + 1).short(in: year))."
    }
  }

  private var taskWords: String { SummaryWords.counted(tasks.count, "open task") }
  private var promiseWords: String { SummaryWords.counted(promises.count, "promise") }
  private var askedWords: String { SummaryWords.counted(asked.count, "request") + " to answer" }
  private var awayWords: String {
    "away "
      + SummaryWords.list(
        away.map {
          $0.from == $0.to
            ? "on \($0.from.short(in: year))" : "from \($0.from.short(in: year)) to \($0.to.short(in: year))"
        })
  }

  private func details(_ items: [Standing.Item]) -> [Line] {
    // One more is not worth a line that says so.
    items.count <= Self.most + 1
      ? items.map(\.words) : items.prefix(Self.most).map(\.words) + ["and \(items.count - Self.most) more"]
  }
}

extension Workspace {
  /// How a goal stands, and who has open tasks in it.
  package func standing(of goal: Record, today: Day) -> Page.Item {
    let context = StandingContext(self, today)
    let tasks = goal.tasks.filter(\.isOpen).map { task -> Line in
      let owners = context.owners(task, in: goal)
      return "\(context.task(task, of: goal))\(owners.isEmpty ? "" : " (\(context.people(owners)))")"
    }
    return Page.Item(context.standing(of: goal).words, details: tasks)
  }

  /// The requests done for somebody about which they have given no feedback, and by whom each was done.
  package func unthanked(by person: Record, today: Day) -> [(request: Record, helpers: [Name])] {
    StandingOfOne(StandingContext(self, today), person.id).unthanked
  }
}

extension StandingContext {
  /// Of files alone, without their history.
  fileprivate init(_ workspace: Workspace, _ today: Day) {
    self.init(
      StandingInput(
        workspace: workspace, today: today, story: EventHistory(commits: [], events: [], isCut: false), person: nil))
  }
}
