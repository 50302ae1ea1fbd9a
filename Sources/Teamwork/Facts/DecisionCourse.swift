package import Text

/// A decision: whether it holds, whom and what it touches, and what gives way by it.
package struct DecisionCourse: Sendable {
  /// A goal that gives way so that another can succeed.
  package struct Yield: Sendable {
    package let goal: Located<Name>
    package let to: Name
    package let why: String?
    /// Whether there is room to be made: the decision holds, and the goal that it is made for is open.
    package let isDue: Bool
    /// Whether the goal that gives way has done so: nil where there is no such goal, or its state cannot be read.
    package let hasGivenWay: Bool?
  }

  package let decision: Record
  /// Nil where it cannot be read.
  package let status: DecisionStatus?
  /// When it was decided, or proposed.
  package let day: Day?
  package let by: [Name]
  package let yields: [Yield]
  /// The goals that it names, in a field or in its text.
  package let goals: [Name]

  package var isProposed: Bool { status == .proposed }

  init(_ decision: Record, in workspace: Workspace) {
    self.decision = decision
    let status = decision[Decision.status]
    self.status = status
    day = decision[Decision.date]
    by = decision[Decision.by]
    yields = decision[Decision.yields].compactMap { item in
      guard let goal = item.located(Decision.Yield.goal), let to = item[Decision.Yield.to] else { return nil }
      return Yield(
        goal: goal, to: to, why: item[Decision.Yield.why],
        isDue: status == .accepted && workspace.record(.goal, to)?.status?.isOpen == true,
        hasGivenWay: workspace.record(.goal, goal.value)?.status.map { $0 != .onTrack })
    }
    var goals = decision[Decision.goals]
    for yield in yields { goals += [yield.goal.value, yield.to] }
    for reference in decision.document.body?.references ?? [] {
      if let number = workspace.target(of: reference.target, in: decision), workspace.records[number].kind == .goal {
        goals.append(workspace.records[number].id)
      }
    }
    var seen: Set<Name> = []
    self.goals = goals.filter { seen.insert($0).inserted }
  }
}

extension Workspace {
  package func decision(_ decision: Record) -> DecisionCourse { DecisionCourse(decision, in: self) }
}
