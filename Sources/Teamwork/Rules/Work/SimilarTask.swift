extension Rule {
  static let similarTask = Rule(
    "similar-task", .warning, "two open tasks that are probably the same work",
    why: """
      The words differ, the work is probably the same: a synonym, a noun for a verb, a detail more. Talk before both \
      have done it. Another version, place, person, stage or an opposite verb makes it other work, and so does \
      another heading or parent task in one goal; where the tool is wrong, say so with \
      `<!-- tw:allow similar-task: why -->`.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] «Write the safety manual @ana»
      @@ goals/training.md
      ---
      title: Everyone is trained
      owners: [ana, ben]
      status: proposed
      why: Nobody should guess
      ---

      - [ ] Prepare the manual on safety @ben
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: [ana, ben]
      status: proposed
      why: Others can build on it
      ---

      - [ ] Write the safety manual @ana
      @@ goals/training.md
      ---
      title: Everyone is trained
      owners: [ana, ben]
      status: proposed
      why: Nobody should guess
      ---

      - [ ] Translate the safety manual @ben
      """,
    check: .workspace { workspace, findings in
      for (task, others) in workspace.taskComparison.similarTasks(in: workspace) {
        findings.add(
          [task] + others,
          "this is probably the same work as \(quoted(others[0].text))\(others.count > 1 ? " and \(others.count - 1) more" : "")",
          related: "probably the same work", help: "talk about it; then drop one, share it, or say what differs")
      }
    })
}
