internal import Text

extension Rule {
  static let unexplainedSlip = Rule(
    "unexplained-slip", nil, "`due` moved later without a word",
    why: """
      A date may slip; those who wait for it should read why. Add a sentence to the goal, or a decision \
      that names it. The rule is off until the charter switches it on.
      """,
    bad: .init(
      """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: «2026-12-18»
      ---
      """,
      base: """
        @@ goals/public-beta.md
        ---
        title: Public beta
        status: proposed
        why: Others can build on it
        due: 2026-12-01
        ---
        """,
      author: "ana@example.org"),
    good: .init(
      """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: 2026-12-18
      ---

      Two weeks later, because the vendor is late.
      """,
      base: """
        @@ goals/public-beta.md
        ---
        title: Public beta
        status: proposed
        why: Others can build on it
        due: 2026-12-01
        ---
        """,
      author: "ana@example.org"),
    check: .change { change, findings in
      let explained = Set(
        change.items.filter { $0.base == nil }.compactMap { $0.record.map { change.workspace.records[$0] } }
          .filter { $0.kind == .decision }.flatMap { change.workspace.decision($0).goals })
      for item in change.items {
        guard let number = item.record, let baseNumber = item.base else { continue }
        let goal = change.workspace.records[number]
        let before = change.base.records[baseNumber]
        guard goal.kind == .goal, let now = goal.located(Goal.due), let then = before.located(Goal.due),
          now.value > then.value,
          !goal.hasProse(beyond: before), !explained.contains(goal.id)
        else { continue }
        findings.add(
          "`due` moves from \(then.value) to \(now.value), and nothing says why", in: number, at: now.range,
          help: "add a sentence to the goal, or a decision that names it", field: Goal.due.name)
      }
    })
}
