extension Rule {
  static let unreadableFile = Rule(
    "unreadable-file", .error, "a file over a limit, that is a link or no regular file, or that cannot be read",
    why: """
      What cannot be read cannot be checked, so it is an error and not a gap. Links are refused because \
      what they lead to is not what the repository holds.
      """,
    bad: """
      @@ teamwork.md
      ---
      name: Kitchen
      vision: Everyone eats
      format: 1
      limits: {front-matter-size: 100}
      ---
      @@ goals/public-beta.md
      ---
      «t»itle: Public beta
      status: proposed
      why: Others can build on it, and they tell us what is still missing in it
      ---
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .reading,
    .workspace { workspace, findings in
      for stray in workspace.strays {
        if let fault = stray.fault { findings.add(fault.message, path: stray.path, help: fault.help) }
      }
    })
}
