extension Rule {
  static let loneOwner = Rule(
    "lone-owner", .warning, "a collaborate goal in progress with a single owner",
    why: """
      To collaborate is to own a goal together: two people or more who can decide, and stand in for each other. \
      Ask somebody to share it. When it is truly one person's, with others who help when asked, say \
      `mode: cooperate`.
      """,
    bad: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: «ana»
      status: on-track
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      owners: ana
      status: on-track
      mode: cooperate
      why: Others can build on it
      ---
      - [ ] Write the migration guide @ana
      """,
    check: .record([.goal]) { goal, workspace, findings in
      guard goal.status?.isInProgress == true, workspace.knownMode(of: goal) == .collaborate,
        let owners = workspace.knownOwners(of: goal), owners.count == 1
      else { return }
      findings.add(
        "`\(goal.id)` is worked on together, but `\(owners[0].value)` is its only owner", at: owners[0].range,
        help: "add who shares it to `owners`, or write `mode: cooperate`", field: Goal.owners.name)
    })
}
