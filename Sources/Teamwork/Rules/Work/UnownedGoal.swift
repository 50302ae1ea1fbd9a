extension Rule {
  static let unownedGoal = Rule(
    "unowned-goal", .error, "a goal that is neither proposed, dropped nor done, and has no owner",
    why: """
      What everybody is responsible for, nobody does. A goal without an owner has no one who notices that it \
      stands still. Ask who wants to drive it; until somebody does, it is `proposed`.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      «title: Public beta»
      status: on-track
      why: Others can build on it
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .record([.goal]) { goal, _, findings in
      guard let status = goal.status, status != .proposed, status != .dropped, status != .done,
        goal.entry(Goal.owners) == nil || goal.located(Goal.owners).isEmpty,
        goal.entry(Goal.owners)?.value != nil || goal.entry(Goal.owners) == nil
      else { return }
      findings.add(
        "`\(goal.id)` is \(status.words) and has no owner", at: goal.headRange,
        help: "add `owners:`, or make it `proposed` until somebody takes it",
        field: Goal.owners.name)
    })
}
