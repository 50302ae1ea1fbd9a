extension Rule {
  static let unownedTask = Rule(
    "unowned-task", .warning, "an open task without owner, in a goal with several owners",
    why: """
      In a goal of one owner a task is theirs; among several, each believes that another has it. Ask who takes \
      it, and write their name behind it: it may well be more than one.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [ ] Put the servers under load @ben
      - [ ] «Invite the first ten teams»
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [ ] Put the servers under load @ben
      - [ ] Invite the first ten teams @ana @ben
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isOpen == true, let owners = workspace.knownOwners(of: goal), owners.count > 1 else { return }
      for task in goal.tasks where task.isOpen && task.owners.isEmpty && !task.namesStranger(in: workspace) {
        findings.add(
          "nobody owns `\(task.title)`, and `\(goal.id)` has \(owners.count) owners", at: task.range,
          help: "write who takes it: " + alternatives(owners.prefix(3).map { "`@\($0.value)`" }))
      }
    })
}
