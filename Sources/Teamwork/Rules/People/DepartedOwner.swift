internal import Documents
internal import Text

extension Rule {
  static let departedOwner = Rule(
    "departed-owner", .error,
    "an open goal, or an open task of it, owned by someone whose `until` is before the goal's `due`, or who has an `until` while the goal has no `due`",
    why: """
      Their last day is known, and it comes before the goal is reached: what they own will lie where they left \
      it. Agree on who takes over while there is time to hand over, and write them in.
      """,
    bad: """
      @@ people/ben.md
      ---
      name: Ben Okafor
      emails: ben@example.org
      until: 2026-11-30
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: 2026-12-18
      ---
      - [ ] Put the servers under load «@ben»
      """,
    good: """
      @@ people/ben.md
      ---
      name: Ben Okafor
      emails: ben@example.org
      until: 2026-12-31
      ---
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      due: 2026-12-18
      ---
      - [ ] Put the servers under load @ben
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isOpen == true, goal.isSound(Goal.due) else { return }
      let due = goal[Goal.due]
      var seen: Set<Name> = []
      for owner in goal.located(Goal.owners) where seen.insert(owner.value).inserted {
        guard let until = departure(of: owner.value, before: due, workspace) else { continue }
        report(
          owner.value, until, "owns `\(goal.id)`", at: owner.range, goal, due, Goal.owners.name, workspace, &findings)
      }
      for task in goal.tasks where task.isOpen {
        for person in task.owners {
          guard let until = departure(of: person, before: due, workspace),
            let place = place(of: person, in: task, of: goal, workspace)
          else { continue }
          report(person, until, "owns `\(task.title)` of `\(goal.id)`", at: place, goal, due, nil, workspace, &findings)
        }
      }
    })

  private static func departure(of person: Name, before due: Day?, _ workspace: Workspace) -> Day? {
    guard let until = workspace.record(.person, person)?[Person.until] else { return nil }
    return due.map { until < $0 } ?? true ? until : nil
  }

  /// Where a task names a person. One that it has from the open task above is found there; from one
  /// that is closed, the task itself is meant.
  private static func place(of person: Name, in task: Task, of goal: Record, _ workspace: Workspace) -> Range<Int>? {
    if task.hasOwnOwners {
      return task.mentions.first { workspace.mentioned($0.value.text)?.id == person }?.range ?? task.range
    }
    return task.parent.map { goal.tasks[$0].isOpen } == true ? nil : task.range
  }

  private static func report(
    _ person: Name, _ until: Day, _ owns: String, at range: Range<Int>, _ goal: Record, _ due: Day?, _ field: Name?,
    _ workspace: Workspace, _ findings: inout Findings
  ) {
    let message: String
    if let due {
      let (last, end) = daysInWords(until, due)
      message = "`\(person)` \(owns), which is due \(end), but is here only until \(last)"
    } else {
      message = "`\(person)` \(owns), which has no `due`, but is here only until \(until.short())"
    }
    var related: [Diagnostic.RelatedLocation] = []
    if let record = workspace.record(.person, person), let last = record.located(Person.until) {
      related = [record.related(last.range, "the last day of `\(person)`")]
    }
    findings.add(
      message, at: range,
      help: due == nil
        ? "give the goal a `due` before that day, or write in who takes over"
        : "agree on who takes over, and write them in",
      field: field, related: related)
  }
}
