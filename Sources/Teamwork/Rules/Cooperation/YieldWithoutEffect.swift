extension Rule {
  static let yieldWithoutEffect = Rule(
    "yield-without-effect", .warning,
    "an accepted decision yields a goal that is still `on-track`, while the goal that it yields to is open",
    why: """
      It was decided that a goal gives way so that another can succeed, and nothing has changed for those who \
      work on it: they carry both. Set it to `paused`, or to what it now is, and move its day. Giving way is a \
      merit, and the report says so. It is over when the other goal is done or dropped.
      """,
    bad: """
      @@ decisions/docs-yield.md
      ---
      title: The docs wait for the beta
      by: [ana, ben]
      status: accepted
      date: 2026-11-18
      yields:
        - goal: «new-docs»
          to: public-beta
          why: Both need Cho in December
      ---
      @@ goals/new-docs.md
      ---
      title: New docs
      owners: [ben, cho]
      status: on-track
      why: Newcomers find their way alone
      ---
      - [ ] Collect what newcomers ask @ben
      - [ ] Write the first chapter @cho
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    good: """
      @@ decisions/docs-yield.md
      ---
      title: The docs wait for the beta
      by: [ana, ben]
      status: accepted
      date: 2026-11-18
      yields:
        - goal: new-docs
          to: public-beta
          why: Both need Cho in December
      ---
      @@ goals/new-docs.md
      ---
      title: New docs
      owners: [ben, cho]
      status: paused
      why: Newcomers find their way alone
      ---
      - [ ] Collect what newcomers ask @ben
      - [ ] Write the first chapter @cho
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .record([.decision]) { decision, workspace, findings in
      for yield in workspace.decision(decision).yields where yield.isDue && yield.hasGivenWay == false {
        guard let goal = workspace.record(.goal, yield.goal.value) else { continue }
        findings.add(
          "`\(decision.id)` lets `\(goal.id)` give way, but that is still on track", at: yield.goal.range,
          help: "set its status to what it now is, such as `paused`", field: Decision.yields.name,
          related: goal.entry(Goal.status).map { [goal.related($0.range, "`\(goal.id)` is on track")] } ?? [])
      }
    })
}
