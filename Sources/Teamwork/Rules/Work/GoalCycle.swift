extension Rule {
  static let goalCycle = Rule(
    "goal-cycle", .error, "following `parent`, or following `needs`, leads back to the goal",
    why: """
      Goals that contribute to each other never reach the vision, and goals that need each other cannot begin: \
      everyone waits for someone else. Find the link that is not meant so, and take it out; often it is one \
      task that needs another, not the whole goal.
      """,
    bad: """
      @@ goals/launch.md
      ---
      title: Launch
      status: proposed
      parent: «public-beta»
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      parent: launch
      ---
      """,
    good: """
      @@ goals/launch.md
      ---
      title: Launch
      status: proposed
      why: Everybody can use it
      needs: public-beta
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      parent: launch
      ---
      """,
    check: .workspace { workspace, findings in
      var parents = [[Link]](repeating: [], count: workspace.records.count)
      var needs = parents
      for (number, goal) in workspace.records.enumerated() where goal.kind == .goal {
        if let parent = goal.located(Goal.parent), let target = workspace.number(.goal, parent.value) {
          parents[number] = [Link(target: target, range: parent.range)]
        }
        needs[number] = goal.located(Goal.needs).compactMap { need in
          workspace.number(.goal, need.value).map { Link(target: $0, range: need.range) }
        }
      }
      for cycle in cycles(in: parents) {
        cycle.report(
          "contributes to", mutual: "contribute to", help: "take out the `parent` that is not meant so",
          field: Goal.parent.name,
          into: &findings, record: { $0 }, name: { workspace.records[$0].id.text })
      }
      for cycle in cycles(in: needs) {
        cycle.report(
          "needs", mutual: "need", help: "take out the need that is not meant so, or let single tasks need each other",
          field: Goal.needs.name, into: &findings, record: { $0 }, name: { workspace.records[$0].id.text })
      }
    })
}
