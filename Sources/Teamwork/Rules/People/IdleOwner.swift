internal import Text

extension Rule {
  static let idleOwner = Rule(
    "idle-owner", .warning, "an owner of a collaborate goal in progress who has no task in it",
    why: """
      Who owns a goal without a part in the work is asked for it and cannot answer, while the others do not know \
      whether to count on them. Agree on a task of their own, however small, or take them out of `owners`: \
      giving help when asked is a request, not ownership.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, «ben»]
      status: on-track
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
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      - [x] Put the servers under load @ben
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isInProgress == true, workspace.knownMode(of: goal) == .collaborate,
        let owners = workspace.knownOwners(of: goal)
      else { return }
      let busy = Set(goal.tasks.flatMap(\.owners))
      let idle = owners.filter { !busy.contains($0.value) }
      if idle.isEmpty || goal.tasks.contains(where: { $0.namesStranger(in: workspace) }) { return }
      for owner in idle {
        findings.add(
          "`\(owner.value)` owns `\(goal.id)`, but has no task in it", at: owner.range,
          help: "give them a task of their own: `- [ ] … @\(owner.value)`", field: Goal.owners.name)
      }
    })
}
