extension Rule {
  static let openTaskInDoneGoal = Rule(
    "open-task-in-done-goal", .warning, "a done goal with an open task",
    why: """
      A goal that is done is no longer looked at, and neither is what was left in it. Tick the task when it is \
      done, write `[-]` when it is no longer wanted, or move it to a goal that goes on.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: done
      why: Others can build on it
      ---
      - [x] Write the migration guide @ana
      - [ ] «Put the servers under load @ben»
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: done
      why: Others can build on it
      ---
      - [x] Write the migration guide @ana
      - [-] Put the servers under load @ben
      """,
    check: .record([.goal]) { goal, _, findings in
      guard goal.status == .done else { return }
      for task in goal.tasks where task.isOpen {
        findings.add(
          "`\(goal.id)` is done, but its task `\(task.title)` is open", at: task.range,
          help: "tick it, drop it with `[-]`, or move it to a goal that goes on")
      }
    })
}
