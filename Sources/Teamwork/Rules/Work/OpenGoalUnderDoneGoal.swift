internal import Documents

extension Rule {
  static let openGoalUnderDoneGoal = Rule(
    "open-goal-under-done-goal", .warning, "a done goal with a child still open",
    why: """
      When a goal is called done while something that contributes to it goes on, one of the two is not true, and \
      whoever works on the open one no longer knows what for. Finish the child first, give it another `parent`, \
      or drop it.
      """,
    bad: """
      @@ goals/launch.md
      ---
      title: Launch
      owners: ana
      status: «done»
      why: Everybody can use it
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
      owners: ana
      status: done
      why: Everybody can use it
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: dropped
      parent: launch
      ---
      """,
    check: .workspace { workspace, findings in
      var children: [Int: [(goal: Record, place: Diagnostic.RelatedLocation)]] = [:]
      for goal in workspace.records where goal.kind == .goal {
        guard let parent = goal.located(Goal.parent), let status = goal.status, status.isOpen,
          let target = workspace.number(.goal, parent.value), workspace.records[target].status == .done
        else { continue }
        children[target, default: []].append((goal, goal.related(parent.range, "`\(goal.id)` is \(status.words)")))
      }
      for (number, goal) in workspace.records.enumerated() {
        guard let open = children[number], let status = goal.entry(Goal.status) else { continue }
        let names = open.prefix(3).map { "`\($0.goal.id)`" }
        let what =
          open.count > 3
          ? "\(open.count) goals that contribute to it are open"
          : alternatives(Array(names), last: "and")
            + (open.count == 1 ? ", which contributes to it, is open" : ", which contribute to it, are open")
        findings.add(
          "`\(goal.id)` is done, but \(what)", in: number, at: status.range,
          help: "finish what contributes to it, give it another `parent`, or drop it", field: Goal.status.name,
          related: open.map(\.place))
      }
    })
}
