extension Rule {
  static let goalCycle = Rule(
    "goal-cycle", .error,
    "following `parent`, or following `needs`, leads back to the goal, or a goal needs one that it contributes to",
    why: """
      Goals that contribute to each other never reach the vision, and goals that need each other cannot begin: \
      everyone waits for someone else; so does what contributes to a goal and waits for that goal. Find the link that is not meant so, and take it out; often it is one \
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
      let forest = GoalForest(parents: parents.map { $0.first?.target })
      for (number, links) in needs.enumerated() {
        for link in links where forest.is(link.target, above: number) {
          let (id, whole) = (workspace.records[number].id, workspace.records[link.target].id)
          findings.add(
            "`\(id)` needs `\(whole)`, which it contributes to", in: number, at: link.range,
            help: "take out the need, or let single tasks need each other: the whole is reached after its parts",
            field: Goal.needs.name,
            related: parents[number].map { workspace.records[number].related($0.range, "what it contributes to") },
            identity: "parent:\(id),\(whole)")
        }
      }
    })
}

/// Goals under the goals that they contribute to. Those in a circle, and below one, are in no tree.
private struct GoalForest {
  /// When a walk through all trees comes to a goal, and when it has seen what lies below it.
  private var entered: [Int]
  private var left: [Int]

  init(parents: [Int?]) {
    var children = [[Int]](repeating: [], count: parents.count)
    for (goal, parent) in parents.enumerated() {
      if let parent { children[parent].append(goal) }
    }
    entered = Array(repeating: -1, count: parents.count)
    left = entered
    var time = 0
    for root in parents.indices where parents[root] == nil && !children[root].isEmpty {
      var path = [(goal: root, next: 0)]
      entered[root] = time
      while let (goal, next) = path.last {
        time += 1
        guard next < children[goal].count else {
          left[goal] = time
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        entered[children[goal][next]] = time
        path.append((children[goal][next], 0))
      }
    }
  }

  /// Whether a goal contributes to another, by way of others too.
  func `is`(_ whole: Int, above part: Int) -> Bool {
    whole != part && entered[whole] >= 0 && entered[part] > entered[whole] && left[part] < left[whole]
  }
}
