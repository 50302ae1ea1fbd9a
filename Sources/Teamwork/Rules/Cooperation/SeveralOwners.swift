extension Rule {
  static let severalOwners = Rule(
    "several-owners", .error, "a cooperate goal with more than one owner, or a task of it with more than one",
    why: """
      In cooperation one person stays responsible, and others help when asked, within a boundary and by a \
      promised day; with two owners nobody knows whom to ask. Keep one, and let the others help through \
      requests. When it is truly shared, say `mode: collaborate`.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, «ben»]
      status: on-track
      mode: cooperate
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      mode: collaborate
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [ ] Put the servers under load @ben
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard workspace.knownMode(of: goal) == .cooperate else { return }
      if let owners = workspace.knownOwners(of: goal), owners.count > 1 {
        findings.add(
          "`\(goal.id)` is a cooperate goal, but has \(owners.count) owners", at: owners[1].range,
          help: "keep one and ask the others with requests, or write `mode: collaborate`", field: Goal.owners.name)
      }
      for task in goal.tasks where task.hasOwnOwners && task.owners.count > 1 {
        let second = task.mentions.first { workspace.mentioned($0.value.text)?.id == task.owners[1] }
        findings.add(
          "`\(task.title)` has \(task.owners.count) owners, and `\(goal.id)` is a cooperate goal",
          at: second?.range ?? task.range, help: "keep one and ask the others with requests, or make a task for each")
      }
    })
}
