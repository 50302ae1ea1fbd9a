extension Rule {
  static let missingCharter = Rule(
    "missing-charter", .error, "no `teamwork.md`",
    why: """
      The charter says who the team is and which vision its goals serve. Without one the workspace is \
      checked with the defaults. `tw init` writes one.
      """,
    bad: """
      @@ teamwork.md
      (absent)
      """,
    good: """
      @@ goals/public-beta.md
      ---
      title: Public beta
      status: proposed
      why: Others can build on it
      ---
      """,
    check: .workspace { workspace, findings in
      if workspace.hasCharter { return }
      findings.add(
        "there is no charter", path: workspace.path(of: "teamwork.md"),
        help: "write `teamwork.md` with `name`, `vision` and `format: 1`, or let `tw init` do it")
    })
}
