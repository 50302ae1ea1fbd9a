extension Rule {
  static let similarResponsibility = Rule(
    "similar-responsibility", .warning, "two roles with probably the same responsibility",
    why: """
      The words differ, what is to be done is probably the same. Settle which role answers for it, or say what makes \
      the difference.
      """,
    bad: """
      @@ roles/host.md
      ---
      title: Host
      holders: [ana]
      responsibilities: [«Maintain the supplier list»]
      ---
      @@ roles/janitor.md
      ---
      title: Janitor
      holders: [ben]
      responsibilities: [Keep the list of suppliers up to date]
      ---
      """,
    good: """
      @@ roles/host.md
      ---
      title: Host
      holders: [ana]
      responsibilities: [Maintain the supplier list]
      ---
      @@ roles/janitor.md
      ---
      title: Janitor
      holders: [ben]
      responsibilities: [Sweep the floors]
      ---
      """,
    check: .workspace { workspace, findings in
      for (item, others) in workspace.responsibilityComparison.similarResponsibilities() {
        findings.add(
          [item] + others, "this is probably the same responsibility as \(quoted(others[0].text))",
          related: "probably the same",
          help: "leave it with one role, or say what differs")
      }
    })
}
