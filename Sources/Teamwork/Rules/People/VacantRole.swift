extension Rule {
  static let vacantRole = Rule(
    "vacant-role", .warning, "a role without holder",
    why: """
      Its responsibilities are written down, and nobody answers for them. That shows when it is too late, or one \
      person does them unseen. Ask who takes it, for a while too; a role that nobody needs can go.
      """,
    bad: """
      @@ roles/release-manager.md
      ---
      «title: Release manager»
      responsibilities: [Decides when a release is ready]
      ---
      """,
    good: """
      @@ roles/release-manager.md
      ---
      title: Release manager
      holders: [ben]
      responsibilities: [Decides when a release is ready]
      ---
      """,
    check: .record([.role]) { role, _, findings in
      guard role.lacks(Role.holders) else { return }
      let place = role.entry(Role.holders).map {
        $0.keyRange.lowerBound..<max($0.keyRange.upperBound, $0.range.upperBound)
      }
      findings.add(
        "nobody holds the role `\(role.id)`", at: place ?? role.headRange, help: "add to `holders:` who takes it",
        field: Role.holders.name)
    })
}
