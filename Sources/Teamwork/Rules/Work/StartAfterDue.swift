extension Rule {
  static let startAfterDue = Rule(
    "start-after-due", .error, "a goal that starts after it is due",
    why: """
      One of the two days is wrong: a month mistaken, a year not changed, or only one of them moved. Whoever \
      plans with the goal plans with a day that nobody meant. Set both as you mean them.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      start: «2026-12-07»
      due: 2026-12-04
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      start: 2026-11-09
      due: 2026-12-04
      ---
      """,
    check: .record([.goal]) { goal, _, findings in
      guard let start = goal.located(Goal.start), let due = goal.located(Goal.due), due.value < start.value else {
        return
      }
      let (first, last) = daysInWords(start.value, due.value)
      findings.add(
        "`\(goal.id)` starts \(first), after it is due (\(last))", at: start.range, help: "correct `start` or `due`",
        field: Goal.start.name,
        related: [goal.related(due.range, "due \(last)")])
    })
}
