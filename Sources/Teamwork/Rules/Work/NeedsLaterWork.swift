extension Rule {
  static let needsLaterWork = Rule(
    "needs-later-work", .warning, "due before something that it needs",
    why: """
      What it needs will not be there in time, and the one who waits notices it last. Talk to each other now: \
      one can be done earlier, the other later, or a part of it is enough. What is done or dropped is waited for \
      no longer, and not looked at.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana due:2026-12-01 needs:«load-test» ^guide
      - [ ] Put the servers under load @ben due:2026-12-04 ^load-test
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana due:2026-12-04 needs:load-test ^guide
      - [ ] Put the servers under load @ben due:2026-12-01 ^load-test
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isOpen == true, let due = goal.located(Goal.due) else { return }
      for need in goal.located(Goal.needs) {
        guard let number = workspace.number(.goal, need.value), workspace.records[number].status?.isOpen == true,
          let later = workspace.records[number].located(Goal.due), due.value < later.value
        else { continue }
        let (own, other) = daysInWords(due.value, later.value)
        findings.add(
          "`\(goal.id)` is due \(own), before `\(need.value)`, which it needs (\(other))", at: need.range,
          help: "agree on days that fit, or on what is enough to begin with", field: Goal.needs.name,
          related: [workspace.records[number].related(later.range, "`\(need.value)` is due \(other)")])
      }
    },
    .workspace { workspace, findings in
      let graph = workspace.taskNeeds
      for (number, links) in graph.links.enumerated() where !links.isEmpty && graph.isOpen(number) {
        guard let due = graph.task(number).due else { continue }
        for link in links where graph.isOpen(link.target) {
          guard let later = graph.task(link.target).due, due.value < later.value else { continue }
          let task = graph.task(number)
          let needed = graph.task(link.target)
          let record = graph.nodes[number].record
          let other = graph.nodes[link.target].record
          let name = record == other ? needed.title : graph.name(link.target)
          let (own, its) = daysInWords(due.value, later.value)
          findings.add(
            "`\(task.title)` is due \(own), before `\(name)`, which it needs (\(its))", in: record, at: link.range,
            help: "agree on days that fit, or on what is enough to begin with", field: Goal.needs.name,
            related: [workspace.records[other].related(later.range, "`\(name)` is due \(its)")])
        }
      }
    })
}
