extension Rule {
  static let unalignedGoal = Rule(
    "unaligned-goal", .warning, "a goal with neither `parent` nor `why`",
    why: """
      People give their best to what they understand. A goal that says neither which larger goal it contributes \
      to nor what it is good for cannot be weighed against others, and is the first to be left lying. Name its \
      `parent`, or say in a sentence why it is worth the work.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      «title: Public beta»
      status: proposed
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it before we promise that nothing changes
      ---
      """,
    check: .record([.goal]) { goal, _, findings in
      guard goal.lacks(Goal.parent), goal.lacks(Goal.why) else { return }
      findings.add(
        "`\(goal.id)` does not say what it is good for", at: goal.headRange,
        help: "add `parent:`, the goal it contributes to, or `why:`", field: Goal.why.name)
    })
}
