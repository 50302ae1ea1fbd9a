extension Rule {
  static let taskCycle = Rule(
    "task-cycle", .error, "tasks that need each other",
    why: """
      Tasks that wait for each other are never begun, and everybody believes that somebody else is on it. Find \
      the piece that can go first, make it a task of its own, and let the others need that.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana needs:«load-test» ^guide
      - [ ] Put the servers under load @ben needs:guide ^load-test
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana needs:load-test ^guide
      - [ ] Put the servers under load @ben ^load-test
      """,
    check: .workspace { workspace, findings in
      let graph = workspace.taskNeeds
      for cycle in cycles(in: graph.links) {
        let records = Set(cycle.steps.map { graph.nodes[$0.node].record })
        cycle.report(
          "needs", mutual: "need", help: "find the piece that can go first, and let the others need that",
          field: Goal.needs.name,
          into: &findings, record: { graph.nodes[$0].record },
          name: { records.count == 1 ? graph.task($0).title : graph.name($0) })
      }
    })
}
