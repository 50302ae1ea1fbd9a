internal import Teamwork
internal import Text

/// Owners who came to a goal, and who handed it on: people move to where they are needed.
struct GoalHands {
  private struct Change {
    let goal: Name
    let event: Int
    let joined: [Name]
    let left: [Name]
    let had: Bool
    let has: Bool
  }

  /// The earliest first.
  private let changes: [Change]

  init(_ context: ReportContext, _ goals: GoalsOfPeriod) {
    func owners(_ content: FieldContent?) -> [Name] { content?.elements.compactMap(\.asText) ?? [] }
    changes = goals.all.flatMap { goal in
      goal.trail.compactMap { index -> Change? in
        guard let move = context.story.events[index].move(of: "owners") else { return nil }
        let (old, new) = (owners(move.from), owners(move.to))
        let joined = new.filter { !old.contains($0) }
        let left = old.filter { !new.contains($0) }
        return joined.isEmpty && left.isEmpty
          ? nil : Change(goal: goal.id, event: index, joined: joined, left: left, had: !old.isEmpty, has: !new.isEmpty)
      }
    }.sorted { context.isEarlier($0.event, $1.event) }
  }

  var title: String {
    let gained = Set(changes.filter { !$0.joined.isEmpty }.map(\.goal)).count
    let others = Set(changes.map(\.goal)).count - gained
    let first =
      gained == 0
      ? ""
      : "\(SummaryWords.counted(gained, "goal")) found \(changes.count == 1 && changes[0].joined.count == 1 ? "a new owner" : "new owners")"
    let second =
      others == 0 ? "" : "\(SummaryWords.counted(others, "goal")) let \(others == 1 ? "an owner" : "owners") go"
    return SummaryWords.capitalised(SummaryWords.list([first, second].filter { !$0.isEmpty }))
  }

  private static let most = 24

  func figure(_ context: ReportContext) -> Figure? {
    guard !changes.isEmpty else { return nil }
    let entries = changes.suffix(Self.most).compactMap { change -> Chronicle.Entry? in
      guard let (_, commit) = context.told(change.event) else { return nil }
      return .init(
        mark: .joined, head: "\(context.dayInFull(commit.day)) · \(context.commit(commit))",
        words: "\(context.goal(change.goal)): \(words(change, context)).")
    }
    return Figure(
      "goal-hands", title,
      encoding: "Each day on which the owners of a goal changed. People move to where they are needed.",
      .chronicle(Chronicle(entries: entries)),
      foot: changes.count > Self.most
        ? "\(SummaryWords.starting(changes.count - Self.most, "earlier change is", "earlier changes are")) left out."
        : nil)
  }

  private func words(_ change: Change, _ context: ReportContext) -> String {
    func names(_ people: [Name]) -> String {
      SummaryWords.list(people.map(context.person).sorted { Name($0) < Name($1) })
    }
    if change.left.isEmpty {
      return change.had ? "\(names(change.joined)) joined" : "nobody had it; \(names(change.joined)) took it"
    }
    if change.joined.isEmpty { return "\(names(change.left)) let it go" + (change.has ? "" : "; nobody has it yet") }
    return "\(names(change.left)) handed over to \(names(change.joined))"
  }
}
