extension Rule {
  static let duplicateResponsibility = Rule(
    "duplicate-responsibility", .error, "two roles, or one twice, with the same responsibility",
    why: """
      A responsibility belongs to one role only. With two, each may think that the other does it. Leave it with one, \
      or cut it where the work is really different.
      """,
    bad: """
      @@ roles/host.md
      ---
      title: Host
      holders: [ana]
      responsibilities: [«Lock the doors»]
      ---
      @@ roles/janitor.md
      ---
      title: Janitor
      holders: [ben]
      responsibilities: [Locking the doors]
      ---
      """,
    good: """
      @@ roles/host.md
      ---
      title: Host
      holders: [ana]
      responsibilities: [Lock the doors]
      ---
      @@ roles/janitor.md
      ---
      title: Janitor
      holders: [ben]
      responsibilities: [Sweep the floors]
      ---
      """,
    check: .workspace { workspace, findings in
      for group in workspace.responsibilityComparison.duplicateResponsibilities() {
        findings.add(
          group,
          "\(quoted(group[0].text)) is a responsibility \(Set(group.map(\.record)).count == 1 ? "twice" : "of several roles")",
          related: "the same responsibility", help: "leave it with one role")
      }
    })
}
