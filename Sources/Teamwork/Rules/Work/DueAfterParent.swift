extension Rule {
  static let dueAfterParent = Rule(
    "due-after-parent", .warning, "due later than the goal it contributes to, or a task later than its goal",
    why: """
      A plan whose parts end after the whole is no plan: somebody counts on the earlier day. Move the part \
      forward, move the whole back, or say that it does not belong to it. What is done or dropped is no longer \
      a plan, and not looked at.
      """,
    bad: """
      @@ goals/launch.md
      ---
      title: Launch
      status: proposed
      why: Everybody can use it
      due: 2026-12-04
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      parent: launch
      due: «2026-12-18»
      ---
      """,
    good: """
      @@ goals/launch.md
      ---
      title: Launch
      status: proposed
      why: Everybody can use it
      due: 2026-12-18
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      parent: launch
      due: 2026-12-04
      ---
      - [ ] Invite the first ten teams @ana due:2026-12-04
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isOpen == true, let due = goal.located(Goal.due) else { return }
      if let id = goal[Goal.parent], let number = workspace.number(.goal, id),
        let end = workspace.records[number].located(Goal.due), end.value < due.value
      {
        let (own, whole) = daysInWords(due.value, end.value)
        findings.add(
          "`\(goal.id)` is due \(own), after `\(id)`, which it contributes to (\(whole))", at: due.range,
          help: "move one of the two, or give it another `parent`", field: Goal.due.name,
          related: [workspace.records[number].related(end.range, "`\(id)` is due \(whole)")])
      }
      for task in goal.tasks {
        guard task.isOpen, let day = task.due, due.value < day.value else { continue }
        let (own, whole) = daysInWords(day.value, due.value)
        findings.add(
          "`\(task.title)` is due \(own), after its goal `\(goal.id)` (\(whole))", at: day.range,
          help: "move one of the two, or the task to another goal", field: Goal.due.name,
          related: [goal.related(due.range, "`\(goal.id)` is due \(whole)")])
      }
    })
}
