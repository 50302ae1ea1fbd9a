extension Rule {
  static let leadNotMember = Rule(
    "lead-not-member", .warning,
    "a team's lead who is in it neither by the team's `members` nor by the person's `teams`",
    why: """
      Who speaks for a team should know its work from within, and be found where its people are listed. Add the \
      lead to `members`, or name the one who really leads.
      """,
    bad: """
      @@ teams/docs.md
      ---
      name: Docs
      members: [ben, cho]
      lead: «ana»
      ---
      """,
    good: """
      @@ teams/docs.md
      ---
      name: Docs
      members: [ana, ben, cho]
      lead: ana
      ---
      """,
    check: .record([.team]) { team, workspace, findings in
      guard let lead = team.located(Team.lead), let person = workspace.record(.person, lead.value), person.isReadable,
        team.isSound(Team.members), person.isSound(Person.teams),
        !workspace.membership.members(of: team.id).contains(lead.value)
      else { return }
      findings.add(
        "`\(lead.value)` leads `\(team.id)`, but is not in it", at: lead.range,
        help: "add `\(lead.value)` to `members`", field: Team.lead.name)
    })
}
